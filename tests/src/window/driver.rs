//! The programs around the window: a virtual display and WebKit's WebDriver, each on loopback and ended by its id.

use std::fs::File;
use std::io::{BufRead, BufReader};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::Machine;

/// A running program that ends with the value.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        // Either may find the program gone already, which is what they are for.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// A virtual display of 1440 × 900.
pub(super) struct Display {
    _server: Running,
    name: String,
}

impl Display {
    pub(super) fn start() -> Display {
        // The server picks a free number itself and tells it: two tests never race for one.
        let mut child = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", "1440x900x24", "-nolisten", "tcp", "-noreset"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("Xvfb starts; `cargo xtask test` installs it");
        let stdout = child.stdout.take().expect("standard output is piped");
        let server = Running(child);
        let mut number = String::new();
        BufReader::new(stdout).read_line(&mut number).expect("Xvfb tells its display");
        assert!(!number.trim().is_empty(), "Xvfb ended before it told its display");
        Display { _server: server, name: format!(":{}", number.trim()) }
    }
}

/// WebKit's WebDriver, in the environment that the window is to have.
pub(super) struct Driver {
    _server: Running,
    pub(super) url: String,
}

impl Driver {
    pub(super) fn start(machine: &Machine, display: &Display, log: &Path) -> Driver {
        let port = free_port();
        let log = File::create(log).expect("the driver's log is made");
        let child = Command::new("WebKitWebDriver")
            .args(["--host=127.0.0.1", &format!("--port={port}")])
            .envs(machine.environment())
            .env("DISPLAY", &display.name)
            .env_remove("WAYLAND_DISPLAY")
            .env("GDK_BACKEND", "x11")
            // Without both, the shell refuses automation and a session waits for ever.
            .env("TAURI_AUTOMATION", "true")
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            // A bare machine has no GPU and no accessibility bus.
            .env("LIBGL_ALWAYS_SOFTWARE", "1")
            // With either of these the driver's picture of the page never comes.
            .env_remove("WEBKIT_DISABLE_DMABUF_RENDERER")
            .env_remove("WEBKIT_DISABLE_COMPOSITING_MODE")
            .env("NO_AT_BRIDGE", "1")
            .env("GIO_USE_VFS", "local")
            .env("LANG", "C.UTF-8")
            .env("TZ", "UTC")
            .stdin(Stdio::null())
            .stdout(log.try_clone().expect("the driver's log is shared"))
            .stderr(log)
            .spawn()
            .expect("WebKitWebDriver starts; `cargo xtask test` installs it");
        let server = Running(child);
        let deadline = Instant::now() + Duration::from_secs(20);
        while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
            assert!(Instant::now() < deadline, "WebKitWebDriver does not answer on port {port}");
            std::thread::sleep(Duration::from_millis(20));
        }
        Driver { _server: server, url: format!("http://127.0.0.1:{port}") }
    }
}

fn free_port() -> u16 {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port on loopback");
    listener.local_addr().expect("the port's number").port()
}
