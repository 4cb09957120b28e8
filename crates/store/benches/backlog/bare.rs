//! The same rows with the indexes that the same lists need, and nothing else: no history, no undo, no rules.

use std::path::{Path, PathBuf};

use lineout_domain::rank::{self, Rank};
use rusqlite::{Connection, params};
use uuid::Uuid;

use crate::Outcome;
use crate::rows::row;

pub struct Bare {
    conn: Connection,
    path: PathBuf,
}

fn open(path: &Path) -> Outcome<Connection> {
    let conn = Connection::open(path)?;
    conn.pragma_update_and_check(None, "journal_mode", "WAL", |_| Ok(()))?;
    conn.pragma_update(None, "synchronous", "FULL")?;
    conn.pragma_update(None, "cache_size", -32_000)?;
    conn.set_prepared_statement_cache_capacity(64);
    Ok(conn)
}

impl Bare {
    pub fn fill(path: &Path, rows: u32) -> Outcome<Self> {
        let mut conn = open(path)?;
        conn.execute_batch(
            "CREATE TABLE item (id TEXT PRIMARY KEY, product TEXT, number INTEGER, title TEXT, description TEXT,
                                estimate REAL, value INTEGER, epic TEXT, assignee TEXT, label TEXT, rank TEXT);
             CREATE INDEX item_rank ON item (product, rank, id);
             CREATE UNIQUE INDEX item_number ON item (product, number);
             CREATE INDEX item_label ON item (label);
             CREATE VIRTUAL TABLE words USING fts5 (title, description, content = 'item',
               tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3');",
        )?;
        let tx = conn.transaction()?;
        for (n, rank) in (0..rows).zip(rank::spread(rows as usize, None, None)) {
            insert(&tx, n, &rank)?;
        }
        tx.commit()?;
        Ok(Self { conn, path: path.to_owned() })
    }

    pub fn reopen(&mut self) -> Outcome<()> {
        self.conn = open(&self.path)?;
        Ok(())
    }

    pub fn window(&mut self, offset: u32, limit: u32) -> Outcome<()> {
        let mut sums =
            self.conn.prepare_cached("SELECT count(*), sum(estimate) FROM item WHERE product = 'p'")?;
        sums.query_row([], |row| row.get::<_, u32>(0))?;
        let mut statement = self
            .conn
            .prepare_cached("SELECT * FROM item WHERE product = 'p' ORDER BY rank, id LIMIT ?1 OFFSET ?2")?;
        let mut rows = statement.query(params![limit, offset])?;
        while let Some(row) = rows.next()? {
            row.get::<_, String>(0)?;
        }
        Ok(())
    }

    fn first(&self, many: u32) -> Outcome<Vec<String>> {
        let mut statement =
            self.conn.prepare_cached("SELECT id FROM item WHERE product = 'p' ORDER BY rank, id LIMIT ?1")?;
        Ok(statement.query_map([many], |row| row.get(0))?.collect::<Result<_, _>>()?)
    }

    /// The ranks on either side of a place.
    fn gap(&self, position: u32) -> Outcome<(Option<Rank>, Option<Rank>)> {
        let mut statement = self.conn.prepare_cached(
            "SELECT rank FROM item WHERE product = 'p' ORDER BY rank, id LIMIT 2 OFFSET ?1",
        )?;
        let mut ranks = statement
            .query_map([position], |row| row.get::<_, String>(0))?
            .collect::<Result<Vec<_>, _>>()?
            .into_iter();
        let mut next = || ranks.next().map(|rank| rank.parse::<Rank>()).transpose();
        Ok((next()?, next()?))
    }

    pub fn move_first_to_end(&mut self) -> Outcome<()> {
        let last: String =
            self.conn.query_row("SELECT max(rank) FROM item WHERE product = 'p'", [], |row| row.get(0))?;
        let rank = rank::between(Some(&last.parse()?), None);
        let first = self.first(1)?;
        self.conn
            .prepare_cached("UPDATE item SET rank = ?1 WHERE id = ?2")?
            .execute(params![rank.as_str(), first[0]])?;
        Ok(())
    }

