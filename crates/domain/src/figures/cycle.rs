//! Cycle time: how long items were on their way, from being begun to being Done.
//!
//! It runs from the last entry into In Progress that led on to the last entry into Done, in elapsed days of the team:
//! end − start + 1, weekends included, so that what is begun and finished on one day took one day. Lead time is the
//! same from the day on which the item was made. What is not Done has neither.

use chrono::{DateTime, NaiveDate, Utc};

use super::percentile;
use crate::board::Category;
use crate::calendar::Calendar;

/// Where an item came to be and when: in a column of a category, or `None` when it left the board.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry {
    /// When.
    pub at: DateTime<Utc>,
    /// What being there means.
    pub category: Option<Category>,
}

/// The way of an item that is Done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cycle {
    /// The last entry into In Progress that led on to its being Done; `None` when it never was in progress.
    pub begun: Option<DateTime<Utc>>,
    /// The last entry into Done.
    pub done: DateTime<Utc>,
}

impl Cycle {
    /// Cycle time in days; `None` when the item never was in progress.
    pub fn days(&self, calendar: &Calendar) -> Option<u32> {
        self.begun.map(|begun| days_between(calendar.day_of(begun), calendar.day_of(self.done)))
    }

    /// Lead time in days, from the instant on which the item was made.
    pub fn lead_days(&self, created: DateTime<Utc>, calendar: &Calendar) -> u32 {
        days_between(calendar.day_of(created), calendar.day_of(self.done))
    }
}

/// Several times by their percentiles, in days.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Spread {
    /// The 50th: half of them took no longer.
    pub p50: f64,
    /// The 85th.
    pub p85: f64,
    /// The 95th.
    pub p95: f64,
    /// How many items it rests on.
    pub n: usize,
}

/// The way of an item by where it was, in the order in which it happened; `None` while it is not Done. Entries of the
/// category it is in already are no entries: a card that goes from one column In Progress to another was begun before.
///
/// Of several beginnings the last holds, so that what went back to To Do or into the next sprint is counted from when it
/// was begun anew. A beginning before an earlier Done does not hold: it led to that end and not to this one.
pub fn cycle(entries: &[Entry]) -> Option<Cycle> {
    let mut entered: Vec<Entry> = Vec::new();
    for entry in entries {
        if entered.last().is_none_or(|last| last.category != entry.category) {
            entered.push(*entry);
        }
    }
    let end = entered.last().filter(|last| last.category == Some(Category::Done))?;
    let way = &entered[..entered.len() - 1];
    let since = way.iter().rposition(|entry| entry.category == Some(Category::Done)).map_or(0, |at| at + 1);
    let begun = way[since..].iter().rfind(|entry| entry.category == Some(Category::InProgress));
    let begun = begun.map(|entry| entry.at);
    Some(Cycle { begun, done: end.at.max(begun.unwrap_or(end.at)) })
}

/// The percentiles of several times in days. `None` of none.
pub fn spread(days: &[u32]) -> Option<Spread> {
    let days: Vec<f64> = days.iter().copied().map(f64::from).collect();
    Some(Spread {
        p50: percentile(&days, 50)?,
        p85: percentile(&days, 85)?,
        p95: percentile(&days, 95)?,
        n: days.len(),
    })
}

