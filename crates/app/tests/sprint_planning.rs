//! Planning a sprint in hours: days off, focus hours, the tasks of its items, and their order.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod team;

use serde_json::{Value, json};
use team::Team;

impl Team {
    /// Cy, a Developer like Bo.
    fn cy(&mut self) -> Value {
        let roles = json!({"product": self.product, "roles": ["developer"]});
        self.call("person.add", json!({"name": "Cy Moss", "roles": roles}))["id"].clone()
    }

    fn capacity(&mut self, sprint: &Value) -> Value {
        self.call("sprint.capacity", json!({"sprint": sprint}))
    }

    fn off(&mut self, person: &Value, first: &str, last: &str) -> Value {
        let request = json!({"person": person, "firstDay": first, "lastDay": last, "note": "Holiday"});
        self.call("daysOff.add", request)["id"].clone()
    }

    fn task(&mut self, item: &Value, title: &str, hours: Option<f64>, person: Option<&Value>) -> Value {
        let request = json!({"item": item, "title": title, "hours": hours, "person": person});
        self.call("task.add", request)["id"].clone()
    }

    fn tasks(&mut self, item: &Value) -> Vec<String> {
        let tasks = self.call("task.list", json!({"item": item}))["tasks"].take();
        tasks.as_array().unwrap().iter().map(|task| task["title"].as_str().unwrap().to_owned()).collect()
    }

    fn in_sprint(&mut self, sprint: &Value) -> Vec<String> {
        let items = self.call("sprint.get", json!({"sprint": sprint}))["items"].take();
        items.as_array().unwrap().iter().map(|item| item["title"].as_str().unwrap().to_owned()).collect()
    }

    fn undo(&mut self) {
        self.call("history.undo", json!({}));
    }
}

/// Of one person in a capacity: days, days off, hours, hours of tasks.
fn of(capacity: &Value, person: &Value) -> [f64; 4] {
    let people = capacity["people"].as_array().unwrap();
    let found = people.iter().find(|one| one["person"] == *person).unwrap();
    ["days", "daysOffCount", "hours", "remaining"].map(|field| found[field].as_f64().unwrap())
}

#[test]
fn two_people_on_holiday() {
    let mut team = Team::new();
    let (bo, cy) = (team.people[1].clone(), team.cy());
    // 9 to 20 March, two weeks of five working days.
    let sprint = team.sprint();
    let capacity = team.capacity(&sprint);
    assert_eq!((&capacity["workingDays"], &capacity["hours"]), (&json!(10), &json!(120.0)));
    assert_eq!(capacity["people"].as_array().unwrap().len(), 2, "the Product Owner does not develop");

    // Bo from Thursday over the weekend to Tuesday, Cy on two single days, one of them a Sunday.
    team.off(&bo, "2026-03-12", "2026-03-17");
    team.off(&cy, "2026-03-20", "2026-03-20");
    team.off(&cy, "2026-03-15", "2026-03-15");
    // What lies outside costs nothing.
    team.off(&cy, "2026-03-23", "2026-04-10");
    let capacity = team.capacity(&sprint);
    assert_eq!(of(&capacity, &bo), [6.0, 4.0, 36.0, 0.0]);
    assert_eq!(of(&capacity, &cy), [9.0, 1.0, 54.0, 0.0]);
    assert_eq!(capacity["hours"], 90.0);

    // A holiday of the product is off for both, and off once for Bo.
    team.call(
        "holiday.add",
        json!({"product": team.product, "day": "2026-03-17", "name": "St Patrick's Day"}),
    );
    let capacity = team.capacity(&sprint);
    assert_eq!((&capacity["workingDays"], &capacity["hours"]), (&json!(9), &json!(84.0)));
    assert_eq!(of(&capacity, &bo), [6.0, 3.0, 36.0, 0.0]);

    team.undo();
    team.undo();
    assert_eq!(team.capacity(&sprint)["hours"], 90.0, "the days after the sprint never counted");
    team.undo();
    team.undo();
    team.undo();
    assert_eq!(team.capacity(&sprint)["hours"], 120.0);
}

