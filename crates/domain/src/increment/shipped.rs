//! What was shipped between two points: everything that was released after the one and up to the other.

use std::cmp::Ordering;

use chrono::{DateTime, NaiveDate, Utc};

use crate::ids::IncrementId;

/// A release, as far as its place among the others goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Release {
    /// Of which increment.
    pub increment: IncrementId,
    /// The day it went out.
    pub day: NaiveDate,
    /// The instant, where it is known.
    pub at: Option<DateTime<Utc>>,
    /// The increment's number.
    pub number: u32,
}

/// From where on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Since {
    /// From the first release on.
    Beginning,
    /// From this day on, the day included.
    Day(NaiveDate),
    /// After the release of this increment, which is not part of it.
    Release(IncrementId),
}

/// The order in which releases went out: by day, then by instant, then by number.
pub fn order(a: &Release, b: &Release) -> Ordering {
    (a.day, a.at, a.number, a.increment).cmp(&(b.day, b.at, b.number, b.increment))
}

/// The releases after `since` and up to `until`, which is part of it; in the order they went out. Nothing when `until`
/// lies before, or one of the two is no release.
pub fn between(releases: &[Release], since: Since, until: Option<IncrementId>) -> Vec<Release> {
    let mut sorted = releases.to_vec();
    sorted.sort_by(order);
    let place = |id: IncrementId| sorted.iter().position(|release| release.increment == id);
    let from = match since {
        Since::Beginning => Some(0),
        Since::Day(day) => Some(sorted.iter().take_while(|release| release.day < day).count()),
        Since::Release(id) => place(id).map(|at| at + 1),
    };
    let to = match until {
        None => Some(sorted.len()),
        Some(id) => place(id).map(|at| at + 1),
    };
    match (from, to) {
        (Some(from), Some(to)) if from < to => sorted[from..to].to_vec(),
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use uuid::Uuid;

    fn id(n: u32) -> IncrementId {
        IncrementId::new(Uuid::from_u128(n.into()))
    }

    fn day(n: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 3, n).unwrap()
    }

    fn release(n: u32, on: u32, minute: Option<i64>) -> Release {
        let at = minute.and_then(|minute| DateTime::from_timestamp(minute * 60, 0));
        Release { increment: id(n), day: day(on), at, number: n }
    }

    fn numbers(found: &[Release]) -> Vec<u32> {
        found.iter().map(|release| release.number).collect()
    }

    #[test]
    fn after_the_one_and_up_to_the_other() {
        // The fourth went out before the third on the same day; of the first two no instant is known.
        let all =
            [release(3, 9, Some(20)), release(1, 2, None), release(4, 9, Some(10)), release(2, 5, None)];
        for (since, until, expect) in [
            (Since::Beginning, None, vec![1, 2, 4, 3]),
            (Since::Release(id(1)), Some(id(4)), vec![2, 4]),
            (Since::Release(id(4)), None, vec![3]),
            (Since::Release(id(3)), None, vec![]),
            (Since::Release(id(3)), Some(id(1)), vec![]),
            (Since::Release(id(7)), None, vec![]),
            (Since::Day(day(5)), None, vec![2, 4, 3]),
            (Since::Day(day(6)), Some(id(4)), vec![4]),
            (Since::Day(day(10)), None, vec![]),
        ] {
            assert_eq!(numbers(&between(&all, since, until)), expect, "{since:?} {until:?}");
        }
    }

    proptest! {
        #[test]
        fn a_way_in_two_stretches_is_the_whole_way(
            days in prop::collection::vec((1u32..6, prop::option::of(0i64..3)), 2..9), a in 0usize..9, b in 0usize..9,
        ) {
            let all: Vec<Release> = days.iter().zip(0..).map(|((on, at), n)| release(n, *on, *at)).collect();
            let sorted = between(&all, Since::Beginning, None);
            prop_assert_eq!(sorted.len(), all.len());
            let (a, b) = (a % all.len(), b % all.len());
            let (mid, last) = (sorted[a.min(b)].increment, sorted[a.max(b)].increment);
            let first = between(&all, Since::Beginning, Some(mid));
            let then = between(&all, Since::Release(mid), Some(last));
            let whole = between(&all, Since::Beginning, Some(last));
            prop_assert_eq!([first, then].concat(), whole);
        }
    }
}
