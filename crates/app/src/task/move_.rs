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
    let (row, key) = find(act, request.task)?;
    let present = act.db.tasks(row.item)?;
    let from = present.iter().position(|other| other.id == row.id);
    let to = (request.to as usize).min(present.len().saturating_sub(1));
    if from != Some(to) || rank::needs_respread(&row.rank) {
        let mut order: Vec<Row> = present.into_iter().filter(|other| other.id != row.id).collect();
        order.insert(to, row.clone());
        let ranks: Vec<_> = order.iter().map(|row| Some(&row.rank)).collect();
        let (range, fresh) = rank::placed(&ranks, to..to + 1);
        for (row, rank) in order[range].iter_mut().zip(fresh) {
            row.rank = rank;
            row.save(act.db)?;
        }
    }
    act.db.label(format!("Move “{}” among the tasks of {key}", excerpt(&row.title)));
    Tasks::read(act.db, row.item)
}
