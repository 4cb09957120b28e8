//! The Sprint Review: who is invited, what is shown and by whom, what is said, and whether the Sprint Goal was met.
//!
//! Not here: what was delivered. That is asked of the items each time, so that nothing is shown that is not Done.

pub mod minutes;

use crate::rule::Rule;
use crate::sprint;
use crate::text::{self, TextFault};
use crate::word::words;

/// Most characters of a guest's name.
pub const GUEST_MAX: usize = 100;
/// Most characters of a free point's title.
pub const POINT_MAX: usize = 200;
/// Most minutes of one point.
pub const TIMEBOX_MAX: u32 = 480;
/// Minutes of a Review whose points have no timebox.
pub const LENGTH_USUAL: u32 = 60;
/// Most minutes of a Review, that of a sprint of a month.
pub const LENGTH_MAX: u32 = 240;
/// Most characters of one feedback.
pub const FEEDBACK_MAX: usize = 2_000;
/// Most characters of the reason why the goal was met or not.
pub const REASON_MAX: usize = 1_000;
/// Fewest characters of the reason why it was not.
pub const REASON_MIN: usize = 3;
/// Most characters of the notes.
pub const NOTES_MAX: usize = 20_000;
/// Most characters of the minutes.
pub const MINUTES_MAX: usize = 200_000;
/// Most attendees, points and notes of feedback; each.
pub const ROWS_MAX: usize = 500;
/// Most characters of the title of an item made from feedback; the rest is its description.
const ITEM_TITLE: usize = 120;

words! {
    "Sprint Review state";
    /// How far a Review has come.
    pub enum State {
        /// It is being prepared.
        Prepared => "prepared",
        /// It takes place.
        Running => "running",
        /// It is over.
        Ended => "ended",
    }
}

impl State {
    /// The state of a Review by what has happened to it.
    pub const fn of(started: bool, ended: bool) -> Self {
        match (started, ended) {
            (_, true) => Self::Ended,
            (true, false) => Self::Running,
            (false, false) => Self::Prepared,
        }
    }
}

/// A refusal about a Sprint Review.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReviewRule {
    /// The sprint has not begun; holds its name.
    #[error("{0} has not begun, so there is nothing to review.")]
    NotBegun(String),
    /// The sprint has a Review already.
    #[error("The Sprint Review of {0} is there already.")]
    Present(String),
    /// It takes place already.
    #[error("The Sprint Review is under way already.")]
    Running,
    /// It was not started.
    #[error("The Sprint Review has not been started.")]
    NotStarted,
    /// It is over; what was shown and said stays.
    #[error("The Sprint Review is over; what was shown and said stays as it was.")]
    Ended,
    /// A guest's name is empty, too long, or not one line.
    #[error("The guest's name was not accepted: {0}.")]
    Guest(TextFault),
    /// Somebody is invited already; holds the name.
    #[error("{0} is invited already.")]
    InvitedTwice(String),
    /// A free point's title is empty, too long, or not one line.
    #[error("The point's title was not accepted: {0}.")]
    Point(TextFault),
    /// The title of an item's point is the item's own.
    #[error("The title of {0} is that of the item.")]
    TitleOfItem(String),
    /// The item is in the running order already; holds its key.
    #[error("{0} is in the running order already.")]
    ShownTwice(String),
    /// Items that are not Done; holds their keys.
    #[error("Only what is Done is shown; not Done: {}.", .0.join(", "))]
    NotDone(Vec<String>),
    /// A timebox outside 1 to [`TIMEBOX_MAX`] minutes.
    #[error("A point takes 1 to 480 minutes, not {0}.")]
    Timebox(u32),
    /// Feedback is empty, too long, or holds control characters.
    #[error("The feedback was not accepted: {0}.")]
    Feedback(TextFault),
    /// The feedback is a backlog item already; holds its key.
    #[error("The feedback is in the Product Backlog already, as {0}.")]
    IsItem(String),
    /// The reason why the goal was met or not.
    #[error("The reason was not accepted: {0}.")]
    Reason(TextFault),
    /// The notes are too long or hold control characters.
    #[error("The notes were not accepted: {0}.")]
    Notes(TextFault),
    /// The minutes are empty, too long, or hold control characters.
    #[error("The minutes were not accepted: {0}.")]
    Minutes(TextFault),
    /// Too many rows of one kind; holds what.
    #[error("A Sprint Review has {ROWS_MAX} {0} at most.")]
    TooMany(&'static str),
}

