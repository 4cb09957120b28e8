//! Impediments: what stands in the team's way, from raised to resolved.
//!
//! Not here: how long they take ([`crate::figures::resolution`]).

use crate::rule::Rule;
use crate::text::{self, TextFault};
use crate::word::words;

/// Most characters of a title.
pub const TITLE_MAX: usize = 300;
/// Most characters of a description or a resolution.
pub const TEXT_MAX: usize = 20_000;

words! {
    "impediment state";
    /// Where an impediment is in its life: raised → acknowledged → resolved.
    pub enum State {
        /// Somebody named it.
        Raised => "raised",
        /// Somebody works on it.
        Acknowledged => "acknowledged",
        /// It is out of the way.
        Resolved => "resolved",
    }
}

words! {
    "severity";
    /// How much an impediment holds up.
    pub enum Severity {
        /// An annoyance.
        Low => "low",
        /// It slows work.
        Medium => "medium",
        /// It stops an item.
        High => "high",
        /// It stops the team.
        Critical => "critical",
    }
}

words! {
    "impediment step";
    /// What can happen to an impediment after it was raised.
    pub enum Step {
        /// Somebody takes it on.
        Acknowledge => "acknowledge",
        /// It is out of the way.
        Resolve => "resolve",
        /// It is back.
        Reopen => "reopen",
    }
}

/// A refusal about an impediment.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ImpedimentRule {
    /// The title is empty, too long, or not one line.
    #[error("The impediment's title was not accepted: {0}.")]
    Title(TextFault),
    /// The description or the resolution is too long or holds control characters.
    #[error("The impediment's text was not accepted: {0}.")]
    Text(TextFault),
    /// The state does not allow the step.
    #[error("The impediment is {state}; it cannot be {}.", .step.participle())]
    Step {
        /// Its state.
        state: State,
        /// The step refused.
        step: Step,
    },
}

impl Step {
    const fn participle(self) -> &'static str {
        match self {
            Self::Acknowledge => "acknowledged",
            Self::Resolve => "resolved",
            Self::Reopen => "reopened",
        }
    }
}

impl Rule for ImpedimentRule {
    fn code(&self) -> &'static str {
        match self {
            Self::Title(_) => "impediment_title",
            Self::Text(_) => "impediment_text",
            Self::Step { .. } => "impediment_step",
        }
    }

    fn hint(&self) -> String {
        match self {
            Self::Title(fault) | Self::Text(fault) => fault.hint(),
            Self::Step { step: Step::Reopen, .. } => "Only a resolved impediment is reopened.".into(),
            Self::Step { state: State::Resolved, .. } => "Reopen it first.".into(),
            Self::Step { .. } => "It is acknowledged already; resolve it when it is out of the way.".into(),
        }
    }
}

/// An impediment's title: trimmed, one visible line of 1 to [`TITLE_MAX`] characters.
pub fn title(text: &str) -> Result<String, ImpedimentRule> {
    text::line(text, TITLE_MAX).map_err(ImpedimentRule::Title)
}

/// A description or a resolution: up to [`TEXT_MAX`] characters; may be empty.
pub fn text(text: &str) -> Result<String, ImpedimentRule> {
    text::prose(text, TEXT_MAX).map_err(ImpedimentRule::Text)
}

/// The state after a step. Resolving may skip acknowledging; reopening begins again at raised.
pub fn step(state: State, step: Step) -> Result<State, ImpedimentRule> {
    match (state, step) {
        (State::Raised, Step::Acknowledge) => Ok(State::Acknowledged),
        (State::Raised | State::Acknowledged, Step::Resolve) => Ok(State::Resolved),
        (State::Resolved, Step::Reopen) => Ok(State::Raised),
        _ => Err(ImpedimentRule::Step { state, step }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_step_from_every_state() {
        use State::{Acknowledged, Raised, Resolved};
        for (from, acknowledged, resolved, reopened) in [
            (Raised, Some(Acknowledged), Some(Resolved), None),
            (Acknowledged, None, Some(Resolved), None),
            (Resolved, None, None, Some(Raised)),
        ] {
            assert_eq!(step(from, Step::Acknowledge).ok(), acknowledged, "{from}");
            assert_eq!(step(from, Step::Resolve).ok(), resolved, "{from}");
            assert_eq!(step(from, Step::Reopen).ok(), reopened, "{from}");
        }
        let refusal = step(State::Resolved, Step::Resolve).unwrap_err();
        assert_eq!(refusal.to_string(), "The impediment is resolved; it cannot be resolved.");
        assert_eq!(refusal.code(), "impediment_step");
    }

    #[test]
    fn texts() {
        assert_eq!(title(" Test quay is down ").as_deref(), Ok("Test quay is down"));
        assert_eq!(title(&"x".repeat(301)).unwrap_err().code(), "impediment_title");
        assert_eq!(text("").as_deref(), Ok(""));
        assert_eq!(text(&"x".repeat(20_001)).unwrap_err().code(), "impediment_text");
        assert!(Severity::Low < Severity::Critical);
    }
}
