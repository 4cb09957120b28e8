//! `view.delete`: forgets a saved view. The items it showed are not touched.

use lineout_domain::ids::SavedViewId;
use lineout_store::record::{self, Record};
use uuid::Uuid;

use crate::context::Act;
use crate::error::Result;
use crate::wire::requests;
use crate::workspace::Done;

requests! {
    /// Deletes a saved view.
    pub struct DeleteView {
        /// Which.
        pub view: Uuid,
    }
}

pub(crate) fn run(act: &mut Act<'_, '_>, request: DeleteView) -> Result<Done> {
    let row = record::SavedView::get(act.db, SavedViewId::new(request.view))?;
    row.delete(act.db)?;
    act.db.label(format!("Delete the view {}", row.name));
    Ok(Done {})
}
