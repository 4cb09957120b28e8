//! Lists of the backlog that leave something out or follow another order, saved views, and the same change of many.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on may panic")]

mod support;

use serde_json::{Value, json};
use support::Team;

/// A small backlog in which everything differs.
///
/// | # | title | type | estimate | value | epic | labels | on it |
/// |--:|---|---|--:|--:|---|---|---|
/// | 1 | Refund a ticket | feature | 5 | 13 | Fares | payments | Ana |
/// | 2 | Timetable drifts | fix | 2 | 8 | Timetable | clock | – |
/// | 3 | Fähre buchen | feature | – | – | – | – | Ben |
/// | 4 | Refund by voucher | spike | 0 | 3 | Fares | payments, vouchers | – |
/// | 5 | refund report | chore | 8 | 40 | – | – | Ana, Ben |
struct Harbour {
    team: Team,
    items: Vec<Value>,
    fares: Value,
}

fn harbour() -> Harbour {
    let mut team = Team::new();
    let product = team.product.clone();
    let fares = team.call("epic.create", json!({"product": product, "name": "Fares"}))["id"].clone();
    let timetable = team.call("epic.create", json!({"product": product, "name": "Timetable"}))["id"].clone();
    let (ana, ben) = (team.ana.clone(), team.ben.clone());
    let rows = [
        json!({"title": "Refund a ticket", "type": "feature", "estimate": 5.0, "value": 13, "epic": fares,
               "labels": ["payments"], "assignees": [ana]}),
        json!({"title": "Timetable drifts", "type": "fix", "estimate": 2.0, "value": 8, "epic": timetable,
               "labels": ["clock"]}),
        json!({"title": "Fähre buchen", "type": "feature", "assignees": [ben]}),
        json!({"title": "Refund by voucher", "type": "spike", "estimate": 0.0, "value": 3, "epic": fares,
               "labels": ["payments", "vouchers"]}),
        json!({"title": "refund report", "type": "chore", "estimate": 8.0, "value": 40,
               "assignees": [ana, ben]}),
    ];
    let mut items = Vec::new();
    for mut row in rows {
        let item = team.item(row["title"].as_str().unwrap());
        row["item"] = item.clone();
        team.call("item.edit", row);
        items.push(item);
    }
    Harbour { team, items, fares }
}

const REFUND: &str = "Refund a ticket";
const DRIFTS: &str = "Timetable drifts";
const FERRY: &str = "Fähre buchen";
const VOUCHER: &str = "Refund by voucher";
const REPORT: &str = "refund report";

#[test]
fn each_filter_chooses_what_it_says() {
    let Harbour { mut team, items, fares } = harbour();
    let product = team.product.clone();
    let impediment = team.call(
        "impediment.raise",
        json!({"product": product, "title": "Bank is down", "severity": "high", "items": [items[3]]}),
    )["id"]
        .clone();
    let (ana, ben) = (team.ana.clone(), team.ben.clone());
    for (filter, expect) in [
        (json!({}), &[REFUND, DRIFTS, FERRY, VOUCHER, REPORT][..]),
        (json!({"text": "refund"}), &[REFUND, VOUCHER, REPORT]),
        (json!({"text": "REF vou"}), &[VOUCHER]),
        (json!({"text": "fahre"}), &[FERRY]),
        (json!({"text": "HBR-2"}), &[DRIFTS]),
        (json!({"text": " * "}), &[REFUND, DRIFTS, FERRY, VOUCHER, REPORT]),
        (json!({"types": ["fix", "spike"]}), &[DRIFTS, VOUCHER]),
        (json!({"epics": [fares]}), &[REFUND, VOUCHER]),
        (json!({"epics": [null]}), &[FERRY, REPORT]),
        (json!({"epics": [fares, null]}), &[REFUND, FERRY, VOUCHER, REPORT]),
        (json!({"labels": ["vouchers", "clock"]}), &[DRIFTS, VOUCHER]),
        (json!({"labels": ["no such label"]}), &[]),
        (json!({"assignees": [ana]}), &[REFUND, REPORT]),
        (json!({"assignees": [ben, null]}), &[DRIFTS, FERRY, VOUCHER, REPORT]),
        (json!({"estimated": false}), &[FERRY]),
        (json!({"estimated": true, "text": "refund", "epics": [null]}), &[REPORT]),
        (json!({"blocked": true}), &[VOUCHER]),
        (json!({"blocked": false, "labels": ["payments"]}), &[REFUND]),
    ] {
        assert_eq!(team.titles(json!({"filter": filter})), expect, "{filter}");
    }
    team.call("impediment.resolve", json!({"impediment": impediment, "resolution": "Back up"}));
    assert_eq!(team.titles(json!({"filter": {"blocked": true}})), [""; 0]);
    let many: Vec<String> = (0..201).map(|n| n.to_string()).collect();
    let refused = team.refusal(
        "backlog.window",
        json!({"product": product, "offset": 0, "limit": 1, "filter": {"labels": many}}),
    );
    assert_eq!(refused, "filter_too_large");
    let refused = team.refusal(
        "backlog.window",
        json!({"product": product, "offset": 0, "limit": 1, "filter": {"colour": "red"}}),
    );
    assert_eq!(refused, "bad_request");
}

