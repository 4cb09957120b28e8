//! `review.invite`, `review.uninvite` and `review.markPresent`: who is asked to come, and who came.

use lineout_domain::ids::{AttendeeId, PersonId};
use lineout_domain::review as rules;
use lineout_store::record::{self as rows, Record};
use uuid::Uuid;

use super::{Attendee, open};
use crate::context::Act;
use crate::error::{AppError, Result};
use crate::item::edit::check_assignable;
use crate::wire::{requests, responses};

requests! {
    /// Invites somebody: a person of the workspace, or a guest by name.
    pub struct Invite {
        /// To which Sprint Review.
        pub review: Uuid,
        /// The person.
        pub person: Option<Uuid>,
        /// The guest's name.
        pub guest: Option<String>,
    }

    /// Takes an invitation back.
    pub struct Uninvite {
        /// Whose.
        pub attendee: Uuid,
    }

    /// Says who is there.
    pub struct MarkPresent {
        /// In which Sprint Review.
        pub review: Uuid,
        /// Who.
        pub attendees: Vec<Uuid>,
        /// There, or not.
        pub present: bool,
    }
}

responses! {
    /// Who is invited to a Sprint Review.
    pub struct Attendees {
        /// People by name, then guests.
        pub attendees: Vec<Attendee>,
    }
}

fn all(act: &Act<'_, '_>, review: &rows::Review) -> Result<Attendees> {
    let rows = act.db.review_attendees(review.id)?.into_iter();
    Ok(Attendees { attendees: rows.map(|row| Attendee::read(act.db, row)).collect::<Result<_>>()? })
}

pub(crate) mod invite {
    use super::*;

    pub(crate) fn run(act: &mut Act<'_, '_>, request: Invite) -> Result<Attendees> {
        let (review, sprint) = open(act, request.review)?;
        let present = all(act, &review)?.attendees;
        rules::check_count(present.len() + 1, "people invited")?;
        let (person, name) = match (request.person, &request.guest) {
            (Some(person), None) => {
                let person = rows::Person::get(act.db, PersonId::new(person))?;
                check_assignable(act.db, person.id)?;
                if present.iter().any(|one| one.person == Some(person.id.as_uuid())) {
                    return Err(rules::ReviewRule::InvitedTwice(person.name).into());
                }
                (Some(person.id), person.name)
            }
            (None, Some(guest)) => {
                let guest = rules::guest(guest)?;
                let names: Vec<&str> = present.iter().map(|one| one.name.as_str()).collect();
                rules::check_invited(&guest, &names)?;
                (None, guest)
            }
            _ => {
                return Err(AppError::new(
                    "review_invite_whom",
                    "Either a person or a guest is invited.",
                    "Name one of the two.",
                ));
            }
        };
        // Whoever comes in while it takes place is there.
        let there = review.started_at.is_some();
        let row = rows::ReviewAttendee { id: act.id(), review: review.id, person, name, present: there };
        row.insert(act.db)?;
        act.db.label(format!("Invite {} to the Sprint Review of {sprint}", row.name));
        all(act, &review)
    }
}

pub(crate) mod uninvite {
    use super::*;

    pub(crate) fn run(act: &mut Act<'_, '_>, request: Uninvite) -> Result<Attendees> {
        let row = rows::ReviewAttendee::get(act.db, AttendeeId::new(request.attendee))?;
        let (review, sprint) = open(act, row.review.as_uuid())?;
        row.delete(act.db)?;
        act.db.label(format!("Take {} off the Sprint Review of {sprint}", row.name));
        all(act, &review)
    }
}

pub(crate) mod mark {
    use super::*;

    pub(crate) fn run(act: &mut Act<'_, '_>, request: MarkPresent) -> Result<Attendees> {
        let (review, sprint) = open(act, request.review)?;
        let mut names = Vec::new();
        for id in &request.attendees {
            let mut row = rows::ReviewAttendee::get(act.db, AttendeeId::new(*id))?;
            if row.review != review.id {
                return Err(AppError::not_found("attendee of this Sprint Review"));
            }
            row.present = request.present;
            row.save(act.db)?;
            names.push(row.name);
        }
        let who = match names.as_slice() {
            [] => return Err(AppError::not_found("attendee")),
            [name] => name.clone(),
            names => format!("{} people", names.len()),
        };
        let what = if request.present { "present" } else { "not present" };
        act.db.label(format!("Mark {who} {what} at the Sprint Review of {sprint}"));
        all(act, &review)
    }
}
