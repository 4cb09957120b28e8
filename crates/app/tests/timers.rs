//! Timers over the contract: counted from stored instants, outside the history, told once.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod support;

use chrono::{DateTime, Duration, Utc};
use lineout_app::{Context, Host};
use serde_json::{Value, json};
use support::Team;

const SUBJECT: &str = "the meeting of today";

/// Calls at an instant of the test's own.
fn at(team: &mut Team, now: DateTime<Utc>, name: &str, request: Value) -> Value {
    team.host.call(name, request, &Context::at(now, None)).unwrap().value
}

fn start(team: &mut Team, seconds: u32) -> (Value, DateTime<Utc>) {
    let product = team.product.clone();
    let timer = team.call(
        "timer.start",
        json!({"product": product, "kind": "daily", "subject": SUBJECT, "label": "Daily Scrum", "seconds": seconds}),
    );
    (timer["id"].clone(), team.now)
}

fn ends(host: &mut Host, now: DateTime<Utc>) -> Vec<String> {
    let ends = host.timer_ends(&Context::at(now, None)).unwrap();
    ends.into_iter().map(|end| format!("{}: {}", end.title, end.body)).collect()
}

#[test]
fn what_is_left_follows_from_stored_instants() {
    let mut team = Team::new();
    let (id, begun) = start(&mut team, 900);
    let after = |minutes| begun + Duration::minutes(minutes);
    let get = json!({"kind": "daily", "subject": SUBJECT});

    let now = at(&mut team, after(5), "timer.get", get.clone())["timer"].clone();
    assert_eq!(
        (&now["state"], &now["leftMs"], &now["spentMs"]),
        (&json!("running"), &json!(600_000), &json!(300_000))
    );
    assert_eq!(now["endsAt"].as_str().unwrap().parse::<DateTime<Utc>>().unwrap(), after(15));
    assert_eq!(now["now"].as_str().unwrap().parse::<DateTime<Utc>>().unwrap(), after(5));

    let held = at(&mut team, after(6), "timer.pause", json!({"timer": id}));
    assert_eq!(
        (&held["state"], &held["leftMs"], &held["endsAt"]),
        (&json!("paused"), &json!(540_000), &Value::Null)
    );
    // Another process that opens the file a night later knows it all.
    let mut other = Host::seeded("other", 2);
    other.open(team.host.path().unwrap()).unwrap();
    let found = other.call("timer.get", get.clone(), &Context::at(after(700), None)).unwrap().value;
    assert_eq!(found["timer"]["leftMs"], 540_000);
    assert_eq!(at(&mut team, after(700), "timer.running", json!({}))["timers"], json!([]));

    at(&mut team, after(700), "timer.resume", json!({"timer": id}));
    let long = at(&mut team, after(701), "timer.extend", json!({"timer": id, "seconds": 300}));
    assert_eq!((&long["leftMs"], &long["lengthSeconds"]), (&json!(780_000), &json!(1_200)));
    // The clock goes back to before it was set going: no more is left than there was then.
    let back = at(&mut team, after(100), "timer.get", get.clone());
    assert_eq!(back["timer"]["leftMs"], 840_000);
    let product = json!({"product": team.product});
    let running = at(&mut team, after(720), "timer.running", product);
    assert_eq!(running["timers"][0]["leftMs"], -360_000, "it counts over its end");

    let stopped = at(&mut team, after(721), "timer.stop", json!({"timer": id}));
    assert_eq!(stopped["state"], "stopped");
    for name in ["timer.pause", "timer.stop"] {
        assert_eq!(team.refusal(name, json!({"timer": id})), "timer_stopped");
    }
    assert_eq!(at(&mut team, after(900), "timer.get", get.clone())["timer"]["spentMs"], 27 * 60_000);
    // Taken up again, it goes on from there.
    at(&mut team, after(900), "timer.resume", json!({"timer": id}));
    assert_eq!(at(&mut team, after(901), "timer.get", get)["timer"]["spentMs"], 28 * 60_000);
}

