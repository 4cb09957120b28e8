//! `retro.close`: ends with improvements, or with an explicit "none this time".

use lineout_domain::accountability::Operation;
use lineout_domain::retrospective::{self as rules, State};
use lineout_store::record::Record;
use uuid::Uuid;

use super::{Retro, due, find, named};
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
    rules::check_open(row.state)?;
    let agreed = act.db.improvements_of(row.id)?.len();
    let none = request.none.unwrap_or(false);
    rules::check_close(agreed, none, due(act.db, &row)?.len())?;
    row.state = State::Closed;
    row.closed_at = Some(act.now);
    row.none_reason = match none && agreed == 0 {
        true => Some(rules::none_reason(&request.none_reason.unwrap_or_default())?),
        false => None,
    };
    row.save(act.db)?;
    act.answer_for(row.product, Operation::FacilitateRetro)?;
    act.db.label(format!("Close {}", named(act.db, &row)?));
    Retro::read(act.db, row)
}
