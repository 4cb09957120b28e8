//! Timers, and how often what is outside the history has changed.

use lineout_domain::ids::ProductId;
use lineout_domain::timer::Kind;

use crate::Result;
use crate::action::Db;
use crate::cell::Cell;
use crate::record::{Record, Timer};

impl Db<'_> {
    /// The newest timer of a subject, stopped or not.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn timer_of(&self, kind: Kind, subject: &str) -> Result<Option<Timer>> {
        let rest = "kind = ?1 AND subject = ?2 ORDER BY stopped_at IS NOT NULL, started_at DESC, id DESC";
        Timer::first(self, rest, &[&kind.store(), &subject.to_owned().store()])
    }

    /// Timers that run, of one product or of all, by their beginning.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn timers_running(&self, product: Option<ProductId>) -> Result<Vec<Timer>> {
        let rest = "running_since IS NOT NULL AND (?1 IS NULL OR product = ?1) ORDER BY started_at, id";
        Timer::all(self, rest, &[&product.store()])
    }

    /// How often each table outside the history that somebody may watch has changed.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn aside_mark(&self) -> Result<Vec<(String, i64)>> {
        let mut statement = self.conn.prepare_cached("SELECT tbl, changes FROM aside ORDER BY tbl")?;
        let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}
