//! Files that are kept with an item, inside the workspace. A picture is shown; everything else is only ever written
//! out as a copy: nothing here opens a file or runs it.

pub mod add;
pub mod read;
pub mod remove;
pub mod save;

use chrono::{DateTime, Utc};
use lineout_domain::attachment as rules;
use lineout_store::record;
use uuid::Uuid;

use crate::wire::responses;

responses! {
    /// A file that is kept with an item.
    pub struct Attachment {
        /// Its id.
        pub id: Uuid,
        /// What it is called.
        pub name: String,
        /// What its bytes are, whatever its name says.
        pub media_type: String,
        /// Bytes.
        pub size: u32,
        /// It is a picture that `attachment.read` gives to be shown, if it is not too large for that.
        pub picture: bool,
        /// Who attached it; none when nobody was acting.
        pub added_by: Option<Uuid>,
        /// When.
        pub added_at: DateTime<Utc>,
    }
}

impl From<record::Attachment> for Attachment {
    fn from(row: record::Attachment) -> Self {
        Self {
            id: row.id.as_uuid(),
            picture: rules::is_picture(&row.media_type) && row.size as usize <= rules::PICTURE_MAX,
            name: row.name,
            media_type: row.media_type,
            size: row.size,
            added_by: row.added_by.map(|person| person.as_uuid()),
            added_at: row.added_at,
        }
    }
}
