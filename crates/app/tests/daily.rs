//! The Daily Scrum over the contract: three of them over three days of the team's zone, one left out in between, one on a
//! day of 23 hours; who speaks, and when.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod team;

use serde_json::{Value, json};
use team::berlin::*;

#[test]
fn three_dailies_over_three_days_one_left_out_and_one_of_23_hours() {
    let mut berlin = Berlin::new();
    let (bo, cy) = (berlin.bo(), berlin.cy.clone());
    let (pier, fare, deck, task) =
        (berlin.pier.clone(), berlin.fare.clone(), berlin.deck.clone(), berlin.task.clone());

    // Thursday, 09:45 in Berlin. It looks back to the start of the sprint.
    berlin.move_to(&pier, 1);
    berlin.at("2026-03-26T08:45:00Z");
    let first = berlin.start();
    assert_eq!(
        (&first["day"], &first["previousDay"], &first["dayOff"]),
        (&json!("2026-03-26"), &Value::Null, &Value::Null)
    );
    assert_eq!(first["since"], json!("2026-03-26T08:00:00Z"));
    assert_eq!(first["people"].as_array().unwrap().len(), 2, "the Developers");
    assert_eq!(told(&of(&first, &bo)["moved"]), ["moved HBR-1: To Do → In Progress"]);
    assert_eq!(told(&of(&first, &cy)["moved"]), Vec::<String>::new());
    let id = first["id"].clone();
    for (person, line) in [
        (&bo, json!({"item": pier})),
        (&bo, json!({"item": deck, "text": "Begin the deck"})),
        (&bo, json!({"text": "Call the port office"})),
        (&cy, json!({"task": task})),
    ] {
        let mut request = json!({"daily": id, "person": person});
        request.as_object_mut().unwrap().extend(line.as_object().unwrap().clone());
        berlin.team.call("daily.plan", request);
    }
    berlin.vote(&id, &bo, 4);
    berlin.vote(&id, &cy, 5);
    assert_eq!(berlin.get(&id)["vote"]["average"], 4.5);
    berlin.at("2026-03-26T08:55:00Z");
    berlin.team.call("daily.end", json!({"daily": id}));

    // Friday is left out; work goes on. Sunday has 23 hours, and the team works: 09:45 is an hour earlier in UTC.
    berlin.at("2026-03-26T14:00:00Z");
    berlin.team.call("task.edit", json!({"task": task, "state": "done"}));
    berlin.at("2026-03-27T10:00:00Z");
    let raised = json!({"product": berlin.team.product, "title": "The crane is locked", "items": [fare]});
    let impediment = berlin.team.call("impediment.raise", raised)["id"].clone();
    berlin.team.call("item.edit", json!({"item": deck, "estimate": 3}));
    berlin.at("2026-03-29T07:45:00Z");
    let today = json!({"product": berlin.team.product});
    let today = berlin.team.call("daily.today", today);
    assert_eq!((&today["day"], &today["daily"]), (&json!("2026-03-29"), &Value::Null));
    assert_eq!((&today["previousDay"], &today["skippedDays"]), (&json!("2026-03-26"), &json!(1)));
    let second = berlin.start();
    assert_eq!((&second["since"], &second["skippedDays"]), (&json!("2026-03-26T08:45:00Z"), &json!(1)));
    let (of_bo, of_cy) = (of(&second, &bo), of(&second, &cy));
    assert_eq!(
        fates(&of_bo["yesterday"]),
        [("Pier", "moved"), ("Begin the deck", "moved"), ("Call the port office", "words")]
    );
    assert_eq!(fates(&of_cy["yesterday"]), [("Drive the piles", "done")]);
    assert_eq!(told(&of_cy["moved"]), ["blocked HBR-2: – → –", "done HBR-1 task: To Do → Done"]);
    // Nobody is assigned to the deck: what moved of it is of who did it.
    assert_eq!(told(&of_bo["moved"]), ["estimated HBR-3: 2 → 3"]);
    assert_eq!(of_cy["impediments"][0]["key"], "IMP-1", "it blocks an item that is theirs");
    let id = second["id"].clone();
    berlin.vote(&id, &bo, 2);
    let waiting = berlin.get(&id);
    assert_eq!((&waiting["vote"]["average"], &waiting["vote"]["votes"]), (&Value::Null, &json!(1)), "hidden");
    assert_eq!((&of(&waiting, &bo)["voted"], &of(&waiting, &bo)["confidence"]), (&json!(true), &Value::Null));
    berlin.vote(&id, &cy, 3);
    let shown = berlin.get(&id)["vote"].clone();
    assert_eq!((&shown["revealed"], &shown["average"]), (&json!(true), &json!(2.5)));
    assert_eq!(
        (&shown["previous"]["day"], &shown["previous"]["average"]),
        (&json!("2026-03-26"), &json!(4.5))
    );
    let trend: Vec<_> = shown["trend"]
        .as_array()
        .unwrap()
        .iter()
        .map(|point| (point["day"].clone(), point["average"].clone()))
        .collect();
    assert_eq!(
        trend,
        [
            (json!("2026-03-26"), json!(4.5)),
            (json!("2026-03-27"), Value::Null), // left out: a gap
            (json!("2026-03-29"), json!(2.5)),
        ]
    );
    berlin.team.call("daily.plan", json!({"daily": id, "person": cy, "item": fare}));
    berlin.team.call("daily.plan", json!({"daily": id, "person": cy, "impediment": impediment}));

    // Monday. Nobody had ended Sunday's: it is over with its day.
    berlin.at("2026-03-29T13:00:00Z");
    berlin
        .team
        .call("impediment.resolve", json!({"impediment": impediment, "resolution": "The key was found"}));
    berlin.team.finish(&pier);
    berlin.at("2026-03-29T22:30:00Z"); // 00:30 on Monday in Berlin
    assert_eq!(
        berlin.team.refusal("daily.vote", json!({"daily": id, "person": bo, "confidence": 5})),
        "daily_past"
    );
    let late = json!({"daily": id, "person": bo, "text": "Too late"});
    assert_eq!(berlin.team.refusal("daily.plan", late), "daily_past");
    assert_eq!(berlin.team.refusal("daily.next", json!({"daily": id})), "daily_past");
    assert_eq!(berlin.team.refusal("daily.reopen", json!({"daily": id})), "daily_past");
    berlin.at("2026-03-30T07:45:00Z");
    let third = berlin.start();
    assert_eq!((&third["previousDay"], &third["skippedDays"]), (&json!("2026-03-29"), &json!(0)));
    assert_eq!(fates(&of(&third, &cy)["yesterday"]), [("Fare", "moved"), ("The crane is locked", "done")]);
    assert_eq!(told(&of(&third, &bo)["moved"]), ["done HBR-1: In Progress → Done"]);
    assert_eq!(told(&of(&third, &cy)["moved"]), ["unblocked HBR-2: – → –"]);
    let running = berlin.team.call("timer.running", json!({}));
    assert_eq!(running["timers"].as_array().unwrap().len(), 1, "that of Sunday was stopped");

    // All of it can be read later, after the sprint too.
    let second_later = berlin.get(&second["id"]);
    assert_eq!((&second_later["underWay"], &second_later["open"]), (&json!(false), &json!(false)));
    assert_eq!(second_later["until"], json!("2026-03-29T22:00:00Z"), "until the end of its day of 23 hours");
    let listed = json!({"sprint": berlin.sprint});
    let listed = berlin.team.call("daily.list", listed);
    let days: Vec<_> = listed["dailies"].as_array().unwrap().iter().map(|row| row["day"].clone()).collect();
    assert_eq!(days, ["2026-03-30", "2026-03-29", "2026-03-26"]);
    berlin.team.call("daily.end", json!({"daily": third["id"]}));
    let decisions = json!([{"item": fare, "outcome": "top"}, {"item": deck, "outcome": "top"}]);
    let close = json!({"sprint": berlin.sprint, "decisions": decisions});
    berlin.team.call("sprint.close", close);
    let again = berlin.get(&third["id"]);
    assert_eq!(
        told(&of(&again, &bo)["moved"]),
        ["done HBR-1: In Progress → Done"],
        "the close is no news of it"
    );
    let late = json!({"daily": third["id"], "person": bo, "text": "Too late"});
    assert_eq!(berlin.team.refusal("daily.plan", late), "daily_sprint_over");
}

