//! `increment.edit`: name and notes.

use lineout_domain::ids::IncrementId;
use lineout_domain::increment as rules;
use lineout_store::record::{self, Record};
use uuid::Uuid;

use super::Increment;
use crate::context::Act;
use crate::error::Result;
use crate::wire::requests;

requests! {
    /// Changes an increment; what is left out stays.
    pub struct EditIncrement {
        /// Which.
        pub increment: Uuid,
        /// Its name.
        pub name: Option<String>,
        /// Release notes, Markdown.
        pub notes: Option<String>,
    }
}

pub(crate) fn run(act: &mut Act<'_, '_>, request: EditIncrement) -> Result<Increment> {
    let mut row = record::Increment::get(act.db, IncrementId::new(request.increment))?;
    let before = row.name.clone();
    if let Some(name) = &request.name {
        row.name = rules::name(name)?;
    }
    if let Some(notes) = &request.notes {
        row.notes = rules::notes(notes)?;
    }
    row.save(act.db)?;
    act.db.label(match (row.name == before, request.notes.is_some()) {
        (false, false) => format!("Rename {before} to {}", row.name),
        (true, true) => format!("Write the notes of {}", row.name),
        _ => format!("Edit {}", row.name),
    });
    Increment::read(act.db, row)
}
