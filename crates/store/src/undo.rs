//! Undo and redo: new actions that apply the inverse of an earlier one.
//!
//! Guarded: every field the earlier action touched must still hold the value it left, and what must hold of a workspace
//! still does ([`crate::invariants`]), or nothing changes and the refusal names what stands in the way. The stack is
//! not kept anywhere; it is read off the actions, so it survives a restart.

use std::collections::HashSet;

use lineout_domain::ids::ActionId;
use rusqlite::types::Value;
use rusqlite::{OptionalExtension, params};

use crate::action::{ActionMeta, Db, Done, NOBODY, Origin, Writer};
use crate::cell::Cell;
use crate::record::column;
use crate::workspace::Workspace;
use crate::{Result, StoreError, schema};

/// What Ctrl Z and Ctrl Shift Z would do next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UndoState {
    /// The action an undo would take back.
    pub undo: Option<Done>,
    /// The action a redo would bring back.
    pub redo: Option<Done>,
}

struct Entry {
    id: i64,
    op: String,
    table: String,
    row: String,
    field: Option<String>,
    before: Value,
    after: Value,
}

impl Db<'_> {
    /// What can be undone and redone now.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn undo_state(&self) -> Result<UndoState> {
        let undo = self.next_undo()?.map(|id| self.action_name(id)).transpose()?;
        let redo = match self.next_redo()? {
            None => None,
            Some(undo) => self.undone_by(undo)?.map(|id| self.action_name(id)).transpose()?,
        };
        Ok(UndoState { undo, redo })
    }

    /// The newest action that is not undone. The making of the workspace is none to undo.
    fn next_undo(&self) -> Result<Option<ActionId>> {
        let mut taken_back = HashSet::new();
        let mut redone = HashSet::new();
        let found = self.walk(|id, origin, undoes| {
            match (origin, undoes) {
                (Origin::Redo, Some(undo)) => _ = redone.insert(undo),
                (Origin::Undo, Some(action)) if !redone.contains(&id) => _ = taken_back.insert(action),
                (Origin::Undo, _) => {}
                _ => return !taken_back.contains(&id),
            }
            false
        })?;
        Ok(match found {
            Some(id) if self.made_workspace(id)? => None,
            found => found,
        })
    }

    /// Whether an action is the one that made this workspace: without its row the file is nobody's.
    fn made_workspace(&self, action: ActionId) -> Result<bool> {
        let mut statement = self.conn.prepare_cached(
            "SELECT EXISTS (SELECT 1 FROM history WHERE action = ?1 AND tbl = 'workspace' AND op = 'insert')",
        )?;
        Ok(statement.query_row([action.store()], |row| row.get(0))?)
    }

    /// The newest undo that is not redone, unless something else was done since.
    fn next_redo(&self) -> Result<Option<ActionId>> {
        let mut redone = HashSet::new();
        let mut something_else = false;
        let found = self.walk(|id, origin, undoes| match (origin, undoes) {
            (Origin::Redo, Some(undo)) => {
                redone.insert(undo);
                false
            }
            (Origin::Undo, _) => !redone.contains(&id),
            _ => {
                something_else = true;
                true
            }
        })?;
        Ok(found.filter(|_| !something_else))
    }

    /// The first action, newest first, that `stop` stops at.
    fn walk(
        &self,
        mut stop: impl FnMut(ActionId, Origin, Option<ActionId>) -> bool,
    ) -> Result<Option<ActionId>> {
        let mut statement =
            self.conn.prepare_cached("SELECT id, origin, undoes FROM action ORDER BY hlc DESC")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let origin: String = row.get(1)?;
            let id = column(row, 0)?;
            if stop(id, Origin::parse(&origin).unwrap_or(Origin::User), column(row, 2)?) {
                return Ok(Some(id));
            }
        }
        Ok(None)
    }

    /// Whether an action says who did it.
    fn is_signed(&self, action: ActionId) -> Result<bool> {
        let mut statement = self.conn.prepare_cached("SELECT device <> ?2 FROM action WHERE id = ?1")?;
        Ok(statement.query_row(params![action.store(), NOBODY], |row| row.get(0))?)
    }

    fn undone_by(&self, undo: ActionId) -> Result<Option<ActionId>> {
        let mut statement = self.conn.prepare_cached("SELECT undoes FROM action WHERE id = ?1")?;
        Ok(statement.query_row([undo.store()], |row| column(row, 0)).optional()?.flatten())
    }

    fn action_name(&self, id: ActionId) -> Result<Done> {
        let mut statement = self.conn.prepare_cached("SELECT label FROM action WHERE id = ?1")?;
        match statement.query_row([id.store()], |row| row.get(0)).optional()? {
            Some(label) => Ok(Done { id, label }),
            None => Err(StoreError::NotFound { what: "action" }),
        }
    }

    fn entries(&self, action: ActionId) -> Result<Vec<Entry>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT id, op, tbl, row, field, before, after FROM history WHERE action = ?1 ORDER BY id DESC",
        )?;
        let rows = statement.query_map([action.store()], |row| {
            Ok(Entry {
                id: row.get(0)?,
                op: row.get(1)?,
                table: row.get(2)?,
                row: row.get(3)?,
                field: row.get(4)?,
                before: row.get(5)?,
                after: row.get(6)?,
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}

impl Workspace {
    /// Takes back `action`, or the newest one that still stands. Answers its label and the new action.
    ///
    /// # Errors
    /// [`StoreError::UndoConflict`] when a later change stands in the way, [`StoreError::NothingTo`] when there is
    /// nothing left. Nothing is written then.
    pub fn undo(&mut self, meta: &ActionMeta, action: Option<ActionId>) -> Result<Done> {
        let target = match action {
            Some(action) => action,
            None => self.db().next_undo()?.ok_or(StoreError::NothingTo("undo"))?,
        };
        let row = self.db().actions_by_id(target)?.ok_or(StoreError::NotFound { what: "action" })?;
        if row.undone {
            return Err(conflict(&row.label, "it is undone already"));
        }
        if self.db().made_workspace(target)? {
            return Err(StoreError::Foundation(row.label));
        }
        // Turning back a turn is a turn of the action it speaks of, or the stack would count it as one of its own.
        let (origin, target, original) = match (row.origin, self.db().undone_by(target)?) {
            (Origin::Undo, Some(original)) => (Origin::Redo, target, original),
            (Origin::Redo, Some(undo)) => {
                let original = self.db().undone_by(undo)?.unwrap_or(undo);
                (Origin::Undo, original, original)
            }
            _ => (Origin::Undo, target, target),
        };
        self.invert(meta, origin, target, original, &row.label)
    }

    /// Brings back what the newest undo took.
    ///
    /// # Errors
    /// As [`Workspace::undo`].
    pub fn redo(&mut self, meta: &ActionMeta) -> Result<Done> {
        let undo = self.db().next_redo()?.ok_or(StoreError::NothingTo("redo"))?;
        let original = self.db().undone_by(undo)?.ok_or(StoreError::NothingTo("redo"))?;
        let label = self.db().action_name(original)?.label;
        self.invert(meta, Origin::Redo, undo, original, &label)
    }

    fn invert(
        &mut self,
        meta: &ActionMeta,
        origin: Origin,
        target: ActionId,
        original: ActionId,
        label: &str,
    ) -> Result<Done> {
        let meta = ActionMeta { origin, undoes: Some(target), ..meta.clone() };
        // Who takes back what nobody signed would sign it after all.
        let meta = if self.db().is_signed(target)? { meta } else { meta.unsigned() };
        let result = self.act(&meta, |writer| {
            writer.label(label);
            let entries = writer.entries(target)?;
            for (n, entry) in entries.iter().enumerate() {
                writer.invert(entry, entries.get(n + 1), label)?;
            }
            writer.untie(entries.iter().map(|entry| (entry.table.as_str(), entry.row.as_str())))?;
            match writer.broken_by(&meta.id.to_string())? {
                Some(broken) => Err(conflict(label, &format!("then {broken}"))),
                None => Ok(()),
            }
        });
        match result {
            Ok((_, Some(_))) => Ok(Done { id: original, label: label.to_owned() }),
            Ok((_, None)) => Err(StoreError::NothingTo(if origin == Origin::Undo { "undo" } else { "redo" })),
            Err(StoreError::Constraint(_)) => {
                Err(conflict(label, "something done later depends on it, or has taken its place"))
            }
            Err(other) => Err(other),
        }
    }
}

impl Writer<'_> {
    /// Takes one entry back. `earlier` is the one logged before it.
    fn invert(&self, entry: &Entry, earlier: Option<&Entry>, label: &str) -> Result<()> {
        let Entry { table, row, .. } = entry;
        match (entry.op.as_str(), &entry.field) {
            ("update", Some(field)) => {
                let sql = format!("UPDATE {table} SET {field} = ?1 WHERE id = ?2 AND {field} IS ?3");
                let changed =
                    self.conn.prepare_cached(&sql)?.execute(params![entry.before, row, entry.after])?;
                if changed == 0 {
                    let what = self.describe(table, row)?;
                    return Err(conflict(
                        label,
                        &format!("the {} of {what} was changed later", words(field)),
                    ));
                }
            }
            ("insert", _) => {
                if self.changed_since(entry)? {
                    let what = self.describe(table, row)?;
                    return Err(conflict(label, &format!("{what} was changed or deleted later")));
                }
                self.conn.prepare_cached(&format!("DELETE FROM {table} WHERE id = ?1"))?.execute([row])?;
            }
            // A delete logged one entry a field: the row comes back whole at the first of them. Which that is is told
            // by the entries, not by the table: it may have more columns by now than when the row went.
            ("delete", Some(_)) => {
                let same = |other: &Entry| other.op == "delete" && other.table == *table && other.row == *row;
                if !earlier.is_some_and(same) {
                    self.put_back(entry, label)?;
                }
            }
            _ => return Err(StoreError::Unreadable(format!("history entry {}", entry.id))),
        }
        Ok(())
    }

    /// Whether a row's fields differ from what its insert left: then each changed field's first later entry names
    /// another value than stands now.
    fn changed_since(&self, insert: &Entry) -> Result<bool> {
        let Entry { table, row, .. } = insert;
        let exists: bool = self
            .conn
            .prepare_cached(&format!("SELECT EXISTS (SELECT 1 FROM {table} WHERE id = ?1)"))?
            .query_row([row], |row| row.get(0))?;
        if !exists {
            return Ok(true);
        }
        for field in schema::fields(self.conn, table)? {
            let born: Option<Value> = self
                .conn
                .prepare_cached(
                    "SELECT before FROM history WHERE tbl = ?1 AND row = ?2 AND field = ?3 AND id > ?4
                     ORDER BY id LIMIT 1",
                )?
                .query_row(params![table, row, field, insert.id], |row| row.get(0))
                .optional()?;
            if let Some(born) = born {
                let same: bool = self
                    .conn
                    .prepare_cached(&format!("SELECT {field} IS ?1 FROM {table} WHERE id = ?2"))?
                    .query_row(params![born, row], |row| row.get(0))?;
                if !same {
                    return Ok(true);
                }
            }
        }
        Ok(false)
    }

    /// Inserts a deleted row again with the values its delete logged, of which `first` is the first.
    fn put_back(&self, first: &Entry, label: &str) -> Result<()> {
        let Entry { table, row, .. } = first;
        let mut names = vec!["id".to_owned()];
        let mut values = vec![Value::Text(row.clone())];
        let mut statement = self.conn.prepare_cached(
            "SELECT field, before, op = 'delete' AND tbl = ?2 AND row = ?3 FROM history WHERE id >= ?1 ORDER BY id",
        )?;
        let mut logged = statement.query(params![first.id, table, row])?;
        while let Some(entry) = logged.next()? {
            if !entry.get::<_, bool>(2)? {
                break;
            }
            names.push(entry.get(0)?);
            values.push(entry.get(1)?);
        }
        drop(logged);
        let marks = vec!["?"; names.len()].join(", ");
        let sql = format!("INSERT INTO {table} ({}) VALUES ({marks})", names.join(", "));
        match self.conn.prepare_cached(&sql)?.execute(rusqlite::params_from_iter(values)) {
            Ok(_) => Ok(()),
            Err(error) => match StoreError::from(error) {
                StoreError::Constraint(_) => {
                    Err(conflict(label, &format!("another {} has taken its place", words(table))))
                }
                other => Err(other),
            },
        }
    }

    /// A row in the words of a person: "HBR-12", or the name of its table.
    fn describe(&self, table: &str, row: &str) -> Result<String> {
        Ok(self.name_of(table, row)?.unwrap_or_else(|| format!("this {}", words(table))))
    }
}

fn conflict(label: &str, why: &str) -> StoreError {
    StoreError::UndoConflict { label: label.to_owned(), why: why.to_owned() }
}

/// A column or table name as words.
fn words(name: &str) -> String {
    name.replace('_', " ")
}
