//! One item becomes several, and several become one: what goes where, what stays, and what the histories say.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod support;

use serde_json::{Value, json};
use support::Team;

/// What the histories of an item say, oldest first.
fn story(team: &mut Team, item: &Value) -> Vec<String> {
    let story = team.call("item.history", json!({"item": item, "limit": 200}));
    let mut told: Vec<String> =
        story["entries"].as_array().unwrap().iter().map(|e| e["text"].as_str().unwrap().to_owned()).collect();
    told.reverse();
    told
}

fn texts(item: &Value) -> Vec<&str> {
    item["acceptance"].as_array().unwrap().iter().map(|one| one["text"].as_str().unwrap()).collect()
}

fn described(team: &mut Team, title: &str, change: Value) -> Value {
    let item = team.item(title);
    let mut request = change;
    request["item"] = item.clone();
    team.call("item.edit", request);
    item
}

fn criteria(team: &mut Team, item: &Value, texts: &[&str]) -> Vec<Value> {
    let rows = team.call("acceptance.add", json!({"item": item, "texts": texts}));
    rows["criteria"].as_array().unwrap().iter().map(|row| row["id"].clone()).collect()
}

#[test]
fn the_parts_of_a_closed_item_stand_where_it_stood() {
    let mut team = Team::new();
    let product = team.product.clone();
    let epic = team.call("epic.create", json!({"product": product, "name": "Fares"}))["id"].clone();
    team.item("Before");
    let change = json!({"epic": epic, "labels": ["quay"], "estimate": 8, "value": 40, "type": "enhancement", "assignees": [team.ben]});
    let whole = described(&mut team, "Pay", change);
    let after = team.item("After");
    let rows = criteria(&mut team, &whole, &["Pays at once", "Sends a receipt", "Keeps a log"]);
    team.call("acceptance.tick", json!({"criterion": rows[1], "met": true}));
    team.call("link.add", json!({"item": whole, "kind": "blocks", "other": after}));
    team.call("impediment.raise", json!({"product": product, "title": "No terminal", "items": [whole]}));
    let request = json!({
        "item": whole, "original": "close",
        "parts": [
            {"title": "Pay by card", "estimate": 5, "acceptance": [rows[0]]},
            {"title": "Get a receipt", "estimate": 3, "acceptance": [rows[1]]},
        ],
    });
    let answer = team.answer("item.split", request);
    assert_eq!(answer.action.unwrap().label, "Split HBR-2 into HBR-4 and HBR-5");
    assert_eq!(answer.value["original"]["resolution"], "split");
    assert_eq!(team.titles(json!({})), ["Before", "Pay by card", "Get a receipt", "After"]);
    let [card, receipt] = [0, 1].map(|n| answer.value["parts"][n]["id"].clone());
    for part in [&card, &receipt] {
        let part = team.get(part);
        assert_eq!(part["epic"]["name"], "Fares");
        assert_eq!((&part["labels"], &part["type"]), (&json!(["quay"]), &json!("enhancement")));
        assert_eq!((&part["lineage"]["key"], &part["value"]), (&json!("HBR-2"), &Value::Null));
        assert_eq!(part["assignees"], json!([team.ben]));
        assert_eq!(part["impediments"].as_array().unwrap().len(), 1);
        assert_eq!(part["links"][0]["other"]["key"], "HBR-3");
    }
    assert_eq!(texts(&team.get(&card)), ["Pays at once"]);
    let receipt = team.get(&receipt);
    assert_eq!((texts(&receipt), &receipt["acceptance"][0]["met"]), (vec!["Sends a receipt"], &json!(true)));
    let original = team.get(&whole);
    assert_eq!(
        (texts(&original), &original["reason"]),
        (vec!["Keeps a log"], &json!("Split into HBR-4 and HBR-5"))
    );
    assert_eq!(original["parts"].as_array().unwrap().len(), 2);
    // What happened to the original while the criteria were its own is its history still.
    let told = story(&mut team, &whole);
    assert!(told.contains(&"added the acceptance criterion “Pays at once”".to_owned()), "{told:#?}");
    assert!(told.contains(&"ticked the acceptance criterion “Sends a receipt”".to_owned()), "{told:#?}");
    assert!(told.contains(&"moved the acceptance criterion “Pays at once” to HBR-4".to_owned()), "{told:#?}");
    assert!(told.contains(&"split it into HBR-4 and HBR-5".to_owned()), "{told:#?}");
    assert_eq!(story(&mut team, &card), ["split it off HBR-2"]);
    team.undo();
    assert_eq!(team.titles(json!({})), ["Before", "Pay", "After"]);
    assert_eq!(texts(&team.get(&whole)), ["Pays at once", "Sends a receipt", "Keeps a log"]);
    team.redo();
    assert_eq!(team.titles(json!({})), ["Before", "Pay by card", "Get a receipt", "After"]);
}

