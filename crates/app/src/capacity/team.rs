//! `team.availability`: days off and focus hours of everybody.

use lineout_domain::ids::ProductId;
use lineout_store::record::{Product, Record};
use uuid::Uuid;

use super::{DaysOff, Focus, FocusOf};
use crate::context::View;
use crate::error::Result;
use crate::wire::{requests, responses};

requests! {
    /// Asks when people work, and how much for a product.
    pub struct GetAvailability {
        /// For which product.
        pub product: Uuid,
    }
}

responses! {
    /// When people work, and how much for a product.
    pub struct Availability {
        /// Everybody who has not been removed, by name.
        pub people: Vec<PersonAvailability>,
    }

    /// When one person works.
    pub struct PersonAvailability {
        /// Who.
        pub person: Uuid,
        /// Hours a working day.
        pub focus: Focus,
        /// Earliest first.
        pub days_off: Vec<DaysOff>,
    }
}

pub(crate) fn run(view: &View<'_>, request: GetAvailability) -> Result<Availability> {
    let db = &view.db;
    let product = Product::get(db, ProductId::new(request.product))?;
    let focus = FocusOf::read(db, product.id)?;
    let people = db.people()?.into_iter().filter(|person| !person.removed).map(|person| {
        Ok(PersonAvailability {
            person: person.id.as_uuid(),
            focus: focus.of(person.id),
            days_off: db.days_off(person.id)?.into_iter().map(DaysOff::from).collect(),
        })
    });
    Ok(Availability { people: people.collect::<Result<_>>()? })
}
