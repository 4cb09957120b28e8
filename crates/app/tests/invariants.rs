//! What no sequence of commands and undos reaches, and what the history says of every moment that was.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod team;

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use lineout_store::{Db, Tables};
use proptest::prelude::*;
use serde_json::{Value, json};
use team::Team;
use team::must_hold::broken;
use team::steps::{Pick, cases, steps};

type Row = BTreeMap<String, String>;

/// The rows of tables that no command may alter, by table: what is there once stays as it is.
fn frozen(tables: &Tables) -> BTreeMap<(&str, &String), &Row> {
    let names = ["sprint_commitment", "sprint_record", "sprint_record_item"];
    names.into_iter().flat_map(|name| tables[name].iter().map(move |(id, row)| ((name, id), row))).collect()
}

proptest! {
    #![proptest_config(cases(16))]

    #[test]
    fn no_sequence_breaks_what_must_hold(steps in steps(40)) {
        let mut team = Team::at_work();
        let mut before = team.tables();
        for step in &steps {
            team.step(step, &before);
            let after = team.tables();
            prop_assert_eq!(broken(&after), Vec::<String>::new(), "after {:?}", step);
            for (key, row) in frozen(&before) {
                let stays = frozen(&after).get(&key).copied();
                prop_assert_eq!(stays, Some(row), "{:?} altered {:?}", step, key);
            }
            before = after;
        }
    }

    #[test]
    fn no_undo_of_a_single_action_breaks_what_must_hold(
        steps in steps(30),
        turns in prop::collection::vec(prop::option::weighted(0.4, any::<Pick>()), 30),
    ) {
        let mut team = Team::at_work();
        let mut acts: Vec<(String, String)> = Vec::new();
        for (step, turn) in steps.iter().zip(turns) {
            let before = team.tables();
            if let Some(Ok(answer)) = team.step(step, &before) && let Some(action) = answer.action {
                acts.push((action.id, action.label));
            }
            if let (Some(n), true) = (turn, !acts.is_empty()) {
                let (action, label) = acts[usize::from(n) % acts.len()].clone();
                let before = team.tables();
                team.acting = None;
                let turned = team.attempt("history.undo", json!({"action": action}));
                team.acting = Some(1);
                let after = team.tables();
                match turned {
                    Ok(_) => prop_assert_eq!(broken(&after), Vec::<String>::new(), "undid {}", label),
                    Err(error) => {
                        prop_assert_eq!(&error.code, "undo_conflict", "{}", &error);
                        prop_assert_eq!(before, after, "{} was refused and wrote", label);
                    }
                }
            }
        }
    }

    #[test]
    fn the_history_knows_every_moment_that_was(steps in steps(40)) {
        let mut team = Team::at_work();
        let mut moments: Vec<(DateTime<Utc>, i64, Tables)> = Vec::new();
        let mut tables = team.tables();
        for step in &steps {
            team.step(step, &tables);
            tables = team.tables();
            moments.push((team.now, team.file.db().history_mark().unwrap(), tables.clone()));
        }
        let db = team.file.db();
        prop_assert!(db.tables_at(0).unwrap().values().all(BTreeMap::is_empty), "in the beginning there is nothing");
        for (at, mark, then) in &moments {
            prop_assert_eq!(&db.tables_at(*mark).unwrap(), then, "replayed up to {}", at);
            for field in ["title", "sprint", "resolution", "rank"] {
                for (id, value) in as_of(&db, &tables, field, *at) {
                    let was = then["item"].get(&id).map(|row| row[field].as_str());
                    prop_assert_eq!(value.as_deref(), was, "{} of item {} as of {}", field, id, at);
                }
            }
        }
    }

    #[test]
    fn yesterdays_burndown_does_not_change_because_of_today(steps in steps(40)) {
        let mut team = Team::at_work();
        let mut seen: Vec<(Value, DateTime<Utc>, Value)> = Vec::new();
        for step in &steps {
            let tables = team.tables();
            team.step(step, &tables);
            for (id, sprint) in team.tables()["sprint"].clone() {
                if sprint["state"] == "'active'" {
                    let chart = team.call("sprint.burndown", json!({"sprint": id}));
                    seen.push((json!(id), team.now, chart));
                }
            }
        }
        let standing = team.tables();
        for (sprint, at, then) in seen {
            if standing["sprint"].contains_key(sprint.as_str().unwrap()) {
                let now = team.call("sprint.burndown", json!({"sprint": sprint, "asOf": at}));
                prop_assert_eq!(line(now), line(then), "as of {}", at);
            }
        }
    }
}

/// A field of every item as of an instant, as its timeline tells it; none where the item did not exist.
fn as_of(db: &Db<'_>, tables: &Tables, field: &str, at: DateTime<Utc>) -> Vec<(String, Option<String>)> {
    let value = |id: &String| {
        let id: lineout_domain::ids::ItemId = id.parse().unwrap();
        let moments = db.timeline::<Option<String>>("item", id, field).unwrap();
        let held = moments.into_iter().rfind(|moment| moment.at <= at)?.value?;
        Some(held.map_or("NULL".to_owned(), |text| format!("'{text}'")))
    };
    tables["item"].keys().map(|id| (id.clone(), value(id))).collect()
}

/// What a chart draws. Titles are those of today.
fn line(mut chart: Value) -> Value {
    for part in ["scopeChanges", "events"] {
        for change in chart[part].as_array_mut().into_iter().flatten() {
            change["title"] = Value::Null;
        }
    }
    for item in chart["unestimatedItems"].as_array_mut().into_iter().flatten() {
        item["title"] = Value::Null;
    }
    chart
}
