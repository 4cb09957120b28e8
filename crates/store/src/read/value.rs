//! The Product Backlog by value and effort: how many items there are of each, without reading them.

use lineout_domain::ids::{ItemId, ProductId};
use rusqlite::params;
use rusqlite::types::Value;

use super::backlog::IN_BACKLOG;
use crate::Result;
use crate::action::Db;
use crate::cell::Cell;
use crate::record::{Item, Record, column};

/// Items of the Product Backlog with one value and one estimate, either of which they may lack.
#[derive(Debug, Clone, PartialEq)]
pub struct ValueGroup {
    /// Their value.
    pub value: Option<i64>,
    /// Their estimate, in points.
    pub estimate: Option<f64>,
    /// How many.
    pub items: u32,
    /// The first of them in the order of the backlog.
    pub first: ItemId,
}

/// Where items are in the plane of value and effort, or why they are not in it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum ValuePlace {
    /// Those with this value and this estimate.
    Point {
        /// Their value.
        value: i64,
        /// Their estimate, in points.
        estimate: f64,
    },
    /// Those with an estimate and no value.
    WithoutValue,
    /// Those with a value and no estimate.
    WithoutEstimate,
    /// Those with neither.
    WithoutBoth,
}

impl Db<'_> {
    /// The items of the Product Backlog grouped by value and estimate; the group whose first item stands highest first.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn value_groups(&self, product: ProductId) -> Result<Vec<ValueGroup>> {
        // With min(), SQLite takes the id from the very row that holds the lowest rank.
        let mut statement = self.conn.prepare_cached(&format!(
            "SELECT value, estimate, count(*), id, min(rank) AS first FROM item
             WHERE product = ?1 AND {IN_BACKLOG} GROUP BY value, estimate ORDER BY first"
        ))?;
        let rows = statement.query_map([product.store()], |row| {
            Ok(ValueGroup {
                value: row.get(0)?,
                estimate: row.get(1)?,
                items: row.get(2)?,
                first: column(row, 3)?,
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The first items of a place in the plane of value and effort, in the order of the backlog.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn at_value(&self, product: ProductId, place: ValuePlace, limit: u32) -> Result<Vec<Item>> {
        let (place, value, estimate) = match place {
            ValuePlace::Point { value, estimate } => {
                ("value = ?2 AND estimate = ?3", value.store(), estimate.store())
            }
            ValuePlace::WithoutValue => ("value IS ?2 AND estimate IS NOT ?3", Value::Null, Value::Null),
            ValuePlace::WithoutEstimate => ("value IS NOT ?2 AND estimate IS ?3", Value::Null, Value::Null),
            ValuePlace::WithoutBoth => ("value IS ?2 AND estimate IS ?3", Value::Null, Value::Null),
        };
        let rest = format!("product = ?1 AND {IN_BACKLOG} AND {place} ORDER BY rank, id LIMIT ?4");
        Item::all(self, &rest, &[&product.store(), &value, &estimate, &limit.store()])
    }

    /// Several items, those that are there, in the order asked for.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn items_among(&self, ids: &[ItemId]) -> Result<Vec<Item>> {
        let sql = format!(
            "SELECT {} FROM json_each(?1) AS n JOIN item AS t ON t.id = n.value ORDER BY n.key",
            crate::record::columns::<Item>("t.")
        );
        let mut statement = self.conn.prepare_cached(&sql)?;
        let rows = statement.query_map(params![super::matches::json(ids)], Item::from_row)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}
