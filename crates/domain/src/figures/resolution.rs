//! How long it takes to get something out of the way: time to resolve impediments, time to restore after incidents.
//!
//! **MTTR = total downtime ÷ number of incidents**: it is the mean of these times, always with the median and n. Only
//! what is over counts; what is open is counted beside it.

use chrono::{DateTime, Utc};

use super::{mean, median};
use crate::calendar::Calendar;

/// From raised to resolved, or from down to restored; open without an end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Trouble {
    /// When it began.
    pub from: DateTime<Utc>,
    /// When it was over; `None` while it lasts.
    pub to: Option<DateTime<Utc>>,
}

/// Mean and median of several times, in hours.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Hours {
    /// Total ÷ number.
    pub mean: f64,
    /// The middle one.
    pub median: f64,
}

/// How long troubles took.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Resolution {
    /// How many are over; the figures rest on these.
    pub n: usize,
    /// How many still last.
    pub open: usize,
    /// By the clock; `None` when none is over.
    pub elapsed: Option<Hours>,
    /// On working days only, each counted whole; `None` when none is over.
    pub working: Option<Hours>,
}

/// How long troubles took, as of an instant: one that began later is left out, one that was over later is open.
pub fn resolution(troubles: &[Trouble], calendar: &Calendar, as_of: DateTime<Utc>) -> Resolution {
    let begun = || troubles.iter().filter(|trouble| trouble.from <= as_of);
    let over: Vec<(DateTime<Utc>, DateTime<Utc>)> = begun()
        .filter_map(|trouble| {
            trouble.to.filter(|to| *to <= as_of).map(|to| (trouble.from, to.max(trouble.from)))
        })
        .collect();
    let elapsed: Vec<f64> =
        over.iter().map(|(from, to)| (*to - *from).num_milliseconds() as f64 / 3_600_000.0).collect();
    let working: Vec<f64> =
        over.iter().map(|(from, to)| calendar.working_seconds_between(*from, *to) as f64 / 3600.0).collect();
    Resolution {
        n: over.len(),
        open: begun().count() - over.len(),
        elapsed: hours(&elapsed),
        working: hours(&working),
    }
}

fn hours(values: &[f64]) -> Option<Hours> {
    Some(Hours { mean: mean(values)?, median: median(values)? })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::Weekdays;
    use chrono::TimeDelta;
    use chrono_tz::Tz;
    use proptest::prelude::*;

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    fn berlin() -> Calendar {
        Calendar::new(Tz::Europe__Berlin, Weekdays::MONDAY_TO_FRIDAY)
    }

    fn lasting(from: &str, hours: Option<i64>) -> Trouble {
        let from = at(from);
        Trouble { from, to: hours.map(|hours| from + TimeDelta::hours(hours)) }
    }

    const LATER: &str = "2026-06-01T00:00:00Z";

    #[test]
    fn two_three_and_four_hours_make_three() {
        let troubles = [
            lasting("2026-03-02T10:00:00Z", Some(2)),
            lasting("2026-03-03T10:00:00Z", Some(3)),
            lasting("2026-03-04T10:00:00Z", Some(4)),
            lasting("2026-03-05T10:00:00Z", None),
        ];
        let found = resolution(&troubles, &berlin(), at(LATER));
        let three = Some(Hours { mean: 3.0, median: 3.0 });
        assert_eq!(found, Resolution { n: 3, open: 1, elapsed: three, working: three });
    }

    #[test]
    fn nothing_over_is_no_figure_at_all() {
        let none = |open| Resolution { n: 0, open, elapsed: None, working: None };
        assert_eq!(resolution(&[], &berlin(), at(LATER)), none(0));
        assert_eq!(resolution(&[lasting("2026-03-05T10:00:00Z", None)], &berlin(), at(LATER)), none(1));
    }

    #[test]
    fn a_weekend_passes_on_the_clock_but_not_at_work() {
        // Friday noon to Monday noon, and an hour on a Saturday.
        let troubles = [lasting("2026-03-06T11:00:00Z", Some(72)), lasting("2026-03-07T11:00:00Z", Some(1))];
        let found = resolution(&troubles, &berlin(), at(LATER));
        assert_eq!(found.elapsed, Some(Hours { mean: 36.5, median: 36.5 }));
        assert_eq!(found.working, Some(Hours { mean: 12.0, median: 12.0 }));
    }

    #[test]
    fn as_of_an_instant_later_facts_are_unknown() {
        let troubles = [
            lasting("2026-03-02T10:00:00Z", Some(2)),
            lasting("2026-03-03T10:00:00Z", Some(30)),
            lasting("2026-03-09T10:00:00Z", Some(1)),
        ];
        let found = resolution(&troubles, &berlin(), at("2026-03-04T00:00:00Z"));
        assert_eq!((found.n, found.open), (1, 1));
        assert_eq!(found.elapsed.map(|hours| hours.mean), Some(2.0));
    }

    proptest! {
        #[test]
        fn the_mean_is_the_total_over_the_number(minutes in prop::collection::vec(0i64..10_000, 1..20)) {
            let from = at("2026-03-02T10:00:00Z");
            let troubles: Vec<Trouble> = minutes.iter()
                .map(|minutes| Trouble { from, to: Some(from + TimeDelta::minutes(*minutes)) })
                .collect();
            let found = resolution(&troubles, &berlin(), at(LATER));
            let (elapsed, working) = (found.elapsed.unwrap(), found.working.unwrap());
            let total = elapsed.mean * minutes.len() as f64 * 60.0;
            prop_assert!((total - minutes.iter().sum::<i64>() as f64).abs() < 1e-6);
            prop_assert!(working.mean <= elapsed.mean && working.median <= elapsed.median);
        }
    }
}
