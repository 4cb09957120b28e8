//! A sprint whose Review is prepared, and ways to look at it.

use serde_json::{Value, json};

use super::Team;

/// A running sprint of four items, two of them Done, with its Review prepared.
pub fn prepared() -> (Team, Vec<Value>, Value) {
    let mut team = Team::new();
    let items: Vec<Value> =
        ["Pier", "Fare", "Deck", "Ramp"].iter().map(|title| team.item(title, 2.0)).collect();
    let sprint = team.running(&items);
    team.call("item.edit", json!({"item": items[0], "assignees": [team.people[1]]}));
    team.finish(&items[0]);
    team.finish(&items[1]);
    team.call("review.prepare", json!({"sprint": sprint}));
    (team, items, sprint)
}

/// The Review of a sprint with all around it.
pub fn get(team: &mut Team, sprint: &Value) -> Value {
    team.call("review.get", json!({"sprint": sprint}))
}

/// The id of the Review of a sprint.
pub fn id(team: &mut Team, sprint: &Value) -> Value {
    get(team, sprint)["review"]["id"].clone()
}

/// One field of every row.
pub fn field<'a>(rows: &'a Value, field: &str) -> Vec<&'a Value> {
    rows.as_array().unwrap().iter().map(|row| &row[field]).collect()
}
