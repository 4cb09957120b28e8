//! The phases of a retrospective: what each is for, and when it goes on to the next.

use super::{RetroRule, State, check_open};
use crate::word::words;

words! {
    "retrospective phase";
    /// A stretch of a retrospective, in the order of the values.
    pub enum Phase {
        /// Everybody says how they come.
        CheckIn => "checkIn",
        /// What was agreed earlier is answered.
        Last => "last",
        /// Cards are written, each alone.
        Gather => "gather",
        /// Cards that belong together are put together.
        Group => "group",
        /// Votes say what is talked about first.
        Vote => "vote",
        /// Topics are talked about one at a time.
        Discuss => "discuss",
        /// Improvements are made of what was talked about.
        Decide => "decide",
        /// It is rated and ends.
        Close => "close",
    }
}

words! {
    "step of a retrospective";
    /// Something that a retrospective does, and that not every phase is for.
    pub enum Step {
        /// Checking in.
        CheckIn => "checkIn",
        /// Writing a card.
        Write => "write",
        /// Rewording, moving and deleting a card that everybody sees.
        Arrange => "arrange",
        /// Grouping.
        Group => "group",
        /// Voting.
        Vote => "vote",
        /// Talking about a topic, and noting what was said.
        Discuss => "discuss",
        /// Making an improvement.
        Decide => "decide",
        /// Rating.
        Rate => "rate",
        /// Ending it.
        Close => "close",
    }
}

impl Phase {
    /// Its name in a sentence.
    pub const fn title(self) -> &'static str {
        match self {
            Self::CheckIn => "Check-in",
            Self::Last => "Last improvements",
            Self::Gather => "Gather",
            Self::Group => "Group",
            Self::Vote => "Vote",
            Self::Discuss => "Discuss",
            Self::Decide => "Decide",
            Self::Close => "Close",
        }
    }

    /// Its place among the phases, from 0.
    pub fn place(self) -> usize {
        Self::ALL.iter().position(|phase| *phase == self).unwrap_or_default()
    }

    /// The one after it; none after the last.
    pub fn next(self) -> Option<Self> {
        Self::ALL.get(self.place() + 1).copied()
    }

    /// What it is for.
    pub const fn steps(self) -> &'static [Step] {
        match self {
            Self::CheckIn => &[Step::CheckIn],
            Self::Last => &[],
            Self::Gather => &[Step::Write, Step::Arrange],
            // Reading the cards of others brings up one's own: late ones are welcome here too.
            Self::Group => &[Step::Write, Step::Arrange, Step::Group],
            Self::Vote => &[Step::Vote],
            Self::Discuss => &[Step::Discuss, Step::Decide],
            Self::Decide => &[Step::Discuss, Step::Decide],
            Self::Close => &[Step::Decide, Step::Rate, Step::Close],
        }
    }
}

impl Step {
    /// The step as the beginning of a sentence.
    pub const fn title(self) -> &'static str {
        match self {
            Self::CheckIn => "Checking in",
            Self::Write => "Writing cards",
            Self::Arrange => "Changing cards",
            Self::Group => "Grouping",
            Self::Vote => "Voting",
            Self::Discuss => "Talking about a topic",
            Self::Decide => "Making improvements",
            Self::Rate => "Rating",
            Self::Close => "Closing the retrospective",
        }
    }

    /// The phases that are for it, in a sentence.
    pub fn phases(self) -> String {
        let fitting = Phase::ALL.iter().filter(|phase| phase.steps().contains(&self));
        let names: Vec<_> = fitting.map(|phase| phase.title()).collect();
        match names.split_last() {
            Some((last, [])) => (*last).to_owned(),
            Some((last, others)) => format!("{} and {last}", others.join(", ")),
            None => String::new(),
        }
    }
}

/// Refuses a step that the phase is not for, and every step once it is closed.
pub fn check(state: State, phase: Phase, step: Step) -> Result<(), RetroRule> {
    check_open(state)?;
    if phase.steps().contains(&step) { Ok(()) } else { Err(RetroRule::Phase(step, phase)) }
}

/// What a phase still waits for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Waiting<'a> {
    /// Check-ins that nobody but their authors has seen.
    pub check_ins: usize,
    /// Cards of that kind.
    pub cards: usize,
    /// Ratings of that kind.
    pub ratings: usize,
    /// Whether the votes are counted.
    pub counted: bool,
    /// Keys of the improvements due for review that have no answer.
    pub unanswered: &'a [String],
}

