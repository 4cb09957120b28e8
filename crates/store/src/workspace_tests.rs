//! A file of an older schema is backed up beside itself, upgraded in one transaction, and sound.

use chrono::{DateTime, Utc};
use lineout_domain::accountability::Mode;
use lineout_domain::board::Category;
use lineout_domain::ids::{ActionId, ColumnId, ItemId, ProductId};
use lineout_domain::item::ItemType;
use lineout_domain::rank;
use rusqlite::Connection;
use uuid::Uuid;

use super::*;
use crate::action::Origin;
use crate::record::{BoardColumn, Item, Product, Record};

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
        id: ProductId::new(Uuid::from_u128(1)),
        key: "HBR".into(),
        name: "Harbour".into(),
        goal: String::new(),
        time_zone: "UTC".into(),
        working_days: 31,
        sprint_length_days: 14,
        estimate_scale: "[0.1]".into(),
        accountability: Mode::Guide,
    }
}

fn columns() -> impl Iterator<Item = BoardColumn> {
    (0..).zip([Category::Todo, Category::InProgress, Category::Done]).map(|(position, category)| {
        BoardColumn {
            id: ColumnId::new(Uuid::from_u128(u128::from(position) + 500)),
            product: product().id,
            name: category.to_string(),
            category,
            position,
            wip_limit: None,
        }
    })
}

fn item(number: u32, rank: rank::Rank) -> Item {
    Item {
        id: ItemId::new(Uuid::from_u128(u128::from(number) + 1000)),
        product: product().id,
        number,
        item_type: ItemType::Feature,
        title: format!("Fähre {number}"),
        description: "Passengers".into(),
        estimate: (!number.is_multiple_of(3)).then_some(0.1),
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

/// A file as the release before wrote it: three actions, the last of which deleted an item.
fn write_version_1(path: &Path, items: u32) {
    let mut workspace = Workspace::prepare(Connection::open(path).unwrap(), path).unwrap();
    let tx = workspace.conn.transaction().unwrap();
    schema::migrate_to(&tx, 0, 1).unwrap();
    tx.commit().unwrap();
    workspace
        .act(&meta(1), |writer| -> Result<()> {
            product().insert(writer)?;
            columns().try_for_each(|column| column.insert(writer))?;
            for (number, rank) in (1..=items).zip(rank::spread(items as usize, None, None)) {
                item(number, rank).insert(writer)?;
            }
            Ok(())
        })
        .unwrap();
    let last = ItemId::new(Uuid::from_u128(u128::from(items) + 1000));
    workspace
        .act(&meta(2), |writer| -> Result<()> {
            let mut item = Item::get(writer, last)?;
            item.title = "Timetable".into();
            item.save(writer)
        })
        .unwrap();
    workspace.act(&meta(3), |writer| Item::get(writer, last)?.delete(writer)).unwrap();
}

fn version(path: &Path) -> i64 {
    let conn = Connection::open(path).unwrap();
    conn.pragma_query_value(None, "user_version", |row| row.get(0)).unwrap()
}

#[test]
fn a_file_of_version_1_is_backed_up_upgraded_and_sound() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("w.lineout");
    write_version_1(&path, 1000);
    assert_eq!(version(&path), 1);

    let mut workspace = Workspace::open(&path).unwrap();
    assert_eq!(workspace.db().check().unwrap(), []);
    assert_eq!(version(&path), schema::VERSION);
    let backup = folder.path().join("w.lineout.v1.backup");
    assert_eq!(version(&backup), 1);
    let kept = Connection::open(&backup).unwrap();
    let rows: u32 = kept.query_row("SELECT count(*) FROM item", [], |row| row.get(0)).unwrap();
    assert_eq!(rows, 999);

    // What was there is in the sums and in the text index.
    let totals = workspace.db().backlog_totals(product().id).unwrap();
    assert_eq!((totals.items, totals.points, totals.unestimated), (999, 66.6, 333));
    let middle = workspace.db().backlog(product().id, 500, 2).unwrap();
    assert_eq!(middle.iter().map(|item| item.number).collect::<Vec<_>>(), [501, 502]);
    assert_eq!(workspace.db().backlog_position(&middle[0]).unwrap(), Some(501));

    // And what was done there can still be undone, though the tables have grown.
    workspace.undo(&meta(4), Some(meta(3).id)).unwrap();
    assert_eq!(workspace.db().check().unwrap(), []);
    let back = workspace.db().backlog(product().id, 999, 1).unwrap();
    assert_eq!(back[0].title, "Timetable");
    workspace.undo(&meta(5), None).unwrap();
    workspace.undo(&meta(6), None).unwrap();
    assert_eq!(workspace.db().backlog_totals(product().id).unwrap().items, 0);
    assert_eq!(workspace.db().check().unwrap(), []);
}

#[test]
fn a_deleted_row_comes_back_to_a_table_that_has_grown_since() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("w.lineout");
    write_version_1(&path, 3);
    let workspace = Workspace::open(&path).unwrap();
    workspace.conn.execute_batch("ALTER TABLE item ADD COLUMN later TEXT NOT NULL DEFAULT 'new'").unwrap();
    schema::migrate_to(&workspace.conn, schema::VERSION, schema::VERSION).unwrap();
    drop(workspace);
    let mut workspace = Workspace::open(&path).unwrap();
    workspace.undo(&meta(4), Some(meta(3).id)).unwrap();
    assert_eq!(workspace.db().check().unwrap(), []);
    assert_eq!(workspace.db().backlog(product().id, 0, 10).unwrap().len(), 3);
}

