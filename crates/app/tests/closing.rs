//! Closing a sprint over the contract: what an action sees of what it has just written itself.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod team;

use serde_json::json;
use team::Team;

#[test]
fn the_record_counts_of_a_split_item_only_its_done_part() {
    let mut team = Team::new();
    let (large, small) = (team.item("Handle a cancelled sailing", 13.0), team.item("Name the pier", 2.0));
    let sprint = team.running(&[large.clone(), small.clone()]);
    team.later(60);
    team.finish(&small);
    team.later(60);
    let done = team.all_met();
    let decision = json!({"item": large, "outcome": "split", "doneEstimate": 8, "done": done});
    let record = team.call("sprint.close", json!({"sprint": sprint, "decisions": [decision]}));

    let split = record["items"].as_array().unwrap().iter().find(|item| item["item"] == large).unwrap();
    assert_eq!((&split["estimateAtStart"], &split["estimateAtClose"]), (&json!(13.0), &json!(8.0)));
    assert_eq!(record["committedPoints"], 15.0);
    assert_eq!(record["completedPoints"], 10.0);
    assert_eq!(record["sprint"]["donePoints"], 10.0);

    let velocity = team.call("product.velocity", json!({"product": team.product}));
    assert_eq!(velocity["sprints"][0]["completed"], 10.0);
}

#[test]
fn the_chart_of_a_closed_sprint_ends_where_its_record_does() {
    let mut team = Team::new();
    let large = team.item("Handle a cancelled sailing", 13.0);
    let sprint = team.running(std::slice::from_ref(&large));
    team.later(60);
    let done = team.all_met();
    let decision = json!({"item": large, "outcome": "split", "doneEstimate": 8, "done": done});
    team.call("sprint.close", json!({"sprint": sprint, "decisions": [decision]}));

    let chart = team.call("sprint.burndown", json!({"sprint": sprint}));
    assert_eq!(chart["committed"], 13.0, "what was committed to stays");
    assert_eq!(chart["steps"][0]["remaining"], 13.0, "and so does the beginning of the line");
    assert_eq!(chart["remaining"], 0.0, "the done part is Done, and the rest is no part of this sprint");
}

#[test]
fn a_card_that_was_moved_stands_in_its_column_since_now() {
    let mut team = Team::new();
    let item = team.item("Name the pier", 2.0);
    team.running(std::slice::from_ref(&item));
    team.later(60);
    let column = team.column(1);
    let moved = team.call("board.move", json!({"item": item, "column": column}));
    assert_eq!(moved["columnSince"], "2026-03-09T10:00:00Z");
}
