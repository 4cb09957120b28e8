//! The day as Scrum sees it: which event comes next, and since when something waits too long.

use chrono::{DateTime, NaiveDate, Utc};

use crate::calendar::Calendar;

/// An impediment that was raised more than so many working days ago ages.
pub const AGEING_DAYS: usize = 3;
/// So many rows from the top of the Product Backlog should be estimated and ready: what the next Planning will look at.
pub const TOP_ROWS: u32 = 10;
/// A Product Goal that was measured longer ago than this should be measured again.
pub const MEASURE_DAYS: i64 = 14;
/// So many working days before the end of a sprint there should be an idea of the next.
pub const LOOK_AHEAD_DAYS: usize = 3;

/// What comes next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Event {
    /// Plan a sprint and start it.
    Planning,
    /// The Daily Scrum.
    Daily,
    /// The Sprint Review.
    Review,
    /// Close the sprint.
    Close,
    /// The retrospective.
    Retrospective,
}

/// What is known of the events around a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Around {
    /// A retrospective is open.
    pub retro_open: bool,
    /// The running sprint's Review goes on, or between sprints that of the last.
    pub review_running: bool,
    /// It has ended.
    pub review_ended: bool,
    /// Today's Daily Scrum has begun.
    pub daily_begun: bool,
    /// It is over.
    pub daily_ended: bool,
    /// The sprint that was closed last has had its retrospective, or there was no such sprint.
    pub looked_back: bool,
}

/// The next event, when it is, and whether it goes on already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Next {
    /// Which.
    pub event: Event,
    /// The day it is on; not after today when it may begin now.
    pub day: NaiveDate,
    /// It has begun.
    pub under_way: bool,
}

/// The next event: what goes on comes first; then, while a sprint runs until `end`, its Daily Scrum on every working day,
/// also when it was reviewed early, and on its last day, or after it, its Review and its close; between sprints the Review of the last while it goes on, its
/// retrospective and the planning of the next, which begins on `planned` if it is planned.
pub fn next(
    today: NaiveDate,
    calendar: &Calendar,
    end: Option<NaiveDate>,
    planned: Option<NaiveDate>,
    around: Around,
) -> Next {
    let now = |event, under_way| Next { event, day: today, under_way };
    if around.retro_open {
        return now(Event::Retrospective, true);
    }
    if around.review_running {
        return now(Event::Review, true);
    }
    let Some(end) = end else {
        let day = planned.map_or(today, |day| day.max(today));
        return if around.looked_back {
            Next { event: Event::Planning, day, under_way: false }
        } else {
            now(Event::Retrospective, false)
        };
    };
    if around.daily_begun && !around.daily_ended {
        return now(Event::Daily, true);
    }
    let works = today < end || today == end && !around.review_ended;
    if !around.daily_ended && works && calendar.is_working(today) {
        return now(Event::Daily, false);
    }
    if around.review_ended {
        // Reviewed before its end, it has only its close to come.
        return Next { event: Event::Close, day: end.max(today), under_way: false };
    }
    if today >= end {
        return now(Event::Review, false);
    }
    let tomorrow = today.succ_opt().unwrap_or(today);
    match calendar.add_working_days(tomorrow, 0).filter(|day| *day <= end) {
        Some(day) => Next { event: Event::Daily, day, under_way: false },
        // Nobody works until the sprint is over.
        None => Next { event: Event::Review, day: end, under_way: false },
    }
}

/// A phase of a sprint, in the order in which a sprint goes through them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Phase {
    /// It is planned.
    Planning,
    /// It is worked on.
    Work,
    /// Its Daily Scrum takes place.
    Daily,
    /// Its Review takes place.
    Review,
    /// It is looked back on.
    Retrospective,
}

/// Where the team stands: the phase that is now, and those behind it of the sprint in view, which is the running one, or
/// else the next. That a sprint before it is looked back on puts nothing of it behind.
pub fn phases(next: Next, runs: bool, around: Around) -> (Phase, Vec<Phase>) {
    let now = match next.event {
        Event::Planning => Phase::Planning,
        Event::Daily if next.under_way => Phase::Daily,
        Event::Review if next.under_way => Phase::Review,
        Event::Daily | Event::Review | Event::Close => Phase::Work,
        Event::Retrospective => Phase::Retrospective,
    };
    let held = |phase: &Phase| match phase {
        Phase::Planning => runs,
        Phase::Work => false,
        Phase::Daily => runs && around.daily_ended,
        Phase::Review => runs && around.review_ended,
        Phase::Retrospective => false,
    };
    let passed = |phase: &Phase| runs && now != Phase::Retrospective && *phase < now;
    let all = [Phase::Planning, Phase::Work, Phase::Daily, Phase::Review];
    (now, all.into_iter().filter(|phase| *phase != now && (held(phase) || passed(phase))).collect())
}

/// Whether an impediment that was raised at an instant and is not resolved has waited too long.
pub fn ages(raised: DateTime<Utc>, today: NaiveDate, calendar: &Calendar) -> bool {
    let first = calendar.day_of(raised).succ_opt().unwrap_or(today);
    calendar.working_days_between(first, today) > AGEING_DAYS
}

