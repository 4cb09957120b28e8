//! Today over the contract: what each role is told, where the sprint stands, and which event comes next, from an empty
//! product through a whole sprint.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod team;

use serde_json::{Value, json};
use team::Team;

const DAY: i64 = 60 * 24;

fn day(team: &mut Team, person: usize) -> Value {
    let asked = json!({"product": team.product, "person": team.people[person]});
    team.call("today.get", asked)
}

/// The kinds of what needs a person, with how many.
fn needs(day: &Value) -> Vec<(String, u64)> {
    let needs = day["needs"].as_array().unwrap().iter();
    needs.map(|need| (need["kind"].as_str().unwrap().to_owned(), need["count"].as_u64().unwrap())).collect()
}

fn has(day: &Value, kind: &str, count: u64) -> bool {
    needs(day).contains(&(kind.to_owned(), count))
}

/// Where the team stands, and what is behind; it never says another thing than the next event.
fn phase(team: &mut Team) -> (String, Vec<String>) {
    let told = team.call("today.phase", json!({"product": team.product}));
    let behind = told["behind"].as_array().unwrap().iter().map(|one| one.as_str().unwrap().to_owned());
    let now = told["now"].as_str().unwrap().to_owned();
    let event = next(team).0;
    assert_eq!(now == "retrospective", event == "retrospective");
    assert_eq!(now == "planning", event == "planning");
    (now, behind.collect())
}

fn next(team: &mut Team) -> (String, String, bool) {
    let next = day(team, 1)["next"].clone();
    (
        next["event"].as_str().unwrap().to_owned(),
        next["day"].as_str().unwrap().to_owned(),
        next["underWay"].as_bool().unwrap(),
    )
}

fn is(event: &str, day: &str, under_way: bool) -> (String, String, bool) {
    (event.to_owned(), day.to_owned(), under_way)
}

#[test]
fn the_next_event_follows_the_sprint() {
    let mut team = Team::new();
    assert_eq!(next(&mut team), is("planning", "2026-03-09", false));
    let item = team.item("Pier", 3.0);
    let sprint = team.running(std::slice::from_ref(&item));
    assert_eq!(next(&mut team), is("daily", "2026-03-09", false));
    let daily = team.call("daily.start", json!({"product": team.product}))["id"].clone();
    assert_eq!(next(&mut team), is("daily", "2026-03-09", true));
    team.call("daily.end", json!({"daily": daily}));
    assert_eq!(next(&mut team), is("daily", "2026-03-10", false));
    team.later(4 * DAY); // Friday, and none was kept since
    assert_eq!(next(&mut team), is("daily", "2026-03-13", false));
    assert!(has(&day(&mut team, 1), "dailiesSkipped", 3));
    team.later(DAY); // Saturday
    let saturday = day(&mut team, 1);
    assert!(saturday["dayOff"].as_str().unwrap().contains("Saturday"));
    assert_eq!(next(&mut team), is("daily", "2026-03-16", false));
    team.later(6 * DAY); // Friday, the last day
    team.finish(&item);
    let review = team.call("review.prepare", json!({"sprint": sprint}))["review"]["id"].clone();
    team.call("review.start", json!({"review": review}));
    assert_eq!(next(&mut team), is("review", "2026-03-20", true));
    team.call("review.judgeGoal", json!({"review": review, "met": true, "reason": "Shown"}));
    team.call("review.end", json!({"review": review}));
    assert_eq!(next(&mut team), is("close", "2026-03-20", false));
    team.call("sprint.close", json!({"sprint": sprint, "decisions": []}));
    assert_eq!(next(&mut team), is("retrospective", "2026-03-20", false));
    let retro = team.call("retro.start", json!({"product": team.product, "sprint": sprint}));
    assert_eq!(next(&mut team), is("retrospective", "2026-03-20", true));
    assert_eq!(day(&mut team, 1)["next"]["retro"], retro["id"]);
}

#[test]
fn the_phase_is_the_one_of_the_next_event() {
    let mut team = Team::new();
    let told =
        |now: &str, behind: &[&str]| (now.to_owned(), behind.iter().map(|one| (*one).to_owned()).collect());
    assert_eq!(phase(&mut team), told("planning", &[]));
    let item = team.item("Pier", 3.0);
    let sprint = team.running(std::slice::from_ref(&item));
    assert_eq!(phase(&mut team), told("work", &["planning"]));
    let daily = team.call("daily.start", json!({"product": team.product}))["id"].clone();
    assert_eq!(phase(&mut team), told("daily", &["planning", "work"]));
    team.call("daily.end", json!({"daily": daily}));
    assert_eq!(phase(&mut team), told("work", &["planning", "daily"]));
    let next = team.sprint();
    let carried = json!([{"item": item, "outcome": "next"}]);
    team.call("sprint.close", json!({"sprint": sprint, "decisions": carried}));
    assert_eq!(phase(&mut team), told("retrospective", &[]));
    let retro = team.call("retro.start", json!({"product": team.product, "sprint": sprint}));
    assert_eq!(phase(&mut team), told("retrospective", &[]));
    // The next sprint may begin meanwhile.
    team.later(14 * DAY);
    team.call("sprint.start", json!({"sprint": next}));
    assert_eq!(phase(&mut team), told("retrospective", &["planning"]));
    team.go(&retro, "gather");
    assert_eq!(phase(&mut team).0, "retrospective");
}

