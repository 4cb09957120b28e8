//! Saved views: a filter and an order of the Product Backlog under a name, for everybody in the product.

pub mod create;
pub mod delete;
pub mod edit;
pub mod list;

use lineout_domain::ids::ProductId;
use lineout_domain::item as rules;
use lineout_store::Db;
use lineout_store::record;
use serde::de::DeserializeOwned;
use uuid::Uuid;

use crate::error::{AppError, Result};
use crate::item::filter::{BacklogFilter, BacklogSort};
use crate::wire::responses;

responses! {
    /// A saved view.
    pub struct SavedView {
        /// Its id.
        pub id: Uuid,
        /// What it is called.
        pub name: String,
        /// Which items it shows.
        pub filter: BacklogFilter,
        /// In which order.
        pub sort: BacklogSort,
    }
}

impl SavedView {
    pub(crate) fn read(row: record::SavedView) -> Result<Self> {
        Ok(Self {
            id: row.id.as_uuid(),
            filter: kept(&row.filter, &row.name)?,
            sort: kept(&row.sort, &row.name)?,
            name: row.name,
        })
    }
}

fn kept<T: DeserializeOwned>(text: &str, name: &str) -> Result<T> {
    serde_json::from_str(text).map_err(|_| {
        AppError::new(
            "unreadable",
            format!("The view {name} cannot be read."),
            "Delete it and save it again; it may come from a newer Lineout.",
        )
    })
}

fn text<T: serde::Serialize>(value: &T) -> Result<String> {
    Ok(crate::contract::json(value)?.to_string())
}

/// A name that no other view of the product has.
fn free_name(db: &Db<'_>, product: ProductId, wish: &str, own: Option<&record::SavedView>) -> Result<String> {
    let name = rules::view_name(wish)?;
    let taken = |row: &record::SavedView| row.name == name && own.is_none_or(|own| own.id != row.id);
    if db.saved_views(product)?.iter().any(taken) {
        return Err(AppError::new(
            "view_name_taken",
            format!("There is a view called {name} already."),
            "Choose another name, or change the view that is there.",
        ));
    }
    Ok(name)
}
