//! Whole files: what is read, what is listed, what is refused.

use lineout_domain::board::Category;
use lineout_domain::item::{ItemType, Resolution};
use lineout_domain::rule::Rule as _;
use proptest::prelude::*;

use super::*;

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2025, 9, 22).unwrap()
}

fn csv(text: impl AsRef<[u8]>) -> Plan {
    read(Format::Csv, "ferry-backlog.csv", text.as_ref(), day()).unwrap()
}

fn refused(bytes: impl AsRef<[u8]>) -> ReadError {
    read(Format::Csv, "ferry-backlog.csv", bytes.as_ref(), day()).unwrap_err()
}

fn titles(plan: &Plan) -> Vec<&str> {
    plan.items.iter().map(|item| item.title.as_str()).collect()
}

/// Problems as "line column: reason".
fn problems(plan: &Plan) -> Vec<String> {
    let shown = |p: &Problem| format!("{} {}: {}", p.line, p.column.as_deref().unwrap_or("-"), p.reason);
    plan.problems.iter().map(shown).collect()
}

fn harbour() -> Plan {
    read(Format::Jira, "export.csv", include_bytes!("fixtures/jira-harbour.csv"), day()).unwrap()
}

#[test]
fn a_jira_export_stands_in_the_order_of_its_ranks() {
    let plan = harbour();
    assert_eq!(
        (plan.product_key.as_str(), plan.product_name.as_str(), plan.key_from_file),
        ("HBR", "Harbour Ferries", true)
    );
    let numbers: Vec<_> = plan.items.iter().map(|item| item.number.unwrap()).collect();
    // The last one has no rank.
    assert_eq!(numbers, [5, 8, 3, 4, 7, 11, 10, 9, 12, 6]);
    assert_eq!(
        (plan.rows, plan.rows_skipped, plan.encoding.as_str(), plan.delimiter),
        (12, 0, "UTF-8", Some(','))
    );
}

#[test]
fn a_jira_row_in_full() {
    let plan = harbour();
    let cabin = &plan.items[6];
    assert_eq!((cabin.line, cabin.source_key.as_deref()), (9, Some("HBR-10")));
    assert_eq!(cabin.title, "Book a cabin, with \"quiet\" as a wish");
    assert_eq!((cabin.item_type, cabin.estimate), (ItemType::Feature, Some(5.0)));
    assert_eq!(plan.people[cabin.assignees[0]].name, "Mira Oduya");
    assert_eq!(plan.people[cabin.reporter.unwrap()].account.as_deref(), Some("acc-1"));
    assert_eq!(
        (cabin.status.as_str(), cabin.category, cabin.resolution),
        ("In Progress", Category::InProgress, None)
    );
    let sprints: Vec<_> =
        cabin.all_sprints.iter().map(|sprint| plan.sprints[*sprint].name.as_str()).collect();
    assert_eq!(sprints, ["HBR Sprint 2", "HBR Sprint 3"]);
    assert_eq!(plan.sprints[cabin.sprint.unwrap()].name, "HBR Sprint 3");
    assert_eq!(cabin.epic.as_deref(), Some("Booking that fits on one screen"));
    assert_eq!(cabin.created.unwrap().to_rfc3339(), "2025-09-10T09:26:00+00:00");
    let comments: Vec<_> = cabin.comments.iter().map(|c| (c.author.as_str(), c.text.as_str())).collect();
    assert_eq!(
        comments,
        [
            ("Mira Oduya", "Waiting for the deck plan; will call"),
            ("Ines Falk", "Deck plan is here.\n\nSee the board.")
        ]
    );
    let refunds = &plan.items[5];
    assert_eq!(refunds.labels, ["refunds", "payments"]);
    assert!(refunds.description.starts_with("As a passenger\nI want"), "{:?}", refunds.description);
}

