//! `item.cancel`: work that will not be done. It keeps its key and its reason.

use lineout_domain::item as rules;
use lineout_domain::item::Resolution;
use lineout_store::record::Record;
use uuid::Uuid;

use super::{named, read_all};
use crate::context::Act;
use crate::error::Result;
use crate::sprint::scope;
use crate::wire::{count, requests, responses};

requests! {
    /// Cancels items.
    pub struct CancelItems {
        /// Which.
        pub items: Vec<Uuid>,
        /// Why.
        pub reason: String,
    }
}

responses! {
    /// What was cancelled.
    pub struct ItemsCancelled {
        /// How many.
        pub cancelled: u32,
    }
}

pub(crate) fn run(act: &mut Act<'_, '_>, request: CancelItems) -> Result<ItemsCancelled> {
    let reason = rules::reason(&request.reason)?;
    let mut items = read_all(act.db, &request.items)?;
    let what = named(act.db, &items)?;
    scope::changing(act, &items)?;
    for item in &mut items {
        rules::check_open(item.resolution)?;
        item.resolution = Some(Resolution::Cancelled);
        item.resolved_at = Some(act.now);
        item.reason = reason.clone();
        item.board_column = None;
        item.save(act.db)?;
    }
    act.db.label(format!("Cancel {what}"));
    Ok(ItemsCancelled { cancelled: count(items.len()) })
}
