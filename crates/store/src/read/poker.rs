//! Rounds of Planning Poker. Whoever reads cards here keeps those of an open round to themselves.

use lineout_domain::ids::{ItemId, PokerRoundId};

use crate::Result;
use crate::action::Db;
use crate::cell::Cell;
use crate::record::{PokerRound, PokerSeat, PokerVote, Record};

impl Db<'_> {
    /// The rounds over an item, the latest first.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn poker_rounds(&self, item: ItemId) -> Result<Vec<PokerRound>> {
        PokerRound::all(self, "item = ?1 ORDER BY number DESC", &[&item.store()])
    }

    /// Who takes part in a round, by name.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn poker_seats(&self, round: PokerRoundId) -> Result<Vec<PokerSeat>> {
        PokerSeat::all(
            self,
            "round = ?1 ORDER BY (SELECT name FROM person WHERE id = t.person) COLLATE NOCASE, person",
            &[&round.store()],
        )
    }

    /// The cards of a round, in the order of the seats, which tells nothing of them.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn poker_votes(&self, round: PokerRoundId) -> Result<Vec<PokerVote>> {
        PokerVote::all(
            self,
            "round = ?1 ORDER BY (SELECT name FROM person WHERE id = t.person) COLLATE NOCASE, person",
            &[&round.store()],
        )
    }
}
