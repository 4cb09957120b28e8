//! How an improvement is measured: by hand, or by one of the product's own figures, which the app samples once a closed
//! sprint; how far it is; when it is due for review.

use chrono::NaiveDate;

use super::{Direction, ImprovementRule, KPI_VALUE_MAX, State, TEXT_MAX};
use crate::goal;
use crate::text;
use crate::word::words;

words! {
    "figure of the product";
    /// A figure of the product that can be sampled once a sprint.
    pub enum Figure {
        /// Points completed in the sprint, by its record.
        Velocity => "velocity",
        /// Committed points completed ÷ points committed, in per cent, by its record.
        SayDo => "sayDo",
        /// The median cycle time of the items that were Done at its close, in days.
        CycleTimeMedian => "cycleTimeMedian",
        /// The 85th percentile of the same.
        CycleTime85 => "cycleTime85",
        /// Hours by the clock for which its items were blocked while they were in it, all added up.
        BlockedTime => "blockedTime",
        /// Downtime ÷ incidents of those restored while it ran, in hours.
        Mttr => "mttr",
        /// Committed items that were unfinished at its close and went on ÷ items committed to, in per cent.
        CarryOver => "carryOver",
        /// Items Done at its close ÷ working days from its start to its end.
        Throughput => "throughput",
        /// The mean of its Daily Scrums' votes on the Sprint Goal, each the mean of those who voted; 1 to 5.
        GoalConfidence => "goalConfidence",
    }
}

impl Figure {
    /// The name in a sentence and as the KPI's own.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Velocity => "Velocity",
            Self::SayDo => "Say/do",
            Self::CycleTimeMedian => "Cycle time, median",
            Self::CycleTime85 => "Cycle time, 85th percentile",
            Self::BlockedTime => "Blocked time",
            Self::Mttr => "MTTR",
            Self::CarryOver => "Carry-over",
            Self::Throughput => "Throughput",
            Self::GoalConfidence => "Goal confidence",
        }
    }

    /// In what it is measured.
    pub const fn unit(self) -> &'static str {
        match self {
            Self::Velocity => "points",
            Self::SayDo | Self::CarryOver => "%",
            Self::CycleTimeMedian | Self::CycleTime85 => "days",
            Self::BlockedTime | Self::Mttr => "h",
            Self::Throughput => "items a day",
            Self::GoalConfidence => "of 5",
        }
    }
}

/// Which way a figure usually improves.
pub const fn best_way(figure: Figure) -> Direction {
    match figure {
        Figure::Velocity | Figure::SayDo | Figure::Throughput | Figure::GoalConfidence => Direction::Up,
        Figure::CycleTimeMedian
        | Figure::CycleTime85
        | Figure::BlockedTime
        | Figure::Mttr
        | Figure::CarryOver => Direction::Down,
    }
}

/// Whether a step takes the baseline of a sampled KPI: when the team comes to want the improvement, be it again. What
/// was under way and goes back to agreed keeps the one it has.
pub const fn takes_baseline(from: Option<State>, to: State) -> bool {
    let wanted_before = match from {
        Some(from) => from.is_wanted(),
        None => false,
    };
    matches!(to, State::Agreed) && !wanted_before
}

/// A value that was measured.
pub fn value(value: f64) -> Result<f64, ImprovementRule> {
    if value.is_finite() && value.abs() <= KPI_VALUE_MAX {
        // Adding zero turns the -0.0 that a client may send into 0.0.
        Ok(value + 0.0)
    } else {
        Err(ImprovementRule::KpiValue(value))
    }
}

/// The day of a measurement, which is not after the team's `today`.
pub fn day(day: NaiveDate, today: NaiveDate) -> Result<NaiveDate, ImprovementRule> {
    if day > today { Err(ImprovementRule::Future(day)) } else { Ok(day) }
}

/// What is said of a measurement; may be empty.
pub fn note(text: &str) -> Result<String, ImprovementRule> {
    text::prose(text, TEXT_MAX).map_err(ImprovementRule::Note)
}

/// Whether a value is at the target or past it.
pub fn reached(target: f64, direction: Direction, value: f64) -> bool {
    match direction {
        Direction::Up => value >= target,
        Direction::Down => value <= target,
    }
}

/// How much of the way from baseline to target is gone, in per cent, as [`goal::progress`] has it. `None` where one of
/// them is not known, or there is no way between them.
pub fn progress(baseline: Option<f64>, target: Option<f64>, value: Option<f64>) -> Option<f64> {
    let (baseline, target) = baseline.zip(target).filter(|(baseline, target)| baseline != target)?;
    Some(goal::progress(baseline, target, value?))
}

/// Whether an improvement waits for its review.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Due {
    /// Not yet, or not any more.
    Not,
    /// In the retrospective of the sprint that runs or ended last.
    Now,
    /// Its review sprint is past, and a later one has begun.
    Over,
}

/// When an improvement is due, seen from the newest sprint that has begun: sprints by their numbers. One without a
/// review sprint is asked about in every retrospective, which is no date that could be missed.
pub fn due(state: State, review_sprint: Option<i64>, newest: Option<i64>) -> Due {
    if !super::is_due(state, review_sprint, newest) {
        return Due::Not;
    }
    match (review_sprint, newest) {
        (Some(review), Some(newest)) if review < newest => Due::Over,
        (Some(_), Some(_)) => Due::Now,
        _ => Due::Not,
    }
}

/// The step that the state of its backlog item speaks for: what is agreed and being worked on is in progress, and what
/// is Done can be reviewed. It is offered and never taken by itself: an item may be Done long before its effect shows,
/// and the register says what the team has decided.
pub const fn suggested(state: State, item_begun: bool, item_done: bool) -> Option<State> {
    match state {
        State::Agreed | State::InProgress if item_done => Some(State::InReview),
        State::Agreed if item_begun => Some(State::InProgress),
        _ => None,
    }
}
