//! What is read of the exports of Linear, Trello and Azure DevOps, and of our own.

use lineout_domain::item::{ItemType, Resolution};
use lineout_domain::rule::Rule as _;

use super::*;

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2025, 9, 22).unwrap()
}

fn plan(name: &str, bytes: &[u8]) -> Plan {
    read(None, name, bytes, day()).unwrap_or_else(|error| panic!("{name}: {error}"))
}

fn titles(plan: &Plan) -> Vec<&str> {
    plan.items.iter().map(|item| item.title.as_str()).collect()
}

fn told(plan: &Plan) -> Vec<String> {
    let told = |p: &Problem| format!("{} {}: {}", p.line, p.column.as_deref().unwrap_or("-"), p.reason);
    plan.problems.iter().map(told).collect()
}

fn people(plan: &Plan, item: &PlannedItem) -> Vec<String> {
    item.assignees.iter().map(|index| plan.people[*index].name.clone()).collect()
}

fn not_read(plan: &Plan) -> Vec<(&str, usize, &str)> {
    plan.columns_ignored.iter().map(|c| (c.column.as_str(), c.rows, c.sample.as_str())).collect()
}

#[test]
fn a_linear_export() {
    let plan = plan("linear.csv", include_bytes!("fixtures/linear-harbour.csv"));
    assert_eq!(
        (plan.format, plan.product_key.as_str(), plan.product_name.as_str()),
        (Format::Linear, "FER", "Ferries")
    );
    assert_eq!(told(&plan), [""; 0]);
    let [pay, refund, paper, reader, next] = &plan.items[..] else { panic!("{:?}", titles(&plan)) };
    assert_eq!((pay.description.as_str(), pay.estimate), ("As a guest\nI pay by card", Some(5.0)));
    assert_eq!(
        (pay.epic.as_deref(), &pay.labels[..]),
        (Some("Paying"), &["Feature".to_owned(), "pier".into()][..])
    );
    assert_eq!(people(&plan, pay), ["Bo Lind"]);
    assert_eq!(plan.people[pay.reporter.unwrap()].account.as_deref(), Some("ada.quist@example.org"));
    // A state of the team's own is told by the dates.
    assert_eq!((pay.status.as_str(), pay.resolution), ("Shipped to sea", Some(Resolution::Done)));
    assert_eq!(pay.resolved.unwrap().to_rfc3339(), "2025-09-11T10:00:00+00:00");
    assert_eq!((refund.resolution, refund.estimate), (None, Some(8.0)));
    assert_eq!(
        (paper.resolution, paper.resolved.map(|at| at.to_rfc3339())),
        (Some(Resolution::Cancelled), Some("2025-09-03T10:00:00+00:00".into()))
    );
    assert_eq!((paper.epic.as_deref(), paper.assignees.len(), paper.labels.len()), (None, 0, 0));
    // A part of an item is in its epic; a parent that is not in the file is no epic.
    assert_eq!((reader.epic.as_deref(), reader.item_type), (Some("Paying"), ItemType::Feature));
    assert_eq!(next.epic, None);
    let sprints: Vec<_> =
        plan.sprints.iter().map(|s| (s.name.as_str(), s.starts.unwrap().date_naive().to_string())).collect();
    assert_eq!(sprints, [("Cycle 1", "2025-09-01".to_owned()), ("Cycle 2", "2025-09-15".to_owned())]);
    assert_eq!(
        not_read(&plan),
        [
            ("Priority", 5, "High"),
            ("Updated", 5, "Thu Sep 11 2025 10:00:00 GMT+0000 (GMT)"),
            ("Started", 1, "Tue Sep 02 2025 10:00:00 GMT+0000 (GMT)"),
            ("Archived", 0, ""),
            ("Due Date", 1, "Sat Oct 04 2025 00:00:00 GMT+0000 (GMT)"),
            ("Milestone", 0, ""),
            ("Roadmaps", 0, ""),
        ]
    );
}

#[test]
fn an_azure_export_is_a_tree() {
    let plan = plan("azure.csv", include_bytes!("fixtures/azure-harbour.csv"));
    assert_eq!((plan.format, plan.product_name.as_str()), (Format::Azure, "Harbour"));
    assert_eq!(told(&plan), [""; 0]);
    // In the order of the stack rank.
    assert_eq!(
        titles(&plan),
        ["Refunds", "Show the clock", "The till is <slow>", "Pay by card", "Ask the bank"]
    );
    let epics: Vec<_> = plan.items.iter().map(|item| item.epic.as_deref()).collect();
    assert_eq!(epics, [Some("Paying"), None, Some("Cards"), Some("Cards"), Some("Paying")]);
    let card = &plan.items[3];
    assert_eq!(card.description, "As a guest\nI pay & go");
    let criteria: Vec<_> = card.acceptance.iter().map(|one| one.text.as_str()).collect();
    assert_eq!(criteria, ["By card", "By phone"]);
    assert_eq!(
        (card.estimate, card.value, card.labels.join("|")),
        (Some(5.0), Some(40), "pier|night boat".into())
    );
    assert_eq!(people(&plan, card), ["Ada Quist"]);
    assert_eq!((card.resolution, card.source_key.as_deref()), (Some(Resolution::Done), Some("12")));
    assert_eq!(plan.items[0].resolution, Some(Resolution::Cancelled));
    assert_eq!((plan.items[2].item_type, plan.items[2].description.as_str()), (ItemType::Fix, "plain text"));
    let sprints: Vec<_> =
        plan.sprints.iter().map(|s| (s.name.as_str(), s.key.as_str(), s.ends.is_some())).collect();
    assert_eq!(
        sprints,
        [
            ("Sprint 7", "Harbour\\Sprint 7", true),
            ("Sprint 8", "Harbour\\Sprint 8", true),
            ("Sprint 9", "Harbour\\Sprint 9", false)
        ]
    );
    assert_eq!(not_read(&plan), [("Priority", 7, "2")]);
}

