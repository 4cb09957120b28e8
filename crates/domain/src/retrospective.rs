//! The retrospective: its board's columns and cards, and what it must end with.

use std::collections::BTreeSet;

use crate::improvement;
use crate::sprint;
use crate::text;
use crate::word::words;

pub mod ballot;
pub mod phase;
mod rule;

pub use phase::{Phase, Step};
pub use rule::RetroRule;

/// Most columns of an own format; there is at least one.
pub const COLUMNS_MAX: usize = 6;
/// Most characters of a column's name.
pub const COLUMN_NAME_MAX: usize = 50;
/// Most characters of a card.
pub const CARD_MAX: usize = 1000;
/// Most characters of the reason for ending without an improvement.
pub const NONE_REASON_MAX: usize = 500;
/// Most characters of a group's name.
pub const GROUP_NAME_MAX: usize = 120;
/// Most characters of the notes on a topic.
pub const NOTES_MAX: usize = 4000;
/// Most characters of the word with which somebody checks in.
pub const WORD_MAX: usize = 80;
/// The least and the most of a mood and of a rating.
pub const SCALE: std::ops::RangeInclusive<u8> = 1..=5;

words! {
    "retrospective state";
    /// Whether a retrospective still takes cards.
    pub enum State {
        /// It takes place.
        Open => "open",
        /// It ended.
        Closed => "closed",
    }
}

words! {
    "retrospective format";
    /// How a retrospective's board is divided.
    pub enum Format {
        /// Went well, to improve, ideas.
        WentWell => "wentWell",
        /// Start, stop, continue.
        StartStop => "startStop",
        /// Mad, sad, glad.
        MadSadGlad => "madSadGlad",
        /// Liked, learned, lacked, longed for.
        FourLs => "fourLs",
        /// Wind, anchor, rocks, island.
        Sailboat => "sailboat",
        /// The team's own columns.
        Own => "own",
    }
}

words! {
    "answer";
    /// What a retrospective answers about an improvement that is due for review.
    pub enum Answer {
        /// It helped and stays.
        Kept => "kept",
        /// It stays in another form.
        Adapted => "adapted",
        /// It did not help.
        Dropped => "dropped",
        /// It is too early to say; it comes back.
        CarryOn => "carryOn",
    }
}

words! {
    "state of a topic";
    /// Whether a topic has been talked about.
    pub enum Talk {
        /// Not yet.
        Waiting => "waiting",
        /// Right now; one at a time.
        Now => "now",
        /// It was.
        Done => "done",
    }
}

impl Answer {
    /// The answer that a state of an improvement is; `None` for one that leaves the question open.
    pub const fn of(state: improvement::State) -> Option<Self> {
        match state {
            improvement::State::Kept => Some(Self::Kept),
            improvement::State::Adapted => Some(Self::Adapted),
            improvement::State::Dropped => Some(Self::Dropped),
            _ => None,
        }
    }
}

impl Format {
    /// The columns of the format; none for [`Format::Own`].
    pub const fn columns(self) -> &'static [&'static str] {
        match self {
            Self::WentWell => &["Went well", "To improve", "Ideas"],
            Self::StartStop => &["Start", "Stop", "Continue"],
            Self::MadSadGlad => &["Mad", "Sad", "Glad"],
            Self::FourLs => &["Liked", "Learned", "Lacked", "Longed for"],
            Self::Sailboat => &["Wind", "Anchor", "Rocks", "Island"],
            Self::Own => &[],
        }
    }
}

/// The columns of a new retrospective: the format's, or the team's `own` ones: 1 to [`COLUMNS_MAX`], no two the same
/// but for case and spacing.
pub fn columns<T: AsRef<str>>(format: Format, own: &[T]) -> Result<Vec<String>, RetroRule> {
    if format != Format::Own {
        return if own.is_empty() {
            Ok(format.columns().iter().map(|name| (*name).to_owned()).collect())
        } else {
            Err(RetroRule::ColumnsFixed(format))
        };
    }
    if own.is_empty() || own.len() > COLUMNS_MAX {
        return Err(RetroRule::ColumnCount(own.len()));
    }
    let mut seen = BTreeSet::new();
    own.iter()
        .map(|name| {
            let name = text::line(name.as_ref(), COLUMN_NAME_MAX).map_err(RetroRule::ColumnName)?;
            if seen.insert(text::fold(&name)) { Ok(name) } else { Err(RetroRule::ColumnTwice(name)) }
        })
        .collect()
}

