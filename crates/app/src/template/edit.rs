//! `template.edit`: what new items of a kind begin with from now on. Items that are there stay as they are.

use lineout_domain::ids::TemplateId;
use lineout_store::record::{self, Record};
use uuid::Uuid;

use super::{Template, free_name, write};
use crate::context::Act;
use crate::error::Result;
use crate::wire::{ItemType, requests};

requests! {
    /// Changes a template; what is left out stays.
    pub struct EditTemplate {
        /// Which.
        pub template: Uuid,
        /// What it is called.
        pub name: Option<String>,
        /// What kind of work it is for.
        #[serde(rename = "type")]
        pub item_type: Option<ItemType>,
        /// What a title begins with.
        pub title: Option<String>,
        /// Markdown.
        pub description: Option<String>,
        /// Acceptance criteria, in order.
        pub acceptance: Option<Vec<String>>,
        /// Labels.
        pub labels: Option<Vec<String>>,
    }
}

pub(crate) fn run(act: &mut Act<'_, '_>, request: EditTemplate) -> Result<Template> {
    let before = record::ItemTemplate::get(act.db, TemplateId::new(request.template))?;
    let mut row = before.clone();
    if let Some(name) = &request.name {
        row.name = free_name(act.db, row.product, name, Some(&before))?;
    }
    write(
        &mut row,
        request.item_type,
        request.title.as_deref(),
        request.description.as_deref(),
        request.acceptance.as_deref(),
        request.labels.as_deref(),
    )?;
    row.save(act.db)?;
    act.db.label(if row.name == before.name {
        format!("Change the template {}", row.name)
    } else {
        format!("Rename the template {} to {}", before.name, row.name)
    });
    Template::read(row)
}
