//! The improvement register over sprints: agreed in one, sampled in the next, reviewed and kept in a third; by hand and
//! in the app the same figures, and the same a year later.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod team;

use serde_json::{Value, json};
use team::Team;

const DAY: i64 = 60 * 24;

fn propose(team: &mut Team, kpi: Value) -> Value {
    let request = json!({
        "product": team.product, "opportunity": "Review within a day", "category": "Flow", "state": "agreed", "kpi": kpi,
    });
    team.call("improvement.propose", request)
}

fn kpi(figure: &str, target: f64, direction: &str) -> Value {
    json!({"figure": figure, "name": "", "unit": "", "target": target, "direction": direction})
}

/// An entry with its course. What the register says of where it stands is the same, or nothing while nothing is known.
fn look(team: &mut Team, entry: &Value) -> Value {
    let id = if entry.is_object() { &entry["id"] } else { entry };
    let told = team.call("improvement.get", json!({"improvement": id}));
    let all = team.call("improvement.standings", json!({"product": team.product}))["standings"].clone();
    let standing = all.as_array().unwrap().iter().find(|one| one["improvement"] == *id);
    let course = &told["course"];
    let expected = course["last"].is_number().then(|| {
        json!({"improvement": id, "last": course["last"], "progress": course["progress"], "reached": course["reached"], "better": course["better"]})
    });
    assert_eq!(standing, expected.as_ref());
    told
}

/// The values of a course with the sprint each is from; a sprint without one has null.
fn values(detail: &Value) -> Vec<(String, Value)> {
    let samples = detail["course"]["samples"].as_array().unwrap().iter();
    samples
        .map(|sample| (sample["sprintName"].as_str().unwrap().to_owned(), sample["value"].clone()))
        .collect()
}

fn of(pairs: &[(&str, f64)]) -> Vec<(String, Value)> {
    pairs.iter().map(|(name, value)| ((*name).to_owned(), json!(value))).collect()
}

fn begin(team: &mut Team, item: &Value) {
    let column = team.column(1);
    team.call("board.move", json!({"item": item, "column": column}));
}

/// A sprint whose one item takes so many days. It begins on a Monday and is closed on its last day.
fn sprint_of(team: &mut Team, title: &str, days: i64) -> (Value, Value) {
    let item = team.item(title, 3.0);
    let sprint = team.running(std::slice::from_ref(&item));
    begin(team, &item);
    team.later((days - 1) * DAY);
    team.finish(&item);
    team.later((11 - days + 1) * DAY);
    team.call("sprint.close", json!({"sprint": sprint, "decisions": []}));
    team.later(3 * DAY);
    (sprint, item)
}

