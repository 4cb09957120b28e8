//! The team's days: where they begin and end in time, and which of them are worked.
//!
//! Instants are UTC. A day is the team's day, in the product's time zone; days follow each other without gap or
//! overlap, whatever the zone's clocks do. A day may last 23 or 25 hours, may begin at 01:00 where midnight does not
//! exist, and lasts no time at all where a zone skipped it.

mod weekdays;

use std::collections::BTreeSet;

use chrono::{DateTime, Days, NaiveDate, TimeDelta, TimeZone, Utc};
use chrono_tz::Tz;

pub use weekdays::Weekdays;

/// When a product's team works.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Calendar {
    /// The product's time zone.
    pub tz: Tz,
    /// Days of the week that are worked.
    pub working: Weekdays,
    /// Dates that are not worked although their weekday is.
    pub holidays: BTreeSet<NaiveDate>,
}

/// One day of a calendar, as it was at the time it was asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CalendarDay {
    /// The date.
    pub day: NaiveDate,
    /// Whether it is worked.
    pub working: bool,
    /// Its first instant.
    pub start: DateTime<Utc>,
}

/// Days looked through for a working day before giving up: a calendar may have no working day at all.
const SEARCH_DAYS: u32 = 3660;

impl Calendar {
    /// A calendar without holidays.
    pub fn new(tz: Tz, working: Weekdays) -> Self {
        Self { tz, working, holidays: BTreeSet::new() }
    }

    /// Whether the day is worked: its weekday is, and it is no holiday.
    pub fn is_working(&self, day: NaiveDate) -> bool {
        self.working.covers(day) && !self.holidays.contains(&day)
    }

    /// The team's day at an instant.
    pub fn day_of(&self, instant: DateTime<Utc>) -> NaiveDate {
        let shown = instant.with_timezone(&self.tz).date_naive();
        // Where clocks went back across midnight, the date on the wall returns to the day before for a while. Days do
        // not: the day that has begun goes on.
        if instant >= self.end_of(shown) { after(shown) } else { shown }
    }

    /// The first instant of a day.
    pub fn start_of(&self, day: NaiveDate) -> DateTime<Utc> {
        let midnight = day.and_time(chrono::NaiveTime::MIN);
        match self.tz.from_local_datetime(&midnight).earliest() {
            Some(start) => start.with_timezone(&Utc),
            None => self.first_instant_past(midnight),
        }
    }

    /// The instant at which a day is over: 24:00 team time, the first instant of the next day.
    pub fn end_of(&self, day: NaiveDate) -> DateTime<Utc> {
        self.start_of(after(day))
    }

    /// The days from `first` to `last`, both included, each with what it is.
    pub fn days(&self, first: NaiveDate, last: NaiveDate) -> Vec<CalendarDay> {
        dates(first, last)
            .map(|day| CalendarDay { day, working: self.is_working(day), start: self.start_of(day) })
            .collect()
    }

    /// How many working days lie from `first` to `last`, both included; 0 when `last` is before `first`.
    pub fn working_days_between(&self, first: NaiveDate, last: NaiveDate) -> usize {
        dates(first, last).filter(|day| self.is_working(*day)).count()
    }

    /// Seconds from `from` to `to` that fall on working days; 0 when `to` is before `from`. A working day counts whole,
    /// night included: the product knows which days are worked, not which hours.
    pub fn working_seconds_between(&self, from: DateTime<Utc>, to: DateTime<Utc>) -> i64 {
        if to <= from {
            return 0;
        }
        dates(self.day_of(from), self.day_of(to))
            .filter(|day| self.is_working(*day))
            .map(|day| (self.end_of(day).min(to) - self.start_of(day).max(from)).num_seconds().max(0))
            .sum()
    }

    /// The `n`th working day after `day`; for 0 the day itself, or the next working day when it is not one. `None` when
    /// ten years from there hold too few.
    pub fn add_working_days(&self, day: NaiveDate, n: u32) -> Option<NaiveDate> {
        let later = |day: NaiveDate| day.checked_add_days(Days::new(u64::from(SEARCH_DAYS)));
        let from = if n == 0 { day } else { after(day) };
        let last = later(from)?;
        dates(from, last).filter(|day| self.is_working(*day)).nth(n.saturating_sub(1) as usize)
    }

