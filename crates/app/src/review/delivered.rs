//! What was committed to against what is Done, and what is not: of a sprint that runs from what stands, of one that
//! ended from its record.

use std::collections::{HashMap, HashSet};

use lineout_domain::figures::velocity::{RecordItem, figures};
use lineout_domain::ids::ItemId;
use lineout_domain::item::Resolution;
use lineout_domain::sprint::Outcome;
use lineout_store::Db;
use lineout_store::record::{self as rows, Record};
use uuid::Uuid;

use crate::error::Result;
use crate::item::key;
use crate::sprint::record::has_ended;
use crate::wire::{ItemType, responses};

responses! {
    /// What was committed to against what is Done. Points are those of the estimates then.
    pub struct Delivered {
        /// Items committed to at the start.
        pub committed_items: u32,
        /// Their points then.
        pub committed_points: f64,
        /// Those of them that are Done.
        pub committed_done_items: u32,
        /// Their points at the start.
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
    }
}

pub(crate) fn read(db: &Db<'_>, sprint: &rows::Sprint) -> Result<(Delivered, Vec<UndoneItem>)> {
    if has_ended(sprint) { recorded(db, sprint) } else { standing(db, sprint) }
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
    });
    Ok((delivered, undone.collect()))
}

/// From what stands while the sprint runs.
fn standing(db: &Db<'_>, sprint: &rows::Sprint) -> Result<(Delivered, Vec<UndoneItem>)> {
    let committed: HashMap<ItemId, Option<f64>> =
        db.commitments(sprint.id)?.into_iter().map(|row| (row.item, row.estimate)).collect();
    let columns: HashMap<_, _> =
        db.columns(sprint.product)?.into_iter().map(|row| (row.id, row.name)).collect();
    let (mut parts, mut undone) = (Vec::new(), Vec::new());
    let mut there = HashSet::new();
    for item in db.sprint_items(sprint.id)? {
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
        let fate = match item.resolution {
            Some(Resolution::Done | Resolution::Split) => continue,
            Some(Resolution::Cancelled) => "cancelled".to_owned(),
            None => item.board_column.and_then(|column| columns.get(&column)).cloned().unwrap_or_default(),
        };
        undone.push(undone_item(db, &item, frozen.is_some(), fate)?);
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
    })
}

fn is_done(outcome: Outcome) -> bool {
    matches!(outcome, Outcome::Done | Outcome::Split)
}

impl Delivered {
    fn of(items: &[RecordItem]) -> Self {
        let figures = figures(items);
        let count = |wanted: &dyn Fn(&RecordItem) -> bool| {
            u32::try_from(items.iter().filter(|item| wanted(item)).count()).unwrap_or(u32::MAX)
        };
        let kept = figures.say_do.map_or(0.0, |say_do| say_do * figures.committed);
        Self {
            committed_items: count(&|item| item.committed),
            committed_points: figures.committed,
            committed_done_items: count(&|item| item.committed && is_done(item.outcome)),
            committed_done_points: lineout_domain::item::round(kept),
            done_items: count(&|item| is_done(item.outcome)),
            done_points: figures.completed,
        }
    }
}
