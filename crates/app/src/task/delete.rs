//! `task.delete`: a task goes; undo brings it back.

use lineout_domain::text::excerpt;
use lineout_store::record::Record;

use super::{NameTask, Tasks, find};
use crate::context::Act;
use crate::error::Result;

pub(crate) fn run(act: &mut Act<'_, '_>, request: NameTask) -> Result<Tasks> {
    let (row, key) = find(act, request.task)?;
    row.delete(act.db)?;
    act.db.label(format!("Delete the task “{}” of {key}", excerpt(&row.title)));
    Tasks::read(act.db, row.item)
}
