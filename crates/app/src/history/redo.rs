//! `history.redo`: brings back what the newest undo took.

use super::undo::Turned;
use crate::context::Context;
use crate::contract::json;
use crate::error::Result;
use crate::host::{Answer, Host};
use crate::workspace::Nothing;

pub(crate) fn run(host: &mut Host, _: Nothing, context: &Context) -> Result<Answer> {
    let done = host.redo(context)?;
    Ok(Answer::of(json(Turned { label: done.label })?))
}