#[test]
fn agreed_in_one_sprint_sampled_in_the_second_kept_in_the_third() {
    let mut team = Team::new();
    let (first, _) = sprint_of(&mut team, "Pier", 9);
    let retro = team.call("retro.start", json!({"product": team.product, "sprint": first}));
    team.go(&retro, "decide");
    let request = json!({
        "product": team.product, "opportunity": "Review within a day", "category": "Flow", "retro": retro["id"],
        "kpi": kpi("cycleTimeMedian", 4.0, "down"),
    });
    let entry = team.call("improvement.propose", request);
    assert_eq!(entry["kpi"]["baseline"], Value::Null, "it is only proposed");
    let agreed = team.call("improvement.setState", json!({"improvement": entry["id"], "state": "agreed"}));
    assert_eq!(
        (&agreed["kpi"]["baseline"], &agreed["baselineFrom"]),
        (&json!(9.0), &json!("Sprint 1")),
        "the baseline is what it was in the last sprint that was closed"
    );
    assert_eq!(
        (&agreed["kpi"]["name"], &agreed["kpi"]["unit"]),
        (&json!("Cycle time, median"), &json!("days"))
    );
    let third = {
        team.go(&retro, "close");
        team.call("retro.close", json!({"retro": retro["id"]}));
        sprint_of(&mut team, "Fare", 6);
        let third = team.sprint();
        let request = json!({"improvement": entry["id"], "reviewSprint": third});
        assert_eq!(team.call("improvement.edit", request)["due"], Value::Null);
        third
    };
    let sampled = look(&mut team, &entry);
    assert_eq!(values(&sampled), of(&[("Sprint 1", 9.0), ("Sprint 2", 6.0)]));
    let course = &sampled["course"];
    assert_eq!(
        (&course["last"], &course["change"], &course["progress"]),
        (&json!(6.0), &json!(-3.0), &json!(60.0))
    );
    assert_eq!((&course["better"], &course["reached"]), (&json!(true), &json!(false)));
    let after: Vec<&Value> = course["samples"].as_array().unwrap().iter().map(|s| &s["after"]).collect();
    assert_eq!(after, [&json!(false), &json!(true)]);

    // The third sprint runs: the review is due; a later one begins: it is overdue.
    let item = team.item("Deck", 3.0);
    team.call("sprint.take", json!({"sprint": third, "items": [item]}));
    team.call("sprint.start", json!({"sprint": third}));
    assert_eq!(look(&mut team, &entry)["entry"]["due"], "now");
    begin(&mut team, &item);
    team.later(2 * DAY);
    team.finish(&item);
    team.later(9 * DAY);
    team.call("sprint.close", json!({"sprint": third, "decisions": []}));
    let retro = team.call("retro.start", json!({"product": team.product, "sprint": third}));
    assert_eq!(retro["due"][0]["id"], entry["id"], "the retrospective opens on it");
    team.call("improvement.setState", json!({"improvement": entry["id"], "state": "inReview"}));
    let kept = json!({"improvement": entry["id"], "state": "kept", "outcome": "Reviews come within a day"});
    assert_eq!(team.call("improvement.setState", kept)["due"], Value::Null);
    let year = team.call("improvement.kept", json!({"product": team.product}));
    assert_eq!(year["total"], json!({"kept": 1, "adapted": 0, "dropped": 0}));
    assert_eq!(year["categories"][0]["category"], "Flow");
    let told = &year["entries"][0];
    assert_eq!(told["outcome"], "Reviews come within a day");
    assert_eq!((&told["measured"]["baseline"], &told["measured"]["last"]), (&json!(9.0), &json!(3.0)));
    assert_eq!((&told["measured"]["change"], &told["measured"]["reached"]), (&json!(-6.0), &json!(true)));
}

#[test]
fn what_was_kept_is_told_as_of_the_end_of_the_period() {
    let mut team = Team::new();
    let entry =
        propose(&mut team, json!({"name": "Wait", "unit": "h", "baseline": 9.5, "direction": "down"}));
    let id = entry["id"].clone();
    team.later(10 * DAY);
    team.call("improvement.record", json!({"improvement": id, "value": 5}));
    let keep = json!({"improvement": id, "state": "kept", "outcome": "Waits halved"});
    team.call("improvement.setState", keep);
    team.later(10 * DAY);
    // Taken up again, in other words, and given up.
    team.call(
        "improvement.edit",
        json!({"improvement": id, "category": "People", "outcome": "Halved at first"}),
    );
    team.call("improvement.setState", json!({"improvement": id, "state": "agreed"}));
    team.later(DAY);
    team.call("improvement.record", json!({"improvement": id, "value": 12}));
    team.call(
        "improvement.setState",
        json!({"improvement": id, "state": "dropped", "outcome": "It came back"}),
    );

    let product = team.product.clone();
    let told = |team: &mut Team, to: &str| {
        let kept = team.call("improvement.kept", json!({"product": product, "from": "2026-03-01", "to": to}));
        let first = &kept["entries"][0];
        let open = kept["open"].clone();
        (
            open,
            first["state"].clone(),
            first["outcome"].clone(),
            first["category"].clone(),
            first["measured"]["last"].clone(),
        )
    };
    let nothing = Value::Null;
    assert_eq!(
        told(&mut team, "2026-03-12"),
        (json!(1), nothing.clone(), nothing.clone(), nothing.clone(), nothing)
    );
    assert_eq!(
        told(&mut team, "2026-03-20"),
        (json!(0), json!("kept"), json!("Waits halved"), json!("Flow"), json!(5.0)),
        "what came later is unknown to the period"
    );
    assert_eq!(
        told(&mut team, "2026-04-20"),
        (json!(0), json!("dropped"), json!("It came back"), json!("People"), json!(12.0))
    );
    let backwards = json!({"product": team.product, "from": "2026-03-10", "to": "2026-03-01"});
    assert_eq!(team.refusal("improvement.kept", backwards), "period_backwards");
}

