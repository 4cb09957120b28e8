//! `daily.end`, `daily.reopen`: a Daily Scrum ends when the team says so, and can be taken up again on its day.

use chrono::{DateTime, Utc};
use lineout_domain::daily as rules;
use lineout_domain::timer;
use lineout_store::Db;
use lineout_store::record::{self, Record};

use super::get::Daily;
use super::{LABEL, Meeting, NameDaily, named, turn};
use crate::context::Act;
use crate::error::Result;
use crate::timer as timers;

pub(crate) fn run(act: &mut Act<'_, '_>, request: NameDaily) -> Result<Daily> {
    let mut meeting = Meeting::find(act.db, request.daily)?;
    meeting.check_under_way(act.now)?;
    finish(act, &mut meeting, act.now)?;
    act.db.label(format!("End {}", named(meeting.row.day)));
    Daily::read(act.db, meeting, act.now)
}

/// Ends it and what of it runs: the turn under way and the timer, whose time is kept.
fn finish(act: &mut Act<'_, '_>, meeting: &mut Meeting, at: DateTime<Utc>) -> Result<()> {
    turn::close(act, meeting)?;
    meeting.row.ended_at = Some(at.max(meeting.row.started_at));
    meeting.row.save(act.db)?;
    timers::stop(act, timer::Kind::Daily, &meeting.row.id.to_string())
}

/// The Daily Scrum of a sprint that is under way, if there is one.
pub(crate) fn under_way(db: &Db<'_>, sprint: &record::Sprint, now: DateTime<Utc>) -> Result<Option<Meeting>> {
    let Some(row) = db.dailies(sprint.id)?.pop() else { return Ok(None) };
    let meeting = Meeting::of(db, row)?;
    Ok(meeting.check_under_way(now).is_ok().then_some(meeting))
}

/// Ends the one that is under way with its sprint, at the instant at which the sprint ends. Called while the sprint is
/// still active.
pub(crate) fn with_sprint(act: &mut Act<'_, '_>, sprint: &record::Sprint, at: DateTime<Utc>) -> Result<()> {
    match under_way(act.db, sprint, act.now)? {
        Some(mut meeting) => finish(act, &mut meeting, at),
        None => Ok(()),
    }
}

pub(crate) mod reopen {
    use super::*;

    pub(crate) fn run(act: &mut Act<'_, '_>, request: NameDaily) -> Result<Daily> {
        let row = Meeting::find(act.db, request.daily)?.row;
        take_up(act, row)
    }

    /// Goes on with one that had ended.
    pub(crate) fn take_up(act: &mut Act<'_, '_>, row: record::Daily) -> Result<Daily> {
        let mut meeting = Meeting::of(act.db, row)?;
        meeting.check_today(act.now)?;
        if meeting.row.ended_at.take().is_none() {
            return Err(rules::DailyRule::UnderWay.into());
        }
        meeting.row.save(act.db)?;
        let subject = meeting.row.id.to_string();
        timers::go_on(act, meeting.product.id, timer::Kind::Daily, &subject, LABEL, timer::DAILY)?;
        act.db.label(format!("Take up {}", named(meeting.row.day)));
        Daily::read(act.db, meeting, act.now)
    }
}