impl Rule for ReviewRule {
    fn code(&self) -> &'static str {
        match self {
            Self::NotBegun(_) => "review_not_begun",
            Self::Present(_) => "review_present",
            Self::Running => "review_running",
            Self::NotStarted => "review_not_started",
            Self::Ended => "review_ended",
            Self::Guest(_) => "review_guest",
            Self::InvitedTwice(_) => "review_invited_twice",
            Self::Point(_) => "review_point",
            Self::TitleOfItem(_) => "review_title_of_item",
            Self::ShownTwice(_) => "review_shown_twice",
            Self::NotDone(_) => "review_not_done",
            Self::Timebox(_) => "review_timebox",
            Self::Feedback(_) => "review_feedback",
            Self::IsItem(_) => "review_is_item",
            Self::Reason(_) => "review_reason",
            Self::Notes(_) => "review_notes",
            Self::Minutes(_) => "review_minutes",
            Self::TooMany(_) => "review_too_many",
        }
    }

    fn hint(&self) -> String {
        match self {
            Self::NotBegun(_) => "Choose the active sprint or one that ended.".into(),
            Self::Present(_) => "Open it instead.".into(),
            Self::Running => "End it when it is over.".into(),
            Self::NotStarted => "Start it first.".into(),
            Self::Ended => "Write it into the minutes, or take the end of the Review back with Undo.".into(),
            Self::Guest(fault)
            | Self::Point(fault)
            | Self::Feedback(fault)
            | Self::Reason(fault)
            | Self::Notes(fault)
            | Self::Minutes(fault) => fault.hint(),
            Self::InvitedTwice(_) | Self::ShownTwice(_) => "Nothing needs to be done.".into(),
            Self::TitleOfItem(_) => "Rename the item where it stands.".into(),
            Self::NotDone(_) => "Bring them to Done first, or talk about them in a free point.".into(),
            Self::Timebox(_) => "Give it between 1 and 480 minutes, or none.".into(),
            Self::IsItem(key) => format!("Open {key} instead."),
            Self::TooMany(_) => "Remove some first.".into(),
        }
    }
}

/// Whether a sprint in this state can have a Review: one that runs or ran.
pub fn check_begun(state: sprint::State, name: &str) -> Result<(), ReviewRule> {
    if state == sprint::State::Planned { Err(ReviewRule::NotBegun(name.to_owned())) } else { Ok(()) }
}

/// Refuses to start what was started.
pub fn can_start(state: State) -> Result<(), ReviewRule> {
    match state {
        State::Prepared => Ok(()),
        State::Running => Err(ReviewRule::Running),
        State::Ended => Err(ReviewRule::Ended),
    }
}

/// Refuses to end what does not take place.
pub fn can_end(state: State) -> Result<(), ReviewRule> {
    match state {
        State::Prepared => Err(ReviewRule::NotStarted),
        State::Running => Ok(()),
        State::Ended => Err(ReviewRule::Ended),
    }
}

/// Refuses what would change how a Review was.
pub fn can_change(state: State) -> Result<(), ReviewRule> {
    if state == State::Ended { Err(ReviewRule::Ended) } else { Ok(()) }
}

/// A guest's name: trimmed, one visible line of 1 to [`GUEST_MAX`] characters.
pub fn guest(name: &str) -> Result<String, ReviewRule> {
    text::line(name, GUEST_MAX).map_err(ReviewRule::Guest)
}

/// Refuses to invite under a name that is invited, but for case and spacing.
pub fn check_invited<T: AsRef<str>>(name: &str, others: &[T]) -> Result<(), ReviewRule> {
    let folded = text::fold(name);
    if others.iter().any(|other| text::fold(other.as_ref()) == folded) {
        return Err(ReviewRule::InvitedTwice(name.to_owned()));
    }
    Ok(())
}

/// A free point's title: trimmed, one visible line of 1 to [`POINT_MAX`] characters.
pub fn point(title: &str) -> Result<String, ReviewRule> {
    text::line(title, POINT_MAX).map_err(ReviewRule::Point)
}

/// A point's timebox in minutes, 1 to [`TIMEBOX_MAX`].
pub fn timebox(minutes: u32) -> Result<u32, ReviewRule> {
    if (1..=TIMEBOX_MAX).contains(&minutes) { Ok(minutes) } else { Err(ReviewRule::Timebox(minutes)) }
}

