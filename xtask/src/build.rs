//! Building: UI packages, the UI, the command line and the shell. Each step is skipped when nothing changed.

use std::path::{Path, PathBuf};
use std::time::SystemTime;

use anyhow::{Context, Result};

use crate::shell::{command, must, root, ui};

/// Installs the UI's packages from the lock file when they are missing or older than it.
pub fn ui_packages() -> Result<()> {
    let stamp = ui().join("node_modules/.installed");
    let lock = ui().join("package-lock.json");
    if modified(&stamp) > modified(&lock) {
        return Ok(());
    }
    must(command("npm", &["ci", "--no-audit", "--no-fund"]).current_dir(ui()))?;
    std::fs::write(&stamp, "").with_context(|| stamp.display().to_string())
}

/// Builds the UI when a source is newer than what was built.
pub fn ui_bundle() -> Result<()> {
    ui_packages()?;
    let built = modified(&ui().join("dist/index.html"));
    let sources =
        ["src", "index.html", "vite.config.ts", "svelte.config.js", "tsconfig.json", "package-lock.json"];
    let newest = sources.iter().map(|name| newest(&ui().join(name))).max().flatten();
    if built.is_some() && built > newest {
        return Ok(());
    }
    must(command("npm", &["run", "build"]).current_dir(ui()))
}

/// Builds the command line and the shell with the UI inside.
pub fn binaries() -> Result<()> {
    ui_bundle()?;
    // The whole workspace, as the tests build it: a smaller selection would compile dependencies a second time with
    // other features.
    must(&mut command("cargo", &["build", "--workspace", "--bins"]))
}

/// Where a built binary is.
pub fn binary(name: &str) -> PathBuf {
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from);
    target.join("debug").join(format!("{name}{}", std::env::consts::EXE_SUFFIX))
}

fn modified(path: &Path) -> Option<SystemTime> {
    std::fs::metadata(path).and_then(|data| data.modified()).ok()
}

/// The newest change of a file, or of anything in a folder.
fn newest(path: &Path) -> Option<SystemTime> {
    let Ok(entries) = std::fs::read_dir(path) else { return modified(path) };
    entries.flatten().filter_map(|entry| newest(&entry.path())).max()
}
