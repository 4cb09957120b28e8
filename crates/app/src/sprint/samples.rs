//! What a figure of the product was in each sprint that was closed. Nothing of it is stored: it follows from the
//! sprint's record and from the history up to the close, so neither a later change nor a later look alters it.

use chrono::{DateTime, Utc};
use lineout_domain::calendar::Calendar;
use lineout_domain::daily::average as votes_mean;
use lineout_domain::figures::velocity::{self as figure, RecordItem};
use lineout_domain::figures::{cycle, mean, percentile};
use lineout_domain::ids::{ItemId, ProductId, SprintId};
use lineout_domain::improvement::Figure;
use lineout_domain::sprint::Outcome;
use lineout_store::Db;
use lineout_store::record::{self as rows, Record, SprintRecordItem};

use super::{get, lived::Course};
use crate::error::Result;
use crate::impediment::figures as impediments;
use crate::item;
use crate::product::calendar;

/// A figure in one sprint.
#[derive(Debug, Clone)]
pub(crate) struct Sample {
    pub(crate) sprint: SprintId,
    pub(crate) number: u32,
    /// The sprint's name when it ended.
    pub(crate) name: String,
    pub(crate) closed_at: DateTime<Utc>,
    /// The value, or why there is none.
    pub(crate) value: std::result::Result<f64, &'static str>,
}

/// A product's figure in every sprint that was closed by an instant, the oldest first. Cancelled sprints are left out.
pub(crate) fn samples(
    db: &Db<'_>,
    product: ProductId,
    figure: Figure,
    as_of: DateTime<Utc>,
) -> Result<Vec<Sample>> {
    let product = rows::Product::get(db, product)?;
    let calendar = calendar(db, &product)?;
    let records: Vec<rows::SprintRecord> =
        db.closed_records(product.id)?.into_iter().filter(|record| record.closed_at <= as_of).collect();
    let blocked = match figure {
        Figure::BlockedTime => impediments::blocked_by_sprint(db, product.id, &calendar, as_of)?,
        _ => Vec::new(),
    };
    let mut samples = Vec::with_capacity(records.len());
    for record in records {
        let sprint = rows::Sprint::get(db, record.sprint)?;
        let value = match figure {
            Figure::BlockedTime if sprint.source.is_none() => {
                let here = blocked.iter().find(|(id, _)| *id == sprint.id);
                Ok(here.map_or(0.0, |(_, hours)| *hours))
            }
            _ => value(db, &product, &calendar, &sprint, &record, figure)?,
        };
        samples.push(Sample {
            sprint: sprint.id,
            number: sprint.number,
            name: record.name,
            closed_at: record.closed_at,
            value: value.map(tenths),
        });
    }
    Ok(samples)
}

type Value = std::result::Result<f64, &'static str>;

const ELSEWHERE: &str = "It was brought in from elsewhere, and its days are not known.";

fn value(
    db: &Db<'_>,
    product: &rows::Product,
    calendar: &Calendar,
    sprint: &rows::Sprint,
    record: &rows::SprintRecord,
    of: Figure,
) -> Result<Value> {
    let items = || db.record_items(record.id);
    Ok(match of {
        Figure::Velocity => Ok(record.completed_points),
        Figure::SayDo if record.committed_points > 0.0 => {
            Ok(100.0 * record.committed_done / record.committed_points)
        }
        Figure::SayDo => Err("Nothing that was estimated was committed to."),
        Figure::CarryOver => figure::carry_over(&parts(&items()?))
            .map(|share| 100.0 * share)
            .ok_or("Nothing was committed to."),
        _ if sprint.source.is_some() => Err(ELSEWHERE),
        Figure::CycleTimeMedian | Figure::CycleTime85 => {
            let days = cycle_days(db, calendar, sprint, record, &items()?)?;
            let percent = if of == Figure::CycleTimeMedian { 50 } else { 85 };
            percentile(&days, percent).ok_or("Nothing became Done that had been in progress.")
        }
        Figure::Mttr => impediments::mttr(db, product.id, calendar, sprint, record.closed_at)?
            .ok_or("No incident was restored."),
        Figure::Throughput => {
            let days = working_days(calendar, sprint, record);
            figure::throughput(&parts(&items()?), days).ok_or("It had no working day.")
        }
        Figure::GoalConfidence => {
            let mut means = Vec::new();
            for daily in db.dailies(sprint.id)? {
                let votes: Vec<u8> = db.daily_votes(daily.id)?.iter().map(|vote| vote.confidence).collect();
                means.extend(votes_mean(&votes));
            }
            mean(&means).ok_or("Nobody voted on its goal.")
        }
        // Asked for all sprints at once by the caller.
        Figure::BlockedTime => Err(ELSEWHERE),
    })
}

fn parts(items: &[SprintRecordItem]) -> Vec<RecordItem> {
    items.iter().map(super::record::fact).collect()
}

/// Cycle times of what was Done at the close, in days; what never was in progress has none.
pub(crate) fn cycle_days(
    db: &Db<'_>,
    calendar: &Calendar,
    sprint: &rows::Sprint,
    record: &rows::SprintRecord,
    items: &[SprintRecordItem],
) -> Result<Vec<f64>> {
    let course = Course::read(db, sprint, calendar.clone(), record.closed_at)?;
    let done = items.iter().filter(|item| matches!(item.outcome, Outcome::Done | Outcome::Split));
    let done: Vec<ItemId> = done.map(|item| item.item).collect();
    let mut days = Vec::with_capacity(done.len());
    for id in done {
        let way: Option<cycle::Cycle> = item::cycle::cycle(db, id, &course)?;
        days.extend(way.and_then(|way| way.days(calendar)).map(f64::from));
    }
    Ok(days)
}

/// Working days from a sprint's start to its end, as they were frozen at start; days it lasted longer are by the calendar.
fn working_days(calendar: &Calendar, sprint: &rows::Sprint, record: &rows::SprintRecord) -> usize {
    let (first, last) = (calendar.day_of(record.started_at), calendar.day_of(record.closed_at));
    let mut lasted = sprint.clone();
    lasted.end_day = last.max(sprint.start_day);
    let days = get::sprint_days(&lasted, calendar);
    days.iter().filter(|day| day.working && (first..=last).contains(&day.day)).count()
}

/// Figures are told to a tenth; velocity, which may hold halves and quarters of points, is exact enough that way too.
fn tenths(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}
