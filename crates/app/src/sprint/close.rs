//! `sprint.close`: a decision for every unfinished item, the increment of what is Done, and the record that stays.

use std::collections::HashMap;

use lineout_domain::accountability::Operation;
use lineout_domain::ids::{ItemId, ProductId, SprintId};
use lineout_domain::item::Resolution;
use lineout_domain::rank;
use lineout_domain::sprint::{
    self as rules, CloseDecision, ClosingItem, Decided, Outcome, SplitParts, State,
};
use lineout_store::Db;
use lineout_store::record::{self as rows, Record};
use uuid::Uuid;

use super::record::{SprintRecord, write_record};
use super::{create, find, lived};
use crate::board::enter_done::{self, DoneAnswer};
use crate::context::Act;
use crate::daily;
use crate::error::Result;
use crate::increment;
use crate::item::{key, place, split as part};
use crate::task;
use crate::wire::{Place, requests};

requests! {
    /// Closes the active sprint.
    pub struct CloseSprint {
        /// Which.
        pub sprint: Uuid,
        /// One for each unfinished item, no more and no less.
        pub decisions: Vec<Decision>,
    }

    /// What becomes of an unfinished item.
    pub struct Decision {
        /// The item.
        pub item: Uuid,
        /// Where it goes.
        pub outcome: Unfinished,
        /// For a split: points of the part that is done; none of what was estimated when left out.
        pub done_estimate: Option<f64>,
        /// For a split: the title of what remains.
        pub remainder_title: Option<String>,
        /// For a split: the done part meets the Definition of Done like any Done item.
        pub done: Option<DoneAnswer>,
    }
}

/// Where an unfinished item goes.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize, schemars::JsonSchema, ts_rs::TS,
)]
#[serde(rename_all = "camelCase")]
pub enum Unfinished {
    /// To the top of the Product Backlog.
    Top,
    /// To its old place in the Product Backlog.
    Place,
    /// Into the next sprint.
    Next,
    /// Its done part counts here; the rest becomes an item of its own.
    Split,
}

impl Decision {
    fn rule(&self) -> (ItemId, CloseDecision) {
        let decision = match self.outcome {
            Unfinished::Top => CloseDecision::Top,
            Unfinished::Place => CloseDecision::Place,
            Unfinished::Next => CloseDecision::Next,
            Unfinished::Split => CloseDecision::Split {
                done: self.done_estimate,
                remainder_title: self.remainder_title.clone(),
            },
        };
        (ItemId::new(self.item), decision)
    }
}

pub(crate) fn run(act: &mut Act<'_, '_>, request: CloseSprint) -> Result<SprintRecord> {
    let sprint = find(act.db, request.sprint)?;
    rules::can_close(sprint.state)?;
    let items = act.db.sprint_items(sprint.id)?;
    let mut closing = Vec::with_capacity(items.len());
    for item in &items {
        closing.push(ClosingItem {
            item: item.id,
            key: key(act.db, item)?,
            title: item.title.clone(),
            estimate: item.estimate,
            resolution: item.resolution,
        });
    }
    let decisions: Vec<_> = request.decisions.iter().map(Decision::rule).collect();
    let decided = rules::plan_close(&closing, &decisions)?;
    let answers: HashMap<ItemId, &DoneAnswer> =
        request.decisions.iter().filter_map(|d| Some((ItemId::new(d.item), d.done.as_ref()?))).collect();
    // A split's done part is Done from here on, so that the record and the increment count it.
    for one in &decided {
        if let (Some(parts), Some(item)) = (&one.split, items.iter().find(|item| item.id == one.item)) {
            split(act, item, parts, answers.get(&one.item).copied())?;
        }
    }
    let mut ended = sprint.clone();
    ended.state = State::Closed;
    let at = lived::present(act.db, &sprint, act.now)?;
    daily::end::with_sprint(act, &sprint, at)?;
    ended.ended_at = Some(at);
    gather_increment(act, &ended)?;
    // The record is written from what stands now, before the unfinished items are carried away.
    let outcomes: HashMap<ItemId, Outcome> = decided.iter().map(|one| (one.item, one.outcome)).collect();
    write_record(act, &ended, &outcomes)?;
    ended.save(act.db)?;
    carry(act, &ended, &decided)?;
    act.answer_for(sprint.product, Operation::ChangeSprintBacklog)?;
    act.db.label(format!("Close {}", sprint.name));
    SprintRecord::read(act.db, ended)
}

