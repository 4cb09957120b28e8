//! Impediments and incidents: how long they took, and how long they held items up.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod team;

use serde_json::{Value, json};
use team::Team;

fn raise(team: &mut Team, request: Value) -> Value {
    let mut all = json!({"product": team.product, "title": "The feed is down"});
    all.as_object_mut().unwrap().extend(request.as_object().unwrap().clone());
    team.call("impediment.raise", all)
}

/// An incident that began so many hours ago and lasted so many.
fn incident(team: &mut Team, ago: i64, lasted: Option<i64>) -> Value {
    let hours = |n| team.now - chrono::TimeDelta::hours(n);
    let restored = lasted.map(|lasted| hours(ago - lasted));
    let incident = json!({"began": hours(ago), "restored": restored});
    raise(team, json!({"incident": incident}))
}

fn figures(team: &mut Team, period: Value) -> Value {
    team.call("impediment.figures", json!({"product": team.product, "period": period}))
}

fn all(team: &mut Team) -> Value {
    figures(team, json!({"of": "all"}))
}

fn keys(events: &Value) -> Vec<&str> {
    events.as_array().unwrap().iter().map(|event| event["key"].as_str().unwrap()).collect()
}

#[test]
fn two_hours_three_hours_and_four_hours_over_three_incidents_is_three_hours() {
    let mut team = Team::new();
    raise(&mut team, json!({"title": "No incident at all"}));
    let restore = all(&mut team)["timeToRestore"].take();
    assert_eq!(
        (&restore["n"], &restore["meanHours"], &restore["medianHours"]),
        (&json!(0), &Value::Null, &Value::Null)
    );
    for (ago, lasted) in [(30, Some(2)), (20, Some(3)), (10, Some(4)), (7, None)] {
        incident(&mut team, ago, lasted);
    }
    let restore = all(&mut team)["timeToRestore"].take();
    assert_eq!((&restore["n"], &restore["totalHours"]), (&json!(3), &json!(9.0)));
    assert_eq!((&restore["meanHours"], &restore["medianHours"]), (&json!(3.0), &json!(3.0)));
    assert_eq!(keys(&restore["over"]), ["IMP-4", "IMP-3", "IMP-2"], "the longest first");
    assert_eq!((keys(&restore["open"]), &restore["open"][0]["hours"]), (vec!["IMP-5"], &json!(7.0)));
    // They began on a Sunday, which nobody works, but for the one of this morning.
    assert_eq!(restore["over"][2]["workingHours"], json!(0.0));
    let resolve = all(&mut team)["timeToResolve"].take();
    assert_eq!((&resolve["n"], keys(&resolve["open"]).len()), (&json!(0), 5));
}

#[test]
fn a_period_holds_what_was_over_in_it() {
    let mut team = Team::new();
    let day = 24;
    for ended in [10, 29, 31, 89, 91] {
        incident(&mut team, ended * day + 2, Some(2));
    }
    for (days, n) in [(1, 0), (30, 2), (90, 4), (3660, 5)] {
        let found = figures(&mut team, json!({"of": "days", "days": days}));
        assert_eq!(found["timeToRestore"]["n"], n, "{days}");
    }
    let items = [team.item("Pier", 2.0)];
    let sprint = team.running(&items);
    team.later(60);
    incident(&mut team, 2, Some(2));
    team.later(60);
    incident(&mut team, 1, None);
    let found = figures(&mut team, json!({"of": "sprint", "sprint": sprint}));
    assert_eq!(
        (&found["timeToRestore"]["n"], keys(&found["timeToRestore"]["open"])),
        (&json!(1), vec!["IMP-7"])
    );
    // As of a past instant, later facts are unknown.
    let early = team.now - chrono::TimeDelta::days(30);
    let request = json!({"product": team.product, "period": {"of": "all"}, "asOf": early});
    let found = team.call("impediment.figures", request);
    assert_eq!((&found["timeToRestore"]["n"], &found["timeToRestore"]["open"]), (&json!(3), &json!([])));
    let planned = team.sprint();
    for (period, code) in [
        (json!({"of": "days", "days": 0}), "period_days"),
        (json!({"of": "days", "days": 3661}), "period_days"),
        (json!({"of": "all", "days": 3}), "bad_request"),
        (json!({"of": "sprint", "sprint": planned}), "sprint_not_started"),
    ] {
        assert_eq!(
            team.refusal("impediment.figures", json!({"product": team.product, "period": period})),
            code
        );
    }
}

