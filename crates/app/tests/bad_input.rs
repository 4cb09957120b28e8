//! Bad input, each kind with its defined behaviour: dates, people who leave, columns, limits, hours, clocks that go back,
//! and days that have 23 or 25 hours.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod team;

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::{Value, json};
use team::Team;

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

fn instant(value: &Value) -> DateTime<Utc> {
    at(value.as_str().unwrap_or_else(|| panic!("{value} is no instant")))
}

/// A product in a zone whose team works every day, with its clock at an instant.
fn zone(name: &str, now: &str) -> Team {
    let mut team = Team::new();
    team.now = at(now);
    let all = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    team.call("product.edit", json!({"product": team.product, "timeZone": name, "workingDays": all}));
    team
}

fn dated(team: &mut Team, first: &str, last: &str) -> Result<Value, String> {
    let request = json!({"product": team.product, "goal": "Rebook", "startDay": first, "endDay": last});
    team.attempt("sprint.create", request)
        .map(|answer| answer.value["id"].clone())
        .map_err(|error| error.code)
}

// ── the dates of sprints ────────────────────────────────────────────────────────────────────────────────────────────

#[test]
fn sprints_of_a_team_never_share_a_day() {
    let mut team = Team::new();
    let first = dated(&mut team, "2026-03-09", "2026-03-20").unwrap();
    let overlaps = Err("sprint_overlaps".to_owned());
    for (from, to) in [
        ("2026-03-20", "2026-03-27"), // the last day is a day of the sprint
        ("2026-03-01", "2026-03-09"),
        ("2026-03-10", "2026-03-12"), // inside
        ("2026-03-01", "2026-03-30"), // around
        ("2026-03-09", "2026-03-20"),
    ] {
        assert_eq!(dated(&mut team, from, to), overlaps, "{from} to {to}");
    }
    let second = dated(&mut team, "2026-03-21", "2026-03-27").unwrap();
    let edit = |sprint: &Value, field: &str, day: &str| json!({"sprint": sprint, field: day});
    assert_eq!(team.refusal("sprint.edit", edit(&second, "startDay", "2026-03-20")), "sprint_overlaps");
    assert_eq!(team.refusal("sprint.edit", edit(&first, "endDay", "2026-03-21")), "sprint_overlaps");
    // A running sprint can be made longer only up to what is planned after it.
    let item = team.item("Pier", 2.0);
    team.call("sprint.take", json!({"sprint": first, "items": [item]}));
    team.call("sprint.start", json!({"sprint": first}));
    assert_eq!(team.refusal("sprint.edit", edit(&first, "endDay", "2026-03-21")), "sprint_overlaps");
    // Another product's sprints are another team's.
    let other = team.call("product.create", json!({"key": "OTH", "name": "Other"}))["id"].clone();
    let request = json!({"product": other, "startDay": "2026-03-09", "endDay": "2026-03-20"});
    team.call("sprint.create", request);
}

#[test]
fn a_sprint_lasts_a_calendar_month_at_most() {
    let too_long = Err("sprint_too_long".to_owned());
    for (first, last, beyond) in [
        ("2026-03-02", "2026-04-01", "2026-04-02"),
        ("2026-02-01", "2026-02-28", "2026-03-01"),
        ("2026-01-31", "2026-02-28", "2026-03-01"),
        ("2028-01-31", "2028-02-29", "2028-03-01"), // a leap year
        ("2026-12-15", "2027-01-14", "2027-01-15"),
    ] {
        let mut team = Team::new();
        assert_eq!(dated(&mut team, first, beyond), too_long, "{first} to {beyond}");
        let sprint = dated(&mut team, first, last).unwrap_or_else(|code| panic!("{first} to {last}: {code}"));
        let edit = json!({"sprint": sprint, "endDay": beyond});
        assert_eq!(team.refusal("sprint.edit", edit), "sprint_too_long");
        assert_eq!(
            team.refusal("sprint.edit", json!({"sprint": sprint, "endDay": "2026-13-40"})),
            "bad_request"
        );
    }
    let mut team = Team::new();
    assert_eq!(dated(&mut team, "2026-03-10", "2026-03-09"), Err("sprint_ends_before_start".into()));
    assert!(dated(&mut team, "2026-03-10", "2026-03-10").is_ok(), "one day is a sprint");
}

