//! Closing a sprint: what becomes of every item in it.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};

use super::SprintRule;
use crate::ids::ItemId;
use crate::item::{self, Resolution};
use crate::word::words;

words! {
    "outcome";
    /// What a sprint's record says became of an item.
    pub enum Outcome {
        /// It met the Definition of Done.
        Done => "done",
        /// Unfinished; went to the top of the backlog.
        Top => "top",
        /// Unfinished; went back to its old place in the backlog.
        Place => "place",
        /// Unfinished; went to the next sprint.
        Next => "next",
        /// The done part counts here, the remainder went on.
        Split => "split",
        /// It was cancelled.
        Cancelled => "cancelled",
        /// It left the sprint before the end.
        Removed => "removed",
    }
}

/// What is decided about an unfinished item.
#[derive(Debug, Clone, PartialEq)]
pub enum CloseDecision {
    /// To the top of the backlog.
    Top,
    /// To its old place in the backlog.
    Place,
    /// To the next sprint.
    Next,
    /// Its done part counts here, the remainder goes on as a new item.
    Split {
        /// Points of the done part; `None` counts as none of what was estimated.
        done: Option<f64>,
        /// The remainder's title; `None` keeps the item's own.
        remainder_title: Option<String>,
    },
}

/// An item of the sprint to be closed.
#[derive(Debug, Clone, PartialEq)]
pub struct ClosingItem {
    /// Its id.
    pub item: ItemId,
    /// Its key, for messages.
    pub key: String,
    /// Its title.
    pub title: String,
    /// Its estimate in points.
    pub estimate: Option<f64>,
    /// How it ended; `None` while unfinished.
    pub resolution: Option<Resolution>,
}

/// An item and what becomes of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Decided {
    /// The item.
    pub item: ItemId,
    /// What becomes of it.
    pub outcome: Outcome,
    /// The two parts of a split; `None` for every other outcome.
    pub split: Option<SplitParts>,
}

/// The two parts an item is split into when its sprint closes.
#[derive(Debug, Clone, PartialEq)]
pub struct SplitParts {
    /// Points of the part that is done; `None` when nobody estimated it. It need not be on the product's scale.
    pub done_estimate: Option<f64>,
    /// Points that remain: the item's estimate less the done part, when both are known. Need not be on the scale.
    pub remainder_estimate: Option<f64>,
    /// The remainder's title.
    pub remainder_title: String,
}

/// What becomes of every item of the sprint, in the order of `items`. Each unfinished item needs exactly one decision;
/// finished ones take none: done stays done, cancelled is no longer the sprint's concern, and an item that was split
/// during the sprint left it in favour of its parts.
///
/// # Errors
/// A decision for an unknown or finished item, two for one item, a missing one, or a split that does not add up.
pub fn plan_close(
    items: &[ClosingItem],
    decisions: &[(ItemId, CloseDecision)],
) -> Result<Vec<Decided>, SprintRule> {
    let known: BTreeMap<ItemId, &ClosingItem> = items.iter().map(|item| (item.item, item)).collect();
    let mut decided: BTreeMap<ItemId, &CloseDecision> = BTreeMap::new();
    for (id, decision) in decisions {
        let item = known.get(id).ok_or(SprintRule::CloseUnknownItem(*id))?;
        if item.resolution.is_some() {
            return Err(SprintRule::CloseFinishedItem(item.key.clone()));
        }
        if decided.insert(*id, decision).is_some() {
            return Err(SprintRule::CloseDecidedTwice(item.key.clone()));
        }
    }
    let missing: Vec<String> = items
        .iter()
        .filter(|item| item.resolution.is_none() && !decided.contains_key(&item.item))
        .map(|item| item.key.clone())
        .collect();
    if !missing.is_empty() {
        return Err(SprintRule::CloseUndecided(missing));
    }
    items.iter().map(|item| outcome(item, decided.get(&item.item).copied())).collect()
}

/// Whether work was late: Done when the sprint's planned end, 24:00 of its last day, had come.
pub fn is_late(done: DateTime<Utc>, planned_end: DateTime<Utc>) -> bool {
    done >= planned_end
}

/// Whether some item goes to the next sprint, so that there must be one.
pub fn needs_next(decided: &[Decided]) -> bool {
    decided.iter().any(|decided| decided.outcome == Outcome::Next)
}

