//! Checklists of an item: its acceptance criteria, and how it stands to its product's Definition of Ready.
//!
//! Ready is shown and never blocks, unless the product says so. Not here: the Definition of Done ([`crate::done`]), which
//! always asks.

use std::collections::BTreeSet;

use crate::rule::Rule;
use crate::text::{self, TextFault};

/// Most acceptance criteria of one item.
pub const ACCEPTANCE_MAX: usize = 100;
/// Most characters of an acceptance criterion.
pub const ACCEPTANCE_TEXT_MAX: usize = 1000;
/// Most criteria of a Definition of Ready.
pub const READY_MAX: usize = 30;
/// Most characters of a criterion of a Definition of Ready.
pub const READY_TEXT_MAX: usize = 200;

/// A refusal about a checklist.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ChecklistRule {
    /// An acceptance criterion is empty or too long.
    #[error("The acceptance criterion was not accepted: {0}.")]
    Acceptance(TextFault),
    /// More than [`ACCEPTANCE_MAX`].
    #[error("An item has at most 100 acceptance criteria; there were {0}.")]
    AcceptanceCount(usize),
    /// A criterion of the Definition of Ready is empty, too long, or not one line.
    #[error("A criterion was not accepted: {0}.")]
    Ready(TextFault),
    /// More than [`READY_MAX`].
    #[error("A Definition of Ready has at most 30 criteria; this one has {0}.")]
    ReadyCount(usize),
    /// The same criterion twice.
    #[error("The criterion \"{0}\" is there twice.")]
    ReadyTwice(String),
    /// Items that are not ready, for a product that takes only ready ones into a sprint; holds their keys.
    #[error("{} {} not ready, and this product takes only ready items into a sprint.", listed(.0), if .0.len() == 1 { "is" } else { "are" })]
    NotReady(Vec<String>),
}

impl Rule for ChecklistRule {
    fn code(&self) -> &'static str {
        match self {
            Self::Acceptance(_) => "acceptance_criterion",
            Self::AcceptanceCount(_) => "acceptance_criteria_many",
            Self::Ready(_) => "ready_criterion",
            Self::ReadyCount(_) => "ready_criteria_many",
            Self::ReadyTwice(_) => "ready_criterion_twice",
            Self::NotReady(_) => "item_not_ready",
        }
    }

    fn hint(&self) -> String {
        match self {
            Self::Acceptance(fault) | Self::Ready(fault) => fault.hint(),
            Self::AcceptanceCount(_) => "Split the item: each part has criteria of its own.".into(),
            Self::ReadyCount(_) => "Keep the criteria that a refinement looks at.".into(),
            Self::ReadyTwice(_) => "Name it once.".into(),
            Self::NotReady(_) => {
                "Tick what is met of the Definition of Ready, or let the product take unready items.".into()
            }
        }
    }
}

/// An acceptance criterion: 1 to [`ACCEPTANCE_TEXT_MAX`] characters over any number of lines.
pub fn acceptance(text: &str) -> Result<String, ChecklistRule> {
    text::reason(text, 1, ACCEPTANCE_TEXT_MAX).map_err(ChecklistRule::Acceptance)
}

/// Refuses more acceptance criteria than [`ACCEPTANCE_MAX`].
pub fn check_acceptance_count(count: usize) -> Result<(), ChecklistRule> {
    if count > ACCEPTANCE_MAX { Err(ChecklistRule::AcceptanceCount(count)) } else { Ok(()) }
}

/// The criteria of a Definition of Ready: up to [`READY_MAX`] lines, no two the same but for case and spacing. None at
/// all means that the product has no such definition.
pub fn ready_criteria<T: AsRef<str>>(texts: &[T]) -> Result<Vec<String>, ChecklistRule> {
    if texts.len() > READY_MAX {
        return Err(ChecklistRule::ReadyCount(texts.len()));
    }
    let mut seen = BTreeSet::new();
    texts
        .iter()
        .map(|text| {
            let text = text::line(text.as_ref(), READY_TEXT_MAX).map_err(ChecklistRule::Ready)?;
            if seen.insert(text::fold(&text)) { Ok(text) } else { Err(ChecklistRule::ReadyTwice(text)) }
        })
        .collect()
}

