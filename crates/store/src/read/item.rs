//! Backlog items and what hangs on them.

use lineout_domain::ids::{ColumnId, ItemId, ProductId};
use lineout_domain::rank::Rank;
use rusqlite::OptionalExtension;

use crate::Result;
use crate::action::{Db, Writer};
use crate::cell::Cell;
use crate::record::{Impediment, Item, ItemAssignee, ItemCriterion, ItemLabel, Record, column};

impl Db<'_> {
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

    /// Gives everything attached to one item to another. The rows stay what they are: name, bytes, who added them.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn hand_over_attachments(&self, from: ItemId, to: ItemId) -> Result<()> {
        let mut statement = self.conn.prepare_cached("UPDATE attachment SET item = ?2 WHERE item = ?1")?;
        statement.execute([from.store(), to.store()])?;
        Ok(())
    }
}

impl Db<'_> {
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
