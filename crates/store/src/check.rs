//! The integrity check: what every test ends with and `lineout doctor` runs.

use rusqlite::types::Value;

use crate::action::Db;
use crate::{Result, schema};

/// Something that should not be so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Which check found it: `sqlite`, `foreign keys`, `history`, `ranks`, `invariants`, `attachments`, `backlog`,
    /// `search`.
    pub check: &'static str,
    /// What and where.
    pub detail: String,
}

/// Enough findings to see a pattern; a damaged file would otherwise list every row.
const MOST: usize = 50;

impl Db<'_> {
    /// Runs SQLite's own check, the foreign keys, the history against the tables, the ranks of every product, and what
    /// must hold whatever was done, what is derived from the tables against them.
    ///
    /// # Errors
    /// When the database cannot be read at all.
    pub fn check(&self) -> Result<Vec<Finding>> {
        let mut findings = Vec::new();
        self.check_sqlite(&mut findings)?;
        self.check_foreign_keys(&mut findings)?;
        for table in schema::tracked(self.conn)? {
            self.check_history(&table, &mut findings)?;
        }
        self.check_ranks(&mut findings)?;
        let broken = self.broken(MOST)?.into_iter();
        findings.extend(broken.map(|detail| Finding { check: "invariants", detail }));
        self.check_attachments(&mut findings)?;
        self.check_backlog(&mut findings)?;
        self.check_search(&mut findings)?;
        findings.truncate(MOST);
        Ok(findings)
    }

    fn check_sqlite(&self, findings: &mut Vec<Finding>) -> Result<()> {
        let mut statement = self.conn.prepare("PRAGMA integrity_check")?;
        for line in statement.query_map([], |row| row.get::<_, String>(0))? {
            let detail = line?;
            if detail != "ok" {
                findings.push(Finding { check: "sqlite", detail });
            }
        }
        Ok(())
    }

    fn check_foreign_keys(&self, findings: &mut Vec<Finding>) -> Result<()> {
        let mut statement = self.conn.prepare("PRAGMA foreign_key_check")?;
        let rows = statement.query_map([], |row| {
            let (table, parent): (String, String) = (row.get(0)?, row.get(2)?);
            Ok(format!("a row of {table} points to a {parent} that is not there"))
        })?;
        for detail in rows {
            findings.push(Finding { check: "foreign keys", detail: detail? });
        }
        Ok(())
    }

    /// Replays the history of a table: rows are born once, die once, every change starts from the value the one
    /// before it left, and what stands at the end is what the table holds.
    fn check_history(&self, table: &str, findings: &mut Vec<Finding>) -> Result<()> {
        let mut found = |detail: String| findings.push(Finding { check: "history", detail });
        // Life and death.
        let sql = format!(
            "WITH last AS (SELECT row, op FROM (SELECT row, op, row_number() OVER (PARTITION BY row ORDER BY id DESC) AS n
                           FROM history WHERE tbl = ?1) WHERE n = 1)
             SELECT t.id, 'stands in the table without a history' FROM {table} AS t
               LEFT JOIN last ON last.row = t.id WHERE last.op IS NULL OR last.op = 'delete'
             UNION ALL
             SELECT last.row, 'is gone from the table but not by its history' FROM last
               LEFT JOIN {table} AS t ON t.id = last.row WHERE t.id IS NULL AND last.op <> 'delete' LIMIT 50"
        );
        let mut statement = self.conn.prepare(&sql)?;
        for row in
            statement.query_map([table], |row| Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?)))?
        {
            let (row, what) = row?;
            found(format!("{table} {row} {what}"));
        }
        // The chain of each field's values, then its last link against the table.
        let mut statement = self.conn.prepare(
            "SELECT row, field, op, before, after, lead(before) OVER w, lead(op) OVER w FROM history
             WHERE tbl = ?1 AND field IS NOT NULL WINDOW w AS (PARTITION BY row, field ORDER BY id)",
        )?;
        let mut rows = statement.query([table])?;
        while let Some(entry) = rows.next()? {
            let (row, field, op): (String, String, String) = (entry.get(0)?, entry.get(1)?, entry.get(2)?);
            let (after, next): (Value, Value) = (entry.get(4)?, entry.get(5)?);
            let next_op: Option<String> = entry.get(6)?;
            if op != "update" {
                continue;
            }
            let holds = match next_op {
                Some(_) => next == after,
                None => {
                    let sql = format!("SELECT {field} FROM {table} WHERE id = ?1");
                    self.conn.prepare_cached(&sql)?.query_row([&row], |row| row.get::<_, Value>(0))? == after
                }
            };
            if !holds {
                found(format!("the {field} of {table} {row} is not what its history left"));
            }
        }
        Ok(())
    }

    fn check_ranks(&self, findings: &mut Vec<Finding>) -> Result<()> {
        let mut statement = self.conn.prepare(
            "SELECT p.key, i.rank, count(*) FROM item AS i JOIN product AS p ON p.id = i.product
             GROUP BY i.product, i.rank HAVING count(*) > 1 LIMIT 50",
        )?;
        let rows = statement.query_map([], |row| {
            let (key, rank, n): (String, String, i64) = (row.get(0)?, row.get(1)?, row.get(2)?);
            Ok(format!("{n} items of {key} share the rank {rank}"))
        })?;
        for detail in rows {
            findings.push(Finding { check: "ranks", detail: detail? });
        }
        Ok(())
    }
}
