//! Files that cannot be opened or written: each is refused with its own code, a hint that helps, and not one byte
//! changed.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use lineout_tests::{Cli, Machine, Refusal};
use serde_json::json;

/// Everything in a folder with its bytes.
fn contents(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.filter(|path| path.is_file()).map(|path| (path.clone(), std::fs::read(path).unwrap())).collect()
}

/// A folder with a workspace in it that nobody has open.
fn workspace(machine: &Machine) -> PathBuf {
    let folder = machine.path("team");
    std::fs::create_dir(&folder).unwrap();
    let path = folder.join("team.lineout");
    let cli = machine.cli_on(&path);
    cli.call("workspace.create", json!({"name": "Harbour"}));
    cli.call("product.create", json!({"key": "HBR", "name": "Harbour"}));
    path
}

/// Reading and writing are refused, and the folder is as it was.
fn refused(cli: &Cli, path: &Path) -> Refusal {
    let before = contents(path.parent().unwrap());
    let refusal = cli.refuse("workspace.current", json!({}));
    let writing = cli.refuse("person.add", json!({"name": "Cy"}));
    assert_eq!(refusal.code, writing.code, "{writing}");
    assert!(!refusal.hint.is_empty() && refusal.message.ends_with('.'), "{refusal}");
    assert!(contents(path.parent().unwrap()) == before, "{refusal}: something in the folder has changed");
    refusal
}

/// Overwrites four bytes of SQLite's header.
fn patch(path: &Path, at: usize, value: u32) {
    let mut bytes = std::fs::read(path).unwrap();
    bytes[at..at + 4].copy_from_slice(&value.to_be_bytes());
    std::fs::write(path, bytes).unwrap();
}

#[test]
fn a_file_that_is_no_database() {
    let machine = Machine::new();
    let folder = machine.path("team");
    std::fs::create_dir(&folder).unwrap();
    for (name, bytes) in [
        ("letter.txt", b"Dear team,\n".repeat(400)),
        ("empty.lineout", Vec::new()),
        ("zeros.lineout", vec![0; 8192]),
        ("head.lineout", b"SQLite format 3\0".to_vec()),
    ] {
        let path = folder.join(name);
        std::fs::write(&path, bytes).unwrap();
        assert_eq!(refused(&machine.cli_on(&path), &path).code, "not_a_workspace", "{name}");
    }
}

#[test]
fn a_database_of_something_else() {
    let machine = Machine::new();
    let path = workspace(&machine);
    patch(&path, 68, 0x1234_5678); // the application id
    assert_eq!(refused(&machine.cli_on(&path), &path).code, "not_a_workspace");
}

#[test]
fn a_workspace_of_a_newer_lineout() {
    let machine = Machine::new();
    let path = workspace(&machine);
    patch(&path, 60, 99); // the user version
    let refusal = refused(&machine.cli_on(&path), &path);
    assert_eq!(refusal.code, "newer_schema");
    assert!(refusal.hint.contains("Update Lineout"), "{refusal}");
}

#[test]
fn a_workspace_that_was_cut_or_scratched() {
    let machine = Machine::new();
    let path = workspace(&machine);
    let whole = std::fs::read(&path).unwrap();
    let cut = whole[..whole.len() / 2].to_vec();
    let mut scratched = whole.clone();
    scratched[4096..16 * 4096].fill(0xA5);
    for (what, bytes) in [("cut", cut), ("scratched", scratched)] {
        std::fs::write(&path, bytes).unwrap();
        let cli = machine.cli_on(&path);
        let before = contents(path.parent().unwrap());
        let refusal = cli.refuse("workspace.current", json!({}));
        assert_eq!(refusal.code, "damaged", "{what}: {refusal}");
        assert!(refusal.hint.contains("backup"), "{refusal}");
        assert!(contents(path.parent().unwrap()) == before, "{what}: something in the folder has changed");
    }
    std::fs::write(&path, whole).unwrap();
    machine.cli_on(&path).check_integrity();
}

#[test]
fn no_file_a_folder_and_a_file_in_the_way() {
    let machine = Machine::new();
    let nowhere = machine.path("nowhere.lineout");
    assert_eq!(machine.cli_on(&nowhere).refuse("workspace.current", json!({})).code, "workspace_missing");
    assert!(!nowhere.exists());
    let folder = machine.path("folder");
    std::fs::create_dir(&folder).unwrap();
    assert_eq!(machine.cli_on(&folder).refuse("workspace.current", json!({})).code, "workspace_missing");

    let path = workspace(&machine);
    let cli = machine.cli_on(&path);
    let before = contents(path.parent().unwrap());
    assert_eq!(cli.refuse("workspace.create", json!({"name": "Again"})).code, "workspace_exists");
    let demo = cli.run(["demo", path.to_str().unwrap()]);
    assert_eq!(demo.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&demo.stderr).contains("workspace_exists"));
    assert!(contents(path.parent().unwrap()) == before);
}

