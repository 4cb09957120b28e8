//! The history over the contract: what it lists, in which words, and whose.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use chrono::{DateTime, Utc};
use lineout_app::{Context, Host};
use serde_json::{Value, json};

/// An open workspace with one product and two people.
struct Team {
    host: Host,
    product: Value,
    people: [Value; 2],
    acting: usize,
    _folder: tempfile::TempDir,
}

impl Team {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut host = Host::seeded("test", 1);
        let nobody = Context::at(noon(), None);
        host.create(&folder.path().join("team.lineout"), "Team", &nobody).unwrap();
        let mut make = |name: &str, request: Value| host.call(name, request, &nobody).unwrap().value;
        let people =
            ["Ada Quist", "Bo Lind"].map(|name| make("person.add", json!({"name": name}))["id"].clone());
        let product = make("product.create", json!({"key": "HBR", "name": "Harbour"}))["id"].clone();
        Self { host, product, people, acting: 0, _folder: folder }
    }

    fn call(&mut self, name: &str, request: Value) -> Value {
        let author = self.people.get(self.acting).and_then(Value::as_str).map(str::to_owned);
        let context = Context::at(noon(), author);
        self.host.call(name, request, &context).unwrap_or_else(|error| panic!("{name}: {error}")).value
    }

    fn item(&mut self, title: &str) -> Value {
        self.call("item.create", json!({"product": self.product, "title": title}))["id"].clone()
    }

    fn labels(&mut self, mut request: Value) -> Vec<String> {
        request["limit"] = json!(50);
        let page = self.call("history.list", request);
        page["actions"].as_array().unwrap().iter().map(|action| text(&action["label"])).collect()
    }
}

impl Drop for Team {
    fn drop(&mut self) {
        if !std::thread::panicking() {
            let checked = self.call("workspace.check", json!({}));
            assert_eq!(checked["ok"], true, "{checked}");
        }
    }
}

