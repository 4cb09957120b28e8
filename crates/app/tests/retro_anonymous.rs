//! Anonymous means anonymous in the file: after a retrospective of six people nothing in it leads from a card, a vote,
//! a check-in or a rating to a person, nor does their order.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod team;

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};
use team::Team;

type Everything = BTreeMap<String, Vec<BTreeMap<String, String>>>;

const NAMES: [&str; 4] = ["Cy Marsh", "Di Vogt", "Ed Holm", "Fay Quirk"];

/// Six people, of whom Bo holds the retrospective.
struct Six {
    team: Team,
    people: Vec<String>,
    retro: Value,
}

impl Six {
    fn new(anonymous: bool) -> Self {
        let mut team = Team::new();
        let mut people: Vec<Value> = team.people.to_vec();
        for name in NAMES {
            people.push(team.call("person.add", json!({"name": name}))["id"].clone());
        }
        let item = team.item("Pier", 2.0);
        let sprint = team.running(&[item]);
        let request = json!({"product": team.product, "sprint": sprint, "anonymous": anonymous});
        let retro = team.call("retro.start", request);
        let people = people.iter().map(|id| id.as_str().unwrap().to_owned()).collect();
        Self { team, people, retro }
    }

    /// A call of one of the six, by place.
    fn by(&mut self, who: usize, name: &str, request: Value) -> Value {
        self.team.later(1);
        let context = lineout_app::Context::at(self.team.now, Some(self.people[who].clone()));
        let told = request.to_string();
        let answer = self.team.host.call(name, request, &context);
        answer.unwrap_or_else(|error| panic!("{name} {told}: {error} ({})", error.code)).value
    }

    fn refused(&mut self, who: usize, name: &str, request: Value) -> String {
        let context = lineout_app::Context::at(self.team.now, Some(self.people[who].clone()));
        self.team.host.call(name, request, &context).unwrap_err().code
    }

    /// Something else that is signed, so that order and time could tell of who acts now.
    fn something_signed(&mut self, who: usize) {
        let request = json!({"product": self.team.product, "title": format!("Raised by {who}")});
        self.by(who, "impediment.raise", request);
    }

    fn go(&mut self, phase: &str) {
        let request = json!({"retro": self.retro["id"], "phase": phase});
        self.by(1, "retro.go", request);
    }

    fn reveal(&mut self) -> Value {
        let request = json!({"retro": self.retro["id"]});
        self.by(1, "retro.reveal", request)
    }

    fn look(&mut self) -> Value {
        let request = json!({"retro": self.retro["id"]});
        self.by(1, "retro.get", request)
    }

    fn write(&mut self, who: usize, column: usize, text: &str) -> Value {
        let column = self.retro["columns"][column]["id"].clone();
        let request = json!({"retro": self.retro["id"], "column": column, "text": text});
        self.by(who, "retro.addCard", request)["id"].clone()
    }

    fn everything(&self) -> Everything {
        self.team.file.db().everything().unwrap()
    }

    fn actions(&self) -> usize {
        self.everything()["action"].len()
    }

    /// Every answer that speaks of what was said or done.
    fn all_that_is_told(&mut self) -> String {
        let product = self.team.product.clone();
        let retro = self.retro["id"].clone();
        [
            ("retro.get", json!({"retro": retro})),
            ("retro.list", json!({"product": product})),
            ("retro.timeline", json!({"retro": retro})),
            ("history.list", json!({"limit": 200})),
            ("history.state", json!({})),
            ("improvement.list", json!({"product": product})),
            ("workspace.current", json!({})),
        ]
        .into_iter()
        .map(|(name, request)| self.by(0, name, request).to_string())
        .collect()
    }
}

/// Values of a row that name a person.
fn people_in<'a>(row: &'a BTreeMap<String, String>, people: &'a [String]) -> Vec<&'a str> {
    people
        .iter()
        .filter(|id| row.values().any(|value| value.contains(id.as_str())))
        .map(String::as_str)
        .collect()
}

