//! The board of a retrospective as it is shown: cards, groups and topics.

use lineout_domain::ids::RetroId;
use lineout_domain::retrospective as rules;
use lineout_store::record::{self, Record};
use lineout_store::{Db, PrivateKind as Kind};
use uuid::Uuid;

use super::TopicTalk;
use crate::error::Result;
use crate::wire::{count, responses};

responses! {
    /// A column of a retrospective.
    pub struct RetroColumn {
        /// Its id.
        pub id: Uuid,
        /// Its name.
        pub name: String,
        /// The cards that everybody sees, oldest first; those of a group too.
        pub cards: Vec<RetroCard>,
        /// How many more stand in it that only their authors have seen.
        pub private: u32,
    }

    /// A card that everybody sees.
    pub struct RetroCard {
        /// Its id.
        pub id: Uuid,
        /// The column it stands in.
        pub column: Uuid,
        /// The group it belongs to.
        pub group: Option<Uuid>,
        /// What it says.
        pub text: String,
        /// Who wrote it; nobody where the retrospective is anonymous.
        pub author: Option<Uuid>,
        /// The improvement it became.
        pub improvement: Option<Uuid>,
    }

    /// Cards that belong together.
    pub struct RetroGroup {
        /// Its id.
        pub id: Uuid,
        /// Its name.
        pub name: String,
        /// The column it stands in.
        pub column: Uuid,
        /// Its cards.
        pub cards: Vec<Uuid>,
    }

    /// What is talked about. There are none before the votes are counted.
    pub struct RetroTopic {
        /// Its id.
        pub id: Uuid,
        /// The group or the card.
        pub subject: Uuid,
        /// The group's name, or how the card begins.
        pub title: String,
        /// The column it stands in.
        pub column: Uuid,
        /// Its cards.
        pub cards: Vec<RetroCard>,
        /// Votes it got.
        pub votes: u32,
        /// What was said.
        pub notes: String,
        /// Whether it was talked about.
        pub state: TopicTalk,
    }
}

impl RetroCard {
    fn read(db: &Db<'_>, row: record::RetroCard) -> Result<Self> {
        Ok(Self {
            id: row.id.as_uuid(),
            column: row.retro_column.as_uuid(),
            group: row.retro_group.map(|group| group.as_uuid()),
            improvement: db.improvement_of_card(row.id)?.map(|id| id.as_uuid()),
            text: row.text,
            author: row.author.map(|person| person.as_uuid()),
        })
    }
}

pub(super) fn columns(db: &Db<'_>, retro: RetroId) -> Result<Vec<RetroColumn>> {
    let private = db.private(retro, Kind::Card)?;
    let mut columns = Vec::new();
    for column in db.retro_columns(retro)? {
        let cards = db.retro_cards(column.id)?.into_iter().map(|card| RetroCard::read(db, card));
        let id = column.id.as_uuid();
        let hidden = private.iter().filter(|card| card.subject == Some(id)).count();
        columns.push(RetroColumn {
            id,
            name: column.name,
            cards: cards.collect::<Result<_>>()?,
            private: count(hidden),
        });
    }
    Ok(columns)
}

pub(super) fn groups(db: &Db<'_>, retro: RetroId) -> Result<Vec<RetroGroup>> {
    let mut groups = Vec::new();
    for group in db.retro_groups(retro)? {
        let cards = db.retro_cards_of(group.id)?;
        groups.push(RetroGroup {
            id: group.id.as_uuid(),
            name: group.name,
            column: cards.first().map(|card| card.retro_column.as_uuid()).unwrap_or_default(),
            cards: cards.iter().map(|card| card.id.as_uuid()).collect(),
        });
    }
    Ok(groups)
}

pub(super) fn topics(db: &Db<'_>, retro: RetroId) -> Result<Vec<RetroTopic>> {
    let mut topics = Vec::new();
    for topic in db.retro_topics(retro)? {
        let cards = match (topic.retro_group, topic.retro_card) {
            (Some(group), _) => db.retro_cards_of(group)?,
            (None, card) => {
                card.map(|card| record::RetroCard::get(db, card)).transpose()?.into_iter().collect()
            }
        };
        let subject = topic.retro_group.map(|group| group.as_uuid());
        topics.push(RetroTopic {
            id: topic.id.as_uuid(),
            subject: subject.or(topic.retro_card.map(|card| card.as_uuid())).unwrap_or_default(),
            title: title(db, &topic)?,
            column: cards.first().map(|card| card.retro_column.as_uuid()).unwrap_or_default(),
            cards: cards.into_iter().map(|card| RetroCard::read(db, card)).collect::<Result<_>>()?,
            votes: topic.votes,
            notes: topic.notes,
            state: topic.state.into(),
        });
    }
    Ok(topics)
}

/// What a topic is called.
pub(super) fn title(db: &Db<'_>, topic: &record::RetroTopic) -> Result<String> {
    Ok(match (topic.retro_group, topic.retro_card) {
        (Some(group), _) => record::RetroGroup::get(db, group)?.name,
        (None, Some(card)) => rules::first_name(&record::RetroCard::get(db, card)?.text),
        (None, None) => String::new(),
    })
}

/// What can be voted on, in the order of the board: groups, and cards that stand alone.
pub(super) fn subjects(db: &Db<'_>, retro: RetroId) -> Result<Vec<Uuid>> {
    let mut subjects = Vec::new();
    for column in db.retro_columns(retro)? {
        for card in db.retro_cards(column.id)? {
            let subject = card.retro_group.map_or(card.id.as_uuid(), |group| group.as_uuid());
            if !subjects.contains(&subject) {
                subjects.push(subject);
            }
        }
    }
    Ok(subjects)
}
