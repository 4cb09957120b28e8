//! The workspace as a whole: making, naming and checking it.

pub mod check;
pub mod create;
pub mod current;
pub mod rename;

pub use check::Checked;
pub use create::CreateWorkspace;
pub use current::{Current, Workspace};
pub use rename::RenameWorkspace;

use crate::wire::requests;

requests! {
    /// A request that says nothing.
    pub struct Nothing {}
}

crate::wire::responses! {
    /// Done, and nothing more to say.
    pub struct Done {}
}
