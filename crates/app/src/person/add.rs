//! `person.add`: somebody joins.

use lineout_domain::ids::ProductId;
use lineout_domain::person::unique_name;
use lineout_store::record::{self, Record};
use uuid::Uuid;

use super::Person;
use crate::context::Act;
use crate::error::Result;
use crate::product::set_member::set_roles;
use crate::wire::{Role, requests};

requests! {
    /// Adds a person.
    pub struct AddPerson {
        /// Their name.
        pub name: String,
        /// What they are to a product, from the start.
        pub roles: Option<RolesIn>,
    }

    /// Roles in one product.
    pub struct RolesIn {
        /// The product.
        pub product: Uuid,
        /// The roles.
        pub roles: Vec<Role>,
    }
}

pub(crate) fn run(act: &mut Act<'_, '_>, request: AddPerson) -> Result<Person> {
    let taken: Vec<String> = act.db.people()?.into_iter().filter(|p| !p.removed).map(|p| p.name).collect();
    let row = record::Person { id: act.id(), name: unique_name(&request.name, &taken)?, removed: false };
    row.insert(act.db)?;
    act.db.label(format!("Add {}", row.name));
    if let Some(wish) = request.roles {
        set_roles(act, ProductId::new(wish.product), row.id, &wish.roles)?;
    }
    Ok(row.into())
}