#[test]
fn an_original_that_is_kept_is_the_first_part() {
    let mut team = Team::new();
    let whole =
        described(&mut team, "Pay", json!({"estimate": 8, "value": 40, "description": "At the *quay*"}));
    team.item("After");
    let rows = criteria(&mut team, &whole, &["Pays at once", "Sends a receipt"]);
    let request = json!({
        "item": whole, "original": "keep", "copyDescription": true,
        "parts": [{"title": "Pay by card", "estimate": 5}, {"title": "Get a receipt", "acceptance": [rows[1]]}],
    });
    assert_eq!(team.label("item.split", request), "Split HBR-3 off HBR-1");
    assert_eq!(team.titles(json!({})), ["Pay by card", "Get a receipt", "After"]);
    let kept = team.get(&whole);
    assert_eq!(
        (&kept["estimate"], &kept["value"], &kept["resolution"]),
        (&json!(5.0), &json!(40), &Value::Null)
    );
    assert_eq!(texts(&kept), ["Pays at once"]);
    let part = team.get(&kept["parts"][0]["id"]);
    assert_eq!((&part["description"], &part["estimate"]), (&json!("At the *quay*"), &Value::Null));
    let told = story(&mut team, &whole);
    assert!(told.contains(&"split HBR-3 off it".to_owned()), "{told:#?}");
    team.undo();
    assert_eq!(team.titles(json!({})), ["Pay", "After"]);
}

