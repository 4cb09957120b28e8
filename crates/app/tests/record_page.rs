//! Closing a sprint as people see it: what the close will lead to, told before it, and the record as a page that stays
//! the same whatever happens later.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod team;

use proptest::prelude::*;
use serde_json::{Value, json};
use team::Team;

const DAY: i64 = 60 * 24;

fn export(team: &mut Team, sprint: &Value, format: &str) -> String {
    let asked = json!({"sprint": sprint, "format": format});
    team.call("sprint.exportRecord", asked)["text"].as_str().unwrap().to_owned()
}

fn begin(team: &mut Team, item: &Value) {
    let column = team.column(1);
    team.call("board.move", json!({"item": item, "column": column}));
}

/// A closed sprint in which everything happened once: work in time and late, added, removed, cancelled, estimated anew,
/// waived, split, carried.
fn eventful(team: &mut Team) -> (Value, Vec<Value>) {
    let titles = ["Pier <b>&", "Fare", "Deck | plan", "Ramp", "Rope", "Mast", "Buoy"];
    let items: Vec<Value> = titles.iter().map(|title| team.item(title, 3.0)).collect();
    let sprint = team.running(&items[..6]);
    team.later(DAY);
    team.finish(&items[0]);
    team.call("sprint.take", json!({"sprint": sprint, "items": [items[6]]}));
    team.call("item.edit", json!({"item": items[1], "estimate": 5}));
    team.call("sprint.giveBack", json!({"items": [items[2]]}));
    team.call("item.cancel", json!({"items": [items[3]], "reason": "Nobody needs it"}));
    team.later(12 * DAY); // past the planned end
    let (column, criteria) = (team.column(3), team.all_met()["met"].clone());
    let waived = json!({
        "met": [criteria[0]], "waivers": [{"criterion": criteria[1], "reason": "No phone at hand"}],
    });
    team.call("board.move", json!({"item": items[1], "column": column, "done": waived}));
    let done = team.all_met();
    let decisions = json!([
        {"item": items[4], "outcome": "split", "doneEstimate": 1, "done": done},
        {"item": items[5], "outcome": "next"},
        {"item": items[6], "outcome": "top"},
    ]);
    team.call("sprint.close", json!({"sprint": sprint, "decisions": decisions}));
    (sprint, items)
}

#[test]
fn the_page_is_the_same_a_year_later_byte_for_byte() {
    let mut team = Team::new();
    let (sprint, items) = eventful(&mut team);
    // Right after the close, at the very instant of it.
    let at_once = [export(&mut team, &sprint, "html"), export(&mut team, &sprint, "markdown")];
    let record = team.call("sprint.record", json!({"sprint": sprint}));

    for (n, item) in items.iter().enumerate() {
        team.call("item.edit", json!({"item": item, "title": format!("Renamed {n}")}));
    }
    team.call("item.reopen", json!({"item": items[0]}));
    team.call("item.reopen", json!({"item": items[3]}));
    team.call("item.edit", json!({"item": items[0], "estimate": 8}));
    team.call("item.delete", json!({"items": [items[2], items[5], items[0]]}));
    team.call("person.edit", json!({"person": team.people[1], "name": "Bo Berg"}));
    let increment = team.call("increment.list", json!({"product": team.product}))["increments"][0].clone();
    team.call("increment.edit", json!({"increment": increment["id"], "name": "Harbour 2"}));
    team.call("increment.removeItems", json!({"increment": increment["id"], "items": [items[1]]}));
    let other = json!({"product": team.product, "sprint": sprint, "name": "Later", "items": [items[1]]});
    team.call("increment.create", other);
    let edit = json!({
        "product": team.product, "name": "Harbour and beyond", "timeZone": "Pacific/Auckland",
        "workingDays": ["tue", "wed"],
    });
    team.call("product.edit", edit);
    team.call("product.reviseDefinitionOfDone", json!({"product": team.product, "criteria": ["Shipped"]}));
    team.call("holiday.add", json!({"product": team.product, "day": "2026-03-11", "name": "Storm"}));
    team.later(30 * DAY);
    let again = team.running(&items[6..]);
    team.call("item.edit", json!({"item": items[6], "title": "Renamed again"}));
    begin(&mut team, &items[6]);
    team.later(DAY);
    team.call("sprint.cancel", json!({"sprint": again, "reason": "The sea froze"}));
    team.acting = Some(0);
    team.call("person.remove", json!({"person": team.people[1]}));
    team.later(365 * DAY);
    team.restart();

    let later = [export(&mut team, &sprint, "html"), export(&mut team, &sprint, "markdown")];
    assert_eq!(at_once, later);
    let now = team.call("sprint.record", json!({"sprint": sprint}));
    for field in
        ["name", "goal", "items", "burndown", "increments", "committedPoints", "completedPoints", "sayDo"]
    {
        assert_eq!(now[field], record[field], "{field}");
    }
    for text in &later {
        assert!(!text.contains("Renamed") && !text.contains("Berg") && !text.contains("beyond"), "{text}");
        assert!(
            text.contains("Bo Lind")
                && text.contains("Sprint 1 increment")
                && text.contains("Nobody needs it")
        );
    }
}

