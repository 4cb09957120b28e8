//! Merging duplicates: several items become one that stays.
//!
//! What goes to the one that stays is the use case's. Whether the links it gets would make items wait for each other,
//! [`crate::link::circle`] says.

use std::collections::BTreeSet;

use crate::ids::ItemId;
use crate::item::Resolution;
use crate::link::{self, Link};
use crate::rule::Rule;
use crate::text;

/// Most items merged into one at once.
pub const MERGED_MAX: usize = 50;

/// A refusal to merge.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MergeRule {
    /// The one that stays is among those that go.
    #[error("{0} cannot be merged into itself.")]
    Itself(String),
    /// One of them is over; holds its key and how it ended.
    #[error("{0} is {1}, and only open items are merged.")]
    Over(String, Resolution),
    /// More than [`MERGED_MAX`].
    #[error("At most 50 items are merged at once; there were {0}.")]
    Many(usize),
    /// The description would be too long.
    #[error("The descriptions are too long to be one.")]
    Description,
}

impl Rule for MergeRule {
    fn code(&self) -> &'static str {
        match self {
            Self::Itself(_) => "merge_itself",
            Self::Over(..) => "merge_over",
            Self::Many(_) => "merge_many",
            Self::Description => "merge_description",
        }
    }

    fn hint(&self) -> String {
        match self {
            Self::Itself(_) => "Leave out the item that stays.".into(),
            Self::Over(..) => "Link them as duplicates instead, or reopen it first.".into(),
            Self::Many(_) => "Merge them in parts.".into(),
            Self::Description => "Merge without the descriptions, and copy what is needed.".into(),
        }
    }
}

/// An item to be merged: its id, its key, and how it ended.
pub type Candidate<'a> = (ItemId, &'a str, Option<Resolution>);

/// Refuses what cannot be merged.
pub fn check(stays: Candidate<'_>, go: &[Candidate<'_>]) -> Result<(), MergeRule> {
    if go.len() > MERGED_MAX {
        return Err(MergeRule::Many(go.len()));
    }
    if go.iter().any(|(id, ..)| *id == stays.0) {
        return Err(MergeRule::Itself(stays.1.to_owned()));
    }
    match go.iter().chain([&stays]).find_map(|(_, key, ended)| Some((key, (*ended)?))) {
        Some((key, ended)) => Err(MergeRule::Over((*key).to_owned(), ended)),
        None => Ok(()),
    }
}

/// Which of some texts say something that `present` does not say already, each once: case and spacing aside.
pub fn new_texts<'a>(present: &[&str], texts: &[&'a str]) -> Vec<&'a str> {
    let mut seen: BTreeSet<String> = present.iter().map(|text| text::fold(text)).collect();
    texts.iter().copied().filter(|text| seen.insert(text::fold(text))).collect()
}

/// A link of an item that goes, as a link of the one that stays. None when it would tie that one to itself.
pub fn handed_on(link: Link, gone: &BTreeSet<ItemId>, stays: ItemId) -> Option<Link> {
    let end = |item: ItemId| if gone.contains(&item) { stays } else { item };
    let (source, target) = (end(link.source), end(link.target));
    (source != target).then(|| link::link(link.kind, source, target))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::link::{Kind, link};
    use uuid::Uuid;

    fn id(n: u128) -> ItemId {
        ItemId::new(Uuid::from_u128(n))
    }

    #[test]
    fn only_open_items_become_another_one() {
        let open = |n: u128| (id(n), "HBR-1", None);
        assert_eq!(check(open(1), &[open(2), open(3)]), Ok(()));
        assert_eq!(check(open(1), &[open(2), open(1)]).unwrap_err().code(), "merge_itself");
        let done = (id(2), "HBR-2", Some(Resolution::Done));
        assert_eq!(
            check(open(1), &[done]).unwrap_err().to_string(),
            "HBR-2 is done, and only open items are merged."
        );
        assert_eq!(check(done, &[open(1)]).unwrap_err().code(), "merge_over");
        let many: Vec<_> = (2..60).map(open).collect();
        assert_eq!(check(open(1), &many).unwrap_err().code(), "merge_many");
    }

    #[test]
    fn a_text_that_is_there_already_does_not_come_again() {
        assert_eq!(new_texts(&["Pays  at once"], &["pays at ONCE", "Refunds", "refunds "]), ["Refunds"]);
    }

    #[test]
    fn links_go_on_to_the_one_that_stays_and_never_to_itself() {
        let gone = BTreeSet::from([id(2), id(3)]);
        let on = |kind, from: u128, to: u128| handed_on(link(kind, id(from), id(to)), &gone, id(1));
        assert_eq!(on(Kind::Blocks, 2, 9), Some(link(Kind::Blocks, id(1), id(9))));
        assert_eq!(on(Kind::Relates, 9, 3), Some(link(Kind::Relates, id(1), id(9))));
        assert_eq!(on(Kind::Blocks, 2, 3), None);
        assert_eq!(on(Kind::Blocks, 1, 2), None);
        assert_eq!(on(Kind::Duplicates, 9, 2), Some(link(Kind::Duplicates, id(9), id(1))));
    }
}
