//! `improvement.standings`: where the KPI of every entry of the register stands.

use lineout_domain::ids::ProductId;
use lineout_store::record::{self, Record};
use uuid::Uuid;

use super::course::{Measured, course};
use crate::context::View;
use crate::error::Result;
use crate::wire::{requests, responses};

requests! {
    /// Asks where the KPIs of a product's register stand.
    pub struct ListStandings {
        /// Of which product.
        pub product: Uuid,
    }
}

responses! {
    /// Where the KPIs of a register stand.
    pub struct Standings {
        /// One for each entry with a value since it was agreed, newest entry first.
        pub standings: Vec<Standing>,
    }

    /// Where a KPI stands; as its course tells it.
    pub struct Standing {
        /// The entry.
        pub improvement: Uuid,
        /// The newest value since it was agreed.
        pub last: f64,
        /// How much of the way to the target is gone, in per cent.
        pub progress: Option<f64>,
        /// The target is reached; none without a target.
        pub reached: Option<bool>,
        /// It went the way it should; none when it stands where it stood, or is not known.
        pub better: Option<bool>,
    }
}

pub(crate) fn run(view: &View<'_>, request: ListStandings) -> Result<Standings> {
    let product = record::Product::get(&view.db, ProductId::new(request.product))?.id;
    let mut standings = Vec::new();
    for row in view.db.improvements(product)? {
        let Some(kpi) = Measured::as_of(&view.db, row.id, view.now)? else { continue };
        let went = course(&view.db, &row, &kpi, view.now)?;
        standings.extend(went.last.map(|last| Standing {
            improvement: row.id.as_uuid(),
            last,
            progress: went.progress,
            reached: went.reached,
            better: went.better,
        }));
    }
    Ok(Standings { standings })
}