#[test]
fn a_review_goes_on_until_somebody_ends_it() {
    let mut team = Team::new();
    let item = team.item("Pier", 3.0);
    let sprint = team.running(std::slice::from_ref(&item));
    team.finish(&item);
    let review = team.call("review.prepare", json!({"sprint": sprint}))["review"]["id"].clone();
    team.call("review.start", json!({"review": review}));
    team.call("review.end", json!({"review": review}));
    // Ended before the last day: the team meets today still. Then its close comes next, and that is not today.
    assert_eq!(next(&mut team), is("daily", "2026-03-09", false));
    let daily = team.call("daily.start", json!({"product": team.product, "round": "people"}))["id"].clone();
    team.call("daily.end", json!({"daily": daily}));
    assert_eq!(next(&mut team), is("close", "2026-03-20", false));
    assert_eq!(day(&mut team, 1)["next"]["now"], false);
    let running =
        |team: &mut Team| team.call("sprint.closing", json!({"sprint": sprint}))["reviewRunning"].clone();
    assert_eq!(running(&mut team), false);
    for _ in 0..3 {
        team.call("history.undo", json!({}));
    }
    assert_eq!(running(&mut team), true);
    team.call("sprint.close", json!({"sprint": sprint, "decisions": []}));
    assert_eq!(next(&mut team), is("review", "2026-03-09", true));
    assert_eq!(day(&mut team, 1)["next"]["sprint"], sprint);
    let listed = team.call("review.list", json!({"product": team.product}));
    assert_eq!(listed["reviews"][0]["state"], "running");
    team.call("review.end", json!({"review": review}));
    assert_eq!(next(&mut team), is("retrospective", "2026-03-09", false));
}

#[test]
fn a_developer_is_told_what_is_theirs() {
    let mut team = Team::new();
    let items: Vec<Value> = ["Pier", "Fare", "Deck"].iter().map(|title| team.item(title, 3.0)).collect();
    team.running(&items);
    let bo = team.people[1].clone();
    for item in &items[..2] {
        team.call("item.edit", json!({"item": item, "assignees": [bo]}));
    }
    let column = team.column(1);
    for item in &items[..2] {
        team.call("board.move", json!({"item": item, "column": column}));
    }
    team.call("task.add", json!({"item": items[0], "title": "Measure it", "hours": 2, "person": bo}));
    team.later(DAY);
    let raised = json!({"product": team.product, "title": "The feed is down", "items": [items[1]]});
    team.call("impediment.raise", raised);
    let told = day(&mut team, 1);
    assert_eq!(told["roles"], json!(["developer", "scrumMaster"]));
    for (kind, count) in
        [("myBlocked", 1), ("myItems", 1), ("myTasks", 1), ("waiting", 1), ("unacknowledged", 1)]
    {
        assert!(has(&told, kind, count), "{kind}: {told}");
    }
    let mine = told["needs"].as_array().unwrap().iter().find(|need| need["kind"] == "myItems").unwrap();
    assert_eq!(
        (&mine["rows"][0]["title"], &mine["rows"][0]["note"]),
        (&json!("Pier"), &json!("In Progress"))
    );
    let sprint = &told["sprint"];
    assert_eq!((&sprint["dayNumber"], &sprint["workingDays"]), (&json!(2), &json!(10)));
    assert_eq!(
        (&sprint["items"], &sprint["done"], &sprint["impediments"]),
        (&json!(3), &json!(0), &json!(1))
    );
    assert_eq!(
        (&sprint["blocked"][0]["title"], &sprint["blocked"][0]["by"]),
        (&json!("Fare"), &json!("The feed is down"))
    );
    assert_eq!(sprint["burndown"]["remaining"], 9.0);
    // Nobody's day knows of nobody's items.
    let nobody = team.call("today.get", json!({"product": team.product}));
    assert_eq!(needs(&nobody), [("nextReview".to_owned(), 1)]);
}

