//! Imports over the contract: what is there already is brought up to date and never doubled, sprints of the past come
//! in closed, and whatever goes wrong writes nothing.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod team;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde_json::{Value, json};
use team::Team;

fn file(name: &str, bytes: impl AsRef<[u8]>) -> Value {
    json!({"fileName": name, "content": BASE64.encode(bytes), "product": "HBR"})
}

fn counts(report: &Value) -> [u64; 4] {
    ["items", "changed", "unchanged", "deleted"].map(|field| report[field].as_u64().unwrap())
}

fn by_title(team: &mut Team, title: &str) -> Value {
    let tables = team.tables();
    let (id, _) = tables["item"].iter().find(|(_, row)| row["title"] == format!("'{title}'")).unwrap();
    team.call("item.get", json!({"item": id}))
}

const LINEAR: &[u8] = include_bytes!("../src/import/fixtures/linear-harbour.csv");
const AZURE: &[u8] = include_bytes!("../src/import/fixtures/azure-harbour.csv");
const TRELLO: &[u8] = include_bytes!("../src/import/fixtures/trello-harbour.json");
const JIRA: &[u8] = include_bytes!("../src/import/fixtures/jira-harbour.csv");

#[test]
fn every_format_comes_in_once_and_is_taken_back_as_a_whole() {
    for (name, bytes, items) in [
        ("linear.csv", LINEAR, 5),
        ("azure.csv", AZURE, 5),
        ("board.json", TRELLO, 7),
        ("jira.csv", JIRA, 10),
    ] {
        let mut team = Team::new();
        let before = team.tables();
        let preview = team.call("import.preview", file(name, bytes));
        assert_eq!(team.tables(), before, "{name}: a preview writes nothing");
        assert_eq!(counts(&preview), [items, 0, 0, 0], "{name}");
        let done = team.call("import.run", file(name, bytes));
        for field in ["items", "sprints", "sprintsClosed", "people", "comments", "notes", "problems"] {
            assert_eq!(done[field], preview[field], "{name}: {field} is as the preview said");
        }
        let after = team.tables();
        let again = team.answer("import.run", file(name, bytes));
        let no_key = u64::from(name == "board.json");
        assert_eq!(counts(&again.value), [no_key, 0, items - no_key, 0], "{name}: {}", again.value["notes"]);
        if no_key == 0 {
            assert!(again.action.is_none(), "{name}: nothing was written");
            assert_eq!(team.tables(), after, "{name}");
        } else {
            team.call("history.undo", json!({}));
        }
        team.call("history.undo", json!({}));
        assert_eq!(team.tables(), before, "{name}: one undo");
        team.call("history.redo", json!({}));
        assert_eq!(team.tables(), after, "{name}: one redo");
    }
}

#[test]
fn a_file_imported_again_writes_what_is_new_and_what_is_other() {
    let first = "key,title,points,labels\nFER-1,Pay,3,a\nFER-2,Refund,5,\nFER-3,Print,,\n";
    let mut team = Team::new();
    assert_eq!(counts(&team.call("import.run", file("f.csv", first))), [3, 0, 0, 0]);
    let refund = by_title(&mut team, "Refund");
    team.call("item.edit", json!({"item": refund["id"], "value": 40}));
    let print = by_title(&mut team, "Print");
    team.call("item.delete", json!({"items": [print["id"]]}));
    let second =
        "key,title,points,labels\nFER-1,Pay,3,a\nFER-2,Refund at once,5,b\nFER-3,Print,,\nFER-4,Sail,8,\n";
    let preview = team.call("import.preview", file("f.csv", second));
    assert_eq!(counts(&preview), [1, 1, 1, 1]);
    assert_eq!(preview["deletedKeys"], json!(["FER-3"]));
    let done = team.answer("import.run", file("f.csv", second));
    assert_eq!(counts(&done.value), [1, 1, 1, 1]);
    assert_eq!(done.action.unwrap().label, "Import 2 items from f.csv");
    let refund = by_title(&mut team, "Refund at once");
    assert_eq!(
        (&refund["value"], &refund["labels"], &refund["estimate"]),
        (&json!(40), &json!(["b"]), &json!(5.0))
    );
    // What the file has no column for stays as it is here.
    let third = "key,title\nFER-2,Refund at once\n";
    assert_eq!(counts(&team.call("import.run", file("f.csv", third))), [0, 0, 1, 0]);
    assert_eq!(by_title(&mut team, "Refund at once")["estimate"], json!(5.0));
}

