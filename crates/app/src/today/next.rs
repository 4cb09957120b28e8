//! The event that comes next, from the days of the sprint and from what was held already.

use chrono::NaiveDate;
use lineout_domain::calendar::Calendar;
use lineout_domain::ids::SprintId;
use lineout_domain::retrospective;
use lineout_domain::sprint::State;
use lineout_domain::today::{self as rules, Around};
use lineout_store::Db;
use lineout_store::record as rows;
use uuid::Uuid;

use super::get::Day;
use crate::error::Result;
use crate::review;
use crate::wire::{responses, wire_words};

wire_words! {
    /// An event of Scrum, or the close of the sprint.
    ScrumEvent = lineout_domain::today::Event { Planning, Daily, Review, Close, Retrospective }
}

responses! {
    /// The event that comes next.
    pub struct NextEvent {
        /// Which.
        pub event: ScrumEvent,
        /// The day it is on.
        pub day: NaiveDate,
        /// It may begin now: it is today's, or overdue.
        pub now: bool,
        /// It has begun.
        pub under_way: bool,
        /// The sprint it is of; none while the next is not planned.
        pub sprint: Option<Uuid>,
        /// That sprint's name.
        pub sprint_name: Option<String>,
        /// The retrospective that is open.
        pub retro: Option<Uuid>,
        /// When the Review of the running sprint is: on its last day.
        pub review_day: Option<NaiveDate>,
    }
}

/// The next event, and what it follows from.
pub(super) struct Found {
    pub(super) next: rules::Next,
    pub(super) around: Around,
    /// The retrospective that is open.
    open: Option<rows::Retrospective>,
    /// The sprint that was closed last.
    last: Option<SprintId>,
    /// The sprint that is planned next.
    planned: Option<rows::Sprint>,
    sprints: Vec<rows::Sprint>,
}

impl Found {
    /// The sprint that the next event is of; none while the next is not planned.
    pub(super) fn sprint<'a>(&'a self, running: Option<&'a rows::Sprint>) -> Option<&'a rows::Sprint> {
        let closed = |id: Option<SprintId>| self.sprints.iter().find(|sprint| Some(sprint.id) == id);
        match self.next.event {
            rules::Event::Planning => self.planned.as_ref(),
            rules::Event::Daily | rules::Event::Close => running,
            rules::Event::Review => running.or(closed(self.last)),
            rules::Event::Retrospective => closed(self.open.as_ref().map_or(self.last, |retro| retro.sprint)),
        }
    }
}

pub(super) fn find(
    db: &Db<'_>,
    product: &rows::Product,
    calendar: &Calendar,
    running: Option<&rows::Sprint>,
    today: NaiveDate,
) -> Result<Found> {
    let retros = db.retrospectives(product.id)?;
    let open = retros.iter().find(|retro| retro.state == retrospective::State::Open).cloned();
    let review = running.map(|sprint| db.review_of(sprint.id)).transpose()?.flatten();
    let daily = running.map(|sprint| db.daily_on(sprint.id, today)).transpose()?.flatten();
    let sprints = db.sprints(product.id)?;
    let over = sprints.iter().filter(|sprint| sprint.state == State::Closed && sprint.source.is_none());
    let last = over.max_by_key(|sprint| (sprint.ended_at, sprint.number)).map(|sprint| sprint.id);
    // A Review goes on until somebody ends it, also when its sprint was closed over it.
    let review = match (review, last) {
        (None, Some(last)) if running.is_none() => db.review_of(last)?,
        (review, _) => review,
    };
    let planned = db.next_planned(product.id)?;
    let around = Around {
        retro_open: open.is_some(),
        review_running: review.as_ref().is_some_and(review::is_running),
        review_ended: running.is_some() && review.as_ref().is_some_and(|row| row.ended_at.is_some()),
        daily_begun: daily.is_some(),
        daily_ended: daily.as_ref().is_some_and(|row| row.ended_at.is_some()),
        looked_back: last.is_none_or(|last| retros.iter().any(|retro| retro.sprint == Some(last))),
    };
    let end = running.map(|sprint| sprint.end_day);
    let next = rules::next(today, calendar, end, planned.as_ref().map(|sprint| sprint.start_day), around);
    Ok(Found { next, around, open, last, planned, sprints })
}

pub(super) fn event(day: &Day<'_>) -> Result<NextEvent> {
    let found = find(&day.view.db, &day.product, &day.calendar, day.sprint.as_ref(), day.today)?;
    let sprint = found.sprint(day.sprint.as_ref());
    let Found { next, around, open, .. } = &found;
    let end = day.sprint.as_ref().map(|sprint| sprint.end_day);
    let event = ScrumEvent::from(next.event);
    Ok(NextEvent {
        event,
        day: next.day,
        // A sprint may be planned ahead of its first day.
        now: next.day <= day.today || event == ScrumEvent::Planning,
        under_way: next.under_way,
        sprint: sprint.map(|sprint| sprint.id.as_uuid()),
        sprint_name: sprint.map(|sprint| sprint.name.clone()),
        retro: open.as_ref().map(|retro| retro.id.as_uuid()),
        review_day: end.filter(|_| !around.review_ended),
    })
}
