//! What a team can do in a sprint, in hours: the working days of a person, days off not counted, times the hours a day
//! that the person has for it.
//!
//! Days are dates: one of 23 or 25 hours is a day like any other. Not here: which days are worked ([`crate::calendar`]).

use chrono::NaiveDate;

use crate::rule::Rule;
use crate::text::{self, TextFault};

/// Focus hours a working day of somebody who is asked for nothing else: the rest of the day goes to talk and chance.
pub const FOCUS_HOURS: f64 = 6.0;
/// Hours of a day.
pub const DAY_HOURS: f64 = 24.0;
/// Most days off in one entry.
pub const DAYS_OFF_MAX: i64 = 366;
/// Most characters of what days off are for.
pub const NOTE_MAX: usize = 100;

/// A refusal about days off or focus hours.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum CapacityRule {
    /// Not a number from 0 to 24.
    #[error("Focus hours a day are a number from 0 to 24; {0} is not.")]
    FocusHours(f64),
    /// The last day off is before the first.
    #[error("The days off would end on {}, before they begin on {}.", text::day(.last), text::day(.first))]
    EndsBeforeStart {
        /// First day.
        first: NaiveDate,
        /// Last day.
        last: NaiveDate,
    },
    /// More than [`DAYS_OFF_MAX`].
    #[error("One entry holds at most 366 days off; these are {0}.")]
    TooLong(i64),
    /// Some of the days are off already.
    #[error("{} to {} are days off already.", text::day(.first), text::day(.last))]
    Overlaps {
        /// First day of those that are there.
        first: NaiveDate,
        /// Their last day.
        last: NaiveDate,
    },
    /// What they are for is too long, or not one line.
    #[error("What the days off are for was not accepted: {0}.")]
    Note(TextFault),
}

impl Rule for CapacityRule {
    fn code(&self) -> &'static str {
        match self {
            Self::FocusHours(_) => "focus_hours_range",
            Self::EndsBeforeStart { .. } => "days_off_end_before_start",
            Self::TooLong(_) => "days_off_too_long",
            Self::Overlaps { .. } => "days_off_overlap",
            Self::Note(_) => "days_off_note",
        }
    }

    fn hint(&self) -> String {
        match self {
            Self::FocusHours(_) => "Give hours from 0 to 24; half an hour is 0.5.".into(),
            Self::EndsBeforeStart { .. } => "Choose a last day on or after the first.".into(),
            Self::TooLong(_) => "Check the year, or enter them in several parts.".into(),
            Self::Overlaps { .. } => "Leave those days out, or remove them first.".into(),
            Self::Note(fault) => fault.hint(),
        }
    }
}

/// Days off: the first and the last, included.
pub type DaysOff = (NaiveDate, NaiveDate);

/// Focus hours a day: 0 to [`DAY_HOURS`], in hundredths.
pub fn focus_hours(hours: f64) -> Result<f64, CapacityRule> {
    if (0.0..=DAY_HOURS).contains(&hours) {
        Ok(hundredths(hours))
    } else {
        Err(CapacityRule::FocusHours(hours))
    }
}

/// Refuses days off that end before they begin, are too many, or are among `others` already.
pub fn check_days_off((first, last): DaysOff, others: &[DaysOff]) -> Result<(), CapacityRule> {
    if last < first {
        return Err(CapacityRule::EndsBeforeStart { first, last });
    }
    let days = (last - first).num_days() + 1;
    if days > DAYS_OFF_MAX {
        return Err(CapacityRule::TooLong(days));
    }
    match others.iter().find(|other| other.0 <= last && first <= other.1) {
        Some(&(first, last)) => Err(CapacityRule::Overlaps { first, last }),
        None => Ok(()),
    }
}

/// What days off are for; may be empty.
pub fn note(text: &str) -> Result<String, CapacityRule> {
    text::optional_line(text, NOTE_MAX).map_err(CapacityRule::Note)
}

/// What one person can do in a stretch of days.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Available {
    /// Working days on which the person does not work.
    pub days_off: u32,
    /// Working days on which the person does.
    pub days: u32,
    /// Those days times the focus hours.
    pub hours: f64,
}