impl Waiting<'_> {
    /// Whether a phase may be left for a later one.
    pub fn may_leave(&self, phase: Phase) -> Result<(), RetroRule> {
        match phase {
            Phase::CheckIn => private(self.check_ins, "check-in"),
            Phase::Last if !self.unanswered.is_empty() => {
                Err(RetroRule::DueUnanswered(self.unanswered.to_vec()))
            }
            Phase::Gather | Phase::Group => private(self.cards, "card"),
            Phase::Vote if !self.counted => Err(RetroRule::NotCounted),
            // The last one is left by closing.
            Phase::Close => private(self.ratings, "rating"),
            _ => Ok(()),
        }
    }
}

fn private(count: usize, noun: &str) -> Result<(), RetroRule> {
    match count {
        0 => Ok(()),
        1 => Err(RetroRule::StillPrivate(format!("1 {noun} is"))),
        many => Err(RetroRule::StillPrivate(format!("{many} {noun}s are"))),
    }
}

/// Whether a retrospective may go from one phase to another: back to any, on past those that wait for nothing.
pub fn go(state: State, from: Phase, to: Phase, waiting: Waiting<'_>) -> Result<(), RetroRule> {
    check_open(state)?;
    Phase::ALL
        .iter()
        .filter(|phase| **phase >= from && **phase < to)
        .try_for_each(|phase| waiting.may_leave(*phase))
}

/// Whether cards and groups may still change: not once votes were cast on them, nor once they are counted.
pub fn check_unvoted(votes_cast: usize, counted: bool) -> Result<(), RetroRule> {
    match (counted, votes_cast) {
        (true, _) => Err(RetroRule::Counted),
        (false, 0) => Ok(()),
        (false, _) => Err(RetroRule::VotesCast),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rule::Rule as _;

    #[test]
    fn each_phase_is_for_its_own() {
        use Phase::*;
        for (step, phases) in [
            (Step::CheckIn, &[CheckIn][..]),
            (Step::Write, &[Gather, Group]),
            (Step::Arrange, &[Gather, Group]),
            (Step::Group, &[Group]),
            (Step::Vote, &[Vote]),
            (Step::Discuss, &[Discuss, Decide]),
            (Step::Decide, &[Discuss, Decide, Close]),
            (Step::Rate, &[Close]),
            (Step::Close, &[Close]),
        ] {
            for phase in Phase::ALL {
                let found = check(State::Open, *phase, step);
                assert_eq!(found.is_ok(), phases.contains(phase), "{step} in {phase}");
                if let Err(refusal) = found {
                    assert_eq!(refusal.code(), "retro_phase");
                    assert!(refusal.hint().contains(phases[0].title()), "{}", refusal.hint());
                }
                assert_eq!(check(State::Closed, *phase, step).unwrap_err().code(), "retro_closed");
            }
        }
        assert_eq!(Step::Decide.phases(), "Discuss, Decide and Close");
        assert_eq!(Step::Write.phases(), "Gather and Group");
    }

    #[test]
    fn it_goes_back_freely_and_on_when_nothing_waits() {
        let due = ["CSI-4".to_owned()];
        let clear = Waiting { counted: true, ..Waiting::default() };
        for from in Phase::ALL {
            for to in Phase::ALL {
                assert_eq!(go(State::Open, *from, *to, clear), Ok(()), "{from} to {to}");
                assert!(go(State::Closed, *from, *to, clear).is_err());
            }
        }
        use Phase::*;
        let shown = Waiting { counted: true, ..Waiting::default() };
        for (waiting, stops, code) in [
            (Waiting { check_ins: 1, ..shown }, CheckIn, "retro_still_private"),
            (Waiting { unanswered: &due, ..shown }, Last, "retro_due_unanswered"),
            (Waiting { cards: 3, ..shown }, Gather, "retro_still_private"),
            (Waiting { cards: 3, ..shown }, Group, "retro_still_private"),
            (Waiting { counted: false, ..shown }, Vote, "retro_not_counted"),
        ] {
            // Nobody passes it, from wherever they come; going back past it asks nothing.
            for from in Phase::ALL.iter().filter(|from| **from <= stops) {
                for to in Phase::ALL.iter().filter(|to| **to > stops) {
                    assert_eq!(
                        go(State::Open, *from, *to, waiting).unwrap_err().code(),
                        code,
                        "{from} to {to}"
                    );
                    assert_eq!(go(State::Open, *to, *from, waiting), Ok(()));
                }
            }
        }
        let (one, three) = (Waiting { cards: 1, ..shown }, Waiting { cards: 3, ..shown });
        assert!(one.may_leave(Gather).unwrap_err().to_string().starts_with("1 card is still private"));
        assert!(three.may_leave(Gather).unwrap_err().to_string().starts_with("3 cards are still private"));
    }

    #[test]
    fn topics_stay_once_somebody_voted() {
        assert_eq!(check_unvoted(0, false), Ok(()));
        assert_eq!(check_unvoted(2, false).unwrap_err().code(), "retro_votes_cast");
        assert_eq!(check_unvoted(0, true).unwrap_err().code(), "retro_counted");
    }
}
