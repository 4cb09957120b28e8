//! `view.create`: keeps a filter and an order under a name.

use lineout_domain::ids::ProductId;
use lineout_store::record::{self, Record};
use uuid::Uuid;

use super::{SavedView, free_name, text};
use crate::context::Act;
use crate::error::Result;
use crate::item::filter::{BacklogFilter, BacklogSort};
use crate::wire::requests;

requests! {
    /// Saves a view.
    pub struct CreateView {
        /// Of which product.
        pub product: Uuid,
        /// What it is called.
        pub name: String,
        /// Which items it shows; all of the Product Backlog when left out.
        pub filter: Option<BacklogFilter>,
        /// In which order; that of the Product Backlog when left out.
        pub sort: Option<BacklogSort>,
    }
}

pub(crate) fn run(act: &mut Act<'_, '_>, request: CreateView) -> Result<SavedView> {
    let product = record::Product::get(act.db, ProductId::new(request.product))?.id;
    let filter = request.filter.unwrap_or_default();
    filter.read()?;
    let row = record::SavedView {
        id: act.id(),
        product,
        name: free_name(act.db, product, &request.name, None)?,
        filter: text(&filter)?,
        sort: text(&request.sort.unwrap_or_default())?,
    };
    row.insert(act.db)?;
    act.db.label(format!("Save the view {}", row.name));
    SavedView::read(row)
}
