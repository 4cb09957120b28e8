//! The Daily Scrum: who speaks in which order, what became of yesterday's plan, how sure the team is of its Sprint Goal.
//!
//! There is one a day of a sprint, in the team's days. What is said in it may be changed until that day is over and is
//! then kept as it was. What moved is told by the history and decided nowhere here.

use chrono::NaiveDate;

use crate::calendar::Calendar;
use crate::rule::Rule;
use crate::sprint::State;
use crate::text::{self, TextFault};
use crate::word::words;

/// Most characters of a line of a plan.
pub const PLAN_MAX: usize = 300;
/// Most lines one person plans for one day.
pub const PLANS_MAX: usize = 30;
/// Most people who take part.
pub const PEOPLE_MAX: usize = 50;

words! {
    "order of a Daily Scrum";
    /// How a Daily Scrum goes round.
    pub enum Order {
        /// Person by person.
        People => "people",
        /// Item by item, from the rightmost column to the left.
        Board => "board",
    }
}

words! {
    "fate of a plan";
    /// What became of a line of a plan.
    pub enum Fate {
        /// It is finished, or resolved.
        Done => "done",
        /// It moved, or something of it did.
        Moved => "moved",
        /// Nothing of it moved.
        NotTouched => "notTouched",
        /// It was words alone, so nothing can tell.
        Words => "words",
    }
}

/// A refusal about a Daily Scrum.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DailyRule {
    /// No sprint runs.
    #[error("A Daily Scrum is about a sprint that runs, and none does.")]
    NoSprint,
    /// Its day is over.
    #[error("The Daily Scrum of {} is over, and what was said in it stays as it was.", text::day(.0))]
    Past(NaiveDate),
    /// Its sprint has ended.
    #[error("{0} has ended, and its Daily Scrums stay as they were.")]
    SprintOver(String),
    /// It was ended.
    #[error("The Daily Scrum has ended.")]
    Ended,
    /// It is under way.
    #[error("The Daily Scrum is under way.")]
    UnderWay,
    /// The words of a plan are empty, too long, or not one line.
    #[error("The plan was not accepted: {0}.")]
    Plan(TextFault),
    /// More than [`PLANS_MAX`].
    #[error("One person plans at most 30 things for a day.")]
    PlansMany,
    /// Names more than one of item, task and impediment.
    #[error("A line of a plan is about one thing.")]
    PlanTwofold,
    /// Not from 1 to 5.
    #[error("Confidence goes from 1 (no way) to 5 (certain); {0} is not that.")]
    Confidence(u8),
    /// Does not take part.
    #[error("{0} does not take part in this Daily Scrum.")]
    NotThere(String),
    /// Takes part already.
    #[error("{0} takes part already.")]
    There(String),
    /// Has said something that would go with them.
    #[error("{0} has spoken, planned or voted in this Daily Scrum.")]
    HasSpoken(String),
    /// More than [`PEOPLE_MAX`].
    #[error("At most 50 people take part in a Daily Scrum.")]
    PeopleMany,
    /// Nobody could take part.
    #[error("Nobody is there to take part: the product has no people.")]
    Nobody,
    /// Whoever is asked to speak does not take part, or is not on the board.
    #[error("There is no such turn in this Daily Scrum.")]
    NoTurn,
}

impl Rule for DailyRule {
    fn code(&self) -> &'static str {
        match self {
            Self::NoSprint => "daily_no_sprint",
            Self::Past(_) => "daily_past",
            Self::SprintOver(_) => "daily_sprint_over",
            Self::Ended => "daily_ended",
            Self::UnderWay => "daily_under_way",
            Self::Plan(_) => "daily_plan",
            Self::PlansMany => "daily_plans_many",
            Self::PlanTwofold => "daily_plan_twofold",
            Self::Confidence(_) => "daily_confidence",
            Self::NotThere(_) => "daily_not_there",
            Self::There(_) => "daily_there",
            Self::HasSpoken(_) => "daily_has_spoken",
            Self::PeopleMany => "daily_people_many",
            Self::Nobody => "daily_nobody",
            Self::NoTurn => "daily_no_turn",
        }
    }

    fn hint(&self) -> String {
        match self {
            Self::NoSprint => "Start the sprint first.".into(),
            Self::Past(_) | Self::SprintOver(_) => "Say it in today's Daily Scrum.".into(),
            Self::Ended => "Take it up again; it is the same one until the day is over.".into(),
            Self::UnderWay => "Go on with it, or end it.".into(),
            Self::Plan(fault) => fault.hint(),
            Self::PlansMany => "Remove a line, or put two into one.".into(),
            Self::PlanTwofold => "Name an item, a task or an impediment, or none of them.".into(),
            Self::Confidence(_) => "Give a whole number from 1 to 5.".into(),
            Self::NotThere(_) => "Add them first.".into(),
            Self::There(_) => "Nothing needs to be done.".into(),
            Self::HasSpoken(_) => "They stay part of it. Undo what they said if it was a mistake.".into(),
            Self::PeopleMany => "Leave out whoever only listens.".into(),
            Self::Nobody => "Add people in the Team room.".into(),
            Self::NoTurn => "Choose somebody who takes part, or an item of the board.".into(),
        }
    }
}

