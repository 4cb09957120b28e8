//! What hangs on an item: comments, acceptance criteria, readiness, links, and its history in words.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on may panic")]

mod support;

use serde_json::{Value, json};
use support::Team;

fn texts(criteria: &Value) -> Vec<String> {
    let one = |row: &Value| {
        format!("{}{}", if row["met"] == true { "☑ " } else { "" }, row["text"].as_str().unwrap())
    };
    criteria["criteria"].as_array().unwrap().iter().map(one).collect()
}

#[test]
fn comments_are_written_changed_by_their_author_and_deleted() {
    let mut team = Team::new();
    let item = team.item("Refund");
    let (ana, ben) = (team.ana.clone(), team.ben.clone());
    team.act_as(&ana);
    let request = json!({"item": item, "text": " Tested with *five*.\n"});
    let comment = team.call("comment.add", request)["id"].clone();
    team.act_as(&ben);
    team.call("comment.add", json!({"item": item, "text": "<script>alert(1)</script>"}));
    let told = team.get(&item)["comments"].clone();
    assert_eq!((&told[0]["author"], &told[0]["text"]), (&ana, &json!("Tested with *five*.")));
    assert_eq!(
        (&told[0]["html"], &told[0]["editedAt"]),
        (&json!("<p>Tested with <em>five</em>.</p>\n"), &json!(null))
    );
    assert_eq!(told[1]["html"], "&lt;script&gt;alert(1)&lt;/script&gt;");
    let other_words = json!({"comment": comment, "text": "Nobody could read it."});
    assert_eq!(team.refusal("comment.edit", other_words.clone()), "comment_not_yours");
    assert_eq!(team.refusal("comment.add", json!({"item": item, "text": "\n"})), "comment_text");
    team.act_as(&ana);
    assert_eq!(team.label("comment.edit", other_words.clone()), "Edit a comment on HBR-1");
    assert!(team.get(&item)["comments"][0]["editedAt"].is_string());
    assert!(team.answer("comment.edit", other_words).action.is_none());
    assert_eq!(team.label("comment.delete", json!({"comment": comment})), "Delete a comment on HBR-1");
    assert_eq!(team.get(&item)["comments"].as_array().unwrap().len(), 1);
    team.turn_all(4);
    let found = |team: &mut Team, text: &str| team.call("item.search", json!({"text": text, "limit": 5}));
    assert_eq!(found(&mut team, "tested")["total"], 0);
    team.undo();
    let answer = found(&mut team, "could read");
    assert_eq!((&answer["total"], &answer["results"][0]["found"]), (&json!(1), &json!("comment")));
    assert_eq!(found(&mut team, "tested")["total"], 0);
    team.undo();
    assert_eq!(found(&mut team, "tested")["total"], 1);
}

#[test]
fn a_preview_is_what_is_shown_once_it_is_saved() {
    let mut team = Team::new();
    let item = team.item("Refund");
    let text = "# Goal\n<script>alert(1)</script> [x](javascript:alert(1)) ![y](https://example.com/y.png)";
    let preview = team.call("markdown.render", json!({"text": text}))["html"].clone();
    team.call("item.edit", json!({"item": item, "description": text}));
    assert_eq!(team.get(&item)["descriptionHtml"], preview);
    let html = preview.as_str().unwrap();
    assert!(
        !html.contains("<script") && !html.contains("<img") && !html.contains("href=\"javascript"),
        "{html}"
    );
    assert_eq!(team.refusal("markdown.render", json!({"text": "x".repeat(200_001)})), "markdown_too_long");
}

