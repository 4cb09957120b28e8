//! `sprint.start`: freezes the commitment and the calendar, and puts the items on the board.

use lineout_domain::accountability::Operation;
use lineout_domain::sprint::{self as rules, State};
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
    let items = act.db.sprint_items(sprint.id)?;
    let active = act.db.active_sprint(product.id)?;
    rules::can_start(
        sprint.state,
        &sprint.goal,
        items.len(),
        active.as_ref().map(|other| other.name.as_str()),
    )?;
    rules::check_dates(sprint.start_day, sprint.end_day, &occupied(act.db, &product, Some(sprint.id))?)?;
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
    act.answer_for(product.id, Operation::ChangeSprintBacklog)?;
    act.db.label(format!("Start {}", sprint.name));
    Sprint::read(act.db, sprint)
}