#[test]
fn a_day_has_one_and_it_is_taken_up_again() {
    let mut berlin = Berlin::new();
    let first = berlin.start();
    let id = first["id"].clone();
    let product = json!({"product": berlin.team.product});
    assert_eq!(berlin.team.refusal("daily.start", product.clone()), "daily_under_way");
    berlin.team.later(10);
    let ended = berlin.team.call("daily.end", json!({"daily": id}));
    assert_eq!((&ended["underWay"], &ended["open"]), (&json!(false), &json!(true)));
    for (name, request) in [
        ("daily.end", json!({"daily": id})),
        ("daily.next", json!({"daily": id})),
        ("daily.shuffle", json!({"daily": id})),
        ("daily.vote", json!({"daily": id, "person": berlin.bo(), "confidence": 3})),
    ] {
        assert_eq!(berlin.team.refusal(name, request), "daily_ended", "{name}");
    }
    // A plan may still be added on its day.
    let plan = json!({"daily": id, "person": berlin.bo(), "text": "One more thing"});
    berlin.team.call("daily.plan", plan);
    berlin.team.later(60);
    let again = berlin.team.call("daily.start", product);
    assert_eq!((&again["id"], &again["underWay"]), (&id, &json!(true)), "the same one");
    let timer = json!({"kind": "daily", "subject": id});
    let timer = berlin.team.call("timer.get", timer)["timer"].clone();
    assert_eq!(
        (&timer["state"], &timer["leftMs"]),
        (&json!("running"), &json!(5 * 60_000)),
        "and its timer goes on"
    );
    let ended = berlin.team.call("daily.end", json!({"daily": id}));
    assert_eq!(ended["underWay"], false);
    // Its end is taken back, while its timer stays as it is and is set going by hand.
    berlin.team.call("history.undo", json!({}));
    assert_eq!(berlin.get(&id)["underWay"], true);
    let stopped = json!({"kind": "daily", "subject": id});
    let stopped = berlin.team.call("timer.get", stopped)["timer"].clone();
    assert_eq!(stopped["state"], "stopped");
    assert_eq!(berlin.team.call("timer.resume", json!({"timer": stopped["id"]}))["state"], "running");
}

