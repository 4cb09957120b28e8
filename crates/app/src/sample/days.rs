//! When things happened: working days counted from today, and the time on the team's clocks.

use chrono::{DateTime, Datelike, Days as Count, NaiveDate, NaiveTime, TimeDelta, TimeZone, Utc, Weekday};

use super::team::ZONE;

/// The sprint that runs, and which of its working days today is.
const RUNNING: i64 = 6;
const TODAY_IS: i64 = 4;
/// Working days of a sprint.
const LENGTH: i64 = 10;

/// The calendar of the story, laid out backwards from now.
#[derive(Debug, Clone, Copy)]
pub(super) struct Days {
    /// Today, or the last working day when today is none.
    today: NaiveDate,
    /// Nothing in the story happens later.
    latest: DateTime<Utc>,
}

impl Days {
    /// The calendar of a story told now.
    pub(super) fn until(now: DateTime<Utc>) -> Self {
        let day = now.with_timezone(&ZONE).date_naive();
        Self { today: working(day, -1), latest: now - TimeDelta::minutes(10) }
    }

    /// A working day of a sprint, from 1; 0 and below lie before it.
    pub(super) fn day(&self, sprint: u32, day: i64) -> NaiveDate {
        let mut left = (i64::from(sprint) - RUNNING) * LENGTH + day - TODAY_IS;
        let mut date = self.today;
        while left != 0 {
            date = working(step(date, left.signum()), left.signum());
            left -= left.signum();
        }
        date
    }

    /// The instant at which the team's clocks show a time, or shortly before now when that is not past yet.
    pub(super) fn instant(&self, day: NaiveDate, time: &str) -> DateTime<Utc> {
        let time: NaiveTime = time.parse().expect("BUG: the story's times are HH:MM");
        let local = ZONE.from_local_datetime(&day.and_time(time)).earliest();
        let instant = local.map_or_else(|| day.and_time(time).and_utc(), |local| local.with_timezone(&Utc));
        instant.min(self.latest)
    }

    /// The instant after which nothing in the story happens.
    pub(super) fn latest(&self) -> DateTime<Utc> {
        self.latest
    }

    /// The month three months ahead, by name.
    pub(super) fn goal_month(&self) -> String {
        (self.today + Count::new(100)).format("%B").to_string()
    }
}

/// The day itself when it is worked, or else the nearest worked one in a direction.
fn working(mut day: NaiveDate, direction: i64) -> NaiveDate {
    while matches!(day.weekday(), Weekday::Sat | Weekday::Sun) {
        day = step(day, direction);
    }
    day
}

fn step(day: NaiveDate, direction: i64) -> NaiveDate {
    day + TimeDelta::days(direction)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn today_is_the_fourth_working_day_of_the_sixth_sprint() {
        for (now, start, today, end) in [
            ("2026-03-12T09:00:00Z", "2026-03-09", "2026-03-12", "2026-03-20"), // a Thursday
            ("2026-03-09T09:00:00Z", "2026-03-04", "2026-03-09", "2026-03-17"), // a Monday
            ("2026-03-15T09:00:00Z", "2026-03-10", "2026-03-13", "2026-03-23"), // a Sunday: Friday's the last
        ] {
            let days = Days::until(now.parse().unwrap());
            let found = [1, 4, 10].map(|day| days.day(6, day).to_string());
            assert_eq!(found, [start, today, end], "as of {now}");
            assert_eq!(days.day(1, 1) + Count::new(70), days.day(6, 1), "five sprints of two weeks");
        }
    }
}
