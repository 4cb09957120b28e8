//! One write action: who, when, which label, and the transaction it lives in.

use std::ops::Deref;
use std::sync::Mutex;

use chrono::{DateTime, Utc};
use lineout_domain::ids::{ActionId, PersonId};
use rusqlite::{Connection, OptionalExtension, params};

use crate::cell::{Cell, instant_text};
use crate::{Result, StoreError};

/// Where an action came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// A person, in the window or on the command line.
    User,
    /// An import.
    Import,
    /// The inverse of an earlier action.
    Undo,
    /// The inverse of an undo.
    Redo,
}

impl Origin {
    /// The word in the database.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::User => "user",
            Self::Import => "import",
            Self::Undo => "undo",
            Self::Redo => "redo",
        }
    }

    /// From the word in the database.
    pub fn parse(word: &str) -> Option<Self> {
        [Self::User, Self::Import, Self::Undo, Self::Redo].into_iter().find(|o| o.as_str() == word)
    }
}

/// Everything an action is told from outside.
#[derive(Debug, Clone)]
pub struct ActionMeta {
    /// Its id, made by the caller: a UUIDv7 of `at`.
    pub id: ActionId,
    /// The person acting, when somebody is.
    pub author: Option<PersonId>,
    /// The machine: a stable id of its own.
    pub device: String,
    /// The wall clock.
    pub at: DateTime<Utc>,
    /// The command's name on the contract.
    pub command: String,
    /// Where it came from.
    pub origin: Origin,
    /// The action this one is the inverse of.
    pub undoes: Option<ActionId>,
}

/// What a committed action left behind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Done {
    /// The action.
    pub id: ActionId,
    /// Its label, as the toast and the history show it.
    pub label: String,
}

/// What the history triggers ask the connection for: the action under way and its origin.
#[derive(Debug, Default)]
pub(crate) struct Underway(Mutex<Option<(String, &'static str)>>);

impl Underway {
    pub(crate) fn action(&self) -> Option<String> {
        self.0.lock().ok()?.as_ref().map(|(id, _)| id.clone())
    }
    pub(crate) fn origin(&self) -> Option<&'static str> {
        self.0.lock().ok()?.as_ref().map(|(_, origin)| *origin)
    }
    pub(crate) fn set(&self, now: Option<(String, &'static str)>) {
        if let Ok(mut slot) = self.0.lock() {
            *slot = now;
        }
    }
}

/// A view on the database to read from. Every read of the store takes one.
pub struct Db<'a> {
    pub(crate) conn: &'a Connection,
}

/// An action under way: a [`Db`] that can also write.
pub struct Writer<'a> {
    db: Db<'a>,
    label: Option<String>,
    unsigned: bool,
}

impl<'a> Deref for Writer<'a> {
    type Target = Db<'a>;
    fn deref(&self) -> &Db<'a> {
        &self.db
    }
}

impl<'a> Writer<'a> {
    pub(crate) fn new(conn: &'a Connection) -> Self {
        Self { db: Db { conn }, label: None, unsigned: false }
    }

    /// Says what the action did, in the words of the person: "Move HBR-12 to the top".
    pub fn label(&mut self, label: impl Into<String>) {
        self.label = Some(label.into());
    }

    /// Leaves out of the action who did it, and on which machine.
    pub fn unsign(&mut self) {
        self.unsigned = true;
    }

    /// Whether the action says who did it.
    pub fn is_signed(&self) -> bool {
        !self.unsigned
    }

    pub(crate) fn take_label(&mut self) -> Option<String> {
        self.label.take()
    }

    /// The next number of a kind in a product. Outside the history: a number is never given twice, undone or not.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn next_number(&mut self, product: impl Cell, kind: &str) -> Result<u32> {
        let last: u32 = self.conn.query_row(
            "INSERT INTO number_given (product, kind, last) VALUES (?1, ?2, 1)
             ON CONFLICT (product, kind) DO UPDATE SET last = last + 1 RETURNING last",
            params![product.store(), kind],
            |row| row.get(0),
        )?;
        Ok(last)
    }

    /// Takes note that a number is in use, so that the next one given is above it (imports keep their own keys).
    ///
    /// # Errors
    /// When the database refuses.
    pub fn reserve_number(&mut self, product: impl Cell, kind: &str, number: u32) -> Result<()> {
        self.conn.execute(
            "INSERT INTO number_given (product, kind, last) VALUES (?1, ?2, ?3)
             ON CONFLICT (product, kind) DO UPDATE SET last = max(last, excluded.last)",
            params![product.store(), kind, number],
        )?;
        Ok(())
    }
}

