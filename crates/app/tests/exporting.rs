//! What is exported can be read by people and programs, runs nowhere, and comes back as it was.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod team;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use proptest::prelude::*;
use serde_json::{Value, json};
use team::Team;

fn export(team: &mut Team, product: &Value, format: &str) -> String {
    let request = json!({"product": product, "format": format});
    team.call("backlog.export", request)["text"].as_str().unwrap().to_owned()
}

fn bring_in(team: &mut Team, name: &str, text: &str, product: &str) -> Value {
    team.call("import.run", json!({"fileName": name, "content": BASE64.encode(text), "product": product}))
}

/// What a backlog says, without ids: nothing of it may be lost on the way.
fn said(team: &mut Team, product: &Value, whole: bool) -> Vec<Value> {
    let window = team.call("backlog.window", json!({"product": product, "offset": 0, "limit": 500}));
    let rows = window["rows"].as_array().unwrap().clone();
    let titles: std::collections::HashMap<_, _> =
        rows.iter().map(|row| (row["id"].clone(), row["number"].clone())).collect();
    rows.iter()
        .map(|row| {
            let item = team.call("item.get", json!({"item": row["id"]}));
            let list = |field: &str, of: &dyn Fn(&Value) -> Value| item[field].as_array().unwrap().iter().map(of).collect::<Vec<_>>();
            let mut links = list("links", &|link| json!([link["kind"], titles.get(&link["other"]["id"])]));
            links.sort_by_key(ToString::to_string);
            json!({
                "number": item["number"], "title": item["title"], "description": item["description"], "type": item["type"],
                "estimate": item["estimate"], "value": item["value"], "labels": item["labels"],
                "epic": item["epic"]["name"], "hue": if whole { item["epic"]["hue"].clone() } else { Value::Null },
                "assignees": item["assignees"], "created": item["created"],
                "acceptance": list("acceptance", &|one| json!([one["text"], one["met"]])),
                "comments": if whole { list("comments", &|one| json!([one["text"], one["author"], one["writtenAt"], one["editedAt"]])) } else { Vec::new() },
                "links": if whole { links } else { Vec::new() },
            })
        })
        .collect()
}

/// Texts that are hard on whoever writes and reads tables.
fn nasty(most: usize) -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("=1+1"),
        Just("+"),
        Just("-"),
        Just("@SUM(A1)"),
        Just("'"),
        Just("\""),
        Just("\"\""),
        Just(","),
        Just(";"),
        Just("|"),
        Just("\\"),
        Just("NULL"),
        Just("null"),
        Just("\\N"),
        Just("é😀"),
        Just("[x] "),
        Just("    "),
        Just("a"),
        Just("<script>"),
        Just("sep=;"),
        Just("Unassigned"),
        Just("# "),
        Just("\u{feff}"),
        Just("{\"lineout\": 1}"),
        Just("م"),
    ];
    proptest::collection::vec(piece, 1..most).prop_map(|pieces| pieces.concat())
}

fn lines(most: usize) -> impl Strategy<Value = String> {
    proptest::collection::vec(prop_oneof![nasty(most), Just(String::new()), Just("\t=x".into())], 0..4)
        .prop_map(|lines| lines.join("\n"))
}

#[derive(Debug, Clone)]
struct Wish {
    title: String,
    description: String,
    kind: &'static str,
    estimate: Option<f64>,
    value: Option<u32>,
    labels: Vec<String>,
    epic: Option<String>,
    acceptance: Vec<(String, bool)>,
    comment: Option<String>,
    person: Option<String>,
}

fn wish() -> impl Strategy<Value = Wish> {
    const KINDS: [&str; 6] = ["feature", "enhancement", "fix", "spike", "chore", "improvement"];
    const ESTIMATES: [f64; 4] = [0.5, 1.0, 3.0, 13.0];
    (
        (
            nasty(5),
            lines(5),
            prop::sample::select(&KINDS[..]),
            proptest::option::of(prop::sample::select(&ESTIMATES[..])),
        ),
        (
            proptest::option::of(0u32..=1000),
            proptest::collection::vec(nasty(3), 0..3),
            proptest::option::of(nasty(3)),
        ),
        (
            proptest::collection::vec((lines(3), any::<bool>()), 0..3),
            proptest::option::of(lines(4)),
            proptest::option::of(nasty(3)),
        ),
    )
        .prop_map(
            |((title, description, kind, estimate), (value, labels, epic), (acceptance, comment, person))| {
                Wish { title, description, kind, estimate, value, labels, epic, acceptance, comment, person }
            },
        )
}

