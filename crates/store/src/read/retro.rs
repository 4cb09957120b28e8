//! Retrospectives and the improvement register.

use lineout_domain::ids::{ImprovementId, ProductId, RetroCardId, RetroColumnId, RetroGroupId, RetroId};
use rusqlite::OptionalExtension;

use crate::Result;
use crate::action::Db;
use crate::cell::Cell;
use crate::record::{
    Improvement, ImprovementMeasurement, Record, RetroCard, RetroCheckIn, RetroColumn, RetroGroup,
    RetroRating, RetroReview, RetroTopic, Retrospective, column,
};

impl Db<'_> {
    /// The product's retrospectives, newest first.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn retrospectives(&self, product: ProductId) -> Result<Vec<Retrospective>> {
        Retrospective::all(self, "product = ?1 ORDER BY started_at DESC, id DESC", &[&product.store()])
    }

    /// The columns of a retrospective, left to right.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn retro_columns(&self, retro: RetroId) -> Result<Vec<RetroColumn>> {
        RetroColumn::all(self, "retro = ?1 ORDER BY position", &[&retro.store()])
    }

    /// The cards of a column, in the order they were written.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn retro_cards(&self, of: RetroColumnId) -> Result<Vec<RetroCard>> {
        RetroCard::all(self, "retro_column = ?1 ORDER BY written_at, id", &[&of.store()])
    }

    /// The cards of a group, in the order they were written.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn retro_cards_of(&self, group: RetroGroupId) -> Result<Vec<RetroCard>> {
        RetroCard::all(self, "retro_group = ?1 ORDER BY written_at, id", &[&group.store()])
    }

    /// The groups of a retrospective.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn retro_groups(&self, retro: RetroId) -> Result<Vec<RetroGroup>> {
        RetroGroup::all(self, "retro = ?1 ORDER BY rowid", &[&retro.store()])
    }

    /// The topics of a retrospective, in the order in which they are talked about; none before the votes are counted.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn retro_topics(&self, retro: RetroId) -> Result<Vec<RetroTopic>> {
        RetroTopic::all(self, "retro = ?1 ORDER BY position", &[&retro.store()])
    }

    /// How people came to a retrospective, in no order that tells anything.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn retro_check_ins(&self, retro: RetroId) -> Result<Vec<RetroCheckIn>> {
        RetroCheckIn::all(self, "retro = ?1 ORDER BY id", &[&retro.store()])
    }

    /// How people rated a retrospective, in no order that tells anything.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn retro_ratings(&self, retro: RetroId) -> Result<Vec<RetroRating>> {
        RetroRating::all(self, "retro = ?1 ORDER BY id", &[&retro.store()])
    }

    /// The improvement a card became, if it became one.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn improvement_of_card(&self, card: RetroCardId) -> Result<Option<ImprovementId>> {
        let mut statement =
            self.conn.prepare_cached("SELECT id FROM improvement WHERE retro_card = ?1 LIMIT 1")?;
        Ok(statement.query_row([card.store()], |row| column(row, 0)).optional()?)
    }

    /// The register, newest first.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn improvements(&self, product: ProductId) -> Result<Vec<Improvement>> {
        Improvement::all(self, "product = ?1 ORDER BY number DESC", &[&product.store()])
    }

    /// What was measured by hand for an improvement, the earliest day first.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn improvement_measurements(&self, of: ImprovementId) -> Result<Vec<ImprovementMeasurement>> {
        ImprovementMeasurement::all(self, "improvement = ?1 ORDER BY day, at, id", &[&of.store()])
    }

    /// What a retrospective answered about earlier improvements, in the order it did.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn retro_reviews(&self, retro: RetroId) -> Result<Vec<RetroReview>> {
        RetroReview::all(self, "retro = ?1 ORDER BY answered_at, rowid", &[&retro.store()])
    }

    /// What a retrospective agreed on, oldest first.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn improvements_of(&self, retro: RetroId) -> Result<Vec<Improvement>> {
        Improvement::all(self, "retro = ?1 ORDER BY number", &[&retro.store()])
    }
}