/// Whether a Product Goal was measured too long ago.
pub fn measured_long_ago(last: NaiveDate, today: NaiveDate) -> bool {
    (today - last).num_days() > MEASURE_DAYS
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::Weekdays;
    use chrono_tz::Tz;
    use proptest::prelude::*;

    fn calendar() -> Calendar {
        Calendar::new(Tz::Europe__Berlin, Weekdays::MONDAY_TO_FRIDAY)
    }

    /// A day of March 2026; the 2nd, 9th and 16th are Mondays.
    fn march(n: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 3, n).unwrap()
    }

    #[test]
    fn the_day_has_its_event() {
        let none = Around::default();
        let held = Around { daily_begun: true, daily_ended: true, ..none };
        let reviewed = Around { review_ended: true, ..held };
        // A sprint until Friday the 13th.
        for (today, around, event, day, under_way) in [
            (9, none, Event::Daily, 9, false),
            (9, Around { daily_begun: true, ..none }, Event::Daily, 9, true),
            (9, held, Event::Daily, 10, false),
            (9, Around { retro_open: true, ..held }, Event::Retrospective, 9, true),
            (7, none, Event::Daily, 9, false), // a Saturday
            (13, none, Event::Daily, 13, false),
            (13, held, Event::Review, 13, false),
            (13, Around { review_running: true, ..none }, Event::Review, 13, true),
            (13, reviewed, Event::Close, 13, false),
            (13, Around { review_ended: true, ..none }, Event::Close, 13, false),
            (11, reviewed, Event::Close, 13, false), // reviewed early
            (11, Around { review_ended: true, ..none }, Event::Daily, 11, false),
            (14, none, Event::Review, 14, false),
            (16, none, Event::Review, 16, false), // late, and no Daily Scrum any more
            (16, reviewed, Event::Close, 16, false),
        ] {
            let found = next(march(today), &calendar(), Some(march(13)), None, around);
            assert_eq!(found, Next { event, day: march(day), under_way }, "{today} {around:?}");
        }
    }

    #[test]
    fn between_sprints_the_team_looks_back_and_ahead() {
        let looked_back = Around { looked_back: true, ..Around::default() };
        for (around, planned, event, day) in [
            (Around::default(), None, Event::Retrospective, 14),
            (looked_back, None, Event::Planning, 14),
            (looked_back, Some(16), Event::Planning, 16),
            (looked_back, Some(10), Event::Planning, 14),
        ] {
            let found = next(march(14), &calendar(), None, planned.map(march), around);
            assert_eq!(found, Next { event, day: march(day), under_way: false }, "{around:?}");
        }
        // Closed over its Review, the sprint is reviewed still.
        let reviewing = Around { review_running: true, ..Around::default() };
        let found = next(march(14), &calendar(), None, None, reviewing);
        assert_eq!((found.event, found.under_way), (Event::Review, true));
    }

    #[test]
    fn the_phase_is_that_of_the_next_event() {
        use Phase::{Daily, Planning, Retrospective, Review, Work};
        let none = Around::default();
        let met = Around { daily_begun: true, daily_ended: true, ..none };
        let of = |today, end: Option<u32>, around| {
            let found = next(march(today), &calendar(), end.map(march), None, around);
            phases(found, end.is_some(), around)
        };
        // Between sprints nothing of the next one is behind, whether the last is looked back on or not.
        assert_eq!(of(14, None, none), (Retrospective, vec![]));
        assert_eq!(of(14, None, Around { retro_open: true, ..none }), (Retrospective, vec![]));
        assert_eq!(of(14, None, Around { looked_back: true, ..none }), (Planning, vec![]));
        // A sprint until Friday the 13th.
        assert_eq!(of(9, Some(13), none), (Work, vec![Planning]));
        assert_eq!(of(9, Some(13), met), (Work, vec![Planning, Daily]));
        assert_eq!(of(9, Some(13), Around { daily_begun: true, ..none }), (Daily, vec![Planning, Work]));
        // The next sprint runs while the last is looked back on.
        let back = Around { retro_open: true, ..none };
        assert_eq!(of(9, Some(13), back), (Retrospective, vec![Planning]));
        let review = Around { review_running: true, ..none };
        assert_eq!(of(13, Some(13), review), (Review, vec![Planning, Work, Daily]));
        // What is left to do after the Review is the close.
        let reviewed = Around { review_ended: true, ..met };
        assert_eq!(of(13, Some(13), reviewed), (Work, vec![Planning, Daily, Review]));
    }

    #[test]
    fn what_waits_ages_by_working_days() {
        let friday = "2026-03-06T12:00:00Z".parse().unwrap();
        for (today, old) in [(6, false), (9, false), (11, false), (12, true)] {
            assert_eq!(ages(friday, march(today), &calendar()), old, "{today}");
        }
        assert!(!measured_long_ago(march(1), march(15)));
        assert!(measured_long_ago(march(1), march(16)));
    }

    proptest! {
        #[test]
        fn there_is_always_a_next_event_and_never_one_in_the_past(
            today in 1u32..28, end in prop::option::of(1u32..28), planned in prop::option::of(1u32..28), bits in 0u8..64,
        ) {
            let bit = |n: u8| bits & (1 << n) != 0;
            let around = Around {
                retro_open: bit(0), review_running: bit(1), review_ended: bit(2), daily_begun: bit(3),
                daily_ended: bit(3) && bit(4), looked_back: bit(5),
            };
            let found = next(march(today), &calendar(), end.map(march), planned.map(march), around);
            prop_assert!(found.day >= march(today));
            prop_assert!(!found.under_way || found.day == march(today));
        }
    }
}
