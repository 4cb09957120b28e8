//! Backlog items: windows of the Product Backlog, neighbours in its order, what hangs on an item.

use std::collections::HashSet;

use lineout_domain::ids::{ColumnId, ItemId, ProductId};
use lineout_domain::rank::Rank;
use rusqlite::{OptionalExtension, params};

use crate::Result;
use crate::action::{Db, Writer};
use crate::cell::Cell;
use crate::record::{Impediment, Item, ItemAssignee, ItemCriterion, ItemLabel, Record, column};

/// The Product Backlog in three figures.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct BacklogTotals {
    /// How many items.
    pub items: u32,
    /// The sum of their estimates, in points.
    pub points: f64,
    /// How many of them have no estimate.
    pub unestimated: u32,
}

/// What makes an item stand in the Product Backlog: open, and in no sprint. Matches the partial index.
const IN_BACKLOG: &str = "sprint IS NULL AND resolution IS NULL";

impl Db<'_> {
    /// A window of the Product Backlog in its order.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn backlog(&self, product: ProductId, offset: u32, limit: u32) -> Result<Vec<Item>> {
        let rest = format!("product = ?1 AND {IN_BACKLOG} ORDER BY rank, id LIMIT ?2 OFFSET ?3");
        Item::all(self, &rest, &[&product.store(), &limit.store(), &offset.store()])
    }

    /// The items of a part of the Product Backlog in its order, with their estimates; `None` is up to its end.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn backlog_ids(
        &self,
        product: ProductId,
        offset: u32,
        limit: Option<u32>,
    ) -> Result<Vec<(ItemId, Option<f64>)>> {
        let sql = format!(
            "SELECT id, estimate FROM item WHERE product = ?1 AND {IN_BACKLOG}
             ORDER BY rank, id LIMIT ?2 OFFSET ?3"
        );
        let mut statement = self.conn.prepare_cached(&sql)?;
        let values = params![product.store(), limit.map_or(-1, i64::from), offset];
        let rows = statement.query_map(values, |row| Ok((column(row, 0)?, row.get(1)?)))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Every label in use on a product's items, by name, with the number of items that carry it.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn label_counts(&self, product: ProductId) -> Result<Vec<(String, u32)>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT l.label, count(*) FROM item_label AS l JOIN item AS i ON i.id = l.item
             WHERE i.product = ?1 GROUP BY l.label ORDER BY l.label COLLATE NOCASE, l.label",
        )?;
        let rows = statement.query_map([product.store()], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// How much the Product Backlog holds.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn backlog_totals(&self, product: ProductId) -> Result<BacklogTotals> {
        let sql = format!(
            "SELECT count(*), coalesce(sum(estimate), 0.0), count(*) - count(estimate) FROM item
             WHERE product = ?1 AND {IN_BACKLOG}"
        );
        let mut statement = self.conn.prepare_cached(&sql)?;
        Ok(statement.query_row([product.store()], |row| {
            Ok(BacklogTotals { items: row.get(0)?, points: row.get(1)?, unestimated: row.get(2)? })
        })?)
    }

    /// Where an item stands in the Product Backlog, from 1; none when it is not in it.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn backlog_position(&self, item: &Item) -> Result<Option<u32>> {
        if item.sprint.is_some() || item.resolution.is_some() {
            return Ok(None);
        }
        let sql = format!(
            "SELECT 1 + count(*) FROM item WHERE product = ?1 AND {IN_BACKLOG} AND (rank, id) < (?2, ?3)"
        );
        let mut statement = self.conn.prepare_cached(&sql)?;
        let position = statement
            .query_row(params![item.product.store(), item.rank.store(), item.id.store()], |row| row.get(0))?;
        Ok(Some(position))
    }

    /// The rank just before (`above`) or after another in the product's whole order, skipping `moving`; `None` is the
    /// end of the order.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn neighbour(
        &self,
        product: ProductId,
        of: Option<&Rank>,
        above: bool,
        moving: &HashSet<ItemId>,
    ) -> Result<Option<Rank>> {
        let (compare, order) = if above { ("<", "DESC") } else { (">", "ASC") };
        let sql = format!(
            "SELECT rank, id FROM item WHERE product = ?1 AND (?2 IS NULL OR rank {compare} ?2)
             ORDER BY rank {order}, id {order}"
        );
        let mut statement = self.conn.prepare_cached(&sql)?;
        let mut rows = statement.query(params![product.store(), of.map(Cell::store)])?;
        while let Some(row) = rows.next()? {
            if !moving.contains(&column(row, 1)?) {
                return Ok(Some(column(row, 0)?));
            }
        }
        Ok(None)
    }

    /// How many items a product has, of any state.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn item_count(&self, product: ProductId) -> Result<u32> {
        let mut statement = self.conn.prepare_cached("SELECT count(*) FROM item WHERE product = ?1")?;
        Ok(statement.query_row([product.store()], |row| row.get(0))?)
    }

    /// The item with a key's number.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn item_numbered(&self, product: ProductId, number: u32) -> Result<Option<Item>> {
        Item::first(self, "product = ?1 AND number = ?2", &[&product.store(), &number.store()])
    }

    /// The item that an earlier import of the same source made.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn item_imported(&self, product: ProductId, source: &str, key: &str) -> Result<Option<Item>> {
        let values = [&product.store(), &source.to_owned().store(), &key.to_owned().store()];
        Item::first(self, "product = ?1 AND source = ?2 AND source_key = ?3", &values)
    }

    /// Everybody on an item.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn assignees(&self, item: ItemId) -> Result<Vec<ItemAssignee>> {
        ItemAssignee::all(self, "item = ?1 ORDER BY id", &[&item.store()])
    }

    /// An item's labels, by name.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn labels(&self, item: ItemId) -> Result<Vec<ItemLabel>> {
        ItemLabel::all(self, "item = ?1 ORDER BY label", &[&item.store()])
    }

    /// The criteria an item has met, or that were waived for it.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn item_criteria(&self, item: ItemId) -> Result<Vec<ItemCriterion>> {
        ItemCriterion::all(self, "item = ?1 ORDER BY id", &[&item.store()])
    }

    /// Impediments that block an item, resolved ones too, newest first.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn impediments_of(&self, item: ItemId) -> Result<Vec<Impediment>> {
        let rest = "id IN (SELECT impediment FROM impediment_item WHERE item = ?1) ORDER BY number DESC";
        Impediment::all(self, rest, &[&item.store()])
    }

    /// Whether an open impediment blocks an item.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn is_blocked(&self, item: ItemId) -> Result<bool> {
        let mut statement = self.conn.prepare_cached(
            "SELECT EXISTS (SELECT 1 FROM impediment_item AS b JOIN impediment AS i ON i.id = b.impediment
                            WHERE b.item = ?1 AND i.state <> 'resolved')",
        )?;
        Ok(statement.query_row([item.store()], |row| row.get(0))?)
    }

    /// The improvement an item came from, if it came from one.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn improvement_of(&self, item: ItemId) -> Result<Option<lineout_domain::ids::ImprovementId>> {
        let mut statement = self.conn.prepare_cached("SELECT id FROM improvement WHERE item = ?1 LIMIT 1")?;
        Ok(statement.query_row([item.store()], |row| column(row, 0)).optional()?)
    }

    /// How many items stand in a column.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn column_count(&self, of: ColumnId) -> Result<u32> {
        let mut statement = self.conn.prepare_cached("SELECT count(*) FROM item WHERE board_column = ?1")?;
        Ok(statement.query_row([of.store()], |row| row.get(0))?)
    }

    /// Since when an item stands where it stands on the board.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn column_since(&self, item: ItemId) -> Result<Option<chrono::DateTime<chrono::Utc>>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT a.at FROM history AS h JOIN action AS a ON a.id = h.action
             WHERE h.tbl = 'item' AND h.row = ?1 AND h.field = 'board_column' ORDER BY h.id DESC LIMIT 1",
        )?;
        Ok(statement.query_row([item.store()], |row| column(row, 0)).optional()?)
    }
}