#[test]
fn acceptance_criteria_are_a_checklist_in_order() {
    let mut team = Team::new();
    let item = team.item("Refund");
    let add = |texts: Value| json!({"item": item, "texts": texts});
    let list = team.call("acceptance.add", add(json!([" One screen ", "No account"])));
    assert_eq!(texts(&list), ["One screen", "No account"]);
    let id = |list: &Value, at: usize| list["criteria"][at]["id"].clone();
    let (one, two) = (id(&list, 0), id(&list, 1));
    let list = team.call("acceptance.add", json!({"item": item, "texts": ["Amount", "Day"], "after": one}));
    assert_eq!(texts(&list), ["One screen", "Amount", "Day", "No account"]);
    let list = team.call("acceptance.move", json!({"criterion": two, "to": 0}));
    assert_eq!(texts(&list), ["No account", "One screen", "Amount", "Day"]);
    let list = team.call("acceptance.move", json!({"criterion": two, "to": 99}));
    assert_eq!(texts(&list), ["One screen", "Amount", "Day", "No account"]);
    let list = team.call("acceptance.move", json!({"criterion": two, "to": 2}));
    assert_eq!(texts(&list), ["One screen", "Amount", "No account", "Day"]);
    assert!(team.answer("acceptance.move", json!({"criterion": two, "to": 2})).action.is_none());
    let tick = json!({"criterion": two, "met": true});
    assert_eq!(team.label("acceptance.tick", tick), "Tick “No account” of HBR-1");
    let list = team.call("acceptance.edit", json!({"criterion": one, "text": "One screen\nfor all"}));
    assert_eq!(texts(&list), ["One screen\nfor all", "Amount", "☑ No account", "Day"]);
    let list = team.call("acceptance.delete", json!({"criterion": one}));
    assert_eq!(texts(&list), ["Amount", "☑ No account", "Day"]);
    assert_eq!(team.get(&item)["acceptance"], list["criteria"]);
    team.turn_all(8);
    let list = json!({"criteria": team.get(&item)["acceptance"]});
    assert_eq!(texts(&list), ["Amount", "☑ No account", "Day"]);
    assert_eq!(team.refusal("acceptance.add", add(json!([" "]))), "acceptance_criterion");
    let many: Vec<String> = (0..98).map(|n| n.to_string()).collect();
    assert_eq!(team.refusal("acceptance.add", add(json!(many))), "acceptance_criteria_many");
    let other = team.item("Other");
    let after = json!({"item": other, "texts": ["x"], "after": two});
    assert_eq!(team.refusal("acceptance.add", after), "not_found");
}

#[test]
fn moving_in_one_gap_for_ever_keeps_a_checklist_in_order() {
    let mut team = Team::new();
    let item = team.item("Refund");
    let list = team.call("acceptance.add", json!({"item": item, "texts": ["a", "b", "c"]}));
    let ids: Vec<Value> = list["criteria"].as_array().unwrap().iter().map(|row| row["id"].clone()).collect();
    let mut list = list;
    for n in 0..420 {
        // The outer two take turns between the other two.
        let outer = if n % 2 == 0 { &ids[0] } else { &ids[2] };
        list = team.call("acceptance.move", json!({"criterion": outer, "to": 1}));
    }
    let mut told = texts(&list);
    told.sort();
    assert_eq!(told, ["a", "b", "c"]);
}

