//! The Daily Scrum over the contract: three of them over three days of the team's zone, one left out in between, one on a
//! day of 23 hours.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod team;

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::{Value, json};
use team::Team;

/// A team in Berlin that works on Sundays as well, with a sprint from Thursday, 26 March 2026: on Sunday the clocks go on.
struct Berlin {
    team: Team,
    sprint: Value,
    pier: Value,
    fare: Value,
    deck: Value,
    task: Value,
    cy: Value,
}

impl Berlin {
    fn new() -> Self {
        let mut team = Team::new();
        team.now = instant("2026-03-26T08:00:00Z");
        let product = team.product.clone();
        let days = json!(["mon", "tue", "wed", "thu", "fri", "sun"]);
        team.call(
            "product.edit",
            json!({"product": product, "timeZone": "Europe/Berlin", "workingDays": days}),
        );
        let roles = json!({"product": product, "roles": ["developer"]});
        let cy = team.call("person.add", json!({"name": "Cy Moor", "roles": roles}))["id"].clone();
        let [pier, fare, deck] = ["Pier", "Fare", "Deck"].map(|title| team.item(title, 2.0));
        let bo = team.people[1].clone();
        team.call("item.edit", json!({"item": pier, "assignees": [bo]}));
        team.call("item.edit", json!({"item": fare, "assignees": [cy]}));
        let task = json!({"item": pier, "title": "Drive the piles", "person": cy});
        let task = team.call("task.add", task)["id"].clone();
        let sprint = team.running(&[pier.clone(), fare.clone(), deck.clone()]);
        team.later(5);
        Self { team, sprint, pier, fare, deck, task, cy }
    }

    fn at(&mut self, text: &str) {
        self.team.now = instant(text);
    }

    fn bo(&self) -> Value {
        self.team.people[1].clone()
    }

    fn start(&mut self) -> Value {
        let product = self.team.product.clone();
        self.team.call("daily.start", json!({"product": product}))
    }

    fn get(&mut self, daily: &Value) -> Value {
        self.team.call("daily.get", json!({"daily": daily}))
    }

    fn vote(&mut self, daily: &Value, person: &Value, confidence: u8) {
        self.team.call("daily.vote", json!({"daily": daily, "person": person, "confidence": confidence}));
    }

    fn move_to(&mut self, item: &Value, column: usize) {
        let column = self.team.column(column);
        self.team.call("board.move", json!({"item": item, "column": column}));
    }
}

fn instant(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

/// One person of a Daily Scrum.
fn of<'a>(daily: &'a Value, person: &Value) -> &'a Value {
    daily["people"].as_array().unwrap().iter().find(|one| one["person"] == *person).unwrap()
}

/// "done HBR-1: In Progress → Done".
fn told(moved: &Value) -> Vec<String> {
    let text = |value: &Value| value.as_str().unwrap_or("–").to_owned();
    let one = |moved: &Value| {
        let task = if moved["task"].is_null() { "" } else { " task" };
        format!(
            "{} {}{task}: {} → {}",
            text(&moved["kind"]),
            text(&moved["key"]),
            text(&moved["from"]),
            text(&moved["to"])
        )
    };
    moved.as_array().unwrap().iter().map(one).collect()
}

fn fates(lines: &Value) -> Vec<(&str, &str)> {
    let lines = lines.as_array().unwrap().iter();
    lines.map(|line| (line["text"].as_str().unwrap(), line["fate"].as_str().unwrap())).collect()
}

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

