//! Sprints: planning, starting, scope, closing, and the record that stays.

pub mod burndown;
pub mod cancel;
pub mod close;
pub mod closing;
pub mod create;
pub mod delete;
pub mod edit;
pub mod export;
pub mod get;
pub mod list;
pub(crate) mod lived;
pub mod order;
pub mod preview;
pub mod propose;
pub mod record;
pub(crate) mod samples;
pub(crate) mod scope;
pub mod start;
pub mod take;
pub(crate) mod told;

use chrono::{DateTime, Datelike, Days, NaiveDate, Utc};
use lineout_domain::ids::SprintId;
use lineout_domain::sprint::{self as rules, Occupied};
use lineout_domain::text;
use lineout_store::Db;
use lineout_store::record::{self as rows, Record};
use uuid::Uuid;

use crate::error::{AppError, Result};
use crate::product::calendar;
use crate::wire::responses;

pub(crate) use told::rest_of;

responses! {
    /// A sprint.
    pub struct Sprint {
        /// Its id.
        pub id: Uuid,
        /// Its product.
        pub product: Uuid,
        /// Its number in the product.
        pub number: u32,
        /// Its name.
        pub name: String,
        /// The Sprint Goal; empty when not set yet.
        pub goal: String,
        /// Its first day.
        pub start_day: NaiveDate,
        /// Its last day, included.
        pub end_day: NaiveDate,
        /// Where it is in its life.
        pub state: SprintState,
        /// When it was started.
        pub started_at: Option<DateTime<Utc>>,
        /// When it was closed or cancelled.
        pub ended_at: Option<DateTime<Utc>>,
        /// The team's day on which it was closed or cancelled; none while it has not ended, and of one that was brought in.
        pub ended_day: Option<NaiveDate>,
        /// Why it was cancelled.
        pub cancel_reason: Option<String>,
        /// The tool it was brought in from, closed; its record is what that tool's file knew.
        pub imported_from: Option<String>,
        /// Items in it.
        pub items: u32,
        /// The sum of their estimates.
        pub points: f64,
        /// The part of it that is Done.
        pub done_points: f64,
        /// The points frozen at start.
        pub committed_points: Option<f64>,
    }
}

crate::wire::wire_words! {
    /// Where a sprint is in its life.
    SprintState = lineout_domain::sprint::State { Planned, Active, Closed, Cancelled }
}

impl Sprint {
    pub(crate) fn read(db: &Db<'_>, row: rows::Sprint) -> Result<Self> {
        let totals = db.sprint_totals(row.id)?;
        let ended_day = match row.ended_at.filter(|_| row.source.is_none()) {
            Some(end) => Some(calendar(db, &rows::Product::get(db, row.product)?)?.day_of(end)),
            None => None,
        };
        Ok(Self {
            id: row.id.as_uuid(),
            product: row.product.as_uuid(),
            number: row.number,
            name: row.name,
            goal: row.goal,
            start_day: row.start_day,
            end_day: row.end_day,
            state: row.state.into(),
            started_at: row.started_at,
            ended_at: row.ended_at,
            ended_day,
            cancel_reason: row.cancel_reason,
            imported_from: row.source,
            items: totals.items,
            points: totals.points,
            done_points: totals.done_points,
            committed_points: totals.committed,
        })
    }
}

/// The days that a product's sprints take, but for one of them.
pub(crate) fn occupied(db: &Db<'_>, product: &rows::Product, but: Option<SprintId>) -> Result<Vec<Occupied>> {
    let calendar = calendar(db, product)?;
    let others = db.sprints(product.id)?.into_iter().filter(|sprint| Some(sprint.id) != but);
    let days =
        |s: rows::Sprint| rules::occupied(&s.name, (s.start_day, s.end_day), s.state, s.ended_at, &calendar);
    Ok(others.filter_map(days).collect())
}

/// A day that a calendar of ours can hold.
pub(crate) fn check_day(day: NaiveDate) -> Result<NaiveDate> {
    if (2000..=2200).contains(&day.year()) {
        return Ok(day);
    }
    Err(AppError::new(
        "day_out_of_range",
        format!("{} is too far away.", text::day(&day)),
        "Choose a day from 2000 to 2200.",
    ))
}

/// The last day of a sprint as it was planned at start; of one that has not begun, as it is planned now.
pub(crate) fn planned_last(row: &rows::Sprint) -> NaiveDate {
    match row.calendar.as_ref().map(String::len).filter(|days| *days > 0) {
        Some(days) => row.start_day + Days::new(days as u64 - 1),
        None => row.end_day,
    }
}

/// The sprint of a request.
pub(crate) fn find(db: &Db<'_>, id: Uuid) -> Result<rows::Sprint> {
    Ok(rows::Sprint::get(db, SprintId::new(id))?)
}
