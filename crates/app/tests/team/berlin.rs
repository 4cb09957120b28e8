//! A team whose sprint runs over the night in which its clocks go on, and what it reads off a Daily Scrum.

use chrono::{DateTime, Utc};
use serde_json::{Value, json};

use super::Team;

/// A team in Berlin that works on Sundays as well, with a sprint from Thursday, 26 March 2026: on Sunday the clocks go on.
pub struct Berlin {
    pub team: Team,
    pub sprint: Value,
    pub pier: Value,
    pub fare: Value,
    pub deck: Value,
    pub task: Value,
    pub cy: Value,
}

impl Berlin {
    pub fn new() -> Self {
        let mut team = Team::new();
        team.now = instant("2026-03-26T08:00:00Z");
        let product = team.product.clone();
        let days = json!(["mon", "tue", "wed", "thu", "fri", "sun"]);
        team.call(
            "product.edit",
            json!({"product": product, "timeZone": "Europe/Berlin", "workingDays": days}),
        );
        let roles = json!({"product": product, "roles": ["developer"]});
        let cy = team.call("person.add", json!({"name": "Cy Moor", "roles": roles}))["id"].clone();
        let [pier, fare, deck] = ["Pier", "Fare", "Deck"].map(|title| team.item(title, 2.0));
        let bo = team.people[1].clone();
        team.call("item.edit", json!({"item": pier, "assignees": [bo]}));
        team.call("item.edit", json!({"item": fare, "assignees": [cy]}));
        let task = json!({"item": pier, "title": "Drive the piles", "person": cy});
        let task = team.call("task.add", task)["id"].clone();
        let sprint = team.running(&[pier.clone(), fare.clone(), deck.clone()]);
        team.later(5);
        Self { team, sprint, pier, fare, deck, task, cy }
    }

    pub fn at(&mut self, text: &str) {
        self.team.now = instant(text);
    }

    pub fn bo(&self) -> Value {
        self.team.people[1].clone()
    }

    pub fn start(&mut self) -> Value {
        let product = self.team.product.clone();
        self.team.call("daily.start", json!({"product": product}))
    }

    pub fn get(&mut self, daily: &Value) -> Value {
        self.team.call("daily.get", json!({"daily": daily}))
    }

    pub fn vote(&mut self, daily: &Value, person: &Value, confidence: u8) {
        self.team.call("daily.vote", json!({"daily": daily, "person": person, "confidence": confidence}));
    }

    pub fn move_to(&mut self, item: &Value, column: usize) {
        let column = self.team.column(column);
        self.team.call("board.move", json!({"item": item, "column": column}));
    }
}

pub fn instant(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

/// One person of a Daily Scrum.
pub fn of<'a>(daily: &'a Value, person: &Value) -> &'a Value {
    daily["people"].as_array().unwrap().iter().find(|one| one["person"] == *person).unwrap()
}

/// "done HBR-1: In Progress → Done".
pub fn told(moved: &Value) -> Vec<String> {
    let text = |value: &Value| value.as_str().unwrap_or("–").to_owned();
    let one = |moved: &Value| {
        let task = if moved["task"].is_null() { "" } else { " task" };
        format!(
            "{} {}{task}: {} → {}",
            text(&moved["kind"]),
            text(&moved["key"]),
            text(&moved["from"]),
            text(&moved["to"])
        )
    };
    moved.as_array().unwrap().iter().map(one).collect()
}

pub fn fates(lines: &Value) -> Vec<(&str, &str)> {
    let lines = lines.as_array().unwrap().iter();
    lines.map(|line| (line["text"].as_str().unwrap(), line["fate"].as_str().unwrap())).collect()
}
