//! `person.edit`: another name.

use lineout_domain::ids::PersonId;
use lineout_domain::person::unique_name;
use lineout_store::record::{self, Record};
use uuid::Uuid;

use super::Person;
use crate::context::Act;
use crate::error::Result;
use crate::wire::requests;

requests! {
    /// Changes a person.
    pub struct EditPerson {
        /// Who.
        pub person: Uuid,
        /// Another name.
        pub name: Option<String>,
    }
}

pub(crate) fn run(act: &mut Act<'_, '_>, request: EditPerson) -> Result<Person> {
    let mut row = record::Person::get(act.db, PersonId::new(request.person))?;
    if let Some(name) = request.name {
        let others = act.db.people()?.into_iter().filter(|p| !p.removed && p.id != row.id);
        let others: Vec<String> = others.map(|p| p.name).collect();
        let name = unique_name(&name, &others)?;
        act.db.label(format!("Rename {} to {name}", row.name));
        row.name = name;
    }
    row.save(act.db)?;
    Ok(row.into())
}
