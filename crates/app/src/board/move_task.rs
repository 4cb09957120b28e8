//! `board.moveTask`: a task as a card of its own, in the lane of its item: to a column, and a place in it.
//!
//! A task has a state, a column has a category: going into a column gives the task that category as its state. Among the
//! tasks of one column the order is that of the item's tasks.

use lineout_domain::board::Category;
use lineout_domain::ids::{ColumnId, TaskId};
use lineout_domain::rank::{self, Rank};
use lineout_domain::task::State;
use lineout_domain::text::excerpt;
use lineout_store::record::{BoardColumn, Item, Record, Task as Row};
use uuid::Uuid;

use crate::context::Act;
use crate::error::{AppError, Result};
use crate::task::{Task, find};
use crate::wire::requests;

requests! {
    /// Moves a task on the board.
    pub struct MoveTaskCard {
        /// Which task.
        pub task: Uuid,
        /// To which column.
        pub column: Uuid,
        /// Right before this task of the same item; where it is in the order when neither is given.
        pub before: Option<Uuid>,
        /// Right after this task of the same item.
        pub after: Option<Uuid>,
    }
}

pub(crate) fn run(act: &mut Act<'_, '_>, request: MoveTaskCard) -> Result<Task> {
    let (mut row, key) = find(act, request.task)?;
    let column = BoardColumn::get(act.db, ColumnId::new(request.column))?;
    if column.product != Item::get(act.db, row.item)?.product {
        return Err(AppError::not_found("column on this board"));
    }
    row.state = match column.category {
        Category::Todo => State::Todo,
        Category::InProgress => State::InProgress,
        Category::Done => State::Done,
    };
    row.board_column = Some(column.id);
    if let Some(rank) = place(act, &row, request.before, request.after)? {
        row.rank = rank;
    }
    row.save(act.db)?;
    act.db.label(format!("Move “{}” of {key} to {}", excerpt(&row.title), column.name));
    Ok(row.into())
}

/// Another rank, when another place among the tasks of the item is asked for.
fn place(act: &Act<'_, '_>, row: &Row, before: Option<Uuid>, after: Option<Uuid>) -> Result<Option<Rank>> {
    let others: Vec<Row> = act.db.tasks(row.item)?.into_iter().filter(|other| other.id != row.id).collect();
    let at = |id: Uuid| {
        let found = others.iter().position(|other| other.id == TaskId::new(id));
        found.ok_or_else(|| AppError::not_found("task of this item"))
    };
    let index = match (before, after) {
        (Some(before), _) => at(before)?,
        (None, Some(after)) => at(after)? + 1,
        (None, None) => return Ok(None),
    };
    let above = index.checked_sub(1).map(|n| &others[n].rank);
    let below = others.get(index).map(|other| &other.rank);
    let stands = above.is_none_or(|above| *above < row.rank) && below.is_none_or(|below| row.rank < *below);
    Ok((!stands).then(|| rank::between(above, below)))
}
