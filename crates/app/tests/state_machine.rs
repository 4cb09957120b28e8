//! The sprint as a state machine. Whatever two people do, undo and bring back, in whatever order and by clocks that are
//! turned forward and back: a product never has two active sprints, nothing is Done without its Definition of Done met or
//! waived, and no commitment changes once its sprint has started.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod team;

use std::collections::{BTreeMap, BTreeSet};

use lineout_store::Tables;
use proptest::prelude::*;
use serde_json::{Value, json};
use team::Team;
use team::must_hold::broken;
use team::steps::{Pick, Step, cases, steps};

/// A turn at the wheel.
#[derive(Debug, Clone)]
enum Turn {
    /// Something that a team does.
    Do(Box<Step>),
    /// What was done last is taken back, so many times.
    Undo(Pick),
    /// What was taken back comes again, so many times.
    Redo(Pick),
    /// Something older is taken back, in the middle of what was done since.
    UndoOlder(Pick),
    /// The clock is set back by so many hours.
    SetBack(Pick),
}

fn turns(most: usize) -> impl Strategy<Value = Vec<Turn>> {
    let one = steps(2).prop_map(|mut steps| Turn::Do(Box::new(steps.remove(0))));
    let turn = prop_oneof![
        14 => one,
        3 => (1..6u8).prop_map(Turn::Undo),
        2 => (1..6u8).prop_map(Turn::Redo),
        4 => any::<Pick>().prop_map(Turn::UndoOlder),
        1 => any::<Pick>().prop_map(Turn::SetBack),
    ];
    prop::collection::vec(turn, 1..most)
}

impl Turn {
    fn take(&self, team: &mut Team, acts: &mut Vec<String>) {
        match self {
            Self::Do(step) => {
                let tables = team.tables();
                if let Some(Ok(answer)) = team.step(step, &tables) {
                    acts.extend(answer.action.map(|action| action.id));
                }
            }
            Self::Undo(times) => {
                for _ in 0..*times {
                    team.attempt("history.undo", json!({})).ok();
                }
            }
            Self::Redo(times) => {
                for _ in 0..*times {
                    team.attempt("history.redo", json!({})).ok();
                }
            }
            Self::UndoOlder(n) if !acts.is_empty() => {
                let action = &acts[usize::from(*n) % acts.len()];
                team.attempt("history.undo", json!({"action": action})).ok();
            }
            Self::UndoOlder(_) => {}
            Self::SetBack(hours) => {
                team.later(-60 * i64::from(*hours));
            }
        }
    }
}

/// What each sprint that has begun is committed to: the items with their estimates.
fn commitments(tables: &Tables) -> BTreeMap<String, BTreeSet<(String, String)>> {
    let begun = tables["sprint"].iter().filter(|(_, sprint)| sprint["state"] != "'planned'");
    let of = |id: &str| {
        let rows = tables["sprint_commitment"].values().filter(|row| row["sprint"].trim_matches('\'') == id);
        rows.map(|row| (row["item"].clone(), row["estimate"].clone())).collect()
    };
    begun.map(|(id, _)| (id.clone(), of(id))).collect()
}

/// What each sprint that is over is recorded to have been.
fn records(tables: &Tables) -> BTreeMap<String, Vec<BTreeMap<String, String>>> {
    let over = tables["sprint"]
        .iter()
        .filter(|(_, sprint)| matches!(sprint["state"].as_str(), "'closed'" | "'cancelled'"));
    let of = |id: &str| {
        let records =
            tables["sprint_record"].iter().filter(|(_, row)| row["sprint"].trim_matches('\'') == id);
        let mut rows = Vec::new();
        for (record, row) in records {
            rows.push(row.clone());
            let items = tables["sprint_record_item"].values();
            rows.extend(items.filter(|item| item["record"].trim_matches('\'') == record).cloned());
        }
        rows
    };
    over.map(|(id, _)| (id.clone(), of(id))).collect()
}

/// What one turn changed of what never changes. A start that is taken back takes its commitment along, and a close its
/// record: such a sprint has not begun, or is not over, and is looked at no longer.
fn altered(before: &Tables, after: &Tables) -> Vec<String> {
    let mut altered = Vec::new();
    let (was, is) = (commitments(before), commitments(after));
    for (sprint, items) in &was {
        if is.get(sprint).is_some_and(|now| now != items) {
            altered.push(format!("the commitment of {sprint} was {items:?} and is {:?}", is[sprint]));
        }
    }
    let (was, is) = (records(before), records(after));
    for (sprint, rows) in &was {
        if is.get(sprint).is_some_and(|now| now != rows) {
            altered.push(format!("the record of {sprint} changed"));
        }
    }
    altered
}