#[test]
fn an_import_taken_back_comes_in_again_and_a_deletion_taken_back_is_none() {
    let text = "key,title\nFER-1,Pay\nFER-2,Refund\n";
    let mut team = Team::new();
    team.call("import.run", file("f.csv", text));
    team.call("history.undo", json!({}));
    assert_eq!(counts(&team.call("import.preview", file("f.csv", text))), [2, 0, 0, 0]);
    team.call("import.run", file("f.csv", text));
    let pay = by_title(&mut team, "Pay");
    team.call("item.delete", json!({"items": [pay["id"]]}));
    assert_eq!(counts(&team.call("import.preview", file("f.csv", text))), [0, 0, 1, 1]);
    team.call("history.undo", json!({}));
    assert_eq!(counts(&team.call("import.preview", file("f.csv", text))), [0, 0, 2, 0]);
    team.call("history.redo", json!({}));
    assert_eq!(counts(&team.call("import.preview", file("f.csv", text))), [0, 0, 1, 1]);
}

#[test]
fn what_was_said_and_what_must_hold_come_in() {
    let mut team = Team::new();
    team.call("import.run", file("board.json", TRELLO));
    let pay = by_title(&mut team, "Pay by card");
    let criteria: Vec<_> =
        pay["acceptance"].as_array().unwrap().iter().map(|one| (&one["text"], &one["met"])).collect();
    assert_eq!(criteria, [(&json!("By card"), &json!(true)), (&json!("By phone"), &json!(false))]);
    // Ada Quist is known here, and it is her comment.
    assert_eq!(pay["comments"][0]["author"], team.people[0]);
    assert_eq!(pay["comments"][0]["writtenAt"], "2025-09-02T10:00:00Z");
    assert_eq!(pay["assignees"].as_array().unwrap().len(), 2);
    // Ticked here, where the file does not say it stays; where the file says, the file is believed.
    let by_phone = pay["acceptance"][1]["id"].clone();
    team.call("acceptance.tick", json!({"criterion": by_phone, "met": true}));
    let again = team.call("import.preview", file("board.json", TRELLO));
    assert_eq!(counts(&again)[1], 1);
}

#[test]
fn a_stranger_is_named_in_what_they_said() {
    let mut team = Team::new();
    let text = "Summary,Issue key,Comment\nPay,FER-1,05/Sep/25 7:24 AM;cy;Ask the bank\n";
    team.call("import.run", file("j.csv", text));
    let pay = by_title(&mut team, "Pay");
    assert_eq!(
        (&pay["comments"][0]["author"], &pay["comments"][0]["text"]),
        (&Value::Null, &json!("cy:\n\nAsk the bank"))
    );
    // Nobody known by then, or known since: it is there once.
    team.call("person.add", json!({"name": "cy"}));
    assert_eq!(counts(&team.call("import.run", file("j.csv", text))), [0, 0, 1, 0]);
}