/// What one person can do on these working days. A day that two entries have off is off once; days off on which nobody
/// works cost nothing.
pub fn available(working_days: &[NaiveDate], off: &[DaysOff], focus_hours: f64) -> Available {
    let is_off = |day: &&NaiveDate| off.iter().any(|(first, last)| first <= *day && *day <= last);
    let days_off = working_days.iter().filter(is_off).count();
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let days = count(working_days.len() - days_off);
    Available { days_off: count(days_off), days, hours: hundredths(f64::from(days) * focus_hours) }
}

/// What can still be done of a running sprint, and what is asked beyond it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Left {
    /// Working days left, today included.
    pub days: u32,
    /// Those days times the focus hours.
    pub hours: f64,
    /// Hours of work left beyond that; 0 when it fits.
    pub over: f64,
}

/// What one person can still do on those of a sprint's working days that are not over, against the hours of work left
/// to them.
///
/// Today counts whole until it is over at 24:00 team time: a product knows which days are worked, not which hours, and
/// half a day taken off at noon would be a guess. So the figure stands still through the day, errs by less than a day
/// to the kind side, and a day of 23 or 25 hours is a day of focus like any other.
pub fn left(
    working_days: &[NaiveDate],
    today: NaiveDate,
    off: &[DaysOff],
    focus: f64,
    remaining: f64,
) -> Left {
    let ahead: Vec<NaiveDate> = working_days.iter().copied().filter(|day| *day >= today).collect();
    let available = available(&ahead, off, focus);
    Left { days: available.days, hours: available.hours, over: over(available.hours, remaining) }
}

/// Hours of work left beyond the hours that can still be done.
pub fn over(hours: f64, remaining: f64) -> f64 {
    hundredths((remaining - hours).max(0.0))
}

/// The sum of hours, in hundredths: a sum of many tenths shall not end in a tail of nines.
pub fn sum(hours: impl IntoIterator<Item = f64>) -> f64 {
    hundredths(hours.into_iter().fold(0.0, |sum, hours| sum + hours))
}

