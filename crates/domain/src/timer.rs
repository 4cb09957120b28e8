//! Timers: the timebox of a meeting, or of one topic in it.
//!
//! A timer is a few stored instants, never a count that somebody keeps: what is left is worked out whenever it is asked
//! for, so neither sleep nor a restart loses any of it. Its end stops nothing; time goes on over it until somebody
//! stops it. Where the clock went back behind the instant a timer was set going, no time has passed: what is left is
//! never more than it was at that instant, and what was spent never falls.

use chrono::{DateTime, TimeDelta, Utc};

use crate::rule::Rule;
use crate::text::{self, TextFault};
use crate::word::words;

/// Longest timebox in seconds: eight hours, that of Sprint Planning for a sprint of a month.
pub const LENGTH_MAX: u32 = 8 * 3600;
/// Most seconds that are added at once.
pub const EXTENSION_MAX: u32 = 3600;
/// Most seconds a timebox can come to by being extended: a day.
pub const EXTENDED_MAX: u32 = 24 * 3600;
/// The timebox of the Daily Scrum in seconds.
pub const DAILY: u32 = 15 * 60;
/// Most characters of a label.
pub const LABEL_MAX: usize = 120;
/// Most characters of the id of what is timed.
pub const SUBJECT_MAX: usize = 100;
/// An end this long ago is told to nobody any more.
pub const TOLD_WITHIN: TimeDelta = TimeDelta::hours(1);

words! {
    "kind of timer";
    /// What kind of thing is timed.
    pub enum Kind {
        /// A Daily Scrum.
        Daily => "daily",
        /// A Sprint Review, or a point of its agenda.
        Review => "review",
        /// A retrospective, or a topic of it.
        Retro => "retro",
        /// A Sprint Planning, or a part of it.
        Planning => "planning",
    }
}

/// A refusal about a timer.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TimerRule {
    /// Not from 1 second to [`LENGTH_MAX`].
    #[error("A timer runs from 1 second to 8 hours; {0} seconds it cannot.")]
    Length(u32),
    /// Not from 1 second to [`EXTENSION_MAX`].
    #[error("A timer is extended by 1 second to 1 hour at once; {0} seconds are not that.")]
    Extension(u32),
    /// Would come to more than [`EXTENDED_MAX`].
    #[error("A timer comes to a day at most, with all it was extended by.")]
    Extended,
    /// The label is empty, too long, or not one line.
    #[error("The timer's label was not accepted: {0}.")]
    Label(TextFault),
    /// The id of what is timed is empty, too long, or not one line.
    #[error("What is timed was not accepted: {0}.")]
    Subject(TextFault),
    /// What it times has a timer that nobody has stopped.
    #[error("{0} has a timer already.")]
    Live(String),
    /// It was stopped.
    #[error("{0} was stopped.")]
    Stopped(String),
}

impl Rule for TimerRule {
    fn code(&self) -> &'static str {
        match self {
            Self::Length(_) => "timer_length",
            Self::Extension(_) => "timer_extension",
            Self::Extended => "timer_extended_max",
            Self::Label(_) => "timer_label",
            Self::Subject(_) => "timer_subject",
            Self::Live(_) => "timer_live",
            Self::Stopped(_) => "timer_stopped",
        }
    }

    fn hint(&self) -> String {
        match self {
            Self::Length(_) => "Give the seconds of a timebox, such as 900 for 15 minutes.".into(),
            Self::Extension(_) => "Extend it by a few minutes, and again when they are over.".into(),
            Self::Extended => "Start a new one.".into(),
            Self::Stopped(_) => "Set it going again first, or start a new one.".into(),
            Self::Label(fault) | Self::Subject(fault) => fault.hint(),
            Self::Live(_) => "Extend it, or stop it before you start another.".into(),
        }
    }
}

/// What is stored of a timer's course.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Timer {
    /// How long the timebox is.
    pub length: TimeDelta,
    /// Since when it runs; none while it is paused or after it was stopped.
    pub running_since: Option<DateTime<Utc>>,
    /// What had passed before it was set going last.
    pub spent: TimeDelta,
    /// When it was stopped.
    pub stopped_at: Option<DateTime<Utc>>,
}

impl Timer {
    /// A timer that runs from now on.
    ///
    /// # Errors
    /// [`TimerRule::Length`].
    pub fn started(seconds: u32, now: DateTime<Utc>) -> Result<Self, TimerRule> {
        if !(1..=LENGTH_MAX).contains(&seconds) {
            return Err(TimerRule::Length(seconds));
        }
        let length = TimeDelta::seconds(seconds.into());
        Ok(Self { length, running_since: Some(now), spent: TimeDelta::zero(), stopped_at: None })
    }

    /// What has passed of it, pauses left out.
    pub fn spent_at(&self, now: DateTime<Utc>) -> TimeDelta {
        let running = self.running_since.map_or(TimeDelta::zero(), |since| now - since);
        self.spent + running.max(TimeDelta::zero())
    }

