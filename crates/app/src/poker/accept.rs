//! `poker.accept`: the estimate that the table settles on, set as an edit would set it.

use lineout_domain::accountability::Operation;
use lineout_domain::poker as rules;
use lineout_store::record::{Product, Record};
use uuid::Uuid;

use super::{PokerTable, card, find, stage};
use crate::context::Act;
use crate::error::Result;
use crate::item::edit::check_record;
use crate::product::scale;
use crate::wire::requests;

requests! {
    /// Accepts an estimate after a round.
    pub struct AcceptPoker {
        /// Which round.
        pub round: Uuid,
        /// The estimate; the proposed one when left out.
        pub estimate: Option<f64>,
    }
}

pub(crate) fn run(act: &mut Act<'_, '_>, request: AcceptPoker) -> Result<PokerTable> {
    let (mut round, mut item, key) = find(act, request.round)?;
    let scale = scale(&Product::get(act.db, item.product)?)?;
    let latest = act.db.poker_rounds(item.id)?.first().map(|row| row.id);
    // What follows from the cards is for those who may see them.
    let mut votes = Vec::new();
    if round.revealed_at.is_some() {
        for vote in act.db.poker_votes(round.id)? {
            votes.push((vote.person, card(&vote.card)?));
        }
    }
    let proposed = rules::outcome(&votes, &scale).proposed;
    let estimate = rules::accept(
        stage(&round),
        round.accepted,
        latest == Some(round.id),
        request.estimate,
        proposed,
        &scale,
    )?;
    let before = item.estimate;
    item.estimate = Some(estimate);
    item.save(act.db)?;
    check_record(act, &item)?;
    round.accepted = Some(estimate);
    round.accepted_at = Some(act.now);
    round.accepted_by = act.author;
    round.save(act.db)?;
    // Saying that an estimate stays what it is, is sizing as well.
    act.answer_for(item.product, Operation::Size)?;
    act.db.label(match before {
        Some(before) if before == estimate => format!("Keep the estimate of {key}: {estimate}"),
        Some(before) => format!("Estimate {key} by Planning Poker: {before} to {estimate}"),
        None => format!("Estimate {key} by Planning Poker: {estimate}"),
    });
    PokerTable::read(act.db, item.id)
}
