//! The improvement register: what the team decided to try, and what came of it.

pub mod carry_on;
pub mod edit;
pub mod list;
pub mod propose;
pub mod set_state;
pub mod to_item;

use chrono::{DateTime, Utc};
use lineout_domain::ids::{ProductId, SprintId};
use lineout_domain::improvement as rules;
use lineout_domain::item::Resolution;
use lineout_store::Db;
use lineout_store::record::{self, Record};
use uuid::Uuid;

use crate::error::{AppError, Result};
use crate::item;
use crate::wire::{requests, responses, wire_words};

wire_words! {
    /// Where an improvement is in its life.
    ImprovementState = lineout_domain::improvement::State { Proposed, Agreed, InProgress, InReview, Kept, Adapted, Dropped }
    /// Which way a figure should go.
    Direction = lineout_domain::improvement::Direction { Up, Down }
}

requests! {
    /// What tells whether an improvement works.
    #[derive(PartialEq, serde::Serialize)]
    pub struct Kpi {
        /// What is measured.
        pub name: String,
        /// In which unit.
        pub unit: String,
        /// Where it stood.
        pub baseline: Option<f64>,
        /// Where it should go.
        pub target: Option<f64>,
        /// Which way is better.
        pub direction: Direction,
    }
}

responses! {
    /// An entry of the register.
    pub struct Improvement {
        /// Its id.
        pub id: Uuid,
        /// Its number in the product.
        pub number: u32,
        /// Its key, such as CSI-4.
        pub key: String,
        /// What could be better.
        pub opportunity: String,
        /// Why it is worth it.
        pub justification: String,
        /// What it is about.
        pub category: String,
        /// How large it is.
        pub size: String,
        /// By when.
        pub timescale: String,
        /// How urgent.
        pub priority: String,
        /// Who sees to it.
        pub owner: Option<Uuid>,
        /// What tells whether it works.
        #[ts(type = "Kpi | null")]
        pub kpi: Option<Kpi>,
        /// Where it is in its life.
        pub state: ImprovementState,
        /// The states it may go to from here.
        pub next: Vec<NextState>,
        /// What came of it, in words.
        pub outcome: String,
        /// When it was raised.
        pub raised_at: DateTime<Utc>,
        /// By whom.
        pub raised_by: Option<Uuid>,
        /// The retrospective it came from.
        pub retro: Option<Uuid>,
        /// The card it came from.
        pub card: Option<Uuid>,
        /// What that card says; none once the card is deleted.
        pub card_text: Option<String>,
        /// The sprint whose retrospective that was.
        pub sprint: Option<Uuid>,
        /// The sprint in whose retrospective it is reviewed.
        pub review_sprint: Option<Uuid>,
        /// The backlog item it became.
        pub item: Option<ImprovementItem>,
        /// It may become a backlog item now.
        pub can_become_item: bool,
    }

    /// A state that an improvement may go to.
    pub struct NextState {
        /// The state.
        pub state: ImprovementState,
        /// It settles the improvement, so it needs the outcome in words.
        pub settles: bool,
    }

    /// The backlog item an improvement became.
    pub struct ImprovementItem {
        /// The item.
        pub id: Uuid,
        /// Its key.
        pub key: String,
        /// It is Done.
        pub done: bool,
    }
}

impl Improvement {
    pub(crate) fn read(db: &Db<'_>, row: record::Improvement) -> Result<Self> {
        let item = row.item.map(|id| record::Item::find(db, id)).transpose()?.flatten();
        let item = match item {
            Some(item) => Some(ImprovementItem {
                id: item.id.as_uuid(),
                key: item::key(db, &item)?,
                done: item.resolution == Some(Resolution::Done),
            }),
            None => None,
        };
        let card = row.retro_card.map(|id| record::RetroCard::find(db, id)).transpose()?.flatten();
        let next = row.state.next().iter();
        let next = next.map(|to| NextState { state: (*to).into(), settles: to.is_settled() }).collect();
        let item_key = item.as_ref().map(|item| item.key.as_str());
        let retro = row.retro.map(|id| record::Retrospective::get(db, id)).transpose()?;
        Ok(Self {
            id: row.id.as_uuid(),
            number: row.number,
            key: key(&row),
            kpi: kpi(&row),
            opportunity: row.opportunity,
            justification: row.justification,
            category: row.category,
            size: row.size,
            timescale: row.timescale,
            priority: row.priority,
            owner: row.owner.map(|person| person.as_uuid()),
            state: row.state.into(),
            next,
            outcome: row.outcome,
            raised_at: row.raised_at,
            raised_by: row.raised_by.map(|person| person.as_uuid()),
            sprint: retro.and_then(|retro| retro.sprint).map(|sprint| sprint.as_uuid()),
            retro: row.retro.map(|retro| retro.as_uuid()),
            card: row.retro_card.map(|card| card.as_uuid()),
            card_text: card.map(|card| card.text),
            review_sprint: row.review_sprint.map(|sprint| sprint.as_uuid()),
            can_become_item: rules::can_become_item(row.state, item_key).is_ok(),
            item,
        })
    }
}

/// An improvement's key.
pub(crate) fn key(row: &record::Improvement) -> String {
    format!("CSI-{}", row.number)
}

fn kpi(row: &record::Improvement) -> Option<Kpi> {
    Some(Kpi {
        name: row.kpi_name.clone()?,
        unit: row.kpi_unit.clone().unwrap_or_default(),
        baseline: row.kpi_baseline,
        target: row.kpi_target,
        direction: row.kpi_direction?.into(),
    })
}

/// The sprint of a review, which must be one of the product's.
fn review_sprint(db: &Db<'_>, product: ProductId, id: Option<Uuid>) -> Result<Option<SprintId>> {
    let sprint = id.map(|id| record::Sprint::get(db, SprintId::new(id))).transpose()?;
    match sprint {
        Some(sprint) if sprint.product != product => Err(AppError::not_found("sprint in this product")),
        sprint => Ok(sprint.map(|sprint| sprint.id)),
    }
}

/// Writes a checked KPI into a row, or clears it.
fn set_kpi(row: &mut record::Improvement, kpi: Option<&Kpi>) -> Result<()> {
    let checked = match kpi {
        Some(kpi) => Some(rules::kpi(&rules::Kpi {
            name: kpi.name.clone(),
            unit: kpi.unit.clone(),
            baseline: kpi.baseline,
            target: kpi.target,
            direction: kpi.direction.into(),
        })?),
        None => None,
    };
    row.kpi_name = checked.as_ref().map(|kpi| kpi.name.clone());
    row.kpi_unit = checked.as_ref().map(|kpi| kpi.unit.clone());
    row.kpi_baseline = checked.as_ref().and_then(|kpi| kpi.baseline);
    row.kpi_target = checked.as_ref().and_then(|kpi| kpi.target);
    row.kpi_direction = checked.map(|kpi| kpi.direction);
    Ok(())
}
