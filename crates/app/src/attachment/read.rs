//! `attachment.read`: the bytes of a picture, for a window to show. Nothing but a picture is given out this way.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use lineout_domain::attachment as rules;
use lineout_domain::ids::AttachmentId;
use lineout_store::record::{self, Record};

use super::remove::NameAttachment;
use crate::context::View;
use crate::error::Result;
use crate::wire::responses;

responses! {
    /// A picture, to be shown.
    pub struct Picture {
        /// What it is: PNG, JPEG, GIF or WebP.
        pub media_type: String,
        /// Its bytes, base64.
        pub content: String,
    }
}

pub(crate) fn run(view: &View<'_>, request: NameAttachment) -> Result<Picture> {
    let row = record::Attachment::get(&view.db, AttachmentId::new(request.attachment))?;
    let bytes = view.db.kept_bytes(&row.sha256)?;
    rules::check_picture(&row.name, &row.media_type, &bytes)?;
    Ok(Picture { media_type: row.media_type, content: BASE64.encode(bytes) })
}