#[test]
fn an_upgrade_that_fails_leaves_the_file_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("w.lineout");
    write_version_1(&path, 3);
    // Something in the way of the second migration.
    let conn = Connection::open(&path).unwrap();
    conn.execute_batch("CREATE TABLE saved_view (id TEXT)").unwrap();
    drop(conn);
    assert!(Workspace::open(&path).is_err());
    assert_eq!(version(&path), 1);
    let conn = Connection::open(&path).unwrap();
    conn.execute_batch("DROP TABLE saved_view").unwrap();
    drop(conn);
    let workspace = Workspace::open(&path).unwrap();
    assert_eq!(workspace.db().check().unwrap(), []);
}

#[test]
fn the_check_sees_derived_tables_that_say_something_else() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("w.lineout");
    write_version_1(&path, 20);
    let workspace = Workspace::open(&path).unwrap();
    for (damage, repair, check) in [
        (
            "UPDATE backlog_block SET items = items + 1",
            "UPDATE backlog_block SET items = items - 1",
            "backlog",
        ),
        (
            "UPDATE backlog_block SET hundredths = hundredths + 1",
            "UPDATE backlog_block SET hundredths = hundredths - 1",
            "backlog",
        ),
        (
            "DELETE FROM item_text WHERE rowid = 7",
            "INSERT INTO item_text (rowid, key, title, description, comments)
             SELECT doc, key, title, description, comments FROM item_words WHERE doc = 7",
            "search",
        ),
        (
            "INSERT INTO item_text (rowid, title) VALUES (99, 'nowhere')",
            "DELETE FROM item_text WHERE rowid = 99",
            "search",
        ),
        (
            "INSERT INTO search_doc VALUES (99, 'gone', 'gone')",
            "DELETE FROM search_doc WHERE doc = 99",
            "search",
        ),
    ] {
        workspace.conn.execute_batch(damage).unwrap();
        let found = workspace.db().check().unwrap();
        assert!(found.iter().any(|finding| finding.check == check), "{damage}: {found:?}");
        workspace.conn.execute_batch(repair).unwrap();
        assert_eq!(workspace.db().check().unwrap(), [], "{repair}");
    }
}