/// Makes an item; what the rules refuse of the wish is left out.
fn make(team: &mut Team, wish: &Wish) -> Option<Value> {
    let product = team.product.clone();
    let request =
        json!({"product": product, "title": wish.title, "description": wish.description, "type": wish.kind});
    let item = team.attempt("item.create", request).ok()?.value["id"].clone();
    for edit in
        [json!({"estimate": wish.estimate}), json!({"value": wish.value}), json!({"labels": wish.labels})]
    {
        let mut request = edit;
        request["item"] = item.clone();
        let _ = team.attempt("item.edit", request);
    }
    if let Some(name) = &wish.epic {
        let made = team.attempt("epic.create", json!({"product": product, "name": name, "hue": 77}));
        let epics = team.call("epic.list", json!({"product": product}));
        let found =
            epics["epics"].as_array().unwrap().iter().find(|epic| epic["name"] == name.trim()).cloned();
        if let Some(epic) = made.ok().map(|made| made.value).or(found) {
            team.call("item.edit", json!({"item": item, "epic": epic["id"]}));
        }
    }
    for (text, met) in &wish.acceptance {
        if let Ok(added) = team.attempt("acceptance.add", json!({"item": item, "texts": [text]})) {
            let id = added.value["criteria"].as_array().unwrap().last().unwrap()["id"].clone();
            team.call("acceptance.tick", json!({"criterion": id, "met": met}));
        }
    }
    if let Some(text) = &wish.comment {
        team.later(1);
        let _ = team.attempt("comment.add", json!({"item": item, "text": text}));
    }
    if let Some(name) = &wish.person
        && let Ok(person) = team.attempt("person.add", json!({"name": name}))
    {
        team.call("item.edit", json!({"item": item, "assignees": [person.value["id"]]}));
    }
    Some(item)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, max_shrink_iters: 200, ..ProptestConfig::default() })]

    #[test]
    fn a_backlog_that_is_exported_comes_back_as_it_was(wishes in proptest::collection::vec(wish(), 1..5), turn in any::<bool>()) {
        let mut team = Team::new();
        let items: Vec<Value> = wishes.iter().filter_map(|wish| make(&mut team, wish)).collect();
        if turn && items.len() > 1 {
            team.call("item.move", json!({"items": [items[items.len() - 1]], "place": {"to": "top"}}));
        }
        for pair in items.windows(2) {
            team.call("link.add", json!({"item": pair[0], "kind": "blocks", "other": pair[1]}));
            team.call("link.add", json!({"item": pair[1], "kind": "relatesTo", "other": pair[0]}));
        }
        prop_assume!(!items.is_empty());
        let here = team.product.clone();
        for (format, name, key) in [("json", "b.json", "JSN"), ("csv", "b.csv", "CSV")] {
            let text = export(&mut team, &here, format);
            let report = bring_in(&mut team, name, &text, key);
            prop_assert_eq!(&report["format"], "lineout");
            prop_assert_eq!(&report["problems"], &json!([]));
            let there = report["product"]["id"].clone();
            prop_assert_eq!(said(&mut team, &there, format == "json"), said(&mut team, &here, format == "json"), "{}", format);
            // Back home it is what is there already.
            let home = bring_in(&mut team, name, &text, "HBR");
            prop_assert_eq!(&home["unchanged"], &json!(items.len()), "{} {}", format, home);
            // And the second time it is known over there, too.
            let again = bring_in(&mut team, name, &text, key);
            prop_assert_eq!(&again["unchanged"], &json!(items.len()), "{} {}", format, again);
        }
    }
}

#[test]
fn a_table_is_safe_to_open_in_a_spreadsheet() {
    let mut team = Team::new();
    let (item, product) = (team.item("=HYPERLINK(\"http://x\")", 3.0), team.product.clone());
    team.call(
        "item.edit",
        json!({"item": item, "description": "@a, \"b\"\n+c", "labels": ["-x", "=y"], "value": 5}),
    );
    team.call("acceptance.add", json!({"item": item, "texts": ["=a\nb", "c"]}));
    let text = export(&mut team, &product, "csv");
    let text = text.strip_prefix('\u{feff}').unwrap();
    assert!(text.starts_with("Key,Type,Title,Description,"), "{text}");
    let mut reader = csv::ReaderBuilder::new().from_reader(text.as_bytes());
    let cells: Vec<Vec<String>> =
        reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect();
    assert_eq!(cells.len(), 1);
    for cell in &cells[0] {
        assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']), "{cell:?}");
    }
    assert_eq!(cells[0][2], "'=HYPERLINK(\"http://x\")");
    assert_eq!(cells[0][4], "[ ] =a\n    b\n[ ] c");
}

