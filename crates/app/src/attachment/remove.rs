//! `attachment.remove`: a file leaves its item. Its bytes stay in the workspace, so that an undo brings it back whole.

use lineout_domain::ids::AttachmentId;
use lineout_domain::text::excerpt;
use lineout_store::record::{self, Record};
use uuid::Uuid;

use crate::context::Act;
use crate::error::Result;
use crate::item::key;
use crate::wire::requests;
use crate::workspace::Done;

requests! {
    /// Names an attachment.
    pub struct NameAttachment {
        /// Which.
        pub attachment: Uuid,
    }
}

pub(crate) fn run(act: &mut Act<'_, '_>, request: NameAttachment) -> Result<Done> {
    let row = record::Attachment::get(act.db, AttachmentId::new(request.attachment))?;
    let item = record::Item::get(act.db, row.item)?;
    row.delete(act.db)?;
    act.db.label(format!("Remove “{}” from {}", excerpt(&row.name), key(act.db, &item)?));
    Ok(Done {})
}