#[test]
fn focus_hours_are_of_a_person_in_a_product() {
    let mut team = Team::new();
    let (ada, bo) = (team.people[0].clone(), team.people[1].clone());
    let sprint = team.sprint();
    let set =
        |person: &Value, hours: Value| json!({"product": team.product, "person": person, "hours": hours});
    let (some, own, none, usual) =
        (set(&bo, json!(2.4)), set(&ada, json!(1)), set(&bo, json!(0)), set(&bo, Value::Null));
    assert_eq!(team.call("focusHours.set", some), json!({"hours": 2.4, "usual": false}));
    assert_eq!(team.capacity(&sprint)["hours"], 24.0);
    // The Product Owner counts as soon as somebody says how much.
    team.call("focusHours.set", own);
    assert_eq!(team.capacity(&sprint)["hours"], 34.0);
    team.call("focusHours.set", none);
    assert_eq!(of(&team.capacity(&sprint), &bo), [10.0, 0.0, 0.0, 0.0]);
    team.undo();
    assert_eq!(team.capacity(&sprint)["hours"], 34.0);
    assert_eq!(team.call("focusHours.set", usual), json!({"hours": 6.0, "usual": true}));

    for hours in [-0.5, 24.5, 1e9] {
        let request = json!({"product": team.product, "person": bo, "hours": hours});
        assert_eq!(team.refusal("focusHours.set", request), "focus_hours_range");
    }
    let di = team.call("person.add", json!({"name": "Di"}))["id"].clone();
    let request = json!({"product": team.product, "person": di, "hours": 3});
    assert_eq!(team.refusal("focusHours.set", request), "not_a_member");
    let all = team.call("team.availability", json!({"product": team.product}));
    assert_eq!(all["people"].as_array().unwrap().len(), 3);
}

#[test]
fn days_off_that_make_no_sense_are_refused() {
    let mut team = Team::new();
    let bo = team.people[1].clone();
    let entry = team.off(&bo, "2026-03-12", "2026-03-13");
    for (first, last, code) in [
        ("2026-03-10", "2026-03-09", "days_off_end_before_start"),
        ("2026-03-13", "2026-03-20", "days_off_overlap"),
        ("2026-03-01", "2026-03-31", "days_off_overlap"),
        ("2026-04-01", "2028-04-01", "days_off_too_long"),
        ("1999-04-01", "1999-04-01", "day_out_of_range"),
        ("2026-04-01", "9999-04-01", "day_out_of_range"),
        ("2026-04-31", "2026-05-01", "bad_request"),
    ] {
        let request = json!({"person": bo, "firstDay": first, "lastDay": last});
        assert_eq!(team.refusal("daysOff.add", request), code, "{first} to {last}");
    }
    let ada = team.people[0].clone();
    team.off(&ada, "2026-03-12", "2026-03-13");
    team.call("daysOff.remove", json!({"daysOff": entry}));
    team.off(&bo, "2026-03-13", "2026-03-20");
    // Undone out of order, both stand, and a day that is off twice is off once.
    let sprint = team.sprint();
    team.undo();
    assert_eq!(team.attempt("sprint.capacity", json!({"sprint": sprint})).unwrap_err().code, "not_found");
    team.call("person.remove", json!({"person": ada}));
    let request = json!({"person": ada, "firstDay": "2026-05-01"});
    assert_eq!(team.refusal("daysOff.add", request), "person_removed");
}

#[test]
fn tasks_ask_of_a_sprint_what_is_left_of_them() {
    let mut team = Team::new();
    let (bo, cy) = (team.people[1].clone(), team.cy());
    let items = [team.item("Pier", 2.0), team.item("Fare", 3.0), team.item("Deck", 5.0)];
    let sprint = team.sprint();
    team.call("sprint.take", json!({"sprint": sprint, "items": items[..2]}));
    let first = team.task(&items[0], "Draw it", Some(4.5), Some(&bo));
    team.task(&items[0], "Build it", Some(12.0), Some(&cy));
    let open = team.task(&items[1], "Measure", None, None);
    team.task(&items[1], "Ask around", Some(3.0), None);
    // In the backlog: no part of the sprint.
    team.task(&items[2], "Wait", Some(99.0), Some(&bo));
    let capacity = team.capacity(&sprint);
    assert_eq!((&capacity["remaining"], &capacity["unassigned"]), (&json!(19.5), &json!(3.0)));
    assert_eq!(capacity["withoutHours"], 1);
    assert_eq!((of(&capacity, &bo)[3], of(&capacity, &cy)[3]), (4.5, 12.0));

    team.call("task.edit", json!({"task": first, "state": "done"}));
    let listed = team.call("task.list", json!({"item": items[0]}));
    assert_eq!((&listed["remaining"], &listed["tasks"][0]["hours"]), (&json!(12.0), &json!(4.5)));
    assert_eq!(of(&team.capacity(&sprint), &bo)[3], 0.0);
    team.call("task.edit", json!({"task": first, "state": "todo"}));
    assert_eq!(of(&team.capacity(&sprint), &bo)[3], 4.5);

    // What goes takes its tasks along, and brings them when it comes back.
    team.call("sprint.giveBack", json!({"items": [items[0]]}));
    assert_eq!(team.capacity(&sprint)["remaining"], 3.0);
    assert_eq!(team.tasks(&items[0]), ["Draw it", "Build it"]);
    team.undo();
    assert_eq!(team.capacity(&sprint)["remaining"], 19.5);
    team.call("item.delete", json!({"items": [items[0]]}));
    team.undo();
    assert_eq!(team.tasks(&items[0]), ["Draw it", "Build it"]);

    // Cleared, not only left out.
    let edit = json!({"task": first, "hours": null, "person": null});
    let edited = team.call("task.edit", edit);
    assert_eq!((&edited["hours"], &edited["person"]), (&Value::Null, &Value::Null));
    team.call("person.remove", json!({"person": cy, "handOver": {"to": "nobody"}}));
    assert_eq!(team.refusal("task.edit", json!({"task": open, "person": cy})), "person_removed");
    let capacity = team.capacity(&sprint);
    assert_eq!(capacity["unassigned"], 15.0, "nobody is told that this work is done by somebody else");
}