#[test]
fn each_order_is_followed_and_what_lacks_it_comes_last() {
    let Harbour { mut team, .. } = harbour();
    for (sort, expect) in [
        (json!({"by": "rank"}), [REFUND, DRIFTS, FERRY, VOUCHER, REPORT]),
        (json!({"by": "rank", "descending": true}), [REPORT, VOUCHER, FERRY, DRIFTS, REFUND]),
        (json!({"by": "value"}), [REPORT, REFUND, DRIFTS, VOUCHER, FERRY]),
        (json!({"by": "value", "descending": false}), [VOUCHER, DRIFTS, REFUND, REPORT, FERRY]),
        (json!({"by": "estimate"}), [VOUCHER, DRIFTS, REFUND, REPORT, FERRY]),
        (json!({"by": "created"}), [REPORT, VOUCHER, FERRY, DRIFTS, REFUND]),
        (json!({"by": "title"}), [FERRY, REFUND, VOUCHER, REPORT, DRIFTS]),
        // 13 ÷ 5, 8 ÷ 2, none, 3 ÷ half a point, 40 ÷ 8.
        (json!({"by": "valueForEffort"}), [VOUCHER, REPORT, DRIFTS, REFUND, FERRY]),
    ] {
        assert_eq!(team.titles(json!({"sort": sort})), expect, "{sort}");
    }
}

#[test]
fn rows_keep_the_place_they_have_in_the_whole_backlog() {
    let Harbour { mut team, items, .. } = harbour();
    let product = team.product.clone();
    let asked = json!({"product": product, "offset": 1, "limit": 2, "filter": {"text": "refund"}});
    let window = team.call("backlog.window", asked.clone());
    assert_eq!(
        (&window["total"], &window["points"], &window["unestimated"]),
        (&json!(3), &json!(13.0), &json!(0))
    );
    assert_eq!(window["whole"], json!({"items": 5, "points": 15.0, "unestimated": 1}));
    let places = |window: &Value| -> Vec<Value> {
        window["rows"].as_array().unwrap().iter().map(|row| row["position"].clone()).collect()
    };
    assert_eq!(places(&window), [4, 5]);
    // A move shows at once, although the list was chosen before.
    team.call("item.move", json!({"items": [items[4]], "place": {"to": "top"}}));
    assert_eq!(places(&team.call("backlog.window", asked.clone())), [2, 5]);
    team.undo();
    assert_eq!(places(&team.call("backlog.window", asked)), [4, 5]);
    let located = team.call("backlog.locate", json!({"item": items[4], "sort": {"by": "value"}}));
    assert_eq!(located, json!({"position": 5, "row": 0}));
    let located = team.call("backlog.locate", json!({"item": items[2], "filter": {"text": "refund"}}));
    assert_eq!(located, json!({"position": 3, "row": null}));
    // Only the sums.
    let sums = team.call("backlog.window", json!({"product": product, "offset": 0, "limit": 0}));
    assert_eq!((&sums["total"], &sums["rows"]), (&json!(5), &json!([])));
}