/// Makes an item's done part Done, and an item of what remains, right after it and with its lineage.
fn split(
    act: &mut Act<'_, '_>,
    item: &rows::Item,
    parts: &SplitParts,
    answer: Option<&DoneAnswer>,
) -> Result<()> {
    let mut done = item.clone();
    done.estimate = parts.done_estimate;
    enter_done::apply(act, &mut done, answer)?;
    done.save(act.db)?;
    let after = Place::After { item: item.id.as_uuid() };
    let rank = place::ranks(act, item.product, &after, &std::collections::HashSet::new(), 1)?.pop();
    let mut rest = part::of(act, item, rank)?;
    rest.title = parts.remainder_title.clone();
    rest.description = item.description.clone();
    rest.estimate = parts.remainder_estimate;
    rest.value = item.value;
    part::add(act, &rest, item)?;
    // Finished tasks stay with what is Done; the others go on.
    let mut open = act.db.tasks(item.id)?;
    open.retain(|row| row.state != lineout_domain::task::State::Done);
    task::hand_over(act, open, rest.id)
}

/// Done items in no increment join the sprint's; one is made when it has none that is still open.
pub(crate) fn gather_increment(act: &mut Act<'_, '_>, sprint: &rows::Sprint) -> Result<()> {
    let mut waiting = Vec::new();
    for item in act.db.sprint_items(sprint.id)? {
        if item.resolution == Some(Resolution::Done) && act.db.increment_item(item.id)?.is_none() {
            waiting.push(item);
        }
    }
    if waiting.is_empty() {
        return Ok(());
    }
    let increment = match open_increment(act.db, sprint.id)? {
        Some(row) => row,
        None => increment::make(act, sprint.product, Some(sprint), None)?,
    };
    increment::put_in(act, increment.id, &waiting)
}

/// The sprint's newest increment that is not released.
pub(crate) fn open_increment(db: &Db<'_>, sprint: SprintId) -> Result<Option<rows::Increment>> {
    let mut increments = db.increments_of(sprint)?.into_iter();
    Ok(increments.rfind(|row| row.state == lineout_domain::increment::State::Usable))
}

/// Takes every item off the board, and the unfinished ones to where it was decided.
fn carry(act: &mut Act<'_, '_>, sprint: &rows::Sprint, decided: &[Decided]) -> Result<()> {
    let next = if rules::close::needs_next(decided) { Some(next_sprint(act, sprint.product)?) } else { None };
    let mut to_top = Vec::new();
    let mut board_rank = match &next {
        Some(next) => act.db.sprint_items(next.id)?.pop().and_then(|item| item.board_rank),
        None => None,
    };
    for one in decided {
        let mut item = rows::Item::get(act.db, one.item)?;
        item.board_column = None;
        match one.outcome {
            Outcome::Done | Outcome::Split | Outcome::Cancelled | Outcome::Removed => {}
            Outcome::Top | Outcome::Place => {
                item.sprint = None;
                item.board_rank = None;
                if one.outcome == Outcome::Top {
                    to_top.push(item.clone());
                }
            }
            Outcome::Next => {
                let rank = rank::between(board_rank.as_ref(), None);
                item.sprint = next.as_ref().map(|next| next.id);
                item.board_rank = Some(rank.clone());
                board_rank = Some(rank);
            }
        }
        item.save(act.db)?;
    }
    // They arrive as they stood in the sprint, like those of the next one: that is the order in which they were decided.
    let moving = to_top.iter().map(|item| item.id).collect();
    let ranks = place::ranks(act, sprint.product, &Place::Top {}, &moving, to_top.len())?;
    for (item, rank) in to_top.iter().zip(&ranks) {
        act.db.set_rank(item.id, rank)?;
    }
    Ok(())
}

/// The planned sprint that comes next, planned now if there is none.
pub(crate) fn next_sprint(act: &mut Act<'_, '_>, product: ProductId) -> Result<rows::Sprint> {
    if let Some(next) = act.db.next_planned(product)? {
        return Ok(next);
    }
    let product = rows::Product::get(act.db, product)?;
    create::plan(act, &product, None, None, None)
}
