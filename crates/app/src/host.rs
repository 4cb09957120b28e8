//! The host of at most one open workspace. The shell and the command line each keep one and send it every call.

use std::path::Path;

use chrono::SubsecRound;
use lineout_domain::ids::{ActionId, PersonId};
use lineout_store::record::{Person, Record, WorkspaceInfo};
use lineout_store::{ActionMeta, Done, Workspace};
use rand::SeedableRng;
use rand_chacha::ChaCha12Rng;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::TS;

use crate::context::{Act, Context, Origin, View, new_uuid};
use crate::contract::{self, Run};
use crate::error::{AppError, Result};
use crate::item::lists::Lists;
use crate::watch::Watch;

/// The answer to a call.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Answer {
    /// The response.
    pub value: Value,
    /// The action that was committed; none for a query, or a command that changed nothing.
    pub action: Option<ActionNote>,
    /// What was done against an accountability in guide mode.
    pub guidance: Vec<Guidance>,
}

/// A committed action, as a toast shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ActionNote {
    /// The action, to undo by.
    pub id: String,
    /// "Move HBR-12 to the top".
    pub label: String,
}

impl From<Done> for ActionNote {
    fn from(done: Done) -> Self {
        Self { id: done.id.to_string(), label: done.label }
    }
}

/// Something done against an accountability in guide mode.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct Guidance {
    /// What somebody else answers for.
    pub rule: String,
    /// The sentence to show.
    pub message: String,
}

/// Holds the open workspace.
pub struct Host {
    device: String,
    random: ChaCha12Rng,
    workspace: Option<Workspace>,
    /// How far into the history [`Host::changes`] has told.
    told: i64,
    /// How often the tables outside the history had changed then.
    told_aside: Vec<(String, i64)>,
    lists: Lists,
    watch: Watch,
}

impl Host {
    /// A host without a workspace. `device` is a stable id of this machine.
    pub fn new(device: &str) -> Self {
        Self {
            device: device.to_owned(),
            random: ChaCha12Rng::from_os_rng(),
            workspace: None,
            told: 0,
            told_aside: Vec::new(),
            lists: Lists::default(),
            watch: Watch::default(),
        }
    }

    /// A host whose ids follow from a seed, so that what it builds can be built again.
    pub fn seeded(device: &str, seed: u64) -> Self {
        Self { random: ChaCha12Rng::seed_from_u64(seed), ..Self::new(device) }
    }

    /// Opens an existing file in place of the one open now.
    ///
    /// # Errors
    /// When it is missing, foreign, newer or read-only; what was open stays open.
    pub fn open(&mut self, path: &Path) -> Result<()> {
        let workspace = Workspace::open(path)?;
        self.told = workspace.db().history_mark()?;
        self.told_aside = workspace.db().aside_mark()?;
        self.workspace = Some(workspace);
        self.lists.forget();
        Ok(())
    }

    /// Makes a new workspace and opens it.
    ///
    /// # Errors
    /// When the file exists or cannot be made, or the name is refused; no file is left behind.
    pub fn create(&mut self, path: &Path, name: &str, context: &Context) -> Result<()> {
        self.create_with(path, name, context, |_| Ok(()))
    }

    /// Makes a new workspace that nobody relies on before it is finished, and so is not waited for.
    pub(crate) fn create_draft(&mut self, path: &Path, name: &str, context: &Context) -> Result<()> {
        self.create_with(path, name, context, Workspace::hurry)
    }

    fn create_with(
        &mut self,
        path: &Path,
        name: &str,
        context: &Context,
        prepare: impl FnOnce(&Workspace) -> lineout_store::Result<()>,
    ) -> Result<()> {
        let name = lineout_domain::product::workspace_name(name)?;
        let workspace = Workspace::create(path)?;
        prepare(&workspace)?;
        let previous = self.workspace.replace(workspace);
        self.lists.forget();
        let made = self.write(context, "workspace.create", |act| {
            let id = act.id();
            act.db.label(format!("Create the workspace {name}"));
            WorkspaceInfo { id, name: name.clone() }.insert(act.db)?;
            Ok(Value::Null)
        });
        match made {
            Ok(_) => {
                self.told = 0;
                self.told_aside =
                    self.workspace.as_ref().map_or(Ok(Vec::new()), |made| made.db().aside_mark())?;
                Ok(())
            }
            Err(error) => {
                self.workspace = previous;
                std::fs::remove_file(path).ok();
                Err(error)
            }
        }
    }

    /// Closes the open workspace.
    pub fn close(&mut self) {
        self.workspace = None;
    }

    /// What tells how far a long call is, and calls it off. May be kept and used on any thread.
    pub fn watch(&self) -> Watch {
        self.watch.clone()
    }

    /// The path of the open workspace.
    pub fn path(&self) -> Option<&Path> {
        self.workspace.as_ref().map(Workspace::path)
    }