#[test]
fn today_and_the_sprint_name_the_same_day_of_it() {
    let mut team = Team::new();
    let item = team.item("Pier", 3.0);
    let request =
        json!({"product": team.product, "goal": "Rebook", "startDay": "2026-03-11", "endDay": "2026-03-24"});
    let sprint = team.call("sprint.create", request)["id"].clone();
    team.call("sprint.take", json!({"sprint": sprint, "items": [item]}));
    let detail = |team: &mut Team| team.call("sprint.get", json!({"sprint": sprint}))["dayNumber"].clone();
    assert_eq!(detail(&mut team), Value::Null, "it is only planned");
    team.call("sprint.start", json!({"sprint": sprint}));
    // Two days before its first day, on it, on its second, on the last, after it.
    for (days, number) in [(0, json!(1)), (2, json!(1)), (1, json!(2)), (12, json!(10)), (1, Value::Null)] {
        team.later(days * DAY);
        let today = day(&mut team, 1)["sprint"]["dayNumber"].clone();
        assert_eq!((&today, detail(&mut team)), (&number, number.clone()));
    }
}

#[test]
fn a_product_owner_is_told_what_the_next_planning_needs() {
    let mut team = Team::new();
    assert!(has(&day(&mut team, 0), "noGoal", 1));
    team.call("product.edit", json!({"product": team.product, "goal": "Fewer calls"}));
    assert!(has(&day(&mut team, 0), "goalUnmeasured", 1));
    let measure = json!({"name": "Calls", "unit": "", "baseline": 90, "target": 30});
    team.call("goal.setMeasure", json!({"product": team.product, "measure": measure}));
    assert!(has(&day(&mut team, 0), "goalMeasuredLongAgo", 1));
    team.call("goal.record", json!({"product": team.product, "value": 80}));
    assert!(!needs(&day(&mut team, 0)).iter().any(|(kind, _)| kind.starts_with("goal")));
    assert!(has(&day(&mut team, 0), "nextSprintUnplanned", 1));
    let request = json!({"product": team.product, "title": "Rough"});
    team.call("item.create", request);
    let items: Vec<Value> = ["Pier", "Fare"].iter().map(|title| team.item(title, 3.0)).collect();
    team.running(&items[..1]);
    let told = day(&mut team, 0);
    assert!(has(&told, "unestimated", 1) && !has(&told, "nextSprintUnplanned", 1), "{told}");
    let review = team.column(2);
    team.call("board.move", json!({"item": items[0], "column": review}));
    assert!(has(&day(&mut team, 0), "waitingForAcceptance", 1));
    team.later(9 * DAY); // three working days are left
    assert!(has(&day(&mut team, 0), "nextSprintUnplanned", 1));
    let next = team.sprint();
    team.call("sprint.take", json!({"sprint": next, "items": [items[1]]}));
    assert!(!has(&day(&mut team, 0), "nextSprintUnplanned", 1));
    team.later(8 * DAY);
    assert!(has(&day(&mut team, 0), "goalMeasuredLongAgo", 1));
}

#[test]
fn a_scrum_master_is_told_what_waits_and_what_is_due() {
    let mut team = Team::new();
    let item = team.item("Pier", 3.0);
    let sprint = team.running(std::slice::from_ref(&item));
    let raised = json!({"product": team.product, "title": "The feed is down"});
    let impediment = team.call("impediment.raise", raised)["id"].clone();
    team.call("impediment.acknowledge", json!({"impediment": impediment}));
    let entry = json!({
        "product": team.product, "opportunity": "Review within a day", "state": "agreed", "reviewSprint": sprint,
    });
    team.call("improvement.propose", entry);
    let told = day(&mut team, 1);
    assert!(has(&told, "improvementsDue", 1) && !has(&told, "ageing", 1), "{told}");
    team.later(4 * DAY);
    assert!(has(&day(&mut team, 1), "ageing", 1));
    team.call("impediment.resolve", json!({"impediment": impediment, "resolution": "Restarted"}));
    assert!(!has(&day(&mut team, 1), "ageing", 1));
}

#[test]
fn a_stakeholder_is_told_of_the_review_and_of_what_was_delivered() {
    let mut team = Team::at_work();
    let request = json!({"name": "Cy Stone", "roles": {"product": team.product, "roles": ["stakeholder"]}});
    let cy = team.call("person.add", request)["id"].clone();
    let told = team.call("today.get", json!({"product": team.product, "person": cy}));
    let kinds: Vec<String> = needs(&told).into_iter().map(|(kind, _)| kind).collect();
    assert_eq!(kinds, ["nextReview", "lastIncrement"]);
    assert_eq!(told["needs"][1]["rows"][0]["title"], "Sprint 1 increment");
}
