//! `impediment.figures`: how long what was in the way took in a period: to resolve impediments, to restore after
//! incidents, and how long items were blocked; each with what it rests on.

use std::cmp::Reverse;

use chrono::{DateTime, Days, Utc};
use lineout_domain::calendar::Calendar;
use lineout_domain::figures::blocked::{Blocked, blocked, intersection};
use lineout_domain::figures::resolution::{
    Period, Standing, Trouble, elapsed_hours, resolution, working_hours,
};
use lineout_domain::ids::{ProductId, SprintId};
use lineout_store::Db;
use lineout_store::record::{self, Record};
use schemars::JsonSchema;
use serde::Deserialize;
use ts_rs::TS;
use uuid::Uuid;

use super::{blocked as read, key};
use crate::context::View;
use crate::error::{AppError, Result};
use crate::product::calendar;
use crate::wire::{count, requests, responses};

/// Most days that a period counted in days may have: ten years.
const DAYS_MAX: u32 = 3660;
/// So many sprints are told with the time their items were blocked, the newest first.
const SPRINTS_MAX: usize = 12;

requests! {
    /// Asks how long things in the way took.
    pub struct GetImpedimentFigures {
        /// In which product.
        pub product: Uuid,
        /// In which time.
        pub period: FigurePeriod,
        /// As of when; now when left out.
        pub as_of: Option<DateTime<Utc>>,
    }
}

/// The time that a figure speaks of.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema, TS)]
#[serde(tag = "of", rename_all = "camelCase", deny_unknown_fields)]
pub enum FigurePeriod {
    /// The last so many of the team's days, today included.
    Days {
        /// How many.
        days: u32,
    },
    /// A sprint, from its start to its end.
    Sprint {
        /// Which; it has begun.
        sprint: Uuid,
    },
    /// All there ever was.
    All {},
}

responses! {
    /// How long things in the way took.
    pub struct ImpedimentFigures {
        /// Where the period begins; none when it has no beginning.
        pub from: Option<DateTime<Utc>>,
        /// Where it ends.
        pub to: DateTime<Utc>,
        /// From raised to resolved.
        pub time_to_resolve: TroubleFigure,
        /// From down to restored: the MTTR of incidents.
        pub time_to_restore: TroubleFigure,
        /// How long items were blocked.
        pub blocked: BlockedFigure,
    }

    /// How long several troubles took: those that were over in the period, with those that lasted beyond it beside.
    pub struct TroubleFigure {
        /// How many were over; the figures rest on these.
        pub n: u32,
        /// All of their hours.
        pub total_hours: f64,
        /// The mean, in hours: total ÷ n. None without any.
        pub mean_hours: Option<f64>,
        /// The median, in hours.
        pub median_hours: Option<f64>,
        /// The mean on working days only, in hours.
        pub mean_working_hours: Option<f64>,
        /// The median on working days only, in hours.
        pub median_working_hours: Option<f64>,
        /// What the figures rest on, the longest first.
        pub over: Vec<TroubleEvent>,
        /// What is in neither figure, the longest first; it lasts up to the end of the period so far.
        pub open: Vec<TroubleEvent>,
    }

    /// One trouble behind a figure.
    pub struct TroubleEvent {
        /// The impediment.
        pub impediment: Uuid,
        /// Its key.
        pub key: String,
        /// Its title.
        pub title: String,
        /// When it began.
        pub from: DateTime<Utc>,
        /// When it was over; none when it was not in the period.
        pub to: Option<DateTime<Utc>>,
        /// By the clock.
        pub hours: f64,
        /// On working days only.
        pub working_hours: f64,
    }

    /// How long items were blocked in the period; of a sprint, while they were in it.
    pub struct BlockedFigure {
        /// By the clock, all items added up.
        pub hours: f64,
        /// On working days only.
        pub working_hours: f64,
        /// The items behind it, the longest first.
        pub items: Vec<BlockedItemTime>,
        /// The sprints that have begun, the newest first: how long their items were blocked while in them.
        pub sprints: Vec<BlockedSprintTime>,
    }

    /// How long an item was blocked.
    pub struct BlockedItemTime {
        /// The item.
        pub item: Uuid,
        /// Its key.
        pub key: String,
        /// Its title.
        pub title: String,
        /// By the clock.
        pub hours: f64,
        /// On working days only.
        pub working_hours: f64,
        /// Since when it is blocked without a break; none when it was not at the end of the period.
        pub since: Option<DateTime<Utc>>,
    }

    /// How long a sprint's items were blocked while in it.
    pub struct BlockedSprintTime {
        /// The sprint.
        pub sprint: Uuid,
        /// Its name.
        pub name: String,
        /// By the clock, all items added up.
        pub hours: f64,
        /// On working days only.
        pub working_hours: f64,
        /// How many items were.
        pub items: u32,
    }
}

