//! `improvement.propose`: a new entry, often from a card of a retrospective.

use lineout_domain::ids::{PersonId, ProductId, RetroCardId, RetroId};
use lineout_domain::improvement::{self as rules, ImprovementRule, State};
use lineout_domain::retrospective::{Step, phase};
use lineout_store::record::{self, Record};
use uuid::Uuid;

use super::{Improvement, ImprovementState, Kpi, baseline, key, review_sprint, set_kpi};
use crate::context::Act;
use crate::error::{AppError, Result};
use crate::wire::requests;

requests! {
    /// Adds an entry to the register.
    pub struct ProposeImprovement {
        /// Of which product.
        pub product: Uuid,
        /// What could be better; what its card says when left out.
        pub opportunity: Option<String>,
        /// Why it is worth it.
        pub justification: Option<String>,
        /// What it is about.
        pub category: Option<String>,
        /// How large it is.
        pub size: Option<String>,
        /// By when.
        pub timescale: Option<String>,
        /// How urgent.
        pub priority: Option<String>,
        /// The retrospective it comes from; its card's when left out.
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
    let card = request.card.map(|id| record::RetroCard::get(act.db, RetroCardId::new(id))).transpose()?;
    let owner = request.owner.map(|id| record::Person::get(act.db, PersonId::new(id))).transpose()?;
    let retro = match (request.retro, &card) {
        (Some(id), _) => Some(RetroId::new(id)),
        (None, Some(card)) => Some(retro_of(act, card)?),
        (None, None) => None,
    };
    if let Some(id) = retro {
        check_retro(act, product, id)?;
    }
    if let Some(card) = &card {
        check_card(act, card, retro)?;
    }
    let opportunity = match (&request.opportunity, &card) {
        (None, Some(card)) => rules::opportunity_of_card(&card.text),
        (text, _) => rules::opportunity(text.as_deref().unwrap_or_default())?,
    };
    // What did not fit on the line is not lost.
    let cut = card
        .as_ref()
        .filter(|card| card.text.chars().count() > rules::OPPORTUNITY_MAX)
        .map(|card| card.text.clone());
    let justification = request.justification.or(cut).unwrap_or_default();
    let facet = |name, text: Option<String>| rules::facet(name, &text.unwrap_or_default());
    let mut row = record::Improvement {
        id: act.id(),
        product,
        number: act.db.next_number(product, "improvement")?,
        opportunity,
        justification: rules::justification(&justification)?,
        category: facet("category", request.category)?,
        size: facet("size", request.size)?,
        timescale: facet("timescale", request.timescale)?,
        priority: facet("priority", request.priority)?,
        owner: owner.map(|person| person.id),
        kpi_name: None,
        kpi_unit: None,
        kpi_baseline: None,
        kpi_target: None,
        kpi_direction: None,
        kpi_figure: None,
        kpi_baseline_from: None,
        state,
        outcome: String::new(),
        raised_at: act.now,
        raised_by: act.author,
        retro,
        retro_card: card.map(|card| card.id),
        review_sprint: review_sprint(act.db, product, request.review_sprint)?,
        item: None,
    };
    set_kpi(&mut row, request.kpi.as_ref())?;
    if rules::takes_baseline(None, state) {
        baseline::on_agreeing(act, &mut row)?;
    }
    row.insert(act.db)?;
    let verb = if state == State::Agreed { "Agree on" } else { "Propose" };
    act.db.label(format!("{verb} {}", key(&row)));
    Improvement::read(act.db, row)
}

fn retro_of(act: &Act<'_, '_>, card: &record::RetroCard) -> Result<RetroId> {
    Ok(record::RetroColumn::get(act.db, card.retro_column)?.retro)
}

fn check_retro(act: &Act<'_, '_>, product: ProductId, id: RetroId) -> Result<()> {
    let retro = record::Retrospective::get(act.db, id)?;
    if retro.product != product {
        return Err(AppError::not_found("retrospective in this product"));
    }
    Ok(phase::check(retro.state, retro.phase, Step::Decide)?)
}

/// A card stands in the retrospective that is named, and becomes one improvement.
fn check_card(act: &Act<'_, '_>, card: &record::RetroCard, retro: Option<RetroId>) -> Result<()> {
    if retro != Some(retro_of(act, card)?) {
        return Err(AppError::not_found("card in this retrospective"));
    }
    match act.db.improvement_of_card(card.id)? {
        Some(id) => {
            let entry = record::Improvement::get(act.db, id)?;
            Err(ImprovementRule::AlreadyFromCard(key(&entry)).into())
        }
        None => Ok(()),
    }
}
