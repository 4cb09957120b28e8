//! The days of a sprint, first and last included.

use chrono::{DateTime, Datelike, Days, Months, NaiveDate, Utc};

use super::{SprintRule, State};
use crate::calendar::{Calendar, CalendarDay};

/// Years a sprint may lie in.
const YEARS: std::ops::RangeInclusive<i32> = 2000..=2200;

/// Days that a sprint of the team takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Occupied {
    /// The sprint's name, for messages.
    pub name: String,
    /// First day.
    pub start: NaiveDate,
    /// Last day.
    pub end: NaiveDate,
}

/// The days a sprint takes from others. One that was closed early frees the days after its close; a cancelled one
/// frees the day it was cancelled on too, so that a new one can begin at once. `None` when nothing is left of it.
pub fn occupied(
    name: &str,
    (start, end): (NaiveDate, NaiveDate),
    state: State,
    ended: Option<DateTime<Utc>>,
    calendar: &Calendar,
) -> Option<Occupied> {
    let ended = ended.map(|instant| calendar.day_of(instant));
    let last = match (state, ended) {
        (State::Closed, Some(ended)) => end.min(ended),
        (State::Cancelled, Some(ended)) => end.min(ended.pred_opt()?),
        _ => end,
    };
    (last >= start).then(|| Occupied { name: name.to_owned(), start, end: last })
}

/// Working days of a sprint that were left when it ended: those after the day of its end.
pub fn unused_days(days: &[CalendarDay], ended: NaiveDate) -> usize {
    days.iter().filter(|one| one.working && one.day > ended).count()
}

/// The last day possible for a sprint that starts on `start`: one calendar month, both days included. From the 15th it
/// is the 14th of the next month; from 31 January, whose like February does not have, it is the last of February.
pub fn last_end(start: NaiveDate) -> NaiveDate {
    let next = start.checked_add_months(Months::new(1)).unwrap_or(NaiveDate::MAX);
    // A clamped day is the last of its month already, and belongs to the sprint.
    if next.day() == start.day() { next.pred_opt().unwrap_or(next) } else { next }
}

/// Refuses dates that no sprint can have, or that share a day with one of `others`.
pub fn check_dates(start: NaiveDate, end: NaiveDate, others: &[Occupied]) -> Result<(), SprintRule> {
    if let Some(day) = [start, end].into_iter().find(|day| !YEARS.contains(&day.year())) {
        return Err(SprintRule::DayOutOfRange(day));
    }
    if end < start {
        return Err(SprintRule::EndsBeforeStart { start, end });
    }
    let latest = last_end(start);
    if end > latest {
        return Err(SprintRule::TooLong { start, end, latest });
    }
    match others.iter().find(|other| start <= other.end && other.start <= end) {
        Some(other) => Err(SprintRule::Overlaps {
            start,
            end,
            other: other.name.clone(),
            other_start: other.start,
            other_end: other.end,
        }),
        None => Ok(()),
    }
}