    /// The first instant whose local time is at or past a local time that does not exist.
    fn first_instant_past(&self, local: chrono::NaiveDateTime) -> DateTime<Utc> {
        // Offsets lie within 26 hours of each other, a skipped day's included; the change is found by halving.
        let (mut before, mut past) = (-26 * 3600, 26 * 3600);
        let instant = |seconds: i64| local.and_utc() + TimeDelta::seconds(seconds);
        while past - before > 1 {
            let middle = (before + past) / 2;
            if instant(middle).with_timezone(&self.tz).naive_local() >= local {
                past = middle;
            } else {
                before = middle;
            }
        }
        instant(past)
    }
}

/// Every date from `first` to `last`, both included.
fn dates(first: NaiveDate, last: NaiveDate) -> impl Iterator<Item = NaiveDate> {
    first.iter_days().take_while(move |day| *day <= last)
}

/// The day after. The last day chrono knows, in the year 262142, is followed by itself.
fn after(day: NaiveDate) -> NaiveDate {
    day.succ_opt().unwrap_or(day)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    fn calendar(tz: Tz) -> Calendar {
        Calendar::new(tz, Weekdays::MONDAY_TO_FRIDAY)
    }

    #[test]
    fn days_begin_where_the_zone_says() {
        for (tz, date, start, hours) in [
            (Tz::UTC, "2026-03-29", "2026-03-29T00:00:00Z", 24),
            (Tz::Europe__Berlin, "2026-03-29", "2026-03-28T23:00:00Z", 23),
            (Tz::Europe__Berlin, "2026-10-25", "2026-10-24T22:00:00Z", 25),
            // Midnight does not exist: clocks go from 00:00 to 01:00.
            (Tz::Asia__Beirut, "2026-03-29", "2026-03-28T22:00:00Z", 23),
            (Tz::America__Sao_Paulo, "2018-11-04", "2018-11-04T03:00:00Z", 23),
            // Midnight comes twice: clocks go from 01:00 back to 00:00.
            (Tz::America__Havana, "2025-11-02", "2025-11-02T04:00:00Z", 25),
            // Clocks go from 24:00 back to 23:00 of the same day.
            (Tz::America__Sao_Paulo, "2018-02-17", "2018-02-17T02:00:00Z", 25),
            // Clocks go from 00:01 back to 23:01: the day that has begun goes on.
            (Tz::America__St_Johns, "2006-10-29", "2006-10-29T02:30:00Z", 25),
            // The island changed sides of the date line and had no 30 December.
            (Tz::Pacific__Apia, "2011-12-30", "2011-12-30T10:00:00Z", 0),
            (Tz::Pacific__Apia, "2011-12-31", "2011-12-30T10:00:00Z", 24),
            // Half an hour of summer time.
            (Tz::Australia__Lord_Howe, "2026-10-04", "2026-10-03T13:30:00Z", 23),
        ] {
            let calendar = calendar(tz);
            assert_eq!(calendar.start_of(day(date)), at(start), "{tz} {date}");
            let length = calendar.end_of(day(date)) - calendar.start_of(day(date));
            assert_eq!(length.num_hours(), hours, "{tz} {date}");
        }
    }

    #[test]
    fn the_last_day_ends_at_midnight_team_time() {
        let berlin = calendar(Tz::Europe__Berlin);
        assert_eq!(berlin.end_of(day("2026-03-06")), at("2026-03-06T23:00:00Z"));
        assert_eq!(berlin.day_of(at("2026-03-06T22:59:59Z")), day("2026-03-06"));
        assert_eq!(berlin.day_of(at("2026-03-06T23:00:00Z")), day("2026-03-07"));
    }

    #[test]
    fn a_day_that_has_begun_goes_on_when_clocks_return_to_the_day_before() {
        let calendar = calendar(Tz::America__St_Johns);
        // At 00:01 on the 29th clocks went back to 23:01 on the 28th.
        for (instant, date) in [
            ("2006-10-29T02:29:59Z", "2006-10-28"),
            ("2006-10-29T02:30:00Z", "2006-10-29"),
            ("2006-10-29T02:45:00Z", "2006-10-29"),
            ("2006-10-29T03:45:00Z", "2006-10-29"),
        ] {
            assert_eq!(calendar.day_of(at(instant)), day(date), "{instant}");
        }
    }

    #[test]
    fn working_days_leave_out_weekends_and_holidays() {
        let mut calendar = calendar(Tz::Europe__Berlin);
        calendar.holidays.insert(day("2026-04-03"));
        calendar.holidays.insert(day("2026-04-06"));
        assert!(!calendar.is_working(day("2026-04-03")), "Good Friday");
        assert!(!calendar.is_working(day("2026-04-04")), "Saturday");
        assert!(calendar.is_working(day("2026-04-07")));
        assert_eq!(calendar.working_days_between(day("2026-03-30"), day("2026-04-10")), 8);
        assert_eq!(calendar.working_days_between(day("2026-04-10"), day("2026-03-30")), 0);
        for (from, n, expect) in [
            ("2026-04-02", 0, "2026-04-02"),
            ("2026-04-02", 1, "2026-04-07"),
            ("2026-04-04", 0, "2026-04-07"),
        ] {
            assert_eq!(calendar.add_working_days(day(from), n), Some(day(expect)), "{from} + {n}");
        }
        calendar.working = Weekdays::NONE;
        assert_eq!(calendar.add_working_days(day("2026-04-02"), 0), None);
    }

    #[test]
    fn working_time_is_whole_working_days() {
        let berlin = calendar(Tz::Europe__Berlin);
        for (from, to, hours) in [
            // Friday noon to Monday noon: half of Friday, half of Monday.
            ("2026-02-06T11:00:00Z", "2026-02-09T11:00:00Z", 24),
            ("2026-02-07T11:00:00Z", "2026-02-08T11:00:00Z", 0),
            ("2026-02-09T11:00:00Z", "2026-02-06T11:00:00Z", 0),
            // The change to summer time falls on a Sunday and costs nothing.
            ("2026-03-26T23:00:00Z", "2026-03-30T22:00:00Z", 48),
        ] {
            assert_eq!(berlin.working_seconds_between(at(from), at(to)), hours * 3600, "{from} {to}");
        }
    }

    fn zone() -> impl Strategy<Value = Tz> {
        prop_oneof![
            prop::sample::select(vec![
                Tz::Europe__Berlin,
                Tz::America__Sao_Paulo,
                Tz::America__St_Johns,
                Tz::America__Havana,
                Tz::Pacific__Apia,
                Tz::Africa__Casablanca,
            ]),
            prop::sample::select(chrono_tz::TZ_VARIANTS.to_vec()),
        ]
    }

    proptest! {
        #[test]
        fn days_follow_each_other_without_gap_or_overlap(tz in zone(), offset in 0u64..73_000, second in 0i64..100_000) {
            let calendar = calendar(tz);
            let today = day("2000-01-01") + Days::new(offset);
            let (start, end) = (calendar.start_of(today), calendar.end_of(today));
            prop_assert!(start <= end);
            prop_assert_eq!(calendar.day_of(start - TimeDelta::seconds(1)) < today, true);
            let inside = start + TimeDelta::seconds(second);
            prop_assert_eq!(calendar.day_of(inside) == today, inside < end);
        }

        #[test]
        fn working_time_adds_up(tz in zone(), from in 0i64..4_000_000_000, first in 0i64..3_000_000, second in 0i64..3_000_000) {
            let calendar = calendar(tz);
            let a = DateTime::from_timestamp(from, 0).unwrap();
            let b = a + TimeDelta::seconds(first);
            let c = b + TimeDelta::seconds(second);
            let whole = calendar.working_seconds_between(a, c);
            prop_assert_eq!(whole, calendar.working_seconds_between(a, b) + calendar.working_seconds_between(b, c));
            prop_assert!(whole <= first + second);
            let always = Calendar::new(tz, Weekdays::ALL);
            prop_assert_eq!(always.working_seconds_between(a, c), first + second);
        }

        #[test]
        fn adding_working_days_counts_them(offset in 0u64..1000, n in 1u32..60) {
            let calendar = calendar(Tz::UTC);
            let from = day("2026-01-01") + Days::new(offset);
            let to = calendar.add_working_days(from, n).unwrap();
            prop_assert!(calendar.is_working(to));
            prop_assert_eq!(calendar.working_days_between(from + Days::new(1), to), n as usize);
        }
    }
}
