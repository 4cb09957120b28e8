//! Planning Poker: everybody at the table chooses a card unseen, all cards are turned together, the highest and the
//! lowest say why, and one estimate is accepted.
//!
//! A seat belongs to a person, not to a window: who sits where the card is chosen is nobody's business here. Not here:
//! that an unturned card is told to nobody (the reads keep it), and who answers for sizing ([`crate::accountability`]).

use crate::item::{self, ItemRule};
use crate::rule::Rule;

/// Fewest and most people at a table.
pub const SEATS: std::ops::RangeInclusive<usize> = 2..=30;
/// Most rounds over one item.
pub const ROUNDS_MAX: usize = 50;

/// What somebody may choose.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Card {
    /// An estimate, a value of the product's scale.
    Points(f64),
    /// "I cannot say."
    Unsure,
    /// "I need a break."
    Break,
}

impl Card {
    /// As it is kept: the number, `?` or `break`.
    pub fn as_text(self) -> String {
        match self {
            Self::Points(points) => points.to_string(),
            Self::Unsure => "?".into(),
            Self::Break => "break".into(),
        }
    }

    /// From how it is kept; `None` for any other text.
    pub fn parse(text: &str) -> Option<Self> {
        match text {
            "?" => Some(Self::Unsure),
            "break" => Some(Self::Break),
            number => number.parse().ok().filter(|points: &f64| points.is_finite()).map(Self::Points),
        }
    }

    fn points(self) -> Option<f64> {
        match self {
            Self::Points(points) => Some(points),
            Self::Unsure | Self::Break => None,
        }
    }
}

/// How far a round is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Cards are being chosen, unseen.
    Open,
    /// The cards are turned.
    Revealed,
    /// An estimate was accepted after it.
    Accepted,
}

/// A refusal at the table.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum PokerRule {
    /// Fewer people than [`SEATS`] begins with.
    #[error("Planning Poker takes at least two people; at this table there would be {0}.")]
    SeatsFew(usize),
    /// More people than [`SEATS`] ends with.
    #[error("At most 30 people sit at one table; there would be {0}.")]
    SeatsMany(usize),
    /// A round of the item is under way.
    #[error("A round over this item is open already.")]
    RoundOpen,
    /// More than [`ROUNDS_MAX`].
    #[error("An item is played for at most 50 rounds.")]
    RoundsMany,
    /// The cards are turned.
    #[error("The cards of this round are turned and stay as they lie.")]
    Turned,
    /// Somebody who does not take part.
    #[error("{0} does not sit at this table.")]
    NotAtTable(String),
    /// A card that the product does not have.
    #[error("There is no such card: {0}")]
    Card(ItemRule),
    /// Not one card is chosen.
    #[error("Nobody has chosen a card yet.")]
    NobodyChose,
    /// Some have not chosen, and it was not said that they need not. Holds their names.
    #[error("{} {} not chosen yet.", crate::text::listed(.0), if .0.len() == 1 { "has" } else { "have" })]
    NotAllChose(Vec<String>),
    /// The cards are not turned.
    #[error("The cards of this round are not turned yet.")]
    NotTurned,
    /// A later round was opened.
    #[error("There is a later round over this item.")]
    LaterRound,
    /// An estimate was accepted after this round.
    #[error("This round has ended: {0} was accepted.")]
    Ended(f64),
    /// Nobody chose an estimate, so none follows from the cards.
    #[error("No estimate follows from these cards.")]
    NothingProposed,
}

