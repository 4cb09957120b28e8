//! `sprint.propose`: what a new sprint would be called and which days it would have, before anything is written.

use chrono::NaiveDate;
use lineout_domain::ids::ProductId;
use lineout_domain::sprint as rules;
use lineout_store::record::{self as rows, Record};
use uuid::Uuid;

use super::create::span;
use crate::context::View;
use crate::error::Result;
use crate::wire::{requests, responses};

requests! {
    /// Asks what the next sprint would be.
    pub struct ProposeSprint {
        /// Of which product.
        pub product: Uuid,
        /// Its first day, when that is chosen already.
        pub start_day: Option<NaiveDate>,
    }
}

responses! {
    /// A sprint that could be planned.
    pub struct ProposedSprint {
        /// Its name.
        pub name: String,
        /// Its first day.
        pub start_day: NaiveDate,
        /// Its last day, included.
        pub end_day: NaiveDate,
    }
}

pub(crate) fn run(view: &View<'_>, request: ProposeSprint) -> Result<ProposedSprint> {
    let product = rows::Product::get(&view.db, ProductId::new(request.product))?;
    let (start_day, end_day) = span(&view.db, view.now, &product, request.start_day, None)?;
    let number = view.db.last_number(product.id, "sprint")? + 1;
    Ok(ProposedSprint { name: rules::default_name(number.into()), start_day, end_day })
}
