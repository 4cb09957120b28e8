//! What can go wrong with a workspace file, each with a code of its own.

use std::path::{Path, PathBuf};

use lineout_domain::rule::Rule;

/// A refusal or failure of the store. The file is as it was before the call.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The path names no file.
    #[error("There is no workspace at {0}.")]
    Missing(PathBuf),
    /// A file is already there and would have been overwritten.
    #[error("There is already a file at {0}.")]
    Exists(PathBuf),
    /// The file is not SQLite, or not one of ours.
    #[error("{0} is not a Lineout workspace.")]
    NotAWorkspace(PathBuf),
    /// The file was written by a later release.
    #[error("{path} was written by a newer Lineout (its format is {found}, this one reads up to {known}).")]
    NewerSchema {
        /// The file.
        path: PathBuf,
        /// The version found in it.
        found: i64,
        /// The newest version known here.
        known: i64,
    },
    /// The file or its folder cannot be written.
    #[error("The workspace cannot be written: it is read-only.")]
    ReadOnly,
    /// No room left on the disk.
    #[error("The disk is full.")]
    DiskFull,
    /// Another process kept the file for longer than the busy timeout.
    #[error("Another program is writing to the workspace.")]
    Busy,
    /// SQLite found the file damaged.
    #[error("The workspace file is damaged: {0}.")]
    Damaged(String),
    /// A row that the caller named is not there.
    #[error("There is no such {what}.")]
    NotFound {
        /// The noun, as a user would say it.
        what: &'static str,
    },
    /// An undo that would overwrite what somebody did later.
    #[error("“{label}” cannot be undone: {why}.")]
    UndoConflict {
        /// Label of the action that was to be undone.
        label: String,
        /// What changed since.
        why: String,
    },
    /// An undo of the action that made the workspace; holds its label.
    #[error("“{0}” cannot be undone: everything here stands on it.")]
    Foundation(String),
    /// There is nothing to undo or redo.
    #[error("There is nothing to {0}.")]
    NothingTo(&'static str),
    /// A foreign key or unique index stands in the way.
    #[error("The change contradicts the rest of the workspace: {0}.")]
    Constraint(String),
    /// A value in the file is not of the form the schema promises.
    #[error("The workspace holds a value that cannot be read: {0}.")]
    Unreadable(String),
    /// Anything else SQLite says.
    #[error("The database refused: {0}.")]
    Sqlite(rusqlite::Error),
    /// The file system refused.
    #[error("The file could not be reached: {0}.")]
    Io(#[from] std::io::Error),
}

impl Rule for StoreError {
    fn code(&self) -> &'static str {
        match self {
            Self::Missing(_) => "workspace_missing",
            Self::Exists(_) => "workspace_exists",
            Self::NotAWorkspace(_) => "not_a_workspace",
            Self::NewerSchema { .. } => "newer_schema",
            Self::ReadOnly => "read_only",
            Self::DiskFull => "disk_full",
            Self::Busy => "busy",
            Self::Damaged(_) => "damaged",
            Self::NotFound { .. } => "not_found",
            Self::UndoConflict { .. } => "undo_conflict",
            Self::Foundation(_) => "undo_foundation",
            Self::NothingTo(_) => "nothing_to_undo",
            Self::Constraint(_) => "constraint",
            Self::Unreadable(_) => "unreadable",
            Self::Sqlite(_) => "database",
            Self::Io(_) => "file",
        }
    }

    fn hint(&self) -> String {
        match self {
            Self::Missing(_) => "Check the path, or create a new workspace.",
            Self::Exists(_) => "Open it, or choose another name.",
            Self::NotAWorkspace(_) => "Choose a file made by Lineout. To bring in other data, use import.",
            Self::NewerSchema { .. } => "Update Lineout on this machine. The file was not touched.",
            Self::ReadOnly => {
                "Allow writing to the file and its folder, or copy it elsewhere. Nothing was written."
            }
            Self::DiskFull => "Free some space and try again. Nothing was written.",
            Self::Busy => "Wait for it to finish and try again. Nothing was written.",
            Self::Damaged(_) => "Restore a backup: one is kept beside the file before each upgrade.",
            Self::NotFound { .. } => "It may have been deleted or undone. Refresh and try again.",
            Self::UndoConflict { .. } => "Undo the later change first, or change it by hand.",
            Self::Foundation(_) => "To begin anew, create another workspace.",
            Self::NothingTo(_) => "Every action of this workspace is already as you want it.",
            Self::Constraint(_) => "Refresh and try again. Nothing was written.",
            Self::Unreadable(_) | Self::Sqlite(_) => "Run `lineout doctor` to see what is wrong.",
            Self::Io(_) => "Check the path and its permissions.",
        }
        .to_owned()
    }
}

impl StoreError {
    /// A file that SQLite cannot open as a database of ours.
    pub(crate) fn opening(path: &Path, error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(rusqlite::ErrorCode::NotADatabase) => Self::NotAWorkspace(path.to_owned()),
            _ => error.into(),
        }
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode as Code;
        match error.sqlite_error_code() {
            Some(Code::ReadOnly | Code::CannotOpen | Code::PermissionDenied) => Self::ReadOnly,
            Some(Code::DiskFull) => Self::DiskFull,
            // The index of the log could not be made longer: SQLite does not say that the disk is full, but it is.
            Some(Code::SystemIoFailure) if is_shm_size(&error) => Self::DiskFull,
            Some(Code::DatabaseBusy | Code::DatabaseLocked) => Self::Busy,
            Some(Code::DatabaseCorrupt | Code::NotADatabase) => Self::Damaged(error.to_string()),
            Some(Code::ConstraintViolation) => Self::Constraint(error.to_string()),
            _ => match error {
                rusqlite::Error::FromSqlConversionFailure(..) | rusqlite::Error::InvalidColumnType(..) => {
                    Self::Unreadable(error.to_string())
                }
                other => Self::Sqlite(other),
            },
        }
    }
}

fn is_shm_size(error: &rusqlite::Error) -> bool {
    error.sqlite_error().is_some_and(|error| error.extended_code == rusqlite::ffi::SQLITE_IOERR_SHMSIZE)
}
