//! Planning Poker over the contract: hidden until turned, whoever asks; rounds kept; the estimate set as an edit sets it.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod team;

use chrono::TimeDelta;
use lineout_app::{Answer, AppError, Context, commands};
use serde_json::{Map, Value, json};
use team::Team;

fn points(points: f64) -> Value {
    json!({"card": "points", "points": points})
}

fn unsure() -> Value {
    json!({"card": "unsure"})
}

/// A table of five: Ada, the Product Owner, does not sit at it unless she is asked to.
struct Table {
    team: Team,
    item: Value,
    /// Bo, Cy, Di and Ed, the Developers.
    people: Vec<Value>,
}

impl Table {
    fn new() -> Self {
        let mut team = Team::new();
        let mut people = vec![team.people[1].clone()];
        for name in ["Cy", "Di", "Ed"] {
            let roles = json!({"product": team.product, "roles": ["developer"]});
            people.push(team.call("person.add", json!({"name": name, "roles": roles}))["id"].clone());
        }
        let request = json!({"product": team.product, "title": "Pier"});
        let item = team.call("item.create", request)["id"].clone();
        Self { team, item, people }
    }

    fn open(&mut self) -> Value {
        self.team.call("poker.open", json!({"item": self.item}))["rounds"][0]["id"].clone()
    }

    fn vote(&mut self, round: &Value, seat: usize, card: Value) -> Value {
        let request = json!({"round": round, "person": self.people[seat], "card": card});
        self.team.call("poker.vote", request)
    }

    /// A round in which each seat chooses, turned.
    fn turned(&mut self, cards: &[Value]) -> Value {
        let round = self.open();
        for (seat, card) in cards.iter().enumerate() {
            self.vote(&round, seat, card.clone());
        }
        self.team.call("poker.reveal", json!({"round": round, "early": cards.len() < self.people.len()}));
        round
    }

    fn get(&mut self) -> Value {
        self.team.call("poker.get", json!({"item": self.item}))
    }

    fn estimate(&mut self) -> Value {
        self.team.call("item.get", json!({"item": self.item}))["estimate"].clone()
    }

    fn undo(&mut self) -> Value {
        self.team.call("history.undo", json!({}))["label"].clone()
    }

    fn story(&mut self) -> Vec<String> {
        let story = self.team.call("item.history", json!({"item": self.item, "limit": 50}));
        let entries = story["entries"].as_array().unwrap().iter();
        entries.map(|entry| entry["text"].as_str().unwrap().to_owned()).collect()
    }
}

#[test]
fn a_split_vote_is_talked_about_voted_again_and_accepted() {
    let mut table = Table::new();
    assert_eq!(table.get()["people"], json!(table.people), "the Developers, by name");
    let round = table.turned(&[points(2.0), points(3.0), points(3.0), points(8.0)]);
    let shown = table.get()["rounds"][0].clone();
    let [bo, ed] = [table.people[0].clone(), table.people[3].clone()];
    let outcome = json!({
        "low": 2.0, "high": 8.0, "lowest": [bo], "highest": [ed], "unsure": [], "wantsBreak": [],
        "proposed": 3.0, "majority": false, "agreed": false,
    });
    assert_eq!(shown["outcome"], outcome);
    assert_eq!(shown["seats"][3]["card"], points(8.0));
    assert_eq!(shown["seats"][3]["chosenAt"], json!("2026-03-09T09:00:00Z"));

    let again = table.open();
    assert_eq!(table.get()["rounds"][0]["number"], 2);
    for seat in 0..4 {
        table.vote(&again, seat, points(5.0));
    }
    table.team.call("poker.reveal", json!({"round": again}));
    assert_eq!(table.team.refusal("poker.accept", json!({"round": round})), "poker_later_round");
    table.team.later(1);
    let answer = table.team.answer("poker.accept", json!({"round": again}));
    assert_eq!(answer.action.unwrap().label, "Estimate HBR-1 by Planning Poker: 5");
    assert_eq!((answer.guidance.len(), table.estimate()), (0, json!(5.0)));

    // Both rounds are kept, with who accepted what and when.
    let rounds = table.get()["rounds"].clone();
    assert_eq!(rounds[1]["outcome"], outcome);
    assert_eq!(rounds[1]["accepted"], Value::Null);
    let accepted = [&rounds[0]["accepted"], &rounds[0]["acceptedAt"], &rounds[0]["acceptedBy"]];
    assert_eq!(accepted, [&json!(5.0), &json!("2026-03-09T09:01:00Z"), &bo]);
    assert_eq!(
        table.story(),
        [
            "accepted 5 after round 2 of Planning Poker",
            "set the estimate to 5",
            "turned the cards of round 2",
            "opened round 2 of Planning Poker",
            "turned the cards of round 1",
            "opened round 1 of Planning Poker",
            "created it",
        ]
    );
}

