//! How values of the domain stand in a column. The domain knows no SQL and rusqlite's traits are not ours to give
//! to its types, so this is the one bridge between them.

use chrono::{DateTime, NaiveDate, SecondsFormat, Utc};
use lineout_domain::accountability::{Mode, Role};
use lineout_domain::board::Category;
use lineout_domain::ids::*;
use lineout_domain::item::{ItemType, Resolution};
use lineout_domain::rank::Rank;
use lineout_domain::{
    daily, goal, impediment, improvement, increment, link, retrospective, sprint, task, timer,
};
use rusqlite::types::{FromSqlError, Value, ValueRef};

/// A value that fits in one column.
pub trait Cell: Sized {
    /// As SQLite keeps it.
    fn store(&self) -> Value;
    /// Back from SQLite.
    ///
    /// # Errors
    /// When the column holds something of another form.
    fn load(value: ValueRef<'_>) -> Result<Self, FromSqlError>;
}

/// An instant as every column and the wire write it.
pub(crate) fn instant_text(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Millis, true)
}

fn bad(what: &str, text: &str) -> FromSqlError {
    FromSqlError::Other(format!("{text:?} is not {what}").into())
}

impl Cell for String {
    fn store(&self) -> Value {
        Value::Text(self.clone())
    }
    fn load(value: ValueRef<'_>) -> Result<Self, FromSqlError> {
        Ok(value.as_str()?.to_owned())
    }
}

impl Cell for f64 {
    fn store(&self) -> Value {
        Value::Real(*self)
    }
    fn load(value: ValueRef<'_>) -> Result<Self, FromSqlError> {
        match value {
            ValueRef::Integer(n) => Ok(n as f64),
            other => other.as_f64(),
        }
    }
}

impl Cell for i64 {
    fn store(&self) -> Value {
        Value::Integer(*self)
    }
    fn load(value: ValueRef<'_>) -> Result<Self, FromSqlError> {
        value.as_i64()
    }
}

impl Cell for bool {
    fn store(&self) -> Value {
        Value::Integer((*self).into())
    }
    fn load(value: ValueRef<'_>) -> Result<Self, FromSqlError> {
        Ok(value.as_i64()? != 0)
    }
}

impl Cell for DateTime<Utc> {
    fn store(&self) -> Value {
        Value::Text(instant_text(*self))
    }
    fn load(value: ValueRef<'_>) -> Result<Self, FromSqlError> {
        let text = value.as_str()?;
        DateTime::parse_from_rfc3339(text)
            .map(|at| at.with_timezone(&Utc))
            .map_err(|_| bad("an instant", text))
    }
}

impl Cell for NaiveDate {
    fn store(&self) -> Value {
        Value::Text(self.to_string())
    }
    fn load(value: ValueRef<'_>) -> Result<Self, FromSqlError> {
        let text = value.as_str()?;
        text.parse().map_err(|_| bad("a day", text))
    }
}

impl<T: Cell> Cell for Option<T> {
    fn store(&self) -> Value {
        self.as_ref().map_or(Value::Null, Cell::store)
    }
    fn load(value: ValueRef<'_>) -> Result<Self, FromSqlError> {
        match value {
            ValueRef::Null => Ok(None),
            other => T::load(other).map(Some),
        }
    }
}

macro_rules! integers {
    ($($type:ty),*) => {$(
        impl Cell for $type {
            fn store(&self) -> Value { Value::Integer(i64::from(*self)) }
            fn load(value: ValueRef<'_>) -> Result<Self, FromSqlError> {
                let n = value.as_i64()?;
                Self::try_from(n).map_err(|_| FromSqlError::OutOfRange(n))
            }
        }
    )*};
}
integers!(u8, u16, u32);

macro_rules! texts {
    ($($type:ty: $what:literal),* $(,)?) => {$(
        impl Cell for $type {
            fn store(&self) -> Value { Value::Text(self.to_string()) }
            fn load(value: ValueRef<'_>) -> Result<Self, FromSqlError> {
                let text = value.as_str()?;
                text.parse().map_err(|_| bad($what, text))
            }
        }
    )*};
}
texts!(
    PersonId: "an id", ProductId: "an id", ItemId: "an id", SprintId: "an id", ColumnId: "an id",
    CriterionId: "an id", DefinitionId: "an id", EpicId: "an id", IncrementId: "an id", ImpedimentId: "an id",
    TaskTemplateId: "an id", PokerRoundId: "an id",
    ReviewId: "an id", AttendeeId: "an id", ReviewPointId: "an id", FeedbackId: "an id",
    RetroId: "an id", RetroColumnId: "an id", RetroCardId: "an id", RetroGroupId: "an id", RetroTopicId: "an id", ImprovementId: "an id", ActionId: "an id",
    TaskId: "an id", DayOffId: "an id", task::State: "a task state", CommentId: "an id", AcceptanceId: "an id", AttachmentId: "an id",
    ReadyCriterionId: "an id", LinkId: "an id", SavedViewId: "an id", uuid::Uuid: "an id",
    TemplateId: "an id", PastGoalId: "an id", MeasurementId: "an id", goal::Outcome: "an outcome",
    ItemType: "an item type", Resolution: "a resolution", Category: "a category", Mode: "a mode", Role: "a role",
    sprint::State: "a sprint state", sprint::Outcome: "an outcome", impediment::State: "an impediment state",
    impediment::Severity: "a severity", improvement::State: "an improvement state",
    DailyId: "an id", DailyPlanId: "an id", daily::Order: "an order of a Daily Scrum",
    TimerId: "an id", timer::Kind: "a kind of timer",
    improvement::Direction: "a direction", improvement::Figure: "a figure", increment::State: "an increment state",
    retrospective::State: "a retrospective state", retrospective::Format: "a format",
    retrospective::Answer: "an answer", retrospective::Phase: "a phase", retrospective::Talk: "a state of a topic", Rank: "a rank", link::Kind: "a kind of link",
);
