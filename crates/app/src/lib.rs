//! Use cases and the contract: everything the product can be asked to do, each thing declared once.
//!
//! One file a use case, grouped by noun: `sprint/close.rs` holds the request, the response and the steps of closing a
//! sprint. [`contract`] lists them all; the router, the command line, the JSON Schemas and the TypeScript types are
//! derived from that list. [`Host`] owns the open workspace and is what the shell and the command line talk to.
//!
//! Deliberately absent: SQL (that is the store's), rules (the domain's), and the clock: a [`Context`] brings the time.

pub mod attachment;
pub mod board;
pub mod capacity;
mod context;
pub mod contract;
pub mod daily;
pub mod device;
mod error;
pub mod forecast;
pub mod goal;
pub mod guidance;
pub mod history;
mod host;
pub mod impediment;
pub mod import;
pub mod improvement;
pub mod increment;
pub mod item;
pub mod markdown;
pub mod person;
pub mod poker;
pub mod product;
pub mod retro;
pub mod review;
mod sample;
pub mod saved_view;
pub mod sprint;
pub mod task;
pub mod task_template;
pub mod template;
pub mod timer;
pub mod today;
mod typescript;
mod watch;
pub mod wire;
pub mod workspace;

pub use context::{Act, Context, Origin, View};
pub use contract::{CommandInfo, commands};
pub use error::{AppError, Result};
pub use host::{ActionNote, Answer, Guidance, Host};
pub use sample::build_sample;
pub use typescript::typescript;
pub use watch::{Progress, Step, Watch};