#[test]
fn each_step_is_one_action_and_is_taken_back_as_one() {
    let mut table = Table::new();
    let mut stood = vec![table.team.tables()];
    let round = table.open();
    stood.push(table.team.tables());
    for seat in 0..4 {
        table.vote(&round, seat, points(3.0));
        stood.push(table.team.tables());
    }
    table.vote(&round, 0, points(5.0));
    stood.push(table.team.tables());
    table.team.call("poker.reveal", json!({"round": round}));
    stood.push(table.team.tables());
    table.team.call("poker.accept", json!({"round": round}));
    let after = table.team.tables();
    let mut labels = Vec::new();
    for before in stood.iter().rev() {
        labels.push(table.undo());
        assert_eq!(table.team.tables(), *before, "{labels:?}");
    }
    assert_eq!(
        labels,
        [
            "Estimate HBR-1 by Planning Poker: 3",
            "Turn the cards over HBR-1, round 1",
            "Bo Lind chose another card for HBR-1",
            "Ed chose a card for HBR-1",
            "Di chose a card for HBR-1",
            "Cy chose a card for HBR-1",
            "Bo Lind chose a card for HBR-1",
            "Open round 1 of Planning Poker over HBR-1",
        ]
    );
    for _ in &stood {
        table.team.call("history.redo", json!({}));
    }
    assert_eq!(table.team.tables(), after);
}

#[test]
fn what_the_table_refuses() {
    let mut table = Table::new();
    let (item, people, ada) = (table.item.clone(), table.people.clone(), table.team.people[0].clone());
    let too_few = json!({"item": item, "people": [people[0], people[0]]});
    assert_eq!(table.team.refusal("poker.open", too_few), "poker_seats_few");
    let round = table.open();
    assert_eq!(table.team.refusal("poker.open", json!({"item": item})), "poker_round_open");
    let vote = |person: &Value, card: Value| json!({"round": round, "person": person, "card": card});
    assert_eq!(table.team.refusal("poker.vote", vote(&ada, points(3.0))), "poker_not_at_table");
    assert_eq!(table.team.refusal("poker.vote", vote(&people[0], points(4.0))), "poker_card");
    assert_eq!(table.team.refusal("poker.vote", vote(&people[0], json!({"card": "joker"}))), "bad_request");
    let dressed = json!({"card": "unsure", "points": 3.0});
    assert_eq!(table.team.refusal("poker.vote", vote(&people[0], dressed)), "bad_request");
    let early = json!({"round": round, "early": true});
    assert_eq!(table.team.refusal("poker.reveal", early.clone()), "poker_nobody_chose");
    assert_eq!(
        table.team.refusal("poker.accept", json!({"round": round, "estimate": 3.0})),
        "poker_not_turned"
    );
    table.vote(&round, 0, unsure());
    let refused = table.team.attempt("poker.reveal", json!({"round": round})).unwrap_err();
    assert_eq!(refused.message, "Cy, Di and Ed have not chosen yet.");
    let label = table.team.answer("poker.reveal", early).action.unwrap().label;
    assert_eq!(label, "Turn the cards over HBR-1, round 1, without Cy, Di and Ed");
    assert_eq!(table.team.refusal("poker.vote", vote(&people[1], points(3.0))), "poker_turned");
    let seats = json!({"round": round, "people": people});
    assert_eq!(table.team.refusal("poker.seat", seats), "poker_turned");
    assert_eq!(table.team.refusal("poker.clear", json!({"round": round})), "poker_turned");
    // Nobody gave an estimate, so none follows; one may be said.
    assert_eq!(table.team.refusal("poker.accept", json!({"round": round})), "poker_nothing_proposed");
    table.team.call("poker.accept", json!({"round": round, "estimate": 8.0}));
    assert_eq!(table.team.refusal("poker.accept", json!({"round": round})), "poker_ended");
    table.team.call("item.cancel", json!({"items": [item], "reason": "Not wanted"}));
    assert_eq!(table.team.refusal("poker.open", json!({"item": item})), "item_finished");
    assert!(table.get()["refusal"].is_string());
}

