//! The increment: Done items only; usable first, then released.
//!
//! After the release its items, version and day stay as they are: they are what was delivered. Its name and its notes
//! may be worded anew.

pub mod notes;
pub mod shipped;

use chrono::NaiveDate;

use crate::rule::Rule;
use crate::text::{self, TextFault};
use crate::word::words;

/// Most characters of an increment's name.
pub const NAME_MAX: usize = 100;
/// Most characters of a version.
pub const VERSION_MAX: usize = 50;
/// Most characters of release notes.
pub const NOTES_MAX: usize = 50_000;

words! {
    "increment state";
    /// How far an increment has come.
    pub enum State {
        /// It meets the Definition of Done and could be given to users.
        Usable => "usable",
        /// It was given to users.
        Released => "released",
    }
}

/// An item that is to join an increment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Joining {
    /// Its key, for messages.
    pub key: String,
    /// Whether it is Done.
    pub done: bool,
    /// The name of the increment that holds it already.
    pub held_by: Option<String>,
}

/// A refusal about an increment.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum IncrementRule {
    /// The name is empty, too long, or not one line.
    #[error("The increment's name was not accepted: {0}.")]
    Name(TextFault),
    /// The version is empty, too long, or not one line.
    #[error("The version was not accepted: {0}.")]
    Version(TextFault),
    /// The notes are too long or hold control characters.
    #[error("The release notes were not accepted: {0}.")]
    Notes(TextFault),
    /// Items that are not Done; holds their keys.
    #[error("An increment holds Done items only; not Done: {}.", .0.join(", "))]
    NotDone(Vec<String>),
    /// An item that is in another increment.
    #[error("{key} is in {increment} already.")]
    InAnother {
        /// The item's key.
        key: String,
        /// The increment that holds it.
        increment: String,
    },
    /// It was released; its items are what was delivered.
    #[error("The increment was released; what was delivered does not change.")]
    Released,
    /// No item in it.
    #[error("The increment holds no item, so there is nothing to release.")]
    Empty,
    /// Another increment was released under that version.
    #[error("{increment} was released as {version} already.")]
    VersionUsed {
        /// The version.
        version: String,
        /// Whose it is.
        increment: String,
    },
    /// A release in the future.
    #[error("{} is still to come; a release is a fact.", text::day(.0))]
    DayToCome(NaiveDate),
    /// A release before its items were Done; holds the day the last of them was.
    #[error("On {} not everything in it was Done; the last item was on {}.", text::day(.day), text::day(.done))]
    DayTooEarly {
        /// The day of release.
        day: NaiveDate,
        /// The day on which the last item became Done.
        done: NaiveDate,
    },
}

impl Rule for IncrementRule {
    fn code(&self) -> &'static str {
        match self {
            Self::Name(_) => "increment_name",
            Self::Version(_) => "increment_version",
            Self::Notes(_) => "increment_notes",
            Self::NotDone(_) => "increment_not_done",
            Self::InAnother { .. } => "increment_item_taken",
            Self::Released => "increment_released",
            Self::Empty => "increment_empty",
            Self::VersionUsed { .. } => "increment_version_used",
            Self::DayToCome(_) => "increment_day_to_come",
            Self::DayTooEarly { .. } => "increment_day_too_early",
        }
    }

    fn hint(&self) -> String {
        match self {
            Self::Name(fault) | Self::Version(fault) | Self::Notes(fault) => fault.hint(),
            Self::NotDone(_) => "Bring them to a Done column first, or leave them out.".into(),
            Self::InAnother { increment, .. } => format!("Take it out of {increment} first."),
            Self::Released => "Put further items into a new increment.".into(),
            Self::Empty => "Add Done items first.".into(),
            Self::VersionUsed { .. } => "Choose a version that no release has yet.".into(),
            Self::DayToCome(_) => "Release it when it goes out; today is the latest day.".into(),
            Self::DayTooEarly { done, .. } => format!("Choose {} or a later day.", text::day(done)),
        }
    }
}

/// The name of an increment nobody named.
pub fn default_name(number: i64) -> String {
    format!("Increment {number}")
}

/// An increment's name: trimmed, one visible line of 1 to [`NAME_MAX`] characters.
pub fn name(text: &str) -> Result<String, IncrementRule> {
    text::line(text, NAME_MAX).map_err(IncrementRule::Name)
}

/// A version: trimmed, one visible line of 1 to [`VERSION_MAX`] characters. The team's own scheme is fine.
pub fn version(text: &str) -> Result<String, IncrementRule> {
    text::line(text, VERSION_MAX).map_err(IncrementRule::Version)
}

/// Refuses a version that another increment has, but for case and spacing: versions in use, each with the increment's
/// name.
pub fn check_version_free<T: AsRef<str>>(version: &str, used: &[(T, T)]) -> Result<(), IncrementRule> {
    let folded = text::fold(version);
    match used.iter().find(|(other, _)| text::fold(other.as_ref()) == folded) {
        Some((other, name)) => Err(IncrementRule::VersionUsed {
            version: other.as_ref().to_owned(),
            increment: name.as_ref().to_owned(),
        }),
        None => Ok(()),
    }
}

