//! What is said in a Daily Scrum over the contract: plans, impediments, days off, clocks that go back, the summary.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod team;

use chrono::TimeDelta;
use serde_json::{Value, json};
use team::berlin::*;

#[test]
fn plans_and_impediments_in_place() {
    let mut berlin = Berlin::new();
    let daily = berlin.start();
    let (id, bo, cy, pier) = (daily["id"].clone(), berlin.bo(), berlin.cy.clone(), berlin.pier.clone());
    let line = berlin.team.call("daily.plan", json!({"daily": id, "person": bo, "task": berlin.task}));
    assert_eq!(
        (&line["text"], &line["key"], &line["item"]),
        (&json!("Drive the piles"), &json!("HBR-1"), &pier)
    );
    berlin.team.call("daily.replan", json!({"plan": line["id"], "text": "Drive two of the piles"}));
    assert_eq!(of(&berlin.get(&id), &bo)["today"][0]["text"], "Drive two of the piles");
    let label = berlin.team.answer("daily.unplan", json!({"plan": line["id"]})).action.unwrap().label;
    assert_eq!(label, "Take “Drive two of the piles” off the plan");
    let named =
        berlin.team.call("daily.plan", json!({"daily": id, "person": bo, "text": "Get HBR-2 to Done"}));
    assert_eq!(
        (&named["item"], &named["key"]),
        (&berlin.fare, &json!("HBR-2")),
        "words that hold a key name it"
    );
    berlin.team.call("daily.unplan", json!({"plan": named["id"]}));
    for (request, code) in [
        (json!({"daily": id, "person": bo}), "daily_plan"),
        (json!({"daily": id, "person": bo, "text": " "}), "daily_plan"),
        (json!({"daily": id, "person": bo, "item": pier, "task": berlin.task}), "daily_plan_twofold"),
        (json!({"daily": id, "person": bo, "item": "0193c0de-7000-7abc-8def-0123456789ab"}), "not_found"),
    ] {
        assert_eq!(berlin.team.refusal("daily.plan", request), code);
    }
    // Cy names it, Bo types it: it is Cy's, and it blocks the pier.
    let raised =
        json!({"daily": id, "person": cy, "title": "The feed key expires", "items": [pier], "owner": bo});
    let raised = berlin.team.call("daily.raise", raised);
    assert_eq!((&raised["key"], &raised["raisedBy"]), (&json!("IMP-1"), &bo));
    let now = berlin.get(&id);
    assert_eq!(
        (&of(&now, &cy)["impediments"][0]["key"], &of(&now, &cy)["impediments"][0]["raisedHere"]),
        (&json!("IMP-1"), &json!(true))
    );
    assert_eq!(of(&now, &cy)["impediments"][0]["blocks"], json!(["HBR-1"]));
    assert_eq!(told(&of(&now, &bo)["moved"]), ["blocked HBR-1: – → –"]);
    let choices: Vec<_> =
        now["choices"].as_array().unwrap().iter().map(|one| one["title"].as_str().unwrap()).collect();
    assert_eq!(choices, ["Pier", "Drive the piles", "Fare", "Deck", "The feed key expires"]);
    // What a line names may go; the line stays and says what it was.
    berlin.team.call("daily.plan", json!({"daily": id, "person": bo, "item": berlin.deck}));
    berlin.team.call("sprint.giveBack", json!({"items": [berlin.deck]}));
    berlin.team.call("item.delete", json!({"items": [berlin.deck]}));
    let gone = berlin.get(&id);
    assert_eq!(
        (&of(&gone, &bo)["today"][0]["text"], &of(&gone, &bo)["today"][0]["key"]),
        (&json!("Deck"), &json!("HBR-3"))
    );
    for _ in 0..4 {
        berlin.team.call("history.undo", json!({}));
    }
    assert_eq!(of(&berlin.get(&id), &cy)["impediments"], json!([]));
}

