//! `sprint.get`: one sprint with its items, its days and what past sprints managed.

use chrono::{DateTime, NaiveDate, Utc};
use lineout_domain::calendar::Calendar;
use lineout_domain::sprint::State;
use lineout_store::record::{self as rows, Record};
use uuid::Uuid;

use super::{Sprint, find, start};
use crate::context::View;
use crate::error::{AppError, Result};
use crate::item::ItemRow;
use crate::product::calendar;
use crate::product::velocity::{VelocityRange, range};
use crate::wire::{count, requests, responses};

requests! {
    /// Names a sprint.
    pub struct NameSprint {
        /// Which.
        pub sprint: Uuid,
    }
}

responses! {
    /// A sprint as its rooms show it.
    pub struct SprintDetail {
        /// The sprint.
        pub sprint: Sprint,
        /// Its items, in the order of its board.
        pub items: Vec<ItemRow>,
        /// What past sprints completed; none before the first.
        pub velocity: Option<VelocityRange>,
        /// Working days in all.
        pub working_days: u32,
        /// Which working day today is, from 1; none outside the sprint.
        pub day_number: Option<u32>,
        /// Working days left, today included.
        pub working_days_left: u32,
        /// Every day of the sprint.
        pub days: Vec<SprintDay>,
        /// Why a planned sprint could not be started now; none when it could, or is planned no longer.
        pub start_refusal: Option<Refusal>,
    }

    /// What would be refused, and what to do about it.
    pub struct Refusal {
        /// Stable, for programs.
        pub code: String,
        /// What and why.
        pub message: String,
        /// What to do.
        pub hint: String,
    }

    /// One day of a sprint.
    pub struct SprintDay {
        /// The day.
        pub day: NaiveDate,
        /// Whether the team works.
        pub working: bool,
    }
}

pub(crate) fn run(view: &View<'_>, request: NameSprint) -> Result<SprintDetail> {
    let row = find(&view.db, request.sprint)?;
    let product = rows::Product::get(&view.db, row.product)?;
    let calendar = calendar(&view.db, &product)?;
    let days = SprintDays::of(&row, &calendar, view.now);
    let items = view.db.sprint_items(row.id)?;
    let open = items.iter().filter(|item| item.resolution.is_none()).count();
    let refusal = if row.state == State::Planned { start::check(&view.db, &row, open).err() } else { None };
    let items = ItemRow::all(&view.db, &items)?;
    Ok(SprintDetail {
        items,
        velocity: range(&view.db, row.product, None)?,
        working_days: days.working,
        day_number: days.number,
        working_days_left: days.left,
        days: days.all,
        start_refusal: refusal.map(Refusal::from),
        sprint: Sprint::read(&view.db, row)?,
    })
}

impl From<AppError> for Refusal {
    fn from(error: AppError) -> Self {
        Self { code: error.code, message: error.message, hint: error.hint }
    }
}

/// How far a sprint is in its days.
pub(crate) struct SprintDays {
    /// Every day of it.
    pub(crate) all: Vec<SprintDay>,
    /// Working days in all.
    pub(crate) working: u32,
    /// Which working day today is, from 1; none outside the sprint. One that runs before its first day is in its first.
    pub(crate) number: Option<u32>,
    /// Working days left, today included.
    pub(crate) left: u32,
    /// Working days left, today not included.
    pub(crate) after_today: u32,
}

impl SprintDays {
    pub(crate) fn of(row: &rows::Sprint, calendar: &Calendar, now: DateTime<Utc>) -> Self {
        let today = calendar.day_of(now);
        let all = sprint_days(row, calendar);
        let count = |wanted: &dyn Fn(NaiveDate) -> bool| {
            count(all.iter().filter(|day| day.working && wanted(day.day)).count())
        };
        let begun = today >= row.start_day || row.state == State::Active;
        let passed = count(&|day| day <= today);
        Self {
            working: count(&|_| true),
            number: (begun && today <= row.end_day).then_some(passed.max(1)),
            left: count(&|day| day >= today),
            after_today: count(&|day| day > today),
            all,
        }
    }
}

/// The days of a sprint: as frozen at start, those added since by the calendar of today.
pub(crate) fn sprint_days(row: &rows::Sprint, calendar: &Calendar) -> Vec<SprintDay> {
    let frozen = row.calendar.as_deref().unwrap_or_default().as_bytes();
    let days = calendar.days(row.start_day, row.end_day).into_iter().enumerate();
    days.map(|(n, day)| SprintDay {
        day: day.day,
        working: frozen.get(n).map_or(day.working, |mark| *mark == b'1'),
    })
    .collect()
}
