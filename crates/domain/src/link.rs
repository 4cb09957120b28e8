//! Links between items: what waits for what, what belongs together, what is the same thing twice.
//!
//! Not here: lineage. What an item was split from is part of the item and never unlinked.

use std::collections::{BTreeMap, VecDeque};

use crate::ids::ItemId;
use crate::rule::Rule;
use crate::word::words;

words! {
    "link";
    /// What one item is to another.
    pub enum Kind {
        /// The other waits until this one is over.
        Blocks => "blocks",
        /// They have to do with each other; neither comes first.
        Relates => "relates",
        /// It is the other thing once more.
        Duplicates => "duplicates",
    }
}

/// A link as it is kept. Links that read alike from both ends have their ends in order, so that none is there twice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Link {
    /// What it says.
    pub kind: Kind,
    /// The item it says it of.
    pub source: ItemId,
    /// The item it says it to.
    pub target: ItemId,
}

/// A refusal to link.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LinkRule {
    /// An item and itself.
    #[error("{0} cannot be linked to itself.")]
    Itself(String),
    /// The same link again; holds both keys.
    #[error("{0} and {1} are linked like this already.")]
    Present(String, String),
    /// Items would wait for each other in a circle; holds their keys, the first again at the end.
    #[error("The items would wait for each other: {}.", .0.join(" blocks "))]
    Circle(Vec<String>),
}

impl Rule for LinkRule {
    fn code(&self) -> &'static str {
        match self {
            Self::Itself(_) => "link_itself",
            Self::Present(..) => "link_present",
            Self::Circle(_) => "link_circle",
        }
    }

    fn hint(&self) -> String {
        match self {
            Self::Itself(_) => "Choose another item.".into(),
            Self::Present(..) => "Nothing needs to be done.".into(),
            Self::Circle(_) => {
                "Remove one of the links between them first, or relate the items instead.".into()
            }
        }
    }
}

/// A link as it is to be kept.
pub fn link(kind: Kind, source: ItemId, target: ItemId) -> Link {
    if kind == Kind::Relates && target < source {
        Link { kind, source: target, target: source }
    } else {
        Link { kind, source, target }
    }
}

/// Whether items would wait for each other if `source` blocked `target`: then the way from `target` over what it blocks
/// back to `source`. `blocked_by_it` says what an item blocks now.
///
/// # Errors
/// What `blocked_by_it` fails with.
pub fn circle<E>(
    source: ItemId,
    target: ItemId,
    mut blocked_by_it: impl FnMut(ItemId) -> Result<Vec<ItemId>, E>,
) -> Result<Option<Vec<ItemId>>, E> {
    let mut came_from: BTreeMap<ItemId, ItemId> = BTreeMap::new();
    let mut waiting = VecDeque::from([target]);
    while let Some(item) = waiting.pop_front() {
        if item == source {
            let mut way = vec![item];
            while let Some(before) = came_from.get(way.last().unwrap_or(&item)) {
                way.push(*before);
            }
            way.reverse();
            return Ok(Some(way));
        }
        for next in blocked_by_it(item)? {
            if next != target && !came_from.contains_key(&next) {
                came_from.insert(next, item);
                waiting.push_back(next);
            }
        }
    }
    Ok(None)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::{BTreeSet, HashSet};
    use std::convert::Infallible;
    use uuid::Uuid;

    fn id(n: u32) -> ItemId {
        ItemId::new(Uuid::from_u128(n.into()))
    }

    fn way(edges: &BTreeSet<(u32, u32)>, source: u32, target: u32) -> Option<Vec<u32>> {
        let number = |item: ItemId| u32::try_from(item.as_uuid().as_u128()).unwrap();
        let next = |item: ItemId| {
            let out = edges.iter().filter(|(from, _)| *from == number(item));
            Ok::<_, Infallible>(out.map(|(_, to)| id(*to)).collect())
        };
        circle(id(source), id(target), next).unwrap().map(|way| way.into_iter().map(number).collect())
    }

    #[test]
    fn links_that_read_alike_are_kept_alike() {
        assert_eq!(link(Kind::Relates, id(2), id(1)), link(Kind::Relates, id(1), id(2)));
        assert_ne!(link(Kind::Blocks, id(2), id(1)), link(Kind::Blocks, id(1), id(2)));
        assert_ne!(link(Kind::Duplicates, id(2), id(1)), link(Kind::Duplicates, id(1), id(2)));
    }

    #[test]
    fn a_circle_is_told_by_its_way() {
        let edges = BTreeSet::from([(1, 2), (2, 3), (2, 4), (4, 5)]);
        assert_eq!(way(&edges, 5, 1), Some(vec![1, 2, 4, 5]));
        assert_eq!(way(&edges, 2, 1), Some(vec![1, 2]));
        assert_eq!(way(&edges, 3, 3), Some(vec![3]));
        assert_eq!(way(&edges, 3, 5), None);
        let refused = LinkRule::Circle(vec!["A-1".into(), "A-2".into(), "A-1".into()]);
        assert_eq!(refused.to_string(), "The items would wait for each other: A-1 blocks A-2 blocks A-1.");
    }

    /// Whether no item waits for itself over others: they can all be put in an order.
    fn can_be_ordered(edges: &BTreeSet<(u32, u32)>) -> bool {
        let mut left = edges.clone();
        loop {
            let targets: HashSet<u32> = left.iter().map(|(_, to)| *to).collect();
            let before = left.len();
            left.retain(|(from, _)| targets.contains(from));
            if left.is_empty() || left.len() == before {
                return left.is_empty();
            }
        }
    }

    proptest! {
        #[test]
        fn links_accepted_one_after_another_never_make_a_circle(wishes in prop::collection::vec((0u32..9, 0u32..9), 0..60)) {
            let mut edges = BTreeSet::new();
            for (from, to) in wishes {
                match way(&edges, from, to) {
                    None => {
                        edges.insert((from, to));
                        prop_assert!(can_be_ordered(&edges));
                    }
                    Some(way) => {
                        // What was refused would have closed exactly this circle.
                        prop_assert_eq!((way[0], *way.last().unwrap()), (to, from));
                        prop_assert!(way.windows(2).all(|step| edges.contains(&(step[0], step[1]))));
                        let mut closed = edges.clone();
                        closed.insert((from, to));
                        prop_assert!(!can_be_ordered(&closed));
                    }
                }
            }
        }
    }
}
