//! `cargo xtask run`: from a bare machine to an open window. Without a display the window opens on a virtual one, and a
//! screenshot of it is written.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::shell::{command, root};
use crate::{build, machine};

/// How long the window may take to paint before the screenshot is given up.
const PATIENCE: Duration = Duration::from_secs(60);
/// Colours in a picture of an empty screen, at most. A painted window has far more.
const BLANK: u32 = 24;

/// Installs, builds and opens.
pub fn run(demo: bool, workspace: Option<PathBuf>) -> Result<()> {
    machine::prepare(machine::Purpose::Run)?;
    build::binaries()?;
    let mut window = Command::new(build::binary("lineout-desktop"));
    if demo {
        window.arg("--sample");
    }
    if let Some(workspace) = &workspace {
        window.arg(std::path::absolute(workspace)?);
    }
    if machine::has_display() {
        let status = window.status().context("the window could not be opened")?;
        if !status.success() {
            bail!("the window ended with {status}");
        }
        return Ok(());
    }
    eprintln!("There is no display here: opening the window on a virtual one.");
    let screen = Screen::start()?;
    // What a machine without a graphics card can do; a display of its own needs none of this.
    window
        .env("DISPLAY", screen.name())
        .env("WEBKIT_DISABLE_DMABUF_RENDERER", "1")
        .env("LIBGL_ALWAYS_SOFTWARE", "1");
    let mut window = Ended(window.stdout(Stdio::null()).spawn().context("the window could not be opened")?);
    let picture = root().join("target/lineout-window.png");
    photograph(&screen, &mut window.0, &picture)?;
    println!("{}", picture.display());
    Ok(())
}

/// A process that ends with this value, by its own id.
struct Ended(Child);

impl Drop for Ended {
    fn drop(&mut self) {
        self.0.kill().ok();
        self.0.wait().ok();
    }
}

/// A virtual screen.
struct Screen {
    number: u32,
    _server: Ended,
}

impl Screen {
    /// Starts a server on the first free number.
    fn start() -> Result<Self> {
        for number in 90..200 {
            if Path::new(&format!("/tmp/.X11-unix/X{number}")).exists() {
                continue;
            }
            let args = [&format!(":{number}"), "-screen", "0", "1440x900x24", "-nolisten", "tcp"];
            let server = Command::new("Xvfb").args(args).stdout(Stdio::null()).stderr(Stdio::null()).spawn();
            let server = Ended(server.context("Xvfb could not be started")?);
            let begun = Instant::now();
            while begun.elapsed() < PATIENCE {
                if Path::new(&format!("/tmp/.X11-unix/X{number}")).exists() {
                    return Ok(Self { number, _server: server });
                }
                std::thread::sleep(Duration::from_millis(50));
            }
        }
        bail!("no virtual screen could be started");
    }

    fn name(&self) -> String {
        format!(":{}", self.number)
    }
}

/// Takes pictures until the window has painted and two in a row are the same.
fn photograph(screen: &Screen, window: &mut Child, picture: &Path) -> Result<()> {
    let begun = Instant::now();
    let mut last = Vec::new();
    while begun.elapsed() < PATIENCE {
        if let Some(status) = window.try_wait()? {
            bail!("the window ended before it painted ({status})");
        }
        std::thread::sleep(Duration::from_millis(500));
        let taken =
            command("import", &["-window", "root"]).env("DISPLAY", screen.name()).arg(picture).status();
        if !taken.context("no screenshot could be taken")?.success() {
            continue;
        }
        let bytes = std::fs::read(picture)?;
        if colours(picture) > BLANK && bytes == last {
            return Ok(());
        }
        last = bytes;
    }
    bail!("the window did not paint within {} seconds", PATIENCE.as_secs())
}

fn colours(picture: &Path) -> u32 {
    let output = command("identify", &["-format", "%k"]).arg(picture).output();
    output.ok().and_then(|output| String::from_utf8(output.stdout).ok()?.trim().parse().ok()).unwrap_or(0)
}
