//! Closing a sprint over the contract: what an action sees of what it has just written itself.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod team;

use proptest::prelude::*;
use serde_json::{Value, json};
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
    assert_eq!(chart["remaining"], 5.0, "the done part is Done, and the rest was not done in this sprint");
}

proptest! {
    #![proptest_config(team::steps::cases(24))]

    /// By hand: of what was committed and what the scope grew by, all remains that is not Done, in whole or in part.
    #[test]
    fn what_remains_and_what_was_completed_make_the_scope(
        fates in prop::collection::vec((0usize..5, 0u32..=100, any::<bool>()), 1..7),
    ) {
        const SIZES: [f64; 4] = [1.0, 3.0, 5.0, 8.0];
        let mut team = Team::new();
        let size = |n: usize| SIZES[n % 4];
        let items: Vec<Value> = (0..fates.len()).map(|n| team.item(&format!("Item {n}"), size(n))).collect();
        let late = fates.iter().skip(1).filter(|(_, _, late)| *late).count();
        let (first, added): (Vec<usize>, Vec<usize>) =
            (0..fates.len()).partition(|n| *n == 0 || !fates[*n].2);
        prop_assert_eq!(added.len(), late);
        let of = |which: &[usize]| which.iter().map(|n| items[*n].clone()).collect::<Vec<_>>();
        let sprint = team.running(&of(&first));
        team.later(60);
        if !added.is_empty() {
            team.call("sprint.take", json!({"sprint": sprint, "items": of(&added)}));
        }
        team.later(60);
        let done = team.all_met();
        let (mut completed, mut decisions) = (0.0, Vec::new());
        for (n, (fate, share, _)) in fates.iter().enumerate() {
            let part = (size(n) * f64::from(*share)).round() / 100.0;
            match fate {
                0 => {
                    team.finish(&items[n]);
                    completed += size(n);
                }
                1 => decisions.push(json!({"item": items[n], "outcome": "next"})),
                2 => decisions.push(json!({"item": items[n], "outcome": "split", "done": done})),
                _ => {
                    let decision =
                        json!({"item": items[n], "outcome": "split", "doneEstimate": part, "done": done});
                    decisions.push(decision);
                    completed += part;
                }
            }
        }
        team.later(60);
        let record = team.call("sprint.close", json!({"sprint": sprint, "decisions": decisions}));
        let whole: f64 = (0..fates.len()).map(size).sum();
        let chart = &record["burndown"];
        let number = |value: &Value| value.as_f64().unwrap();
        let near = |one: f64, other: f64| (one - other).abs() < 1e-6;
        prop_assert!(near(number(&record["completedPoints"]), completed), "{}", record);
        prop_assert!(near(number(&chart["remaining"]), whole - completed), "{}", record);
        let changes = chart["scopeChanges"].as_array().unwrap();
        let grown: f64 = changes.iter().map(|change| number(&change["delta"])).sum();
        prop_assert!(near(number(&chart["committed"]) + grown, whole), "{}", record);
        let last = &chart["steps"].as_array().unwrap().last().unwrap().clone();
        prop_assert_eq!(&last["remaining"], &chart["remaining"]);
        let moved: f64 = chart["events"].as_array().unwrap().iter().map(|event| number(&event["points"])).sum();
        prop_assert!(near(number(&chart["committed"]) + moved, number(&chart["remaining"])), "{}", record);
        let asked = json!({"sprint": sprint, "format": "markdown"});
        let text = team.call("sprint.exportRecord", asked)["text"].as_str().unwrap().to_owned();
        let told = (number(&chart["remaining"]) * 100.0).round() / 100.0;
        let line = format!("| At the end | {told} |");
        prop_assert!(text.contains(&line), "{}: {}", line, text);
    }
}

#[test]
fn the_close_ends_the_daily_that_is_under_way_and_keeps_its_time() {
    let mut team = Team::new();
    let item = team.item("Name the pier", 2.0);
    let sprint = team.running(std::slice::from_ref(&item));
    team.later(60);
    let asked = json!({"sprint": sprint});
    assert_eq!(team.call("sprint.closing", asked.clone())["dailyRunning"], false);
    let daily = team.call("daily.start", json!({"product": team.product}))["id"].clone();
    team.later(4);
    assert_eq!(team.call("sprint.closing", asked.clone())["dailyRunning"], true);
    let before = team.call("daily.list", asked.clone())["dailies"][0].clone();
    let decisions = json!([{"item": item, "outcome": "top"}]);
    let record = team.call("sprint.close", json!({"sprint": sprint, "decisions": decisions}));
    team.later(30);
    let kept = team.call("daily.list", asked.clone())["dailies"][0].clone();
    assert_eq!((&kept["underWay"], &kept["takenMs"]), (&json!(false), &json!(4 * 60_000)));
    assert_eq!(kept["endedAt"], record["closedAt"]);
    let timer = json!({"kind": "daily", "subject": daily});
    let stopped = team.call("timer.get", timer.clone())["timer"].clone();
    assert!(stopped["state"] != "running", "{stopped}");
    // Taken back, it goes on as it was.
    team.call("history.undo", json!({}));
    let again = team.call("daily.list", asked.clone())["dailies"][0].clone();
    assert_eq!((&again["underWay"], &again["endedAt"]), (&json!(true), &before["endedAt"]));
    // A timer is no part of what is taken back: as after an end, it is set going by hand, with its time kept.
    let stopped = team.call("timer.get", timer)["timer"].clone();
    assert_eq!((&stopped["state"], &again["takenMs"]), (&json!("stopped"), &json!(4 * 60_000)));
    team.call("history.redo", json!({}));
    assert_eq!(team.call("daily.list", asked.clone())["dailies"][0], kept);
    team.call("history.undo", json!({}));
    // A sprint that is cancelled takes its Daily Scrum with it too.
    team.call("sprint.cancel", json!({"sprint": sprint, "reason": "The sea froze"}));
    assert_eq!(team.call("daily.list", asked)["dailies"][0]["underWay"], false);
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
