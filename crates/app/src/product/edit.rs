//! `product.edit`: name, Product Goal, rhythm, scale, accountability.

use lineout_domain::accountability::Operation;
use lineout_domain::ids::ProductId;
use lineout_domain::product as rules;
use lineout_store::record::{self, Record};
use uuid::Uuid;

use super::create::working_days;
use super::{Product, scale_text};
use crate::context::Act;
use crate::error::Result;
use crate::wire::{Mode, requests};

requests! {
    /// Changes a product; what is left out stays.
    pub struct EditProduct {
        /// Which.
        pub product: Uuid,
        /// Its name.
        pub name: Option<String>,
        /// The Product Goal; empty for none.
        pub goal: Option<String>,
        /// The usual sprint, 1 to 31 calendar days.
        pub sprint_length_days: Option<i32>,
        /// IANA name.
        pub time_zone: Option<String>,
        /// `mon` to `sun`.
        pub working_days: Option<Vec<String>>,
        /// Estimates in points, ascending. Estimates given before stay as they are.
        pub estimate_scale: Option<Vec<f64>>,
        /// Whether accountabilities guide or refuse.
        pub accountability: Option<Mode>,
    }
}

pub(crate) fn run(act: &mut Act<'_, '_>, request: EditProduct) -> Result<Product> {
    let before = record::Product::get(act.db, ProductId::new(request.product))?;
    let mut row = before.clone();
    if let Some(name) = &request.name {
        row.name = rules::name(name)?;
    }
    if let Some(goal) = &request.goal {
        row.goal = rules::goal(goal)?;
    }
    if let Some(days) = request.sprint_length_days {
        row.sprint_length_days = u8::try_from(rules::sprint_days(days.into())?).unwrap_or(u8::MAX);
    }
    if let Some(zone) = &request.time_zone {
        row.time_zone = rules::time_zone(zone)?.name().to_owned();
    }
    if let Some(words) = &request.working_days {
        row.working_days = working_days(Some(words))?.bits();
    }
    if let Some(scale) = &request.estimate_scale {
        row.estimate_scale = scale_text(&rules::scale(scale)?);
    }
    if let Some(mode) = request.accountability {
        row.accountability = mode.into();
    }
    row.save(act.db)?;
    if row.goal != before.goal {
        act.answer_for(row.id, Operation::SetProductGoal)?;
    }
    act.db.label(match (row.goal != before.goal, row.name != before.name) {
        (true, false) => format!("Set the Product Goal of {}", row.name),
        (false, true) => format!("Rename {} to {}", before.name, row.name),
        _ => format!("Change the settings of {}", row.name),
    });
    Product::read(act.db, row)
}
