//! `product.velocity`: what past sprints committed to and completed. A range, not a promise.

use lineout_domain::figures::velocity as figure;
use lineout_domain::ids::ProductId;
use lineout_domain::sprint::State;
use lineout_store::Db;
use lineout_store::record::{self as rows, Record};
use uuid::Uuid;

use crate::context::View;
use crate::error::Result;
use crate::wire::{count, requests, responses};

requests! {
    /// Asks for a product's velocity.
    pub struct GetVelocity {
        /// Of which product.
        pub product: Uuid,
        /// Only the newest so many sprints.
        pub last: Option<u32>,
    }
}

responses! {
    /// A product's velocity.
    pub struct Velocity {
        /// Closed sprints, oldest first; cancelled ones are left out.
        pub sprints: Vec<SprintVelocity>,
        /// The range to expect; none before the first closed sprint.
        pub range: Option<VelocityRange>,
    }

    /// One sprint in points.
    pub struct SprintVelocity {
        /// The sprint.
        pub sprint: Uuid,
        /// Its number.
        pub number: u32,
        /// Its name.
        pub name: String,
        /// Frozen at start.
        pub committed: f64,
        /// Done at close, by the estimates then.
        pub completed: f64,
        /// Committed points completed ÷ points committed.
        pub say_do: Option<f64>,
    }

    /// What sprints completed.
    pub struct VelocityRange {
        /// 10th percentile.
        pub low: f64,
        /// Median.
        pub typical: f64,
        /// 90th percentile.
        pub high: f64,
        /// The most in one sprint.
        pub best: f64,
        /// How many sprints it rests on.
        pub n: u32,
    }
}

pub(crate) fn run(view: &View<'_>, request: GetVelocity) -> Result<Velocity> {
    let product = rows::Product::get(&view.db, ProductId::new(request.product))?.id;
    let last = request.last.map(|n| n as usize);
    let records = view.db.closed_records(product)?;
    let skip = last.map_or(0, |last| records.len().saturating_sub(last));
    let mut sprints = Vec::new();
    for record in records.into_iter().skip(skip) {
        sprints.push(SprintVelocity {
            sprint: record.sprint.as_uuid(),
            number: rows::Sprint::get(&view.db, record.sprint)?.number,
            name: record.name,
            committed: record.committed_points,
            completed: record.completed_points,
            say_do: (record.committed_points > 0.0).then(|| record.committed_done / record.committed_points),
        });
    }
    Ok(Velocity { sprints, range: range(&view.db, product, last)? })
}

/// The range of the newest `last` closed sprints.
pub(crate) fn range(db: &Db<'_>, product: ProductId, last: Option<usize>) -> Result<Option<VelocityRange>> {
    let completed: Vec<(State, f64)> =
        db.closed_records(product)?.iter().map(|record| (record.state, record.completed_points)).collect();
    Ok(figure::range(&completed, last).map(|range| VelocityRange {
        low: range.low,
        typical: range.typical,
        high: range.high,
        best: range.best,
        n: count(range.n),
    }))
}
