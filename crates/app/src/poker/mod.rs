//! Planning Poker: rounds over an item, in which everybody chooses a card unseen.
//!
//! An unturned card is told to nobody: every answer that shows a round is made by [`PokerRound::read`], which reads
//! cards of turned rounds only; labels never name a card; and a choice is a row that comes and goes whole, whatever
//! was chosen before, so that not even the history's counts tell two cards apart.

pub mod accept;
pub mod clear;
pub mod get;
pub mod open;
pub mod reveal;
pub mod seats;
pub mod vote;

use chrono::{DateTime, Utc};
use lineout_domain::accountability::Role;
use lineout_domain::ids::{ItemId, PersonId, PokerRoundId, ProductId};
use lineout_domain::poker::{self as rules, Card, Stage};
use lineout_store::Db;
use lineout_store::record::{self, PokerRound as Row, Record};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use crate::context::Act;
use crate::error::{AppError, Result};
use crate::item::edit::check_assignable;
use crate::item::key;
use crate::product::scale;
use crate::wire::{requests, responses};

/// A card of Planning Poker.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize, Serialize, JsonSchema, TS)]
#[serde(tag = "card", rename_all = "camelCase", deny_unknown_fields)]
pub enum PokerCard {
    // With braces, for serde refuses unknown fields only of variants that may have some.
    /// An estimate.
    Points {
        /// A value of the product's scale.
        points: f64,
    },
    /// "I cannot say."
    Unsure {},
    /// "I need a break."
    Break {},
}

impl From<Card> for PokerCard {
    fn from(card: Card) -> Self {
        match card {
            Card::Points(points) => Self::Points { points },
            Card::Unsure => Self::Unsure {},
            Card::Break => Self::Break {},
        }
    }
}

impl From<PokerCard> for Card {
    fn from(card: PokerCard) -> Self {
        match card {
            PokerCard::Points { points } => Self::Points(points),
            PokerCard::Unsure {} => Self::Unsure,
            PokerCard::Break {} => Self::Break,
        }
    }
}

requests! {
    /// Names a round of Planning Poker.
    pub struct NamePokerRound {
        /// Which.
        pub round: Uuid,
    }
}

responses! {
    /// Planning Poker over an item.
    pub struct PokerTable {
        /// Over which item.
        pub item: Uuid,
        /// Its key, such as HBR-12.
        pub key: String,
        /// Its title.
        pub title: String,
        /// Its estimate as it is.
        pub estimate: Option<f64>,
        /// The cards there are, in order.
        pub cards: Vec<PokerCard>,
        /// Who would take part if nobody said otherwise: those of the latest round, or else the Developers.
        pub people: Vec<Uuid>,
        /// The latest first.
        pub rounds: Vec<PokerRound>,
        /// Why no round can be played over it; none when one can.
        pub refusal: Option<String>,
    }

    /// One round.
    pub struct PokerRound {
        /// Its id.
        pub id: Uuid,
        /// From 1, of the item.
        pub number: u32,
        /// When it was opened.
        pub opened_at: DateTime<Utc>,
        /// By whom.
        pub opened_by: Option<Uuid>,
        /// When its cards were turned; none while they are hidden.
        pub revealed_at: Option<DateTime<Utc>>,
        /// By whom.
        pub revealed_by: Option<Uuid>,
        /// Who takes part, by name.
        pub seats: Vec<PokerSeat>,
        /// What the cards say; none while they are hidden.
        pub outcome: Option<PokerOutcome>,
        /// The estimate that was accepted.
        pub accepted: Option<f64>,
        /// When.
        pub accepted_at: Option<DateTime<Utc>>,
        /// By whom.
        pub accepted_by: Option<Uuid>,
    }

    /// A person at the table.
    pub struct PokerSeat {
        /// Who.
        pub person: Uuid,
        /// Whether a card lies there.
        pub chosen: bool,
        /// The card, once it is turned.
        pub card: Option<PokerCard>,
        /// When it was chosen, once it is turned.
        pub chosen_at: Option<DateTime<Utc>>,
    }

    /// What turned cards say.
    pub struct PokerOutcome {
        /// The lowest estimate.
        pub low: Option<f64>,
        /// The highest.
        pub high: Option<f64>,
        /// Who is apart at the low end.
        pub lowest: Vec<Uuid>,
        /// Who is apart at the high end.
        pub highest: Vec<Uuid>,
        /// Who could not say.
        pub unsure: Vec<Uuid>,
        /// Who needs a break.
        pub wants_break: Vec<Uuid>,
        /// The estimate proposed: what more than half chose, or else the next higher one.
        pub proposed: Option<f64>,
        /// More than half of the estimates are the proposed one.
        pub majority: bool,
        /// Everybody who chose gave the same estimate.
        pub agreed: bool,
    }
}

impl PokerTable {
    pub(crate) fn read(db: &Db<'_>, item: ItemId) -> Result<Self> {
        let item = record::Item::get(db, item)?;
        let product = record::Product::get(db, item.product)?;
        let scale = scale(&product)?;
        let rows = db.poker_rounds(item.id)?;
        let refusal = lineout_domain::item::check_open(item.resolution).err().map(|rule| rule.to_string());
        let people = usual_people(db, product.id, rows.first())?;
        let rounds = rows.into_iter().map(|row| PokerRound::read(db, row, &scale)).collect::<Result<_>>()?;
        Ok(Self {
            item: item.id.as_uuid(),
            key: key(db, &item)?,
            cards: rules::cards(&scale).into_iter().map(PokerCard::from).collect(),
            people: people.iter().map(PersonId::as_uuid).collect(),
            title: item.title,
            estimate: item.estimate,
            rounds,
            refusal,
        })
    }
}