/// Writes the action's own row, before anything else of it, so that what it writes reads back as its own: who, when.
/// Its label comes last. The hybrid logical clock takes the wall clock or, where that stands behind what the
/// file has already seen, the last reading plus one, so that order survives a clock set back.
pub(crate) fn record_action(conn: &Connection, meta: &ActionMeta) -> Result<()> {
    let last: Option<String> =
        conn.query_row("SELECT max(hlc) FROM action", [], |row| row.get(0)).optional()?.flatten();
    conn.prepare_cached(
        "INSERT INTO action (id, hlc, author, device, at, command, label, origin, undoes)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
    )?
    .execute(params![
        meta.id.to_string(),
        next_hlc(last.as_deref(), meta.at, &meta.device)?,
        meta.author.store(),
        meta.device,
        instant_text(meta.at),
        meta.command,
        meta.command,
        meta.origin.as_str(),
        meta.undoes.store(),
    ])?;
    Ok(())
}

/// Gives the action under way its label.
pub(crate) fn label_action(conn: &Connection, meta: &ActionMeta, label: &str) -> Result<()> {
    conn.prepare_cached("UPDATE action SET label = ?2 WHERE id = ?1")?
        .execute(params![meta.id.to_string(), label])?;
    Ok(())
}

/// The device of an action that says nothing of who did it.
pub(crate) const NOBODY: &str = "";

impl ActionMeta {
    /// The same, without who and where.
    pub(crate) fn unsigned(self) -> Self {
        Self { author: None, device: NOBODY.to_owned(), ..self }
    }
}

/// Takes who and where out of the action under way; its place in the order of actions stays.
pub(crate) fn unsign_action(conn: &Connection, meta: &ActionMeta) -> Result<()> {
    // The clock ends in the device: milliseconds, counter and two hyphens are 18 characters.
    conn.prepare_cached(
        "UPDATE action SET author = NULL, device = ?2, hlc = substr(hlc, 1, 18) || ?2 WHERE id = ?1",
    )?
    .execute(params![meta.id.to_string(), NOBODY])?;
    Ok(())
}

/// `milliseconds (12 hex) - counter (4 hex) - device`, which sorts as text.
fn next_hlc(last: Option<&str>, at: DateTime<Utc>, device: &str) -> Result<String> {
    let wall = u64::try_from(at.timestamp_millis()).unwrap_or(0);
    let (seen, counter) = match last {
        None => (0, 0),
        Some(text) => {
            let mut parts = text.split('-').map(|part| u64::from_str_radix(part, 16));
            match (parts.next(), parts.next()) {
                (Some(Ok(millis)), Some(Ok(counter))) => (millis, counter),
                _ => return Err(StoreError::Unreadable(format!("{text:?} is not a logical clock"))),
            }
        }
    };
    let (millis, counter) = match (wall > seen, counter < 0xFFFF) {
        (true, _) => (wall, 0),
        (false, true) => (seen, counter + 1),
        (false, false) => (seen + 1, 0),
    };
    Ok(format!("{millis:012x}-{counter:04x}-{device}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_logical_clock_never_goes_back() {
        let at = |ms| DateTime::from_timestamp_millis(ms).expect("a time");
        let first = next_hlc(None, at(1_000), "d").expect("a clock");
        let same = next_hlc(Some(&first), at(1_000), "d").expect("a clock");
        let back = next_hlc(Some(&same), at(10), "d").expect("a clock");
        let full = next_hlc(Some("0000000003e8-ffff-d"), at(10), "d").expect("a clock");
        let on = next_hlc(Some(&full), at(2_000), "d").expect("a clock");
        let all = [&first, &same, &back, &full, &on];
        assert!(all.windows(2).all(|pair| pair[0] < pair[1]), "{all:?}");
    }
}
