//! `retro.go`: on to a phase, or back to it. Whoever leaves the talk leaves the timer of its topic too.

use lineout_domain::accountability::Operation;
use lineout_domain::retrospective::{Phase, phase};
use lineout_store::record::Record;
use uuid::Uuid;

use super::{Retro, RetroPhase, Standing, find, topic};
use crate::context::Act;
use crate::error::Result;
use crate::wire::requests;

requests! {
    /// Goes to a phase.
    pub struct GoToPhase {
        /// In which retrospective.
        pub retro: Uuid,
        /// To which phase.
        pub phase: RetroPhase,
    }
}

pub(crate) fn run(act: &mut Act<'_, '_>, request: GoToPhase) -> Result<Retro> {
    let mut row = find(act.db, request.retro)?;
    let (from, to) = (row.phase, request.phase.into());
    phase::go(row.state, from, to, Standing::read(act.db, &row)?.waiting())?;
    row.phase = to;
    row.save(act.db)?;
    if from == Phase::Discuss {
        topic::stop_timers(act, row.id)?;
    }
    act.answer_for(row.product, Operation::FacilitateRetro)?;
    act.db.label(format!("Go {} to {}", if to < from { "back" } else { "on" }, to.title()));
    Retro::read(act.db, row)
}
