//! `improvement.list`: the register.

use lineout_domain::ids::ProductId;
use lineout_store::record::{self, Record};
use uuid::Uuid;

use super::Improvement;
use crate::context::View;
use crate::error::Result;
use crate::wire::{requests, responses};

requests! {
    /// Asks for a product's register.
    pub struct ListImprovements {
        /// Of which product.
        pub product: Uuid,
    }
}

responses! {
    /// A product's register.
    pub struct Improvements {
        /// Newest first.
        pub improvements: Vec<Improvement>,
    }
}

pub(crate) fn run(view: &View<'_>, request: ListImprovements) -> Result<Improvements> {
    let product = record::Product::get(&view.db, ProductId::new(request.product))?.id;
    let rows = view.db.improvements(product)?.into_iter().map(|row| Improvement::read(&view.db, row));
    Ok(Improvements { improvements: rows.collect::<Result<_>>()? })
}
