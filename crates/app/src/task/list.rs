//! `task.list` and `task.ofSprint`: the tasks of an item, and of every open item in a sprint.

use lineout_domain::ids::ItemId;
use lineout_store::record::{Item, Record};
use uuid::Uuid;

use super::{Task, Tasks};
use crate::context::View;
use crate::error::Result;
use crate::sprint;
use crate::wire::{requests, responses};

requests! {
    /// Asks for the tasks of an item.
    pub struct ListTasks {
        /// Of which item.
        pub item: Uuid,
    }
}

responses! {
    /// The tasks in a sprint.
    pub struct SprintTasks {
        /// Item by item in the sprint's order, those of an item in theirs.
        pub tasks: Vec<Task>,
    }
}

pub(crate) fn run(view: &View<'_>, request: ListTasks) -> Result<Tasks> {
    Tasks::read(&view.db, Item::get(&view.db, ItemId::new(request.item))?.id)
}

pub(crate) mod of_sprint {
    use super::*;

    pub(crate) fn run(view: &View<'_>, request: sprint::get::NameSprint) -> Result<SprintTasks> {
        let sprint = sprint::find(&view.db, request.sprint)?;
        let tasks = view.db.open_tasks_of_sprint(sprint.id)?;
        Ok(SprintTasks { tasks: tasks.into_iter().map(Task::from).collect() })
    }
}
