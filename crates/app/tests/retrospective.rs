//! A retrospective and the register over the contract: from a card to an improvement, to its review, to its end.

#![allow(clippy::unwrap_used, reason = "a test may panic in its own helpers too")]

use chrono::{DateTime, Utc};
use lineout_app::{Context, Host};
use serde_json::{Value, json};

/// An open workspace with one product and a first sprint that runs.
struct Team {
    host: Host,
    product: Value,
    sprint: Value,
    /// Removed when dropped.
    _folder: tempfile::TempDir,
}

impl Team {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut host = Host::seeded("test", 1);
        host.create(&folder.path().join("team.lineout"), "Team", &context()).unwrap();
        let mut team = Self { host, product: Value::Null, sprint: Value::Null, _folder: folder };
        team.product = team.call("product.create", json!({"key": "HBR", "name": "Harbour"}))["id"].clone();
        team.sprint = team.running("Rebook in two minutes");
        team
    }

    /// Plans the next sprint with an item in it and starts it.
    fn running(&mut self, goal: &str) -> Value {
        let product = self.product.clone();
        let item = self.call("item.create", json!({"product": product, "title": goal}))["id"].clone();
        let sprint = match self.call("sprint.list", json!({"product": product}))["sprints"][0].clone() {
            Value::Object(row) if row["state"] == "planned" => row["id"].clone(),
            _ => self.call("sprint.create", json!({"product": product}))["id"].clone(),
        };
        self.call("sprint.edit", json!({"sprint": sprint, "goal": goal}));
        self.call("sprint.take", json!({"sprint": sprint, "items": [item]}));
        self.call("sprint.start", json!({"sprint": sprint}));
        sprint
    }

    fn retro(&mut self) -> Value {
        let request = json!({"product": self.product, "sprint": self.sprint});
        self.call("retro.start", request)
    }

    /// To a phase, showing whatever is private on the way.
    fn go(&mut self, retro: &Value, phase: &str) -> Value {
        for _ in 0..8 {
            let request = json!({"retro": retro["id"], "phase": phase});
            match self.host.call("retro.go", request, &context()) {
                Ok(answer) => return answer.value,
                Err(error) if error.code == "retro_not_counted" => {
                    self.call("retro.go", json!({"retro": retro["id"], "phase": "vote"}));
                }
                Err(error) => assert_eq!(error.code, "retro_still_private", "{error}"),
            }
            self.call("retro.reveal", json!({"retro": retro["id"]}));
        }
        panic!("{phase} was not reached");
    }

    fn card(&mut self, retro: &Value, column: usize, text: &str) -> Value {
        self.go(retro, "gather");
        let request = json!({"retro": retro["id"], "column": retro["columns"][column]["id"], "text": text});
        self.call("retro.addCard", request)["id"].clone()
    }

    fn look(&mut self, retro: &Value) -> Value {
        self.call("retro.get", json!({"retro": retro["id"]}))
    }

    fn call(&mut self, name: &str, request: Value) -> Value {
        self.host.call(name, request, &context()).unwrap_or_else(|error| panic!("{name}: {error}")).value
    }

    fn refusal(&mut self, name: &str, request: Value) -> String {
        self.host.call(name, request, &context()).unwrap_err().code
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

fn states(entry: &Value) -> Vec<&str> {
    entry["next"].as_array().unwrap().iter().map(|next| next["state"].as_str().unwrap()).collect()
}

#[test]
fn a_card_becomes_an_improvement_once_and_keeps_the_link() {
    let mut team = Team::new();
    let retro = team.retro();
    let card = team.card(&retro, 1, "Reviews wait\ntoo long");
    team.go(&retro, "decide");
    let entry = team.call("improvement.propose", json!({"product": team.product, "card": card}));
    assert_eq!(entry["opportunity"], "Reviews wait too long");
    assert_eq!((&entry["retro"], &entry["card"]), (&retro["id"], &card));
    assert_eq!(entry["cardText"], "Reviews wait\ntoo long");
    let again = team.refusal("improvement.propose", json!({"product": team.product, "card": card}));
    assert_eq!(again, "improvement_already_from_card");
    assert_eq!(team.look(&retro)["columns"][1]["cards"][0]["improvement"], entry["id"]);
    let register = team.call("improvement.list", json!({"product": team.product}));
    assert_eq!(register["improvements"][0]["cardText"], "Reviews wait\ntoo long");
    assert_eq!(register["improvements"][0]["card"], card);
}

#[test]
fn a_card_too_long_for_a_line_stays_whole_in_the_justification() {
    let mut team = Team::new();
    let retro = team.retro();
    let text = "x".repeat(900);
    let card = team.card(&retro, 0, &text);
    team.go(&retro, "decide");
    let entry = team.call("improvement.propose", json!({"product": team.product, "card": card}));
    assert_eq!(entry["opportunity"].as_str().unwrap().chars().count(), 500);
    assert_eq!(entry["justification"], text);
}

#[test]
fn an_entry_is_proposed_with_everything_and_says_where_it_may_go() {
    let mut team = Team::new();
    let facets = json!({
        "product": team.product, "opportunity": "Faster reviews", "justification": "They wait a day",
        "category": "Flow", "size": "Small", "timescale": "This sprint", "priority": "High",
        "kpi": {"name": "Median wait", "unit": "h", "baseline": 9.5, "target": 4.0, "direction": "down"},
    });
    let entry = team.call("improvement.propose", facets);
    assert_eq!((&entry["category"], &entry["size"]), (&json!("Flow"), &json!("Small")));
    assert_eq!((&entry["timescale"], &entry["priority"]), (&json!("This sprint"), &json!("High")));
    assert_eq!(states(&entry), ["agreed", "dropped"]);
    assert_eq!((&entry["next"][1]["settles"], &entry["canBecomeItem"]), (&json!(true), &json!(false)));
    let id = entry["id"].clone();
    let agreed = team.call("improvement.setState", json!({"improvement": id, "state": "agreed"}));
    assert_eq!(agreed["canBecomeItem"], true);
    let item = team.call("improvement.toItem", json!({"improvement": id}));
    let entry = team.call("improvement.list", json!({"product": team.product}))["improvements"][0].clone();
    assert_eq!((&entry["item"]["id"], &entry["canBecomeItem"]), (&item["id"], &json!(false)));
    assert_eq!(
        team.refusal("improvement.edit", json!({"improvement": id, "outcome": "So far so good"})),
        "improvement_not_settled"
    );
    team.call("improvement.setState", json!({"improvement": id, "state": "kept", "outcome": "Halved"}));
    let edited = team.call("improvement.edit", json!({"improvement": id, "outcome": "Waits halved"}));
    assert_eq!(edited["outcome"], "Waits halved");
}

#[test]
fn a_review_is_in_a_sprint_of_the_same_product() {
    let mut team = Team::new();
    let other = team.call("product.create", json!({"key": "ISL", "name": "Islands"}))["id"].clone();
    let request = json!({"product": other, "opportunity": "Faster reviews"});
    let entry = team.call("improvement.propose", request)["id"].clone();
    let sprint = team.sprint.clone();
    let edit = json!({"improvement": entry, "reviewSprint": sprint});
    assert_eq!(team.refusal("improvement.edit", edit), "not_found");
}

#[test]
fn what_is_due_is_answered_before_the_close_and_the_answers_are_kept() {
    let mut team = Team::new();
    for opportunity in ["Faster reviews", "Fresh test data"] {
        let product = team.product.clone();
        team.call(
            "improvement.propose",
            json!({"product": product, "opportunity": opportunity, "state": "agreed"}),
        );
    }
    let retro = team.retro();
    let due: Vec<Value> = retro["due"].as_array().unwrap().iter().map(|entry| entry["id"].clone()).collect();
    assert_eq!(due.len(), 2);
    let close = json!({"retro": retro["id"], "none": true, "noneReason": "A calm sprint"});
    let on = json!({"retro": retro["id"], "phase": "close"});
    assert_eq!(team.refusal("retro.go", on), "retro_due_unanswered");

    let kept = json!({"improvement": due[0], "state": "kept", "outcome": "Waits halved"});
    team.call("improvement.setState", kept);
    team.call("improvement.carryOn", json!({"improvement": due[1]}));
    let found = team.look(&retro);
    assert_eq!(found["due"], json!([]));
    assert_eq!(found["reviewed"][0]["answer"], "kept");
    assert_eq!(found["reviewed"][0]["outcome"], "Waits halved");
    assert_eq!(
        (&found["reviewed"][1]["key"], &found["reviewed"][1]["answer"]),
        (&json!("CSI-2"), &json!("carryOn"))
    );

    // An undone answer is no answer; neither is one that was taken up again.
    team.call("history.undo", json!({}));
    assert_eq!(team.look(&retro)["due"][0]["id"], due[1]);
    team.call("improvement.carryOn", json!({"improvement": due[1]}));
    team.call("improvement.setState", json!({"improvement": due[0], "state": "agreed"}));
    let found = team.look(&retro);
    assert_eq!((found["due"].as_array().unwrap().len(), found["reviewed"].as_array().unwrap().len()), (1, 1));
    let dropped = json!({"improvement": due[0], "state": "dropped", "outcome": "It cost more than it gave"});
    let answered = dropped.clone();
    team.call("improvement.setState", dropped);
    // Whatever becomes due on the way is answered before the end.
    team.go(&retro, "close");
    team.call("improvement.setState", json!({"improvement": due[0], "state": "agreed"}));
    assert_eq!(team.refusal("retro.close", close.clone()), "retro_due_unanswered");
    team.call("improvement.setState", answered);

    let closed = team.call("retro.close", close);
    assert_eq!((&closed["state"], &closed["noneReason"]), (&json!("closed"), &json!("A calm sprint")));
    assert_eq!(closed["reviewed"].as_array().unwrap().len(), 2);
    // What is agreed on later is nothing that this one still asks about.
    let product = team.product.clone();
    team.call(
        "improvement.propose",
        json!({"product": product, "opportunity": "Pairing", "state": "agreed"}),
    );
    assert_eq!(team.look(&retro)["due"], json!([]));
}

#[test]
fn the_next_one_looks_back_on_the_sprint_that_ended_last() {
    let mut team = Team::new();
    let product = team.product.clone();
    let list = |team: &mut Team| team.call("retro.list", json!({"product": product}));
    assert_eq!(list(&mut team)["subjects"][0]["sprint"], team.sprint);
    let first = team.sprint.clone();
    let items = team.call("sprint.get", json!({"sprint": first}))["items"].clone();
    let decisions: Vec<Value> =
        items.as_array().unwrap().iter().map(|item| json!({"item": item["id"], "outcome": "next"})).collect();
    team.call("sprint.close", json!({"sprint": first, "decisions": decisions}));
    let planned = team.call("sprint.list", json!({"product": product}))["sprints"][0]["id"].clone();
    assert_eq!(
        team.refusal("retro.start", json!({"product": product, "sprint": planned})),
        "retro_not_begun"
    );
    let second = team.running("Refund in one step");
    let subjects = list(&mut team)["subjects"].clone();
    assert_eq!((&subjects[0]["sprint"], &subjects[1]["sprint"]), (&first, &second));
    assert_eq!((&subjects[0]["active"], &subjects[1]["active"]), (&json!(false), &json!(true)));
    let retro = team.retro();
    team.go(&retro, "close");
    team.call("retro.close", json!({"retro": retro["id"], "none": true}));
    let found = list(&mut team);
    assert_eq!(found["subjects"][0]["sprint"], second);
    assert_eq!(found["retros"][0]["noneReason"], "");
}

#[test]
fn cards_are_grouped_named_and_taken_apart_each_as_one_action() {
    let mut team = Team::new();
    let retro = team.retro();
    let cards: Vec<Value> = ["One", "Two", "Three"].iter().map(|text| team.card(&retro, 0, text)).collect();
    let other = team.card(&retro, 1, "Four");
    team.go(&retro, "group");
    let id = retro["id"].clone();
    let put = |subject: &Value, onto: &Value| json!({"retro": id, "subject": subject, "onto": onto});
    let found = team.call("retro.group", put(&other, &cards[1]));
    let group = found["groups"][0]["id"].clone();
    // It stands where the card stands that it was dropped on, and is called as that one.
    assert_eq!(
        (&found["groups"][0]["name"], &found["groups"][0]["column"]),
        (&json!("Two"), &retro["columns"][0]["id"])
    );
    assert_eq!(found["columns"][1]["cards"], json!([]));
    // What is dropped on a card of a group joins the group; a group may be dropped too.
    let found = team.call("retro.group", put(&cards[0], &other));
    assert_eq!(found["groups"][0]["cards"].as_array().unwrap().len(), 3);
    let found = team.call("retro.group", put(&group, &cards[2]));
    assert_eq!(
        (found["groups"].as_array().unwrap().len(), &found["groups"][0]["name"]),
        (1, &json!("Three"))
    );
    team.call("history.undo", json!({}));
    let found = team.look(&retro);
    assert_eq!(found["groups"][0]["id"], group);
    team.call("retro.editGroup", json!({"group": group, "name": "Together"}));
    let column = retro["columns"][2]["id"].clone();
    let found = team.call("retro.editGroup", json!({"group": group, "column": column}));
    assert_eq!((&found["groups"][0]["name"], &found["groups"][0]["column"]), (&json!("Together"), &column));
    // Of two that are left one is no group.
    team.call("retro.ungroup", json!({"retro": id, "subject": cards[0]}));
    let found = team.call("retro.deleteCard", json!({"card": other}));
    assert_eq!((found, &team.look(&retro)["groups"]), (json!({}), &json!([])));
    team.call("history.undo", json!({}));
    assert_eq!(team.look(&retro)["groups"][0]["cards"].as_array().unwrap().len(), 2);
    let found = team.call("retro.ungroup", json!({"retro": id, "subject": group}));
    assert_eq!((&found["groups"], found["columns"][2]["cards"].as_array().unwrap().len()), (&json!([]), 3));
}

#[test]
fn topics_are_talked_about_one_at_a_time_and_keep_their_notes() {
    let mut team = Team::new();
    let retro = team.retro();
    for text in ["One", "Two"] {
        team.card(&retro, 0, text);
    }
    let topics = team.go(&retro, "discuss")["topics"].clone();
    let (one, two) = (topics[0]["id"].clone(), topics[1]["id"].clone());
    team.call("retro.editTopic", json!({"topic": one, "state": "now"}));
    let found = team.call("retro.editTopic", json!({"topic": two, "state": "now", "notes": "Said so "}));
    let states: Vec<&Value> =
        found["topics"].as_array().unwrap().iter().map(|topic| &topic["state"]).collect();
    assert_eq!(states, [&json!("done"), &json!("now")]);
    assert_eq!(found["topics"][1]["notes"], "Said so");
    team.call("history.undo", json!({}));
    assert_eq!(team.look(&retro)["topics"][0]["state"], "now");
    team.go(&retro, "close");
    let closed = team.call("retro.close", json!({"retro": retro["id"], "none": true}));
    assert_eq!((&closed["allows"], &closed["waits"]), (&json!([]), &Value::Null));
    assert_eq!(closed["topics"].as_array().unwrap().len(), 2);
}

#[test]
fn a_format_of_ones_own_and_how_it_was_held_are_there_the_next_time() {
    let mut team = Team::new();
    let product = team.product.clone();
    let list = |team: &mut Team| team.call("retro.list", json!({"product": product}));
    let first = list(&mut team);
    assert_eq!(
        first["next"],
        json!({"format": "wentWell", "anonymous": false, "votesEach": 4, "votesSeveral": true})
    );
    let own = |list: &Value| {
        list["formats"].as_array().unwrap().iter().find(|one| one["format"] == "own").unwrap()["columns"]
            .clone()
    };
    assert_eq!(own(&first), json!([]));
    let how = json!({
        "product": product, "format": "own", "columns": ["Keep", "Puzzles us"], "anonymous": true, "votesEach": 5,
        "votesSeveral": false,
    });
    let retro = team.call("retro.start", how);
    team.go(&retro, "close");
    team.call("retro.close", json!({"retro": retro["id"], "none": true}));
    let found = list(&mut team);
    assert_eq!(
        found["next"],
        json!({"format": "own", "anonymous": true, "votesEach": 5, "votesSeveral": false})
    );
    assert_eq!(own(&found), json!(["Keep", "Puzzles us"]));
    assert_eq!((&found["retros"][0]["rating"], &found["retros"][0]["ratings"]), (&Value::Null, &json!(0)));
}

#[test]
fn the_timeline_tells_of_the_sprint_as_it_went() {
    let mut team = Team::new();
    let product = team.product.clone();
    let late =
        team.call("item.create", json!({"product": product, "title": "Late", "estimate": 3}))["id"].clone();
    let sprint = team.sprint.clone();
    team.call("sprint.take", json!({"sprint": sprint, "items": [late]}));
    let raised = json!({"product": product, "title": "The feed is down", "items": [late]});
    let raised = team.call("impediment.raise", raised)["id"].clone();
    team.call("impediment.begin", json!({"impediment": raised}));
    let retro = team.retro();
    let line = team.call("retro.timeline", json!({"retro": retro["id"]}));
    let kinds: Vec<&str> =
        line["marks"].as_array().unwrap().iter().map(|mark| mark["kind"].as_str().unwrap()).collect();
    assert_eq!(kinds, ["started", "impediment", "incident", "blocked", "added"]);
    let added = &line["marks"][4];
    assert_eq!((&added["title"], &added["points"], &added["item"]), (&json!("Late"), &json!(3.0), &late));
    assert_eq!((&line["marks"][1]["open"], &line["figures"]), (&json!(true), &Value::Null));
    assert!(!line["days"].as_array().unwrap().is_empty());
}
