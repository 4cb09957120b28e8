//! Which ends the system is to tell of now: each once, also after a restart, and none that is long past.

use lineout_domain::timer as rules;
use lineout_store::record::{self, Record};

use super::worth_telling;
use crate::context::Context;
use crate::error::Result;
use crate::host::Host;

/// An end to tell of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TimerEnd {
    /// What ended: "Daily Scrum".
    pub title: String,
    /// "The 15 minutes are over."
    pub body: String,
}

impl Host {
    /// Takes the ends nobody was told of yet. Asked often: while no timer has ended it only reads. Of several windows
    /// on one file one gets each end. An end more than an hour ago counts as told and is not answered.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn timer_ends(&mut self, context: &Context) -> Result<Vec<TimerEnd>> {
        let now = context.now;
        let due =
            |row: &record::Timer| row.told_at.is_none() && row.course().end().is_some_and(|end| end <= now);
        let Some(view) = self.view(context) else { return Ok(Vec::new()) };
        if !view.db.timers_running(None)?.iter().any(due) {
            return Ok(Vec::new());
        }
        self.aside(context, |act| {
            let mut ends = Vec::new();
            // Looked at again: another process may have told in between.
            for mut row in act.db.timers_running(None)?.into_iter().filter(due) {
                if row.course().end().is_some_and(|end| worth_telling(end, now)) {
                    ends.push(TimerEnd {
                        title: row.label.clone(),
                        body: rules::end_in_words(row.course().length),
                    });
                }
                row.told_at = Some(now);
                row.save(act.db)?;
            }
            Ok(ends)
        })
        .map(|(ends, _)| ends)
    }
}
