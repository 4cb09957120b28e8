//! What a retrospective refuses.

use super::{Format, Phase, Step};
use crate::rule::Rule;
use crate::text::TextFault;

/// A refusal about a retrospective.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RetroRule {
    /// An own format without columns, or with more than [`super::COLUMNS_MAX`].
    #[error("A format of one's own has 1 to 6 columns; this one has {0}.")]
    ColumnCount(usize),
    /// Columns named for a format that has its own.
    #[error("The format {0} has its own columns.")]
    ColumnsFixed(Format),
    /// A column's name is empty, too long, or not one line.
    #[error("A column's name was not accepted: {0}.")]
    ColumnName(TextFault),
    /// The same column twice.
    #[error("The column {0} is there twice.")]
    ColumnTwice(String),
    /// A card is empty, too long, or holds control characters.
    #[error("The card was not accepted: {0}.")]
    Card(TextFault),
    /// A group's name is empty, too long, or not one line.
    #[error("The group's name was not accepted: {0}.")]
    GroupName(TextFault),
    /// The notes are too long or hold control characters.
    #[error("The notes were not accepted: {0}.")]
    Notes(TextFault),
    /// The word is too long or not one line.
    #[error("The word was not accepted: {0}.")]
    Word(TextFault),
    /// A check-in without a mood and without a word.
    #[error("A check-in has a mood or a word; this one has neither.")]
    NothingSaid,
    /// A mood or a rating that is not on the scale.
    #[error("A mood or a rating is a whole number from 1 to 5.")]
    Scale,
    /// The sprint has not begun; holds its name.
    #[error("{0} has not begun, so there is nothing to look back on.")]
    NotBegun(String),
    /// It ended.
    #[error("The retrospective is closed; its cards stay as they are.")]
    Closed,
    /// Something that another phase is for.
    #[error("{} is for {}; the retrospective is in {}.", .0.title(), .0.phases(), .1.title())]
    Phase(Step, Phase),
    /// Going on while something is still private; holds how many of what.
    #[error("{0} still private, so the retrospective does not go on yet.")]
    StillPrivate(String),
    /// There is nothing private that could be shown.
    #[error("There is nothing private to show in {}.", .0.title())]
    NothingPrivate(Phase),
    /// Going on before the votes are counted.
    #[error("The votes are not counted yet.")]
    NotCounted,
    /// The votes are counted.
    #[error("The votes are counted; the topics and their votes stay as they are.")]
    Counted,
    /// Votes have been cast on what would change.
    #[error("Votes have been cast on these topics; cards and groups stay as they are.")]
    VotesCast,
    /// Nobody is acting where each person may do something once.
    #[error("Each person may do this once, and nobody is named as acting.")]
    NobodyActing,
    /// The person did it already; holds the name and what was done.
    #[error("{0} has {1} already.")]
    Once(String, &'static str),
    /// Votes per person out of [`super::ballot::VOTES`].
    #[error("Each person has 1 to 10 votes; {0} were asked for.")]
    VotesEach(u32),
    /// More votes than a person has.
    #[error("Each person has {limit} votes; these are {given}.")]
    TooManyVotes {
        /// What a person has.
        limit: u32,
        /// What was given.
        given: u32,
    },
    /// A ballot without a vote.
    #[error("There is no vote on this ballot.")]
    EmptyBallot,
    /// Several votes on one topic where that is not allowed.
    #[error("In this retrospective a person gives one vote at most to a topic.")]
    OneEach,
    /// What was private may no longer be taken back: it is shown, or it was never there.
    #[error("This is not private any more, or was taken back before.")]
    NotTakenBack,
    /// What was collected in private was swept when the retrospective closed.
    #[error("When the retrospective closed, it forgot who had taken part; nobody can do so again.")]
    Swept,
    /// A card dropped on itself or on its own group.
    #[error("A card is grouped with another card.")]
    GroupWithItself,
    /// It would end without an improvement, and nobody said so.
    #[error("A retrospective ends with an improvement, or with an explicit \"none this time\".")]
    NothingDecided,
    /// "None this time" beside an improvement.
    #[error("There is an improvement, so \"none this time\" does not hold.")]
    NoneDespiteSome,
    /// The reason for none is too long or holds control characters.
    #[error("The reason for \"none this time\" was not accepted: {0}.")]
    NoneReason(TextFault),
    /// Improvements due for review without an answer; holds their keys.
    #[error("Improvements due for review have no answer yet: {}.", .0.join(", "))]
    DueUnanswered(Vec<String>),
}

