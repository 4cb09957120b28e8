//! `poker.open`: a round over an item. After turned cards it is another round; the earlier ones are kept.

use lineout_domain::ids::ItemId;
use lineout_domain::poker as rules;
use lineout_store::record::{self, PokerRound, PokerSeat, Record};
use uuid::Uuid;

use super::{PokerTable, people_of, stage, usual_people};
use crate::context::Act;
use crate::error::Result;
use crate::item::key;
use crate::wire::requests;

requests! {
    /// Opens a round of Planning Poker.
    pub struct OpenPoker {
        /// Over which item.
        pub item: Uuid,
        /// Who takes part; those of the latest round, or else the Developers, when left out.
        pub people: Option<Vec<Uuid>>,
    }
}

pub(crate) fn run(act: &mut Act<'_, '_>, request: OpenPoker) -> Result<PokerTable> {
    let item = record::Item::get(act.db, ItemId::new(request.item))?;
    lineout_domain::item::check_open(item.resolution)?;
    let rounds = act.db.poker_rounds(item.id)?;
    let latest = rounds.first();
    rules::can_open(rounds.len(), latest.map(stage))?;
    let people = match &request.people {
        Some(people) => people_of(act.db, people)?,
        None => {
            let usual = usual_people(act.db, item.product, latest)?;
            rules::check_seats(usual.len())?;
            usual
        }
    };
    let round = PokerRound {
        id: act.id(),
        item: item.id,
        number: latest.map_or(1, |latest| latest.number + 1),
        opened_at: act.now,
        opened_by: act.author,
        revealed_at: None,
        revealed_by: None,
        accepted: None,
        accepted_at: None,
        accepted_by: None,
    };
    round.insert(act.db)?;
    for person in people {
        PokerSeat { id: act.id(), round: round.id, person }.insert(act.db)?;
    }
    let key = key(act.db, &item)?;
    act.db.label(format!("Open round {} of Planning Poker over {key}", round.number));
    PokerTable::read(act.db, item.id)
}