#[test]
fn a_file_and_a_folder_that_may_only_be_read() {
    let machine = Machine::new();
    let path = workspace(&machine);
    let Some(somebody) = Somebody::without_rights(&machine) else { return };
    for (file, folder) in [(0o444, 0o755), (0o666, 0o555), (0o444, 0o555)] {
        let mode = |path: &Path, mode: u32| {
            use std::os::unix::fs::PermissionsExt;
            std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).unwrap();
        };
        mode(&path, file);
        mode(path.parent().unwrap(), folder);
        let before = contents(path.parent().unwrap());
        let output = somebody.runs(&path, &["call", "person.add", r#"{"name":"Cy"}"#]);
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        mode(path.parent().unwrap(), 0o755);
        mode(&path, 0o644);
        assert_eq!(output.status.code(), Some(1), "file {file:o}, folder {folder:o}: {said}");
        let refusal: Refusal = serde_json::from_str(&said).unwrap();
        assert_eq!(refusal.code, "read_only", "file {file:o}, folder {folder:o}: {refusal}");
        assert!(contents(path.parent().unwrap()) == before, "file {file:o}, folder {folder:o}");
    }
    machine.cli_on(&path).check_integrity();
}

/// A user of this machine who owns nothing, to whom permissions mean something. Root asks them in vain.
struct Somebody {
    prefix: Vec<String>,
    program: PathBuf,
}

impl Somebody {
    fn without_rights(machine: &Machine) -> Option<Somebody> {
        let id = Command::new("id").arg("-u").output().ok()?.stdout;
        let root = String::from_utf8_lossy(&id).trim() == "0";
        let words = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--"];
        let prefix = if root { words.map(str::to_owned).to_vec() } else { Vec::new() };
        // The built program may lie where only its owner may look.
        let program = machine.path("lineout");
        std::fs::copy(machine.cli().program(), &program).unwrap();
        let open = Command::new("chmod").arg("-R").arg("a+rX").arg(program.parent()?).status().ok()?;
        let somebody = Somebody { prefix, program };
        let works = open.success() && somebody.runs(Path::new("none"), &["commands"]).status.success();
        if !works {
            eprintln!("skipped: cannot act as a user without rights here (setpriv is missing or refused)");
        }
        works.then_some(somebody)
    }

    fn runs(&self, workspace: &Path, arguments: &[&str]) -> std::process::Output {
        let mut words = self.prefix.iter().map(String::as_str).chain([self.program.to_str().unwrap()]);
        let mut command = Command::new(words.next().unwrap());
        command
            .args(words)
            .arg("-w")
            .arg(workspace)
            .args(arguments)
            .env("LINEOUT_CONFIG_DIR", "/nonexistent");
        command.output().unwrap_or_else(|_| Command::new("false").output().expect("false runs"))
    }
}

#[test]
fn a_disk_without_room() {
    let machine = Machine::new();
    let Some(disk) = SmallDisk::mount(&machine) else { return };
    let path = disk.folder.join("team.lineout");
    let cli = machine.cli_on(&path);
    cli.call("workspace.create", json!({"name": "Harbour"}));
    let product = cli.call("product.create", json!({"key": "HBR", "name": "Harbour"}))["id"].clone();
    cli.call("item.create", json!({"product": product, "title": "There before"}));

    // A file of something else takes what is left, then a little of it is freed, from nothing up to enough.
    let filler = disk.folder.join("filler");
    let mut refused = 0;
    for free in [0, 4, 16, 64] {
        fill(&filler, free * 1024);
        let before = std::fs::read(&path).unwrap();
        let request = json!({"product": product, "title": "Too much", "description": "x".repeat(150_000)});
        let refusal = cli.refuse("item.create", request);
        assert_eq!(refusal.code, "disk_full", "with {free} KiB free: {refusal}");
        assert!(std::fs::read(&path).unwrap() == before, "with {free} KiB free the file has changed");
        refused += 1;
        std::fs::remove_file(&filler).unwrap();
        let backlog = cli.call("backlog.window", json!({"product": product, "offset": 0, "limit": 10}));
        assert_eq!(backlog["total"], 1, "nothing was written");
        cli.check_integrity();
    }
    assert_eq!(refused, 4);
    cli.call("item.create", json!({"product": product, "title": "There is room again"}));

    // Making a new file there fails whole as well.
    fill(&filler, 16 * 1024);
    let late = disk.folder.join("late.lineout");
    assert_eq!(machine.cli_on(&late).refuse("workspace.create", json!({"name": "Late"})).code, "disk_full");
    let demo = machine.cli_on(&late).run(["demo", late.to_str().unwrap()]);
    assert_eq!(demo.status.code(), Some(1), "{}", String::from_utf8_lossy(&demo.stderr));
    assert!(String::from_utf8_lossy(&demo.stderr).contains("disk_full"));
    let mut left: Vec<_> = contents(&disk.folder)
        .into_keys()
        .filter_map(|path| path.file_name().map(|n| n.to_owned()))
        .collect();
    left.sort();
    assert_eq!(left, ["filler", "team.lineout"], "no half-made file is left");
}

/// Fills a disk with a file, but for some bytes.
fn fill(filler: &Path, free: usize) {
    use std::io::Write;
    let mut file = std::fs::File::create(filler).unwrap();
    while file.write_all(&[0; 1024]).is_ok() {}
    let length = file.metadata().unwrap().len();
    file.set_len(length.saturating_sub(free as u64)).unwrap();
}

/// A disk of a few megabytes in memory, for as long as the test lasts.
struct SmallDisk {
    folder: PathBuf,
}

impl SmallDisk {
    fn mount(machine: &Machine) -> Option<SmallDisk> {
        let folder = machine.path("disk");
        std::fs::create_dir(&folder).unwrap();
        let mut command = Command::new("mount");
        command.args(["-t", "tmpfs", "-o", "size=4m", "tmpfs"]).arg(&folder);
        match command.output() {
            Ok(output) if output.status.success() => Some(SmallDisk { folder }),
            _ => {
                eprintln!("skipped: a small disk cannot be mounted here (it takes the rights to)");
                None
            }
        }
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        Command::new("umount").arg(&self.folder).status().ok();
    }
}
