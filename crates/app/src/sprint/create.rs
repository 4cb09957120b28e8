//! `sprint.create`: a planned sprint, in the next free span when no dates are given.

use chrono::{DateTime, NaiveDate, Utc};
use lineout_domain::ids::ProductId;
use lineout_domain::sprint::{self as rules, State};
use lineout_store::Db;
use lineout_store::record::{self as rows, Record};
use uuid::Uuid;

use super::{Sprint, occupied};
use crate::context::Act;
use crate::error::Result;
use crate::product::calendar;
use crate::wire::requests;

requests! {
    /// Plans a sprint.
    pub struct CreateSprint {
        /// Of which product.
        pub product: Uuid,
        /// Its name; one that follows from its number when left out.
        pub name: Option<String>,
        /// The Sprint Goal; it may be set later.
        pub goal: Option<String>,
        /// Its first day.
        pub start_day: Option<NaiveDate>,
        /// Its last day, included.
        pub end_day: Option<NaiveDate>,
    }
}

pub(crate) fn run(act: &mut Act<'_, '_>, request: CreateSprint) -> Result<Sprint> {
    let product = rows::Product::get(act.db, ProductId::new(request.product))?;
    let mut row = plan(act, &product, request.goal.as_deref(), request.start_day, request.end_day)?;
    if let Some(name) = request.name {
        row.name = rules::name(&name)?;
        row.save(act.db)?;
    }
    act.db.label(format!("Plan {}", row.name));
    Sprint::read(act.db, row)
}

/// Writes a planned sprint.
pub(crate) fn plan(
    act: &mut Act<'_, '_>,
    product: &rows::Product,
    goal: Option<&str>,
    start: Option<NaiveDate>,
    end: Option<NaiveDate>,
) -> Result<rows::Sprint> {
    let (start_day, end_day) = span(act.db, act.now, product, start, end)?;
    rules::check_dates(start_day, end_day, &occupied(act.db, product, None)?)?;
    let number = act.db.next_number(product.id, "sprint")?;
    let row = rows::Sprint {
        id: act.id(),
        product: product.id,
        number,
        name: rules::default_name(number.into()),
        goal: rules::goal(goal.unwrap_or_default())?,
        start_day,
        end_day,
        state: State::Planned,
        calendar: None,
        started_at: None,
        ended_at: None,
        cancel_reason: None,
        source: None,
        source_key: None,
    };
    row.insert(act.db)?;
    Ok(row)
}

/// The days of a new sprint: what is left out follows from the last sprint and the product's usual length.
pub(crate) fn span(
    db: &Db<'_>,
    now: DateTime<Utc>,
    product: &rows::Product,
    start: Option<NaiveDate>,
    end: Option<NaiveDate>,
) -> Result<(NaiveDate, NaiveDate)> {
    let length = u32::from(product.sprint_length_days);
    let Some(start) = start else {
        let last = occupied(db, product, None)?.iter().map(|other| other.end).max();
        let calendar = calendar(db, product)?;
        let (free, until) = rules::next_span(last, calendar.day_of(now), length, &calendar);
        return Ok((free, end.unwrap_or(until)));
    };
    let until = start.checked_add_days(chrono::Days::new(u64::from(length) - 1)).unwrap_or(start);
    Ok((start, end.unwrap_or_else(|| until.min(rules::last_end(start)))))
}