impl PokerRound {
    /// A round as it may be shown: without cards until they are turned.
    fn read(db: &Db<'_>, row: Row, scale: &[f64]) -> Result<Self> {
        let votes = db.poker_votes(row.id)?;
        let turned = stage(&row) != Stage::Open;
        let mut cards = Vec::new();
        if turned {
            for vote in &votes {
                cards.push((vote.person, card(&vote.card)?));
            }
        }
        let seat = |seat: record::PokerSeat| {
            let vote = votes.iter().find(|vote| vote.person == seat.person);
            let shown = vote.filter(|_| turned);
            PokerSeat {
                person: seat.person.as_uuid(),
                chosen: vote.is_some(),
                card: cards.iter().find(|(person, _)| *person == seat.person).map(|(_, card)| (*card).into()),
                chosen_at: shown.map(|vote| vote.chosen_at),
            }
        };
        let id = |person: Option<PersonId>| person.map(|person| person.as_uuid());
        Ok(Self {
            id: row.id.as_uuid(),
            number: row.number,
            opened_at: row.opened_at,
            opened_by: id(row.opened_by),
            revealed_at: row.revealed_at,
            revealed_by: id(row.revealed_by),
            seats: db.poker_seats(row.id)?.into_iter().map(seat).collect(),
            outcome: turned.then(|| PokerOutcome::of(rules::outcome(&cards, scale))),
            accepted: row.accepted,
            accepted_at: row.accepted_at,
            accepted_by: id(row.accepted_by),
        })
    }
}

impl PokerOutcome {
    fn of(outcome: rules::Outcome<PersonId>) -> Self {
        let ids = |people: Vec<PersonId>| people.iter().map(PersonId::as_uuid).collect();
        Self {
            low: outcome.low,
            high: outcome.high,
            lowest: ids(outcome.lowest),
            highest: ids(outcome.highest),
            unsure: ids(outcome.unsure),
            wants_break: ids(outcome.wants_break),
            proposed: outcome.proposed,
            majority: outcome.majority,
            agreed: outcome.agreed,
        }
    }
}

/// How far a round is.
fn stage(row: &Row) -> Stage {
    match (row.revealed_at, row.accepted) {
        (None, _) => Stage::Open,
        (Some(_), None) => Stage::Revealed,
        (Some(_), Some(_)) => Stage::Accepted,
    }
}

/// A card as its column keeps it.
fn card(text: &str) -> Result<Card> {
    Card::parse(text).ok_or_else(|| {
        AppError::new("unreadable", "A card of Planning Poker cannot be read.", "Run `lineout doctor`.")
    })
}

/// Who takes part if nobody says otherwise: those of the latest round who are still here, or else the Developers.
fn usual_people(db: &Db<'_>, product: ProductId, latest: Option<&Row>) -> Result<Vec<PersonId>> {
    let present: Vec<PersonId> =
        db.people()?.into_iter().filter(|person| !person.removed).map(|person| person.id).collect();
    let usual: Vec<PersonId> = match latest {
        Some(row) => db.poker_seats(row.id)?.into_iter().map(|seat| seat.person).collect(),
        None => {
            let members = db.members(product)?.into_iter();
            members.filter(|row| row.role == Role::Developer).map(|row| row.person).collect()
        }
    };
    Ok(present.into_iter().filter(|person| usual.contains(person)).collect())
}

/// The people of a request, each once, all of them still here, as many as may sit at a table.
fn people_of(db: &Db<'_>, ids: &[Uuid]) -> Result<Vec<PersonId>> {
    let mut people: Vec<PersonId> = Vec::new();
    for id in ids {
        let person = record::Person::get(db, PersonId::new(*id))?.id;
        if !people.contains(&person) {
            check_assignable(db, person)?;
            people.push(person);
        }
        rules::check_seats(people.len().max(*rules::SEATS.start()))?;
    }
    rules::check_seats(people.len())?;
    Ok(people)
}

/// A round that is to be changed, with its open item and the item's key.
fn find(act: &Act<'_, '_>, round: Uuid) -> Result<(Row, record::Item, String)> {
    let row = Row::get(act.db, PokerRoundId::new(round))?;
    let item = record::Item::get(act.db, row.item)?;
    lineout_domain::item::check_open(item.resolution)?;
    let key = key(act.db, &item)?;
    Ok((row, item, key))
}

/// Takes every round over an item away with it.
pub(crate) fn delete_all(act: &Act<'_, '_>, item: ItemId) -> Result<()> {
    for round in act.db.poker_rounds(item)? {
        delete(act, &round)?;
    }
    Ok(())
}

fn delete(act: &Act<'_, '_>, round: &Row) -> Result<()> {
    for vote in act.db.poker_votes(round.id)? {
        vote.delete(act.db)?;
    }
    for seat in act.db.poker_seats(round.id)? {
        seat.delete(act.db)?;
    }
    Ok(round.delete(act.db)?)
}
