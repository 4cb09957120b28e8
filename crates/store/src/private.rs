//! What people say in a retrospective before the others see it, and that they took part.
//!
//! Both lie outside the history. A row says what was said and not when, after what, or (where the retrospective is
//! anonymous, and of a vote always) by whom: its id is random, and rows lie in the order of their ids. Apart from that
//! stands how often each person took part, which keeps them to their limit and is forgotten at the close.
//!
//! A row stays when it is shown. It counts as private while what it became does not stand in its table, so that taking
//! the showing back makes it private again.

use lineout_domain::ids::{PersonId, RetroId};
use rusqlite::params;
use uuid::Uuid;

use crate::action::{Db, Writer};
use crate::cell::Cell;
use crate::record::column;
use crate::{Result, StoreError};

/// What kind of thing is private.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A card.
    Card,
    /// How somebody comes.
    CheckIn,
    /// One vote.
    Vote,
    /// A rating of the retrospective.
    Rating,
}

impl Kind {
    const fn as_str(self) -> &'static str {
        match self {
            Self::Card => "card",
            Self::CheckIn => "checkIn",
            Self::Vote => "vote",
            Self::Rating => "rating",
        }
    }

    fn parse(word: &str) -> Result<Self> {
        [Self::Card, Self::CheckIn, Self::Vote, Self::Rating]
            .into_iter()
            .find(|kind| kind.as_str() == word)
            .ok_or_else(|| StoreError::Unreadable(format!("{word:?} is nothing private")))
    }

    /// Of a row `p`: whether it has become what everybody sees.
    const fn shown(self) -> &'static str {
        match self {
            // A card may be deleted once it is shown. It is private again only if its showing was taken back.
            Self::Card => {
                "EXISTS (SELECT 1 FROM retro_card WHERE id = p.id) OR 'undo' <> coalesce(
                   (SELECT a.origin FROM history AS h JOIN action AS a ON a.id = h.action
                    WHERE h.tbl = 'retro_card' AND h.row = p.id ORDER BY h.id DESC LIMIT 1), 'undo')"
            }
            Self::CheckIn => "EXISTS (SELECT 1 FROM retro_check_in WHERE id = p.id)",
            Self::Vote => "EXISTS (SELECT 1 FROM retro_topic WHERE retro = p.retro)",
            Self::Rating => "EXISTS (SELECT 1 FROM retro_rating WHERE id = p.id)",
        }
    }
}

/// Something private.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Private {
    /// A random id; who knows it wrote it.
    pub id: Uuid,
    /// In which retrospective.
    pub retro: RetroId,
    /// What it is.
    pub kind: Kind,
    /// A card's column, or what a vote is for.
    pub subject: Option<Uuid>,
    /// A mood or a rating.
    pub number: Option<u8>,
    /// A card's text, or the word of a check-in.
    pub text: String,
    /// Whose it is, where that is known.
    pub person: Option<PersonId>,
}

impl Db<'_> {
    /// What is still private of a kind, in the order of its ids, which says nothing.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn private(&self, retro: RetroId, kind: Kind) -> Result<Vec<Private>> {
        self.private_rows(kind, "p.retro = ?1", retro.store())
    }

    /// Something of a kind by its id, while it is private.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn private_by_id(&self, id: Uuid) -> Result<Option<Private>> {
        let mut statement = self.conn.prepare_cached("SELECT kind FROM retro_private WHERE id = ?1")?;
        let kinds = statement.query_map([id.store()], |row| row.get::<_, String>(0))?;
        match kinds.collect::<rusqlite::Result<Vec<_>>>()?.first() {
            Some(kind) => Ok(self.private_rows(Kind::parse(kind)?, "p.id = ?1", id.store())?.pop()),
            None => Ok(None),
        }
    }

    fn private_rows(&self, kind: Kind, which: &str, value: rusqlite::types::Value) -> Result<Vec<Private>> {
        let sql = format!(
            "SELECT p.id, p.retro, p.subject, p.number, p.text, p.person FROM retro_private AS p
             WHERE {which} AND p.kind = ?2 AND NOT ({}) ORDER BY p.id",
            kind.shown()
        );
        let mut statement = self.conn.prepare_cached(&sql)?;
        let rows = statement.query_map(params![value, kind.as_str()], |row| {
            Ok(Private {
                id: column(row, 0)?,
                retro: column(row, 1)?,
                kind,
                subject: column(row, 2)?,
                number: column(row, 3)?,
                text: row.get(4)?,
                person: column(row, 5)?,
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Who took part in something, and how often. Empty once the retrospective has closed.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn took_part(&self, retro: RetroId, kind: Kind) -> Result<Vec<(PersonId, u32)>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT person, times FROM retro_part WHERE retro = ?1 AND kind = ?2 AND times > 0 ORDER BY person",
        )?;
        let rows = statement
            .query_map(params![retro.store(), kind.as_str()], |row| Ok((column(row, 0)?, column(row, 1)?)))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Whether a retrospective has forgotten who took part.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn retro_swept(&self, retro: RetroId) -> Result<bool> {
        let mut statement = self
            .conn
            .prepare_cached("SELECT EXISTS (SELECT 1 FROM retro_part WHERE retro = ?1 AND kind = 'swept')")?;
        Ok(statement.query_row([retro.store()], |row| row.get(0))?)
    }
}

impl Writer<'_> {
    /// Keeps something private, or replaces what has the same id.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn keep_private(&mut self, row: &Private) -> Result<()> {
        self.conn
            .prepare_cached(
                "INSERT OR REPLACE INTO retro_private (id, retro, kind, subject, number, text, person)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            )?
            .execute(params![
                row.id.store(),
                row.retro.store(),
                row.kind.as_str(),
                row.subject.store(),
                row.number.store(),
                row.text,
                row.person.store()
            ])?;
        Ok(())
    }

    /// Forgets something private.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn forget_private(&mut self, id: Uuid) -> Result<()> {
        self.conn.prepare_cached("DELETE FROM retro_private WHERE id = ?1")?.execute([id.store()])?;
        Ok(())
    }

    /// Says how often a person has taken part in something.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn set_part(&mut self, retro: RetroId, kind: Kind, person: PersonId, times: u32) -> Result<()> {
        self.conn
            .prepare_cached(
                "INSERT OR REPLACE INTO retro_part (retro, kind, person, times) VALUES (?1, ?2, ?3, ?4)",
            )?
            .execute(params![retro.store(), kind.as_str(), person.store(), times])?;
        Ok(())
    }

    /// Forgets who took part in a retrospective, for good.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn sweep_retro(&mut self, retro: RetroId) -> Result<()> {
        self.conn.prepare_cached("DELETE FROM retro_part WHERE retro = ?1")?.execute([retro.store()])?;
        self.conn
            .prepare_cached(
                "INSERT INTO retro_part (retro, kind, person, times) VALUES (?1, 'swept', '', 0)",
            )?
            .execute([retro.store()])?;
        Ok(())
    }
}
