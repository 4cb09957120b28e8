//! `holiday.add`, `holiday.remove`: days on which nobody works.

use chrono::NaiveDate;
use lineout_domain::ids::ProductId;
use lineout_domain::product as rules;
use lineout_store::record::{self, Record};
use uuid::Uuid;

use super::Product;
use crate::context::Act;
use crate::error::{AppError, Result};
use crate::wire::requests;

requests! {
    /// Adds a day on which nobody works.
    pub struct AddHoliday {
        /// In which product.
        pub product: Uuid,
        /// The day.
        pub day: NaiveDate,
        /// What it is.
        pub name: String,
    }

    /// Makes a holiday a day like any other.
    pub struct RemoveHoliday {
        /// In which product.
        pub product: Uuid,
        /// The day.
        pub day: NaiveDate,
    }
}

pub(crate) mod add {
    use super::*;

    pub(crate) fn run(act: &mut Act<'_, '_>, request: AddHoliday) -> Result<Product> {
        let product = record::Product::get(act.db, ProductId::new(request.product))?;
        let name = rules::holiday_name(&request.name)?;
        crate::sprint::check_day(request.day)?;
        let present = act.db.holidays(product.id)?.into_iter().find(|holiday| holiday.day == request.day);
        if let Some(holiday) = present {
            return Err(AppError::new(
                "holiday_taken",
                format!("{} is {} already.", request.day, holiday.name),
                "Remove it first to give the day another name, or choose another day.",
            ));
        }
        act.db.label(format!("Add the holiday {name} on {}", request.day));
        record::Holiday { id: act.id(), product: product.id, day: request.day, name }.insert(act.db)?;
        Product::read(act.db, product)
    }
}

pub(crate) mod remove {
    use super::*;

    pub(crate) fn run(act: &mut Act<'_, '_>, request: RemoveHoliday) -> Result<Product> {
        let product = record::Product::get(act.db, ProductId::new(request.product))?;
        let found = act.db.holidays(product.id)?.into_iter().find(|holiday| holiday.day == request.day);
        let holiday = found.ok_or_else(|| AppError::not_found("holiday"))?;
        holiday.delete(act.db)?;
        act.db.label(format!("Remove the holiday {} on {}", holiday.name, holiday.day));
        Product::read(act.db, product)
    }
}