/// The day of a release: not after the team's `today`, and not before the day `done` on which its last item became Done,
/// where that is known.
pub fn release_day(
    day: NaiveDate,
    today: NaiveDate,
    done: Option<NaiveDate>,
) -> Result<NaiveDate, IncrementRule> {
    match done {
        _ if day > today => Err(IncrementRule::DayToCome(day)),
        Some(done) if day < done => Err(IncrementRule::DayTooEarly { day, done }),
        _ => Ok(day),
    }
}

/// Release notes: up to [`NOTES_MAX`] characters of Markdown.
pub fn notes(text: &str) -> Result<String, IncrementRule> {
    text::prose(text, NOTES_MAX).map_err(IncrementRule::Notes)
}

/// Whether these items may join an increment in this state.
pub fn check_join(state: State, items: &[Joining]) -> Result<(), IncrementRule> {
    can_change_items(state)?;
    let undone: Vec<String> = items.iter().filter(|item| !item.done).map(|item| item.key.clone()).collect();
    if !undone.is_empty() {
        return Err(IncrementRule::NotDone(undone));
    }
    let taken = items.iter().find_map(|item| item.held_by.as_ref().map(|held_by| (item, held_by)));
    match taken {
        Some((item, held_by)) => {
            Err(IncrementRule::InAnother { key: item.key.clone(), increment: held_by.clone() })
        }
        None => Ok(()),
    }
}

/// Whether items may be added or taken out in this state.
pub fn can_change_items(state: State) -> Result<(), IncrementRule> {
    if state == State::Released { Err(IncrementRule::Released) } else { Ok(()) }
}

/// Whether an increment in this state with this many items may be released.
pub fn can_release(state: State, items: usize) -> Result<(), IncrementRule> {
    can_change_items(state)?;
    if items == 0 { Err(IncrementRule::Empty) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn joining(key: &str, done: bool, held_by: Option<&str>) -> Joining {
        Joining { key: key.into(), done, held_by: held_by.map(str::to_owned) }
    }

    #[test]
    fn only_done_items_that_are_free_join() {
        for (state, items, expect) in [
            (State::Usable, vec![joining("HBR-1", true, None)], Ok(())),
            (State::Usable, vec![], Ok(())),
            (
                State::Usable,
                vec![joining("HBR-1", true, None), joining("HBR-2", false, None)],
                Err("increment_not_done"),
            ),
            (State::Usable, vec![joining("HBR-1", true, Some("Increment 2"))], Err("increment_item_taken")),
            (State::Released, vec![joining("HBR-1", true, None)], Err("increment_released")),
        ] {
            assert_eq!(check_join(state, &items).map_err(|e| e.code()), expect, "{items:?}");
        }
        let refusal =
            check_join(State::Usable, &[joining("HBR-2", false, None), joining("HBR-3", false, None)]);
        assert!(refusal.unwrap_err().to_string().ends_with("not Done: HBR-2, HBR-3."));
    }

    #[test]
    fn released_once_and_with_something_in_it() {
        assert_eq!(can_release(State::Usable, 1), Ok(()));
        assert_eq!(can_release(State::Usable, 0), Err(IncrementRule::Empty));
        assert_eq!(can_release(State::Released, 1), Err(IncrementRule::Released));
        assert_eq!(version(" 2.4.0 ").as_deref(), Ok("2.4.0"));
        assert_eq!(version(" ").unwrap_err().code(), "increment_version");
        assert_eq!(name("").unwrap_err().code(), "increment_name");
        assert_eq!(notes("a\0").unwrap_err().code(), "increment_notes");
        assert_eq!(default_name(3), "Increment 3");
    }

    #[test]
    fn a_version_is_used_once() {
        let used = [("1.0-RC", "Early"), ("1.0", "Late")];
        assert_eq!(check_version_free("1.1", &used), Ok(()));
        assert_eq!(check_version_free::<&str>("1.0", &[]), Ok(()));
        let refusal = check_version_free(" 1.0-rc", &used).unwrap_err();
        assert_eq!(refusal.code(), "increment_version_used");
        assert_eq!(refusal.to_string(), "Early was released as 1.0-RC already.");
    }

    #[test]
    fn a_release_is_a_fact_and_follows_the_work() {
        let day = |n| NaiveDate::from_ymd_opt(2026, 3, n).unwrap();
        for (released, done, expect) in [
            (12, None, Ok(day(12))),
            (12, Some(12), Ok(day(12))),
            (9, Some(8), Ok(day(9))),
            (13, Some(8), Err("increment_day_to_come")),
            (7, Some(8), Err("increment_day_too_early")),
            (1, None, Ok(day(1))),
        ] {
            let told = release_day(day(released), day(12), done.map(day)).map_err(|e| e.code());
            assert_eq!(told, expect, "{released} {done:?}");
        }
        let early = release_day(day(7), day(12), Some(day(8))).unwrap_err();
        let told = "On 7 March 2026 not everything in it was Done; the last item was on 8 March 2026.";
        assert_eq!(
            (early.to_string().as_str(), early.hint().as_str()),
            (told, "Choose 8 March 2026 or a later day.")
        );
    }
}
