//! `retro.close`: ends with improvements, or with an explicit "none this time".

use lineout_domain::accountability::Operation;
use lineout_domain::retrospective::{self as rules, Closing, Phase, State, Step, phase};
use lineout_store::record::Record;
use uuid::Uuid;

use super::{Retro, Standing, find, named, topic};
use crate::context::Act;
use crate::error::Result;
use crate::wire::requests;

requests! {
    /// Closes a retrospective.
    pub struct CloseRetro {
        /// Which.
        pub retro: Uuid,
        /// There is no improvement this time, and that is said.
        pub none: Option<bool>,
        /// Why there is none.
        pub none_reason: Option<String>,
    }
}

pub(crate) fn run(act: &mut Act<'_, '_>, request: CloseRetro) -> Result<Retro> {
    let mut row = find(act.db, request.retro)?;
    phase::check(row.state, row.phase, Step::Close)?;
    let standing = Standing::read(act.db, &row)?;
    let closing = Closing {
        improvements: act.db.improvements_of(row.id)?.len(),
        none: request.none.unwrap_or(false),
        none_reason: request.none_reason.as_deref().unwrap_or_default(),
        unanswered: &standing.unanswered,
    };
    row.none_reason = rules::can_close(row.state, closing)?;
    // Last of all, so that nobody shows what is private for a close that is refused.
    standing.waiting().may_leave(Phase::Close)?;
    row.state = State::Closed;
    row.closed_at = Some(act.now);
    row.save(act.db)?;
    act.db.sweep_retro(row.id)?;
    topic::stop_timers(act, row.id)?;
    act.answer_for(row.product, Operation::FacilitateRetro)?;
    act.db.label(format!("Close {}", named(act.db, &row)?));
    Retro::read(act.db, row)
}
