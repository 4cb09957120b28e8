//! `item.create`: a new item in the Product Backlog.

use std::collections::HashSet;

use lineout_domain::accountability::Operation;
use lineout_domain::ids::{ProductId, TemplateId};
use lineout_domain::item as rules;
use lineout_store::record::{self, Record};
use uuid::Uuid;

use super::{ItemRow, key, place};
use crate::context::Act;
use crate::error::{AppError, Result};
use crate::product::scale;
use crate::template::Template;
use crate::wire::{ItemType, Place, requests};

requests! {
    /// Adds an item. Anyone may.
    pub struct CreateItem {
        /// To which product.
        pub product: Uuid,
        /// One line.
        pub title: String,
        /// As the template says when left out, or else a feature.
        #[serde(rename = "type")]
        pub item_type: Option<ItemType>,
        /// Markdown; as the template says when left out.
        pub description: Option<String>,
        /// Points, a value of the product's scale.
        pub estimate: Option<f64>,
        /// Where; last when left out.
        pub place: Option<Place>,
        /// The template it is made from: it gives its labels and acceptance criteria, and what is left out here.
        pub template: Option<Uuid>,
    }
}

pub(crate) fn run(act: &mut Act<'_, '_>, request: CreateItem) -> Result<ItemRow> {
    let product = record::Product::get(act.db, ProductId::new(request.product))?;
    let template = request.template.map(|id| of_product(act, product.id, id)).transpose()?;
    let title = rules::title(&request.title)?;
    let kept = || template.as_ref().map(|template| template.description.clone()).unwrap_or_default();
    let description = rules::description(&request.description.unwrap_or_else(kept))?;
    let scale = scale(&product)?;
    let estimate = request.estimate.map(|estimate| rules::estimate(estimate, &scale)).transpose()?;
    let place = request.place.unwrap_or(Place::Bottom {});
    let ranks = place::ranks(act, product.id, &place, &HashSet::new(), 1)?;
    let mut item = blank(act, product.id, ranks.into_iter().next())?;
    let kind = request.item_type.or(template.as_ref().map(|template| template.item_type));
    item.item_type = kind.map_or(rules::ItemType::Feature, Into::into);
    item.title = title;
    item.description = description;
    item.estimate = estimate;
    item.insert(act.db)?;
    if let Some(template) = template {
        template.furnish(act, &item)?;
    }
    // Anyone may add an item; how big it is, is for those who will do it.
    if item.estimate.is_some() {
        act.answer_for(product.id, Operation::Size)?;
    }
    act.db.label(format!("Add {}", key(act.db, &item)?));
    ItemRow::read(act.db, &item)
}

/// A template of this product.
fn of_product(act: &Act<'_, '_>, product: ProductId, template: Uuid) -> Result<Template> {
    let row = record::ItemTemplate::get(act.db, TemplateId::new(template))?;
    if row.product != product {
        return Err(AppError::not_found("template in this product"));
    }
    Template::read(row)
}

/// A new item of a product with its number and rank, and nothing said of it yet. Last when no rank is given.
pub(crate) fn blank(
    act: &mut Act<'_, '_>,
    product: ProductId,
    rank: Option<lineout_domain::rank::Rank>,
) -> Result<record::Item> {
    let rank = match rank {
        Some(rank) => rank,
        None => {
            let last = act.db.neighbour(product, None, true, &HashSet::new())?;
            lineout_domain::rank::between(last.as_ref(), None)
        }
    };
    let number = act.db.next_number(product, "item")?;
    Ok(record::Item { number, ..bare(act, product, rank) })
}

/// A new item that has no number yet.
pub(crate) fn bare(
    act: &mut Act<'_, '_>,
    product: ProductId,
    rank: lineout_domain::rank::Rank,
) -> record::Item {
    record::Item {
        id: act.id(),
        product,
        number: 0,
        item_type: rules::ItemType::Feature,
        title: String::new(),
        description: String::new(),
        estimate: None,
        value: None,
        rank,
        epic: None,
        sprint: None,
        board_column: None,
        board_rank: None,
        resolution: None,
        resolved_at: None,
        reason: String::new(),
        definition: None,
        split_from: None,
        source: None,
        source_key: None,
        created_at: act.now,
        created_by: act.author,
    }
}
