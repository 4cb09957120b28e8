//! Where the built programs are.

use std::path::PathBuf;

/// The `lineout` command line: `LINEOUT_CLI`, or the one built beside this test.
pub fn cli() -> PathBuf {
    built("LINEOUT_CLI", "lineout")
}

/// The desktop shell: `LINEOUT_DESKTOP`, or the one built beside this test.
pub fn desktop() -> PathBuf {
    built("LINEOUT_DESKTOP", "lineout-desktop")
}

/// The root of the source tree.
pub fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).parent().expect("tests/ lies in the workspace").to_owned()
}

fn built(variable: &str, name: &str) -> PathBuf {
    if let Some(path) = std::env::var_os(variable) {
        return PathBuf::from(path);
    }
    let test = std::env::current_exe().expect("a test knows its own path");
    let path = test
        .parent()
        .and_then(|deps| deps.parent())
        .map(|profile| profile.join(name).with_extension(std::env::consts::EXE_EXTENSION))
        .expect("a test lies in target/<profile>/deps");
    assert!(path.exists(), "{} is not built; run the tests with `cargo xtask test`", path.display());
    path
}
