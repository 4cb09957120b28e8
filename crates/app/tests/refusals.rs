//! Every rule that refuses, each refused once: with a code of its own, a reason and a hint, and nothing written.
//!
//! A table a noun: the rule in words, its code, the call that breaks it.

mod team;

use std::collections::BTreeSet;

use serde_json::{Value, json};
use team::Team;

/// A refusal that is to come, in the words of the rule.
struct Refusal(&'static str, &'static str, &'static str, Value);

/// Refuses each and gives the codes met.
fn refuse(team: &mut Team, refusals: Vec<Refusal>) -> BTreeSet<&'static str> {
    let mut met = BTreeSet::new();
    for Refusal(rule, code, name, request) in refusals {
        assert_eq!(team.refusal(name, request.clone()), code, "{rule}: {name} {request}");
        met.insert(code);
    }
    met
}

fn long(length: usize) -> String {
    "x".repeat(length)
}

#[test]
#[rustfmt::skip] // One line a refusal.
fn of_items_and_their_order() {
    let mut team = Team::new();
    let (one, two) = (team.item("Pier", 2.0), team.item("Fare", 1.0));
    let other = team.call("product.create", json!({"key": "OTH", "name": "Other"}))["id"].clone();
    let foreign = team.call("item.create", json!({"product": other, "title": "Elsewhere"}))["id"].clone();
    let foreign_epic = team.call("epic.create", json!({"product": other, "name": "Elsewhere"}))["id"].clone();
    let gone = team.item("Gone", 1.0);
    team.call("item.cancel", json!({"items": [gone], "reason": "Not wanted"}));
    team.call("epic.create", json!({"product": team.product, "name": "Rebooking"}));
    let leaver = team.call("person.add", json!({"name": "Cy"}))["id"].clone();
    team.call("person.remove", json!({"person": leaver}));
    let product = team.product.clone();
    let new = |field: &str, value: Value| {
        let mut request = json!({"product": product, "title": "New"});
        request[field] = value;
        request
    };
    let edit = |field: &str, value: Value| {
        let mut request = json!({"item": one});
        request[field] = value;
        request
    };
    let many: Vec<String> = (0..51).map(|n| format!("label {n}")).collect();
    let crowd: Vec<Value> = vec![team.people[0].clone(); 51];
    let nobody = "00000000-0000-7000-8000-000000000000";
    let refusals = vec![
        Refusal("a title is not empty", "item_title", "item.create", new("title", json!("  \u{200b} "))),
        Refusal("a title is one line", "item_title", "item.create", new("title", json!("a\nb"))),
        Refusal("a title has an end", "item_title", "item.edit", edit("title", json!(long(501)))),
        Refusal("so has a description", "item_description", "item.create", new("description", json!(long(200_001)))),
        Refusal("an estimate is on the scale", "item_estimate_scale", "item.edit", edit("estimate", json!(4))),
        Refusal("an estimate is no debt", "item_estimate_range", "item.edit", edit("estimate", json!(-1))),
        Refusal("an estimate is in reach", "item_estimate_range", "item.create", new("estimate", json!(1e9))),
        Refusal("an estimate is not too fine", "item_estimate_decimals", "item.edit", edit("estimate", json!(0.125))),
        Refusal("a value is in reach", "item_value_range", "item.edit", edit("value", json!(1001))),
        Refusal("a label is not empty", "item_label", "item.edit", edit("labels", json!([""]))),
        Refusal("labels are few", "item_labels_many", "item.edit", edit("labels", json!(many))),
        Refusal("so are assignees", "item_assignees_many", "item.edit", edit("assignees", json!(crowd))),
        Refusal("nobody who left is given work", "person_removed", "item.edit", edit("assignees", json!([leaver]))),
        Refusal("an epic is of the product", "not_found", "item.edit", edit("epic", foreign_epic)),
        Refusal("an item is there", "not_found", "item.get", json!({"item": nobody})),
        Refusal("an epic has a name", "epic_name", "epic.create", json!({"product": product, "name": ""})),
        Refusal("and one of its own", "epic_name_taken", "epic.create", json!({"product": product, "name": "Rebooking"})),
        Refusal("something is moved", "no_items", "item.move", json!({"items": [], "place": {"to": "top"}})),
        Refusal("one order a product", "items_of_two_products", "item.move", json!({"items": [one, foreign], "place": {"to": "top"}})),
        Refusal("nothing stands next to itself", "bad_neighbour", "item.move", json!({"items": [one], "place": {"to": "after", "item": one}})),
        Refusal("nor next to another product's", "bad_neighbour", "item.move", json!({"items": [one], "place": {"to": "before", "item": foreign}})),
        Refusal("what ended has no place", "item_finished", "item.move", json!({"items": [gone], "place": {"to": "top"}})),
        Refusal("what ended is not cancelled again", "item_finished", "item.cancel", json!({"items": [gone], "reason": "Twice"})),
        Refusal("cancelling says why", "item_reason", "item.cancel", json!({"items": [two], "reason": " "})),
        Refusal("a window has an end", "window_too_large", "backlog.window", json!({"product": product, "offset": 0, "limit": 501})),
    ];
    refuse(&mut team, refusals);
}