// ── people who leave ────────────────────────────────────────────────────────────────────────────────────────────────

/// Bo with an item, a task, an impediment and an improvement in hand, and with some that are over.
fn with_work() -> (Team, Value) {
    let mut team = Team::new();
    let bo = team.people[1].clone();
    let (pier, done) = (team.item("Pier", 2.0), team.item("Done already", 1.0));
    for item in [&pier, &done] {
        team.call("item.edit", json!({"item": item, "assignees": [bo]}));
    }
    let task =
        team.call("task.add", json!({"item": pier, "title": "Map the seats", "person": bo}))["id"].clone();
    let over = team.call("task.add", json!({"item": pier, "title": "Over", "person": bo}))["id"].clone();
    team.call("task.edit", json!({"task": over, "state": "done"}));
    team.running(&[pier.clone(), done.clone()]);
    team.finish(&done);
    let product = team.product.clone();
    let raised = json!({"product": product, "title": "The feed is down", "owner": bo});
    let raised = team.call("impediment.raise", raised)["id"].clone();
    let resolved = json!({"product": product, "title": "Resolved", "owner": bo});
    let resolved = team.call("impediment.raise", resolved)["id"].clone();
    team.call("impediment.resolve", json!({"impediment": resolved}));
    let entry = json!({"product": product, "opportunity": "Review within a day", "owner": bo});
    let entry = team.call("improvement.propose", entry)["id"].clone();
    team.acting = Some(0);
    let hands = json!({"item": pier, "task": task, "impediment": raised, "improvement": entry, "done": done, "over": over, "resolved": resolved});
    (team, hands)
}

/// Who has each piece now.
fn holders(team: &mut Team, hands: &Value) -> Value {
    let item = team.call("item.get", json!({"item": hands["item"]}));
    let done = team.call("item.get", json!({"item": hands["done"]}));
    let tasks = team.call("task.list", json!({"item": hands["item"]}))["tasks"].clone();
    let impediment = |team: &mut Team, name: &str| {
        team.call("impediment.get", json!({"impediment": hands[name]}))["owner"].clone()
    };
    let raised = impediment(team, "impediment");
    let resolved = impediment(team, "resolved");
    let entries = team.call("improvement.list", json!({"product": team.product}));
    let entry =
        entries["improvements"].as_array().unwrap().iter().find(|one| one["id"] == hands["improvement"]);
    json!({
        "item": item["assignees"], "task": tasks[0]["person"], "impediment": raised, "improvement": entry.unwrap()["owner"],
        "over": [done["assignees"], tasks[1]["person"], resolved],
    })
}

#[test]
fn somebody_with_open_work_is_removed_only_when_it_is_said_who_gets_it() {
    let (mut team, hands) = with_work();
    let (ada, bo) = (team.people[0].clone(), team.people[1].clone());
    let told = team.call("person.openWork", json!({"person": bo}));
    let told: Vec<_> = told["work"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| (one["kind"].clone(), one["title"].clone()))
        .collect();
    assert_eq!(
        told,
        [
            ("item", "Pier"),
            ("task", "Map the seats"),
            ("impediment", "The feed is down"),
            ("improvement", "Review within a day")
        ]
        .map(|(kind, title)| (json!(kind), json!(title))),
        "what is over is nobody's worry"
    );
    let remove = |to: Value| json!({"person": bo, "handOver": to});
    let refused = team.attempt("person.remove", json!({"person": bo})).unwrap_err();
    assert_eq!(
        refused.message,
        "Bo Lind still has 1 open item, 1 unfinished task, 1 impediment and 1 improvement."
    );
    let somebody = |person: &Value| json!({"to": "somebody", "person": person});
    assert_eq!(team.refusal("person.remove", remove(somebody(&bo))), "person_hand_over_self");
    assert_eq!(team.refusal("person.remove", remove(json!({"to": "nobody", "person": ada}))), "bad_request");
    let gone = team.call("person.add", json!({"name": "Cy"}))["id"].clone();
    team.call("person.remove", json!({"person": gone}));
    assert_eq!(team.refusal("person.remove", remove(somebody(&gone))), "person_removed");

    let before = holders(&mut team, &hands);
    team.call("person.remove", remove(somebody(&ada)));
    let of = |who: &Value, people: Value| json!({"item": people, "task": who, "impediment": who, "improvement": who, "over": [[bo], bo, bo]});
    assert_eq!(holders(&mut team, &hands), of(&ada, json!([ada])), "what they finished stays theirs");
    assert_eq!(team.call("person.openWork", json!({"person": bo}))["work"], json!([]));
    team.call("history.undo", json!({}));
    assert_eq!(holders(&mut team, &hands), before, "one action, one undo");
    team.call("person.remove", remove(json!({"to": "nobody"})));
    assert_eq!(holders(&mut team, &hands), of(&Value::Null, json!([])), "and nobody has it, to be seen");
}

