//! The Product Backlog as a screen asks for it: ids to select by, labels to choose from.

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