#[test]
fn turns_are_kept_on_the_timer_of_the_meeting() {
    let mut berlin = Berlin::new();
    let first = berlin.start();
    let id = first["id"].clone();
    let order: Vec<Value> =
        first["people"].as_array().unwrap().iter().map(|one| one["person"].clone()).collect();
    assert_eq!(of(&first, &order[0])["speaking"], true, "the first begins at once");
    let timer = json!({"kind": "daily", "subject": id});
    let timer = berlin.team.call("timer.get", timer)["timer"]["id"].clone();
    berlin.team.later(2);
    berlin.team.call("timer.pause", json!({"timer": timer}));
    berlin.team.later(30);
    berlin.team.call("timer.resume", json!({"timer": timer}));
    berlin.team.later(1);
    let second = berlin.team.call("daily.next", json!({"daily": id}));
    assert_eq!(of(&second, &order[0])["spokenMs"], 3 * 60_000, "a pause is nobody's");
    assert_eq!(of(&second, &order[1])["speaking"], true);
    berlin.team.later(4);
    // Back to the first, who has more to say, then on: nobody is left who had no turn.
    berlin.team.call("daily.next", json!({"daily": id, "person": order[0]}));
    berlin.team.later(1);
    let over = berlin.team.call("daily.next", json!({"daily": id}));
    assert!(over["people"].as_array().unwrap().iter().all(|one| one["speaking"] == false));
    assert_eq!(of(&over, &order[0])["spokenMs"], 4 * 60_000);
    assert_eq!(of(&over, &order[1])["spokenMs"], 4 * 60_000);
    let answer = berlin.team.answer("daily.next", json!({"daily": id}));
    assert!(answer.action.is_none(), "there is nobody left");
    assert_eq!(over["turns"].as_array().unwrap().len(), 3);
    // Each step can be taken back.
    for _ in 0..3 {
        berlin.team.call("history.undo", json!({}));
    }
    assert_eq!(of(&berlin.get(&id), &order[0])["speaking"], true);
    berlin.team.call("history.undo", json!({}));
    assert_eq!(berlin.team.refusal("daily.get", json!({"daily": id})), "not_found");
    let timer = json!({"kind": "daily", "subject": id});
    assert_eq!(berlin.team.call("timer.get", timer)["timer"], Value::Null, "its timer goes with it");
    for _ in 0..4 {
        berlin.team.call("history.redo", json!({}));
    }
    assert_eq!(berlin.get(&id)["turns"].as_array().unwrap().len(), 3);
}

#[test]
fn walking_the_board_goes_from_the_right_to_the_left() {
    let mut berlin = Berlin::new();
    let (pier, fare, deck) = (berlin.pier.clone(), berlin.fare.clone(), berlin.deck.clone());
    berlin.team.later(1);
    berlin.team.finish(&deck);
    berlin.move_to(&fare, 2);
    let product = berlin.team.product.clone();
    let walk = berlin.team.call("daily.start", json!({"product": product, "round": "board"}));
    let keys = |daily: &Value| -> Vec<String> {
        daily["items"]
            .as_array()
            .unwrap()
            .iter()
            .map(|item| item["key"].as_str().unwrap().to_owned())
            .collect()
    };
    assert_eq!(keys(&walk), ["HBR-3", "HBR-2", "HBR-1"]);
    assert_eq!(walk["items"][0]["speaking"], true);
    berlin.team.later(2);
    let next = berlin.team.call("daily.next", json!({"daily": walk["id"]}));
    assert_eq!(
        (&next["items"][0]["spokenMs"], &next["items"][1]["speaking"]),
        (&json!(120_000), &json!(true))
    );
    let there = berlin.team.call("daily.next", json!({"daily": walk["id"], "item": pier}));
    assert_eq!(there["items"][2]["speaking"], true);
    let other = berlin.team.item("Elsewhere", 1.0);
    assert_eq!(
        berlin.team.refusal("daily.next", json!({"daily": walk["id"], "item": other})),
        "daily_no_turn"
    );
    berlin.team.call("daily.end", json!({"daily": walk["id"]}));
    // The next day what was Done before is no news any more.
    berlin.team.later(24 * 60);
    let walk = berlin.team.call("daily.start", json!({"product": product, "round": "board"}));
    assert_eq!(keys(&walk), ["HBR-2", "HBR-1"]);
    let ended = berlin.team.call("daily.end", json!({"daily": walk["id"]}));
    assert_eq!(keys(&ended), ["HBR-2"], "of one that is over, what was spoken of");
}

