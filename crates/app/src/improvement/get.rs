//! `improvement.get`: one entry with how its KPI went.

use chrono::{DateTime, Utc};
use lineout_domain::ids::ImprovementId;
use lineout_store::Db;
use lineout_store::record::{self, Record};
use uuid::Uuid;

use super::Improvement;
use super::course::{KpiCourse, Measured, course};
use crate::context::View;
use crate::error::Result;
use crate::wire::{requests, responses};

requests! {
    /// Asks for an entry of the register.
    pub struct GetImprovement {
        /// Which.
        pub improvement: Uuid,
        /// How its KPI went until when; now when left out.
        pub as_of: Option<DateTime<Utc>>,
    }
}

responses! {
    /// An entry with how its KPI went.
    pub struct ImprovementDetail {
        /// The entry as it stands.
        pub entry: Improvement,
        /// How its KPI went; none when it has none.
        pub course: Option<KpiCourse>,
        /// The name of the sprint in whose retrospective it is reviewed.
        pub review_name: Option<String>,
        /// That sprint's number.
        pub review_number: Option<u32>,
    }
}

pub(crate) fn run(view: &View<'_>, request: GetImprovement) -> Result<ImprovementDetail> {
    let row = record::Improvement::get(&view.db, ImprovementId::new(request.improvement))?;
    read(&view.db, row, request.as_of.unwrap_or(view.now).min(view.now))
}

pub(super) fn read(db: &Db<'_>, row: record::Improvement, as_of: DateTime<Utc>) -> Result<ImprovementDetail> {
    let kpi = Measured::as_of(db, row.id, as_of)?;
    let course = kpi.map(|kpi| course(db, &row, &kpi, as_of)).transpose()?;
    let review = row.review_sprint.map(|id| record::Sprint::get(db, id)).transpose()?;
    Ok(ImprovementDetail {
        course,
        review_number: review.as_ref().map(|sprint| sprint.number),
        review_name: review.map(|sprint| sprint.name),
        entry: Improvement::read(db, row)?,
    })
}
