//! `import` and `export`: files in and out.
//!
//! While a file comes in, a terminal is told how far it is. Interrupting it calls the import off, which is one action:
//! nothing of it stays, not even the workspace that was made for it.

use std::io::{IsTerminal as _, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use lineout_app::import::{ImportField, ImportFormat, MAX_FILE};
use lineout_app::{AppError, Host, Progress, Step, Watch, device};
use serde_json::{Value, json};

use crate::verbs::{Call, Result, print, wrong_usage};

/// What `lineout import` was given.
pub struct Import {
    /// A format's word, or `auto`.
    pub format: String,
    /// The file.
    pub file: PathBuf,
    /// The key of the product.
    pub product: Option<String>,
    /// Write nothing.
    pub dry_run: bool,
    /// `Column=field`, any number of times.
    pub mapping: Vec<String>,
}

/// Brings a file in, or says what that would do.
pub fn import(call: &Call, wish: &Import) -> Result<ExitCode> {
    let format = ImportFormat::ALL.into_iter().find(|(_, word)| *word == wish.format).map(|(_, word)| word);
    if format.is_none() && wish.format != "auto" {
        let words: Vec<&str> = ImportFormat::ALL.iter().map(|(_, word)| *word).collect();
        let known = words.join(", ");
        return wrong_usage(&format!(
            "{} is not a format that can be imported; use {known}, or auto",
            wish.format
        ));
    }
    let mut mapping = Vec::new();
    for one in &wish.mapping {
        let parts = one.rsplit_once('=').map(|(column, field)| (column, ImportField::parse(field.trim())));
        let Some((column, Some(field))) = parts else {
            let words: Vec<&str> = ImportField::ALL.iter().map(|field| field.word()).collect();
            let fields = words.join(", ");
            return wrong_usage(&format!("--map takes COLUMN=FIELD, not {one}; a field is one of {fields}"));
        };
        mapping.push(json!({ "column": column, "field": field.word() }));
    }
    let mut request = json!({
        "fileName": wish.file.file_name().map(|name| name.to_string_lossy()).unwrap_or_default(),
        "content": BASE64.encode(read(&wish.file)?),
        "mapping": mapping,
    });
    request["product"] = json!(wish.product);
    request["format"] = json!(format);
    carry_out(call, request, wish.dry_run)
}

fn carry_out(call: &Call, request: Value, dry_run: bool) -> Result<ExitCode> {
    let path = call.path()?;
    // A first import may come before there is a workspace: it then gets one, unless it is only a dry run.
    let made = !path.exists();
    let mut host = Host::new(&device::identify()?);
    follow(&host.watch());
    let name = if dry_run { "import.preview" } else { "import.run" };
    if made && dry_run {
        let answer = host.call(name, request, &call.context());
        clear();
        return print(&json!(answer?.value));
    }
    if made {
        host.create(&path, "Workspace", &call.context())?;
    } else {
        host.open(&path)?;
    }
    let answer = host.call(name, request, &call.context());
    clear();
    if made && answer.is_err() {
        host.close();
        device::remove_workspace(&path);
    }
    print(&answer?.value)
}

/// The bytes of a file. One that is over the limit is not read.
fn read(file: &Path) -> Result<Vec<u8>> {
    let unreadable = |error: std::io::Error| {
        AppError::new("file", format!("{} cannot be read: {error}.", file.display()), "Check the path.")
    };
    let too_large = || {
        AppError::new(
            "import_too_large",
            format!("{} is over the limit of {} MiB.", file.display(), MAX_FILE >> 20),
            "Split the file into smaller ones, each with the header row, and import them in turn.",
        )
    };
    let open = std::fs::File::open(file).map_err(unreadable)?;
    if open.metadata().map_err(unreadable)?.len() > MAX_FILE as u64 {
        return Err(too_large());
    }
    // What is no plain file does not say how long it is.
    let mut bytes = Vec::new();
    open.take(MAX_FILE as u64 + 1).read_to_end(&mut bytes).map_err(unreadable)?;
    if bytes.len() > MAX_FILE { Err(too_large()) } else { Ok(bytes) }
}

/// Tells a terminal how far the import is, and calls it off when it is interrupted.
fn follow(watch: &Watch) {
    let interrupted = watch.clone();
    // Without a handler an interrupt ends the process, and the database takes back what was not committed.
    let _ = ctrlc::set_handler(move || interrupted.call_off(None));
    if std::io::stderr().is_terminal() {
        watch.tell(|progress| {
            let _ = write!(std::io::stderr(), "\r\x1b[K{}", words(progress));
        });
    }
}

fn words(progress: &Progress) -> String {
    let part = (progress.done * 100).checked_div(progress.total).unwrap_or(0);
    match progress.step {
        Step::Reading => format!("Reading the file, {part} %"),
        Step::Comparing => format!("Looking up what is there, {} of {}", progress.done, progress.total),
        Step::Writing => format!("Writing, {} of {} items", progress.done, progress.total),
    }
}

fn clear() {
    if std::io::stderr().is_terminal() {
        let _ = write!(std::io::stderr(), "\r\x1b[K");
    }
}

/// Writes the Product Backlog of a product to a file or to standard output.
pub fn export(call: &Call, format: &str, file: Option<&Path>, product: Option<&str>) -> Result<ExitCode> {
    if !["csv", "json", "markdown"].contains(&format) {
        return wrong_usage(&format!("{format} is not a format to export; use csv, json or markdown"));
    }
    let mut host = call.host()?;
    let product = product_of(call, &mut host, product)?;
    let request = json!({ "product": product, "format": format });
    let exported = host.call("backlog.export", request, &call.context())?.value;
    let text = exported["text"].as_str().unwrap_or_default();
    match file {
        None => tell(text),
        Some(file) => {
            write_file(file, text)?;
            print(&json!({ "written": file.display().to_string(), "items": exported["items"] }))
        }
    }
}

/// Writes the record of a sprint to a file or to standard output.
pub fn record(
    call: &Call,
    format: &str,
    sprint: &str,
    file: Option<&Path>,
    product: Option<&str>,
) -> Result<ExitCode> {
    if !["html", "markdown"].contains(&format) {
        return wrong_usage(&format!("{format} is not a format of a record; use html or markdown"));
    }
    let mut host = call.host()?;
    let product = product_of(call, &mut host, product)?;
    let sprints = host.call("sprint.list", json!({ "product": product }), &call.context())?.value;
    let named = sprints["sprints"].as_array().into_iter().flatten().find(|one| one["name"] == sprint);
    let Some(named) = named else {
        return Err(AppError::new(
            "not_found",
            format!("There is no sprint named {sprint}."),
            "Give the name of a sprint as the window shows it.",
        ));
    };
    let request = json!({ "sprint": named["id"], "format": format });
    let exported = host.call("sprint.exportRecord", request, &call.context())?.value;
    let text = exported["text"].as_str().unwrap_or_default();
    match file {
        None => tell(text),
        Some(file) => {
            write_file(file, text)?;
            print(&json!({ "written": file.display().to_string() }))
        }
    }
}

/// The product of a key, or the only one.
fn product_of(call: &Call, host: &mut Host, key: Option<&str>) -> Result<Value> {
    let current = host.call("workspace.current", Value::Null, &call.context())?.value;
    let products = current["open"]["products"].as_array().cloned().unwrap_or_default();
    let mut found = products.iter().filter(|one| key.is_none_or(|key| one["key"] == key));
    match (found.next(), found.next(), key) {
        (Some(one), None, _) => Ok(one["id"].clone()),
        (_, _, Some(key)) => Err(AppError::new(
            "not_found",
            format!("There is no product {key}."),
            "Give the key of a product of this workspace.",
        )),
        (_, _, None) => Err(AppError::new(
            "product_unclear",
            "The workspace has no product, or several.",
            "Give --product KEY.",
        )),
    }
}

/// To standard output.
fn tell(text: &str) -> Result<ExitCode> {
    // A reader that closed the pipe has what it wanted.
    let _ = std::io::stdout().lock().write_all(text.as_bytes());
    Ok(ExitCode::SUCCESS)
}

fn write_file(file: &Path, text: &str) -> Result<()> {
    std::fs::write(file, text).map_err(|error| {
        AppError::new(
            "file",
            format!("{} cannot be written: {error}.", file.display()),
            "Check the path and the free space.",
        )
    })
}
