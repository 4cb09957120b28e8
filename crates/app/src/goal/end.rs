//! `goal.end`: the Product Goal was fulfilled or is abandoned. It is kept with its measure and what was measured, and
//! the product is free for the next one.

use lineout_domain::accountability::Operation;
use lineout_domain::goal::{self as rules, GoalRule};
use lineout_domain::ids::ProductId;
use lineout_domain::product;
use lineout_store::record::{self as rows, Record};
use uuid::Uuid;

use super::GoalOutcome;
use super::get::{self, ProductGoal};
use crate::context::Act;
use crate::error::Result;
use crate::wire::requests;

requests! {
    /// Ends the Product Goal.
    pub struct EndGoal {
        /// Of which product.
        pub product: Uuid,
        /// How it ended.
        pub outcome: GoalOutcome,
        /// What came of it.
        pub words: String,
        /// The next Product Goal, when it is known already.
        pub next: Option<String>,
    }
}

pub(crate) fn run(act: &mut Act<'_, '_>, request: EndGoal) -> Result<ProductGoal> {
    let mut product = rows::Product::get(act.db, ProductId::new(request.product))?;
    if product.goal.is_empty() {
        return Err(GoalRule::None.into());
    }
    let words = rules::words(&request.words)?;
    let next = product::goal(&request.next.unwrap_or_default())?;
    let measure = act.db.goal_measure(product.id)?;
    let ended = rows::PastGoal {
        id: act.id(),
        product: product.id,
        statement: product.goal.clone(),
        outcome: request.outcome.into(),
        words,
        measure: measure.as_ref().map(|row| row.name.clone()),
        unit: measure.as_ref().map(|row| row.unit.clone()),
        baseline: measure.as_ref().map(|row| row.baseline),
        target: measure.as_ref().map(|row| row.target),
        ended_at: act.now,
        ended_by: act.author,
    };
    ended.insert(act.db)?;
    for mut row in act.db.goal_measurements(product.id, None)? {
        row.goal = Some(ended.id);
        row.save(act.db)?;
    }
    if let Some(measure) = measure {
        measure.delete(act.db)?;
    }
    product.goal = next;
    product.save(act.db)?;
    act.answer_for(product.id, Operation::SetProductGoal)?;
    act.db.label(match request.outcome {
        GoalOutcome::Fulfilled => "Fulfil the Product Goal".to_owned(),
        GoalOutcome::Abandoned => "Abandon the Product Goal".to_owned(),
    });
    get::read(act.db, product.id)
}
