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
        /// What the row ties to it, where tying is all the row does: a label, an assignee, a blocked item.
        pub tied: Option<String>,
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
/// Tables whose rows repeat what is told anyway: the copies that a sprint freezes of its items.
const SILENT_TABLES: &[&str] = &["sprint_commitment", "sprint_record_item"];

/// Fields whose values are told by one read only, which knows when they may be: what was chosen in Planning Poker.
const SECRET: &[(&str, &str)] = &[("poker_vote", "card")];

impl HistoryEntry {
    /// An action with its changes in words.
    pub(crate) fn read(db: &Db<'_>, row: &ActionRow) -> Result<Self> {
        let mut changes = Vec::new();
        for change in db.changes(row.id, CHANGES_TOLD * 10)? {
            let silent = change.field.as_deref().is_some_and(|field| SILENT.contains(&field));
            let secret =
                SECRET.contains(&(change.table.as_str(), change.field.as_deref().unwrap_or_default()));
            if silent || secret && change.op == "update" || SILENT_TABLES.contains(&change.table.as_str()) {
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
                Ok(match (&change.field, value) {
                    (Some(field), Some(value)) => Some(db.value_in_words(field, value)?),
                    (_, value) => value,
                })
            };
            let deleted = change.op == "delete";
            changes.push(Change {
                what: db.name_of(&change.table, &change.row)?.unwrap_or_default(),
                tied: db.tied_to(&change.table, &change.row)?,
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
