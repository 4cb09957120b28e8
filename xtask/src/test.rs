//! `cargo xtask test`: every test there is. The runner's own summary is printed last.

use anyhow::Result;

use crate::shell::{command, must, ui};
use crate::{build, machine};

/// Builds once and runs the UI's tests, then all of Rust's, the ones in the real window among them.
pub fn run(filter: Option<&str>) -> Result<()> {
    machine::prepare(machine::Purpose::Test)?;
    build::binaries()?;
    must(command("npm", &["test", "--silent"]).current_dir(ui()))?;
    let mut nextest = command("cargo", &["nextest", "run", "--workspace"]);
    nextest.args(filter);
    nextest.env("LINEOUT_CLI", build::binary("lineout"));
    nextest.env("LINEOUT_DESKTOP", build::binary("lineout-desktop"));
    must(&mut nextest)
}
