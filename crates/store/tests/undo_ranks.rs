//! An undo never leaves two items at one rank.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use chrono::{DateTime, Utc};
use common::columns;
use lineout_domain::accountability::Mode;
use lineout_domain::ids::{ActionId, ItemId, ProductId};
use lineout_domain::item::ItemType;
use lineout_domain::rank::{Rank, between};
use lineout_store::record::{Item, Product, Record};
use lineout_store::{ActionMeta, Origin, StoreError, Workspace, Writer};
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

fn product() -> Product {
    Product {
        id: ProductId::new(Uuid::from_u128(1000)),
        key: "HBR".into(),
        name: "Harbour".into(),
        goal: String::new(),
        time_zone: "UTC".into(),
        working_days: 31,
        sprint_length_days: 14,
        estimate_scale: "[1.0]".into(),
        accountability: Mode::Guide,
    }
}

fn item(number: u32, rank: Rank) -> Item {
    Item {
        id: ItemId::new(Uuid::from_u128(u128::from(number) + 2000)),
        product: product().id,
        number,
        item_type: ItemType::Feature,
        title: format!("Item {number}"),
        description: String::new(),
        estimate: None,
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

fn act(workspace: &mut Workspace, n: u32, work: impl FnOnce(&mut Writer<'_>) -> Result<(), StoreError>) {
    workspace.act(&meta(n), work).unwrap().1.expect("something was written");
}

#[test]
fn a_move_undone_into_a_rank_that_was_given_away_goes_right_behind_it() {
    let folder = tempfile::tempdir().unwrap();
    let mut workspace = Workspace::create(&folder.path().join("w.lineout")).unwrap();
    let (first, third) = (between(None, None), between(Some(&between(None, None)), None));
    let second = between(Some(&first), Some(&third));
    act(&mut workspace, 1, |writer| {
        product().insert(writer)?;
        columns(product().id).try_for_each(|column| column.insert(writer))?;
        item(1, first.clone()).insert(writer)?;
        item(2, second.clone()).insert(writer)?;
        item(3, third.clone()).insert(writer)
    });
    let last = between(Some(&third), None);
    act(&mut workspace, 2, |writer| writer.set_rank(item(2, first.clone()).id, &last));
    // Somebody puts a new item where the moved one was: the rank between the same two neighbours is the same.
    act(&mut workspace, 3, |writer| item(4, second.clone()).insert(writer));

    workspace.undo(&meta(4), Some(meta(2).id)).unwrap();

    let order = workspace.db().backlog(product().id, 0, 10).unwrap();
    assert_eq!(order.iter().map(|item| item.number).collect::<Vec<_>>(), [1, 4, 2, 3]);
    assert_eq!(workspace.db().check().unwrap(), []);
    workspace.redo(&meta(5)).unwrap();
    let order = workspace.db().backlog(product().id, 0, 10).unwrap();
    assert_eq!(order.iter().map(|item| item.number).collect::<Vec<_>>(), [1, 4, 3, 2]);
    assert_eq!(workspace.db().check().unwrap(), []);
}