    /// The tables changed since the last time this was asked, by this process or any other.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn changes(&mut self) -> Result<Vec<String>> {
        let Some(workspace) = &self.workspace else { return Ok(Vec::new()) };
        let db = workspace.db();
        let mut topics = Vec::new();
        let aside = db.aside_mark()?;
        if aside != self.told_aside {
            let changed = aside.iter().filter(|now| !self.told_aside.contains(now));
            topics.extend(changed.map(|(table, _)| table.clone()));
            self.told_aside = aside;
        }
        let mark = db.history_mark()?;
        if mark != self.told {
            topics.extend(db.topics_since(self.told)?);
            self.told = mark;
        }
        Ok(topics)
    }

    /// Answers one call of the contract.
    ///
    /// # Errors
    /// What the use case refuses, or a request that is not of its form. Nothing is written then.
    pub fn call(&mut self, name: &str, request: Value, context: &Context) -> Result<Answer> {
        // Columns keep milliseconds; an answer must not know the time better than the file does.
        let context = &Context { now: context.now.trunc_subsecs(3), ..context.clone() };
        match contract::find(name)?.run {
            Run::Query(run) => {
                let view = self.view(context).ok_or_else(no_workspace)?;
                Ok(Answer::of(run(&view, request)?))
            }
            Run::Command(run) => self.write(context, name, |act| run(act, request)),
            Run::Aside(run) => {
                let (value, guidance) = self.aside(context, |act| run(act, request))?;
                Ok(Answer { value, action: None, guidance })
            }
            Run::Host(run) => run(self, request, context),
        }
    }

    /// The open workspace, for the calls that the host answers itself.
    pub(crate) fn view(&self, context: &Context) -> Option<View<'_>> {
        let workspace = self.workspace.as_ref()?;
        Some(View { db: workspace.db(), path: workspace.path(), now: context.now, lists: &self.lists })
    }

    /// Runs a command as one action.
    fn write(
        &mut self,
        context: &Context,
        name: &str,
        work: impl FnOnce(&mut Act<'_, '_>) -> Result<Value>,
    ) -> Result<Answer> {
        let meta = self.meta(context, name)?;
        let workspace = self.workspace.as_mut().ok_or_else(no_workspace)?;
        let mut guidance = Vec::new();
        let (random, told, watch) = (&mut self.random, &mut guidance, &self.watch);
        let (value, done) = workspace.act(&meta, |db| {
            work(&mut Act { db, now: context.now, author: meta.author, random, guidance: told, watch })
        })?;
        Ok(Answer { value, action: done.map(ActionNote::from), guidance })
    }

    /// Runs a command that writes outside the history.
    pub(crate) fn aside<T>(
        &mut self,
        context: &Context,
        work: impl FnOnce(&mut Act<'_, '_>) -> Result<T>,
    ) -> Result<(T, Vec<Guidance>)> {
        let author = self.author(context)?;
        let workspace = self.workspace.as_mut().ok_or_else(no_workspace)?;
        let mut guidance = Vec::new();
        let (random, told, watch) = (&mut self.random, &mut guidance, &self.watch);
        let value = workspace
            .aside(|db| work(&mut Act { db, now: context.now, author, random, guidance: told, watch }))?;
        Ok((value, guidance))
    }

    /// Takes an action back, or the newest one that stands.
    pub(crate) fn undo(&mut self, action: Option<ActionId>, context: &Context) -> Result<Done> {
        let meta = self.turning(context, "history.undo")?;
        Ok(self.workspace.as_mut().ok_or_else(no_workspace)?.undo(&meta, action)?)
    }

    /// Brings back what the newest undo took.
    pub(crate) fn redo(&mut self, context: &Context) -> Result<Done> {
        let meta = self.turning(context, "history.redo")?;
        Ok(self.workspace.as_mut().ok_or_else(no_workspace)?.redo(&meta)?)
    }

    /// As [`Self::meta`], but whoever has removed themselves can take that back, and whose coming was taken back can
    /// bring it back.
    fn turning(&mut self, context: &Context, command: &str) -> Result<ActionMeta> {
        let author = match self.author(context) {
            Err(error) if error.code == "person_removed" => self.named(context)?.map(|person| person.id),
            Err(_) if context.author.as_ref().is_some_and(|named| named.parse::<PersonId>().is_ok()) => None,
            author => author?,
        };
        Ok(ActionMeta { author, ..self.meta(&Context { author: None, ..context.clone() }, command)? })
    }

    fn meta(&mut self, context: &Context, command: &str) -> Result<ActionMeta> {
        Ok(ActionMeta {
            id: ActionId::new(new_uuid(context.now, &mut self.random)),
            author: self.author(context)?,
            device: self.device.clone(),
            at: context.now,
            command: command.to_owned(),
            origin: match context.origin {
                Origin::User => lineout_store::Origin::User,
                Origin::Import => lineout_store::Origin::Import,
            },
            undoes: None,
        })
    }

    /// The acting person, given by id or by name.
    fn author(&self, context: &Context) -> Result<Option<PersonId>> {
        let (Some(named), Some(_)) = (&context.author, &self.workspace) else { return Ok(None) };
        match self.named(context)? {
            Some(person) if !person.removed => Ok(Some(person.id)),
            Some(person) => Err(AppError::new(
                "person_removed",
                format!("{} was removed from this workspace.", person.name),
                "Act as somebody else, or undo the removal.",
            )),
            None => Err(AppError::new(
                "person_unknown",
                format!("Nobody here is called {}.", lineout_domain::text::excerpt(named)),
                "Give the id or the exact name of a person in this workspace.",
            )),
        }
    }

    /// The person the context names, removed or not.
    fn named(&self, context: &Context) -> Result<Option<Person>> {
        let (Some(named), Some(workspace)) = (&context.author, &self.workspace) else { return Ok(None) };
        let db = workspace.db();
        Ok(match named.parse::<PersonId>() {
            Ok(id) => Person::find(&db, id)?,
            Err(_) => db.person_named(named)?,
        })
    }
}

pub(crate) fn no_workspace() -> AppError {
    AppError::new("no_workspace", "No workspace is open.", "Open one, or create it with workspace.create.")
}

impl Answer {
    /// The answer of a call that wrote nothing.
    pub(crate) fn of(value: Value) -> Self {
        Self { value, action: None, guidance: Vec::new() }
    }
}
