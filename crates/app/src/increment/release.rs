//! `increment.release`: usable becomes released, with version and day.

use chrono::NaiveDate;
use lineout_domain::ids::IncrementId;
use lineout_domain::increment::{self as rules, State};
use lineout_store::record::{self, Record};
use uuid::Uuid;

use super::Increment;
use crate::context::Act;
use crate::error::Result;
use crate::product::calendar;
use crate::wire::requests;

requests! {
    /// Releases an increment.
    pub struct ReleaseIncrement {
        /// Which.
        pub increment: Uuid,
        /// The version users will see.
        pub version: String,
        /// The day; today in the team's time zone when left out.
        pub day: Option<NaiveDate>,
        /// Release notes, Markdown.
        pub notes: Option<String>,
    }
}

pub(crate) fn run(act: &mut Act<'_, '_>, request: ReleaseIncrement) -> Result<Increment> {
    let mut row = record::Increment::get(act.db, IncrementId::new(request.increment))?;
    rules::can_release(row.state, act.db.increment_items(row.id)?.len())?;
    let product = record::Product::get(act.db, row.product)?;
    let day = match request.day {
        Some(day) => crate::sprint::check_day(day)?,
        None => calendar(act.db, &product)?.day_of(act.now),
    };
    row.state = State::Released;
    row.version = Some(rules::version(&request.version)?);
    row.released_on = Some(day);
    if let Some(notes) = &request.notes {
        row.notes = rules::notes(notes)?;
    }
    row.save(act.db)?;
    act.db.label(format!("Release {} as {}", row.name, request.version.trim()));
    Increment::read(act.db, row)
}
