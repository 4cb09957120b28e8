//! `item.split`: one item becomes several. The parts take the place right after the original and inherit what it
//! belongs to; the original is closed, or stays as the first part.
//!
//! In a sprint the parts join it where the original was. Once it runs that is a change of its scope, in the open: one
//! item leaves and others come.

use std::collections::HashSet;

use lineout_domain::accountability::Operation;
use lineout_domain::ids::{AcceptanceId, ItemId};
use lineout_domain::impediment;
use lineout_domain::item as items;
use lineout_domain::item::Resolution;
use lineout_domain::link::{self, Kind};
use lineout_domain::rank::{self, Rank};
use lineout_domain::split::{self as rules, Wish};
use lineout_domain::sprint::State;
use lineout_domain::text::listed;
use lineout_store::record::{self, ImpedimentItem, ItemLink, Record};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::create::blank;
use super::{ItemRow, edit, key, place};
use crate::context::Act;
use crate::error::Result;
use crate::product::scale;
use crate::sprint::{scope, take};
use crate::task;
use crate::wire::{Place, requests, responses};

/// What becomes of an item that is split.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub enum Original {
    /// It is closed as split into its parts.
    Close,
    /// It stays, as the first of its parts.
    Keep,
}

requests! {
    /// Splits an item.
    pub struct SplitItem {
        /// Which.
        pub item: Uuid,
        /// What becomes of it.
        pub original: Original,
        /// Two parts or more, in order. Where the original is kept, the first says what it is from now on.
        pub parts: Vec<SplitPart>,
        /// The parts get the original's description too.
        pub copy_description: Option<bool>,
    }

    /// A part of an item.
    pub struct SplitPart {
        /// One line.
        pub title: String,
        /// Points, a value of the product's scale.
        pub estimate: Option<f64>,
        /// Acceptance criteria of the original that it takes over. Those nobody takes stay where they are.
        pub acceptance: Option<Vec<Uuid>>,
    }
}

responses! {
    /// What an item was split into.
    pub struct ItemsSplit {
        /// The original.
        pub original: ItemRow,
        /// The new items, in order.
        pub parts: Vec<ItemRow>,
    }
}

pub(crate) fn run(act: &mut Act<'_, '_>, request: SplitItem) -> Result<ItemsSplit> {
    let before = record::Item::get(act.db, ItemId::new(request.item))?;
    items::check_open(before.resolution)?;
    let product = record::Product::get(act.db, before.product)?;
    let rows = act.db.acceptance(before.id)?;
    let criteria: Vec<_> = rows.into_iter().map(|row| (row.id, row.text)).collect();
    let wishes: Vec<Wish> = request.parts.iter().map(SplitPart::wish).collect();
    let mut wishes = rules::plan(&wishes, before.estimate, &criteria, &scale(&product)?)?;
    scope::changing(act, std::slice::from_ref(&before))?;
    let mut original = before.clone();
    if request.original == Original::Keep {
        let first = wishes.remove(0);
        original.title = first.title;
        original.estimate = first.estimate;
    }
    let parts = add_parts(act, &before, &wishes, request.copy_description.unwrap_or(false))?;
    let keys: Vec<String> = parts.iter().map(|part| format!("{}-{}", product.key, part.number)).collect();
    let named = listed(&keys);
    let key = key(act.db, &original)?;
    if request.original == Original::Close {
        pass_on(act, &original, &parts)?;
        // Nobody said which part a task is of: they go to the first, from where they can be told apart.
        if let Some(first) = parts.first() {
            task::hand_over(act, act.db.tasks(original.id)?, first.id)?;
        }
        original.resolution = Some(Resolution::Split);
        original.resolved_at = Some(act.now);
        original.reason = format!("Split into {named}");
        // Its sprint, if it has one, goes on with the parts.
        original.sprint = None;
        original.board_rank = None;
        original.board_column = None;
        act.db.label(format!("Split {key} into {named}"));
    } else {
        act.db.label(format!("Split {named} off {key}"));
    }
    original.save(act.db)?;
    if original.estimate != before.estimate || parts.iter().any(|part| part.estimate.is_some()) {
        act.answer_for(product.id, Operation::Size)?;
    }
    let parts = parts.iter().map(|part| ItemRow::read(act.db, part)).collect::<Result<_>>()?;
    Ok(ItemsSplit { original: ItemRow::read(act.db, &original)?, parts })
}

impl SplitPart {
    fn wish(&self) -> Wish {
        let criteria = self.acceptance.iter().flatten().map(|id| AcceptanceId::new(*id)).collect();
        Wish { title: self.title.clone(), estimate: self.estimate, criteria }
    }
}

