//! `column.add`, `column.edit`, `column.move`, `column.delete`: the product's own workflow.

use lineout_domain::board;
use lineout_domain::ids::{ColumnId, ProductId};
use lineout_store::record::{self, BoardColumn, Record};
use uuid::Uuid;

use super::{Column, Product};
use crate::context::Act;
use crate::error::Result;
use crate::wire::{Category, patch, requests};

requests! {
    /// Adds a column at the end of its category.
    pub struct AddColumn {
        /// To which product's board.
        pub product: Uuid,
        /// Its name.
        pub name: String,
        /// What it means.
        pub category: Category,
        /// Most items in it.
        pub wip_limit: Option<i32>,
    }

    /// Changes a column.
    pub struct EditColumn {
        /// Which.
        pub column: Uuid,
        /// Its name.
        pub name: Option<String>,
        /// Most items in it; null for no limit.
        #[serde(default, deserialize_with = "patch")]
        #[ts(optional, type = "number | null")]
        pub wip_limit: Option<Option<i32>>,
    }

    /// Moves a column to another place on the board.
    pub struct MoveColumn {
        /// Which.
        pub column: Uuid,
        /// From 0, left to right.
        pub to: u32,
    }

    /// Deletes an empty column.
    pub struct DeleteColumn {
        /// Which.
        pub column: Uuid,
    }
}

pub(crate) mod add {
    use super::*;

    pub(crate) fn run(act: &mut Act<'_, '_>, request: AddColumn) -> Result<Column> {
        let product = record::Product::get(act.db, ProductId::new(request.product))?;
        let columns = act.db.columns(product.id)?;
        board::check_add(columns.len())?;
        let category = request.category.into();
        let at = columns
            .iter()
            .rposition(|column| column.category == category)
            .map_or(columns.len(), |last| last + 1);
        let row = BoardColumn {
            id: act.id(),
            product: product.id,
            name: board::column_name(&request.name, &names(&columns, None))?,
            category,
            position: 0,
            wip_limit: request.wip_limit.map(|limit| board::wip_limit(limit.into())).transpose()?,
        };
        row.insert(act.db)?;
        let mut columns = columns;
        columns.insert(at, row.clone());
        renumber(act, columns)?;
        act.db.label(format!("Add the column {}", row.name));
        Ok(row.into())
    }
}

pub(crate) mod edit {
    use super::*;

    pub(crate) fn run(act: &mut Act<'_, '_>, request: EditColumn) -> Result<Column> {
        let mut row = BoardColumn::get(act.db, ColumnId::new(request.column))?;
        let was = row.name.clone();
        if let Some(name) = &request.name {
            let columns = act.db.columns(row.product)?;
            row.name = board::column_name(name, &names(&columns, Some(row.id)))?;
        }
        if let Some(limit) = request.wip_limit {
            row.wip_limit = limit.map(|limit| board::wip_limit(limit.into())).transpose()?;
        }
        row.save(act.db)?;
        act.db.label(format!("Change the column {was}"));
        Ok(row.into())
    }
}

pub(crate) mod move_ {
    use super::*;

    pub(crate) fn run(act: &mut Act<'_, '_>, request: MoveColumn) -> Result<Product> {
        let row = BoardColumn::get(act.db, ColumnId::new(request.column))?;
        let mut columns = act.db.columns(row.product)?;
        columns.retain(|column| column.id != row.id);
        let to = usize::try_from(request.to).unwrap_or(usize::MAX).min(columns.len());
        columns.insert(to, row.clone());
        renumber(act, columns)?;
        act.db.label(format!("Move the column {}", row.name));
        Product::read(act.db, record::Product::get(act.db, row.product)?)
    }
}

pub(crate) mod delete {
    use super::*;

    pub(crate) fn run(act: &mut Act<'_, '_>, request: DeleteColumn) -> Result<Product> {
        let row = BoardColumn::get(act.db, ColumnId::new(request.column))?;
        let mut columns = act.db.columns(row.product)?;
        columns.retain(|column| column.id != row.id);
        let cards = act.db.column_count(row.id)? as usize;
        board::check_delete(&rule(&row), cards, columns.iter().map(|column| column.category))?;
        // Tasks hold nothing up: they stand in the first column that means the same.
        for mut task in act.db.tasks_in(row.id)? {
            task.board_column = None;
            task.save(act.db)?;
        }
        row.delete(act.db)?;
        renumber(act, columns)?;
        act.db.label(format!("Delete the column {}", row.name));
        Product::read(act.db, record::Product::get(act.db, row.product)?)
    }
}

/// A column as the domain's rules take it.
pub(crate) fn rule(row: &BoardColumn) -> board::Column {
    board::Column { name: row.name.clone(), category: row.category, wip_limit: row.wip_limit }
}

fn names(columns: &[BoardColumn], but: Option<ColumnId>) -> Vec<String> {
    columns.iter().filter(|column| Some(column.id) != but).map(|column| column.name.clone()).collect()
}

fn renumber(act: &mut Act<'_, '_>, columns: Vec<BoardColumn>) -> Result<()> {
    for (position, mut column) in (0..).zip(columns) {
        column.position = position;
        column.save(act.db)?;
    }
    Ok(())
}
