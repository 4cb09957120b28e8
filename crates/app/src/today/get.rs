//! `today.get`: the first screen of the day, in one answer.

use chrono::{DateTime, NaiveDate, Utc};
use lineout_domain::calendar::Calendar;
use lineout_domain::ids::{PersonId, ProductId};
use lineout_domain::impediment;
use lineout_domain::item::Resolution;
use lineout_store::record::{self, Record};
use uuid::Uuid;

use super::needs::{self, Need};
use super::next::{self, NextEvent};
use crate::context::View;
use crate::error::Result;
use crate::impediment::blocked::BlockedTime;
use crate::item::ItemRow;
use crate::product::calendar;
use crate::sprint::burndown::{self, Burndown};
use crate::sprint::get::SprintDays;
use crate::wire::{Role, count, requests, responses};

requests! {
    /// Asks for a person's day.
    pub struct GetDay {
        /// In which product.
        pub product: Uuid,
        /// Whose; nobody's when left out: then only what concerns everybody is told.
        pub person: Option<Uuid>,
    }
}

responses! {
    /// A person's day.
    pub struct Today {
        /// The team's day.
        pub day: NaiveDate,
        /// Why the team would not work on it; none on a working day.
        pub day_off: Option<String>,
        /// What the person is to the product.
        pub roles: Vec<Role>,
        /// Where the sprint stands; none while none runs.
        pub sprint: Option<TodaySprint>,
        /// What needs the person, by role; what needs nothing is left out.
        pub needs: Vec<Need>,
        /// The event that comes next.
        pub next: NextEvent,
    }

    /// Where the running sprint stands.
    pub struct TodaySprint {
        /// The sprint.
        pub id: Uuid,
        /// Its name.
        pub name: String,
        /// Its goal.
        pub goal: String,
        /// Which working day today is, from 1; none when the sprint should be over.
        pub day_number: Option<u32>,
        /// Working days in all.
        pub working_days: u32,
        /// Working days left, today included.
        pub working_days_left: u32,
        /// Its last day.
        pub end_day: NaiveDate,
        /// The chart so far.
        pub burndown: Burndown,
        /// Items in it.
        pub items: u32,
        /// Of these, Done.
        pub done: u32,
        /// Open items that an impediment blocks, the one blocked longest first.
        pub blocked: Vec<BlockedNow>,
        /// Impediments that are not resolved.
        pub impediments: u32,
        /// Of these, those that endanger the Sprint Goal.
        pub endanger: u32,
    }

    /// An item that is blocked.
    pub struct BlockedNow {
        /// As lists show it.
        #[serde(flatten)]
        pub row: ItemRow,
        /// Since when.
        pub since: Option<DateTime<Utc>>,
        /// For how long in all, in hours by the clock.
        pub hours: f64,
        /// By what: the title of the impediment that was raised first.
        pub by: String,
    }
}

/// What every part of the answer needs.
pub(super) struct Day<'a> {
    pub(super) view: &'a View<'a>,
    pub(super) product: record::Product,
    pub(super) calendar: Calendar,
    pub(super) today: NaiveDate,
    pub(super) sprint: Option<record::Sprint>,
    /// The running sprint's items in the order of its board.
    pub(super) items: Vec<record::Item>,
}

pub(crate) fn run(view: &View<'_>, request: GetDay) -> Result<Today> {
    let db = &view.db;
    let product = record::Product::get(db, ProductId::new(request.product))?;
    let person = request.person.map(|id| record::Person::get(db, PersonId::new(id))).transpose()?;
    let calendar = calendar(db, &product)?;
    let sprint = db.active_sprint(product.id)?;
    let items = sprint.as_ref().map_or_else(|| Ok(Vec::new()), |sprint| db.sprint_items(sprint.id))?;
    let day = Day { view, today: calendar.day_of(view.now), product, calendar, sprint, items };
    let roles = match &person {
        Some(person) => db.roles(day.product.id, person.id)?.into_iter().map(|row| row.role).collect(),
        None => Vec::new(),
    };
    Ok(Today {
        day: day.today,
        day_off: crate::daily::day_off(db, &day.product, day.today)?,
        sprint: day.sprint.as_ref().map(|sprint| standing(&day, sprint)).transpose()?,
        needs: needs::of(&day, person.map(|person| person.id), &roles)?,
        next: next::event(&day)?,
        roles: roles.into_iter().map(Role::from).collect(),
    })
}

fn standing(day: &Day<'_>, sprint: &record::Sprint) -> Result<TodaySprint> {
    let db = &day.view.db;
    let days = SprintDays::of(sprint, &day.calendar, day.view.now);
    let open = db.open_impediments(day.product.id)?;
    let counts =
        |item: &&record::Item| !matches!(item.resolution, Some(Resolution::Cancelled | Resolution::Split));
    let inside: Vec<&record::Item> = day.items.iter().filter(counts).collect();
    let done = inside.iter().filter(|item| item.resolution == Some(Resolution::Done)).count();
    Ok(TodaySprint {
        id: sprint.id.as_uuid(),
        name: sprint.name.clone(),
        goal: sprint.goal.clone(),
        day_number: days.number,
        working_days: days.working,
        working_days_left: days.left,
        end_day: sprint.end_day,
        burndown: burndown::compute(db, sprint, day.view.now, &|_| false)?,
        items: count(inside.len()),
        done: count(done),
        blocked: blocked(day)?,
        impediments: count(open.len()),
        endanger: count(open.iter().filter(|row| row.endangers_goal).count()),
    })
}

fn blocked(day: &Day<'_>) -> Result<Vec<BlockedNow>> {
    let db = &day.view.db;
    let open: Vec<record::Item> =
        day.items.iter().filter(|item| item.resolution.is_none()).cloned().collect();
    let ids: Vec<_> = open.iter().map(|item| item.id).collect();
    let held = db.blocked_among(&ids)?;
    let held: Vec<record::Item> = open.into_iter().filter(|item| held.contains(&item.id)).collect();
    let mut blocked = Vec::with_capacity(held.len());
    for (item, row) in held.iter().zip(ItemRow::all(db, &held)?) {
        let time = BlockedTime::read(db, item.id, &day.calendar, day.view.now)?;
        let first = db.impediments_of(item.id)?.into_iter();
        let first = first
            .filter(|row| row.state != impediment::State::Resolved)
            .min_by_key(|row| (row.raised_at, row.number));
        blocked.push(BlockedNow {
            row,
            since: time.as_ref().and_then(|time| time.since),
            hours: time.map_or(0.0, |time| time.hours),
            by: first.map(|row| row.title).unwrap_or_default(),
        });
    }
    blocked.sort_by_key(|one| one.since);
    Ok(blocked)
}
