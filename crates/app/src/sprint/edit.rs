//! `sprint.edit`: name, goal and dates, as far as the sprint's state allows.

use chrono::NaiveDate;
use lineout_domain::accountability::Operation;
use lineout_domain::sprint as rules;
use lineout_store::record::{self as rows, Record};
use uuid::Uuid;

use super::{Sprint, find, occupied};
use crate::context::Act;
use crate::error::Result;
use crate::wire::requests;

requests! {
    /// Changes a sprint; what is left out stays.
    pub struct EditSprint {
        /// Which.
        pub sprint: Uuid,
        /// Its name.
        pub name: Option<String>,
        /// The Sprint Goal.
        pub goal: Option<String>,
        /// Its first day, while it is planned.
        pub start_day: Option<NaiveDate>,
        /// Its last day, until it has ended.
        pub end_day: Option<NaiveDate>,
    }
}

pub(crate) fn run(act: &mut Act<'_, '_>, request: EditSprint) -> Result<Sprint> {
    let before = find(act.db, request.sprint)?;
    let product = rows::Product::get(act.db, before.product)?;
    rules::can_edit(before.state)?;
    let mut row = before.clone();
    if let Some(name) = &request.name {
        row.name = rules::name(name)?;
    }
    if let Some(goal) = &request.goal {
        row.goal = rules::goal(goal)?;
        if row.state == rules::State::Active && row.goal.trim().is_empty() {
            return Err(rules::SprintRule::NeedsGoal.into());
        }
    }
    if let Some(day) = request.start_day.filter(|day| *day != row.start_day) {
        rules::can_move_start(row.state)?;
        row.start_day = day;
    }
    if let Some(day) = request.end_day.filter(|day| *day != row.end_day) {
        rules::can_move_end(row.state)?;
        row.end_day = day;
    }
    if (row.start_day, row.end_day) != (before.start_day, before.end_day) {
        rules::check_dates(row.start_day, row.end_day, &occupied(act.db, &product, Some(row.id))?)?;
    }
    row.save(act.db)?;
    if row != before {
        act.answer_for(product.id, Operation::ChangeSprintBacklog)?;
    }
    act.db.label(if row.goal == before.goal {
        format!("Change {}", before.name)
    } else {
        format!("Set the goal of {}", row.name)
    });
    Sprint::read(act.db, row)
}
