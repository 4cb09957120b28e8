//! Sprints, what is in them, what was, and their records.

use chrono::{DateTime, Utc};
use lineout_domain::ids::{ActionId, IncrementId, ItemId, ProductId, SprintId};
use rusqlite::OptionalExtension;
use uuid::Uuid;

use crate::action::Db;
use crate::cell::Cell;
use crate::record::{Item, Record, Sprint, SprintCommitment, SprintRecord, SprintRecordItem, column};
use crate::{Result, StoreError};

/// What is in a sprint now; cancelled items count no longer.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct SprintTotals {
    /// Items in it.
    pub items: u32,
    /// The sum of their estimates, in points.
    pub points: f64,
    /// The part of it that is Done.
    pub done_points: f64,
    /// The points frozen at start, once it was started.
    pub committed: Option<f64>,
}

impl Db<'_> {
    /// The product's sprints, newest first.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn sprints(&self, product: ProductId) -> Result<Vec<Sprint>> {
        Sprint::all(self, "product = ?1 ORDER BY number DESC", &[&product.store()])
    }

    /// The last number given of a kind in a product; 0 before the first.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn last_number(&self, product: ProductId, kind: &str) -> Result<u32> {
        let mut statement =
            self.conn.prepare_cached("SELECT last FROM number_given WHERE product = ?1 AND kind = ?2")?;
        let last = statement.query_row((product.store(), kind), |row| row.get(0)).optional()?;
        Ok(last.unwrap_or(0))
    }

    /// The product's active sprint.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn active_sprint(&self, product: ProductId) -> Result<Option<Sprint>> {
        Sprint::first(self, "product = ?1 AND state = 'active'", &[&product.store()])
    }

    /// The planned sprint that begins next.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn next_planned(&self, product: ProductId) -> Result<Option<Sprint>> {
        Sprint::first(
            self,
            "product = ?1 AND state = 'planned' ORDER BY start_day, number",
            &[&product.store()],
        )
    }

    /// The number of the newest sprint that has begun, be it over.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn newest_begun(&self, product: ProductId) -> Result<Option<u32>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT max(number) FROM sprint WHERE product = ?1 AND state IN ('active', 'closed', 'cancelled')",
        )?;
        Ok(statement.query_row([product.store()], |row| row.get(0))?)
    }

    /// The items in a sprint, in the order of its board.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn sprint_items(&self, sprint: SprintId) -> Result<Vec<Item>> {
        Item::all(self, "sprint = ?1 ORDER BY board_rank, id", &[&sprint.store()])
    }

    /// What was frozen when a sprint started.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn commitments(&self, sprint: SprintId) -> Result<Vec<SprintCommitment>> {
        SprintCommitment::all(self, "sprint = ?1 ORDER BY id", &[&sprint.store()])
    }

    /// Every item that is or ever was in a sprint, deleted ones too.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn items_ever_in(&self, sprint: SprintId) -> Result<Vec<ItemId>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT row FROM history WHERE tbl = 'item' AND field = 'sprint' AND before = ?1
             UNION SELECT row FROM history WHERE tbl = 'item' AND field = 'sprint' AND after = ?1
             UNION SELECT id FROM item WHERE sprint = ?1 ORDER BY 1",
        )?;
        let rows = statement.query_map([sprint.store()], |row| column(row, 0))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The newest change of what a sprint counts of several items: that they are there, where they are, how they ended, their estimates. Its
    /// place in the history and the latest instant that any of them tells. What an action did itself is left out.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn newest_change(&self, items: &[ItemId], but: ActionId) -> Result<Option<(i64, DateTime<Utc>)>> {
        let mut newest: Option<(i64, DateTime<Utc>)> = None;
        let mut statement = self.conn.prepare_cached(
            "SELECT max(h.id), max(a.at) FROM history AS h JOIN action AS a ON a.id = h.action
             WHERE h.tbl = 'item' AND h.row = ?1 AND h.action <> ?2
             AND (h.op = 'insert' OR h.field IN ('sprint', 'resolution', 'estimate')) HAVING count(*) > 0",
        )?;
        for item in items {
            let found: Option<(i64, DateTime<Utc>)> = statement
                .query_row([item.store(), but.store()], |row| Ok((row.get(0)?, column(row, 1)?)))
                .optional()?;
            if let Some((mark, at)) = found {
                newest = Some(newest.map_or((mark, at), |(last, when)| (last.max(mark), when.max(at))));
            }
        }
        Ok(newest)
    }

    /// A sprint in figures.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn sprint_totals(&self, sprint: SprintId) -> Result<SprintTotals> {
        let mut statement = self.conn.prepare_cached(
            "SELECT count(*), coalesce(sum(estimate), 0.0),
                    coalesce(sum(CASE WHEN resolution = 'done' THEN estimate END), 0.0),
                    (SELECT CASE WHEN count(*) > 0 THEN coalesce(sum(estimate), 0.0) END
                     FROM sprint_commitment WHERE sprint = ?1)
             FROM item WHERE sprint = ?1 AND (resolution IS NULL OR resolution = 'done')",
        )?;
        Ok(statement.query_row([sprint.store()], |row| {
            Ok(SprintTotals {
                items: row.get(0)?,
                points: row.get(1)?,
                done_points: row.get(2)?,
                committed: row.get(3)?,
            })
        })?)
    }

    /// The immutable record of a sprint that ended.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] while there is none.
    pub fn sprint_record(&self, sprint: SprintId) -> Result<SprintRecord> {
        SprintRecord::first(self, "sprint = ?1", &[&sprint.store()])?
            .ok_or(StoreError::NotFound { what: "sprint record; it is written when the sprint closes" })
    }

    /// The records of a product's closed sprints, oldest first; cancelled ones are left out, and so is a sprint that
    /// was brought in from elsewhere with nothing Done that was estimated: of its points nothing is known.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn closed_records(&self, product: ProductId) -> Result<Vec<SprintRecord>> {
        let rest = "state = 'closed' AND EXISTS (
               SELECT 1 FROM sprint AS s WHERE s.id = t.sprint AND s.product = ?1 AND (s.source IS NULL OR EXISTS (
                 SELECT 1 FROM sprint_record_item AS i
                 WHERE i.record = t.id AND i.outcome = 'done' AND i.estimate_at_close IS NOT NULL)))
             ORDER BY start_day, closed_at";
        SprintRecord::all(self, rest, &[&product.store()])
    }

    /// The items of a record, in its order.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn record_items(&self, record: Uuid) -> Result<Vec<SprintRecordItem>> {
        SprintRecordItem::all(self, "record = ?1 ORDER BY position", &[&record.store()])
    }

    /// What of an increment the close of a sprint split, by the newest record of each, and when that sprint ended.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn splits_in(&self, increment: IncrementId) -> Result<Vec<(SprintRecordItem, DateTime<Utc>)>> {
        let split = SprintRecordItem::all(
            self,
            "outcome = 'split' AND item IN (SELECT item FROM increment_item WHERE increment = ?1)",
            &[&increment.store()],
        )?;
        let mut statement = self.conn.prepare_cached("SELECT closed_at FROM sprint_record WHERE id = ?1")?;
        let mut found = Vec::with_capacity(split.len());
        for item in split {
            let closed = statement.query_row([item.record.store()], |row| column(row, 0))?;
            found.push((item, closed));
        }
        found.sort_by_key(|(_, closed)| *closed);
        Ok(found)
    }

    /// A sprint's number, for the names of things that refer to it.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn sprint_name(&self, sprint: Option<SprintId>) -> Result<Option<String>> {
        let Some(sprint) = sprint else { return Ok(None) };
        let mut statement = self.conn.prepare_cached("SELECT name FROM sprint WHERE id = ?1")?;
        Ok(statement.query_row([sprint.store()], |row| row.get(0)).optional()?)
    }
}