#[test]
fn ready_is_shown_and_blocks_only_where_the_product_says_so() {
    let mut team = Team::new();
    let product = team.product.clone();
    let (one, two) = (team.item("One"), team.item("Two"));
    assert_eq!(team.get(&one)["ready"], json!(null));
    assert_eq!(team.titles(json!({"filter": {"ready": false}})), [""; 0]);
    let set = json!({"product": product, "criteria": [{"text": "Sized"}, {"text": "Has criteria"}]});
    let definition = team.call("product.setDefinitionOfReady", set)["definitionOfReady"].clone();
    assert_eq!(definition["blocks"], false);
    let criterion = |at: usize| definition["criteria"][at]["id"].clone();
    let tick =
        |item: &Value, at: usize, met: bool| json!({"item": item, "criterion": criterion(at), "met": met});
    let ben = team.ben.clone();
    team.act_as(&ben);
    let state = team.call("item.tickReady", tick(&one, 0, true));
    assert_eq!((&state["ready"], &state["criteria"][0]["person"]), (&json!(false), &ben));
    assert_eq!(team.label("item.tickReady", tick(&one, 1, true)), "Tick “Has criteria” of HBR-1");
    assert!(team.answer("item.tickReady", tick(&one, 1, true)).action.is_none());
    assert_eq!(team.get(&one)["ready"], true);
    assert_eq!(team.titles(json!({"filter": {"ready": true}})), ["One"]);
    assert_eq!(team.titles(json!({"filter": {"ready": false}})), ["Two"]);

    // Shown, and not in the way.
    let sprint = team.call("sprint.create", json!({"product": product, "goal": "Go"}))["id"].clone();
    let take = |items: Value| json!({"sprint": sprint, "items": items});
    team.call("sprint.take", take(json!([two])));
    team.call("sprint.giveBack", json!({"items": [two]}));
    let keep = json!([{"id": criterion(1), "text": "Has acceptance criteria"}, {"id": criterion(0), "text": "Sized"}]);
    let set = json!({"product": product, "criteria": keep, "blocks": true});
    assert_eq!(team.label("product.setDefinitionOfReady", set), "Take only ready items into a sprint");
    assert_eq!(team.refusal("sprint.take", take(json!([one, two]))), "item_not_ready");
    team.call("sprint.take", take(json!([one])));
    // A criterion that goes and comes back by undo finds its ticks.
    let set = json!({"product": product, "criteria": [{"text": "Another"}]});
    team.call("product.setDefinitionOfReady", set);
    assert_eq!(team.get(&one)["ready"], false);
    team.undo();
    assert_eq!(team.get(&one)["readiness"]["criteria"][0]["text"], "Has acceptance criteria");
    assert_eq!(team.get(&one)["ready"], true);
    team.call("item.tickReady", tick(&one, 1, false));
    assert_eq!(team.get(&one)["ready"], false);
    // None at all: nothing to meet, and nothing in the way.
    team.call("product.setDefinitionOfReady", json!({"product": product, "criteria": []}));
    assert_eq!(team.get(&one)["ready"], json!(null));
    team.call("sprint.take", take(json!([two])));
    team.turn_all(3);
}

#[test]
fn a_definition_of_ready_is_refused_as_a_whole() {
    let mut team = Team::new();
    let product = team.product.clone();
    let item = team.item("One");
    for (criteria, code) in [
        (json!([{"text": " "}]), "ready_criterion"),
        (json!([{"text": "a"}, {"text": "A "}]), "ready_criterion_twice"),
        (json!([{"text": "a"}, {"id": item, "text": "b"}]), "not_found"),
    ] {
        let set = json!({"product": product, "criteria": criteria});
        assert_eq!(team.refusal("product.setDefinitionOfReady", set), code);
    }
    let unknown = json!({"item": item, "criterion": item, "met": true});
    assert_eq!(team.refusal("item.tickReady", unknown), "ready_criterion_unknown");
}

