//! Finding items by their words, in step with whatever is done to them.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on may panic")]

mod support;

use serde_json::{Value, json};
use support::Team;

fn found(team: &mut Team, text: &str) -> Vec<String> {
    let product = team.product.clone();
    let answer = team.call("item.search", json!({"product": product, "text": text, "limit": 20}));
    let results = answer["results"].as_array().unwrap();
    assert_eq!(answer["total"], results.len(), "{text}");
    results.iter().map(|one| one["item"]["key"].as_str().unwrap().to_owned()).collect()
}

fn told(pieces: &Value) -> String {
    let pieces = pieces.as_array().unwrap().iter();
    let told = pieces.map(|piece| {
        let text = piece["text"].as_str().unwrap();
        if piece["hit"] == true { format!("[{text}]") } else { text.to_owned() }
    });
    told.collect()
}

#[test]
fn words_are_found_wherever_they_stand_and_the_title_weighs_most() {
    let mut team = Team::new();
    let product = team.product.clone();
    let rows = [
        ("Timetable", "Passengers ask for a refund when the timetable drifts."),
        ("Refund a ticket", "By card."),
        ("Fähre über Nacht", "Ein Schlafplatz mit Frühstück"),
        ("HBR report", ""),
    ];
    for (title, description) in rows {
        team.call("item.create", json!({"product": product, "title": title, "description": description}));
    }
    for (text, expect) in [
        ("refund", &["HBR-2", "HBR-1"][..]),
        ("REFUND", &["HBR-2", "HBR-1"]),
        ("ref", &["HBR-2", "HBR-1"]),
        ("refund timetable", &["HBR-1"]),
        ("\"ask for a refund\"", &["HBR-1"]),
        ("\"refund ask\"", &[]),
        ("fahre uber", &["HBR-3"]),
        ("FRÜH", &["HBR-3"]),
        ("fruhstuck", &["HBR-3"]),
        // A key first, then what speaks of it.
        ("HBR-2", &["HBR-2"]),
        ("hbr 3", &["HBR-3"]),
        ("#4", &["HBR-4"]),
        ("1", &["HBR-1"]),
        ("hbr", &["HBR-4", "HBR-3", "HBR-2", "HBR-1"]),
        ("nowhere", &[]),
        ("", &[]),
    ] {
        let mut keys = found(&mut team, text);
        if text == "hbr" {
            // The one with it in its title is first; the others have it in their keys alike.
            assert_eq!(keys[0], "HBR-4");
            keys.sort();
            keys.reverse();
        }
        assert_eq!(keys, expect, "{text}");
    }
}

#[test]
fn whatever_is_typed_is_a_question() {
    let mut team = Team::new();
    team.item("Pay by \"card\" (now)");
    for text in [
        "\"",
        "\"\"",
        "'",
        "*",
        "(",
        ")",
        "AND",
        "OR",
        "NOT",
        "NEAR(",
        "title:",
        "{title}:x",
        "^pay",
        "-pay",
        "pay*",
        "a AND",
        "\"pay",
        "pay\" \"by",
        "🚢",
        "\u{0}",
        "\u{0}pay",
        "%",
        "_",
        "\\",
        "; DROP TABLE item; --",
        "e\u{301}",
        "\u{301}",
        "कि",
        "日本語",
        "\u{202e}evil",
        "99999999999999999999",
        "HBR-",
        "-1",
        "#",
        "a-b-c",
        "col:val",
        &"x".repeat(100_000),
        &"pay ".repeat(10_000),
    ] {
        team.call("item.search", json!({"text": text, "limit": 5}));
        let product = team.product.clone();
        let asked = json!({"product": product, "offset": 0, "limit": 5, "filter": {"text": text}});
        team.call("backlog.window", asked);
    }
    assert_eq!(found(&mut team, "(card)"), ["HBR-1"]);
}

