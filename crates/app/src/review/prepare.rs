//! `review.prepare`: the Review of a sprint comes to be, with everybody of the product invited and what is Done in the
//! running order.

use lineout_domain::rank;
use lineout_domain::review as rules;
use lineout_store::record::{self as rows, Record};

use super::get::SprintReview;
use super::points;
use crate::context::Act;
use crate::error::Result;
use crate::sprint::find;
use crate::sprint::get::NameSprint;

pub(crate) fn run(act: &mut Act<'_, '_>, request: NameSprint) -> Result<SprintReview> {
    let sprint = find(act.db, request.sprint)?;
    rules::check_begun(sprint.state, &sprint.name)?;
    if act.db.review_of(sprint.id)?.is_some() {
        return Err(rules::ReviewRule::Present(sprint.name).into());
    }
    let review = rows::Review {
        id: act.id(),
        product: sprint.product,
        sprint: sprint.id,
        goal_met: None,
        goal_reason: String::new(),
        notes: String::new(),
        minutes: None,
        started_at: None,
        ended_at: None,
        created_at: act.now,
    };
    review.insert(act.db)?;
    invite_members(act, &review)?;
    let done = points::waiting(act.db, &review)?;
    let ranks = rank::spread(done.len(), None, None);
    for (item, rank) in done.iter().zip(ranks) {
        points::put(act, &review, item, rank)?;
    }
    act.db.label(format!("Prepare the Sprint Review of {}", sprint.name));
    SprintReview::read(act.db, sprint)
}

/// Everybody who is something in the product.
fn invite_members(act: &mut Act<'_, '_>, review: &rows::Review) -> Result<()> {
    let mut invited = std::collections::HashSet::new();
    for member in act.db.members(review.product)? {
        let person = rows::Person::get(act.db, member.person)?;
        if person.removed || !invited.insert(person.id) {
            continue;
        }
        let row = rows::ReviewAttendee {
            id: act.id(),
            review: review.id,
            person: Some(person.id),
            name: person.name,
            present: false,
        };
        row.insert(act.db)?;
    }
    Ok(())
}
