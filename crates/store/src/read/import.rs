//! What an earlier import left: which rows are there, and which were taken away again on purpose.

use std::collections::{HashMap, HashSet};

use lineout_domain::ids::{ItemId, ProductId};
use rusqlite::params;

use crate::Result;
use crate::action::Db;
use crate::cell::Cell;
use crate::record::column;

impl Db<'_> {
    /// The items of a product that came from a source, by their keys there.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn items_imported(&self, product: ProductId, source: &str) -> Result<HashMap<String, ItemId>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT source_key, id FROM item WHERE product = ?1 AND source = ?2 AND source_key IS NOT NULL",
        )?;
        let rows = statement
            .query_map(params![product.store(), source], |row| Ok((row.get(0)?, column(row, 1)?)))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Keys of a source whose items were in a product and were deleted there. What went because an import was taken
    /// back, or came back since, is not among them.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn keys_deleted(&self, product: ProductId, source: &str) -> Result<HashSet<String>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT k.before FROM history AS s JOIN action AS a ON a.id = s.action
             JOIN history AS k ON k.action = s.action AND k.tbl = 'item' AND k.row = s.row
               AND k.field = 'source_key' AND k.op = 'delete'
             JOIN history AS p ON p.action = s.action AND p.tbl = 'item' AND p.row = s.row
               AND p.field = 'product' AND p.op = 'delete'
             WHERE s.tbl = 'item' AND s.field = 'source' AND s.op = 'delete' AND s.before = ?2
               AND p.before = ?1 AND k.before IS NOT NULL AND a.origin <> 'undo'
               AND NOT EXISTS (SELECT 1 FROM history AS l
                               WHERE l.tbl = 'item' AND l.row = s.row AND l.op = 'insert' AND l.id > s.id)",
        )?;
        let rows = statement.query_map(params![product.store(), source], |row| row.get(0))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}