#[test]
#[rustfmt::skip] // One line a refusal.
fn of_products_people_and_boards() {
    let mut team = Team::new();
    let item = team.item("Pier", 2.0);
    team.running(std::slice::from_ref(&item));
    let product = team.product.clone();
    let (todo, review) = (team.column(0), team.column(2));
    let leaver = team.call("person.add", json!({"name": "Cy"}))["id"].clone();
    team.call("person.remove", json!({"person": leaver}));
    let new = |field: &str, value: Value| {
        let mut request = json!({"key": "NEW", "name": "New"});
        request[field] = value;
        request
    };
    let edit = |field: &str, value: Value| {
        let mut request = json!({"product": product});
        request[field] = value;
        request
    };
    let column = |name: &str, limit: i64| json!({"product": product, "name": name, "category": "done", "wipLimit": limit});
    let scale: Vec<u32> = (0..31).collect();
    let criteria: Vec<String> = (0..31).map(|n| format!("Criterion {n}")).collect();
    let only_todo = json!([{"name": "To Do", "category": "todo"}]);
    let refusals = vec![
        Refusal("a key is short capitals", "product_key", "product.create", new("key", json!("harbour"))),
        Refusal("a key is one product's", "product_key_taken", "product.create", new("key", json!("HBR"))),
        Refusal("a product has a name", "product_name", "product.create", new("name", json!(""))),
        Refusal("its goal has an end", "product_goal", "product.create", new("goal", json!(long(2001)))),
        Refusal("a sprint lasts a month at most", "product_sprint_length", "product.create", new("sprintLengthDays", json!(32))),
        Refusal("and a day at least", "product_sprint_length", "product.edit", edit("sprintLengthDays", json!(0))),
        Refusal("the zone is known", "product_time_zone", "product.create", new("timeZone", json!("Mars/Olympus"))),
        Refusal("somebody works some day", "product_no_working_days", "product.create", new("workingDays", json!([]))),
        Refusal("days have names", "weekday_unknown", "product.edit", edit("workingDays", json!(["someday"]))),
        Refusal("a scale has steps", "product_scale_length", "product.create", new("estimateScale", json!([]))),
        Refusal("not too many", "product_scale_length", "product.edit", edit("estimateScale", json!(scale))),
        Refusal("that ascend", "product_scale_order", "product.edit", edit("estimateScale", json!([2, 1]))),
        Refusal("and are estimates", "product_scale_value", "product.edit", edit("estimateScale", json!([-1, 1]))),
        Refusal("every category has a column", "column_last_of_category", "product.create", new("columns", only_todo)),
        Refusal("Done means something", "done_criteria_count", "product.create", new("definitionOfDone", json!([]))),
        Refusal("not too much", "done_criteria_count", "product.reviseDefinitionOfDone", edit("criteria", json!(criteria))),
        Refusal("each once", "done_criterion_twice", "product.reviseDefinitionOfDone", edit("criteria", json!(["Tested", "tested "]))),
        Refusal("in words", "done_criterion", "product.reviseDefinitionOfDone", edit("criteria", json!([""]))),
        Refusal("a column has a name", "column_name", "column.add", column("", 1)),
        Refusal("of its own", "column_name_taken", "column.add", column("review", 1)),
        Refusal("a limit is a number of cards", "column_wip_limit", "column.add", column("Live", 0)),
        Refusal("a column with cards stays", "column_not_empty", "column.delete", json!({"column": todo})),
        Refusal("a person has a name", "person_name", "person.add", json!({"name": "\t"})),
        Refusal("of their own", "person_name_taken", "person.add", json!({"name": "ada  quist"})),
        Refusal("who left has no role", "person_removed", "member.set", json!({"product": product, "person": leaver, "roles": ["developer"]})),
    ];
    refuse(&mut team, refusals);
    team.call("column.delete", json!({"column": review}));
    let progress = team.column(1);
    assert_eq!(team.refusal("column.delete", json!({"column": progress})), "column_last_of_category");
    for n in 0..17 {
        team.call("column.add", column(&format!("Live {n}"), 5));
    }
    assert_eq!(team.refusal("column.add", column("One more", 5)), "columns_many");
}

