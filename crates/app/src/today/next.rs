//! The event that comes next, from the days of the sprint and from what was held already.

use chrono::NaiveDate;
use lineout_domain::retrospective;
use lineout_domain::sprint::State;
use lineout_domain::today::{self as rules, Around};
use uuid::Uuid;

use super::get::Day;
use crate::error::Result;
use crate::wire::responses;

/// An event of Scrum.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize, schemars::JsonSchema, ts_rs::TS,
)]
#[serde(rename_all = "camelCase")]
pub enum ScrumEvent {
    /// Sprint Planning.
    Planning,
    /// The Daily Scrum.
    Daily,
    /// The Sprint Review.
    Review,
    /// The close of the sprint.
    Close,
    /// The retrospective.
    Retrospective,
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

pub(super) fn event(day: &Day<'_>) -> Result<NextEvent> {
    let db = &day.view.db;
    let retros = db.retrospectives(day.product.id)?;
    let open = retros.iter().find(|retro| retro.state == retrospective::State::Open);
    let review = day.sprint.as_ref().map(|sprint| db.review_of(sprint.id)).transpose()?.flatten();
    let daily = day.sprint.as_ref().map(|sprint| db.daily_on(sprint.id, day.today)).transpose()?.flatten();
    let sprints = db.sprints(day.product.id)?;
    let over = sprints.iter().filter(|sprint| sprint.state == State::Closed && sprint.source.is_none());
    let last = over.max_by_key(|sprint| (sprint.ended_at, sprint.number));
    // A Review goes on until somebody ends it, also when its sprint was closed over it.
    let review = match (review, last) {
        (None, Some(last)) if day.sprint.is_none() => db.review_of(last.id)?,
        (review, _) => review,
    };
    let planned = db.next_planned(day.product.id)?;
    let around = Around {
        retro_open: open.is_some(),
        review_running: review.as_ref().is_some_and(|row| row.started_at.is_some() && row.ended_at.is_none()),
        review_ended: day.sprint.is_some() && review.as_ref().is_some_and(|row| row.ended_at.is_some()),
        daily_begun: daily.is_some(),
        daily_ended: daily.as_ref().is_some_and(|row| row.ended_at.is_some()),
        looked_back: last.is_none_or(|last| retros.iter().any(|retro| retro.sprint == Some(last.id))),
    };
    let end = day.sprint.as_ref().map(|sprint| sprint.end_day);
    let start = planned.as_ref().map(|sprint| sprint.start_day);
    let next = rules::next(day.today, &day.calendar, end, start, around);
    let (event, sprint) = match next.event {
        rules::Event::Planning => (ScrumEvent::Planning, planned.as_ref()),
        rules::Event::Daily => (ScrumEvent::Daily, day.sprint.as_ref()),
        rules::Event::Review => (ScrumEvent::Review, day.sprint.as_ref().or(last)),
        rules::Event::Close => (ScrumEvent::Close, day.sprint.as_ref()),
        rules::Event::Retrospective => {
            let of = open.map_or(last.map(|last| last.id), |retro| retro.sprint);
            (ScrumEvent::Retrospective, sprints.iter().find(|sprint| Some(sprint.id) == of))
        }
    };
    Ok(NextEvent {
        event,
        day: next.day,
        // A sprint may be planned ahead of its first day.
        now: next.day <= day.today || event == ScrumEvent::Planning,
        under_way: next.under_way,
        sprint: sprint.map(|sprint| sprint.id.as_uuid()),
        sprint_name: sprint.map(|sprint| sprint.name.clone()),
        retro: open.map(|retro| retro.id.as_uuid()),
        review_day: end.filter(|_| !around.review_ended),
    })
}
