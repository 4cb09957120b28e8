//! `member.set`: what a person is to a product.

use lineout_domain::ids::{PersonId, ProductId};
use lineout_store::record::{self, Record};
use uuid::Uuid;

use super::Product;
use crate::context::Act;
use crate::error::{AppError, Result};
use crate::wire::{Role, requests};

requests! {
    /// Gives a person exactly these roles; none takes them out of the product.
    pub struct SetMember {
        /// In which product.
        pub product: Uuid,
        /// Who.
        pub person: Uuid,
        /// The roles.
        pub roles: Vec<Role>,
    }
}

pub(crate) fn run(act: &mut Act<'_, '_>, request: SetMember) -> Result<Product> {
    let product = ProductId::new(request.product);
    let person = record::Person::get(act.db, PersonId::new(request.person))?;
    if person.removed {
        return Err(AppError::new(
            "person_removed",
            format!("{} was removed from this workspace.", person.name),
            "Undo the removal first, or choose somebody else.",
        ));
    }
    set_roles(act, product, person.id, &request.roles)?;
    let row = record::Product::get(act.db, product)?;
    act.db.label(format!("Set the roles of {} in {}", person.name, row.name));
    Product::read(act.db, row)
}

/// Writes the difference between the roles a person has and shall have.
pub(crate) fn set_roles(
    act: &mut Act<'_, '_>,
    product: ProductId,
    person: PersonId,
    roles: &[Role],
) -> Result<()> {
    let product = record::Product::get(act.db, product)?.id;
    let present = act.db.roles(product, person)?;
    for row in present.iter().filter(|row| !roles.contains(&row.role.into())) {
        row.delete(act.db)?;
    }
    let mut given: Vec<_> = present.iter().map(|row| row.role).collect();
    for role in roles.iter().map(|role| (*role).into()) {
        if !given.contains(&role) {
            record::Member { id: act.id(), product, person, role }.insert(act.db)?;
            given.push(role);
        }
    }
    Ok(())
}