#[test]
#[rustfmt::skip] // One line a refusal.
fn of_sprints() {
    let mut team = Team::new();
    let (one, two, three) = (team.item("Pier", 2.0), team.item("Fare", 1.0), team.item("Deck", 3.0));
    let other = team.call("product.create", json!({"key": "OTH", "name": "Other"}))["id"].clone();
    let foreign = team.call("item.create", json!({"product": other, "title": "Elsewhere"}))["id"].clone();
    let product = team.product.clone();
    let running = team.running(&[one.clone(), two.clone()]);
    let planned = team.call("sprint.create", json!({"product": product}))["id"].clone();
    let dates = |from: &str, to: &str| json!({"product": product, "startDay": from, "endDay": to});
    let decide = |decisions: Value| json!({"sprint": running, "decisions": decisions});
    let top = |item: &Value| json!({"item": item, "outcome": "top"});
    let split = |done: f64, title: &str| {
        json!({"item": one, "outcome": "split", "doneEstimate": done, "remainderTitle": title, "done": null})
    };
    let refusals = vec![
        Refusal("a sprint ends after it starts", "sprint_ends_before_start", "sprint.create", dates("2026-06-10", "2026-06-09")),
        Refusal("within a month", "sprint_too_long", "sprint.create", dates("2026-06-10", "2026-07-10")),
        Refusal("in days of its own", "sprint_overlaps", "sprint.create", dates("2026-03-10", "2026-03-11")),
        Refusal("in days of ours", "sprint_day_range", "sprint.create", dates("9999-06-10", "9999-06-12")),
        Refusal("it has a name", "sprint_name", "sprint.edit", json!({"sprint": planned, "name": ""})),
        Refusal("its goal has an end", "sprint_goal", "sprint.edit", json!({"sprint": planned, "goal": long(1001)})),
        Refusal("one runs at a time", "sprint_already_active", "sprint.start", json!({"sprint": planned})),
        Refusal("started once", "sprint_not_planned", "sprint.start", json!({"sprint": running})),
        Refusal("a running one keeps its goal", "sprint_needs_goal", "sprint.edit", json!({"sprint": running, "goal": " "})),
        Refusal("and its first day", "sprint_start_fixed", "sprint.edit", json!({"sprint": running, "startDay": "2026-03-10"})),
        Refusal("it is not deleted", "sprint_not_planned", "sprint.delete", json!({"sprint": running})),
        Refusal("what does not run is not closed", "sprint_not_active", "sprint.close", json!({"sprint": planned, "decisions": []})),
        Refusal("nor cancelled", "sprint_not_active", "sprint.cancel", json!({"sprint": planned, "reason": "Obsolete"})),
        Refusal("cancelling says why", "sprint_reason", "sprint.cancel", json!({"sprint": running, "reason": "x"})),
        Refusal("it takes its own product's items", "items_of_two_products", "sprint.take", json!({"sprint": planned, "items": [foreign]})),
        Refusal("closing decides every unfinished item", "close_undecided", "sprint.close", decide(json!([top(&one)]))),
        Refusal("once", "close_decided_twice", "sprint.close", decide(json!([top(&one), top(&one), top(&two)]))),
        Refusal("and no other", "close_unknown_item", "sprint.close", decide(json!([top(&one), top(&two), top(&three)]))),
        Refusal("a part is no more than the whole", "close_split_too_big", "sprint.close", decide(json!([split(3.0, "Rest"), top(&two)]))),
        Refusal("the rest has a title", "close_split", "sprint.close", decide(json!([split(1.0, " "), top(&two)]))),
        Refusal("a done part is Done", "done_criteria_unmet", "sprint.close", decide(json!([split(1.0, "Rest"), top(&two)]))),
        Refusal("a chart needs a start", "sprint_not_started", "sprint.burndown", json!({"sprint": planned})),
        Refusal("a record needs an end", "not_found", "sprint.record", json!({"sprint": running})),
    ];
    refuse(&mut team, refusals);

    team.finish(&two);
    let closed = decide(json!([top(&one), top(&two)]));
    assert_eq!(team.refusal("sprint.close", closed), "close_finished_item");
    assert_eq!(team.refusal("sprint.take", json!({"sprint": planned, "items": [two]})), "item_finished");
    team.call("sprint.close", decide(json!([top(&one)])));
    let refusals = vec![
        Refusal("what is over stays", "sprint_over", "sprint.edit", json!({"sprint": running, "goal": "Another"})),
        Refusal("takes nothing in", "sprint_over", "sprint.take", json!({"sprint": running, "items": [three]})),
        Refusal("is not started again", "sprint_over", "sprint.start", json!({"sprint": running})),
        Refusal("nor closed", "sprint_over", "sprint.close", decide(json!([]))),
        Refusal("what it holds keeps its estimate", "item_of_ended_sprint", "item.edit", json!({"item": two, "estimate": 3})),
        Refusal("a start needs a goal", "sprint_needs_goal", "sprint.start", json!({"sprint": planned})),
    ];
    refuse(&mut team, refusals);
    team.call("sprint.edit", json!({"sprint": planned, "goal": "Rebook in two minutes"}));
    assert_eq!(team.refusal("sprint.start", json!({"sprint": planned})), "sprint_empty");
}

