//! Impediments: what stands in the team's way, from raised to resolved. One may be an incident: something that the team
//! runs was down, from when it began until it was restored.
//!
//! Not here: how long they take ([`crate::figures::resolution`]).

use chrono::{DateTime, Utc};

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

/// The downtime of an incident. It may have begun before anybody raised it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Incident {
    /// Since when it was down.
    pub began: DateTime<Utc>,
    /// Until when; `None` while it lasts.
    pub restored: Option<DateTime<Utc>>,
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
    /// The end of a downtime lies before its beginning.
    #[error("The incident cannot have been restored before it began.")]
    RestoredBeforeBegan,
    /// A downtime is a fact, and facts lie in the past.
    #[error("{} lies in the future.", if *.restored { "The instant at which the incident was restored" } else { "The beginning of the incident" })]
    IncidentInFuture {
        /// It is the end that does, not the beginning.
        restored: bool,
    },
    /// It cannot be restored: it is no incident.
    #[error("The impediment is no incident, so nothing was down that could be restored.")]
    NoIncident,
    /// It cannot begin: it has begun.
    #[error("The impediment is an incident already.")]
    IncidentAlready,
    /// It cannot be restored again.
    #[error("The incident is restored already.")]
    RestoredAlready,
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
            Self::RestoredBeforeBegan => "incident_order",
            Self::IncidentInFuture { .. } => "incident_future",
            Self::NoIncident => "no_incident",
            Self::IncidentAlready => "incident_already",
            Self::RestoredAlready => "incident_restored",
        }
    }

    fn hint(&self) -> String {
        match self {
            Self::Title(fault) | Self::Text(fault) => fault.hint(),
            Self::Step { step: Step::Reopen, .. } => "Only a resolved impediment is reopened.".into(),
            Self::Step { state: State::Resolved, .. } => "Reopen it first.".into(),
            Self::Step { .. } => "It is acknowledged already; resolve it when it is out of the way.".into(),
            Self::RestoredBeforeBegan => "Give an end that is not before the beginning.".into(),
            Self::IncidentInFuture { .. } => "Give an instant that has passed.".into(),
            Self::NoIncident => "Say first that it is an incident, and when it began.".into(),
            Self::IncidentAlready => "Edit the incident to change when it began.".into(),
            Self::RestoredAlready => "Edit the incident to change when it was restored.".into(),
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

/// The states that may follow one.
pub fn next(state: State) -> Vec<State> {
    Step::ALL.iter().filter_map(|next| step(state, *next).ok()).collect()
}

/// An incident, when its downtime can be a fact at `now`: it has begun, and ended no earlier than it began.
pub fn incident(
    began: DateTime<Utc>,
    restored: Option<DateTime<Utc>>,
    now: DateTime<Utc>,
) -> Result<Incident, ImpedimentRule> {
    match restored {
        Some(end) if end < began => Err(ImpedimentRule::RestoredBeforeBegan),
        Some(end) if end > now => Err(ImpedimentRule::IncidentInFuture { restored: true }),
        _ if began > now => Err(ImpedimentRule::IncidentInFuture { restored: false }),
        _ => Ok(Incident { began, restored }),
    }
}

/// What becomes of an impediment that turns out to be an incident.
pub fn begin(
    known: Option<Incident>,
    at: DateTime<Utc>,
    now: DateTime<Utc>,
) -> Result<Incident, ImpedimentRule> {
    match known {
        Some(_) => Err(ImpedimentRule::IncidentAlready),
        None => incident(at, None, now),
    }
}

/// What becomes of an incident that is restored: at an instant that is told, or now. By a clock that went back behind the
/// beginning it lasted no time at all.
pub fn restore(
    known: Option<Incident>,
    at: Option<DateTime<Utc>>,
    now: DateTime<Utc>,
) -> Result<Incident, ImpedimentRule> {
    match known {
        None => Err(ImpedimentRule::NoIncident),
        Some(Incident { restored: Some(_), .. }) => Err(ImpedimentRule::RestoredAlready),
        Some(Incident { began, .. }) => match at {
            Some(at) => incident(began, Some(at), now),
            None => Ok(Incident { began, restored: Some(now.max(began)) }),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(hour: &str) -> DateTime<Utc> {
        format!("2026-03-09T{hour}:00Z").parse().unwrap()
    }

    #[test]
    fn a_downtime_is_a_fact_of_the_past() {
        let now = at("12:00");
        for (began, restored, code) in [
            ("09:00", None, None),
            ("12:00", None, None),
            ("09:00", Some("11:00"), None),
            ("09:00", Some("09:00"), None),
            ("12:00", Some("12:00"), None),
            ("12:01", None, Some("incident_future")),
            ("09:00", Some("12:01"), Some("incident_future")),
            ("09:00", Some("08:59"), Some("incident_order")),
        ] {
            let refused = incident(at(began), restored.map(at), now).err();
            let refused =
                refused.inspect(|rule| assert!(!rule.to_string().is_empty() && !rule.hint().is_empty()));
            assert_eq!(refused.map(|rule| rule.code()), code, "{began} {restored:?}");
        }
    }

    #[test]
    fn an_incident_begins_once_and_is_restored_once() {
        let (now, down) = (at("12:00"), Incident { began: at("09:00"), restored: None });
        let over = Incident { restored: Some(at("10:00")), ..down };
        assert_eq!(begin(None, at("09:00"), now), Ok(down));
        assert_eq!(restore(Some(down), Some(at("10:00")), now), Ok(over));
        for (known, begins, restores) in [
            (None, None, Some("no_incident")),
            (Some(down), Some("incident_already"), None),
            (Some(over), Some("incident_already"), Some("incident_restored")),
        ] {
            assert_eq!(begin(known, now, now).err().map(|rule| rule.code()), begins, "{known:?}");
            assert_eq!(restore(known, None, now).err().map(|rule| rule.code()), restores, "{known:?}");
        }
        // A clock that went back behind the beginning ends nothing before it began.
        let early = at("08:00");
        assert_eq!(restore(Some(down), Some(early), early), Err(ImpedimentRule::RestoredBeforeBegan));
        assert_eq!(restore(Some(down), None, early), Ok(Incident { restored: Some(down.began), ..down }));
    }

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
        assert_eq!(next(Raised), [Acknowledged, Resolved]);
        assert_eq!(next(Acknowledged), [Resolved]);
        assert_eq!(next(Resolved), [Raised]);
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