    /// What is left of it; below zero, by how much it is over.
    pub fn left_at(&self, now: DateTime<Utc>) -> TimeDelta {
        self.length - self.spent_at(now)
    }

    /// When it ends or ended; none while nothing counts it down.
    pub fn end(&self) -> Option<DateTime<Utc>> {
        self.running_since.map(|since| since + (self.length - self.spent))
    }

    /// Holds it. One that is held already stays as it is.
    pub fn pause(&mut self, now: DateTime<Utc>) {
        self.spent = self.spent_at(now);
        self.running_since = None;
    }

    /// Sets it going again, also after it was stopped. One that runs already stays as it is.
    pub fn resume(&mut self, now: DateTime<Utc>) {
        if self.running_since.is_none() {
            self.running_since = Some(now);
            self.stopped_at = None;
        }
    }

    /// Makes it longer. One that is over ends as many seconds from now.
    ///
    /// # Errors
    /// [`TimerRule::Extension`] and [`TimerRule::Extended`].
    pub fn extend(&mut self, seconds: u32, now: DateTime<Utc>) -> Result<(), TimerRule> {
        if !(1..=EXTENSION_MAX).contains(&seconds) {
            return Err(TimerRule::Extension(seconds));
        }
        let spent = self.spent_at(now);
        // Lengths are whole seconds; the part of one that has begun is given.
        let over = TimeDelta::seconds(spent.num_seconds() + i64::from(spent.subsec_nanos() > 0));
        let length =
            if spent > self.length { over } else { self.length } + TimeDelta::seconds(seconds.into());
        if length > TimeDelta::seconds(EXTENDED_MAX.into()) {
            return Err(TimerRule::Extended);
        }
        self.length = length;
        Ok(())
    }

    /// Ends it. What it times may be taken up again, and then it goes on from there.
    pub fn stop(&mut self, now: DateTime<Utc>) {
        self.pause(now);
        self.stopped_at = Some(now);
    }
}

/// A label: one visible line of 1 to [`LABEL_MAX`] characters.
///
/// # Errors
/// [`TimerRule::Label`].
pub fn label(text: &str) -> Result<String, TimerRule> {
    text::line(text, LABEL_MAX).map_err(TimerRule::Label)
}

/// The id of what is timed: one visible line of 1 to [`SUBJECT_MAX`] characters.
///
/// # Errors
/// [`TimerRule::Subject`].
pub fn subject(text: &str) -> Result<String, TimerRule> {
    text::line(text, SUBJECT_MAX).map_err(TimerRule::Subject)
}

