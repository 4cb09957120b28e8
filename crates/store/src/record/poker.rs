//! Planning Poker: rounds, seats and cards.

use chrono::{DateTime, Utc};
use lineout_domain::ids::{ItemId, PersonId, PokerRoundId};
use uuid::Uuid;

use super::record;

record! {
    /// A round over an item, open until its cards are turned.
    PokerRound, "poker_round", "round of Planning Poker" {
        id: PokerRoundId,
        item: ItemId,
        /// From 1, of the item.
        number: u32,
        opened_at: DateTime<Utc>,
        opened_by: Option<PersonId>,
        revealed_at: Option<DateTime<Utc>>,
        revealed_by: Option<PersonId>,
        accepted: Option<f64>,
        accepted_at: Option<DateTime<Utc>>,
        accepted_by: Option<PersonId>,
    }
}
record! {
    /// Somebody who takes part in a round.
    PokerSeat, "poker_seat", "seat" { id: Uuid, round: PokerRoundId, person: PersonId }
}
record! {
    /// A card that was chosen. Never updated: another choice is another row.
    PokerVote, "poker_vote", "card" {
        id: Uuid,
        round: PokerRoundId,
        person: PersonId,
        /// A number, `?` or `break`.
        card: String,
        chosen_at: DateTime<Utc>,
    }
}
