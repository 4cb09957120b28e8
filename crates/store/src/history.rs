//! Reading the history: who did what, and what a field held at any instant.

use chrono::{DateTime, Utc};
use lineout_domain::ids::{ActionId, PersonId};
use rusqlite::params;
use rusqlite::types::{Value, ValueRef};

use crate::Result;
use crate::action::{Db, Origin};
use crate::cell::Cell;
use crate::record::column;

/// An action as the history lists it.
#[derive(Debug, Clone, PartialEq)]
pub struct ActionRow {
    /// The action.
    pub id: ActionId,
    /// When, by the wall clock it was given.
    pub at: DateTime<Utc>,
    /// Who was acting.
    pub author: Option<PersonId>,
    /// Its label.
    pub label: String,
    /// Where it came from.
    pub origin: Origin,
    /// Whether an undo that still stands has taken it back.
    pub undone: bool,
    /// How many changes it made.
    pub changes: u32,
}

/// Which actions to list; the default is all of them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ActionFilter {
    /// Only what this person did.
    pub author: Option<PersonId>,
    /// Only those whose label holds this text, in any case; empty for all.
    pub text: String,
}

/// One change of one field, or the birth of a row.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// `insert`, `update` or `delete`.
    pub op: String,
    /// The table.
    pub table: String,
    /// The row's id.
    pub row: String,
    /// The field; none for an insert.
    pub field: Option<String>,
    /// Its value before, as text.
    pub before: Option<String>,
    /// Its value after, as text.
    pub after: Option<String>,
}

/// A value a field took, from an instant on.
#[derive(Debug, Clone, PartialEq)]
pub struct Moment<T> {
    /// From when.
    pub at: DateTime<Utc>,
    /// Who gave it that value.
    pub author: Option<PersonId>,
    /// The value; `None` while the row did not exist.
    pub value: Option<T>,
    /// The action that gave it.
    pub action: ActionId,
    /// The action that this one took back, when it is an undo or a redo.
    pub undoes: Option<ActionId>,
    /// Its place in the history: whatever the clocks said, what has the higher number came later.
    pub mark: i64,
}

pub(crate) fn text(value: ValueRef<'_>) -> Option<String> {
    match value {
        ValueRef::Null | ValueRef::Blob(_) => None,
        ValueRef::Integer(n) => Some(n.to_string()),
        ValueRef::Real(n) => Some(n.to_string()),
        ValueRef::Text(text) => Some(String::from_utf8_lossy(text).into_owned()),
    }
}

/// Tables whose rows tie something to a row of another table, and the field that names it.
pub(crate) const PARTS: &[(&str, &str, &str)] = &[
    ("impediment", "impediment_item", "impediment"),
    ("improvement", "improvement_measurement", "improvement"),
    ("increment", "increment_item", "increment"),
    ("item", "impediment_item", "item"),
    ("item", "increment_item", "item"),
    ("item", "acceptance_criterion", "item"),
    ("item", "attachment", "item"),
    ("item", "item_assignee", "item"),
    ("item", "item_comment", "item"),
    ("item", "item_criterion", "item"),
    ("item", "item_label", "item"),
    ("item", "item_link", "from_item"),
    ("item", "item_link", "to_item"),
    ("item", "item_ready", "item"),
    ("item", "poker_round", "item"),
    ("item", "review_feedback", "item"),
    ("item", "task", "item"),
];

/// Changes of the rows of `part` while their `field` named the row `?1`: of those there now, of those deleted since, and
/// of those that belong to another one now. Selects `what` of each change `h`.
pub(crate) fn part_changes(part: &str, field: &str, what: &str) -> String {
    // Only what hangs on an item ever goes to another one; the index knows those moves.
    let moved = match field {
        "item" => format!(
            "UNION SELECT row FROM history
             WHERE tbl = '{part}' AND field = 'item' AND before = ?1 AND op = 'update'"
        ),
        _ => String::new(),
    };
    format!(
        "SELECT {what} FROM history AS h WHERE h.tbl = '{part}' AND h.row IN (
           SELECT id FROM {part} WHERE {field} = ?1
           UNION SELECT row FROM history WHERE tbl = '{part}' AND field = '{field}' AND before = ?1 AND op = 'delete'
           {moved})
         AND (h.op = 'update' AND h.field = '{field}' AND h.after = ?1 OR ?1 = coalesce(
           (SELECT n.before FROM history AS n WHERE n.tbl = '{part}' AND n.row = h.row AND n.id >= h.id
              AND n.field = '{field}' AND n.op <> 'insert' ORDER BY n.id LIMIT 1),
           (SELECT {field} FROM {part} WHERE id = h.row)))"
    )
}

/// The births of the parts that the item `?1` was split into. Selects `what` of each change `h`.
pub(crate) fn births_of_parts(what: &str) -> String {
    format!(
        "SELECT {what} FROM history AS h WHERE h.tbl = 'item' AND h.op = 'insert'
         AND h.row IN (SELECT id FROM item WHERE split_from = ?1)"
    )
}

