//! `product.setDefinitionOfReady`: what a refinement looks at. Optional, and never in the way unless the product says so.

use lineout_domain::checklist as rules;
use lineout_domain::ids::{ProductId, ReadyCriterionId};
use lineout_store::record::{self, ReadyCriterion, ReadyPolicy, Record};
use uuid::Uuid;

use super::Product;
use crate::context::Act;
use crate::error::{AppError, Result};
use crate::wire::requests;

requests! {
    /// Replaces the Definition of Ready. A criterion that keeps its id keeps the ticks it was given.
    pub struct SetDefinitionOfReady {
        /// Of which product.
        pub product: Uuid,
        /// In order; none at all for no definition.
        pub criteria: Vec<WantedCriterion>,
        /// Whether only ready items are taken into a sprint; as it was when left out.
        pub blocks: Option<bool>,
    }

    /// A criterion as it shall be.
    pub struct WantedCriterion {
        /// The one that is there already; a new one when left out.
        pub id: Option<Uuid>,
        /// What must hold.
        pub text: String,
    }
}

pub(crate) fn run(act: &mut Act<'_, '_>, request: SetDefinitionOfReady) -> Result<Product> {
    let product = record::Product::get(act.db, ProductId::new(request.product))?;
    let texts: Vec<&str> = request.criteria.iter().map(|wanted| wanted.text.as_str()).collect();
    let texts = rules::ready_criteria(&texts)?;
    let mut present = act.db.ready_criteria(product.id)?;
    for ((position, wanted), text) in (0..).zip(&request.criteria).zip(texts) {
        match wanted.id.map(ReadyCriterionId::new) {
            None => {
                let (id, product) = (act.id(), product.id);
                ReadyCriterion { id, product, position, text, retired: false }.insert(act.db)?;
            }
            Some(id) => {
                let at = present.iter().position(|row| row.id == id);
                let at = at.ok_or_else(|| AppError::not_found("criterion of this Definition of Ready"))?;
                let row = present.swap_remove(at);
                ReadyCriterion { position, text, ..row }.save(act.db)?;
            }
        }
    }
    // What is left is asked no longer; its ticks stay, so that an undo finds them.
    for row in present {
        ReadyCriterion { retired: true, ..row }.save(act.db)?;
    }
    let mut blocking = None;
    if let Some(blocks) = request.blocks {
        match act.db.ready_policy(product.id)? {
            Some(row) if row.blocks != blocks => {
                ReadyPolicy { blocks, ..row }.save(act.db)?;
                blocking = Some(blocks);
            }
            None if blocks => {
                ReadyPolicy { id: act.id(), product: product.id, blocks }.insert(act.db)?;
                blocking = Some(true);
            }
            _ => {}
        }
    }
    act.db.label(match blocking {
        Some(true) => "Take only ready items into a sprint",
        Some(false) => "Take items into a sprint whether they are ready or not",
        None => "Change the Definition of Ready",
    });
    Product::read(act.db, product)
}
