//! Every refusal about sprints.

use chrono::NaiveDate;

use super::State;
use crate::item::ItemRule;
use crate::rule::Rule;
use crate::text::{self, TextFault};

/// A refusal about a sprint.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum SprintRule {
    /// The name is empty, too long, or not one line.
    #[error("The sprint's name was not accepted: {0}.")]
    Name(TextFault),
    /// The goal is too long or holds control characters.
    #[error("The Sprint Goal was not accepted: {0}.")]
    Goal(TextFault),
    /// Cancelling needs a reason.
    #[error("The reason for cancelling was not accepted: {0}.")]
    Reason(TextFault),
    /// A day outside the years 2000 to 2200.
    #[error("{} is outside the years 2000 to 2200.", text::day(.0))]
    DayOutOfRange(NaiveDate),
    /// The last day is before the first.
    #[error("The sprint would end on {}, before it starts on {}.", text::day(.end), text::day(.start))]
    EndsBeforeStart {
        /// First day.
        start: NaiveDate,
        /// Last day.
        end: NaiveDate,
    },
    /// Longer than a calendar month.
    #[error(
        "A sprint lasts one month at most: starting on {} it ends by {}, not on {}.",
        text::day(.start), text::day(.latest), text::day(.end)
    )]
    TooLong {
        /// First day.
        start: NaiveDate,
        /// Last day asked for.
        end: NaiveDate,
        /// Last day possible.
        latest: NaiveDate,
    },
    /// It shares days with another sprint.
    #[error(
        "{} to {} overlaps {other}, which has {} to {}.",
        text::day(.start), text::day(.end), text::day(.other_start), text::day(.other_end)
    )]
    Overlaps {
        /// First day.
        start: NaiveDate,
        /// Last day.
        end: NaiveDate,
        /// The other sprint's name.
        other: String,
        /// The other's first day.
        other_start: NaiveDate,
        /// The other's last day.
        other_end: NaiveDate,
    },
    /// Only a planned sprint can do this.
    #[error("The sprint is {0}, not planned.")]
    NotPlanned(State),
    /// Only an active sprint can do this.
    #[error("The sprint has not started.")]
    NotActive,
    /// The sprint is closed or cancelled.
    #[error("The sprint is {0}; its record stays as it is.")]
    Over(State),
    /// The first day cannot move any more.
    #[error("The sprint is {0}; its first day is a fact.")]
    StartFixed(State),
    /// Another sprint of the team is active.
    #[error("{0} is active, and a team has one active sprint.")]
    AlreadyActive(String),
    /// No Sprint Goal.
    #[error("The sprint has no Sprint Goal.")]
    NeedsGoal,
    /// No item.
    #[error("The sprint has no item.")]
    Empty,
    /// Unfinished items without a decision; holds their keys.
    #[error("Closing needs a decision for every unfinished item; missing for {}.", .0.join(", "))]
    CloseUndecided(Vec<String>),
    /// A decision for an item that is not in the sprint.
    #[error("A decision names an item that is not in this sprint ({0}).")]
    CloseUnknownItem(crate::ids::ItemId),
    /// A decision for a finished item; holds its key.
    #[error("{0} is finished, there is nothing to decide about it.")]
    CloseFinishedItem(String),
    /// Two decisions for one item; holds its key.
    #[error("There are two decisions for {0}.")]
    CloseDecidedTwice(String),
    /// The done part of a split is more than the whole.
    #[error("{key} is estimated {estimate}; its done part cannot be {done}.")]
    CloseSplitTooBig {
        /// The item's key.
        key: String,
        /// Its estimate.
        estimate: f64,
        /// The done part asked for.
        done: f64,
    },
    /// The done part's estimate or the remainder's title was refused.
    #[error("The split of {key} was not accepted. {rule}")]
    CloseSplit {
        /// The item's key.
        key: String,
        /// Why.
        rule: ItemRule,
    },
    /// Items go to the next sprint, and there is none.
    #[error("There is no planned sprint for the items to go to.")]
    NoNextSprint,
}

impl Rule for SprintRule {
    fn code(&self) -> &'static str {
        match self {
            Self::Name(_) => "sprint_name",
            Self::Goal(_) => "sprint_goal",
            Self::Reason(_) => "sprint_reason",
            Self::DayOutOfRange(_) => "sprint_day_range",
            Self::EndsBeforeStart { .. } => "sprint_ends_before_start",
            Self::TooLong { .. } => "sprint_too_long",
            Self::Overlaps { .. } => "sprint_overlaps",
            Self::NotPlanned(_) => "sprint_not_planned",
            Self::NotActive => "sprint_not_active",
            Self::Over(_) => "sprint_over",
            Self::StartFixed(_) => "sprint_start_fixed",
            Self::AlreadyActive(_) => "sprint_already_active",
            Self::NeedsGoal => "sprint_needs_goal",
            Self::Empty => "sprint_empty",
            Self::CloseUndecided(_) => "close_undecided",
            Self::CloseUnknownItem(_) => "close_unknown_item",
            Self::CloseFinishedItem(_) => "close_finished_item",
            Self::CloseDecidedTwice(_) => "close_decided_twice",
            Self::CloseSplitTooBig { .. } => "close_split_too_big",
            Self::CloseSplit { .. } => "close_split",
            Self::NoNextSprint => "close_no_next_sprint",
        }
    }

    fn hint(&self) -> String {
        match self {
            Self::Name(fault) | Self::Goal(fault) | Self::Reason(fault) => fault.hint(),
            Self::DayOutOfRange(_) => "Check the year.".into(),
            Self::EndsBeforeStart { .. } => "Choose a last day on or after the first.".into(),
            Self::TooLong { latest, .. } => format!("End it on {} or earlier.", text::day(latest)),
            Self::Overlaps { other_end, .. } => match other_end.succ_opt() {
                Some(free) => {
                    format!("Start on {} or later, or change the other sprint.", text::day(&free))
                }
                None => "Change the other sprint.".into(),
            },
            Self::NotPlanned(State::Active) => "Close or cancel it instead.".into(),
            Self::NotPlanned(_) => "Create a new sprint.".into(),
            Self::NotActive => "Start it first; a planned sprint can be deleted.".into(),
            Self::Over(_) => "Work on it in the sprint that is active now, or plan the next one.".into(),
            Self::StartFixed(_) => "Change the last day, or plan the next sprint.".into(),
            Self::AlreadyActive(name) => format!("Close or cancel {name} first."),
            Self::NeedsGoal => "Say in a sentence why this sprint is worth doing.".into(),
            Self::Empty => "Take at least one item into it.".into(),
            Self::CloseUndecided(_) => {
                "Choose for each: top of the backlog, its old place, next sprint, or split.".into()
            }
            Self::CloseUnknownItem(_) => "Look at the sprint again, it may have changed meanwhile.".into(),
            Self::CloseFinishedItem(_) | Self::CloseDecidedTwice(_) => {
                "Send exactly one decision for each unfinished item.".into()
            }
            Self::CloseSplitTooBig { estimate, .. } => format!("Give a done part from 0 to {estimate}."),
            Self::CloseSplit { rule, .. } => rule.hint(),
            Self::NoNextSprint => "Plan the next sprint first, or send the items to the backlog.".into(),
        }
    }
}