#[test]
fn a_trello_board() {
    let plan = plan("board.json", include_bytes!("fixtures/trello-harbour.json"));
    assert_eq!(
        (plan.format, plan.product_name.as_str(), plan.delimiter),
        (Format::Trello, "Harbour board", None)
    );
    assert_eq!(
        titles(&plan),
        [
            "A slide",
            "Refunds",
            "Pay by card",
            "A kiosk",
            "Show the clock",
            "Paint the pier",
            "Nothing but a name"
        ]
    );
    let pay = &plan.items[2];
    assert_eq!((pay.estimate, pay.description.as_str()), (Some(3.0), "As a guest\nI pay"));
    assert_eq!(
        (pay.labels.join("|"), people(&plan, pay)),
        ("pier|red dark".into(), vec!["Ada Quist".into(), "Bo Lind".into()])
    );
    let criteria: Vec<_> = pay.acceptance.iter().map(|one| (one.text.as_str(), one.met)).collect();
    assert_eq!(criteria, [("By card", Some(true)), ("By phone", Some(false))]);
    assert_eq!(pay.created.unwrap().to_rfc3339(), "2025-09-01T08:00:00+00:00");
    let comments: Vec<_> = pay.comments.iter().map(|one| (one.author.as_str(), one.text.as_str())).collect();
    assert_eq!(comments, [("Ada Quist", "Ask the bank")]);
    assert_eq!(plan.items[1].estimate, Some(8.0));
    // Without an action that says so, the id tells when a card was made.
    assert_eq!(plan.items[1].created.unwrap().date_naive().to_string(), "2023-09-01");
    let ends: Vec<_> = plan.items.iter().map(|item| item.resolution).collect();
    let (done, gone) = (Some(Resolution::Done), Some(Resolution::Cancelled));
    assert_eq!(ends, [gone, None, None, done, None, done, None]);
    assert_eq!(plan.items[0].reason, "Archived in Trello, in Ideas of last year");
    assert_eq!((plan.rows, plan.rows_skipped), (9, 2));
    assert_eq!(
        told(&plan),
        [
            "1 -: Card 9 is no card. It was left out.",
            "23 idMembers: The board does not say who one of its members is.",
            "28 name: The title was not accepted: it is empty. The card was left out.",
        ]
    );
    assert_eq!(
        not_read(&plan).into_iter().filter(|column| column.1 > 0).collect::<Vec<_>>(),
        [("due", 1, "2025-10-01T10:00:00.000Z"), ("attachments", 1, "[{\"name\":\"plan.pdf\"}]")]
    );
    assert!(plan.notes[0].contains("1 archived card was read as cancelled"), "{:?}", plan.notes);
}

#[test]
fn formats_are_told_from_the_content_and_refused_when_they_are_others() {
    let of = |format: Format, bytes: &[u8]| read(format, "x", bytes, day()).unwrap_err();
    let board = include_bytes!("fixtures/trello-harbour.json");
    for (format, bytes, code) in [
        (Format::Jira, &board[..], "import_other_kind"),
        (Format::Lineout, board, "import_other_kind"),
        (Format::Trello, b"title\na\n", "import_other_kind"),
        (Format::Trello, b"{\"a\": 1}", "import_other_json"),
        (Format::Trello, b"[{\"a\": 1}]", "import_other_json"),
        (Format::Csv, b"{\"cards\": [1, 2", "import_other_kind"),
        (Format::Trello, b"{\"cards\": [1,\n 2", "import_json"),
        (Format::Trello, b"{\"cards\": []}", "import_empty"),
        (Format::Trello, b"{\"cards\": null}", "import_other_json"),
        (Format::Lineout, b"{\"lineout\": 1, \"items\": []}", "import_json"),
        (
            Format::Lineout,
            b"{\"lineout\": 9, \"product\": {\"key\": \"A\", \"name\": \"A\"}, \"items\": []}",
            "import_other_json",
        ),
    ] {
        let error = of(format, bytes);
        assert_eq!(error.code(), code, "{error}");
        assert!(!error.hint().is_empty() && error.to_string().ends_with('.'), "{error}");
    }
    // A table whose first cell begins with a bracket is a table.
    assert_eq!(plan("x.csv", b"[x] done,title\n1,a\n").format, Format::Csv);
}

