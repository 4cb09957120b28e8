//! `sprint.closing`: what closing the active sprint is about, before anything is decided.

use chrono::{DateTime, NaiveDate, Utc};
use lineout_domain::accountability::Operation;
use lineout_domain::ids::PersonId;
use lineout_domain::item::Resolution;
use lineout_domain::sprint::{self as rules, State};
use lineout_store::record::{self as rows, Record};
use uuid::Uuid;

use super::get::{Refusal, SprintDays};
use super::{close, find, occupied};
use crate::board::card::Card;
use crate::context::{View, verdict};
use crate::daily;
use crate::error::Result;
use crate::item::ItemRow;
use crate::product::calendar;
use crate::review;
use crate::wire::{requests, responses};

requests! {
    /// Asks what closing a sprint is about.
    pub struct AskClosing {
        /// Which.
        pub sprint: Uuid,
        /// Who would close it; nobody in particular when left out.
        pub person: Option<Uuid>,
    }
}

responses! {
    /// What closing a sprint is about.
    pub struct Closing {
        /// Why this person's close would be refused, whatever is decided; none when it would not.
        pub refusal: Option<Refusal>,
        /// What is said where this person closes it against guidance; none where nothing is.
        pub against: Option<String>,
        /// Which working day today is, from 1; none outside the sprint.
        pub day_number: Option<u32>,
        /// Working days in all.
        pub working_days: u32,
        /// Working days that are left after today: more than none when it would end early.
        pub early_days: u32,
        /// Its Review was started and has not ended: it goes on after the close.
        pub review_running: bool,
        /// Its Daily Scrum is under way: the close ends it.
        pub daily_running: bool,
        /// Items that need a decision, in the order of the board.
        pub unfinished: Vec<Card>,
        /// Items that are Done, in the order of the board.
        pub done: Vec<DoneItem>,
        /// Items that were cancelled and need none.
        pub cancelled: Vec<CancelledItem>,
        /// The increment that Done items will join.
        pub increment: NextIncrement,
        /// The sprint that comes next.
        pub next: NextSprint,
        /// 24:00 team time of the last day as it was planned at start: what became Done later is late.
        pub planned_end: DateTime<Utc>,
    }

    /// A Done item and its increment.
    pub struct DoneItem {
        /// As lists show it.
        #[serde(flatten)]
        pub row: ItemRow,
        /// The name of the increment it is in, or will join.
        pub increment: String,
        /// It joins that increment by the closing.
        pub joins: bool,
        /// When it became Done.
        pub done_at: Option<DateTime<Utc>>,
        /// It became Done after the planned end.
        pub late: bool,
    }

    /// A cancelled item.
    pub struct CancelledItem {
        /// As lists show it.
        #[serde(flatten)]
        pub row: ItemRow,
        /// Why.
        pub reason: String,
    }

    /// An increment that Done items will join.
    pub struct NextIncrement {
        /// Its name.
        pub name: String,
        /// It is made by the closing.
        pub created: bool,
    }

    /// The sprint that comes next.
    pub struct NextSprint {
        /// Its id; none while it is not planned: then the closing plans it when an item goes there.
        pub id: Option<Uuid>,
        /// Its name.
        pub name: String,
        /// Its first day.
        pub start_day: NaiveDate,
        /// Its last day, included.
        pub end_day: NaiveDate,
    }
}

pub(crate) fn run(view: &View<'_>, request: AskClosing) -> Result<Closing> {
    let db = &view.db;
    let person = request.person.map(PersonId::new);
    let sprint = find(db, request.sprint)?;
    rules::can_close(sprint.state)?;
    let product = rows::Product::get(db, sprint.product)?;
    let calendar = calendar(db, &product)?;
    let planned_end = calendar.end_of(super::planned_last(&sprint));
    let open = close::open_increment(db, sprint.id)?;
    let increment = NextIncrement {
        created: open.is_none(),
        name: open.map_or_else(|| crate::increment::name_after(&sprint), |row| row.name),
    };
    let (mut unfinished, mut done, mut cancelled) = (Vec::new(), Vec::new(), Vec::new());
    for item in db.sprint_items(sprint.id)? {
        match item.resolution {
            None => unfinished.push(Card::read(db, &item, &calendar, view.now)?),
            Some(Resolution::Done) => {
                let row = ItemRow::read(db, &item)?;
                let held = match db.increment_item(item.id)? {
                    Some(part) => Some(rows::Increment::get(db, part.increment)?.name),
                    None => None,
                };
                let joins = held.is_none();
                let late = item.resolved_at.is_some_and(|at| rules::is_late(at, planned_end));
                let increment = held.unwrap_or_else(|| increment.name.clone());
                done.push(DoneItem { row, increment, joins, done_at: item.resolved_at, late });
            }
            Some(Resolution::Cancelled) => {
                let row = ItemRow::read(db, &item)?;
                cancelled.push(CancelledItem { row, reason: item.reason });
            }
            Some(Resolution::Split) => {}
        }
    }
    let next = next(view, &sprint, &product)?;
    let (refusal, against) = match verdict(db, product.id, person, Operation::ChangeSprintBacklog) {
        Ok(verdict) => (None, verdict),
        Err(error) => (Some(Refusal::from(error)), None),
    };
    let days = SprintDays::of(&sprint, &calendar, view.now);
    Ok(Closing {
        refusal,
        against,
        day_number: days.number,
        working_days: days.working,
        early_days: days.after_today,
        review_running: db.review_of(sprint.id)?.is_some_and(|row| review::is_running(&row)),
        daily_running: daily::end::under_way(db, &sprint, view.now)?.is_some(),
        unfinished,
        done,
        cancelled,
        increment,
        next,
        planned_end,
    })
}

/// The planned sprint that comes next, or the one that the closing would plan.
pub(super) fn next(view: &View<'_>, sprint: &rows::Sprint, product: &rows::Product) -> Result<NextSprint> {
    let db = &view.db;
    if let Some(next) = db.next_planned(product.id)? {
        return Ok(NextSprint {
            id: Some(next.id.as_uuid()),
            name: next.name,
            start_day: next.start_day,
            end_day: next.end_day,
        });
    }
    // As if it ended now: a sprint that is closed early leaves its last days free.
    let calendar = calendar(db, product)?;
    let mut others = occupied(db, product, Some(sprint.id))?;
    let days = (sprint.start_day, sprint.end_day);
    others.extend(rules::occupied(&sprint.name, days, State::Closed, Some(view.now), &calendar));
    let last = others.iter().map(|other| other.end).max();
    let length = u32::from(product.sprint_length_days);
    let (start_day, end_day) = rules::next_span(last, calendar.day_of(view.now), length, &calendar);
    let number = db.last_number(product.id, "sprint")? + 1;
    Ok(NextSprint { id: None, name: rules::default_name(number.into()), start_day, end_day })
}
