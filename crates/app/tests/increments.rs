//! Increments over the contract: where they come from, and what the history calls what was done to them.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod team;

use serde_json::{Value, json};
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

/// Increments of one item each, released one after another a day apart, and one that is not.
fn released() -> (Team, Vec<Value>) {
    let mut team = Team::new();
    let titles = ["Pier", "Fare", "Deck", "Ramp"];
    let items: Vec<_> = titles.iter().map(|title| team.item(title, 2.0)).collect();
    team.call("item.edit", json!({"item": items[1], "type": "fix"}));
    team.running(&items);
    let mut made = Vec::new();
    for (item, version) in items.iter().zip(["1.0", "1.1", "1.2", ""]) {
        team.finish(item);
        let request = json!({"product": team.product, "items": [item], "name": version});
        let named =
            if version.is_empty() { json!({"product": team.product, "items": [item]}) } else { request };
        let increment = team.call("increment.create", named)["id"].clone();
        if !version.is_empty() {
            team.call("increment.release", json!({"increment": increment, "version": version}));
            team.later(60 * 24);
        }
        made.push(increment);
    }
    (team, made)
}

#[test]
fn a_release_has_a_version_of_its_own_and_a_day_that_was() {
    let (mut team, made) = released();
    let usable = made[3].clone();
    let release = |version: &str, day: &str| json!({"increment": usable, "version": version, "day": day});
    for (request, code) in [
        (release("1.1", "2026-03-12"), "increment_version_used"),
        (release("1.3", "2026-03-13"), "increment_day_to_come"),
        (release("1.3", "2026-03-11"), "increment_day_too_early"),
        (release(" ", "2026-03-12"), "increment_version"),
        (release("1.3", "1999-03-12"), "day_out_of_range"),
    ] {
        assert_eq!(team.refusal("increment.release", request.clone()), code, "{request}");
    }
    let told = team.call("increment.release", release(" 1.3 ", "2026-03-12"));
    assert_eq!((&told["version"], &told["releasedOn"]), (&json!("1.3"), &json!("2026-03-12")));
    // What was delivered does not change; its name and its notes may.
    let items = json!({"increment": usable, "items": [told["items"][0]["item"]]});
    assert_eq!(team.refusal("increment.removeItems", items), "increment_released");
    assert_eq!(team.refusal("increment.release", release("1.4", "2026-03-12")), "increment_released");
    team.call("increment.edit", json!({"increment": usable, "name": "Ramps", "notes": "Mind the ramp."}));
}

#[test]
fn two_releases_never_share_a_version_by_an_undo() {
    let (mut team, made) = released();
    let release = |increment: &Value| json!({"increment": increment, "version": "2.0"});
    let action = team.answer("increment.release", release(&made[3])).action.unwrap().id;
    team.call("history.undo", json!({"action": action}));
    let undo = team.call("history.list", json!({"limit": 1}))["actions"][0]["action"].clone();
    let item = team.item("Rope", 1.0);
    let sprint = team.call("sprint.list", json!({"product": team.product}))["sprints"][0]["id"].clone();
    team.call("sprint.take", json!({"sprint": sprint, "items": [item]}));
    team.finish(&item);
    let other =
        team.call("increment.create", json!({"product": team.product, "items": [item]}))["id"].clone();
    team.call("increment.release", release(&other));
    let before = team.tables();
    let refused = team.attempt("history.undo", json!({"action": undo})).unwrap_err();
    assert!(refused.message.contains("would both be 2.0"), "{refused:?}");
    assert_eq!(team.tables(), before);
}

#[test]
fn notes_are_written_by_the_products_template() {
    let (mut team, made) = released();
    let list = team.call("increment.list", json!({"product": team.product}));
    // Released without notes, they were written by the usual template.
    assert_eq!(list["increments"][3]["notes"], "## 1.0, 9 March 2026\n\n### Features\n\n- Pier (HBR-1)");
    let usable = &made[3];
    let draft = json!({"increment": usable, "version": "2.0", "day": "2026-03-12"});
    let told = team.call("increment.draftNotes", draft.clone());
    assert_eq!(told["notes"], "## 2.0, 12 March 2026\n\n### Features\n\n- Ramp (HBR-4)");

    let mut of = json!({"increment": draft["increment"]});
    let begins = |told: Value| told["notes"].as_str().unwrap().lines().next().unwrap().to_owned();
    assert_eq!(begins(team.call("increment.draftNotes", of.clone())), "## Next version, not released yet");
    of["version"] = json!("2.0");
    team.later(24 * 60);
    assert_eq!(begins(team.call("increment.draftNotes", of)), "## 2.0, 13 March 2026", "the team's today");

    let template = "{product} {version} from {sprint}\n* {key}: {title}";
    team.call("product.setNotesTemplate", json!({"product": team.product, "template": template}));
    let told = team.call("increment.draftNotes", draft.clone());
    assert_eq!(told["notes"], "Harbour 2.0 from Sprint 1\n* HBR-4: Ramp");
    assert_eq!(told["template"], template);
    let mut with = draft;
    with["template"] = json!("{count}");
    assert_eq!(team.call("increment.draftNotes", with.clone())["notes"], "1");
    with["template"] = json!("{colour}");
    assert_eq!(team.refusal("increment.draftNotes", with), "notes_placeholder");
    let wrong = json!({"product": team.product, "template": "{groups}"});
    assert_eq!(team.refusal("product.setNotesTemplate", wrong), "notes_unpaired");
    let product = team.call("product.setNotesTemplate", json!({"product": team.product}));
    assert!(product["notesTemplate"].as_str().unwrap().starts_with("## {version}"));
    team.call("history.undo", json!({}));
    let current = team.call("workspace.current", json!({}));
    assert_eq!(current["open"]["products"][0]["notesTemplate"], template);
}

