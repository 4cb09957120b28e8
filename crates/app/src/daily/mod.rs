//! The Daily Scrum: one a day of a running sprint, held on its timer, kept and readable later.
//!
//! What moved is read from the history whenever it is asked for ([`moved`]); what is said is kept: turns, plans, votes.
//! A day is the team's. It may be changed until its day or its sprint is over.

mod choices;
pub mod end;
pub mod get;
pub mod list;
pub(crate) mod moved;
pub mod people;
pub mod plan;
pub mod raise;
pub mod start;
pub mod summary;
pub mod today;
pub mod turn;
pub mod vote;
pub(crate) mod walk;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use lineout_domain::calendar::Calendar;
use lineout_domain::daily as rules;
use lineout_domain::ids::{DailyId, PersonId};
use lineout_domain::timer;
use lineout_store::Db;
use lineout_store::record::{self, Record};
use uuid::Uuid;

use crate::context::Act;
use crate::error::Result;
use crate::product::calendar;
use crate::wire::{requests, wire_words};

/// What the timer of a Daily Scrum is called.
pub(crate) const LABEL: &str = "Daily Scrum";

wire_words! {
    /// How a Daily Scrum goes round: person by person, or item by item from the rightmost column to the left.
    DailyRound = lineout_domain::daily::Order { People, Board }
    /// What became of a line of a plan.
    PlanFate = lineout_domain::daily::Fate { Done, Moved, NotTouched, Words }
}

requests! {
    /// Names a Daily Scrum.
    pub struct NameDaily {
        /// Which.
        pub daily: Uuid,
    }
}

/// A Daily Scrum with what it is about.
pub(crate) struct Meeting {
    pub(crate) row: record::Daily,
    pub(crate) sprint: record::Sprint,
    pub(crate) product: record::Product,
    pub(crate) calendar: Calendar,
}

impl Meeting {
    pub(crate) fn find(db: &Db<'_>, id: Uuid) -> Result<Self> {
        Self::of(db, record::Daily::get(db, DailyId::new(id))?)
    }

    pub(crate) fn of(db: &Db<'_>, row: record::Daily) -> Result<Self> {
        let sprint = record::Sprint::get(db, row.sprint)?;
        let product = record::Product::get(db, row.product)?;
        let calendar = calendar(db, &product)?;
        Ok(Self { row, sprint, product, calendar })
    }

    /// Refuses once its day or its sprint is over.
    pub(crate) fn check_today(&self, now: DateTime<Utc>) -> Result<()> {
        let today = self.calendar.day_of(now);
        Ok(rules::check_today(self.row.day, today, self.sprint.state, &self.sprint.name)?)
    }

    /// Refuses unless it is under way.
    pub(crate) fn check_under_way(&self, now: DateTime<Utc>) -> Result<()> {
        self.check_today(now)?;
        if self.row.ended_at.is_some() { Err(rules::DailyRule::Ended.into()) } else { Ok(()) }
    }

    /// The one before it in the sprint, if there was one.
    pub(crate) fn previous(&self, db: &Db<'_>) -> Result<Option<record::Daily>> {
        Ok(db.dailies(self.row.sprint)?.into_iter().rfind(|daily| daily.day < self.row.day))
    }

    /// From when to when it looks for what moved: from the start of the one before, or of the sprint, to its end, or
    /// to now as long as it can be changed.
    pub(crate) fn window(
        &self,
        previous: Option<&record::Daily>,
        now: DateTime<Utc>,
    ) -> (DateTime<Utc>, DateTime<Utc>) {
        let begun = self.sprint.started_at.unwrap_or(self.row.started_at);
        let from = previous.map_or(begun, |daily| daily.started_at);
        let until = self.row.ended_at.unwrap_or_else(|| now.min(self.calendar.end_of(self.row.day)));
        // What the close of the sprint carries away did not move that day.
        let closed = self.sprint.ended_at.map(|ended| ended - TimeDelta::milliseconds(1));
        (from, closed.map_or(until, |closed| until.min(closed)))
    }

    /// What the meeting's timer shows, in milliseconds from its start; it never falls behind the turns that were kept.
    pub(crate) fn clock(&self, db: &Db<'_>, turns: &[record::DailyTurn], now: DateTime<Utc>) -> Result<i64> {
        let timer = db.timer_of(timer::Kind::Daily, &self.row.id.to_string())?;
        let shown = timer.map_or(0, |timer| timer.course().spent_at(now).num_milliseconds());
        let kept = turns.iter().map(|turn| turn.to_ms.unwrap_or(turn.from_ms)).max().unwrap_or(0);
        Ok(shown.max(kept))
    }
}

/// "the Daily Scrum of Tuesday, 10 March".
pub(crate) fn named(day: NaiveDate) -> String {
    format!("the Daily Scrum of {}", day.format("%A, %-d %B"))
}

/// Whoever takes part under this name, or the refusal.
pub(crate) fn taking_part(act: &Act<'_, '_>, daily: DailyId, person: Uuid) -> Result<record::Person> {
    let person = record::Person::get(act.db, PersonId::new(person))?;
    match act.db.daily_people(daily)?.iter().any(|row| row.person == person.id) {
        true => Ok(person),
        false => Err(rules::DailyRule::NotThere(person.name).into()),
    }
}

/// Why the team would not work on a day, in a sentence; none when it does.
pub(crate) fn day_off(db: &Db<'_>, meeting: &record::Product, day: NaiveDate) -> Result<Option<String>> {
    let calendar = calendar(db, meeting)?;
    if calendar.is_working(day) {
        return Ok(None);
    }
    let holiday = db.holidays(meeting.id)?.into_iter().find(|holiday| holiday.day == day);
    Ok(Some(match holiday {
        Some(holiday) if !holiday.name.is_empty() => format!("This is no working day: {}.", holiday.name),
        Some(_) => "This is no working day: it is a holiday.".to_owned(),
        None => format!("This is no working day: the team does not work on {}s.", day.format("%A")),
    }))
}
