//! `impediment.edit`: what is written on an impediment.

use lineout_domain::ids::PersonId;
use lineout_domain::impediment as rules;
use lineout_store::record::{self, Record};
use uuid::Uuid;

use super::incident::{self, SetIncident};
use super::{Impediment, Severity, find, key, set_items};
use crate::context::Act;
use crate::error::Result;
use crate::wire::{patch, requests};

requests! {
    /// Changes an impediment; what is left out stays.
    pub struct EditImpediment {
        /// Which.
        pub impediment: Uuid,
        /// One line.
        pub title: Option<String>,
        /// Markdown.
        pub description: Option<String>,
        /// How bad it is.
        pub severity: Option<Severity>,
        /// Who takes care of it; null for nobody.
        #[serde(default, deserialize_with = "patch")]
        #[ts(optional, type = "string | null")]
        pub owner: Option<Option<Uuid>>,
        /// All it blocks.
        pub items: Option<Vec<Uuid>>,
        /// It endangers the Sprint Goal.
        pub endangers_goal: Option<bool>,
        /// The downtime of the incident it is; null when it is none.
        #[serde(default, deserialize_with = "patch")]
        #[ts(optional, type = "SetIncident | null")]
        pub incident: Option<Option<SetIncident>>,
    }
}

pub(crate) fn run(act: &mut Act<'_, '_>, request: EditImpediment) -> Result<Impediment> {
    let mut row = find(act.db, request.impediment)?;
    let before = row.clone();
    if let Some(title) = &request.title {
        row.title = rules::title(title)?;
    }
    if let Some(description) = &request.description {
        row.description = rules::text(description)?;
    }
    if let Some(severity) = request.severity {
        row.severity = severity.into();
    }
    if let Some(owner) = request.owner {
        let person = owner.map(|id| record::Person::get(act.db, PersonId::new(id))).transpose()?;
        row.owner = person.map(|person| person.id);
    }
    if let Some(endangers) = request.endangers_goal {
        row.endangers_goal = endangers;
    }
    match &request.incident {
        Some(Some(told)) => incident::set(&mut row, told, act.now)?,
        Some(None) => (row.began_at, row.restored_at) = (None, None),
        None => {}
    }
    row.save(act.db)?;
    if let Some(items) = &request.items {
        set_items(act, &row, items)?;
    }
    let label = label(act, &before, &row, request.items.is_some())?;
    act.db.label(label);
    Impediment::read(act.db, row, act.now)
}

/// Says the one thing that changed, or that several did.
fn label(
    act: &Act<'_, '_>,
    before: &record::Impediment,
    after: &record::Impediment,
    items: bool,
) -> Result<String> {
    let key = key(after);
    let changed = [
        before.title != after.title,
        before.description != after.description,
        before.severity != after.severity,
        before.owner != after.owner,
        before.endangers_goal != after.endangers_goal,
        incident::of(before) != incident::of(after),
    ];
    Ok(match (changed, items) {
        ([false, false, false, false, false, false], true) => format!("Change what {key} blocks"),
        ([true, false, false, false, false, false], false) => format!("Rename {key}"),
        ([false, true, false, false, false, false], false) => format!("Describe {key}"),
        ([false, false, true, false, false, false], false) => format!("Make {key} {}", after.severity),
        ([false, false, false, true, false, false], false) => match after.owner {
            Some(owner) => format!("Give {key} to {}", record::Person::get(act.db, owner)?.name),
            None => format!("Leave {key} without an owner"),
        },
        ([false, false, false, false, true, false], false) if after.endangers_goal => {
            format!("Say that {key} endangers the Sprint Goal")
        }
        ([false, false, false, false, true, false], false) => {
            format!("Say that {key} does not endanger the Sprint Goal")
        }
        ([false, false, false, false, false, true], false) => downtime_label(before, after),
        _ => format!("Edit {key}"),
    })
}

/// Says what changed of an incident.
fn downtime_label(before: &record::Impediment, after: &record::Impediment) -> String {
    let key = key(after);
    match (incident::of(before), incident::of(after)) {
        (None, _) => format!("Say that {key} is an incident"),
        (_, None) => format!("Say that {key} is no incident"),
        (Some(was), Some(is)) if was.began == is.began && was.restored.is_none() => {
            format!("Say that {key} is restored")
        }
        (Some(was), Some(is)) if was.began == is.began && is.restored.is_none() => {
            format!("Say that {key} is down again")
        }
        _ => format!("Change the downtime of {key}"),
    }
}