#[test]
fn a_jira_export_as_a_whole() {
    let plan = harbour();
    let types: Vec<_> = plan.items.iter().map(|item| item.item_type.as_str()).collect();
    assert_eq!(
        types,
        ["chore", "fix", "feature", "fix", "feature", "feature", "feature", "chore", "spike", "enhancement"]
    );
    let ended: Vec<_> =
        plan.items.iter().filter_map(|i| Some((i.number?, i.resolution?, i.resolved?.to_string()))).collect();
    assert_eq!(
        ended,
        [
            (8, Resolution::Done, "2025-09-12 16:40:00 UTC".to_owned()),
            (7, Resolution::Cancelled, "2025-09-10 11:00:00 UTC".to_owned()),
            (9, Resolution::Done, "2025-09-19 09:05:00 UTC".to_owned()),
        ]
    );
    // A sub-task is in the epic of the story it is a part of.
    let epics: Vec<_> = plan.items.iter().filter_map(|i| Some((i.number?, i.epic.as_deref()?))).collect();
    let screen = "Booking that fits on one screen";
    assert_eq!(epics, [(4, screen), (11, screen), (10, screen), (9, screen)]);
    let epics: Vec<_> =
        plan.epics.iter().map(|e| (e.source_key.as_deref().unwrap(), e.name.as_str())).collect();
    assert_eq!(epics, [("HBR-2", "Refunds"), ("HBR-1", screen)]);
    let sprints: Vec<_> = plan.sprints.iter().map(|sprint| sprint.name.as_str()).collect();
    assert_eq!(sprints, ["HBR Sprint 2", "HBR Sprint 3", "HBR Sprint 10"]);
    let people: Vec<_> = plan.people.iter().map(|person| person.name.as_str()).collect();
    assert_eq!(people, ["Ines Falk", "Mira Oduya", "Tomas Rehn"]);
    assert_eq!(
        problems(&plan),
        [
            "16 Custom field (Story Points): \"two\" is not a number of points. The item was read without an estimate."
        ]
    );
    let ignored: Vec<_> = plan.columns_ignored.iter().map(|use_| (use_.column.as_str(), use_.rows)).collect();
    assert_eq!(ignored, [("Priority", 12), ("Updated", 12), ("Watchers", 1), ("Original estimate", 1)]);
    let sprint = plan.columns_read.iter().find(|use_| use_.column == "Sprint").unwrap();
    assert_eq!((sprint.read_as, sprint.rows), ("sprint", 6));
}

#[test]
fn flawed_rows_are_listed_and_the_others_read() {
    let plan = csv(include_bytes!("fixtures/plain-flawed.csv"));
    assert_eq!(plan.delimiter, Some(';'));
    assert_eq!(
        titles(&plan),
        [
            "Book a cabin",
            "A title over two lines",
            "No number here",
            "Less than nothing",
            "A mountain",
            "Spare delimiters"
        ]
    );
    let estimates: Vec<_> = plan.items.iter().map(|item| item.estimate).collect();
    assert_eq!(estimates, [Some(1.5), None, None, None, None, Some(8.0)]);
    assert_eq!(plan.items[2].description, "");
    assert_eq!((plan.rows, plan.rows_skipped), (11, 5));
    assert_eq!(
        problems(&plan),
        [
            "3 -: The row has no title. The row was left out.",
            "4 -: The row has 3 cells and the header 6. The row was left out.",
            "5 -: The row has 7 cells and the header 6. The row was left out.",
            "6 Key: FER-1 was on line 2 already. The row was left out.",
            "10 Estimate: \"many\" is not a number of points. The item was read without an estimate.",
            "11 Estimate: An estimate is a number from 0 to 1000; -3 is not. The item was read without an estimate.",
            "12 Estimate: An estimate is a number from 0 to 1000; 1000000000 is not. The item was read without an estimate.",
            "15 -: The file ends inside a quoted cell; it may have been cut off. Everything down to line 17 belongs to \
             that cell. The row was left out.",
        ]
    );
    let ignored: Vec<_> = plan.columns_ignored.iter().map(|use_| (use_.column.as_str(), use_.rows)).collect();
    assert_eq!(ignored, [("Colour", 1)]);
}

#[test]
fn a_plain_file_keeps_its_order_and_takes_its_name_from_the_file() {
    let plan = csv("\u{feff}title,description,estimate\r\nB,x,3\r\nA,,\r\n");
    assert_eq!(titles(&plan), ["B", "A"]);
    assert_eq!((plan.product_name.as_str(), plan.key_from_file), ("Ferry backlog", false));
    assert!(lineout_domain::product::key(&plan.product_key).is_ok());
    assert_eq!((plan.encoding.as_str(), plan.items[0].source_key.as_deref()), ("UTF-8 with BOM", None));
    assert!(plan.problems.is_empty());
}

