//! `label.list`: the labels in use, to choose from when an item is given one.

use lineout_domain::ids::ProductId;
use lineout_store::record::{self, Record};
use uuid::Uuid;

use crate::context::View;
use crate::error::Result;
use crate::wire::{requests, responses};

requests! {
    /// Asks for the labels in use.
    pub struct ListLabels {
        /// Of which product.
        pub product: Uuid,
    }
}

responses! {
    /// A product's labels.
    pub struct Labels {
        /// By name.
        pub labels: Vec<LabelInUse>,
    }

    /// A label that items carry.
    pub struct LabelInUse {
        /// The label.
        pub label: String,
        /// How many items carry it.
        pub items: u32,
    }
}

pub(crate) fn run(view: &View<'_>, request: ListLabels) -> Result<Labels> {
    let product = record::Product::get(&view.db, ProductId::new(request.product))?.id;
    let rows = view.db.label_counts(product)?;
    Ok(Labels { labels: rows.into_iter().map(|(label, items)| LabelInUse { label, items }).collect() })
}
