//! `retro.list`: a product's retrospectives.

use chrono::{DateTime, NaiveDate, Utc};
use lineout_domain::ids::ProductId;
use lineout_domain::retrospective as rules;
use lineout_domain::sprint::State;
use lineout_store::record::{self, Record};
use uuid::Uuid;

use super::RetroState;
use crate::context::View;
use crate::error::Result;
use crate::wire::{requests, responses};

requests! {
    /// Asks for a product's retrospectives.
    pub struct ListRetros {
        /// Of which product.
        pub product: Uuid,
    }
}

responses! {
    /// A product's retrospectives.
    pub struct Retros {
        /// Newest first.
        pub retros: Vec<RetroRow>,
        /// The sprints that the next one may look back on, the likeliest first.
        pub subjects: Vec<RetroSubject>,
    }

    /// A sprint that nobody has looked back on yet.
    pub struct RetroSubject {
        /// The sprint.
        pub sprint: Uuid,
        /// Its name.
        pub name: String,
        /// It still runs.
        pub active: bool,
        /// Its last day.
        pub end_day: NaiveDate,
    }

    /// A retrospective in a list.
    pub struct RetroRow {
        /// Its id.
        pub id: Uuid,
        /// The sprint it looks back on.
        pub sprint: Option<Uuid>,
        /// That sprint's name.
        pub sprint_name: Option<String>,
        /// Whether it is still going on.
        pub state: RetroState,
        /// When it began.
        pub started_at: DateTime<Utc>,
        /// When it ended.
        pub closed_at: Option<DateTime<Utc>>,
        /// Cards written.
        pub cards: u32,
        /// Improvements that came out of it.
        pub improvements: u32,
        /// Why it ended without an improvement, if it did.
        pub none_reason: Option<String>,
    }
}

pub(crate) fn run(view: &View<'_>, request: ListRetros) -> Result<Retros> {
    let product = record::Product::get(&view.db, ProductId::new(request.product))?.id;
    let mut retros = Vec::new();
    for row in view.db.retrospectives(product)? {
        let mut cards = 0;
        for column in view.db.retro_columns(row.id)? {
            cards += view.db.retro_cards(column.id)?.len();
        }
        retros.push(RetroRow {
            id: row.id.as_uuid(),
            sprint: row.sprint.map(|sprint| sprint.as_uuid()),
            sprint_name: view.db.sprint_name(row.sprint)?,
            state: row.state.into(),
            started_at: row.started_at,
            closed_at: row.closed_at,
            cards: u32::try_from(cards).unwrap_or(u32::MAX),
            improvements: u32::try_from(view.db.improvements_of(row.id)?.len()).unwrap_or(u32::MAX),
            none_reason: row.none_reason,
        });
    }
    Ok(Retros { subjects: subjects(view, product, &retros)?, retros })
}

fn subjects(view: &View<'_>, product: ProductId, retros: &[RetroRow]) -> Result<Vec<RetroSubject>> {
    let sprints = view.db.sprints(product)?;
    let seen = |sprint: &record::Sprint| retros.iter().any(|retro| retro.sprint == Some(sprint.id.as_uuid()));
    let states: Vec<_> = sprints.iter().map(|sprint| (sprint.state, seen(sprint))).collect();
    let found = rules::subjects(&states).into_iter().map(|at| &sprints[at]);
    Ok(found
        .map(|sprint| RetroSubject {
            sprint: sprint.id.as_uuid(),
            name: sprint.name.clone(),
            active: sprint.state == State::Active,
            end_day: sprint.end_day,
        })
        .collect())
}
