//! `daily.end`, `daily.reopen`: a Daily Scrum ends when the team says so, and can be taken up again on its day.

use lineout_domain::daily as rules;
use lineout_domain::timer;
use lineout_store::record::{self, Record};

use super::get::Daily;
use super::{LABEL, Meeting, NameDaily, named, turn};
use crate::context::Act;
use crate::error::Result;
use crate::timer as timers;

pub(crate) fn run(act: &mut Act<'_, '_>, request: NameDaily) -> Result<Daily> {
    let mut meeting = Meeting::find(act.db, request.daily)?;
    meeting.check_under_way(act.now)?;
    turn::close(act, &meeting)?;
    meeting.row.ended_at = Some(act.now.max(meeting.row.started_at));
    meeting.row.save(act.db)?;
    timers::stop(act, timer::Kind::Daily, &meeting.row.id.to_string())?;
    act.db.label(format!("End {}", named(meeting.row.day)));
    Daily::read(act.db, meeting, act.now)
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
