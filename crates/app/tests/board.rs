//! The board over the contract: what a card tells, and what closing the sprint is about before it is closed.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use chrono::{DateTime, TimeDelta, Utc};
use lineout_app::{Context, Host};
use serde_json::{Value, json};

/// A running sprint of three items in a workspace whose clock the test turns; it starts on a Monday at noon.
struct Team {
    host: Host,
    now: DateTime<Utc>,
    product: Value,
    sprint: Value,
    items: Vec<Value>,
    acting: Option<String>,
    folder: tempfile::TempDir,
}

impl Team {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let now = "2026-03-09T12:00:00Z".parse().unwrap();
        let host = Host::seeded("test", 1);
        let (product, sprint) = (Value::Null, Value::Null);
        let mut team = Self { host, now, product, sprint, items: vec![], acting: None, folder };
        let path = team.folder.path().join("team.lineout");
        team.host.create(&path, "Team", &Context::at(now, None)).unwrap();
        let definition = ["Reviewed", "Tested"];
        let request = json!({
            "key": "HBR", "name": "Harbour", "sprintLengthDays": 12, "definitionOfDone": definition,
            "workingDays": ["mon", "tue", "wed", "thu", "fri"],
        });
        team.product = team.call("product.create", request)["id"].clone();
        let roles = json!({"product": team.product, "roles": ["developer"]});
        team.call("person.add", json!({"name": "Priya Raman", "roles": roles}));
        team.acting = Some("Priya Raman".into());
        for (title, estimate) in [("Rebook", 5), ("Refund", 3), ("Show sailings", 8)] {
            let request = json!({"product": team.product, "title": title, "estimate": estimate});
            let item = team.call("item.create", request)["id"].clone();
            team.items.push(item);
        }
        let request = json!({"product": team.product, "goal": "Rebook in two minutes"});
        team.sprint = team.call("sprint.create", request)["id"].clone();
        team.call("sprint.take", json!({"sprint": team.sprint, "items": team.items}));
        team.call("sprint.start", json!({"sprint": team.sprint}));
        team
    }

    fn call(&mut self, name: &str, request: Value) -> Value {
        let context = Context::at(self.now, self.acting.clone());
        self.host.call(name, request, &context).unwrap_or_else(|error| panic!("{name}: {error}")).value
    }

    fn board(&mut self) -> Value {
        self.call("board.get", json!({"product": self.product}))
    }

    fn card(&mut self, item: usize) -> Value {
        let board = self.board();
        let columns = board["columns"].as_array().unwrap();
        let mut cards = columns.iter().flat_map(|column| column["items"].as_array().unwrap());
        cards.find(|card| card["id"] == self.items[item]).unwrap().clone()
    }

    fn move_to(&mut self, item: usize, category: &str, done: Value) {
        let board = self.board();
        let columns = board["columns"].as_array().unwrap();
        let column = columns.iter().find(|column| column["column"]["category"] == category).unwrap();
        let request = json!({"item": self.items[item], "column": column["column"]["id"], "done": done});
        self.call("board.move", request);
    }

    /// Into Done, with the second criterion waived.
    fn finish(&mut self, item: usize) {
        let criteria = self.board()["definitionOfDone"]["criteria"].clone();
        let waiver = json!({"criterion": criteria[1]["id"], "reason": "No way to test it here"});
        self.move_to(item, "done", json!({"met": [criteria[0]["id"]], "waivers": [waiver]}));
    }

    fn closing(&mut self) -> Value {
        self.call("sprint.closing", json!({"sprint": self.sprint}))
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

#[test]
fn a_card_counts_working_days_in_its_column() {
    let mut team = Team::new();
    assert_eq!(team.card(0)["columnDays"], 0);
    team.now += TimeDelta::days(2);
    assert_eq!(team.card(0)["columnDays"], 2);
    team.move_to(0, "inProgress", Value::Null);
    // Wednesday to the next Monday: Thursday, Friday and Monday have begun.
    team.now += TimeDelta::days(5);
    assert_eq!(team.card(0)["columnDays"], 3);
    assert_eq!(team.card(1)["columnDays"], 5);
}

#[test]
fn a_card_says_what_blocks_it_until_that_is_resolved() {
    let mut team = Team::new();
    let request = json!({"product": team.product, "title": "Sandbox is stale", "items": [team.items[0]]});
    let impediment = team.call("impediment.raise", request)["id"].clone();
    let blocked = team.card(0)["blockedBy"].clone();
    assert_eq!(blocked[0]["title"], "Sandbox is stale");
    assert_eq!(team.card(1)["blockedBy"], json!([]));
    team.call("impediment.resolve", json!({"impediment": impediment}));
    assert_eq!(team.card(0)["blockedBy"], json!([]));
}

#[test]
fn a_waiver_stays_on_the_card_with_its_reason_until_it_leaves_done() {
    let mut team = Team::new();
    team.finish(0);
    let criteria = team.card(0)["doneCriteria"].clone();
    assert_eq!((&criteria[0]["met"], &criteria[1]["met"]), (&json!(true), &json!(false)));
    assert_eq!(criteria[1]["waiver"]["reason"], "No way to test it here");
    team.move_to(0, "inProgress", Value::Null);
    let criteria = team.card(0)["doneCriteria"].clone();
    assert_eq!((&criteria[0]["met"], &criteria[1]["waiver"]), (&json!(true), &Value::Null));
}

#[test]
fn what_closing_is_about_is_what_closing_does() {
    let mut team = Team::new();
    team.finish(0);
    team.call("item.cancel", json!({"items": [team.items[2]], "reason": "Nobody asked for it"}));
    // Two days early: the next sprint would begin at once on the next working day.
    team.now += TimeDelta::days(9);
    let closing = team.closing();
    let keys = |list: &Value| -> Vec<String> {
        list.as_array().unwrap().iter().map(|item| item["key"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(keys(&closing["unfinished"]), ["HBR-2"]);
    assert_eq!(keys(&closing["done"]), ["HBR-1"]);
    assert_eq!(keys(&closing["cancelled"]), ["HBR-3"]);
    assert_eq!((&closing["done"][0]["joins"], &closing["next"]["id"]), (&json!(true), &Value::Null));
    assert_eq!(closing["increment"]["created"], true);

    let decisions = json!([{"item": team.items[1], "outcome": "next"}]);
    let record = team.call("sprint.close", json!({"sprint": team.sprint, "decisions": decisions}));
    assert_eq!(record["increments"][0]["name"], closing["increment"]["name"]);
    assert_eq!(record["increments"][0]["name"], closing["done"][0]["increment"]);
    let sprints = team.call("sprint.list", json!({"product": team.product}));
    for field in ["name", "startDay", "endDay"] {
        assert_eq!(sprints["sprints"][0][field], closing["next"][field], "{field}");
    }
}

#[test]
fn what_is_in_an_increment_already_stays_there() {
    let mut team = Team::new();
    team.finish(0);
    let request =
        json!({"product": team.product, "sprint": team.sprint, "name": "Early", "items": [team.items[0]]});
    team.call("increment.create", request);
    let request = json!({"product": team.product, "goal": "Pay at the gate"});
    let next = team.call("sprint.create", request);
    let closing = team.closing();
    assert_eq!(closing["done"][0]["increment"], "Early");
    assert_eq!(closing["done"][0]["joins"], false);
    assert_eq!(closing["increment"], json!({"name": "Early", "created": false}));
    assert_eq!((&closing["next"]["id"], &closing["next"]["name"]), (&next["id"], &next["name"]));
}

#[test]
fn a_close_that_is_taken_back_leaves_no_mark_on_the_burndown() {
    let mut team = Team::new();
    team.now += TimeDelta::days(1);
    let late = json!({"product": team.product, "title": "Pay at the gate", "estimate": 2});
    let late = team.call("item.create", late)["id"].clone();
    team.call("sprint.take", json!({"sprint": team.sprint, "items": [late]}));
    let added = team.now;
    team.finish(0);
    team.now += TimeDelta::days(1);
    let before = team.call("sprint.burndown", json!({"sprint": team.sprint}));

    let decide = |item: &Value, outcome: &str| json!({"item": item, "outcome": outcome});
    let decisions =
        json!([decide(&team.items[1], "top"), decide(&team.items[2], "next"), decide(&late, "place")]);
    let close = json!({"sprint": team.sprint, "decisions": decisions});
    team.call("sprint.close", close.clone());
    team.now += TimeDelta::hours(1);
    // While it is closed somebody estimates what went back to the backlog.
    team.call("item.edit", json!({"item": team.items[1], "estimate": 5}));
    team.now += TimeDelta::hours(1);
    let history = team.call("history.list", json!({"limit": 10}));
    let actions = history["actions"].as_array().unwrap();
    let closed = actions.iter().find(|action| action["label"] == "Close Sprint 1").unwrap();
    team.call("history.undo", json!({"action": closed["action"]}));

    let after = team.call("sprint.burndown", json!({"sprint": team.sprint}));
    let told = after["events"].as_array().unwrap();
    assert_eq!(told[..told.len() - 1], *before["events"].as_array().unwrap());
    // That estimate counts from when the sprint went on.
    let last = told.last().unwrap();
    assert_eq!(
        (&last["key"], &last["kind"], &last["points"]),
        (&json!("HBR-2"), &json!("reestimated"), &json!(2.0))
    );
    assert_eq!(last["at"].as_str().unwrap().parse::<DateTime<Utc>>().unwrap(), team.now);

    // Closed again, its record says when the item really came.
    let record = team.call("sprint.close", close);
    let items = record["items"].as_array().unwrap();
    let recorded = items.iter().find(|item| item["item"] == late).unwrap();
    assert_eq!(recorded["addedAt"].as_str().unwrap().parse::<DateTime<Utc>>().unwrap(), added);
}