#[test]
fn plans_and_impediments_in_place() {
    let mut berlin = Berlin::new();
    let daily = berlin.start();
    let (id, bo, cy, pier) = (daily["id"].clone(), berlin.bo(), berlin.cy.clone(), berlin.pier.clone());
    let line = berlin.team.call("daily.plan", json!({"daily": id, "person": bo, "task": berlin.task}));
    assert_eq!(
        (&line["text"], &line["key"], &line["item"]),
        (&json!("Drive the piles"), &json!("HBR-1"), &pier)
    );
    berlin.team.call("daily.replan", json!({"plan": line["id"], "text": "Drive two of the piles"}));
    assert_eq!(of(&berlin.get(&id), &bo)["today"][0]["text"], "Drive two of the piles");
    let label = berlin.team.answer("daily.unplan", json!({"plan": line["id"]})).action.unwrap().label;
    assert_eq!(label, "Take “Drive two of the piles” off the plan");
    let named =
        berlin.team.call("daily.plan", json!({"daily": id, "person": bo, "text": "Get HBR-2 to Done"}));
    assert_eq!(
        (&named["item"], &named["key"]),
        (&berlin.fare, &json!("HBR-2")),
        "words that hold a key name it"
    );
    berlin.team.call("daily.unplan", json!({"plan": named["id"]}));
    for (request, code) in [
        (json!({"daily": id, "person": bo}), "daily_plan"),
        (json!({"daily": id, "person": bo, "text": " "}), "daily_plan"),
        (json!({"daily": id, "person": bo, "item": pier, "task": berlin.task}), "daily_plan_twofold"),
        (json!({"daily": id, "person": bo, "item": "0193c0de-7000-7abc-8def-0123456789ab"}), "not_found"),
    ] {
        assert_eq!(berlin.team.refusal("daily.plan", request), code);
    }
    // Cy names it, Bo types it: it is Cy's, and it blocks the pier.
    let raised =
        json!({"daily": id, "person": cy, "title": "The feed key expires", "items": [pier], "owner": bo});
    let raised = berlin.team.call("daily.raise", raised);
    assert_eq!((&raised["key"], &raised["raisedBy"]), (&json!("IMP-1"), &bo));
    let now = berlin.get(&id);
    assert_eq!(
        (&of(&now, &cy)["impediments"][0]["key"], &of(&now, &cy)["impediments"][0]["raisedHere"]),
        (&json!("IMP-1"), &json!(true))
    );
    assert_eq!(of(&now, &cy)["impediments"][0]["blocks"], json!(["HBR-1"]));
    assert_eq!(told(&of(&now, &bo)["moved"]), ["blocked HBR-1: – → –"]);
    let choices: Vec<_> =
        now["choices"].as_array().unwrap().iter().map(|one| one["title"].as_str().unwrap()).collect();
    assert_eq!(choices, ["Pier", "Drive the piles", "Fare", "Deck", "The feed key expires"]);
    // What a line names may go; the line stays and says what it was.
    berlin.team.call("daily.plan", json!({"daily": id, "person": bo, "item": berlin.deck}));
    berlin.team.call("sprint.giveBack", json!({"items": [berlin.deck]}));
    berlin.team.call("item.delete", json!({"items": [berlin.deck]}));
    let gone = berlin.get(&id);
    assert_eq!(
        (&of(&gone, &bo)["today"][0]["text"], &of(&gone, &bo)["today"][0]["key"]),
        (&json!("Deck"), &json!("HBR-3"))
    );
    for _ in 0..4 {
        berlin.team.call("history.undo", json!({}));
    }
    assert_eq!(of(&berlin.get(&id), &cy)["impediments"], json!([]));
}

