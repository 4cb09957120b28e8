//! `goal.record` and `goal.deleteMeasurement`: values on the way to the Product Goal. Anyone may record what was
//! measured.

use chrono::NaiveDate;
use lineout_domain::goal::{self as rules, GoalRule};
use lineout_domain::ids::{MeasurementId, ProductId};
use lineout_store::record::{self as rows, Record};
use uuid::Uuid;

use super::get::{self, ProductGoal};
use crate::context::Act;
use crate::error::Result;
use crate::product::calendar;
use crate::wire::requests;

requests! {
    /// Records a measurement.
    pub struct RecordGoal {
        /// Of which product's goal.
        pub product: Uuid,
        /// The value.
        pub value: f64,
        /// The day it is of; the team's today when left out.
        pub day: Option<NaiveDate>,
        /// What is said of it.
        pub note: Option<String>,
    }

    /// Deletes a measurement.
    pub struct DeleteMeasurement {
        /// Which.
        pub measurement: Uuid,
    }
}

pub(crate) fn run(act: &mut Act<'_, '_>, request: RecordGoal) -> Result<ProductGoal> {
    let product = rows::Product::get(act.db, ProductId::new(request.product))?;
    let measure = act.db.goal_measure(product.id)?.ok_or(GoalRule::Unmeasured)?;
    let today = calendar(act.db, &product)?.day_of(act.now);
    let row = rows::GoalMeasurement {
        id: act.id(),
        product: product.id,
        goal: None,
        day: rules::day(request.day.unwrap_or(today), today)?,
        value: rules::value(request.value)?,
        note: rules::note(&request.note.unwrap_or_default())?,
        person: act.author,
        at: act.now,
    };
    row.insert(act.db)?;
    act.db.label(format!("Record {} for {}", with_unit(row.value, &measure.unit), measure.name));
    get::read(act.db, product.id)
}

pub(crate) mod delete {
    use super::*;

    pub(crate) fn run(act: &mut Act<'_, '_>, request: DeleteMeasurement) -> Result<ProductGoal> {
        let row = rows::GoalMeasurement::get(act.db, MeasurementId::new(request.measurement))?;
        row.delete(act.db)?;
        act.db.label(format!("Delete the measurement of {}", row.day));
        get::read(act.db, row.product)
    }
}

/// "41 %", "12 calls", "3"
fn with_unit(value: f64, unit: &str) -> String {
    if unit.is_empty() { value.to_string() } else { format!("{value} {unit}") }
}
