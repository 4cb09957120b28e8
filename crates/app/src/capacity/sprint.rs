//! `sprint.capacity`: what the team and each person can do in a sprint, and what the tasks in it ask of them.

use chrono::NaiveDate;
use lineout_domain::capacity as rules;
use lineout_domain::ids::PersonId;
use lineout_domain::sprint::State;
use lineout_store::record::{Product, Record, Task};
use uuid::Uuid;

use super::{DaysOff, Focus, FocusOf};
use crate::context::View;
use crate::error::Result;
use crate::product::calendar;
use crate::sprint::find;
use crate::sprint::get::{NameSprint, sprint_days};
use crate::task::remaining;
use crate::wire::{count, responses};

responses! {
    /// Capacity of a sprint, in hours, against the tasks of its open items.
    pub struct SprintCapacity {
        /// Days of the sprint on which the team works.
        pub working_days: u32,
        /// The sum of what each person can do.
        pub hours: f64,
        /// What can still be done, while the sprint runs; today counts whole until it is over.
        pub left: Option<CapacityLeft>,
        /// Hours left of all tasks.
        pub remaining: f64,
        /// The part of it that nobody does yet.
        pub unassigned: f64,
        /// Tasks that are not finished and of which nobody said how long they take: they count 0.
        pub without_hours: u32,
        /// The Developers, anybody else whose focus hours were set, and whoever has a task, by name.
        pub people: Vec<PersonCapacity>,
    }

    /// Capacity of one person.
    pub struct PersonCapacity {
        /// Who.
        pub person: Uuid,
        /// Hours a working day.
        pub focus: Focus,
        /// Working days of the sprint on which they work.
        pub days: u32,
        /// Working days of the sprint on which they do not.
        pub days_off_count: u32,
        /// Their days off that touch the sprint, earliest first.
        pub days_off: Vec<DaysOff>,
        /// What they can do: days times focus hours.
        pub hours: f64,
        /// What they can still do, while the sprint runs.
        pub left: Option<CapacityLeft>,
        /// Hours left of their tasks.
        pub remaining: f64,
    }

    /// What can still be done of a running sprint.
    pub struct CapacityLeft {
        /// Working days left, today included: for a person those on which they work.
        pub days: u32,
        /// Hours that can still be done.
        pub hours: f64,
        /// Hours of work left beyond that; 0 when it fits.
        pub over: f64,
    }
}

impl From<rules::Left> for CapacityLeft {
    fn from(left: rules::Left) -> Self {
        Self { days: left.days, hours: left.hours, over: left.over }
    }
}

pub(crate) fn run(view: &View<'_>, request: NameSprint) -> Result<SprintCapacity> {
    let db = &view.db;
    let sprint = find(db, request.sprint)?;
    let product = Product::get(db, sprint.product)?;
    let calendar = calendar(db, &product)?;
    let days = sprint_days(&sprint, &calendar);
    let working: Vec<NaiveDate> = days.iter().filter(|day| day.working).map(|day| day.day).collect();
    let running = sprint.state == State::Active;
    let today = calendar.day_of(view.now);
    let tasks = db.open_tasks_of_sprint(sprint.id)?;
    let focus = FocusOf::read(db, product.id)?;
    let left_to = |who: Option<PersonId>| -> f64 {
        let theirs: Vec<Task> = tasks.iter().filter(|task| task.person == who).cloned().collect();
        remaining(&theirs)
    };
    let mut people = Vec::new();
    for person in db.people()? {
        let has_tasks = tasks.iter().any(|task| task.person == Some(person.id));
        if !has_tasks && (person.removed || !focus.counts(person.id)) {
            continue;
        }
        let mut days_off = db.days_off(person.id)?;
        days_off.retain(|row| row.first_day <= sprint.end_day && sprint.start_day <= row.last_day);
        let spans: Vec<_> = days_off.iter().map(|row| (row.first_day, row.last_day)).collect();
        let focus = focus.of(person.id);
        let available = rules::available(&working, &spans, focus.hours);
        let remaining = left_to(Some(person.id));
        let left = running.then(|| rules::left(&working, today, &spans, focus.hours, remaining).into());
        people.push(PersonCapacity {
            person: person.id.as_uuid(),
            focus,
            days: available.days,
            days_off_count: available.days_off,
            days_off: days_off.into_iter().map(DaysOff::from).collect(),
            hours: available.hours,
            left,
            remaining,
        });
    }
    let remaining = remaining(&tasks);
    let left = running.then(|| {
        let hours =
            rules::sum(people.iter().filter_map(|person| person.left.as_ref()).map(|left| left.hours));
        let days = working.iter().filter(|day| **day >= today).count();
        CapacityLeft { days: count(days), hours, over: rules::over(hours, remaining) }
    });
    let open = tasks.iter().filter(|task| task.state != lineout_domain::task::State::Done);
    Ok(SprintCapacity {
        working_days: count(working.len()),
        hours: rules::sum(people.iter().map(|person| person.hours)),
        left,
        remaining,
        unassigned: left_to(None),
        without_hours: count(open.filter(|task| task.hours.is_none()).count()),
        people,
    })
}
