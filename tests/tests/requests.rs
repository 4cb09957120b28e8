//! Requests that make no sense, and requests far too large: each is refused with a code and a hint, and the workspace is
//! as it was.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use lineout_tests::{Cli, Machine};
use serde_json::{Value, json};

/// A workspace with one item, and its newest action.
fn workspace(machine: &Machine) -> (Cli, Value, Value) {
    let cli = machine.cli();
    cli.call("workspace.create", json!({"name": "Harbour"}));
    let product = cli.call("product.create", json!({"key": "HBR", "name": "Harbour"}))["id"].clone();
    let item = cli.call("item.create", json!({"product": product, "title": "Name the pier"}))["id"].clone();
    (cli, product, item)
}

fn newest(cli: &Cli) -> Value {
    cli.call("history.list", json!({"limit": 1}))["actions"][0]["action"].clone()
}

/// Sends lines to one `lineout batch` and gives its answers and its exit code.
fn batch(cli: &Cli, lines: &[String]) -> (Vec<Value>, Option<i32>) {
    let output = cli.run_with(["batch"], lines.join("\n").as_bytes());
    let answers = String::from_utf8(output.stdout).unwrap();
    (answers.lines().map(|line| serde_json::from_str(line).unwrap()).collect(), output.status.code())
}

/// Sends requests that must all be refused with one of these codes.
fn refused(cli: &Cli, requests: &[(&str, String, &[&str])]) {
    let before = newest(cli);
    let lines: Vec<String> = requests
        .iter()
        .map(|(name, request, _)| format!(r#"{{"name":"{name}","request":{request}}}"#))
        .collect();
    let (answers, code) = batch(cli, &lines);
    assert_eq!((answers.len(), code), (requests.len(), Some(1)), "every line is answered");
    for ((name, request, codes), answer) in requests.iter().zip(&answers) {
        let told = request.chars().take(120).collect::<String>();
        let error = &answer["error"];
        let found = error["code"].as_str().unwrap_or_else(|| panic!("{name} {told} answered {answer}"));
        assert!(codes.contains(&found), "{name} {told}: {error}");
        for field in ["message", "hint"] {
            let said = error[field].as_str().unwrap();
            assert!(!said.is_empty() && said.chars().count() < 400, "{name} {told}: {field} {said:?}");
        }
    }
    assert_eq!(newest(cli), before, "nothing was written");
    cli.check_integrity();
}

#[test]
fn of_another_form_than_the_contract_says() {
    let machine = Machine::new();
    let (cli, product, item) = workspace(&machine);
    let bad = &["bad_request"][..];
    let requests = [
        ("item.create", json!({"product": product, "title": "New", "colour": "red"}), bad),
        ("item.create", json!({"product": product}), bad),
        ("item.create", json!({"title": "New"}), bad),
        ("item.create", json!({"product": product, "title": 7}), bad),
        ("item.create", json!({"product": product, "title": null}), bad),
        ("item.create", json!({"product": product, "title": ["New"]}), bad),
        ("item.create", json!({"product": product, "title": "New", "estimate": "3"}), bad),
        ("item.create", json!({"product": product, "title": "New", "type": "story"}), bad),
        ("item.create", json!({"product": product, "title": "New", "place": "top"}), bad),
        ("item.create", json!({"product": product, "title": "New", "place": {"to": "middle"}}), bad),
        ("item.create", json!({"product": product, "title": "New", "place": {"to": "position"}}), bad),
        (
            "item.create",
            json!({"product": product, "title": "New", "place": {"to": "top", "position": 3}}),
            bad,
        ),
        ("item.create", json!({"product": "HBR", "title": "New"}), bad),
        ("item.create", json!({"product": item, "title": "New"}), &["not_found"][..]),
        ("item.create", json!([product, "New"]), bad),
        ("item.create", json!("New"), bad),
        ("item.edit", json!({"item": item, "value": 2.5}), bad),
        ("item.edit", json!({"item": item, "value": 1e30}), bad),
        ("item.edit", json!({"item": item, "labels": "x"}), bad),
        ("item.edit", json!({"item": item, "labels": [1]}), bad),
        ("item.move", json!({"items": item, "place": {"to": "top"}}), bad),
        ("item.move", json!({"items": [item], "place": {"to": "position", "position": -1}}), bad),
        (
            "item.move",
            json!({"items": [item], "place": {"to": "position", "position": 4_294_967_296_u64}}),
            bad,
        ),
        (
            "backlog.window",
            json!({"product": product, "offset": 0, "limit": 5, "filter": {"scope": {"in": "open", "sprint": item}}}),
            bad,
        ),
        ("backlog.window", json!({"product": product, "offset": -1, "limit": 5}), bad),
        ("sprint.create", json!({"product": product, "startDay": "2026-02-30"}), bad),
        ("sprint.create", json!({"product": product, "startDay": "tomorrow"}), bad),
        ("sprint.create", json!({"product": product, "startDay": 20260309}), bad),
        ("product.edit", json!({"product": product, "accountability": "anarchy"}), bad),
        ("product.edit", json!({"product": product, "sprintLengthDays": 1e9}), bad),
        ("history.list", json!({"limit": -5}), bad),
        ("history.undo", json!({"action": "the last one"}), bad),
        ("import.run", json!({"format": "excel", "fileName": "x", "content": ""}), bad),
        (
            "import.run",
            json!({"format": "csv", "fileName": "x.csv", "content": "%%%"}),
            &["import_content"][..],
        ),
        ("item.paint", json!({}), &["unknown_command"][..]),
    ];
    refused(&cli, &requests.map(|(name, request, codes)| (name, request.to_string(), codes)));
}

#[test]
fn of_numbers_that_are_none_and_days_that_never_come() {
    let machine = Machine::new();
    let (cli, product, item) = workspace(&machine);
    let text = |request: Value| request.to_string();
    let range = &["item_estimate_range"][..];
    // JSON knows no NaN and no infinity: a line that holds one is no JSON.
    let requests = [
        ("item.edit", text(json!({"item": item, "estimate": 1e9})), range),
        ("item.edit", text(json!({"item": item, "estimate": -1e-9})), range),
        ("item.edit", format!(r#"{{"item":{item},"estimate":1e308}}"#), range),
        ("item.edit", format!(r#"{{"item":{item},"estimate":1e400}}"#), &["bad_line"][..]),
        ("item.edit", format!(r#"{{"item":{item},"estimate":NaN}}"#), &["bad_line"]),
        ("item.edit", format!(r#"{{"item":{item},"estimate":Infinity}}"#), &["bad_line"]),
        (
            "product.edit",
            text(json!({"product": product, "estimateScale": [0, 1e308]})),
            &["product_scale_value"],
        ),
        ("sprint.create", text(json!({"product": product, "startDay": "9999-12-31"})), &["sprint_day_range"]),
        ("sprint.create", text(json!({"product": product, "startDay": "0001-01-01"})), &["sprint_day_range"]),
        (
            "sprint.create",
            text(json!({"product": product, "startDay": "+262142-12-31"})),
            &["sprint_day_range"],
        ),
        (
            "sprint.create",
            text(json!({"product": product, "startDay": "-262143-01-01"})),
            &["sprint_day_range"],
        ),
        (
            "sprint.create",
            text(json!({"product": product, "startDay": "2026-03-09", "endDay": "9999-12-31"})),
            &["sprint_day_range"],
        ),
        (
            "holiday.add",
            text(json!({"product": product, "day": "9999-12-31", "name": "End"})),
            &["day_out_of_range"],
        ),
        (
            "holiday.add",
            text(json!({"product": product, "day": "+262142-12-31", "name": "End"})),
            &["day_out_of_range"],
        ),
    ];
    refused(&cli, &requests);
}

#[test]
fn of_absurd_sizes() {
    let machine = Machine::new();
    let (cli, product, item) = workspace(&machine);
    let ten_megabytes = "x".repeat(10 << 20);
    let long = "x".repeat(1 << 20);
    let million = vec![item.clone(); 1_000_000];
    let strangers = vec![json!("00000000-0000-7000-8000-000000000000"); 100_000];
    let labels: Vec<String> = (0..100_000).map(|n| format!("l{n}")).collect();
    let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    let text = |request: Value| request.to_string();
    let requests = [
        ("item.create", text(json!({"product": product, "title": ten_megabytes})), &["item_title"][..]),
        ("item.edit", text(json!({"item": item, "description": ten_megabytes})), &["item_description"]),
        ("item.edit", text(json!({"item": item, "labels": labels})), &["item_labels_many"]),
        ("item.edit", text(json!({"item": item, "assignees": strangers})), &["item_assignees_many"]),
        ("item.delete", text(json!({"items": strangers})), &["not_found"]),
        ("item.cancel", text(json!({"items": million, "reason": long})), &["item_reason"]),
        ("sprint.create", text(json!({"product": product, "goal": long})), &["sprint_goal"]),
        ("person.add", text(json!({"name": long})), &["person_name"]),
        ("epic.create", text(json!({"product": product, "name": long})), &["epic_name"]),
        ("impediment.raise", text(json!({"product": product, "title": long})), &["impediment_title"]),
        (
            "improvement.propose",
            text(json!({"product": product, "opportunity": long})),
            &["improvement_opportunity"],
        ),
        ("product.create", text(json!({"key": long, "name": "New"})), &["product_key"]),
        ("product.edit", text(json!({"product": product, "timeZone": long})), &["product_time_zone"]),
        (
            "product.edit",
            text(json!({"product": product, "estimateScale": vec![1; 100_000]})),
            &["product_scale_length"],
        ),
        (
            "product.edit",
            text(json!({"product": product, "workingDays": vec!["someday"; 100_000]})),
            &["weekday_unknown"],
        ),
        (
            "product.reviseDefinitionOfDone",
            text(json!({"product": product, "criteria": labels})),
            &["done_criteria_count"],
        ),
        (
            "retro.start",
            text(json!({"product": product, "format": "own", "columns": labels})),
            &["retro_column_count"],
        ),
        (
            "import.run",
            text(json!({"format": "csv", "fileName": long, "content": ""})),
            &["import_empty", "import_nothing"],
        ),
        (ten_megabytes.as_str(), "{}".to_owned(), &["unknown_command"]),
        ("item.create", deep, &["bad_line"]),
    ];
    refused(&cli, &requests);
    // The same item a million times is that item.
    cli.call("item.cancel", json!({"items": million, "reason": "Not wanted"}));
}

#[test]
fn lines_that_are_no_requests() {
    let machine = Machine::new();
    let (cli, product, _) = workspace(&machine);
    let before = newest(&cli);
    let good =
        json!({"name": "item.create", "request": {"product": product, "title": "After them"}}).to_string();
    let lines = [
        "{",
        "[]",
        "7",
        "\"item.create\"",
        "{\"request\":{}}",
        "{\"name\":7}",
        "",
        "{\"name\":\"item.create\"}",
    ];
    let lines: Vec<String> = lines.iter().map(|line| (*line).to_owned()).chain([good]).collect();
    let (answers, code) = batch(&cli, &lines);
    let codes: Vec<&str> =
        answers.iter().map(|answer| answer["error"]["code"].as_str().unwrap_or("-")).collect();
    let bad = "bad_line";
    assert_eq!(codes, [bad, bad, bad, bad, bad, bad, "bad_request", "-"], "an empty line is none");
    assert_eq!(code, Some(1), "not every line was carried out");
    assert_ne!(newest(&cli), before, "the good one was");
}
