//! Two rows of one order never hold the same rank. What an undo brings back to a place that has been taken since goes
//! right behind whatever stands there.

use std::collections::BTreeSet;

use lineout_domain::rank::{Rank, between};
use rusqlite::{OptionalExtension, params};

use crate::Result;
use crate::action::Writer;
use crate::record::column;

/// Every order there is: the table, the rank, and what it is an order of.
const ORDERS: &[(&str, &str, &str)] = &[
    ("item", "rank", "product"),
    ("item", "board_rank", "sprint"),
    ("acceptance_criterion", "rank", "item"),
    ("task", "rank", "item"),
    ("review_point", "rank", "review"),
];

impl Writer<'_> {
    /// Gives those of these rows that share a rank with another a rank of their own.
    pub(crate) fn untie<'a>(&self, rows: impl Iterator<Item = (&'a str, &'a str)>) -> Result<()> {
        for (table, row) in rows.collect::<BTreeSet<_>>() {
            for (_, rank, of) in ORDERS.iter().filter(|(ordered, ..)| *ordered == table) {
                self.untie_one(table, rank, of, row)?;
            }
        }
        Ok(())
    }

    fn untie_one(&self, table: &str, rank: &str, of: &str, row: &str) -> Result<()> {
        let tied = format!(
            "SELECT t.{rank}, (SELECT min(n.{rank}) FROM {table} AS n WHERE n.{of} = t.{of} AND n.{rank} > t.{rank})
             FROM {table} AS t WHERE t.id = ?1 AND EXISTS (
               SELECT 1 FROM {table} AS o WHERE o.{of} = t.{of} AND o.{rank} = t.{rank} AND o.id <> t.id)"
        );
        let mut tied = self.conn.prepare_cached(&tied)?;
        let found: Option<(Rank, Option<Rank>)> =
            tied.query_row([row], |row| Ok((column(row, 0)?, column(row, 1)?))).optional()?;
        if let Some((held, next)) = found {
            let free = between(Some(&held), next.as_ref());
            let sql = format!("UPDATE {table} SET {rank} = ?1 WHERE id = ?2");
            self.conn.prepare_cached(&sql)?.execute(params![free.as_str(), row])?;
        }
        Ok(())
    }
}
