//! Files that are kept with an item: what is taken in and what is not, undo, copies on disk, and what may be shown.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on may panic")]

mod support;

use std::fs;
use std::path::Path;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde_json::{Value, json};
use support::Team;

/// The smallest picture there is: one pixel.
const DOT: &str =
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

fn bytes(item: &Value, name: &str, content: &[u8]) -> Value {
    json!({"item": item, "name": name, "content": BASE64.encode(content)})
}

fn names(team: &mut Team, item: &Value) -> Vec<String> {
    let detail = team.get(item);
    let told = detail["attachments"].as_array().unwrap().iter();
    told.map(|row| row["name"].as_str().unwrap().to_owned()).collect()
}

fn place(team: &Team, name: &str) -> String {
    team.folder.path().join(name).display().to_string()
}

#[test]
fn a_file_is_kept_and_comes_out_as_it_went_in() {
    let mut team = Team::new();
    let item = team.item("Refund");
    let ana = team.ana.clone();
    team.act_as(&ana);
    let content: Vec<u8> = (0..=255).cycle().take(70_000).collect();
    let label = team.label("attachment.add", bytes(&item, "../x/logs: May.bin", &content));
    assert_eq!(label, "Attach “logs_ May.bin” to HBR-1");
    let told = team.get(&item)["attachments"][0].clone();
    assert_eq!((&told["name"], &told["size"]), (&json!("logs_ May.bin"), &json!(70_000)));
    assert_eq!((&told["mediaType"], &told["picture"]), (&json!("application/octet-stream"), &json!(false)));
    assert_eq!(told["addedBy"], ana);

    let copy = place(&team, "copy.bin");
    let save = json!({"attachment": told["id"], "path": copy});
    let answer = team.answer("attachment.save", save.clone());
    assert!(answer.action.is_none());
    assert_eq!(fs::read(&copy).unwrap(), content);

    // Nothing on disk is written over in silence.
    fs::write(&copy, "mine").unwrap();
    assert_eq!(team.refusal("attachment.save", save), "file_exists");
    assert_eq!(fs::read(&copy).unwrap(), b"mine");
    team.call("attachment.save", json!({"attachment": told["id"], "path": copy, "replace": true}));
    assert_eq!(fs::read(&copy).unwrap(), content);
    let left = fs::read_dir(team.folder.path()).unwrap().map(|entry| entry.unwrap().file_name());
    assert!(!left.into_iter().any(|name| name.to_string_lossy().ends_with(".part")));
}

#[test]
fn a_copy_never_lands_on_the_workspace() {
    let mut team = Team::new();
    let item = team.item("Refund");
    let id = team.call("attachment.add", bytes(&item, "a.txt", b"a"))["id"].clone();
    let folder = team.folder.path().display().to_string();
    for path in ["team.lineout", "team.lineout-wal", "team.lineout-shm", "./team.lineout"] {
        let path = place(&team, path);
        let save = json!({"attachment": id, "path": path, "replace": true});
        assert_eq!(team.refusal("attachment.save", save), "attachment_place", "{path}");
    }
    let onto_folder = json!({"attachment": id, "path": folder, "replace": true});
    assert_eq!(team.refusal("attachment.save", onto_folder), "attachment_not_written");
    let nowhere = json!({"attachment": id, "path": place(&team, "no/such/folder/a.txt")});
    assert_eq!(team.refusal("attachment.save", nowhere), "attachment_not_written");
    #[cfg(unix)]
    {
        // By another name for the same file.
        let other = place(&team, "link.lineout");
        std::os::unix::fs::symlink(place(&team, "team.lineout"), &other).unwrap();
        let save = json!({"attachment": id, "path": other, "replace": true});
        assert_eq!(team.refusal("attachment.save", save), "attachment_place");
    }
}

#[test]
fn adding_and_removing_are_undone_whole() {
    let mut team = Team::new();
    let item = team.item("Refund");
    let id = team.call("attachment.add", bytes(&item, "plan.txt", b"one two"))["id"].clone();
    // The same bytes once more, under another name and with another item.
    let other = team.item("Other");
    team.call("attachment.add", bytes(&other, "copy of plan.txt", b"one two"));
    let label = team.label("attachment.remove", json!({"attachment": id}));
    assert_eq!(label, "Remove “plan.txt” from HBR-1");
    assert_eq!(names(&mut team, &item), [""; 0]);
    assert_eq!(team.refusal("attachment.remove", json!({"attachment": id})), "not_found");
    team.undo();
    assert_eq!(names(&mut team, &item), ["plan.txt"]);
    team.call("attachment.save", json!({"attachment": id, "path": place(&team, "out.txt")}));
    assert_eq!(fs::read(team.folder.path().join("out.txt")).unwrap(), b"one two");
    team.redo();
    team.turn_all(4);
    assert_eq!(names(&mut team, &item), [""; 0]);
    assert_eq!(names(&mut team, &other), ["copy of plan.txt"]);

    // An item takes its files with it, and brings them back.
    team.call("item.delete", json!({"items": [other]}));
    team.undo();
    assert_eq!(names(&mut team, &other), ["copy of plan.txt"]);
    let story = team.call("item.history", json!({"item": item, "limit": 50}));
    let told: Vec<&str> =
        story["entries"].as_array().unwrap().iter().map(|entry| entry["text"].as_str().unwrap()).collect();
    assert!(told.contains(&"attached “plan.txt”"), "{told:?}");
    assert!(told.contains(&"removed the attachment “plan.txt”"), "{told:?}");
}

