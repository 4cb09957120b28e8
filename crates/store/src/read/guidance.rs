//! What was done against guidance, with the action it was done by.

use chrono::{DateTime, Utc};
use lineout_domain::ids::{ActionId, PersonId, ProductId};
use rusqlite::params;
use uuid::Uuid;

use crate::Result;
use crate::action::Db;
use crate::cell::Cell;
use crate::record::{Guidance, Record, column, columns};

/// Which notes of guidance to read; the default is all of them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct GuidanceFilter {
    /// Only what this person did.
    pub person: Option<PersonId>,
    /// Only against this rule.
    pub rule: Option<String>,
    /// Only from this instant on.
    pub from: Option<DateTime<Utc>>,
    /// Only up to this instant, included.
    pub to: Option<DateTime<Utc>>,
}

/// A note of guidance with the action that made it.
#[derive(Debug, Clone, PartialEq)]
pub struct GuidanceRow {
    /// The note.
    pub note: Guidance,
    /// The action, and its label.
    pub action: (ActionId, String),
}

impl Db<'_> {
    /// A product's notes of guidance, the newest first, those before `before` when it is given. What was taken back is
    /// not among them.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn guidance(
        &self,
        product: ProductId,
        filter: &GuidanceFilter,
        before: Option<Uuid>,
        limit: u32,
    ) -> Result<Vec<GuidanceRow>> {
        let sql = format!(
            "SELECT {}, a.id, a.label FROM guidance AS t
             JOIN action AS a ON a.id = (SELECT h.action FROM history AS h
               WHERE h.tbl = 'guidance' AND h.row = t.id AND h.op = 'insert' ORDER BY h.id LIMIT 1)
             WHERE t.product = ?1 AND (?2 IS NULL OR t.person = ?2) AND (?3 IS NULL OR t.rule = ?3)
               AND (?4 IS NULL OR t.at >= ?4) AND (?5 IS NULL OR t.at <= ?5)
               AND (?6 IS NULL OR (t.at, t.id) < (SELECT at, id FROM guidance WHERE id = ?6))
             ORDER BY t.at DESC, t.id DESC LIMIT ?7",
            columns::<Guidance>("t.")
        );
        let of_action = Guidance::COLUMNS.len();
        let mut statement = self.conn.prepare_cached(&sql)?;
        let rows = statement.query_map(
            params![
                product.store(),
                filter.person.store(),
                filter.rule.store(),
                filter.from.store(),
                filter.to.store(),
                before.store(),
                limit,
            ],
            |row| {
                Ok(GuidanceRow {
                    note: Guidance::from_row(row)?,
                    action: (column(row, of_action)?, column(row, of_action + 1)?),
                })
            },
        )?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// How many notes of guidance there are of each rule, the most frequent first.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn guidance_counts(&self, product: ProductId, filter: &GuidanceFilter) -> Result<Vec<(String, u32)>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT rule, count(*) AS n FROM guidance WHERE product = ?1 AND (?2 IS NULL OR person = ?2)
               AND (?3 IS NULL OR at >= ?3) AND (?4 IS NULL OR at <= ?4) GROUP BY rule ORDER BY n DESC, rule",
        )?;
        let rows = statement.query_map(
            params![product.store(), filter.person.store(), filter.from.store(), filter.to.store()],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}