pub(crate) fn run(view: &View<'_>, request: GetImpedimentFigures) -> Result<ImpedimentFigures> {
    let db = &view.db;
    let product = record::Product::get(db, ProductId::new(request.product))?;
    let calendar = calendar(db, &product)?;
    let as_of = request.as_of.unwrap_or(view.now).min(view.now);
    let (period, sprint) = period(db, &product, &request.period, &calendar, as_of)?;
    let rows = db.impediments(product.id)?;
    let resolving = |row: &record::Impediment| Some(Trouble { from: row.raised_at, to: row.resolved_at });
    let restoring =
        |row: &record::Impediment| row.began_at.map(|began| Trouble { from: began, to: row.restored_at });
    Ok(ImpedimentFigures {
        from: period.from,
        to: period.to,
        time_to_resolve: trouble(&rows, resolving, &calendar, period),
        time_to_restore: trouble(&rows, restoring, &calendar, period),
        blocked: blocked_figure(db, product.id, &calendar, period, sprint, as_of)?,
    })
}

/// The period, and the sprint that it is of.
fn period(
    db: &Db<'_>,
    product: &record::Product,
    asked: &FigurePeriod,
    calendar: &Calendar,
    as_of: DateTime<Utc>,
) -> Result<(Period, Option<SprintId>)> {
    match asked {
        FigurePeriod::All {} => Ok((Period::until(as_of), None)),
        FigurePeriod::Days { days } => {
            let first = calendar.day_of(as_of).checked_sub_days(Days::new(u64::from(days.saturating_sub(1))));
            let first = first.filter(|_| (1..=DAYS_MAX).contains(days)).ok_or_else(|| {
                AppError::new(
                    "period_days",
                    format!("A period of {days} days was not accepted."),
                    format!("Ask for 1 to {DAYS_MAX} days, or for all."),
                )
            })?;
            Ok((Period { from: Some(calendar.start_of(first)), to: as_of }, None))
        }
        FigurePeriod::Sprint { sprint } => {
            let sprint = record::Sprint::get(db, SprintId::new(*sprint))?;
            if sprint.product != product.id {
                return Err(AppError::not_found("sprint"));
            }
            let period = of_sprint(&sprint, as_of).ok_or_else(|| {
                AppError::new(
                    "sprint_not_started",
                    format!("{} has not begun.", sprint.name),
                    "Choose a sprint that has begun.",
                )
            })?;
            Ok((period, Some(sprint.id)))
        }
    }
}

/// From a sprint's start to its end, as far as it has come; none before it has begun.
fn of_sprint(sprint: &record::Sprint, as_of: DateTime<Utc>) -> Option<Period> {
    let from = sprint.started_at.filter(|from| *from <= as_of)?;
    Some(Period { from: Some(from), to: sprint.ended_at.map_or(as_of, |end| end.min(as_of)) })
}

fn trouble(
    rows: &[record::Impediment],
    of: impl Fn(&record::Impediment) -> Option<Trouble>,
    calendar: &Calendar,
    period: Period,
) -> TroubleFigure {
    let troubles: Vec<(&record::Impediment, Trouble)> =
        rows.iter().filter_map(|row| Some((row, of(row)?))).collect();
    let figure =
        resolution(&troubles.iter().map(|(_, trouble)| *trouble).collect::<Vec<_>>(), calendar, period);
    let event = |row: &record::Impediment, from, to: Option<DateTime<Utc>>| {
        let until = to.unwrap_or(period.to);
        TroubleEvent {
            impediment: row.id.as_uuid(),
            key: key(row),
            title: row.title.clone(),
            from,
            to,
            hours: elapsed_hours(from, until),
            working_hours: working_hours(calendar, from, until),
        }
    };
    let (mut over, mut open) = (Vec::new(), Vec::new());
    for (row, trouble) in troubles {
        match period.standing(&trouble) {
            Standing::Over { from, to } => over.push(event(row, from, Some(to))),
            Standing::Open => open.push(event(row, trouble.from, None)),
            Standing::Outside => {}
        }
    }
    for events in [&mut over, &mut open] {
        events.sort_by(|a, b| b.hours.total_cmp(&a.hours));
    }
    TroubleFigure {
        n: count(figure.n),
        total_hours: over.iter().map(|event| event.hours).sum(),
        mean_hours: figure.elapsed.map(|hours| hours.mean),
        median_hours: figure.elapsed.map(|hours| hours.median),
        mean_working_hours: figure.working.map(|hours| hours.mean),
        median_working_hours: figure.working.map(|hours| hours.median),
        over,
        open,
    }
}

