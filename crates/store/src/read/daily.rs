//! Daily Scrums.

use chrono::NaiveDate;
use lineout_domain::ids::{DailyId, ItemId, ProductId, SprintId};

use crate::Result;
use crate::action::Db;
use crate::cell::Cell;
use crate::record::{
    Daily, DailyImpediment, DailyPerson, DailyPlan, DailyTurn, DailyVote, Impediment, Record, Task,
};

impl Db<'_> {
    /// The Daily Scrums of a sprint, by day.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn dailies(&self, sprint: SprintId) -> Result<Vec<Daily>> {
        Daily::all(self, "sprint = ?1 ORDER BY day", &[&sprint.store()])
    }

    /// The Daily Scrum of a day.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn daily_on(&self, sprint: SprintId, day: NaiveDate) -> Result<Option<Daily>> {
        Daily::first(self, "sprint = ?1 AND day = ?2", &[&sprint.store(), &day.store()])
    }

    /// Who takes part, in the order of speaking.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn daily_people(&self, daily: DailyId) -> Result<Vec<DailyPerson>> {
        DailyPerson::all(self, "daily = ?1 ORDER BY position, id", &[&daily.store()])
    }

    /// The turns, in order.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn daily_turns(&self, daily: DailyId) -> Result<Vec<DailyTurn>> {
        DailyTurn::all(self, "daily = ?1 ORDER BY position, id", &[&daily.store()])
    }

    /// The plans, in the order they were made.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn daily_plans(&self, daily: DailyId) -> Result<Vec<DailyPlan>> {
        DailyPlan::all(self, "daily = ?1 ORDER BY position, id", &[&daily.store()])
    }

    /// The votes.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn daily_votes(&self, daily: DailyId) -> Result<Vec<DailyVote>> {
        DailyVote::all(self, "daily = ?1 ORDER BY id", &[&daily.store()])
    }

    /// What was raised in it.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn daily_impediments(&self, daily: DailyId) -> Result<Vec<DailyImpediment>> {
        DailyImpediment::all(self, "daily = ?1 ORDER BY id", &[&daily.store()])
    }

    /// Impediments that are open, oldest first.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn open_impediments(&self, product: ProductId) -> Result<Vec<Impediment>> {
        Impediment::all(self, "product = ?1 AND state <> 'resolved' ORDER BY number", &[&product.store()])
    }

    /// The tasks of several items at once: of those that are or were in a sprint.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn tasks_of(&self, items: &[ItemId]) -> Result<Vec<Task>> {
        let mut tasks = Vec::new();
        for item in items {
            tasks.extend(self.tasks(*item)?);
        }
        Ok(tasks)
    }
}
