//! The Definition of Done: a versioned checklist, and what entering a Done column asks.

use std::collections::BTreeSet;

use crate::ids::{CriterionId, PersonId};
use crate::rule::Rule;
use crate::text::{self, TextFault};

/// Most criteria of a Definition of Done; there is at least one.
pub const CRITERIA_MAX: usize = 30;
/// Most characters of a criterion.
pub const CRITERION_MAX: usize = 200;
/// Fewest and most characters of the reason for a waiver.
pub const REASON_LENGTH: std::ops::RangeInclusive<usize> = 3..=500;

/// One criterion of a Definition of Done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Criterion {
    /// Its id within its version.
    pub id: CriterionId,
    /// What must hold.
    pub text: String,
}

/// A criterion let go for one item, with a name and a reason that stay visible.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiver {
    /// The criterion.
    pub criterion: CriterionId,
    /// Who answers for letting it go; `None` is refused.
    pub person: Option<PersonId>,
    /// Why.
    pub reason: String,
}

/// A refusal about the Definition of Done.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DoneRule {
    /// A criterion is empty, too long, or not one line.
    #[error("A criterion was not accepted: {0}.")]
    Criterion(TextFault),
    /// None, or more than [`CRITERIA_MAX`].
    #[error("A Definition of Done has 1 to 30 criteria; this one has {0}.")]
    CriteriaCount(usize),
    /// The same criterion twice.
    #[error("The criterion \"{0}\" is there twice.")]
    CriterionTwice(String),
    /// Criteria neither met nor waived; holds their texts.
    #[error("The Definition of Done is not met: {}.", .0.join("; "))]
    Unmet(Vec<String>),
    /// A criterion that is not part of the definition.
    #[error("A criterion that was named is not part of this Definition of Done ({0}).")]
    UnknownCriterion(CriterionId),
    /// Two waivers for one criterion.
    #[error("\"{0}\" is waived twice.")]
    WaivedTwice(String),
    /// The reason for a waiver is too short or too long.
    #[error("The reason for waiving a criterion was not accepted: {0}.")]
    WaiverReason(TextFault),
    /// A waiver without a name.
    #[error("A criterion can be waived only by a named person, and nobody is acting.")]
    WaiverUnnamed,
}

impl Rule for DoneRule {
    fn code(&self) -> &'static str {
        match self {
            Self::Criterion(_) => "done_criterion",
            Self::CriteriaCount(_) => "done_criteria_count",
            Self::CriterionTwice(_) => "done_criterion_twice",
            Self::Unmet(_) => "done_criteria_unmet",
            Self::UnknownCriterion(_) => "done_criterion_unknown",
            Self::WaivedTwice(_) => "done_waived_twice",
            Self::WaiverReason(_) => "done_waiver_reason",
            Self::WaiverUnnamed => "done_waiver_unnamed",
        }
    }

    fn hint(&self) -> String {
        match self {
            Self::Criterion(fault) | Self::WaiverReason(fault) => fault.hint(),
            Self::CriteriaCount(_) => "List between 1 and 30 criteria.".into(),
            Self::CriterionTwice(_) | Self::WaivedTwice(_) => "Name it once.".into(),
            Self::Unmet(_) => "Meet each criterion, or waive it with a reason.".into(),
            Self::UnknownCriterion(_) => {
                "Look at the Definition of Done again, it may have been revised meanwhile.".into()
            }
            Self::WaiverUnnamed => "Choose who is acting first.".into(),
        }
    }
}

/// The criteria of a Definition of Done: 1 to [`CRITERIA_MAX`] lines of 1 to [`CRITERION_MAX`] characters, no two the
/// same but for case and spacing.
pub fn criteria<T: AsRef<str>>(texts: &[T]) -> Result<Vec<String>, DoneRule> {
    if texts.is_empty() || texts.len() > CRITERIA_MAX {
        return Err(DoneRule::CriteriaCount(texts.len()));
    }
    let mut seen = BTreeSet::new();
    texts
        .iter()
        .map(|text| {
            let text = text::line(text.as_ref(), CRITERION_MAX).map_err(DoneRule::Criterion)?;
            if seen.insert(text::fold(&text)) { Ok(text) } else { Err(DoneRule::CriterionTwice(text)) }
        })
        .collect()
}

/// Whether an item may enter a Done column: every criterion is met, or waived by a named person with a reason. Returns
/// the waivers to keep, their reasons trimmed; a waiver of a criterion that is met anyway is none.
pub fn check_entry(
    criteria: &[Criterion],
    met: &[CriterionId],
    waivers: &[Waiver],
) -> Result<Vec<Waiver>, DoneRule> {
    let named = met.iter().chain(waivers.iter().map(|waiver| &waiver.criterion));
    for id in named {
        text_of(criteria, *id)?;
    }
    let mut kept: Vec<Waiver> = Vec::new();
    for waiver in waivers {
        if kept.iter().any(|other| other.criterion == waiver.criterion) {
            return Err(DoneRule::WaivedTwice(text_of(criteria, waiver.criterion)?.to_owned()));
        }
        if met.contains(&waiver.criterion) {
            continue;
        }
        if waiver.person.is_none() {
            return Err(DoneRule::WaiverUnnamed);
        }
        kept.push(Waiver { reason: reason(&waiver.reason)?, ..waiver.clone() });
    }
    let unmet: Vec<String> = criteria
        .iter()
        .filter(|criterion| !met.contains(&criterion.id))
        .filter(|criterion| !kept.iter().any(|waiver| waiver.criterion == criterion.id))
        .map(|criterion| criterion.text.clone())
        .collect();
    if unmet.is_empty() { Ok(kept) } else { Err(DoneRule::Unmet(unmet)) }
}

