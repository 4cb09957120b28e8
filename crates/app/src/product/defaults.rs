//! `product.defaults`: what a new product starts with when nothing else is said.

use lineout_domain::calendar::Weekdays;
use lineout_domain::product as rules;

use crate::context::Context;
use crate::contract::json;
use crate::error::Result;
use crate::host::{Answer, Host};
use crate::wire::responses;
use crate::workspace::Nothing;

responses! {
    /// What a new product starts with.
    pub struct ProductDefaults {
        /// The usual sprint, in calendar days.
        pub sprint_length_days: u8,
        /// `mon` to `sun`.
        pub working_days: Vec<String>,
        /// Estimates in points, ascending.
        pub estimate_scale: Vec<f64>,
        /// What an item must meet to be Done.
        pub definition_of_done: Vec<String>,
    }
}

/// Needs no workspace.
pub(crate) fn run(_: &mut Host, _: Nothing, _: &Context) -> Result<Answer> {
    Ok(Answer::of(json(ProductDefaults {
        sprint_length_days: u8::try_from(rules::DEFAULT_SPRINT_DAYS).unwrap_or(u8::MAX),
        working_days: Weekdays::MONDAY_TO_FRIDAY.words().into_iter().map(str::to_owned).collect(),
        estimate_scale: rules::DEFAULT_SCALE.to_vec(),
        definition_of_done: rules::DEFAULT_DEFINITION_OF_DONE.iter().map(|text| (*text).to_owned()).collect(),
    })?))
}