#[test]
fn who_takes_part() {
    let mut berlin = Berlin::new();
    let (ada, bo, cy) = (berlin.team.people[0].clone(), berlin.bo(), berlin.cy.clone());
    // Cy is away: Bo is there alone, until Ada joins.
    berlin.team.call("daysOff.add", json!({"person": cy, "firstDay": "2026-03-26"}));
    let daily = berlin.start();
    let id = daily["id"].clone();
    let people = |daily: &Value| -> Vec<Value> {
        daily["people"].as_array().unwrap().iter().map(|one| one["person"].clone()).collect()
    };
    assert_eq!(people(&daily), vec![bo.clone()]);
    berlin.team.call("daily.join", json!({"daily": id, "person": ada}));
    assert_eq!(berlin.team.refusal("daily.join", json!({"daily": id, "person": ada})), "daily_there");
    assert_eq!(people(&berlin.get(&id)), [bo.clone(), ada.clone()]);
    assert_eq!(
        berlin.team.refusal("daily.vote", json!({"daily": id, "person": cy, "confidence": 3})),
        "daily_not_there"
    );
    berlin.team.call("daily.leave", json!({"daily": id, "person": ada}));
    berlin.team.call("daily.join", json!({"daily": id, "person": ada}));
    berlin.vote(&id, &ada, 2);
    assert_eq!(berlin.team.refusal("daily.leave", json!({"daily": id, "person": ada})), "daily_has_spoken");
    // Nor may an undo of the joining leave a vote of somebody who is not there.
    let history = json!({"limit": 5});
    let history = berlin.team.call("history.list", history);
    let joined = history["actions"]
        .as_array()
        .unwrap()
        .iter()
        .find(|action| action["label"] == "Ada Quist takes part in the Daily Scrum");
    let joined = joined.unwrap()["action"].clone();
    assert_eq!(berlin.team.refusal("history.undo", json!({"action": joined})), "undo_conflict");
    // A vote can be changed and taken back; nothing in the history of a hidden one tells what it is.
    berlin.team.call("daily.vote", json!({"daily": id, "person": ada, "confidence": 5}));
    berlin.team.call("daily.vote", json!({"daily": id, "person": ada, "confidence": null}));
    assert_eq!(of(&berlin.get(&id), &ada)["voted"], false);
    berlin.team.call("history.undo", json!({}));
    berlin.vote(&id, &bo, 4);
    assert_eq!(berlin.get(&id)["vote"]["average"], 4.5);
    for (request, code) in [
        (json!({"daily": id, "person": bo, "confidence": 0}), "daily_confidence"),
        (json!({"daily": id, "person": bo, "confidence": 6}), "daily_confidence"),
    ] {
        assert_eq!(berlin.team.refusal("daily.vote", request), code);
    }
}

#[test]
fn shuffling_leaves_who_has_spoken_in_front() {
    let mut berlin = Berlin::new();
    let roles = json!({"product": berlin.team.product, "roles": ["developer"]});
    for name in ["Di", "Ed", "Fay", "Gus", "Ida"] {
        berlin.team.call("person.add", json!({"name": name, "roles": roles}));
    }
    let daily = berlin.start();
    let order = |daily: &Value| -> Vec<String> {
        daily["people"]
            .as_array()
            .unwrap()
            .iter()
            .map(|one| one["name"].as_str().unwrap().to_owned())
            .collect()
    };
    let before = order(&daily);
    let mut seen = vec![before.clone()];
    for _ in 0..8 {
        berlin.team.call("daily.shuffle", json!({"daily": daily["id"]}));
        let now = order(&berlin.get(&daily["id"]));
        assert_eq!(now[0], before[0], "they speak already");
        let (mut all, mut those) = (now.clone(), before.clone());
        all.sort();
        those.sort();
        assert_eq!(all, those);
        seen.push(now);
    }
    seen.sort();
    seen.dedup();
    assert!(seen.len() > 1, "the order changes");
}
