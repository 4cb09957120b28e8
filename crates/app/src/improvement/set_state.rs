//! `improvement.setState`: from proposed to kept, adapted or dropped, with the outcome in words.

use lineout_domain::ids::ImprovementId;
use lineout_domain::improvement::{self as rules, State};
use lineout_domain::retrospective::Answer;
use lineout_store::record::{self, Record};
use uuid::Uuid;

use super::{Improvement, ImprovementState, baseline, key};
use crate::context::Act;
use crate::error::Result;
use crate::retro::review;
use crate::wire::requests;

requests! {
    /// Moves an entry on.
    pub struct SetImprovementState {
        /// Which.
        pub improvement: Uuid,
        /// Where to.
        pub state: ImprovementState,
        /// What came of it; needed for kept, adapted and dropped.
        pub outcome: Option<String>,
    }
}

pub(crate) fn run(act: &mut Act<'_, '_>, request: SetImprovementState) -> Result<Improvement> {
    let mut row = record::Improvement::get(act.db, ImprovementId::new(request.improvement))?;
    let to = State::from(request.state);
    let asking = review::asking(act.db, &row)?;
    row.outcome = rules::step(row.state, to, request.outcome.as_deref())?;
    if rules::takes_baseline(Some(row.state), to) {
        baseline::on_agreeing(act, &mut row)?;
    }
    row.state = to;
    row.save(act.db)?;
    if let (Some(retro), Some(answer)) = (asking, Answer::of(to)) {
        review::keep(act, &retro, row.id, answer, &row.outcome)?;
    }
    act.db.label(format!("Set {} to {}", key(&row), words(to)));
    Improvement::read(act.db, row)
}

fn words(state: State) -> &'static str {
    match state {
        State::Proposed => "proposed",
        State::Agreed => "agreed",
        State::InProgress => "in progress",
        State::InReview => "in review",
        State::Kept => "kept",
        State::Adapted => "adapted",
        State::Dropped => "dropped",
    }
}
