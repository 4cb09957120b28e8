//! `increment.get`: one increment.

use lineout_domain::ids::IncrementId;
use lineout_store::record::{self, Record};
use uuid::Uuid;

use super::Increment;
use crate::context::View;
use crate::error::Result;
use crate::wire::requests;

requests! {
    /// Names an increment.
    pub struct NameIncrement {
        /// Which.
        pub increment: Uuid,
    }
}

pub(crate) fn run(view: &View<'_>, request: NameIncrement) -> Result<Increment> {
    Increment::read(&view.db, record::Increment::get(&view.db, IncrementId::new(request.increment))?)
}
