//! `daily.today`: whether today's Daily Scrum has begun, and what there is to know before it does.

use chrono::{DateTime, NaiveDate, Utc};
use lineout_domain::daily as rules;
use lineout_domain::ids::ProductId;
use lineout_store::record::{self, Record};
use uuid::Uuid;

use super::day_off;
use crate::context::View;
use crate::error::Result;
use crate::product::calendar;
use crate::wire::{count, requests, responses};

requests! {
    /// Asks for today's Daily Scrum.
    pub struct GetToday {
        /// Of which product.
        pub product: Uuid,
    }
}

responses! {
    /// Today, as far as the Daily Scrum goes.
    pub struct DailyToday {
        /// The team's day.
        pub day: NaiveDate,
        /// Why the team would not work on it; none on a working day. A Daily Scrum may be held all the same.
        pub day_off: Option<String>,
        /// The sprint that runs; none when none does.
        pub sprint: Option<Uuid>,
        /// What it is called.
        pub sprint_name: Option<String>,
        /// Today's Daily Scrum; none before it has begun.
        pub daily: Option<Uuid>,
        /// It goes on.
        pub under_way: bool,
        /// The day of the last one in this sprint.
        pub previous_day: Option<NaiveDate>,
        /// When that began.
        pub previous_at: Option<DateTime<Utc>>,
        /// Working days since that one on which there was none.
        pub skipped_days: u32,
    }
}

pub(crate) fn run(view: &View<'_>, request: GetToday) -> Result<DailyToday> {
    let db = &view.db;
    let product = record::Product::get(db, ProductId::new(request.product))?;
    let calendar = calendar(db, &product)?;
    let day = calendar.day_of(view.now);
    let sprint = db.active_sprint(product.id)?;
    let dailies = sprint.as_ref().map_or(Ok(Vec::new()), |sprint| db.dailies(sprint.id))?;
    let previous = dailies.iter().rfind(|daily| daily.day < day);
    Ok(DailyToday {
        day,
        day_off: day_off(db, &product, day)?,
        under_way: dailies.iter().any(|daily| daily.day == day && daily.ended_at.is_none()),
        daily: dailies.iter().find(|daily| daily.day == day).map(|daily| daily.id.as_uuid()),
        previous_day: previous.map(|daily| daily.day),
        previous_at: previous.map(|daily| daily.started_at),
        skipped_days: previous.map_or(0, |daily| count(rules::skipped(&calendar, daily.day, day))),
        sprint: sprint.as_ref().map(|sprint| sprint.id.as_uuid()),
        sprint_name: sprint.map(|sprint| sprint.name),
    })
}
