//! `product.reviseDefinitionOfDone`: a new version. Items keep the version they met.

use lineout_domain::done;
use lineout_domain::ids::ProductId;
use lineout_store::record::{self, Record};
use uuid::Uuid;

use super::Product;
use crate::context::Act;
use crate::error::Result;
use crate::wire::requests;

requests! {
    /// Replaces the Definition of Done by a new version.
    pub struct ReviseDefinitionOfDone {
        /// Of which product.
        pub product: Uuid,
        /// What an item must meet from now on.
        pub criteria: Vec<String>,
    }
}

pub(crate) fn run(act: &mut Act<'_, '_>, request: ReviseDefinitionOfDone) -> Result<Product> {
    let product = record::Product::get(act.db, ProductId::new(request.product))?;
    let criteria = done::criteria(&request.criteria)?;
    let last = act.db.definition(product.id)?;
    let present: Vec<String> = act.db.criteria(last.id)?.into_iter().map(|row| row.text).collect();
    if present != criteria {
        write_version(act, product.id, last.version + 1, &criteria)?;
        act.db.label(format!("Revise the Definition of Done (version {})", last.version + 1));
    }
    Product::read(act.db, product)
}

/// Writes one version with its criteria in order.
pub(crate) fn write_version(
    act: &mut Act<'_, '_>,
    product: ProductId,
    version: u32,
    criteria: &[String],
) -> Result<()> {
    let definition = record::DefinitionOfDone { id: act.id(), product, version };
    definition.insert(act.db)?;
    for (position, text) in (0..).zip(criteria) {
        let row =
            record::DoneCriterion { id: act.id(), definition: definition.id, position, text: text.clone() };
        row.insert(act.db)?;
    }
    Ok(())
}
