//! `poker.clear`: an open round is called off. Its cards go unseen.

use lineout_domain::ids::PokerRoundId;
use lineout_domain::poker as rules;
use lineout_store::record::{Item, PokerRound, Record};

use super::{NamePokerRound, PokerTable, delete, stage};
use crate::context::Act;
use crate::error::Result;
use crate::item::key;

pub(crate) fn run(act: &mut Act<'_, '_>, request: NamePokerRound) -> Result<PokerTable> {
    // An item that was closed in the meantime keeps no open round on account of that.
    let round = PokerRound::get(act.db, PokerRoundId::new(request.round))?;
    rules::can_change(stage(&round))?;
    delete(act, &round)?;
    let key = key(act.db, &Item::get(act.db, round.item)?)?;
    act.db.label(format!("Clear the table of round {} over {key}", round.number));
    PokerTable::read(act.db, round.item)
}
