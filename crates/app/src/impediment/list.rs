//! `impediment.list`: what is in the way, and what was.

use std::cmp::Reverse;

use lineout_domain::ids::ProductId;
use lineout_store::record::{self, Record};
use uuid::Uuid;

use super::{Impediment, ImpedimentState};
use crate::context::View;
use crate::error::Result;
use crate::wire::{requests, responses};

requests! {
    /// Asks for a product's impediments.
    pub struct ListImpediments {
        /// Of which product.
        pub product: Uuid,
    }
}

responses! {
    /// A product's impediments.
    pub struct Impediments {
        /// The worst first, of those the oldest.
        pub open: Vec<Impediment>,
        /// The last resolved first.
        pub resolved: Vec<Impediment>,
    }
}

pub(crate) fn run(view: &View<'_>, request: ListImpediments) -> Result<Impediments> {
    let product = record::Product::get(&view.db, ProductId::new(request.product))?;
    let mut rows = view.db.impediments(product.id)?;
    rows.sort_by_key(|row| (Reverse(row.resolved_at), Reverse(row.severity), row.number));
    let all =
        rows.into_iter().map(|row| Impediment::read(&view.db, row, view.now)).collect::<Result<Vec<_>>>()?;
    let (resolved, open): (Vec<_>, Vec<_>) =
        all.into_iter().partition(|impediment| impediment.state == ImpedimentState::Resolved);
    Ok(Impediments { open, resolved })
}