impl Rule for PokerRule {
    fn code(&self) -> &'static str {
        match self {
            Self::SeatsFew(_) => "poker_seats_few",
            Self::SeatsMany(_) => "poker_seats_many",
            Self::RoundOpen => "poker_round_open",
            Self::RoundsMany => "poker_rounds_many",
            Self::Turned => "poker_turned",
            Self::NotAtTable(_) => "poker_not_at_table",
            Self::Card(_) => "poker_card",
            Self::NobodyChose => "poker_nobody_chose",
            Self::NotAllChose(_) => "poker_not_all_chose",
            Self::NotTurned => "poker_not_turned",
            Self::LaterRound => "poker_later_round",
            Self::Ended(_) => "poker_ended",
            Self::NothingProposed => "poker_nothing_proposed",
        }
    }

    fn hint(&self) -> String {
        match self {
            Self::SeatsFew(_) => "Seat somebody else, or set the estimate on the item.".into(),
            Self::SeatsMany(_) => "Let those estimate who will do the work.".into(),
            Self::RoundOpen => "Go on with it, or clear the table.".into(),
            Self::RoundsMany => "Split the item, or set its estimate.".into(),
            Self::Turned => "Vote again in a new round.".into(),
            Self::NotAtTable(_) => "Seat them first.".into(),
            Self::Card(rule) => rule.hint(),
            Self::NobodyChose => "Let somebody choose first.".into(),
            Self::NotAllChose(_) => "Wait for them, or turn the cards without theirs.".into(),
            Self::NotTurned => "Turn the cards first.".into(),
            Self::LaterRound => "Accept an estimate after the latest round.".into(),
            Self::Ended(_) => "Vote again in a new round, or edit the estimate on the item.".into(),
            Self::NothingProposed => "Say which estimate to accept, or vote again.".into(),
        }
    }
}

/// The cards in hand: the product's scale, "?" and the break.
pub fn cards(scale: &[f64]) -> Vec<Card> {
    scale.iter().copied().map(Card::Points).chain([Card::Unsure, Card::Break]).collect()
}

/// Refuses a table with fewer or more people than [`SEATS`].
pub fn check_seats(people: usize) -> Result<(), PokerRule> {
    match people {
        few if few < *SEATS.start() => Err(PokerRule::SeatsFew(few)),
        many if many > *SEATS.end() => Err(PokerRule::SeatsMany(many)),
        _ => Ok(()),
    }
}

/// Whether another round may be opened after so many, of which the latest is at this stage.
pub fn can_open(rounds: usize, latest: Option<Stage>) -> Result<(), PokerRule> {
    if latest == Some(Stage::Open) {
        return Err(PokerRule::RoundOpen);
    }
    if rounds >= ROUNDS_MAX { Err(PokerRule::RoundsMany) } else { Ok(()) }
}

/// Whether seats and cards of a round may still change: until its cards are turned.
pub fn can_change(stage: Stage) -> Result<(), PokerRule> {
    if stage == Stage::Open { Ok(()) } else { Err(PokerRule::Turned) }
}

/// The card that somebody chooses, as it is to be kept.
///
/// # Errors
/// When the cards are turned, when the person has no seat, or when the product has no such card.
pub fn choose(stage: Stage, seated: bool, name: &str, card: Card, scale: &[f64]) -> Result<Card, PokerRule> {
    can_change(stage)?;
    if !seated {
        return Err(PokerRule::NotAtTable(name.to_owned()));
    }
    match card {
        Card::Points(points) => item::estimate(points, scale).map(Card::Points).map_err(PokerRule::Card),
        other => Ok(other),
    }
}

/// Whether the cards may be turned, given how many are chosen and the names of those who have not. `early` says that
/// it is known that somebody is missing.
pub fn can_reveal(stage: Stage, chosen: usize, missing: &[String], early: bool) -> Result<(), PokerRule> {
    can_change(stage)?;
    if chosen == 0 {
        return Err(PokerRule::NobodyChose);
    }
    if missing.is_empty() || early { Ok(()) } else { Err(PokerRule::NotAllChose(missing.to_vec())) }
}

