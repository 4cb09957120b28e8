//! `cargo xtask bench`: what writing with history costs beside bare SQLite, on the same machine in the same run.

use anyhow::Result;

use crate::shell::{command, must};

/// Runs the store's benchmark at each size.
pub fn run(rows: &[u32]) -> Result<()> {
    let sizes: Vec<String> = rows.iter().map(u32::to_string).collect();
    let mut args = vec!["bench", "-p", "lineout-store", "--bench", "bare", "--"];
    args.extend(sizes.iter().map(String::as_str));
    must(&mut command("cargo", &args))
}
