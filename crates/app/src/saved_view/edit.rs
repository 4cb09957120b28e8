//! `view.edit`: another name, filter or order.

use lineout_domain::ids::SavedViewId;
use lineout_store::record::{self, Record};
use uuid::Uuid;

use super::{SavedView, free_name, text};
use crate::context::Act;
use crate::error::Result;
use crate::item::filter::{BacklogFilter, BacklogSort};
use crate::wire::requests;

requests! {
    /// Changes a saved view; what is left out stays.
    pub struct EditView {
        /// Which.
        pub view: Uuid,
        /// What it is called.
        pub name: Option<String>,
        /// Which items it shows.
        pub filter: Option<BacklogFilter>,
        /// In which order.
        pub sort: Option<BacklogSort>,
    }
}

pub(crate) fn run(act: &mut Act<'_, '_>, request: EditView) -> Result<SavedView> {
    let before = record::SavedView::get(act.db, SavedViewId::new(request.view))?;
    let mut row = before.clone();
    if let Some(name) = &request.name {
        row.name = free_name(act.db, row.product, name, Some(&before))?;
    }
    if let Some(filter) = &request.filter {
        filter.read()?;
        row.filter = text(filter)?;
    }
    if let Some(sort) = &request.sort {
        row.sort = text(sort)?;
    }
    row.save(act.db)?;
    act.db.label(if row.name == before.name {
        format!("Change the view {}", row.name)
    } else {
        format!("Rename the view {} to {}", before.name, row.name)
    });
    SavedView::read(row)
}
