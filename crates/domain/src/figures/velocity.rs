//! Velocity: what sprints committed to, what they completed, and the range to expect. A range, not a promise.
//!
//! Cancelled sprints are left out: they say nothing about how much fits into one.

use super::{median, percentile};
use crate::item;
use crate::sprint::{Outcome, State};

/// An item of a sprint's record.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RecordItem {
    /// Whether it was in the sprint at start.
    pub committed: bool,
    /// Points at start; `None` when unestimated, or not there yet.
    pub estimate_at_start: Option<f64>,
    /// Points at close; of a split item, those of its done part.
    pub estimate_at_close: Option<f64>,
    /// What became of it.
    pub outcome: Outcome,
}

/// The figures of one sprint, in points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SprintFigures {
    /// Sum of the estimates frozen at start.
    pub committed: f64,
    /// Sum of the estimates at close of what was Done at close, items added later and done parts of splits included.
    pub completed: f64,
    /// Committed points completed ÷ committed points, 0 to 1; `None` when nothing estimated was committed.
    pub say_do: Option<f64>,
}

/// The range of completed points over several sprints.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct VelocityRange {
    /// Lower end of the middle 80 %: the 10th percentile by nearest rank.
    pub low: f64,
    /// The median.
    pub typical: f64,
    /// Upper end of the middle 80 %: the 90th percentile by nearest rank.
    pub high: f64,
    /// The most completed in one sprint.
    pub best: f64,
    /// How many sprints it rests on.
    pub n: usize,
}

impl RecordItem {
    /// What of a committed item was kept, in points: its part of what say/do counts. `None` of what was not committed, not
    /// completed or not estimated.
    pub fn kept(&self) -> Option<f64> {
        let promised = self.estimate_at_start.filter(|_| self.committed)?;
        match self.outcome {
            // What was promised counts as promised, however it was estimated later.
            Outcome::Done => Some(promised),
            // Of a split item no more than its done part was kept.
            Outcome::Split => self.estimate_at_close.map(|done| promised.min(done)),
            _ => None,
        }
    }

    /// Whether it was completed, in whole or, of a split, in part.
    pub fn is_completed(&self) -> bool {
        matches!(self.outcome, Outcome::Done | Outcome::Split)
    }
}

/// The figures of one sprint from its record.
pub fn figures(items: &[RecordItem]) -> SprintFigures {
    let committed = item::sum(items.iter().filter(|item| item.committed).map(|item| item.estimate_at_start));
    let completed =
        item::sum(items.iter().filter(|item| item.is_completed()).map(|item| item.estimate_at_close));
    let say_do = (committed > 0.0).then(|| item::sum(items.iter().map(RecordItem::kept)) / committed);
    SprintFigures { committed, completed, say_do }
}

/// Carry-over of one sprint: committed items that were unfinished at its close and went on – to the backlog, to the next
/// sprint, or as the remainder of a split – ÷ items committed to, 0 to 1. By items and not by points, so that what nobody
/// estimated counts too. `None` when nothing was committed.
pub fn carry_over(items: &[RecordItem]) -> Option<f64> {
    let went_on = |item: &&RecordItem| {
        matches!(item.outcome, Outcome::Top | Outcome::Place | Outcome::Next | Outcome::Split)
    };
    let committed: Vec<&RecordItem> = items.iter().filter(|item| item.committed).collect();
    let carried = committed.iter().filter(|item| went_on(item)).count();
    (!committed.is_empty()).then(|| carried as f64 / committed.len() as f64)
}

/// Throughput of one sprint: items Done at its close, added ones and done parts of splits included, ÷ the working days
/// it had. `None` without a working day.
pub fn throughput(items: &[RecordItem], working_days: usize) -> Option<f64> {
    let done = items.iter().filter(|item| item.is_completed()).count();
    (working_days > 0).then(|| done as f64 / working_days as f64)
}

