//! Epics and how far they are, templates, the Product Goal with its measure, and the backlog by value and effort.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod support;

use serde_json::{Value, json};
use support::Team;

fn epic(team: &mut Team, name: &str) -> Value {
    team.call("epic.create", json!({"product": team.product, "name": name}))["id"].clone()
}

fn item(team: &mut Team, title: &str, change: Value) -> Value {
    let item = team.item(title);
    let mut request = change;
    request["item"] = item.clone();
    team.call("item.edit", request);
    item
}

fn progress(team: &mut Team) -> Vec<Value> {
    let answer = team.call("epic.progress", json!({"product": team.product}));
    answer["epics"].as_array().unwrap().clone()
}

#[test]
fn an_epic_knows_how_far_its_items_are() {
    let mut team = Team::new();
    let product = team.product.clone();
    let fares = epic(&mut team, "Fares");
    epic(&mut team, "Ropes");
    let done = item(&mut team, "Done", json!({"epic": fares, "estimate": 3}));
    let doing = item(&mut team, "Doing", json!({"epic": fares, "estimate": 5}));
    let waits = item(&mut team, "In the sprint", json!({"epic": fares}));
    item(&mut team, "In the backlog", json!({"epic": fares, "estimate": 0.5}));
    let gone = item(&mut team, "Gone", json!({"epic": fares, "estimate": 8}));
    item(&mut team, "Elsewhere", json!({"estimate": 13}));
    team.call("item.cancel", json!({"items": [gone], "reason": "No"}));
    let sprint = team.call("sprint.create", json!({"product": product, "goal": "Pay"}))["id"].clone();
    team.call("sprint.take", json!({"sprint": sprint, "items": [done, doing, waits]}));
    team.call("sprint.start", json!({"sprint": sprint}));
    let board = team.call("board.get", json!({"product": product}));
    let column = |category: &str| {
        let columns = board["columns"].as_array().unwrap();
        columns.iter().find(|c| c["column"]["category"] == category).unwrap()["column"]["id"].clone()
    };
    team.call("board.move", json!({"item": doing, "column": column("inProgress")}));
    let met: Vec<&Value> =
        board["definitionOfDone"]["criteria"].as_array().unwrap().iter().map(|one| &one["id"]).collect();
    let answer = json!({"met": met, "waivers": []});
    team.call("board.move", json!({"item": done, "column": column("done"), "done": answer}));
    let [fares, ropes] = <[Value; 2]>::try_from(progress(&mut team)).unwrap();
    let amount = |items: u32, points: f64| json!({"items": items, "points": points});
    assert_eq!((&fares["name"], &fares["done"]), (&json!("Fares"), &amount(1, 3.0)));
    assert_eq!((&fares["inProgress"], &fares["toDo"]), (&amount(1, 5.0), &amount(2, 0.5)));
    assert_eq!(fares["unestimated"], 1);
    assert_eq!((&ropes["done"], &ropes["toDo"]), (&amount(0, 0.0), &amount(0, 0.0)));
}

#[test]
fn epics_are_renamed_coloured_and_deleted_without_their_items() {
    let mut team = Team::new();
    let [fares, ropes] = ["Fares", "Ropes"].map(|name| epic(&mut team, name));
    let one = item(&mut team, "Pay", json!({"epic": fares}));
    assert_eq!(team.refusal("epic.edit", json!({"epic": fares, "name": "Ropes"})), "epic_name_taken");
    assert_eq!(
        team.label("epic.edit", json!({"epic": fares, "name": "Prices"})),
        "Rename the epic Fares to Prices"
    );
    assert_eq!(
        team.label("epic.edit", json!({"epic": fares, "hue": 400})),
        "Change the colour of the epic Prices"
    );
    assert_eq!(team.get(&one)["epic"], json!({"id": fares, "name": "Prices", "hue": 40}));
    assert_eq!(team.label("epic.edit", json!({"epic": fares, "name": "Prices"})), "", "nothing changed");
    let deleted = team.answer("epic.delete", json!({"epic": fares}));
    assert_eq!(
        (deleted.action.unwrap().label, &deleted.value["items"]),
        ("Delete the epic Prices".into(), &json!(1))
    );
    assert_eq!(team.get(&one)["epic"], Value::Null);
    assert_eq!(team.titles(json!({})), ["Pay"]);
    team.undo();
    assert_eq!(team.get(&one)["epic"]["name"], "Prices");
    assert_eq!(progress(&mut team)[0]["toDo"]["items"], 1);
    team.call("epic.delete", json!({"epic": ropes}));
    assert_eq!(progress(&mut team).len(), 1);
}

