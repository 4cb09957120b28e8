//! `poker.reveal`: all cards of a round are turned together.

use lineout_domain::ids::PersonId;
use lineout_domain::poker as rules;
use lineout_domain::text::listed;
use lineout_store::record::{Person, Record};
use uuid::Uuid;

use super::{PokerTable, find, stage};
use crate::context::Act;
use crate::error::Result;
use crate::wire::requests;

requests! {
    /// Turns the cards of a round.
    pub struct RevealPoker {
        /// Which round.
        pub round: Uuid,
        /// Without waiting for those who have not chosen.
        pub early: Option<bool>,
    }
}

pub(crate) fn run(act: &mut Act<'_, '_>, request: RevealPoker) -> Result<PokerTable> {
    let (mut round, item, key) = find(act, request.round)?;
    let chosen: Vec<PersonId> = act.db.poker_votes(round.id)?.iter().map(|vote| vote.person).collect();
    let mut missing = Vec::new();
    for seat in act.db.poker_seats(round.id)?.iter().filter(|seat| !chosen.contains(&seat.person)) {
        missing.push(Person::get(act.db, seat.person)?.name);
    }
    rules::can_reveal(stage(&round), chosen.len(), &missing, request.early.unwrap_or(false))?;
    round.revealed_at = Some(act.now);
    round.revealed_by = act.author;
    round.save(act.db)?;
    let without = if missing.is_empty() { String::new() } else { format!(", without {}", listed(&missing)) };
    act.db.label(format!("Turn the cards over {key}, round {}{without}", round.number));
    PokerTable::read(act.db, item.id)
}