#[test]
fn the_page_stands_alone_and_its_texts_are_texts() {
    let mut team = Team::new();
    let (sprint, _) = eventful(&mut team);
    let html = export(&mut team, &sprint, "html");
    assert!(html.contains("Pier &lt;b&gt;&amp;") && !html.contains("Pier <b>"));
    for foreign in ["<script", "http://", "https://", "src=", "<link", "@import", "url("] {
        assert!(!html.contains(foreign), "{foreign}");
    }
    assert_eq!(html.matches("<svg").count(), 1);
    assert!(html.contains("Done late, after the planned end"));
    let markdown = export(&mut team, &sprint, "markdown");
    assert!(markdown.contains("Deck \\| plan") && markdown.contains("Pier \\<b\\>&"), "{markdown}");
    for told in [
        "## Burndown",
        "waived: Tested. Bo Lind: No phone at hand",
        "Carried to the next sprint",
        "estimated anew",
    ] {
        assert!(markdown.contains(told), "{told}: {markdown}");
    }
    let name =
        team.call("sprint.exportRecord", json!({"sprint": sprint, "format": "html"}))["fileName"].clone();
    assert_eq!(name, "hbr-sprint-1-record.html");
    let planned = team.sprint();
    let early = json!({"sprint": planned, "format": "html"});
    assert_eq!(team.refusal("sprint.exportRecord", early), "not_found");
}

#[test]
fn the_page_says_what_the_review_said_of_the_goal() {
    let mut team = Team::new();
    let item = team.item("Pier", 3.0);
    let sprint = team.running(std::slice::from_ref(&item));
    let review = team.call("review.prepare", json!({"sprint": sprint}))["review"]["id"].clone();
    team.call("review.start", json!({"review": review}));
    team.call("sprint.close", json!({"sprint": sprint, "decisions": [{"item": item, "outcome": "top"}]}));
    let texts = |team: &mut Team| ["html", "markdown"].map(|format| export(team, &sprint, format));
    assert!(texts(&mut team).iter().all(|text| !text.contains("Sprint Review")));
    // It goes on after the close, and says it then.
    let said = json!({"review": review, "met": false, "reason": "The port <was> shut"});
    team.call("review.judgeGoal", said);
    team.call("review.end", json!({"review": review}));
    let told = texts(&mut team);
    let html = "<p class=\"verdict\"><b>✗ Not met</b>: The port &lt;was&gt; shut <span class=\"note\">Sprint Review</span></p>";
    assert!(told[0].contains(html), "{}", told[0]);
    assert!(told[1].contains("**✗ Not met, Sprint Review**: The port \\<was\\> shut\n"), "{}", told[1]);
    team.later(365 * DAY);
    team.restart();
    assert_eq!(texts(&mut team), told);
}

