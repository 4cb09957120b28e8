//! `template.list`: a product's templates.

use lineout_domain::ids::ProductId;
use lineout_store::record::{self, Record};
use uuid::Uuid;

use super::Template;
use crate::context::View;
use crate::error::Result;
use crate::wire::{requests, responses};

requests! {
    /// Asks for a product's templates.
    pub struct ListTemplates {
        /// Of which product.
        pub product: Uuid,
    }
}

responses! {
    /// A product's templates.
    pub struct Templates {
        /// By name.
        pub templates: Vec<Template>,
    }
}

pub(crate) fn run(view: &View<'_>, request: ListTemplates) -> Result<Templates> {
    let product = record::Product::get(&view.db, ProductId::new(request.product))?.id;
    let templates = view.db.templates(product)?.into_iter().map(Template::read);
    Ok(Templates { templates: templates.collect::<Result<_>>()? })
}
