//! `daily.vote`: how sure somebody is of the Sprint Goal. Hidden until everybody who takes part has voted.

use lineout_domain::daily as rules;
use lineout_store::record::{self, Record};
use uuid::Uuid;

use super::{Meeting, taking_part};
use crate::context::Act;
use crate::error::Result;
use crate::wire::requests;
use crate::workspace::Done;

requests! {
    /// Votes on the Sprint Goal.
    pub struct VoteDaily {
        /// In which Daily Scrum.
        pub daily: Uuid,
        /// Whose vote.
        pub person: Uuid,
        /// From 1, no way, to 5, certain; none takes the vote away.
        pub confidence: Option<u8>,
    }
}

pub(crate) fn run(act: &mut Act<'_, '_>, request: VoteDaily) -> Result<Done> {
    let meeting = Meeting::find(act.db, request.daily)?;
    meeting.check_under_way(act.now)?;
    let (daily, person) = (meeting.row.id, taking_part(act, meeting.row.id, request.person)?);
    let confidence = request.confidence.map(rules::confidence).transpose()?;
    let mine = act.db.daily_votes(daily)?.into_iter().find(|row| row.person == person.id);
    if mine.as_ref().map(|row| row.confidence) == confidence {
        return Ok(Done {});
    }
    // Another row and no change of this one: the history of a change would tell what the vote is.
    if let Some(row) = &mine {
        row.delete(act.db)?;
    }
    if let Some(confidence) = confidence {
        record::DailyVote { id: act.id(), daily, person: person.id, confidence }.insert(act.db)?;
    }
    act.db.label(match confidence {
        Some(_) => format!("{} votes on the Sprint Goal", person.name),
        None => format!("Take back the vote of {}", person.name),
    });
    Ok(Done {})
}
