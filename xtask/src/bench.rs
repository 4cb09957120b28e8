//! `cargo xtask bench`: what the Product Backlog costs beside bare SQLite, and in the real window beside an empty one,
//! each pair on the same machine in the same run.

use anyhow::Result;

use crate::shell::{command, must};
use crate::{build, machine};

/// Runs the benchmark of the backlog at each size, and where asked for that of the window.
pub fn run(rows: &[u32], window: bool) -> Result<()> {
    if window {
        machine::prepare(machine::Purpose::Test)?;
        build::binaries()?;
        let mut bench = measured(&["--profile", "dev", "-p", "lineout-tests", "--bench", "window"], rows);
        bench.env("LINEOUT_CLI", build::binary("lineout"));
        bench.env("LINEOUT_DESKTOP", build::binary("lineout-desktop"));
        return must(&mut bench);
    }
    must(&mut measured(&["-p", "lineout-store", "--bench", "backlog"], rows))
}

fn measured(what: &[&str], rows: &[u32]) -> std::process::Command {
    let sizes: Vec<String> = rows.iter().map(u32::to_string).collect();
    let mut args = vec!["bench"];
    args.extend(what);
    args.push("--");
    args.extend(sizes.iter().map(String::as_str));
    command("cargo", &args)
}