/// The reason for a waiver, of [`REASON_LENGTH`] characters.
pub fn reason(text: &str) -> Result<String, DoneRule> {
    text::reason(text, *REASON_LENGTH.start(), *REASON_LENGTH.end()).map_err(DoneRule::WaiverReason)
}

fn text_of(criteria: &[Criterion], id: CriterionId) -> Result<&str, DoneRule> {
    let found = criteria.iter().find(|criterion| criterion.id == id);
    found.map(|criterion| criterion.text.as_str()).ok_or(DoneRule::UnknownCriterion(id))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use uuid::Uuid;

    fn id(n: u128) -> CriterionId {
        CriterionId::new(Uuid::from_u128(n))
    }

    fn definition(count: u128) -> Vec<Criterion> {
        (0..count).map(|n| Criterion { id: id(n), text: format!("Criterion {n}") }).collect()
    }

    fn waiver(n: u128, person: Option<u128>, reason: &str) -> Waiver {
        Waiver {
            criterion: id(n),
            person: person.map(|person| PersonId::new(Uuid::from_u128(person))),
            reason: reason.into(),
        }
    }

    #[test]
    fn definitions_refused() {
        assert_eq!(criteria(&[" Tested ", "Reviewed"]), Ok(vec!["Tested".into(), "Reviewed".into()]));
        assert!(criteria(crate::product::DEFAULT_DEFINITION_OF_DONE).is_ok());
        for (texts, code) in [
            (vec![], "done_criteria_count"),
            ((0..31).map(|n| n.to_string()).collect(), "done_criteria_count"),
            (vec!["Tested".into(), "tested ".into()], "done_criterion_twice"),
            (vec![" ".into()], "done_criterion"),
            (vec!["x".repeat(201)], "done_criterion"),
        ] {
            assert_eq!(criteria(&texts).unwrap_err().code(), code, "{texts:?}");
        }
    }

    #[test]
    fn entering_done() {
        let definition = definition(3);
        let met = [id(0), id(1)];
        let good = waiver(2, Some(7), " No docs for a spike ");
        for (met, waivers, expect) in [
            (vec![id(0), id(1), id(2)], vec![], Ok(0)),
            (met.to_vec(), vec![good.clone()], Ok(1)),
            // Met after all: nothing is waived, whatever was sent along.
            (vec![id(0), id(1), id(2)], vec![waiver(2, None, "")], Ok(0)),
            (met.to_vec(), vec![], Err("done_criteria_unmet")),
            (met.to_vec(), vec![waiver(2, None, "A good reason")], Err("done_waiver_unnamed")),
            (met.to_vec(), vec![waiver(2, Some(7), "no")], Err("done_waiver_reason")),
            (met.to_vec(), vec![waiver(2, Some(7), &"x".repeat(501))], Err("done_waiver_reason")),
            (met.to_vec(), vec![good.clone(), good.clone()], Err("done_waived_twice")),
            (met.to_vec(), vec![waiver(9, Some(7), "A good reason")], Err("done_criterion_unknown")),
            (vec![id(9)], vec![], Err("done_criterion_unknown")),
        ] {
            let found = check_entry(&definition, &met, &waivers).map(|kept| kept.len()).map_err(|e| e.code());
            assert_eq!(found, expect, "{met:?} {waivers:?}");
        }
        assert_eq!(check_entry(&definition, &met, &[good]).unwrap()[0].reason, "No docs for a spike");
        assert_eq!(
            check_entry(&definition, &[id(1)], &[]).unwrap_err().to_string(),
            "The Definition of Done is not met: Criterion 0; Criterion 2."
        );
    }

    proptest! {
        #[test]
        fn an_item_enters_exactly_when_each_criterion_is_met_or_waived(states in prop::collection::vec(0u8..3, 1..30)) {
            let definition = definition(states.len() as u128);
            let with = |wanted: u8| states.iter().zip(0u128..).filter(move |(state, _)| **state == wanted).map(|(_, n)| n);
            let met: Vec<CriterionId> = with(1).map(id).collect();
            let waivers: Vec<Waiver> = with(2).map(|n| waiver(n, Some(1), "Agreed by all")).collect();
            match check_entry(&definition, &met, &waivers) {
                Ok(kept) => prop_assert!(!states.contains(&0) && kept.len() == waivers.len()),
                Err(DoneRule::Unmet(texts)) => prop_assert_eq!(texts.len(), with(0).count()),
                Err(other) => prop_assert!(false, "{}", other),
            }
        }
    }
}