#[test]
#[rustfmt::skip] // One line a refusal.
fn of_done_and_increments() {
    let mut team = Team::new();
    let (one, two) = (team.item("Pier", 2.0), team.item("Fare", 1.0));
    let outside = team.item("Outside", 1.0);
    team.running(&[one.clone(), two.clone()]);
    let product = team.product.clone();
    let column = team.column(3);
    let met = team.all_met()["met"].clone();
    let move_to_done = |done: Value| json!({"item": one, "column": column, "done": done});
    let waive = |reason: &str| json!({"criterion": met[1], "reason": reason});
    let answer = |waivers: Value| move_to_done(json!({"met": [met[0]], "waivers": waivers}));
    let stranger = "00000000-0000-7000-8000-000000000000";
    let refusals = vec![
        Refusal("Done is asked for", "done_criteria_unmet", "board.move", move_to_done(Value::Null)),
        Refusal("whole", "done_criteria_unmet", "board.move", answer(json!([]))),
        Refusal("a waiver says why", "done_waiver_reason", "board.move", answer(json!([waive("x")]))),
        Refusal("once", "done_waived_twice", "board.move", answer(json!([waive("Checked by hand"), waive("Checked by hand")]))),
        Refusal("of this Definition", "done_criterion_unknown", "board.move", move_to_done(json!({"met": [stranger], "waivers": []}))),
        Refusal("what is not in the sprint is not on the board", "item_not_in_sprint", "board.move", json!({"item": outside, "column": column})),
        Refusal("an increment holds Done items", "increment_not_done", "increment.create", json!({"product": product, "items": [two]})),
        Refusal("some", "no_items", "increment.create", json!({"product": product, "items": []})),
    ];
    refuse(&mut team, refusals);
    team.acting = None;
    assert_eq!(team.refusal("board.move", answer(json!([waive("Checked by hand")]))), "done_waiver_unnamed");
    team.acting = Some(1);

    team.finish(&one);
    let increment = team.call("increment.create", json!({"product": product, "items": [one]}))["id"].clone();
    let back = team.column(0);
    let refusals = vec![
        Refusal("what an increment holds stays Done", "item_in_increment", "board.move", json!({"item": one, "column": back})),
        Refusal("and stays", "item_in_increment", "item.delete", json!({"items": [one]})),
        Refusal("in one", "increment_item_taken", "increment.create", json!({"product": product, "items": [one]})),
        Refusal("ticks end with Done", "item_finished", "board.tick", json!({"item": one, "criterion": met[0], "met": false})),
        Refusal("an increment has a name", "increment_name", "increment.edit", json!({"increment": increment, "name": ""})),
        Refusal("its notes have an end", "increment_notes", "increment.edit", json!({"increment": increment, "notes": long(50_001)})),
        Refusal("a release has a version", "increment_version", "increment.release", json!({"increment": increment, "version": " "})),
        Refusal("on a day of ours", "day_out_of_range", "increment.release", json!({"increment": increment, "version": "1.0", "day": "9999-01-01"})),
        Refusal("what is not in it is not taken out", "not_found", "increment.removeItems", json!({"increment": increment, "items": [two]})),
    ];
    refuse(&mut team, refusals);
    team.call("increment.removeItems", json!({"increment": increment, "items": [one]}));
    assert_eq!(team.refusal("increment.release", json!({"increment": increment, "version": "1.0"})), "increment_empty");
    team.call("increment.addItems", json!({"increment": increment, "items": [one]}));
    team.call("increment.release", json!({"increment": increment, "version": "1.0"}));
    team.finish(&two);
    let refusals = vec![
        Refusal("what was delivered does not grow", "increment_released", "increment.addItems", json!({"increment": increment, "items": [two]})),
        Refusal("nor shrink", "increment_released", "increment.removeItems", json!({"increment": increment, "items": [one]})),
        Refusal("and is released once", "increment_released", "increment.release", json!({"increment": increment, "version": "1.1"})),
    ];
    refuse(&mut team, refusals);
}