/// The estimate to be set after a round: the one that is wished, or else the one that follows from the cards.
///
/// # Errors
/// When the cards are not turned, a later round was opened, or the round has ended; when nothing is wished and nothing
/// follows; when the wish is no value of the scale.
pub fn accept(
    stage: Stage,
    accepted: Option<f64>,
    is_latest: bool,
    wish: Option<f64>,
    proposed: Option<f64>,
    scale: &[f64],
) -> Result<f64, PokerRule> {
    match (stage, accepted) {
        (Stage::Open, _) => return Err(PokerRule::NotTurned),
        (_, Some(accepted)) => return Err(PokerRule::Ended(accepted)),
        _ if !is_latest => return Err(PokerRule::LaterRound),
        _ => {}
    }
    let estimate = wish.or(proposed).ok_or(PokerRule::NothingProposed)?;
    item::estimate(estimate, scale).map_err(PokerRule::Card)
}

/// What turned cards say.
#[derive(Debug, Clone, PartialEq)]
pub struct Outcome<P> {
    /// The lowest estimate chosen.
    pub low: Option<f64>,
    /// The highest.
    pub high: Option<f64>,
    /// Who is apart at the low end, and goes first in saying why.
    pub lowest: Vec<P>,
    /// Who is apart at the high end.
    pub highest: Vec<P>,
    /// Who could not say.
    pub unsure: Vec<P>,
    /// Who needs a break.
    pub wants_break: Vec<P>,
    /// The estimate that is proposed.
    pub proposed: Option<f64>,
    /// More than half of those who gave an estimate chose the proposed one.
    pub majority: bool,
    /// Everybody who chose gave the same estimate.
    pub agreed: bool,
}

/// What turned cards say, by the scale as it is.
///
/// **Outliers** are those who chose the lowest and those who chose the highest, when the two are not neighbours on the
/// scale. An end that more than half chose is where the table is, and nobody there stands apart.
///
/// **Proposed** is what more than half chose. Where no card has more than half, it is the next higher one: the lowest
/// card that more than half would not go above. A value that the scale has no longer gives way to the next higher step.
pub fn outcome<P: Copy>(votes: &[(P, Card)], scale: &[f64]) -> Outcome<P> {
    let who = |wanted: &dyn Fn(Card) -> bool| -> Vec<P> {
        votes.iter().filter(|(_, card)| wanted(*card)).map(|(person, _)| *person).collect()
    };
    let mut points: Vec<f64> = votes.iter().filter_map(|(_, card)| card.points()).collect();
    points.sort_by(f64::total_cmp);
    let (low, high) = (points.first().copied(), points.last().copied());
    let share = |value: Option<f64>| points.iter().filter(|points| Some(**points) == value).count();
    let by_more_than_half = |value: Option<f64>| share(value) * 2 > points.len();
    // Of an ascending row, more than half are at or below the middle one, the upper of two.
    let middle = points.get(points.len() / 2).copied();
    let apart = match (low, high) {
        (Some(low), Some(high)) => !neighbours(low, high, &points, scale),
        _ => false,
    };
    let at = |end: Option<f64>| match apart && !by_more_than_half(end) {
        true => who(&|card| card.points() == end),
        false => Vec::new(),
    };
    Outcome {
        low,
        high,
        lowest: at(low),
        highest: at(high),
        unsure: who(&|card| card == Card::Unsure),
        wants_break: who(&|card| card == Card::Break),
        proposed: middle.map(|middle| step_at_or_above(middle, scale)),
        majority: by_more_than_half(middle),
        agreed: !points.is_empty() && points.len() == votes.len() && low == high,
    }
}

/// Whether no step of the scale lies between two values; what was chosen counts as a step, be it one that was.
fn neighbours(low: f64, high: f64, chosen: &[f64], scale: &[f64]) -> bool {
    !scale.iter().chain(chosen).any(|step| low < *step && *step < high)
}

fn step_at_or_above(value: f64, scale: &[f64]) -> f64 {
    let above = scale.iter().copied().find(|step| *step >= value - 1e-9);
    above.or(scale.last().copied()).unwrap_or(value)
}

#[cfg(test)]
mod tests;