#[test]
fn whoever_takes_over_what_they_are_on_already_is_on_it_once() {
    let (mut team, hands) = with_work();
    let [ada, bo] = team.people.clone();
    team.call("item.edit", json!({"item": hands["item"], "assignees": [ada, bo]}));
    team.call("person.remove", json!({"person": bo, "handOver": {"to": "somebody", "person": ada}}));
    assert_eq!(holders(&mut team, &hands)["item"], json!([ada]));
}

#[test]
fn somebody_with_nothing_in_hand_is_removed_at_once() {
    let mut team = Team::new();
    let bo = team.people[1].clone();
    let gone = team.item("Not wanted", 1.0);
    team.call("item.edit", json!({"item": gone, "assignees": [bo]}));
    team.call("item.cancel", json!({"items": [gone], "reason": "Not wanted"}));
    team.acting = Some(0);
    team.call("person.remove", json!({"person": bo}));
}

// ── columns, limits, hours ──────────────────────────────────────────────────────────────────────────────────────────

#[test]
fn a_column_that_holds_cards_is_not_deleted_and_tasks_find_their_place() {
    let mut team = Team::new();
    let item = team.item("Pier", 2.0);
    let task = team.call("task.add", json!({"item": item, "title": "Map the seats"}))["id"].clone();
    team.running(std::slice::from_ref(&item));
    let (review, doing) = (team.column(2), team.column(1));
    team.call("board.move", json!({"item": item, "column": review}));
    let moved = team.call("board.moveTask", json!({"task": task, "column": review}));
    assert_eq!((&moved["state"], &moved["column"]), (&json!("inProgress"), &review));
    assert_eq!(team.refusal("column.delete", json!({"column": review})), "column_not_empty");
    team.call("board.move", json!({"item": item, "column": doing}));
    team.call("column.delete", json!({"column": review}));
    let left = team.call("task.list", json!({"item": item}))["tasks"][0].clone();
    assert_eq!(
        (&left["state"], &left["column"]),
        (&json!("inProgress"), &Value::Null),
        "it is as far as it was"
    );
    team.call("history.undo", json!({}));
    assert_eq!(team.call("task.list", json!({"item": item}))["tasks"][0]["column"], review);
}

#[test]
fn a_limit_of_0_is_no_limit_and_is_refused() {
    let mut team = Team::new();
    let doing = team.column(1);
    for limit in [json!(0), json!(-1), json!(1001)] {
        assert_eq!(
            team.refusal("column.edit", json!({"column": doing, "wipLimit": limit})),
            "column_wip_limit"
        );
        let add =
            json!({"product": team.product, "name": "Test", "category": "inProgress", "wipLimit": limit});
        assert_eq!(team.refusal("column.add", add), "column_wip_limit");
    }
    assert_eq!(team.refusal("column.edit", json!({"column": doing, "wipLimit": 1.5})), "bad_request");
    team.call("column.edit", json!({"column": doing, "wipLimit": null}));
}

