//! `taskTemplate.create`: a list of tasks under a name.

use lineout_domain::ids::ProductId;
use lineout_domain::template as rules;
use lineout_store::record::{self, Record};
use uuid::Uuid;

use super::{TaskTemplate, TemplateTask, free_name, kept};
use crate::context::Act;
use crate::error::Result;
use crate::wire::requests;

requests! {
    /// Adds a list of tasks.
    pub struct CreateTaskTemplate {
        /// To which product.
        pub product: Uuid,
        /// What it is called.
        pub name: String,
        /// In order, 1 to 30.
        pub tasks: Vec<TemplateTask>,
    }
}

pub(crate) fn run(act: &mut Act<'_, '_>, request: CreateTaskTemplate) -> Result<TaskTemplate> {
    let product = record::Product::get(act.db, ProductId::new(request.product))?.id;
    rules::check_count(act.db.task_templates(product)?.len())?;
    let name = free_name(act.db, product, &request.name, None)?;
    let row = record::TaskTemplate { id: act.id(), product, name, tasks: kept(request.tasks)? };
    row.insert(act.db)?;
    act.db.label(format!("Add the task list {}", row.name));
    TaskTemplate::read(row)
}
