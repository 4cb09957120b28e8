//! `retro.start`: opens a retrospective with its columns.

use lineout_domain::accountability::Operation;
use lineout_domain::ids::{ProductId, SprintId};
use lineout_domain::retrospective::{self as rules, Format, Phase, State, ballot};
use lineout_store::record::{self, Record};
use uuid::Uuid;

use super::{Retro, RetroFormat, named};
use crate::context::Act;
use crate::error::{AppError, Result};
use crate::wire::requests;

requests! {
    /// Starts a retrospective.
    pub struct StartRetro {
        /// Of which product.
        pub product: Uuid,
        /// The sprint it looks back on.
        pub sprint: Option<Uuid>,
        /// How it gathers; went well, to improve, ideas when left out.
        pub format: Option<RetroFormat>,
        /// The columns of the team's own format.
        pub columns: Option<Vec<String>>,
        /// Whether nothing keeps who said what; false when left out.
        pub anonymous: Option<bool>,
        /// Votes of each person, 1 to 10; 4 when left out.
        pub votes_each: Option<u32>,
        /// Whether a person may give several votes to one topic; true when left out.
        pub votes_several: Option<bool>,
    }
}

pub(crate) fn run(act: &mut Act<'_, '_>, request: StartRetro) -> Result<Retro> {
    let product = record::Product::get(act.db, ProductId::new(request.product))?.id;
    let sprint = request.sprint.map(|id| record::Sprint::get(act.db, SprintId::new(id))).transpose()?;
    if sprint.as_ref().is_some_and(|sprint| sprint.product != product) {
        return Err(AppError::not_found("sprint in this product"));
    }
    if let Some(sprint) = &sprint {
        rules::check_begun(sprint.state, &sprint.name)?;
    }
    let format = request.format.map_or(Format::WentWell, Format::from);
    let names = rules::columns(format, &request.columns.unwrap_or_default())?;
    let open = act.db.retrospectives(product)?.into_iter().find(|retro| retro.state == State::Open);
    if let Some(open) = open {
        return Err(AppError::new(
            "retro_open",
            format!("{} is still open.", capital(&named(act.db, &open)?)),
            "Close it before you start the next one.",
        ));
    }
    let row = record::Retrospective {
        id: act.id(),
        product,
        sprint: sprint.map(|sprint| sprint.id),
        format,
        state: State::Open,
        started_at: act.now,
        closed_at: None,
        none_reason: None,
        phase: Phase::CheckIn,
        anonymous: request.anonymous.unwrap_or(false),
        votes_each: ballot::votes_each(request.votes_each.unwrap_or(ballot::VOTES_USUAL))?,
        votes_several: request.votes_several.unwrap_or(true),
    };
    row.insert(act.db)?;
    for (position, name) in (0..).zip(names) {
        record::RetroColumn { id: act.id(), retro: row.id, name, position }.insert(act.db)?;
    }
    act.answer_for(product, Operation::FacilitateRetro)?;
    act.db.label(format!("Start {}", named(act.db, &row)?));
    Retro::read(act.db, row)
}

fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}