#[test]
fn hours_are_numbers_from_0_on() {
    let mut team = Team::new();
    let item = team.item("Pier", 2.0);
    let task = team.call("task.add", json!({"item": item, "title": "Map", "hours": 0}))["id"].clone();
    for hours in [json!(-0.01), json!(-8), json!(999.01), json!(1e300)] {
        assert_eq!(
            team.refusal("task.edit", json!({"task": task, "hours": hours})),
            "task_hours_range",
            "{hours}"
        );
        let add = json!({"item": item, "title": "Draw", "hours": hours});
        assert_eq!(team.refusal("task.add", add), "task_hours_range", "{hours}");
    }
    for hours in [json!("NaN"), json!("3"), json!([3])] {
        assert_eq!(
            team.refusal("task.edit", json!({"task": task, "hours": hours})),
            "bad_request",
            "{hours}"
        );
    }
    let bo = team.people[1].clone();
    for hours in [json!(-1), json!(25)] {
        let focus = json!({"product": team.product, "person": bo, "hours": hours});
        assert_eq!(team.refusal("focusHours.set", focus), "focus_hours_range", "{hours}");
    }
    assert_eq!(team.call("task.list", json!({"item": item}))["remaining"], 0.0);
}

// ── clocks that go back ─────────────────────────────────────────────────────────────────────────────────────────────

#[test]
fn the_order_is_that_of_doing_whatever_the_clock_says() {
    let mut team = Team::new();
    let item = team.item("Pier", 2.0);
    team.call("item.edit", json!({"item": item, "title": "Quay"}));
    team.later(-60 * 24 * 3);
    team.call("item.edit", json!({"item": item, "title": "Wharf"}));
    let newest = team.call("history.list", json!({"limit": 2}));
    assert_eq!(newest["actions"][0]["label"], "Rename HBR-1", "{newest}");
    team.call("history.undo", json!({}));
    assert_eq!(
        team.call("item.get", json!({"item": item}))["title"],
        "Quay",
        "what was done last is taken back first"
    );
    team.later(-60 * 24 * 30);
    team.call("history.redo", json!({}));
    assert_eq!(team.call("item.get", json!({"item": item}))["title"], "Wharf");
    team.restart();
    team.call("history.undo", json!({}));
    assert_eq!(team.call("item.get", json!({"item": item}))["title"], "Quay");
}

/// What is so of every burndown: never negative, in order, and its events add up from the commitment to what remains.
fn check_burndown(chart: &Value) {
    let steps = chart["steps"].as_array().unwrap();
    let (start, as_of) = (instant(&chart["start"]), instant(&chart["asOf"]));
    assert!(start <= as_of, "{chart}");
    for pair in steps.windows(2) {
        assert!(instant(&pair[0]["at"]) <= instant(&pair[1]["at"]), "{chart:#}");
    }
    assert!(steps.iter().all(|step| step["remaining"].as_f64().unwrap() >= 0.0), "{chart:#}");
    let events = chart["events"].as_array().unwrap();
    let moved: f64 = events.iter().map(|event| event["points"].as_f64().unwrap()).sum();
    assert_eq!(
        chart["committed"].as_f64().unwrap() + moved,
        chart["remaining"].as_f64().unwrap(),
        "{chart:#}"
    );
    assert!(events.iter().all(|event| instant(&event["at"]) > start), "{chart:#}");
}

