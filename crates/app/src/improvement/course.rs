//! How an improvement's KPI went: every value there is, measured by hand or sampled, against baseline and target.

use chrono::{DateTime, NaiveDate, Utc};
use lineout_domain::ids::ImprovementId;
use lineout_domain::improvement::{self as rules, Direction, Figure, State};
use lineout_store::record::{self, Record};
use lineout_store::{Cell, Db};
use uuid::Uuid;

use crate::error::Result;
use crate::product::calendar;
use crate::sprint::samples::samples;
use crate::wire::responses;

/// So many sampled sprints before the improvement was agreed are told, to show where it came from.
const BEFORE_MAX: usize = 6;

responses! {
    /// How a KPI went.
    pub struct KpiCourse {
        /// Since when the team wants the improvement; none while it is only proposed.
        pub agreed_at: Option<DateTime<Utc>>,
        /// The values, the oldest first.
        pub samples: Vec<KpiSample>,
        /// The newest value since it was agreed; none before there is one.
        pub last: Option<f64>,
        /// By how much it differs from the baseline.
        pub change: Option<f64>,
        /// How much of the way to the target is gone, in per cent.
        pub progress: Option<f64>,
        /// The target is reached; none without a target or a value.
        pub reached: Option<bool>,
        /// It went the way it should; none when it stands where it stood, or is not known.
        pub better: Option<bool>,
        /// The newest closed sprint that a baseline could be taken from; none for what is measured by hand.
        pub baseline_source: Option<String>,
    }

    /// One value of a KPI.
    pub struct KpiSample {
        /// The measurement; none when it was sampled.
        pub measurement: Option<Uuid>,
        /// The sprint it was sampled from.
        pub sprint: Option<Uuid>,
        /// That sprint's number.
        pub number: Option<u32>,
        /// That sprint's name when it ended.
        pub sprint_name: Option<String>,
        /// The day it is of.
        pub day: NaiveDate,
        /// The value; none where the sprint has none.
        pub value: Option<f64>,
        /// Why the sprint has none.
        pub missing: Option<String>,
        /// It is from after the team agreed.
        pub after: bool,
        /// What is said of it.
        pub note: String,
        /// Who recorded it.
        pub person: Option<Uuid>,
    }
}

/// A KPI as it was at an instant.
pub(super) struct Measured {
    pub(super) name: String,
    pub(super) unit: String,
    pub(super) figure: Option<Figure>,
    pub(super) baseline: Option<f64>,
    pub(super) target: Option<f64>,
    pub(super) direction: Direction,
}

impl Measured {
    /// What an improvement was measured by at an instant.
    pub(super) fn as_of(db: &Db<'_>, id: ImprovementId, at: DateTime<Utc>) -> Result<Option<Self>> {
        let Some(name) = held::<Option<String>>(db, id, "kpi_name", at)?.flatten() else { return Ok(None) };
        let direction = held::<Option<Direction>>(db, id, "kpi_direction", at)?.flatten();
        Ok(Some(Self {
            name,
            unit: held::<Option<String>>(db, id, "kpi_unit", at)?.flatten().unwrap_or_default(),
            figure: held::<Option<Figure>>(db, id, "kpi_figure", at)?.flatten(),
            baseline: held::<Option<f64>>(db, id, "kpi_baseline", at)?.flatten(),
            target: held::<Option<f64>>(db, id, "kpi_target", at)?.flatten(),
            direction: direction.unwrap_or(Direction::Up),
        }))
    }
}

/// What a field of an improvement held at an instant; none before there was one.
pub(super) fn held<T: Cell>(
    db: &Db<'_>,
    id: ImprovementId,
    field: &str,
    at: DateTime<Utc>,
) -> Result<Option<T>> {
    let moments = db.timeline::<T>("improvement", id, field)?;
    Ok(moments.into_iter().rfind(|moment| moment.at <= at).and_then(|moment| moment.value))
}

/// Since when the team wants an improvement without having given it up.
fn agreed_at(db: &Db<'_>, id: ImprovementId, as_of: DateTime<Utc>) -> Result<Option<DateTime<Utc>>> {
    let (mut since, mut before) = (None, None);
    for moment in db.timeline::<State>("improvement", id, "state")? {
        let Some(state) = moment.value.filter(|_| moment.at <= as_of) else { continue };
        if state == State::Proposed {
            since = None;
        } else if rules::takes_baseline(before, state) {
            since = Some(moment.at);
        }
        before = Some(state);
    }
    Ok(since)
}

/// How the KPI of an improvement went up to an instant.
pub(super) fn course(
    db: &Db<'_>,
    entry: &record::Improvement,
    kpi: &Measured,
    as_of: DateTime<Utc>,
) -> Result<KpiCourse> {
    let agreed_at = agreed_at(db, entry.id, as_of)?;
    let product = record::Product::get(db, entry.product)?;
    let calendar = calendar(db, &product)?;
    let mut told = Vec::new();
    let mut baseline_source = None;
    match kpi.figure {
        None => {
            let agreed_day = agreed_at.map(|at| calendar.day_of(at));
            let today = calendar.day_of(as_of);
            for row in db.improvement_measurements(entry.id)? {
                if row.at > as_of || row.day > today {
                    continue;
                }
                told.push(KpiSample {
                    measurement: Some(row.id.as_uuid()),
                    sprint: None,
                    number: None,
                    sprint_name: None,
                    day: row.day,
                    value: Some(row.value),
                    missing: None,
                    after: agreed_day.is_some_and(|agreed| agreed <= row.day),
                    note: row.note,
                    person: row.person.map(|person| person.as_uuid()),
                });
            }
        }
        Some(figure) => {
            let found = samples(db, entry.product, figure, as_of)?;
            baseline_source = super::baseline::newest(&found).map(|(_, from)| from);
            for sample in found {
                told.push(KpiSample {
                    measurement: None,
                    sprint: Some(sample.sprint.as_uuid()),
                    number: Some(sample.number),
                    sprint_name: Some(sample.name),
                    day: calendar.day_of(sample.closed_at),
                    value: sample.value.ok(),
                    missing: sample.value.err().map(str::to_owned),
                    after: agreed_at.is_some_and(|agreed| agreed < sample.closed_at),
                    note: String::new(),
                    person: None,
                });
            }
            let before = told.iter().filter(|sample| !sample.after).count();
            told.drain(..before.saturating_sub(BEFORE_MAX));
        }
    }
    let last = told.iter().rev().filter(|sample| sample.after).find_map(|sample| sample.value);
    let change = last.zip(kpi.baseline).map(|(last, baseline)| hundredths(last - baseline));
    Ok(KpiCourse {
        agreed_at,
        samples: told,
        last,
        change,
        progress: rules::progress(kpi.baseline, kpi.target, last),
        reached: kpi.target.zip(last).map(|(target, last)| rules::reached(target, kpi.direction, last)),
        better: change.filter(|change| *change != 0.0).map(|change| match kpi.direction {
            Direction::Up => change > 0.0,
            Direction::Down => change < 0.0,
        }),
        baseline_source,
    })
}

/// Differences of values to a hundredth: what binary fractions add is not told.
fn hundredths(value: f64) -> f64 {
    (value * 100.0).round() / 100.0 + 0.0
}
