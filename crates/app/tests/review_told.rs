//! What a Review says of work that is held up, and how its minutes read.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod team;

use serde_json::json;
use team::Team;
use team::reviewed::{field, get, id, prepared};

#[test]
fn what_is_blocked_says_so_as_it_was_at_the_end() {
    let (mut team, items, sprint) = prepared();
    let review = id(&mut team, &sprint);
    let raised =
        json!({"product": team.product, "title": "The crane is locked", "items": [items[1], items[2]]});
    let crane = team.call("impediment.raise", raised)["id"].clone();
    team.later(5);
    // What is Done is held up by nothing; what is not Done is.
    let told = get(&mut team, &sprint);
    assert_eq!(field(&told["undone"], "blocked"), [true, false]);
    assert!(
        told["review"]["minutes"].as_str().unwrap().contains("- HBR-3 Deck (To Do, blocked)\n"),
        "{told}"
    );
    assert!(told["review"]["minutes"].as_str().unwrap().contains("- HBR-4 Ramp (To Do)\n"), "{told}");
    team.call("review.start", json!({"review": review}));
    let over = team.call("review.end", json!({"review": review}));
    team.later(5);
    team.call("impediment.resolve", json!({"impediment": crane, "resolution": "Unlocked"}));
    let late = json!({"product": team.product, "title": "Fog", "items": [items[3]]});
    team.call("impediment.raise", late);
    let told = get(&mut team, &sprint);
    assert_eq!(field(&told["undone"], "blocked"), [true, false]);
    assert_eq!(told["review"]["minutesWritten"], over["review"]["minutes"]);
    // So does the item that feedback became, as it stands.
    let said = json!({"review": review, "text": "Show the price"});
    team.call("history.undo", json!({}));
    team.call("history.undo", json!({}));
    team.call("history.undo", json!({}));
    let feedback = team.call("feedback.add", said)["feedback"]["id"].clone();
    let item = team.call("feedback.toItem", json!({"feedback": feedback}))["id"].clone();
    let blocked = |team: &mut Team| get(team, &sprint)["review"]["feedback"][0]["itemBlocked"].clone();
    assert_eq!(blocked(&mut team), false);
    team.call("impediment.raise", json!({"product": team.product, "title": "Fog", "items": [item]}));
    assert_eq!(blocked(&mut team), true);
    // The end taken back, what is not Done is as it is now.
    let told = get(&mut team, &sprint);
    assert_eq!(
        (&told["review"]["state"], field(&told["undone"], "blocked")),
        (&json!("running"), vec![&json!(true), &json!(false)])
    );
}

#[test]
fn lines_of_the_minutes_stay_apart_when_they_are_rendered() {
    let (mut team, _, sprint) = prepared();
    let product = team.product.clone();
    let review = id(&mut team, &sprint);
    team.call("product.edit", json!({"product": product, "goal": "Sail without calling us"}));
    let measure = json!({"name": "Changed without a call", "unit": "%", "baseline": 20, "target": 60});
    team.call("goal.setMeasure", json!({"product": product, "measure": measure}));
    team.call("goal.record", json!({"product": product, "value": 43, "note": ""}));
    team.call("feedback.add", json!({"review": review, "text": "Show the price\nfirst"}));
    let minutes = get(&mut team, &sprint)["review"]["minutes"].clone();
    let html = team.call("markdown.render", json!({"text": minutes}))["html"].clone();
    let html = html.as_str().unwrap();
    assert!(html.contains("<p>Sail without calling us</p>"), "{html}");
    assert!(html.contains("Show the price<br"), "{html}");
}
