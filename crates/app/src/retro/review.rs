//! The answers of a retrospective about earlier improvements. They are given where the improvement is settled or
//! carried on (`improvement.setState`, `improvement.carryOn`); what is kept here is that it was this one that asked.

use chrono::{DateTime, Utc};
use lineout_domain::ids::ImprovementId;
use lineout_domain::retrospective::{Answer, State};
use lineout_store::Db;
use lineout_store::record::{self, Record};
use uuid::Uuid;

use super::due;
use crate::context::Act;
use crate::error::Result;
use crate::improvement::key;
use crate::wire::{responses, wire_words};

wire_words! {
    /// What a retrospective answers about an improvement that is due for review.
    ReviewAnswer = lineout_domain::retrospective::Answer { Kept, Adapted, Dropped, CarryOn }
}

responses! {
    /// An improvement that was due for review, with its answer.
    pub struct Reviewed {
        /// Which.
        pub improvement: Uuid,
        /// Its key.
        pub key: String,
        /// What could be better.
        pub opportunity: String,
        /// The answer.
        pub answer: ReviewAnswer,
        /// What came of it, in the words of that day; empty when carried on.
        pub outcome: String,
        /// When it was answered.
        pub answered_at: DateTime<Utc>,
        /// By whom.
        pub answered_by: Option<Uuid>,
    }
}

/// The open retrospective that asks about an improvement as it stands now, if one does. To be asked before the
/// answer is written, since after it nothing is due any more.
pub(crate) fn asking(db: &Db<'_>, entry: &record::Improvement) -> Result<Option<record::Retrospective>> {
    let open = db.retrospectives(entry.product)?.into_iter().find(|retro| retro.state == State::Open);
    match open {
        Some(retro) if due(db, &retro)?.iter().any(|due| due.id == entry.id) => Ok(Some(retro)),
        _ => Ok(None),
    }
}

/// Keeps an answer. Answering again, after the improvement was taken up again, replaces it.
pub(crate) fn keep(
    act: &mut Act<'_, '_>,
    retro: &record::Retrospective,
    improvement: ImprovementId,
    answer: Answer,
    outcome: &str,
) -> Result<()> {
    let earlier = act.db.retro_reviews(retro.id)?.into_iter().find(|row| row.improvement == improvement);
    let row = record::RetroReview {
        id: earlier.as_ref().map_or_else(|| act.id(), |row| row.id),
        retro: retro.id,
        improvement,
        answer,
        outcome: outcome.to_owned(),
        answered_at: act.now,
        answered_by: act.author,
    };
    if earlier.is_some() {
        row.save(act.db)?
    } else {
        row.insert(act.db)?
    }
    Ok(())
}

/// What was answered in a retrospective. An improvement that waits again for its answer is not among them.
pub(crate) fn reviewed(
    db: &Db<'_>,
    retro: &record::Retrospective,
    due: &[record::Improvement],
) -> Result<Vec<Reviewed>> {
    let mut reviewed = Vec::new();
    for row in db.retro_reviews(retro.id)? {
        if due.iter().any(|entry| entry.id == row.improvement) {
            continue;
        }
        let entry = record::Improvement::get(db, row.improvement)?;
        reviewed.push(Reviewed {
            improvement: entry.id.as_uuid(),
            key: key(&entry),
            opportunity: entry.opportunity,
            answer: row.answer.into(),
            outcome: row.outcome,
            answered_at: row.answered_at,
            answered_by: row.answered_by.map(|person| person.as_uuid()),
        });
    }
    Ok(reviewed)
}
