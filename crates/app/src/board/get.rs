//! `board.get`: the active sprint on its columns.

use lineout_domain::ids::ProductId;
use lineout_store::record::{self, Record};
use uuid::Uuid;

use super::card::Card;
use crate::context::View;
use crate::error::Result;
use crate::product::{Column, DefinitionOfDone, calendar};
use crate::sprint::Sprint;
use crate::wire::{requests, responses};

requests! {
    /// Asks for a product's board.
    pub struct GetBoard {
        /// Of which product.
        pub product: Uuid,
    }
}

responses! {
    /// The board.
    pub struct Board {
        /// The active sprint; none when none runs.
        pub sprint: Option<Sprint>,
        /// The columns, left to right.
        pub columns: Vec<BoardColumn>,
        /// Its items in the order of the sprint, whatever column they stand in.
        pub order: Vec<Uuid>,
        /// What entering Done will ask.
        pub definition_of_done: DefinitionOfDone,
    }

    /// A column with its cards.
    pub struct BoardColumn {
        /// The column.
        pub column: Column,
        /// Its cards, top to bottom.
        pub items: Vec<Card>,
    }
}

pub(crate) fn run(view: &View<'_>, request: GetBoard) -> Result<Board> {
    let db = &view.db;
    let product = record::Product::get(db, ProductId::new(request.product))?;
    let calendar = calendar(db, &product)?;
    let product = product.id;
    let sprint = db.active_sprint(product)?;
    let items = match &sprint {
        Some(sprint) => db.sprint_items(sprint.id)?,
        None => Vec::new(),
    };
    let mut columns = Vec::new();
    for row in db.columns(product)? {
        let here = items.iter().filter(|item| item.board_column == Some(row.id));
        let cards = here.map(|item| Card::read(db, item, &calendar, view.now)).collect::<Result<_>>()?;
        columns.push(BoardColumn { column: Column::from(row), items: cards });
    }
    Ok(Board {
        sprint: sprint.map(|row| Sprint::read(db, row)).transpose()?,
        columns,
        order: items.iter().map(|item| item.id.as_uuid()).collect(),
        definition_of_done: DefinitionOfDone::read(db, product)?,
    })
}