/// The days proposed for the next sprint: from the day after the last one ends, or from `today` when that has passed,
/// `length` calendar days long, one month at most. A start on a weekend moves to the next working weekday; holidays do
/// not move it, or one bank holiday would shift the team's rhythm for good.
pub fn next_span(
    last: Option<NaiveDate>,
    today: NaiveDate,
    length: u32,
    calendar: &Calendar,
) -> (NaiveDate, NaiveDate) {
    let free = last.and_then(|last| last.succ_opt()).map_or(today, |free| free.max(today));
    let start = free.iter_days().take(7).find(|day| calendar.working.covers(*day)).unwrap_or(free);
    let end = start.checked_add_days(Days::new(u64::from(length.max(1)) - 1)).unwrap_or(start);
    (start, end.min(last_end(start)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::Weekdays;
    use crate::rule::Rule;
    use chrono_tz::Tz;
    use proptest::prelude::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn other(name: &str, start: &str, end: &str) -> Occupied {
        Occupied { name: name.into(), start: day(start), end: day(end) }
    }

    fn berlin() -> Calendar {
        Calendar::new(Tz::Europe__Berlin, Weekdays::MONDAY_TO_FRIDAY)
    }

    #[test]
    fn a_month_from_any_day() {
        for (start, latest) in [
            ("2026-01-01", "2026-01-31"),
            ("2026-01-15", "2026-02-14"),
            ("2026-01-29", "2026-02-28"),
            ("2026-01-30", "2026-02-28"),
            ("2026-01-31", "2026-02-28"),
            ("2028-01-31", "2028-02-29"),
            ("2026-02-01", "2026-02-28"),
            ("2026-03-31", "2026-04-30"),
            ("2026-12-31", "2027-01-30"),
        ] {
            assert_eq!(last_end(day(start)), day(latest), "{start}");
        }
    }

    #[test]
    fn dates_refused() {
        let others = [other("Sprint 4", "2026-03-02", "2026-03-13")];
        for (start, end, expect) in [
            ("2026-03-16", "2026-03-16", Ok(())),
            ("2026-03-16", "2026-04-15", Ok(())),
            ("2026-03-16", "2026-04-16", Err("sprint_too_long")),
            ("2026-03-16", "2026-03-15", Err("sprint_ends_before_start")),
            ("2026-03-13", "2026-03-20", Err("sprint_overlaps")),
            ("2026-02-20", "2026-03-02", Err("sprint_overlaps")),
            ("2026-03-05", "2026-03-06", Err("sprint_overlaps")),
            ("2026-03-01", "2026-03-20", Err("sprint_overlaps")),
            ("2026-02-20", "2026-03-01", Ok(())),
            ("1999-12-31", "2000-01-02", Err("sprint_day_range")),
            ("9999-01-01", "9999-01-02", Err("sprint_day_range")),
        ] {
            let found = check_dates(day(start), day(end), &others).map_err(|e| e.code());
            assert_eq!(found, expect, "{start} to {end}");
        }
        let refusal = check_dates(day("2026-03-13"), day("2026-03-20"), &others).unwrap_err();
        assert_eq!(
            refusal.to_string(),
            "13 March 2026 to 20 March 2026 overlaps Sprint 4, which has 2 March 2026 to 13 March 2026."
        );
        assert_eq!(refusal.hint(), "Start on 14 March 2026 or later, or change the other sprint.");
    }

    #[test]
    fn a_sprint_that_ended_early_frees_its_days() {
        let days = (day("2026-03-02"), day("2026-03-13"));
        let ended = Some("2026-03-10T15:00:00Z".parse().unwrap());
        let late = Some("2026-03-18T15:00:00Z".parse().unwrap());
        for (state, ended, last) in [
            (State::Planned, None, "2026-03-13"),
            (State::Active, None, "2026-03-13"),
            (State::Closed, ended, "2026-03-10"),
            (State::Closed, late, "2026-03-13"),
            (State::Cancelled, ended, "2026-03-09"),
        ] {
            let found = occupied("Sprint 4", days, state, ended, &berlin());
            assert_eq!(found, Some(other("Sprint 4", "2026-03-02", last)), "{state}");
        }
        let at_once = Some("2026-03-02T09:00:00Z".parse().unwrap());
        assert_eq!(occupied("Sprint 4", days, State::Cancelled, at_once, &berlin()), None);
    }

    #[test]
    fn the_next_span_follows_the_last() {
        let mut calendar = berlin();
        calendar.holidays.insert(day("2026-04-06"));
        for (last, today, length, expect) in [
            (None, "2026-03-04", 14, ("2026-03-04", "2026-03-17")),
            // Sunday, then Friday: the next starts on Monday.
            (Some("2026-03-15"), "2026-03-04", 14, ("2026-03-16", "2026-03-29")),
            (Some("2026-03-13"), "2026-03-04", 12, ("2026-03-16", "2026-03-27")),
            // Easter Monday keeps the rhythm.
            (Some("2026-04-03"), "2026-03-04", 7, ("2026-04-06", "2026-04-12")),
            // A pause since the last sprint.
            (Some("2026-01-09"), "2026-03-04", 7, ("2026-03-04", "2026-03-10")),
            (Some("2026-01-31"), "2026-01-01", 31, ("2026-02-02", "2026-03-01")),
            (None, "2026-03-04", 1, ("2026-03-04", "2026-03-04")),
        ] {
            let found = next_span(last.map(day), day(today), length, &calendar);
            assert_eq!(found, (day(expect.0), day(expect.1)), "{last:?} {today} {length}");
        }
    }

    proptest! {
        #[test]
        fn proposed_sprints_are_accepted_one_after_another(offset in 0u64..60_000, lengths in prop::collection::vec(1u32..=31, 1..12)) {
            let today = day("2001-01-01") + Days::new(offset);
            let mut taken: Vec<Occupied> = Vec::new();
            for length in lengths {
                let (start, end) = next_span(taken.last().map(|other| other.end), today, length, &berlin());
                prop_assert_eq!(check_dates(start, end, &taken), Ok(()));
                taken.push(Occupied { name: "Sprint".into(), start, end });
            }
        }

        #[test]
        fn a_month_ends_no_earlier_for_a_later_start(offset in 0u64..60_000) {
            let start = day("2001-01-01") + Days::new(offset);
            prop_assert!(last_end(start) <= last_end(start + Days::new(1)));
            let length = (last_end(start) - start).num_days() + 1;
            prop_assert!((28..=31).contains(&length), "{} days", length);
        }
    }
}
