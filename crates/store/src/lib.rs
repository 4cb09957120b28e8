//! SQLite under Lineout: the only crate that speaks SQL.
//!
//! A [`Workspace`] is one file. Everything written goes through [`Workspace::act`]: one action, one transaction,
//! and the history of it is appended by triggers that [`schema`] generates, so no caller can forget it. Reads take
//! a [`Db`], which an open action also is. Records (one struct a table, in [`record`]) are plain rows; what may be
//! done to them is decided in the domain, never here.
//!
//! Deliberately absent: a clock, randomness, Scrum rules, and an object-relational mapper.

mod action;
mod attachment;
mod cell;
mod check;
mod check_derived;
mod error;
mod history;
mod invariants;
mod private;
pub mod read;
pub mod record;
mod schema;
mod snapshot;
mod undo;
mod untie;
mod workspace;

pub use action::{ActionMeta, Db, Done, Origin, Writer};
pub use cell::Cell;
pub use check::Finding;
pub use error::StoreError;
pub use history::{ActionFilter, ActionRow, Change, Moment};
pub use private::{Kind as PrivateKind, Private};
pub use read::{GuidanceFilter, GuidanceRow};
pub use snapshot::Tables;
pub use undo::UndoState;
pub use workspace::Workspace;

/// What the store answers with.
pub type Result<T, E = StoreError> = std::result::Result<T, E>;
