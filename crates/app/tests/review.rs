//! The Sprint Review over the contract: prepared, held, over; what is said and becomes work; what it changes in the
//! Product Backlog, and its minutes.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod team;

use serde_json::{Value, json};
use team::Team;
use team::reviewed::{field, get, id, prepared};

/// Closes the sprint over one item that is left, with a point of it Done.
fn close_with_a_split(team: &mut Team, sprint: &Value, item: &Value) {
    let done = team.all_met();
    let decision = json!({"item": item, "outcome": "split", "doneEstimate": 1, "done": done});
    team.call("sprint.close", json!({"sprint": sprint, "decisions": [decision]}));
}

#[test]
fn it_is_prepared_with_everybody_invited_and_what_is_done_in_order() {
    let (mut team, items, sprint) = prepared();
    let told = get(&mut team, &sprint);
    let review = &told["review"];
    assert_eq!(review["state"], "prepared");
    assert_eq!(field(&review["attendees"], "name"), ["Ada Quist", "Bo Lind"]);
    assert_eq!(field(&review["attendees"], "present"), [false, false]);
    assert_eq!(field(&review["points"], "key"), ["HBR-1", "HBR-2"]);
    // Whoever alone worked on it presents it.
    assert_eq!(field(&review["points"], "presenter"), [&team.people[1], &Value::Null]);
    assert_eq!(field(&told["undone"], "key"), ["HBR-3", "HBR-4"]);
    assert_eq!(field(&told["undone"], "fate"), ["To Do", "To Do"]);
    let delivered = &told["delivered"];
    assert_eq!((&delivered["committedItems"], &delivered["committedDoneItems"]), (&json!(4), &json!(2)));
    assert_eq!(
        (&delivered["committedPoints"], &delivered["committedDonePoints"]),
        (&json!(8.0), &json!(4.0))
    );
    assert_eq!(team.refusal("review.prepare", json!({"sprint": sprint})), "review_present");
    let planned = team.sprint();
    assert_eq!(team.refusal("review.prepare", json!({"sprint": planned})), "review_not_begun");
    // Before anybody prepares one, the sprint is looked at all the same.
    assert_eq!(get(&mut team, &planned)["review"], Value::Null);
    assert_eq!(team.refusal("item.delete", json!({"items": [items[0]], "more": 1})), "bad_request");
}

#[test]
fn only_what_is_done_is_shown() {
    let (mut team, items, sprint) = prepared();
    let review = id(&mut team, &sprint);
    let add = |item: &Value| json!({"review": review, "items": [item]});
    assert_eq!(team.refusal("review.addPoints", add(&items[2])), "review_not_done");
    assert_eq!(team.refusal("review.addPoints", add(&items[0])), "review_shown_twice");
    // An item that is taken out of Done again is not shown any more, and stands among what is not.
    let column = team.column(1);
    team.call("board.move", json!({"item": items[1], "column": column}));
    let told = get(&mut team, &sprint);
    assert_eq!(field(&told["review"]["points"], "key"), ["HBR-1"]);
    assert_eq!(field(&told["undone"], "key"), ["HBR-3", "HBR-4", "HBR-2"]);
    assert!(!told["review"]["minutes"].as_str().unwrap().contains("1. HBR-2"), "{told}");
    // What becomes Done waits, until the start puts it at the end; what came back has its place.
    team.finish(&items[1]);
    team.finish(&items[3]);
    let told = get(&mut team, &sprint);
    assert_eq!(field(&told["waiting"], "key"), ["HBR-4"]);
    let started = team.call("review.start", json!({"review": review}));
    assert_eq!(field(&started["review"]["points"], "key"), ["HBR-1", "HBR-2", "HBR-4"]);
    assert_eq!(started["waiting"], json!([]));
    assert_eq!(team.refusal("review.start", json!({"review": review})), "review_running");
}

