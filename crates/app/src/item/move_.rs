//! `item.move`: the order of the Product Backlog. Several items keep their relative order.

use std::collections::HashSet;

use lineout_domain::accountability::Operation;
use lineout_domain::ids::ItemId;
use lineout_domain::item as rules;
use lineout_store::record;
use uuid::Uuid;

use super::{named, place, read_all};
use crate::context::Act;
use crate::error::Result;
use crate::wire::{Place, requests, responses};

requests! {
    /// Puts items at a place of the Product Backlog.
    pub struct MoveItems {
        /// Which; they keep their order among themselves.
        pub items: Vec<Uuid>,
        /// Where.
        pub place: Place,
    }
}

responses! {
    /// Where the items are now.
    pub struct ItemsMoved {
        /// In their order.
        pub positions: Vec<Position>,
    }

    /// One item's place.
    pub struct Position {
        /// The item.
        pub item: Uuid,
        /// From 1; none for an item that is in a sprint.
        pub position: Option<u32>,
    }
}

pub(crate) fn run(act: &mut Act<'_, '_>, request: MoveItems) -> Result<ItemsMoved> {
    let mut items = read_all(act.db, &request.items)?;
    for item in &items {
        rules::check_open(item.resolution)?;
    }
    items.sort_by(|a, b| (&a.rank, a.id).cmp(&(&b.rank, b.id)));
    let moving: HashSet<ItemId> = items.iter().map(|item| item.id).collect();
    let product = items[0].product;
    if !in_place(act, &items, &request.place, &moving)? {
        let ranks = place::ranks(act, product, &request.place, &moving, items.len())?;
        for (item, rank) in items.iter_mut().zip(ranks) {
            item.rank = rank;
            act.db.set_rank(item.id, &item.rank)?;
        }
        act.answer_for(product, Operation::Order)?;
    }
    let places = act.db.backlog_positions(product, &items)?;
    let positions: Vec<Position> = items
        .iter()
        .zip(places)
        .map(|(item, position)| Position { item: item.id.as_uuid(), position })
        .collect();
    let what = named(act.db, &items)?;
    act.db.label(match (&request.place, positions[0].position) {
        (Place::Top {}, _) => format!("Move {what} to the top"),
        (Place::Bottom {}, _) => format!("Move {what} to the bottom"),
        (_, Some(position)) => format!("Move {what} to position {position}"),
        (_, None) => format!("Move {what}"),
    });
    Ok(ItemsMoved { positions })
}

/// Whether the items stand side by side at that place already, so that nothing need be written.
fn in_place(
    act: &Act<'_, '_>,
    items: &[record::Item],
    place: &Place,
    moving: &HashSet<ItemId>,
) -> Result<bool> {
    let [item] = items else { return Ok(false) };
    let nothing = HashSet::new();
    let next = act.db.neighbour(item.product, Some(&item.rank), false, &nothing)?;
    let previous = act.db.neighbour(item.product, Some(&item.rank), true, &nothing)?;
    Ok(match place {
        Place::Top {} => previous.is_none(),
        Place::Bottom {} => next.is_none(),
        Place::Position { position } => act.db.backlog_position(item)? == Some(*position),
        Place::Before { item: anchor } => same(act, *anchor, moving, next)?,
        Place::After { item: anchor } => same(act, *anchor, moving, previous)?,
    })
}

fn same(
    act: &Act<'_, '_>,
    anchor: Uuid,
    moving: &HashSet<ItemId>,
    rank: Option<lineout_domain::rank::Rank>,
) -> Result<bool> {
    use lineout_store::record::Record;
    let anchor = ItemId::new(anchor);
    if moving.contains(&anchor) {
        return Ok(false);
    }
    Ok(record::Item::find(act.db, anchor)?.is_some_and(|item| Some(item.rank) == rank))
}