#[test]
fn the_product_is_the_one_most_keys_name() {
    let plan = csv("key,title\nOLD-1,a\nfer-2,b\nfer-3,c\nfer-03,d\n9,e\n");
    assert_eq!((plan.product_key.as_str(), plan.key_from_file), ("FER", true));
    let numbers: Vec<_> = plan.items.iter().map(|item| item.number).collect();
    assert_eq!(numbers, [None, Some(2), Some(3), None, None]);
}

#[test]
fn titles_at_and_over_the_limit() {
    let plan = csv(format!("title\n{}\n{}\n{}\n", "x".repeat(500), "y".repeat(501), "z".repeat(10_000_000)));
    assert_eq!((plan.items.len(), plan.rows_skipped), (1, 2));
    assert_eq!(
        problems(&plan)[0],
        "3 title: The title was not accepted: it has 501 characters, and 500 are allowed. The row was left out."
    );
}

#[test]
fn whatever_ends_the_lines() {
    for end in ["\n", "\r\n", "\r"] {
        let plan = csv(format!("title,points{end}a,1{end}{end}\"b{end}c\",x{end}d,2"));
        assert_eq!(titles(&plan), ["a", "b c", "d"]);
        let lines: Vec<_> = plan.items.iter().map(|item| item.line).collect();
        assert_eq!((lines, plan.problems[0].line), (vec![2, 4, 6], 4), "{end:?}");
    }
}

#[test]
fn control_characters_and_lost_bytes_are_told() {
    let plan = csv("title,description\nsail\0ing,ok\n");
    assert_eq!(titles(&plan), ["sailing"]);
    assert_eq!(problems(&plan), ["2 title: 1 control character (U+0000) was left out; the rest was read."]);
    let plan = csv([&b"title\n"[..], "Überfahrt äöü äöü äöü\n".as_bytes(), b"b\xff\n"].concat());
    assert_eq!(
        problems(&plan),
        ["3 title: The cell holds bytes that are no characters; they show as \u{fffd}."]
    );
}

#[test]
fn epics_outside_the_file_are_known_by_title_or_key() {
    let plan = csv(
        "key,title,type,parent,parent summary\nFER-1,a,Story,FER-90,Paying\nFER-2,b,Story,FER-91,\nFER-3,c,Story,4711,\n\
         FER-4,d,Sub-task,FER-92,x\nFER-5,e,Sub-task,FER-1,\nFER-6,f,Story,FER-7,\nFER-7,g,Story,FER-6,\n",
    );
    let epics: Vec<_> = plan.items.iter().map(|item| item.epic.as_deref()).collect();
    assert_eq!(epics, [Some("Paying"), Some("FER-91"), None, None, Some("Paying"), None, None]);
    assert_eq!(
        problems(&plan),
        ["4 parent: No row of the file is number 4711; the item was read without an epic."]
    );
}

#[test]
fn values_that_are_out_of_bounds_cost_the_value_and_not_the_row() {
    let long = "x".repeat(200);
    let plan = csv(format!(
        "title,created,assignee,sprint,labels,epic\na,9999-01-01,{long},{long},{long};ok,{long}{long}\n"
    ));
    let item = &plan.items[0];
    assert_eq!(
        (item.created, item.assignees.len(), item.sprint, item.epic.as_deref()),
        (None, 0, None, None)
    );
    assert_eq!((item.labels.as_slice(), plan.problems.len()), (&["ok".to_owned()][..], 5));
}

#[test]
fn files_that_are_refused() {
    for (bytes, code) in [
        (&b""[..], "import_empty"),
        (b"\xef\xbb\xbf\r\n \n", "import_empty"),
        (b"title,estimate\n", "import_empty"),
        (b"title,estimate\n,\n", "import_empty"),
        (b"Fix the login,3\nMend the gate,2\n", "import_no_header"),
        (b"\x89PNG\r\n\x1a\n", "import_not_text"),
        (&[0; 64], "import_not_text"),
        (b"\x1f\x8b\x08\0\0", "import_damaged"),
    ] {
        let error = refused(bytes);
        assert_eq!(error.code(), code, "{bytes:?}");
        assert!(!error.hint().is_empty() && error.to_string().ends_with('.'));
    }
    let message = refused("Fix the login,3\nMend the gate,2\n").to_string();
    assert!(
        message.contains("Looked for: Title, Summary") && message.contains("\"Fix the login\", \"3\""),
        "{message}"
    );
}

