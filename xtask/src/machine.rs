//! What the machine must have, and installing what it lacks. Nothing is installed by hand: the next machine is bare.

use anyhow::{Result, bail};

use crate::shell::{command, must, quietly};

/// Debian packages needed to build the shell.
const BUILD: &[&str] =
    &["build-essential", "libssl-dev", "librsvg2-dev", "libwebkit2gtk-4.1-dev", "pkg-config"];
/// Debian packages needed to drive the window and to show it where there is no display.
const DISPLAY: &[&str] = &["imagemagick", "webkit2gtk-driver", "xauth", "xvfb"];

/// What is about to be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// Build and open the window.
    Run,
    /// Build it, and look at it where there may be no display.
    Test,
}

/// Installs what is missing.
pub fn prepare(purpose: Purpose) -> Result<()> {
    for (program, what) in [("cargo", "Rust"), ("node", "Node.js 20 or newer"), ("npm", "npm")] {
        if !quietly(program, &["--version"]) {
            bail!("{what} is needed and `{program}` was not found. Install it and run this again.");
        }
    }
    let wanted: Vec<&str> = match purpose {
        Purpose::Run if has_display() => BUILD.to_vec(),
        Purpose::Run | Purpose::Test => BUILD.iter().chain(DISPLAY).copied().collect(),
    };
    packages(&wanted)?;
    if purpose == Purpose::Test && !quietly("cargo", &["nextest", "--version"]) {
        eprintln!("cargo-nextest is missing: installing it with cargo");
        must(&mut command("cargo", &["install", "--locked", "cargo-nextest"]))?;
    }
    Ok(())
}

/// Whether windows can be shown to somebody.
pub fn has_display() -> bool {
    let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || set("DISPLAY") || set("WAYLAND_DISPLAY")
}

fn packages(wanted: &[&str]) -> Result<()> {
    if !cfg!(target_os = "linux") {
        // Windows and macOS bring their own webview.
        return Ok(());
    }
    if !quietly("dpkg-query", &["--version"]) {
        if quietly("pkg-config", &["--exists", "webkit2gtk-4.1"]) {
            return Ok(());
        }
        bail!(
            "This is not a Debian or Ubuntu system. Install what these Debian packages hold, then run this again: {}",
            wanted.join(" ")
        );
    }
    let missing = missing(wanted, |name| {
        quietly("dpkg-query", &["--show", "--showformat=${db:Status-Status}", name])
            && String::from_utf8_lossy(
                &command("dpkg-query", &["--show", "--showformat=${db:Status-Status}", name])
                    .output()
                    .map(|output| output.stdout)
                    .unwrap_or_default(),
            ) == "installed"
    });
    if missing.is_empty() {
        return Ok(());
    }
    eprintln!("Missing system packages, installing them: {}", missing.join(" "));
    apt(&["update", "-qq"])?;
    let mut install = vec!["install", "-y", "-qq", "--no-install-recommends"];
    install.extend(&missing);
    apt(&install)
}

/// Those of the wanted packages that are not installed.
fn missing<'a>(wanted: &[&'a str], installed: impl Fn(&str) -> bool) -> Vec<&'a str> {
    wanted.iter().copied().filter(|name| !installed(name)).collect()
}

fn apt(args: &[&str]) -> Result<()> {
    let root = command("id", &["-u"]).output().is_ok_and(|output| output.stdout.trim_ascii() == b"0");
    let mut command = if root {
        command("apt-get", args)
    } else {
        let mut all = vec!["--preserve-env=DEBIAN_FRONTEND", "apt-get"];
        all.extend(args);
        command("sudo", &all)
    };
    must(command.env("DEBIAN_FRONTEND", "noninteractive"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bare_machine_lacks_everything_and_a_full_one_nothing() {
        let wanted: Vec<&str> = BUILD.iter().chain(DISPLAY).copied().collect();
        assert_eq!(missing(&wanted, |_| false), wanted);
        assert!(missing(&wanted, |_| true).is_empty());
        assert_eq!(missing(&["a", "b", "c"], |name| name == "b"), ["a", "c"]);
    }
}