#[test]
fn who_takes_part_is_changed_and_stays_from_round_to_round() {
    let mut table = Table::new();
    let ada = table.team.people[0].clone();
    let round = table.open();
    table.vote(&round, 3, points(8.0));
    // Ed leaves with his card; Ada comes.
    let seats = json!([ada, table.people[0], table.people[1]]);
    let shown = table.team.call("poker.seat", json!({"round": round, "people": seats}));
    let seated: Vec<_> =
        shown["rounds"][0]["seats"].as_array().unwrap().iter().map(|seat| seat["person"].clone()).collect();
    assert_eq!(json!(seated), seats);
    assert_eq!(table.team.file.db().tables().unwrap()["poker_vote"].len(), 0);
    table.vote(&round, 0, points(3.0));
    table.vote(&round, 1, points(3.0));
    let request = json!({"round": round, "person": ada, "card": {"card": "break"}});
    table.team.call("poker.vote", request);
    let shown = table.team.call("poker.reveal", json!({"round": round}));
    let outcome = &shown["rounds"][0]["outcome"];
    assert_eq!(
        (&outcome["wantsBreak"], &outcome["agreed"], &outcome["proposed"]),
        (&json!([ada]), &json!(false), &json!(3.0))
    );
    assert_eq!(shown["people"], seats);
    // Who was removed since does not sit down again.
    table.team.call("person.remove", json!({"person": table.people[1]}));
    assert_eq!(table.get()["people"], json!([ada, table.people[0]]));
    let request = json!({"item": table.item, "people": [ada, table.people[1]]});
    assert_eq!(table.team.refusal("poker.open", request), "person_removed");
}

#[test]
fn a_round_is_called_off_unseen_and_an_item_takes_its_rounds_along() {
    let mut table = Table::new();
    let round = table.open();
    table.vote(&round, 0, points(3.0));
    let shown = table.team.call("poker.clear", json!({"round": round}));
    assert_eq!(shown["rounds"], json!([]));
    table.undo();
    assert_eq!(table.get()["rounds"][0]["seats"][0]["chosen"], true);
    table.vote(&round, 1, points(3.0));
    table.team.call("poker.reveal", json!({"round": round, "early": true}));
    let before = table.get();
    table.team.call("item.delete", json!({"items": [table.item]}));
    table.undo();
    assert_eq!(table.get(), before);
}

#[test]
fn an_undo_out_of_the_middle_never_touches_turned_cards() {
    let mut table = Table::new();
    let round = table.open();
    let vote = json!({"round": round, "person": table.people[0], "card": points(3.0)});
    let chose = table.team.answer("poker.vote", vote).action.unwrap().id;
    table.vote(&round, 1, points(3.0));
    let turned = table.team.answer("poker.reveal", json!({"round": round, "early": true})).action.unwrap().id;
    assert_eq!(table.team.refusal("history.undo", json!({"action": chose})), "undo_conflict");
    table.open();
    // The first round would be open under the second.
    assert_eq!(table.team.refusal("history.undo", json!({"action": turned})), "undo_conflict");
}

