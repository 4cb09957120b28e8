//! `taskTemplate.edit`: another name, or other tasks from now on. Tasks that items have stay as they are.

use lineout_domain::ids::TaskTemplateId;
use lineout_store::record::{self, Record};
use uuid::Uuid;

use super::{TaskTemplate, TemplateTask, free_name, kept};
use crate::context::Act;
use crate::error::Result;
use crate::wire::requests;

requests! {
    /// Changes a list of tasks; what is left out stays.
    pub struct EditTaskTemplate {
        /// Which.
        pub template: Uuid,
        /// What it is called.
        pub name: Option<String>,
        /// All of its tasks, in order, 1 to 30.
        pub tasks: Option<Vec<TemplateTask>>,
    }
}

pub(crate) fn run(act: &mut Act<'_, '_>, request: EditTaskTemplate) -> Result<TaskTemplate> {
    let before = record::TaskTemplate::get(act.db, TaskTemplateId::new(request.template))?;
    let mut row = before.clone();
    if let Some(name) = &request.name {
        row.name = free_name(act.db, row.product, name, Some(&before))?;
    }
    if let Some(tasks) = request.tasks {
        row.tasks = kept(tasks)?;
    }
    row.save(act.db)?;
    act.db.label(if row.name == before.name {
        format!("Change the task list {}", row.name)
    } else {
        format!("Rename the task list {} to {}", before.name, row.name)
    });
    TaskTemplate::read(row)
}