#[test]
fn late_added_and_cancelled_work_are_told_apart_before_and_after() {
    let mut team = Team::new();
    let items: Vec<Value> = ["Pier", "Fare", "Deck"].iter().map(|title| team.item(title, 3.0)).collect();
    let sprint = team.running(&items[..2]);
    team.later(DAY);
    team.finish(&items[0]);
    team.call("sprint.take", json!({"sprint": sprint, "items": [items[2]]}));
    team.call("item.cancel", json!({"items": [items[1]], "reason": "Nobody needs it"}));
    team.later(12 * DAY);
    team.finish(&items[2]);
    let closing = team.call("sprint.closing", json!({"sprint": sprint}));
    let done = &closing["done"];
    assert_eq!((&done[0]["late"], &done[0]["addedAfterStart"]), (&json!(false), &json!(false)));
    assert_eq!((&done[1]["late"], &done[1]["addedAfterStart"]), (&json!(true), &json!(true)));
    assert_eq!(closing["cancelled"][0]["reason"], "Nobody needs it");
    assert_eq!(closing["plannedEnd"], "2026-03-21T00:00:00Z");
    let record = team.call("sprint.close", json!({"sprint": sprint, "decisions": []}));
    let told: Vec<(&str, bool, bool)> = record["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|item| {
            let of = |field: &str| item[field].as_bool().unwrap();
            (item["outcome"].as_str().unwrap(), of("late"), !item["addedAt"].is_null())
        })
        .collect();
    let expect = [("done", false, false), ("cancelled", false, false), ("done", true, true)];
    assert!(expect.iter().all(|one| told.contains(one)), "{told:?}");
    let cancelled = record["items"].as_array().unwrap().iter().find(|item| item["item"] == items[1]);
    assert_eq!(cancelled.unwrap()["reason"], "Nobody needs it");
}

#[test]
fn what_was_done_may_be_work_again() {
    let mut team = Team::new();
    let items: Vec<Value> = ["Pier", "Fare", "Deck"].iter().map(|title| team.item(title, 3.0)).collect();
    let sprint = team.running(&items[..2]);
    team.finish(&items[0]);
    team.finish(&items[1]);
    assert_eq!(team.refusal("item.reopen", json!({"item": items[0]})), "item_on_board");
    assert_eq!(team.refusal("item.reopen", json!({"item": items[2]})), "item_not_reopened");
    team.call("sprint.close", json!({"sprint": sprint, "decisions": []}));
    let row = team.call("item.reopen", json!({"item": items[1]}));
    assert_eq!((&row["position"], &row["done"], &row["sprint"]), (&json!(1), &json!(false), &Value::Null));
    assert_eq!(team.backlog(), ["Fare", "Deck"]);
    let increments = team.call("increment.list", json!({"product": team.product}))["increments"].clone();
    assert_eq!(increments[0]["items"].as_array().unwrap().len(), 1, "an increment holds Done items only");
    let velocity = team.call("product.velocity", json!({"product": team.product}));
    assert_eq!(velocity["sprints"][0]["completed"], 6.0, "the record of the sprint stays");
    // What was released is a fact.
    let release = json!({"increment": increments[0]["id"], "version": "1.0"});
    team.call("increment.release", release);
    assert_eq!(team.refusal("item.reopen", json!({"item": items[0]})), "item_released");
    team.call("history.undo", json!({}));
    team.call("history.undo", json!({}));
    assert_eq!(team.backlog(), ["Deck"]);
}

