//! `view.list`: a product's saved views.

use lineout_domain::ids::ProductId;
use lineout_store::record::{self, Record};
use uuid::Uuid;

use super::SavedView;
use crate::context::View;
use crate::error::Result;
use crate::wire::{requests, responses};

requests! {
    /// Asks for a product's saved views.
    pub struct ListViews {
        /// Of which product.
        pub product: Uuid,
    }
}

responses! {
    /// A product's saved views.
    pub struct SavedViews {
        /// By name.
        pub views: Vec<SavedView>,
    }
}

pub(crate) fn run(view: &View<'_>, request: ListViews) -> Result<SavedViews> {
    let product = record::Product::get(&view.db, ProductId::new(request.product))?.id;
    let views = view.db.saved_views(product)?.into_iter().map(SavedView::read);
    Ok(SavedViews { views: views.collect::<Result<_>>()? })
}
