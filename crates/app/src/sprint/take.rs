//! `sprint.take` and `sprint.giveBack`: items into a sprint and out of it. After the start these are scope changes.

use lineout_domain::accountability::Operation;
use lineout_domain::board::Category;
use lineout_domain::checklist;
use lineout_domain::ids::ColumnId;
use lineout_domain::item as item_rules;
use lineout_domain::rank;
use lineout_domain::sprint::{self as rules, State};
use lineout_store::record::{self as rows, Record};
use uuid::Uuid;

use super::{Sprint, find, scope};
use crate::context::Act;
use crate::error::{AppError, Result};
use crate::item::{ItemRow, named, read_all};
use crate::wire::{count, requests, responses};

requests! {
    /// Takes items into a sprint.
    pub struct TakeItems {
        /// Which sprint.
        pub sprint: Uuid,
        /// Which items; they join in their order of the Product Backlog.
        pub items: Vec<Uuid>,
    }

    /// Gives items back to the Product Backlog, at their old places.
    pub struct GiveBackItems {
        /// Which.
        pub items: Vec<Uuid>,
    }
}

responses! {
    /// What was given back.
    pub struct ItemsGivenBack {
        /// How many.
        pub given_back: u32,
    }
}

pub(crate) mod take_in {
    use super::*;

    pub(crate) fn run(act: &mut Act<'_, '_>, request: TakeItems) -> Result<Sprint> {
        let sprint = find(act.db, request.sprint)?;
        rules::can_take(sprint.state)?;
        let mut items = read_all(act.db, &request.items)?;
        if items.iter().any(|item| item.product != sprint.product) {
            return Err(AppError::new(
                "items_of_two_products",
                "The items belong to another product than the sprint.",
                "Take items of the sprint's own product.",
            ));
        }
        items.retain(|item| item.sprint != Some(sprint.id));
        items.sort_by(|a, b| (&a.rank, a.id).cmp(&(&b.rank, b.id)));
        check_ready(act, &items)?;
        scope::changing(act, &items)?;
        let column = first_column(act, &sprint)?;
        let last = act.db.sprint_items(sprint.id)?.pop().and_then(|item| item.board_rank);
        let ranks = rank::spread(items.len(), last.as_ref(), None);
        for (item, rank) in items.iter_mut().zip(ranks) {
            item_rules::check_open(item.resolution)?;
            item.sprint = Some(sprint.id);
            item.board_rank = Some(rank);
            item.board_column = column;
            item.save(act.db)?;
        }
        if !items.is_empty() && sprint.state == State::Active {
            act.answer_for(sprint.product, Operation::ChangeSprintBacklog)?;
        }
        act.db.label(format!("Take {} into {}", named(act.db, &items)?, sprint.name));
        Sprint::read(act.db, sprint)
    }
}

pub(crate) mod give_back {
    use super::*;

    pub(crate) fn run(act: &mut Act<'_, '_>, request: GiveBackItems) -> Result<ItemsGivenBack> {
        let mut items = read_all(act.db, &request.items)?;
        items.retain(|item| item.sprint.is_some());
        for item in &items {
            item_rules::check_open(item.resolution)?;
        }
        scope::changing(act, &items)?;
        let what = named(act.db, &items)?;
        for item in &mut items {
            item.sprint = None;
            item.board_rank = None;
            item.board_column = None;
            item.save(act.db)?;
        }
        act.db.label(format!("Give {what} back to the Product Backlog"));
        Ok(ItemsGivenBack { given_back: count(items.len()) })
    }
}

/// Refuses items that are not ready, where the product says so.
fn check_ready(act: &Act<'_, '_>, items: &[rows::Item]) -> Result<()> {
    let Some(first) = items.first() else { return Ok(()) };
    let blocks = act.db.ready_policy(first.product)?.is_some_and(|policy| policy.blocks);
    if !blocks {
        return Ok(());
    }
    let ready = ItemRow::all(act.db, items)?.into_iter().map(|row| (row.key, row.ready));
    Ok(checklist::check_taken(blocks, &ready.collect::<Vec<_>>())?)
}

/// Where an item that joins a sprint stands: in the first To Do column once the sprint runs, nowhere before.
fn first_column(act: &Act<'_, '_>, sprint: &rows::Sprint) -> Result<Option<ColumnId>> {
    if sprint.state != State::Active {
        return Ok(None);
    }
    todo_column(act, sprint)
}

/// The first To Do column of the sprint's board.
pub(crate) fn todo_column(act: &Act<'_, '_>, sprint: &rows::Sprint) -> Result<Option<ColumnId>> {
    let columns = act.db.columns(sprint.product)?;
    Ok(columns.into_iter().find(|column| column.category == Category::Todo).map(|column| column.id))
}
