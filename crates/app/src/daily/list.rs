//! `daily.list`: the Daily Scrums of a sprint, and how sure the team was of its goal from day to day.

use chrono::{DateTime, NaiveDate, Utc};
use lineout_domain::daily as rules;
use lineout_domain::timer;
use lineout_store::Db;
use lineout_store::record;
use uuid::Uuid;

use super::get::average;
use super::{DailyRound, Meeting};
use crate::context::View;
use crate::error::Result;
use crate::product::calendar;
use crate::sprint::get::NameSprint;
use crate::sprint::{self};
use crate::wire::{count, responses};

responses! {
    /// The Daily Scrums of a sprint.
    pub struct Dailies {
        /// By day, newest first.
        pub dailies: Vec<DailyRow>,
        /// The days of the sprint so far.
        pub trend: Vec<TrendPoint>,
    }

    /// One of them in short.
    pub struct DailyRow {
        /// Its id.
        pub id: Uuid,
        /// The team's day.
        pub day: NaiveDate,
        /// How it went round.
        pub round: DailyRound,
        /// When it began.
        pub started_at: DateTime<Utc>,
        /// When it ended.
        pub ended_at: Option<DateTime<Utc>>,
        /// It goes on.
        pub under_way: bool,
        /// Who took part.
        pub people: Vec<Uuid>,
        /// Lines planned.
        pub plans: u32,
        /// Impediments raised in it.
        pub impediments: u32,
        /// Milliseconds it took, pauses left out.
        #[ts(type = "number")]
        pub taken_ms: i64,
        /// Mean of the votes, in tenths; none while they are hidden, or without any.
        pub average: Option<f64>,
    }

    /// A day of a sprint: a working day, or another on which there was a Daily Scrum.
    pub struct TrendPoint {
        /// The day.
        pub day: NaiveDate,
        /// Its Daily Scrum; none where it was left out.
        pub daily: Option<Uuid>,
        /// Mean of the votes, in tenths; none without any, or while they are hidden.
        pub average: Option<f64>,
        /// How many voted.
        pub votes: u32,
    }
}

pub(crate) fn run(view: &View<'_>, request: NameSprint) -> Result<Dailies> {
    let db = &view.db;
    let sprint = sprint::find(db, request.sprint)?;
    let mut rows = Vec::new();
    for daily in db.dailies(sprint.id)?.into_iter().rev() {
        let meeting = Meeting::of(db, daily)?;
        rows.push(row(db, &meeting, view.now)?);
    }
    let trend = match db.dailies(sprint.id)?.pop() {
        Some(last) => trend(db, &Meeting::of(db, last)?, view.now)?,
        None => Vec::new(),
    };
    Ok(Dailies { dailies: rows, trend })
}

fn row(db: &Db<'_>, meeting: &Meeting, now: DateTime<Utc>) -> Result<DailyRow> {
    let row = &meeting.row;
    let people = db.daily_people(row.id)?;
    let timer = db.timer_of(timer::Kind::Daily, &row.id.to_string())?;
    // A timer that nobody stopped runs on when the day is over; the turns know when the talking was.
    let turns = db.daily_turns(row.id)?;
    let spoken = turns.iter().filter_map(|turn| turn.to_ms).max().unwrap_or(0);
    let under_way = meeting.check_under_way(now).is_ok();
    let taken = match timer {
        Some(timer) if under_way || timer.stopped_at.is_some() => {
            timer.course().spent_at(now).num_milliseconds()
        }
        _ => spoken,
    };
    Ok(DailyRow {
        id: row.id.as_uuid(),
        day: row.day,
        round: row.round.into(),
        started_at: row.started_at,
        ended_at: row.ended_at,
        under_way,
        plans: count(db.daily_plans(row.id)?.len()),
        impediments: count(db.daily_impediments(row.id)?.len()),
        taken_ms: taken,
        average: shown(db, row, people.len(), !under_way)?.1,
        people: people.into_iter().map(|member| member.person.as_uuid()).collect(),
    })
}

/// How many voted, and their mean where it is shown.
fn shown(db: &Db<'_>, row: &record::Daily, people: usize, over: bool) -> Result<(u32, Option<f64>)> {
    let votes = db.daily_votes(row.id)?;
    let average = if rules::revealed(votes.len(), people, over) { average(&votes) } else { None };
    Ok((count(votes.len()), average))
}

/// The days of a sprint from its first to that of a Daily Scrum. A day without one is a gap.
pub(super) fn trend(db: &Db<'_>, meeting: &Meeting, now: DateTime<Utc>) -> Result<Vec<TrendPoint>> {
    let calendar = calendar(db, &meeting.product)?;
    let dailies = db.dailies(meeting.sprint.id)?;
    let first = dailies.first().map_or(meeting.row.day, |daily| daily.day).min(meeting.sprint.start_day);
    let mut points = Vec::new();
    for day in calendar.days(first, meeting.row.day) {
        let daily = dailies.iter().find(|daily| daily.day == day.day);
        let (votes, average) = match daily {
            Some(daily) => {
                let over = daily.ended_at.is_some() || daily.day < calendar.day_of(now);
                shown(db, daily, db.daily_people(daily.id)?.len(), over)?
            }
            None => (0, None),
        };
        if day.working || daily.is_some() {
            points.push(TrendPoint {
                day: day.day,
                daily: daily.map(|daily| daily.id.as_uuid()),
                average,
                votes,
            });
        }
    }
    Ok(points)
}