#[test]
fn a_clock_set_back_before_the_start_changes_no_commitment_and_ends_no_sprint_before_it_began() {
    let mut team = Team::new();
    let items = [team.item("Pier", 2.0), team.item("Fare", 3.0), team.item("Deck", 5.0)];
    let sprint = team.running(&items[..2]);
    let started = team.now;
    team.later(-60 * 24 * 2);
    let chart = |team: &mut Team| team.call("sprint.burndown", json!({"sprint": sprint}));
    let first = chart(&mut team);
    check_burndown(&first);
    assert_eq!((&first["committed"], &first["remaining"]), (&json!(5.0), &json!(5.0)));

    team.call("sprint.take", json!({"sprint": sprint, "items": [items[2]]}));
    team.finish(&items[0]);
    team.call("item.edit", json!({"item": items[1], "estimate": 1}));
    let then = chart(&mut team);
    check_burndown(&then);
    assert_eq!((&then["committed"], &then["remaining"]), (&json!(5.0), &json!(6.0)), "{then:#}");
    let kinds: Vec<_> =
        then["events"].as_array().unwrap().iter().map(|event| event["kind"].clone()).collect();
    assert_eq!(kinds.len(), 3, "{then:#}");

    let decisions: Vec<_> = items[1..].iter().map(|item| json!({"item": item, "outcome": "top"})).collect();
    let record = team.call("sprint.close", json!({"sprint": sprint, "decisions": decisions}));
    assert!(
        instant(&record["closedAt"]) >= started && instant(&record["startedAt"]) == started,
        "{record:#}"
    );
    assert_eq!((&record["committedPoints"], &record["completedPoints"]), (&json!(5.0), &json!(2.0)));
    let added: Vec<_> =
        record["items"].as_array().unwrap().iter().filter(|item| item["committed"] == false).collect();
    assert_eq!(added.len(), 1);
    assert!(instant(&added[0]["addedAt"]) > started, "{record:#}");
    check_burndown(&record["burndown"]);
    assert_eq!(team.call("sprint.burndown", json!({"sprint": sprint})), record["burndown"]);
}

#[test]
fn a_sprint_that_is_cancelled_by_a_clock_set_back_ends_when_it_began() {
    let mut team = Team::new();
    let item = team.item("Pier", 2.0);
    let sprint = team.running(std::slice::from_ref(&item));
    team.later(-60 * 24 * 9);
    team.acting = Some(0);
    let cancelled = team.call("sprint.cancel", json!({"sprint": sprint, "reason": "The goal is obsolete"}));
    assert_eq!(cancelled["state"], "cancelled");
    let record = team.call("sprint.record", json!({"sprint": sprint}));
    assert!(instant(&record["startedAt"]) <= instant(&record["closedAt"]), "{record:#}");
}

#[test]
fn no_time_is_negative_where_the_clock_went_back() {
    let mut team = Team::new();
    let item = team.item("Pier", 2.0);
    team.running(std::slice::from_ref(&item));
    let column = team.column(1);
    team.call("board.move", json!({"item": item, "column": column}));
    let raise =
        json!({"product": team.product, "title": "The feed is down", "items": [item], "incident": {}});
    let raised = team.call("impediment.raise", raise)["id"].clone();
    team.later(-60 * 5);
    let card = team.call("board.get", json!({"product": team.product}))["columns"][1]["items"][0].clone();
    assert_eq!(card["columnDays"], 0, "{card}");
    assert!(card["blockedTime"]["hours"].as_f64().unwrap() >= 0.0, "{card}");
    team.call("impediment.resolve", json!({"impediment": raised}));
    team.later(60 * 24);
    let found = team.call("impediment.figures", json!({"product": team.product, "period": {"of": "all"}}));
    for figure in ["timeToResolve", "timeToRestore"] {
        assert_eq!((&found[figure]["n"], &found[figure]["meanHours"]), (&json!(1), &json!(0.0)), "{found:#}");
    }
    assert_eq!((&found["blocked"]["hours"], &found["blocked"]["workingHours"]), (&json!(0.0), &json!(0.0)));
}

// ── days of 23 and 25 hours ─────────────────────────────────────────────────────────────────────────────────────────

