//! The sprint: its states, dates and goal, and what each state allows.
//!
//! Deciding what becomes of the items at the end is in [`close`]. Not here: figures of a sprint ([`crate::figures`])
//! and who may do what ([`crate::accountability`]).

pub mod close;
mod dates;
mod rules;

use crate::text;
use crate::word::words;

pub use close::{CloseDecision, ClosingItem, Decided, Outcome, SplitParts, is_late, plan_close};
pub use dates::{Occupied, check_dates, last_end, next_span, occupied, unused_days};
pub use rules::SprintRule;

/// Most characters of a sprint's name.
pub const NAME_MAX: usize = 100;
/// Most characters of a Sprint Goal.
pub const GOAL_MAX: usize = 1000;
/// Fewest and most characters of the reason for cancelling a sprint.
pub const REASON_LENGTH: std::ops::RangeInclusive<usize> = 3..=500;

words! {
    "sprint state";
    /// Where a sprint is in its life: planned → active → closed, or cancelled.
    pub enum State {
        /// Not started.
        Planned => "planned",
        /// Started; the commitment is frozen.
        Active => "active",
        /// Closed; its record is final.
        Closed => "closed",
        /// Cancelled because its goal became obsolete.
        Cancelled => "cancelled",
    }
}

/// The name of a sprint nobody named.
pub fn default_name(number: i64) -> String {
    format!("Sprint {number}")
}

/// A sprint's name: trimmed, one visible line of 1 to [`NAME_MAX`] characters.
pub fn name(text: &str) -> Result<String, SprintRule> {
    text::line(text, NAME_MAX).map_err(SprintRule::Name)
}

/// A Sprint Goal of up to [`GOAL_MAX`] characters; empty means not set yet.
pub fn goal(text: &str) -> Result<String, SprintRule> {
    text::prose(text, GOAL_MAX).map(|goal| goal.trim_start().to_owned()).map_err(SprintRule::Goal)
}

/// The reason for cancelling a sprint, of [`REASON_LENGTH`] characters.
pub fn reason(text: &str) -> Result<String, SprintRule> {
    text::reason(text, *REASON_LENGTH.start(), *REASON_LENGTH.end()).map_err(SprintRule::Reason)
}

/// Whether a sprint in this state may start with this goal and this many items, given the name of the sprint of the
/// team that is active.
pub fn can_start(state: State, goal: &str, items: usize, active: Option<&str>) -> Result<(), SprintRule> {
    match state {
        State::Planned => {}
        State::Active => return Err(SprintRule::NotPlanned(state)),
        State::Closed | State::Cancelled => return Err(SprintRule::Over(state)),
    }
    if let Some(active) = active {
        return Err(SprintRule::AlreadyActive(active.to_owned()));
    }
    if goal.trim().is_empty() {
        return Err(SprintRule::NeedsGoal);
    }
    if items == 0 {
        return Err(SprintRule::Empty);
    }
    Ok(())
}

/// Whether a sprint in this state may be closed. An emptied one may.
pub fn can_close(state: State) -> Result<(), SprintRule> {
    active_only(state)
}

/// Whether a sprint in this state may be cancelled. A planned one is deleted instead.
pub fn can_cancel(state: State) -> Result<(), SprintRule> {
    active_only(state)
}

/// Whether a sprint in this state may be deleted: only a planned one.
pub fn can_delete(state: State) -> Result<(), SprintRule> {
    if state == State::Planned { Ok(()) } else { Err(SprintRule::NotPlanned(state)) }
}

/// Whether items may be taken into a sprint in this state. After start it is a scope change.
pub fn can_take(state: State) -> Result<(), SprintRule> {
    open_only(state)
}

/// Whether items may be given back from a sprint in this state. After start it is a scope change.
pub fn can_give_back(state: State) -> Result<(), SprintRule> {
    open_only(state)
}

/// Whether name and goal may be edited: until the sprint is over.
pub fn can_edit(state: State) -> Result<(), SprintRule> {
    open_only(state)
}

/// Whether the first day may be changed: only before start.
pub fn can_move_start(state: State) -> Result<(), SprintRule> {
    if state == State::Planned { Ok(()) } else { Err(SprintRule::StartFixed(state)) }
}

/// Whether the last day may be changed: until the sprint is over.
pub fn can_move_end(state: State) -> Result<(), SprintRule> {
    open_only(state)
}

fn active_only(state: State) -> Result<(), SprintRule> {
    match state {
        State::Active => Ok(()),
        State::Planned => Err(SprintRule::NotActive),
        State::Closed | State::Cancelled => Err(SprintRule::Over(state)),
    }
}

fn open_only(state: State) -> Result<(), SprintRule> {
    match state {
        State::Planned | State::Active => Ok(()),
        State::Closed | State::Cancelled => Err(SprintRule::Over(state)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rule::Rule;

    #[test]
    fn each_state_allows_what_it_allows() {
        // In the order planned, active, closed, cancelled.
        type Check = fn(State) -> Result<(), SprintRule>;
        type Expected = [Result<(), &'static str>; 4];
        let over = Err("sprint_over");
        let checks: [(&str, Check, Expected); 8] = [
            ("start", |s| can_start(s, "Goal", 1, None), [Ok(()), Err("sprint_not_planned"), over, over]),
            ("close", can_close, [Err("sprint_not_active"), Ok(()), over, over]),
            ("cancel", can_cancel, [Err("sprint_not_active"), Ok(()), over, over]),
            ("take", can_take, [Ok(()), Ok(()), over, over]),
            ("give back", can_give_back, [Ok(()), Ok(()), over, over]),
            ("edit", can_edit, [Ok(()), Ok(()), over, over]),
            ("move end", can_move_end, [Ok(()), Ok(()), over, over]),
            ("move start", can_move_start, {
                let fixed = Err("sprint_start_fixed");
                [Ok(()), fixed, fixed, fixed]
            }),
        ];
        for (what, check, expect) in checks {
            for (state, expect) in State::ALL.iter().zip(expect) {
                assert_eq!(check(*state).map_err(|e| e.code()), expect, "{what} when {state}");
            }
        }
        for state in [State::Active, State::Closed, State::Cancelled] {
            assert_eq!(can_delete(state).unwrap_err().code(), "sprint_not_planned");
        }
        assert_eq!(can_delete(State::Planned), Ok(()));
    }

    #[test]
    fn starting_needs_a_goal_items_and_the_floor() {
        let code = |goal, items, active| can_start(State::Planned, goal, items, active).map_err(|e| e.code());
        assert_eq!(code("Board in under a minute", 1, None), Ok(()));
        assert_eq!(code(" \n", 1, None), Err("sprint_needs_goal"));
        assert_eq!(code("Goal", 0, None), Err("sprint_empty"));
        assert_eq!(code("Goal", 1, Some("Sprint 5")), Err("sprint_already_active"));
        let refusal = can_start(State::Planned, "Goal", 1, Some("Sprint 5")).unwrap_err();
        assert!(refusal.to_string().contains("Sprint 5"), "{refusal}");
    }

    #[test]
    fn texts() {
        assert_eq!(default_name(7), "Sprint 7");
        assert_eq!(goal(" Board faster\n").as_deref(), Ok("Board faster"));
        assert_eq!(goal(&"x".repeat(1001)).unwrap_err().code(), "sprint_goal");
        assert_eq!(name("").unwrap_err().code(), "sprint_name");
        assert_eq!(reason("no").unwrap_err().code(), "sprint_reason");
        assert_eq!(reason("The market moved").as_deref(), Ok("The market moved"));
    }
}
