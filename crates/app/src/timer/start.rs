//! `timer.start`: a timer that runs from now on.

use lineout_domain::ids::ProductId;
use lineout_store::record::{self, Record};
use uuid::Uuid;

use super::{Timer, TimerKind};
use crate::context::Act;
use crate::error::Result;
use crate::wire::requests;

requests! {
    /// Starts the timer of a meeting, or of a topic in it. Each has at most one that was not stopped.
    pub struct StartTimer {
        /// Of which product.
        pub product: Uuid,
        /// What kind of thing is timed.
        pub kind: TimerKind,
        /// The id of the meeting or of the topic.
        pub subject: String,
        /// What to call it, as the end is told: "Daily Scrum".
        pub label: String,
        /// The timebox: 1 second to 8 hours.
        pub seconds: u32,
    }
}

pub(crate) fn run(act: &mut Act<'_, '_>, request: StartTimer) -> Result<Timer> {
    let product = record::Product::get(act.db, ProductId::new(request.product))?.id;
    let (kind, label) = (request.kind.into(), request.label);
    let row = super::start(act, product, kind, &request.subject, &label, request.seconds)?;
    Ok(Timer::of(&row, act.now))
}
