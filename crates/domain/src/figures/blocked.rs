//! Blocked time: how long open impediments stood in an item's way. Impediments that overlap count once, and an item that
//! is done or cancelled is held up by nothing.
//!
//! Spans are those of [`Trouble`]: from an instant on, until another or without an end.

use chrono::{DateTime, Utc};

use super::resolution::{Period, Trouble, elapsed_hours, working_hours};
use crate::calendar::Calendar;

/// How long an item was blocked.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Blocked {
    /// By the clock.
    pub hours: f64,
    /// On working days only, each counted whole.
    pub working_hours: f64,
    /// Since when it is blocked at the end of the period without a break; `None` when it is not.
    pub since: Option<DateTime<Utc>>,
}

/// The spans in which something was so, from what it became and when, in the order in which it happened. Where a clock
/// went back in between, no time passed.
pub fn while_so(changes: impl IntoIterator<Item = (DateTime<Utc>, bool)>) -> Vec<Trouble> {
    let mut spans = Vec::new();
    let mut began = None;
    for (at, so) in changes {
        match (began, so) {
            (None, true) => began = Some(at),
            (Some(from), false) => {
                spans.push(Trouble { from, to: Some(at) });
                began = None;
            }
            _ => {}
        }
    }
    spans.extend(began.map(|from| Trouble { from, to: None }));
    union(spans)
}

/// The time that is in any of the spans: in order, without overlap, and without those that last no time.
pub fn union(mut spans: Vec<Trouble>) -> Vec<Trouble> {
    spans.retain(|span| span.to.is_none_or(|to| span.from < to));
    spans.sort_by_key(|span| span.from);
    let mut joined: Vec<Trouble> = Vec::new();
    for span in spans {
        match joined.last_mut() {
            Some(last) if last.to.is_none_or(|to| span.from <= to) => {
                last.to = last.to.zip(span.to).map(|(one, other)| one.max(other));
            }
            _ => joined.push(span),
        }
    }
    joined
}

/// The time that is in a span of each. Both sides are as [`union`] leaves them, and so is the answer.
pub fn intersection(some: &[Trouble], others: &[Trouble]) -> Vec<Trouble> {
    let both = some.iter().flat_map(|one| {
        others.iter().map(move |other| Trouble {
            from: one.from.max(other.from),
            to: one.to.into_iter().chain(other.to).min(),
        })
    });
    union(both.collect())
}