#[test]
fn a_day_off_and_a_sprint_that_does_not_run() {
    let mut berlin = Berlin::new();
    berlin.at("2026-03-28T09:00:00Z");
    let daily = berlin.start();
    assert_eq!(daily["dayOff"], "This is no working day: the team does not work on Saturdays.");
    let id = daily["id"].clone();
    berlin.vote(&id, &berlin.bo(), 3);
    berlin.team.call("daily.end", json!({"daily": id}));
    let ended = berlin.get(&id);
    assert_eq!(ended["vote"]["average"], 3.0, "shown when it is over, as far as it came");
    let trend = ended["vote"]["trend"].as_array().unwrap();
    assert_eq!(
        trend.iter().map(|point| point["day"].as_str().unwrap()).collect::<Vec<_>>(),
        ["2026-03-26", "2026-03-27", "2026-03-28"]
    );
    let holiday = json!({"product": berlin.team.product, "day": "2026-03-30", "name": "Harbour day"});
    berlin.team.call("holiday.add", holiday);
    berlin.at("2026-03-30T09:00:00Z");
    let today = json!({"product": berlin.team.product});
    assert_eq!(
        berlin.team.call("daily.today", today.clone())["dayOff"],
        "This is no working day: Harbour day."
    );
    let cancel = json!({"sprint": berlin.sprint, "reason": "The goal is obsolete"});
    berlin.team.call("sprint.cancel", cancel);
    assert_eq!(berlin.team.refusal("daily.start", today.clone()), "daily_no_sprint");
    assert_eq!(berlin.team.call("daily.today", today)["sprint"], Value::Null);
    assert_eq!(berlin.get(&id)["open"], false);
    let history = json!({"limit": 20});
    let history = berlin.team.call("history.list", history);
    let vote = history["actions"]
        .as_array()
        .unwrap()
        .iter()
        .find(|action| action["label"] == "Bo Lind votes on the Sprint Goal");
    let vote = vote.unwrap()["action"].clone();
    assert_eq!(
        berlin.team.refusal("history.undo", json!({"action": vote})),
        "undo_conflict",
        "its sprint is over"
    );
}

#[test]
fn a_clock_that_goes_back_does_no_harm() {
    let mut berlin = Berlin::new();
    let daily = berlin.start();
    let id = daily["id"].clone();
    berlin.team.later(5);
    berlin.team.call("daily.next", json!({"daily": id}));
    // Two days back: the day of it is still to come, and what was counted is not given back.
    berlin.team.now -= TimeDelta::days(2);
    let back = berlin.get(&id);
    assert_eq!((&back["underWay"], &back["clockMs"]), (&json!(true), &json!(300_000)));
    berlin.team.call("daily.next", json!({"daily": id}));
    let ended = berlin.team.call("daily.end", json!({"daily": id}));
    assert_eq!(ended["endedAt"], ended["startedAt"], "it did not end before it began");
}

#[test]
fn a_summary_in_words() {
    let mut berlin = Berlin::new();
    let (bo, cy, pier) = (berlin.bo(), berlin.cy.clone(), berlin.pier.clone());
    berlin.at("2026-03-26T08:45:00Z");
    let first = berlin.start()["id"].clone();
    berlin
        .team
        .call("daily.plan", json!({"daily": first, "person": bo, "item": pier, "text": "Get *it* to Done"}));
    berlin.vote(&first, &bo, 4);
    berlin.vote(&first, &cy, 5);
    berlin.at("2026-03-26T12:00:00Z");
    berlin.team.finish(&pier);
    berlin.at("2026-03-29T07:45:00Z");
    let second = berlin.start()["id"].clone();
    berlin.team.call(
        "daily.raise",
        json!({"daily": second, "person": cy, "title": "The crane is locked", "items": [berlin.fare]}),
    );
    berlin.vote(&second, &bo, 3);
    berlin.vote(&second, &cy, 3);
    let text =
        berlin.team.call("daily.summary", json!({"daily": second}))["markdown"].as_str().unwrap().to_owned();
    for part in [
        "# Daily Scrum, Sunday, 29 March 2026\n",
        "Sprint 1: Rebook in two minutes\n",
        "Since Thursday, 26 March 09:45, with one working day without a Daily Scrum in between\n",
        "## Bo Lind\n\nMoved:\n\n- HBR-1 Pier: To Do → Done\n\nHad planned:\n\n- Get \\*it\\* to Done (HBR-1): done\n",
        "Impediments:\n\n- IMP-1 The crane is locked (blocks HBR-2)\n",
        "3 of 5 (2 of 2 voted; 4.5 on 26 March)\n",
    ] {
        assert!(text.contains(part), "{part:?} is not in\n{text}");
    }
}
