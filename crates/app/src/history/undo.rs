//! `history.undo`: takes an action back, if nothing later stands in the way.

use lineout_domain::ids::ActionId;
use uuid::Uuid;

use crate::context::Context;
use crate::contract::json;
use crate::error::Result;
use crate::host::{Answer, Host};
use crate::wire::{requests, responses};

requests! {
    /// Takes an action back.
    pub struct Undo {
        /// Which; the newest that stands when left out.
        pub action: Option<Uuid>,
    }
}

responses! {
    /// What was turned.
    pub struct Turned {
        /// The label of the action.
        pub label: String,
    }
}

pub(crate) fn run(host: &mut Host, request: Undo, context: &Context) -> Result<Answer> {
    let done = host.undo(request.action.map(ActionId::new), context)?;
    Ok(Answer::of(json(Turned { label: done.label })?))
}
