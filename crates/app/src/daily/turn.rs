//! `daily.next`: the turn goes on, to whoever or whatever is next or to whom it is given.

use lineout_domain::daily::{self as rules, Order};
use lineout_domain::ids::{ItemId, PersonId};
use lineout_store::record::{self, Record};
use uuid::Uuid;

use super::get::Daily;
use super::{Meeting, taking_part, walk};
use crate::context::Act;
use crate::error::Result;
use crate::item;
use crate::wire::requests;

requests! {
    /// Goes on to the next turn. After the last there is none, and the vote is due.
    pub struct NextTurn {
        /// Of which Daily Scrum.
        pub daily: Uuid,
        /// To this person.
        pub person: Option<Uuid>,
        /// To this item of the board.
        pub item: Option<Uuid>,
    }
}

/// Whose turn it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Whose {
    Person(PersonId),
    Item(ItemId),
}

impl Whose {
    fn of(turn: &record::DailyTurn) -> Option<Self> {
        turn.person.map(Self::Person).or(turn.item.map(Self::Item))
    }
}

pub(crate) fn run(act: &mut Act<'_, '_>, request: NextTurn) -> Result<Daily> {
    let meeting = Meeting::find(act.db, request.daily)?;
    meeting.check_under_way(act.now)?;
    let wanted = match (request.person, request.item) {
        (None, None) => None,
        (Some(person), None) => Some(Whose::Person(taking_part(act, meeting.row.id, person)?.id)),
        (None, Some(item)) => {
            let item = record::Item::get(act.db, ItemId::new(item))?;
            let here = item.sprint == Some(meeting.sprint.id);
            Some(here.then_some(Whose::Item(item.id)).ok_or(rules::DailyRule::NoTurn)?)
        }
        (Some(_), Some(_)) => return Err(rules::DailyRule::NoTurn.into()),
    };
    advance(act, &meeting, wanted)?;
    Daily::read(act.db, meeting, act.now)
}

/// Ends the turn under way and begins the one wanted, or the next.
pub(super) fn advance(act: &mut Act<'_, '_>, meeting: &Meeting, wanted: Option<Whose>) -> Result<()> {
    let turns = act.db.daily_turns(meeting.row.id)?;
    let now = turns.iter().find(|turn| turn.to_ms.is_none()).and_then(Whose::of);
    if wanted.is_some() && wanted == now {
        return Ok(());
    }
    let next = match wanted {
        Some(wanted) => Some(wanted),
        None => next(act, meeting, &turns, now)?,
    };
    let clock = close(act, meeting)?;
    let Some(next) = next else {
        // At the start the label is the start's.
        if !turns.is_empty() {
            act.db.label("Finish the round of the Daily Scrum");
        }
        return Ok(());
    };
    let row = record::DailyTurn {
        id: act.id(),
        daily: meeting.row.id,
        person: if let Whose::Person(person) = next { Some(person) } else { None },
        item: if let Whose::Item(item) = next { Some(item) } else { None },
        position: turns.last().map_or(0, |turn| turn.position + 1),
        from_ms: clock,
        to_ms: None,
    };
    row.insert(act.db)?;
    if !turns.is_empty() {
        let name = match next {
            Whose::Person(person) => record::Person::get(act.db, person)?.name,
            Whose::Item(id) => item::key(act.db, &record::Item::get(act.db, id)?)?,
        };
        act.db.label(format!("Next in the Daily Scrum: {name}"));
    }
    Ok(())
}

/// Ends the turn under way, if there is one, and answers what the meeting's timer shows.
pub(super) fn close(act: &mut Act<'_, '_>, meeting: &Meeting) -> Result<i64> {
    let turns = act.db.daily_turns(meeting.row.id)?;
    let clock = meeting.clock(act.db, &turns, act.now)?;
    for mut turn in turns.into_iter().filter(|turn| turn.to_ms.is_none()) {
        turn.to_ms = Some(clock.max(turn.from_ms));
        turn.save(act.db)?;
    }
    Ok(clock)
}

/// Whose turn it is after this one: the next in the order without a turn so far, those before it included.
fn next(
    act: &Act<'_, '_>,
    meeting: &Meeting,
    turns: &[record::DailyTurn],
    now: Option<Whose>,
) -> Result<Option<Whose>> {
    let order: Vec<Whose> = match meeting.row.round {
        Order::People => {
            let people = act.db.daily_people(meeting.row.id)?;
            people.into_iter().map(|row| Whose::Person(row.person)).collect()
        }
        Order::Board => {
            let items = walk::order(act.db, meeting, act.now)?;
            items.into_iter().map(|item| Whose::Item(item.id)).collect()
        }
    };
    let had = |whose: &Whose| turns.iter().filter_map(Whose::of).any(|turn| turn == *whose);
    let after = now.and_then(|now| order.iter().position(|whose| *whose == now)).map_or(0, |at| at + 1);
    let (before, later) = order.split_at(after.min(order.len()));
    Ok(later.iter().chain(before).find(|whose| !had(whose)).copied())
}
