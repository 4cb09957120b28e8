//! `task.move`: another place among the tasks of an item.

use lineout_domain::rank;
use lineout_domain::text::excerpt;
use lineout_store::record::{Record, Task as Row};
use uuid::Uuid;

use super::{Tasks, find};
use crate::context::Act;
use crate::error::Result;
use crate::wire::requests;

requests! {
    /// Moves a task among those of its item.
    pub struct MoveTask {
        /// Which.
        pub task: Uuid,
        /// To this row, from 0; past the end means last.
        pub to: u32,
    }
}

pub(crate) fn run(act: &mut Act<'_, '_>, request: MoveTask) -> Result<Tasks> {
    let (mut row, key) = find(act, request.task)?;
    let present = act.db.tasks(row.item)?;
    let from = present.iter().position(|other| other.id == row.id);
    let rest: Vec<&Row> = present.iter().filter(|other| other.id != row.id).collect();
    let to = (request.to as usize).min(rest.len());
    if from != Some(to) {
        let above = to.checked_sub(1).map(|n| &rest[n].rank);
        row.rank = rank::between(above, rest.get(to).map(|row| &row.rank));
        row.save(act.db)?;
    }
    if rank::needs_respread(&row.rank) {
        let mut order: Vec<Row> = rest.into_iter().cloned().collect();
        order.insert(to, row.clone());
        let fresh = rank::spread(order.len(), None, None);
        for (mut row, rank) in order.into_iter().zip(fresh) {
            row.rank = rank;
            row.save(act.db)?;
        }
    }
    act.db.label(format!("Move “{}” among the tasks of {key}", excerpt(&row.title)));
    Tasks::read(act.db, row.item)
}