/// Refuses to look back on a sprint that has not begun.
pub fn check_begun(state: sprint::State, name: &str) -> Result<(), RetroRule> {
    if state == sprint::State::Planned { Err(RetroRule::NotBegun(name.to_owned())) } else { Ok(()) }
}

/// Which sprints a retrospective may look back on, the likeliest first, as places in `sprints`: the one that ended
/// last, the active one, then the rest from the newest. `sprints` come newest first, each with whether it was looked
/// back on already; one that was is not asked about again.
pub fn subjects(sprints: &[(sprint::State, bool)]) -> Vec<usize> {
    let ended = |state| matches!(state, sprint::State::Closed | sprint::State::Cancelled);
    let last_ended = sprints.iter().position(|(state, _)| ended(*state));
    let mut found: Vec<usize> =
        (0..sprints.len()).filter(|at| sprints[*at].0 != sprint::State::Planned && !sprints[*at].1).collect();
    found.sort_by_key(|at| (Some(*at) != last_ended, sprints[*at].0 != sprint::State::Active, *at));
    found
}

/// A card's text: 1 to [`CARD_MAX`] characters over any number of lines.
pub fn card(text: &str) -> Result<String, RetroRule> {
    text::reason(text, 1, CARD_MAX).map_err(RetroRule::Card)
}

/// A group's name: one line.
pub fn group_name(name: &str) -> Result<String, RetroRule> {
    text::line(name, GROUP_NAME_MAX).map_err(RetroRule::GroupName)
}

/// The name of a group before anybody has given it one: how its first card begins, up to a hundred characters and in
/// whole words where it has any.
pub fn first_name(card: &str) -> String {
    let line = text::flatten(card);
    let Some((end, _)) = line.char_indices().nth(100) else { return line };
    let begins = &line[..end];
    let words = begins.rfind(' ').filter(|at| *at > end / 2).map_or(begins, |at| &begins[..at]);
    format!("{}…", words.trim_end())
}

/// The notes on a topic; may be empty.
pub fn notes(text: &str) -> Result<String, RetroRule> {
    text::prose(text, NOTES_MAX).map_err(RetroRule::Notes)
}

/// How somebody checks in: with a mood, with a word, or with both.
pub fn check_in(mood: Option<u8>, word: &str) -> Result<(Option<u8>, String), RetroRule> {
    let word = text::optional_line(word, WORD_MAX).map_err(RetroRule::Word)?;
    match mood {
        None if word.is_empty() => Err(RetroRule::NothingSaid),
        Some(mood) if !SCALE.contains(&mood) => Err(RetroRule::Scale),
        mood => Ok((mood, word)),
    }
}

/// A rating of the retrospective: 1 to 5.
pub fn rating(rating: u8) -> Result<u8, RetroRule> {
    if SCALE.contains(&rating) { Ok(rating) } else { Err(RetroRule::Scale) }
}

/// Refuses what only an open retrospective can undergo.
pub fn check_open(state: State) -> Result<(), RetroRule> {
    if state == State::Open { Ok(()) } else { Err(RetroRule::Closed) }
}

/// What a retrospective is to be closed with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Closing<'a> {
    /// How many improvements came out of it.
    pub improvements: usize,
    /// Whether the team says "none this time".
    pub none: bool,
    /// Why none, if it says; empty otherwise.
    pub none_reason: &'a str,
    /// Keys of the improvements due for review that have no answer.
    pub unanswered: &'a [String],
}