#[test]
fn a_task_is_refused_what_it_cannot_be() {
    let mut team = Team::new();
    let item = team.item("Pier", 2.0);
    let other = team.item("Fare", 2.0);
    for (title, hours, code) in [
        ("", json!(1), "task_title"),
        ("a\nb", json!(1), "task_title"),
        ("Draw it", json!(-0.5), "task_hours_range"),
        ("Draw it", json!(999.5), "task_hours_range"),
        ("Draw it", json!("1"), "bad_request"),
    ] {
        let request = json!({"item": item, "title": title, "hours": hours});
        assert_eq!(team.refusal("task.add", request), code, "{title:?} {hours}");
    }
    let task = team.task(&item, "Draw it", Some(999.0), None);
    assert_eq!(team.refusal("task.edit", json!({"task": task, "hours": -1})), "task_hours_range");
    let request = json!({"item": other, "title": "Build it", "after": task});
    assert_eq!(team.refusal("task.add", request), "not_found");
    for n in 1..100 {
        team.task(&item, &format!("Step {n}"), None, None);
    }
    assert_eq!(team.refusal("task.add", json!({"item": item, "title": "One more"})), "tasks_many");
}

#[test]
fn tasks_stand_in_an_order_of_their_own() {
    let mut team = Team::new();
    let item = team.item("Pier", 2.0);
    let first = team.task(&item, "a", None, None);
    team.task(&item, "b", None, None);
    let third = team.task(&item, "c", None, None);
    team.call("task.add", json!({"item": item, "title": "a2", "after": first}));
    assert_eq!(team.tasks(&item), ["a", "a2", "b", "c"]);
    team.call("task.move", json!({"task": third, "to": 0}));
    assert_eq!(team.tasks(&item), ["c", "a", "a2", "b"]);
    team.call("task.move", json!({"task": third, "to": 9}));
    assert_eq!(team.tasks(&item), ["a", "a2", "b", "c"]);
    team.call("task.delete", json!({"task": first}));
    team.undo();
    assert_eq!(team.tasks(&item), ["a", "a2", "b", "c"]);
    for n in 0..200 {
        team.call("task.move", json!({"task": third, "to": n % 2}));
    }
    assert_eq!(team.tasks(&item), ["a", "c", "a2", "b"]);
}

#[test]
fn the_story_of_an_item_tells_of_its_tasks() {
    let mut team = Team::new();
    let bo = team.people[1].clone();
    let item = team.item("Pier", 2.0);
    let task = team.task(&item, "Draw it", None, None);
    for change in [
        json!({"hours": 3}),
        json!({"hours": 1.5}),
        json!({"person": bo}),
        json!({"state": "inProgress"}),
        json!({"title": "Draw all of it"}),
        json!({"state": "done"}),
    ] {
        let mut request = json!({"task": task});
        request.as_object_mut().unwrap().extend(change.as_object().unwrap().clone());
        team.call("task.edit", request);
    }
    team.call("task.delete", json!({"task": task}));
    let story = team.call("item.history", json!({"item": item, "limit": 200}));
    let told: Vec<_> =
        story["entries"].as_array().unwrap().iter().map(|entry| entry["text"].as_str().unwrap()).collect();
    let expect = [
        "deleted the task “Draw all of it”",
        "finished the task “Draw all of it”",
        "renamed the task “Draw it”",
        "began the task “Draw all of it”",
        "gave the task “Draw all of it” to Bo Lind",
        "lowered the hours left of “Draw all of it” from 3 to 1.5",
        "set the hours left of “Draw all of it” to 3",
        "added the task “Draw all of it”",
        "created it",
    ];
    assert_eq!(told, expect);
}

