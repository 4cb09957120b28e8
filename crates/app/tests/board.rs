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

impl Team {
    fn column(&mut self, n: usize) -> Value {
        self.board()["columns"][n]["column"]["id"].clone()
    }

    fn task(&mut self, item: usize, title: &str) -> Value {
        self.call("task.add", json!({"item": self.items[item], "title": title, "hours": 3}))["id"].clone()
    }

    /// A card's tasks as "Title: state column", the column by its place.
    fn steps(&mut self, item: usize) -> Vec<String> {
        let columns = self.board()["columns"].clone();
        let place =
            |id: &Value| columns.as_array().unwrap().iter().position(|column| column["column"]["id"] == *id);
        let card = self.card(item);
        let word = |value: &Value| value.as_str().unwrap().to_owned();
        let told = |task: &Value| {
            format!(
                "{}: {} {}",
                word(&task["title"]),
                word(&task["state"]),
                place(&task["column"]).map_or("-".into(), |n| n.to_string())
            )
        };
        card["steps"].as_array().unwrap().iter().map(told).collect()
    }
}

#[test]
fn a_task_goes_over_the_columns_and_has_their_state() {
    let mut team = Team::new();
    let (map, draw) = (team.task(0, "Map"), team.task(0, "Draw"));
    assert_eq!(team.steps(0), ["Map: todo -", "Draw: todo -"]);
    let columns: Vec<Value> = (0..4).map(|n| team.column(n)).collect();
    for (n, told) in [(1, "inProgress 1"), (2, "inProgress 2"), (3, "done 3"), (0, "todo 0")] {
        let moved = team.call("board.moveTask", json!({"task": map, "column": columns[n]}));
        assert_eq!(moved["column"], columns[n]);
        assert_eq!(team.steps(0), [format!("Map: {told}"), "Draw: todo -".into()]);
    }
    // A place beside another task of the item, in the order that all of its tasks have.
    team.call("board.moveTask", json!({"task": map, "column": columns[2], "after": draw}));
    assert_eq!(team.steps(0), ["Draw: todo -", "Map: inProgress 2"]);
    team.call("board.moveTask", json!({"task": map, "column": columns[2], "before": draw}));
    assert_eq!(team.steps(0), ["Map: inProgress 2", "Draw: todo -"]);
    // Ticked instead, it stands in the first column that means what it is.
    team.call("task.edit", json!({"task": map, "state": "done"}));
    assert_eq!(team.steps(0), ["Map: done -", "Draw: todo -"]);
    team.call("history.undo", json!({}));
    assert_eq!(team.steps(0), ["Map: inProgress 2", "Draw: todo -"], "one action, one undo");
    let card = team.card(0);
    assert_eq!(card["tasks"], json!({"count": 2, "done": 0, "remaining": 6.0}));
    assert_eq!(card["column"], columns[0], "its item stays where it is");

    let other = team.call("product.create", json!({"key": "OTH", "name": "Other"}))["id"].clone();
    let foreign =
        team.call("column.add", json!({"product": other, "name": "Test", "category": "todo"}))["id"].clone();
    let elsewhere = team.task(1, "Elsewhere");
    let now = Context::at(team.now, team.acting.clone());
    for (request, code) in [
        (json!({"task": map, "column": foreign}), "not_found"),
        (json!({"task": map, "column": columns[1], "before": elsewhere}), "not_found"),
        (json!({"task": map, "column": columns[1], "before": map}), "not_found"),
        (json!({"task": map, "column": columns[1], "to": 3}), "bad_request"),
    ] {
        assert_eq!(team.host.call("board.moveTask", request, &now).unwrap_err().code, code);
    }
    team.finish(0);
    let refused = team.host.call("board.moveTask", json!({"task": map, "column": columns[1]}), &now);
    assert_eq!(refused.unwrap_err().code, "item_finished", "what is Done keeps its tasks as they are");
}

