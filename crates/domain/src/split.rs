//! Splitting an item into parts.
//!
//! Not here: where the parts go and what they inherit (the use case), and the split that closing a sprint makes of
//! what is done and what remains ([`crate::sprint::close`]).

use std::collections::BTreeSet;

use crate::ids::AcceptanceId;
use crate::item::{self, ItemRule};
use crate::rule::Rule;

/// Most parts of one split, so that the original can name them all.
pub const PARTS_MAX: usize = 20;

/// A part as it is wished for.
#[derive(Debug, Clone, PartialEq)]
pub struct Wish {
    /// Its title.
    pub title: String,
    /// Its estimate in points.
    pub estimate: Option<f64>,
    /// Acceptance criteria of the original that it takes over.
    pub criteria: Vec<AcceptanceId>,
}

/// A refusal to split.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum SplitRule {
    /// Fewer than two parts.
    #[error("A split has at least two parts; {0} {verb} named.", verb = if *.0 == 1 { "was" } else { "were" })]
    Few(usize),
    /// More than [`PARTS_MAX`].
    #[error("A split has at most 20 parts; there were {0}.")]
    Many(usize),
    /// What is written of a part was not accepted.
    #[error("Part {number}: {rule}")]
    Part {
        /// Which, from 1.
        number: usize,
        /// Why.
        rule: ItemRule,
    },
    /// One acceptance criterion for two parts.
    #[error("The acceptance criterion \"{0}\" was given to two parts.")]
    CriterionTwice(String),
    /// A criterion of another item.
    #[error("One of the acceptance criteria is not this item's.")]
    CriterionElsewhere,
}

impl Rule for SplitRule {
    fn code(&self) -> &'static str {
        match self {
            Self::Few(_) => "split_few",
            Self::Many(_) => "split_many",
            Self::Part { .. } => "split_part",
            Self::CriterionTwice(_) => "split_criterion_twice",
            Self::CriterionElsewhere => "split_criterion_elsewhere",
        }
    }

    fn hint(&self) -> String {
        match self {
            Self::Few(_) => "Name a second part, or rename the item instead.".into(),
            Self::Many(_) => "Split it into fewer parts, and those again where they need it.".into(),
            Self::Part { rule, .. } => rule.hint(),
            Self::CriterionTwice(_) => {
                "Give it to one of them; the other may have one in words of its own.".into()
            }
            Self::CriterionElsewhere => "Look at the item again: its criteria may have changed.".into(),
        }
    }
}

/// The parts as they are to be written. `criteria` are those of the original with what they say; those that no part
/// takes stay with it. An estimate is on the product's scale, or the original's own.
///
/// # Errors
/// Too few or too many parts, a title or an estimate that no item may have, a criterion given twice or of another item.
pub fn plan(
    wishes: &[Wish],
    original: Option<f64>,
    criteria: &[(AcceptanceId, String)],
    scale: &[f64],
) -> Result<Vec<Wish>, SplitRule> {
    match wishes.len() {
        n @ 0..2 => return Err(SplitRule::Few(n)),
        n if n > PARTS_MAX => return Err(SplitRule::Many(n)),
        _ => {}
    }
    let mut given = BTreeSet::new();
    for criterion in wishes.iter().flat_map(|wish| &wish.criteria) {
        let known = criteria.iter().find(|(id, _)| id == criterion);
        let (_, text) = known.ok_or(SplitRule::CriterionElsewhere)?;
        if !given.insert(*criterion) {
            return Err(SplitRule::CriterionTwice(crate::text::excerpt(text)));
        }
    }
    let parts = wishes.iter().enumerate().map(|(n, wish)| {
        let refused = |rule| SplitRule::Part { number: n + 1, rule };
        let points = |points: f64| match original {
            Some(held) if held == points => Ok(held),
            _ => item::estimate(points, scale),
        };
        Ok(Wish {
            title: item::title(&wish.title).map_err(refused)?,
            estimate: wish.estimate.map(points).transpose().map_err(refused)?,
            criteria: wish.criteria.clone(),
        })
    });
    parts.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn wish(title: &str, estimate: Option<f64>, criteria: &[u128]) -> Wish {
        let criteria = criteria.iter().map(|n| AcceptanceId::new(Uuid::from_u128(*n))).collect();
        Wish { title: title.into(), estimate, criteria }
    }

    #[test]
    fn parts_are_written_as_items_are() {
        let criteria = [(AcceptanceId::new(Uuid::from_u128(1)), "Pays at once".to_owned())];
        let scale = [1.0, 2.0, 3.0];
        let plan = |wishes: &[Wish]| plan(wishes, Some(4.5), &criteria, &scale);
        let parts = plan(&[wish("  Pay ", Some(4.5), &[1]), wish("Refund", None, &[])]);
        assert_eq!(parts, Ok(vec![wish("Pay", Some(4.5), &[1]), wish("Refund", None, &[])]));
        for (wishes, code, says) in [
            (vec![], "split_few", "0 were"),
            (vec![wish("Pay", None, &[])], "split_few", "1 was"),
            (vec![wish("Pay", None, &[]); 21], "split_many", "there were 21"),
            (vec![wish("Pay", None, &[]), wish(" ", None, &[])], "split_part", "Part 2: The title"),
            (
                vec![wish("Pay", Some(4.0), &[]), wish("Refund", None, &[])],
                "split_part",
                "Part 1: 4 is not on",
            ),
            (
                vec![wish("Pay", None, &[1]), wish("Refund", None, &[1])],
                "split_criterion_twice",
                "Pays at once",
            ),
            (
                vec![wish("Pay", None, &[2]), wish("Refund", None, &[])],
                "split_criterion_elsewhere",
                "not this item",
            ),
        ] {
            let refusal = plan(&wishes).unwrap_err();
            assert_eq!(refusal.code(), code);
            assert!(refusal.to_string().contains(says), "{refusal}");
        }
    }
}