/// Whether an action stands undone: an undo of it is there that no redo has taken back in turn.
pub(crate) const UNDONE: &str =
    "EXISTS (SELECT 1 FROM action AS u WHERE u.undoes = a.id AND u.origin IN ('undo', 'redo')
  AND NOT EXISTS (SELECT 1 FROM action AS r WHERE r.undoes = u.id
    AND NOT EXISTS (SELECT 1 FROM action AS v WHERE v.undoes = r.id)))";

impl Db<'_> {
    /// Actions, newest first, those before `before` when it is given.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn actions(
        &self,
        before: Option<ActionId>,
        filter: &ActionFilter,
        limit: u32,
    ) -> Result<Vec<ActionRow>> {
        // '~' sorts behind every clock, so that a search from the newest on uses the index as well.
        let matching = "a.hlc < coalesce((SELECT hlc FROM action WHERE id = ?1), '~')
             AND (?3 IS NULL OR a.author = ?3) AND (?4 = '' OR instr(lower(a.label), lower(?4)) > 0)";
        self.action_rows(
            matching,
            &[before.store(), limit.store(), filter.author.store(), Value::Text(filter.text.clone())],
        )
    }

    /// Actions that touched one row of one table or what is tied to it, newest first: the labels of an item are rows
    /// of their own, and still part of its story.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn actions_on(&self, table: &str, row: impl Cell, limit: u32) -> Result<Vec<ActionRow>> {
        let mut touched = "a.id IN (SELECT action FROM history WHERE row = ?1 AND tbl = ?3".to_owned();
        for (_, part, field) in PARTS.iter().filter(|part| part.0 == table) {
            touched += &format!(" UNION {}", part_changes(part, field, "h.action"));
        }
        if table == "item" {
            touched += &format!(" UNION {}", births_of_parts("h.action"));
        }
        touched.push(')');
        self.action_rows(&touched, &[row.store(), limit.store(), Value::Text(table.to_owned())])
    }

    /// `condition` may use `?1`; `?2` is the limit.
    fn action_rows(&self, condition: &str, values: &[Value]) -> Result<Vec<ActionRow>> {
        let sql = format!(
            "SELECT a.id, a.at, a.author, a.label, a.origin, {UNDONE},
                    (SELECT count(*) FROM history WHERE action = a.id)
             FROM action AS a WHERE {condition} ORDER BY a.hlc DESC LIMIT ?2"
        );
        let mut statement = self.conn.prepare_cached(&sql)?;
        let rows = statement.query_map(rusqlite::params_from_iter(values), |row| {
            let origin: String = row.get(4)?;
            Ok(ActionRow {
                id: column(row, 0)?,
                at: column(row, 1)?,
                author: column(row, 2)?,
                label: row.get(3)?,
                origin: Origin::parse(&origin).unwrap_or(Origin::User),
                undone: row.get(5)?,
                changes: row.get(6)?,
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The first changes of an action, in the order they were made.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn changes(&self, action: ActionId, limit: u32) -> Result<Vec<Change>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT op, tbl, row, field, before, after FROM history WHERE action = ?1 ORDER BY id LIMIT ?2",
        )?;
        let rows = statement.query_map(params![action.store(), limit], |row| {
            Ok(Change {
                op: row.get(0)?,
                table: row.get(1)?,
                row: row.get(2)?,
                field: row.get(3)?,
                before: text(row.get_ref(4)?),
                after: text(row.get_ref(5)?),
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The position in the history after its newest change: a mark to ask [`Db::topics_since`] from.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn history_mark(&self) -> Result<i64> {
        let mut statement = self.conn.prepare_cached("SELECT coalesce(max(id), 0) FROM history")?;
        Ok(statement.query_row([], |row| row.get(0))?)
    }

    /// The tables changed after a mark, by this process or another.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn topics_since(&self, mark: i64) -> Result<Vec<String>> {
        let mut statement =
            self.conn.prepare_cached("SELECT DISTINCT tbl FROM history WHERE id > ?1 ORDER BY tbl")?;
        Ok(statement.query_map([mark], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?)
    }

    /// Every value a field of a row ever held, oldest first: a value as of any instant is what the next later
    /// change says it was before, or else what stands now.
    ///
    /// In the order in which it happened, which is that of the logical clock. Where the clock on the wall was set back
    /// in between, a later change counts from when the one before it did: no time passed, and none is ever negative.
    ///
    /// # Errors
    /// When the database refuses, or a value is not of the asked form.
    pub fn timeline<T: Cell>(&self, table: &str, row: impl Cell, field: &str) -> Result<Vec<Moment<T>>> {
        type Entry =
            (String, DateTime<Utc>, Option<PersonId>, Value, Value, (ActionId, Option<ActionId>, i64));
        let row = row.store();
        let mut statement = self.conn.prepare_cached(
            "SELECT h.op, a.at, a.author, h.before, h.after, a.id, a.undoes, h.id
             FROM history AS h JOIN action AS a ON a.id = h.action
             WHERE h.tbl = ?1 AND h.row = ?2 AND (h.field = ?3 OR h.op = 'insert') ORDER BY h.id",
        )?;
        let entries = statement
            .query_map(params![table, row, field], |row| {
                let by = (column(row, 5)?, column(row, 6)?, row.get(7)?);
                Ok((row.get(0)?, column(row, 1)?, column(row, 2)?, row.get(3)?, row.get(4)?, by))
            })?
            .collect::<rusqlite::Result<Vec<Entry>>>()?;
        let sql = format!("SELECT {field} FROM {table} WHERE id = ?1");
        let mut now = self.conn.prepare_cached(&sql)?;
        let now = now.query_map([&row], |row| row.get::<_, Value>(0))?.next().transpose()?;
        let load = |value: &Value| {
            T::load(value.into())
                .map_err(|error| crate::StoreError::Unreadable(format!("{table}.{field}: {error}")))
        };
        let mut moments: Vec<Moment<T>> = Vec::with_capacity(entries.len());
        for (n, (op, at, author, _, after, by)) in entries.iter().enumerate() {
            let value = match op.as_str() {
                "delete" => None,
                "update" => Some(load(after)?),
                // An insert logs no values: the next change of the field knows what it was born with.
                _ => match entries[n + 1..].iter().find(|entry| entry.0 != "insert") {
                    Some((_, _, _, before, ..)) => Some(load(before)?),
                    None => now.as_ref().map(load).transpose()?,
                },
            };
            let at = moments.last().map_or(*at, |before| before.at.max(*at));
            let (action, undoes, mark) = *by;
            moments.push(Moment { at, author: *author, value, action, undoes, mark });
        }
        Ok(moments)
    }
}

impl Db<'_> {
    /// One action.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn actions_by_id(&self, action: ActionId) -> Result<Option<ActionRow>> {
        Ok(self.action_rows("a.id = ?1", &[action.store(), Value::Integer(1)])?.into_iter().next())
    }
}

impl Db<'_> {
    /// The position in the history right after the action that first made a row; none when there never was one.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn made_at(&self, table: &str, row: impl Cell) -> Result<Option<i64>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT max(id) FROM history WHERE action = (
               SELECT action FROM history WHERE tbl = ?1 AND row = ?2 AND op = 'insert' ORDER BY id LIMIT 1)",
        )?;
        Ok(statement.query_row(params![table, row.store()], |row| row.get(0))?)
    }

    /// What a field of a row held at a position in the history: the same whenever it is asked, whatever happened since.
    /// None while the row was not there.
    ///
    /// # Errors
    /// When the database refuses, or the value is not of the asked form.
    pub fn field_at<T: Cell>(
        &self,
        table: &str,
        row: impl Cell,
        field: &str,
        mark: i64,
    ) -> Result<Option<T>> {
        let row = row.store();
        let load = |value: &Value| {
            T::load(value.into())
                .map_err(|error| crate::StoreError::Unreadable(format!("{table}.{field}: {error}")))
        };
        let mut later = self.conn.prepare_cached(
            "SELECT op, before FROM history WHERE tbl = ?1 AND row = ?2 AND id > ?3
             AND (field = ?4 OR op = 'insert') ORDER BY id LIMIT 1",
        )?;
        let mut later = later.query(params![table, row, mark, field])?;
        if let Some(change) = later.next()? {
            let (op, before): (String, Value) = (change.get(0)?, change.get(1)?);
            return if op == "insert" { Ok(None) } else { load(&before).map(Some) };
        }
        let mut now = self.conn.prepare_cached(&format!("SELECT {field} FROM {table} WHERE id = ?1"))?;
        let mut now = now.query([&row])?;
        match now.next()? {
            Some(found) => load(&found.get(0)?).map(Some),
            None => Ok(None),
        }
    }

    /// The rows of a table that named another row in a field at a position in the history, by id.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn rows_at(&self, table: &str, field: &str, named: impl Cell, mark: i64) -> Result<Vec<String>> {
        let named = named.store();
        let mut statement = self.conn.prepare_cached(&format!(
            "SELECT id FROM {table} WHERE {field} = ?1
             UNION SELECT row FROM history WHERE tbl = ?2 AND field = ?3 AND before = ?1 ORDER BY 1"
        ))?;
        let rows = statement.query_map(params![named, table, field], |row| row.get::<_, String>(0))?;
        let mut held = Vec::new();
        for row in rows.collect::<rusqlite::Result<Vec<_>>>()? {
            if self
                .field_at::<Option<String>>(table, row.clone(), field, mark)?
                .flatten()
                .is_some_and(|value| Value::Text(value) == named)
            {
                held.push(row);
            }
        }
        Ok(held)
    }
}
