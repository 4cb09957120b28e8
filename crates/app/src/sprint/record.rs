//! `sprint.record`: what a sprint came to. Written once, when it ends; nothing later alters it.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use lineout_domain::figures::velocity::{self as figure, RecordItem};
use lineout_domain::ids::{ItemId, SprintId};
use lineout_domain::item::ItemType as Kind;
use lineout_domain::sprint::{Outcome, State, is_late};
use lineout_store::Db;
use lineout_store::record::{self as rows, Record, SprintRecordItem};
use uuid::Uuid;

use super::burndown::{self, Burndown};
use super::get::NameSprint;
use super::lived::{self, Course};
use super::told::{self, RecordedChanges, SprintEnd};
use super::{Sprint, find};
use crate::context::{Act, View};
use crate::error::{AppError, Result};
use crate::increment::{Waiver, met, read_waivers};
use crate::product::calendar;
use crate::wire::{self, ItemType, responses, wire_words};

wire_words! {
    /// What became of an item.
    ItemOutcome = lineout_domain::sprint::Outcome { Done, Top, Place, Next, Split, Cancelled, Removed }
}

responses! {
    /// The record of a sprint.
    pub struct SprintRecord {
        /// The sprint as it stands.
        pub sprint: Sprint,
        /// Its name when it ended.
        pub name: String,
        /// Its goal when it ended.
        pub goal: String,
        /// Its first day.
        pub start_day: NaiveDate,
        /// Its planned last day.
        pub end_day: NaiveDate,
        /// When it was started.
        pub started_at: DateTime<Utc>,
        /// When it ended.
        pub closed_at: DateTime<Utc>,
        /// The same by the team's days; none of a sprint that was brought in, of which only its days are known.
        pub ended: Option<SprintEnd>,
        /// Points frozen at start.
        pub committed_points: f64,
        /// Committed items that nobody had estimated: they count 0.
        pub committed_unestimated: u32,
        /// Points of all items Done at close, by their estimate then.
        pub completed_points: f64,
        /// Completed items that nobody had estimated: they count 0.
        pub completed_unestimated: u32,
        /// Committed points completed; what each item adds is beside it.
        pub kept_points: f64,
        /// Committed points completed ÷ points committed; none when nothing was committed.
        pub say_do: Option<f64>,
        /// What changed after the start.
        pub changes: RecordedChanges,
        /// Every item that was ever in it after the start.
        pub items: Vec<RecordedItem>,
        /// The increments it had when it ended, by their names then.
        pub increments: Vec<IncrementName>,
        /// The chart as it stood at close.
        pub burndown: Burndown,
    }

    /// One item of a record.
    pub struct RecordedItem {
        /// The item; it may have been deleted since.
        pub item: Uuid,
        /// Its key.
        pub key: String,
        /// Its title then.
        pub title: String,
        /// What kind of work it was.
        #[serde(rename = "type")]
        pub item_type: ItemType,
        /// Its estimate when it was committed to, or joined.
        pub estimate_at_start: Option<f64>,
        /// Its estimate at the end.
        pub estimate_at_close: Option<f64>,
        /// It was estimated anew in the sprint; what the close estimates of a split is no such thing.
        pub reestimated: bool,
        /// The committed points of it that were completed; none where it adds nothing to say/do.
        pub kept: Option<f64>,
        /// It was part of the commitment.
        pub committed: bool,
        /// When it joined after the start.
        pub added_at: Option<DateTime<Utc>>,
        /// When it left before the end.
        pub removed_at: Option<DateTime<Utc>>,
        /// What became of it.
        pub outcome: ItemOutcome,
        /// When it became Done, of what is Done.
        pub done_at: Option<DateTime<Utc>>,
        /// It became Done after the planned end. The done part of a split is not: the close makes it Done.
        pub late: bool,
        /// The key of the item that the rest of a split went on as.
        pub remainder: Option<String>,
        /// Why it was cancelled; empty of what was not.
        pub reason: String,
        /// The version of the Definition of Done it met.
        pub dod_version: Option<u32>,
        /// Criteria that were waived.
        pub waivers: Vec<Waiver>,
    }

    /// An increment by name.
    pub struct IncrementName {
        /// Its id.
        pub id: Uuid,
        /// Its number.
        pub number: u32,
        /// Its name.
        pub name: String,
    }
}