#[test]
fn the_figures_are_those_of_the_items_and_changes_listed() {
    let mut team = Team::new();
    let (sprint, items) = eventful(&mut team);
    let record = team.call("sprint.record", json!({"sprint": sprint}));
    // What the close makes Done of a split is neither late work nor a new estimate.
    let changes = json!({"added": 1, "removed": 1, "cancelled": 1, "reestimated": 1, "late": 1});
    assert_eq!(record["changes"], changes);
    let listed = record["burndown"]["scopeChanges"].as_array().unwrap();
    for kind in ["added", "removed", "cancelled", "reestimated"] {
        assert_eq!(listed.iter().filter(|change| change["kind"] == kind).count(), 1, "{kind}: {listed:?}");
    }
    let rows = record["items"].as_array().unwrap();
    let row = |n: usize| rows.iter().find(|row| row["item"] == items[n]).unwrap();
    // 3 of Pier, 3 of Fare although it was 5 at the end, and the 1 that is Done of Rope.
    let kept: Vec<f64> = rows.iter().filter_map(|row| row["kept"].as_f64()).collect();
    assert_eq!((kept.iter().sum::<f64>(), &record["keptPoints"]), (7.0, &json!(7.0)));
    assert_eq!(record["sayDo"], json!(7.0 / 18.0));
    assert_eq!(
        (&row(4)["kept"], &row(4)["late"], &row(4)["reestimated"]),
        (&json!(1.0), &json!(false), &json!(false))
    );
    assert_eq!((&row(1)["late"], &row(1)["reestimated"]), (&json!(true), &json!(true)));
    assert_eq!((&row(4)["remainder"], &row(1)["remainder"]), (&json!("HBR-8"), &Value::Null));
    assert_eq!(record["ended"], json!({"day": "2026-03-22", "earlyDays": 0}));

    let markdown = export(&mut team, &sprint, "markdown");
    for told in [
        "ended 22 March 2026, after the planned end",
        "Say/do: 39% (7 of 18)",
        "1 added, 1 removed, 1 cancelled, 1 estimated anew; 1 late",
        "### Split: the done part counts here, the rest went on\n",
        "the rest went on as HBR-8",
        // Not there at the start, so that the column adds up to the commitment.
        "| HBR-7 | Buoy | – | 3 |",
        "cancelled, −3 points",
        "| Sat 21 Mar, after the planned end | 14 |\n| Sun 22 Mar, after the planned end | 14 |\n| At the end | 8 |\n",
    ] {
        assert!(markdown.contains(told), "{told}: {markdown}");
    }
    let html = export(&mut team, &sprint, "html");
    assert!(html.contains("Buoy: <span class=\"what\">added, +3 points</span>"), "{html}");
}

#[test]
fn what_nobody_estimated_is_named() {
    let mut team = Team::new();
    let mut items = vec![team.item("Pier", 3.0)];
    for title in ["Fare", "Deck"] {
        let item = team.call("item.create", json!({"product": team.product, "title": title}));
        items.push(item["id"].clone());
    }
    let sprint = team.running(&items);
    team.finish(&items[1]);
    let decisions = json!([{"item": items[0], "outcome": "top"}, {"item": items[2], "outcome": "top"}]);
    let record = team.call("sprint.close", json!({"sprint": sprint, "decisions": decisions}));
    assert_eq!((&record["committedUnestimated"], &record["completedUnestimated"]), (&json!(2), &json!(1)));
    let markdown = export(&mut team, &sprint, "markdown");
    for told in [
        "Committed: 3 points, 2 unestimated",
        "Completed: 0 points, 1 unestimated",
        "2 items, 3 points, 1 unestimated",
    ] {
        assert!(markdown.contains(told), "{told}: {markdown}");
    }
}

#[test]
fn a_sprint_that_is_closed_early_says_so() {
    let mut team = Team::new();
    let items: Vec<Value> = ["Pier", "Fare"].iter().map(|title| team.item(title, 3.0)).collect();
    let sprint = team.running(&items);
    team.later(3 * DAY);
    team.finish(&items[0]);
    let closing = team.call("sprint.closing", json!({"sprint": sprint}));
    let day = ["dayNumber", "workingDays", "earlyDays"].map(|field| closing[field].as_u64());
    assert_eq!(day, [Some(4), Some(10), Some(6)]);
    let decisions =
        json!([{"item": items[1], "outcome": "split", "doneEstimate": 2, "done": team.all_met()}]);
    let record = team.call("sprint.close", json!({"sprint": sprint, "decisions": decisions}));
    assert_eq!(record["sprint"]["endedDay"], "2026-03-12");
    assert_eq!(record["ended"], json!({"day": "2026-03-12", "earlyDays": 6}));
    let texts = ["html", "markdown"].map(|format| export(&mut team, &sprint, format));
    for text in &texts {
        assert!(text.contains("20 March 2026, ended 12 March 2026, 6 working days early"), "{text}");
    }
    let retro = team.call("retro.start", json!({"product": team.product, "sprint": sprint}));
    let line = team.call("retro.timeline", json!({"retro": retro["id"]}));
    assert_eq!(line["to"], record["closedAt"], "after it nothing happened");
    assert_eq!(line["days"].as_array().unwrap().len(), 4);
    let figures =
        ["kept", "completed", "committed", "carried", "split"].map(|field| line["figures"][field].as_f64());
    assert_eq!(figures, [5.0, 5.0, 6.0, 0.0, 1.0].map(Some));
    // What the calendar is later changes nothing of it.
    team.call("holiday.add", json!({"product": team.product, "day": "2026-03-16", "name": "Storm"}));
    team.call("product.edit", json!({"product": team.product, "timeZone": "Pacific/Auckland"}));
    assert_eq!(texts, ["html", "markdown"].map(|format| export(&mut team, &sprint, format)));
}