impl Rule for RetroRule {
    fn code(&self) -> &'static str {
        match self {
            Self::ColumnCount(_) => "retro_column_count",
            Self::ColumnsFixed(_) => "retro_columns_fixed",
            Self::ColumnName(_) => "retro_column_name",
            Self::ColumnTwice(_) => "retro_column_twice",
            Self::Card(_) => "retro_card",
            Self::GroupName(_) => "retro_group_name",
            Self::Notes(_) => "retro_notes",
            Self::Word(_) => "retro_word",
            Self::NothingSaid => "retro_nothing_said",
            Self::Scale => "retro_scale",
            Self::NotBegun(_) => "retro_not_begun",
            Self::Closed => "retro_closed",
            Self::Phase(..) => "retro_phase",
            Self::StillPrivate(_) => "retro_still_private",
            Self::NothingPrivate(_) => "retro_nothing_private",
            Self::NotCounted => "retro_not_counted",
            Self::Counted => "retro_counted",
            Self::VotesCast => "retro_votes_cast",
            Self::NobodyActing => "retro_nobody_acting",
            Self::Once(..) => "retro_once",
            Self::VotesEach(_) => "retro_votes_each",
            Self::TooManyVotes { .. } => "retro_too_many_votes",
            Self::EmptyBallot => "retro_empty_ballot",
            Self::OneEach => "retro_one_each",
            Self::NotTakenBack => "retro_not_taken_back",
            Self::Swept => "retro_swept",
            Self::GroupWithItself => "retro_group_with_itself",
            Self::NothingDecided => "retro_nothing_decided",
            Self::NoneDespiteSome => "retro_none_despite_some",
            Self::NoneReason(_) => "retro_none_reason",
            Self::DueUnanswered(_) => "retro_due_unanswered",
        }
    }

    fn hint(&self) -> String {
        match self {
            Self::ColumnCount(_) => "Name between 1 and 6 columns.".into(),
            Self::ColumnsFixed(_) => "Leave the columns out, or choose the format of your own.".into(),
            Self::ColumnName(fault)
            | Self::Card(fault)
            | Self::NoneReason(fault)
            | Self::GroupName(fault)
            | Self::Notes(fault)
            | Self::Word(fault) => fault.hint(),
            Self::ColumnTwice(_) => "Choose names that tell the columns apart.".into(),
            Self::NothingSaid => "Give a mood from 1 to 5, a word, or both.".into(),
            Self::Scale => "1 is the worst, 5 the best.".into(),
            Self::NotBegun(_) => "Choose the active sprint or one that ended.".into(),
            Self::Closed => "Start the next retrospective.".into(),
            Self::Phase(step, _) => format!("Go to {} first.", step.phases()),
            Self::StillPrivate(_) => "Show what is private first.".into(),
            Self::NothingPrivate(_) => "Go on to the next phase.".into(),
            Self::NotCounted => "End the voting first.".into(),
            Self::Counted => "Undo the end of the voting to change them.".into(),
            Self::VotesCast => "Take the votes back, or go on with the topics as they are.".into(),
            Self::NobodyActing => "Choose who is at the screen.".into(),
            Self::Once(..) => "Hand over to the next person.".into(),
            Self::VotesEach(_) => "Choose a number from 1 to 10; 3 to 5 are usual.".into(),
            Self::TooManyVotes { .. } => "Take some of them away.".into(),
            Self::EmptyBallot => "Give at least one vote, or hand over without voting.".into(),
            Self::OneEach => "Spread the votes over several topics.".into(),
            Self::NotTakenBack => "What everybody sees can be changed where it stands.".into(),
            Self::Swept => "Go on with what was said, or start the next retrospective.".into(),
            Self::GroupWithItself => "Drop it on another card or group.".into(),
            Self::NothingDecided => {
                "Propose an improvement, or close with \"none this time\" and say why.".into()
            }
            Self::NoneDespiteSome => "Close it without \"none this time\".".into(),
            Self::DueUnanswered(_) => "Say for each: kept, adapted, dropped, or carry on.".into(),
        }
    }
}