#[test]
fn sprints_of_the_past_come_in_closed_with_what_the_file_knows() {
    let mut team = Team::new();
    let report = team.call("import.run", file("linear.csv", LINEAR));
    assert_eq!((&report["sprintsClosed"], &report["sprints"]), (&json!(2), &json!(0)));
    let sprints = team.call("sprint.list", json!({"product": team.product}))["sprints"].take();
    let days: Vec<_> = sprints
        .as_array()
        .unwrap()
        .iter()
        .map(|s| (&s["name"], &s["startDay"], &s["endDay"], &s["state"], &s["importedFrom"]))
        .collect();
    let told = |name, from, to| (json!(name), json!(from), json!(to), json!("closed"), json!("linear"));
    let expect = [told("Cycle 2", "2025-09-15", "2025-09-28"), told("Cycle 1", "2025-09-01", "2025-09-14")];
    let expect: Vec<_> = expect.iter().map(|t| (&t.0, &t.1, &t.2, &t.3, &t.4)).collect();
    assert_eq!(days, expect);
    let record = team.call("sprint.record", json!({"sprint": sprints[1]["id"]}));
    let items: Vec<_> = record["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|i| {
            (i["title"].as_str().unwrap(), i["outcome"].as_str().unwrap(), i["committed"].as_bool().unwrap())
        })
        .collect();
    assert_eq!(
        items,
        [
            ("Pay by card at the pier", "done", true),
            // It was made on the fifth day.
            ("Refund a missed crossing", "place", false),
            ("Print on paper", "cancelled", true),
        ]
    );
    assert_eq!(
        (&record["committedPoints"], &record["completedPoints"], &record["sayDo"]),
        (&json!(5.0), &json!(5.0), &json!(1.0))
    );
    let steps = record["burndown"]["steps"].as_array().unwrap();
    assert_eq!(
        (steps[0]["remaining"].as_f64(), steps.last().unwrap()["remaining"].as_f64()),
        (Some(5.0), Some(8.0))
    );
    assert!(
        record["burndown"]["events"]
            .as_array()
            .unwrap()
            .iter()
            .any(|event| event["kind"] == "done" && event["at"] == "2025-09-11T10:00:00Z")
    );
    // Nothing was done in the second one, and nothing that was estimated: it says nothing of the velocity.
    let velocity = team.call("product.velocity", json!({"product": team.product}));
    assert_eq!(velocity["sprints"].as_array().unwrap().len(), 1);
    assert_eq!(velocity["range"]["n"], 1);
    // What is open went back to the backlog, what is over stays in its sprint.
    assert!(team.backlog().contains(&"Refund a missed crossing".to_owned()));
    let pay = by_title(&mut team, "Pay by card at the pier");
    assert_eq!(pay["sprint"], sprints[1]["id"]);
    // The team goes on from there.
    let item = team.item("Next", 3.0);
    team.running(&[item]);
}

#[test]
fn sprints_that_cannot_come_in_are_told_and_become_labels() {
    let mut team = Team::new();
    // Taken by a sprint of ours: the fifth to the sixteenth.
    team.call(
        "sprint.create",
        json!({"product": team.product, "startDay": "2026-03-05", "endDay": "2026-03-16"}),
    );
    let text = "key,title,status,sprint,sprint start,sprint end\n\
        F-1,a,Done,Early,2026-01-01,2026-01-14\nF-2,b,Done,Late,2026-03-01,2026-03-08\n\
        F-3,c,Done,Long,2025-01-01,2025-03-31\nF-4,d,Done,Nameless,,\nF-5,e,Open,Next,,\nF-6,f,Done,Next,,\n";
    let report = team.call("import.run", file("f.csv", text));
    assert_eq!((&report["sprintsClosed"], &report["sprints"]), (&json!(1), &json!(1)), "{}", report["notes"]);
    let notes = report["notes"].to_string();
    for words in [
        "Late was not brought in as a sprint",
        "Long was not brought in as a sprint",
        "Nameless is over or holds nothing open",
    ] {
        assert!(notes.contains(words), "{notes}");
    }
    for (title, label) in [
        ("a", None),
        ("b", Some("Late")),
        ("c", Some("Long")),
        ("d", Some("Nameless")),
        ("e", None),
        ("f", Some("Next")),
    ] {
        let expect: Vec<&str> = label.into_iter().collect();
        assert_eq!(by_title(&mut team, title)["labels"], json!(expect), "{title}");
    }
    assert_eq!(counts(&team.call("import.run", file("f.csv", text))), [0, 0, 6, 0]);
}