#[test]
fn a_day_off_and_a_sprint_that_does_not_run() {
    let mut berlin = Berlin::new();
    berlin.at("2026-03-28T09:00:00Z");
    let daily = berlin.start();
    assert_eq!(daily["dayOff"], "This is no working day: the team does not work on Saturdays.");
    let id = daily["id"].clone();
    berlin.vote(&id, &berlin.bo(), 3);
    berlin.team.call("daily.end", json!({"daily": id}));
    let ended = berlin.get(&id);
    assert_eq!(ended["vote"]["average"], 3.0, "shown when it is over, as far as it came");
    let trend = ended["vote"]["trend"].as_array().unwrap();
    assert_eq!(
        trend.iter().map(|point| point["day"].as_str().unwrap()).collect::<Vec<_>>(),
        ["2026-03-26", "2026-03-27", "2026-03-28"]
    );
    let holiday = json!({"product": berlin.team.product, "day": "2026-03-30", "name": "Harbour day"});
    berlin.team.call("holiday.add", holiday);
    berlin.at("2026-03-30T09:00:00Z");
    let today = json!({"product": berlin.team.product});
    assert_eq!(
        berlin.team.call("daily.today", today.clone())["dayOff"],
        "This is no working day: Harbour day."
    );
    let cancel = json!({"sprint": berlin.sprint, "reason": "The goal is obsolete"});
    berlin.team.call("sprint.cancel", cancel);
    assert_eq!(berlin.team.refusal("daily.start", today.clone()), "daily_no_sprint");
    assert_eq!(berlin.team.call("daily.today", today)["sprint"], Value::Null);
    assert_eq!(berlin.get(&id)["open"], false);
    let history = json!({"limit": 20});
    let history = berlin.team.call("history.list", history);
    let vote = history["actions"]
        .as_array()
        .unwrap()
        .iter()
        .find(|action| action["label"] == "Bo Lind votes on the Sprint Goal");
    let vote = vote.unwrap()["action"].clone();
    assert_eq!(
        berlin.team.refusal("history.undo", json!({"action": vote})),
        "undo_conflict",
        "its sprint is over"
    );
}

#[test]
fn a_clock_that_goes_back_does_no_harm() {
    let mut berlin = Berlin::new();
    let daily = berlin.start();
    let id = daily["id"].clone();
    berlin.team.later(5);
    berlin.team.call("daily.next", json!({"daily": id}));
    // Two days back: the day of it is still to come, and what was counted is not given back.
    berlin.team.now -= TimeDelta::days(2);
    let back = berlin.get(&id);
    assert_eq!((&back["underWay"], &back["clockMs"]), (&json!(true), &json!(300_000)));
    berlin.team.call("daily.next", json!({"daily": id}));
    let ended = berlin.team.call("daily.end", json!({"daily": id}));
    assert_eq!(ended["endedAt"], ended["startedAt"], "it did not end before it began");
}

#[test]
fn a_summary_in_words() {
    let mut berlin = Berlin::new();
    let (bo, cy, pier) = (berlin.bo(), berlin.cy.clone(), berlin.pier.clone());
    berlin.at("2026-03-26T08:45:00Z");
    let first = berlin.start()["id"].clone();
    berlin
        .team
        .call("daily.plan", json!({"daily": first, "person": bo, "item": pier, "text": "Get *it* to Done"}));
    berlin.vote(&first, &bo, 4);
    berlin.vote(&first, &cy, 5);
    berlin.at("2026-03-26T12:00:00Z");
    berlin.team.finish(&pier);
    berlin.at("2026-03-29T07:45:00Z");
    let second = berlin.start()["id"].clone();
    berlin.team.call(
        "daily.raise",
        json!({"daily": second, "person": cy, "title": "The crane is locked", "items": [berlin.fare]}),
    );
    berlin.vote(&second, &bo, 3);
    berlin.vote(&second, &cy, 3);
    let text =
        berlin.team.call("daily.summary", json!({"daily": second}))["markdown"].as_str().unwrap().to_owned();
    for part in [
        "# Daily Scrum, Sunday, 29 March 2026\n",
        "Sprint 1: Rebook in two minutes\n",
        "Since Thursday, 26 March 09:45, with one working day without a Daily Scrum in between\n",
        "## Bo Lind\n\nMoved:\n\n- HBR-1 Pier: To Do → Done\n\nHad planned:\n\n- Get \\*it\\* to Done (HBR-1): done\n",
        "Impediments:\n\n- IMP-1 The crane is locked (blocks HBR-2)\n",
        "3 of 5 (2 of 2 voted; 4.5 on 26 March)\n",
    ] {
        assert!(text.contains(part), "{part:?} is not in\n{text}");
    }
}
