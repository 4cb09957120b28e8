//! `improvement.kept`: what came of the improvements that were settled in a period, as it stood at its end.

use chrono::{DateTime, Days, NaiveDate, Utc};
use lineout_domain::ids::{ImprovementId, ProductId};
use lineout_domain::improvement::State;
use lineout_domain::text;
use lineout_store::Db;
use lineout_store::record::{self, Record};
use uuid::Uuid;

use super::course::{Measured, course, held};
use super::{Direction, ImprovementState, ProductFigure, key};
use crate::context::View;
use crate::error::{AppError, Result};
use crate::product::calendar;
use crate::wire::{requests, responses};

/// Days of the period unless asked otherwise: a year.
const DAYS: u64 = 365;

requests! {
    /// Asks what was kept.
    pub struct GetKept {
        /// Of which product.
        pub product: Uuid,
        /// From which day on; a year before the last when left out.
        pub from: Option<NaiveDate>,
        /// Until which day, included; today when left out.
        pub to: Option<NaiveDate>,
    }
}

responses! {
    /// What came of the improvements that were settled in a period.
    pub struct Kept {
        /// The first day.
        pub from: NaiveDate,
        /// The last day, included.
        pub to: NaiveDate,
        /// All of them.
        pub total: KeptCount,
        /// By category, in the order of their names; what has none comes last, under an empty one.
        pub categories: Vec<KeptCategory>,
        /// The entries, the one settled last first.
        pub entries: Vec<KeptEntry>,
        /// Entries raised in the period, whatever came of them.
        pub raised: u32,
        /// Entries that were wanted and not settled when the period ended.
        pub open: u32,
        /// Entries that were only proposed then.
        pub proposed: u32,
    }

    /// How many came to which end.
    #[derive(Default)]
    pub struct KeptCount {
        /// Kept.
        pub kept: u32,
        /// Adapted.
        pub adapted: u32,
        /// Dropped.
        pub dropped: u32,
    }

    /// The counts of a category.
    pub struct KeptCategory {
        /// Its name.
        pub category: String,
        /// How many.
        pub count: KeptCount,
    }

    /// An entry that was settled.
    pub struct KeptEntry {
        /// Its id.
        pub id: Uuid,
        /// Its key.
        pub key: String,
        /// What could be better.
        pub opportunity: String,
        /// What it is about.
        pub category: String,
        /// Kept, adapted or dropped.
        pub state: ImprovementState,
        /// What came of it, in words.
        pub outcome: String,
        /// When it was settled.
        pub settled_at: DateTime<Utc>,
        /// By whom.
        pub settled_by: Option<Uuid>,
        /// What it was measured by; none when by nothing.
        pub measured: Option<KeptMeasure>,
    }

    /// The measured change of an improvement.
    pub struct KeptMeasure {
        /// What is measured.
        pub name: String,
        /// In which unit.
        pub unit: String,
        /// The figure of the product that it is.
        pub figure: Option<ProductFigure>,
        /// Which way is better.
        pub direction: Direction,
        /// Where it stood.
        pub baseline: Option<f64>,
        /// Where it should go.
        pub target: Option<f64>,
        /// The newest value by the end of the period.
        pub last: Option<f64>,
        /// By how much it differs from the baseline.
        pub change: Option<f64>,
        /// It went the way it should.
        pub better: Option<bool>,
        /// The target is reached.
        pub reached: Option<bool>,
    }
}

pub(crate) fn run(view: &View<'_>, request: GetKept) -> Result<Kept> {
    let db = &view.db;
    let product = record::Product::get(db, ProductId::new(request.product))?;
    let calendar = calendar(db, &product)?;
    let to = request.to.unwrap_or_else(|| calendar.day_of(view.now));
    let from = request.from.unwrap_or_else(|| to.checked_sub_days(Days::new(DAYS - 1)).unwrap_or(to));
    for day in [from, to] {
        crate::sprint::check_day(day)?;
    }
    if from > to {
        return Err(AppError::new(
            "period_backwards",
            format!("The period would end on {}, before it begins on {}.", text::day(&to), text::day(&from)),
            "Exchange the two days.",
        ));
    }
    let (begin, end) = (calendar.start_of(from), calendar.end_of(to).min(view.now));
    let (mut entries, mut raised, mut open, mut proposed) = (Vec::new(), 0, 0, 0);
    for row in db.improvements(product.id)? {
        raised += u32::from((begin..=end).contains(&row.raised_at));
        match state_at(db, row.id, end)? {
            Some((state, at, by)) if state.is_settled() && at >= begin => {
                entries.push(entry(db, &row, (state, at, by), end)?);
            }
            // Settled before the period.
            Some((state, ..)) if state.is_settled() => {}
            Some((state, ..)) if state.is_wanted() => open += 1,
            Some(..) => proposed += 1,
            None => {}
        }
    }
    entries.sort_by(|a, b| b.settled_at.cmp(&a.settled_at).then_with(|| b.key.cmp(&a.key)));
    let total = count(entries.iter());
    let mut names: Vec<&str> = entries.iter().map(|entry| entry.category.as_str()).collect();
    names.sort_by_key(|name| (name.is_empty(), name.to_lowercase()));
    names.dedup();
    let categories = names.into_iter().map(|name| KeptCategory {
        category: name.to_owned(),
        count: count(entries.iter().filter(|entry| entry.category == name)),
    });
    let categories = categories.collect();
    Ok(Kept { from, to, total, categories, entries, raised, open, proposed })
}

type Since = (State, DateTime<Utc>, Option<Uuid>);

/// The state of an improvement at an instant, with since when and by whom; none before there was one.
fn state_at(db: &Db<'_>, id: ImprovementId, at: DateTime<Utc>) -> Result<Option<Since>> {
    let moments = db.timeline::<State>("improvement", id, "state")?;
    let last = moments.into_iter().rfind(|moment| moment.at <= at);
    Ok(last.and_then(|moment| Some((moment.value?, moment.at, moment.author.map(|person| person.as_uuid())))))
}

/// An entry in the words and with the figures of an instant.
fn entry(
    db: &Db<'_>,
    row: &record::Improvement,
    (state, settled_at, settled_by): Since,
    at: DateTime<Utc>,
) -> Result<KeptEntry> {
    let words = |field: &str| -> Result<String> { Ok(held(db, row.id, field, at)?.unwrap_or_default()) };
    let measured = match Measured::as_of(db, row.id, at)? {
        Some(kpi) => {
            let went = course(db, row, &kpi, at)?;
            Some(KeptMeasure {
                figure: kpi.figure.map(ProductFigure::from),
                direction: kpi.direction.into(),
                baseline: kpi.baseline,
                target: kpi.target,
                last: went.last,
                change: went.change,
                better: went.better,
                reached: went.reached,
                name: kpi.name,
                unit: kpi.unit,
            })
        }
        None => None,
    };
    Ok(KeptEntry {
        id: row.id.as_uuid(),
        key: key(row),
        opportunity: words("opportunity")?,
        category: words("category")?,
        state: state.into(),
        outcome: words("outcome")?,
        settled_at,
        settled_by,
        measured,
    })
}

fn count<'a>(entries: impl Iterator<Item = &'a KeptEntry>) -> KeptCount {
    let mut count = KeptCount::default();
    for entry in entries {
        match entry.state {
            ImprovementState::Kept => count.kept += 1,
            ImprovementState::Adapted => count.adapted += 1,
            _ => count.dropped += 1,
        }
    }
    count
}
