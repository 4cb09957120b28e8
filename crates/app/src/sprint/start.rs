//! `sprint.start`: freezes the commitment and the calendar, and puts the items on the board.

use lineout_domain::accountability::Operation;
use lineout_domain::sprint::{self as rules, State};
use lineout_store::Db;
use lineout_store::record::{self as rows, Record, SprintCommitment};
use uuid::Uuid;

use super::take::todo_column;
use super::{Sprint, find, occupied};
use crate::context::Act;
use crate::error::Result;
use crate::product::calendar;
use crate::wire::requests;

requests! {
    /// Starts a planned sprint.
    pub struct StartSprint {
        /// Which.
        pub sprint: Uuid,
    }
}

pub(crate) fn run(act: &mut Act<'_, '_>, request: StartSprint) -> Result<Sprint> {
    let mut sprint = find(act.db, request.sprint)?;
    let product = rows::Product::get(act.db, sprint.product)?;
    let (items, ended): (Vec<_>, Vec<_>) =
        act.db.sprint_items(sprint.id)?.into_iter().partition(|item| item.resolution.is_none());
    check(act.db, &sprint, items.len())?;
    let days = calendar(act.db, &product)?.days(sprint.start_day, sprint.end_day);
    sprint.calendar = Some(days.iter().map(|day| if day.working { '1' } else { '0' }).collect());
    sprint.state = State::Active;
    sprint.started_at = Some(act.now);
    sprint.save(act.db)?;
    let column = todo_column(act, &sprint)?;
    for mut item in items {
        SprintCommitment { id: act.id(), sprint: sprint.id, item: item.id, estimate: item.estimate }
            .insert(act.db)?;
        item.board_column = column;
        item.save(act.db)?;
    }
    // What ended while the sprint was only planned was never committed to.
    for mut item in ended {
        item.sprint = None;
        item.board_rank = None;
        item.save(act.db)?;
    }
    act.answer_for(product.id, Operation::ChangeSprintBacklog)?;
    act.db.label(format!("Start {}", sprint.name));
    Sprint::read(act.db, sprint)
}

/// Refuses what cannot be started now, given how many open items are in it.
pub(crate) fn check(db: &Db<'_>, sprint: &rows::Sprint, open_items: usize) -> Result<()> {
    let product = rows::Product::get(db, sprint.product)?;
    let active = db.active_sprint(product.id)?;
    let active = active.as_ref().map(|other| other.name.as_str());
    rules::can_start(sprint.state, &sprint.goal, open_items, active)?;
    rules::check_dates(sprint.start_day, sprint.end_day, &occupied(db, &product, Some(sprint.id))?)?;
    Ok(())
}
