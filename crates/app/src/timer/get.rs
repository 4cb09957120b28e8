//! `timer.get`: the timer of a subject; `timer.running`: those that count now.

use chrono::{DateTime, Utc};
use lineout_domain::ids::ProductId;
use uuid::Uuid;

use super::{Timer, TimerKind};
use crate::context::View;
use crate::error::Result;
use crate::wire::{requests, responses};

requests! {
    /// Names what is timed.
    pub struct GetTimer {
        /// What kind of thing.
        pub kind: TimerKind,
        /// The id of the meeting or of the topic.
        pub subject: String,
    }

    /// Asks for the timers that count.
    pub struct GetRunning {
        /// Of which product; of all when left out.
        pub product: Option<Uuid>,
    }
}

responses! {
    /// The timer of a subject.
    pub struct TimerOf {
        /// The one that was not stopped, or else the last one; none when there never was any.
        pub timer: Option<Timer>,
        /// The instant of this answer.
        pub now: DateTime<Utc>,
    }

    /// Timers that count.
    pub struct Running {
        /// By their beginning; those over their end too.
        pub timers: Vec<Timer>,
        /// The instant of this answer.
        pub now: DateTime<Utc>,
    }
}

pub(crate) fn run(view: &View<'_>, request: GetTimer) -> Result<TimerOf> {
    let row = view.db.timer_of(request.kind.into(), &request.subject)?;
    Ok(TimerOf { timer: row.map(|row| Timer::of(&row, view.now)), now: view.now })
}

pub(crate) mod running {
    use super::*;

    pub(crate) fn run(view: &View<'_>, request: GetRunning) -> Result<Running> {
        let rows = view.db.timers_running(request.product.map(ProductId::new))?;
        Ok(Running { timers: rows.iter().map(|row| Timer::of(row, view.now)).collect(), now: view.now })
    }
}
