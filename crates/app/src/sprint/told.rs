//! What follows from a record alone, and is the same whenever it is asked: counts of what changed, the day of the end, and
//! what became of the rest of a split.

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;
use lineout_domain::calendar::CalendarDay;
use lineout_domain::sprint::unused_days;
use lineout_store::Db;
use lineout_store::record::{self as rows, SprintRecordItem};

use super::burndown::{Burndown, ScopeKind};
use super::record::RecordedItem;
use crate::error::Result;
use crate::wire::{count, responses};

responses! {
    /// How often the scope changed after the start, by what it was, and how much was late. The chart lists the same
    /// changes one by one.
    pub struct RecordedChanges {
        /// Items that came in.
        pub added: u32,
        /// Items that left.
        pub removed: u32,
        /// Items that were cancelled.
        pub cancelled: u32,
        /// New estimates.
        pub reestimated: u32,
        /// Items that became Done after the planned end.
        pub late: u32,
    }

    /// When a sprint ended, by the team's days.
    pub struct SprintEnd {
        /// The day.
        pub day: NaiveDate,
        /// Working days that were planned after it: more than none when it ended early.
        pub early_days: u32,
    }
}

pub(super) fn changes(chart: &Burndown, items: &[RecordedItem]) -> RecordedChanges {
    let of = |kind: ScopeKind| count(chart.scope_changes.iter().filter(|change| change.kind == kind).count());
    RecordedChanges {
        added: of(ScopeKind::Added),
        removed: of(ScopeKind::Removed),
        cancelled: of(ScopeKind::Cancelled),
        reestimated: of(ScopeKind::Reestimated),
        late: count(items.iter().filter(|item| item.late).count()),
    }
}

/// The day of the end in the zone that the team had then, and what of the days planned was left.
pub(super) fn end(tz: Tz, closed_at: DateTime<Utc>, end_day: NaiveDate, chart: &Burndown) -> SprintEnd {
    let day = closed_at.with_timezone(&tz).date_naive();
    let planned = chart.days.iter().filter(|one| one.day <= end_day);
    let planned: Vec<_> =
        planned.map(|one| CalendarDay { day: one.day, working: one.working, start: one.start }).collect();
    SprintEnd { day, early_days: count(unused_days(&planned, day)) }
}

/// The key of the item that what remained of a split became: of the parts that an item had by then, the newest, as it was
/// made by the close itself.
pub(super) fn remainder(
    db: &Db<'_>,
    item: &SprintRecordItem,
    product_key: &str,
    mark: i64,
) -> Result<Option<String>> {
    let mut newest = None;
    for part in db.rows_at("item", "split_from", item.item, mark)? {
        newest = newest.max(db.field_at::<u32>("item", part, "number", mark)?);
    }
    Ok(newest.map(|number| format!("{product_key}-{number}")))
}

/// The same of a row alone.
pub(crate) fn rest_of(db: &Db<'_>, item: &SprintRecordItem) -> Result<Option<String>> {
    let mark = db.made_at("sprint_record", item.record)?.unwrap_or(0);
    let product_key = item.key.rsplit_once('-').map_or("", |(product, _)| product);
    remainder(db, item, product_key, mark)
}

/// The time zone that a product had at a position in the history.
pub(super) fn zone(db: &Db<'_>, sprint: &rows::Sprint, mark: i64) -> Result<Tz> {
    let name: Option<String> = db.field_at("product", sprint.product, "time_zone", mark)?;
    Ok(name.and_then(|name| name.parse().ok()).unwrap_or(Tz::UTC))
}