#[test]
fn a_new_item_begins_with_what_its_template_says() {
    let mut team = Team::new();
    let product = team.product.clone();
    let request = json!({
        "product": product, "name": "Bug report", "type": "fix", "title": "When I ", "description": "**Seen:**",
        "acceptance": ["It does not happen again"], "labels": ["reported"],
    });
    let bug = team.call("template.create", request);
    assert_eq!(bug["title"], "When I ");
    let make = |change: Value| {
        let mut request = json!({"product": product, "title": "When I pay, it stops", "template": bug["id"]});
        request.as_object_mut().unwrap().extend(change.as_object().unwrap().clone());
        request
    };
    let made = team.call("item.create", make(json!({})));
    let made = team.get(&made["id"]);
    assert_eq!((&made["type"], &made["labels"]), (&json!("fix"), &json!(["reported"])));
    assert_eq!(
        (&made["description"], &made["acceptance"][0]["text"]),
        (&json!("**Seen:**"), &json!("It does not happen again"))
    );
    let other = team.call("item.create", make(json!({"type": "chore", "description": ""})));
    let other = team.get(&other["id"]);
    assert_eq!((&other["type"], &other["description"]), (&json!("chore"), &json!("")));
    team.undo();
    team.undo();
    assert_eq!(team.titles(json!({})), [""; 0]);
    let change = json!({"template": bug["id"], "name": "Fault", "labels": []});
    assert_eq!(team.label("template.edit", change), "Rename the template Bug report to Fault");
    assert_eq!(
        team.refusal("template.create", json!({"product": product, "name": "fault"})),
        "template_name_taken"
    );
    let long = json!({"product": product, "name": "Long", "acceptance": vec!["x"; 101]});
    assert_eq!(team.refusal("template.create", long), "acceptance_criteria_many");
    let elsewhere = team.call("product.create", json!({"key": "OTH", "name": "Other"}))["id"].clone();
    let foreign = json!({"product": elsewhere, "title": "Pay", "template": bug["id"]});
    assert_eq!(team.refusal("item.create", foreign), "not_found");
    team.call("template.delete", json!({"template": bug["id"]}));
    assert_eq!(team.call("template.list", json!({"product": product}))["templates"], json!([]));
    team.undo();
    assert_eq!(team.call("template.list", json!({"product": product}))["templates"][0]["name"], "Fault");
}

#[test]
fn a_goal_is_measured_on_its_way_and_ends() {
    let mut team = Team::new();
    let product = team.product.clone();
    let measure = |name: &str| json!({"product": product, "measure": {"name": name, "unit": "%", "baseline": 22, "target": 60}});
    assert_eq!(team.refusal("goal.setMeasure", measure("Changed online")), "goal_none");
    team.act_as(&team.ana.clone());
    team.call("product.edit", json!({"product": product, "goal": "Change without a call"}));
    team.call("product.edit", json!({"product": product, "goal": "Change or cancel without a call"}));
    assert_eq!(team.refusal("goal.record", json!({"product": product, "value": 30})), "goal_unmeasured");
    assert_eq!(
        team.label("goal.setMeasure", measure("Changed online")),
        "Measure the Product Goal by Changed online"
    );
    team.act_as(&team.ben.clone());
    let record = |value: f64, day: &str| json!({"product": product, "value": value, "day": day, "note": "From the log"});
    assert_eq!(team.label("goal.record", record(41.0, "2026-03-06")), "Record 41 % for Changed online");
    team.call("goal.record", record(30.0, "2026-03-02"));
    assert_eq!(team.refusal("goal.record", record(50.0, "2026-03-10")), "goal_day_to_come");
    let goal = team.call("goal.get", json!({"product": product}));
    assert_eq!(goal["progress"], 50.0);
    let days: Vec<&Value> = goal["measurements"].as_array().unwrap().iter().map(|one| &one["day"]).collect();
    assert_eq!(days, ["2026-03-02", "2026-03-06"]);
    assert_eq!(goal["measurements"][0]["person"], team.ben);
    let said: Vec<(&Value, &Value)> =
        goal["statements"].as_array().unwrap().iter().map(|one| (&one["text"], &one["person"])).collect();
    assert_eq!(
        said,
        [
            (&json!("Change or cancel without a call"), &team.ana),
            (&json!("Change without a call"), &team.ana)
        ]
    );
    assert_eq!(
        team.refusal("goal.end", json!({"product": product, "outcome": "fulfilled", "words": " "})),
        "goal_words"
    );
    let end =
        json!({"product": product, "outcome": "fulfilled", "words": "41 % do", "next": "Nobody queues"});
    let ended = team.answer("goal.end", end);
    assert_eq!(ended.action.unwrap().label, "Fulfil the Product Goal");
    // Ben is a Developer: the Product Goal is the Product Owner's, and this product is a guide.
    assert_eq!(ended.guidance.len(), 1);
    let goal = ended.value;
    assert_eq!(
        (&goal["statement"], &goal["measure"], &goal["measurements"]),
        (&json!("Nobody queues"), &Value::Null, &json!([]))
    );
    assert_eq!(goal["statements"].as_array().unwrap().len(), 1);
    let past = &goal["past"][0];
    assert_eq!(
        (&past["statement"], &past["words"]),
        (&json!("Change or cancel without a call"), &json!("41 % do"))
    );
    assert_eq!((&past["progress"], &past["measure"]["name"]), (&json!(50.0), &json!("Changed online")));
    assert_eq!(past["measurements"].as_array().unwrap().len(), 2);
    team.undo();
    let goal = team.call("goal.get", json!({"product": product}));
    assert_eq!((&goal["progress"], &goal["past"]), (&json!(50.0), &json!([])));
    let last = goal["measurements"][1]["id"].clone();
    assert_eq!(
        team.label("goal.deleteMeasurement", json!({"measurement": last})),
        "Delete the measurement of 2026-03-06"
    );
    assert_eq!(team.call("goal.get", json!({"product": product}))["progress"], 21.1);
    assert_eq!(
        team.label("goal.setMeasure", json!({"product": product})),
        "Measure the Product Goal no longer"
    );
}

