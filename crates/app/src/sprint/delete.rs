//! `sprint.delete`: a planned sprint goes; its items are back in their places.

use lineout_domain::sprint as rules;
use lineout_store::record::Record;
use uuid::Uuid;

use super::find;
use crate::context::Act;
use crate::error::{AppError, Result};
use crate::wire::requests;
use crate::workspace::Done;

requests! {
    /// Deletes a planned sprint.
    pub struct DeleteSprint {
        /// Which.
        pub sprint: Uuid,
    }
}

pub(crate) fn run(act: &mut Act<'_, '_>, request: DeleteSprint) -> Result<Done> {
    let row = find(act.db, request.sprint)?;
    rules::can_delete(row.state)?;
    let reviewed =
        act.db.improvements(row.product)?.into_iter().find(|entry| entry.review_sprint == Some(row.id));
    if let Some(entry) = reviewed {
        return Err(AppError::new(
            "sprint_reviews_improvement",
            format!("CSI-{} is to be reviewed in {}.", entry.number, row.name),
            "Choose another sprint for its review first.",
        ));
    }
    for mut item in act.db.sprint_items(row.id)? {
        item.sprint = None;
        item.board_rank = None;
        item.save(act.db)?;
    }
    row.delete(act.db)?;
    act.db.label(format!("Delete {}", row.name));
    Ok(Done {})
}
