//! `sprint.list`: a product's sprints.

use lineout_domain::ids::ProductId;
use lineout_store::record::{self as rows, Record};
use uuid::Uuid;

use super::Sprint;
use crate::context::View;
use crate::error::Result;
use crate::wire::{requests, responses};

requests! {
    /// Asks for a product's sprints.
    pub struct ListSprints {
        /// Of which product.
        pub product: Uuid,
    }
}

responses! {
    /// A product's sprints.
    pub struct Sprints {
        /// Newest first.
        pub sprints: Vec<Sprint>,
    }
}

pub(crate) fn run(view: &View<'_>, request: ListSprints) -> Result<Sprints> {
    let product = rows::Product::get(&view.db, ProductId::new(request.product))?.id;
    let sprints = view.db.sprints(product)?.into_iter().map(|row| Sprint::read(&view.db, row));
    Ok(Sprints { sprints: sprints.collect::<Result<_>>()? })
}
