//! `daily.shuffle`, `daily.join`, `daily.leave`: who takes part, and in which order.

use lineout_domain::daily as rules;
use lineout_domain::ids::PersonId;
use lineout_store::record::{self, Record};
use uuid::Uuid;

use super::start::draw;
use super::{Meeting, NameDaily, taking_part};
use crate::context::Act;
use crate::error::Result;
use crate::item::edit::check_assignable;
use crate::wire::requests;
use crate::workspace::Done;

requests! {
    /// Names somebody who takes part, or shall.
    pub struct DailyPersonName {
        /// In which Daily Scrum.
        pub daily: Uuid,
        /// Who.
        pub person: Uuid,
    }
}

pub(crate) mod shuffle {
    use super::*;

    /// Who had a turn stays in front; the others come in another order.
    pub(crate) fn run(act: &mut Act<'_, '_>, request: NameDaily) -> Result<Done> {
        let meeting = Meeting::find(act.db, request.daily)?;
        meeting.check_under_way(act.now)?;
        let turns = act.db.daily_turns(meeting.row.id)?;
        let people = act.db.daily_people(meeting.row.id)?;
        let (spoken, waiting): (Vec<_>, Vec<_>) =
            people.into_iter().partition(|row| turns.iter().any(|turn| turn.person == Some(row.person)));
        let order = rules::shuffled(spoken, waiting, |below| draw(act, below));
        for (position, mut row) in (0..).zip(order) {
            row.position = position;
            row.save(act.db)?;
        }
        act.db.label("Shuffle the speakers of the Daily Scrum");
        Ok(Done {})
    }
}

pub(crate) mod join {
    use super::*;

    pub(crate) fn run(act: &mut Act<'_, '_>, request: DailyPersonName) -> Result<Done> {
        let meeting = Meeting::find(act.db, request.daily)?;
        meeting.check_under_way(act.now)?;
        let person = record::Person::get(act.db, PersonId::new(request.person))?;
        check_assignable(act.db, person.id)?;
        let people = act.db.daily_people(meeting.row.id)?;
        if people.iter().any(|row| row.person == person.id) {
            return Err(rules::DailyRule::There(person.name).into());
        }
        if people.len() >= rules::PEOPLE_MAX {
            return Err(rules::DailyRule::PeopleMany.into());
        }
        let position = people.last().map_or(0, |row| row.position + 1);
        record::DailyPerson { id: act.id(), daily: meeting.row.id, person: person.id, position }
            .insert(act.db)?;
        act.db.label(format!("{} takes part in the Daily Scrum", person.name));
        Ok(Done {})
    }
}

pub(crate) mod leave {
    use super::*;

    /// Only who has said nothing: what was said stays.
    pub(crate) fn run(act: &mut Act<'_, '_>, request: DailyPersonName) -> Result<Done> {
        let meeting = Meeting::find(act.db, request.daily)?;
        meeting.check_under_way(act.now)?;
        let (daily, person) = (meeting.row.id, taking_part(act, meeting.row.id, request.person)?);
        let spoke = act.db.daily_turns(daily)?.iter().any(|row| row.person == Some(person.id))
            || act.db.daily_plans(daily)?.iter().any(|row| row.person == person.id)
            || act.db.daily_votes(daily)?.iter().any(|row| row.person == person.id)
            || act.db.daily_impediments(daily)?.iter().any(|row| row.person == person.id);
        if spoke {
            return Err(rules::DailyRule::HasSpoken(person.name).into());
        }
        for row in act.db.daily_people(daily)?.iter().filter(|row| row.person == person.id) {
            row.delete(act.db)?;
        }
        act.db.label(format!("{} does not take part in the Daily Scrum", person.name));
        Ok(Done {})
    }
}
