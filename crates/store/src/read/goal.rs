//! The Product Goal: its measure, its measurements, the goals before it.

use lineout_domain::ids::{PastGoalId, ProductId};

use crate::Result;
use crate::action::Db;
use crate::cell::Cell;
use crate::record::{GoalMeasure, GoalMeasurement, PastGoal, Record};

impl Db<'_> {
    /// How the goal that stands is measured, if it is.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn goal_measure(&self, product: ProductId) -> Result<Option<GoalMeasure>> {
        GoalMeasure::first(self, "product = ?1", &[&product.store()])
    }

    /// What was measured for a goal of the past, or for the one that stands; the earliest day first.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn goal_measurements(
        &self,
        product: ProductId,
        goal: Option<PastGoalId>,
    ) -> Result<Vec<GoalMeasurement>> {
        let rest = "product = ?1 AND goal IS ?2 ORDER BY day, at, id";
        GoalMeasurement::all(self, rest, &[&product.store(), &goal.store()])
    }

    /// The goals that were fulfilled or abandoned, the newest first.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn past_goals(&self, product: ProductId) -> Result<Vec<PastGoal>> {
        PastGoal::all(self, "product = ?1 ORDER BY ended_at DESC, id DESC", &[&product.store()])
    }
}