#[test]
fn the_running_order_is_the_teams() {
    let (mut team, _, sprint) = prepared();
    let review = id(&mut team, &sprint);
    let request =
        json!({"review": review, "title": " The budget ", "presenter": team.people[0], "timebox": 10});
    let points = team.call("review.addPoints", request)["points"].clone();
    assert_eq!(field(&points, "title"), ["Pier", "Fare", "The budget"]);
    let budget = points[2]["id"].clone();
    let moved = team.call("review.movePoint", json!({"point": budget, "to": 0}));
    assert_eq!(field(&moved["points"], "title"), ["The budget", "Pier", "Fare"]);
    let moved = team.call("review.movePoint", json!({"point": budget, "to": 1}));
    assert_eq!(field(&moved["points"], "title"), ["Pier", "The budget", "Fare"]);
    for (change, label) in [
        (json!({"timebox": 5}), "Give “The budget” 5 min"),
        (json!({"presenter": team.people[1]}), "Let Bo Lind present “The budget”"),
        (json!({"presenter": null}), "Leave open who presents “The budget”"),
        (json!({"timebox": null}), "Give “The budget” no timebox"),
        (json!({"title": "Money"}), "Reword a point of the Sprint Review of Sprint 1"),
    ] {
        let mut request = change.clone();
        request["point"] = budget.clone();
        team.call("review.editPoint", request);
        assert_eq!(team.call("history.list", json!({"limit": 1}))["actions"][0]["label"], label);
    }
    let item = points[0]["id"].clone();
    for (request, code) in [
        (json!({"point": item, "title": "Another"}), "review_title_of_item"),
        (json!({"point": item, "timebox": 0}), "review_timebox"),
        (json!({"point": item, "timebox": 481}), "review_timebox"),
        (json!({"point": budget, "title": ""}), "review_point"),
    ] {
        assert_eq!(team.refusal("review.editPoint", request.clone()), code, "{request}");
    }
    assert_eq!(get(&mut team, &sprint)["review"]["timebox"], 0);
    // What was said of a point stays when the point goes.
    let said = json!({"review": review, "point": budget, "text": "Too dear"});
    team.call("feedback.add", said);
    team.call("review.removePoint", json!({"point": budget}));
    let told = get(&mut team, &sprint);
    assert_eq!(field(&told["review"]["points"], "title"), ["Pier", "Fare"]);
    assert_eq!(
        (&told["review"]["feedback"][0]["text"], &told["review"]["feedback"][0]["point"]),
        (&json!("Too dear"), &Value::Null)
    );
    team.call("history.undo", json!({}));
    let told = get(&mut team, &sprint);
    assert_eq!(told["review"]["feedback"][0]["point"], budget);
}

#[test]
fn people_and_guests_are_invited_once_and_marked() {
    let (mut team, _, sprint) = prepared();
    let review = id(&mut team, &sprint);
    let guest = |name: &str| json!({"review": review, "guest": name});
    let all = team.call("review.invite", guest(" Mia Berg, port "));
    assert_eq!(field(&all["attendees"], "name"), ["Ada Quist", "Bo Lind", "Mia Berg, port"]);
    assert_eq!(team.refusal("review.invite", guest("mia berg,  PORT")), "review_invited_twice");
    assert_eq!(team.refusal("review.invite", guest(" ")), "review_guest");
    let person = json!({"review": review, "person": team.people[0]});
    assert_eq!(team.refusal("review.invite", person), "review_invited_twice");
    assert_eq!(team.refusal("review.invite", json!({"review": review})), "review_invite_whom");
    let ids: Vec<Value> = field(&all["attendees"], "id").into_iter().cloned().collect();
    let marked = team.call(
        "review.markPresent",
        json!({"review": review, "attendees": [ids[0], ids[2]], "present": true}),
    );
    assert_eq!(field(&marked["attendees"], "present"), [true, false, true]);
    assert_eq!(
        team.refusal("review.markPresent", json!({"review": review, "attendees": [], "present": true})),
        "not_found"
    );
    let left = team.call("review.uninvite", json!({"attendee": ids[1]}));
    assert_eq!(field(&left["attendees"], "name"), ["Ada Quist", "Mia Berg, port"]);
    // Whoever comes in while it takes place is there.
    team.call("review.start", json!({"review": review}));
    let late = team.call("review.invite", guest("Leif"));
    assert_eq!(late["attendees"][2]["present"], true);
}