/// The end of a timer in a sentence: "The 15 minutes are over."
pub fn end_in_words(length: TimeDelta) -> String {
    match (length.num_minutes(), length.num_seconds()) {
        (1, 60) => "The minute is over.".into(),
        (minutes, seconds) if minutes > 0 && seconds == minutes * 60 => {
            format!("The {minutes} minutes are over.")
        }
        (0, seconds) if seconds > 1 => format!("The {seconds} seconds are over."),
        _ => "The time is over.".into(),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn at(seconds: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(1_773_000_000 + seconds, 0).unwrap()
    }

    /// One thing done to a timer, so many seconds after the one before; the clock may go back.
    #[derive(Debug, Clone, Copy)]
    enum Step {
        Pause,
        Resume,
        Extend(u32),
        Look,
    }

    /// What happens, the steps of it, seconds spent, seconds left.
    type Row<'a> = (&'a str, &'a [(i64, Step)], i64, i64);

    fn run(steps: &[(i64, Step)]) -> (Timer, DateTime<Utc>) {
        let (mut timer, mut clock) = (Timer::started(900, at(0)).unwrap(), 0);
        for (later, step) in steps {
            clock += later;
            match step {
                Step::Pause => timer.pause(at(clock)),
                Step::Resume => timer.resume(at(clock)),
                Step::Extend(seconds) => timer.extend(*seconds, at(clock)).unwrap(),
                Step::Look => {}
            }
        }
        (timer, at(clock))
    }

    #[test]
    fn what_is_left() {
        use Step::*;
        let table: &[Row] = &[
            ("nothing yet", &[], 0, 900),
            ("some of it", &[(378, Look)], 378, 522),
            ("the very end", &[(900, Look)], 900, 0),
            ("over it", &[(960, Look)], 960, -60),
            ("a pause takes nothing", &[(300, Pause), (600, Look)], 300, 600),
            ("and counts on", &[(300, Pause), (600, Resume), (60, Look)], 360, 540),
            ("held twice", &[(300, Pause), (600, Pause), (60, Look)], 300, 600),
            ("set going twice", &[(300, Resume), (60, Look)], 360, 540),
            ("longer before its end", &[(300, Extend(60))], 300, 660),
            ("longer at its end", &[(900, Extend(60))], 900, 60),
            ("longer when over", &[(1000, Extend(60))], 1000, 60),
            ("a night's sleep", &[(12 * 3600, Look)], 43200, -42300),
            ("the clock went back before it began", &[(-3600, Look)], 0, 900),
            ("the clock went back in a run", &[(300, Pause), (60, Resume), (-3600, Look)], 300, 600),
            ("and it was held there", &[(300, Pause), (60, Resume), (-3600, Pause), (900, Look)], 300, 600),
        ];
        for (what, steps, spent, left) in table {
            let (timer, now) = run(steps);
            assert_eq!(timer.spent_at(now).num_seconds(), *spent, "{what}");
            assert_eq!(timer.left_at(now).num_seconds(), *left, "{what}");
        }
    }

    #[test]
    fn an_end_is_known_while_it_runs_only() {
        let mut timer = Timer::started(900, at(0)).unwrap();
        assert_eq!(timer.end(), Some(at(900)));
        timer.pause(at(300));
        assert_eq!(timer.end(), None);
        timer.resume(at(1000));
        assert_eq!(timer.end(), Some(at(1600)));
        timer.stop(at(1100));
        assert_eq!((timer.end(), timer.stopped_at), (None, Some(at(1100))));
        assert_eq!(timer.spent_at(at(5000)).num_seconds(), 400);
        timer.resume(at(5000));
        assert_eq!((timer.end(), timer.stopped_at), (Some(at(5500)), None), "taken up again");
    }

    #[test]
    fn half_seconds_are_given_when_a_timer_that_is_over_is_extended() {
        let mut timer = Timer::started(10, at(0)).unwrap();
        timer.extend(60, at(12) + TimeDelta::milliseconds(300)).unwrap();
        assert_eq!(timer.length, TimeDelta::seconds(73));
    }

    #[test]
    fn what_a_timer_refuses() {
        for seconds in [0, LENGTH_MAX + 1] {
            assert_eq!(Timer::started(seconds, at(0)).unwrap_err().code(), "timer_length");
        }
        assert!(Timer::started(LENGTH_MAX, at(0)).is_ok());
        let mut timer = Timer::started(900, at(0)).unwrap();
        for seconds in [0, EXTENSION_MAX + 1] {
            assert_eq!(timer.extend(seconds, at(1)).unwrap_err().code(), "timer_extension");
        }
        assert_eq!(timer.extend(60, at(86_400)).unwrap_err(), TimerRule::Extended);
        assert_eq!(timer.length, TimeDelta::seconds(900), "a refusal changes nothing");
        assert_eq!(label(" ").unwrap_err().code(), "timer_label");
        assert_eq!(subject("a\nb").unwrap_err().code(), "timer_subject");
    }

    #[test]
    fn an_end_in_words() {
        for (seconds, says) in [
            (900, "The 15 minutes are over."),
            (60, "The minute is over."),
            (45, "The 45 seconds are over."),
            (90, "The time is over."),
            (1, "The time is over."),
        ] {
            assert_eq!(end_in_words(TimeDelta::seconds(seconds)), says);
        }
    }

    fn steps() -> impl Strategy<Value = Vec<(i64, Step)>> {
        let step = prop_oneof![
            Just(Step::Pause),
            Just(Step::Resume),
            (1u32..=300).prop_map(Step::Extend),
            Just(Step::Look)
        ];
        prop::collection::vec((-400i64..400, step), 0..40)
    }

    proptest! {
        /// Whatever the clock does: nothing spent ever comes back, and nothing is left that was not given.
        #[test]
        fn the_clock_gives_nothing_back(steps in steps()) {
            let (mut timer, mut clock) = (Timer::started(900, at(0)).unwrap(), 0);
            let (mut spent, mut given) = (TimeDelta::zero(), TimeDelta::seconds(900));
            for (later, step) in steps {
                clock += later;
                match step {
                    Step::Pause => timer.pause(at(clock)),
                    Step::Resume => timer.resume(at(clock)),
                    Step::Look => {}
                    Step::Extend(seconds) => {
                        timer.extend(seconds, at(clock)).unwrap();
                        given = timer.length;
                    }
                }
                prop_assert!(timer.spent >= spent, "what was kept as spent never falls");
                spent = timer.spent;
                prop_assert!(timer.spent_at(at(clock)) >= spent);
                prop_assert!(timer.left_at(at(clock)) <= given - spent);
                prop_assert_eq!(timer.left_at(at(clock)) + timer.spent_at(at(clock)), timer.length);
            }
        }

        /// Looking changes nothing, and time that passes while it runs is taken from what is left, second by second.
        #[test]
        fn time_that_passes_is_taken(steps in steps(), passes in 0i64..10_000) {
            let (timer, now) = run(&steps);
            let later = now.max(timer.running_since.unwrap_or(now)) + TimeDelta::seconds(passes);
            let from = now.max(timer.running_since.unwrap_or(now));
            let taken = timer.left_at(from) - timer.left_at(later);
            let expected = if timer.running_since.is_some() { passes } else { 0 };
            prop_assert_eq!(taken, TimeDelta::seconds(expected));
        }
    }
}
