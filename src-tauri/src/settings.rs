//! What the shell remembers between runs: this machine's id and the workspace that was open last.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

/// The contents of `settings.json`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Settings {
    /// Stable id of this machine, carried by every action made on it.
    pub device: String,
    /// What was open when the window was last closed.
    #[serde(default)]
    pub last: Last,
    /// Files that were open, the newest first.
    #[serde(default)]
    pub recent: Vec<PathBuf>,
}

/// How many files are remembered.
const RECENT: usize = 6;

/// The workspace that was open last.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Last {
    /// Nothing was ever opened: a file in the default place is taken to be the person's own.
    #[default]
    Never,
    /// A workspace was open and the person closed it: the window starts with none.
    Closed,
    /// This file was open.
    File(PathBuf),
}

impl Settings {
    /// Reads the settings. An absent or unreadable file gives fresh ones: forgetting which file was open must never
    /// keep the window from opening.
    pub fn load(path: &Path) -> Settings {
        std::fs::read(path).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_else(|| {
            Settings { device: uuid::Uuid::now_v7().to_string(), last: Last::Never, recent: Vec::new() }
        })
    }

    /// Puts a file first among those that were open.
    pub fn note_recent(&mut self, path: &Path) {
        self.recent.retain(|known| known != path);
        self.recent.insert(0, path.to_owned());
        self.recent.truncate(RECENT);
    }

    /// Writes the settings beside themselves and then into place, so that a reader never sees half a file.
    pub fn save(&self, path: &Path) -> std::io::Result<()> {
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder)?;
        }
        let draft = path.with_extension("json.new");
        std::fs::write(&draft, serde_json::to_vec_pretty(self)?)?;
        std::fs::rename(draft, path)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_come_back_as_they_were_saved() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("config/settings.json");
        let mut settings = Settings::load(&path);
        assert_eq!(settings.last, Last::Never);

        for last in [Last::Closed, Last::File("/data/team.lineout".into()), Last::Never] {
            settings.last = last;
            settings.save(&path).unwrap();
            assert_eq!(Settings::load(&path), settings);
        }
    }

    #[test]
    fn the_newest_files_are_remembered_each_once() {
        let folder = tempfile::tempdir().unwrap();
        let mut settings = Settings::load(&folder.path().join("settings.json"));
        for number in [1, 2, 3, 2, 4, 5, 6, 7] {
            settings.note_recent(Path::new(&format!("/data/{number}.lineout")));
        }
        let names: Vec<_> = settings.recent.iter().filter_map(|path| path.file_stem()).collect();
        assert_eq!(names, ["7", "6", "5", "4", "2", "3"]);
    }

    #[test]
    fn a_damaged_file_is_forgotten() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("settings.json");
        std::fs::write(&path, "{").unwrap();
        assert_eq!(Settings::load(&path).last, Last::Never);
    }
}