/// Days from one to another, both counted. Where a clock went back it is one day.
fn days_between(from: NaiveDate, to: NaiveDate) -> u32 {
    u32::try_from((to - from).num_days() + 1).unwrap_or(1).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::Weekdays;
    use chrono::TimeDelta;
    use chrono_tz::Tz;
    use proptest::prelude::*;

    const TODO: Option<Category> = Some(Category::Todo);
    const DOING: Option<Category> = Some(Category::InProgress);
    const DONE: Option<Category> = Some(Category::Done);

    /// Monday 2 March 2026, 10:00 in Berlin, and so many hours later.
    fn hour(n: i64) -> DateTime<Utc> {
        "2026-03-02T09:00:00Z".parse::<DateTime<Utc>>().unwrap() + TimeDelta::hours(n)
    }

    fn way(entries: &[(i64, Option<Category>)]) -> Option<(Option<i64>, i64)> {
        let entries: Vec<Entry> =
            entries.iter().map(|(n, category)| Entry { at: hour(*n), category: *category }).collect();
        let hours = |at: DateTime<Utc>| (at - hour(0)).num_hours();
        cycle(&entries).map(|cycle| (cycle.begun.map(hours), hours(cycle.done)))
    }

    #[test]
    fn from_the_last_beginning_that_led_on_to_the_last_end() {
        for (entries, found) in [
            (vec![], None),
            (vec![(0, TODO), (1, DOING)], None),
            (vec![(0, DOING), (5, DONE)], Some((Some(0), 5))),
            // From one column In Progress to the next it is the same beginning.
            (vec![(0, DOING), (2, DOING), (5, DONE)], Some((Some(0), 5))),
            // Put back and begun anew: the second beginning led on.
            (vec![(0, DOING), (2, TODO), (3, DOING), (5, DONE)], Some((Some(3), 5))),
            // Carried over into the next sprint, off the board in between.
            (vec![(0, DOING), (2, None), (3, TODO), (4, DOING), (5, DONE)], Some((Some(4), 5))),
            // Put back and finished from there.
            (vec![(0, DOING), (2, TODO), (5, DONE)], Some((Some(0), 5))),
            // Reopened, worked on, finished again.
            (vec![(0, DOING), (2, DONE), (3, DOING), (5, DONE)], Some((Some(3), 5))),
            // Reopened into To Do and finished from there: what had led to the first end is not the way to this one.
            (vec![(0, DOING), (2, DONE), (3, TODO), (5, DONE)], Some((None, 5))),
            (vec![(0, TODO), (5, DONE)], Some((None, 5))),
            // Done, and it moved among the columns that mean it.
            (vec![(0, DOING), (5, DONE), (7, DONE)], Some((Some(0), 5))),
            (vec![(0, DOING), (5, DONE), (7, TODO)], None),
        ] {
            assert_eq!(way(&entries), found, "{entries:?}");
        }
    }

    #[test]
    fn days_are_the_teams_and_both_ends_count() {
        let calendar = Calendar::new(Tz::Europe__Berlin, Weekdays::MONDAY_TO_FRIDAY);
        let at = |text: &str| text.parse::<DateTime<Utc>>().unwrap();
        for (begun, done, days) in [
            ("2026-03-02T09:00:00Z", "2026-03-02T16:00:00Z", 1),
            ("2026-03-06T09:00:00Z", "2026-03-09T09:00:00Z", 4), // over a weekend
            ("2026-03-02T22:30:00Z", "2026-03-02T23:30:00Z", 2), // over midnight in Berlin
            ("2026-03-28T09:00:00Z", "2026-03-30T09:00:00Z", 3), // over the day of 23 hours
            ("2026-03-04T09:00:00Z", "2026-03-02T09:00:00Z", 1), // over a clock that went back
        ] {
            let cycle = Cycle { begun: Some(at(begun)), done: at(done) };
            assert_eq!(cycle.days(&calendar), Some(days), "{begun}");
            assert_eq!(cycle.lead_days(at(begun), &calendar), days, "{begun}");
        }
        assert_eq!(Cycle { begun: None, done: hour(0) }.days(&calendar), None);
    }

    #[test]
    fn a_spread_is_by_nearest_rank() {
        assert_eq!(spread(&[]), None);
        let twenty: Vec<u32> = (1..=20).collect();
        assert_eq!(spread(&twenty), Some(Spread { p50: 10.0, p85: 17.0, p95: 19.0, n: 20 }));
    }

    proptest! {
        #[test]
        fn a_way_ends_where_it_is_done_and_begins_before(moves in prop::collection::vec(0usize..4, 0..12)) {
            let categories = [None, TODO, DOING, DONE];
            let moves: Vec<(i64, Option<Category>)> =
                (0..).zip(&moves).map(|(n, at)| (n, categories[*at])).collect();
            let found = way(&moves);
            prop_assert_eq!(found.is_some(), moves.last().is_some_and(|(_, category)| *category == DONE));
            if let Some((Some(begun), done)) = found {
                prop_assert!(begun < done);
                prop_assert_eq!(moves[begun as usize].1, DOING);
                // Nothing was begun after it on the way to this end.
                let later = moves.iter().filter(|(n, category)| *n > begun && *n < done && *category == DOING);
                prop_assert!(later.into_iter().all(|(n, _)| moves[begun as usize..*n as usize].iter().all(|(_, c)| *c == DOING)));
            }
        }
    }
}
