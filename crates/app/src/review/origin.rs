//! Where an item came from, when that was feedback: its own, or that of what it was split from.

use lineout_domain::ids::ItemId;
use lineout_store::Db;
use lineout_store::record::{self as rows, Record};
use uuid::Uuid;

use super::name_of;
use crate::error::Result;
use crate::wire::responses;

/// So many splits back; nobody splits further, and a damaged file must not keep us.
const SPLITS: usize = 50;

responses! {
    /// Feedback that an item came from.
    pub struct FeedbackOrigin {
        /// The feedback.
        pub feedback: Uuid,
        /// The sprint whose Review it was said in.
        pub sprint: Uuid,
        /// That sprint's name.
        pub sprint_name: String,
        /// What was said.
        pub text: String,
        /// Who said it; empty when nobody is named.
        pub by: String,
    }
}

/// The feedback behind an item, oldest first.
pub(crate) fn of(db: &Db<'_>, item: &rows::Item) -> Result<Vec<FeedbackOrigin>> {
    let mut origins = Vec::new();
    let mut next: Option<ItemId> = Some(item.id);
    for _ in 0..SPLITS {
        let Some(id) = next else { break };
        for row in db.feedback_behind(id)? {
            let review = rows::Review::get(db, row.review)?;
            let sprint = rows::Sprint::get(db, review.sprint)?;
            origins.push(FeedbackOrigin {
                feedback: row.id.as_uuid(),
                sprint: sprint.id.as_uuid(),
                sprint_name: sprint.name,
                text: row.text,
                by: name_of(db, row.person, row.name)?,
            });
        }
        next = rows::Item::find(db, id)?.and_then(|item| item.split_from);
    }
    Ok(origins)
}
