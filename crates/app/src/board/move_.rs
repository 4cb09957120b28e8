//! `board.move`: a card to a column and a place in it. Entering Done asks the Definition of Done.

use lineout_domain::accountability::Operation;
use lineout_domain::board::{self as rules, Category, WipVerdict};
use lineout_domain::ids::{ColumnId, ItemId};
use lineout_domain::item::Resolution;
use lineout_domain::rank::{self, Rank};
use lineout_domain::sprint::{self, State};
use lineout_store::record::{self, Record};
use uuid::Uuid;

use super::enter_done::{self, DoneAnswer};
use crate::context::Act;
use crate::error::{AppError, Result};
use crate::item::edit::set_assignees;
use crate::item::{ItemRow, key};
use crate::product::columns::rule;
use crate::wire::requests;

requests! {
    /// Moves a card of the active sprint.
    pub struct MoveCard {
        /// Which item.
        pub item: Uuid,
        /// To which column.
        pub column: Uuid,
        /// Right before this card of that column; last when neither is given.
        pub before: Option<Uuid>,
        /// Right after this card of that column.
        pub after: Option<Uuid>,
        /// When the column means Done: the answer to the Definition of Done.
        pub done: Option<DoneAnswer>,
        /// Everybody on it from here on, when it goes to somebody else as well; the same people when left out.
        pub assignees: Option<Vec<Uuid>>,
    }
}

pub(crate) fn run(act: &mut Act<'_, '_>, request: MoveCard) -> Result<ItemRow> {
    let mut item = record::Item::get(act.db, ItemId::new(request.item))?;
    let column = record::BoardColumn::get(act.db, ColumnId::new(request.column))?;
    let sprint = on_board(act, &item)?;
    if column.product != item.product {
        return Err(AppError::not_found("column on this board"));
    }
    if matches!(item.resolution, Some(Resolution::Cancelled | Resolution::Split)) {
        lineout_domain::item::check_open(item.resolution)?;
    }
    let product = record::Product::get(act.db, item.product)?;
    let cards: Vec<record::Item> = act.db.sprint_items(sprint.id)?;
    let cards: Vec<_> =
        cards.into_iter().filter(|card| card.board_column == Some(column.id) && card.id != item.id).collect();
    if item.board_column != Some(column.id) {
        match rules::check_wip(product.accountability, &rule(&column), cards.len(), 1)? {
            WipVerdict::Within => {}
            WipVerdict::Warn(message) => act.note(product.id, "wip_limit", message)?,
        }
    }
    match (item.resolution, column.category) {
        (None, Category::Done) => enter_done::apply(act, &mut item, request.done.as_ref())?,
        (Some(_), Category::Todo | Category::InProgress) => enter_done::leave(act, &mut item)?,
        _ => {}
    }
    let was = item.board_column;
    item.board_column = Some(column.id);
    item.board_rank = Some(place(act, &sprint, &cards, &item, &request, was == Some(column.id))?);
    item.save(act.db)?;
    act.answer_for(product.id, Operation::ChangeSprintBacklog)?;
    let key = key(act.db, &item)?;
    let mut label = format!("Move {key} to {}", column.name);
    if let Some(people) = &request.assignees {
        set_assignees(act, item.id, people)?;
        let given = given(act, &item, &key)?;
        label = if was == Some(column.id) { given } else { format!("{label} and {}", lowered(&given)) };
    }
    act.db.label(label);
    ItemRow::read(act.db, &item)
}

/// Who has the card now, in words.
fn given(act: &Act<'_, '_>, item: &record::Item, key: &str) -> Result<String> {
    Ok(match act.db.assignees(item.id)?.as_slice() {
        [] => format!("Give {key} to nobody"),
        [row] => format!("Give {key} to {}", record::Person::get(act.db, row.person)?.name),
        rows => format!("Give {key} to {} people", rows.len()),
    })
}

fn lowered(sentence: &str) -> String {
    sentence.replacen('G', "g", 1)
}

fn on_board(act: &Act<'_, '_>, item: &record::Item) -> Result<record::Sprint> {
    let sprint = item.sprint.map(|id| record::Sprint::get(act.db, id)).transpose()?;
    match sprint {
        Some(sprint) if sprint.state == State::Active => Ok(sprint),
        Some(sprint) => match sprint::can_close(sprint.state) {
            Err(rule) => Err(rule.into()),
            Ok(()) => Ok(sprint),
        },
        None => Err(AppError::new(
            "item_not_in_sprint",
            "The item is not in the active sprint, so it is not on the board.",
            "Take it into the sprint first.",
        )),
    }
}

/// A rank among all items of the sprint that puts the card where it was asked to be in its column.
fn place(
    act: &Act<'_, '_>,
    sprint: &record::Sprint,
    cards: &[record::Item],
    item: &record::Item,
    request: &MoveCard,
    same_column: bool,
) -> Result<Rank> {
    let at = |id: Uuid| {
        let found = cards.iter().position(|card| card.id == ItemId::new(id));
        found.ok_or_else(|| AppError::not_found("card in that column"))
    };
    let index = match (request.before, request.after) {
        (Some(before), _) => at(before)?,
        (None, Some(after)) => at(after)? + 1,
        (None, None) if same_column => {
            return Ok(item.board_rank.clone().unwrap_or_else(|| rank::between(None, None)));
        }
        (None, None) => cards.len(),
    };
    let all: Vec<Rank> = act
        .db
        .sprint_items(sprint.id)?
        .into_iter()
        .filter(|card| card.id != item.id)
        .filter_map(|card| card.board_rank)
        .collect();
    let above = index.checked_sub(1).and_then(|n| cards[n].board_rank.clone());
    let next_of = |rank: &Rank| all.iter().find(|other| *other > rank).cloned();
    Ok(match (above, cards.get(index).and_then(|card| card.board_rank.clone())) {
        // Right behind the card above, before whatever stands next on the whole board: ranks stay unique in a sprint.
        (Some(above), _) => rank::between(Some(&above), next_of(&above).as_ref()),
        (None, Some(below)) => {
            let before = all.iter().rev().find(|other| **other < below).cloned();
            rank::between(before.as_ref(), Some(&below))
        }
        (None, None) => rank::between(all.last(), None),
    })
}