#[test]
fn jira_says_what_it_knows_of_a_sprint_in_the_cell() {
    let cell = |id, name, state, from, to| {
        format!(
            "com.atlassian.greenhopper.service.sprint.Sprint@1[id={id},rapidViewId=1,state={state},name={name},startDate={from},endDate={to},completeDate=<null>,sequence={id},goal=Sail]"
        )
    };
    let one = cell(1, "Quay 1", "CLOSED", "2025-09-01T09:00:00.000Z", "2025-09-15T09:30:00.000Z");
    let two = cell(2, "Quay 2", "CLOSED", "2025-09-15T10:00:00.000Z", "2025-09-29T09:00:00.000Z");
    let text = format!(
        "Summary,Issue key,Status,Story Points,Resolved,Sprint,Sprint\na,HBR-1,Done,3,12/Sep/25 9:00 AM,\"{one}\",\nb,HBR-2,Done,5,,\"{one}\",\"{two}\"\nc,HBR-3,Open,2,,\"{one}\",\"{two}\"\n"
    );
    let mut team = Team::new();
    let report = team.call("import.run", file("j.csv", text));
    assert_eq!(report["sprintsClosed"], 2, "{}", report["notes"]);
    let sprints = team.call("sprint.list", json!({"product": team.product}))["sprints"].take();
    let first = team.call("sprint.record", json!({"sprint": sprints[1]["id"]}));
    let outcomes = |record: &Value| {
        record["items"]
            .as_array()
            .unwrap()
            .iter()
            .map(|i| i["outcome"].as_str().unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(outcomes(&first), ["done", "next", "next"]);
    assert_eq!((&first["goal"], &first["endDay"]), (&json!("Sail"), &json!("2025-09-14")));
    let second = team.call("sprint.record", json!({"sprint": sprints[0]["id"]}));
    assert_eq!(outcomes(&second), ["done", "place"]);
    assert_eq!(team.call("product.velocity", json!({"product": team.product}))["range"]["n"], 2);
}

#[test]
fn columns_are_what_a_person_says_they_are() {
    let mut team = Team::new();
    let text = "Was,Punkte,Rang\nPay,3,high\nRefund,5,low\n";
    let unread = team.call("import.preview", file("w.csv", text));
    assert_eq!(unread["refusal"]["code"], "import_no_header");
    let columns: Vec<_> = unread["columnsIgnored"]
        .as_array()
        .unwrap()
        .iter()
        .map(|c| (c["column"].as_str().unwrap(), c["rows"].as_u64().unwrap(), c["sample"].as_str().unwrap()))
        .collect();
    assert_eq!(columns, [("Was", 2, "Pay"), ("Punkte", 2, "3"), ("Rang", 2, "high")]);
    assert_eq!(team.refusal("import.run", file("w.csv", text)), "import_no_header");
    let mut request = file("w.csv", text);
    request["mapping"] = json!([{"column": "Was", "field": "title"}, {"column": "Punkte", "field": "estimate"}, {"column": "Rang", "field": "labels"}]);
    let report = team.call("import.preview", request.clone());
    assert_eq!(counts(&report), [2, 0, 0, 0]);
    assert_eq!(report["sample"][0]["labels"], json!(["high"]));
    assert!(report["notes"].to_string().contains("no key"), "{report}");
    team.call("import.run", request.clone());
    assert_eq!(by_title(&mut team, "Refund")["estimate"], json!(5.0));
    for (column, field, code) in [("Wo", "title", "import_no_column"), ("Was", "colour", "bad_request")] {
        request["mapping"] = json!([{"column": column, "field": field}]);
        assert_eq!(team.refusal("import.run", request.clone()), code);
    }
    let mut board = file("b.json", TRELLO);
    board["mapping"] = json!([{"column": "name", "field": "title"}]);
    assert_eq!(team.refusal("import.preview", board), "import_no_columns");
}

#[test]
fn files_that_cannot_be_read_write_nothing() {
    let mut team = Team::new();
    for (name, bytes, code) in [
        ("a.json", &TRELLO[..700], "import_json"),
        ("a.csv", b"\x89PNG\r\n", "import_not_text"),
        ("a.csv.gz", b"\x1f\x8b\x08\0\0\0", "import_damaged"),
        ("a.csv", b"", "import_empty"),
        ("a.json", b"{\"a\": [1]}", "import_other_json"),
    ] {
        assert_eq!(team.refusal("import.run", file(name, bytes)), code);
        assert_eq!(team.refusal("import.preview", file(name, bytes)), code);
    }
}

#[test]
fn an_import_called_off_in_the_middle_leaves_nothing() {
    use std::sync::atomic::{AtomicU64, Ordering};
    let mut team = Team::new();
    let mut text = "key,title\n".to_owned();
    (1..=2000).for_each(|n| text += &format!("FER-{n},Item {n}\n"));
    let mut request = file("f.csv", &text);
    request["ticket"] = json!("t1");
    let watch = team.host.watch();
    static SEEN: AtomicU64 = AtomicU64::new(0);
    let own = watch.clone();
    watch.tell(move |progress| {
        if progress.step == lineout_app::Step::Writing && progress.done > 500 {
            SEEN.store(progress.done, Ordering::Relaxed);
            own.call_off(Some("t1"));
        }
    });
    assert_eq!(team.refusal("import.run", request.clone()), "called_off");
    assert!(SEEN.load(Ordering::Relaxed) > 500);
    request["ticket"] = json!("t2");
    assert_eq!(counts(&team.call("import.run", request)), [2000, 0, 0, 0]);
}

/// Cells that would act if they were taken for more than text.
const LIVE: &[&str] = &[
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "![seen](https://example.org/seen.png)",
    "[click](javascript:alert(1))",
    "[click](  JaVaScRiPt:alert(1))",
    "<a href=\"javascript:alert(1)\">click</a>",
    "[click](data:text/html;base64,PHNjcmlwdD4=)",
    "<iframe src=https://example.org></iframe>",
    "<svg onload=alert(1)>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "<style>@import url(https://example.org)</style>",
    "[a]: javascript:alert(1)\n\n[a]",
    "```html\n<script>alert(1)</script>\n```",
];

#[test]
fn cells_that_would_act_are_inert_where_they_are_shown() {
    for (format, header) in [
        ("csv", "key,title,description,comment,acceptance criteria"),
        ("jira", "Issue key,Summary,Description,Comment,Acceptance criteria"),
        ("azure", "ID,Title,Description,Comment,Acceptance Criteria,Work Item Type"),
    ] {
        let mut team = Team::new();
        let mut text = format!("{header}\n");
        for (n, cell) in LIVE.iter().enumerate() {
            let quoted = format!("\"{}\"", cell.replace('"', "\"\""));
            text += &format!(
                "F-{n},Item {n} end,{quoted},{quoted},{quoted}{}\n",
                if format == "azure" { ",Task" } else { "" }
            );
        }
        let mut request = file("live.csv", text);
        request["format"] = json!(format);
        team.call("import.run", request);
        for (n, cell) in LIVE.iter().enumerate() {
            let item = by_title(&mut team, &format!("Item {n} end"));
            let shown = [item["descriptionHtml"].clone(), item["comments"][0]["html"].clone()];
            for html in shown.iter().filter_map(Value::as_str) {
                let low = html.to_lowercase();
                for never in [
                    "<script",
                    "<img",
                    "<iframe",
                    "<svg",
                    "<style",
                    "<a href=\"javascript",
                    "<a href=\"data",
                    "<a href=\" ",
                ] {
                    assert!(!low.contains(never), "{format} {cell:?}: {html}");
                }
            }
        }
    }
}
