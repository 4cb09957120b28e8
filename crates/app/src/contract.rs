//! The contract: every command and query the product has, each declared once, in [`contract!`]'s list below.
//!
//! From this list come the router, `lineout commands`, the JSON Schemas and the TypeScript types.

use schemars::{JsonSchema, SchemaGenerator, generate::SchemaSettings};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::context::{Act, Context, View};
use crate::error::{AppError, Result};
use crate::host::{Answer, Host};
use crate::typescript::Types;
use crate::{board, history, impediment, improvement, increment, item, person, product, retro, sprint, workspace};

/// How a use case is run.
#[derive(Clone, Copy)]
pub(crate) enum Run {
    /// Reads only.
    Query(fn(&View<'_>, Value) -> Result<Value>),
    /// Writes, as one action.
    Command(fn(&mut Act<'_, '_>, Value) -> Result<Value>),
    /// Concerns the host itself: which file is open, and turning actions back.
    Host(fn(&mut Host, Value, &Context) -> Result<Answer>),
}

/// One declared command or query.
pub(crate) struct UseCase {
    pub(crate) name: &'static str,
    pub(crate) kind: &'static str,
    pub(crate) summary: &'static str,
    pub(crate) run: Run,
    schemas: fn() -> (Value, Value),
    pub(crate) types: fn(&mut Types) -> (String, String),
}

/// One command or query, as `lineout commands` lists it.
#[derive(Debug, Clone, Serialize)]
pub struct CommandInfo {
    /// Its name, such as `item.move`.
    pub name: &'static str,
    /// `command` (writes) or `query` (reads).
    pub kind: &'static str,
    /// One sentence.
    pub summary: &'static str,
    /// JSON Schema of the request.
    pub request: Value,
    /// JSON Schema of the response.
    pub response: Value,
}

/// Every command and query with its schemas.
pub fn commands() -> Vec<CommandInfo> {
    let info = |case: &UseCase| {
        let (request, response) = (case.schemas)();
        CommandInfo { name: case.name, kind: case.kind, summary: case.summary, request, response }
    };
    USE_CASES.iter().map(info).collect()
}

/// The use case of a name.
pub(crate) fn find(name: &str) -> Result<&'static UseCase> {
    USE_CASES.iter().find(|case| case.name == name).ok_or_else(|| {
        AppError::new(
            "unknown_command",
            format!("There is no command or query named {}.", lineout_domain::text::excerpt(name)),
            "`lineout commands` lists them all.",
        )
    })
}

/// A request from its JSON; an absent one counts as empty.
pub(crate) fn parse<T: DeserializeOwned>(request: Value) -> Result<T> {
    let request = if request.is_null() { Value::Object(serde_json::Map::new()) } else { request };
    serde_json::from_value(request).map_err(|error| {
        AppError::new(
            "bad_request",
            format!("The request was not understood: {}.", lineout_domain::text::excerpt(&error.to_string())),
            "`lineout commands` shows the form of every request.",
        )
    })
}

/// A response as JSON.
pub(crate) fn json<T: Serialize>(response: T) -> Result<Value> {
    serde_json::to_value(response)
        .map_err(|error| AppError::new("bad_response", format!("BUG: {error}."), "Please report this."))
}

fn schemas<Req: JsonSchema, Res: JsonSchema>() -> (Value, Value) {
    let settings = SchemaSettings::draft2020_12().with(|settings| settings.inline_subschemas = true);
    let one = |schema: schemars::Schema| schema.to_value();
    let request = SchemaGenerator::new(settings.clone()).into_root_schema_for::<Req>();
    let response = SchemaGenerator::new(settings.for_serialize()).into_root_schema_for::<Res>();
    (one(request), one(response))
}

/// `command "item.move" item::move_: MoveItems => ItemsMoved, "What it does.";`
macro_rules! contract {
    ($($kind:ident $name:literal $($path:ident)::+ : $Req:ty => $Res:ty, $summary:literal;)+) => {
        /// The list.
        pub(crate) static USE_CASES: &[UseCase] = &[$(UseCase {
            name: $name,
            kind: contract!(@word $kind),
            summary: $summary,
            run: contract!(@run $kind $($path)::+),
            schemas: schemas::<$Req, $Res>,
            types: |types| (types.name::<$Req>(), types.name::<$Res>()),
        }),+];
    };
    (@word command) => { "command" };
    (@word query) => { "query" };
    (@word host_command) => { "command" };
    (@word host_query) => { "query" };
    (@run command $($path:ident)::+) => { Run::Command(|act, request| json($($path)::+::run(act, parse(request)?)?)) };
    (@run query $($path:ident)::+) => { Run::Query(|view, request| json($($path)::+::run(view, parse(request)?)?)) };
    (@run host_command $($path:ident)::+) => { Run::Host(|host, request, context| $($path)::+::run(host, parse(request)?, context)) };
    (@run host_query $($path:ident)::+) => { Run::Host(|host, request, context| $($path)::+::run(host, parse(request)?, context)) };
}

contract! {
    host_query "workspace.current" workspace::current: workspace::Nothing => workspace::Current, "The open workspace, its people and products.";
    host_command "workspace.create" workspace::create: workspace::CreateWorkspace => workspace::Workspace, "Makes a new workspace file.";
    query "workspace.check" workspace::check: workspace::Nothing => workspace::Checked, "Runs the integrity check over the whole file.";
}