/// What the figures of the running sprint say that cannot be.
fn impossible(team: &mut Team, tables: &Tables) -> Vec<String> {
    let mut wrong = Vec::new();
    for (id, sprint) in tables["sprint"].iter().filter(|(_, sprint)| sprint["state"] == "'active'") {
        let chart = team.call("sprint.burndown", json!({"sprint": id}));
        let number = |value: &Value| (value.as_f64().unwrap() * 100.0).round() as i64;
        let committed = commitments(tables);
        let frozen = committed[id].iter().filter_map(|(_, estimate)| estimate.parse::<f64>().ok());
        let frozen = number(&json!(frozen.sum::<f64>()));
        if number(&chart["committed"]) != frozen {
            wrong.push(format!(
                "{} shows {} as committed, not {frozen}: {chart:#}",
                sprint["name"], chart["committed"]
            ));
        }
        let list = |part: &str| chart[part].as_array().unwrap().clone();
        let moved: i64 = list("events").iter().map(|event| number(&event["points"])).sum();
        if frozen + moved != number(&chart["remaining"]) {
            wrong.push(format!("the events of {} do not lead to what remains: {chart:#}", sprint["name"]));
        }
        let of_now: f64 = tables["item"]
            .values()
            .filter(|item| item["sprint"].trim_matches('\'') == id && item["resolution"] == "NULL")
            .filter_map(|item| item["estimate"].parse::<f64>().ok())
            .sum();
        if number(&json!(of_now)) != number(&chart["remaining"]) {
            wrong.push(format!("{} holds {of_now} and the chart says {:#}", sprint["name"], chart));
        }
        if list("steps").iter().any(|step| number(&step["remaining"]) < 0) {
            wrong.push(format!("less than nothing remains of {}", sprint["name"]));
        }
    }
    for (_, sprint) in tables["sprint"]
        .iter()
        .filter(|(_, sprint)| sprint["ended_at"] != "NULL" && sprint["source"] == "NULL")
    {
        if sprint["ended_at"] < sprint["started_at"] {
            wrong.push(format!("{} ended before it was started", sprint["name"]));
        }
    }
    wrong
}

proptest! {
    #![proptest_config(cases(24))]

    #[test]
    fn no_sequence_reaches_what_must_not_be(turns in turns(50)) {
        let mut team = Team::at_work();
        // What the team did before may be taken back as well: a start, a close, an item that became Done.
        let past = team.call("history.list", json!({"limit": 100}))["actions"].take();
        let ids = past.as_array().unwrap().iter().map(|action| action["action"].as_str().unwrap().to_owned());
        let mut acts: Vec<String> = ids.collect();
        let mut before = team.tables();
        for turn in &turns {
            turn.take(&mut team, &mut acts);
            let after = team.tables();
            prop_assert_eq!(broken(&after), Vec::<String>::new(), "after {:?}", turn);
            prop_assert_eq!(altered(&before, &after), Vec::<String>::new(), "by {:?}", turn);
            let acting = team.acting.take();
            prop_assert_eq!(impossible(&mut team, &after), Vec::<String>::new(), "after {:?}", turn);
            team.acting = acting;
            before = after;
        }
    }
}

/// The same checks on tables that were tampered with: each says what is wrong, or it would hold nothing.
#[test]
fn each_check_sees_what_it_is_for() {
    let team = Team::at_work();
    let sound = team.tables();
    assert_eq!((broken(&sound), altered(&sound, &sound)), (vec![], vec![]));
    let first = |tables: &Tables, table: &str, field: &str, value: &str| {
        tables[table].iter().find(|(_, row)| row[field] == value).map(|(id, _)| id.clone()).unwrap()
    };
    let set = |table: &str, id: &str, field: &str, value: &str| {
        let mut tables = sound.clone();
        tables.get_mut(table).unwrap().get_mut(id).unwrap().insert(field.into(), value.into());
        tables
    };
    let told = |tables: &Tables, words: &str| {
        let told = broken(tables);
        assert!(told.iter().any(|sentence| sentence.contains(words)), "{words}: {told:#?}");
    };

    let planned = first(&sound, "sprint", "state", "'planned'");
    told(&set("sprint", &planned, "state", "'active'"), "2 sprints are active");
    let closed = first(&sound, "sprint", "state", "'closed'");
    told(&set("sprint", &closed, "state", "'active'"), "2 sprints are active");

    let done = first(&sound, "item", "resolution", "'done'");
    let mut unmet = sound.clone();
    unmet.get_mut("item_criterion").unwrap().retain(|_, row| row["item"].trim_matches('\'') != done);
    told(&unmet, "is Done without its Definition of Done or a waiver");
    let mut half = sound.clone();
    let one = half["item_criterion"]
        .iter()
        .find(|(_, row)| row["item"].trim_matches('\'') == done)
        .unwrap()
        .0
        .clone();
    half.get_mut("item_criterion").unwrap().remove(&one);
    told(&half, "is Done without its Definition of Done or a waiver");
    let mut waived = set("item_criterion", &one, "waived", "1");
    waived.get_mut("item_criterion").unwrap().get_mut(&one).unwrap().insert("reason".into(), "''".into());
    told(&waived, "is Done without its Definition of Done or a waiver");
    let open = sound["item"]
        .iter()
        .find(|(_, row)| row["resolution"] == "NULL" && row["board_column"] != "NULL")
        .unwrap()
        .0
        .clone();
    told(&set("item", &open, "resolution", "'done'"), "stands in a column that says otherwise of Done");

    let active = first(&sound, "sprint", "state", "'active'");
    let row = first(&sound, "sprint_commitment", "sprint", &format!("'{active}'"));
    assert_eq!(altered(&sound, &set("sprint_commitment", &row, "estimate", "99.0")).len(), 1);
    let mut fewer = sound.clone();
    fewer.get_mut("sprint_commitment").unwrap().remove(&row);
    assert_eq!(altered(&sound, &fewer).len(), 1);
    let mut more = sound.clone();
    let mut extra = sound["sprint_commitment"][&row].clone();
    extra.insert("item".into(), format!("'{open}x'"));
    more.get_mut("sprint_commitment").unwrap().insert("another".into(), extra);
    assert_eq!(altered(&sound, &more).len(), 1);
    let record = first(&sound, "sprint_record", "sprint", &format!("'{closed}'"));
    assert_eq!(altered(&sound, &set("sprint_record", &record, "completed_points", "99.0")).len(), 1);
}