#[test]
fn in_a_strict_product_the_goal_is_the_product_owners() {
    let mut team = Team::of(
        json!({"key": "HBR", "name": "Harbour", "goal": "Nobody queues", "accountability": "strict"}),
    );
    let product = team.product.clone();
    team.act_as(&team.ben.clone());
    let measure = json!({"product": product, "measure": {"name": "Queue", "baseline": 9, "target": 0}});
    assert_eq!(team.refusal("goal.setMeasure", measure.clone()), "not_accountable");
    let end = json!({"product": product, "outcome": "abandoned", "words": "No"});
    assert_eq!(team.refusal("goal.end", end), "not_accountable");
    team.act_as(&team.ana.clone());
    team.call("goal.setMeasure", measure);
    team.act_as(&team.ben.clone());
    let goal = team.call("goal.record", json!({"product": product, "value": 3}));
    assert_eq!(goal["progress"], 66.7, "less is better, and anyone may record what was measured");
}

#[test]
fn the_backlog_by_value_and_effort_counts_every_item_once() {
    let mut team = Team::new();
    let product = team.product.clone();
    let mut both = Vec::new();
    for (title, value, estimate) in [("Pay", 80, 3), ("Rope", 20, 8), ("Refund", 80, 3), ("Deck", 50, 5)] {
        both.push(item(&mut team, title, json!({"value": value, "estimate": estimate})));
    }
    item(&mut team, "No value", json!({"estimate": 3}));
    item(&mut team, "No estimate", json!({"value": 10}));
    team.item("Neither");
    let gone = item(&mut team, "Gone", json!({"value": 99, "estimate": 1}));
    team.call("item.cancel", json!({"items": [gone], "reason": "No"}));
    team.call("item.move", json!({"items": [both[2]], "place": {"to": "top"}}));
    let plane = team.call("backlog.valueEffort", json!({"product": product}));
    let points: Vec<(u64, f64, u64, &str)> = plane["points"]
        .as_array()
        .unwrap()
        .iter()
        .map(|point| {
            let number = |field: &str| point[field].as_u64().unwrap();
            (
                number("value"),
                point["estimate"].as_f64().unwrap(),
                number("items"),
                point["first"]["title"].as_str().unwrap(),
            )
        })
        .collect();
    assert_eq!(points, [(80, 3.0, 2, "Refund"), (20, 8.0, 1, "Rope"), (50, 5.0, 1, "Deck")]);
    assert_eq!((&plane["items"], &plane["leftOutItems"]), (&json!(4), &json!(0)));
    assert_eq!((&plane["middleValue"], &plane["middleEstimate"]), (&json!(65.0), &json!(4.0)));
    assert_eq!(
        (&plane["withoutValue"], &plane["withoutEstimate"], &plane["withoutBoth"]),
        (&json!(1), &json!(1), &json!(1))
    );
    for (of, expect) in [
        (json!({"at": "point", "value": 80, "estimate": 3}), &["Refund", "Pay"][..]),
        (json!({"at": "withoutValue"}), &["No value"]),
        (json!({"at": "withoutEstimate"}), &["No estimate"]),
        (json!({"at": "withoutBoth"}), &["Neither"]),
    ] {
        let answer = team.call("backlog.ofValueAndEffort", json!({"product": product, "of": of}));
        let titles: Vec<&Value> =
            answer["items"].as_array().unwrap().iter().map(|one| &one["title"]).collect();
        assert_eq!(titles, expect, "{of}");
    }
    let unknown = json!({"product": product, "of": {"at": "withoutBoth", "value": 3}});
    assert_eq!(team.refusal("backlog.ofValueAndEffort", unknown), "bad_request");
}

#[test]
fn more_pairs_of_value_and_effort_than_are_drawn_are_said() {
    let mut team = Team::new();
    let product = team.product.clone();
    for value in 0..320 {
        item(&mut team, "Item", json!({"value": value, "estimate": 3}));
    }
    let plane = team.call("backlog.valueEffort", json!({"product": product}));
    assert_eq!(plane["points"].as_array().unwrap().len(), 300);
    assert_eq!(
        (&plane["items"], &plane["leftOutPoints"], &plane["leftOutItems"]),
        (&json!(320), &json!(20), &json!(20))
    );
}
