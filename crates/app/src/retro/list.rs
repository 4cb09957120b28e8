//! `retro.list`: a product's retrospectives.

use chrono::{DateTime, NaiveDate, Utc};
use lineout_domain::ids::ProductId;
use lineout_domain::retrospective as rules;
use lineout_domain::sprint::State;
use lineout_store::record::{self, Record};
use uuid::Uuid;

use super::{RetroFormat, RetroPhase, RetroState};
use crate::context::View;
use crate::error::Result;
use crate::wire::{count, requests, responses};

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
        /// How the next one would be held: as the last one was.
        pub next: RetroSettings,
        /// The columns of every format; of the team's own, those it had last.
        pub formats: Vec<RetroFormatColumns>,
    }

    /// How a retrospective is held.
    pub struct RetroSettings {
        /// How it gathers.
        pub format: RetroFormat,
        /// Whether nothing keeps who said what.
        pub anonymous: bool,
        /// Votes of each person.
        pub votes_each: u32,
        /// Whether a person may give several votes to one topic.
        pub votes_several: bool,
    }

    /// A format with its columns.
    pub struct RetroFormatColumns {
        /// The format.
        pub format: RetroFormat,
        /// Its columns, left to right; none for the team's own until it had some.
        pub columns: Vec<String>,
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
        /// The phase it is in.
        pub phase: RetroPhase,
        /// The mean of its ratings, once they are shown.
        pub rating: Option<f64>,
        /// How many rated it.
        pub ratings: u32,
        /// Why it ended without an improvement, if it did.
        pub none_reason: Option<String>,
    }
}

pub(crate) fn run(view: &View<'_>, request: ListRetros) -> Result<Retros> {
    let product = record::Product::get(&view.db, ProductId::new(request.product))?.id;
    let mut retros = Vec::new();
    let rows = view.db.retrospectives(product)?;
    let (next, formats) = (settings(&rows), formats(view, &rows)?);
    for row in rows {
        let ratings: Vec<f64> =
            view.db.retro_ratings(row.id)?.iter().map(|one| f64::from(one.rating)).collect();
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
            cards: count(cards),
            improvements: count(view.db.improvements_of(row.id)?.len()),
            phase: row.phase.into(),
            rating: (!ratings.is_empty()).then(|| ratings.iter().sum::<f64>() / ratings.len() as f64),
            ratings: count(ratings.len()),
            none_reason: row.none_reason,
        });
    }
    Ok(Retros { subjects: subjects(view, product, &retros)?, retros, next, formats })
}

/// As the newest one was held.
fn settings(rows: &[record::Retrospective]) -> RetroSettings {
    match rows.first() {
        Some(last) => RetroSettings {
            format: last.format.into(),
            anonymous: last.anonymous,
            votes_each: last.votes_each,
            votes_several: last.votes_several,
        },
        None => RetroSettings {
            format: RetroFormat::WentWell,
            anonymous: false,
            votes_each: rules::ballot::VOTES_USUAL,
            votes_several: true,
        },
    }
}

fn formats(view: &View<'_>, rows: &[record::Retrospective]) -> Result<Vec<RetroFormatColumns>> {
    let named = |format: rules::Format| format.columns().iter().map(|name| (*name).to_owned()).collect();
    let mut formats = Vec::new();
    for format in rules::Format::ALL {
        let own = rows.iter().find(|row| *format == rules::Format::Own && row.format == *format);
        let columns = match own {
            Some(row) => view.db.retro_columns(row.id)?.into_iter().map(|column| column.name).collect(),
            None => named(*format),
        };
        formats.push(RetroFormatColumns { format: (*format).into(), columns });
    }
    Ok(formats)
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
