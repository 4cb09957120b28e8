//! `cargo xtask bench`: what the Product Backlog costs beside bare SQLite, on the same machine in the same run.

use anyhow::Result;

use crate::shell::{command, must};

/// Runs the benchmark of the backlog at each size.
pub fn run(rows: &[u32]) -> Result<()> {
    let sizes: Vec<String> = rows.iter().map(u32::to_string).collect();
    let mut args = vec!["bench", "-p", "lineout-store", "--bench", "backlog", "--"];
    args.extend(sizes.iter().map(String::as_str));
    must(&mut command("cargo", &args))
}
