//! `workspace.rename`: what the team calls its workspace. The file keeps its name.

use lineout_store::record::Record;

use super::Done;
use crate::context::Act;
use crate::error::Result;
use crate::wire::requests;

requests! {
    /// Gives the workspace another name.
    pub struct RenameWorkspace {
        /// What the team calls it from now on.
        pub name: String,
    }
}

pub(crate) fn run(act: &mut Act<'_, '_>, request: RenameWorkspace) -> Result<Done> {
    let mut info = act.db.workspace()?;
    let name = lineout_domain::product::name(&request.name)?;
    act.db.label(format!("Rename the workspace {} to {name}", info.name));
    info.name = name;
    info.save(act.db)?;
    Ok(Done {})
}
