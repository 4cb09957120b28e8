//! A team at work over the contract: a workspace of its own and a clock that the test moves. Whatever a test does, the
//! file must be sound when it ends.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]
#![allow(dead_code, reason = "each test file uses what it needs of it")]

pub mod berlin;
pub mod daily;
pub mod hours;
pub mod must_hold;
pub mod register;
pub mod retrospect;
pub mod reviewed;
pub mod reviews;
pub mod shapes;
pub mod steps;

use std::path::PathBuf;

use chrono::{DateTime, TimeDelta, Utc};
use lineout_app::{Answer, AppError, Context, Host};
use lineout_store::{Tables, Workspace};
use serde_json::{Value, json};

/// A workspace with the product HBR: a board of To Do, In Progress, Review and Done, and two criteria to be Done.
pub struct Team {
    pub host: Host,
    pub product: Value,
    /// Ada, the Product Owner; Bo, a Developer and the Scrum Master.
    pub people: [Value; 2],
    pub acting: Option<usize>,
    pub now: DateTime<Utc>,
    /// A connection of its own, to look at what the contract does not show.
    pub file: Workspace,
    folder: tempfile::TempDir,
}

impl Team {
    /// At nine in the morning of Monday, 9 March 2026, with Bo acting.
    pub fn new() -> Self {
        let folder = in_memory();
        let now = "2026-03-09T09:00:00Z".parse().unwrap();
        let path = folder.path().join("team.lineout");
        let mut host = Host::seeded("test", 1);
        host.create(&path, "Team", &Context::at(now, None)).unwrap();
        let file = Workspace::open(&path).unwrap();
        let (product, people) = (Value::Null, [Value::Null, Value::Null]);
        let mut team = Self { host, product, people, acting: None, now, file, folder };
        let request = json!({
            "key": "HBR", "name": "Harbour", "sprintLengthDays": 12, "definitionOfDone": ["Reviewed", "Tested"],
        });
        team.product = team.call("product.create", request)["id"].clone();
        for (n, (name, roles)) in
            [("Ada Quist", json!(["productOwner"])), ("Bo Lind", json!(["developer", "scrumMaster"]))]
                .into_iter()
                .enumerate()
        {
            let request = json!({"name": name, "roles": {"product": team.product, "roles": roles}});
            team.people[n] = team.call("person.add", request)["id"].clone();
        }
        team.acting = Some(1);
        team
    }

    /// A team with a past: one sprint closed with its retrospective, one running, one planned.
    pub fn at_work() -> Self {
        let mut team = Self::new();
        let titles = ["Pier", "Fare", "Deck", "Ramp", "Rope", "Mast", "Buoy", "Horn"];
        let items: Vec<Value> = titles.iter().map(|title| team.item(title, 2.0)).collect();
        let first = team.running(&items[..2]);
        team.later(60);
        team.finish(&items[0]);
        let second = team.sprint();
        let carried = json!([{"item": items[1], "outcome": "next"}]);
        team.call("sprint.close", json!({"sprint": first, "decisions": carried}));
        let retro = team.call("retro.start", json!({"product": team.product, "sprint": first}));
        let card = team.shown_card(&retro, "Reviews wait");
        team.go(&retro, "vote");
        team.call("retro.reveal", json!({"retro": retro["id"]}));
        team.go(&retro, "decide");
        let entry = json!({
            "product": team.product, "opportunity": "Review within a day", "retro": retro["id"], "card": card,
            "state": "agreed", "reviewSprint": second,
        });
        team.call("improvement.propose", entry);
        team.go(&retro, "close");
        team.call("retro.close", json!({"retro": retro["id"]}));
        team.later(60 * 24 * 12);
        team.call("sprint.take", json!({"sprint": second, "items": items[2..5]}));
        team.call("sprint.start", json!({"sprint": second}));
        team.later(60);
        team.finish(&items[2]);
        let column = team.column(1);
        team.call("board.move", json!({"item": items[3], "column": column}));
        let third = team.sprint();
        team.call("sprint.take", json!({"sprint": third, "items": [items[5]]}));
        let raised = json!({"product": team.product, "title": "The feed is down", "items": [items[3]]});
        team.call("impediment.raise", raised);
        team.call("epic.create", json!({"product": team.product, "name": "Rebooking"}));
        team
    }

    /// Where the file is.
    pub fn path(&self) -> PathBuf {
        self.folder.path().join("team.lineout")
    }

    pub fn attempt(&mut self, name: &str, request: Value) -> Result<Answer, AppError> {
        let author = self.acting.and_then(|n| self.people[n].as_str().map(str::to_owned));
        self.host.call(name, request, &Context::at(self.now, author))
    }