#[test]
fn lists_reach_beyond_the_backlog() {
    let Harbour { mut team, items, .. } = harbour();
    let product = team.product.clone();
    let sprint =
        team.call("sprint.create", json!({"product": product, "goal": "Refunds work"}))["id"].clone();
    team.call("sprint.take", json!({"sprint": sprint, "items": [items[3], items[0]]}));
    team.call("item.cancel", json!({"items": [items[1]], "reason": "Clocks are right"}));
    for (scope, expect) in [
        (json!({"in": "backlog"}), &[FERRY, REPORT][..]),
        (json!({"in": "sprint", "sprint": sprint}), &[REFUND, VOUCHER]),
        (json!({"in": "open"}), &[REFUND, FERRY, VOUCHER, REPORT]),
        (json!({"in": "done"}), &[]),
    ] {
        assert_eq!(team.titles(json!({"filter": {"scope": scope}})), expect, "{scope}");
    }
    let asked = json!({"product": product, "offset": 0, "limit": 9, "filter": {"scope": {"in": "open"}}});
    let window = team.call("backlog.window", asked);
    let places: Vec<_> =
        window["rows"].as_array().unwrap().iter().map(|row| row["position"].clone()).collect();
    assert_eq!(places, [json!(null), json!(1), json!(null), json!(2)]);
}

#[test]
fn all_that_matches_is_named_for_selecting() {
    let Harbour { mut team, items, .. } = harbour();
    let product = team.product.clone();
    let named = team.call("backlog.ids", json!({"product": product, "filter": {"text": "refund"}}));
    assert_eq!(named["total"], 3);
    assert_eq!(
        named["items"],
        json!([
            {"id": items[0], "estimate": 5.0}, {"id": items[3], "estimate": 0.0}, {"id": items[4], "estimate": 8.0}
        ])
    );
    let part = team.call("backlog.ids", json!({"product": product, "offset": 3, "limit": 1}));
    assert_eq!((&part["total"], &part["items"]), (&json!(5), &json!([{"id": items[3], "estimate": 0.0}])));
}

#[test]
fn views_are_kept_changed_and_forgotten() {
    let Harbour { mut team, fares, .. } = harbour();
    let product = team.product.clone();
    let filter = json!({"epics": [fares, null], "scope": {"in": "open"}});
    let request = json!({"product": product, "name": " Money ", "filter": filter, "sort": {"by": "value"}});
    assert_eq!(team.label("view.create", request.clone()), "Save the view Money");
    let views = team.call("view.list", json!({"product": product}))["views"].clone();
    assert_eq!(
        (&views[0]["name"], &views[0]["filter"], &views[0]["sort"]),
        (&json!("Money"), &filter, &json!({"by": "value"}))
    );
    assert_eq!(team.refusal("view.create", request), "view_name_taken");
    assert_eq!(team.refusal("view.create", json!({"product": product, "name": "\n"})), "view_name");
    let other = team.call("view.create", json!({"product": product, "name": "All"}));
    assert_eq!((&other["filter"], &other["sort"]), (&json!({}), &json!({"by": "rank"})));
    let view = &views[0]["id"];
    assert_eq!(team.refusal("view.edit", json!({"view": view, "name": "All"})), "view_name_taken");
    let edit = json!({"view": view, "name": "Fares", "filter": {"text": "refund"}});
    assert_eq!(team.label("view.edit", edit), "Rename the view Money to Fares");
    assert_eq!(team.label("view.delete", json!({"view": view})), "Delete the view Fares");
    team.undo();
    team.undo();
    assert_eq!(team.call("view.list", json!({"product": product}))["views"][1]["name"], "Money");
    team.redo();
    let views = team.call("view.list", json!({"product": product}))["views"].clone();
    assert_eq!((&views[1]["name"], &views[1]["filter"]), (&json!("Fares"), &json!({"text": "refund"})));
    assert_eq!(team.refusal("view.delete", json!({"view": product})), "not_found");
}