/// Refuses changes to what was said in a Daily Scrum once its day or its sprint is over.
///
/// # Errors
/// [`DailyRule::SprintOver`] and [`DailyRule::Past`].
pub fn check_today(
    day: NaiveDate,
    today: NaiveDate,
    sprint: State,
    sprint_name: &str,
) -> Result<(), DailyRule> {
    if sprint != State::Active {
        return Err(DailyRule::SprintOver(sprint_name.to_owned()));
    }
    // A clock that went back does not end a day that has begun.
    if day < today { Err(DailyRule::Past(day)) } else { Ok(()) }
}

/// The words of a plan: one visible line of 1 to [`PLAN_MAX`] characters.
///
/// # Errors
/// [`DailyRule::Plan`].
pub fn plan(text: &str) -> Result<String, DailyRule> {
    text::line(text, PLAN_MAX).map_err(DailyRule::Plan)
}

/// Refuses one more line than [`PLANS_MAX`].
///
/// # Errors
/// [`DailyRule::PlansMany`].
pub fn check_plans(present: usize) -> Result<(), DailyRule> {
    if present >= PLANS_MAX { Err(DailyRule::PlansMany) } else { Ok(()) }
}

/// How sure somebody is of the Sprint Goal: 1, no way, to 5, certain.
///
/// # Errors
/// [`DailyRule::Confidence`].
pub fn confidence(value: u8) -> Result<u8, DailyRule> {
    if (1..=5).contains(&value) { Ok(value) } else { Err(DailyRule::Confidence(value)) }
}

/// Whether votes are shown: when everybody who takes part has voted, or the Daily Scrum is over and somebody has.
pub fn revealed(votes: usize, people: usize, over: bool) -> bool {
    votes > 0 && (over || votes >= people)
}

/// The mean of votes in tenths; none without any.
pub fn average(votes: &[u8]) -> Option<f64> {
    if votes.is_empty() {
        return None;
    }
    let sum: u32 = votes.iter().map(|vote| u32::from(*vote)).sum();
    Some((f64::from(sum) * 10.0 / votes.len() as f64).round() / 10.0)
}

/// Puts those who are still to speak into another order: those who have spoken stay in front. `draw` answers a number
/// below the one it is given.
pub fn shuffled<T>(spoken: Vec<T>, mut waiting: Vec<T>, mut draw: impl FnMut(usize) -> usize) -> Vec<T> {
    for last in (1..waiting.len()).rev() {
        waiting.swap(last, draw(last + 1).min(last));
    }
    spoken.into_iter().chain(waiting).collect()
}

/// The number of the one thing that words name by its key: 223 of "Get HBR-223 to Done". None when they name none, or
/// several.
pub fn mentioned(words: &str, key: &str) -> Option<u32> {
    let name = |word: &str| -> Option<u32> {
        let (prefix, number) = word.rsplit_once('-')?;
        let number = number.parse().ok().filter(|_| !number.starts_with('+'))?;
        prefix.eq_ignore_ascii_case(key).then_some(number)
    };
    let mut found = words.split(|c: char| !(c.is_alphanumeric() || c == '-')).filter_map(name);
    let first = found.next()?;
    found.all(|other| other == first).then_some(first)
}

/// What became of a line that named something: from whether it is finished now, and whether anything of it moved since.
pub fn fate(done: bool, moved: bool) -> Fate {
    match (done, moved) {
        (true, _) => Fate::Done,
        (false, true) => Fate::Moved,
        (false, false) => Fate::NotTouched,
    }
}

