//! Timers. Their table is outside the history.

use chrono::{DateTime, TimeDelta, Utc};
use lineout_domain::ids::{ProductId, TimerId};
use lineout_domain::timer::{Kind, Timer as Course};

use super::record;

record! {
    /// A timer.
    Timer, "timer", "timer" {
        id: TimerId,
        product: ProductId,
        kind: Kind,
        /// The id of what is timed.
        subject: String,
        label: String,
        length_seconds: u32,
        running_since: Option<DateTime<Utc>>,
        spent_ms: i64,
        /// When its end was told.
        told_at: Option<DateTime<Utc>>,
        started_at: DateTime<Utc>,
        stopped_at: Option<DateTime<Utc>>,
    }
}

impl Timer {
    /// Its course, for the rules.
    pub fn course(&self) -> Course {
        Course {
            length: TimeDelta::seconds(self.length_seconds.into()),
            running_since: self.running_since,
            spent: TimeDelta::milliseconds(self.spent_ms),
            stopped_at: self.stopped_at,
        }
    }

    /// Takes over what the rules made of its course.
    pub fn follow(&mut self, course: Course) {
        self.length_seconds = u32::try_from(course.length.num_seconds()).unwrap_or(u32::MAX);
        self.running_since = course.running_since;
        self.spent_ms = course.spent.num_milliseconds();
        self.stopped_at = course.stopped_at;
    }
}