#[test]
fn the_sprint_goal_is_met_or_not_for_a_reason() {
    let (mut team, _, sprint) = prepared();
    let review = id(&mut team, &sprint);
    let judge = |met: Value, reason: &str| json!({"review": review, "met": met, "reason": reason});
    assert_eq!(team.refusal("review.judgeGoal", judge(json!(false), "")), "review_reason");
    let told = team.call("review.judgeGoal", judge(json!(false), "The port was shut"));
    assert_eq!(told["review"]["goalMet"], false);
    assert!(told["review"]["minutes"].as_str().unwrap().contains("**Not met.** The port was shut"));
    let told = team.call("review.judgeGoal", judge(Value::Null, "left over"));
    assert_eq!((&told["review"]["goalMet"], &told["review"]["goalReason"]), (&Value::Null, &json!("")));
    team.call("review.judgeGoal", judge(json!(true), ""));
    assert_eq!(team.call("review.list", json!({"product": team.product}))["reviews"][0]["goalMet"], true);
}

#[test]
fn feedback_becomes_an_item_and_both_know_it() {
    let (mut team, _, sprint) = prepared();
    let review = id(&mut team, &sprint);
    let point = get(&mut team, &sprint)["review"]["points"][0]["id"].clone();
    let words = "Show the price first\nMia cannot find it.";
    let said = json!({"review": review, "point": point, "text": words, "by": {"guest": "Mia Berg"}});
    let feedback = team.call("feedback.add", said)["feedback"]["id"].clone();
    assert_eq!(team.refusal("feedback.add", json!({"review": review, "text": " "})), "review_feedback");
    let two = json!({"review": review, "text": "Nice", "by": {"guest": "Mia", "person": team.people[0]}});
    assert_eq!(team.refusal("feedback.add", two), "review_said_by_two");

    let item = team.call("feedback.toItem", json!({"feedback": feedback, "place": {"to": "top"}}));
    assert_eq!((&item["title"], &item["position"]), (&json!("Show the price first"), &json!(1)));
    let detail = team.call("item.get", json!({"item": item["id"]}));
    assert_eq!(detail["description"], words);
    let origin = &detail["fromFeedback"][0];
    assert_eq!((&origin["sprintName"], &origin["by"]), (&json!("Sprint 1"), &json!("Mia Berg")));
    let told = get(&mut team, &sprint)["review"]["feedback"][0].clone();
    assert_eq!((&told["item"]["key"], &told["item"]["resolution"]), (&item["key"], &Value::Null));
    assert_eq!(team.refusal("feedback.toItem", json!({"feedback": feedback})), "review_is_item");
    let story = team.call("item.history", json!({"item": item["id"], "limit": 10}));
    assert_eq!(story["entries"][0]["text"], "made it of feedback in the Sprint Review of Sprint 1");

    // The parts of a split come from it as well, and a merge hands it on.
    let parts =
        json!({"item": item["id"], "original": "close", "parts": [{"title": "Price"}, {"title": "Place"}]});
    team.call("item.split", parts);
    let told = get(&mut team, &sprint)["review"]["feedback"][0].clone();
    assert_eq!(field(&told["itemParts"], "title"), ["Price", "Place"]);
    let part = told["itemParts"][0]["id"].clone();
    assert_eq!(team.call("item.get", json!({"item": part}))["fromFeedback"][0]["feedback"], feedback);
    team.call("history.undo", json!({}));
    let other = team.item("Prices", 1.0);
    team.call("item.merge", json!({"into": other, "items": [item["id"]]}));
    assert_eq!(get(&mut team, &sprint)["review"]["feedback"][0]["item"]["id"], other);
    assert_eq!(team.call("item.get", json!({"item": other}))["fromFeedback"][0]["text"], words);
    let story = team.call("item.history", json!({"item": other, "limit": 10}));
    let told: Vec<&str> =
        field(&story["entries"], "text").into_iter().map(|text| text.as_str().unwrap()).collect();
    assert!(told.iter().any(|text| text.starts_with("moved the feedback “Show the price first")), "{told:?}");
    team.call("history.undo", json!({}));
    // Undone, the feedback is only words again; an item that is deleted leaves room for another.
    team.call("item.delete", json!({"items": [item["id"]]}));
    assert_eq!(get(&mut team, &sprint)["review"]["feedback"][0]["item"], Value::Null);
    team.call("feedback.toItem", json!({"feedback": feedback, "type": "fix"}));
    team.call("history.undo", json!({}));
    assert_eq!(get(&mut team, &sprint)["review"]["feedback"][0]["item"], Value::Null);
}

