//! `sprint.order`: the order of items in a planned sprint. A running one is ordered on its board.

use lineout_domain::rank;
use lineout_domain::sprint as rules;
use lineout_domain::sprint::State;
use lineout_store::record::{Item, Record};
use uuid::Uuid;

use super::{Sprint, find};
use crate::context::Act;
use crate::error::{AppError, Result};
use crate::item::{named, read_all};
use crate::wire::requests;

requests! {
    /// Orders the items of a planned sprint.
    pub struct OrderSprint {
        /// Which sprint.
        pub sprint: Uuid,
        /// Items of it; among themselves they keep their order.
        pub items: Vec<Uuid>,
        /// The first of them to this row among its open items, from 0; past the end means last.
        pub to: u32,
    }
}

pub(crate) fn run(act: &mut Act<'_, '_>, request: OrderSprint) -> Result<Sprint> {
    let sprint = find(act.db, request.sprint)?;
    if sprint.state != State::Planned {
        return Err(rules::SprintRule::NotPlanned(sprint.state).into());
    }
    let asked = read_all(act.db, &request.items)?;
    if asked.iter().any(|item| item.sprint != Some(sprint.id)) {
        return Err(AppError::not_found("item in this sprint"));
    }
    let all = act.db.sprint_items(sprint.id)?;
    let (moving, rest): (Vec<Item>, Vec<Item>) =
        all.iter().cloned().partition(|item| asked.iter().any(|other| other.id == item.id));
    let order = order(moving, rest, request.to as usize);
    if order.iter().map(|item| item.id).ne(all.iter().map(|item| item.id)) {
        place(act, &asked, &order)?;
    }
    act.db.label(format!("Move {} in {}", named(act.db, &asked)?, sprint.name));
    Sprint::read(act.db, sprint)
}

/// The whole sprint in its new order. Items that have ended are not seen, so they count for no row.
fn order(moving: Vec<Item>, rest: Vec<Item>, to: usize) -> Vec<Item> {
    let is_open = |item: &&Item| item.resolution.is_none();
    let above =
        to.checked_sub(1).and_then(|n| rest.iter().filter(is_open).nth(n).or(rest.iter().rfind(is_open)));
    let at = above.and_then(|above| rest.iter().position(|item| item.id == above.id)).map_or(0, |n| n + 1);
    let mut order = rest;
    order.splice(at..at, moving);
    order
}

/// Gives those that move ranks between their new neighbours, or everything a fresh one where they would grow too long.
fn place(act: &mut Act<'_, '_>, moving: &[Item], order: &[Item]) -> Result<()> {
    let moves = |item: &Item| moving.iter().any(|other| other.id == item.id);
    let first = order.iter().position(moves).unwrap_or(0);
    let ranks: Vec<_> = order.iter().map(|item| item.board_rank.as_ref()).collect();
    let (range, fresh) = rank::placed(&ranks, first..first + moving.len());
    for (item, rank) in order[range].iter().zip(fresh) {
        let mut item = item.clone();
        item.board_rank = Some(rank);
        item.save(act.db)?;
    }
    Ok(())
}