#[test]
fn links_read_from_both_ends_and_items_never_wait_in_a_circle() {
    let mut team = Team::new();
    let items: Vec<Value> = (1..=4).map(|n| team.item(&format!("Item {n}"))).collect();
    let add = |item: usize, kind: &str, other: usize| json!({"item": items[item], "kind": kind, "other": items[other]});
    let told = |team: &mut Team, at: usize| -> Vec<String> {
        let links = team.get(&items[at])["links"].clone();
        let one = |link: &Value| {
            format!("{} {}", link["kind"].as_str().unwrap(), link["other"]["key"].as_str().unwrap())
        };
        links.as_array().unwrap().iter().map(one).collect()
    };
    assert_eq!(team.label("link.add", add(0, "blocks", 1)), "Link: HBR-1 blocks HBR-2");
    assert_eq!(team.label("link.add", add(2, "waitsFor", 1)), "Link: HBR-2 blocks HBR-3");
    team.call("link.add", add(3, "relatesTo", 0));
    team.call("link.add", add(3, "duplicatedBy", 1));
    assert_eq!(told(&mut team, 0), ["blocks HBR-2", "relatesTo HBR-4"]);
    assert_eq!(told(&mut team, 1), ["blocks HBR-3", "waitsFor HBR-1", "duplicates HBR-4"]);
    assert_eq!(told(&mut team, 3), ["relatesTo HBR-1", "duplicatedBy HBR-2"]);
    let now = team.now + chrono::Duration::minutes(1);
    let refused =
        team.host.call("link.add", add(2, "blocks", 0), &lineout_app::Context::at(now, None)).unwrap_err();
    assert_eq!(refused.code, "link_circle");
    assert_eq!(
        refused.message,
        "The items would wait for each other: HBR-3 blocks HBR-1 blocks HBR-2 blocks HBR-3."
    );
    for (request, code) in [
        (add(0, "waitsFor", 2), "link_circle"),
        (add(0, "waitsFor", 1), "link_circle"),
        (add(0, "blocks", 0), "link_itself"),
        (add(0, "relatesTo", 3), "link_present"),
        (add(1, "waitsFor", 0), "link_present"),
        (add(0, "eats", 1), "bad_request"),
    ] {
        assert_eq!(team.refusal("link.add", request.clone()), code, "{request}");
    }
    // What waits is told where it is listed, until what it waits for is over.
    assert_eq!(team.titles(json!({"filter": {"waiting": true}})), ["Item 2", "Item 3"]);
    team.call("item.cancel", json!({"items": [items[0]], "reason": "Not needed"}));
    assert_eq!(team.titles(json!({"filter": {"waiting": true}})), ["Item 3"]);
    assert_eq!(team.get(&items[1])["waiting"], false);
    let link = team.get(&items[2])["links"][0]["id"].clone();
    assert_eq!(team.label("link.remove", json!({"link": link})), "Unlink: HBR-2 blocks HBR-3");
    // An item goes with its links, and comes back with them.
    team.call("item.delete", json!({"items": [items[1]]}));
    assert_eq!(told(&mut team, 3), ["relatesTo HBR-1"]);
    team.undo();
    assert_eq!(told(&mut team, 3), ["relatesTo HBR-1", "duplicatedBy HBR-2"]);
}

#[test]
fn an_item_that_went_with_all_it_had_comes_back_with_it() {
    let mut team = Team::new();
    let product = team.product.clone();
    let item = team.item("Refund");
    let set = json!({"product": product, "criteria": [{"text": "Sized"}]});
    let ready =
        team.call("product.setDefinitionOfReady", set)["definitionOfReady"]["criteria"][0]["id"].clone();
    team.call("item.tickReady", json!({"item": item, "criterion": ready, "met": true}));
    team.call("comment.add", json!({"item": item, "text": "Words"}));
    team.call("acceptance.add", json!({"item": item, "texts": ["a", "b"]}));
    team.call("item.edit", json!({"item": item, "labels": ["x"], "assignees": [team.ben]}));
    let whole = |team: &mut Team| team.get(&item);
    let before = whole(&mut team);
    team.call("item.delete", json!({"items": [item]}));
    team.check();
    team.undo();
    assert_eq!(whole(&mut team), before);
}

