//! `feedback.add`, `feedback.edit` and `feedback.delete`: what is said in a Sprint Review, about one point or the whole.

use lineout_domain::ids::{FeedbackId, PersonId, ReviewPointId};
use lineout_domain::review as rules;
use lineout_domain::text::excerpt;
use lineout_store::record::{self as rows, Record};
use uuid::Uuid;

use super::{Feedback, open};
use crate::context::Act;
use crate::error::{AppError, Result};
use crate::wire::{requests, responses};
use crate::workspace::Done;

requests! {
    /// Writes down what was said.
    pub struct AddFeedback {
        /// In which Sprint Review.
        pub review: Uuid,
        /// About which point; the whole when left out.
        pub point: Option<Uuid>,
        /// The words, over any number of lines.
        pub text: String,
        /// Who said it.
        pub by: Option<Speaker>,
    }

    /// Somebody who says something: a person of the workspace, or a guest by name.
    pub struct Speaker {
        /// The person.
        pub person: Option<Uuid>,
        /// The guest's name.
        pub guest: Option<String>,
    }

    /// Changes feedback; what is left out stays.
    pub struct EditFeedback {
        /// Which.
        pub feedback: Uuid,
        /// The words.
        pub text: Option<String>,
        /// Who said it; neither person nor guest for nobody named.
        pub by: Option<Speaker>,
    }

    /// Names feedback.
    pub struct NameFeedback {
        /// Which.
        pub feedback: Uuid,
    }
}

responses! {
    /// What became of feedback.
    pub struct FeedbackKept {
        /// As it stands.
        pub feedback: Feedback,
    }
}

fn speaker(act: &Act<'_, '_>, by: Option<&Speaker>) -> Result<(Option<PersonId>, String)> {
    match by.map(|by| (by.person, &by.guest)) {
        None | Some((None, None)) => Ok((None, String::new())),
        Some((Some(person), None)) => {
            let person = rows::Person::get(act.db, PersonId::new(person))?;
            Ok((Some(person.id), person.name))
        }
        Some((None, Some(guest))) => Ok((None, rules::guest(guest)?)),
        Some((Some(_), Some(_))) => Err(AppError::new(
            "review_said_by_two",
            "Feedback is said by a person or by a guest, not by both.",
            "Name one of the two.",
        )),
    }
}

/// Feedback that is to be changed, and the name of its sprint.
fn find(act: &Act<'_, '_>, feedback: Uuid) -> Result<(rows::ReviewFeedback, String)> {
    let row = rows::ReviewFeedback::get(act.db, FeedbackId::new(feedback))?;
    let (_, sprint) = open(act, row.review.as_uuid())?;
    Ok((row, sprint))
}

pub(crate) mod add {
    use super::*;

    pub(crate) fn run(act: &mut Act<'_, '_>, request: AddFeedback) -> Result<FeedbackKept> {
        let (review, sprint) = open(act, request.review)?;
        let text = rules::feedback(&request.text)?;
        rules::check_count(act.db.review_feedback(review.id)?.len() + 1, "notes of feedback")?;
        let point = request.point.map(|id| rows::ReviewPoint::get(act.db, ReviewPointId::new(id)));
        let point = point.transpose()?;
        if point.as_ref().is_some_and(|point| point.review != review.id) {
            return Err(AppError::not_found("point of this Sprint Review"));
        }
        let (person, name) = speaker(act, request.by.as_ref())?;
        let row = rows::ReviewFeedback {
            id: act.id(),
            review: review.id,
            point: point.as_ref().map(|point| point.id),
            text,
            person,
            name,
            said_at: act.now,
            item: None,
        };
        row.insert(act.db)?;
        act.db.label(match point {
            Some(point) if point.item.is_some() => format!("Note feedback on {}", point.item_key),
            _ => format!("Note feedback in the Sprint Review of {sprint}"),
        });
        Ok(FeedbackKept { feedback: Feedback::read(act.db, row)? })
    }
}

pub(crate) mod edit {
    use super::*;

    pub(crate) fn run(act: &mut Act<'_, '_>, request: EditFeedback) -> Result<FeedbackKept> {
        let (mut row, sprint) = find(act, request.feedback)?;
        if let Some(text) = &request.text {
            row.text = rules::feedback(text)?;
        }
        if request.by.is_some() {
            (row.person, row.name) = speaker(act, request.by.as_ref())?;
        }
        row.save(act.db)?;
        act.db.label(format!("Reword feedback of the Sprint Review of {sprint}"));
        Ok(FeedbackKept { feedback: Feedback::read(act.db, row)? })
    }
}

pub(crate) mod delete {
    use super::*;

    /// The item it became, if it did, stays.
    pub(crate) fn run(act: &mut Act<'_, '_>, request: NameFeedback) -> Result<Done> {
        let (row, _) = find(act, request.feedback)?;
        row.delete(act.db)?;
        act.db.label(format!("Delete the feedback “{}”", excerpt(&row.text)));
        Ok(Done {})
    }
}
