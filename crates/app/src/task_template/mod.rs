//! Task templates: named lists of tasks that an item can be given at once.

pub mod apply;
pub mod create;
pub mod delete;
pub mod edit;
pub mod list;

use lineout_domain::ids::ProductId;
use lineout_domain::template as rules;
use lineout_store::Db;
use lineout_store::record::{self, TaskTemplate as Row};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use crate::error::{AppError, Result};
use crate::wire::{requests, responses};

/// A task of a list.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TemplateTask {
    /// One line.
    pub title: String,
    /// Hours of work, 0 to 999; null when nobody knows.
    pub hours: Option<f64>,
}

requests! {
    /// Names a list of tasks.
    pub struct NameTaskTemplate {
        /// Which.
        pub template: Uuid,
    }
}

responses! {
    /// A list of tasks.
    pub struct TaskTemplate {
        /// Its id.
        pub id: Uuid,
        /// What it is called.
        pub name: String,
        /// In order.
        pub tasks: Vec<TemplateTask>,
        /// The sum of their hours.
        pub hours: f64,
    }
}

impl TaskTemplate {
    fn read(row: Row) -> Result<Self> {
        let tasks = tasks(&row)?;
        let hours = lineout_domain::capacity::sum(tasks.iter().filter_map(|task| task.hours));
        Ok(Self { id: row.id.as_uuid(), hours, tasks, name: row.name })
    }
}

/// The tasks that a row keeps.
fn tasks(row: &Row) -> Result<Vec<TemplateTask>> {
    serde_json::from_str(&row.tasks).map_err(|_| {
        AppError::new("unreadable", format!("The list {} cannot be read.", row.name), "Run `lineout doctor`.")
    })
}

/// Tasks as a row keeps them, checked.
fn kept(tasks: Vec<TemplateTask>) -> Result<String> {
    let tasks: Vec<_> = tasks.into_iter().map(|task| (task.title, task.hours)).collect();
    let checked = rules::tasks(&tasks)?.into_iter().map(|(title, hours)| TemplateTask { title, hours });
    Ok(serde_json::json!(checked.collect::<Vec<_>>()).to_string())
}

/// A name that no other list of the product has.
fn free_name(db: &Db<'_>, product: ProductId, wish: &str, own: Option<&Row>) -> Result<String> {
    let others = db.task_templates(product)?.into_iter();
    let others = others.filter(|row| own.is_none_or(|own| own.id != row.id));
    Ok(rules::name(wish, &others.map(|row: record::TaskTemplate| row.name).collect::<Vec<_>>())?)
}
