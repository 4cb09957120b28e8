//! `increment.release`: usable becomes released, with version and day.

use chrono::NaiveDate;
use lineout_domain::ids::IncrementId;
use lineout_domain::increment::{self as rules, State};
use lineout_store::record::{self, Record};
use uuid::Uuid;

use super::{Increment, notes};
use crate::context::Act;
use crate::error::Result;
use crate::product::calendar;
use crate::wire::requests;

requests! {
    /// Releases an increment. What was delivered does not change afterwards; its name and notes may.
    pub struct ReleaseIncrement {
        /// Which.
        pub increment: Uuid,
        /// The version users will see; no other release of the product has it.
        pub version: String,
        /// The day, not in the future and not before everything in it was Done; today in the team's time zone when
        /// left out.
        pub day: Option<NaiveDate>,
        /// Release notes, Markdown; when left out the notes it has, or else those that the product's template writes.
        pub notes: Option<String>,
    }
}

pub(crate) fn run(act: &mut Act<'_, '_>, request: ReleaseIncrement) -> Result<Increment> {
    let mut row = record::Increment::get(act.db, IncrementId::new(request.increment))?;
    let items = act.db.increment_items(row.id)?;
    rules::can_release(row.state, items.len())?;
    let version = rules::version(&request.version)?;
    let used: Vec<(String, String)> = act
        .db
        .increments(row.product)?
        .into_iter()
        .filter_map(|row| Some((row.version?, row.name)))
        .collect();
    rules::check_version_free(&version, &used)?;
    let product = record::Product::get(act.db, row.product)?;
    let calendar = calendar(act.db, &product)?;
    let today = calendar.day_of(act.now);
    let mut done = None;
    for part in &items {
        let item = record::Item::find(act.db, part.item)?;
        done = done.max(item.and_then(|item| item.resolved_at).map(|at| calendar.day_of(at)));
    }
    let day = request.day.map(crate::sprint::check_day).transpose()?.unwrap_or(today);
    row.released_on = Some(rules::release_day(day, today, done)?);
    row.state = State::Released;
    row.released_at = Some(act.now);
    row.version = Some(version);
    row.notes = match &request.notes {
        Some(notes) => rules::notes(notes)?,
        None if row.notes.is_empty() => rules::notes(&notes::written(act.db, &row, None)?)?,
        None => row.notes,
    };
    row.save(act.db)?;
    act.db.label(format!("Release {} as {}", row.name, request.version.trim()));
    Increment::read(act.db, row)
}