/// How long a Review is to take, in minutes: its points together once each of them says how long it takes. Until then
/// [`LENGTH_USUAL`], or what is said already where that is more. At most [`LENGTH_MAX`].
pub fn length(timeboxes: impl IntoIterator<Item = Option<u32>>) -> u32 {
    let (mut sum, mut all, mut any) = (0_u32, true, false);
    for timebox in timeboxes {
        sum = sum.saturating_add(timebox.unwrap_or(0));
        all &= timebox.is_some();
        any = true;
    }
    LENGTH_MAX.min(if all && any { sum } else { sum.max(LENGTH_USUAL) })
}

/// Refuses to put items into the running order that are not Done: keys with whether each is.
pub fn check_done(items: &[(String, bool)]) -> Result<(), ReviewRule> {
    let undone: Vec<String> = items.iter().filter(|(_, done)| !done).map(|(key, _)| key.clone()).collect();
    if undone.is_empty() { Ok(()) } else { Err(ReviewRule::NotDone(undone)) }
}

/// What was said: 1 to [`FEEDBACK_MAX`] characters over any number of lines.
pub fn feedback(words: &str) -> Result<String, ReviewRule> {
    text::reason(words, 1, FEEDBACK_MAX).map_err(ReviewRule::Feedback)
}

/// Whether the Sprint Goal was met, with the reason: at least [`REASON_MIN`] characters where it was not. Nothing said
/// has no reason.
pub fn verdict(met: Option<bool>, reason: &str) -> Result<(Option<bool>, String), ReviewRule> {
    let reason = match met {
        None => String::new(),
        Some(true) => text::prose(reason, REASON_MAX).map_err(ReviewRule::Reason)?.trim_start().to_owned(),
        Some(false) => text::reason(reason, REASON_MIN, REASON_MAX).map_err(ReviewRule::Reason)?,
    };
    Ok((met, reason))
}

/// Notes: up to [`NOTES_MAX`] characters of Markdown.
pub fn notes(words: &str) -> Result<String, ReviewRule> {
    text::prose(words, NOTES_MAX).map_err(ReviewRule::Notes)
}

/// Minutes as somebody writes them: 1 to [`MINUTES_MAX`] characters of Markdown.
pub fn minutes(words: &str) -> Result<String, ReviewRule> {
    let words = text::prose(words, MINUTES_MAX).map_err(ReviewRule::Minutes)?;
    if words.is_empty() { Err(ReviewRule::Minutes(TextFault::Empty)) } else { Ok(words) }
}

/// Refuses more than [`ROWS_MAX`] of something.
pub fn check_count(count: usize, what: &'static str) -> Result<(), ReviewRule> {
    if count > ROWS_MAX { Err(ReviewRule::TooMany(what)) } else { Ok(()) }
}

/// Refuses to make an item of feedback that is one; `key` is that item's.
pub fn can_become_item(key: Option<&str>) -> Result<(), ReviewRule> {
    match key {
        Some(key) => Err(ReviewRule::IsItem(key.to_owned())),
        None => Ok(()),
    }
}

