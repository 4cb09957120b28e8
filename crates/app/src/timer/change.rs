//! `timer.pause`, `timer.resume`, `timer.extend`, `timer.stop`.

use chrono::TimeDelta;
use lineout_domain::timer as rules;
use lineout_store::record::Record;
use uuid::Uuid;

use super::{Timer, live};
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
    timer: Uuid,
    how: impl FnOnce(&mut rules::Timer) -> Result<(), rules::TimerRule>,
) -> Result<Timer> {
    let mut row = live(act, timer)?;
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
        let now = act.now;
        change(act, request.timer, |timer| {
            timer.pause(now);
            Ok(())
        })
    }
}

pub(crate) mod resume {
    use super::*;

    pub(crate) fn run(act: &mut Act<'_, '_>, request: NameTimer) -> Result<Timer> {
        let now = act.now;
        change(act, request.timer, |timer| {
            timer.resume(now);
            Ok(())
        })
    }
}

pub(crate) mod extend {
    use super::*;

    pub(crate) fn run(act: &mut Act<'_, '_>, request: ExtendTimer) -> Result<Timer> {
        let now = act.now;
        change(act, request.timer, |timer| timer.extend(request.seconds, now))
    }
}

pub(crate) mod stop {
    use super::*;

    pub(crate) fn run(act: &mut Act<'_, '_>, request: NameTimer) -> Result<Timer> {
        let now = act.now;
        change(act, request.timer, |timer| {
            timer.stop(now);
            Ok(())
        })
    }
}