/// Whether a retrospective may close. Returns the reason to keep when it ends with none this time (it may be empty),
/// `None` when it ends with improvements.
pub fn can_close(state: State, closing: Closing<'_>) -> Result<Option<String>, RetroRule> {
    check_open(state)?;
    if !closing.unanswered.is_empty() {
        return Err(RetroRule::DueUnanswered(closing.unanswered.to_vec()));
    }
    match (closing.improvements, closing.none) {
        (0, false) => Err(RetroRule::NothingDecided),
        (0, true) => {
            text::prose(closing.none_reason, NONE_REASON_MAX).map(Some).map_err(RetroRule::NoneReason)
        }
        (_, true) => Err(RetroRule::NoneDespiteSome),
        (_, false) => Ok(None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rule::Rule as _;

    #[test]
    fn columns_come_from_the_format_or_the_team() {
        for format in Format::ALL.iter().filter(|format| **format != Format::Own) {
            let found = columns::<&str>(*format, &[]).unwrap();
            assert!((3..=COLUMNS_MAX).contains(&found.len()), "{format}");
            // What a format offers, a team could have asked for itself.
            assert_eq!(columns(Format::Own, &found), Ok(found));
        }
        assert_eq!(columns::<&str>(Format::WentWell, &[]).unwrap(), ["Went well", "To improve", "Ideas"]);
        for (format, own, code) in [
            (Format::Own, vec![], "retro_column_count"),
            (Format::Own, vec!["x"; 7], "retro_column_count"),
            (Format::Own, vec!["Keep", "keep"], "retro_column_twice"),
            (Format::Own, vec![""], "retro_column_name"),
            (Format::Sailboat, vec!["Keep"], "retro_columns_fixed"),
        ] {
            assert_eq!(columns(format, &own).unwrap_err().code(), code, "{format} {own:?}");
        }
    }

    #[test]
    fn it_looks_back_on_what_began_and_on_the_sprint_that_ended_last_first() {
        use sprint::State::{Active, Cancelled, Closed, Planned};
        for (sprints, expect) in [
            (&[(Planned, false), (Active, false), (Closed, false), (Closed, false)][..], &[2, 1, 3][..]),
            (&[(Active, false), (Closed, true), (Closed, false)], &[0, 2]),
            (&[(Active, true), (Cancelled, false)], &[1]),
            (&[(Planned, false)], &[]),
            (&[], &[]),
        ] {
            assert_eq!(subjects(sprints), expect, "{sprints:?}");
        }
        assert_eq!(check_begun(Planned, "Sprint 4").unwrap_err().code(), "retro_not_begun");
        assert_eq!(check_begun(Active, "Sprint 4"), Ok(()));
    }

    #[test]
    fn only_an_end_or_carrying_on_is_an_answer() {
        for state in improvement::State::ALL {
            assert_eq!(Answer::of(*state).is_some(), state.is_settled(), "{state}");
        }
    }

    #[test]
    fn cards() {
        assert_eq!(card("  Pairing helped\nonboarding ").as_deref(), Ok("Pairing helped\nonboarding"));
        assert_eq!(card(" \n").unwrap_err().code(), "retro_card");
        assert_eq!(card(&"x".repeat(1001)).unwrap_err().code(), "retro_card");
        assert!(card("👍").is_ok());
    }

    #[test]
    fn somebody_checks_in_with_a_mood_or_a_word() {
        for (mood, word, expect) in [
            (Some(4), " Hopeful ", Ok((Some(4), "Hopeful".to_owned()))),
            (None, "Tired", Ok((None, "Tired".to_owned()))),
            (Some(1), "", Ok((Some(1), String::new()))),
            (None, "  ", Err("retro_nothing_said")),
            (Some(0), "x", Err("retro_scale")),
            (Some(6), "", Err("retro_scale")),
            (None, "two\nlines", Err("retro_word")),
        ] {
            assert_eq!(check_in(mood, word).map_err(|e| e.code()), expect, "{mood:?} {word:?}");
        }
        assert_eq!(
            [rating(0).is_ok(), rating(1).is_ok(), rating(5).is_ok(), rating(6).is_ok()],
            [false, true, true, false]
        );
    }

    #[test]
    fn a_group_is_first_called_as_its_card_begins() {
        assert_eq!(first_name("Reviews\n wait"), "Reviews wait");
        let long = first_name(&"Ferry ".repeat(40));
        assert!(long.ends_with("Ferry…") && (90..=101).contains(&long.chars().count()), "{long}");
        assert_eq!(first_name(&"ä".repeat(300)).chars().count(), 101, "a word without an end is cut");
        assert!(group_name(&long).is_ok());
        assert_eq!(group_name("a\nb").unwrap_err().code(), "retro_group_name");
    }

    #[test]
    fn it_ends_with_an_improvement_or_an_explicit_none_and_every_due_one_answered() {
        let due = ["CSI-4".to_owned()];
        for (state, improvements, none, unanswered, expect) in [
            (State::Open, 1, false, &[][..], Ok(None)),
            (State::Open, 0, true, &[][..], Ok(Some("A calm sprint".to_owned()))),
            (State::Open, 0, false, &[][..], Err("retro_nothing_decided")),
            (State::Open, 1, true, &[][..], Err("retro_none_despite_some")),
            (State::Open, 1, false, &due[..], Err("retro_due_unanswered")),
            (State::Open, 0, true, &due[..], Err("retro_due_unanswered")),
            (State::Closed, 1, false, &[][..], Err("retro_closed")),
        ] {
            let closing = Closing { improvements, none, none_reason: "A calm sprint", unanswered };
            assert_eq!(can_close(state, closing).map_err(|e| e.code()), expect, "{closing:?}");
        }
    }
}
