//! What was finished when, and what is under way: what a forecast rests on.

use chrono::{DateTime, Utc};
use lineout_domain::ids::ProductId;
use rusqlite::params;

use crate::Result;
use crate::action::Db;
use crate::cell::Cell;
use crate::record::column;

/// Items and the sum of their estimates, in hundredths of points.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Load {
    /// How many items.
    pub items: u32,
    /// Their estimates; what has none counts nothing.
    pub hundredths: i64,
}

impl Db<'_> {
    /// The items that are Done and became so at or after an instant, oldest first: when, and hundredths of points.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn finished_since(
        &self,
        product: ProductId,
        from: DateTime<Utc>,
    ) -> Result<Vec<(DateTime<Utc>, i64)>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT resolved_at, CAST(round(coalesce(estimate, 0.0) * 100) AS INTEGER) FROM item
             WHERE product = ?1 AND resolution = 'done' AND resolved_at >= ?2 ORDER BY resolved_at",
        )?;
        let rows = statement
            .query_map(params![product.store(), from.store()], |row| Ok((column(row, 0)?, row.get(1)?)))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// When the team began to finish things as far as is known: the first start of a sprint, or the first item that
    /// became Done, whichever came first.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn first_work(&self, product: ProductId) -> Result<Option<DateTime<Utc>>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT min(at) FROM (
               SELECT min(resolved_at) AS at FROM item WHERE product = ?1 AND resolution = 'done' UNION ALL
               SELECT min(started_at) FROM sprint WHERE product = ?1 AND started_at IS NOT NULL)",
        )?;
        Ok(statement.query_row([product.store()], |row| column(row, 0))?)
    }

    /// What is open in sprints, active and planned: it is worked on before the Product Backlog is.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn open_in_sprints(&self, product: ProductId) -> Result<Load> {
        let mut statement = self.conn.prepare_cached(
            "SELECT count(*), CAST(coalesce(sum(CAST(round(coalesce(i.estimate, 0.0) * 100) AS INTEGER)), 0) AS INTEGER)
             FROM sprint AS s JOIN item AS i ON i.sprint = s.id
             WHERE s.product = ?1 AND s.state IN ('active', 'planned') AND i.resolution IS NULL",
        )?;
        Ok(statement
            .query_row([product.store()], |row| Ok(Load { items: row.get(0)?, hundredths: row.get(1)? }))?)
    }
}
