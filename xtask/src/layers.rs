//! The structure as ARCHITECTURE.md draws it, held by a check: arrows between crates, one door for SQL and one for the
//! shell, no clock inside, files that are read in one sitting.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::shell::{command, root};

/// Which crates of ours each crate may use.
const ARROWS: &[(&str, &[&str])] = &[
    ("lineout-domain", &[]),
    ("lineout-store", &["lineout-domain"]),
    ("lineout-app", &["lineout-domain", "lineout-store"]),
    ("lineout-cli", &["lineout-app"]),
    ("lineout-desktop", &["lineout-app"]),
    ("lineout-tests", &["lineout-app"]),
    ("xtask", &["lineout-app"]),
];

/// Packages that only these crates may use.
const DOORS: &[(&str, &[&str])] = &[
    ("rusqlite", &["lineout-store"]),
    ("tauri", &["lineout-desktop"]),
    ("tauri-build", &["lineout-desktop"]),
    ("tauri-plugin-dialog", &["lineout-desktop"]),
    ("tauri-plugin-notification", &["lineout-desktop"]),
    ("clap", &["lineout-cli", "xtask"]),
];

/// A rule over lines of source: where it holds, what must not stand there, and why.
struct Ban {
    folder: &'static str,
    endings: &'static [&'static str],
    but: &'static [&'static str],
    words: &'static [&'static str],
    why: &'static str,
}

const BANS: &[Ban] = &[
    Ban {
        folder: "crates",
        endings: &["rs"],
        but: &["crates/store"],
        words: &["SELECT ", "INSERT INTO", "DELETE FROM", "PRAGMA "],
        why: "SQL stands in crates/store only",
    },
    Ban {
        folder: "src-tauri/src",
        endings: &["rs"],
        but: &[],
        words: &["SELECT ", "INSERT INTO", "lineout_domain", "lineout_store"],
        why: "the shell asks the app and nothing below it",
    },
    Ban {
        folder: "crates/domain/src",
        endings: &["rs"],
        but: &[],
        words: &["Utc::now", "Local::now", "SystemTime", "Instant::now", "rand::", "std::fs", "std::env"],
        why: "the domain has no clock, no randomness but from a seed it is given, and no I/O",
    },
    Ban {
        folder: "ui/src",
        endings: &["ts", "svelte"],
        but: &["ui/src/lib/host"],
        words: &["@tauri-apps/"],
        why: "the shell is imported in ui/src/lib/host only",
    },
];

/// Lines past which a file must give a reason here.
const LONG: usize = 500;
/// Longer files, each with its reason.
const LONG_ALLOWED: &[(&str, &str)] = &[("ui/src/lib/contract/generated.ts", "generated")];
/// Most lines of ARCHITECTURE.md.
const ARCHITECTURE_LINES: usize = 300;

/// Runs every check of the structure and lists all that is wrong.
pub fn check() -> Result<()> {
    let mut wrong = arrows(&metadata()?);
    let files = sources()?;
    for (path, text) in &files {
        wrong.extend(BANS.iter().filter_map(|ban| banned(ban, path, text)));
        wrong.extend(too_long(path, text));
    }
    let architecture = std::fs::read_to_string(root().join("ARCHITECTURE.md")).unwrap_or_default();
    if architecture.lines().count() > ARCHITECTURE_LINES {
        wrong.push(format!("ARCHITECTURE.md has more than {ARCHITECTURE_LINES} lines"));
    }
    if wrong.is_empty() {
        return Ok(());
    }
    bail!("the structure is broken:\n  {}", wrong.join("\n  "))
}

fn metadata() -> Result<Value> {
    let output = command("cargo", &["metadata", "--no-deps", "--format-version", "1"]).output()?;
    serde_json::from_slice(&output.stdout).context("cargo metadata")
}

