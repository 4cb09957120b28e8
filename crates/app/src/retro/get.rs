//! `retro.get`: one retrospective.

use uuid::Uuid;

use super::{Retro, find};
use crate::context::View;
use crate::error::Result;
use crate::wire::requests;

requests! {
    /// Names a retrospective.
    pub struct NameRetro {
        /// Which.
        pub retro: Uuid,
    }
}

pub(crate) fn run(view: &View<'_>, request: NameRetro) -> Result<Retro> {
    Retro::read(&view.db, find(&view.db, request.retro)?)
}
