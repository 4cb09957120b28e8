//! `improvement.propose`: a new entry, often from a card of a retrospective.

use lineout_domain::ids::{PersonId, ProductId, RetroCardId, RetroId, SprintId};
use lineout_domain::improvement::{self as rules, State};
use lineout_store::record::{self, Record};
use uuid::Uuid;

use super::{Improvement, ImprovementState, Kpi, key, set_kpi};
use crate::context::Act;
use crate::error::{AppError, Result};
use crate::wire::requests;

requests! {
    /// Adds an entry to the register.
    pub struct ProposeImprovement {
        /// Of which product.
        pub product: Uuid,
        /// What could be better.
        pub opportunity: String,
        /// Why it is worth it.
        pub justification: Option<String>,
        /// The retrospective it comes from.
        pub retro: Option<Uuid>,
        /// The card it comes from.
        pub card: Option<Uuid>,
        /// Who sees to it.
        pub owner: Option<Uuid>,
        /// What tells whether it works.
        pub kpi: Option<Kpi>,
        /// The sprint in whose retrospective it is reviewed.
        pub review_sprint: Option<Uuid>,
        /// `proposed` when left out, or `agreed` at once.
        pub state: Option<ImprovementState>,
    }
}

pub(crate) fn run(act: &mut Act<'_, '_>, request: ProposeImprovement) -> Result<Improvement> {
    let product = record::Product::get(act.db, ProductId::new(request.product))?.id;
    let state = rules::beginning(request.state.map_or(State::Proposed, State::from))?;
    let retro = request.retro.map(|id| record::Retrospective::get(act.db, RetroId::new(id))).transpose()?;
    let card = request.card.map(|id| record::RetroCard::get(act.db, RetroCardId::new(id))).transpose()?;
    let owner = request.owner.map(|id| record::Person::get(act.db, PersonId::new(id))).transpose()?;
    let review =
        request.review_sprint.map(|id| record::Sprint::get(act.db, SprintId::new(id))).transpose()?;
    if let Some(retro) = &retro {
        lineout_domain::retrospective::check_open(retro.state)?;
    }
    let foreign = retro.as_ref().is_some_and(|retro| retro.product != product)
        || review.as_ref().is_some_and(|sprint| sprint.product != product);
    if foreign {
        return Err(AppError::not_found("retrospective or sprint in this product"));
    }
    let mut row = record::Improvement {
        id: act.id(),
        product,
        number: act.db.next_number(product, "improvement")?,
        opportunity: rules::opportunity(&request.opportunity)?,
        justification: rules::justification(&request.justification.unwrap_or_default())?,
        category: String::new(),
        size: String::new(),
        timescale: String::new(),
        priority: String::new(),
        owner: owner.map(|person| person.id),
        kpi_name: None,
        kpi_unit: None,
        kpi_baseline: None,
        kpi_target: None,
        kpi_direction: None,
        state,
        outcome: String::new(),
        raised_at: act.now,
        raised_by: act.author,
        retro: retro.map(|retro| retro.id),
        retro_card: card.map(|card| card.id),
        review_sprint: review.map(|sprint| sprint.id),
        item: None,
    };
    set_kpi(&mut row, request.kpi.as_ref())?;
    row.insert(act.db)?;
    let verb = if state == State::Agreed { "Agree on" } else { "Propose" };
    act.db.label(format!("{verb} {}", key(&row)));
    Improvement::read(act.db, row)
}
