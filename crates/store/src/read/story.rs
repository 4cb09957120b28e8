//! The story of an item: every change of it, of what hangs on it while it does, and the births of its parts, newest
//! first.

use chrono::{DateTime, Utc};
use lineout_domain::ids::{ActionId, ItemId, PersonId};
use rusqlite::params;

use crate::Result;
use crate::action::{Db, Origin};
use crate::cell::Cell;
use crate::history::{PARTS, UNDONE, births_of_parts, part_changes, text};
use crate::record::column;

/// One change in an item's story.
#[derive(Debug, Clone, PartialEq)]
pub struct StoryChange {
    /// Its place in the history.
    pub id: u32,
    /// The action it was part of.
    pub action: ActionId,
    /// When.
    pub at: DateTime<Utc>,
    /// Who was acting.
    pub author: Option<PersonId>,
    /// The action's label.
    pub label: String,
    /// Where the action came from.
    pub origin: Origin,
    /// An undo that still stands has taken it back.
    pub undone: bool,
    /// `insert`, `update` or `delete`.
    pub op: String,
    /// The table.
    pub table: String,
    /// The row.
    pub row: String,
    /// The field; none for an insert. Of a delete, the one that names the item.
    pub field: Option<String>,
    /// Its value before, as text.
    pub before: Option<String>,
    /// Its value after, as text.
    pub after: Option<String>,
}

/// Fields of an item that only repeat what another one tells.
const REPEATING: &str =
    "'board_rank', 'resolved_at', 'reason', 'definition', 'source', 'source_key', 'split_from',
    'number', 'product', 'created_at', 'created_by'";

impl Db<'_> {
    /// Changes in an item's story before a place in the history, newest first.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn story(&self, item: ItemId, before: Option<u32>, limit: u32) -> Result<Vec<StoryChange>> {
        let mut touched = format!(
            "SELECT id FROM history WHERE tbl = 'item' AND row = ?1
               AND (op = 'insert' OR op = 'update' AND field NOT IN ({REPEATING}))"
        );
        for (_, part, field) in PARTS.iter().filter(|part| part.0 == "item") {
            let changes = part_changes(part, field, "h.id");
            touched += &format!(" UNION {changes} AND (h.op <> 'delete' OR h.field = '{field}')");
        }
        touched += &format!(" UNION {}", births_of_parts("h.id"));
        let sql = format!(
            "SELECT h.id, h.action, a.at, a.author, a.label, a.origin, {UNDONE},
                    h.op, h.tbl, h.row, h.field, h.before, h.after
             FROM history AS h JOIN action AS a ON a.id = h.action
             WHERE h.id IN ({touched}) AND h.id < ?2 ORDER BY h.id DESC LIMIT ?3"
        );
        let mut statement = self.conn.prepare_cached(&sql)?;
        let before = before.map_or(i64::MAX, i64::from);
        let rows = statement.query_map(params![item.store(), before, limit], |row| {
            let origin: String = row.get(5)?;
            Ok(StoryChange {
                id: row.get(0)?,
                action: column(row, 1)?,
                at: column(row, 2)?,
                author: column(row, 3)?,
                label: row.get(4)?,
                origin: Origin::parse(&origin).unwrap_or(Origin::User),
                undone: row.get(6)?,
                op: row.get(7)?,
                table: row.get(8)?,
                row: row.get(9)?,
                field: row.get(10)?,
                before: text(row.get_ref(11)?),
                after: text(row.get_ref(12)?),
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// What a field of a row holds, or held when the row was last there.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn field_of(&self, table: &str, row: &str, field: &str) -> Result<Option<String>> {
        self.last_value(table, row, field)
    }

    /// Whether a row is there.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn stands(&self, table: &str, row: &str) -> Result<bool> {
        let sql = format!("SELECT EXISTS (SELECT 1 FROM {table} WHERE id = ?1)");
        Ok(self.conn.prepare_cached(&sql)?.query_row([row], |row| row.get(0))?)
    }
}