#[test]
fn one_change_of_many_is_one_action() {
    let Harbour { mut team, items, fares } = harbour();
    let (ana, ben) = (team.ana.clone(), team.ben.clone());
    let all = json!(items);
    for (change, label, field, expect) in [
        (json!({"epic": fares}), "Set the epic of 3 items to Fares", "epic", "Fares"),
        (json!({"epic": null}), "Clear the epic of 5 items", "epic", ""),
        (json!({"type": "spike"}), "Set the type of 4 items to spike", "type", "spike"),
        (json!({"estimate": 3.0}), "Estimate 5 items at 3", "estimate", "3.0"),
        (json!({"estimate": null}), "Clear the estimate of 5 items", "estimate", ""),
        (json!({"value": 21}), "Set the value of 5 items to 21", "value", "21"),
        (json!({"value": null}), "Clear the value of 5 items", "value", ""),
        (json!({"addLabels": ["soon"]}), "Add the label soon to 5 items", "", ""),
        (json!({"removeLabels": ["payments"]}), "Remove the label payments from 2 items", "", ""),
        (json!({"addLabels": ["a", "b"]}), "Add 2 labels to 5 items", "", ""),
        (json!({"addAssignees": [ana]}), "Assign Ana to 3 items", "", ""),
        (json!({"removeAssignees": [ben]}), "Take Ben off 2 items", "", ""),
        (json!({"removeAssignees": [ana, ben]}), "Take 2 people off 5 items", "", ""),
        (json!({"value": 1, "estimate": 1.0}), "Edit 5 items", "value", "1"),
    ] {
        let mut request = change.clone();
        request["items"] = all.clone();
        assert_eq!(team.label("item.bulkEdit", request), label);
        if !field.is_empty() {
            for item in &items {
                let got = team.get(item)[field].clone();
                let got = if field == "epic" { got["name"].clone() } else { got };
                let got = got.as_str().map_or_else(|| got.to_string(), str::to_owned);
                assert_eq!(got, if expect.is_empty() { "null" } else { expect }, "{change}");
            }
        }
    }
    assert_eq!(team.get(&items[3])["labels"], json!(["a", "b", "soon", "vouchers"]));
    team.turn_all(14);
    let one = json!({"items": [items[0], items[0]], "value": 2});
    assert_eq!(team.label("item.bulkEdit", one.clone()), "Set the value of HBR-1 to 2");
    let again = team.answer("item.bulkEdit", one);
    assert!(again.action.is_none() && again.value["edited"] == 0);
}

#[test]
fn a_change_of_many_is_refused_as_a_whole() {
    let Harbour { mut team, items, .. } = harbour();
    let product = team.product.clone();
    let gone = team.call("person.add", json!({"name": "Gone"}))["id"].clone();
    team.call("person.remove", json!({"person": gone}));
    let other = team.call("product.create", json!({"key": "OTH", "name": "Other"}))["id"].clone();
    let epic = team.call("epic.create", json!({"product": other, "name": "Far"}))["id"].clone();
    let foreign = team.call("item.create", json!({"product": other, "title": "Far"}))["id"].clone();
    for (change, code) in [
        (json!({"items": [], "value": 1}), "no_items"),
        (json!({"items": [items[0], foreign], "value": 1}), "items_of_two_products"),
        (json!({"items": items, "estimate": 4.0}), "item_estimate_scale"),
        (json!({"items": items, "value": 5000}), "item_value_range"),
        (json!({"items": items, "epic": epic}), "not_found"),
        (json!({"items": items, "addAssignees": [gone]}), "person_removed"),
        (json!({"items": items, "addLabels": [""]}), "item_label"),
        (json!({"items": vec![product; 100_001], "value": 1}), "items_many"),
    ] {
        assert_eq!(team.refusal("item.bulkEdit", change.clone()), code, "{change}");
    }
    // The last of them is full: none gets the label.
    let full: Vec<String> = (0..50).map(|n| format!("l{n}")).collect();
    team.call("item.edit", json!({"item": items[4], "labels": full}));
    let refused = team.refusal("item.bulkEdit", json!({"items": items, "addLabels": ["one more"]}));
    assert_eq!(refused, "item_labels_many");
    assert_eq!(team.get(&items[0])["labels"], json!(["payments"]));
}

#[test]
fn sizing_many_asks_the_accountability_once() {
    let mut team = Team::of(json!({"key": "HBR", "name": "Harbour", "accountability": "strict"}));
    let items = [team.item("One"), team.item("Two")];
    let ana = team.ana.clone();
    team.act_as(&ana);
    assert_eq!(team.refusal("item.bulkEdit", json!({"items": items, "estimate": 3.0})), "not_accountable");
    team.call("item.bulkEdit", json!({"items": items, "value": 3}));
    team.call("product.edit", json!({"product": team.product, "accountability": "guide"}));
    let answer = team.answer("item.bulkEdit", json!({"items": items, "estimate": 3.0}));
    assert_eq!(answer.guidance.len(), 1);
}
