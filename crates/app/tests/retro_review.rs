//! What a retrospective asks about, what carrying on means, and what ends with a phase.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod team;

use serde_json::{Value, json};
use team::Team;

/// A team whose first sprint runs and nothing else is planned.
fn running() -> (Team, Value) {
    let mut team = Team::new();
    let item = team.item("Pier", 2.0);
    let sprint = team.running(&[item]);
    team.later(60);
    (team, sprint)
}

fn agreed(team: &mut Team, opportunity: &str) -> Value {
    let entry = json!({"product": team.product, "opportunity": opportunity, "state": "agreed"});
    team.call("improvement.propose", entry)["id"].clone()
}

fn retro(team: &mut Team, sprint: &Value) -> Value {
    team.call("retro.start", json!({"product": team.product, "sprint": sprint}))
}

fn look(team: &mut Team, retro: &Value) -> Value {
    team.call("retro.get", json!({"retro": retro["id"]}))
}

fn keys(entries: &Value) -> Vec<String> {
    entries.as_array().unwrap().iter().map(|entry| entry["key"].as_str().unwrap().to_owned()).collect()
}

/// Those of the register that wait for their review.
fn due_in_the_register(team: &mut Team) -> Vec<String> {
    let all = team.call("improvement.list", json!({"product": team.product}))["improvements"].take();
    let due = all.as_array().unwrap().iter().rev().filter(|entry| !entry["due"].is_null());
    due.map(|entry| entry["key"].as_str().unwrap().to_owned()).collect()
}

fn sprints(team: &mut Team) -> usize {
    team.call("sprint.list", json!({"product": team.product}))["sprints"].as_array().unwrap().len()
}

#[test]
fn carrying_on_plans_no_sprint_and_changes_no_state() {
    let (mut team, sprint) = running();
    let entry = agreed(&mut team, "Faster reviews");
    team.later(5);
    let first = retro(&mut team, &sprint);
    assert_eq!(keys(&first["due"]), ["CSI-1"]);
    let answer = team.answer("improvement.carryOn", json!({"improvement": entry}));
    assert_eq!(answer.action.unwrap().label, "Carry on with CSI-1, back in the next retrospective");
    assert_eq!((&answer.value["state"], &answer.value["reviewSprint"]), (&json!("agreed"), &Value::Null));
    assert_eq!(sprints(&mut team), 1, "nobody asked for a sprint");
    // It is answered here, and does not stand against the end.
    let now = look(&mut team, &first);
    assert_eq!((&now["due"], &now["reviewed"][0]["answer"]), (&json!([]), &json!("carryOn")));
    assert_eq!(due_in_the_register(&mut team), [""; 0]);
    team.go(&first, "close");
    team.call("retro.close", json!({"retro": first["id"], "none": true}));
    team.later(60);
    let next = team.call("retro.start", json!({"product": team.product}));
    assert_eq!(keys(&next["due"]), ["CSI-1"], "it comes back");
    // With a later sprint it comes back in that one's.
    let second = team.sprint();
    let answer = team.answer("improvement.carryOn", json!({"improvement": entry}));
    assert_eq!(answer.value["reviewSprint"], second);
    assert_eq!(answer.action.unwrap().label, "Carry on with CSI-1, back in the retrospective of Sprint 2");
    assert_eq!(look(&mut team, &next)["due"], json!([]));
    // What nobody agreed to, or what is settled, is not carried on with.
    let proposed =
        team.call("improvement.propose", json!({"product": team.product, "opportunity": "Pairing"}));
    let refused = team.refusal("improvement.carryOn", json!({"improvement": proposed["id"]}));
    assert_eq!(refused, "improvement_step");
}

#[test]
fn what_is_due_is_one_answer_and_nothing_agreed_here_is_earlier() {
    let (mut team, sprint) = running();
    agreed(&mut team, "Faster reviews");
    let waits = team.call("improvement.propose", json!({"product": team.product, "opportunity": "Pairing"}));
    let told = |team: &mut Team| {
        let needs =
            team.call("today.get", json!({"product": team.product, "person": team.people[1]}))["needs"]
                .take();
        let due = needs.as_array().unwrap().iter().find(|need| need["kind"] == "improvementsDue");
        due.map(|need| keys(&need["rows"])).unwrap_or_default()
    };
    assert_eq!((due_in_the_register(&mut team), told(&mut team)), (vec![], vec![]), "no date to be missed");
    team.later(5);
    let retro = retro(&mut team, &sprint);
    team.later(5);
    // Agreed while it is held: raised now, or raised before.
    agreed(&mut team, "Fresh test data");
    team.call("improvement.setState", json!({"improvement": waits["id"], "state": "agreed"}));
    assert_eq!(keys(&look(&mut team, &retro)["due"]), ["CSI-1"]);
    assert_eq!(due_in_the_register(&mut team), ["CSI-1"]);
    assert_eq!(told(&mut team), ["CSI-1"]);
}

#[test]
fn a_topic_is_timed_while_it_is_talked_about_and_no_longer() {
    let (mut team, sprint) = running();
    let retro = retro(&mut team, &sprint);
    team.shown_card(&retro, "Reviews wait");
    team.go(&retro, "vote");
    let topics = team.call("retro.reveal", json!({"retro": retro["id"]}))["topics"].take();
    team.go(&retro, "discuss");
    let start = json!({
        "product": team.product, "kind": "retro", "subject": topics[0]["id"], "label": "Reviews wait", "seconds": 300,
    });
    team.call("timer.start", start.clone());
    let runs = |team: &mut Team| team.call("timer.running", json!({}))["timers"].as_array().unwrap().len();
    assert_eq!(runs(&mut team), 1);
    team.go(&retro, "decide");
    assert_eq!(runs(&mut team), 0, "nobody talks about it any more");
    // Whoever finds one that was started elsewhere ends it with the retrospective.
    team.go(&retro, "close");
    team.call("timer.start", start);
    team.call("retro.close", json!({"retro": retro["id"], "none": true}));
    assert_eq!(runs(&mut team), 0);
}

#[test]
fn a_card_whose_deletion_is_undone_stands_where_it_stood() {
    let (mut team, sprint) = running();
    let retro = retro(&mut team, &sprint);
    team.go(&retro, "gather");
    for text in ["One", "Two", "Three", "Four"] {
        let column = &retro["columns"][0]["id"];
        team.call("retro.addCard", json!({"retro": retro["id"], "column": column, "text": text}));
    }
    let shown = team.call("retro.reveal", json!({"retro": retro["id"]}))["columns"][0]["cards"].take();
    team.call("retro.deleteCard", json!({"card": shown[0]["id"]}));
    team.call("history.undo", json!({}));
    assert_eq!(look(&mut team, &retro)["columns"][0]["cards"], shown);
}
