//! One window's session: the host, what is remembered, and the names that only a window answers.
//!
//! `workspace.current`, `create`, `open`, `openSample`, `close` and `places` concern which file is open, so they are
//! answered here, and so are `backlog.save`, which writes what `backlog.export` answers to a file of the person's choice,
//! and `text.save`, which does so with the text of a few queries; every other name goes to the host as it came. No
//! workspace open is a normal state, and so is one that could not be opened: `workspace.current` then carries the error
//! as `problem`.

use std::path::{Path, PathBuf};

use lineout_app::timer::tell::TimerEnd;
use lineout_app::{Answer, AppError, Context, Host, Origin, Watch};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::arguments::Open;
use crate::clock::Clock;
use crate::places::{self, Places};
use crate::settings::{Last, Settings};

/// The topic published when another file was opened, or the open one closed.
const WORKSPACE: &str = "workspace";
/// Told when time has passed that may change what a screen says.
const TIME: &str = "time";

/// What stands between the window and the host.
pub struct Session {
    host: Host,
    settings: Settings,
    places: Places,
    clock: Clock,
    /// Why the workspace that should be open is not.
    problem: Option<AppError>,
    /// Whether another file was opened, or the open one closed, since the last [`Session::changes`].
    switched: bool,
    /// The quarter of an hour in which changes were looked for last.
    quarter: i64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Nothing {}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Create {
    name: String,
    /// Where; without it the default place, or one beside it.
    path: Option<PathBuf>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OpenFile {
    path: PathBuf,
}

/// Queries whose answer holds a text that may be written to a file, and where in the answer it is.
const TEXTS: &[(&str, &str)] = &[
    ("increment.get", "/notes"),
    ("increment.shipped", "/markdown"),
    ("review.get", "/review/minutes"),
    ("sprint.exportRecord", "/text"),
];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SaveText {
    path: PathBuf,
    /// One of [`TEXTS`].
    query: String,
    /// As that query takes it.
    request: Value,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SaveBacklog {
    path: PathBuf,
    /// As `backlog.export` takes it.
    export: Value,
}

impl Session {
    /// A session with no workspace open.
    pub fn new(places: Places, clock: Clock) -> Session {
        let settings = Settings::load(&places.settings());
        let mut session = Session {
            host: Host::new(&settings.device),
            settings,
            places,
            clock,
            problem: None,
            switched: false,
            quarter: 0,
        };
        session.quarter = session.quarter_now();
        session
    }

    /// Opens what the window starts with. A failure is kept for `workspace.current` to tell.
    pub fn start(&mut self, open: &Open) {
        let opened = match open {
            Open::File(path) => self.open(path),
            Open::Sample => self.open_sample(),
            Open::Last => match self.settings.last.clone() {
                Last::File(path) => self.open(&path),
                Last::Never => {
                    let own = self.places.workspace().to_owned();
                    if own.exists() { self.open(&own) } else { Ok(()) }
                }
                Last::Closed => Ok(()),
            },
        };
        match opened {
            Ok(()) if matches!(open, Open::File(_)) => self.remember_open(),
            Ok(()) => {}
            Err(problem) => self.problem = Some(problem),
        }
    }

    /// Answers one call of the page. `acting_as` is the id of the person the window runs as.
    pub fn call(
        &mut self,
        name: &str,
        request: Value,
        acting_as: Option<String>,
    ) -> Result<Answer, AppError> {
        match name {
            "workspace.current" => {
                parse::<Nothing>(request)?;
                self.current()
            }
            "workspace.create" => {
                let Create { name, path } = parse(request)?;
                self.create(&name, path)?;
                self.opened()
            }
            "workspace.open" => {
                let OpenFile { path } = parse(request)?;
                self.open(&places::typed(&path))?;
                self.opened()
            }
            "backlog.save" => {
                let SaveBacklog { path, export } = parse(request)?;
                self.save_backlog(&path, export, acting_as)
            }
            "text.save" => {
                let SaveText { path, query, request } = parse(request)?;
                self.save_text(&path, &query, request, acting_as)
            }
            "workspace.places" => {
                parse::<Nothing>(request)?;
                Ok(self.places())
            }
            "workspace.openSample" => {
                parse::<Nothing>(request)?;
                self.open_sample()?;
                self.opened()
            }
            "workspace.close" => {
                parse::<Nothing>(request)?;
                self.host.close();
                self.problem = None;
                self.switched = true;
                self.remember(Last::Closed);
                Ok(answer(json!({})))
            }
            _ => {
                let context = self.context(acting_as);
                self.host.call(name, request, &context)
            }
        }
    }

    /// What tells how far a long call is, and calls it off.
    pub fn watch(&self) -> Watch {
        self.host.watch()
    }

    /// The quarter of an hour it is. A team's day begins with one in every time zone.
    fn quarter_now(&mut self) -> i64 {
        self.clock.now().timestamp().div_euclid(15 * 60)
    }

    /// The topics that changed since the last call, by this window or any other process; `time` with every quarter of an
    /// hour, so that a window left open overnight, or through a sleep of the machine, does not show yesterday.
    pub fn changes(&mut self) -> Vec<String> {
        // A file that became unreadable is told to whoever calls next, with the reason; a poll has nobody to tell.
        let mut topics = self.host.changes().unwrap_or_default();
        if std::mem::take(&mut self.switched) && !topics.iter().any(|topic| topic == WORKSPACE) {
            topics.push(WORKSPACE.into());
        }
        let quarter = self.quarter_now();
        if std::mem::replace(&mut self.quarter, quarter) != quarter {
            topics.push(TIME.into());
        }
        topics
    }

    /// The ends of timers that nobody was told of yet, by the shell's clock.
    pub fn timer_ends(&mut self) -> Vec<TimerEnd> {
        if self.host.path().is_none() {
            return Vec::new();
        }
        let context = self.context(None);
        // As with changes: a file that cannot be read or written is told to whoever calls next.
        self.host.timer_ends(&context).unwrap_or_default()
    }

    fn context(&mut self, author: Option<String>) -> Context {
        Context { now: self.clock.now(), author, origin: Origin::User }
    }

    fn current(&mut self) -> Result<Answer, AppError> {
        let context = self.context(None);
        let mut value = self.host.call("workspace.current", json!({}), &context)?.value;
        value["problem"] = json!(self.problem);
        Ok(answer(value))
    }

    /// Remembers the file just opened and answers with the workspace in it.
    fn opened(&mut self) -> Result<Answer, AppError> {
        self.remember_open();
        let mut current = self.current()?;
        current.value = current.value["open"].take();
        Ok(current)
    }

    fn open(&mut self, path: &Path) -> Result<(), AppError> {
        let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        self.host.open(&path)?;
        self.now_open();
        Ok(())
    }

    fn create(&mut self, name: &str, path: Option<PathBuf>) -> Result<(), AppError> {
        let path = path.map_or_else(|| self.places.free_workspace(), |path| places::named(&path));
        make_folder_of(&path)?;
        let context = self.context(None);
        self.host.create(&path, name, &context)?;
        self.now_open();
        Ok(())
    }

    /// Opens the sample, making it first when this machine has none: what a person tried in it stays.
    fn open_sample(&mut self) -> Result<(), AppError> {
        let path = self.places.sample();
        if !path.exists() {
            make_folder_of(&path)?;
            lineout_app::build_sample(&path, self.clock.now())?;
        }
        self.open(&path)
    }

    /// Writes an export to a file.
    fn save_backlog(
        &mut self,
        path: &Path,
        export: Value,
        acting_as: Option<String>,
    ) -> Result<Answer, AppError> {
        let context = self.context(acting_as);
        let exported = self.host.call("backlog.export", export, &context)?.value;
        write_whole(path, exported["text"].as_str().unwrap_or_default())?;
        Ok(answer(json!({ "path": path, "items": exported["items"] })))
    }

    /// Writes the text of a query's answer to a file.
    fn save_text(
        &mut self,
        path: &Path,
        query: &str,
        request: Value,
        acting_as: Option<String>,
    ) -> Result<Answer, AppError> {
        let Some((_, place)) = TEXTS.iter().find(|(name, _)| *name == query) else {
            return Err(AppError {
                code: "bad_request".into(),
                message: format!("What {query} answers is no text to be kept."),
                hint: "Copy it instead.".into(),
            });
        };
        let context = self.context(acting_as);
        let told = self.host.call(query, request, &context)?.value;
        write_whole(path, told.pointer(place).and_then(Value::as_str).unwrap_or_default())?;
        Ok(answer(json!({ "path": path })))
    }

    /// Files opened before that are still there, newest first, and where a new one goes by default.
    fn places(&self) -> Answer {
        let recent: Vec<&PathBuf> = self.settings.recent.iter().filter(|path| path.is_file()).collect();
        answer(json!({ "recent": recent, "fresh": self.places.free_workspace() }))
    }

    fn now_open(&mut self) {
        self.problem = None;
        self.switched = true;
    }

    fn remember_open(&mut self) {
        if let Some(path) = self.host.path() {
            self.remember(Last::File(path.to_owned()));
        }
    }

    /// Notes what to open next time. Failing to is no reason to fail what the person asked for.
    fn remember(&mut self, last: Last) {
        if let Last::File(path) = &last {
            self.settings.note_recent(path);
        }
        self.settings.last = last;
        if let Err(error) = self.settings.save(&self.places.settings()) {
            eprintln!("lineout-desktop: {} could not be written: {error}", self.places.settings().display());
        }
    }
}

fn answer(value: Value) -> Answer {
    Answer { value, action: None, guidance: Vec::new() }
}

fn parse<T: DeserializeOwned>(request: Value) -> Result<T, AppError> {
    serde_json::from_value(request).map_err(|error| AppError {
        code: "invalid_request".into(),
        message: format!("The request was not understood: {error}."),
        hint: "Send the fields this command names, and no others.".into(),
    })
}

fn make_folder_of(file: &Path) -> Result<(), AppError> {
    let Some(folder) = file.parent() else { return Ok(()) };
    std::fs::create_dir_all(folder).map_err(|error| AppError {
        code: "folder_unwritable".into(),
        message: format!("The folder {} could not be made: {error}.", folder.display()),
        hint: "Free some space or allow writing there, or set LINEOUT_WORKSPACE to a file elsewhere.".into(),
    })
}

#[cfg(test)]
mod tests;

/// Writes a text to a file: whole, or the file stays as it was.
fn write_whole(path: &Path, text: &str) -> Result<(), AppError> {
    let mut draft = path.as_os_str().to_owned();
    draft.push(".part");
    let draft = PathBuf::from(draft);
    let written = std::fs::write(&draft, text).and_then(|()| std::fs::rename(&draft, path));
    written.map_err(|error| {
        std::fs::remove_file(&draft).ok();
        AppError {
            code: "file_unwritable".into(),
            message: format!("{} could not be written: {error}.", path.display()),
            hint: "Choose another place, or free some space there.".into(),
        }
    })
}
