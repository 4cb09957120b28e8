//! The Product Backlog as a screen asks for it: ids to select by, labels to choose from.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use chrono::{DateTime, Utc};
use lineout_app::{Context, Host};
use serde_json::{Value, json};

fn context() -> Context {
    Context::at("2026-03-09T12:00:00Z".parse::<DateTime<Utc>>().unwrap(), None)
}

fn call(host: &mut Host, name: &str, request: Value) -> Value {
    host.call(name, request, &context()).unwrap_or_else(|error| panic!("{name}: {error}")).value
}

/// A product with these estimates in its backlog, top to bottom, and the ids of its items.
fn backlog(folder: &tempfile::TempDir, estimates: &[Value]) -> (Host, Value, Vec<Value>) {
    let mut host = Host::seeded("test", 1);
    host.create(&folder.path().join("team.lineout"), "Team", &context()).unwrap();
    let product = call(&mut host, "product.create", json!({"key": "HBR", "name": "Harbour"}))["id"].clone();
    let ids = estimates.iter().enumerate().map(|(at, estimate)| {
        let mut request = json!({"product": product, "title": format!("Item {at}")});
        if !estimate.is_null() {
            request["estimate"] = estimate.clone();
        }
        call(&mut host, "item.create", request)["id"].clone()
    });
    let ids = ids.collect();
    (host, product, ids)
}

#[test]
fn ids_come_in_the_order_of_the_backlog() {
    let folder = tempfile::tempdir().unwrap();
    let (mut host, product, ids) = backlog(&folder, &[json!(3), Value::Null, json!(5), json!(8)]);
    call(&mut host, "item.move", json!({"items": [ids[3]], "place": {"to": "top"}}));
    call(&mut host, "item.cancel", json!({"items": [ids[2]], "reason": "not wanted"}));
    let named = |id: &Value, estimate: Value| json!({"id": id, "estimate": estimate});
    let all = call(&mut host, "backlog.ids", json!({"product": product}));
    let expect = [named(&ids[3], json!(8.0)), named(&ids[0], json!(3.0)), named(&ids[1], Value::Null)];
    assert_eq!(all["items"], json!(expect));
    let part = call(&mut host, "backlog.ids", json!({"product": product, "offset": 1, "limit": 1}));
    assert_eq!(part["items"], json!([expect[1]]));
}

#[test]
fn labels_in_use_come_by_name_with_their_count() {
    let folder = tempfile::tempdir().unwrap();
    let (mut host, product, ids) = backlog(&folder, &[Value::Null, Value::Null]);
    call(&mut host, "item.edit", json!({"item": ids[0], "labels": ["sms", "Fares"]}));
    call(&mut host, "item.edit", json!({"item": ids[1], "labels": ["sms"]}));
    let labels = call(&mut host, "label.list", json!({"product": product}))["labels"].clone();
    assert_eq!(labels, json!([{"label": "Fares", "items": 1}, {"label": "sms", "items": 2}]));
}

#[test]
fn an_edit_says_the_one_thing_that_it_changed() {
    let folder = tempfile::tempdir().unwrap();
    let (mut host, product, ids) = backlog(&folder, &[Value::Null]);
    let epic = call(&mut host, "epic.create", json!({"product": product, "name": "Fares"}))["id"].clone();
    let person = call(&mut host, "person.add", json!({"name": "Priya Raman"}))["id"].clone();
    for (change, label) in [
        (json!({"title": "Another"}), "Rename HBR-1"),
        (json!({"description": "Why"}), "Describe HBR-1"),
        (json!({"type": "fix"}), "Make HBR-1 a fix"),
        (json!({"type": "enhancement"}), "Make HBR-1 an enhancement"),
        (json!({"estimate": 3}), "Estimate HBR-1: no estimate to 3"),
        (json!({"value": 21}), "Value HBR-1: no value to 21"),
        (json!({"epic": epic}), "Put HBR-1 into Fares"),
        (json!({"epic": null}), "Take HBR-1 out of its epic"),
        (json!({"assignees": [person]}), "Assign HBR-1 to Priya Raman"),
        (json!({"assignees": []}), "Leave HBR-1 without assignees"),
        (json!({"labels": ["sms", "fares"]}), "Label HBR-1: fares, sms"),
        (json!({"labels": []}), "Leave HBR-1 without labels"),
        (json!({"title": "A third", "labels": ["sms"]}), "Edit HBR-1"),
    ] {
        let mut request = change.clone();
        request["item"] = ids[0].clone();
        call(&mut host, "item.edit", request);
        let newest = call(&mut host, "history.state", json!({}))["undo"]["label"].clone();
        assert_eq!(newest, json!(label), "{change}");
    }
}
