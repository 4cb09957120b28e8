//! Planning a sprint over the contract: what is proposed, what a start would be refused for, what it freezes.

use chrono::{DateTime, Utc};
use lineout_app::{Context, Host};
use serde_json::{Value, json};

/// An open workspace with one product, at noon of a Monday.
struct Team {
    host: Host,
    product: Value,
    folder: tempfile::TempDir,
}

impl Team {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut team = Self { host: Host::seeded("test", 1), product: Value::Null, folder };
        let path = team.folder.path().join("team.lineout");
        team.host.create(&path, "Team", &context()).unwrap();
        let request = json!({"key": "HBR", "name": "Harbour", "sprintLengthDays": 12});
        team.product = team.call("product.create", request)["id"].clone();
        team
    }

    fn call(&mut self, name: &str, request: Value) -> Value {
        self.host.call(name, request, &context()).unwrap_or_else(|error| panic!("{name}: {error}")).value
    }

    fn refusal(&mut self, name: &str, request: Value) -> String {
        self.host.call(name, request, &context()).unwrap_err().code
    }

    fn item(&mut self, title: &str, estimate: f64) -> Value {
        let request = json!({"product": self.product, "title": title, "estimate": estimate});
        self.call("item.create", request)["id"].clone()
    }

    fn sprint(&mut self, goal: &str) -> Value {
        let request = json!({"product": self.product, "goal": goal});
        self.call("sprint.create", request)["id"].clone()
    }

    /// The code of what stands in the way of starting.
    fn hindrance(&mut self, sprint: &Value) -> Value {
        self.call("sprint.get", json!({"sprint": sprint}))["startRefusal"]["code"].clone()
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

fn context() -> Context {
    Context::at("2026-03-09T12:00:00Z".parse::<DateTime<Utc>>().unwrap(), None)
}

#[test]
fn what_is_proposed_is_what_is_planned() {
    let mut team = Team::new();
    for (name, start, end) in
        [("Sprint 1", "2026-03-09", "2026-03-20"), ("Sprint 2", "2026-03-23", "2026-04-03")]
    {
        let request = json!({"product": team.product});
        let proposed = team.call("sprint.propose", request.clone());
        assert_eq!(proposed, json!({"name": name, "startDay": start, "endDay": end}));
        let planned = team.call("sprint.create", request);
        for field in ["name", "startDay", "endDay"] {
            assert_eq!(planned[field], proposed[field], "{field}");
        }
    }
    let request = json!({"product": team.product, "startDay": "2026-05-04"});
    assert_eq!(team.call("sprint.propose", request)["endDay"], "2026-05-15");
}

#[test]
fn a_sprint_is_named_as_asked() {
    let mut team = Team::new();
    let request = json!({"product": team.product, "name": " Dry dock "});
    assert_eq!(team.call("sprint.create", request)["name"], "Dry dock");
    let request = json!({"product": team.product, "name": " "});
    assert_eq!(team.refusal("sprint.create", request), "sprint_name");
    // A refusal gives no number away.
    let request = json!({"product": team.product});
    assert_eq!(team.call("sprint.create", request)["name"], "Sprint 2");
}

#[test]
fn what_hinders_a_start_is_known_before() {
    let mut team = Team::new();
    let item = team.item("Rebook", 5.0);
    let sprint = team.sprint("");
    assert_eq!(team.hindrance(&sprint), "sprint_needs_goal");
    team.call("sprint.edit", json!({"sprint": sprint, "goal": "Rebook in two minutes"}));
    assert_eq!(team.hindrance(&sprint), "sprint_empty");
    team.call("sprint.take", json!({"sprint": sprint, "items": [item]}));
    assert_eq!(team.hindrance(&sprint), Value::Null);
    team.call("sprint.start", json!({"sprint": sprint}));
    assert_eq!(team.hindrance(&sprint), Value::Null);
    let next = team.sprint("Pay at the gate");
    assert_eq!(team.hindrance(&next), "sprint_already_active");
}

#[test]
fn what_was_cancelled_before_the_start_is_not_committed_to() {
    let mut team = Team::new();
    let (kept, dropped) = (team.item("Rebook", 5.0), team.item("Refund", 3.0));
    let sprint = team.sprint("Rebook in two minutes");
    team.call("sprint.take", json!({"sprint": sprint, "items": [kept, dropped]}));
    team.call("item.cancel", json!({"items": [dropped], "reason": "Nobody asks for it"}));
    team.call("item.cancel", json!({"items": [kept], "reason": "Nobody asks for it"}));
    assert_eq!(team.hindrance(&sprint), "sprint_empty");
    team.call("history.undo", json!({}));
    assert_eq!(team.call("sprint.start", json!({"sprint": sprint}))["committedPoints"], 5.0);
    assert_eq!(team.call("sprint.get", json!({"sprint": sprint}))["items"].as_array().unwrap().len(), 1);
    let decisions = json!([{"item": kept, "outcome": "top"}]);
    let record = team.call("sprint.close", json!({"sprint": sprint, "decisions": decisions}));
    assert_eq!(record["items"].as_array().unwrap().len(), 1);
}