pub(crate) fn run(view: &View<'_>, request: NameSprint) -> Result<SprintRecord> {
    SprintRecord::read(&view.db, find(&view.db, request.sprint)?)
}

impl SprintRecord {
    pub(crate) fn read(db: &Db<'_>, sprint: rows::Sprint) -> Result<Self> {
        let row = db.sprint_record(sprint.id)?;
        let burndown: Burndown = serde_json::from_str(&row.burndown).map_err(|_| {
            AppError::new("unreadable", "The record's chart cannot be read.", "Run `lineout doctor`.")
        })?;
        let mark = db.made_at("sprint_record", row.id)?.unwrap_or(0);
        let product_key: String = db.field_at("product", sprint.product, "key", mark)?.unwrap_or_default();
        let mut items = Vec::new();
        for item in db.record_items(row.id)? {
            let done_at = done_at(&burndown, &item);
            let reason = match item.outcome {
                Outcome::Cancelled => db.field_at("item", item.item, "reason", mark)?.unwrap_or_default(),
                _ => String::new(),
            };
            let remainder = match item.outcome {
                Outcome::Split => told::remainder(db, &item, &product_key, mark)?,
                _ => None,
            };
            let is_reestimated = |change: &burndown::ScopeChange| {
                change.item == item.item.as_uuid() && change.kind == burndown::ScopeKind::Reestimated
            };
            items.push(RecordedItem {
                item: item.item.as_uuid(),
                reestimated: burndown.scope_changes.iter().any(is_reestimated),
                kept: fact(&item).kept(),
                key: item.key,
                title: item.title,
                item_type: item.item_type.into(),
                estimate_at_start: item.estimate_at_start,
                estimate_at_close: item.estimate_at_close,
                committed: item.committed,
                added_at: item.added_at,
                removed_at: item.removed_at,
                outcome: item.outcome.into(),
                late: item.outcome == Outcome::Done
                    && done_at.is_some_and(|at| is_late(at, burndown.planned_end)),
                done_at,
                remainder,
                reason,
                dod_version: item.done_version,
                waivers: read_waivers(&item.waivers)?,
            });
        }
        let increments = increments_at(db, sprint.id, mark)?;
        let unknown = |wanted: &dyn Fn(&RecordedItem) -> bool| {
            wire::count(items.iter().filter(|one| wanted(one)).count())
        };
        let is_completed = |one: &RecordedItem| matches!(one.outcome, ItemOutcome::Done | ItemOutcome::Split);
        Ok(Self {
            ended: match sprint.source {
                Some(_) => None,
                None => {
                    Some(told::end(told::zone(db, &sprint, mark)?, row.closed_at, row.end_day, &burndown))
                }
            },
            committed_unestimated: unknown(&|one| one.committed && one.estimate_at_start.is_none()),
            completed_unestimated: unknown(&|one| is_completed(one) && one.estimate_at_close.is_none()),
            kept_points: lineout_domain::item::round(row.committed_done),
            changes: told::changes(&burndown, &items),
            sprint: Sprint::read(db, sprint)?,
            name: row.name,
            goal: row.goal,
            start_day: row.start_day,
            end_day: row.end_day,
            started_at: row.started_at,
            closed_at: row.closed_at,
            committed_points: row.committed_points,
            completed_points: row.completed_points,
            say_do: (row.committed_points > 0.0).then(|| row.committed_done / row.committed_points),
            items,
            increments,
            burndown,
        })
    }
}

/// The increments that a sprint had at a position in the history, by the names they had then.
fn increments_at(db: &Db<'_>, sprint: SprintId, mark: i64) -> Result<Vec<IncrementName>> {
    let mut names = Vec::new();
    for id in db.rows_at("increment", "sprint", sprint, mark)? {
        names.push(IncrementName {
            number: db.field_at("increment", id.clone(), "number", mark)?.unwrap_or_default(),
            name: db.field_at("increment", id.clone(), "name", mark)?.unwrap_or_default(),
            id: id.parse().map_err(|_| AppError::not_found("increment"))?,
        });
    }
    names.sort_by_key(|name| name.number);
    Ok(names)
}

