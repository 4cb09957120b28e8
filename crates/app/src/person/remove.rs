//! `person.remove`: somebody leaves. What they did and own stays; they can no longer act or be given work.

use lineout_domain::ids::PersonId;
use lineout_store::record::{self, Record};
use uuid::Uuid;

use super::Person;
use crate::context::Act;
use crate::error::Result;
use crate::wire::requests;

requests! {
    /// Removes a person.
    pub struct RemovePerson {
        /// Who.
        pub person: Uuid,
    }
}

pub(crate) fn run(act: &mut Act<'_, '_>, request: RemovePerson) -> Result<Person> {
    let mut row = record::Person::get(act.db, PersonId::new(request.person))?;
    row.removed = true;
    row.save(act.db)?;
    for product in act.db.products()? {
        for member in act.db.roles(product.id, row.id)? {
            member.delete(act.db)?;
        }
    }
    act.db.label(format!("Remove {}", row.name));
    Ok(row.into())
}
