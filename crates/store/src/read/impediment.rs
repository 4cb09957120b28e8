//! Impediments.

use lineout_domain::ids::{ImpedimentId, ProductId};

use crate::Result;
use crate::action::Db;
use crate::cell::Cell;
use crate::record::{Impediment, ImpedimentItem, Item, Record};

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

    /// The rows that tie an item to impediments.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn impediment_links(&self, item: lineout_domain::ids::ItemId) -> Result<Vec<ImpedimentItem>> {
        ImpedimentItem::all(self, "item = ?1 ORDER BY id", &[&item.store()])
    }
}