#[test]
#[rustfmt::skip] // One line a refusal.
fn of_impediments_retrospectives_and_improvements() {
    let mut team = Team::at_work();
    let product = team.product.clone();
    let other = team.call("product.create", json!({"key": "OTH", "name": "Other"}))["id"].clone();
    let foreign = team.call("item.create", json!({"product": other, "title": "Elsewhere"}))["id"].clone();
    let raised = team.call("impediment.list", json!({"product": product}))["open"][0]["id"].clone();
    let entry = team.call("improvement.list", json!({"product": product}))["improvements"][0]["id"].clone();
    let sprints = team.call("sprint.list", json!({"product": product}))["sprints"].clone();
    let running = sprints.as_array().unwrap().iter().find(|sprint| sprint["state"] == "active").unwrap()["id"].clone();
    let old = team.call("retro.list", json!({"product": product}))["retros"][0]["id"].clone();
    let old = team.call("retro.get", json!({"retro": old}));
    let kpi = |field: &str, value: Value| {
        let mut kpi = json!({"name": "Wait", "unit": "h", "baseline": 9, "target": 4, "direction": "down"});
        kpi[field] = value;
        json!({"improvement": entry, "kpi": kpi})
    };
    let refusals = vec![
        Refusal("an impediment has a title", "impediment_title", "impediment.raise", json!({"product": product, "title": ""})),
        Refusal("its text has an end", "impediment_text", "impediment.edit", json!({"impediment": raised, "description": long(20_001)})),
        Refusal("it blocks its own product's items", "items_of_two_products", "impediment.raise", json!({"product": product, "title": "Feed", "items": [foreign]})),
        Refusal("only what was resolved is reopened", "impediment_step", "impediment.reopen", json!({"impediment": raised})),
        Refusal("what was never down is not restored", "no_incident", "impediment.restore", json!({"impediment": raised})),
        Refusal("nor when it is resolved", "no_incident", "impediment.resolve", json!({"impediment": raised, "restored": team.now})),
        Refusal("an incident has begun", "incident_future", "impediment.begin", json!({"impediment": raised, "at": "2199-01-01T00:00:00Z"})),
        Refusal("also one that is raised", "incident_future", "impediment.raise", json!({"product": product, "title": "Feed", "incident": {"began": "2199-01-01T00:00:00Z"}})),
        Refusal("and ended, if it has", "incident_future", "impediment.edit", json!({"impediment": raised, "incident": {"restored": "2199-01-01T00:00:00Z"}})),
        Refusal("no earlier than it began", "incident_order", "impediment.edit", json!({"impediment": raised, "incident": {"began": "2026-03-02T10:00:00Z", "restored": "2026-03-02T09:00:00Z"}})),
        Refusal("an incident has no more to it", "bad_request", "impediment.raise", json!({"product": product, "title": "Feed", "incident": {"cause": "Rain"}})),
        Refusal("a card of a closed retrospective stays", "retro_closed", "retro.addCard", json!({"retro": old["id"], "column": old["columns"][0]["id"], "text": "Late"})),
        Refusal("is not deleted", "retro_closed", "retro.deleteCard", json!({"card": old["columns"][0]["cards"][0]["id"]})),
        Refusal("and it is closed once", "retro_closed", "retro.close", json!({"retro": old["id"]})),
        Refusal("nor does it go anywhere", "retro_closed", "retro.go", json!({"retro": old["id"], "phase": "gather"})),
        Refusal("or show anything", "retro_closed", "retro.reveal", json!({"retro": old["id"]})),
        Refusal("a person has some votes", "retro_votes_each", "retro.start", json!({"product": product, "votesEach": 0})),
        Refusal("but not many", "retro_votes_each", "retro.start", json!({"product": product, "votesEach": 11})),
        Refusal("a format has its columns", "retro_columns_fixed", "retro.start", json!({"product": product, "columns": ["Own"]})),
        Refusal("one's own has some", "retro_column_count", "retro.start", json!({"product": product, "format": "own"})),
        Refusal("each once", "retro_column_twice", "retro.start", json!({"product": product, "format": "own", "columns": ["A", "a"]})),
        Refusal("with names", "retro_column_name", "retro.start", json!({"product": product, "format": "own", "columns": [""]})),
        Refusal("an opportunity is said", "improvement_opportunity", "improvement.propose", json!({"product": product, "opportunity": ""})),
        Refusal("its reasons have an end", "improvement_justification", "improvement.edit", json!({"improvement": entry, "justification": long(20_001)})),
        Refusal("so have its facets", "improvement_facet", "improvement.edit", json!({"improvement": entry, "category": long(51)})),
        Refusal("it begins at the beginning", "improvement_beginning", "improvement.propose", json!({"product": product, "opportunity": "Late", "state": "kept"})),
        Refusal("and goes on in order", "improvement_step", "improvement.setState", json!({"improvement": entry, "state": "agreed"})),
        Refusal("an end says what came of it", "improvement_outcome", "improvement.setState", json!({"improvement": entry, "state": "kept"})),
        Refusal("a KPI has a name", "improvement_kpi_name", "improvement.edit", kpi("name", json!(""))),
        Refusal("a unit that fits", "improvement_kpi_unit", "improvement.edit", kpi("unit", json!(long(31)))),
        Refusal("values in reach", "improvement_kpi_value", "improvement.edit", kpi("target", json!(-1e300))),
        Refusal("and a target on the right side", "improvement_kpi_direction", "improvement.edit", kpi("target", json!(10))),
    ];
    refuse(&mut team, refusals);

    team.call("impediment.resolve", json!({"impediment": raised}));
    assert_eq!(team.refusal("impediment.resolve", json!({"impediment": raised})), "impediment_step");
    team.call("improvement.toItem", json!({"improvement": entry}));
    assert_eq!(team.refusal("improvement.toItem", json!({"improvement": entry})), "improvement_already_item");
    let proposed = json!({"product": product, "opportunity": "Later"});
    let proposed = team.call("improvement.propose", proposed)["id"].clone();
    assert_eq!(team.refusal("improvement.toItem", json!({"improvement": proposed})), "improvement_not_agreed");

    let retro = team.call("retro.start", json!({"product": product, "sprint": running}));
    let card = |text: String| json!({"retro": retro["id"], "column": retro["columns"][0]["id"], "text": text});
    assert_eq!(team.refusal("retro.start", json!({"product": product})), "retro_open");
    let none = json!({"retro": retro["id"], "none": true});
    assert_eq!(team.refusal("retro.close", none.clone()), "retro_phase");
    let on = json!({"retro": retro["id"], "phase": "close"});
    assert_eq!(team.refusal("retro.go", on.clone()), "retro_due_unanswered");
    let new = json!({"product": product, "opportunity": "New", "retro": retro["id"]});
    assert_eq!(team.refusal("improvement.propose", new.clone()), "retro_phase");
    let check_in = |mood, word: String| json!({"retro": retro["id"], "mood": mood, "word": word});
    assert_eq!(team.refusal("retro.checkIn", check_in(Some(6), String::new())), "retro_scale");
    assert_eq!(team.refusal("retro.checkIn", check_in(None, String::new())), "retro_nothing_said");
    assert_eq!(team.refusal("retro.checkIn", check_in(None, long(81))), "retro_word");
    assert_eq!(team.refusal("retro.reveal", json!({"retro": retro["id"]})), "retro_nothing_private");
    team.call("improvement.setState", json!({"improvement": entry, "state": "kept", "outcome": "It helped"}));
    team.go(&retro, "gather");
    assert_eq!(team.refusal("retro.addCard", card(String::new())), "retro_card");
    assert_eq!(team.refusal("retro.addCard", card(long(1001))), "retro_card");
    let kept = team.call("retro.addCard", card("Reviews wait".into()))["id"].clone();
    assert_eq!(team.refusal("retro.go", on.clone()), "retro_still_private");
    team.call("retro.reveal", json!({"retro": retro["id"]}));
    assert_eq!(team.refusal("retro.takeBack", json!({"ids": [kept]})), "retro_not_taken_back");
    assert_eq!(team.refusal("retro.rewriteCard", json!({"card": kept, "text": "x"})), "retro_not_taken_back");
    let group = json!({"retro": retro["id"], "subject": kept, "onto": kept});
    assert_eq!(team.refusal("retro.group", group.clone()), "retro_phase");
    assert_eq!(team.refusal("retro.go", on.clone()), "retro_not_counted");
    team.go(&retro, "group");
    assert_eq!(team.refusal("retro.group", group), "retro_group_with_itself");
    team.go(&retro, "vote");
    let votes = |votes: Value| json!({"retro": retro["id"], "votes": votes});
    assert_eq!(team.refusal("retro.vote", votes(json!([]))), "retro_empty_ballot");
    assert_eq!(team.refusal("retro.vote", votes(json!([kept, kept, kept, kept, kept]))), "retro_too_many_votes");
    assert_eq!(team.refusal("retro.vote", votes(json!([retro["id"]]))), "not_found");
    team.call("retro.vote", votes(json!([kept, kept])));
    assert_eq!(team.refusal("retro.vote", votes(json!([kept]))), "retro_once");
    let acting = team.acting.take();
    assert_eq!(team.refusal("retro.vote", votes(json!([kept]))), "retro_nobody_acting");
    team.acting = acting;
    team.go(&retro, "group");
    assert_eq!(team.refusal("retro.deleteCard", json!({"card": kept})), "retro_votes_cast");
    team.go(&retro, "vote");
    let topic = team.call("retro.reveal", json!({"retro": retro["id"]}))["topics"][0]["id"].clone();
    assert_eq!(team.refusal("retro.reveal", json!({"retro": retro["id"]})), "retro_counted");
    assert_eq!(team.refusal("retro.vote", votes(json!([kept]))), "retro_counted");
    team.go(&retro, "discuss");
    assert_eq!(team.refusal("retro.editTopic", json!({"topic": topic, "notes": long(4001)})), "retro_notes");
    team.go(&retro, "close");
    assert_eq!(team.refusal("retro.editTopic", json!({"topic": topic, "notes": "x"})), "retro_phase");
    assert_eq!(team.refusal("retro.rate", json!({"retro": retro["id"], "rating": 0})), "retro_scale");
    assert_eq!(team.refusal("retro.close", json!({"retro": retro["id"]})), "retro_nothing_decided");
    let reason = json!({"retro": retro["id"], "none": true, "noneReason": long(501)});
    assert_eq!(team.refusal("retro.close", reason), "retro_none_reason");
    team.call("improvement.propose", new);
    assert_eq!(team.refusal("retro.close", none), "retro_none_despite_some");
    team.call("retro.rate", json!({"retro": retro["id"], "rating": 3}));
    assert_eq!(team.refusal("retro.close", json!({"retro": retro["id"]})), "retro_still_private");
}

