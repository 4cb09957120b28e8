//! Backlog items: the Product Backlog, its order, and each item.

pub mod acceptance;
pub mod backlog;
pub mod bulk_edit;
pub mod cancel;
pub mod comment;
pub mod create;
pub(crate) mod cycle;
pub mod delete;
pub mod edit;
pub mod epic;
pub mod export;
pub mod filter;
pub mod get;
pub mod label;
pub mod link;
pub(crate) mod lists;
pub mod merge;
pub mod move_;
pub(crate) mod place;
pub mod ready;
pub mod reopen;
pub(crate) mod row;
pub mod search;
pub mod split;
pub mod story;
pub mod value_effort;

pub use row::{Epic, ItemRow};

use lineout_domain::ids::ItemId;
use lineout_store::Db;
use lineout_store::record::{self, Record};
use uuid::Uuid;

use crate::error::{AppError, Result};

/// The items of a request, in its order, each once; all of one product.
pub(crate) fn read_all(db: &Db<'_>, ids: &[Uuid]) -> Result<Vec<record::Item>> {
    let mut items: Vec<record::Item> = Vec::with_capacity(ids.len());
    let mut seen = std::collections::HashSet::new();
    for id in ids {
        if seen.insert(*id) {
            items.push(record::Item::get(db, ItemId::new(*id))?);
        }
    }
    match items.first() {
        None => Err(AppError::new("no_items", "No item was named.", "Name at least one item.")),
        Some(first) if items.iter().any(|item| item.product != first.product) => Err(AppError::new(
            "items_of_two_products",
            "The items belong to different products.",
            "Do it for one product at a time.",
        )),
        Some(_) => Ok(items),
    }
}

/// An item's key, such as HBR-12.
pub(crate) fn key(db: &Db<'_>, item: &record::Item) -> Result<String> {
    Ok(format!("{}-{}", record::Product::get(db, item.product)?.key, item.number))
}

/// "HBR-12", or "HBR-12 and 3 more items".
pub(crate) fn named(db: &Db<'_>, items: &[record::Item]) -> Result<String> {
    let first = items.first().map(|item| key(db, item)).transpose()?.unwrap_or_default();
    Ok(match items.len() {
        0 | 1 => first,
        2 => format!("{first} and 1 more item"),
        n => format!("{first} and {} more items", n - 1),
    })
}