#[test]
fn a_split_in_the_running_sprint_is_a_change_of_its_scope() {
    let mut team = Team::new();
    let product = team.product.clone();
    let whole = described(&mut team, "Pay", json!({"estimate": 8}));
    let other = team.item("Rope");
    let sprint =
        team.call("sprint.create", json!({"product": product, "goal": "Pay on board"}))["id"].clone();
    team.call("sprint.take", json!({"sprint": sprint, "items": [whole, other]}));
    team.call("sprint.start", json!({"sprint": sprint}));
    let parts = json!([{"title": "Pay by card", "estimate": 5}, {"title": "Get a receipt", "estimate": 2}]);
    let request = json!({"item": whole, "original": "close", "parts": parts});
    let split = team.call("item.split", request);
    let board = team.call("board.get", json!({"product": product}));
    let todo: Vec<&str> = board["columns"][0]["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|card| card["title"].as_str().unwrap())
        .collect();
    assert_eq!(todo, ["Pay by card", "Get a receipt", "Rope"]);
    assert_eq!(split["original"]["sprint"], Value::Null);
    assert_eq!(split["parts"][0]["addedAfterStart"], true);
    let chart = team.call("sprint.burndown", json!({"sprint": sprint}));
    let changes: Vec<(&str, f64)> = chart["scopeChanges"]
        .as_array()
        .unwrap()
        .iter()
        .map(|change| (change["kind"].as_str().unwrap(), change["delta"].as_f64().unwrap()))
        .collect();
    assert_eq!(changes.iter().map(|(_, delta)| delta).sum::<f64>(), -1.0, "{changes:?}");
    assert_eq!(changes.iter().filter(|(kind, _)| *kind == "added").count(), 2);
    assert_eq!((&chart["committed"], &chart["remaining"]), (&json!(8.0), &json!(7.0)));
    team.undo();
    let chart = team.call("sprint.burndown", json!({"sprint": sprint}));
    assert_eq!(chart["remaining"], 8.0);
}

#[test]
fn splits_refused() {
    let mut team = Team::new();
    let whole = team.item("Pay");
    let other = team.item("Rope");
    let foreign = criteria(&mut team, &other, &["Holds"]);
    let parts = |parts: Value| json!({"item": whole, "original": "close", "parts": parts});
    for (request, code) in [
        (parts(json!([{"title": "Pay"}])), "split_few"),
        (parts(json!([{"title": "Pay"}, {"title": ""}])), "split_part"),
        (parts(json!([{"title": "Pay"}, {"title": "Refund", "estimate": 4}])), "split_part"),
        (
            parts(json!([{"title": "Pay", "acceptance": foreign}, {"title": "Refund"}])),
            "split_criterion_elsewhere",
        ),
        (parts(json!([{"title": "Pay", "sum": 3}, {"title": "Refund"}])), "bad_request"),
    ] {
        assert_eq!(team.refusal("item.split", request), code);
    }
    team.call("item.cancel", json!({"items": [whole], "reason": "No"}));
    assert_eq!(
        team.refusal("item.split", parts(json!([{"title": "Pay"}, {"title": "Refund"}]))),
        "item_finished"
    );
}

#[test]
fn duplicates_become_the_one_that_stays() {
    let mut team = Team::new();
    let product = team.product.clone();
    let stays =
        described(&mut team, "Pay by card", json!({"labels": ["quay"], "description": "At the desk."}));
    let change = json!({"labels": ["quay", "card"], "description": "On board, too."});
    let one = described(&mut team, "Card *payment*", change);
    let two = team.item("Pay with plastic");
    let third = team.item("Refund");
    criteria(&mut team, &stays, &["Pays at once"]);
    criteria(&mut team, &one, &["pays  AT once", "Sends a receipt"]);
    criteria(&mut team, &two, &["Sends a receipt", "Keeps a log"]);
    team.act_as(&team.ben.clone());
    let said = team.call("comment.add", json!({"item": one, "text": "Asked for by the crew"}));
    team.act_as(&team.ana.clone());
    for (item, kind, other) in [
        (&one, "blocks", &third),
        (&two, "blocks", &third),
        (&one, "relatesTo", &two),
        (&stays, "duplicates", &one),
    ] {
        team.call("link.add", json!({"item": item, "kind": kind, "other": other}));
    }
    team.call("impediment.raise", json!({"product": product, "title": "No terminal", "items": [two]}));
    let request = json!({"into": stays, "items": [one, two], "appendDescriptions": true});
    assert_eq!(team.label("item.merge", request), "Merge HBR-2 and 1 more item into HBR-1");
    let merged = team.get(&stays);
    assert_eq!(merged["labels"], json!(["card", "quay"]));
    assert_eq!(texts(&merged), ["Pays at once", "Sends a receipt", "Keeps a log"]);
    assert_eq!(merged["comments"], json!([said]), "a comment keeps who said it, and when");
    assert_eq!(merged["description"], "At the desk.\n\n**From HBR-2: Card \\*payment\\***\n\nOn board, too.");
    assert!(
        merged["descriptionHtml"].as_str().unwrap().contains("<strong>From HBR-2: Card *payment*</strong>")
    );
    assert_eq!(merged["blocked"], true);
    let mut links: Vec<(&str, &str)> = merged["links"]
        .as_array()
        .unwrap()
        .iter()
        .map(|link| (link["kind"].as_str().unwrap(), link["other"]["key"].as_str().unwrap()))
        .collect();
    links.sort_unstable();
    assert_eq!(links, [("blocks", "HBR-4"), ("duplicatedBy", "HBR-2"), ("duplicatedBy", "HBR-3")]);
    for gone in [&one, &two] {
        let gone = team.get(gone);
        assert_eq!(
            (&gone["resolution"], &gone["reason"]),
            (&json!("cancelled"), &json!("Merged into HBR-1"))
        );
        assert_eq!(gone["comments"], json!([]));
    }
    let told = story(&mut team, &one);
    assert!(
        told.contains(&"commented".to_owned()) && told.contains(&"moved a comment to HBR-1".to_owned()),
        "{told:#?}"
    );
    assert!(story(&mut team, &stays).contains(&"moved a comment here from HBR-2".to_owned()));
    assert_eq!(team.titles(json!({})), ["Pay by card", "Refund"]);
    team.undo();
    assert_eq!(team.titles(json!({})), ["Pay by card", "Card *payment*", "Pay with plastic", "Refund"]);
    assert_eq!(team.get(&one)["comments"], json!([said]));
}

#[test]
fn merges_refused() {
    let mut team = Team::new();
    let [stays, one, between] = ["Pay", "Pay again", "Terminal"].map(|title| team.item(title));
    let merge = |into: &Value, items: Value| json!({"into": into, "items": items});
    assert_eq!(team.refusal("item.merge", merge(&stays, json!([]))), "no_items");
    assert_eq!(team.refusal("item.merge", merge(&stays, json!([one, stays]))), "merge_itself");
    team.call("link.add", json!({"item": one, "kind": "blocks", "other": between}));
    team.call("link.add", json!({"item": between, "kind": "blocks", "other": stays}));
    let error = team.attempt("item.merge", merge(&stays, json!([one]))).unwrap_err();
    assert_eq!(error.code, "link_circle");
    assert_eq!(error.message, "The items would wait for each other: HBR-1 blocks HBR-3 blocks HBR-1.");
    team.call("item.cancel", json!({"items": [one], "reason": "No"}));
    assert_eq!(team.refusal("item.merge", merge(&stays, json!([one]))), "merge_over");
    assert_eq!(team.refusal("item.merge", merge(&one, json!([stays]))), "merge_over");
    let other = team.call("product.create", json!({"key": "OTH", "name": "Other"}))["id"].clone();
    let foreign = team.call("item.create", json!({"product": other, "title": "Pay"}))["id"].clone();
    assert_eq!(team.refusal("item.merge", merge(&stays, json!([foreign]))), "items_of_two_products");
}
