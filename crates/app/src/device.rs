//! Which machine this is, and where its files are by default.

use std::path::{Path, PathBuf};

use crate::error::{AppError, Result};

/// The folder for settings of this machine: `LINEOUT_CONFIG_DIR`, or the system's.
pub fn config_folder() -> Option<PathBuf> {
    match std::env::var_os("LINEOUT_CONFIG_DIR") {
        Some(folder) => Some(folder.into()),
        None => dirs::config_dir().map(|folder| folder.join("lineout")),
    }
}

/// The workspace that is used when none is named.
pub fn default_workspace() -> Option<PathBuf> {
    dirs::data_dir().map(|folder| folder.join("lineout").join("workspace.lineout"))
}

/// A stable id of this machine, made once and kept in the settings folder. Where none can be kept, a fresh one: an
/// action must name a device, and a read-only home is no reason to refuse work.
///
/// # Errors
/// When the file is there but cannot be read.
pub fn identify() -> Result<String> {
    let Some(folder) = config_folder() else { return Ok(fresh()) };
    let path = folder.join("device");
    match std::fs::read_to_string(&path) {
        Ok(id) if !id.trim().is_empty() => Ok(id.trim().to_owned()),
        Ok(_) => Ok(keep(&folder, &path)),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(keep(&folder, &path)),
        Err(error) => Err(AppError::new(
            "file",
            format!("{} cannot be read: {error}.", path.display()),
            "Allow reading it, or delete it.",
        )),
    }
}

fn keep(folder: &Path, path: &Path) -> String {
    let id = fresh();
    std::fs::create_dir_all(folder).and_then(|()| std::fs::write(path, &id)).ok();
    id
}

fn fresh() -> String {
    let mut bytes = [0; 16];
    rand::RngCore::fill_bytes(&mut rand::rng(), &mut bytes);
    uuid::Builder::from_random_bytes(bytes).into_uuid().simple().to_string()
}

/// Removes a workspace file with what SQLite keeps beside it.
pub fn remove_workspace(path: &Path) {
    for end in ["", "-wal", "-shm"] {
        let mut name = path.as_os_str().to_owned();
        name.push(end);
        std::fs::remove_file(name).ok();
    }
}
