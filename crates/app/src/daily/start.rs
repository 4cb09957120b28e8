//! `daily.start`: today's Daily Scrum begins, with its timer. The same day knows one: what had ended is taken up again.

use lineout_domain::accountability::Role;
use lineout_domain::daily as rules;
use lineout_domain::ids::{PersonId, ProductId};
use lineout_domain::timer;
use lineout_store::record::{self, Record};
use uuid::Uuid;

use super::get::Daily;
use super::{DailyRound, LABEL, Meeting, end, named, turn};
use crate::context::Act;
use crate::error::Result;
use crate::product::calendar;
use crate::timer as timers;
use crate::wire::requests;

requests! {
    /// Starts today's Daily Scrum.
    pub struct StartDaily {
        /// Of which product.
        pub product: Uuid,
        /// Person by person when left out.
        pub round: Option<DailyRound>,
        /// Who takes part; when left out, the Developers who work today.
        pub people: Option<Vec<Uuid>>,
    }
}

pub(crate) fn run(act: &mut Act<'_, '_>, request: StartDaily) -> Result<Daily> {
    let product = record::Product::get(act.db, ProductId::new(request.product))?;
    let sprint = act.db.active_sprint(product.id)?.ok_or(rules::DailyRule::NoSprint)?;
    let day = calendar(act.db, &product)?.day_of(act.now);
    if let Some(row) = act.db.daily_on(sprint.id, day)? {
        return end::reopen::take_up(act, row);
    }
    let people = match request.people {
        Some(people) => named_people(act, &people)?,
        None => working(act, product.id, day)?,
    };
    if people.is_empty() {
        return Err(rules::DailyRule::Nobody.into());
    }
    if people.len() > rules::PEOPLE_MAX {
        return Err(rules::DailyRule::PeopleMany.into());
    }
    // One that nobody ended would count for ever.
    for other in act.db.dailies(sprint.id)? {
        timers::stop(act, timer::Kind::Daily, &other.id.to_string())?;
    }
    let row = record::Daily {
        id: act.id(),
        product: product.id,
        sprint: sprint.id,
        day,
        round: request.round.map_or(rules::Order::People, Into::into),
        started_at: act.now,
        ended_at: None,
    };
    row.insert(act.db)?;
    let order = rules::shuffled(Vec::new(), people, |below| draw(act, below));
    for (position, person) in (0..).zip(order) {
        record::DailyPerson { id: act.id(), daily: row.id, person, position }.insert(act.db)?;
    }
    timers::start(act, product.id, timer::Kind::Daily, &row.id.to_string(), LABEL, timer::DAILY)?;
    act.db.label(format!("Start {}", named(day)));
    let meeting = Meeting::of(act.db, row)?;
    turn::advance(act, &meeting, None)?;
    Daily::read(act.db, meeting, act.now)
}

/// A number below another, from the randomness of the call.
pub(super) fn draw(act: &mut Act<'_, '_>, below: usize) -> usize {
    let below = u64::try_from(below).unwrap_or(u64::MAX).max(1);
    // The bias of a remainder of 64 bits over fifty people is nothing that anybody could ever see.
    usize::try_from(act.random.next_u64() % below).unwrap_or(0)
}

fn named_people(act: &Act<'_, '_>, ids: &[Uuid]) -> Result<Vec<PersonId>> {
    let mut people: Vec<PersonId> = Vec::new();
    for id in ids {
        let person = record::Person::get(act.db, PersonId::new(*id))?;
        crate::item::edit::check_assignable(act.db, person.id)?;
        if !people.contains(&person.id) {
            people.push(person.id);
        }
    }
    Ok(people)
}

/// The Developers who have no day off; without Developers everybody who is somebody here but a Stakeholder.
fn working(act: &Act<'_, '_>, product: ProductId, day: chrono::NaiveDate) -> Result<Vec<PersonId>> {
    let members = act.db.members(product)?;
    let there = |person: PersonId| -> Result<bool> {
        let off = act.db.days_off(person)?;
        let off = off.iter().any(|off| off.first_day <= day && day <= off.last_day);
        Ok(!off && !record::Person::get(act.db, person)?.removed)
    };
    for roles in [&[Role::Developer][..], &[Role::ScrumMaster, Role::ProductOwner]] {
        let mut people = Vec::new();
        for member in members.iter().filter(|member| roles.contains(&member.role)) {
            if !people.contains(&member.person) && there(member.person)? {
                people.push(member.person);
            }
        }
        if !people.is_empty() {
            return Ok(people);
        }
    }
    Ok(Vec::new())
}
