//! Carrying the verbs out.

use std::io::{BufRead, Read, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use chrono::{DateTime, Utc};
use lineout_app::{AppError, Context, Host, Origin, device};
use serde_json::{Value, json};

use crate::args::{Args, Verb};
use crate::transfer;

/// What can be asked before there is a workspace: everything that leads up to one.
const NEED_NO_WORKSPACE: &[&str] = &["import.preview", "product.defaults", "product.suggestKey"];

pub(crate) type Result<T> = std::result::Result<T, AppError>;

/// Runs one verb. `Ok` carries the exit code, so that wrong usage found late is still a 2.
pub fn run(args: Args) -> Result<ExitCode> {
    let call = Call { path: args.workspace, acting: args.acting, now: args.now };
    match args.verb {
        Verb::Commands => print(&json!(lineout_app::commands())),
        Verb::Call { name, request } => match read_request(request) {
            Ok(request) => print(&call.answer(&name, request)?["value"]),
            Err(usage) => wrong_usage(&usage),
        },
        Verb::Answer { name, request } => match read_request(request) {
            Ok(request) => print(&call.answer(&name, request)?),
            Err(usage) => wrong_usage(&usage),
        },
        Verb::Batch => batch(&call),
        Verb::Import { format, file, product, dry_run, mapping } => {
            transfer::import(&call, &transfer::Import { format, file, product, dry_run, mapping })
        }
        Verb::Export { format, file, product } => {
            transfer::export(&call, &format, file.as_deref(), product.as_deref())
        }
        Verb::Record { format, sprint, file, product } => {
            transfer::record(&call, &format, &sprint, file.as_deref(), product.as_deref())
        }
        Verb::Doctor => {
            let answer = call.answer("workspace.check", Value::Null)?;
            print(&answer["value"])?;
            Ok(if answer["value"]["ok"] == true { ExitCode::SUCCESS } else { ExitCode::from(1) })
        }
        Verb::Demo { file } => {
            lineout_app::build_sample(&file, call.now())?;
            print(&json!({ "written": file.display().to_string() }))
        }
    }
}

/// What every call of this process shares.
pub(crate) struct Call {
    path: Option<PathBuf>,
    acting: Option<String>,
    now: Option<DateTime<Utc>>,
}

impl Call {
    #[expect(
        clippy::disallowed_methods,
        reason = "the edge of the program: here the clock is read and passed in"
    )]
    fn now(&self) -> DateTime<Utc> {
        self.now.unwrap_or_else(Utc::now)
    }

    pub(crate) fn context(&self) -> Context {
        Context { now: self.now(), author: self.acting.clone(), origin: Origin::User }
    }

    pub(crate) fn path(&self) -> Result<PathBuf> {
        self.path.clone().or_else(device::default_workspace).ok_or_else(|| {
            AppError::new(
                "workspace_path",
                "There is no folder for a default workspace here.",
                "Give -w FILE.",
            )
        })
    }

    /// A host with the workspace open.
    pub(crate) fn host(&self) -> Result<Host> {
        let mut host = Host::new(&device::identify()?);
        host.open(&self.path()?)?;
        Ok(host)
    }

    fn answer(&self, name: &str, mut request: Value) -> Result<Value> {
        let mut host = if name == "workspace.create" {
            let path = self.path()?;
            if let Some(fields) = request.as_object_mut() {
                fields.entry("path").or_insert_with(|| json!(path));
            }
            Host::new(&device::identify()?)
        } else if NEED_NO_WORKSPACE.contains(&name) && !self.path()?.exists() {
            Host::new(&device::identify()?)
        } else {
            self.host()?
        };
        Ok(json!(host.call(name, request, &self.context())?))
    }
}

pub(crate) fn print(value: &Value) -> Result<ExitCode> {
    let mut out = std::io::stdout().lock();
    let text = serde_json::to_string_pretty(value).unwrap_or_default();
    match writeln!(out, "{text}") {
        Ok(()) => Ok(ExitCode::SUCCESS),
        // The reader closed the pipe: it has what it wanted.
        Err(_) => Ok(ExitCode::SUCCESS),
    }
}

pub(crate) fn wrong_usage(what: &str) -> Result<ExitCode> {
    writeln!(std::io::stderr(), "error: {what}\n\nFor more information, try '--help'.").ok();
    Ok(ExitCode::from(2))
}

/// The request from the argument, or from standard input for `-`.
fn read_request(argument: Option<String>) -> std::result::Result<Value, String> {
    let text = match argument.as_deref() {
        None => return Ok(json!({})),
        Some("-") => {
            let mut text = String::new();
            std::io::stdin().read_to_string(&mut text).map_err(|error| format!("standard input: {error}"))?;
            text
        }
        Some(text) => text.to_owned(),
    };
    if text.trim().is_empty() {
        return Ok(json!({}));
    }
    serde_json::from_str(&text).map_err(|error| format!("the request is not JSON: {error}"))
}

/// One action a line; a refused line answers `{"error"}` and the next goes on.
fn batch(call: &Call) -> Result<ExitCode> {
    let mut host = call.host()?;
    let mut out = std::io::stdout().lock();
    let mut all_answered = true;
    for line in std::io::stdin().lock().lines() {
        let Ok(line) = line else { return wrong_usage("standard input is not UTF-8 text") };
        if line.trim().is_empty() {
            continue;
        }
        let answered =
            parse_line(&line).and_then(|(name, request)| host.call(&name, request, &call.context()));
        let answer = match answered {
            Ok(answer) => json!(answer),
            Err(error) => {
                all_answered = false;
                json!({ "error": error })
            }
        };
        if writeln!(out, "{answer}").and_then(|()| out.flush()).is_err() {
            break;
        }
    }
    Ok(if all_answered { ExitCode::SUCCESS } else { ExitCode::from(1) })
}

fn parse_line(line: &str) -> Result<(String, Value)> {
    let bad = |why: String| AppError::new("bad_line", why, "Each line is {\"name\": …, \"request\": …}.");
    let mut value: Value =
        serde_json::from_str(line).map_err(|error| bad(format!("A line is not JSON: {error}.")))?;
    let Some(name) = value["name"].as_str().map(str::to_owned) else {
        return Err(bad("A line has no name.".to_owned()));
    };
    Ok((name, value["request"].take()))
}
