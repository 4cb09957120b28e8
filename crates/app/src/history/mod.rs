//! The history in words, and turning it back.

pub mod list;
pub mod redo;
pub mod state;
pub mod undo;

use chrono::{DateTime, Utc};
use lineout_store::{ActionRow, Db};
use uuid::Uuid;

use crate::error::Result;
use crate::wire::responses;

/// Most changes that one entry tells.
const CHANGES_TOLD: u32 = 20;

responses! {
    /// One action.
    pub struct HistoryEntry {
        /// Its id, to undo by.
        pub action: Uuid,
        /// When.
        pub at: DateTime<Utc>,
        /// Who was acting.
        pub author: Option<Uuid>,
        /// What was done.
        pub label: String,
        /// `user`, `import`, `undo` or `redo`.
        pub origin: String,
        /// An undo that still stands has taken it back.
        pub undone: bool,
        /// Its first changes.
        pub changes: Vec<Change>,
        /// How many changes it made in all.
        pub change_count: u32,
    }

    /// One change, with ids turned into names.
    pub struct Change {
        /// The table.
        pub table: String,
        /// The row's id.
        pub row: String,
        /// What people call the row: HBR-12, a person's name.
        pub what: String,
        /// The field; none when the row came or went.
        pub field: Option<String>,
        /// Its value before.
        pub before: Option<String>,
        /// Its value after.
        pub after: Option<String>,
        /// `insert`, `update` or `delete`.
        pub op: String,
    }
}

/// Fields that say where something stands to a machine and nothing to a person.
const SILENT: &[&str] = &["board_rank", "calendar", "burndown", "position"];

/// The table that a field of ids points to.
fn points_to(field: &str) -> Option<&'static str> {
    Some(match field {
        "sprint" | "review_sprint" => "sprint",
        "board_column" => "board_column",
        "epic" => "epic",
        "person" | "owner" | "author" | "raised_by" | "acknowledged_by" | "resolved_by" | "created_by" => {
            "person"
        }
        "item" | "split_from" => "item",
        "product" => "product",
        "increment" => "increment",
        _ => return None,
    })
}

impl HistoryEntry {
    /// An action with its changes in words.
    pub(crate) fn read(db: &Db<'_>, row: &ActionRow) -> Result<Self> {
        let mut changes = Vec::new();
        for change in db.changes(row.id, CHANGES_TOLD * 10)? {
            if change.field.as_deref().is_some_and(|field| SILENT.contains(&field)) {
                continue;
            }
            // A delete logs each field; the row's going is told once.
            let gone = |told: &Change| told.op == "delete" && told.row == change.row;
            if change.op == "delete" && changes.last().is_some_and(gone) {
                continue;
            }
            if changes.len() >= CHANGES_TOLD as usize {
                break;
            }
            let name = |value: Option<String>| -> Result<Option<String>> {
                let table = change.field.as_deref().and_then(points_to);
                Ok(match (table, value) {
                    (Some(table), Some(id)) => Some(db.name_of(table, &id)?.unwrap_or(id)),
                    (_, value) => value,
                })
            };
            let deleted = change.op == "delete";
            changes.push(Change {
                what: db.name_of(&change.table, &change.row)?.unwrap_or_default(),
                before: if deleted { None } else { name(change.before.clone())? },
                after: name(change.after.clone())?,
                field: if deleted { None } else { change.field.clone() },
                table: change.table,
                row: change.row,
                op: change.op,
            });
        }
        Ok(Self {
            action: row.id.as_uuid(),
            at: row.at,
            author: row.author.map(|person| person.as_uuid()),
            label: row.label.clone(),
            origin: row.origin.as_str().to_owned(),
            undone: row.undone,
            changes,
            change_count: row.changes,
        })
    }
}
