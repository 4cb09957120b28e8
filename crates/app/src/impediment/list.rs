//! `impediment.list`: what is in the way, what was, and how long it took.

use std::cmp::Reverse;

use lineout_domain::figures::resolution::{Trouble, resolution};
use lineout_domain::ids::ProductId;
use lineout_store::record::{self, Record};
use uuid::Uuid;

use super::{Impediment, ImpedimentState};
use crate::context::View;
use crate::error::Result;
use crate::product::calendar;
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
        /// How long resolving took.
        pub time_to_resolve: TimeToResolve,
    }

    /// How long resolving took.
    pub struct TimeToResolve {
        /// How many were resolved.
        pub n: u32,
        /// The mean, in hours; none before the first.
        pub mean_hours: Option<f64>,
        /// The median, in hours; none before the first.
        pub median_hours: Option<f64>,
        /// The mean on working days only, in hours.
        pub mean_working_hours: Option<f64>,
        /// The median on working days only, in hours.
        pub median_working_hours: Option<f64>,
        /// How many are open, and so in neither figure.
        pub open: u32,
    }
}

pub(crate) fn run(view: &View<'_>, request: ListImpediments) -> Result<Impediments> {
    let product = record::Product::get(&view.db, ProductId::new(request.product))?;
    let mut rows = view.db.impediments(product.id)?;
    rows.sort_by_key(|row| (Reverse(row.resolved_at), Reverse(row.severity), row.number));
    let troubles: Vec<_> =
        rows.iter().map(|row| Trouble { from: row.raised_at, to: row.resolved_at }).collect();
    let calendar = calendar(&view.db, &product)?;
    let figure = resolution(&troubles, &calendar, view.now);
    let all =
        rows.into_iter().map(|row| Impediment::read(&view.db, row, view.now)).collect::<Result<Vec<_>>>()?;
    let (resolved, open): (Vec<_>, Vec<_>) =
        all.into_iter().partition(|impediment| impediment.state == ImpedimentState::Resolved);
    let time_to_resolve = TimeToResolve {
        n: u32::try_from(figure.n).unwrap_or(u32::MAX),
        mean_hours: figure.elapsed.map(|hours| hours.mean),
        median_hours: figure.elapsed.map(|hours| hours.median),
        mean_working_hours: figure.working.map(|hours| hours.mean),
        median_working_hours: figure.working.map(|hours| hours.median),
        open: u32::try_from(figure.open).unwrap_or(u32::MAX),
    };
    Ok(Impediments { open, resolved, time_to_resolve })
}