/// Every file that can be cut off is, at every place: a message or what is left of it, and never a panic.
#[test]
fn files_cut_off_anywhere() {
    for (name, bytes) in [
        ("trello.json", &include_bytes!("fixtures/trello-harbour.json")[..]),
        ("linear.csv", include_bytes!("fixtures/linear-harbour.csv")),
        ("azure.csv", include_bytes!("fixtures/azure-harbour.csv")),
    ] {
        for end in (0..bytes.len()).step_by(7) {
            match read(None, name, &bytes[..end], day()) {
                Ok(plan) => assert_eq!(
                    plan.rows,
                    plan.rows_skipped
                        + plan.items.len()
                        + plan.epics.iter().filter(|epic| epic.source_key.is_some()).count(),
                    "{name} {end}"
                ),
                Err(error) => assert!(!error.to_string().is_empty()),
            }
        }
    }
}

/// Any field of a board may be of any kind.
#[test]
fn boards_with_any_field_broken() {
    let board: serde_json::Value =
        serde_json::from_slice(include_bytes!("fixtures/trello-harbour.json")).unwrap();
    fn places(value: &serde_json::Value, at: String, found: &mut Vec<String>) {
        found.push(at.clone());
        match value {
            serde_json::Value::Object(fields) => {
                fields.iter().for_each(|(k, v)| places(v, format!("{at}/{k}"), found))
            }
            serde_json::Value::Array(list) => {
                list.iter().enumerate().for_each(|(n, v)| places(v, format!("{at}/{n}"), found))
            }
            _ => {}
        }
    }
    let mut found = Vec::new();
    places(&board, String::new(), &mut found);
    for place in found.iter().filter(|place| !place.is_empty()) {
        for broken in [
            serde_json::json!(null),
            serde_json::json!(-1),
            serde_json::json!("x"),
            serde_json::json!([[]]),
            serde_json::json!({"a": null}),
        ] {
            let mut board = board.clone();
            *board.pointer_mut(place).unwrap() = broken;
            let text = board.to_string();
            if let Ok(plan) = read(None, "b.json", text.as_bytes(), day()) {
                assert_eq!(plan.rows, plan.rows_skipped + plan.items.len(), "{place}");
            }
        }
    }
}

#[test]
fn what_is_too_large_is_refused_before_it_is_read() {
    let board = format!("{{\"cards\": [{}null]}}", "null,".repeat(MAX_BOARD / 5));
    let error = read(None, "b.json", board.as_bytes(), day()).unwrap_err();
    assert_eq!(error.code(), "import_too_large");
    assert!(error.to_string().contains("64 MiB"), "{error}");
    let deep = format!("{{\"cards\": {}", "[".repeat(100_000));
    let error = read(None, "b.json", deep.as_bytes(), day()).unwrap_err();
    assert!(error.to_string().contains("line 1") && error.to_string().contains("recursion"), "{error}");
}

#[test]
fn a_small_file_that_unpacks_to_far_too_much() {
    use std::io::Write as _;
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    let block = vec![b'a'; 1 << 20];
    (0..=MAX_FILE >> 20).for_each(|_| encoder.write_all(&block).unwrap());
    let bomb = encoder.finish().unwrap();
    assert!(bomb.len() < 4 << 20);
    let error = read(None, "b.csv.gz", &bomb, day()).unwrap_err();
    assert_eq!(error.code(), "import_too_large");
    assert!(error.to_string().contains("packed") && error.to_string().contains("256 MiB"), "{error}");
}

#[test]
fn a_board_in_another_encoding_and_with_bytes_that_are_none() {
    let text = String::from_utf8_lossy(include_bytes!("fixtures/trello-harbour.json"))
        .replace("Refunds", "Rückfahrt");
    let utf16: Vec<u8> =
        [0xff, 0xfe].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    assert_eq!(plan("b.json", &utf16).items[1].title, "Rückfahrt");
    let latin = encoding_rs::WINDOWS_1252.encode(&text).0.into_owned();
    assert_eq!(plan("b.json", &latin).items[1].title, "Rückfahrt");
    let error = read(None, "b.json", text.replace("Doing", "Do\0ing").as_bytes(), day()).unwrap_err();
    assert!(
        error.to_string().contains("line 7") && error.to_string().contains("control character"),
        "{error}"
    );
}

#[test]
fn a_million_columns() {
    let wide = format!("title,estimate\na,1\nb{}\nc,2\n", ",x".repeat(1_000_000));
    let plan = plan("wide.csv", wide.as_bytes());
    assert_eq!((titles(&plan), plan.rows_skipped), (vec!["a", "c"], 1));
    assert_eq!(told(&plan), ["3 -: The row has 1000001 cells and the header 2. The row was left out."]);
}

#[test]
fn reading_is_called_off() {
    let watch = crate::watch::Watch::default();
    watch.call_off(Some("t"));
    let source = Source { format: None, file_name: "x.csv", mapping: &[], now_day: day() };
    let error = read_file(&source, b"title\na\n", &mut watch.follow(Some("t"))).unwrap_err();
    assert_eq!(error.code(), "called_off");
}
