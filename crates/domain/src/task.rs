//! Tasks: the steps of an item on its way to Done, with the hours that are left of each.
//!
//! A task is no item: it has no key, no estimate in points and no Definition of Done. What a finished one had left is
//! kept and counts no longer, so that taking it up again loses nothing.

use crate::capacity::{self, hundredths};
use crate::rule::Rule;
use crate::text::{self, TextFault};
use crate::word::words;

/// Most characters of a title.
pub const TITLE_MAX: usize = 200;
/// Most hours that are left of one task.
pub const HOURS_MAX: f64 = 999.0;
/// Most tasks of one item.
pub const TASKS_MAX: usize = 100;

words! {
    "task state";
    /// Where a task is.
    pub enum State {
        /// Not begun.
        Todo => "todo",
        /// Somebody is at it.
        InProgress => "inProgress",
        /// Finished.
        Done => "done",
    }
}

/// A refusal about a task.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum TaskRule {
    /// The title is empty, too long, or not one line.
    #[error("The task's title was not accepted: {0}.")]
    Title(TextFault),
    /// Not a number from 0 to [`HOURS_MAX`].
    #[error("Remaining hours are a number from 0 to 999; {0} is not.")]
    Hours(f64),
    /// More than [`TASKS_MAX`].
    #[error("An item has at most 100 tasks; there would be {0}.")]
    Many(usize),
}

impl Rule for TaskRule {
    fn code(&self) -> &'static str {
        match self {
            Self::Title(_) => "task_title",
            Self::Hours(_) => "task_hours_range",
            Self::Many(_) => "tasks_many",
        }
    }

    fn hint(&self) -> String {
        match self {
            Self::Title(fault) => fault.hint(),
            Self::Hours(_) => "Give hours from 0 to 999, or none; half an hour is 0.5.".into(),
            Self::Many(_) => "Split the item: each part has tasks of its own.".into(),
        }
    }
}

/// A task's title: one visible line of 1 to [`TITLE_MAX`] characters.
pub fn title(text: &str) -> Result<String, TaskRule> {
    text::line(text, TITLE_MAX).map_err(TaskRule::Title)
}

/// Hours left: 0 to [`HOURS_MAX`], in hundredths.
pub fn hours(hours: f64) -> Result<f64, TaskRule> {
    if (0.0..=HOURS_MAX).contains(&hours) { Ok(hundredths(hours)) } else { Err(TaskRule::Hours(hours)) }
}

/// Refuses more tasks of one item than [`TASKS_MAX`].
pub fn check_count(count: usize) -> Result<(), TaskRule> {
    if count > TASKS_MAX { Err(TaskRule::Many(count)) } else { Ok(()) }
}

/// The hours left of several tasks; finished ones and those of which nobody said count 0.
pub fn remaining(tasks: impl IntoIterator<Item = (State, Option<f64>)>) -> f64 {
    capacity::sum(tasks.into_iter().filter(|(state, _)| *state != State::Done).filter_map(|(_, hours)| hours))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_task_is_a_line_and_hours() {
        assert_eq!(title(" Map the seats ").as_deref(), Ok("Map the seats"));
        for text in ["", " ", "a\nb", &"x".repeat(201)] {
            assert_eq!(title(text).unwrap_err().code(), "task_title", "{text:?}");
        }
        for (given, expect) in [(0.0, 0.0), (0.5, 0.5), (999.0, 999.0), (1.004, 1.0), (-0.0, 0.0)] {
            assert_eq!(hours(given), Ok(expect));
        }
        for given in [-0.5, 999.01, f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
            assert_eq!(hours(given).unwrap_err().code(), "task_hours_range", "{given}");
        }
        assert_eq!(check_count(100), Ok(()));
        assert_eq!(check_count(101).unwrap_err().code(), "tasks_many");
    }

    #[test]
    fn what_is_finished_has_nothing_left() {
        let tasks = [
            (State::Todo, Some(3.5)),
            (State::InProgress, Some(0.1)),
            (State::Done, Some(8.0)),
            (State::Todo, None),
        ];
        assert_eq!(remaining(tasks), 3.6);
        assert_eq!(remaining([]), 0.0);
    }
}