#[test]
fn a_card_goes_to_another_column_and_person_in_one_action() {
    let mut team = Team::new();
    let roles = json!({"product": team.product, "roles": ["developer"]});
    let mateo = team.call("person.add", json!({"name": "Mateo Fuentes", "roles": roles}))["id"].clone();
    let doing = team.column(1);
    let move_ = json!({"item": team.items[0], "column": doing, "assignees": [mateo]});
    let context = Context::at(team.now, team.acting.clone());
    let answer = team.host.call("board.move", move_, &context).unwrap();
    assert_eq!(answer.action.unwrap().label, "Move HBR-1 to In Progress and give HBR-1 to Mateo Fuentes");
    assert_eq!((&team.card(0)["column"], &team.card(0)["assignees"]), (&doing, &json!([mateo])));
    let give = json!({"item": team.items[0], "column": doing, "assignees": []});
    let answer = team.host.call("board.move", give, &context).unwrap();
    assert_eq!(answer.action.unwrap().label, "Give HBR-1 to nobody");
    team.call("history.undo", json!({}));
    team.call("history.undo", json!({}));
    assert_eq!((&team.card(0)["column"], &team.card(0)["assignees"]), (&team.column(0), &json!([])));
    // Refused as a whole: nobody is given a card that did not move.
    let refused = json!({"item": team.items[0], "column": team.column(3), "assignees": [mateo]});
    assert_eq!(team.host.call("board.move", refused, &context).unwrap_err().code, "done_criteria_unmet");
    assert_eq!(team.card(0)["assignees"], json!([]));
}

#[test]
fn the_board_tells_the_order_of_the_sprint() {
    let mut team = Team::new();
    assert_eq!(team.board()["order"], json!(team.items));
}

#[test]
fn what_is_usual_in_a_column_is_known_from_ten_stays_on() {
    let mut team = Team::new();
    let stays = |team: &mut Team| team.call("board.stays", json!({"product": team.product}));
    assert_eq!(stays(&mut team), json!({"columns": [], "sprints": 0}));
    for n in 0..9 {
        let title = format!("Item {n}");
        let item = team.call("item.create", json!({"product": team.product, "title": title, "estimate": 1}))
            ["id"]
            .clone();
        team.items.push(item);
    }
    let late = team.items[3..].to_vec();
    team.call("sprint.take", json!({"sprint": team.sprint, "items": late}));
    // Ten stays in In Progress, of 0 to 3 working days, over a weekend that does not count: nine end by hand, one with the sprint.
    let (doing, review) = (team.column(1), team.column(2));
    let items = team.items.clone();
    for item in &items[..10] {
        team.call("board.move", json!({"item": item, "column": doing}));
    }
    for (n, item) in items[..9].iter().enumerate() {
        if n % 3 == 2 {
            team.now += TimeDelta::days(1);
        }
        team.call("board.move", json!({"item": item, "column": review}));
    }
    // Moved there and taken back the same day is no stay.
    team.call("history.undo", json!({}));
    team.call("history.redo", json!({}));
    team.now += TimeDelta::days(4);
    assert_eq!(stays(&mut team), json!({"columns": [], "sprints": 0}), "a sprint that runs is not yet known");
    let open = team.closing()["unfinished"].clone();
    let decisions: Vec<_> =
        open.as_array().unwrap().iter().map(|item| json!({"item": item["id"], "outcome": "place"})).collect();
    team.call("sprint.close", json!({"sprint": team.sprint, "decisions": decisions}));
    let told = stays(&mut team);
    // 0 0 1 1 1 2 2 2 3 and, from Monday over the weekend to the Monday after, 5.
    assert_eq!(told["sprints"], 1);
    let columns = told["columns"].as_array().unwrap();
    let doing = columns.iter().find(|one| one["column"] == doing).unwrap_or_else(|| panic!("{told}"));
    assert_eq!(
        (&doing["n"], &doing["usual"], &doing["median"]),
        (&json!(10), &json!(3), &json!(1.5)),
        "{told}"
    );
    assert!(columns.iter().all(|one| one["column"] != review), "nine stays are too few: {told}");
}