fn outcome(item: &ClosingItem, decision: Option<&CloseDecision>) -> Result<Decided, SprintRule> {
    let (outcome, split) = match (item.resolution, decision) {
        (Some(Resolution::Done), _) => (Outcome::Done, None),
        (Some(Resolution::Cancelled), _) => (Outcome::Cancelled, None),
        (Some(Resolution::Split), _) => (Outcome::Removed, None),
        (None, Some(CloseDecision::Top)) => (Outcome::Top, None),
        (None, Some(CloseDecision::Place)) => (Outcome::Place, None),
        (None, Some(CloseDecision::Next)) => (Outcome::Next, None),
        (None, Some(CloseDecision::Split { done, remainder_title })) => {
            (Outcome::Split, Some(split(item, *done, remainder_title.as_deref())?))
        }
        (None, None) => unreachable!("BUG: an undecided item passed the check for undecided items"),
    };
    Ok(Decided { item: item.item, outcome, split })
}

/// The estimate of what a split leaves. It does not vanish: what is not said to be done remains, all of it where nothing
/// is. Nobody knows what remains of what nobody estimated. `None` where more would be done than there is.
pub fn remaining(whole: Option<f64>, done: Option<f64>) -> Option<Option<f64>> {
    let Some(whole) = whole else { return Some(None) };
    let done = done.unwrap_or_default();
    (done <= whole).then(|| Some(item::round(whole - done)))
}