#[test]
#[rustfmt::skip] // One line a refusal.
fn of_accountability_in_strict_mode() {
    let mut team = Team::new();
    let (one, two) = (team.item("Pier", 2.0), team.item("Fare", 1.0));
    let columns = [team.column(1), team.column(3)];
    team.call("column.edit", json!({"column": columns[0], "wipLimit": 1}));
    let sprint = team.running(&[one.clone(), two.clone()]);
    let product = team.product.clone();
    let raised = team.call("impediment.raise", json!({"product": product, "title": "Feed"}))["id"].clone();
    let retro = team.call("retro.start", json!({"product": product}));
    team.go(&retro, "close");
    team.call("product.edit", json!({"product": product, "accountability": "strict"}));

    let order = json!({"items": [two], "place": {"to": "bottom"}});
    let bo = vec![
        Refusal("ordering is the Product Owner's", "not_accountable", "item.move", json!({"items": [one], "place": {"to": "bottom"}})),
        Refusal("so is the Product Goal", "not_accountable", "product.edit", json!({"product": product, "goal": "Another"})),
        Refusal("and cancelling a sprint", "not_accountable", "sprint.cancel", json!({"sprint": sprint, "reason": "Obsolete"})),
    ];
    refuse(&mut team, bo);
    team.acting = Some(0);
    let ada = vec![
        Refusal("sizing is the Developers'", "not_accountable", "item.edit", json!({"item": one, "estimate": 3})),
        Refusal("so is the Sprint Backlog", "not_accountable", "sprint.giveBack", json!({"items": [one]})),
        Refusal("and its board", "not_accountable", "board.move", json!({"item": one, "column": columns[0]})),
        Refusal("closing impediments is the Scrum Master's", "not_accountable", "impediment.resolve", json!({"impediment": raised})),
        Refusal("so is facilitating", "not_accountable", "retro.close", json!({"retro": retro["id"], "none": true})),
        Refusal("and every phase of it", "not_accountable", "retro.go", json!({"retro": retro["id"], "phase": "gather"})),
    ];
    refuse(&mut team, ada);
    // Anyone may add items, raise impediments and write cards; how big an item is, is not for anyone to say.
    let sized = json!({"product": product, "title": "Anyone's", "estimate": 1});
    assert_eq!(team.refusal("item.create", sized), "not_accountable");
    team.call("item.create", json!({"product": product, "title": "Anyone's"}));
    team.call("impediment.raise", json!({"product": product, "title": "Anyone's"}));
    team.acting = None;
    assert_eq!(team.refusal("item.move", order), "not_accountable");
    team.acting = Some(1);
    team.call("board.move", json!({"item": one, "column": columns[0]}));
    let over = json!({"item": two, "column": columns[0]});
    assert_eq!(team.refusal("board.move", over), "wip_exceeded");
}

#[test]
#[rustfmt::skip] // One line a refusal.
fn of_history() {
    let mut team = Team::new();
    let item = team.item("Pier", 2.0);
    let first = team.answer("item.edit", json!({"item": item, "title": "Quay"})).action.unwrap().id;
    team.call("item.edit", json!({"item": item, "title": "Wharf"}));
    let stranger = "00000000-0000-7000-8000-000000000000";
    let refusals = vec![
        Refusal("a later change stands in the way", "undo_conflict", "history.undo", json!({"action": first})),
        Refusal("an action is there", "not_found", "history.undo", json!({"action": stranger})),
        Refusal("something was undone", "nothing_to_undo", "history.redo", json!({})),
        Refusal("a call has a name", "unknown_command", "item.paint", json!({})),
    ];
    refuse(&mut team, refusals);
}
