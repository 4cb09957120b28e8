//! Impediments.

use lineout_domain::ids::{ImpedimentId, ItemId, ProductId};
use uuid::Uuid;

use crate::Result;
use crate::action::Db;
use crate::cell::Cell;
use crate::record::{Impediment, ImpedimentItem, Item, Record, column};

/// What ties named before they went or came to name another item. Each way of going has an index of its own.
const EVER_TIED: &str = "history WHERE tbl = 'impediment_item' AND field = 'item'";

impl Db<'_> {
    /// The product's impediments, newest first.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn impediments(&self, product: ProductId) -> Result<Vec<Impediment>> {
        Impediment::all(self, "product = ?1 ORDER BY number DESC", &[&product.store()])
    }

    /// The items an impediment blocks, by number.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn blocked_items(&self, impediment: ImpedimentId) -> Result<Vec<Item>> {
        let rest = "id IN (SELECT item FROM impediment_item WHERE impediment = ?1) ORDER BY number";
        Item::all(self, rest, &[&impediment.store()])
    }

    /// The rows that tie an impediment to items.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn impediment_items(&self, impediment: ImpedimentId) -> Result<Vec<ImpedimentItem>> {
        ImpedimentItem::all(self, "impediment = ?1 ORDER BY id", &[&impediment.store()])
    }

    /// The rows that ever tied an item to an impediment, those gone since too.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn blocking_ties(&self, item: ItemId) -> Result<Vec<Uuid>> {
        let sql = format!(
            "SELECT id FROM impediment_item WHERE item = ?1
             UNION SELECT row FROM {EVER_TIED} AND op = 'delete' AND before = ?1
             UNION SELECT row FROM {EVER_TIED} AND op = 'update' AND before = ?1 ORDER BY 1"
        );
        let mut statement = self.conn.prepare_cached(&sql)?;
        let rows = statement.query_map([item.store()], |row| column(row, 0))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The items that an impediment ever blocked, deleted ones too.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn items_ever_blocked(&self) -> Result<Vec<ItemId>> {
        let sql = format!(
            "SELECT item FROM impediment_item
             UNION SELECT before FROM {EVER_TIED} AND op = 'delete'
             UNION SELECT before FROM {EVER_TIED} AND op = 'update' ORDER BY 1"
        );
        let mut statement = self.conn.prepare_cached(&sql)?;
        let rows = statement.query_map([], |row| column(row, 0))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The rows that tie an item to impediments.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn impediment_links(&self, item: ItemId) -> Result<Vec<ImpedimentItem>> {
        ImpedimentItem::all(self, "item = ?1 ORDER BY id", &[&item.store()])
    }
}