/// Everything that a thing touches: rows that name it, and the actions that wrote those rows.
fn trails(all: &Everything, thing: &str) -> Vec<(String, BTreeMap<String, String>)> {
    let mut found = Vec::new();
    let mut actions = BTreeSet::new();
    for (table, rows) in all {
        for row in rows.iter().filter(|row| row.values().any(|value| value == thing)) {
            actions.extend(row.get("action").cloned());
            found.push((table.clone(), row.clone()));
        }
    }
    let acts = all["action"].iter().filter(|row| actions.contains(&row["id"]));
    found.extend(acts.map(|row| ("action".to_owned(), row.clone())));
    // What else those actions wrote, a note against guidance for instance.
    for row in all["history"].iter().filter(|row| actions.contains(&row["action"])) {
        let written =
            all.get(&row["tbl"]).into_iter().flatten().filter(|other| other.get("id") == Some(&row["row"]));
        found.extend(written.map(|other| (row["tbl"].clone(), other.clone())));
    }
    found
}

#[test]
fn nothing_leads_from_what_was_said_to_who_said_it() {
    let mut six = Six::new(true);
    for who in 0..6 {
        six.something_signed(who);
        let before = six.actions();
        let mood = json!({"retro": six.retro["id"], "mood": 1 + who % 5, "word": format!("word{who}")});
        let kept = six.by(who, "retro.checkIn", mood.clone())["ids"].clone();
        // Taken back at once by its author, and said again.
        six.by(who, "retro.takeBack", json!({"ids": kept}));
        six.by(who, "retro.checkIn", mood);
        assert_eq!(six.actions(), before, "what is private leaves no action");
    }
    six.reveal();
    six.go("gather");
    let mut written = Vec::new();
    for who in [3, 0, 5, 1, 4, 2] {
        six.something_signed(who);
        for n in 0..3 {
            let text = format!("card {who} {n}");
            written.push((six.write(who, n, &text).as_str().unwrap().to_owned(), text));
        }
        let slip = six.write(who, 0, &format!("a slip of {who}"));
        six.by(who, "retro.rewriteCard", json!({"card": slip, "text": format!("another slip of {who}")}));
        six.by(who, "retro.takeBack", json!({"ids": [slip]}));
        six.something_signed(who);
    }
    six.reveal();
    // Taken back and brought back by others; then mended by its author, who takes that back.
    six.by(4, "history.undo", json!({}));
    six.by(2, "history.redo", json!({}));
    six.something_signed(3);
    six.by(3, "retro.editCard", json!({"card": written[0].0, "text": "card 3 0, mended"}));
    six.by(3, "history.undo", json!({}));
    let deleted = written.pop().unwrap();
    six.by(2, "retro.deleteCard", json!({"card": deleted.0}));
    // One more, late: by somebody whom everybody around the table sees, and the file does not.
    six.go("group");
    let late = six.write(5, 0, "late").as_str().unwrap().to_owned();
    written.push((late, "late".into()));
    six.reveal();
    let together = json!({"retro": six.retro["id"], "subject": written[0].0, "onto": written[1].0});
    let grouped = six.by(0, "retro.group", together);
    six.go("vote");
    let group = grouped["groups"][0]["id"].clone();
    let votes_of = |who: usize| -> Vec<Value> {
        (0..4)
            .map(|n| if n == 0 { group.clone() } else { json!(written[2 + (who * 3 + n) % 14].0) })
            .collect()
    };
    for who in 0..6 {
        six.something_signed(who);
        let ballot = json!({"retro": six.retro["id"], "votes": votes_of(who)});
        let kept = six.by(who, "retro.vote", ballot.clone())["ids"].clone();
        six.by(who, "retro.takeBack", json!({"ids": kept}));
        six.by(who, "retro.vote", ballot);
    }
    let counted = six.reveal();
    assert_eq!(counted["topics"][0]["votes"], 6);
    assert_eq!(
        counted["topics"].as_array().unwrap().iter().map(|t| t["votes"].as_u64().unwrap()).sum::<u64>(),
        24
    );
    six.go("close");
    for who in 0..6 {
        six.something_signed(who);
        let rating = json!({"retro": six.retro["id"], "rating": 1 + who % 5});
        six.by(who, "retro.rate", rating);
    }
    six.reveal();
    let close = json!({"retro": six.retro["id"], "none": true});
    let closed = six.by(1, "retro.close", close);
    assert_eq!(closed["private"]["voted"], json!([]), "who took part is forgotten");

    let all = six.everything();
    let rows = |table: &str| all[table].clone();
    assert_eq!(rows("retro_card").len(), 18);
    assert_eq!((rows("retro_check_in").len(), rows("retro_rating").len()), (6, 6));
    let private = rows("retro_private");
    let of_kind = |kind: &str| private.iter().filter(|row| row["kind"] == kind).count();
    assert_eq!((of_kind("checkIn"), of_kind("card"), of_kind("vote"), of_kind("rating")), (6, 19, 24, 6));
    assert!(rows("retro_part").iter().all(|row| row["person"].is_empty()), "{:?}", rows("retro_part"));

    // Every way from a thing that was said, over the actions that touched it and what else they wrote.
    let mut things: Vec<String> = Vec::new();
    for table in
        ["retro_card", "retro_check_in", "retro_rating", "retro_topic", "retro_group", "retro_private"]
    {
        things.extend(rows(table).iter().map(|row| row["id"].clone()));
    }
    things.push(deleted.0.clone());
    assert!(things.len() > 80);
    for thing in &things {
        for (table, row) in trails(&all, thing) {
            assert_eq!(
                people_in(&row, &six.people),
                Vec::<&str>::new(),
                "{thing} leads over {table} to a person: {row:?}"
            );
            assert!(table != "action" || row["device"].is_empty(), "{thing} leads to a machine: {row:?}");
        }
    }
    // The words themselves lead nowhere else.
    for (_, text) in &written {
        for (table, rows) in &all {
            for row in rows.iter().filter(|row| row.values().any(|value| value == text)) {
                assert_eq!(people_in(row, &six.people), Vec::<&str>::new(), "{text} in {table}: {row:?}");
            }
        }
    }
    // Nothing of it knows when or in which order it came: ids are random, rows lie in their order, instants are alike.
    for table in ["retro_check_in", "retro_rating", "retro_private"] {
        let ids: Vec<String> = rows(table).iter().map(|row| row["id"].clone()).collect();
        assert!(ids.is_sorted(), "{table} lies in the order of its random ids");
    }
    let first: BTreeSet<&String> = written[..17].iter().map(|(id, _)| id).collect();
    let shown: Vec<BTreeMap<String, String>> =
        rows("retro_card").into_iter().filter(|row| first.contains(&row["id"])).collect();
    assert!(shown.iter().map(|row| &row["id"]).is_sorted());
    assert_eq!(shown.iter().map(|row| &row["written_at"]).collect::<BTreeSet<_>>().len(), 1);
    let births = all["history"].iter().filter(|row| row["op"] == "insert" && first.contains(&row["row"]));
    let births: Vec<String> = births.map(|row| row["row"].clone()).collect();
    // Once when they were shown, once when the showing was brought back.
    assert_eq!(births.len(), 34);
    assert!(births[..17].is_sorted(), "{births:?}");
    assert!(births[17..].is_sorted() || births[17..].iter().rev().is_sorted(), "{births:?}");
    for thing in &things {
        assert_eq!(thing.as_bytes()[14], b'4', "{thing} is a random id, not one of an instant");
    }
    // What was taken back before anybody saw it is nowhere in the bytes of the file, nor beside it.
    let path = six.team.path();
    for end in ["", "-wal"] {
        let mut name = path.as_os_str().to_owned();
        name.push(end);
        let bytes = std::fs::read(&name).unwrap_or_default();
        for text in ["a slip of 3", "another slip of 0"] {
            let found = bytes.windows(text.len()).any(|window| window == text.as_bytes());
            assert!(!found, "{text:?} is still in {}", name.to_string_lossy());
        }
    }
}

