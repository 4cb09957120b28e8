//! A workspace with one product, called over the contract as the window and the command line call it.

#![allow(dead_code, reason = "every test file uses its own part of it")]

use chrono::{DateTime, Duration, Utc};
use lineout_app::{Answer, AppError, Context, Host};
use serde_json::{Value, json};

/// An open workspace with one product, HBR, and two people. It is checked when it goes.
pub struct Team {
    pub host: Host,
    pub product: Value,
    pub ana: Value,
    pub ben: Value,
    /// The clock, moved on by each command.
    pub now: DateTime<Utc>,
    acting: Option<String>,
    pub folder: tempfile::TempDir,
}

impl Team {
    pub fn new() -> Self {
        Self::of(json!({"key": "HBR", "name": "Harbour"}))
    }

    /// With a product made by this request.
    pub fn of(product: Value) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let now = "2026-03-09T09:00:00Z".parse().unwrap();
        let mut host = Host::seeded("test", 1);
        host.create(&folder.path().join("team.lineout"), "Team", &Context::at(now, None)).unwrap();
        let nothing = Value::Null;
        let mut team = Self {
            host,
            product: nothing.clone(),
            ana: nothing.clone(),
            ben: nothing,
            now,
            acting: None,
            folder,
        };
        team.product = team.call("product.create", product)["id"].clone();
        for (name, roles) in [("Ana", json!(["productOwner"])), ("Ben", json!(["developer"]))] {
            let person = team.call("person.add", json!({"name": name}))["id"].clone();
            team.call("member.set", json!({"product": team.product, "person": person, "roles": roles}));
            if name == "Ana" { team.ana = person } else { team.ben = person }
        }
        team
    }

    /// From here on somebody acts.
    pub fn act_as(&mut self, person: &Value) {
        self.acting = person.as_str().map(str::to_owned);
    }

    pub fn attempt(&mut self, name: &str, request: Value) -> Result<Answer, AppError> {
        self.now += Duration::minutes(1);
        self.host.call(name, request, &Context::at(self.now, self.acting.clone()))
    }

    pub fn answer(&mut self, name: &str, request: Value) -> Answer {
        self.attempt(name, request.clone()).unwrap_or_else(|error| panic!("{name} {request}: {error:?}"))
    }

    pub fn call(&mut self, name: &str, request: Value) -> Value {
        self.answer(name, request).value
    }

    /// The label of the action a command made.
    pub fn label(&mut self, name: &str, request: Value) -> String {
        self.answer(name, request).action.map(|note| note.label).unwrap_or_default()
    }

    /// The code of a refusal, which must come with a hint and leave nothing behind.
    pub fn refusal(&mut self, name: &str, request: Value) -> String {
        let before = self.call("history.list", json!({"limit": 1}));
        let refused = match self.attempt(name, request.clone()) {
            Err(error) => error,
            Ok(answer) => panic!("{name} {request} was not refused: {}", answer.value),
        };
        assert!(!refused.hint.is_empty() && !refused.message.is_empty(), "{refused:?}");
        assert_eq!(self.call("history.list", json!({"limit": 1})), before);
        refused.code
    }

    /// A new item at the end, by its title.
    pub fn item(&mut self, title: &str) -> Value {
        let product = self.product.clone();
        self.call("item.create", json!({"product": product, "title": title}))["id"].clone()
    }

    pub fn get(&mut self, item: &Value) -> Value {
        self.call("item.get", json!({"item": item}))
    }

    /// The titles of a list, with the product put into its request.
    pub fn titles(&mut self, mut request: Value) -> Vec<String> {
        request["product"] = self.product.clone();
        request["offset"] = json!(0);
        request["limit"] = json!(100);
        let window = self.call("backlog.window", request);
        let rows = window["rows"].as_array().unwrap().iter();
        rows.map(|row| row["title"].as_str().unwrap().to_owned()).collect()
    }

    pub fn undo(&mut self) -> Value {
        self.call("history.undo", json!({}))
    }

    pub fn redo(&mut self) -> Value {
        self.call("history.redo", json!({}))
    }

    pub fn check(&mut self) {
        let checked = self.call("workspace.check", json!({}));
        assert_eq!(checked["ok"], true, "{checked}");
    }

    /// Undoes everything but the setting up, checking at each step, and redoes it again.
    pub fn turn_all(&mut self, steps: usize) {
        let before = self.call("backlog.window", json!({"product": self.product, "offset": 0, "limit": 100}));
        for _ in 0..steps {
            self.undo();
            self.check();
        }
        for _ in 0..steps {
            self.redo();
            self.check();
        }
        let after = self.call("backlog.window", json!({"product": self.product, "offset": 0, "limit": 100}));
        assert_eq!(before, after);
    }
}

impl Drop for Team {
    fn drop(&mut self) {
        if !std::thread::panicking() {
            self.check();
        }
    }
}
