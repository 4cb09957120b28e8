//! `item.reopen`: what was Done or cancelled is work again. It comes back to the Product Backlog; the sprint in which it
//! ended keeps its record, and a sprint that runs now sees it once it is taken in.

use std::collections::HashSet;

use lineout_domain::item as rules;
use lineout_domain::item::Resolution;
use lineout_domain::sprint::State;
use lineout_store::record::{self, Record};
use uuid::Uuid;

use super::{ItemRow, key, place};
use crate::board::enter_done;
use crate::context::Act;
use crate::error::{AppError, Result};
use crate::wire::{Place, requests};

requests! {
    /// Reopens an item.
    pub struct ReopenItem {
        /// Which.
        pub item: Uuid,
        /// Where it comes back to; the top of the Product Backlog when left out.
        pub place: Option<Place>,
    }
}

pub(crate) fn run(act: &mut Act<'_, '_>, request: ReopenItem) -> Result<ItemRow> {
    let mut item = record::Item::get(act.db, request.item.into())?;
    rules::can_reopen(item.resolution)?;
    let sprint = item.sprint.map(|id| record::Sprint::get(act.db, id)).transpose()?;
    if item.resolution == Some(Resolution::Done) && sprint.is_some_and(|s| s.state == State::Active) {
        return Err(AppError::new(
            "item_on_board",
            format!("{} is Done in the sprint that runs.", key(act.db, &item)?),
            "Move its card out of Done on the board.",
        ));
    }
    take_out(act, &item)?;
    enter_done::leave(act, &mut item)?;
    item.reason = String::new();
    item.sprint = None;
    item.board_column = None;
    item.board_rank = None;
    item.save(act.db)?;
    let at = request.place.unwrap_or(Place::Top {});
    let moving = HashSet::from([item.id]);
    if let Some(rank) = place::ranks(act, item.product, &at, &moving, 1)?.pop() {
        act.db.set_rank(item.id, &rank)?;
        item.rank = rank;
    }
    act.db.label(format!("Reopen {}", key(act.db, &item)?));
    ItemRow::read(act.db, &item)
}

/// An increment holds Done items only: a usable one loses it, and one that was released is a fact.
fn take_out(act: &mut Act<'_, '_>, item: &record::Item) -> Result<()> {
    let Some(part) = act.db.increment_item(item.id)? else { return Ok(()) };
    let increment = record::Increment::get(act.db, part.increment)?;
    if increment.state == lineout_domain::increment::State::Released {
        return Err(AppError::new(
            "item_released",
            format!("{} was released in {} and stays Done.", part.key, increment.name),
            "Add a fix or an enhancement for what is missing.",
        ));
    }
    Ok(part.delete(act.db)?)
}