/// Makes the new items, right after the original in the backlog and in its sprint.
fn add_parts(
    act: &mut Act<'_, '_>,
    original: &record::Item,
    wishes: &[Wish],
    described: bool,
) -> Result<Vec<record::Item>> {
    let after = Place::After { item: original.id.as_uuid() };
    let ranks = place::ranks(act, original.product, &after, &HashSet::new(), wishes.len())?;
    let mut seats = seats(act, original, wishes.len())?.into_iter();
    let column = match original.sprint.map(|sprint| record::Sprint::get(act.db, sprint)).transpose()? {
        Some(sprint) if sprint.state == State::Active => take::todo_column(act, &sprint)?,
        _ => None,
    };
    let mut parts = Vec::with_capacity(wishes.len());
    for (wish, rank) in wishes.iter().zip(ranks) {
        let mut part = of(act, original, Some(rank))?;
        part.title = wish.title.clone();
        part.estimate = wish.estimate;
        if described {
            part.description = original.description.clone();
        }
        part.sprint = original.sprint;
        part.board_rank = seats.next();
        part.board_column = column;
        add(act, &part, original)?;
        hand_over(act, original, &part, &wish.criteria)?;
        parts.push(part);
    }
    Ok(parts)
}

/// Places right after an item among those of its sprint; none when it is in none.
fn seats(act: &Act<'_, '_>, item: &record::Item, count: usize) -> Result<Vec<Rank>> {
    let (Some(sprint), Some(own)) = (item.sprint, &item.board_rank) else { return Ok(Vec::new()) };
    let ranks = act.db.sprint_items(sprint)?.into_iter().filter_map(|other| other.board_rank);
    let next = ranks.filter(|rank| rank > own).min();
    Ok(rank::spread(count, Some(own), next.as_ref()))
}

/// A part of an item with its lineage, not written yet: the one way parts come to be, here and when a sprint closes.
pub(crate) fn of(act: &mut Act<'_, '_>, original: &record::Item, rank: Option<Rank>) -> Result<record::Item> {
    let mut part = blank(act, original.product, rank)?;
    part.item_type = original.item_type;
    part.epic = original.epic;
    part.split_from = Some(original.id);
    Ok(part)
}

/// Writes a part, with the original's labels and the people on it.
pub(crate) fn add(act: &mut Act<'_, '_>, part: &record::Item, original: &record::Item) -> Result<()> {
    part.insert(act.db)?;
    let labels: Vec<String> = act.db.labels(original.id)?.into_iter().map(|row| row.label).collect();
    edit::set_labels(act, part.id, &labels)?;
    let mut people = Vec::new();
    for row in act.db.assignees(original.id)? {
        // Somebody who was removed since keeps what they were on, and gets nothing new.
        if !record::Person::get(act.db, row.person)?.removed {
            people.push(row.person.as_uuid());
        }
    }
    edit::set_assignees(act, part.id, &people)
}

/// Gives acceptance criteria of the original to a part, as they are: with what is met of them.
fn hand_over(
    act: &mut Act<'_, '_>,
    original: &record::Item,
    part: &record::Item,
    criteria: &[AcceptanceId],
) -> Result<()> {
    let rows = act.db.acceptance(original.id)?;
    let mut going: Vec<_> = rows.into_iter().filter(|row| criteria.contains(&row.id)).collect();
    for (row, rank) in going.iter_mut().zip(rank::spread(criteria.len(), None, None)) {
        row.item = part.id;
        row.rank = rank;
        row.save(act.db)?;
    }
    Ok(())
}

/// What waits for an item that is closed by its split waits for the parts, and what it waits for, they wait for: a
/// dependency does not end by a split. The same with what is in its way.
fn pass_on(act: &mut Act<'_, '_>, original: &record::Item, parts: &[record::Item]) -> Result<()> {
    let links = act.db.links(original.id)?;
    let impediments = act.db.impediments_of(original.id)?;
    for part in parts {
        for row in links.iter().filter(|row| row.kind == Kind::Blocks) {
            let end = |item: ItemId| if item == original.id { part.id } else { item };
            let on = link::link(Kind::Blocks, end(row.from_item), end(row.to_item));
            ItemLink { id: act.id(), kind: on.kind, from_item: on.source, to_item: on.target }
                .insert(act.db)?;
        }
        for row in impediments.iter().filter(|row| row.state != impediment::State::Resolved) {
            ImpedimentItem { id: act.id(), impediment: row.id, item: part.id }.insert(act.db)?;
        }
    }
    Ok(())
}