fn noon() -> DateTime<Utc> {
    "2026-03-09T12:00:00Z".parse().unwrap()
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

/// "HBR-1 + Ada Quist" for a tie that came, "HBR-1 − Ada Quist" for one that went.
fn ties(action: &Value) -> Vec<String> {
    let sign = |change: &Value| if change["op"] == "insert" { '+' } else { '−' };
    let changes = action["changes"].as_array().unwrap().iter();
    changes
        .filter(|change| !change["tied"].is_null())
        .map(|change| format!("{} {} {}", text(&change["what"]), sign(change), text(&change["tied"])))
        .collect()
}

#[test]
fn the_list_is_narrowed_to_a_person_and_to_words() {
    let mut team = Team::new();
    let first = team.item("Rebook");
    team.acting = 1;
    team.item("Refund");
    team.call("item.edit", json!({"item": first, "title": "Rebook a sailing"}));
    let [ada, bo] = team.people.clone();
    assert_eq!(team.labels(json!({"author": ada})), ["Add HBR-1"]);
    assert_eq!(team.labels(json!({"author": bo})), ["Rename HBR-1", "Add HBR-2"]);
    assert_eq!(team.labels(json!({"text": " hbr-1 "})), ["Rename HBR-1", "Add HBR-1"]);
    assert_eq!(team.labels(json!({"text": "hbr-1", "author": ada})), ["Add HBR-1"]);
    assert_eq!(team.labels(json!({"text": "100%"})), [""; 0]);
    let newest = team.call("history.list", json!({"limit": 1}));
    let next = json!({"before": newest["actions"][0]["action"], "text": "add hbr"});
    assert_eq!(team.labels(next), ["Add HBR-2", "Add HBR-1"]);
}

#[test]
fn a_row_that_ties_two_things_names_both() {
    let mut team = Team::new();
    let item = team.item("Rebook");
    let [ada, _] = team.people.clone();
    team.call("item.edit", json!({"item": item, "assignees": [ada], "labels": ["fares"]}));
    team.call("item.edit", json!({"item": item, "labels": []}));
    let raised =
        team.call("impediment.raise", json!({"product": team.product, "title": "No data", "items": [item]}));
    let detail = team.call("impediment.get", json!({"impediment": raised["id"]}));
    let story: Vec<_> = detail["history"].as_array().unwrap().iter().map(ties).collect();
    assert_eq!(story, [["IMP-1 + HBR-1"]]);
    let actions = team.call("history.list", json!({"limit": 3}))["actions"].clone();
    let story: Vec<_> = actions.as_array().unwrap().iter().map(ties).collect();
    let expected: [&[&str]; 3] =
        [&["IMP-1 + HBR-1"], &["HBR-1 − fares"], &["HBR-1 + fares", "HBR-1 + Ada Quist"]];
    assert_eq!(story, expected);

    // Untying is all the second edit does; it is part of the impediment's story even so.
    team.call("impediment.edit", json!({"impediment": raised["id"], "items": []}));
    let detail = team.call("impediment.get", json!({"impediment": raised["id"]}));
    let story: Vec<_> = detail["history"].as_array().unwrap().iter().map(ties).collect();
    assert_eq!(story, [["IMP-1 − HBR-1"], ["IMP-1 + HBR-1"]]);
}

#[test]
fn the_worst_impediment_comes_first_and_of_equals_the_oldest() {
    let mut team = Team::new();
    for (title, severity) in [("a", "low"), ("b", "high"), ("c", "critical"), ("d", "high")] {
        team.call("impediment.raise", json!({"product": team.product, "title": title, "severity": severity}));
    }
    let list = team.call("impediment.list", json!({"product": team.product}));
    let order: String = list["open"].as_array().unwrap().iter().map(|row| text(&row["title"])).collect();
    assert_eq!(order, "cbda");
}

#[test]
fn undoing_an_undo_leaves_the_action_standing() {
    let mut team = Team::new();
    let item = team.item("Rebook");
    team.call("item.edit", json!({"item": item, "title": "Refund"}));
    team.call("history.undo", json!({}));
    let undo = team.call("history.list", json!({"limit": 1}))["actions"][0]["action"].clone();
    team.call("history.undo", json!({"action": undo}));
    assert_eq!(team.call("item.get", json!({"item": item}))["title"], "Refund");
    let undone: Vec<_> = team.call("history.list", json!({"limit": 3}))["actions"]
        .as_array()
        .unwrap()
        .iter()
        .map(|action| (text(&action["origin"]), action["undone"] == true))
        .collect();
    let words = |origin: &str, undone| (origin.to_owned(), undone);
    assert_eq!(undone, [words("redo", false), words("undo", true), words("user", false)]);
    let state = team.call("history.state", json!({}));
    assert_eq!((&state["undo"]["label"], &state["redo"]), (&json!("Rename HBR-1"), &Value::Null));

    // And undoing the redo takes the action back once more.
    let redo = team.call("history.list", json!({"limit": 1}))["actions"][0]["action"].clone();
    team.call("history.undo", json!({"action": redo}));
    assert_eq!(team.call("item.get", json!({"item": item}))["title"], "Rebook");
    let state = team.call("history.state", json!({}));
    assert_eq!(
        (&state["undo"]["label"], &state["redo"]["label"]),
        (&json!("Add HBR-1"), &json!("Rename HBR-1"))
    );
}

#[test]
fn an_edit_says_the_one_thing_that_it_changed() {
    let mut team = Team::new();
    let item = team.item("Rebook");
    let raised = team.call("impediment.raise", json!({"product": team.product, "title": "No data"}));
    let [ada, _] = team.people.clone();
    for (change, label) in [
        (json!({"title": "No data at all"}), "Rename IMP-1"),
        (json!({"description": "Since noon."}), "Describe IMP-1"),
        (json!({"severity": "high"}), "Make IMP-1 high"),
        (json!({"owner": ada}), "Give IMP-1 to Ada Quist"),
        (json!({"owner": null}), "Leave IMP-1 without an owner"),
        (json!({"items": [item]}), "Change what IMP-1 blocks"),
        (json!({"endangersGoal": true}), "Say that IMP-1 endangers the Sprint Goal"),
        (json!({"endangersGoal": false}), "Say that IMP-1 does not endanger the Sprint Goal"),
        (json!({"title": "Data", "severity": "low"}), "Edit IMP-1"),
    ] {
        let mut request = change;
        request["impediment"] = raised["id"].clone();
        team.call("impediment.edit", request);
        assert_eq!(team.labels(json!({}))[0], label);
    }
}

#[test]
fn the_making_of_the_workspace_itself_stands() {
    let mut team = Team::new();
    while team.call("history.state", json!({}))["undo"] != Value::Null {
        team.acting = 2; // nobody, once the people are undone
        team.call("history.undo", json!({}));
    }
    let actions = team.call("history.list", json!({"limit": 200}))["actions"].clone();
    let made = actions.as_array().unwrap().last().unwrap();
    assert_eq!((&made["label"], &made["undone"]), (&json!("Create the workspace Team"), &json!(false)));
    let request = json!({"action": made["action"]});
    let refused = team.host.call("history.undo", request, &Context::at(noon(), None)).unwrap_err();
    assert_eq!(refused.code, "undo_foundation");
    assert_eq!(team.call("workspace.current", json!({}))["open"]["name"], "Team");
}
