//! What was taken back on the day it was done never happened, to the figures of a sprint; what is taken back later is a
//! change and a change back, because yesterday's value never changes by what is done today.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod team;

use serde_json::{Value, json};
use team::Team;

const MINUTES_A_DAY: i64 = 60 * 24;

/// A running sprint of one item, and an item beside it.
fn running() -> (Team, Value, Value, Value) {
    let mut team = Team::new();
    let (inside, beside) = (team.item("Pier", 3.0), team.item("Fare", 2.0));
    let sprint = team.running(std::slice::from_ref(&inside));
    team.later(60);
    (team, sprint, inside, beside)
}

fn chart(team: &mut Team, sprint: &Value) -> Value {
    team.call("sprint.burndown", json!({"sprint": sprint}))
}

fn kinds(chart: &Value) -> Vec<String> {
    chart["events"].as_array().unwrap().iter().map(|one| one["kind"].as_str().unwrap().to_owned()).collect()
}

fn record(team: &mut Team, sprint: &Value) -> Vec<(String, String)> {
    let open = team.call("sprint.closing", json!({"sprint": sprint}));
    let decisions: Vec<_> = open["unfinished"]
        .as_array()
        .unwrap_or_else(|| panic!("{open:#}"))
        .iter()
        .map(|item| json!({"item": item["id"], "outcome": "place"}))
        .collect();
    let record = team.call("sprint.close", json!({"sprint": sprint, "decisions": decisions}));
    let word = |value: &Value| value.as_str().unwrap().to_owned();
    let items = record["items"].as_array().unwrap().iter();
    items.map(|item| (word(&item["title"]), word(&item["outcome"]))).collect()
}

#[test]
fn an_item_that_came_by_mistake_and_went_the_same_day_never_came() {
    let (mut team, sprint, _, beside) = running();
    let before = chart(&mut team, &sprint);
    team.later(10);
    team.call("sprint.take", json!({"sprint": sprint, "items": [beside]}));
    let between = team.now;
    let with = chart(&mut team, &sprint);
    assert_eq!((kinds(&with), &with["remaining"]), (vec!["added".to_owned()], &json!(5.0)));
    team.later(10);
    team.call("history.undo", json!({}));
    let after = chart(&mut team, &sprint);
    for part in ["events", "scopeChanges", "steps", "remaining", "committed"] {
        assert_eq!(after[part], before[part], "{part}");
    }
    // Who asks how it looked between the two is told how it looked.
    let past = team.call("sprint.burndown", json!({"sprint": sprint, "asOf": between}));
    assert_eq!(past, with);
    // And nothing is lost: the history tells of both.
    let told = team.call("history.list", json!({"limit": 2}));
    assert!(told["actions"][1]["label"].as_str().is_some_and(|label| label.contains("HBR-2")), "{told}");
    assert_eq!(record(&mut team, &sprint), [("Pier".into(), "place".into())]);
}

#[test]
fn what_is_taken_back_on_another_day_came_and_went() {
    let (mut team, sprint, _, beside) = running();
    team.call("sprint.take", json!({"sprint": sprint, "items": [beside]}));
    let yesterday = team.now;
    let then = chart(&mut team, &sprint);
    team.later(MINUTES_A_DAY);
    team.call("history.undo", json!({}));
    let now = chart(&mut team, &sprint);
    assert_eq!((kinds(&now), &now["remaining"]), (vec!["added".to_owned(), "removed".into()], &json!(3.0)));
    assert_eq!(team.call("sprint.burndown", json!({"sprint": sprint, "asOf": yesterday})), then);
    assert_eq!(
        record(&mut team, &sprint),
        [("Pier".into(), "place".into()), ("Fare".into(), "removed".into())]
    );
}

#[test]
fn the_day_is_the_teams_day() {
    // 23:30 and 00:30 in Auckland lie on one UTC day and on two days of the team; 00:30 and 23:30 the other way round.
    for (first, minutes, events) in
        [("2026-03-10T10:30:00Z", 60, 2), ("2026-03-09T11:30:00Z", 22 * 60 + 30, 0)]
    {
        let (mut team, sprint, _, beside) = running();
        team.call("product.edit", json!({"product": team.product, "timeZone": "Pacific/Auckland"}));
        team.now = first.parse().unwrap();
        team.call("sprint.take", json!({"sprint": sprint, "items": [beside]}));
        team.later(minutes);
        team.call("history.undo", json!({}));
        assert_eq!(kinds(&chart(&mut team, &sprint)).len(), events, "from {first}");
    }
}

