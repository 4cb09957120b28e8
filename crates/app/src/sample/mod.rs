//! The sample workspace: Harbour, a ferry company's booking site, five sprints in and on the fourth day of the sixth.
//!
//! [`story`] has the words it is told in, [`ideas`] and [`sprints`] tell it, [`teller`] carries it out: by calls of the
//! contract alone, each at its instant, so that every chart and record of the sample is computed and none is painted.
//! Ids follow from a fixed seed and dates from the instant that is passed in: the same instant makes the same file.

mod dailies;
mod days;
mod endings;
mod ideas;
mod poker;
mod refining;
mod retrospect;
mod reviews;
mod sprints;
mod story;
mod team;
mod teller;
mod verbs;

use std::fs;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};

use crate::device::remove_workspace;
use crate::error::{AppError, Result};
use crate::sprint::check_day;

/// Writes the sample workspace to a new file, as if today were `now`.
///
/// # Errors
/// When the file exists or cannot be written, or `now` is no day of ours. No file is left behind then.
pub fn build_sample(path: &Path, now: DateTime<Utc>) -> Result<()> {
    if path.exists() {
        return Err(lineout_store::StoreError::Exists(path.to_owned()).into());
    }
    check_day(now.date_naive())?;
    // Told beside its place and moved there whole, so that nobody ever opens half a story.
    let draft = draft_of(path);
    remove_workspace(&draft);
    let made = teller::tell(&draft, now).and_then(|()| publish(&draft, path));
    remove_workspace(&draft);
    made
}

fn draft_of(path: &Path) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!(".{name}.draft-{}", std::process::id()))
}

/// Gives a finished draft its name, unless another file has taken it meanwhile.
fn publish(draft: &Path, path: &Path) -> Result<()> {
    let failed = |error: std::io::Error| match error.kind() {
        std::io::ErrorKind::AlreadyExists => lineout_store::StoreError::Exists(path.to_owned()).into(),
        _ => AppError::from(lineout_store::StoreError::Io(error)),
    };
    fs::File::open(draft).and_then(|file| file.sync_all()).map_err(failed)?;
    match fs::hard_link(draft, path) {
        // A file system without links: renaming is as whole, and the name was free a moment ago.
        Err(error) if error.kind() != std::io::ErrorKind::AlreadyExists => {
            fs::rename(draft, path).map_err(failed)
        }
        linked => linked.map_err(failed),
    }
}
