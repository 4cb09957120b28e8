//! `retro.editCard`, `retro.deleteCard`: cards that everybody sees. Anyone may.

use lineout_domain::ids::{RetroCardId, RetroColumnId, RetroId};
use lineout_domain::retrospective::{self as rules, Step, phase};
use lineout_store::record::{self, Record};
use uuid::Uuid;

use super::{Retro, Standing, group};
use crate::context::Act;
use crate::error::{AppError, Result};
use crate::wire::requests;
use crate::workspace::Done;

requests! {
    /// Changes a card.
    pub struct EditCard {
        /// Which.
        pub card: Uuid,
        /// What it says.
        pub text: Option<String>,
        /// Another column; a card of a group leaves it.
        pub column: Option<Uuid>,
    }

    /// Deletes a card.
    pub struct DeleteCard {
        /// Which.
        pub card: Uuid,
    }
}

pub(crate) mod edit {
    use super::*;

    pub(crate) fn run(act: &mut Act<'_, '_>, request: EditCard) -> Result<Retro> {
        let (mut row, retro) = open_card(act, request.card, Step::Arrange)?;
        let column = record::RetroColumn::get(act.db, row.retro_column)?;
        act.db.label(format!("Change a card under {}", column.name));
        if let Some(text) = &request.text {
            row.text = rules::card(text)?;
        }
        let left = match request.column {
            Some(to) if to != row.retro_column.as_uuid() => {
                let to = column_of(act, retro.id, to)?;
                row.retro_column = to.id;
                act.db.label(format!("Move a card to {}", to.name));
                row.retro_group.take()
            }
            _ => None,
        };
        row.save(act.db)?;
        if let Some(left) = left {
            group::dissolve_if_alone(act, left)?;
        }
        Retro::read(act.db, retro)
    }
}

pub(crate) mod delete {
    use super::*;

    pub(crate) fn run(act: &mut Act<'_, '_>, request: DeleteCard) -> Result<Done> {
        let (row, _) = open_card(act, request.card, Step::Arrange)?;
        let column = record::RetroColumn::get(act.db, row.retro_column)?;
        row.delete(act.db)?;
        if let Some(left) = row.retro_group {
            group::dissolve_if_alone(act, left)?;
        }
        act.db.label(format!("Delete a card under {}", column.name));
        Ok(Done {})
    }
}

pub(super) fn column_of(act: &Act<'_, '_>, retro: RetroId, id: Uuid) -> Result<record::RetroColumn> {
    let column = record::RetroColumn::get(act.db, RetroColumnId::new(id))?;
    if column.retro == retro { Ok(column) } else { Err(AppError::not_found("column in this retrospective")) }
}

/// A card of a retrospective that is at this step and on which nobody has voted. In an anonymous one the action is not
/// signed from here on: whoever mends a card right after it is shown would else be taken for its author.
fn open_card(
    act: &mut Act<'_, '_>,
    id: Uuid,
    step: Step,
) -> Result<(record::RetroCard, record::Retrospective)> {
    let row = record::RetroCard::get(act.db, RetroCardId::new(id))?;
    let retro =
        record::Retrospective::get(act.db, record::RetroColumn::get(act.db, row.retro_column)?.retro)?;
    check_change(act, &retro, step)?;
    Ok((row, retro))
}

/// Refuses to change cards and groups when it is not the time for it, and leaves the action unsigned where it must be.
pub(super) fn check_change(act: &mut Act<'_, '_>, retro: &record::Retrospective, step: Step) -> Result<()> {
    phase::check(retro.state, retro.phase, step)?;
    Standing::read(act.db, retro)?.check_unvoted()?;
    if retro.anonymous {
        act.db.unsign();
    }
    Ok(())
}
