//! Timers of meetings and of topics in them. They are outside the history: nothing here is an action, and Ctrl Z speaks
//! of none of it.

pub mod change;
pub mod get;
pub mod start;
pub mod tell;

use chrono::{DateTime, TimeDelta, Utc};
use lineout_domain::ids::{ProductId, TimerId};
use lineout_domain::timer as rules;
use lineout_store::record::{self, Record};
use uuid::Uuid;

use crate::context::Act;
use crate::error::Result;
use crate::wire::{responses, wire_words};

wire_words! {
    /// What kind of thing is timed.
    TimerKind = lineout_domain::timer::Kind { Daily, Review, Retro, Planning }
}

/// Whether a timer counts.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize, schemars::JsonSchema, ts_rs::TS,
)]
#[serde(rename_all = "camelCase")]
pub enum TimerState {
    /// It counts, over its end too.
    Running,
    /// It is held.
    Paused,
    /// Somebody ended it.
    Stopped,
}

responses! {
    /// A timer as it is now.
    pub struct Timer {
        /// Its id.
        pub id: Uuid,
        /// Of which product.
        pub product: Uuid,
        /// What kind of thing it times.
        pub kind: TimerKind,
        /// The id of what it times.
        pub subject: String,
        /// What to call it.
        pub label: String,
        /// Whether it counts.
        pub state: TimerState,
        /// The timebox in seconds, extensions included.
        pub length_seconds: u32,
        /// What has passed, in milliseconds, pauses left out.
        #[ts(type = "number")]
        pub spent_ms: i64,
        /// What is left, in milliseconds; below zero, by how much it is over.
        #[ts(type = "number")]
        pub left_ms: i64,
        /// When it ends or ended; none unless it runs.
        pub ends_at: Option<DateTime<Utc>>,
        /// When it was started.
        pub started_at: DateTime<Utc>,
        /// When its end was told by the system.
        pub told_at: Option<DateTime<Utc>>,
        /// Its end in a sentence: "The 15 minutes are over."
        pub end_says: String,
        /// The instant of this answer, to count on from.
        pub now: DateTime<Utc>,
    }
}

impl Timer {
    pub(crate) fn of(row: &record::Timer, now: DateTime<Utc>) -> Self {
        let course = row.course();
        Self {
            id: row.id.as_uuid(),
            product: row.product.as_uuid(),
            kind: row.kind.into(),
            subject: row.subject.clone(),
            label: row.label.clone(),
            state: match (row.stopped_at, row.running_since) {
                (Some(_), _) => TimerState::Stopped,
                (None, Some(_)) => TimerState::Running,
                (None, None) => TimerState::Paused,
            },
            length_seconds: row.length_seconds,
            spent_ms: course.spent_at(now).num_milliseconds(),
            left_ms: course.left_at(now).num_milliseconds(),
            ends_at: course.end(),
            started_at: row.started_at,
            told_at: row.told_at,
            end_says: rules::end_in_words(course.length),
            now,
        }
    }
}

fn find(act: &Act<'_, '_>, id: Uuid) -> Result<record::Timer> {
    Ok(record::Timer::get(act.db, TimerId::new(id))?)
}

/// A timer that was not stopped.
fn live(act: &Act<'_, '_>, id: Uuid) -> Result<record::Timer> {
    let row = find(act, id)?;
    match row.stopped_at {
        None => Ok(row),
        Some(_) => Err(rules::TimerRule::Stopped(format!("The timer of {}", row.label)).into()),
    }
}

/// Starts the timer of a subject. Part of any command: what else the command does is an action, this is not.
///
/// # Errors
/// When the length or the label is refused, or the subject has a timer that nobody stopped.
pub(crate) fn start(
    act: &mut Act<'_, '_>,
    product: ProductId,
    kind: rules::Kind,
    subject: &str,
    label: &str,
    seconds: u32,
) -> Result<record::Timer> {
    let course = rules::Timer::started(seconds, act.now)?;
    let (subject, label) = (rules::subject(subject)?, rules::label(label)?);
    if act.db.timer_of(kind, &subject)?.is_some_and(|row| row.stopped_at.is_none()) {
        return Err(rules::TimerRule::Live(label).into());
    }
    let mut row = record::Timer {
        id: act.id(),
        product,
        kind,
        subject,
        label,
        length_seconds: seconds,
        running_since: None,
        spent_ms: 0,
        told_at: None,
        started_at: act.now,
        stopped_at: None,
    };
    row.follow(course);
    row.insert(act.db)?;
    Ok(row)
}

/// Sets the timer of a subject going: the last one it had goes on, or a new one starts.
///
/// # Errors
/// As [`start`].
pub(crate) fn go_on(
    act: &mut Act<'_, '_>,
    product: ProductId,
    kind: rules::Kind,
    subject: &str,
    label: &str,
    seconds: u32,
) -> Result<()> {
    match act.db.timer_of(kind, subject)? {
        None => start(act, product, kind, subject, label, seconds).map(drop),
        Some(mut row) => {
            let mut course = row.course();
            course.resume(act.now);
            row.follow(course);
            Ok(row.save(act.db)?)
        }
    }
}

/// Stops the timer of a subject where it has one that was not stopped.
///
/// # Errors
/// When the database refuses.
pub(crate) fn stop(act: &mut Act<'_, '_>, kind: rules::Kind, subject: &str) -> Result<()> {
    if let Some(mut row) = act.db.timer_of(kind, subject)?.filter(|row| row.stopped_at.is_none()) {
        let mut course = row.course();
        course.stop(act.now);
        row.follow(course);
        row.save(act.db)?;
    }
    Ok(())
}

/// Whether an end is recent enough to be told.
fn worth_telling(end: DateTime<Utc>, now: DateTime<Utc>) -> bool {
    now - end <= rules::TOLD_WITHIN && now - end >= TimeDelta::zero()
}