#[test]
fn an_impediment_turns_out_to_be_an_incident_and_is_restored() {
    let mut team = Team::new();
    let raised = raise(&mut team, json!({}))["id"].clone();
    let named = json!({"impediment": raised});
    assert_eq!(team.call("impediment.get", named.clone())["incident"], Value::Null);
    team.later(60);
    let begun = team.answer("impediment.begin", named.clone());
    assert_eq!(begun.value["incident"]["began"], json!(team.now));
    team.later(90);
    let got = team.call("impediment.get", named.clone());
    assert_eq!(
        (&got["incident"]["downtimeHours"], &got["incident"]["restored"]),
        (&json!(1.5), &Value::Null)
    );
    team.call("impediment.restore", named.clone());
    team.later(600);
    assert_eq!(team.call("impediment.get", named.clone())["incident"]["downtimeHours"], 1.5);
    assert_eq!(all(&mut team)["timeToRestore"]["meanHours"], 1.5);

    let told = |team: &mut Team| {
        let history = team.call("impediment.get", named.clone())["history"].take();
        history[0]["label"].as_str().unwrap().to_owned()
    };
    assert_eq!(told(&mut team), "Say that IMP-1 is restored");
    team.call("history.undo", json!({}));
    assert_eq!(team.call("impediment.get", named.clone())["incident"]["restored"], Value::Null);
    let began = team.now - chrono::TimeDelta::hours(20);
    let ended = team.now - chrono::TimeDelta::hours(1);
    for (incident, label) in [
        (json!({"began": began}), "Change the downtime of IMP-1"),
        (json!({"restored": ended}), "Say that IMP-1 is restored"),
        (json!({"restored": null}), "Say that IMP-1 is down again"),
        (Value::Null, "Say that IMP-1 is no incident"),
        (json!({"began": began, "restored": ended}), "Say that IMP-1 is an incident"),
    ] {
        team.call("impediment.edit", json!({"impediment": raised, "incident": incident}));
        assert_eq!(told(&mut team), label, "{incident}");
    }
    assert_eq!(all(&mut team)["timeToRestore"]["meanHours"], 19.0);
    team.call("history.undo", json!({}));
    assert_eq!(team.call("impediment.get", named)["incident"], Value::Null);
}

#[test]
fn what_is_resolved_is_not_down_any_more() {
    let mut team = Team::new();
    let one = incident(&mut team, 5, None)["id"].clone();
    let other = incident(&mut team, 5, None)["id"].clone();
    let over = incident(&mut team, 5, Some(1))["id"].clone();
    team.later(60);
    let resolved = team.call("impediment.resolve", json!({"impediment": one}));
    assert_eq!(resolved["incident"]["downtimeHours"], 6.0);
    let earlier = team.now - chrono::TimeDelta::hours(4);
    let resolved = team.call("impediment.resolve", json!({"impediment": other, "restored": earlier}));
    assert_eq!(resolved["incident"]["downtimeHours"], 2.0);
    let again = json!({"impediment": over, "restored": earlier});
    assert_eq!(team.refusal("impediment.resolve", again), "incident_restored");
    let resolved = team.call("impediment.resolve", json!({"impediment": over}));
    assert_eq!(resolved["incident"]["downtimeHours"], 1.0);
    // One that comes back was restored all the same.
    assert_eq!(team.call("impediment.reopen", json!({"impediment": one}))["incident"]["downtimeHours"], 6.0);
}

#[test]
fn a_clock_that_went_back_ends_nothing_before_it_began() {
    let mut team = Team::new();
    let raised = raise(&mut team, json!({"incident": {}}))["id"].clone();
    let item = team.item("Pier", 2.0);
    team.call("impediment.edit", json!({"impediment": raised, "items": [item]}));
    team.later(-60);
    let ahead = json!({"impediment": raised, "at": team.now});
    assert_eq!(team.refusal("impediment.restore", ahead), "incident_order");
    let restored = team.call("impediment.restore", json!({"impediment": raised}));
    assert_eq!(restored["incident"]["downtimeHours"], 0.0);
    team.call("impediment.resolve", json!({"impediment": raised}));
    team.later(120);
    assert_eq!(all(&mut team)["timeToRestore"]["meanHours"], 0.0);
    assert_eq!(team.call("item.get", json!({"item": item}))["blockedTime"], Value::Null);
}

/// Hours an item was blocked, and whether it is.
fn blocked(team: &mut Team, item: &Value) -> (f64, bool) {
    let time = team.call("item.get", json!({"item": item}))["blockedTime"].take();
    (time["hours"].as_f64().unwrap_or(-1.0), !time["since"].is_null())
}

