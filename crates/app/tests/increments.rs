//! Increments over the contract: where they come from, and what the history calls what was done to them.

mod team;

use serde_json::json;
use team::Team;

#[test]
fn an_increment_comes_from_the_sprint_its_items_were_done_in() {
    let mut team = Team::new();
    let items: Vec<_> = ["Pier", "Fare"].iter().map(|title| team.item(title, 2.0)).collect();
    let sprint = team.running(&items);
    for item in &items {
        team.finish(item);
    }
    let request = json!({"product": team.product, "items": items});
    let made = team.call("increment.create", request);
    assert_eq!((&made["sprint"], &made["name"]), (&sprint, &json!("Sprint 1 increment")));

    let increment = made["id"].clone();
    for (name, mut request, label) in [
        ("increment.edit", json!({"name": "Pier"}), "Rename Sprint 1 increment to Pier"),
        ("increment.edit", json!({"notes": "A pier."}), "Write the notes of Pier"),
        ("increment.removeItems", json!({"items": [items[0]]}), "Take HBR-1 out of Pier"),
        ("increment.addItems", json!({"items": [items[0]]}), "Put HBR-1 into Pier"),
        ("increment.removeItems", json!({"items": items}), "Take 2 items out of Pier"),
    ] {
        request["increment"] = increment.clone();
        team.call(name, request);
        assert_eq!(team.call("history.list", json!({"limit": 1}))["actions"][0]["label"], label);
    }
}
