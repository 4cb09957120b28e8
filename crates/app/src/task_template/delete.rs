//! `taskTemplate.delete`: forgets a list of tasks. Tasks made from it stay.

use lineout_domain::ids::TaskTemplateId;
use lineout_store::record::{self, Record};

use super::NameTaskTemplate;
use crate::context::Act;
use crate::error::Result;
use crate::workspace::Done;

pub(crate) fn run(act: &mut Act<'_, '_>, request: NameTaskTemplate) -> Result<Done> {
    let row = record::TaskTemplate::get(act.db, TaskTemplateId::new(request.template))?;
    row.delete(act.db)?;
    act.db.label(format!("Delete the task list {}", row.name));
    Ok(Done {})
}
