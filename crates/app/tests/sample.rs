//! The sample workspace: whole, sound, the same for the same day, and never in the way of a file that is there.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::path::Path;

use chrono::{DateTime, Utc};
use lineout_app::{Context, Host, build_sample};
use lineout_store::{Tables, Workspace};
use serde_json::{Value, json};

fn instant(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

/// The sample as of an instant, opened.
fn sample(folder: &Path, now: &str) -> (Host, Context) {
    let path = folder.join("sample.lineout");
    build_sample(&path, instant(now)).unwrap();
    assert_eq!(files(folder), ["sample.lineout"], "the draft is gone");
    let mut host = Host::new("test");
    host.open(&path).unwrap();
    (host, Context::at(instant(now), None))
}

fn call(host: &mut Host, name: &str, request: Value, context: &Context) -> Value {
    host.call(name, request, context).unwrap_or_else(|error| panic!("{name}: {error}")).value
}

fn files(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).unwrap();
    entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect()
}

fn tables(path: &Path) -> Tables {
    Workspace::open(path).unwrap().db().tables().unwrap()
}

#[test]
fn it_is_a_team_on_the_fourth_day_of_its_sixth_sprint() {
    let folder = tempfile::tempdir().unwrap();
    let (mut host, context) = sample(folder.path(), "2026-03-12T11:00:00Z");
    let mut call = |name: &str, request: Value| call(&mut host, name, request, &context);
    let open = call("workspace.current", json!({}))["open"].clone();
    assert_eq!(open["people"].as_array().unwrap().len(), 6);
    let product = &open["products"][0];
    assert_eq!((&product["key"], &product["name"]), (&json!("HBR"), &json!("Harbour")));

    let ask = json!({"product": product["id"]});
    let sprints = call("sprint.list", ask.clone())["sprints"].clone();
    let states: Vec<&str> =
        sprints.as_array().unwrap().iter().map(|sprint| sprint["state"].as_str().unwrap()).collect();
    assert_eq!(states, ["active", "closed", "closed", "closed", "closed", "closed"]);
    let running = call("sprint.get", json!({"sprint": sprints[0]["id"]}));
    assert_eq!((&running["dayNumber"], &running["workingDays"]), (&json!(4), &json!(10)));
    assert_eq!((&running["sprint"]["points"], &running["sprint"]["donePoints"]), (&json!(27.0), &json!(4.0)));

    // Four Developers with 6 hours a day, one with 2.4; one of the four is off on two of the ten days.
    let capacity = call("sprint.capacity", json!({"sprint": sprints[0]["id"]}));
    assert_eq!((&capacity["hours"], &capacity["remaining"]), (&json!(252.0), &json!(51.0)));

    let velocity = call("product.velocity", ask.clone());
    let completed: Vec<f64> = velocity["sprints"]
        .as_array()
        .unwrap()
        .iter()
        .map(|sprint| sprint["completed"].as_f64().unwrap())
        .collect();
    assert_eq!(completed, [17.0, 22.0, 25.0, 19.0, 23.0]);

    let window = json!({"product": product["id"], "offset": 0, "limit": 5});
    let titles: Vec<String> = call("backlog.window", window)["rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| row["title"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(
        titles,
        [
            "Group bookings: rebook up to nine passengers together",
            "Timetable drifts an hour on the clock-change weekend",
            "Choose a refund, voucher or new sailing in one step",
            "Remember vehicle length between bookings",
            "Text message when a rebooked sailing boards early",
        ]
    );
    assert_eq!(call("impediment.list", ask.clone())["open"].as_array().unwrap().len(), 2);
    let figures = call("impediment.figures", json!({"product": product["id"], "period": {"of": "all"}}));
    let restore = &figures["timeToRestore"];
    assert_eq!((&restore["n"], restore["open"].as_array().unwrap().len()), (&json!(1), 1));
    // From 15:24 to 13:54 of the next day, give or take seconds.
    assert!((restore["meanHours"].as_f64().unwrap() - 22.5).abs() < 0.02, "{restore}");
    assert!(figures["blocked"]["hours"].as_f64().unwrap() > 0.0);
    assert_eq!(call("retro.list", ask)["retros"].as_array().unwrap().len(), 5);
}

#[test]
fn it_is_sound_on_every_kind_of_day() {
    for now in [
        "2026-03-09T00:05:00Z", // a Monday's first minutes: nothing of today has happened yet
        "2026-03-14T12:00:00Z", // a Saturday
        "2026-03-29T01:30:00Z", // a Sunday, in the hour in which the clocks go forward
        "2026-10-25T01:30:00Z", // and back
        "2028-02-29T23:59:59Z",
        "2199-12-31T12:00:00Z",
    ] {
        let folder = tempfile::tempdir().unwrap();
        let (mut host, context) = sample(folder.path(), now);
        let checked = call(&mut host, "workspace.check", json!({}), &context);
        assert_eq!(checked["ok"], true, "as of {now}: {checked:#}");
        let newest = call(&mut host, "history.list", json!({"limit": 1}), &context);
        let newest = instant(newest["actions"][0]["at"].as_str().unwrap());
        assert!(newest <= context.now, "as of {now} something happens at {newest}");
        let board = call(&mut host, "workspace.current", json!({}), &context)["open"]["products"][0].clone();
        let board = call(&mut host, "board.get", json!({"product": board["id"]}), &context);
        let running = call(&mut host, "sprint.get", json!({"sprint": board["sprint"]["id"]}), &context);
        assert_eq!(running["dayNumber"], 4, "as of {now}");
    }
}

#[test]
fn the_same_instant_makes_the_same_workspace() {
    let (one, two) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    drop(sample(one.path(), "2026-03-12T11:00:00Z"));
    drop(sample(two.path(), "2026-03-12T11:00:00Z"));
    assert_eq!(tables(&one.path().join("sample.lineout")), tables(&two.path().join("sample.lineout")));
}

#[test]
fn it_writes_one_file_and_none_over_another() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("letter.txt");
    std::fs::write(&path, "Dear team,").unwrap();
    let error = build_sample(&path, instant("2026-03-12T11:00:00Z")).unwrap_err();
    assert_eq!(error.code, "workspace_exists");
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "Dear team,");
    assert_eq!(files(folder.path()), ["letter.txt"]);
}

#[test]
fn a_day_that_is_none_of_ours_leaves_no_file() {
    for now in ["1999-06-01T12:00:00Z", "2000-01-05T12:00:00Z", "+012026-03-12T12:00:00Z"] {
        let folder = tempfile::tempdir().unwrap();
        let error = build_sample(&folder.path().join("sample.lineout"), instant(now)).unwrap_err();
        assert!(error.code.contains("day"), "{error:?}");
        assert_eq!(files(folder.path()), Vec::<String>::new(), "as of {now}");
    }
}

#[test]
fn a_folder_that_is_missing_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("none").join("sample.lineout");
    match build_sample(&path, instant("2026-03-12T11:00:00Z")) {
        Ok(()) => assert!(path.is_file(), "a folder that can be made is made"),
        Err(error) => assert!(!error.hint.is_empty()),
    }
}
