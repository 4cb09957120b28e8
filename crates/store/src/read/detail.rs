//! What an item's own page shows: comments, checklists, links, and the parts it was split into.

use std::collections::{HashMap, HashSet};

use lineout_domain::ids::{ItemId, ProductId};
use lineout_domain::link::{Kind, Link};
use rusqlite::params;

use crate::Result;
use crate::action::Db;
use crate::cell::Cell;
use crate::record::{
    AcceptanceCriterion, Attachment, Item, ItemComment, ItemLink, ItemReady, ReadyCriterion, ReadyPolicy,
    Record, column,
};

impl Db<'_> {
    /// What was said about an item, oldest first.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn comments(&self, item: ItemId) -> Result<Vec<ItemComment>> {
        ItemComment::all(self, "item = ?1 ORDER BY written_at, id", &[&item.store()])
    }

    /// The files kept with an item, oldest first.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn attachments(&self, item: ItemId) -> Result<Vec<Attachment>> {
        Attachment::all(self, "item = ?1 ORDER BY added_at, id", &[&item.store()])
    }

    /// The acceptance criteria of an item, in order.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn acceptance(&self, item: ItemId) -> Result<Vec<AcceptanceCriterion>> {
        AcceptanceCriterion::all(self, "item = ?1 ORDER BY rank, id", &[&item.store()])
    }

    /// The product's Definition of Ready, in order.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn ready_criteria(&self, product: ProductId) -> Result<Vec<ReadyCriterion>> {
        ReadyCriterion::all(self, "product = ?1 AND NOT retired ORDER BY position, id", &[&product.store()])
    }

    /// Whether the product takes only ready items, if it ever said so.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn ready_policy(&self, product: ProductId) -> Result<Option<ReadyPolicy>> {
        ReadyPolicy::first(self, "product = ?1", &[&product.store()])
    }

    /// The criteria of the Definition of Ready that an item meets, retired ones too.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn ready_ticks(&self, item: ItemId) -> Result<Vec<ItemReady>> {
        ItemReady::all(self, "item = ?1 ORDER BY id", &[&item.store()])
    }

    /// How many criteria of the Definition of Ready each of several items meets.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn ready_counts(&self, items: &[ItemId]) -> Result<HashMap<ItemId, Vec<u32>>> {
        self.several(
            "SELECT r.item, count(*) FROM item_ready AS r JOIN ready_criterion AS c ON c.id = r.ready_criterion
             WHERE NOT c.retired AND r.item IN $ GROUP BY r.item",
            items,
        )
    }

    /// Every link of an item, in either direction.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn links(&self, item: ItemId) -> Result<Vec<ItemLink>> {
        ItemLink::all(self, "from_item = ?1 OR to_item = ?1 ORDER BY id", &[&item.store()])
    }

    /// This very link, when it is there.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn link(&self, link: Link) -> Result<Option<ItemLink>> {
        let values = [&link.source.store(), &link.kind.store(), &link.target.store()];
        ItemLink::first(self, "from_item = ?1 AND kind = ?2 AND to_item = ?3", &values)
    }

    /// What an item blocks.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn blocked_by(&self, item: ItemId) -> Result<Vec<ItemId>> {
        let mut statement =
            self.conn.prepare_cached("SELECT to_item FROM item_link WHERE from_item = ?1 AND kind = ?2")?;
        let rows = statement.query_map(params![item.store(), Kind::Blocks.store()], |row| column(row, 0))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Those of several items that wait for an open one.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn waiting_among(&self, items: &[ItemId]) -> Result<HashSet<ItemId>> {
        self.some(
            "SELECT DISTINCT l.to_item FROM item_link AS l JOIN item AS b ON b.id = l.from_item
             WHERE l.kind = 'blocks' AND b.resolution IS NULL AND l.to_item IN $",
            items,
        )
    }

    /// The items that an item was split into, by their numbers.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn parts_of(&self, item: ItemId) -> Result<Vec<Item>> {
        Item::all(self, "split_from = ?1 ORDER BY number", &[&item.store()])
    }
}
