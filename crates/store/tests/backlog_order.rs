//! The Product Backlog's runs: whatever is done to items, windows, positions and sums are those of a plain walk.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on may panic")]

mod common;

use common::columns;
use std::collections::HashSet;

use chrono::{DateTime, Utc};
use lineout_domain::accountability::Mode;
use lineout_domain::ids::{ActionId, ItemId, ProductId};
use lineout_domain::item::{ItemType, Resolution};
use lineout_domain::rank::{self, Rank};
use lineout_store::record::{Item, Product, Record};
use lineout_store::{ActionMeta, Origin, StoreError, Workspace, Writer};
use proptest::prelude::*;
use uuid::Uuid;

fn meta(n: u32) -> ActionMeta {
    ActionMeta {
        id: ActionId::new(Uuid::from_u128(u128::from(n))),
        author: None,
        device: "test".into(),
        at: DateTime::<Utc>::UNIX_EPOCH + chrono::Duration::seconds(n.into()),
        command: "test".into(),
        origin: Origin::User,
        undoes: None,
    }
}

fn product() -> ProductId {
    ProductId::new(Uuid::from_u128(1000))
}

fn item(number: u32, rank: Rank) -> Item {
    Item {
        id: ItemId::new(Uuid::from_u128(u128::from(number) + 2000)),
        product: product(),
        number,
        item_type: ItemType::Feature,
        title: format!("Item {number}"),
        description: String::new(),
        estimate: [None, Some(0.1), Some(2.0), Some(0.25)][number as usize % 4],
        value: None,
        rank,
        epic: None,
        sprint: None,
        board_column: None,
        board_rank: None,
        resolution: None,
        resolved_at: None,
        reason: String::new(),
        definition: None,
        split_from: None,
        source: None,
        source_key: None,
        created_at: DateTime::<Utc>::UNIX_EPOCH,
        created_by: None,
    }
}

fn workspace(folder: &tempfile::TempDir, rows: u32) -> Workspace {
    let mut workspace = Workspace::create(&folder.path().join("w.lineout")).unwrap();
    act(&mut workspace, 1, |writer| {
        let row = Product {
            id: product(),
            key: "HBR".into(),
            name: "Harbour".into(),
            goal: String::new(),
            time_zone: "UTC".into(),
            working_days: 31,
            sprint_length_days: 14,
            estimate_scale: "[1.0]".into(),
            accountability: Mode::Guide,
        };
        row.insert(writer)?;
        columns(product()).try_for_each(|column| column.insert(writer))?;
        for (number, rank) in (1..=rows).zip(rank::spread(rows as usize, None, None)) {
            item(number, rank).insert(writer)?;
        }
        Ok(())
    });
    workspace
}

