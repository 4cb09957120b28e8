//! `attachment.save`: a copy of an attached file goes to disk. It writes nothing in the workspace.

use std::fs::{File, OpenOptions};
use std::io::Write;
use std::path::{Path, PathBuf};

use lineout_domain::ids::AttachmentId;
use lineout_store::record::{self, Record};
use uuid::Uuid;

use crate::context::Context;
use crate::contract::json;
use crate::error::{AppError, Result};
use crate::host::{Answer, Host};
use crate::wire::{requests, responses};

requests! {
    /// Writes a copy of an attached file.
    pub struct SaveAttachment {
        /// Which.
        pub attachment: Uuid,
        /// Where to: the file to be made.
        pub path: String,
        /// A file that is there already may be replaced; the person was asked.
        pub replace: Option<bool>,
    }
}

responses! {
    /// What was written.
    pub struct SavedAttachment {
        /// Where.
        pub path: String,
        /// Bytes.
        pub size: u32,
    }
}

pub(crate) fn run(host: &mut Host, request: SaveAttachment, context: &Context) -> Result<Answer> {
    let view = host.view(context).ok_or_else(crate::host::no_workspace)?;
    let row = record::Attachment::get(&view.db, AttachmentId::new(request.attachment))?;
    let path = Path::new(&request.path);
    check_place(path, view.path)?;
    let bytes = view.db.kept_bytes(&row.sha256)?;
    let written =
        if request.replace == Some(true) { replace(path, &bytes, row.id) } else { write(path, &bytes) };
    written.map_err(|error| refused(&error, path))?;
    Ok(Answer::of(json(SavedAttachment { path: request.path, size: row.size })?))
}

/// Refuses the workspace itself and the files that belong to it: a copy there would be the end of it.
fn check_place(path: &Path, workspace: &Path) -> Result<()> {
    let folder = |path: &Path| {
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        folder.canonicalize().ok()
    };
    let named = |path: &Path| path.file_name().map(|name| name.to_string_lossy().into_owned());
    let real = |path: &Path| path.canonicalize().ok();
    let own = named(workspace).unwrap_or_default();
    let beside = named(path).is_some_and(|name| {
        name.strip_prefix(&own).is_some_and(|end| matches!(end, "" | "-wal" | "-shm" | "-journal"))
    });
    let same = real(path).is_some_and(|path| Some(path) == real(workspace));
    let beside = beside && folder(path) == folder(workspace);
    if !same && !beside {
        return Ok(());
    }
    Err(AppError::new(
        "attachment_place",
        "That is the workspace itself, and it is not written over.",
        "Choose another name or folder.",
    ))
}

/// A file that was not there before.
fn write(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let mut file = OpenOptions::new().write(true).create_new(true).open(path)?;
    fill(&mut file, bytes).inspect_err(|_| {
        std::fs::remove_file(path).ok();
    })
}

/// In place of one that is there: written beside it first, so that it is lost only once the new one is whole.
fn replace(path: &Path, bytes: &[u8], of: AttachmentId) -> std::io::Result<()> {
    if path.is_dir() {
        return Err(std::io::ErrorKind::IsADirectory.into());
    }
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(format!(".{of}.part"));
    let beside: PathBuf = path.with_file_name(name);
    write(&beside, bytes)?;
    std::fs::rename(&beside, path).inspect_err(|_| {
        std::fs::remove_file(&beside).ok();
    })
}

fn fill(file: &mut File, bytes: &[u8]) -> std::io::Result<()> {
    file.write_all(bytes)?;
    file.sync_all()
}

fn refused(error: &std::io::Error, path: &Path) -> AppError {
    if error.kind() == std::io::ErrorKind::AlreadyExists {
        return AppError::new(
            "file_exists",
            format!("There is already a file at {}.", path.display()),
            "Choose another name, or say that it may be replaced.",
        );
    }
    AppError::new(
        "attachment_not_written",
        format!("The copy could not be written to {}: {error}.", path.display()),
        "Choose a folder that you may write to.",
    )
}
