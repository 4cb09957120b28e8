//! A long call as others see it: how far it has come, and calling it off.
//!
//! The call asks now and then whether it is still wanted and answers `called_off` when it is not; since it is one
//! action, nothing of it stays. What it tells goes to whoever listens, on the thread of the call.

use std::sync::{Arc, Mutex};

use serde::Serialize;
use ts_rs::TS;

use crate::error::AppError;

/// Units of work between two questions whether to go on.
const EVERY: u64 = 64;
/// How often a step tells of itself at most: once for each hundredth of it.
const PARTS: u64 = 100;

/// What a long call is at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Step {
    /// Reading the file; counted in bytes.
    Reading,
    /// Looking up what is there already; counted in items.
    Comparing,
    /// Writing; counted in items.
    Writing,
}

/// How far a long call has come.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Progress {
    /// Which call, as its request named itself.
    pub ticket: Option<String>,
    /// What it is at.
    pub step: Step,
    /// How much of that is done.
    pub done: u64,
    /// Of how much.
    pub total: u64,
}

type Teller = Box<dyn Fn(&Progress) + Send>;

#[derive(Default)]
struct Shared {
    off: Mutex<Off>,
    teller: Mutex<Option<Teller>>,
}

#[derive(Default)]
struct Off {
    ticket: Option<String>,
    all: bool,
}

/// Shared by the host and whoever watches its calls. Clones are the same watch.
#[derive(Clone, Default)]
pub struct Watch(Arc<Shared>);

impl Watch {
    /// Calls off the call of this ticket, whether it has begun or still waits; without a ticket, every call.
    pub fn call_off(&self, ticket: Option<&str>) {
        if let Ok(mut off) = self.0.off.lock() {
            match ticket {
                Some(ticket) => off.ticket = Some(ticket.to_owned()),
                None => off.all = true,
            }
        }
    }

    /// From now on calls tell this how far they are.
    pub fn tell(&self, teller: impl Fn(&Progress) + Send + 'static) {
        if let Ok(mut slot) = self.0.teller.lock() {
            *slot = Some(Box::new(teller));
        }
    }

    /// Follows one call.
    pub(crate) fn follow(&self, ticket: Option<&str>) -> Following {
        Following {
            watch: self.clone(),
            ticket: ticket.map(str::to_owned),
            step: Step::Reading,
            total: 0,
            asked: 0,
            told: 0,
        }
    }
}

/// The call is wanted no longer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct CalledOff;

impl From<CalledOff> for AppError {
    fn from(_: CalledOff) -> Self {
        Self::new("called_off", "It was called off. Nothing was written.", "Start it again when you want it.")
    }
}

/// One call being followed.
pub(crate) struct Following {
    watch: Watch,
    ticket: Option<String>,
    step: Step,
    total: u64,
    asked: u64,
    told: u64,
}

impl Following {
    /// A step of so much work begins.
    pub(crate) fn begin(&mut self, step: Step, total: usize) -> Result<(), CalledOff> {
        (self.step, self.total, self.asked, self.told) = (step, total as u64, 0, 0);
        self.tell(0);
        self.ask()
    }

    /// So much of the step is done.
    pub(crate) fn at(&mut self, done: usize) -> Result<(), CalledOff> {
        let done = done as u64;
        if done < self.asked + EVERY {
            return Ok(());
        }
        self.asked = done;
        if done >= self.told + self.total.div_ceil(PARTS).max(EVERY) {
            self.told = done;
            self.tell(done);
        }
        self.ask()
    }

    fn ask(&self) -> Result<(), CalledOff> {
        let Ok(off) = self.watch.0.off.lock() else { return Ok(()) };
        let named = off.ticket.is_some() && off.ticket == self.ticket;
        if off.all || named { Err(CalledOff) } else { Ok(()) }
    }

    fn tell(&self, done: u64) {
        if let Ok(teller) = self.watch.0.teller.lock()
            && let Some(teller) = &*teller
        {
            teller(&Progress { ticket: self.ticket.clone(), step: self.step, done, total: self.total });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::mpsc::channel;

    #[test]
    fn a_call_is_called_off_by_its_ticket_alone_even_before_it_begins() {
        let watch = Watch::default();
        watch.call_off(Some("a"));
        assert_eq!(watch.follow(Some("a")).begin(Step::Writing, 10), Err(CalledOff));
        assert_eq!(watch.follow(Some("b")).begin(Step::Writing, 10), Ok(()));
        assert_eq!(watch.follow(None).begin(Step::Writing, 10), Ok(()));
        watch.call_off(None);
        assert_eq!(watch.follow(None).begin(Step::Writing, 10), Err(CalledOff));
    }

    #[test]
    fn it_tells_of_hundredths_and_not_of_every_row() {
        let watch = Watch::default();
        let (say, heard) = channel();
        watch.tell(move |progress| say.send(progress.done).unwrap());
        let mut following = watch.follow(None);
        following.begin(Step::Writing, 100_000).unwrap();
        for done in 0..=100_000 {
            following.at(done).unwrap();
        }
        let told: Vec<u64> = heard.try_iter().collect();
        assert!(told.len() > 90 && told.len() <= 101, "{}", told.len());
        assert!(told.is_sorted());
    }
}
