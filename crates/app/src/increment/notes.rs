//! `increment.draftNotes` and `product.setNotesTemplate`: release notes written from what an increment holds.

use chrono::NaiveDate;
use lineout_domain::ids::{IncrementId, ProductId};
use lineout_domain::increment as rules;
use lineout_domain::increment::notes::{self as template, Entry, Release, USUAL};
use lineout_store::Db;
use lineout_store::record::{self as rows, Record};
use uuid::Uuid;

use crate::context::{Act, View};
use crate::error::Result;
use crate::product::{Product, calendar};
use crate::wire::{requests, responses};

requests! {
    /// Asks for the release notes that a template writes.
    pub struct DraftNotes {
        /// Of which increment.
        pub increment: Uuid,
        /// The version it will have; the one it has when left out.
        pub version: Option<String>,
        /// The day it will go out. When left out the one it did, or today where a version is named, as in its release.
        pub day: Option<NaiveDate>,
        /// By which template; the product's when left out.
        pub template: Option<String>,
    }

    /// Says how a product writes its release notes.
    pub struct SetNotesTemplate {
        /// Which product.
        pub product: Uuid,
        /// Markdown with placeholders; the usual template when left out or empty.
        pub template: Option<String>,
    }
}

responses! {
    /// Release notes that a template writes.
    pub struct DraftedNotes {
        /// Markdown.
        pub notes: String,
        /// The template that the product uses.
        pub template: String,
    }
}

/// A product's template.
pub(crate) fn template_of(db: &Db<'_>, product: ProductId) -> Result<String> {
    Ok(db.notes_template(product)?.map_or_else(|| USUAL.to_owned(), |row| row.text))
}

/// The notes of an increment by a template, or by the product's.
pub(crate) fn written(db: &Db<'_>, row: &rows::Increment, by: Option<&str>) -> Result<String> {
    let product = rows::Product::get(db, row.product)?;
    let mut rests = super::rests(db, row)?;
    let items = db.increment_items(row.id)?.into_iter().map(|part| Entry {
        rest: rests.remove(&part.item),
        key: part.key,
        title: part.title,
        kind: part.item_type,
        points: part.estimate,
    });
    let release = Release {
        version: row.version.clone(),
        day: row.released_on,
        product: product.name,
        increment: row.name.clone(),
        sprint: db.sprint_name(row.sprint)?.unwrap_or_default(),
        goal: product.goal,
        items: items.collect(),
    };
    Ok(match by {
        Some(by) => template::write(by, &release)?,
        None => template::write(&template_of(db, row.product)?, &release)?,
    })
}

pub(crate) mod draft {
    use super::*;

    pub(crate) fn run(view: &View<'_>, request: DraftNotes) -> Result<DraftedNotes> {
        let db = &view.db;
        let mut row = rows::Increment::get(db, IncrementId::new(request.increment))?;
        if let Some(version) = request.version.filter(|version| !version.trim().is_empty()) {
            row.version = Some(rules::version(&version)?);
        }
        if let Some(day) = request.day {
            row.released_on = Some(crate::sprint::check_day(day)?);
        } else if row.released_on.is_none() && row.version.is_some() {
            let calendar = calendar(db, &rows::Product::get(db, row.product)?)?;
            row.released_on = Some(calendar.day_of(view.now));
        }
        let by = request.template.map(|by| template::template(&by)).transpose()?;
        Ok(DraftedNotes { notes: written(db, &row, by.as_deref())?, template: template_of(db, row.product)? })
    }
}

pub(crate) mod set_template {
    use super::*;

    pub(crate) fn run(act: &mut Act<'_, '_>, request: SetNotesTemplate) -> Result<Product> {
        let product = rows::Product::get(act.db, ProductId::new(request.product))?;
        let text = template::template(&request.template.unwrap_or_default())?;
        let usual = text.is_empty() || text == USUAL.trim_end();
        match act.db.notes_template(product.id)? {
            Some(row) if usual => row.delete(act.db)?,
            Some(row) => rows::NotesTemplate { text, ..row }.save(act.db)?,
            None if usual => {}
            None => rows::NotesTemplate { id: act.id(), product: product.id, text }.insert(act.db)?,
        }
        act.db.label(if usual {
            "Write release notes by the usual template"
        } else {
            "Change the template of release notes"
        });
        Product::read(act.db, product)
    }
}
