//! The harness of the acceptance and end-to-end tests.
//!
//! A story starts on a [`Machine`]: a person's computer with folders of its own and a clock the test sets. On it the
//! story calls the contract through the `lineout` binary ([`Cli`]) or opens the real window ([`Window`]) under a
//! virtual display, driven through WebDriver. A machine that goes away has its workspace checked: whatever a story
//! did, the file must be sound.
//!
//! Everything here blocks and panics with a sentence, so that a story reads as plain steps.

mod binaries;
mod cli;
mod machine;
mod window;

pub use cli::{Cli, Refusal};
pub use machine::Machine;
pub use window::{Edge, Target, Violation, Window};
