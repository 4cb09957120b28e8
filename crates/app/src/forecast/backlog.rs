//! `forecast.backlog`: where the next sprints are likely to end in the Product Backlog.

use chrono::NaiveDate;
use lineout_domain::figures::forecast::HowMuch;
use uuid::Uuid;

use super::basis::{Ahead, ForecastBasis, Known};
use super::{EVEN, ForecastUnit, LIKELY, points};
use crate::context::View;
use crate::error::Result;
use crate::wire::{count, requests, responses};

/// Sprints looked ahead.
const SPRINTS: usize = 5;

requests! {
    /// Asks where the next sprints are likely to end.
    pub struct ForecastBacklog {
        /// In the backlog of which product.
        pub product: Uuid,
        /// In what to count; items when left out.
        pub unit: Option<ForecastUnit>,
        /// Working days of history to draw from, 60 when left out.
        pub window: Option<u32>,
    }
}

responses! {
    /// Where the next sprints are likely to end.
    pub struct BacklogForecast {
        /// What it rests on.
        pub basis: ForecastBasis,
        /// The active sprint and those to come; none when the history is too thin.
        pub sprints: Vec<SprintForecast>,
    }

    /// One sprint's end.
    pub struct SprintForecast {
        /// The sprint, when there is one already.
        pub sprint: Option<Uuid>,
        /// Its name, or the one it would have.
        pub name: String,
        /// Its last day.
        pub end_day: NaiveDate,
        /// Working days until then, today not counted.
        pub working_days: u32,
        /// So much or more in 85 % of the trials.
        pub likely: Reach,
        /// So much or more in half of them.
        pub even: Reach,
    }

    /// How far down the Product Backlog something reaches.
    pub struct Reach {
        /// Rows from the top.
        pub rows: u32,
        /// Their points.
        pub points: f64,
        /// The backlog ends before it does.
        pub beyond: bool,
    }
}

pub(crate) fn run(view: &View<'_>, request: ForecastBacklog) -> Result<BacklogForecast> {
    let known = Known::read(view, request.product, request.unit, request.window)?;
    let Some(throughput) = &known.throughput else {
        return Ok(BacklogForecast { basis: known.basis, sprints: Vec::new() });
    };
    let ahead = known.sprints(view, SPRINTS)?;
    let within: Vec<usize> = ahead.iter().map(|sprint| sprint.within).collect();
    let much = throughput.how_much(&within);
    let total = view.db.backlog_totals(known.product.id)?.items;
    let sprints = ahead.into_iter().zip(&much).map(|(sprint, much)| told(view, &known, total, sprint, much));
    let sprints = sprints.collect::<Result<_>>()?;
    Ok(BacklogForecast { basis: known.basis, sprints })
}

fn told(view: &View<'_>, known: &Known, total: u32, sprint: Ahead, much: &HowMuch) -> Result<SprintForecast> {
    Ok(SprintForecast {
        sprint: sprint.sprint,
        name: sprint.name,
        end_day: sprint.end_day,
        working_days: count(sprint.within),
        likely: reach(view, known, total, much.at(LIKELY))?,
        even: reach(view, known, total, much.at(EVEN))?,
    })
}

/// How far an amount reaches in a backlog of `total` rows when the sprints' own items come first.
fn reach(view: &View<'_>, known: &Known, total: u32, amount: u64) -> Result<Reach> {
    let (product, left) = (known.product.id, amount.saturating_sub(known.before()));
    let rows = match known.basis.unit {
        _ if left == 0 => 0,
        ForecastUnit::Items => count(left),
        ForecastUnit::Points => {
            let left = i64::try_from(left).unwrap_or(i64::MAX);
            view.db.backlog_reach(product, &[left])?.first().copied().unwrap_or(0)
        }
    };
    let rows_shown = rows.min(total);
    let points = points(view.db.backlog_hundredths_before(product, rows_shown + 1)?);
    Ok(Reach { rows: rows_shown, points, beyond: total == 0 || rows >= total })
}
