//! What a forecast rests on: the days it draws from, said so that anybody can check it.

use chrono::NaiveDate;
use lineout_domain::calendar::Calendar;
use lineout_domain::figures::forecast::{self as figure, Day, Thin, Throughput};
use lineout_domain::sprint as rules;
use lineout_store::read::Load;
use lineout_store::record::{self as rows, Record};
use uuid::Uuid;

use super::{ForecastUnit, points};
use crate::context::View;
use crate::error::{AppError, Result};
use crate::product::calendar;
use crate::wire::responses;

/// Working days drawn from unless asked otherwise: about three months.
const WINDOW: u32 = 60;
/// Most working days drawn from.
const WINDOW_MAX: u32 = 520;

responses! {
    /// What a forecast rests on.
    pub struct ForecastBasis {
        /// In what it counts.
        pub unit: ForecastUnit,
        /// Working days of the window, oldest first; today is not over and not among them.
        pub days: Vec<ForecastDay>,
        /// Most working days of the window.
        pub window: u32,
        /// Items finished in the window.
        pub finished: u32,
        /// How often the days to come were played through.
        pub trials: u32,
        /// Where the draws begin; the same for a product always.
        pub seed: u32,
        /// What is open in sprints, which comes before the Product Backlog.
        pub ahead_items: u32,
        /// Its points.
        pub ahead_points: f64,
        /// How many spans of the past brought at least what 85 % had been forecast.
        pub held: u32,
        /// How many spans could be forecast from the days before them.
        pub tested: u32,
        /// Working days of such a span: a usual sprint.
        pub span: u32,
        /// Why there is no forecast; none when there is one.
        pub thin: Option<String>,
    }

    /// A working day.
    pub struct ForecastDay {
        /// Which.
        pub day: NaiveDate,
        /// Items that became Done.
        pub items: u32,
        /// Their points.
        pub points: f64,
    }
}

/// A sprint to come.
pub(crate) struct Ahead {
    pub(crate) sprint: Option<Uuid>,
    pub(crate) name: String,
    pub(crate) end_day: NaiveDate,
    /// Working days from tomorrow to its end.
    pub(crate) within: usize,
}

/// What both questions need.
pub(crate) struct Known {
    pub(crate) product: rows::Product,
    pub(crate) calendar: Calendar,
    pub(crate) today: NaiveDate,
    pub(crate) basis: ForecastBasis,
    pub(crate) load: Load,
    /// None when the history is too thin.
    pub(crate) throughput: Option<Throughput>,
}

impl Known {
    /// Reads what has been finished within the window.
    pub(crate) fn read(
        view: &View<'_>,
        product: Uuid,
        unit: Option<ForecastUnit>,
        window: Option<u32>,
    ) -> Result<Self> {
        let product = rows::Product::get(&view.db, lineout_domain::ids::ProductId::new(product))?;
        let (unit, window) = (unit.unwrap_or_default(), window.unwrap_or(WINDOW));
        if !(figure::DAYS_MIN as u32..=WINDOW_MAX).contains(&window) {
            return Err(AppError::new(
                "forecast_window",
                format!(
                    "A forecast draws from {} to {WINDOW_MAX} working days, not {window}.",
                    figure::DAYS_MIN
                ),
                "Choose a window in between.",
            ));
        }
        let calendar = calendar(&view.db, &product)?;
        let today = calendar.day_of(view.now);
        let seed = seed(product.id.as_uuid());
        let shown = worked(view, &product, &calendar, today)?;
        let days: Vec<Day> = shown.iter().map(|day| day.drawn(unit)).collect();
        let newest = days.len().saturating_sub(window as usize);
        let span = calendar_span(&calendar, today, &product);
        let test = figure::back_test(&days, span, window as usize, seed.into());
        let throughput = Throughput::new(&days[newest..], seed.into());
        let load = view.db.open_in_sprints(product.id)?;
        let basis = ForecastBasis {
            unit,
            window,
            finished: days[newest..].iter().map(|day| day.items).sum(),
            days: shown.into_iter().skip(newest).map(Worked::said).collect(),
            trials: figure::TRIALS as u32,
            seed,
            ahead_items: load.items,
            ahead_points: points(load.hundredths),
            held: test.held as u32,
            tested: test.of as u32,
            span: span as u32,
            thin: throughput.as_ref().err().map(too_thin),
        };
        Ok(Self { product, calendar, today, basis, load, throughput: throughput.ok() })
    }