/// An item as the figures see it.
pub(super) fn fact(item: &SprintRecordItem) -> RecordItem {
    RecordItem {
        committed: item.committed,
        estimate_at_start: item.estimate_at_start,
        estimate_at_close: item.estimate_at_close,
        outcome: item.outcome,
    }
}

/// When an item that is Done became so, by the chart that is part of the record; none where a chart from elsewhere does
/// not know.
fn done_at(chart: &Burndown, item: &SprintRecordItem) -> Option<DateTime<Utc>> {
    let is_done = matches!(item.outcome, Outcome::Done | Outcome::Split);
    let ends = |kind| matches!(kind, burndown::EventKind::Done | burndown::EventKind::Split);
    let mut endings = chart.events.iter().filter(|event| ends(event.kind));
    endings.rfind(|event| is_done && event.item.item == item.item.as_uuid()).map(|event| event.at)
}

/// One item's part in a sprint, read from its history or from what a file knows of it.
pub(crate) struct Part {
    pub(crate) item: ItemId,
    pub(crate) key: String,
    pub(crate) title: String,
    pub(crate) kind: Kind,
    pub(crate) at_start: Option<f64>,
    pub(crate) at_close: Option<f64>,
    pub(crate) committed: bool,
    pub(crate) added_at: Option<DateTime<Utc>>,
    pub(crate) removed_at: Option<DateTime<Utc>>,
    /// The item as it stands, to tell which Definition of Done it met.
    pub(crate) row: Option<rows::Item>,
}

impl Part {
    /// The number in its key, which outlives the item.
    fn number(&self) -> Option<u64> {
        self.key.rsplit_once('-')?.1.parse().ok()
    }
}

/// Writes the record of a sprint that ends now. Called while its items are still in it.
pub(crate) fn write_record(
    act: &mut Act<'_, '_>,
    sprint: &rows::Sprint,
    outcomes: &HashMap<ItemId, Outcome>,
) -> Result<()> {
    let started_at = sprint.started_at.ok_or_else(|| AppError::not_found("start of the sprint"))?;
    let closed_at = sprint.ended_at.ok_or_else(|| AppError::not_found("end of the sprint"))?;
    let splits = |item| outcomes.get(&item) == Some(&Outcome::Split);
    let chart = burndown::compute(act.db, sprint, closed_at, &splits)?;
    let parts = parts(act.db, sprint, started_at, closed_at)?;
    let outcome = |part: &Part| outcomes.get(&part.item).copied().unwrap_or(Outcome::Removed);
    let parts = parts.into_iter().map(|part| (outcome(&part), part)).map(|(outcome, part)| (part, outcome));
    let parts = parts.collect();
    insert_record(act, sprint, closed_at, &chart, parts)
}

/// Writes a record of what is known.
pub(crate) fn insert_record(
    act: &mut Act<'_, '_>,
    sprint: &rows::Sprint,
    closed_at: DateTime<Utc>,
    chart: &Burndown,
    parts: Vec<(Part, Outcome)>,
) -> Result<()> {
    let started_at = sprint.started_at.ok_or_else(|| AppError::not_found("start of the sprint"))?;
    let figures: Vec<_> = parts
        .iter()
        .map(|(part, outcome)| RecordItem {
            committed: part.committed,
            estimate_at_start: part.at_start,
            estimate_at_close: part.at_close,
            outcome: *outcome,
        })
        .collect();
    let figures = figure::figures(&figures);
    let record = rows::SprintRecord {
        id: act.id(),
        sprint: sprint.id,
        name: sprint.name.clone(),
        goal: sprint.goal.clone(),
        start_day: sprint.start_day,
        end_day: sprint.end_day,
        state: sprint.state,
        started_at,
        closed_at,
        committed_points: figures.committed,
        committed_done: figures.say_do.map_or(0.0, |say_do| say_do * figures.committed),
        completed_points: figures.completed,
        burndown: serde_json::json!(chart).to_string(),
    };
    record.insert(act.db)?;
    for (position, (part, outcome)) in (0..).zip(parts) {
        let (done_version, waivers) = match &part.row {
            Some(item) => met(act.db, item)?,
            None => (None, Vec::new()),
        };
        let row = SprintRecordItem {
            id: act.id(),
            record: record.id,
            position,
            item: part.item,
            key: part.key,
            title: part.title,
            item_type: part.kind,
            estimate_at_start: part.at_start,
            estimate_at_close: part.at_close,
            committed: part.committed,
            added_at: part.added_at,
            removed_at: part.removed_at,
            outcome,
            done_version,
            waivers: serde_json::json!(waivers).to_string(),
        };
        row.insert(act.db)?;
    }
    Ok(())
}

