//! Where things are on this machine: the workspace a person gets without choosing, the sample, the settings.

use std::path::{Path, PathBuf};

/// The folders the shell writes to.
#[derive(Debug, Clone)]
pub struct Places {
    /// Where a new workspace goes: `workspace.lineout` in the data folder, or what `LINEOUT_WORKSPACE` names.
    workspace: PathBuf,
    /// The folder of `settings.json`: `lineout` in the configuration folder, or what `LINEOUT_CONFIG_DIR` names.
    config: PathBuf,
}

impl Places {
    /// The places the environment and the operating system give. The error is a sentence for the terminal.
    pub fn from_environment() -> Result<Places, String> {
        let place = |variable: &str, otherwise: Option<PathBuf>| {
            std::env::var_os(variable)
                .filter(|value| !value.is_empty())
                .map(PathBuf::from)
                .or(otherwise)
                .ok_or_else(|| format!("this machine names no folder for a person's files; set {variable}"))
        };
        Ok(Places {
            workspace: place(
                "LINEOUT_WORKSPACE",
                dirs::data_dir().map(|data| data.join("lineout").join("workspace.lineout")),
            )?,
            config: place("LINEOUT_CONFIG_DIR", dirs::config_dir().map(|config| config.join("lineout")))?,
        })
    }

    /// Places under one folder, for tests.
    #[cfg(test)]
    pub fn under(folder: &Path) -> Places {
        Places { workspace: folder.join("data").join("workspace.lineout"), config: folder.join("config") }
    }

    /// The file with what the shell remembers.
    pub fn settings(&self) -> PathBuf {
        self.config.join("settings.json")
    }

    /// The workspace a person gets without choosing.
    pub fn workspace(&self) -> &Path {
        &self.workspace
    }

    /// The sample workspace, beside the person's own.
    pub fn sample(&self) -> PathBuf {
        self.workspace.with_file_name("sample.lineout")
    }

    /// Where a workspace made now goes: the default place, or the first numbered name beside it that is free.
    pub fn free_workspace(&self) -> PathBuf {
        let stem = self.workspace.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let extension = self.workspace.extension().unwrap_or_default().to_string_lossy().into_owned();
        std::iter::once(self.workspace.clone())
            .chain((2..).map(|number| self.workspace.with_file_name(format!("{stem}-{number}.{extension}"))))
            .find(|path| !path.exists())
            .expect("BUG: the numbered names never end")
    }
}

/// A path as a person types it: `~` is their home.
pub fn typed(path: &Path) -> PathBuf {
    match (path.strip_prefix("~"), dirs::home_dir()) {
        (Ok(rest), Some(home)) => home.join(rest),
        _ => path.to_owned(),
    }
}

/// Where a new workspace goes when a person says where: with the ending that files of ours have, unless they gave one.
pub fn named(path: &Path) -> PathBuf {
    let path = typed(path);
    let path = std::path::absolute(&path).unwrap_or(path);
    if path.extension().is_none() { path.with_extension("lineout") } else { path }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_typed_path_may_begin_at_home_and_leave_the_ending_out() {
        let home = dirs::home_dir().unwrap();
        assert_eq!(typed(Path::new("~/team.lineout")), home.join("team.lineout"));
        assert_eq!(typed(Path::new("/data/~/team")), PathBuf::from("/data/~/team"));
        assert_eq!(named(Path::new("/data/team")), PathBuf::from("/data/team.lineout"));
        assert_eq!(named(Path::new("/data/team.db")), PathBuf::from("/data/team.db"));
        assert!(named(Path::new("team")).is_absolute());
    }

    #[test]
    fn a_new_workspace_never_takes_the_place_of_another() {
        let folder = tempfile::tempdir().unwrap();
        let places = Places::under(folder.path());
        std::fs::create_dir_all(places.workspace().parent().unwrap()).unwrap();

        assert_eq!(places.free_workspace(), folder.path().join("data/workspace.lineout"));
        std::fs::write(places.workspace(), "taken").unwrap();
        assert_eq!(places.free_workspace(), folder.path().join("data/workspace-2.lineout"));
        std::fs::write(places.free_workspace(), "taken").unwrap();
        assert_eq!(places.free_workspace(), folder.path().join("data/workspace-3.lineout"));
    }
}