/// Whether an item is ready: it meets every criterion there is. `None` where there are none to meet.
pub fn is_ready(criteria: usize, met: usize) -> Option<bool> {
    (criteria > 0).then_some(met >= criteria)
}

/// Refuses items that are not ready, when the product says that these are not taken into a sprint. Each item comes with
/// its key and whether it is ready.
pub fn check_taken(blocks: bool, items: &[(String, Option<bool>)]) -> Result<(), ChecklistRule> {
    let unready: Vec<String> =
        items.iter().filter(|(_, ready)| *ready == Some(false)).map(|(key, _)| key.clone()).collect();
    if blocks && !unready.is_empty() { Err(ChecklistRule::NotReady(unready)) } else { Ok(()) }
}

/// "HBR-1", "HBR-1 and HBR-2", "HBR-1, HBR-2 and 7 more".
fn listed(keys: &[String]) -> String {
    match keys {
        [] => String::new(),
        [one] => one.clone(),
        [one, two] => format!("{one} and {two}"),
        [one, two, three] => format!("{one}, {two} and {three}"),
        [one, two, rest @ ..] => format!("{one}, {two} and {} more", rest.len()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn acceptance_criteria() {
        let given = " Given a ticket\nwhen it is refunded ";
        assert_eq!(acceptance(given).as_deref(), Ok("Given a ticket\nwhen it is refunded"));
        assert_eq!(acceptance(" ").unwrap_err().code(), "acceptance_criterion");
        assert_eq!(acceptance(&"x".repeat(1001)).unwrap_err().code(), "acceptance_criterion");
        assert_eq!(check_acceptance_count(100), Ok(()));
        assert_eq!(check_acceptance_count(101).unwrap_err().code(), "acceptance_criteria_many");
    }

    #[test]
    fn a_definition_of_ready_is_optional_and_has_no_criterion_twice() {
        assert_eq!(ready_criteria::<&str>(&[]), Ok(vec![]));
        assert_eq!(
            ready_criteria(&[" Sized ", "Has criteria"]),
            Ok(vec!["Sized".into(), "Has criteria".into()])
        );
        for (texts, code) in [
            (vec![String::new()], "ready_criterion"),
            (vec!["a\nb".to_owned()], "ready_criterion"),
            (vec!["Sized".to_owned(), " SIZED".to_owned()], "ready_criterion_twice"),
            ((0..31).map(|n| n.to_string()).collect(), "ready_criteria_many"),
        ] {
            assert_eq!(ready_criteria(&texts).unwrap_err().code(), code, "{texts:?}");
        }
    }

    #[test]
    fn ready_is_to_meet_all_there_is() {
        for (criteria, met, expect) in
            [(0, 0, None), (2, 0, Some(false)), (2, 1, Some(false)), (2, 2, Some(true))]
        {
            assert_eq!(is_ready(criteria, met), expect);
        }
    }

    #[test]
    fn only_a_product_that_says_so_refuses_unready_items() {
        let item = |n: u32, ready| (format!("HBR-{n}"), ready);
        let items = [item(1, Some(true)), item(2, Some(false)), item(3, None)];
        assert_eq!(check_taken(false, &items), Ok(()));
        let refused = check_taken(true, &items).unwrap_err();
        assert_eq!(
            refused.to_string(),
            "HBR-2 is not ready, and this product takes only ready items into a sprint."
        );
        let many: Vec<_> = (1..=5).map(|n| item(n, Some(false))).collect();
        assert!(
            check_taken(true, &many).unwrap_err().to_string().starts_with("HBR-1, HBR-2 and 3 more are not")
        );
        assert!(
            check_taken(true, &many[..2]).unwrap_err().to_string().starts_with("HBR-1 and HBR-2 are not")
        );
        assert_eq!(check_taken(true, &items[..1]), Ok(()));
    }
}