#[test]
fn it_is_said_where_the_words_stand() {
    let mut team = Team::new();
    let product = team.product.clone();
    let item = team.item("Refund a ticket");
    let description = format!("{}The voucher\n\nis worth *110 %* of the fare.", "Long before. ".repeat(20));
    team.call("item.edit", json!({"item": item, "description": description}));
    for (text, place, title, snippet) in [
        ("refund", "title", "[Refund] a ticket", ""),
        ("HBR-1", "key", "Refund a ticket", ""),
        (
            "worth",
            "description",
            "Refund a ticket",
            "… before. Long before. The voucher is [worth] *110 %* of the fare.",
        ),
        (
            "ticket voucher",
            "description",
            "Refund a [ticket]",
            "… before. Long before. Long before. The [voucher] is worth *110 %* of the fare.",
        ),
    ] {
        let answer = team.call("item.search", json!({"product": product, "text": text, "limit": 5}));
        let first = &answer["results"][0];
        assert_eq!(first["found"], place, "{text}");
        assert_eq!((told(&first["title"]), told(&first["snippet"])), (title.to_owned(), snippet.to_owned()));
        assert_eq!(first["product"], product);
    }
}

#[test]
fn every_state_is_searched_and_every_product_unless_one_is_named() {
    let mut team = Team::new();
    let product = team.product.clone();
    let (one, two) = (team.item("Ferry in a sprint"), team.item("Ferry cancelled"));
    let sprint = team.call("sprint.create", json!({"product": product, "goal": "Ferries"}))["id"].clone();
    team.call("sprint.take", json!({"sprint": sprint, "items": [one]}));
    team.call("item.cancel", json!({"items": [two], "reason": "No ferry"}));
    let other = team.call("product.create", json!({"key": "OTH", "name": "Other"}))["id"].clone();
    team.call("item.create", json!({"product": other, "title": "Another ferry"}));
    assert_eq!(found(&mut team, "ferry").len(), 2);
    let everywhere = team.call("item.search", json!({"text": "ferry", "limit": 9}));
    assert_eq!(everywhere["total"], 3);
    let everywhere = team.call("item.search", json!({"text": "1", "limit": 9}));
    let keys: Vec<_> =
        everywhere["results"].as_array().unwrap().iter().map(|one| &one["item"]["key"]).collect();
    assert_eq!(keys, ["HBR-1", "OTH-1"]);
}

#[test]
fn the_index_follows_edits_deletions_and_undo() {
    let mut team = Team::new();
    let item = team.item("Cabin");
    team.call("item.edit", json!({"item": item, "title": "Bicycle"}));
    assert_eq!((found(&mut team, "cabin"), found(&mut team, "bicycle")), (vec![], vec!["HBR-1".to_owned()]));
    team.undo();
    assert_eq!((found(&mut team, "bicycle"), found(&mut team, "cabin")), (vec![], vec!["HBR-1".to_owned()]));
    team.redo();
    team.call("item.delete", json!({"items": [item]}));
    assert_eq!(found(&mut team, "bicycle"), [""; 0]);
    team.undo();
    assert_eq!(found(&mut team, "bicycle"), ["HBR-1"]);
    team.undo();
    team.undo();
    assert_eq!(found(&mut team, "cabin"), [""; 0]);
    team.redo();
    assert_eq!(found(&mut team, "cabin"), ["HBR-1"]);
}

#[test]
fn of_a_word_that_everything_holds_the_newest_come_first() {
    let mut team = Team::new();
    let product = team.product.clone();
    let rows: String = (0..2100).map(|n| format!("row {n},common\n")).collect();
    let content = base64::Engine::encode(
        &base64::engine::general_purpose::STANDARD,
        format!("title,description\nCommon wish,first\n{rows}"),
    );
    team.call("import.run", json!({"fileName": "w.csv", "content": content, "product": "HBR"}));
    let answer = team.call("item.search", json!({"product": product, "text": "common", "limit": 3}));
    assert_eq!((&answer["total"], &answer["more"]), (&json!(2000), &json!(true)));
    let titles: Vec<_> =
        answer["results"].as_array().unwrap().iter().map(|one| &one["item"]["title"]).collect();
    assert_eq!(titles, ["Common wish", "row 2099", "row 2098"]);
}