/// The range of completed points of the newest `last` sprints that were closed (all of them when `None`), given newest
/// last. `None` when there is none.
pub fn range(sprints: &[(State, f64)], last: Option<usize>) -> Option<VelocityRange> {
    let closed = sprints.iter().rev().filter(|(state, _)| *state == State::Closed);
    let completed: Vec<f64> =
        closed.take(last.unwrap_or(usize::MAX)).map(|(_, completed)| *completed).collect();
    Some(VelocityRange {
        low: percentile(&completed, 10)?,
        typical: item::round(median(&completed)?),
        high: percentile(&completed, 90)?,
        best: percentile(&completed, 100)?,
        n: completed.len(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn record(committed: bool, start: Option<f64>, close: Option<f64>, outcome: Outcome) -> RecordItem {
        RecordItem { committed, estimate_at_start: start, estimate_at_close: close, outcome }
    }

    fn closed(completed: &[f64]) -> Vec<(State, f64)> {
        completed.iter().map(|points| (State::Closed, *points)).collect()
    }

    #[test]
    fn a_sprint_told_by_its_record() {
        let items = [
            record(true, Some(5.0), Some(8.0), Outcome::Done),
            record(true, Some(8.0), Some(3.0), Outcome::Split),
            record(true, Some(3.0), Some(3.0), Outcome::Next),
            record(true, Some(2.0), Some(2.0), Outcome::Cancelled),
            record(true, Some(2.0), Some(2.0), Outcome::Removed),
            record(true, None, None, Outcome::Done),
            record(false, None, Some(1.5), Outcome::Done),
            record(false, None, Some(13.0), Outcome::Top),
            record(true, None, Some(2.0), Outcome::Split),
            record(false, Some(2.0), Some(1.0), Outcome::Split),
        ];
        let found = figures(&items);
        assert_eq!(found.committed, 20.0);
        assert_eq!(found.completed, 15.5);
        // 5 of the done one and 3 of the split one, of 20.
        assert_eq!(found.say_do, Some(0.4));
        let kept: Vec<Option<f64>> = items.iter().map(RecordItem::kept).collect();
        assert_eq!(kept, [vec![Some(5.0), Some(3.0)], vec![None; 8]].concat());
    }

    #[test]
    fn what_goes_on_was_carried_over() {
        let of = |committed, outcome| record(committed, Some(3.0), Some(3.0), outcome);
        let items = [
            of(true, Outcome::Done),
            of(true, Outcome::Next),
            of(true, Outcome::Top),
            of(true, Outcome::Place),
            of(true, Outcome::Split),
            of(true, Outcome::Cancelled),
            of(true, Outcome::Removed),
            record(true, None, None, Outcome::Done),
            of(false, Outcome::Next),
            of(false, Outcome::Done),
        ];
        assert_eq!(carry_over(&items), Some(0.5));
        assert_eq!(carry_over(&items[8..]), None);
        // Three Done and a split one, in eight days.
        assert_eq!(throughput(&items, 8), Some(0.5));
        assert_eq!(throughput(&items, 0), None);
        assert_eq!(throughput(&[], 8), Some(0.0));
    }

    #[test]
    fn without_a_commitment_nothing_was_promised() {
        let nothing = SprintFigures { committed: 0.0, completed: 0.0, say_do: None };
        assert_eq!(figures(&[]), nothing);
        assert_eq!(figures(&[record(true, None, None, Outcome::Done)]), nothing);
    }

    #[test]
    fn the_range_is_the_middle_of_the_closed_sprints() {
        assert_eq!(range(&[], None), None);
        assert_eq!(range(&[(State::Cancelled, 40.0), (State::Active, 3.0)], None), None);
        let mut sprints = closed(&[21.0, 24.0, 18.0, 27.0]);
        sprints.insert(2, (State::Cancelled, 90.0));
        let whole = VelocityRange { low: 18.0, typical: 22.5, high: 27.0, best: 27.0, n: 4 };
        assert_eq!(range(&sprints, None), Some(whole));
        let newest = VelocityRange { low: 18.0, typical: 22.5, high: 27.0, best: 27.0, n: 2 };
        assert_eq!(range(&sprints, Some(2)), Some(newest));
        assert_eq!(range(&sprints, Some(0)), None);
        let eleven: Vec<f64> = (1..=11).map(f64::from).collect();
        let middle = VelocityRange { low: 2.0, typical: 6.0, high: 10.0, best: 11.0, n: 11 };
        assert_eq!(range(&closed(&eleven), None), Some(middle));
    }

    proptest! {
        #[test]
        fn the_range_is_in_order_and_holds_four_fifths(points in prop::collection::vec(0u32..60, 1..40)) {
            let points: Vec<f64> = points.into_iter().map(f64::from).collect();
            let found = range(&closed(&points), None).unwrap();
            prop_assert!(found.low <= found.typical && found.typical <= found.high && found.high <= found.best);
            let inside = points.iter().filter(|value| (found.low..=found.high).contains(*value)).count();
            prop_assert!(inside * 10 >= points.len() * 8, "{} of {}", inside, points.len());
        }

        #[test]
        fn say_do_lies_between_none_and_all(items in prop::collection::vec((any::<bool>(), prop::option::of(0u32..50), prop::option::of(0u32..50), 0usize..7), 0..20)) {
            let items: Vec<RecordItem> = items.into_iter().map(|(committed, start, close, outcome)| {
                record(committed, start.map(f64::from), close.map(f64::from), Outcome::ALL[outcome])
            }).collect();
            if let Some(share) = figures(&items).say_do {
                prop_assert!((0.0..=1.0).contains(&share), "{}", share);
            }
        }
    }
}