#[test]
fn huge_rows_are_refused_by_line_and_huge_headers_too() {
    let huge = format!("title,description\na,b\nc,{}\nd,e\n", "x".repeat(MAX_ROW));
    let error = refused(&huge);
    assert_eq!(error.code(), "import_too_large");
    assert!(error.to_string().contains("line 3"), "{error}");
    assert_eq!(refused(format!("title{}\na\n", ",".repeat(MAX_CELLS))).code(), "import_too_large");
    // One line without an end or a header is no crash either.
    assert_eq!(refused("x".repeat(MAX_ROW + 1)).code(), "import_too_large");
    // Unless it is a cell that was never closed: then the rows above it are read.
    let open = csv(format!("title\na\n\"{}", "x\n".repeat(MAX_ROW)));
    assert_eq!((titles(&open), open.rows_skipped), (vec!["a"], 1));
}

/// A cell that reads back as it was written.
fn prose() -> impl Strategy<Value = String> {
    "[a-zA-Z0-9éß😀,;|\t\"' \n-]{0,30}".prop_map(|text| text.trim_end().to_owned())
}

proptest! {
    #[test]
    fn what_is_written_as_csv_reads_back(
        rows in proptest::collection::vec(("[a-zé😀\",;|'-]{1,20}x", prose(), proptest::option::of(0u32..4000)), 1..20),
        delimiter in prop::sample::select(vec![b',', b';', b'\t', b'|']),
    ) {
        let mut writer = csv::WriterBuilder::new().delimiter(delimiter).from_writer(Vec::new());
        writer.write_record(["Title", "Description", "Story points"]).unwrap();
        for (title, description, quarters) in &rows {
            let estimate = quarters.map(|quarters| (f64::from(quarters) / 4.0).to_string()).unwrap_or_default();
            writer.write_record([title.as_str(), description.as_str(), estimate.as_str()]).unwrap();
        }
        let plan = csv(writer.into_inner().unwrap());
        prop_assert_eq!(&plan.problems, &vec![]);
        prop_assert_eq!(plan.delimiter, Some(char::from(delimiter)));
        let read: Vec<_> = plan.items.into_iter().map(|item| (item.title, item.description, item.estimate)).collect();
        let written: Vec<_> = rows
            .into_iter()
            .map(|(title, description, quarters)| {
                let description = if description.trim().is_empty() { String::new() } else { description };
                (title, description, quarters.map(|quarters| f64::from(quarters) / 4.0))
            })
            .collect();
        prop_assert_eq!(read, written);
    }

    #[test]
    fn no_bytes_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let _ = read(Format::Csv, "x", &bytes, day());
        let _ = read(None, "x", &bytes, day());
    }

    #[test]
    fn no_text_panics_and_every_row_is_accounted_for(
        text in "[ab12\",;|\t\n\r\0é-]{0,200}",
        name in any::<String>(),
        format in prop::sample::select(vec![Format::Jira, Format::Csv, Format::Linear, Format::Azure, Format::Lineout]),
    ) {
        let file = format!("title,key,estimate,sprint,parent,epic,created,labels,comment,rank,assignee,type,acceptance,value\n{text}");
        if let Ok(plan) = read(format, &name, file.as_bytes(), day()) {
            prop_assert_eq!(plan.rows, plan.rows_skipped + plan.items.len());
            prop_assert!(lineout_domain::product::key(&plan.product_key).is_ok());
            prop_assert!(lineout_domain::product::name(&plan.product_name).is_ok());
            prop_assert!(plan.problems.iter().filter(|p| p.reason.ends_with("left out.")).count() >= plan.rows_skipped);
        }
    }
}

#[test]
fn the_header_tells_where_a_file_comes_from() {
    let told = |text: &str| read(None, "a.csv", text.as_bytes(), day()).unwrap().format;
    assert_eq!(told("Summary,Issue key,Status\na,HBR-1,To Do\n"), Format::Jira);
    assert_eq!(told("Issue id;Summary\n1;a\n"), Format::Jira);
    assert_eq!(told("Summary,Key\na,1\n"), Format::Csv);
    assert_eq!(told("issuekey,title\nHBR-1,a\n"), Format::Csv);
    let refused = read(None, "a.csv", b"one,two\n1,2\n", day()).unwrap_err();
    assert!(refused.to_string().contains("Looked for: Title, Summary"), "{refused}");
}
