//! `retro.list`: a product's retrospectives.

use chrono::{DateTime, Utc};
use lineout_domain::ids::ProductId;
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
        /// Improvements agreed on.
        pub improvements: u32,
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
        });
    }
    Ok(Retros { retros })
}
