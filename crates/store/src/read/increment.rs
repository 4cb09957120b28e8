//! Increments and Done items that are in none.

use lineout_domain::ids::{IncrementId, ItemId, ProductId, SprintId};

use crate::Result;
use crate::action::Db;
use crate::cell::Cell;
use crate::record::{Increment, IncrementItem, Item, Record};

impl Db<'_> {
    /// The product's increments, newest first.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn increments(&self, product: ProductId) -> Result<Vec<Increment>> {
        Increment::all(self, "product = ?1 ORDER BY number DESC", &[&product.store()])
    }

    /// The increments of a sprint, oldest first.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn increments_of(&self, sprint: SprintId) -> Result<Vec<Increment>> {
        Increment::all(self, "sprint = ?1 ORDER BY number", &[&sprint.store()])
    }

    /// What an increment holds, in the order it was put in; what came at one instant by number.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn increment_items(&self, increment: IncrementId) -> Result<Vec<IncrementItem>> {
        IncrementItem::all(
            self,
            "increment = ?1 ORDER BY substr(id, 1, 13), CAST(substr(key, instr(key, '-') + 1) AS INTEGER), id",
            &[&increment.store()],
        )
    }

    /// The place of an item in an increment, if it is in one.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn increment_item(&self, item: ItemId) -> Result<Option<IncrementItem>> {
        IncrementItem::first(self, "item = ?1", &[&item.store()])
    }

    /// Done items in no increment, in the order they were finished.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn waiting_for_increment(&self, product: ProductId) -> Result<Vec<Item>> {
        let rest = "product = ?1 AND resolution = 'done' AND id NOT IN (SELECT item FROM increment_item)
                    ORDER BY resolved_at, id";
        Item::all(self, rest, &[&product.store()])
    }
}
