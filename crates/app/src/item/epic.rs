//! `epic.create` and `epic.list`.

use lineout_domain::ids::ProductId;
use lineout_domain::item as rules;
use lineout_domain::person::hue;
use lineout_store::record::{self, Record};
use uuid::Uuid;

use super::Epic;
use crate::context::{Act, View};
use crate::error::{AppError, Result};
use crate::wire::{requests, responses};

requests! {
    /// Makes an epic.
    pub struct CreateEpic {
        /// In which product.
        pub product: Uuid,
        /// Its name.
        pub name: String,
        /// Its colour, 0 to 359; one that follows from the name when left out.
        pub hue: Option<u16>,
    }

    /// Asks for a product's epics.
    pub struct ListEpics {
        /// Of which product.
        pub product: Uuid,
    }
}

responses! {
    /// A product's epics.
    pub struct Epics {
        /// By name.
        pub epics: Vec<Epic>,
    }
}

pub(crate) mod create {
    use super::*;

    pub(crate) fn run(act: &mut Act<'_, '_>, request: CreateEpic) -> Result<Epic> {
        let product = record::Product::get(act.db, ProductId::new(request.product))?.id;
        let name = rules::epic_name(&request.name)?;
        if act.db.epic_named(product, &name)?.is_some() {
            return Err(AppError::new(
                "epic_name_taken",
                format!("There is an epic called {name} already."),
                "Choose another name, or use the one that is there.",
            ));
        }
        let row = named(act, product, &name, request.hue)?;
        act.db.label(format!("Add the epic {name}"));
        Ok(row.into())
    }
}

pub(crate) mod list {
    use super::*;

    pub(crate) fn run(view: &View<'_>, request: ListEpics) -> Result<Epics> {
        let rows = view.db.epics(ProductId::new(request.product))?;
        Ok(Epics { epics: rows.into_iter().map(Epic::from).collect() })
    }
}

/// The epic of this name, made if it is not there.
pub(crate) fn named(
    act: &mut Act<'_, '_>,
    product: ProductId,
    name: &str,
    wish: Option<u16>,
) -> Result<record::Epic> {
    if let Some(row) = act.db.epic_named(product, name)? {
        return Ok(row);
    }
    let row = record::Epic {
        id: act.id(),
        product,
        name: name.to_owned(),
        hue: wish.unwrap_or_else(|| hue(name)) % 360,
    };
    row.insert(act.db)?;
    Ok(row)
}
