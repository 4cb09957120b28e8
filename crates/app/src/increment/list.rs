//! `increment.list`: all increments, and Done items that wait for one.

use lineout_domain::ids::ProductId;
use lineout_store::record::{self, Record};
use uuid::Uuid;

use super::Increment;
use crate::context::View;
use crate::error::Result;
use crate::item::ItemRow;
use crate::wire::{requests, responses};

requests! {
    /// Asks for a product's increments.
    pub struct ListIncrements {
        /// Of which product.
        pub product: Uuid,
    }
}

responses! {
    /// A product's increments.
    pub struct Increments {
        /// Newest first.
        pub increments: Vec<Increment>,
        /// Done items in no increment.
        pub waiting: Vec<ItemRow>,
    }
}

pub(crate) fn run(view: &View<'_>, request: ListIncrements) -> Result<Increments> {
    let product = record::Product::get(&view.db, ProductId::new(request.product))?.id;
    let increments = view.db.increments(product)?.into_iter().map(|row| Increment::read(&view.db, row));
    let increments = increments.collect::<Result<_>>()?;
    let waiting = view.db.waiting_for_increment(product)?;
    let waiting = ItemRow::all(&view.db, &waiting)?;
    Ok(Increments { increments, waiting })
}