#[test]
fn what_is_done_in_part_is_told_as_such() {
    let mut team = Team::new();
    let items: Vec<_> = ["Pier", "Fare"].iter().map(|title| team.item(title, 3.0)).collect();
    let sprint = team.running(&items);
    team.finish(&items[1]);
    let decision = json!({"item": items[0], "outcome": "split", "doneEstimate": 1, "done": team.all_met()});
    team.call("sprint.close", json!({"sprint": sprint, "decisions": [decision]}));
    let made = team.call("increment.list", json!({"product": team.product}))["increments"][0].clone();
    let rest = |part: &Value| (part["key"].clone(), part["remainder"].clone());
    let parts: Vec<_> = made["items"].as_array().unwrap().iter().map(rest).collect();
    assert!(parts.contains(&(json!("HBR-1"), json!("HBR-3"))), "{parts:?}");
    assert!(parts.contains(&(json!("HBR-2"), Value::Null)), "{parts:?}");
    let told = team.call("increment.release", json!({"increment": made["id"], "version": "1.0"}));
    let notes = told["notes"].as_str().unwrap();
    assert!(notes.contains("- Pier, in part, the rest is HBR-3 (HBR-1)\n- Fare (HBR-2)"), "{notes}");
    let asked = json!({"product": team.product, "from": {"since": "beginning"}});
    let shipped = team.call("increment.shipped", asked.clone());
    let text = shipped["markdown"].as_str().unwrap();
    assert!(text.contains("- HBR-1 Pier, in part, the rest is HBR-3 (1.0)\n- HBR-2 Fare (1.0)"), "{text}");
    assert_eq!(shipped["groups"][0]["items"][0]["remainder"], "HBR-3");
    // What is renamed or deleted later changes nothing of it.
    let rest = team.call("backlog.window", json!({"product": team.product, "offset": 0, "limit": 5}));
    team.call("item.delete", json!({"items": [rest["rows"][0]["id"]]}));
    assert_eq!(team.call("increment.shipped", asked)["markdown"], shipped["markdown"]);
}

fn keys(shipped: &Value) -> Vec<&str> {
    let groups = shipped["groups"].as_array().unwrap().iter();
    groups
        .flat_map(|group| group["items"].as_array().unwrap())
        .map(|item| item["key"].as_str().unwrap())
        .collect()
}

#[test]
fn what_shipped_since_a_day_a_version_or_a_sprint() {
    let (mut team, made) = released();
    let mut shipped = |from: Value, until: Value| {
        let request = json!({"product": team.product, "from": from, "until": until});
        team.call("increment.shipped", request)
    };
    let none = Value::Null;
    let all = shipped(json!({"since": "beginning"}), none.clone());
    // By type, and within it in the order they went out.
    assert_eq!(keys(&all), ["HBR-1", "HBR-3", "HBR-2"]);
    assert_eq!((&all["items"], &all["points"]), (&json!(3), &json!(6.0)));
    let since = shipped(json!({"since": "release", "increment": made[0]}), none.clone());
    assert_eq!(keys(&since), ["HBR-3", "HBR-2"]);
    let up_to = shipped(json!({"since": "release", "increment": made[0]}), made[1].clone());
    assert_eq!(keys(&up_to), ["HBR-2"]);
    assert_eq!(
        up_to["markdown"],
        "# Harbour: shipped since 1.0, up to 1.1\n\n- **1.1** 1.1, 10 March 2026\n\n## Fixes\n\n- HBR-2 Fare (1.1)\n"
    );
    assert_eq!(keys(&shipped(json!({"since": "day", "day": "2026-03-11"}), none.clone())), ["HBR-3"]);
    let nothing = shipped(json!({"since": "day", "day": "2026-03-20"}), none.clone());
    assert!(nothing["markdown"].as_str().unwrap().ends_with("Nothing was released.\n"));
    let sprint = team.call("sprint.list", json!({"product": team.product}))["sprints"][0]["id"].clone();
    let request = json!({"product": team.product, "from": {"since": "sprint", "sprint": sprint}});
    assert_eq!(keys(&team.call("increment.shipped", request)).len(), 3);
    // What is not released did not ship.
    let request = json!({"product": team.product, "from": {"since": "release", "increment": made[3]}});
    assert_eq!(team.refusal("increment.shipped", request), "not_found");
    let request = json!({"product": team.product, "from": {"since": "beginning", "day": "2026-03-11"}});
    assert_eq!(team.refusal("increment.shipped", request), "bad_request");
}

#[test]
fn two_increments_are_compared_either_way_round() {
    let (mut team, made) = released();
    let mut compare =
        |a: usize, b: usize| team.call("increment.compare", json!({"first": made[a], "second": made[b]}));
    let told = compare(0, 2);
    assert_eq!((&told["first"]["version"], &told["second"]["version"]), (&json!("1.0"), &json!("1.2")));
    assert_eq!(keys(&told["between"]), ["HBR-3", "HBR-2"]);
    assert_eq!(compare(2, 0)["between"], told["between"]);
    assert_eq!(compare(1, 1)["between"]["items"], 0);
    // One that is not released has no place among the releases.
    assert_eq!(compare(0, 3)["between"], Value::Null);
}