#[test]
fn a_subject_has_one_timer_at_a_time() {
    let mut team = Team::new();
    let (first, _) = start(&mut team, 900);
    let product = team.product.clone();
    let again = json!({"product": product, "kind": "daily", "subject": SUBJECT, "label": "Daily Scrum", "seconds": 60});
    assert_eq!(team.refusal("timer.start", again.clone()), "timer_live");
    team.call("timer.stop", json!({"timer": first}));
    let second = team.call("timer.start", again);
    assert_ne!(second["id"], first);
    assert_eq!(
        team.call("timer.get", json!({"kind": "daily", "subject": SUBJECT}))["timer"]["id"],
        second["id"]
    );
    assert_eq!(team.refusal("timer.resume", json!({"timer": first})), "timer_live", "another is under way");
    // The same id of another kind is another subject.
    team.call(
        "timer.start",
        json!({"product": product, "kind": "retro", "subject": SUBJECT, "label": "A topic", "seconds": 60}),
    );
    assert_eq!(team.call("timer.running", json!({}))["timers"].as_array().unwrap().len(), 2);
    for (field, value, code) in [
        ("seconds", json!(0), "timer_length"),
        ("seconds", json!(28_801), "timer_length"),
        ("label", json!(""), "timer_label"),
        ("subject", json!(" "), "timer_subject"),
        ("product", json!("0193c0de-7000-7abc-8def-0123456789ab"), "not_found"),
    ] {
        let mut request =
            json!({"product": product, "kind": "review", "subject": "s", "label": "L", "seconds": 60});
        request[field] = value;
        assert_eq!(team.refusal("timer.start", request), code, "{field}");
    }
    assert_eq!(team.refusal("timer.extend", json!({"timer": second["id"], "seconds": 0})), "timer_extension");
}

#[test]
fn an_undo_speaks_of_no_timer_and_is_held_up_by_none() {
    let mut team = Team::new();
    team.item("Before");
    let (id, _) = start(&mut team, 900);
    let answer = team.answer("timer.pause", json!({"timer": id}));
    assert!(answer.action.is_none(), "no action, so nothing to undo");
    assert_eq!(team.undo()["label"], "Add HBR-1");
    assert_eq!(team.redo()["label"], "Add HBR-1", "and a timer does not clear what can be redone");
    team.undo();
    // The product itself goes, and its timer with it.
    while team.attempt("history.undo", json!({})).is_ok() {}
    assert_eq!(team.call("timer.running", json!({}))["timers"], json!([]));
    assert_eq!(team.call("timer.get", json!({"kind": "daily", "subject": SUBJECT}))["timer"], Value::Null);
}

#[test]
fn every_window_on_the_file_hears_of_a_timer() {
    let mut team = Team::new();
    let mut other = Host::seeded("other", 2);
    other.open(team.host.path().unwrap()).unwrap();
    team.host.changes().unwrap();
    let (id, _) = start(&mut team, 900);
    assert_eq!(other.changes().unwrap(), ["timer"]);
    assert_eq!(team.host.changes().unwrap(), ["timer"]);
    assert_eq!(other.changes().unwrap(), Vec::<String>::new());
    other.call("timer.pause", json!({"timer": id}), &Context::at(team.now, None)).unwrap();
    assert_eq!(team.host.changes().unwrap(), ["timer"]);
    // What changes nothing is no news.
    team.call("timer.pause", json!({"timer": id}));
    other.changes().unwrap();
    assert_eq!(team.host.changes().unwrap(), Vec::<String>::new());
}

#[test]
fn an_end_is_told_once_and_an_old_one_not_at_all() {
    let mut team = Team::new();
    let (id, begun) = start(&mut team, 900);
    let after = |minutes| begun + Duration::minutes(minutes);
    assert!(ends(&mut team.host, after(14)).is_empty());
    let mut other = Host::seeded("other", 2);
    other.open(team.host.path().unwrap()).unwrap();
    assert_eq!(ends(&mut other, after(15)), ["Daily Scrum: The 15 minutes are over."]);
    assert!(ends(&mut other, after(16)).is_empty());
    assert!(ends(&mut team.host, after(16)).is_empty(), "another window has told it");
    // Five minutes more are an end of their own; the one that was told is not told again.
    at(&mut team, after(17), "timer.extend", json!({"timer": id, "seconds": 300}));
    assert!(ends(&mut team.host, after(21)).is_empty());
    assert_eq!(ends(&mut team.host, after(22)).len(), 1);
    // Held over its end and set going again, it has told already.
    at(&mut team, after(23), "timer.pause", json!({"timer": id}));
    at(&mut team, after(24), "timer.resume", json!({"timer": id}));
    assert!(ends(&mut team.host, after(25)).is_empty());
    at(&mut team, after(26), "timer.stop", json!({"timer": id}));

    // The machine slept: an end up to an hour ago is told when it wakes, an older one is not.
    let (_, begun) = start(&mut team, 900);
    assert_eq!(ends(&mut team.host, begun + Duration::minutes(75)).len(), 1);
    let product = team.product.clone();
    team.call(
        "timer.start",
        json!({"product": product, "kind": "retro", "subject": "t", "label": "A topic", "seconds": 60}),
    );
    let (begun, late) = (team.now, team.now + Duration::minutes(62));
    assert!(ends(&mut team.host, late).is_empty());
    let told =
        at(&mut team, late, "timer.get", json!({"kind": "retro", "subject": "t"}))["timer"]["toldAt"].clone();
    assert!(told.is_string(), "it counts as told");
    assert!(
        ends(&mut team.host, begun + Duration::minutes(5)).is_empty(),
        "a clock that goes back tells nothing twice"
    );
}