fn split(item: &ClosingItem, done: Option<f64>, title: Option<&str>) -> Result<SplitParts, SprintRule> {
    let refused = |rule| SprintRule::CloseSplit { key: item.key.clone(), rule };
    let done_estimate = done.map(item::points).transpose().map_err(refused)?;
    let Some(remainder_estimate) = remaining(item.estimate, done_estimate) else {
        let (estimate, done) = (item.estimate.unwrap_or_default(), done_estimate.unwrap_or_default());
        return Err(SprintRule::CloseSplitTooBig { key: item.key.clone(), estimate, done });
    };
    let done_estimate = done_estimate.or(item.estimate.and(Some(0.0)));
    let remainder_title = item::title(title.unwrap_or(&item.title)).map_err(refused)?;
    Ok(SplitParts { done_estimate, remainder_estimate, remainder_title })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rule::Rule;
    use proptest::prelude::*;
    use uuid::Uuid;

    fn id(n: u128) -> ItemId {
        ItemId::new(Uuid::from_u128(n))
    }

    fn item(n: u128, estimate: Option<f64>, resolution: Option<Resolution>) -> ClosingItem {
        ClosingItem { item: id(n), key: format!("HBR-{n}"), title: format!("Item {n}"), estimate, resolution }
    }

    fn split_at(done: Option<f64>, title: Option<&str>) -> CloseDecision {
        CloseDecision::Split { done, remainder_title: title.map(str::to_owned) }
    }

    #[test]
    fn late_is_from_midnight_of_the_last_day_on() {
        let end: DateTime<Utc> = "2026-03-20T23:00:00Z".parse().unwrap();
        let hour = chrono::TimeDelta::hours(1);
        assert_eq!([end - hour, end, end + hour].map(|done| is_late(done, end)), [false, true, true]);
    }

    #[test]
    fn every_item_has_its_outcome() {
        let items = [
            item(1, Some(5.0), Some(Resolution::Done)),
            item(2, Some(8.0), None),
            item(3, None, None),
            item(4, Some(1.0), Some(Resolution::Cancelled)),
            item(5, Some(2.0), None),
            item(6, Some(3.0), None),
            item(7, Some(3.0), Some(Resolution::Split)),
        ];
        let decisions = [
            (id(6), CloseDecision::Next),
            (id(2), split_at(Some(3.0), Some("Remainder"))),
            (id(3), CloseDecision::Top),
            (id(5), CloseDecision::Place),
        ];
        let plan = plan_close(&items, &decisions).unwrap();
        let outcomes: Vec<(ItemId, Outcome)> = plan.iter().map(|one| (one.item, one.outcome)).collect();
        assert_eq!(
            outcomes,
            [
                (id(1), Outcome::Done),
                (id(2), Outcome::Split),
                (id(3), Outcome::Top),
                (id(4), Outcome::Cancelled),
                (id(5), Outcome::Place),
                (id(6), Outcome::Next),
                (id(7), Outcome::Removed),
            ]
        );
        assert_eq!(
            plan[1].split,
            Some(SplitParts {
                done_estimate: Some(3.0),
                remainder_estimate: Some(5.0),
                remainder_title: "Remainder".into()
            })
        );
        assert!(needs_next(&plan) && !needs_next(&plan[..5]));
    }

    #[test]
    fn an_emptied_sprint_closes() {
        assert_eq!(plan_close(&[], &[]), Ok(vec![]));
    }

    #[test]
    fn decisions_refused() {
        let items =
            [item(1, Some(5.0), None), item(2, None, None), item(3, Some(1.0), Some(Resolution::Cancelled))];
        let both = |first: CloseDecision| vec![(id(1), first), (id(2), CloseDecision::Top)];
        for (decisions, code) in [
            (vec![(id(1), CloseDecision::Top)], "close_undecided"),
            (vec![], "close_undecided"),
            ([both(CloseDecision::Top), vec![(id(9), CloseDecision::Top)]].concat(), "close_unknown_item"),
            ([both(CloseDecision::Top), vec![(id(3), CloseDecision::Top)]].concat(), "close_finished_item"),
            ([both(CloseDecision::Top), vec![(id(1), CloseDecision::Next)]].concat(), "close_decided_twice"),
            (both(split_at(Some(5.5), None)), "close_split_too_big"),
            (both(split_at(Some(-1.0), None)), "close_split"),
            (both(split_at(Some(f64::NAN), None)), "close_split"),
            (both(split_at(None, Some(" "))), "close_split"),
        ] {
            assert_eq!(plan_close(&items, &decisions).unwrap_err().code(), code, "{decisions:?}");
        }
        let refusal = plan_close(&items, &[]).unwrap_err().to_string();
        assert!(refusal.ends_with("missing for HBR-1, HBR-2."), "{refusal}");
    }

    #[test]
    fn what_is_not_said_to_be_done_of_a_split_remains() {
        for (estimate, done, expect) in [
            (Some(8.0), Some(8.0), (Some(8.0), Some(0.0))),
            (Some(0.3), Some(0.1), (Some(0.1), Some(0.2))),
            (Some(8.0), None, (Some(0.0), Some(8.0))),
            (None, None, (None, None)),
            (None, Some(3.0), (Some(3.0), None)),
        ] {
            let plan = plan_close(&[item(1, estimate, None)], &[(id(1), split_at(done, None))]).unwrap();
            let parts = plan[0].split.clone().unwrap();
            assert_eq!((parts.done_estimate, parts.remainder_estimate), expect);
            assert_eq!(parts.remainder_title, "Item 1");
        }
    }

    proptest! {
        #[test]
        fn a_split_neither_makes_nor_loses_points(whole in 0u32..=100_000, share in 0.0f64..=1.0) {
            let done = f64::from((f64::from(whole) * share) as u32) / 100.0;
            let whole = f64::from(whole) / 100.0;
            let plan = plan_close(&[item(1, Some(whole), None)], &[(id(1), split_at(Some(done), None))]).unwrap();
            let parts = plan[0].split.clone().unwrap();
            prop_assert_eq!(item::sum([parts.done_estimate, parts.remainder_estimate]), whole);
        }

        #[test]
        fn a_plan_covers_each_item_once_or_names_what_is_missing(
            items in prop::collection::vec((prop::option::of(0u8..3), any::<bool>()), 0..20)
        ) {
            let resolutions = [Resolution::Done, Resolution::Cancelled, Resolution::Split];
            let closing: Vec<ClosingItem> = items.iter().enumerate()
                .map(|(n, (ended, _))| item(n as u128, Some(1.0), ended.map(|at| resolutions[usize::from(at)])))
                .collect();
            let decisions: Vec<_> = closing.iter().zip(&items)
                .filter(|(item, (_, decide))| item.resolution.is_none() && *decide)
                .map(|(item, _)| (item.item, CloseDecision::Top))
                .collect();
            let open = closing.iter().filter(|item| item.resolution.is_none()).count();
            match plan_close(&closing, &decisions) {
                Ok(plan) => {
                    prop_assert_eq!(open, decisions.len());
                    prop_assert_eq!(plan.len(), closing.len());
                }
                Err(SprintRule::CloseUndecided(keys)) => prop_assert_eq!(keys.len(), open - decisions.len()),
                Err(other) => prop_assert!(false, "{}", other),
            }
        }
    }
}
