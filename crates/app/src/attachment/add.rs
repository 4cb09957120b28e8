//! `attachment.add`: a file that somebody dropped, pasted or chose is kept with an item.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use lineout_domain::attachment as rules;
use lineout_domain::ids::ItemId;
use lineout_domain::text::excerpt;
use lineout_store::record::{self, Record};
use uuid::Uuid;

use super::Attachment;
use crate::context::Act;
use crate::error::{AppError, Result};
use crate::item::key;
use crate::wire::{count, requests};

requests! {
    /// Keeps a file with an item. Its bytes come in `content`, or are read from `path`.
    pub struct AddAttachment {
        /// With which item.
        pub item: Uuid,
        /// Where the file is; it is copied into the workspace and then needed no longer.
        pub path: Option<String>,
        /// What it is called; with a path, the file's own name when left out.
        pub name: Option<String>,
        /// Its bytes, base64.
        pub content: Option<String>,
    }
}

pub(crate) fn run(act: &mut Act<'_, '_>, request: AddAttachment) -> Result<Attachment> {
    let item = record::Item::get(act.db, ItemId::new(request.item))?;
    rules::check_count(act.db.attachments(item.id)?.len())?;
    let (name, bytes) = match (&request.path, &request.content, &request.name) {
        (Some(path), None, name) => {
            let name = rules::name(name.as_deref().unwrap_or(path))?;
            let bytes = from_disk(Path::new(path), &name)?;
            (name, bytes)
        }
        (None, Some(content), Some(name)) => {
            let name = rules::name(name)?;
            let bytes = decoded(content, &name)?;
            (name, bytes)
        }
        _ => {
            return Err(AppError::new(
                "attachment_source",
                "A file needs either a path, or a name and its content.",
                "Give one of them, not both.",
            ));
        }
    };
    let row = record::Attachment {
        id: act.id(),
        item: item.id,
        media_type: rules::media_type(&bytes).to_owned(),
        size: count(bytes.len()),
        sha256: act.db.keep_bytes(&bytes)?,
        name,
        added_by: act.author,
        added_at: act.now,
    };
    row.insert(act.db)?;
    act.db.label(format!("Attach “{}” to {}", excerpt(&row.name), key(act.db, &item)?));
    Ok(row.into())
}

fn decoded(content: &str, name: &str) -> Result<Vec<u8>> {
    // What is far too large is refused before it is unpacked into memory once more.
    rules::check_size(name, content.len() as u64 / 4 * 3 - content.len().min(2) as u64)?;
    let bytes = BASE64.decode(content).map_err(|_| {
        AppError::new(
            "attachment_content",
            "The content of the file is not base64.",
            "Send the bytes of the file, base64 encoded.",
        )
    })?;
    rules::check_size(name, bytes.len() as u64)?;
    Ok(bytes)
}

fn from_disk(path: &Path, name: &str) -> Result<Vec<u8>> {
    let unreadable = |error: std::io::Error| match error.kind() {
        std::io::ErrorKind::NotFound => AppError::new(
            "attachment_missing",
            format!("There is no file at {}.", path.display()),
            "It may have been moved or renamed. Choose it again.",
        ),
        _ => AppError::new(
            "attachment_unreadable",
            format!("{} could not be read: {error}.", path.display()),
            "Check that you may read the file, then try again.",
        ),
    };
    // Looked at before it is opened: opening a pipe would wait for somebody to write to it.
    let about = std::fs::metadata(path).map_err(unreadable)?;
    if !about.is_file() {
        return Err(AppError::new(
            "attachment_not_a_file",
            format!("{} is not a file.", path.display()),
            "Choose a file. A folder can be attached as an archive.",
        ));
    }
    rules::check_size(name, about.len())?;
    let mut bytes = Vec::new();
    // It may grow while it is read; one byte more than allowed tells that it did.
    let file = File::open(path).map_err(unreadable)?;
    file.take(rules::SIZE_MAX as u64 + 1).read_to_end(&mut bytes).map_err(unreadable)?;
    rules::check_size(name, bytes.len() as u64)?;
    Ok(bytes)
}