#[test]
fn a_view_is_exported_in_its_order() {
    let mut team = Team::new();
    let product = team.product.clone();
    for (title, points) in [("Pay", 3.0), ("Sail", 8.0), ("Refund", 5.0)] {
        team.item(title, points);
    }
    let exported = team.call("backlog.export", json!({
        "product": product, "format": "json", "sort": {"by": "estimate", "descending": true}, "filter": {"estimated": true},
    }));
    let document: Value = serde_json::from_str(exported["text"].as_str().unwrap()).unwrap();
    let titles: Vec<_> =
        document["items"].as_array().unwrap().iter().map(|item| item["title"].as_str().unwrap()).collect();
    assert_eq!(titles, ["Sail", "Refund", "Pay"]);
    assert_eq!(
        (&exported["items"], exported["fileName"].as_str()),
        (&json!(3), Some("hbr-backlog-2026-03-09.json"))
    );
    let found = team
        .call("backlog.export", json!({"product": product, "format": "json", "filter": {"text": "sail"}}));
    assert_eq!(found["items"], 1);
    assert_eq!(team.refusal("backlog.export", json!({"product": product, "format": "pdf"})), "bad_request");
}

#[test]
fn markdown_is_for_people() {
    let mut team = Team::new();
    let (item, product) = (team.item("Pay *by* card", 5.0), team.product.clone());
    team.call(
        "item.edit",
        json!({"item": item, "description": "As a guest", "value": 40, "labels": ["pier"]}),
    );
    team.call("acceptance.add", json!({"item": item, "texts": ["By card", "By phone"]}));
    let first = team.call("item.get", json!({"item": item}))["acceptance"][0]["id"].clone();
    team.call("acceptance.tick", json!({"criterion": first, "met": true}));
    let other = team.item("Sail", 1.0);
    team.call("link.add", json!({"item": item, "kind": "blocks", "other": other}));
    assert_eq!(
        export(&mut team, &product, "markdown"),
        "# Harbour: Product Backlog\n\n2 items, 6 points\n\n## HBR-1 Pay \\*by\\* card (5 points)\n\n*feature · value 40 · #pier*\n\n\
         As a guest\n\n### Acceptance criteria\n\n- [x] By card\n- [ ] By phone\n\nBlocks HBR-2.\n\n## HBR-2 Sail (1 point)\n\n*feature*\n"
    );
}

#[test]
fn a_document_changed_by_hand_changes_the_items_it_came_from() {
    let mut team = Team::new();
    let (_, product) = (team.item("Pay", 5.0), team.product.clone());
    let text = export(&mut team, &product, "json").replace("\"Pay\"", "\"Pay by card\"").replacen(
        "\"value\": null",
        "\"value\": 40",
        1,
    );
    let report = bring_in(&mut team, "b.json", &text, "HBR");
    assert_eq!((&report["changed"], &report["items"]), (&json!(1), &json!(0)));
    assert_eq!(team.backlog(), ["Pay by card"]);
    // What somebody wrote into it that is not ours is named.
    let text = text.replacen("\"value\": 40", "\"value\": 40, \"colour\": \"red\"", 1);
    let report = bring_in(&mut team, "b.json", &text, "HBR");
    assert_eq!(report["columnsIgnored"], json!([{"column": "colour", "rows": 1, "sample": "red"}]));
}

#[test]
fn sprints_travel_with_what_was_in_them() {
    let mut team = Team::at_work();
    let product = team.product.clone();
    let exported = team.call(
        "backlog.export",
        json!({"product": product, "format": "json", "filter": {"scope": {"in": "done"}}}),
    );
    let report = bring_in(&mut team, "done.json", exported["text"].as_str().unwrap(), "NEW");
    assert_eq!((&report["sprintsClosed"], &report["sprints"]), (&json!(1), &json!(0)), "{}", report["notes"]);
    let sprints = team.call("sprint.list", json!({"product": report["product"]["id"]}));
    assert_eq!(
        (&sprints["sprints"][0]["state"], &sprints["sprints"][0]["importedFrom"]),
        (&json!("closed"), &json!("lineout"))
    );
}
