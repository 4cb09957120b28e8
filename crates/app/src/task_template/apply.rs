//! `taskTemplate.apply`: an item gets the tasks of a list, below those it has.

use lineout_domain::ids::{ItemId, TaskTemplateId};
use lineout_domain::rank;
use lineout_domain::task as rules;
use lineout_store::record::{self, Record, Task};
use uuid::Uuid;

use super::tasks;
use crate::context::Act;
use crate::error::{AppError, Result};
use crate::task::{Tasks, open_item};
use crate::wire::requests;

requests! {
    /// Gives an item the tasks of a list.
    pub struct ApplyTaskTemplate {
        /// Which list.
        pub template: Uuid,
        /// To which item.
        pub item: Uuid,
    }
}

pub(crate) fn run(act: &mut Act<'_, '_>, request: ApplyTaskTemplate) -> Result<Tasks> {
    let (item, key) = open_item(act, ItemId::new(request.item))?;
    let template = record::TaskTemplate::get(act.db, TaskTemplateId::new(request.template))?;
    if template.product != item.product {
        return Err(AppError::not_found("task list in this product"));
    }
    let tasks = tasks(&template)?;
    let present = act.db.tasks(item.id)?;
    rules::check_count(present.len() + tasks.len())?;
    let ranks = rank::spread(tasks.len(), present.last().map(|row| &row.rank), None);
    for (task, rank) in tasks.into_iter().zip(ranks) {
        let (title, hours) = (task.title, task.hours);
        let state = rules::State::Todo;
        Task { id: act.id(), item: item.id, rank, title, hours, person: None, state, board_column: None }
            .insert(act.db)?;
    }
    act.db.label(format!("Give {key} the tasks of {}", template.name));
    Tasks::read(act.db, item.id)
}