#[test]
fn what_is_private_is_told_to_nobody_with_names_or_without() {
    for anonymous in [false, true] {
        let mut six = Six::new(anonymous);
        let check_in = json!({"retro": six.retro["id"], "mood": 2, "word": "zebra"});
        six.by(2, "retro.checkIn", check_in);
        assert!(!six.all_that_is_told().contains("zebra"));
        six.reveal();
        assert!(six.all_that_is_told().contains("zebra"));
        six.go("gather");
        let card = six.write(2, 1, "giraffe");
        let told = six.all_that_is_told();
        assert!(!told.contains("giraffe") && !told.contains(card.as_str().unwrap()), "{told}");
        let found = six.look();
        assert_eq!((&found["columns"][1]["private"], &found["columns"][1]["cards"]), (&json!(1), &json!([])));
        let shown = six.reveal();
        let author = if anonymous { Value::Null } else { json!(six.people[2]) };
        assert_eq!(shown["columns"][1]["cards"][0]["author"], author);
        // Whoever takes the showing back makes it private again, the history included.
        six.by(0, "history.undo", json!({}));
        assert!(!six.all_that_is_told().contains("giraffe"));
        assert_eq!(six.look()["private"]["cards"], 1);
        six.reveal();
        // A card that was deleted once everybody saw it does not come back as a private one.
        six.by(0, "retro.deleteCard", json!({"card": card}));
        assert_eq!(six.look()["private"]["cards"], 0);
        six.by(0, "history.undo", json!({}));
        assert_eq!(six.look()["columns"][1]["cards"][0]["text"], "giraffe");
    }
}