#[test]
fn what_the_review_changes_in_the_backlog_is_its_outcome() {
    let (mut team, items, sprint) = prepared();
    let review = id(&mut team, &sprint);
    let early = team.item("Before it began", 1.0);
    team.later(1);
    team.call("review.start", json!({"review": review}));
    team.later(1);
    let rope = team.item("Rope", 1.0);
    team.call("item.move", json!({"items": [rope], "place": {"to": "top"}}));
    team.call("item.edit", json!({"item": early, "estimate": 5}));
    team.call("item.cancel", json!({"items": [early], "reason": "Not wanted"}));
    let gone = team.item("Gone", 1.0);
    team.call("history.undo", json!({}));
    // What is done on the board is no change of the backlog.
    let column = team.column(1);
    team.call("board.move", json!({"item": items[2], "column": column}));
    let outcome = get(&mut team, &sprint)["review"]["outcome"].clone();
    assert_eq!(field(&outcome, "kind"), ["added", "moved", "reworded", "cancelled"]);
    assert_eq!(outcome[1]["label"], "Move HBR-6 to the top");
    assert_eq!(outcome[1]["items"][0]["title"], "Rope");
    assert!(!outcome.to_string().contains(gone.as_str().unwrap()));
    let told = team.call("review.end", json!({"review": review}));
    team.later(1);
    team.item("After it was over", 1.0);
    let minutes = told["review"]["minutes"].as_str().unwrap();
    assert!(minutes.contains("- Cancel HBR-5: Before it began"), "{minutes}");
    assert_eq!(get(&mut team, &sprint)["review"]["outcome"], outcome);
    // The clock may go back meanwhile; what came before is still before.
    team.later(-30);
    team.item("Later by an earlier clock", 1.0);
    assert_eq!(get(&mut team, &sprint)["review"]["outcome"], outcome);
}

#[test]
fn what_came_after_the_review_is_no_part_of_it() {
    let (mut team, items, sprint) = prepared();
    let review = id(&mut team, &sprint);
    let late = team.item("Late", 1.0);
    team.call("sprint.take", json!({"sprint": sprint, "items": [late]}));
    team.call("review.start", json!({"review": review}));
    let over = team.call("review.end", json!({"review": review}));
    let seen =
        |told: &Value| (told["delivered"].clone(), told["undone"].clone(), told["review"]["minutes"].clone());
    assert_eq!(over["delivered"]["committedDoneItems"], 2);
    assert_eq!(field(&over["undone"], "key"), ["HBR-3", "HBR-4", "HBR-5"]);
    // One is finished, one renamed and taken out, one goes for good, and the sprint closes with a split.
    team.finish(&items[3]);
    team.call("item.edit", json!({"item": items[2], "title": "Upper deck", "estimate": 8}));
    team.call("sprint.giveBack", json!({"items": [late]}));
    team.call("item.delete", json!({"items": [late]}));
    assert_eq!(seen(&get(&mut team, &sprint)), seen(&over));
    close_with_a_split(&mut team, &sprint, &items[2]);
    assert_eq!(seen(&get(&mut team, &sprint)), seen(&over));
    assert_eq!(get(&mut team, &sprint)["review"]["minutesWritten"], over["review"]["minutes"]);
}

#[test]
fn what_was_split_at_the_close_is_no_done_item_of_the_commitment() {
    let (mut team, items, sprint) = prepared();
    team.finish(&items[3]);
    close_with_a_split(&mut team, &sprint, &items[2]);
    let delivered = get(&mut team, &sprint)["delivered"].clone();
    assert_eq!((&delivered["committedItems"], &delivered["committedDoneItems"]), (&json!(4), &json!(3)));
    assert_eq!(delivered["committedDonePoints"], 7.0);
}

