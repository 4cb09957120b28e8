//! `review.judgeGoal`: whether the Sprint Goal was met, with the reason.

use lineout_domain::review as rules;
use lineout_store::record::{self as rows, Record};
use uuid::Uuid;

use super::get::SprintReview;
use super::open;
use crate::context::Act;
use crate::error::Result;
use crate::wire::requests;

requests! {
    /// Says whether the Sprint Goal was met.
    pub struct JudgeGoal {
        /// In which Sprint Review.
        pub review: Uuid,
        /// Met or not; left out when that is open again.
        pub met: Option<bool>,
        /// Why; needed where it was not met.
        pub reason: Option<String>,
    }
}

pub(crate) fn run(act: &mut Act<'_, '_>, request: JudgeGoal) -> Result<SprintReview> {
    let (mut review, sprint) = open(act, request.review)?;
    (review.goal_met, review.goal_reason) = rules::verdict(request.met, &request.reason.unwrap_or_default())?;
    review.save(act.db)?;
    act.db.label(match review.goal_met {
        Some(true) => format!("Say that the Sprint Goal of {sprint} was met"),
        Some(false) => format!("Say that the Sprint Goal of {sprint} was not met"),
        None => format!("Leave open whether the Sprint Goal of {sprint} was met"),
    });
    SprintReview::read(act.db, rows::Sprint::get(act.db, review.sprint)?)
}
