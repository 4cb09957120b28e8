//! `focusHours.set`: how many hours a working day a person has for a product's sprints.

use lineout_domain::capacity as rules;
use lineout_domain::ids::{PersonId, ProductId};
use lineout_store::record::{FocusHours, Person, Product, Record};
use uuid::Uuid;

use super::{Focus, FocusOf};
use crate::context::Act;
use crate::error::{AppError, Result};
use crate::wire::requests;

requests! {
    /// Sets the focus hours of a person in a product.
    pub struct SetFocusHours {
        /// In which product.
        pub product: Uuid,
        /// Whose.
        pub person: Uuid,
        /// Hours a working day, 0 to 24; the usual ones when left out.
        pub hours: Option<f64>,
    }
}

pub(crate) fn run(act: &mut Act<'_, '_>, request: SetFocusHours) -> Result<Focus> {
    let product = Product::get(act.db, ProductId::new(request.product))?;
    let person = Person::get(act.db, PersonId::new(request.person))?;
    let hours = request.hours.map(rules::focus_hours).transpose()?;
    if act.db.roles(product.id, person.id)?.is_empty() {
        return Err(AppError::new(
            "not_a_member",
            format!("{} has no role in {}.", person.name, product.name),
            "Give them a role in the product first.",
        ));
    }
    let present = act.db.focus_hours(product.id)?.into_iter().find(|row| row.person == person.id);
    match (present, hours) {
        (Some(row), None) => row.delete(act.db)?,
        (Some(mut row), Some(hours)) => {
            row.hours = hours;
            row.save(act.db)?;
        }
        (None, Some(hours)) => {
            FocusHours { id: act.id(), product: product.id, person: person.id, hours }.insert(act.db)?;
        }
        (None, None) => {}
    }
    act.db.label(match hours {
        Some(hours) => format!("Focus hours of {}: {hours} a day", person.name),
        None => format!("Focus hours of {}: the usual", person.name),
    });
    Ok(FocusOf::read(act.db, product.id)?.of(person.id))
}