/// Title and description of the item that feedback becomes. A title is one line that can be read at a glance: longer
/// words are cut at the end of one, and stand in the description whole.
pub fn item_of(words: &str) -> (String, String) {
    // A line may be made of characters that draw nothing.
    let visible = |line: &String| text::line(line, usize::MAX).is_ok();
    let line = words.lines().map(text::flatten).find(visible).unwrap_or_default();
    let title = if line.chars().count() <= ITEM_TITLE {
        line.clone()
    } else {
        let cut: String = line.chars().take(ITEM_TITLE - 1).collect();
        let at = cut.rfind(' ').filter(|at| *at > ITEM_TITLE / 2).unwrap_or(cut.len());
        format!("{}…", cut[..at].trim_end_matches([' ', ',', '.', ';', ':']))
    };
    let whole = title == text::flatten(words);
    (title, if whole { String::new() } else { words.to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_review_is_prepared_then_held_then_over() {
        assert_eq!(State::of(false, false), State::Prepared);
        assert_eq!(State::of(true, false), State::Running);
        assert_eq!(State::of(true, true), State::Ended);
        for (state, start, end, change) in [
            (State::Prepared, None, Some("review_not_started"), None),
            (State::Running, Some("review_running"), None, None),
            (State::Ended, Some("review_ended"), Some("review_ended"), Some("review_ended")),
        ] {
            assert_eq!(can_start(state).err().map(|e| e.code()), start, "{state}");
            assert_eq!(can_end(state).err().map(|e| e.code()), end, "{state}");
            assert_eq!(can_change(state).err().map(|e| e.code()), change, "{state}");
        }
        for (state, expect) in [
            (sprint::State::Planned, Some("review_not_begun")),
            (sprint::State::Active, None),
            (sprint::State::Closed, None),
            (sprint::State::Cancelled, None),
        ] {
            assert_eq!(check_begun(state, "Sprint 5").err().map(|e| e.code()), expect, "{state}");
        }
    }

    #[test]
    fn a_goal_that_was_not_met_needs_a_reason() {
        assert_eq!(verdict(Some(false), " ").unwrap_err().code(), "review_reason");
        assert_eq!(verdict(Some(false), "no").unwrap_err().code(), "review_reason");
        assert_eq!(
            verdict(Some(false), " The port was shut "),
            Ok((Some(false), "The port was shut".into()))
        );
        assert_eq!(verdict(Some(true), ""), Ok((Some(true), String::new())));
        assert_eq!(verdict(None, "left over"), Ok((None, String::new())));
        assert_eq!(verdict(Some(true), "a\0").unwrap_err().code(), "review_reason");
    }

    #[test]
    fn what_is_written_is_bounded() {
        assert_eq!(guest(" Mia Berg, Port of Oslo ").as_deref(), Ok("Mia Berg, Port of Oslo"));
        assert_eq!(guest("").unwrap_err().code(), "review_guest");
        assert_eq!(check_invited("mia  BERG", &["Mia Berg"]).unwrap_err().code(), "review_invited_twice");
        assert_eq!(check_invited("Mia", &["Mia Berg"]), Ok(()));
        assert_eq!(point("").unwrap_err().code(), "review_point");
        assert_eq!((timebox(0), timebox(1), timebox(480)), (Err(ReviewRule::Timebox(0)), Ok(1), Ok(480)));
        assert_eq!(timebox(481).unwrap_err().code(), "review_timebox");
        for (timeboxes, minutes) in [
            (&[][..], 60),
            (&[Some(10), Some(25)], 35),
            (&[Some(200), Some(200)], 240),
            (&[Some(10), None, None], 60), // one that says ten is no Review of ten minutes
            (&[Some(70), None], 70),
            (&[None], 60),
        ] {
            assert_eq!(length(timeboxes.iter().copied()), minutes, "{timeboxes:?}");
        }
        assert_eq!(feedback(" \n").unwrap_err().code(), "review_feedback");
        assert_eq!(minutes(" ").unwrap_err().code(), "review_minutes");
        assert_eq!(notes("").as_deref(), Ok(""));
        assert_eq!(check_count(ROWS_MAX + 1, "points").unwrap_err().code(), "review_too_many");
    }

    #[test]
    fn only_what_is_done_is_shown() {
        let item = |key: &str, done| (key.to_owned(), done);
        assert_eq!(check_done(&[item("HBR-1", true)]), Ok(()));
        let refusal = check_done(&[item("HBR-1", true), item("HBR-2", false), item("HBR-3", false)]);
        assert!(refusal.unwrap_err().to_string().ends_with("not Done: HBR-2, HBR-3."));
    }

    #[test]
    fn feedback_becomes_an_item_that_can_be_read_at_a_glance() {
        assert_eq!(item_of("Show the price first"), ("Show the price first".into(), String::new()));
        assert_eq!(item_of("\n Show  it \n"), ("Show it".into(), String::new()));
        let two = "Show the price first\nMia cannot find it.";
        assert_eq!(item_of(two), ("Show the price first".into(), two.to_owned()));
        let long = "word ".repeat(60);
        let (title, description) = item_of(&long);
        assert!(title.ends_with("word…") && title.chars().count() <= ITEM_TITLE, "{title}");
        assert_eq!(description, long);
    }

    proptest! {
        #[test]
        fn feedback_that_is_accepted_makes_an_item_that_is_accepted(words in "\\PC{1,400}(\n\\PC{0,40})?") {
            if let Ok(words) = feedback(&words) {
                let (title, description) = item_of(&words);
                prop_assert!(title.chars().count() <= ITEM_TITLE, "{}", title);
                prop_assert!(crate::item::title(&title).is_ok(), "{:?}", title);
                prop_assert!(crate::item::description(&description).is_ok());
            }
        }
    }
}
