//! A person's computer, for the length of one test.

use std::path::{Path, PathBuf};

use crate::{Cli, Window};

/// Folders and a clock of its own. When it goes away, a workspace on it is checked for integrity.
#[derive(Debug)]
pub struct Machine {
    folder: tempfile::TempDir,
}

impl Machine {
    /// A machine on which Lineout never ran, at nine in the morning of Monday, 2 March 2026 (UTC).
    pub fn new() -> Machine {
        let machine = Machine { folder: tempfile::tempdir().expect("a folder for the test") };
        for folder in [machine.data(), machine.config(), machine.cache()] {
            std::fs::create_dir_all(folder).expect("the machine's folders");
        }
        machine.set_now("2026-03-02T09:00:00Z");
        machine
    }

    /// Sets the clock, for the open window too. It stands still until it is set again.
    pub fn set_now(&self, instant: &str) {
        let draft = self.path("now.new");
        std::fs::write(&draft, instant).expect("the clock is written");
        std::fs::rename(draft, self.clock()).expect("the clock is set");
    }

    /// What the clock shows.
    pub fn now(&self) -> String {
        std::fs::read_to_string(self.clock()).expect("the clock is read")
    }

    /// The workspace file a person gets on this machine without choosing.
    pub fn workspace(&self) -> PathBuf {
        self.data().join("lineout").join("workspace.lineout")
    }

    /// A file of this name on the machine.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The command line on the workspace, at the machine's time.
    pub fn cli(&self) -> Cli {
        std::fs::create_dir_all(self.data().join("lineout")).expect("the workspace's folder");
        self.cli_on(&self.workspace())
    }

    /// The command line on another file of the machine, at the machine's time.
    pub fn cli_on(&self, workspace: &Path) -> Cli {
        Cli::on(workspace).at(&self.now()).configured_in(&self.config().join("lineout"))
    }

    /// Opens the window as a person does who starts the program again.
    pub fn open_window(&self) -> Window {
        Window::open(self, &[])
    }

    /// Opens the window with arguments: a workspace file, or `--sample`.
    pub fn open_window_with(&self, arguments: &[&str]) -> Window {
        Window::open(self, arguments)
    }

    /// What a program started on this machine finds in its environment.
    pub(crate) fn environment(&self) -> Vec<(&'static str, PathBuf)> {
        vec![
            ("HOME", self.folder.path().to_owned()),
            ("XDG_DATA_HOME", self.data()),
            ("XDG_CONFIG_HOME", self.config()),
            ("XDG_CACHE_HOME", self.cache()),
            ("LINEOUT_WORKSPACE", self.workspace()),
            ("LINEOUT_CONFIG_DIR", self.config().join("lineout")),
            ("LINEOUT_NOW_FILE", self.clock()),
        ]
    }

    fn data(&self) -> PathBuf {
        self.path("data")
    }

    fn config(&self) -> PathBuf {
        self.path("config")
    }

    fn cache(&self) -> PathBuf {
        self.path("cache")
    }

    fn clock(&self) -> PathBuf {
        self.path("now")
    }
}

impl Default for Machine {
    fn default() -> Self {
        Machine::new()
    }
}

impl Drop for Machine {
    fn drop(&mut self) {
        let workspace: &Path = &self.workspace();
        if workspace.exists() && !std::thread::panicking() {
            self.cli().check_integrity();
        }
    }
}