#[test]
fn what_is_done_keeps_its_tasks_and_what_is_left_takes_the_others_on() {
    let mut team = Team::new();
    let items = [team.item("Pier", 2.0), team.item("Fare", 3.0)];
    for item in &items {
        let drawn = team.task(item, "Draw it", Some(1.0), None);
        team.task(item, "Build it", Some(5.0), None);
        team.call("task.edit", json!({"task": drawn, "state": "done"}));
    }
    let sprint = team.running(&items);
    let board = team.call("board.get", json!({"product": team.product}));
    assert_eq!(board["columns"][0]["items"][0]["tasks"], json!({"count": 2, "done": 1, "remaining": 5.0}));
    team.finish(&items[0]);
    assert_eq!(team.tasks(&items[0]), ["Draw it", "Build it"]);
    assert_eq!(team.refusal("task.add", json!({"item": items[0], "title": "Polish"})), "item_finished");
    assert_eq!(team.capacity(&sprint)["remaining"], 5.0, "nothing is left of a Done item");

    let decisions =
        json!([{"item": items[1], "outcome": "split", "doneEstimate": 1, "done": team.all_met()}]);
    team.call("sprint.close", json!({"sprint": sprint, "decisions": decisions}));
    assert_eq!(team.tasks(&items[1]), ["Draw it"]);
    let rest = team.call("backlog.window", json!({"product": team.product, "offset": 0, "limit": 9}));
    assert_eq!(team.tasks(&rest["rows"][0]["id"].clone()), ["Build it"]);
    team.undo();
    assert_eq!(team.tasks(&items[1]), ["Draw it", "Build it"]);
}

#[test]
fn split_and_merged_items_lose_no_task() {
    let mut team = Team::new();
    let items = [team.item("Pier", 2.0), team.item("Fare", 3.0)];
    team.task(&items[0], "Draw it", None, None);
    team.task(&items[1], "Build it", None, None);
    team.call("item.merge", json!({"into": items[0], "items": [items[1]]}));
    assert_eq!(team.tasks(&items[0]), ["Draw it", "Build it"]);
    let parts = json!([{"title": "Pier, north"}, {"title": "Pier, south"}]);
    let split = team.call("item.split", json!({"item": items[0], "original": "close", "parts": parts}));
    assert_eq!(team.tasks(&split["parts"][0]["id"].clone()), ["Draw it", "Build it"]);
    assert_eq!(team.tasks(&items[0]), Vec::<String>::new());
}

#[test]
fn a_planned_sprint_is_ordered() {
    let mut team = Team::new();
    let items: Vec<Value> = ["a", "b", "c", "d"].iter().map(|title| team.item(title, 1.0)).collect();
    let sprint = team.sprint();
    team.call("sprint.take", json!({"sprint": sprint, "items": items}));
    let order = |picks: &[usize], to: u32| {
        let items: Vec<&Value> = picks.iter().map(|n| &items[*n]).collect();
        json!({"sprint": sprint, "items": items, "to": to})
    };
    for (picks, to, expect) in [
        (&[3][..], 0, ["d", "a", "b", "c"]),
        (&[3], 2, ["a", "b", "d", "c"]),
        // Several keep their order among themselves.
        (&[2, 0], 1, ["b", "a", "c", "d"]),
        (&[1], 99, ["a", "c", "d", "b"]),
    ] {
        team.call("sprint.order", order(picks, to));
        assert_eq!(team.in_sprint(&sprint), expect, "{picks:?} to {to}");
    }
    let nothing = team.answer("sprint.order", order(&[1], 3));
    assert!(nothing.action.is_none(), "it stands there already");
    team.undo();
    assert_eq!(team.in_sprint(&sprint), ["b", "a", "c", "d"]);
    for n in 0..150 {
        team.call("sprint.order", order(&[1], n % 2));
    }
    // One that has ended is not seen and not counted.
    team.call("item.cancel", json!({"items": [items[0]], "reason": "Not wanted"}));
    team.call("sprint.order", order(&[3], 1));
    let open: Vec<String> = team.in_sprint(&sprint).into_iter().filter(|title| title != "a").collect();
    assert_eq!(open, ["b", "d", "c"]);

    let stranger = team.item("e", 1.0);
    let request = json!({"sprint": sprint, "items": [stranger], "to": 0});
    assert_eq!(team.refusal("sprint.order", request), "not_found");
    team.call("sprint.start", json!({"sprint": sprint}));
    assert_eq!(team.refusal("sprint.order", order(&[3], 0)), "sprint_not_planned");
}