#[test]
fn the_length_follows_the_order_and_minutes_say_whose_they_are() {
    let (mut team, _, sprint) = prepared();
    let review = id(&mut team, &sprint);
    let points = get(&mut team, &sprint)["review"]["points"].clone();
    let length = |team: &mut Team| get(team, &sprint)["review"]["length"].clone();
    team.call("review.editPoint", json!({"point": points[0]["id"], "timebox": 10}));
    assert_eq!(length(&mut team), 60);
    team.call("review.editPoint", json!({"point": points[1]["id"], "timebox": 3}));
    assert_eq!(length(&mut team), 13);
    team.call("review.start", json!({"review": review}));
    let timer = team.call("timer.get", json!({"kind": "review", "subject": review}))["timer"].clone();
    assert_eq!(timer["lengthSeconds"], 13 * 60);
    let worded = |team: &mut Team| get(team, &sprint)["review"]["minutesWorded"].as_bool().unwrap();
    assert!(!worded(&mut team));
    team.call("review.end", json!({"review": review}));
    assert!(!worded(&mut team));
    team.call("review.write", json!({"review": review, "minutes": "We met."}));
    assert!(worded(&mut team));
    team.call("history.undo", json!({}));
    assert!(!worded(&mut team));
    team.call("history.redo", json!({}));
    assert!(worded(&mut team));
    team.call("review.write", json!({"review": review, "minutes": null}));
    assert!(!worded(&mut team));
}

#[test]
fn what_was_shown_and_said_stays_and_minutes_may_be_worded() {
    let (mut team, items, sprint) = prepared();
    let review = id(&mut team, &sprint);
    assert_eq!(team.refusal("review.end", json!({"review": review})), "review_not_started");
    let added = json!({"review": review, "title": "The budget"});
    let point = team.call("review.addPoints", added)["points"][2]["id"].clone();
    let said = json!({"review": review, "text": "Slower, please", "by": {"person": team.people[0]}});
    let feedback = team.call("feedback.add", said)["feedback"]["id"].clone();
    team.call("review.write", json!({"review": review, "notes": "Bring cake"}));
    team.call("review.start", json!({"review": review}));
    team.later(30);
    let over = team.call("review.end", json!({"review": review}));
    let kept = over["review"]["minutes"].clone();
    assert!(kept.as_str().unwrap().ends_with("## Notes\n\nBring cake\n"), "{kept}");
    let attendee = over["review"]["attendees"][0]["id"].clone();
    for (name, request) in [
        ("review.start", json!({"review": review})),
        ("review.end", json!({"review": review})),
        ("review.judgeGoal", json!({"review": review, "met": true})),
        ("review.invite", json!({"review": review, "guest": "Leif"})),
        ("review.uninvite", json!({"attendee": attendee})),
        ("review.markPresent", json!({"review": review, "attendees": [attendee], "present": true})),
        ("review.addPoints", json!({"review": review, "title": "More"})),
        ("review.editPoint", json!({"point": point, "timebox": 3})),
        ("review.movePoint", json!({"point": point, "to": 0})),
        ("review.removePoint", json!({"point": point})),
        ("feedback.add", json!({"review": review, "text": "Late"})),
        ("feedback.edit", json!({"feedback": feedback, "text": "Late"})),
        ("feedback.delete", json!({"feedback": feedback})),
    ] {
        assert_eq!(team.refusal(name, request), "review_ended", "{name}");
    }
    // Nor does an undo of something earlier get through.
    let actions = team.call("history.list", json!({"limit": 20}))["actions"].clone();
    let earlier = actions.as_array().unwrap().iter();
    let mut earlier = earlier.filter(|action| action["label"].as_str().unwrap().contains("“The budget”"));
    let action = earlier.next().unwrap()["action"].clone();
    let refused = team.attempt("history.undo", json!({"action": action}));
    assert!(refused.is_err());
    // The words of the minutes, and what feedback becomes, are another matter.
    let item = team.call("feedback.toItem", json!({"feedback": feedback}));
    let told = get(&mut team, &sprint);
    assert_eq!(told["review"]["minutes"], kept);
    assert!(
        told["review"]["minutesWritten"]
            .as_str()
            .unwrap()
            .contains(&format!("→ {}", item["key"].as_str().unwrap()))
    );
    team.call("review.write", json!({"review": review, "minutes": "We met."}));
    assert_eq!(team.refusal("review.write", json!({"review": review, "minutes": " "})), "review_minutes");
    assert_eq!(get(&mut team, &sprint)["review"]["minutes"], "We met.");
    let anew = team.call("review.write", json!({"review": review, "minutes": null}));
    assert_eq!(anew["review"]["minutes"], anew["review"]["minutesWritten"]);

    // The sprint closes, items go and change, and the Review is what it was.
    let before = get(&mut team, &sprint)["review"]["points"].clone();
    let decisions: Vec<Value> =
        items[2..].iter().map(|item| json!({"item": item, "outcome": "top"})).collect();
    team.call("sprint.close", json!({"sprint": sprint, "decisions": decisions}));
    team.call("item.edit", json!({"item": items[0], "title": "Quay"}));
    let after = get(&mut team, &sprint);
    assert_eq!(field(&after["review"]["points"], "title"), field(&before, "title"));
    assert_eq!(after["review"]["points"][0]["increment"], "Sprint 1 increment");
    assert_eq!(field(&after["undone"], "fate"), ["To Do", "To Do"]);
    assert_eq!(after["review"]["minutes"], anew["review"]["minutes"]);
}

