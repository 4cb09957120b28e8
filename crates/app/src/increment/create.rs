//! `increment.create`: several in a sprint are normal.

use lineout_domain::ids::{ProductId, SprintId};
use lineout_store::record::{self, Record};
use uuid::Uuid;

use super::{Increment, make, put_in};
use crate::context::Act;
use crate::error::{AppError, Result};
use crate::item::read_all;
use crate::wire::requests;

requests! {
    /// Makes an increment of Done items.
    pub struct CreateIncrement {
        /// Of which product.
        pub product: Uuid,
        /// The sprint it comes from; when left out, the one that all its items were done in.
        pub sprint: Option<Uuid>,
        /// Its name; one that follows from the sprint when left out.
        pub name: Option<String>,
        /// Done items that are in no other increment.
        pub items: Vec<Uuid>,
    }
}

pub(crate) fn run(act: &mut Act<'_, '_>, request: CreateIncrement) -> Result<Increment> {
    let product = record::Product::get(act.db, ProductId::new(request.product))?.id;
    let items = read_all(act.db, &request.items)?;
    let sprint = request.sprint.map(SprintId::new).or_else(|| sprint_of(&items));
    let sprint = sprint.map(|id| record::Sprint::get(act.db, id)).transpose()?;
    let foreign = sprint.as_ref().is_some_and(|sprint| sprint.product != product);
    if foreign || items.iter().any(|item| item.product != product) {
        return Err(AppError::new(
            "items_of_two_products",
            "An increment belongs to one product.",
            "Name items and a sprint of the same product.",
        ));
    }
    let row = make(act, product, sprint.as_ref(), request.name.as_deref())?;
    put_in(act, row.id, &items)?;
    act.db.label(format!("Create {}", row.name));
    Increment::read(act.db, row)
}

/// The sprint that all of these were done in, if it is one.
fn sprint_of(items: &[record::Item]) -> Option<SprintId> {
    let first = items.first()?.sprint?;
    items.iter().all(|item| item.sprint == Some(first)).then_some(first)
}