#[test]
fn accepting_sizes_in_a_running_sprint_as_an_edit_does() {
    let mut table = Table::new();
    table.team.call("item.edit", json!({"item": table.item, "estimate": 3.0}));
    let sprint = table.team.running(&[table.item.clone()]);
    table.team.later(60);
    let round = table.turned(&[points(8.0), points(8.0), points(8.0), points(8.0)]);
    // Ada is the Product Owner: sizing is not hers.
    table.team.acting = Some(0);
    table.team.later(60);
    let answer = table.team.answer("poker.accept", json!({"round": round}));
    assert_eq!(answer.guidance.len(), 1);
    assert_eq!(answer.guidance[0].rule, "size");
    let scope = table.team.call("sprint.burndown", json!({"sprint": sprint}))["scopeChanges"].clone();
    let last = scope.as_array().unwrap().last().unwrap().clone();
    assert_eq!(
        (&last["kind"], &last["at"]),
        (&json!("reestimated"), &json!("2026-03-09T11:00:00Z")),
        "{scope}"
    );
    table.undo();
    assert_eq!(table.estimate(), 3.0);
    table.team.acting = Some(1);
    table.team.call("product.edit", json!({"product": table.team.product, "accountability": "strict"}));
    table.team.acting = Some(0);
    assert_eq!(table.team.refusal("poker.accept", json!({"round": round})), "not_accountable");
    table.team.acting = Some(1);
    table.team.call("poker.accept", json!({"round": round}));
}

/// Two tables at which everything is alike but the cards.
struct Twins([Table; 2]);

impl Twins {
    fn answers(&mut self, name: &str, requests: [Value; 2]) -> [Result<Answer, AppError>; 2] {
        let [a, b] = requests;
        [self.0[0].team.attempt(name, a), self.0[1].team.attempt(name, b)]
    }

    /// Carries out the same call on both, or one that differs in nothing but a card: both answer the same.
    fn alike(&mut self, name: &str, requests: [Value; 2]) -> Answer {
        let [a, b] = self.answers(name, requests);
        let (a, b) = (a.unwrap(), b.unwrap());
        assert_eq!(a, b, "{name} tells two cards apart");
        for table in &mut self.0 {
            table.team.now += TimeDelta::minutes(1);
        }
        a
    }

    fn both(&mut self, name: &str, request: &Value) -> Answer {
        self.alike(name, [request.clone(), request.clone()])
    }

    /// Asks every query of the contract, with the ids of what there is wherever its form names one.
    fn everything_asked_is_answered_alike(&mut self) -> Vec<String> {
        let mut answered = Vec::new();
        for query in commands().into_iter().filter(|case| case.kind == "query") {
            let request = self.request(&query.request);
            let [a, b] = self.answers(query.name, [request.clone(), request]);
            match (a, b) {
                (Ok(a), Ok(b)) => {
                    let told = |answer: &Answer| {
                        // Each file has a place of its own.
                        let mut value = answer.value.clone();
                        if let Some(workspace) = value.get_mut("open").and_then(Value::as_object_mut) {
                            workspace.remove("path");
                        }
                        value
                    };
                    assert_eq!(told(&a), told(&b), "{} tells two cards apart", query.name);
                    answered.push(query.name.to_owned());
                }
                (a, b) => assert_eq!(a, b, "{}", query.name),
            }
        }
        answered
    }

    /// A request of this form, its required fields filled by their names.
    fn request(&mut self, schema: &Value) -> Value {
        let table = &self.0[0];
        let mut request = Map::new();
        let required = schema["required"].as_array().cloned().unwrap_or_default();
        for name in required.iter().filter_map(Value::as_str) {
            let value = match name {
                "product" => table.team.product.clone(),
                "item" => table.item.clone(),
                "person" => table.people[0].clone(),
                "limit" => json!(200),
                "offset" => json!(0),
                "text" => json!("card"),
                "period" => json!({"of": "days", "days": 30}),
                "scope" => json!({"in": "open"}),
                "format" => json!("json"),
                "name" => json!("Harbour"),
                _ => json!("00000000-0000-7000-8000-000000000000"),
            };
            request.insert(name.to_owned(), value);
        }
        Value::Object(request)
    }
}

