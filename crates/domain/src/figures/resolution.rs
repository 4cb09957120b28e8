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

/// The time that a figure speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    /// From when; `None` from the beginning on.
    pub from: Option<DateTime<Utc>>,
    /// Until when. What happened later is unknown to the figure.
    pub to: DateTime<Utc>,
}

/// What a trouble is to the figure of a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It was over within the period, and counts.
    Over {
        /// When it began, be it before the period.
        from: DateTime<Utc>,
        /// When it was over; never before it began.
        to: DateTime<Utc>,
    },
    /// It had begun by the end of the period and lasted beyond it: told beside the figure.
    Open,
    /// It was over before the period, or began after it.
    Outside,
}

impl Period {
    /// Everything as of an instant.
    pub const fn until(to: DateTime<Utc>) -> Self {
        Self { from: None, to }
    }

    /// What a trouble is to the figure of this period: it belongs where it was over, however long before it began.
    pub fn standing(&self, trouble: &Trouble) -> Standing {
        match trouble.to {
            _ if trouble.from > self.to => Standing::Outside,
            Some(to) if to <= self.to => {
                let to = to.max(trouble.from);
                if self.from.is_none_or(|from| from <= to) {
                    Standing::Over { from: trouble.from, to }
                } else {
                    Standing::Outside
                }
            }
            _ => Standing::Open,
        }
    }
}

/// Hours between two instants, by the clock.
pub fn elapsed_hours(from: DateTime<Utc>, to: DateTime<Utc>) -> f64 {
    (to - from).num_milliseconds() as f64 / 3_600_000.0
}

/// Hours between two instants that fall on working days.
pub fn working_hours(calendar: &Calendar, from: DateTime<Utc>, to: DateTime<Utc>) -> f64 {
    calendar.working_seconds_between(from, to) as f64 / 3600.0
}

/// How long troubles took that were over within a period, and how many lasted beyond it.
pub fn resolution(troubles: &[Trouble], calendar: &Calendar, period: Period) -> Resolution {
    let (mut elapsed, mut working, mut open) = (Vec::new(), Vec::new(), 0);
    for trouble in troubles {
        match period.standing(trouble) {
            Standing::Over { from, to } => {
                elapsed.push(elapsed_hours(from, to));
                working.push(working_hours(calendar, from, to));
            }
            Standing::Open => open += 1,
            Standing::Outside => {}
        }
    }
    Resolution { n: elapsed.len(), open, elapsed: hours(&elapsed), working: hours(&working) }
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

    fn until(text: &str) -> Period {
        Period::until(at(text))
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
        let found = resolution(&troubles, &berlin(), until(LATER));
        let three = Some(Hours { mean: 3.0, median: 3.0 });
        assert_eq!(found, Resolution { n: 3, open: 1, elapsed: three, working: three });
    }

    #[test]
    fn nothing_over_is_no_figure_at_all() {
        let none = |open| Resolution { n: 0, open, elapsed: None, working: None };
        assert_eq!(resolution(&[], &berlin(), until(LATER)), none(0));
        assert_eq!(resolution(&[lasting("2026-03-05T10:00:00Z", None)], &berlin(), until(LATER)), none(1));
    }

    #[test]
    fn a_weekend_passes_on_the_clock_but_not_at_work() {
        // Friday noon to Monday noon, and an hour on a Saturday.
        let troubles = [lasting("2026-03-06T11:00:00Z", Some(72)), lasting("2026-03-07T11:00:00Z", Some(1))];
        let found = resolution(&troubles, &berlin(), until(LATER));
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
        let found = resolution(&troubles, &berlin(), until("2026-03-04T00:00:00Z"));
        assert_eq!((found.n, found.open), (1, 1));
        assert_eq!(found.elapsed.map(|hours| hours.mean), Some(2.0));
    }

    #[test]
    fn a_period_counts_what_was_over_in_it() {
        let period = Period { from: Some(at("2026-03-09T00:00:00Z")), to: at("2026-03-16T00:00:00Z") };
        for (from, lasted, counts) in [
            ("2026-03-02T10:00:00Z", Some(2), "outside"),
            ("2026-03-08T23:00:00Z", Some(1), "over"), // on its first instant
            ("2026-03-01T10:00:00Z", Some(240), "over"), // began long before
            ("2026-03-15T23:00:00Z", Some(1), "over"), // on its last
            ("2026-03-15T23:00:00Z", Some(2), "open"), // over, but later
            ("2026-03-01T10:00:00Z", None, "open"),
            ("2026-03-16T00:00:00Z", None, "open"),
            ("2026-03-16T00:00:01Z", None, "outside"),
            ("2026-03-16T00:00:01Z", Some(1), "outside"),
        ] {
            let told = match period.standing(&lasting(from, lasted)) {
                Standing::Over { .. } => "over",
                Standing::Open => "open",
                Standing::Outside => "outside",
            };
            assert_eq!(told, counts, "{from} {lasted:?}");
        }
    }

    proptest! {
        #[test]
        fn periods_that_follow_each_other_count_each_trouble_once(
            troubles in prop::collection::vec((0i64..10_000, prop::option::of(0i64..10_000)), 0..20), cut in 0i64..20_000,
        ) {
            let begin = at("2026-03-02T10:00:00Z");
            let minute = |n: i64| begin + TimeDelta::minutes(n);
            let troubles: Vec<Trouble> = troubles.iter()
                .map(|(from, lasts)| Trouble { from: minute(*from), to: lasts.map(|lasts| minute(from + lasts)) })
                .collect();
            let first = resolution(&troubles, &berlin(), Period::until(minute(cut)));
            let after = Period { from: Some(minute(cut) + TimeDelta::milliseconds(1)), to: at(LATER) };
            let whole = resolution(&troubles, &berlin(), until(LATER));
            prop_assert_eq!(first.n + resolution(&troubles, &berlin(), after).n, whole.n);
            prop_assert!(whole.n + whole.open == troubles.len());
        }

        #[test]
        fn the_mean_is_the_total_over_the_number(minutes in prop::collection::vec(0i64..10_000, 1..20)) {
            let from = at("2026-03-02T10:00:00Z");
            let troubles: Vec<Trouble> = minutes.iter()
                .map(|minutes| Trouble { from, to: Some(from + TimeDelta::minutes(*minutes)) })
                .collect();
            let found = resolution(&troubles, &berlin(), until(LATER));
            let (elapsed, working) = (found.elapsed.unwrap(), found.working.unwrap());
            let total = elapsed.mean * minutes.len() as f64 * 60.0;
            prop_assert!((total - minutes.iter().sum::<i64>() as f64).abs() < 1e-6);
            prop_assert!(working.mean <= elapsed.mean && working.median <= elapsed.median);
        }
    }
}
