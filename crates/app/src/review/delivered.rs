//! What was committed to against what is Done, and what is not: of a sprint that runs from what stands, of one that
//! ended from its record, and of one whose Review is over from what stood at the end of that Review.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, Utc};
use lineout_domain::figures::velocity::{RecordItem, figures};
use lineout_domain::ids::{ColumnId, ItemId, SprintId};
use lineout_domain::item::{ItemType as Kind, Resolution};
use lineout_domain::sprint::Outcome;
use lineout_store::Db;
use lineout_store::record::{self as rows, Record};
use uuid::Uuid;

use crate::error::Result;
use crate::impediment::blocked;
use crate::item::key;
use crate::sprint::record::has_ended;
use crate::wire::{ItemType, count, responses};

responses! {
    /// What was committed to against what is Done. Points are those of the estimates then.
    pub struct Delivered {
        /// Items committed to at the start.
        pub committed_items: u32,
        /// Their points then.
        pub committed_points: f64,
        /// Those of them that are Done as a whole; one that was split is not.
        pub committed_done_items: u32,
        /// Committed points that are Done: by the estimates at the start, of what was split the done part.
        pub committed_done_points: f64,
        /// All items that are Done, those added after the start included.
        pub done_items: u32,
        /// Their points.
        pub done_points: f64,
    }

    /// An item that is not Done.
    pub struct UndoneItem {
        /// The item; it may have been deleted since.
        pub item: Uuid,
        /// Its key.
        pub key: String,
        /// Its title.
        pub title: String,
        /// What kind of work it is.
        #[serde(rename = "type")]
        pub item_type: ItemType,
        /// Points.
        pub estimate: Option<f64>,
        /// It was part of the commitment.
        pub committed: bool,
        /// How far it is or what became of it, in words: "In Progress", "cancelled", "carried to the next sprint".
        pub fate: String,
        /// An open impediment holds it up, or did at the end of the Review.
        pub blocked: bool,
    }
}

/// `review` is the sprint's. Once it is over, what came after it is no part of what it showed.
pub(crate) fn read(
    db: &Db<'_>,
    sprint: &rows::Sprint,
    review: Option<&rows::Review>,
) -> Result<(Delivered, Vec<UndoneItem>)> {
    let (delivered, mut undone) = unmarked(db, sprint, review)?;
    let ended = review.and_then(|review| review.ended_at);
    let ever: HashSet<_> = db.items_ever_blocked()?.into_iter().collect();
    for told in &mut undone {
        let item = ItemId::new(told.item);
        told.blocked = ever.contains(&item) && is_blocked(db, item, ended)?;
    }
    Ok((delivered, undone))
}

/// Whether an impediment holds an item up: now, or as it was at a time.
fn is_blocked(db: &Db<'_>, item: ItemId, at: Option<DateTime<Utc>>) -> Result<bool> {
    let spans = blocked::spans(db, item)?;
    Ok(spans.iter().any(|span| match at {
        Some(at) => span.from <= at && span.to.is_none_or(|to| to > at),
        None => span.to.is_none(),
    }))
}

/// Without what is blocked.
fn unmarked(
    db: &Db<'_>,
    sprint: &rows::Sprint,
    review: Option<&rows::Review>,
) -> Result<(Delivered, Vec<UndoneItem>)> {
    let over = review.filter(|review| review.ended_at.is_some());
    if let Some(mark) = over.map(|review| end_of(db, review)).transpose()?.flatten() {
        let ended = db.field_at::<Option<DateTime<Utc>>>("sprint", sprint.id, "ended_at", mark)?;
        if ended.flatten().is_none() {
            return standing(db, sprint, &then(db, sprint, mark)?);
        }
    }
    if has_ended(sprint) { recorded(db, sprint) } else { standing(db, sprint, &now(db, sprint)?) }
}

/// Where in the history the Review ended.
fn end_of(db: &Db<'_>, review: &rows::Review) -> Result<Option<i64>> {
    let ends = db.timeline::<Option<DateTime<Utc>>>("review", review.id, "ended_at")?;
    Ok(ends.iter().rfind(|moment| moment.value.flatten().is_some()).map(|moment| moment.mark))
}

/// An item of a sprint that runs.
struct Inside {
    id: ItemId,
    estimate: Option<f64>,
    resolution: Option<Resolution>,
    told: UndoneItem,
}

/// What stands in the sprint.
fn now(db: &Db<'_>, sprint: &rows::Sprint) -> Result<Vec<Inside>> {
    let columns: HashMap<_, _> =
        db.columns(sprint.product)?.into_iter().map(|row| (row.id, row.name)).collect();
    let mut inside = Vec::new();
    for item in db.sprint_items(sprint.id)? {
        let column = item.board_column.and_then(|column| columns.get(&column)).cloned();
        inside.push(Inside {
            id: item.id,
            estimate: item.estimate,
            resolution: item.resolution,
            told: undone_item(db, &item, false, column.unwrap_or_default())?,
        });
    }
    Ok(inside)
}

