//! `poker.seat`: who takes part in an open round. Whoever leaves the table takes their card along, unseen.

use lineout_domain::poker as rules;
use lineout_store::record::{PokerSeat, Record};
use uuid::Uuid;

use super::{PokerTable, find, people_of, stage};
use crate::context::Act;
use crate::error::Result;
use crate::wire::requests;

requests! {
    /// Seats exactly these people.
    pub struct SeatPoker {
        /// In which round.
        pub round: Uuid,
        /// Everybody who takes part.
        pub people: Vec<Uuid>,
    }
}

pub(crate) fn run(act: &mut Act<'_, '_>, request: SeatPoker) -> Result<PokerTable> {
    let (round, item, key) = find(act, request.round)?;
    rules::can_change(stage(&round))?;
    let people = people_of(act.db, &request.people)?;
    let present = act.db.poker_seats(round.id)?;
    for vote in act.db.poker_votes(round.id)?.iter().filter(|vote| !people.contains(&vote.person)) {
        vote.delete(act.db)?;
    }
    for seat in present.iter().filter(|seat| !people.contains(&seat.person)) {
        seat.delete(act.db)?;
    }
    for person in people.into_iter().filter(|person| !present.iter().any(|seat| seat.person == *person)) {
        PokerSeat { id: act.id(), round: round.id, person }.insert(act.db)?;
    }
    act.db.label(format!("Planning Poker over {key}: who takes part"));
    PokerTable::read(act.db, item.id)
}