#[test]
fn an_item_is_blocked_while_an_open_impediment_names_it() {
    let mut team = Team::new();
    let item = team.item("Pier", 2.0);
    let other = team.item("Fare", 1.0);
    assert_eq!(blocked(&mut team, &item), (-1.0, false));
    let sprint = team.running(&[item.clone(), other.clone()]);
    team.later(60);
    let one = raise(&mut team, json!({"items": [item]}))["id"].clone();
    team.later(60);
    let two = raise(&mut team, json!({"items": [item, other]}))["id"].clone();
    team.later(60);
    assert_eq!(blocked(&mut team, &item), (2.0, true), "two at once count once");
    let board = team.call("board.get", json!({"product": team.product}));
    let card = &board["columns"][0]["items"][0];
    assert_eq!((&card["key"], &card["blockedTime"]["hours"]), (&json!("HBR-1"), &json!(2.0)));
    team.call("impediment.resolve", json!({"impediment": one}));
    team.later(60);
    assert_eq!(blocked(&mut team, &item), (3.0, true));
    team.call("impediment.edit", json!({"impediment": two, "items": [other]}));
    team.later(60);
    assert_eq!(blocked(&mut team, &item), (3.0, false), "named no longer");
    assert_eq!(blocked(&mut team, &other), (3.0, true));
    team.call("impediment.reopen", json!({"impediment": one}));
    team.later(30);
    team.call("history.undo", json!({}));
    team.later(60);
    assert_eq!(blocked(&mut team, &item), (3.5, false), "it was so until it was taken back");
    team.finish(&other);
    team.later(600);
    assert_eq!(blocked(&mut team, &other), (4.5, false), "what is Done is held up by nothing");

    let found = figures(&mut team, json!({"of": "sprint", "sprint": sprint}))["blocked"].take();
    assert_eq!((&found["hours"], keys(&found["items"])), (&json!(8.0), vec!["HBR-2", "HBR-1"]));
    assert_eq!(found["sprints"][0]["hours"], 8.0);
    assert_eq!(found["sprints"][0]["items"], 2);
    assert_eq!(all(&mut team)["blocked"]["hours"], 8.0);
}

#[test]
fn a_sprint_counts_the_time_in_it_and_merging_hands_the_impediment_on() {
    let mut team = Team::new();
    let [item, twin] = [team.item("Pier", 2.0), team.item("Pier again", 2.0)];
    let raised = raise(&mut team, json!({"items": [item, twin]}))["id"].clone();
    team.later(120);
    let sprint = team.running(std::slice::from_ref(&item));
    team.later(180);
    team.call("sprint.giveBack", json!({"items": [item]}));
    team.later(60);
    let found = figures(&mut team, json!({"of": "sprint", "sprint": sprint}))["blocked"].take();
    assert_eq!((&found["hours"], keys(&found["items"])), (&json!(3.0), vec!["HBR-1"]));
    assert_eq!(all(&mut team)["blocked"]["hours"], 12.0, "both, all the time");
    team.call("item.merge", json!({"into": item, "items": [twin]}));
    team.later(60);
    team.call("impediment.resolve", json!({"impediment": raised}));
    team.later(60);
    let found = all(&mut team)["blocked"].take();
    assert_eq!(found["hours"], 13.0, "the duplicate until it was merged");
    assert_eq!(blocked(&mut team, &item), (7.0, false));
}

#[test]
fn blocked_over_a_day_of_23_hours_and_one_of_25() {
    for (start, hours) in [("2026-03-28T23:00:00Z", 23.0), ("2026-10-24T22:00:00Z", 25.0)] {
        let mut team = Team::new();
        let zone = json!({"product": team.product, "timeZone": "Europe/Berlin", "workingDays": ["sun"]});
        team.call("product.edit", zone);
        let item = team.item("Pier", 2.0);
        team.now = start.parse().unwrap();
        let raised = raise(&mut team, json!({"items": [item], "incident": {}}))["id"].clone();
        team.later(hours as i64 * 60);
        team.call("impediment.resolve", json!({"impediment": raised}));
        team.later(600);
        let time = team.call("item.get", json!({"item": item}))["blockedTime"].take();
        assert_eq!((&time["hours"], &time["workingHours"]), (&json!(hours), &json!(hours)), "{start}");
        let restore = all(&mut team)["timeToRestore"].take();
        assert_eq!((&restore["meanHours"], &restore["meanWorkingHours"]), (&json!(hours), &json!(hours)));
    }
}
