//! Writes through the store, history and all, beside the same statements on bare SQLite with the same durability.
//! Prints a table of medians and their ratio; says nothing about absolute speed, which is the machine's.

#![allow(clippy::print_stdout, reason = "a benchmark answers on standard output")]

use std::error::Error;
use std::path::Path;
use std::time::{Duration, Instant};

use chrono::{DateTime, Utc};
use lineout_domain::accountability::Mode;
use lineout_domain::ids::{ActionId, ItemId, ProductId};
use lineout_domain::item::ItemType;
use lineout_domain::rank::{self, Rank};
use lineout_store::record::{Item, Product, Record};
use lineout_store::{ActionMeta, Origin, StoreError, Workspace};
use rusqlite::{Connection, params};
use uuid::Uuid;

type Outcome<T> = Result<T, Box<dyn Error>>;

/// Measured writes at each size.
const WRITES: u32 = 200;

fn main() -> Outcome<()> {
    let sizes: Vec<u32> = std::env::args().skip(1).filter_map(|arg| arg.parse().ok()).collect();
    println!("| rows | write | bare SQLite | Lineout | ratio |\n|---:|---|---:|---:|---:|");
    for rows in sizes {
        let folder = tempfile::tempdir()?;
        let (mut ours, ids) = fill_ours(&folder.path().join("ours.lineout"), rows)?;
        let bare = fill_bare(&folder.path().join("bare.db"), &ids)?;
        let mut turn = 0;
        let mut pair = |what: &str, column: &str, value: &dyn Fn(u32) -> String| -> Outcome<()> {
            let (mut plain, mut full) = (Vec::new(), Vec::new());
            for n in 0..WRITES {
                turn += 1;
                let id = ids[(n as usize * 7919) % ids.len()];
                let text = value(turn);
                let begun = Instant::now();
                let sql = format!("UPDATE item SET {column} = ?1 WHERE id = ?2");
                bare.prepare_cached(&sql)?.execute(params![text, id.to_string()])?;
                plain.push(begun.elapsed());
                let begun = Instant::now();
                ours.act(&meta(turn), |writer| -> Result<(), StoreError> {
                    let mut item = Item::get(writer, id)?;
                    match column {
                        "rank" => writer.set_rank(
                            id,
                            &text.parse::<Rank>().map_err(|_| StoreError::NotFound { what: "rank" })?,
                        ),
                        _ => {
                            item.title = text;
                            item.save(writer)
                        }
                    }
                })?;
                full.push(begun.elapsed());
            }
            let (plain, full) = (median(plain), median(full));
            let ratio = full.as_secs_f64() / plain.as_secs_f64();
            println!("| {rows} | {what} | {plain:.0?} | {full:.0?} | {ratio:.2} |");
            Ok(())
        };
        pair("move one item", "rank", &|n| format!("0{n:08}z"))?;
        pair("rename one item", "title", &|n| format!("Title {n}"))?;
    }
    Ok(())
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}

fn meta(n: u32) -> ActionMeta {
    ActionMeta {
        id: ActionId::new(Uuid::from_u128(u128::from(n) + (1 << 64))),
        author: None,
        device: "bench".into(),
        at: DateTime::<Utc>::UNIX_EPOCH + chrono::Duration::seconds(n.into()),
        command: "bench".into(),
        origin: Origin::User,
        undoes: None,
    }
}

fn fill_ours(path: &Path, rows: u32) -> Outcome<(Workspace, Vec<ItemId>)> {
    let mut workspace = Workspace::create(path)?;
    let product = ProductId::new(Uuid::from_u128(1));
    let ids: Vec<ItemId> = (0..rows).map(|n| ItemId::new(Uuid::from_u128(u128::from(n) + 1000))).collect();
    let ranks = rank::spread(ids.len(), None, None);
    workspace.act(&meta(0), |writer| -> Result<(), StoreError> {
        let row = Product {
            id: product,
            key: "BEN".into(),
            name: "Bench".into(),
            goal: String::new(),
            time_zone: "UTC".into(),
            working_days: 31,
            sprint_length_days: 14,
            estimate_scale: "[1.0]".into(),
            accountability: Mode::Guide,
        };
        row.insert(writer)?;
        for (number, (id, rank)) in (1..).zip(ids.iter().zip(ranks)) {
            let item = Item {
                id: *id,
                product,
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
            };
            item.insert(writer)?;
        }
        Ok(())
    })?;
    Ok((workspace, ids))
}

/// The same rows with the indexes that the same lists need, and nothing else.
fn fill_bare(path: &Path, ids: &[ItemId]) -> Outcome<Connection> {
    let mut conn = Connection::open(path)?;
    conn.pragma_update_and_check(None, "journal_mode", "WAL", |_| Ok(()))?;
    conn.pragma_update(None, "synchronous", "FULL")?;
    conn.execute_batch(
        "CREATE TABLE item (id TEXT PRIMARY KEY, product TEXT, number INTEGER, title TEXT, description TEXT, rank TEXT);
         CREATE INDEX item_rank ON item (product, rank, id);
         CREATE UNIQUE INDEX item_number ON item (product, number);",
    )?;
    let tx = conn.transaction()?;
    for (number, (id, rank)) in (1..).zip(ids.iter().zip(rank::spread(ids.len(), None, None))) {
        tx.prepare_cached("INSERT INTO item VALUES (?1, 'p', ?2, ?3, '', ?4)")?.execute(params![
            id.to_string(),
            number,
            format!("Item {number}"),
            rank.as_str()
        ])?;
    }
    tx.commit()?;
    Ok(conn)
}
