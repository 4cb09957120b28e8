//! `taskTemplate.list`: a product's lists of tasks.

use lineout_domain::ids::ProductId;
use lineout_store::record::{self, Record};
use uuid::Uuid;

use super::TaskTemplate;
use crate::context::View;
use crate::error::Result;
use crate::wire::{requests, responses};

requests! {
    /// Asks for a product's lists of tasks.
    pub struct ListTaskTemplates {
        /// Of which product.
        pub product: Uuid,
    }
}

responses! {
    /// A product's lists of tasks.
    pub struct TaskTemplates {
        /// By name.
        pub templates: Vec<TaskTemplate>,
    }
}

pub(crate) fn run(view: &View<'_>, request: ListTaskTemplates) -> Result<TaskTemplates> {
    let product = record::Product::get(&view.db, ProductId::new(request.product))?.id;
    let templates = view.db.task_templates(product)?.into_iter().map(TaskTemplate::read);
    Ok(TaskTemplates { templates: templates.collect::<Result<_>>()? })
}