#[test]
fn history_reads_as_sentences() {
    let mut team = Team::new();
    let product = team.product.clone();
    let (ana, ben) = (team.ana.clone(), team.ben.clone());
    team.act_as(&ana);
    let item = team.item("Refund");
    let other = team.item("Other");
    let epic = team.call("epic.create", json!({"product": product, "name": "Fares"}))["id"].clone();
    let edit = |change: Value| {
        let mut request = change;
        request["item"] = item.clone();
        request
    };
    let sprint =
        team.call("sprint.create", json!({"product": product, "goal": "Go", "name": "Sprint 1"}))["id"]
            .clone();
    let set = json!({"product": product, "criteria": [{"text": "Sized"}]});
    let ready =
        team.call("product.setDefinitionOfReady", set)["definitionOfReady"]["criteria"][0]["id"].clone();
    team.call("item.edit", edit(json!({"estimate": 3.0})));
    team.call("item.edit", edit(json!({"estimate": 5.0, "value": 8})));
    team.act_as(&ben);
    team.call("item.edit", edit(json!({"estimate": null, "value": 5, "title": "Refund a ticket"})));
    team.call("item.edit", edit(json!({"type": "fix", "epic": epic, "description": "By card."})));
    team.call("item.edit", edit(json!({"labels": ["payments"], "assignees": [ana]})));
    team.call("item.edit", edit(json!({"labels": [], "assignees": [], "epic": null})));
    let criteria = team.call("acceptance.add", json!({"item": item, "texts": ["One screen"]}));
    let criterion = criteria["criteria"][0]["id"].clone();
    team.call("acceptance.tick", json!({"criterion": criterion, "met": true}));
    team.call("acceptance.edit", json!({"criterion": criterion, "text": "Two screens"}));
    team.call("acceptance.delete", json!({"criterion": criterion}));
    let comment = team.call("comment.add", json!({"item": item, "text": "Words"}))["id"].clone();
    team.call("comment.edit", json!({"comment": comment, "text": "Other words"}));
    team.call("comment.delete", json!({"comment": comment}));
    team.call("item.tickReady", json!({"item": item, "criterion": ready, "met": true}));
    let link = team.call("link.add", json!({"item": other, "kind": "blocks", "other": item}))["id"].clone();
    team.call("link.remove", json!({"link": link}));
    team.call("item.move", json!({"items": [item], "place": {"to": "bottom"}}));
    team.call("sprint.take", json!({"sprint": sprint, "items": [item]}));
    team.call("sprint.giveBack", json!({"items": [item]}));
    team.call("item.cancel", json!({"items": [item], "reason": "Not needed"}));
    team.undo();
    let story = team.call("item.history", json!({"item": item, "limit": 100}));
    let told: Vec<String> = story["entries"]
        .as_array()
        .unwrap()
        .iter()
        .map(|entry| {
            let who = if entry["person"] == ana { "Ana" } else { "Ben" };
            let undone = if entry["undone"] == true { " (undone)" } else { "" };
            format!("{who} {}{undone}", entry["text"].as_str().unwrap())
        })
        .collect();
    let expect = [
        "Ben undid “Cancel HBR-1”",
        "Ben cancelled it (undone)",
        "Ben gave it back from Sprint 1 to the Product Backlog",
        "Ben took it into Sprint 1",
        "Ben moved it in the Product Backlog",
        "Ben said that it waits for HBR-2 no longer",
        "Ben said that it waits for HBR-2",
        "Ben ticked “Sized” of the Definition of Ready",
        "Ben deleted a comment",
        "Ben edited a comment",
        "Ben commented",
        "Ben removed the acceptance criterion “Two screens”",
        "Ben reworded the acceptance criterion “One screen”",
        "Ben ticked the acceptance criterion “Two screens”",
        "Ben added the acceptance criterion “Two screens”",
        "Ben took Ana off it",
        "Ben removed the label payments",
        "Ben took it out of the epic Fares",
        "Ben assigned Ana",
        "Ben added the label payments",
        "Ben put it into the epic Fares",
        "Ben described it",
        "Ben changed the type from feature to fix",
        "Ben lowered the value from 8 to 5",
        "Ben removed the estimate of 5",
        "Ben renamed it from “Refund”",
        "Ana set the value to 8",
        "Ana raised the estimate from 3 to 5",
        "Ana set the estimate to 3",
        "Ana created it",
    ];
    let mut sorted = (told.clone(), expect.map(str::to_owned).to_vec());
    sorted.0.sort();
    sorted.1.sort();
    assert_eq!(sorted.0, sorted.1, "{told:#?}");
    assert_eq!((told[0].as_str(), told[told.len() - 1].as_str()), (expect[0], expect[expect.len() - 1]));
    assert_eq!(story["before"], json!(null));
    // In pages.
    let mut all = Vec::new();
    let mut before = Value::Null;
    loop {
        let mut request = json!({"item": item, "limit": 7});
        if !before.is_null() {
            request["before"] = before.clone();
        }
        let page = team.call("item.history", request);
        all.extend(page["entries"].as_array().unwrap().iter().map(|entry| entry["text"].clone()));
        before = page["before"].clone();
        if before.is_null() {
            break;
        }
    }
    assert!(all.len() >= told.len() && all.last().unwrap() == "created it", "{all:?}");
}