#[test]
fn every_entry_raised_in_a_period_is_in_one_of_its_sums() {
    let mut team = Team::new();
    for state in ["kept", "adapted", "dropped", "inProgress", "agreed", "proposed", "proposed"] {
        let proposed = json!({"product": team.product, "opportunity": format!("To be {state}")});
        let entry = team.call("improvement.propose", proposed)["id"].clone();
        let settled = ["kept", "adapted", "dropped"].contains(&state);
        let way =
            ["agreed", "inProgress", "inReview"].into_iter().take_while(|step| settled || *step != state);
        let way: Vec<&str> =
            way.filter(|_| state != "proposed").chain([state]).filter(|s| *s != "proposed").collect();
        for step in way {
            let outcome = if settled && step == state { "Seen" } else { "" };
            let request = json!({"improvement": entry, "state": step, "outcome": outcome});
            team.call("improvement.setState", request);
        }
    }
    let told = team.call("improvement.kept", json!({"product": team.product}));
    assert_eq!(told["total"], json!({"kept": 1, "adapted": 1, "dropped": 1}));
    assert_eq!((&told["raised"], &told["open"], &told["proposed"]), (&json!(7), &json!(2), &json!(2)));
}

/// A sprint from Monday to Friday of the next week in which everything happens once.
fn eventful(team: &mut Team) -> (Value, Vec<Value>) {
    let items: Vec<Value> =
        [("Pier", 5.0), ("Fare", 3.0), ("Deck", 2.0), ("Ramp", 8.0)].map(|(t, e)| team.item(t, e)).to_vec();
    let sprint = team.running(&items[..4]);
    begin(team, &items[0]); // Monday to Tuesday: 2 days
    begin(team, &items[1]); // Monday to the Monday after: 8 days
    let raised = json!({"product": team.product, "title": "The feed is down", "items": [items[1]]});
    let impediment = team.call("impediment.raise", raised)["id"].clone();
    team.call("impediment.begin", json!({"impediment": impediment}));
    team.later(150); // two hours and a half
    team.call("impediment.restore", json!({"impediment": impediment}));
    team.call("impediment.resolve", json!({"impediment": impediment}));
    team.later(DAY - 150);
    team.finish(&items[0]);
    let late = team.item("Added", 1.0);
    team.call("sprint.take", json!({"sprint": sprint, "items": [late]}));
    begin(team, &late); // Tuesday to Friday: 4 days
    team.later(3 * DAY);
    team.finish(&late);
    team.later(3 * DAY);
    team.finish(&items[1]);
    team.later(4 * DAY);
    let decisions = json!([{"item": items[2], "outcome": "top"}, {"item": items[3], "outcome": "next"}]);
    team.call("sprint.close", json!({"sprint": sprint, "decisions": decisions}));
    team.later(10);
    (sprint, [items, vec![late]].concat())
}

/// What each figure was, by hand: 9 of 18 points and one added; 2, 4 and 8 days; 2 of 4 carried; 3 items in 10 days.
const BY_HAND: [(&str, f64); 8] = [
    ("velocity", 9.0),
    ("sayDo", 44.4),
    ("cycleTimeMedian", 4.0),
    ("cycleTime85", 8.0),
    ("blockedTime", 2.5),
    ("mttr", 2.5),
    ("carryOver", 50.0),
    ("throughput", 0.3),
];

#[test]
fn every_figure_is_the_one_by_hand_and_stays_it() {
    let mut team = Team::new();
    let (sprint, items) = eventful(&mut team);
    let mut entries = Vec::new();
    for (figure, expect) in BY_HAND {
        let entry = propose(&mut team, json!({"figure": figure, "name": "", "unit": "", "direction": "up"}));
        assert_eq!((figure, &entry["kpi"]["baseline"]), (figure, &json!(expect)));
        assert_eq!(entry["baselineFrom"], "Sprint 1");
        entries.push((entry["id"].clone(), expect));
    }
    // The room of impediments tells the same.
    let asked = json!({"product": team.product, "period": {"of": "sprint", "sprint": sprint}});
    let room = team.call("impediment.figures", asked);
    assert_eq!(room["timeToRestore"]["meanHours"], 2.5);
    assert_eq!(room["blocked"]["hours"], 2.5);

    // A year on everything is otherwise: reopened, renamed, estimated anew, deleted, people and columns renamed.
    team.later(DAY);
    let second = team.running(&items[2..3]);
    team.call("item.edit", json!({"item": items[3], "estimate": 1}));
    team.call("item.delete", json!({"items": [items[3]]}));
    let column = team.column(1);
    team.call("column.edit", json!({"column": column, "name": "Doing"}));
    team.call("person.edit", json!({"person": team.people[1], "name": "Bo Berg"}));
    begin(&mut team, &items[2]);
    team.later(DAY);
    team.finish(&items[2]);
    team.later(10 * DAY);
    team.call("sprint.close", json!({"sprint": second, "decisions": []}));
    team.later(365 * DAY);
    for (entry, expect) in entries {
        let detail = look(&mut team, &entry);
        assert_eq!(values(&detail)[0], ("Sprint 1".to_owned(), json!(expect)), "{detail}");
        assert_eq!(values(&detail).len(), 2);
    }
}