#[test]
fn undone_and_brought_back_it_came_once() {
    let (mut team, sprint, _, beside) = running();
    team.call("sprint.take", json!({"sprint": sprint, "items": [beside]}));
    for expected in [0, 1, 0, 1] {
        team.later(5);
        let turn = if expected == 0 { "history.undo" } else { "history.redo" };
        team.call(turn, json!({}));
        assert_eq!(kinds(&chart(&mut team, &sprint)).len(), expected, "after {turn}");
    }
    // Undone the next day and brought back on that day: it never went.
    team.later(MINUTES_A_DAY);
    team.call("history.undo", json!({}));
    team.later(5);
    team.call("history.redo", json!({}));
    assert_eq!(kinds(&chart(&mut team, &sprint)), ["added"]);
}

#[test]
fn so_it_is_with_estimates_and_with_done() {
    let (mut team, sprint, inside, _) = running();
    team.call("item.edit", json!({"item": inside, "estimate": 8}));
    team.call("history.undo", json!({}));
    team.finish(&inside);
    team.call("history.undo", json!({}));
    assert_eq!(kinds(&chart(&mut team, &sprint)), Vec::<String>::new());
    // Moved by hand rather than undone, both happened: only an undo says that it was a mistake.
    team.later(5);
    team.finish(&inside);
    let column = team.column(1);
    team.later(5);
    team.call("board.move", json!({"item": inside, "column": column}));
    assert_eq!(kinds(&chart(&mut team, &sprint)), ["done", "reopened"]);
}

#[test]
fn a_card_moved_by_mistake_has_stood_where_it_stood() {
    let (mut team, _, inside, _) = running();
    let (doing, review) = (team.column(1), team.column(2));
    team.call("board.move", json!({"item": inside, "column": doing}));
    team.later(MINUTES_A_DAY * 2);
    let days = |team: &mut Team| {
        team.call("board.get", json!({"product": team.product}))["columns"][1]["items"][0]["columnDays"]
            .clone()
    };
    assert_eq!(days(&mut team), 2);
    team.call("board.move", json!({"item": inside, "column": review}));
    team.call("history.undo", json!({}));
    assert_eq!(days(&mut team), 2, "the dots stay");
    team.call("board.move", json!({"item": inside, "column": review}));
    team.call("board.move", json!({"item": inside, "column": doing}));
    assert_eq!(days(&mut team), 0, "moved there and back, it came anew");
}

#[test]
fn a_cancelling_that_is_taken_back_on_another_day_has_the_item_in_the_sprint_again() {
    let (mut team, sprint, inside, _) = running();
    team.call("item.cancel", json!({"items": [inside], "reason": "Not wanted"}));
    assert_eq!(chart(&mut team, &sprint)["remaining"], 0.0);
    team.later(MINUTES_A_DAY);
    team.call("history.undo", json!({}));
    let after = chart(&mut team, &sprint);
    assert_eq!(
        (kinds(&after), &after["remaining"]),
        (vec!["cancelled".to_owned(), "added".into()], &json!(3.0))
    );
}

#[test]
fn of_a_course_that_was_taken_back_with_its_start_nothing_counts() {
    let mut team = Team::new();
    let (inside, beside) = (team.item("Pier", 3.0), team.item("Fare", 2.0));
    let sprint = team.sprint();
    team.call("sprint.take", json!({"sprint": sprint, "items": [inside]}));
    let start = team.answer("sprint.start", json!({"sprint": sprint})).action;
    team.later(60);
    let decisions = json!([{"item": inside, "outcome": "place"}]);
    let close = team.answer("sprint.close", json!({"sprint": sprint, "decisions": decisions})).action;
    team.call("item.edit", json!({"item": inside, "estimate": 8}));
    team.later(MINUTES_A_DAY);
    team.call("history.undo", json!({"action": close.unwrap().id}));
    team.call("history.undo", json!({"action": start.unwrap().id}));
    team.call("sprint.take", json!({"sprint": sprint, "items": [beside]}));
    // The clock is set back; the sprint begins anew with both.
    team.later(-MINUTES_A_DAY);
    team.call("sprint.start", json!({"sprint": sprint}));
    let begun = chart(&mut team, &sprint);
    assert_eq!((&begun["committed"], &begun["remaining"]), (&json!(10.0), &json!(10.0)), "{begun:#}");
    assert_eq!(kinds(&begun), Vec::<String>::new());
}
