//! The contract, called as a script calls it: through the `lineout` binary.

use std::fmt;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde::Deserialize;
use serde_json::Value;

use crate::binaries;

/// The command line on one workspace file, as one person, at one time.
#[derive(Debug, Clone)]
pub struct Cli {
    workspace: PathBuf,
    person: Option<String>,
    now: Option<String>,
    config: Option<PathBuf>,
}

/// How the contract says no.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Refusal {
    /// What a program matches on.
    pub code: String,
    /// What happened and why.
    pub message: String,
    /// What to do now.
    pub hint: String,
}

impl fmt::Display for Refusal {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}: {} {}", self.code, self.message, self.hint)
    }
}

impl Cli {
    /// The command line on a workspace file, which need not exist yet.
    pub fn on(workspace: &Path) -> Cli {
        Cli { workspace: workspace.to_owned(), person: None, now: None, config: None }
    }

    /// The same, acting as a person, given by id.
    #[must_use]
    pub fn acting_as(mut self, person: &str) -> Cli {
        self.person = Some(person.to_owned());
        self
    }

    /// The same, at an RFC 3339 instant instead of the present.
    #[must_use]
    pub fn at(mut self, instant: &str) -> Cli {
        self.now = Some(instant.to_owned());
        self
    }

    /// The same, with its settings in a folder of its own.
    #[must_use]
    pub fn configured_in(mut self, folder: &Path) -> Cli {
        self.config = Some(folder.to_owned());
        self
    }

    /// Where the program is.
    pub fn program(&self) -> PathBuf {
        binaries::cli()
    }

    /// Calls a command or query and gives its response. Panics when it is refused.
    pub fn call(&self, name: &str, request: Value) -> Value {
        self.attempt(name, request.clone())
            .unwrap_or_else(|refusal| panic!("{name} {request} was refused: {refusal}"))
    }

    /// Calls a command that must be refused and gives the refusal. Panics when it is carried out.
    pub fn refuse(&self, name: &str, request: Value) -> Refusal {
        match self.attempt(name, request.clone()) {
            Err(refusal) => refusal,
            Ok(value) => panic!("{name} {request} should have been refused, and answered {value}"),
        }
    }

    /// Calls a command or query.
    pub fn attempt(&self, name: &str, request: Value) -> Result<Value, Refusal> {
        let output = self.run_with(["call", name, "-"], request.to_string().as_bytes());
        match output.status.code() {
            Some(0) => Ok(json("response", &output.stdout)),
            Some(1) => Err(json("refusal", &output.stderr)),
            _ => panic!("lineout call {name} ended with {}: {}", output.status, text(&output.stderr)),
        }
    }

    /// Runs any of the program's verbs with nothing on its standard input.
    pub fn run<'a>(&self, arguments: impl IntoIterator<Item = &'a str>) -> Output {
        self.run_with(arguments, b"")
    }

    /// Runs any of the program's verbs with these bytes on its standard input.
    pub fn run_with<'a>(&self, arguments: impl IntoIterator<Item = &'a str>, input: &[u8]) -> Output {
        let mut command = self.command();
        command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("the lineout binary starts");
        let mut stdin = child.stdin.take().expect("standard input is piped");
        std::thread::scope(|scope| {
            // Written beside reading: a long answer must not wait for a long request to be taken in. A program that
            // ends without reading its input is no failure of the test.
            scope.spawn(move || stdin.write_all(input));
            child.wait_with_output().expect("the lineout binary ends")
        })
    }

    /// The program with this workspace, person and time, to be given a verb: for tests that kill it.
    pub fn command(&self) -> Command {
        let mut command = Command::new(binaries::cli());
        command.arg("-w").arg(&self.workspace);
        if let Some(person) = &self.person {
            command.args(["--as", person]);
        }
        if let Some(now) = &self.now {
            command.args(["--now", now]);
        }
        if let Some(folder) = &self.config {
            command.env("LINEOUT_CONFIG_DIR", folder);
        }
        command
    }

    /// Asserts that the file is sound: SQLite's own check, foreign keys, history replayed, ranks.
    pub fn check_integrity(&self) {
        let checked = self.call("workspace.check", serde_json::json!({}));
        assert_eq!(checked["ok"], true, "{} is not sound: {checked:#}", self.workspace.display());
    }
}

fn json<T: serde::de::DeserializeOwned>(what: &str, bytes: &[u8]) -> T {
    serde_json::from_slice(bytes)
        .unwrap_or_else(|error| panic!("the {what} is not JSON ({error}): {}", text(bytes)))
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}