#[test]
fn its_timer_starts_and_stops_with_it() {
    let (mut team, _, sprint) = prepared();
    let review = id(&mut team, &sprint);
    let points = get(&mut team, &sprint)["review"]["points"].clone();
    for point in points.as_array().unwrap() {
        team.call("review.editPoint", json!({"point": point["id"], "timebox": 10}));
    }
    let point = points[0]["id"].clone();
    let timed = |team: &mut Team, subject: &Value| {
        team.call("timer.get", json!({"kind": "review", "subject": subject}))["timer"].clone()
    };
    assert_eq!(timed(&mut team, &review), Value::Null);
    team.call("review.start", json!({"review": review}));
    let timer = timed(&mut team, &review);
    assert_eq!((&timer["state"], &timer["lengthSeconds"]), (&json!("running"), &json!(1200)));
    // A start that is taken back and done again goes on with it.
    team.call("history.undo", json!({}));
    team.later(5);
    team.call("review.start", json!({"review": review}));
    assert_eq!(timed(&mut team, &review)["spentMs"], 300_000);
    let request = json!({
        "product": team.product, "kind": "review", "subject": point, "label": "Pier", "seconds": 1200,
    });
    team.call("timer.start", request);
    team.call("review.end", json!({"review": review}));
    assert_eq!(timed(&mut team, &review)["state"], "stopped");
    assert_eq!(timed(&mut team, &point)["state"], "stopped");
}

#[test]
fn a_sprint_that_is_over_can_still_be_reviewed() {
    let mut team = Team::new();
    let items: Vec<Value> = ["Pier", "Fare"].iter().map(|title| team.item(title, 3.0)).collect();
    let sprint = team.running(&items);
    team.finish(&items[0]);
    let decisions = json!([{"item": items[1], "outcome": "next"}]);
    team.call("sprint.close", json!({"sprint": sprint, "decisions": decisions}));
    team.later(60 * 24 * 12);
    let told = team.call("review.prepare", json!({"sprint": sprint}));
    assert_eq!(field(&told["review"]["points"], "key"), ["HBR-1"]);
    assert_eq!(field(&told["undone"], "fate"), ["carried to the next sprint"]);
    assert_eq!(told["delivered"]["doneItems"], 1);
    assert_eq!(told["next"]["name"], "Sprint 2");
}

#[test]
fn a_whole_review_is_undone_and_redone() {
    let (mut team, _, sprint) = prepared();
    let begin = team.tables();
    let review = id(&mut team, &sprint);
    let point = get(&mut team, &sprint)["review"]["points"][1]["id"].clone();
    let steps = [
        ("review.invite", json!({"review": review, "guest": "Mia"})),
        ("review.movePoint", json!({"point": point, "to": 0})),
        ("review.start", json!({"review": review})),
        ("feedback.add", json!({"review": review, "point": point, "text": "Good", "by": {"guest": "Mia"}})),
        ("review.judgeGoal", json!({"review": review, "met": true, "reason": "All of it"})),
        ("review.end", json!({"review": review})),
    ];
    for (name, request) in &steps {
        team.later(1);
        team.call(name, request.clone());
    }
    let end = team.tables();
    for _ in &steps {
        team.call("history.undo", json!({}));
    }
    assert_eq!(team.tables(), begin);
    for _ in &steps {
        team.call("history.redo", json!({}));
    }
    assert_eq!(team.tables(), end);
    // The start of a sprint that was reviewed stays.
    let actions = team.call("history.list", json!({"limit": 50}))["actions"].clone();
    let start =
        actions.as_array().unwrap().iter().find(|action| action["label"] == "Start Sprint 1").unwrap();
    assert!(team.attempt("history.undo", json!({"action": start["action"]})).is_err());
}
