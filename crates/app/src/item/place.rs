//! Finding ranks for a [`Place`]: the one way items get their order.

use std::collections::HashSet;

use lineout_domain::ids::{ItemId, ProductId};
use lineout_domain::rank::{self, Rank};
use lineout_store::record::{self, Record};

use crate::context::Act;
use crate::error::{AppError, Result};
use crate::wire::Place;

/// Ranks for `count` items put at a place of a product's whole order. `moving` are the items being put there, which do
/// not count as neighbours.
pub(crate) fn ranks(
    act: &mut Act<'_, '_>,
    product: ProductId,
    place: &Place,
    moving: &HashSet<ItemId>,
    count: usize,
) -> Result<Vec<Rank>> {
    let (lo, hi) = gap(act, product, place, moving)?;
    let ranks = rank::spread(count, lo.as_ref(), hi.as_ref());
    if !ranks.iter().any(rank::needs_respread) {
        return Ok(ranks);
    }
    make_room(act, product, lo.as_ref(), hi.as_ref(), moving)?;
    let (lo, hi) = gap(act, product, place, moving)?;
    Ok(rank::spread(count, lo.as_ref(), hi.as_ref()))
}

/// The ranks on either side of a place.
fn gap(
    act: &Act<'_, '_>,
    product: ProductId,
    place: &Place,
    moving: &HashSet<ItemId>,
) -> Result<(Option<Rank>, Option<Rank>)> {
    let before = |rank: Option<Rank>| -> Result<(Option<Rank>, Option<Rank>)> {
        let lo = match &rank {
            Some(rank) => act.db.neighbour(product, Some(rank), true, moving)?,
            None => act.db.neighbour(product, None, true, moving)?,
        };
        Ok((lo, rank))
    };
    match place {
        Place::Top {} => {
            let hi = act.db.neighbour(product, None, false, moving)?;
            Ok((None, hi))
        }
        Place::Bottom {} => before(None),
        Place::Position { position } => {
            let target = act.db.backlog_nth(product, position.saturating_sub(1), moving)?;
            before(target.map(|item| item.rank))
        }
        Place::Before { item } => {
            let anchor = anchor(act, product, ItemId::new(*item), moving)?;
            before(Some(anchor.rank))
        }
        Place::After { item } => {
            let anchor = anchor(act, product, ItemId::new(*item), moving)?;
            let hi = act.db.neighbour(product, Some(&anchor.rank), false, moving)?;
            Ok((Some(anchor.rank), hi))
        }
    }
}

fn anchor(
    act: &Act<'_, '_>,
    product: ProductId,
    id: ItemId,
    moving: &HashSet<ItemId>,
) -> Result<record::Item> {
    let item = record::Item::get(act.db, id)?;
    if item.product != product || moving.contains(&id) {
        return Err(AppError::new(
            "bad_neighbour",
            "The items cannot be put next to that one.",
            "Name an item of the same product that is not itself being moved.",
        ));
    }
    Ok(item)
}

/// Spreads the neighbourhood of a crowded gap anew. The order anybody sees does not change by it.
fn make_room(
    act: &mut Act<'_, '_>,
    product: ProductId,
    lo: Option<&Rank>,
    hi: Option<&Rank>,
    moving: &HashSet<ItemId>,
) -> Result<()> {
    let all = act.db.ranks(product)?;
    let standing: Vec<_> = all.into_iter().filter(|(id, _)| !moving.contains(id)).collect();
    let ranks: Vec<Rank> = standing.iter().map(|(_, rank)| rank.clone()).collect();
    let beside = |rank: &Rank| ranks.binary_search(rank).ok();
    let Some(at) = lo.and_then(beside).or_else(|| hi.and_then(beside)) else { return Ok(()) };
    let (rows, fresh) = rank::respread(&ranks, at);
    for ((item, _), rank) in standing[rows].iter().zip(&fresh) {
        act.db.set_rank(*item, rank)?;
    }
    Ok(())
}