fn arrows(metadata: &Value) -> Vec<String> {
    let mut wrong = Vec::new();
    for package in metadata["packages"].as_array().into_iter().flatten() {
        let name = package["name"].as_str().unwrap_or_default();
        let Some((_, allowed)) = ARROWS.iter().find(|(crate_name, _)| *crate_name == name) else {
            wrong.push(format!("{name} has no place in the layers; give it one in xtask/src/layers.rs"));
            continue;
        };
        // A test may look from above; what is shipped may not.
        let shipped = package["dependencies"].as_array().into_iter().flatten().filter(|d| d["kind"] != "dev");
        for used in shipped.filter_map(|dependency| dependency["name"].as_str()) {
            if ARROWS.iter().any(|(ours, _)| *ours == used) && !allowed.contains(&used) {
                wrong.push(format!("{name} must not use {used}"));
            }
            let door = DOORS.iter().find(|(package, _)| *package == used);
            if door.is_some_and(|(_, crates)| !crates.contains(&name)) {
                wrong.push(format!("{name} must not use {used}"));
            }
        }
    }
    wrong
}

fn banned(ban: &Ban, path: &str, text: &str) -> Option<String> {
    let inside = path.starts_with(ban.folder) && !ban.but.iter().any(|but| path.starts_with(but));
    let source = ban.endings.iter().any(|ending| path.ends_with(&format!(".{ending}")));
    if !inside || !source || path.contains("/tests/") {
        return None;
    }
    let found = |line: &&str| {
        !line.trim_start().starts_with("//") && ban.words.iter().any(|word| line.contains(word))
    };
    let number = text.lines().position(|line| found(&line))? + 1;
    Some(format!("{path}:{number}: {}", ban.why))
}

fn too_long(path: &str, text: &str) -> Option<String> {
    let lines = text.lines().count();
    let allowed = LONG_ALLOWED.iter().any(|(known, _)| *known == path);
    (lines > LONG && !allowed)
        .then(|| format!("{path} has {lines} lines; split it, or say why in xtask/src/layers.rs"))
}

/// Every source file that git knows or would add, with its text.
fn sources() -> Result<Vec<(String, String)>> {
    let args = ["ls-files", "--cached", "--others", "--exclude-standard"];
    let output = command("git", &args).output().context("git ls-files")?;
    let listed = String::from_utf8_lossy(&output.stdout).into_owned();
    let source =
        |path: &&str| [".rs", ".ts", ".svelte", ".css", ".js"].iter().any(|ending| path.ends_with(ending));
    let mut files = Vec::new();
    for path in listed.lines().filter(source) {
        let full: PathBuf = root().join(Path::new(path));
        if let Ok(text) = std::fs::read_to_string(&full) {
            files.push((path.to_owned(), text));
        }
    }
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn package(name: &str, uses: &[(&str, Option<&str>)]) -> Value {
        let uses: Vec<_> = uses.iter().map(|(name, kind)| json!({ "name": name, "kind": kind })).collect();
        json!({ "packages": [{ "name": name, "dependencies": uses }] })
    }

    #[test]
    fn arrows_point_one_way() {
        assert!(arrows(&package("lineout-app", &[("lineout-store", None), ("serde", None)])).is_empty());
        assert_eq!(arrows(&package("lineout-domain", &[("lineout-store", None)])).len(), 1);
        assert_eq!(arrows(&package("lineout-app", &[("rusqlite", None)])).len(), 1);
        assert!(arrows(&package("lineout-store", &[("lineout-app", Some("dev"))])).is_empty());
        assert_eq!(arrows(&package("eighth", &[])).len(), 1);
    }

    #[test]
    fn words_are_banned_where_they_do_not_belong() {
        let all = |path: &str, text: &str| BANS.iter().filter_map(|ban| banned(ban, path, text)).count();
        assert_eq!(all("crates/app/src/a.rs", "let x = \"SELECT 1\";"), 1);
        assert_eq!(all("crates/store/src/a.rs", "let x = \"SELECT 1\";"), 0);
        assert_eq!(all("crates/domain/src/a.rs", "// Utc::now is passed in"), 0);
        assert_eq!(all("crates/domain/src/a.rs", "let now = Utc::now();"), 1);
        assert_eq!(all("ui/src/lib/host/tauri.ts", "import x from \"@tauri-apps/api\""), 0);
        assert_eq!(all("ui/src/features/a.ts", "import x from \"@tauri-apps/api\""), 1);
    }

    #[test]
    fn long_files_need_a_reason() {
        let long = "x\n".repeat(LONG + 1);
        assert!(too_long("crates/app/src/a.rs", &long).is_some());
        assert!(too_long("ui/src/lib/contract/generated.ts", &long).is_none());
        assert!(too_long("crates/app/src/a.rs", "x\n").is_none());
    }
}