#[test]
fn who_may_not_close_is_told_before_anything_is_decided() {
    let mut team = Team::new();
    let item = team.item("Pier", 3.0);
    let sprint = team.running(std::slice::from_ref(&item));
    let ask = |team: &mut Team, n: usize| {
        let person = team.people[n].clone();
        team.call("sprint.closing", json!({"sprint": sprint, "person": person}))
    };
    let told = ask(&mut team, 0);
    assert!(told["against"].as_str().unwrap().contains("Developers") && told["refusal"].is_null(), "{told}");
    assert_eq!(ask(&mut team, 1)["against"], Value::Null);
    team.call("product.edit", json!({"product": team.product, "accountability": "strict"}));
    let told = ask(&mut team, 0)["refusal"].clone();
    assert_eq!(ask(&mut team, 1)["refusal"], Value::Null);
    team.acting = Some(0);
    let decisions = json!([{"item": item, "outcome": "top"}]);
    let refused = team.refusal("sprint.close", json!({"sprint": sprint, "decisions": decisions}));
    assert_eq!(told["code"], refused.as_str());
}

#[test]
fn the_top_takes_them_as_they_stand_in_the_sprint() {
    let mut team = Team::new();
    let items: Vec<Value> =
        ["Pier", "Fare", "Deck", "Ramp"].iter().map(|title| team.item(title, 3.0)).collect();
    let sprint = team.running(&items[1..]);
    // On the board Ramp stands above Fare, and Fare above Deck.
    let column = team.column(0);
    team.call("board.move", json!({"item": items[3], "column": column, "before": items[1]}));
    let rows = team.call("sprint.closing", json!({"sprint": sprint}))["unfinished"].clone();
    let shown: Vec<&Value> = rows.as_array().unwrap().iter().map(|row| &row["title"]).collect();
    assert_eq!(shown, ["Ramp", "Fare", "Deck"]);
    let decisions: Vec<Value> =
        items[1..].iter().map(|item| json!({"item": item, "outcome": "top"})).collect();
    let told = team.call("sprint.closePreview", json!({"sprint": sprint, "decisions": decisions}));
    let told: Vec<&Value> = told["backlog"].as_array().unwrap().iter().map(|row| &row["title"]).collect();
    assert_eq!(told, ["Ramp", "Fare", "Deck", "Pier"]);
    team.call("sprint.close", json!({"sprint": sprint, "decisions": decisions}));
    assert_eq!(team.backlog(), ["Ramp", "Fare", "Deck", "Pier"]);
}

#[test]
fn a_split_that_cannot_be_has_no_consequence_yet() {
    let mut team = Team::new();
    let item = team.item("Pier", 3.0);
    let sprint = team.running(std::slice::from_ref(&item));
    let mut preview = |done: Value| {
        let decision = json!({"item": item, "outcome": "split", "doneEstimate": done});
        let told = team.call("sprint.closePreview", json!({"sprint": sprint, "decisions": [decision]}));
        (told["backlogItems"].clone(), told["backlog"][0]["estimate"].clone())
    };
    assert_eq!(preview(json!(99)), (json!(0), Value::Null));
    assert_eq!(preview(json!(1)), (json!(1), json!(2.0)));
    // Of what is not said to be done, all remains.
    assert_eq!(preview(Value::Null), (json!(1), json!(3.0)));
    let decisions = json!([{"item": item, "outcome": "split", "done": team.all_met()}]);
    let record = team.call("sprint.close", json!({"sprint": sprint, "decisions": decisions}));
    assert_eq!((&record["completedPoints"], &record["completedUnestimated"]), (&json!(0.0), &json!(0)));
    let window = json!({"product": team.product, "offset": 0, "limit": 5});
    assert_eq!(team.call("backlog.window", window)["rows"][0]["estimate"], 3.0);
}

