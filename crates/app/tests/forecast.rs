//! Forecasts over the contract: what they rest on, how far the next sprints reach, and why there is none.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod team;

use serde_json::{Value, json};
use team::Team;

const DAY: i64 = 24 * 60;

/// A team that finishes one item of 2 points on every working day of two weeks. It is Monday, the 23rd of March; three
/// items are open in the sprint, twelve stand in the backlog.
fn steady() -> Team {
    let mut team = Team::new();
    let items: Vec<Value> = (1..=13).map(|n| team.item(&format!("Taken {n}"), 2.0)).collect();
    for n in 1..=12 {
        team.item(&format!("To come {n}"), if n == 3 { 5.0 } else { 1.0 });
    }
    team.running(&items);
    for (n, item) in items[..10].iter().enumerate() {
        team.finish(item);
        team.later(if n % 5 == 4 { 3 * DAY } else { DAY });
    }
    team
}

fn lines(team: &mut Team, more: Value) -> Value {
    let mut request = json!({"product": team.product});
    request.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    team.call("forecast.backlog", request)
}

fn reach(rows: u32, points: f64, beyond: bool) -> Value {
    json!({"rows": rows, "points": points, "beyond": beyond})
}

#[test]
fn a_steady_team_is_forecast_to_the_row() {
    let mut team = steady();
    let told = lines(&mut team, json!({}));
    let basis = &told["basis"];
    assert_eq!((basis["days"].as_array().unwrap().len(), &basis["finished"]), (10, &json!(10)));
    assert_eq!(basis["days"][0], json!({"day": "2026-03-09", "items": 1, "points": 2.0}));
    assert_eq!(basis["days"][9]["day"], "2026-03-20");
    assert_eq!(
        (&basis["aheadItems"], &basis["aheadPoints"], &basis["thin"]),
        (&json!(3), &json!(6.0), &Value::Null)
    );

    // The sprint's time is up. Nine working days follow in the next one, ten in that after it; three items come first.
    let sprints = told["sprints"].as_array().unwrap();
    let said: Vec<Value> =
        sprints[..3].iter().map(|one| json!([one["name"], one["endDay"], one["workingDays"]])).collect();
    assert_eq!(
        json!(said),
        json!([["Sprint 1", "2026-03-20", 0], ["Sprint 2", "2026-04-03", 9], ["Sprint 3", "2026-04-17", 19]])
    );
    assert_eq!(sprints[0]["likely"], reach(0, 0.0, false));
    assert_eq!(
        (&sprints[1]["likely"], &sprints[1]["even"]),
        (&reach(6, 10.0, false), &reach(6, 10.0, false))
    );
    assert_eq!(sprints[2]["likely"], reach(12, 16.0, true));
}

#[test]
fn points_reach_as_far_as_they_add_up() {
    let mut team = steady();
    // 9 days of 2 points are 18, less 6 ahead: 1 + 1 + 5 + 1 + 1 + 1 + 1 + 1 of the backlog.
    let told = lines(&mut team, json!({"unit": "points"}));
    assert_eq!(told["sprints"][1]["likely"], reach(8, 12.0, false));
}

#[test]
fn an_item_is_done_when_its_turn_has_come() {
    let mut team = steady();
    let window = json!({"product": team.product, "offset": 3, "limit": 1});
    let item = team.call("backlog.window", window)["rows"][0]["id"].clone();
    // Three in the sprint and three above it: the seventh working day from tomorrow.
    let told = team.call("forecast.item", json!({"item": item}));
    assert_eq!(
        (&told["position"], &told["even"], &told["sure"]),
        (&json!(4), &json!("2026-04-01"), &json!("2026-04-01"))
    );
    assert_eq!(told["sprint"], json!({"name": "Sprint 2", "endDay": "2026-04-03", "chance": 1.0}));

    let sprint = team.call("sprint.list", json!({"product": team.product}))["sprints"][0]["id"].clone();
    team.call("sprint.take", json!({"sprint": sprint, "items": [item]}));
    let told = team.call("forecast.item", json!({"item": item}));
    assert_eq!(
        (&told["position"], &told["likely"], &told["sprint"]),
        (&Value::Null, &Value::Null, &Value::Null)
    );
}

#[test]
fn the_same_answer_until_something_happens() {
    let mut team = steady();
    let told = lines(&mut team, json!({}));
    assert_eq!(lines(&mut team, json!({})), told);
    team.restart();
    assert_eq!(lines(&mut team, json!({})), told);
}

#[test]
fn a_thin_history_says_what_it_lacks() {
    let mut team = Team::new();
    let told = lines(&mut team, json!({}));
    assert_eq!(told["basis"]["thin"], "A forecast needs 10 working days of history; there are 0.");
    assert_eq!(told["sprints"], json!([]));

    let item = team.item("Pier", 2.0);
    let other = team.item("Fare", 2.0);
    team.running(&[item.clone(), other]);
    team.finish(&item);
    team.later(14 * DAY);
    let told = lines(&mut team, json!({}));
    assert_eq!(told["basis"]["thin"], "A forecast needs 5 finished items; there is 1.");
    // The days without anything are there to be seen.
    assert_eq!(told["basis"]["days"].as_array().unwrap().len(), 10);
}

#[test]
fn a_window_that_is_none_is_refused() {
    let mut team = Team::new();
    for window in [0, 9, 521] {
        let request = json!({"product": team.product, "window": window});
        assert_eq!(team.refusal("forecast.backlog", request), "forecast_window");
    }
}