#[test]
fn files_come_from_disk_by_their_path() {
    let mut team = Team::new();
    let item = team.item("Refund");
    let path = place(&team, "Überfahrt.txt");
    fs::write(&path, "words").unwrap();
    team.call("attachment.add", json!({"item": item, "path": path}));
    team.call("attachment.add", json!({"item": item, "path": path, "name": "other.txt"}));
    // The file itself is needed no longer.
    fs::remove_file(&path).unwrap();
    assert_eq!(names(&mut team, &item), ["Überfahrt.txt", "other.txt"]);
    assert_eq!(team.get(&item)["attachments"][0]["mediaType"], "text/plain");

    let missing = json!({"item": item, "path": path});
    assert_eq!(team.refusal("attachment.add", missing), "attachment_missing");
    let folder = json!({"item": item, "path": team.folder.path().display().to_string()});
    assert_eq!(team.refusal("attachment.add", folder), "attachment_not_a_file");
    if Path::new("/dev/zero").exists() {
        let endless = json!({"item": item, "path": "/dev/zero"});
        assert_eq!(team.refusal("attachment.add", endless), "attachment_not_a_file");
    }
}

#[test]
fn what_is_too_large_or_no_file_is_refused() {
    let mut team = Team::new();
    let item = team.item("Refund");
    // Nothing is written for it: a file may have a size without having bytes.
    let path = place(&team, "film.mov");
    fs::File::create(&path).unwrap().set_len((25 << 20) + 1).unwrap();
    assert_eq!(team.refusal("attachment.add", json!({"item": item, "path": path})), "attachment_too_large");
    let sent = json!({"item": item, "name": "film.mov", "content": "A".repeat(36 << 20)});
    assert_eq!(team.refusal("attachment.add", sent), "attachment_too_large");
    let broken = json!({"item": item, "name": "a.txt", "content": "not base64!"});
    assert_eq!(team.refusal("attachment.add", broken), "attachment_content");
    for name in ["", "..", "folder/", "\u{200b}", "con/\u{0}"] {
        assert_eq!(team.refusal("attachment.add", bytes(&item, name, b"a")), "attachment_name", "{name:?}");
    }
    for request in [
        json!({"item": item}),
        json!({"item": item, "name": "a.txt"}),
        json!({"item": item, "content": ""}),
        json!({"item": item, "path": path, "content": ""}),
    ] {
        assert_eq!(team.refusal("attachment.add", request.clone()), "attachment_source", "{request}");
    }
    // An empty file is a file.
    team.call("attachment.add", bytes(&item, "empty.txt", b""));
    assert_eq!(team.get(&item)["attachments"][0]["size"], 0);
    for n in 1..200 {
        team.call("attachment.add", bytes(&item, &format!("{n}.txt"), b"x"));
    }
    assert_eq!(team.refusal("attachment.add", bytes(&item, "one more", b"x")), "attachments_too_many");
}

#[test]
fn pictures_are_shown_and_nothing_else() {
    let mut team = Team::new();
    let item = team.item("Refund");
    let add = |team: &mut Team, name: &str, content: &[u8]| {
        team.call("attachment.add", bytes(&item, name, content))
    };
    // It is what its bytes are, not what it is called.
    let dot = add(&mut team, "screen.txt", &BASE64.decode(DOT).unwrap());
    assert_eq!((&dot["mediaType"], &dot["picture"]), (&json!("image/png"), &json!(true)));
    let shown = team.call("attachment.read", json!({"attachment": dot["id"]}));
    assert_eq!(shown, json!({"mediaType": "image/png", "content": DOT}));
    for (name, content) in [
        ("logo.svg", &b"<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>"[..]),
        ("page.png", b"<script>alert(1)</script>"),
        ("plan.pdf", b"%PDF-1.7"),
        ("bomb.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\x7f\xff\xff\xff\x7f\xff\xff\xff\x08\x06\0\0\0"),
    ] {
        let id = add(&mut team, name, content)["id"].clone();
        assert_eq!(
            team.refusal("attachment.read", json!({"attachment": id})),
            "attachment_no_picture",
            "{name}"
        );
    }
}

#[test]
fn doctor_finds_content_that_is_not_what_was_attached() {
    let mut team = Team::new();
    let item = team.item("Refund");
    team.call("attachment.add", bytes(&item, "plan.txt", b"one two"));
    team.call("attachment.add", bytes(&item, "gone.txt", b"three"));
    team.check();
    let path = team.folder.path().join("team.lineout");
    let damaged = team.folder.path().join("damaged.lineout");
    team.host.close();
    fs::copy(&path, &damaged).unwrap();
    let bytes = fs::read(&damaged).unwrap();
    let at = |word: &[u8]| bytes.windows(word.len()).position(|part| part == word).unwrap();
    let mut bytes = bytes.clone();
    let place = at(b"one two");
    bytes[place] = b'X';
    fs::write(&damaged, bytes).unwrap();
    team.host.open(&damaged).unwrap();
    let checked = team.call("workspace.check", json!({}));
    let found = checked["findings"].as_array().unwrap();
    assert_eq!(found.len(), 1, "{checked}");
    assert_eq!(found[0]["check"], "attachments");
    team.host.open(&path).unwrap();
}
