//! `template.delete`: forgets a template. Items made from it stay.

use lineout_domain::ids::TemplateId;
use lineout_store::record::{self, Record};
use uuid::Uuid;

use crate::context::Act;
use crate::error::Result;
use crate::wire::requests;
use crate::workspace::Done;

requests! {
    /// Deletes a template.
    pub struct DeleteTemplate {
        /// Which.
        pub template: Uuid,
    }
}

pub(crate) fn run(act: &mut Act<'_, '_>, request: DeleteTemplate) -> Result<Done> {
    let row = record::ItemTemplate::get(act.db, TemplateId::new(request.template))?;
    row.delete(act.db)?;
    act.db.label(format!("Delete the template {}", row.name));
    Ok(Done {})
}
