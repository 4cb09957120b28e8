//! `goal.setMeasure`: how the Product Goal is measured. What was measured before stays and counts on the new way.

use lineout_domain::accountability::Operation;
use lineout_domain::goal::{self as rules, GoalRule};
use lineout_domain::ids::ProductId;
use lineout_store::record::{self as rows, Record};
use uuid::Uuid;

use super::get::{self, ProductGoal};
use crate::context::Act;
use crate::error::Result;
use crate::wire::requests;

requests! {
    /// Says how the Product Goal is measured.
    pub struct SetGoalMeasure {
        /// Of which product.
        pub product: Uuid,
        /// How; not at all when left out.
        pub measure: Option<MeasureWish>,
    }

    /// A measure.
    pub struct MeasureWish {
        /// What is measured.
        pub name: String,
        /// In what.
        pub unit: Option<String>,
        /// The value at the beginning.
        pub baseline: f64,
        /// The value wanted; below the baseline where less is better.
        pub target: f64,
    }
}

pub(crate) fn run(act: &mut Act<'_, '_>, request: SetGoalMeasure) -> Result<ProductGoal> {
    let product = rows::Product::get(act.db, ProductId::new(request.product))?;
    let present = act.db.goal_measure(product.id)?;
    match request.measure {
        Some(wish) => {
            if product.goal.is_empty() {
                return Err(GoalRule::None.into());
            }
            let wish = rules::measure(&rules::Measure {
                name: wish.name,
                unit: wish.unit.unwrap_or_default(),
                baseline: wish.baseline,
                target: wish.target,
            })?;
            let row = rows::GoalMeasure {
                id: present.as_ref().map_or_else(|| act.id(), |row| row.id),
                product: product.id,
                name: wish.name,
                unit: wish.unit,
                baseline: wish.baseline,
                target: wish.target,
            };
            match present {
                Some(_) => row.save(act.db)?,
                None => row.insert(act.db)?,
            }
            act.db.label(format!("Measure the Product Goal by {}", row.name));
        }
        None => {
            if let Some(row) = present {
                row.delete(act.db)?;
            }
            act.db.label("Measure the Product Goal no longer".to_owned());
        }
    }
    act.answer_for(product.id, Operation::SetProductGoal)?;
    get::read(act.db, product.id)
}
