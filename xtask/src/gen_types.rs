//! `cargo xtask gen`: the TypeScript side of the contract, and the check that it has not drifted.

use std::path::PathBuf;

use anyhow::{Context, Result, bail};

use crate::shell::ui;

fn path() -> PathBuf {
    ui().join("src/lib/contract/generated.ts")
}

/// Writes the generated types.
pub fn write() -> Result<()> {
    std::fs::write(path(), lineout_app::typescript()).with_context(|| path().display().to_string())?;
    eprintln!("wrote {}", path().display());
    Ok(())
}

/// Fails when the generated types are not those of the contract.
pub fn check() -> Result<()> {
    let present = std::fs::read_to_string(path()).unwrap_or_default();
    if present != lineout_app::typescript() {
        bail!("{} differs from the contract: run `cargo xtask gen`", path().display());
    }
    Ok(())
}