/// How much of the spans lies within a period. They are as [`union`] leaves them.
pub fn blocked(spans: &[Trouble], calendar: &Calendar, period: Period) -> Blocked {
    let mut total = Blocked::default();
    for span in spans {
        let from = period.from.map_or(span.from, |from| span.from.max(from));
        let to = span.to.map_or(period.to, |to| to.min(period.to));
        if from < to {
            total.hours += elapsed_hours(from, to);
            total.working_hours += working_hours(calendar, from, to);
        }
        if span.from <= period.to && span.to.is_none_or(|to| to > period.to) {
            total.since = Some(span.from);
        }
    }
    total
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

    fn minute(n: i64) -> DateTime<Utc> {
        at("2026-03-02T10:00:00Z") + TimeDelta::minutes(n)
    }

    fn span(from: i64, to: Option<i64>) -> Trouble {
        Trouble { from: minute(from), to: to.map(minute) }
    }

    fn every_day() -> Calendar {
        Calendar::new(Tz::Europe__Berlin, Weekdays::ALL)
    }

    #[test]
    fn two_impediments_at_once_count_once() {
        for (spans, minutes, since) in [
            (vec![(0, Some(60)), (30, Some(90))], 90, None),
            (vec![(0, Some(90)), (30, Some(60))], 90, None),
            (vec![(0, Some(30)), (30, Some(60))], 60, None),
            (vec![(60, Some(90)), (0, Some(30))], 60, None),
            (vec![(0, None), (30, Some(60))], 120, Some(0)),
            (vec![(0, Some(30)), (60, None)], 90, Some(60)),
            (vec![(30, Some(30)), (40, Some(20))], 0, None),
            (vec![(0, Some(500))], 120, Some(0)), // over, but later than the period
            (vec![(200, None)], 0, None),
        ] {
            let told = format!("{spans:?}");
            let spans = union(spans.into_iter().map(|(from, to)| span(from, to)).collect());
            let found = blocked(&spans, &every_day(), Period::until(minute(120)));
            assert_eq!((found.hours * 60.0).round() as i64, minutes, "{told}");
            assert_eq!(found.since, since.map(minute), "{told}");
        }
    }

    #[test]
    fn the_days_on_which_clocks_change_have_23_and_25_hours() {
        let calendar = every_day();
        for (day, hours) in [("2026-03-29", 23.0), ("2026-10-25", 25.0), ("2026-10-26", 24.0)] {
            let day = day.parse().unwrap();
            let spans = [Trouble { from: calendar.start_of(day), to: Some(calendar.end_of(day)) }];
            let found = blocked(&spans, &calendar, Period::until(at("2026-12-01T00:00:00Z")));
            assert_eq!((found.hours, found.working_hours), (hours, hours), "{day}");
        }
        // Both are Sundays, so a team that works on weekdays loses nothing on them.
        let weekdays = Calendar::new(Tz::Europe__Berlin, Weekdays::MONDAY_TO_FRIDAY);
        let weekend = [Trouble { from: at("2026-03-27T22:00:00Z"), to: Some(at("2026-03-29T23:00:00Z")) }];
        let found = blocked(&weekend, &weekdays, Period::until(at("2026-12-01T00:00:00Z")));
        assert_eq!((found.hours, found.working_hours), (49.0, 2.0), "Friday's last hour and Monday's first");
    }

    #[test]
    fn a_state_makes_spans() {
        let so = |n: i64, so: bool| (minute(n), so);
        assert_eq!(while_so([]), []);
        assert_eq!(while_so([so(0, false)]), []);
        assert_eq!(while_so([so(0, true), so(5, true)]), [span(0, None)]);
        let twice = [so(0, true), so(5, false), so(6, false), so(9, true)];
        assert_eq!(while_so(twice), [span(0, Some(5)), span(9, None)]);
        // The clock went back while it was so.
        assert_eq!(while_so([so(10, true), so(5, false)]), []);
    }

    #[test]
    fn only_what_both_hold_counts() {
        let (some, others) = ([span(0, Some(10)), span(20, None)], [span(5, Some(25)), span(30, Some(40))]);
        let both = [span(5, Some(10)), span(20, Some(25)), span(30, Some(40))];
        assert_eq!(intersection(&some, &others), both);
        assert_eq!(intersection(&some, &[]), []);
    }

    fn spans() -> impl Strategy<Value = Vec<(i64, Option<i64>)>> {
        prop::collection::vec((0i64..60, prop::option::of(0i64..60)), 0..6)
    }

    proptest! {
        /// Minute by minute: the time is that of the minutes that lie in any span, or in one of each.
        #[test]
        fn every_minute_counts_once(one in spans(), other in spans(), from in 0i64..60, to in 0i64..60) {
            let held = |spans: &[(i64, Option<i64>)], n: i64| {
                spans.iter().any(|(from, to)| *from <= n && to.is_none_or(|to| n < to))
            };
            let made = |spans: &[(i64, Option<i64>)]| union(spans.iter().map(|(from, to)| span(*from, *to)).collect());
            let period = Period { from: Some(minute(from)), to: minute(to) };
            let minutes = |spans: &[Trouble]| (blocked(spans, &every_day(), period).hours * 60.0).round() as usize;
            let (some, others) = (made(&one), made(&other));
            prop_assert_eq!(minutes(&some), (from..to).filter(|n| held(&one, *n)).count());
            let both = (from..to).filter(|n| held(&one, *n) && held(&other, *n)).count();
            prop_assert_eq!(minutes(&intersection(&some, &others)), both);
            prop_assert_eq!(blocked(&some, &every_day(), period).since.is_some(), held(&one, to));
        }
    }
}
