//! The Product Goal's measure, what was measured, and the goals of the past. The goal that stands is the product's own.

use chrono::{DateTime, NaiveDate, Utc};
use lineout_domain::goal::Outcome;
use lineout_domain::ids::{MeasurementId, PastGoalId, PersonId, ProductId};
use uuid::Uuid;

use super::record;

record! {
    /// How the goal that stands is measured.
    GoalMeasure, "goal_measure", "measure" {
        id: Uuid,
        product: ProductId,
        name: String,
        unit: String,
        baseline: f64,
        target: f64,
    }
}
record! {
    /// One value on the way to a goal.
    GoalMeasurement, "goal_measurement", "measurement" {
        id: MeasurementId,
        product: ProductId,
        /// The past goal it was measured for; none for the one that stands.
        goal: Option<PastGoalId>,
        day: NaiveDate,
        value: f64,
        note: String,
        person: Option<PersonId>,
        at: DateTime<Utc>,
    }
}
record! {
    /// A goal that was fulfilled or abandoned, as it was then.
    PastGoal, "past_goal", "goal" {
        id: PastGoalId,
        product: ProductId,
        statement: String,
        outcome: Outcome,
        /// What came of it.
        words: String,
        /// The measure's name; none where it had no measure.
        measure: Option<String>,
        unit: Option<String>,
        baseline: Option<f64>,
        target: Option<f64>,
        ended_at: DateTime<Utc>,
        ended_by: Option<PersonId>,
    }
}
