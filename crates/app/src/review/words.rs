//! `review.write`: notes and minutes. They may be worded anew after the Review is over.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use lineout_domain::ids::ReviewId;
use lineout_domain::review as rules;
use lineout_store::Db;
use lineout_store::record::{self as rows, Record};
use uuid::Uuid;

use super::get::SprintReview;
use crate::context::Act;
use crate::error::Result;
use crate::wire::{patch, requests};

requests! {
    /// Writes notes or minutes; what is left out stays.
    pub struct WriteReview {
        /// Of which Sprint Review.
        pub review: Uuid,
        /// Notes, Markdown; they are part of the minutes.
        pub notes: Option<String>,
        /// The minutes, Markdown; null to let them follow from everything else again.
        #[serde(default, deserialize_with = "patch")]
        #[ts(optional, type = "string | null")]
        pub minutes: Option<Option<String>>,
    }
}

pub(crate) fn run(act: &mut Act<'_, '_>, request: WriteReview) -> Result<SprintReview> {
    let mut review = rows::Review::get(act.db, ReviewId::new(request.review))?;
    let sprint = rows::Sprint::get(act.db, review.sprint)?;
    let label = match (&request.notes, &request.minutes) {
        (Some(_), None) => format!("Write notes on the Sprint Review of {}", sprint.name),
        (None, Some(None)) => format!("Write the minutes of {} anew", sprint.name),
        _ => format!("Write the minutes of {}", sprint.name),
    };
    if let Some(notes) = &request.notes {
        review.notes = rules::notes(notes)?;
    }
    match request.minutes {
        Some(Some(text)) => review.minutes = Some(rules::minutes(&text)?),
        Some(None) => review.minutes = None,
        None => {}
    }
    review.save(act.db)?;
    // A Review that is over keeps its minutes: what they follow from may be deleted one day.
    if review.ended_at.is_some() && review.minutes.is_none() {
        let told = SprintReview::read(act.db, sprint.clone())?;
        review.minutes = told.review.map(|review| review.minutes);
        review.save(act.db)?;
    }
    act.db.label(label);
    SprintReview::read(act.db, sprint)
}

/// Whether somebody worded the minutes by hand. What the end of the Review kept, and what was written anew after it, is
/// nobody's wording; what comes back with an undo is whose it was.
pub(crate) fn worded(db: &Db<'_>, review: &rows::Review) -> Result<bool> {
    let ends = db.timeline::<Option<DateTime<Utc>>>("review", review.id, "ended_at")?;
    let ends: Vec<_> = ends.iter().filter(|moment| moment.value.flatten().is_some()).collect();
    let (mut by_hand, mut emptied) = (HashMap::<String, bool>::new(), None);
    for moment in db.timeline::<Option<String>>("review", review.id, "minutes")? {
        match moment.value.flatten() {
            None => emptied = Some(moment.action),
            Some(text) => {
                let kept =
                    emptied == Some(moment.action) || ends.iter().any(|end| end.action == moment.action);
                let known = moment.undoes.and_then(|_| by_hand.get(&text).copied());
                by_hand.insert(text, known.unwrap_or(!kept));
            }
        }
    }
    Ok(review.minutes.as_ref().and_then(|text| by_hand.get(text)).copied().unwrap_or(false))
}