#[test]
fn votes_are_hidden_until_they_are_counted_and_each_person_casts_once() {
    let mut six = Six::new(false);
    six.go("gather");
    let cards: Vec<Value> = (0..3).map(|n| six.write(n, 0, &format!("card {n}"))).collect();
    six.reveal();
    six.go("vote");
    let ballot = |six: &Six, votes: Vec<&Value>| json!({"retro": six.retro["id"], "votes": votes});
    let first = ballot(&six, vec![&cards[2], &cards[2], &cards[1]]);
    six.by(0, "retro.vote", first.clone());
    assert_eq!(six.refused(0, "retro.vote", first), "retro_once");
    let over = ballot(&six, vec![&cards[0]; 5]);
    assert_eq!(six.refused(3, "retro.vote", over), "retro_too_many_votes");
    let found = six.look();
    assert_eq!(
        (&found["topics"], &found["counted"], &found["private"]["votes"]),
        (&json!([]), &json!(false), &json!(3))
    );
    assert_eq!(found["private"]["voted"], json!([six.people[0]]));
    // Another one cannot take back what they did not cast.
    let second = ballot(&six, vec![&cards[1], &cards[1]]);
    let kept = six.by(4, "retro.vote", second)["ids"].clone();
    assert_eq!(six.refused(5, "retro.takeBack", json!({"ids": kept})), "retro_not_taken_back");
    let counted = six.reveal();
    let votes: Vec<(Value, Value)> = counted["topics"]
        .as_array()
        .unwrap()
        .iter()
        .map(|t| (t["subject"].clone(), t["votes"].clone()))
        .collect();
    assert_eq!(votes[..2], [(cards[1].clone(), json!(3)), (cards[2].clone(), json!(2))]);
    // Taken back, they are hidden again and go on; nobody's votes are lost.
    six.by(1, "history.undo", json!({}));
    assert_eq!((&six.look()["topics"], &six.look()["private"]["votes"]), (&json!([]), &json!(5)));
    let third = ballot(&six, vec![&cards[0]]);
    six.by(5, "retro.vote", third);
    let sum: u64 =
        six.reveal()["topics"].as_array().unwrap().iter().map(|t| t["votes"].as_u64().unwrap()).sum();
    assert_eq!(sum, 6);
}

#[test]
fn a_start_is_taken_back_after_something_was_said_and_comes_back_with_it() {
    let mut six = Six::new(true);
    six.by(3, "retro.checkIn", json!({"retro": six.retro["id"], "mood": 4, "word": "rested"}));
    six.by(1, "history.undo", json!({}));
    let listed = six.by(1, "retro.list", json!({"product": six.team.product}));
    assert_eq!(listed["retros"], json!([]), "{listed}");
    let checked = six.by(1, "workspace.check", json!({}));
    assert_eq!(checked["ok"], true, "{checked}");
    six.by(1, "history.redo", json!({}));
    assert_eq!(six.look()["private"]["checkIns"], 1);
    assert_eq!(six.reveal()["checkIns"][0]["word"], "rested");
}

#[test]
fn a_close_that_is_refused_asks_for_nothing_to_be_shown_and_nobody_rates_again_after_one() {
    let mut six = Six::new(false);
    for phase in ["last", "gather", "group", "vote", "discuss", "decide", "close"] {
        six.go(phase);
    }
    let rating = json!({"retro": six.retro["id"], "rating": 2});
    six.by(3, "retro.rate", rating.clone());
    let close = json!({"retro": six.retro["id"]});
    assert_eq!(six.refused(1, "retro.close", close), "retro_nothing_decided");
    let none = json!({"retro": six.retro["id"], "none": true});
    assert_eq!(six.refused(1, "retro.close", none.clone()), "retro_still_private");
    six.reveal();
    six.by(1, "retro.close", none);
    six.by(1, "history.undo", json!({}));
    assert_eq!(six.look()["allows"], json!(["decide", "close"]), "who rated is forgotten");
    assert_eq!(six.refused(3, "retro.rate", rating), "retro_swept");
}