/// What stood in the sprint at a place in the history.
fn then(db: &Db<'_>, sprint: &rows::Sprint, mark: i64) -> Result<Vec<Inside>> {
    let mut inside = Vec::new();
    for id in db.items_ever_in(sprint.id)? {
        let sprint_then = db.field_at::<Option<SprintId>>("item", id, "sprint", mark)?;
        if sprint_then.flatten() != Some(sprint.id) {
            continue;
        }
        let column = db.field_at::<Option<ColumnId>>("item", id, "board_column", mark)?.flatten();
        let column = column.map(|column| db.field_at::<String>("board_column", column, "name", mark));
        let estimate = db.field_at::<Option<f64>>("item", id, "estimate", mark)?.flatten();
        let item_type = db.field_at::<Kind>("item", id, "item_type", mark)?;
        let rank = db.field_at::<Option<String>>("item", id, "board_rank", mark)?.flatten();
        let item = Inside {
            id,
            estimate,
            resolution: db.field_at::<Option<Resolution>>("item", id, "resolution", mark)?.flatten(),
            told: UndoneItem {
                item: id.as_uuid(),
                key: db.name_of("item", &id.to_string())?.unwrap_or_default(),
                title: db.field_at::<String>("item", id, "title", mark)?.unwrap_or_default(),
                item_type: item_type.unwrap_or(Kind::Feature).into(),
                estimate,
                committed: false,
                fate: column.transpose()?.flatten().unwrap_or_default(),
                blocked: false,
            },
        };
        inside.push((rank, id, item));
    }
    inside.sort_by(|a, b| (&a.0, a.1).cmp(&(&b.0, b.1)));
    Ok(inside.into_iter().map(|(_, _, item)| item).collect())
}

/// From the record, which nothing alters.
fn recorded(db: &Db<'_>, sprint: &rows::Sprint) -> Result<(Delivered, Vec<UndoneItem>)> {
    let items = db.record_items(db.sprint_record(sprint.id)?.id)?;
    let of = |row: &rows::SprintRecordItem| RecordItem {
        committed: row.committed,
        estimate_at_start: row.estimate_at_start,
        estimate_at_close: row.estimate_at_close,
        outcome: row.outcome,
    };
    let delivered = Delivered::of(&items.iter().map(of).collect::<Vec<_>>());
    let undone = items.into_iter().filter(|row| !is_done(row.outcome)).map(|row| UndoneItem {
        item: row.item.as_uuid(),
        key: row.key,
        title: row.title,
        item_type: row.item_type.into(),
        estimate: row.estimate_at_close.or(row.estimate_at_start),
        committed: row.committed,
        fate: match row.outcome {
            Outcome::Next => "carried to the next sprint",
            Outcome::Cancelled => "cancelled",
            Outcome::Removed => "taken out of the sprint",
            _ => "back in the Product Backlog",
        }
        .into(),
        blocked: false,
    });
    Ok((delivered, undone.collect()))
}

/// From what stands in the sprint, or stood.
fn standing(db: &Db<'_>, sprint: &rows::Sprint, inside: &[Inside]) -> Result<(Delivered, Vec<UndoneItem>)> {
    let committed: HashMap<ItemId, Option<f64>> =
        db.commitments(sprint.id)?.into_iter().map(|row| (row.item, row.estimate)).collect();
    let (mut parts, mut undone) = (Vec::new(), Vec::new());
    let mut there = HashSet::new();
    for item in inside {
        there.insert(item.id);
        let frozen = committed.get(&item.id);
        parts.push(RecordItem {
            committed: frozen.is_some(),
            estimate_at_start: frozen.copied().unwrap_or(item.estimate),
            estimate_at_close: item.estimate,
            outcome: match item.resolution {
                Some(Resolution::Done) => Outcome::Done,
                Some(Resolution::Cancelled) => Outcome::Cancelled,
                _ => Outcome::Place,
            },
        });
        let mut told = item.told.clone();
        told.committed = frozen.is_some();
        match item.resolution {
            Some(Resolution::Done | Resolution::Split) => continue,
            Some(Resolution::Cancelled) => told.fate = "cancelled".to_owned(),
            None => {}
        }
        undone.push(told);
    }
    let mut gone: Vec<_> = committed.iter().filter(|(item, _)| !there.contains(item)).collect();
    gone.sort_by_key(|(item, _)| **item);
    for (item, frozen) in gone {
        parts.push(RecordItem {
            committed: true,
            estimate_at_start: *frozen,
            estimate_at_close: *frozen,
            outcome: Outcome::Removed,
        });
        if let Some(item) = rows::Item::find(db, *item)? {
            undone.push(undone_item(db, &item, true, "taken out of the sprint".into())?);
        }
    }
    Ok((Delivered::of(&parts), undone))
}

fn undone_item(db: &Db<'_>, item: &rows::Item, committed: bool, fate: String) -> Result<UndoneItem> {
    Ok(UndoneItem {
        item: item.id.as_uuid(),
        key: key(db, item)?,
        title: item.title.clone(),
        item_type: item.item_type.into(),
        estimate: item.estimate,
        committed,
        fate,
        blocked: false,
    })
}

fn is_done(outcome: Outcome) -> bool {
    matches!(outcome, Outcome::Done | Outcome::Split)
}

impl Delivered {
    fn of(items: &[RecordItem]) -> Self {
        let figures = figures(items);
        let count =
            |wanted: &dyn Fn(&RecordItem) -> bool| count(items.iter().filter(|item| wanted(item)).count());
        let kept = figures.say_do.map_or(0.0, |say_do| say_do * figures.committed);
        Self {
            committed_items: count(&|item| item.committed),
            committed_points: figures.committed,
            // Of what was split a part is Done, and not what was committed to: that went on.
            committed_done_items: count(&|item| item.committed && item.outcome == Outcome::Done),
            committed_done_points: lineout_domain::item::round(kept),
            done_items: count(&|item| is_done(item.outcome)),
            done_points: figures.completed,
        }
    }
}