#[test]
fn a_close_taken_back_leaves_no_sample_and_does_not_begin_work_anew() {
    let mut team = Team::new();
    let item = team.item("Pier", 3.0);
    let sprint = team.running(std::slice::from_ref(&item));
    begin(&mut team, &item);
    team.later(4 * DAY);
    let carried = json!([{"item": item, "outcome": "place"}]);
    team.call("sprint.close", json!({"sprint": sprint, "decisions": carried}));
    let entry = propose(&mut team, kpi("carryOver", 0.0, "down"));
    assert_eq!((&entry["kpi"]["baseline"], &entry["baselineFrom"]), (&json!(100.0), &json!("Sprint 1")));
    team.call("history.undo", json!({}));
    team.call("history.undo", json!({}));
    team.later(DAY);
    let entry = propose(&mut team, kpi("cycleTimeMedian", 2.0, "down"));
    assert_eq!(entry["kpi"]["baseline"], Value::Null, "no sprint is closed");
    assert_eq!(
        team.refusal("improvement.takeBaseline", json!({"improvement": entry["id"]})),
        "improvement_no_sample"
    );
    team.finish(&item);
    team.call("sprint.close", json!({"sprint": sprint, "decisions": []}));
    let taken = team.call("improvement.takeBaseline", json!({"improvement": entry["id"]}));
    // From Monday to Saturday: off the board for a while, it was never put down.
    assert_eq!((&taken["kpi"]["baseline"], &taken["baselineFrom"]), (&json!(6.0), &json!("Sprint 1")));
}

#[test]
fn a_sprint_without_a_value_says_why() {
    let mut team = Team::new();
    let item = team.item("Pier", 3.0);
    let sprint = team.running(std::slice::from_ref(&item));
    team.later(60);
    team.finish(&item);
    team.call("sprint.close", json!({"sprint": sprint, "decisions": []}));
    for (figure, why) in [("mttr", "incident"), ("cycleTime85", "in progress")] {
        let entry = propose(&mut team, kpi(figure, 1.0, "down"));
        let course = look(&mut team, &entry)["course"].clone();
        let missing = course["samples"][0]["missing"].as_str().unwrap();
        assert!(missing.contains(why), "{missing}");
        assert_eq!(course["samples"][0]["value"], Value::Null, "none, and not 0");
        assert_eq!(entry["kpi"]["baseline"], Value::Null);
    }
}

#[test]
fn a_baseline_is_the_teams_decision() {
    let mut team = Team::new();
    sprint_of(&mut team, "Pier", 9);
    // One that somebody wrote stays.
    let mut written = kpi("cycleTimeMedian", 4.0, "down");
    written["baseline"] = json!(12);
    let entry = propose(&mut team, written);
    assert_eq!((&entry["kpi"]["baseline"], &entry["baselineFrom"]), (&json!(12.0), &Value::Null));
    // Measured by another figure, it is taken from there.
    let other = json!({"improvement": entry["id"], "kpi": kpi("velocity", 20.0, "up")});
    let entry = team.call("improvement.edit", other);
    assert_eq!((&entry["kpi"]["baseline"], &entry["baselineFrom"]), (&json!(3.0), &json!("Sprint 1")));
    // A target beside it leaves it where it is from, a number written over it does not.
    let mut same = entry["kpi"].clone();
    same["target"] = json!(25.0);
    let entry = team.call("improvement.edit", json!({"improvement": entry["id"], "kpi": same}));
    assert_eq!(entry["baselineFrom"], "Sprint 1");
    same["baseline"] = json!(5.0);
    let entry = team.call("improvement.edit", json!({"improvement": entry["id"], "kpi": same}));
    assert_eq!((&entry["kpi"]["baseline"], &entry["baselineFrom"]), (&json!(5.0), &Value::Null));
    let by_hand = json!({"improvement": entry["id"], "kpi": {"name": "Mood", "unit": "", "direction": "up"}});
    let entry = team.call("improvement.edit", by_hand);
    assert_eq!(
        team.refusal("improvement.takeBaseline", json!({"improvement": entry["id"]})),
        "improvement_not_sampled"
    );
}

