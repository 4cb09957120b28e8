//! `improvement.carryOn`: the answer of a review that is not an end. It comes back in the next sprint's retrospective.

use lineout_domain::ids::ImprovementId;
use lineout_domain::improvement::{self as rules, State};
use lineout_domain::retrospective::Answer;
use lineout_store::record::{self, Record};
use uuid::Uuid;

use super::{Improvement, key};
use crate::context::Act;
use crate::error::Result;
use crate::retro::review;
use crate::sprint::close::next_sprint;
use crate::wire::requests;

requests! {
    /// Carries an improvement on to the next review.
    pub struct CarryOnImprovement {
        /// Which.
        pub improvement: Uuid,
    }
}

pub(crate) fn run(act: &mut Act<'_, '_>, request: CarryOnImprovement) -> Result<Improvement> {
    let mut row = record::Improvement::get(act.db, ImprovementId::new(request.improvement))?;
    let asking = review::asking(act.db, &row)?;
    if row.state != State::InProgress {
        row.outcome = rules::step(row.state, State::InProgress, None)?;
        row.state = State::InProgress;
    }
    row.review_sprint = Some(next_sprint(act, row.product)?.id);
    row.save(act.db)?;
    if let Some(retro) = asking {
        review::keep(act, &retro, row.id, Answer::CarryOn, "")?;
    }
    act.db.label(format!("Carry on with {}", key(&row)));
    Improvement::read(act.db, row)
}