/// Every item that was in the sprint after its start: the committed first, then those added, in the order they came;
/// those that came at once, by number.
fn parts(
    db: &Db<'_>,
    sprint: &rows::Sprint,
    started_at: DateTime<Utc>,
    closed_at: DateTime<Utc>,
) -> Result<Vec<Part>> {
    let committed: HashMap<ItemId, Option<f64>> =
        db.commitments(sprint.id)?.into_iter().map(|row| (row.item, row.estimate)).collect();
    let mut parts = Vec::new();
    let calendar = calendar(db, &rows::Product::get(db, sprint.product)?)?;
    let course = Course::read(db, sprint, calendar, closed_at)?;
    for item in db.items_ever_in(sprint.id)? {
        let stays = stays(db, sprint.id, &course, item)?;
        let joined = stays.iter().rfind(|(_, inside)| *inside).map(|(at, _)| *at);
        let left = stays.last().filter(|(_, inside)| !inside).map(|(at, _)| *at);
        let is_committed = committed.contains_key(&item);
        // Taken in and given back while the sprint was only planned: never part of it.
        if !is_committed && (left.is_some_and(|at| at <= started_at) || joined.is_none()) {
            continue;
        }
        let row = rows::Item::find(db, item)?;
        let estimate = |at: Option<DateTime<Utc>>| estimate_as_of(db, item, at);
        parts.push(Part {
            item,
            key: db.name_of("item", &item.to_string())?.unwrap_or_default(),
            title: last_value::<String>(db, item, "title")?.unwrap_or_default(),
            kind: last_value(db, item, "item_type")?.unwrap_or(Kind::Feature),
            at_start: match committed.get(&item) {
                Some(frozen) => *frozen,
                None => estimate(joined)?,
            },
            at_close: estimate(left)?,
            committed: is_committed,
            added_at: joined.filter(|_| !is_committed),
            removed_at: left,
            row,
        });
    }
    parts.sort_by_key(|part| (!part.committed, part.added_at, part.number(), part.item));
    Ok(parts)
}

/// When an item came into a sprint and left it.
fn stays(db: &Db<'_>, sprint: SprintId, course: &Course, item: ItemId) -> Result<Vec<(DateTime<Utc>, bool)>> {
    let mut stays: Vec<(DateTime<Utc>, bool)> = Vec::new();
    for moment in lived::timeline::<Option<SprintId>>(db, course, item, "sprint")? {
        let inside = moment.value.flatten() == Some(sprint);
        if stays.last().map_or(inside, |(_, before)| *before != inside) {
            stays.push((moment.at, inside));
        }
    }
    Ok(stays)
}

fn estimate_as_of(db: &Db<'_>, item: ItemId, at: Option<DateTime<Utc>>) -> Result<Option<f64>> {
    let moments = db.timeline::<Option<f64>>("item", item, "estimate")?;
    let held = moments.iter().filter(|moment| at.is_none_or(|at| moment.at <= at) && moment.value.is_some());
    let mut held = held;
    Ok(held.next_back().and_then(|moment| moment.value.flatten()))
}

fn last_value<T: lineout_store::Cell + Clone>(db: &Db<'_>, item: ItemId, field: &str) -> Result<Option<T>> {
    Ok(db.timeline::<T>("item", item, field)?.into_iter().rev().find_map(|moment| moment.value))
}

/// Whether a sprint has ended, and so has a record.
pub(crate) fn has_ended(sprint: &rows::Sprint) -> bool {
    matches!(sprint.state, State::Closed | State::Cancelled)
}
