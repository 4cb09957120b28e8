//! `impediment.acknowledge`, `impediment.resolve`, `impediment.reopen`: the life of an impediment.

use chrono::{DateTime, Utc};
use lineout_domain::accountability::Operation;
use lineout_domain::impediment::{self as rules, Step};
use lineout_store::record::Record;
use uuid::Uuid;

use super::{Impediment, find, incident, key};
use crate::context::Act;
use crate::error::Result;
use crate::wire::requests;

requests! {
    /// Names an impediment.
    pub struct NameImpediment {
        /// Which.
        pub impediment: Uuid,
    }

    /// Resolves an impediment.
    pub struct ResolveImpediment {
        /// Which.
        pub impediment: Uuid,
        /// How.
        pub resolution: Option<String>,
        /// Of an incident that is still down, when it was restored; now when left out.
        pub restored: Option<DateTime<Utc>>,
    }
}

pub(crate) mod acknowledge {
    use super::*;

    pub(crate) fn run(act: &mut Act<'_, '_>, request: NameImpediment) -> Result<Impediment> {
        let mut row = find(act.db, request.impediment)?;
        row.state = rules::step(row.state, Step::Acknowledge)?;
        row.acknowledged_by = act.author;
        row.acknowledged_at = Some(act.now);
        row.save(act.db)?;
        act.db.label(format!("Acknowledge {}", key(&row)));
        Impediment::read(act.db, row, act.now)
    }
}

pub(crate) mod resolve {
    use super::*;

    pub(crate) fn run(act: &mut Act<'_, '_>, request: ResolveImpediment) -> Result<Impediment> {
        let mut row = find(act.db, request.impediment)?;
        row.state = rules::step(row.state, Step::Resolve)?;
        row.resolution = rules::text(&request.resolution.unwrap_or_default())?;
        row.resolved_by = act.author;
        row.resolved_at = Some(act.now);
        // What is out of the way is not down any more. An end that is told goes where the incident has none.
        let down = incident::of(&row).is_some_and(|incident| incident.restored.is_none());
        if down || request.restored.is_some() {
            let restored = rules::restore(incident::of(&row), request.restored, act.now)?;
            incident::write(&mut row, restored);
        }
        row.save(act.db)?;
        act.answer_for(row.product, Operation::CloseImpediment)?;
        act.db.label(format!("Resolve {}", key(&row)));
        Impediment::read(act.db, row, act.now)
    }
}

pub(crate) mod reopen {
    use super::*;

    pub(crate) fn run(act: &mut Act<'_, '_>, request: NameImpediment) -> Result<Impediment> {
        let mut row = find(act.db, request.impediment)?;
        row.state = rules::step(row.state, Step::Reopen)?;
        row.resolution = String::new();
        row.resolved_by = None;
        row.resolved_at = None;
        row.save(act.db)?;
        act.db.label(format!("Reopen {}", key(&row)));
        Impediment::read(act.db, row, act.now)
    }
}