pub(crate) fn hundredths(hours: f64) -> f64 {
    // Adding zero makes a negative zero a plain one.
    (hours * 100.0).round() / 100.0 + 0.0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::{Calendar, Weekdays};
    use chrono_tz::Tz;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn off(first: &str, last: &str) -> DaysOff {
        (day(first), day(last))
    }

    #[test]
    fn focus_hours_are_hours_of_a_day() {
        for (hours, expect) in [(0.0, Ok(0.0)), (-0.0, Ok(0.0)), (24.0, Ok(24.0)), (5.756, Ok(5.76))] {
            assert_eq!(focus_hours(hours), expect);
        }
        for hours in [-0.01, -6.0, 24.01, f64::NAN, f64::INFINITY] {
            assert_eq!(focus_hours(hours).unwrap_err().code(), "focus_hours_range", "{hours}");
        }
    }

    #[test]
    fn days_off_are_a_stretch_of_their_own() {
        let others = [off("2026-03-02", "2026-03-06"), off("2026-03-20", "2026-03-20")];
        for (first, last, expect) in [
            ("2026-03-09", "2026-03-09", Ok(())),
            ("2026-03-07", "2026-03-19", Ok(())),
            ("2026-03-10", "2026-03-09", Err("days_off_end_before_start")),
            ("2026-04-01", "2027-04-01", Ok(())),
            ("2026-04-01", "2027-04-02", Err("days_off_too_long")),
            ("2026-03-06", "2026-03-09", Err("days_off_overlap")),
            ("2026-03-01", "2026-03-31", Err("days_off_overlap")),
            ("2026-03-20", "2026-03-20", Err("days_off_overlap")),
        ] {
            let found = check_days_off(off(first, last), &others).map_err(|rule| rule.code());
            assert_eq!(found, expect, "{first} to {last}");
        }
        assert_eq!(note(" Fair "), Ok("Fair".into()));
        assert_eq!(note("a\nb").unwrap_err().code(), "days_off_note");
    }

    #[test]
    fn capacity_is_the_days_worked_times_the_focus_hours() {
        // Two weeks with the change to summer time in Berlin and Easter Monday: 9 working days.
        let mut calendar = Calendar::new(Tz::Europe__Berlin, Weekdays::MONDAY_TO_FRIDAY);
        calendar.holidays.insert(day("2026-04-06"));
        let days = calendar.days(day("2026-03-27"), day("2026-04-09"));
        let working: Vec<NaiveDate> = days.into_iter().filter(|day| day.working).map(|day| day.day).collect();
        for (entries, focus, days_off, hours) in [
            (vec![], 6.0, 0, 54.0),
            (vec![off("2026-04-01", "2026-04-02")], 6.0, 2, 42.0),
            // A weekend and the holiday cost nothing.
            (vec![off("2026-04-04", "2026-04-07")], 6.0, 1, 48.0),
            // Off twice is off once.
            (vec![off("2026-04-01", "2026-04-02"), off("2026-04-02", "2026-04-03")], 6.0, 3, 36.0),
            (vec![off("2026-01-01", "2026-12-31")], 6.0, 9, 0.0),
            (vec![off("2026-05-01", "2026-05-31")], 2.4, 0, 21.6),
            (vec![], 0.0, 0, 0.0),
        ] {
            let found = available(&working, &entries, focus);
            assert_eq!((found.days_off, found.hours), (days_off, hours), "{entries:?} × {focus}");
            assert_eq!(found.days + found.days_off, 9);
        }
        assert_eq!(available(&[], &[], 6.0).hours, 0.0);
        assert_eq!(sum([0.1; 3]), 0.3);
    }

    #[test]
    fn what_is_left_counts_today_whole_whatever_the_clocks_do() {
        // A team in Berlin that works every day, over the change to summer time (23 hours) on 29 March.
        let calendar = Calendar::new(Tz::Europe__Berlin, Weekdays::ALL);
        let days: Vec<NaiveDate> =
            calendar.days(day("2026-03-27"), day("2026-03-31")).into_iter().map(|day| day.day).collect();
        for (now, days_left, hours) in [
            // Before the first day all of it is left.
            ("2026-03-25T12:00:00Z", 5, 30.0),
            ("2026-03-26T23:00:00Z", 5, 30.0),
            // The same in the first minute of the day and in its last.
            ("2026-03-28T23:00:00Z", 3, 18.0),
            ("2026-03-29T21:59:59Z", 3, 18.0),
            ("2026-03-29T22:00:00Z", 2, 12.0),
            ("2026-03-31T21:59:59Z", 1, 6.0),
            // After the last day nothing is.
            ("2026-03-31T22:00:00Z", 0, 0.0),
            ("2026-05-01T00:00:00Z", 0, 0.0),
        ] {
            let today = calendar.day_of(now.parse().unwrap());
            let found = left(&days, today, &[], 6.0, 20.0);
            assert_eq!((found.days, found.hours), (days_left, hours), "{now}");
            assert_eq!(found.over, (20.0 - hours).max(0.0), "{now}");
        }
        // Back to winter time: 25 hours on 25 October are one day of six focus hours as well.
        let days = [day("2026-10-24"), day("2026-10-25")];
        for (now, hours) in
            [("2026-10-24T22:00:00Z", 6.0), ("2026-10-25T22:59:59Z", 6.0), ("2026-10-25T23:00:00Z", 0.0)]
        {
            assert_eq!(
                left(&days, calendar.day_of(now.parse().unwrap()), &[], 6.0, 0.0).hours,
                hours,
                "{now}"
            );
        }
        // Days off count where they are ahead.
        let gone = [off("2026-10-24", "2026-10-24")];
        assert_eq!(left(&days, day("2026-10-24"), &gone, 6.0, 0.0).days, 1);
        assert_eq!(left(&days, day("2026-10-25"), &gone, 6.0, 0.0).days, 1);
        assert_eq!(over(6.0, 6.1), 0.1);
    }
}
