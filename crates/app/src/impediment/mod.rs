//! Impediments: raised by anyone, acknowledged, resolved; reopened when they come back.

pub mod blocked;
pub mod edit;
pub mod figures;
pub mod get;
pub mod incident;
pub mod list;
pub mod raise;
pub mod turn;

use chrono::{DateTime, Utc};
use lineout_domain::figures::resolution::elapsed_hours;
use lineout_domain::ids::{ImpedimentId, ItemId};
use lineout_domain::impediment as rules;
use lineout_store::Db;
use lineout_store::record::{self, ImpedimentItem, Record};
use uuid::Uuid;

use crate::context::Act;
use crate::error::{AppError, Result};
use crate::item;
use crate::wire::{responses, wire_words};

wire_words! {
    /// How bad an impediment is.
    Severity = lineout_domain::impediment::Severity { Low, Medium, High, Critical }
    /// Where an impediment is in its life.
    ImpedimentState = lineout_domain::impediment::State { Raised, Acknowledged, Resolved }
}

responses! {
    /// Something in the team's way.
    pub struct Impediment {
        /// Its id.
        pub id: Uuid,
        /// Its key, such as IMP-3.
        pub key: String,
        /// The number in its key.
        pub number: u32,
        /// One line.
        pub title: String,
        /// Markdown.
        pub description: String,
        /// How bad it is.
        pub severity: Severity,
        /// Where it is in its life.
        pub state: ImpedimentState,
        /// The states it may go to from there.
        pub next: Vec<ImpedimentState>,
        /// Who takes care of it.
        pub owner: Option<Uuid>,
        /// It endangers the Sprint Goal.
        pub endangers_goal: bool,
        /// Who raised it.
        pub raised_by: Option<Uuid>,
        /// When.
        pub raised_at: DateTime<Utc>,
        /// Who took note.
        pub acknowledged_by: Option<Uuid>,
        /// When somebody took note.
        pub acknowledged_at: Option<DateTime<Utc>>,
        /// When it was resolved.
        pub resolved_at: Option<DateTime<Utc>>,
        /// Who resolved it.
        pub resolved_by: Option<Uuid>,
        /// How.
        pub resolution: String,
        /// What it blocks.
        pub items: Vec<BlockedItem>,
        /// Hours from raising to resolving, or until now.
        pub age_hours: f64,
        /// The downtime, when it is an incident.
        pub incident: Option<Incident>,
    }

    /// The downtime of an incident.
    pub struct Incident {
        /// Since when it was down.
        pub began: DateTime<Utc>,
        /// When it was restored; none while it is down.
        pub restored: Option<DateTime<Utc>>,
        /// Hours from the one to the other, or until now.
        pub downtime_hours: f64,
    }

    /// An item that an impediment blocks.
    pub struct BlockedItem {
        /// The item.
        pub id: Uuid,
        /// Its key.
        pub key: String,
        /// Its title.
        pub title: String,
    }
}

impl Impediment {
    pub(crate) fn read(db: &Db<'_>, row: record::Impediment, now: DateTime<Utc>) -> Result<Self> {
        let mut items = Vec::new();
        for item in db.blocked_items(row.id)? {
            items.push(BlockedItem { id: item.id.as_uuid(), key: item::key(db, &item)?, title: item.title });
        }
        Ok(Self {
            id: row.id.as_uuid(),
            key: key(&row),
            number: row.number,
            severity: row.severity.into(),
            state: row.state.into(),
            next: rules::next(row.state).into_iter().map(Into::into).collect(),
            owner: row.owner.map(|person| person.as_uuid()),
            endangers_goal: row.endangers_goal,
            raised_by: row.raised_by.map(|person| person.as_uuid()),
            raised_at: row.raised_at,
            acknowledged_by: row.acknowledged_by.map(|person| person.as_uuid()),
            acknowledged_at: row.acknowledged_at,
            resolved_at: row.resolved_at,
            resolved_by: row.resolved_by.map(|person| person.as_uuid()),
            incident: incident::of(&row).map(|incident| Incident {
                began: incident.began,
                restored: incident.restored,
                downtime_hours: elapsed_hours(incident.began, incident.restored.unwrap_or(now)).max(0.0),
            }),
            age_hours: (row.resolved_at.unwrap_or(now) - row.raised_at).num_seconds().max(0) as f64 / 3600.0,
            title: row.title,
            description: row.description,
            resolution: row.resolution,
            items,
        })
    }
}

/// An impediment's key.
pub(crate) fn key(row: &record::Impediment) -> String {
    format!("IMP-{}", row.number)
}

/// Ties an impediment to exactly these items.
fn set_items(act: &mut Act<'_, '_>, impediment: &record::Impediment, items: &[Uuid]) -> Result<()> {
    let mut wanted: Vec<ItemId> = Vec::new();
    for id in items {
        let item = record::Item::get(act.db, ItemId::new(*id))?;
        if item.product != impediment.product {
            return Err(AppError::new(
                "items_of_two_products",
                "An impediment blocks items of its own product.",
                "Name items of the same product.",
            ));
        }
        if !wanted.contains(&item.id) {
            wanted.push(item.id);
        }
    }
    let present = act.db.impediment_items(impediment.id)?;
    for row in present.iter().filter(|row| !wanted.contains(&row.item)) {
        row.delete(act.db)?;
    }
    for item in wanted.into_iter().filter(|item| !present.iter().any(|row| row.item == *item)) {
        ImpedimentItem { id: act.id(), impediment: impediment.id, item }.insert(act.db)?;
    }
    Ok(())
}

fn find(db: &Db<'_>, id: Uuid) -> Result<record::Impediment> {
    Ok(record::Impediment::get(db, ImpedimentId::new(id))?)
}