    /// The whole answer of a call. Panics when it is refused.
    pub fn answer(&mut self, name: &str, request: Value) -> Answer {
        let told = request.to_string();
        self.attempt(name, request).unwrap_or_else(|error| panic!("{name} {told}: {error} ({})", error.code))
    }

    /// The response of a call. Panics when it is refused.
    pub fn call(&mut self, name: &str, request: Value) -> Value {
        self.answer(name, request).value
    }

    /// The code of a refusal. Panics when the call is carried out, or wrote something all the same.
    pub fn refusal(&mut self, name: &str, request: Value) -> String {
        let before = self.tables();
        let told = request.to_string();
        match self.attempt(name, request) {
            Ok(answer) => panic!("{name} {told} should have been refused, and answered {}", answer.value),
            Err(error) => {
                assert!(!error.hint.is_empty() && !error.message.is_empty(), "{error:?}");
                assert_eq!(self.tables(), before, "{name} was refused and wrote");
                error.code
            }
        }
    }

    /// Moves the clock on.
    pub fn later(&mut self, minutes: i64) -> DateTime<Utc> {
        self.now += TimeDelta::minutes(minutes);
        self.now
    }

    /// Every tracked table as it stands.
    pub fn tables(&self) -> Tables {
        self.file.db().tables().unwrap()
    }

    /// The program ends and is started again.
    pub fn restart(&mut self) {
        let path = self.path();
        self.host.close();
        self.host = Host::new("test again");
        self.host.open(&path).unwrap();
    }

    /// A new item, by id.
    pub fn item(&mut self, title: &str, estimate: f64) -> Value {
        let request = json!({"product": self.product, "title": title, "estimate": estimate});
        self.call("item.create", request)["id"].clone()
    }

    /// A planned sprint with a goal, in the next free days.
    pub fn sprint(&mut self) -> Value {
        self.call("sprint.create", json!({"product": self.product, "goal": "Rebook in two minutes"}))["id"]
            .clone()
    }

    /// A running sprint with these items.
    pub fn running(&mut self, items: &[Value]) -> Value {
        let sprint = self.sprint();
        self.call("sprint.take", json!({"sprint": sprint, "items": items}));
        self.call("sprint.start", json!({"sprint": sprint}));
        sprint
    }

    /// The id of a column by its place on the board, from 0.
    pub fn column(&mut self, n: usize) -> Value {
        self.call("board.get", json!({"product": self.product}))["columns"][n]["column"]["id"].clone()
    }

    /// The answer that meets all of the Definition of Done.
    pub fn all_met(&mut self) -> Value {
        let board = self.call("board.get", json!({"product": self.product}));
        let criteria = board["definitionOfDone"]["criteria"].as_array().unwrap();
        json!({"met": criteria.iter().map(|one| &one["id"]).collect::<Vec<_>>(), "waivers": []})
    }

    /// Brings an item to Done with every criterion met.
    pub fn finish(&mut self, item: &Value) {
        let (column, done) = (self.column(3), self.all_met());
        self.call("board.move", json!({"item": item, "column": column, "done": done}));
    }

    /// Takes a retrospective to a phase.
    pub fn go(&mut self, retro: &Value, phase: &str) -> Value {
        self.call("retro.go", json!({"retro": retro["id"], "phase": phase}))
    }

    /// A card in the first column of a retrospective, shown to everybody, by id.
    pub fn shown_card(&mut self, retro: &Value, text: &str) -> Value {
        self.go(retro, "gather");
        let card = json!({"retro": retro["id"], "column": retro["columns"][0]["id"], "text": text});
        let card = self.call("retro.addCard", card)["id"].clone();
        self.call("retro.reveal", json!({"retro": retro["id"]}));
        card
    }

    /// The Product Backlog's titles in order.
    pub fn backlog(&mut self) -> Vec<String> {
        let window = json!({"product": self.product, "offset": 0, "limit": 500});
        let rows = self.call("backlog.window", window)["rows"].take();
        rows.as_array().unwrap().iter().map(|row| row["title"].as_str().unwrap().to_owned()).collect()
    }
}

/// A folder in memory where the system has one: what is tested here is rules, and waiting for the disk at each of ten
/// thousand actions would test patience.
fn in_memory() -> tempfile::TempDir {
    tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir()).unwrap()
}

impl Drop for Team {
    fn drop(&mut self) {
        if !std::thread::panicking() {
            let checked = self.call("workspace.check", json!({}));
            assert_eq!(checked["ok"], true, "{checked:#}");
        }
    }
}
