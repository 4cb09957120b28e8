//! Comments on an item: whose they are, and what may be done to them.

use crate::ids::PersonId;
use crate::rule::Rule;
use crate::text::{self, TextFault};

/// Most characters of a comment.
pub const TEXT_MAX: usize = 20_000;

/// A refusal about a comment.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CommentRule {
    /// The comment is empty, too long, or holds control characters.
    #[error("The comment was not accepted: {0}.")]
    Text(TextFault),
    /// Somebody else wrote it.
    #[error("Only who wrote a comment changes what it says.")]
    NotYours,
}

impl Rule for CommentRule {
    fn code(&self) -> &'static str {
        match self {
            Self::Text(_) => "comment_text",
            Self::NotYours => "comment_not_yours",
        }
    }

    fn hint(&self) -> String {
        match self {
            Self::Text(fault) => fault.hint(),
            Self::NotYours => "Answer with a comment of your own, or act as the person who wrote it.".into(),
        }
    }
}

/// A comment: 1 to [`TEXT_MAX`] characters of Markdown.
pub fn text(text: &str) -> Result<String, CommentRule> {
    text::reason(text, 1, TEXT_MAX).map_err(CommentRule::Text)
}

/// Refuses to put words into somebody's mouth. A comment that nobody signed is anybody's.
pub fn check_author(author: Option<PersonId>, acting: Option<PersonId>) -> Result<(), CommentRule> {
    if author.is_none() || author == acting { Ok(()) } else { Err(CommentRule::NotYours) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn texts() {
        assert_eq!(super::text(" Tested with *five*.\n").as_deref(), Ok("Tested with *five*."));
        assert_eq!(super::text("\n").unwrap_err().code(), "comment_text");
        assert_eq!(super::text(&"x".repeat(20_001)).unwrap_err().code(), "comment_text");
    }

    #[test]
    fn only_its_author_changes_a_comment() {
        let [ana, ben] = [1, 2].map(|n| PersonId::new(Uuid::from_u128(n)));
        for (author, acting, allowed) in [
            (Some(ana), Some(ana), true),
            (Some(ana), Some(ben), false),
            (Some(ana), None, false),
            (None, Some(ben), true),
            (None, None, true),
        ] {
            assert_eq!(check_author(author, acting).is_ok(), allowed);
        }
    }
}