proptest! {
    #![proptest_config(team::steps::cases(24))]

    #[test]
    fn what_is_told_before_the_close_is_what_it_does(
        taken in prop::collection::vec(any::<bool>(), 14),
        outcomes in prop::collection::vec(0usize..5, 14),
        planned in any::<bool>(),
        decided in 0usize..15,
        shuffle in prop::collection::vec(any::<usize>(), 14),
    ) {
        let mut team = Team::new();
        let items: Vec<Value> = (0..14).map(|n| team.item(&format!("Item {n}"), [1.0, 2.0, 3.0, 5.0][n % 4])).collect();
        let mut chosen: Vec<Value> =
            items.iter().zip(&taken).filter(|(_, taken)| **taken).map(|(item, _)| item.clone()).collect();
        if chosen.is_empty() {
            chosen.push(items[3].clone());
        }
        // Their order in the sprint is its own.
        let by: Vec<usize> = (0..chosen.len()).map(|n| shuffle[n]).collect();
        let mut order: Vec<usize> = (0..chosen.len()).collect();
        order.sort_by_key(|n| by[*n]);
        let chosen: Vec<Value> = order.into_iter().map(|n| chosen[n].clone()).collect();
        let sprint = team.sprint();
        for item in &chosen {
            team.call("sprint.take", json!({"sprint": sprint, "items": [item]}));
        }
        team.call("sprint.start", json!({"sprint": sprint}));
        if planned {
            let next = team.sprint();
            let free = items.iter().find(|item| !chosen.contains(item)).cloned();
            team.call("sprint.take", json!({"sprint": next, "items": free.into_iter().collect::<Vec<_>>()}));
        }
        let done = team.all_met();
        let decisions: Vec<Value> = chosen.iter().zip(&outcomes).map(|(item, outcome)| match outcome {
            0 => json!({"item": item, "outcome": "top"}),
            1 => json!({"item": item, "outcome": "place"}),
            2 => json!({"item": item, "outcome": "next"}),
            3 => json!({"item": item, "outcome": "split", "done": done}),
            _ => json!({
                "item": item, "outcome": "split", "doneEstimate": 1, "remainderTitle": "The rest", "done": done,
            }),
        }).collect();
        // What is decided so far is told as well, and writes nothing.
        let part = json!({"sprint": sprint, "decisions": &decisions[..decided.min(decisions.len())]});
        let before = team.tables();
        team.call("sprint.closePreview", part);
        prop_assert_eq!(team.tables(), before);

        let told = team.call("sprint.closePreview", json!({"sprint": sprint, "decisions": decisions}));
        team.call("sprint.close", json!({"sprint": sprint, "decisions": decisions}));
        let window = json!({"product": team.product, "offset": 0, "limit": 500});
        let rows = team.call("backlog.window", window)["rows"].clone();
        prop_assert_eq!(told["backlogItems"].as_u64(), rows.as_array().map(|rows| rows.len() as u64));
        let shown = told["backlog"].as_array().unwrap();
        for row in shown {
            let real = &rows[row["position"].as_u64().unwrap() as usize - 1];
            prop_assert_eq!((&row["title"], &row["estimate"]), (&real["title"], &real["estimate"]));
        }
        let back = outcomes.iter().take(chosen.len()).filter(|outcome| **outcome != 2).count();
        prop_assert_eq!(shown.iter().filter(|row| !row["comes"].is_null()).count(), back);
        let next = team.call("sprint.list", json!({"product": team.product}))["sprints"].clone();
        let next = next.as_array().unwrap().iter().find(|one| one["state"] == "planned").cloned();
        prop_assert_eq!(told["next"].is_null(), next.is_none());
        if let Some(next) = next {
            prop_assert_eq!(&told["next"]["name"], &next["name"]);
            let real = team.call("sprint.get", json!({"sprint": next["id"]}));
            let titles = |rows: &Value| rows.as_array().unwrap().iter().map(|row| row["title"].clone()).collect::<Vec<_>>();
            prop_assert_eq!(titles(&told["nextRows"]), titles(&real["items"]));
            prop_assert_eq!(&told["nextPoints"], &real["sprint"]["points"]);
        }
    }
}