fn act(workspace: &mut Workspace, n: u32, work: impl FnOnce(&mut Writer<'_>) -> Result<(), StoreError>) {
    workspace.act(&meta(n), work).unwrap();
}

/// What stands in the Product Backlog, walked from the top.
fn walk(workspace: &Workspace) -> Vec<Item> {
    let db = workspace.db();
    let all = db.ranks(product()).unwrap().into_iter();
    let all = all.map(|(id, _)| Item::get(&db, id).unwrap());
    all.filter(|item| item.sprint.is_none() && item.resolution.is_none()).collect()
}

/// Asks everything that the runs answer, and compares.
fn compare(workspace: &Workspace) {
    let db = workspace.db();
    let order = walk(workspace);
    let totals = db.backlog_totals(product()).unwrap();
    assert_eq!(totals.items as usize, order.len());
    assert_eq!(totals.unestimated as usize, order.iter().filter(|item| item.estimate.is_none()).count());
    let hundredths = |items: &[Item]| -> i64 {
        items.iter().map(|item| (item.estimate.unwrap_or(0.0) * 100.0).round() as i64).sum()
    };
    assert_eq!((totals.points * 100.0).round() as i64, hundredths(&order));
    let step = (order.len() / 7).max(1);
    for at in (0..order.len()).step_by(step) {
        let offset = u32::try_from(at).unwrap();
        let window = db.backlog(product(), offset, 3).unwrap();
        assert_eq!(window, order[at..(at + 3).min(order.len())]);
        assert_eq!(db.backlog_position(&order[at]).unwrap(), Some(offset + 1));
        assert_eq!(db.backlog_hundredths_before(product(), offset + 1).unwrap(), hundredths(&order[..at]));
        let reach = db.backlog_reach(product(), &[hundredths(&order[..at])]).unwrap()[0] as usize;
        assert!(reach >= at && hundredths(&order[..reach]) == hundredths(&order[..at]));
        assert!(reach == order.len() || hundredths(&order[..=reach]) > hundredths(&order[..at]));
    }
    let past = u32::try_from(order.len()).unwrap();
    assert_eq!(db.backlog(product(), past, 3).unwrap(), []);
    assert_eq!(db.backlog_reach(product(), &[i64::MAX / 4]).unwrap(), [past]);
    // All positions at once, those of a scattered few, and a place counted without them.
    let places: Vec<_> = (1..=past).map(Some).collect();
    assert_eq!(db.backlog_positions(product(), &order).unwrap(), places);
    let few: Vec<Item> = order.iter().step_by(5).cloned().collect();
    let moving: HashSet<ItemId> = few.iter().map(|item| item.id).collect();
    let rest: Vec<&Item> = order.iter().filter(|item| !moving.contains(&item.id)).collect();
    for at in (0..rest.len()).step_by(step) {
        let found = db.backlog_nth(product(), u32::try_from(at).unwrap(), &moving).unwrap();
        assert_eq!(found.as_ref(), Some(rest[at]));
    }
    assert_eq!(db.check().unwrap(), []);
}

#[derive(Debug, Clone)]
enum Step {
    /// Rows from one place to another, side by side there.
    Move {
        from: usize,
        count: usize,
        to: usize,
    },
    /// Other estimates from a place on.
    Estimate {
        from: usize,
        count: usize,
        points: Option<u8>,
    },
    /// Out of the backlog, or back into it.
    Resolve {
        from: usize,
        count: usize,
    },
    Reopen,
    Delete {
        from: usize,
        count: usize,
    },
    Undo,
    Redo,
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let (place, count) = (0usize..1400, 1usize..700);
    let one = prop_oneof![
        4 => (place.clone(), count.clone(), place.clone()).prop_map(|(from, count, to)| Step::Move { from, count, to }),
        1 => (place.clone(), count.clone(), prop::option::of(0u8..9)).prop_map(|(from, count, points)| Step::Estimate { from, count, points }),
        2 => (place.clone(), count.clone()).prop_map(|(from, count)| Step::Resolve { from, count }),
        1 => Just(Step::Reopen),
        1 => (place, count).prop_map(|(from, count)| Step::Delete { from, count }),
        2 => Just(Step::Undo),
        1 => Just(Step::Redo),
    ];
    prop::collection::vec(one, 1..8)
}

fn take(workspace: &mut Workspace, n: u32, step: &Step) {
    let order = walk(workspace);
    let part =
        |from: usize, count: usize| -> Vec<Item> { order.iter().skip(from).take(count).cloned().collect() };
    match step {
        Step::Move { from, count, to } => {
            let moved = part(*from, *count);
            let ids: HashSet<ItemId> = moved.iter().map(|item| item.id).collect();
            act(workspace, n, |writer| {
                let rest: Vec<&Item> = order.iter().filter(|item| !ids.contains(&item.id)).collect();
                let lo = (*to).min(rest.len()).checked_sub(1).map(|at| rest[at].rank.clone());
                let hi = writer.neighbour(product(), lo.as_ref(), false, &ids)?;
                let hi = if lo.is_none() { writer.neighbour(product(), None, false, &ids)? } else { hi };
                for (item, rank) in moved.iter().zip(rank::spread(moved.len(), lo.as_ref(), hi.as_ref())) {
                    writer.set_rank(item.id, &rank)?;
                }
                Ok(())
            });
        }
        Step::Estimate { from, count, points } => act(workspace, n, |writer| {
            for mut item in part(*from, *count) {
                item.estimate = points.map(f64::from);
                item.save(writer)?;
            }
            Ok(())
        }),
        Step::Resolve { from, count } => act(workspace, n, |writer| {
            for mut item in part(*from, *count) {
                item.resolution = Some(Resolution::Cancelled);
                item.save(writer)?;
            }
            Ok(())
        }),
        Step::Reopen => act(workspace, n, |writer| {
            for (id, _) in writer.ranks(product())? {
                let mut item = Item::get(writer, id)?;
                item.resolution = None;
                item.save(writer)?;
            }
            Ok(())
        }),
        Step::Delete { from, count } => {
            act(workspace, n, |writer| part(*from, *count).iter().try_for_each(|item| item.delete(writer)));
        }
        // Nothing to undo or redo, or something in the way, is as good an answer.
        Step::Undo if n > 2 => _ = workspace.undo(&meta(n), None),
        Step::Redo => _ = workspace.redo(&meta(n)),
        Step::Undo => {}
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 8, ..ProptestConfig::default() })]
    #[test]
    fn runs_say_what_a_walk_says(steps in steps()) {
        let folder = tempfile::tempdir().unwrap();
        let mut workspace = workspace(&folder, 1400);
        for (n, step) in (2..).zip(&steps) {
            take(&mut workspace, n, step);
        }
        compare(&workspace);
    }
}

#[test]
fn an_empty_backlog_has_nothing_anywhere() {
    let folder = tempfile::tempdir().unwrap();
    let workspace = workspace(&folder, 0);
    compare(&workspace);
    let db = workspace.db();
    assert_eq!(db.backlog_nth(product(), 0, &HashSet::new()).unwrap(), None);
    assert_eq!(db.backlog_reach(product(), &[0, 500]).unwrap(), [0, 0]);
}

#[test]
fn rows_put_into_one_gap_again_and_again_stay_in_short_runs() {
    let folder = tempfile::tempdir().unwrap();
    let mut workspace = workspace(&folder, 2);
    for round in 0..6u32 {
        act(&mut workspace, round + 2, |writer| {
            let first = walk_first(writer);
            let hi = writer.neighbour(product(), Some(&first), false, &HashSet::new())?;
            for (n, rank) in (0..).zip(rank::spread(600, Some(&first), hi.as_ref())) {
                item(10_000 + round * 1000 + n, rank).insert(writer)?;
            }
            Ok(())
        });
    }
    compare(&workspace);
}

fn walk_first(writer: &Writer<'_>) -> Rank {
    writer.backlog(product(), 0, 1).unwrap()[0].rank.clone()
}
