//! Who builds Harbour, and what they agreed on before the first sprint.

use serde_json::{Value, json};

/// A member of the team.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Who {
    /// The Product Owner.
    Amara,
    /// The Scrum Master, who develops too.
    Jonas,
    /// A Developer.
    Priya,
    /// A Developer.
    Mateo,
    /// A Developer.
    Hana,
    /// A Developer.
    Tomasz,
}

pub(super) use Who::*;

/// Everybody, in the order they joined.
pub(super) const TEAM: [Who; 6] = [Amara, Jonas, Priya, Mateo, Hana, Tomasz];

impl Who {
    /// As the workspace knows them.
    pub(super) fn name(self) -> &'static str {
        match self {
            Amara => "Amara Okafor",
            Jonas => "Jonas Lindqvist",
            Priya => "Priya Raman",
            Mateo => "Mateo Fuentes",
            Hana => "Hana Sato",
            Tomasz => "Tomasz Wójcik",
        }
    }

    /// What they are to Harbour.
    pub(super) fn roles(self) -> &'static [&'static str] {
        match self {
            Amara => &["productOwner"],
            Jonas => &["scrumMaster", "developer"],
            _ => &["developer"],
        }
    }
}

/// The team's time zone.
pub(super) const ZONE: chrono_tz::Tz = chrono_tz::Europe::Dublin;

/// Epics with their hues.
pub(super) const EPICS: &[(&str, u16)] =
    &[("Rebooking", 305), ("Fares", 72), ("Check-in", 190), ("Timetable", 235), ("Platform", 5)];

/// The Definition of Done the team began with. The first three are named by the story.
pub(super) const DONE_AT_FIRST: &[&str] = &[
    "Acceptance criteria met",
    "Reviewed by someone else",
    "Tests green on main",
    "Running on staging",
    "Seen by the Product Owner",
];

/// The Definition of Done from the third sprint on.
pub(super) const DONE_WITH_NOTES: &[&str] = &[
    "Acceptance criteria met",
    "Reviewed by someone else",
    "Tests green on main",
    "Running on staging",
    "Release note written",
    "Seen by the Product Owner",
];

/// Harbour itself; the Product Goal names a month three months ahead.
pub(super) fn product(month: &str) -> Value {
    json!({
        "key": "HBR",
        "name": "Harbour",
        "goal": format!("By the end of {month}, 60% of passengers change or cancel a sailing without calling us"),
        "definitionOfDone": DONE_AT_FIRST,
        "sprintLengthDays": 14,
        "timeZone": ZONE.name(),
        "estimateScale": [0, 0.5, 1, 2, 3, 5, 8, 13, 21],
        "columns": [
            { "name": "To Do", "category": "todo" },
            { "name": "In Progress", "category": "inProgress", "wipLimit": 4 },
            { "name": "Review", "category": "inProgress", "wipLimit": 3 },
            { "name": "Done", "category": "done" },
        ],
    })
}
