//! `sprint.cancel`: the Sprint Goal became obsolete. The reason is kept; unfinished items are back in their places.

use std::collections::HashMap;

use lineout_domain::accountability::Operation;
use lineout_domain::ids::ItemId;
use lineout_domain::item::Resolution;
use lineout_domain::sprint::{self as rules, Outcome, State};
use lineout_store::record::Record;
use uuid::Uuid;

use super::close::gather_increment;
use super::record::write_record;
use super::{Sprint, find, lived};
use crate::context::Act;
use crate::daily;
use crate::error::Result;
use crate::wire::requests;

requests! {
    /// Cancels the active sprint.
    pub struct CancelSprint {
        /// Which.
        pub sprint: Uuid,
        /// Why.
        pub reason: String,
    }
}

pub(crate) fn run(act: &mut Act<'_, '_>, request: CancelSprint) -> Result<Sprint> {
    let mut sprint = find(act.db, request.sprint)?;
    rules::can_cancel(sprint.state)?;
    sprint.cancel_reason = Some(rules::reason(&request.reason)?);
    sprint.state = State::Cancelled;
    let at = lived::present(act.db, &sprint, act.now)?;
    daily::end::with_sprint(act, &sprint, at)?;
    sprint.ended_at = Some(at);
    gather_increment(act, &sprint)?;
    let items = act.db.sprint_items(sprint.id)?;
    let outcome = |resolution| match resolution {
        Some(Resolution::Done) => Outcome::Done,
        Some(Resolution::Cancelled) => Outcome::Cancelled,
        Some(Resolution::Split) => Outcome::Removed,
        None => Outcome::Place,
    };
    let outcomes: HashMap<ItemId, Outcome> =
        items.iter().map(|item| (item.id, outcome(item.resolution))).collect();
    write_record(act, &sprint, &outcomes)?;
    sprint.save(act.db)?;
    for mut item in items {
        item.board_column = None;
        if item.resolution.is_none() {
            item.sprint = None;
            item.board_rank = None;
        }
        item.save(act.db)?;
    }
    act.answer_for(sprint.product, Operation::CancelSprint)?;
    act.db.label(format!("Cancel {}", sprint.name));
    Sprint::read(act.db, sprint)
}
