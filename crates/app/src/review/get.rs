//! `review.get`: everything about the Review of a sprint, also before anybody has prepared it.

use chrono::{DateTime, Utc};
use lineout_domain::review as rules;
use lineout_store::Db;
use lineout_store::record as rows;
use uuid::Uuid;

use super::delivered::{Delivered, UndoneItem};
use super::outcome::{self, BacklogOutcome};
use super::{Attendee, Feedback, ReviewPoint, ReviewState, delivered, minutes, points, state, words};
use crate::context::View;
use crate::error::Result;
use crate::item::link::LinkedItem;
use crate::sprint::get::NameSprint;
use crate::sprint::record::IncrementName;
use crate::sprint::{Sprint, find};
use crate::wire::responses;

responses! {
    /// A sprint as its Review looks at it.
    pub struct SprintReview {
        /// The sprint.
        pub sprint: Sprint,
        /// Its Review; none while nobody has prepared it.
        pub review: Option<Review>,
        /// What was committed to against what is Done; once the Review is over, what was Done at its end.
        pub delivered: Delivered,
        /// What is not Done, or was not at the end of the Review. It is not shown.
        pub undone: Vec<UndoneItem>,
        /// What is Done and not in the running order.
        pub waiting: Vec<LinkedItem>,
        /// The increments that come from the sprint.
        pub increments: Vec<IncrementName>,
        /// The sprint that is planned next.
        pub next: Option<Sprint>,
    }

    /// A Sprint Review.
    pub struct Review {
        /// Its id.
        pub id: Uuid,
        /// How far it has come.
        pub state: ReviewState,
        /// When it began.
        pub started_at: Option<DateTime<Utc>>,
        /// When it ended.
        pub ended_at: Option<DateTime<Utc>>,
        /// Whether the Sprint Goal was met; none while nobody said.
        pub goal_met: Option<bool>,
        /// Why, in words.
        pub goal_reason: String,
        /// Who is invited: people by name, then guests.
        pub attendees: Vec<Attendee>,
        /// The running order. Every item in it is Done.
        pub points: Vec<ReviewPoint>,
        /// The sum of the timeboxes, in minutes.
        pub timebox: u32,
        /// How long it is to take, in minutes: by its points when each has a timebox, else as long as one usually takes.
        pub length: u32,
        /// What was said, in the order it was.
        pub feedback: Vec<Feedback>,
        /// What was changed in the Product Backlog while it took place.
        pub outcome: Vec<BacklogOutcome>,
        /// Free notes, Markdown.
        pub notes: String,
        /// The minutes as they are kept, Markdown; as they follow from everything while nobody has written them.
        pub minutes: String,
        /// The minutes as they would follow from everything now.
        pub minutes_written: String,
        /// Somebody worded the minutes by hand.
        pub minutes_worded: bool,
    }
}

pub(crate) fn run(view: &View<'_>, request: NameSprint) -> Result<SprintReview> {
    SprintReview::read(&view.db, find(&view.db, request.sprint)?)
}

impl SprintReview {
    pub(crate) fn read(db: &Db<'_>, sprint: rows::Sprint) -> Result<Self> {
        let row = db.review_of(sprint.id)?;
        let (delivered, undone) = delivered::read(db, &sprint, row.as_ref())?;
        let waiting = match &row {
            Some(row) => points::waiting(db, row)?,
            None => Vec::new(),
        };
        let waiting = waiting.into_iter().map(|item| LinkedItem::read(db, item));
        let increments = db.increments_of(sprint.id)?.into_iter();
        let next = db.next_planned(sprint.product)?;
        let mut told = Self {
            review: row.map(|row| Review::read(db, row)).transpose()?,
            delivered,
            undone,
            waiting: waiting.collect::<Result<_>>()?,
            increments: increments
                .map(|row| IncrementName { id: row.id.as_uuid(), number: row.number, name: row.name })
                .collect(),
            next: next.map(|next| Sprint::read(db, next)).transpose()?,
            sprint: Sprint::read(db, sprint)?,
        };
        if told.review.is_some() {
            let written = minutes::written(db, &told)?;
            if let Some(review) = &mut told.review {
                if review.minutes.is_empty() {
                    review.minutes.clone_from(&written);
                }
                review.minutes_written = written;
            }
        }
        Ok(told)
    }
}

impl Review {
    /// Without the minutes, which follow from all of it.
    fn read(db: &Db<'_>, row: rows::Review) -> Result<Self> {
        let points = points::running_order(db, &row)?;
        let attendees = db.review_attendees(row.id)?.into_iter().map(|one| Attendee::read(db, one));
        let feedback = db.review_feedback(row.id)?.into_iter().map(|one| Feedback::read(db, one));
        Ok(Self {
            id: row.id.as_uuid(),
            minutes_worded: words::worded(db, &row)?,
            state: state(&row).into(),
            started_at: row.started_at,
            ended_at: row.ended_at,
            goal_met: row.goal_met,
            attendees: attendees.collect::<Result<_>>()?,
            length: rules::length(points.iter().map(|point| point.timebox)),
            timebox: points.iter().filter_map(|point| point.timebox).sum(),
            points,
            feedback: feedback.collect::<Result<_>>()?,
            outcome: outcome::read(db, &row)?,
            notes: row.notes,
            minutes: row.minutes.unwrap_or_default(),
            minutes_written: String::new(),
            goal_reason: row.goal_reason,
        })
    }
}
