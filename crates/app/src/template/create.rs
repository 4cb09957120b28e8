//! `template.create`: what new items of a kind begin with, under a name.

use lineout_domain::ids::ProductId;
use lineout_domain::item::ItemType as Kind;
use lineout_domain::template as rules;
use lineout_store::record::{self, Record};
use uuid::Uuid;

use super::{Template, free_name, kept, write};
use crate::context::Act;
use crate::error::Result;
use crate::wire::{ItemType, requests};

requests! {
    /// Adds a template.
    pub struct CreateTemplate {
        /// To which product.
        pub product: Uuid,
        /// What it is called.
        pub name: String,
        /// What kind of work it is for; a feature when left out.
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

pub(crate) fn run(act: &mut Act<'_, '_>, request: CreateTemplate) -> Result<Template> {
    let product = record::Product::get(act.db, ProductId::new(request.product))?.id;
    rules::check_count(act.db.templates(product)?.len())?;
    let mut row = record::ItemTemplate {
        id: act.id(),
        product,
        name: free_name(act.db, product, &request.name, None)?,
        item_type: Kind::Feature,
        title: String::new(),
        description: String::new(),
        acceptance: kept(&[]),
        labels: kept(&[]),
    };
    write(
        &mut row,
        request.item_type,
        request.title.as_deref(),
        request.description.as_deref(),
        request.acceptance.as_deref(),
        request.labels.as_deref(),
    )?;
    row.insert(act.db)?;
    act.db.label(format!("Add the template {}", row.name));
    Template::read(row)
}
