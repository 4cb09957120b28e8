//! `improvement.takeBaseline`, and the baseline that is taken by itself when the team comes to want an improvement: the
//! value its figure had in the last sprint that was closed. It is kept as a value with the sprint's name, for a baseline
//! is a decision: where the team stood when it set out.

use lineout_domain::ids::ImprovementId;
use lineout_domain::improvement::ImprovementRule;
use lineout_store::record::{self, Record};
use uuid::Uuid;

use super::{Improvement, key};
use crate::context::Act;
use crate::error::Result;
use crate::sprint::samples::{Sample, samples};
use crate::wire::requests;

requests! {
    /// Takes the baseline from the newest closed sprint that has a value.
    pub struct TakeBaseline {
        /// Of which improvement.
        pub improvement: Uuid,
    }
}

pub(crate) fn run(act: &mut Act<'_, '_>, request: TakeBaseline) -> Result<Improvement> {
    let mut row = record::Improvement::get(act.db, ImprovementId::new(request.improvement))?;
    let figure = row.kpi_figure.ok_or(ImprovementRule::NotSampled)?;
    let newest = newest(&samples(act.db, row.product, figure, act.now)?);
    let (value, from) = newest.ok_or(ImprovementRule::NoSample(figure))?;
    (row.kpi_baseline, row.kpi_baseline_from) = (Some(value), Some(from));
    row.save(act.db)?;
    act.db.label(format!("Take the baseline of {}", key(&row)));
    Improvement::read(act.db, row)
}

/// Takes the baseline of a sampled KPI into a row that is about to be written, unless somebody wrote one. Where no sprint
/// has a value yet it is left open.
pub(super) fn on_agreeing(act: &Act<'_, '_>, row: &mut record::Improvement) -> Result<()> {
    let written = row.kpi_baseline.is_some() && row.kpi_baseline_from.is_none();
    let Some(figure) = row.kpi_figure.filter(|_| !written) else { return Ok(()) };
    if let Some((value, from)) = newest(&samples(act.db, row.product, figure, act.now)?) {
        (row.kpi_baseline, row.kpi_baseline_from) = (Some(value), Some(from));
    }
    Ok(())
}

/// The newest value with the name of its sprint.
pub(super) fn newest(samples: &[Sample]) -> Option<(f64, String)> {
    samples.iter().rev().find_map(|sample| Some((sample.value.ok()?, sample.name.clone())))
}
