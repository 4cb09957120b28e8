//! Today: where the sprint stands, what needs a person by their roles, and which event comes next. Nothing of it is
//! stored.

pub mod get;
mod needs;
mod next;
pub mod phase;
