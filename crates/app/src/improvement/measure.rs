//! `improvement.record` and `improvement.deleteMeasurement`: values of an improvement that is measured by hand. What is
//! one of the product's own figures is sampled and never written.

use chrono::NaiveDate;
use lineout_domain::ids::{ImprovementId, MeasurementId};
use lineout_domain::improvement::{self as rules, ImprovementRule};
use lineout_store::record::{self, Record};
use uuid::Uuid;

use super::get::{self, ImprovementDetail};
use super::key;
use crate::context::Act;
use crate::error::Result;
use crate::product::calendar;
use crate::wire::requests;

requests! {
    /// Records a value of an improvement's KPI.
    pub struct RecordImprovement {
        /// Of which improvement.
        pub improvement: Uuid,
        /// The value.
        pub value: f64,
        /// The day it is of; the team's today when left out.
        pub day: Option<NaiveDate>,
        /// What is said of it.
        pub note: Option<String>,
    }

    /// Deletes a value.
    pub struct DeleteImprovementMeasurement {
        /// Which.
        pub measurement: Uuid,
    }
}

pub(crate) fn run(act: &mut Act<'_, '_>, request: RecordImprovement) -> Result<ImprovementDetail> {
    let entry = record::Improvement::get(act.db, ImprovementId::new(request.improvement))?;
    if let Some(figure) = entry.kpi_figure {
        return Err(ImprovementRule::Sampled(figure).into());
    }
    if entry.kpi_name.is_none() {
        return Err(ImprovementRule::Unmeasured.into());
    }
    let product = record::Product::get(act.db, entry.product)?;
    let today = calendar(act.db, &product)?.day_of(act.now);
    let row = record::ImprovementMeasurement {
        id: act.id(),
        improvement: entry.id,
        day: rules::day(request.day.unwrap_or(today), today)?,
        value: rules::value(request.value)?,
        note: rules::note(&request.note.unwrap_or_default())?,
        person: act.author,
        at: act.now,
    };
    row.insert(act.db)?;
    act.db.label(format!("Record {} for {}", row.value, key(&entry)));
    get::read(act.db, entry, act.now)
}

pub(crate) mod delete {
    use super::*;

    pub(crate) fn run(
        act: &mut Act<'_, '_>,
        request: DeleteImprovementMeasurement,
    ) -> Result<ImprovementDetail> {
        let row = record::ImprovementMeasurement::get(act.db, MeasurementId::new(request.measurement))?;
        row.delete(act.db)?;
        let entry = record::Improvement::get(act.db, row.improvement)?;
        act.db.label(format!("Delete the measurement of {} for {}", row.day, key(&entry)));
        get::read(act.db, entry, act.now)
    }
}
