//! The Product Goal: how it is measured, how far it is, and the goals before it. What it says is set by `product.edit`.

pub mod end;
pub mod get;
pub mod measure;
pub mod record;

use chrono::{DateTime, NaiveDate, Utc};
use lineout_domain::goal as rules;
use lineout_store::record as rows;
use uuid::Uuid;

use crate::wire::{responses, wire_words};

wire_words! {
    /// How a Product Goal ended.
    GoalOutcome = lineout_domain::goal::Outcome { Fulfilled, Abandoned }
}

responses! {
    /// How a goal is measured.
    pub struct GoalMeasure {
        /// What is measured.
        pub name: String,
        /// In what; may be empty.
        pub unit: String,
        /// The value at the beginning.
        pub baseline: f64,
        /// The value wanted; below the baseline where less is better.
        pub target: f64,
    }

    /// One value on the way.
    pub struct GoalMeasurement {
        /// Its id.
        pub id: Uuid,
        /// The day it is of.
        pub day: NaiveDate,
        /// The value.
        pub value: f64,
        /// How much of the way was gone then, in percent; below 0 or above 100 when it went elsewhere.
        pub progress: f64,
        /// What is said of it; may be empty.
        pub note: String,
        /// Who recorded it.
        pub person: Option<Uuid>,
        /// When.
        pub at: DateTime<Utc>,
    }
}

impl GoalMeasurement {
    fn read(row: rows::GoalMeasurement, measure: &GoalMeasure) -> Self {
        Self {
            id: row.id.as_uuid(),
            day: row.day,
            value: row.value,
            progress: rules::progress(measure.baseline, measure.target, row.value),
            note: row.note,
            person: row.person.map(|person| person.as_uuid()),
            at: row.at,
        }
    }
}

impl From<rows::GoalMeasure> for GoalMeasure {
    fn from(row: rows::GoalMeasure) -> Self {
        Self { name: row.name, unit: row.unit, baseline: row.baseline, target: row.target }
    }
}