/// MTTR of the incidents that were restored while a sprint ran, in hours; none without any.
pub(crate) fn mttr(
    db: &Db<'_>,
    product: ProductId,
    calendar: &Calendar,
    sprint: &record::Sprint,
    as_of: DateTime<Utc>,
) -> Result<Option<f64>> {
    let Some(period) = of_sprint(sprint, as_of) else { return Ok(None) };
    let incidents = db.impediments(product)?.into_iter();
    let incidents =
        incidents.filter_map(|row| row.began_at.map(|from| Trouble { from, to: row.restored_at }));
    let figure = resolution(&incidents.collect::<Vec<_>>(), calendar, period);
    Ok(figure.elapsed.map(|hours| hours.mean))
}

/// For how many hours by the clock the items of each sprint that has begun were blocked while they were in it.
pub(crate) fn blocked_by_sprint(
    db: &Db<'_>,
    product: ProductId,
    calendar: &Calendar,
    as_of: DateTime<Utc>,
) -> Result<Vec<(SprintId, f64)>> {
    let (_, begun) = blocked_times(db, product, calendar, Period::until(as_of), None, as_of)?;
    Ok(begun.into_iter().map(|(sprint, _, told)| (sprint, told.hours)).collect())
}

fn blocked_figure(
    db: &Db<'_>,
    product: ProductId,
    calendar: &Calendar,
    period: Period,
    sprint: Option<SprintId>,
    as_of: DateTime<Utc>,
) -> Result<BlockedFigure> {
    let (mut items, mut begun) = blocked_times(db, product, calendar, period, sprint, as_of)?;
    items.sort_by(|a, b| b.hours.total_cmp(&a.hours));
    begun.sort_by_key(|(_, lasts, _)| Reverse(lasts.from));
    Ok(BlockedFigure {
        hours: items.iter().map(|item| item.hours).sum(),
        working_hours: items.iter().map(|item| item.working_hours).sum(),
        items,
        sprints: begun.into_iter().take(SPRINTS_MAX).map(|(.., told)| told).collect(),
    })
}

/// A sprint that has begun, how long it lasts, and how long its items were blocked.
type SprintTime = (SprintId, Period, BlockedSprintTime);

/// How long items were blocked in a period, and how long those of each sprint while they were in it.
fn blocked_times(
    db: &Db<'_>,
    product: ProductId,
    calendar: &Calendar,
    period: Period,
    sprint: Option<SprintId>,
    as_of: DateTime<Utc>,
) -> Result<(Vec<BlockedItemTime>, Vec<SprintTime>)> {
    let mut begun: Vec<SprintTime> = db
        .sprints(product)?
        .into_iter()
        .filter_map(|row| {
            let told = BlockedSprintTime {
                sprint: row.id.as_uuid(),
                hours: 0.0,
                working_hours: 0.0,
                items: 0,
                name: row.name.clone(),
            };
            Some((row.id, of_sprint(&row, as_of)?, told))
        })
        .collect();
    let mut items = Vec::new();
    for item in db.items_ever_blocked()? {
        let id = item.to_string();
        if db.field_of("item", &id, "product")? != Some(product.to_string()) {
            continue;
        }
        let spans = read::spans(db, item)?;
        if spans.is_empty() {
            continue;
        }
        let mut time = sprint.is_none().then(|| blocked(&spans, calendar, period));
        for (of, within) in read::sprints(db, item)? {
            let Some((_, lasts, told)) = begun.iter_mut().find(|(id, ..)| *id == of) else { continue };
            let here = blocked(&intersection(&spans, &within), calendar, *lasts);
            told.hours += here.hours;
            told.working_hours += here.working_hours;
            told.items += u32::from(here.hours > 0.0);
            if sprint == Some(of) {
                time = Some(here);
            }
        }
        let Some(Blocked { hours, working_hours, since }) = time.filter(|time| time.hours > 0.0) else {
            continue;
        };
        items.push(BlockedItemTime {
            key: db.name_of("item", &id)?.unwrap_or_default(),
            title: db.field_of("item", &id, "title")?.unwrap_or_default(),
            item: item.as_uuid(),
            hours,
            working_hours,
            since,
        });
    }
    Ok((items, begun))
}
