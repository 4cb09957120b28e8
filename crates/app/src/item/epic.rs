//! `epic.create`, `.edit`, `.delete`, `.list` and `.progress`: groups of items with a theme.

use std::collections::HashMap;

use lineout_domain::ids::{EpicId, ProductId};
use lineout_domain::item as rules;
use lineout_domain::person::hue;
use lineout_store::Db;
use lineout_store::read::{Amount, EpicAmounts};
use lineout_store::record::{self, Record};
use uuid::Uuid;

use super::Epic;
use crate::context::{Act, View};
use crate::error::{AppError, Result};
use crate::wire::{count, requests, responses};

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

    /// Changes an epic; what is left out stays.
    pub struct EditEpic {
        /// Which.
        pub epic: Uuid,
        /// Its name.
        pub name: Option<String>,
        /// Its colour, 0 to 359.
        pub hue: Option<u16>,
    }

    /// Deletes an epic.
    pub struct DeleteEpic {
        /// Which.
        pub epic: Uuid,
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

    /// What was deleted.
    pub struct EpicDeleted {
        /// How many items belonged to it.
        pub items: u32,
    }

    /// A product's epics with how far they are.
    pub struct EpicsProgress {
        /// By name.
        pub epics: Vec<EpicProgress>,
    }

    /// An epic with how far its items are. Cancelled items, and those split into others, do not count.
    pub struct EpicProgress {
        /// The epic.
        #[serde(flatten)]
        pub epic: Epic,
        /// Those that met the Definition of Done.
        pub done: EpicAmount,
        /// Those that stand in a column of the category In Progress.
        pub in_progress: EpicAmount,
        /// All others that are open.
        pub to_do: EpicAmount,
        /// Items of all three without an estimate; they count 0 points.
        pub unestimated: u32,
    }

    /// Some items of an epic.
    pub struct EpicAmount {
        /// How many.
        pub items: u32,
        /// The sum of their estimates, in points.
        pub points: f64,
    }
}

impl From<Amount> for EpicAmount {
    fn from(amount: Amount) -> Self {
        Self { items: amount.items, points: rules::round(amount.points) }
    }
}

pub(crate) mod create {
    use super::*;

    pub(crate) fn run(act: &mut Act<'_, '_>, request: CreateEpic) -> Result<Epic> {
        let product = record::Product::get(act.db, ProductId::new(request.product))?.id;
        let name = rules::epic_name(&request.name)?;
        check_free(act.db, product, &name, None)?;
        let row = named(act, product, &name, request.hue)?;
        act.db.label(format!("Add the epic {name}"));
        Ok(row.into())
    }
}

pub(crate) mod edit {
    use super::*;

    pub(crate) fn run(act: &mut Act<'_, '_>, request: EditEpic) -> Result<Epic> {
        let before = record::Epic::get(act.db, EpicId::new(request.epic))?;
        let mut row = before.clone();
        if let Some(name) = &request.name {
            row.name = rules::epic_name(name)?;
            check_free(act.db, row.product, &row.name, Some(row.id))?;
        }
        if let Some(hue) = request.hue {
            row.hue = hue % 360;
        }
        row.save(act.db)?;
        act.db.label(if row.name == before.name {
            format!("Change the colour of the epic {}", row.name)
        } else {
            format!("Rename the epic {} to {}", before.name, row.name)
        });
        Ok(row.into())
    }
}

pub(crate) mod delete {
    use super::*;

    pub(crate) fn run(act: &mut Act<'_, '_>, request: DeleteEpic) -> Result<EpicDeleted> {
        let row = record::Epic::get(act.db, EpicId::new(request.epic))?;
        let items = act.db.empty_epic(row.id)?;
        row.delete(act.db)?;
        act.db.label(format!("Delete the epic {}", row.name));
        Ok(EpicDeleted { items: count(items) })
    }
}

pub(crate) mod progress {
    use super::*;

    pub(crate) fn run(view: &View<'_>, request: ListEpics) -> Result<EpicsProgress> {
        let product = ProductId::new(request.product);
        let mut amounts: HashMap<EpicId, EpicAmounts> = view.db.epic_amounts(product)?.into_iter().collect();
        let epics = view.db.epics(product)?.into_iter().map(|row| {
            let EpicAmounts { open, in_progress, done } = amounts.remove(&row.id).unwrap_or_default();
            let to_do = Amount {
                items: open.items.saturating_sub(in_progress.items),
                points: open.points - in_progress.points,
                unestimated: 0,
            };
            EpicProgress {
                epic: row.into(),
                unestimated: open.unestimated + done.unestimated,
                done: done.into(),
                in_progress: in_progress.into(),
                to_do: to_do.into(),
            }
        });
        Ok(EpicsProgress { epics: epics.collect() })
    }
}

pub(crate) mod list {
    use super::*;

    pub(crate) fn run(view: &View<'_>, request: ListEpics) -> Result<Epics> {
        let rows = view.db.epics(ProductId::new(request.product))?;
        Ok(Epics { epics: rows.into_iter().map(Epic::from).collect() })
    }
}

/// Refuses a name that another epic of the product has.
fn check_free(db: &Db<'_>, product: ProductId, name: &str, own: Option<EpicId>) -> Result<()> {
    match db.epic_named(product, name)? {
        Some(other) if Some(other.id) != own => Err(AppError::new(
            "epic_name_taken",
            format!("There is an epic called {name} already."),
            "Choose another name, or use the one that is there.",
        )),
        _ => Ok(()),
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
