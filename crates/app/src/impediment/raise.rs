//! `impediment.raise`: anyone may, from anywhere.

use lineout_domain::ids::{PersonId, ProductId};
use lineout_domain::impediment::{self as rules, State};
use lineout_store::record::{self, Record};
use uuid::Uuid;

use super::incident::{self, SetIncident};
use super::{Impediment, Severity, key, set_items};
use crate::context::Act;
use crate::error::Result;
use crate::wire::requests;

requests! {
    /// Raises an impediment.
    pub struct RaiseImpediment {
        /// In which product.
        pub product: Uuid,
        /// One line.
        pub title: String,
        /// Markdown.
        pub description: Option<String>,
        /// Medium when left out.
        pub severity: Option<Severity>,
        /// Who takes care of it.
        pub owner: Option<Uuid>,
        /// What it blocks.
        pub items: Option<Vec<Uuid>>,
        /// It endangers the Sprint Goal.
        pub endangers_goal: Option<bool>,
        /// It is an incident: something was down, or is.
        pub incident: Option<SetIncident>,
    }
}

pub(crate) fn run(act: &mut Act<'_, '_>, request: RaiseImpediment) -> Result<Impediment> {
    let product = record::Product::get(act.db, ProductId::new(request.product))?.id;
    let owner = request.owner.map(|id| record::Person::get(act.db, PersonId::new(id))).transpose()?;
    let mut row = record::Impediment {
        id: act.id(),
        product,
        number: act.db.next_number(product, "impediment")?,
        title: rules::title(&request.title)?,
        description: rules::text(&request.description.unwrap_or_default())?,
        severity: request.severity.map_or(rules::Severity::Medium, Into::into),
        state: State::Raised,
        owner: owner.map(|person| person.id),
        endangers_goal: request.endangers_goal.unwrap_or(false),
        raised_by: act.author,
        raised_at: act.now,
        acknowledged_by: None,
        acknowledged_at: None,
        resolved_by: None,
        resolved_at: None,
        resolution: String::new(),
        began_at: None,
        restored_at: None,
    };
    if let Some(told) = &request.incident {
        incident::set(&mut row, told, act.now)?;
    }
    row.insert(act.db)?;
    set_items(act, &row, &request.items.unwrap_or_default())?;
    act.db.label(format!("Raise {}", key(&row)));
    Impediment::read(act.db, row, act.now)
}
