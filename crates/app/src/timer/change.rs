//! `timer.pause`, `timer.resume`, `timer.extend`, `timer.stop`.

use chrono::TimeDelta;
use lineout_domain::timer as rules;
use lineout_store::record::{self, Record};
use uuid::Uuid;

use super::{Timer, find, live};
use crate::context::Act;
use crate::error::Result;
use crate::wire::requests;

requests! {
    /// Names a timer.
    pub struct NameTimer {
        /// Which.
        pub timer: Uuid,
    }

    /// Makes a timer longer.
    pub struct ExtendTimer {
        /// Which.
        pub timer: Uuid,
        /// By how much: 1 second to 1 hour. A timer that is over ends so many seconds from now.
        pub seconds: u32,
    }
}

fn change(
    act: &mut Act<'_, '_>,
    mut row: record::Timer,
    how: impl FnOnce(&mut rules::Timer) -> Result<(), rules::TimerRule>,
) -> Result<Timer> {
    let (before, mut course) = (row.clone(), row.course());
    how(&mut course)?;
    row.follow(course);
    // An end that lies ahead again is news when it comes.
    if course.left_at(act.now) > TimeDelta::zero() {
        row.told_at = None;
    }
    if row != before {
        row.save(act.db)?;
    }
    Ok(Timer::of(&row, act.now))
}

pub(crate) mod pause {
    use super::*;

    pub(crate) fn run(act: &mut Act<'_, '_>, request: NameTimer) -> Result<Timer> {
        let (row, now) = (live(act, request.timer)?, act.now);
        change(act, row, |timer| {
            timer.pause(now);
            Ok(())
        })
    }
}

pub(crate) mod resume {
    use super::*;

    pub(crate) fn run(act: &mut Act<'_, '_>, request: NameTimer) -> Result<Timer> {
        let (row, now) = (find(act, request.timer)?, act.now);
        let other = act.db.timer_of(row.kind, &row.subject)?.filter(|other| other.stopped_at.is_none());
        if row.stopped_at.is_some() && other.is_some() {
            return Err(rules::TimerRule::Live(row.label).into());
        }
        change(act, row, |timer| {
            timer.resume(now);
            Ok(())
        })
    }
}

pub(crate) mod extend {
    use super::*;

    pub(crate) fn run(act: &mut Act<'_, '_>, request: ExtendTimer) -> Result<Timer> {
        let (row, now) = (live(act, request.timer)?, act.now);
        change(act, row, |timer| timer.extend(request.seconds, now))
    }
}

pub(crate) mod stop {
    use super::*;

    pub(crate) fn run(act: &mut Act<'_, '_>, request: NameTimer) -> Result<Timer> {
        let (row, now) = (live(act, request.timer)?, act.now);
        change(act, row, |timer| {
            timer.stop(now);
            Ok(())
        })
    }
}