    pub fn move_first_to(&mut self, position: u32) -> Outcome<()> {
        self.move_many(1, position)
    }

    pub fn move_many(&mut self, many: usize, position: u32) -> Outcome<()> {
        let ids = self.first(u32::try_from(many)?)?;
        let (lo, hi) = self.gap(position)?;
        let tx = self.conn.transaction()?;
        {
            let mut statement = tx.prepare_cached("UPDATE item SET rank = ?1 WHERE id = ?2")?;
            for (id, rank) in ids.iter().zip(rank::spread(many, lo.as_ref(), hi.as_ref())) {
                statement.execute(params![rank.as_str(), id])?;
            }
        }
        tx.commit()?;
        Ok(())
    }

    pub fn value_many(&mut self, many: usize, n: u32) -> Outcome<()> {
        let ids = self.first(u32::try_from(many)?)?;
        let tx = self.conn.transaction()?;
        for id in ids {
            tx.prepare_cached("UPDATE item SET value = ?1 WHERE id = ?2")?.execute(params![100 + n, id])?;
        }
        tx.commit()?;
        Ok(())
    }

    pub fn rename(&mut self, at: u32, n: u32) -> Outcome<()> {
        let title = format!("Another title {n}");
        let tx = self.conn.transaction()?;
        let (doc, old, text): (i64, String, String) = tx
            .prepare_cached("SELECT rowid, title, description FROM item WHERE product = 'p' AND number = ?1")?
            .query_row([at], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
        tx.prepare_cached("UPDATE item SET title = ?1 WHERE rowid = ?2")?.execute(params![title, doc])?;
        tx.prepare_cached(
            "INSERT INTO words (words, rowid, title, description) VALUES ('delete', ?1, ?2, ?3)",
        )?
        .execute(params![doc, old, text])?;
        tx.prepare_cached("INSERT INTO words (rowid, title, description) VALUES (?1, ?2, ?3)")?
            .execute(params![doc, title, text])?;
        tx.commit()?;
        Ok(())
    }

    pub fn create(&mut self, n: u32) -> Outcome<()> {
        let last: String =
            self.conn.query_row("SELECT max(rank) FROM item WHERE product = 'p'", [], |row| row.get(0))?;
        let rank = rank::between(Some(&last.parse()?), None);
        let tx = self.conn.transaction()?;
        insert(&tx, n, &rank)?;
        tx.commit()?;
        Ok(())
    }

    pub fn search(&mut self, text: &str) -> Outcome<()> {
        let mut statement = self.conn.prepare_cached(
            "SELECT item.id, item.title, snippet(words, 1, '[', ']', '…', 12) FROM words
             JOIN item ON item.rowid = words.rowid WHERE words MATCH ?1 ORDER BY words.rank LIMIT 20",
        )?;
        let mut rows = statement.query([format!("\"{text}\" *")])?;
        while let Some(row) = rows.next()? {
            row.get::<_, String>(0)?;
        }
        Ok(())
    }

    pub fn item(&mut self, n: u32) -> Outcome<()> {
        let mut statement =
            self.conn.prepare_cached("SELECT * FROM item WHERE product = 'p' AND number = ?1")?;
        statement.query_row([n], |row| row.get::<_, String>(0))?;
        Ok(())
    }
}

fn insert(conn: &Connection, n: u32, rank: &Rank) -> Outcome<()> {
    let row = row(n);
    let id = Uuid::from_u128(u128::from(n) + 1000).to_string();
    conn.prepare_cached("INSERT INTO item VALUES (?1, 'p', ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)")?.execute(
        params![
            id,
            n,
            row.title,
            row.description,
            row.estimate,
            row.value,
            row.epic,
            row.assignee,
            row.label,
            rank.as_str()
        ],
    )?;
    let doc = conn.last_insert_rowid();
    conn.prepare_cached("INSERT INTO words (rowid, title, description) VALUES (?1, ?2, ?3)")?
        .execute(params![doc, row.title, row.description])?;
    Ok(())
}
