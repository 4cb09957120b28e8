//! `cargo xtask check`: what holds the code together beside the tests.

use anyhow::Result;

use crate::shell::{command, must, ui};
use crate::{build, gen_types, layers, machine};

/// Runs every check, the quick ones first.
pub fn run() -> Result<()> {
    machine::prepare(machine::Purpose::Test)?;
    layers::check()?;
    gen_types::check()?;
    must(&mut command("cargo", &["fmt", "--all", "--check"]))?;
    build::ui_bundle()?;
    must(command("npm", &["run", "--silent", "check"]).current_dir(ui()))?;
    must(command("npm", &["run", "--silent", "lint"]).current_dir(ui()))?;
    must(&mut command("cargo", &["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]))
}
