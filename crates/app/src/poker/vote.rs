//! `poker.vote`: somebody at the table chooses a card, or another one. Nothing of it is answered but that they chose.

use lineout_domain::ids::PersonId;
use lineout_domain::poker as rules;
use lineout_store::record::{Person, PokerVote, Product, Record};
use uuid::Uuid;

use super::{PokerCard, PokerTable, find, stage};
use crate::context::Act;
use crate::error::Result;
use crate::item::edit::check_assignable;
use crate::product::scale;
use crate::wire::requests;

requests! {
    /// Chooses a card.
    pub struct VotePoker {
        /// In which round.
        pub round: Uuid,
        /// Who chooses: a person at the table, whoever sits at this window.
        pub person: Uuid,
        /// Which card.
        pub card: PokerCard,
    }
}

pub(crate) fn run(act: &mut Act<'_, '_>, request: VotePoker) -> Result<PokerTable> {
    let (round, item, key) = find(act, request.round)?;
    let person = Person::get(act.db, PersonId::new(request.person))?;
    let seated = act.db.poker_seats(round.id)?.iter().any(|seat| seat.person == person.id);
    let scale = scale(&Product::get(act.db, item.product)?)?;
    let card = rules::choose(stage(&round), seated, &person.name, request.card.into(), &scale)?;
    check_assignable(act.db, person.id)?;
    // Another choice is another row, be it the same card again: one that was found to be the same would be told.
    let votes = act.db.poker_votes(round.id)?;
    let before = votes.iter().find(|vote| vote.person == person.id);
    if let Some(before) = before {
        before.delete(act.db)?;
    }
    let id = act.id();
    PokerVote { id, round: round.id, person: person.id, card: card.as_text(), chosen_at: act.now }
        .insert(act.db)?;
    let again = if before.is_some() { "another card" } else { "a card" };
    act.db.label(format!("{} chose {again} for {key}", person.name));
    PokerTable::read(act.db, item.id)
}