#[test]
fn values_are_recorded_by_hand_where_nothing_samples() {
    let mut team = Team::new();
    let entry = propose(
        &mut team,
        json!({"name": "Wait", "unit": "h", "baseline": 9.5, "target": 4, "direction": "down"}),
    );
    let id = entry["id"].clone();
    team.later(3 * DAY);
    let request = json!({"improvement": id, "value": 7, "day": "2026-03-10", "note": "Two reviewers away"});
    let detail = team.call("improvement.record", request);
    assert_eq!(detail["course"]["samples"][0]["note"], "Two reviewers away");
    let detail = team.call("improvement.record", json!({"improvement": id, "value": 4}));
    assert_eq!((&detail["course"]["last"], &detail["course"]["progress"]), (&json!(4.0), &json!(100.0)));
    assert_eq!(detail["course"]["reached"], true);
    let newest = detail["course"]["samples"][1]["measurement"].clone();
    let detail = team.call("improvement.deleteMeasurement", json!({"measurement": newest}));
    assert_eq!(detail["course"]["last"], 7.0);
    team.call("history.undo", json!({}));
    assert_eq!(look(&mut team, &id)["course"]["last"], 4.0);

    let tomorrow = json!({"improvement": id, "value": 7, "day": "2026-03-13"});
    assert_eq!(team.refusal("improvement.record", tomorrow), "improvement_day_to_come");
    assert_eq!(
        team.refusal("improvement.record", json!({"improvement": id, "value": 1e13})),
        "improvement_kpi_value"
    );
    let sampled = propose(&mut team, kpi("velocity", 20.0, "up"));
    let by_hand = json!({"improvement": sampled["id"], "value": 7});
    assert_eq!(team.refusal("improvement.record", by_hand), "improvement_sampled");
    let plain = json!({"product": team.product, "opportunity": "Talk more"});
    let plain = team.call("improvement.propose", plain);
    let unmeasured = json!({"improvement": plain["id"], "value": 7});
    assert_eq!(team.refusal("improvement.record", unmeasured), "improvement_unmeasured");
}

#[test]
fn an_entry_follows_the_item_it_became() {
    let mut team = Team::new();
    let entry = propose(&mut team, Value::Null);
    let id = entry["id"].clone();
    let item = team.call("improvement.toItem", json!({"improvement": id}))["id"].clone();
    let told = |team: &mut Team| {
        let entry = look(team, &id)["entry"].clone();
        (
            entry["item"]["standing"].clone(),
            entry["item"]["position"].clone(),
            entry["item"]["sprint"].clone(),
            entry["suggested"].clone(),
        )
    };
    let nothing = Value::Null;
    assert_eq!(told(&mut team), (json!("backlog"), json!(1), nothing.clone(), nothing.clone()));
    let sprint = team.sprint();
    team.call("sprint.take", json!({"sprint": sprint, "items": [item]}));
    assert_eq!(told(&mut team), (json!("planned"), nothing.clone(), json!("Sprint 1"), nothing.clone()));
    team.call("sprint.start", json!({"sprint": sprint}));
    assert_eq!(told(&mut team), (json!("running"), nothing.clone(), json!("Sprint 1"), json!("inProgress")));
    team.later(60);
    team.finish(&item);
    assert_eq!(told(&mut team), (json!("done"), nothing.clone(), json!("Sprint 1"), json!("inReview")));
    assert_eq!(look(&mut team, &id)["entry"]["state"], "agreed", "it is offered, and the team decides");
    team.call("improvement.setState", json!({"improvement": id, "state": "inReview"}));
    assert_eq!(told(&mut team).3, nothing);
}