#[test]
fn no_query_answers_a_card_that_is_not_turned() {
    let mut twins = Twins([Table::new(), Table::new()]);
    let (item, people) = (twins.0[0].item.clone(), twins.0[0].people.clone());
    assert_eq!((&item, &people), (&twins.0[1].item, &twins.0[1].people), "the same seed makes the same ids");
    let round = twins.both("poker.open", &json!({"item": item})).value["rounds"][0]["id"].clone();
    let vote = |seat: usize, card: Value| json!({"round": round, "person": people[seat], "card": card});
    twins.alike("poker.vote", [vote(0, points(3.0)), vote(0, points(5.0))]);
    twins.alike("poker.vote", [vote(1, points(3.0)), vote(1, points(13.0))]);
    twins.alike("poker.vote", [vote(2, unsure()), vote(2, points(8.0))]);
    twins.alike("poker.vote", [vote(3, points(1.0)), vote(3, json!({"card": "break"}))]);
    // Chosen again: one keeps the card, the other takes another.
    twins.alike("poker.vote", [vote(0, points(3.0)), vote(0, points(8.0))]);
    twins.both("history.undo", &json!({}));
    twins.everything_asked_is_answered_alike();
    twins.both("history.redo", &json!({}));
    // One leaves the table and comes back without a card.
    twins.both("poker.seat", &json!({"round": round, "people": people[..3]}));
    twins.both("poker.seat", &json!({"round": round, "people": people}));
    // A round that was called off keeps its secret, and so does one that came back.
    twins.both("poker.clear", &json!({"round": round}));
    twins.everything_asked_is_answered_alike();
    twins.both("history.undo", &json!({}));
    let answered = twins.everything_asked_is_answered_alike();
    for asked in [
        "poker.get",
        "history.list",
        "history.state",
        "item.history",
        "item.get",
        "backlog.window",
        "workspace.check",
    ] {
        assert!(answered.iter().any(|name| name == asked), "{asked} was refused: {answered:?}");
    }
    // Refusals tell nothing either.
    for (name, request) in [
        ("poker.reveal", json!({"round": round})),
        ("poker.accept", json!({"round": round})),
        ("poker.accept", json!({"round": round, "estimate": 3.0})),
        ("poker.open", json!({"item": item})),
        ("poker.vote", vote(0, points(4.0))),
    ] {
        let [a, b] = twins.answers(name, [request.clone(), request]);
        assert_eq!(a.unwrap_err(), b.unwrap_err(), "{name}");
    }
    // Turned, they differ: the comparison sees cards where there are some to see.
    let reveal = json!({"round": round, "early": true});
    let [a, b] = twins.answers("poker.reveal", [reveal.clone(), reveal]);
    assert_ne!(a.unwrap().value, b.unwrap().value);
    assert_ne!(twins.0[0].get(), twins.0[1].get());
    // Covered again, they are as secret as before.
    twins.both("history.undo", &json!({}));
    twins.everything_asked_is_answered_alike();
}

#[test]
fn a_person_acting_elsewhere_has_a_seat_here() {
    // A second window of the same file: seats are people.
    let mut table = Table::new();
    let round = table.open();
    let path = table.team.path();
    let mut elsewhere = lineout_app::Host::new("another machine");
    elsewhere.open(&path).unwrap();
    let context = Context::at(table.team.now, table.people[1].as_str().map(str::to_owned));
    let request = json!({"round": round, "person": table.people[1], "card": points(5.0)});
    let shown = elsewhere.call("poker.vote", request, &context).unwrap().value;
    assert_eq!(
        shown["rounds"][0]["seats"][1],
        json!({"person": table.people[1], "chosen": true, "card": null, "chosenAt": null})
    );
    assert_eq!(table.get()["rounds"], shown["rounds"]);
}
