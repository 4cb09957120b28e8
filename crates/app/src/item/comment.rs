//! `comment.add`, `comment.edit` and `comment.delete`: what people say about an item.

use chrono::{DateTime, Utc};
use lineout_domain::comment as rules;
use lineout_domain::ids::{CommentId, ItemId};
use lineout_store::record::{self, ItemComment, Record};
use uuid::Uuid;

use super::key;
use crate::context::Act;
use crate::error::Result;
use crate::markdown;
use crate::wire::{requests, responses};
use crate::workspace::Done;

requests! {
    /// Says something about an item. Anyone may.
    pub struct AddComment {
        /// About which.
        pub item: Uuid,
        /// Markdown.
        pub text: String,
    }

    /// Changes what one said.
    pub struct EditComment {
        /// Which comment; one's own.
        pub comment: Uuid,
        /// Markdown.
        pub text: String,
    }

    /// Deletes a comment.
    pub struct DeleteComment {
        /// Which.
        pub comment: Uuid,
    }
}

responses! {
    /// Something said about an item.
    pub struct Comment {
        /// Its id.
        pub id: Uuid,
        /// Who said it; none when nobody was acting.
        pub author: Option<Uuid>,
        /// When.
        pub written_at: DateTime<Utc>,
        /// When it was last changed, if it was.
        pub edited_at: Option<DateTime<Utc>>,
        /// Markdown, to edit.
        pub text: String,
        /// HTML that is safe to show.
        pub html: String,
    }
}

impl From<ItemComment> for Comment {
    fn from(row: ItemComment) -> Self {
        Self {
            id: row.id.as_uuid(),
            author: row.author.map(|person| person.as_uuid()),
            written_at: row.written_at,
            edited_at: row.edited_at,
            html: markdown::html(&row.text),
            text: row.text,
        }
    }
}

pub(crate) mod add {
    use super::*;

    pub(crate) fn run(act: &mut Act<'_, '_>, request: AddComment) -> Result<Comment> {
        let item = record::Item::get(act.db, ItemId::new(request.item))?;
        let row = ItemComment {
            id: act.id(),
            item: item.id,
            author: act.author,
            written_at: act.now,
            edited_at: None,
            text: rules::text(&request.text)?,
        };
        row.insert(act.db)?;
        act.db.label(format!("Comment on {}", key(act.db, &item)?));
        Ok(row.into())
    }
}

pub(crate) mod edit {
    use super::*;

    pub(crate) fn run(act: &mut Act<'_, '_>, request: EditComment) -> Result<Comment> {
        let mut row = ItemComment::get(act.db, CommentId::new(request.comment))?;
        rules::check_author(row.author, act.author)?;
        let text = rules::text(&request.text)?;
        if text != row.text {
            row.text = text;
            row.edited_at = Some(act.now);
            row.save(act.db)?;
        }
        let item = record::Item::get(act.db, row.item)?;
        act.db.label(format!("Edit a comment on {}", key(act.db, &item)?));
        Ok(row.into())
    }
}

pub(crate) mod delete {
    use super::*;

    pub(crate) fn run(act: &mut Act<'_, '_>, request: DeleteComment) -> Result<Done> {
        let row = ItemComment::get(act.db, CommentId::new(request.comment))?;
        row.delete(act.db)?;
        let item = record::Item::get(act.db, row.item)?;
        act.db.label(format!("Delete a comment on {}", key(act.db, &item)?));
        Ok(Done {})
    }
}
