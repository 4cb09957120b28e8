//! Templates: what new items of a kind begin with, for everybody in the product.

pub mod create;
pub mod delete;
pub mod edit;
pub mod list;

use lineout_domain::ids::ProductId;
use lineout_domain::rank;
use lineout_domain::{item as items, template as rules};
use lineout_store::Db;
use lineout_store::record::{self, AcceptanceCriterion, ItemLabel, Record};
use uuid::Uuid;

use crate::context::Act;
use crate::error::{AppError, Result};
use crate::wire::{ItemType, responses};

responses! {
    /// What a new item of a kind begins with.
    pub struct Template {
        /// Its id.
        pub id: Uuid,
        /// What it is called.
        pub name: String,
        /// What kind of work it is for.
        #[serde(rename = "type")]
        pub item_type: ItemType,
        /// What a title begins with; may be empty.
        pub title: String,
        /// Markdown.
        pub description: String,
        /// Acceptance criteria, in order.
        pub acceptance: Vec<String>,
        /// Labels.
        pub labels: Vec<String>,
    }
}

impl Template {
    pub(crate) fn read(row: record::ItemTemplate) -> Result<Self> {
        Ok(Self {
            id: row.id.as_uuid(),
            item_type: row.item_type.into(),
            acceptance: texts(&row.acceptance, &row.name)?,
            labels: texts(&row.labels, &row.name)?,
            name: row.name,
            title: row.title,
            description: row.description,
        })
    }

    /// Gives a new item what the template has for it beside type and description.
    pub(crate) fn furnish(&self, act: &mut Act<'_, '_>, item: &record::Item) -> Result<()> {
        for label in &self.labels {
            ItemLabel { id: act.id(), item: item.id, label: label.clone() }.insert(act.db)?;
        }
        let ranks = rank::spread(self.acceptance.len(), None, None);
        for (text, rank) in self.acceptance.iter().zip(ranks) {
            AcceptanceCriterion { id: act.id(), item: item.id, rank, text: text.clone(), met: false }
                .insert(act.db)?;
        }
        Ok(())
    }
}

fn texts(kept: &str, name: &str) -> Result<Vec<String>> {
    serde_json::from_str(kept).map_err(|_| {
        AppError::new("unreadable", format!("The template {name} cannot be read."), "Run `lineout doctor`.")
    })
}

fn kept(texts: &[String]) -> String {
    serde_json::json!(texts).to_string()
}

/// A name that no other template of the product has.
fn free_name(
    db: &Db<'_>,
    product: ProductId,
    wish: &str,
    own: Option<&record::ItemTemplate>,
) -> Result<String> {
    let others = db.templates(product)?.into_iter().filter(|row| own.is_none_or(|own| own.id != row.id));
    let names: Vec<String> = others.map(|row| row.name).collect();
    Ok(rules::name(wish, &names)?)
}

/// What is written of a template, checked; what is left out stays.
fn write(
    row: &mut record::ItemTemplate,
    item_type: Option<ItemType>,
    title: Option<&str>,
    description: Option<&str>,
    acceptance: Option<&[String]>,
    labels: Option<&[String]>,
) -> Result<()> {
    if let Some(kind) = item_type {
        row.item_type = kind.into();
    }
    if let Some(title) = title {
        row.title = rules::title(title)?;
    }
    if let Some(description) = description {
        row.description = items::description(description)?;
    }
    if let Some(texts) = acceptance {
        row.acceptance = kept(&rules::acceptance(texts)?);
    }
    if let Some(texts) = labels {
        row.labels = kept(&rules::labels(texts)?);
    }
    Ok(())
}
