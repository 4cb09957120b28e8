//! `impediment.begin`, `impediment.restore`: the downtime of an impediment that is an incident.

use chrono::{DateTime, Utc};
use lineout_domain::impediment::{self as rules, Incident};
use lineout_store::record::{self, Record};
use uuid::Uuid;

use super::{Impediment, find, key};
use crate::context::Act;
use crate::error::Result;
use crate::wire::{patch, requests};

requests! {
    /// The downtime of an incident, told with the impediment or changed later; what is left out stays.
    pub struct SetIncident {
        /// Since when it was down. Now when left out of a new one.
        pub began: Option<DateTime<Utc>>,
        /// When it was restored; null while it is down.
        #[serde(default, deserialize_with = "patch")]
        #[ts(optional, type = "string | null")]
        pub restored: Option<Option<DateTime<Utc>>>,
    }

    /// Says when something happened to an incident.
    pub struct TimeIncident {
        /// Of which impediment.
        pub impediment: Uuid,
        /// Now when left out.
        pub at: Option<DateTime<Utc>>,
    }
}

/// The incident that an impediment is, if it is one.
pub(crate) fn of(row: &record::Impediment) -> Option<Incident> {
    row.began_at.map(|began| Incident { began, restored: row.restored_at })
}

/// Makes an impediment the incident that is told.
pub(super) fn set(row: &mut record::Impediment, told: &SetIncident, now: DateTime<Utc>) -> Result<()> {
    let began = told.began.or(row.began_at).unwrap_or(now);
    let restored = told.restored.unwrap_or(row.restored_at);
    write(row, rules::incident(began, restored, now)?);
    Ok(())
}

pub(super) fn write(row: &mut record::Impediment, incident: Incident) {
    row.began_at = Some(incident.began);
    row.restored_at = incident.restored;
}

pub(crate) mod begin {
    use super::*;

    pub(crate) fn run(act: &mut Act<'_, '_>, request: TimeIncident) -> Result<Impediment> {
        let mut row = find(act.db, request.impediment)?;
        let begun = rules::begin(of(&row), request.at.unwrap_or(act.now), act.now)?;
        write(&mut row, begun);
        row.save(act.db)?;
        act.db.label(format!("Say that {} is an incident", key(&row)));
        Impediment::read(act.db, row, act.now)
    }
}

pub(crate) mod restore {
    use super::*;

    pub(crate) fn run(act: &mut Act<'_, '_>, request: TimeIncident) -> Result<Impediment> {
        let mut row = find(act.db, request.impediment)?;
        let restored = rules::restore(of(&row), request.at, act.now)?;
        write(&mut row, restored);
        row.save(act.db)?;
        act.db.label(format!("Say that {} is restored", key(&row)));
        Impediment::read(act.db, row, act.now)
    }
}
