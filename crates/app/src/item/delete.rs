//! `item.delete`: items leave the workspace. Undo brings them back whole; their keys are not used again.

use lineout_store::record::Record;
use uuid::Uuid;

use super::{named, read_all};
use crate::context::Act;
use crate::error::{AppError, Result};
use crate::poker;
use crate::sprint::scope;
use crate::wire::{count, requests, responses};

requests! {
    /// Deletes items.
    pub struct DeleteItems {
        /// Which.
        pub items: Vec<Uuid>,
    }
}

responses! {
    /// What was deleted.
    pub struct ItemsDeleted {
        /// How many.
        pub deleted: u32,
    }
}

pub(crate) fn run(act: &mut Act<'_, '_>, request: DeleteItems) -> Result<ItemsDeleted> {
    let items = read_all(act.db, &request.items)?;
    let what = named(act.db, &items)?;
    scope::changing(act, &items)?;
    for item in &items {
        if let Some(held) = act.db.increment_item(item.id)? {
            return Err(AppError::new(
                "item_in_increment",
                format!("{} is part of an increment and stays.", held.key),
                "Take it out of the increment first.",
            ));
        }
        for row in act.db.labels(item.id)? {
            row.delete(act.db)?;
        }
        for row in act.db.assignees(item.id)? {
            row.delete(act.db)?;
        }
        for row in act.db.item_criteria(item.id)? {
            row.delete(act.db)?;
        }
        for row in act.db.impediment_links(item.id)? {
            row.delete(act.db)?;
        }
        for row in act.db.comments(item.id)? {
            row.delete(act.db)?;
        }
        for row in act.db.attachments(item.id)? {
            row.delete(act.db)?;
        }
        for row in act.db.tasks(item.id)? {
            row.delete(act.db)?;
        }
        for row in act.db.acceptance(item.id)? {
            row.delete(act.db)?;
        }
        for row in act.db.ready_ticks(item.id)? {
            row.delete(act.db)?;
        }
        for row in act.db.links(item.id)? {
            row.delete(act.db)?;
        }
        poker::delete_all(act, item.id)?;
        item.delete(act.db)?;
    }
    act.db.label(format!("Delete {what}"));
    Ok(ItemsDeleted { deleted: count(items.len()) })
}
