//! `sprint.create`: a planned sprint, in the next free span when no dates are given.

use chrono::NaiveDate;
use lineout_domain::ids::ProductId;
use lineout_domain::sprint::{self as rules, State};
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
    let row = plan(act, &product, request.goal.as_deref(), request.start_day, request.end_day)?;
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
    let others = occupied(act.db, product, None)?;
    let calendar = calendar(act.db, product)?;
    let last = others.iter().map(|other| other.end).max();
    let length = u32::from(product.sprint_length_days);
    let (start_day, end_day) = match start {
        None => {
            let (free, until) = rules::next_span(last, calendar.day_of(act.now), length, &calendar);
            (free, end.unwrap_or(until))
        }
        Some(start) => {
            let until = start.checked_add_days(chrono::Days::new(u64::from(length) - 1)).unwrap_or(start);
            (start, end.unwrap_or_else(|| until.min(rules::last_end(start))))
        }
    };
    rules::check_dates(start_day, end_day, &others)?;
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
    };
    row.insert(act.db)?;
    Ok(row)
}