/// Working days between two Daily Scrums on which there was none.
pub fn skipped(calendar: &Calendar, last: NaiveDate, this: NaiveDate) -> usize {
    match (last.succ_opt(), this.pred_opt()) {
        (Some(first), Some(until)) => calendar.working_days_between(first, until),
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use chrono_tz::Tz;
    use proptest::prelude::*;

    use super::*;
    use crate::calendar::Weekdays;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn what_was_said_stays_once_the_day_or_the_sprint_is_over() {
        let today = day("2026-03-30");
        for (of, state, expect) in [
            ("2026-03-30", State::Active, None),
            ("2026-03-31", State::Active, None),
            ("2026-03-29", State::Active, Some("daily_past")),
            ("2026-03-30", State::Closed, Some("daily_sprint_over")),
            ("2026-03-30", State::Cancelled, Some("daily_sprint_over")),
        ] {
            let found = check_today(day(of), today, state, "Sprint 4").err().map(|rule| rule.code());
            assert_eq!(found, expect, "{of} {state:?}");
        }
    }

    #[test]
    fn a_line_of_a_plan() {
        assert_eq!(plan(" Call the port office ").as_deref(), Ok("Call the port office"));
        for text in ["", "  ", "a\nb", &"x".repeat(301)] {
            assert_eq!(plan(text).unwrap_err().code(), "daily_plan", "{text:?}");
        }
        assert_eq!(check_plans(29), Ok(()));
        assert_eq!(check_plans(30).unwrap_err().code(), "daily_plans_many");
    }

    #[test]
    fn votes_are_hidden_until_all_have_voted() {
        for (votes, people, over, shown) in [
            (0, 5, false, false),
            (4, 5, false, false),
            (5, 5, false, true),
            (4, 5, true, true),
            (0, 5, true, false),
            (0, 0, false, false),
            (1, 0, false, true),
        ] {
            assert_eq!(revealed(votes, people, over), shown, "{votes} of {people}, over: {over}");
        }
        for (votes, expect) in [
            (&[][..], None),
            (&[4], Some(4.0)),
            (&[4, 4, 3, 3, 4], Some(3.6)),
            (&[1, 2, 2], Some(1.7)),
            (&[5, 5, 4, 4, 3, 4], Some(4.2)),
        ] {
            assert_eq!(average(votes), expect, "{votes:?}");
        }
        for value in [0, 6, 255] {
            assert_eq!(confidence(value).unwrap_err().code(), "daily_confidence");
        }
        assert_eq!((1..=5).map(confidence).collect::<Result<Vec<_>, _>>(), Ok(vec![1, 2, 3, 4, 5]));
    }

    #[test]
    fn days_without_one_are_counted_as_the_team_works() {
        let mut calendar = Calendar::new(Tz::Europe__Berlin, Weekdays::MONDAY_TO_FRIDAY);
        calendar.holidays.insert(day("2026-04-03"));
        for (last, this, expect) in [
            ("2026-03-26", "2026-03-27", 0), // Thursday, Friday
            ("2026-03-27", "2026-03-30", 0), // over a weekend with a day of 23 hours
            ("2026-03-26", "2026-03-30", 1), // Friday was left out
            ("2026-04-02", "2026-04-06", 0), // Good Friday is no working day
            ("2026-03-30", "2026-03-30", 0),
            ("2026-03-31", "2026-03-30", 0),
        ] {
            assert_eq!(skipped(&calendar, day(last), day(this)), expect, "{last} to {this}");
        }
    }

    #[test]
    fn words_name_a_thing_by_its_key() {
        for (words, expect) in [
            ("Get HBR-223 to Done with Priya", Some(223)),
            ("hbr-7, again HBR-7.", Some(7)),
            ("(HBR-12)", Some(12)),
            ("HBR-1 and HBR-2", None),
            ("IMP-3", None),
            ("HBR-", None),
            ("XHBR-4", None),
            ("HBR-99999999999", None),
            ("", None),
        ] {
            assert_eq!(mentioned(words, "HBR"), expect, "{words:?}");
        }
        assert_eq!(mentioned("Ask about IMP-3", "IMP"), Some(3));
    }

    #[test]
    fn what_became_of_a_plan() {
        assert_eq!(fate(true, false), Fate::Done);
        assert_eq!(fate(true, true), Fate::Done);
        assert_eq!(fate(false, true), Fate::Moved);
        assert_eq!(fate(false, false), Fate::NotTouched);
    }

    proptest! {
        /// Nobody is lost, nobody comes twice, and who has spoken stays where they are.
        #[test]
        fn shuffling_keeps_everybody(spoken in 0usize..6, waiting in 0usize..12, draws in prop::collection::vec(any::<usize>(), 12)) {
            let (first, rest): (Vec<usize>, Vec<usize>) = ((0..spoken).collect(), (spoken..spoken + waiting).collect());
            let mut draws = draws.into_iter();
            let order = shuffled(first.clone(), rest, |below| draws.next().unwrap() % below);
            prop_assert_eq!(&order[..spoken], &first[..]);
            let mut all = order;
            all.sort_unstable();
            prop_assert_eq!(all, (0..spoken + waiting).collect::<Vec<_>>());
        }

        /// Every order can come out.
        #[test]
        fn any_order_may_come(draws in (0usize..3, 0usize..2)) {
            let mut given = [draws.0, draws.1].into_iter();
            let order = shuffled(vec![], vec!['a', 'b', 'c'], |_| given.next().unwrap());
            let mut back = vec!['a', 'b', 'c'];
            back.swap(2, draws.0);
            back.swap(1, draws.1);
            prop_assert_eq!(order, back);
        }

        #[test]
        fn an_average_lies_among_its_votes(votes in prop::collection::vec(1u8..=5, 1..20)) {
            let found = average(&votes).unwrap();
            prop_assert!(found >= f64::from(*votes.iter().min().unwrap()) && found <= f64::from(*votes.iter().max().unwrap()));
        }
    }
}