/// A day on which clocks change: the zone, the day before, the day itself, its first instant and the next day's, its hours.
const CHANGES: [(&str, &str, &str, &str, &str, f64); 6] = [
    ("Europe/Berlin", "2026-03-28", "2026-03-29", "2026-03-28T23:00:00Z", "2026-03-29T22:00:00Z", 23.0),
    ("Europe/Berlin", "2026-10-24", "2026-10-25", "2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z", 25.0),
    // Midnight does not exist: the day begins at 01:00.
    ("America/Sao_Paulo", "2018-11-03", "2018-11-04", "2018-11-04T03:00:00Z", "2018-11-05T02:00:00Z", 23.0),
    ("America/Sao_Paulo", "2018-02-16", "2018-02-17", "2018-02-17T02:00:00Z", "2018-02-18T03:00:00Z", 25.0),
    // Half an hour of summer time.
    ("Australia/Lord_Howe", "2026-10-03", "2026-10-04", "2026-10-03T13:30:00Z", "2026-10-04T13:00:00Z", 23.5),
    ("Australia/Lord_Howe", "2026-04-04", "2026-04-05", "2026-04-04T13:00:00Z", "2026-04-05T13:30:00Z", 24.5),
];

#[test]
fn a_sprint_over_a_change_of_clocks_has_its_days_and_its_figures() {
    for (name, before, day, start, end, hours) in CHANGES {
        let begun = at(start) - TimeDelta::hours(10);
        let mut team = zone(name, &begun.to_rfc3339());
        let item = team.item("Pier", 2.0);
        let sprint = dated(&mut team, before, day).unwrap();
        team.call("sprint.take", json!({"sprint": sprint, "items": [item]}));
        team.call("sprint.start", json!({"sprint": sprint}));
        let column = team.column(1);
        team.call("board.move", json!({"item": item, "column": column}));

        let chart = team.call("sprint.burndown", json!({"sprint": sprint}));
        let days: Vec<_> = chart["days"]
            .as_array()
            .unwrap()
            .iter()
            .map(|one| (&one["day"], instant(&one["start"])))
            .collect();
        assert_eq!(days.len(), 2, "{name} {day}: {chart:#}");
        assert_eq!(days[1], (&json!(day), at(start)), "{name}");
        assert_eq!(instant(&chart["plannedEnd"]), at(end), "{name}: the last day ends at 24:00 there");
        assert_eq!((at(end) - at(start)).num_minutes() as f64 / 60.0, hours);
        // The guideline falls on each of the two days, the short or long one as well, and is 0 at the end.
        let corners = chart["guideline"].as_array().unwrap();
        assert_eq!(corners.last().unwrap()["remaining"], 0.0, "{name}: {chart:#}");

        // A dot for the working day that has begun, from its first instant on.
        let dots = |team: &mut Team, now: DateTime<Utc>| {
            team.now = now;
            team.call("board.get", json!({"product": team.product}))["columns"][1]["items"][0]["columnDays"]
                .clone()
        };
        let last = TimeDelta::milliseconds(1);
        assert_eq!(dots(&mut team, at(start) - last), 0, "{name} {day}");
        assert_eq!(dots(&mut team, at(start)), 1, "{name} {day}");
        assert_eq!(dots(&mut team, at(end) - last), 1, "{name} {day}");
        assert_eq!(dots(&mut team, at(end)), 2, "{name} {day}");
    }
}

#[test]
fn what_was_down_the_whole_day_was_down_its_hours() {
    for (name, _, day, start, end, hours) in CHANGES {
        let mut team = zone(name, start);
        let item = team.item("Pier", 2.0);
        let raise =
            json!({"product": team.product, "title": "The feed is down", "items": [item], "incident": {}});
        let raised = team.call("impediment.raise", raise)["id"].clone();
        team.now = at(end);
        team.call("impediment.resolve", json!({"impediment": raised}));
        let found =
            team.call("impediment.figures", json!({"product": team.product, "period": {"of": "all"}}));
        for figure in ["timeToResolve", "timeToRestore"] {
            let told = (&found[figure]["meanHours"], &found[figure]["meanWorkingHours"]);
            assert_eq!(told, (&json!(hours), &json!(hours)), "{name} {day}: {found:#}");
        }
        assert_eq!(found["blocked"]["workingHours"], hours, "{name} {day}");
        // A period of one day is that day, from its first instant on.
        team.now = at(end) - TimeDelta::milliseconds(1);
        let period = json!({"product": team.product, "period": {"of": "days", "days": 1}});
        let of_day = team.call("impediment.figures", period);
        assert_eq!(instant(&of_day["from"]), at(start), "{name} {day}");
    }
}
