//! Retrospectives: a board of columns whose outcome is an improvement in the register.

pub mod cards;
pub mod close;
pub mod get;
pub mod list;
pub mod review;
pub mod start;

use chrono::{DateTime, Utc};
use lineout_domain::ids::{RetroId, SprintId};
use lineout_domain::improvement as rules;
use lineout_domain::retrospective::State;
use lineout_store::Db;
use lineout_store::record::{self, Record};
use uuid::Uuid;

use crate::error::Result;
use crate::improvement::Improvement;
use crate::wire::{responses, wire_words};

wire_words! {
    /// How a retrospective gathers.
    RetroFormat = lineout_domain::retrospective::Format { WentWell, StartStop, FourLs, MadSadGlad, Sailboat, Own }
    /// Whether a retrospective is still going on.
    RetroState = lineout_domain::retrospective::State { Open, Closed }
}

responses! {
    /// A retrospective.
    pub struct Retro {
        /// Its id.
        pub id: Uuid,
        /// Its product.
        pub product: Uuid,
        /// The sprint it looks back on.
        pub sprint: Option<Uuid>,
        /// That sprint's name.
        pub sprint_name: Option<String>,
        /// How it gathers.
        pub format: RetroFormat,
        /// Whether it is still going on.
        pub state: RetroState,
        /// When it began.
        pub started_at: DateTime<Utc>,
        /// When it ended.
        pub closed_at: Option<DateTime<Utc>>,
        /// Why it ended without an improvement, if it did.
        pub none_reason: Option<String>,
        /// Its columns, left to right.
        pub columns: Vec<RetroColumn>,
        /// What it agreed on.
        pub improvements: Vec<Improvement>,
        /// Earlier improvements that wait for their review here. Nobody asks once it is closed.
        pub due: Vec<Improvement>,
        /// Earlier improvements that were reviewed here, with the answers.
        pub reviewed: Vec<review::Reviewed>,
    }

    /// A column of a retrospective.
    pub struct RetroColumn {
        /// Its id.
        pub id: Uuid,
        /// Its name.
        pub name: String,
        /// Its cards, oldest first.
        pub cards: Vec<RetroCard>,
    }

    /// A card.
    pub struct RetroCard {
        /// Its id.
        pub id: Uuid,
        /// The column it stands in.
        pub column: Uuid,
        /// What it says.
        pub text: String,
        /// Who wrote it.
        pub author: Option<Uuid>,
        /// The improvement it became.
        pub improvement: Option<Uuid>,
    }
}

impl RetroCard {
    fn read(db: &Db<'_>, row: record::RetroCard) -> Result<Self> {
        Ok(Self {
            id: row.id.as_uuid(),
            column: row.retro_column.as_uuid(),
            improvement: db.improvement_of_card(row.id)?.map(|id| id.as_uuid()),
            text: row.text,
            author: row.author.map(|person| person.as_uuid()),
        })
    }
}

impl Retro {
    pub(crate) fn read(db: &Db<'_>, row: record::Retrospective) -> Result<Self> {
        let mut columns = Vec::new();
        for column in db.retro_columns(row.id)? {
            let cards = db.retro_cards(column.id)?.into_iter().map(|card| RetroCard::read(db, card));
            columns.push(RetroColumn {
                id: column.id.as_uuid(),
                name: column.name,
                cards: cards.collect::<Result<_>>()?,
            });
        }
        let improvements = db.improvements_of(row.id)?.into_iter().map(|entry| Improvement::read(db, entry));
        let due = if row.state == State::Open { due(db, &row)? } else { Vec::new() };
        let reviewed = review::reviewed(db, &row, &due)?;
        let due = due.into_iter().map(|entry| Improvement::read(db, entry));
        Ok(Self {
            id: row.id.as_uuid(),
            product: row.product.as_uuid(),
            sprint: row.sprint.map(|sprint| sprint.as_uuid()),
            sprint_name: db.sprint_name(row.sprint)?,
            format: row.format.into(),
            state: row.state.into(),
            started_at: row.started_at,
            closed_at: row.closed_at,
            none_reason: row.none_reason.clone(),
            columns,
            improvements: improvements.collect::<Result<_>>()?,
            due: due.collect::<Result<_>>()?,
            reviewed,
        })
    }
}

/// Earlier improvements due for review in a retrospective: wanted, not settled, and to be reviewed in its sprint, an
/// earlier one, or none in particular.
pub(crate) fn due(db: &Db<'_>, retro: &record::Retrospective) -> Result<Vec<record::Improvement>> {
    let number = |sprint: Option<SprintId>| -> Result<Option<i64>> {
        Ok(sprint.map(|id| record::Sprint::get(db, id)).transpose()?.map(|sprint| sprint.number.into()))
    };
    let here = number(retro.sprint)?;
    let mut due = Vec::new();
    for entry in db.improvements(retro.product)? {
        let own = entry.retro == Some(retro.id);
        if !own && rules::is_due(entry.state, number(entry.review_sprint)?, here) {
            due.push(entry);
        }
    }
    due.reverse();
    Ok(due)
}

fn find(db: &Db<'_>, id: Uuid) -> Result<record::Retrospective> {
    Ok(record::Retrospective::get(db, RetroId::new(id))?)
}

/// "the retrospective of Sprint 4".
fn named(db: &Db<'_>, row: &record::Retrospective) -> Result<String> {
    Ok(match db.sprint_name(row.sprint)? {
        Some(sprint) => format!("the retrospective of {sprint}"),
        None => "a retrospective".to_owned(),
    })
}