impl Writer<'_> {
    /// Gives an item another place in the Product Backlog: one row, one field.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn set_rank(&self, item: ItemId, rank: &Rank) -> Result<()> {
        let mut statement = self.conn.prepare_cached("UPDATE item SET rank = ?2 WHERE id = ?1")?;
        statement.execute([item.store(), rank.store()])?;
        Ok(())
    }
}

impl Db<'_> {
    /// The n-th row of the Product Backlog, from 0, as if the `moving` items were not in it.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn backlog_nth(&self, product: ProductId, n: u32, moving: &HashSet<ItemId>) -> Result<Option<Item>> {
        let sql = format!("SELECT id FROM item WHERE product = ?1 AND {IN_BACKLOG} ORDER BY rank, id");
        let mut statement = self.conn.prepare_cached(&sql)?;
        let mut rows = statement.query([product.store()])?;
        let mut left = n;
        while let Some(row) = rows.next()? {
            let id = column(row, 0)?;
            if moving.contains(&id) {
                continue;
            }
            if left == 0 {
                return Item::find(self, id);
            }
            left -= 1;
        }
        Ok(None)
    }

    /// The whole order of a product: every item with its rank.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn ranks(&self, product: ProductId) -> Result<Vec<(ItemId, Rank)>> {
        let mut statement =
            self.conn.prepare_cached("SELECT id, rank FROM item WHERE product = ?1 ORDER BY rank, id")?;
        let rows = statement.query_map([product.store()], |row| Ok((column(row, 0)?, column(row, 1)?)))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Whether an item joined a sprint after its start.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn is_added(&self, sprint: lineout_domain::ids::SprintId, item: ItemId) -> Result<bool> {
        let mut statement = self.conn.prepare_cached(
            "SELECT EXISTS (SELECT 1 FROM sprint WHERE id = ?1 AND started_at IS NOT NULL)
                AND NOT EXISTS (SELECT 1 FROM sprint_commitment WHERE sprint = ?1 AND item = ?2)",
        )?;
        Ok(statement.query_row([sprint.store(), item.store()], |row| row.get(0))?)
    }
}