    /// The active sprint and those to come: planned ones, then as many as the product's rhythm gives.
    pub(crate) fn sprints(&self, view: &View<'_>, many: usize) -> Result<Vec<Ahead>> {
        let mut open: Vec<rows::Sprint> = view.db.sprints(self.product.id)?;
        let mut last = open.iter().map(|sprint| sprint.end_day).max();
        open.retain(|sprint| matches!(sprint.state, rules::State::Active | rules::State::Planned));
        open.sort_by_key(|sprint| (sprint.start_day, sprint.number));
        let mut ahead: Vec<Ahead> = open
            .into_iter()
            .map(|sprint| self.ahead(Some(sprint.id.as_uuid()), sprint.name, sprint.end_day))
            .collect();
        let mut number = view.db.last_number(self.product.id, "sprint")?;
        while ahead.len() < many {
            let length = u32::from(self.product.sprint_length_days);
            let (_, end) = rules::next_span(last, self.today, length, &self.calendar);
            number += 1;
            ahead.push(self.ahead(None, rules::default_name(number.into()), end));
            last = Some(end);
        }
        ahead.truncate(many);
        Ok(ahead)
    }

    fn ahead(&self, sprint: Option<Uuid>, name: String, end_day: NaiveDate) -> Ahead {
        let tomorrow = self.today.succ_opt().unwrap_or(self.today);
        let within = self.calendar.working_days_between(tomorrow, end_day);
        Ahead { sprint, name, end_day, within }
    }

    /// What comes before the Product Backlog, in the forecast's unit.
    pub(crate) fn before(&self) -> u64 {
        match self.basis.unit {
            ForecastUnit::Items => self.load.items.into(),
            ForecastUnit::Points => u64::try_from(self.load.hundredths).unwrap_or(0),
        }
    }
}

/// A working day of the past.
#[derive(Clone, Copy)]
struct Worked {
    day: NaiveDate,
    items: u32,
    hundredths: i64,
}

impl Worked {
    fn drawn(&self, unit: ForecastUnit) -> Day {
        let amount = match unit {
            ForecastUnit::Items => self.items.into(),
            ForecastUnit::Points => u64::try_from(self.hundredths).unwrap_or(0),
        };
        Day { items: self.items, amount }
    }

    fn said(self) -> ForecastDay {
        ForecastDay { day: self.day, items: self.items, points: points(self.hundredths) }
    }
}

/// Every working day since the team began, or of the longest window and as much again to look back on. What was
/// finished on a day off counts for the working day before it: it was finished, and days off are not drawn.
fn worked(
    view: &View<'_>,
    product: &rows::Product,
    calendar: &Calendar,
    today: NaiveDate,
) -> Result<Vec<Worked>> {
    let Some(first) = view.db.first_work(product.id)? else { return Ok(Vec::new()) };
    let farthest = today.checked_sub_days(chrono::Days::new(2 * 2 * u64::from(WINDOW_MAX))).unwrap_or(today);
    let first = calendar.day_of(first).max(farthest);
    let mut days: Vec<Worked> = first
        .iter_days()
        .take_while(|day| *day < today)
        .filter(|day| calendar.is_working(*day))
        .map(|day| Worked { day, items: 0, hundredths: 0 })
        .collect();
    for (at, hundredths) in view.db.finished_since(product.id, calendar.start_of(first))? {
        let day = calendar.day_of(at);
        if day >= today {
            break;
        }
        let place = days.partition_point(|worked| worked.day <= day).saturating_sub(1);
        if let Some(worked) = days.get_mut(place) {
            worked.items += 1;
            worked.hundredths += hundredths;
        }
    }
    Ok(days)
}

/// Working days of a usual sprint that begins tomorrow.
fn calendar_span(calendar: &Calendar, today: NaiveDate, product: &rows::Product) -> usize {
    let (start, end) = rules::next_span(None, today, u32::from(product.sprint_length_days), calendar);
    calendar.working_days_between(start, end).max(1)
}

/// A product's own seed, part of its id: stored with it, and the same on every machine.
fn seed(product: Uuid) -> u32 {
    let [.., a, b, c, d] = *product.as_bytes();
    u32::from_be_bytes([a, b, c, d])
}

fn too_thin(thin: &Thin) -> String {
    match thin {
        Thin::Days { have } => format!(
            "A forecast needs {} working days of history; there {} {have}.",
            figure::DAYS_MIN,
            if *have == 1 { "is" } else { "are" }
        ),
        Thin::Finished { have } => format!(
            "A forecast needs {} finished items; there {} {have}.",
            figure::FINISHED_MIN,
            if *have == 1 { "is" } else { "are" }
        ),
    }
}
