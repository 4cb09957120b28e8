//! `retro.addCard`, `retro.editCard`, `retro.deleteCard`. Anyone may.

use lineout_domain::ids::{RetroCardId, RetroColumnId, RetroId};
use lineout_domain::retrospective as rules;
use lineout_store::record::{self, Record};
use uuid::Uuid;

use super::{RetroCard, find};
use crate::context::Act;
use crate::error::{AppError, Result};
use crate::wire::requests;
use crate::workspace::Done;

requests! {
    /// Adds a card.
    pub struct AddCard {
        /// To which retrospective.
        pub retro: Uuid,
        /// In which column.
        pub column: Uuid,
        /// What it says.
        pub text: String,
    }

    /// Changes a card.
    pub struct EditCard {
        /// Which.
        pub card: Uuid,
        /// What it says.
        pub text: Option<String>,
        /// Another column.
        pub column: Option<Uuid>,
    }

    /// Deletes a card.
    pub struct DeleteCard {
        /// Which.
        pub card: Uuid,
    }
}

pub(crate) mod add {
    use super::*;

    pub(crate) fn run(act: &mut Act<'_, '_>, request: AddCard) -> Result<RetroCard> {
        let retro = find(act.db, request.retro)?;
        rules::check_open(retro.state)?;
        let column = column_of(act, retro.id, request.column)?;
        let row = record::RetroCard {
            id: act.id(),
            retro_column: column.id,
            text: rules::card(&request.text)?,
            author: act.author,
            written_at: act.now,
        };
        row.insert(act.db)?;
        act.db.label(format!("Write a card under {}", column.name));
        RetroCard::read(act.db, row)
    }
}

pub(crate) mod edit {
    use super::*;

    pub(crate) fn run(act: &mut Act<'_, '_>, request: EditCard) -> Result<RetroCard> {
        let (mut row, column) = open_card(act, request.card)?;
        act.db.label(format!("Change a card under {}", column.name));
        if let Some(text) = &request.text {
            row.text = rules::card(text)?;
        }
        if let Some(to) = request.column {
            let to = column_of(act, column.retro, to)?;
            row.retro_column = to.id;
            act.db.label(format!("Move a card to {}", to.name));
        }
        row.save(act.db)?;
        RetroCard::read(act.db, row)
    }
}

pub(crate) mod delete {
    use super::*;

    pub(crate) fn run(act: &mut Act<'_, '_>, request: DeleteCard) -> Result<Done> {
        let (row, column) = open_card(act, request.card)?;
        row.delete(act.db)?;
        act.db.label(format!("Delete a card under {}", column.name));
        Ok(Done {})
    }
}

fn column_of(act: &Act<'_, '_>, retro: RetroId, id: Uuid) -> Result<record::RetroColumn> {
    let column = record::RetroColumn::get(act.db, RetroColumnId::new(id))?;
    if column.retro == retro { Ok(column) } else { Err(AppError::not_found("column in this retrospective")) }
}

/// A card of a retrospective that is still open.
fn open_card(act: &Act<'_, '_>, id: Uuid) -> Result<(record::RetroCard, record::RetroColumn)> {
    let row = record::RetroCard::get(act.db, RetroCardId::new(id))?;
    let column = record::RetroColumn::get(act.db, row.retro_column)?;
    rules::check_open(record::Retrospective::get(act.db, column.retro)?.state)?;
    Ok((row, column))
}
