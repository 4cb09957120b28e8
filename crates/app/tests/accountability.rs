//! Who answers for what, over every command that RULES names an accountability for: said and kept in guide mode, refused
//! in strict mode, asked of nobody where anyone may.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod team;

use lineout_domain::accountability::{Operation, Role};
use serde_json::{Value, json};
use team::Team;

/// A team at work, with somebody for each role who holds no other.
struct Crew {
    team: Team,
    /// Product Owner, Scrum Master, Developer, Stakeholder.
    alone: Vec<(Role, Value)>,
}

impl Crew {
    fn new() -> Self {
        let mut team = Team::at_work();
        let mut alone = Vec::new();
        for role in Role::ALL {
            let roles = json!({"product": team.product, "roles": [role]});
            let request = json!({"name": format!("Only {role}"), "roles": roles});
            alone.push((*role, team.call("person.add", request)["id"].clone()));
        }
        Self { team, alone }
    }

    fn strict(&mut self) {
        let request = json!({"product": self.team.product, "accountability": "strict"});
        self.team.call("product.edit", request);
    }

    /// From here on somebody acts who holds this role alone.
    fn act_as(&mut self, role: Role) -> Value {
        let (_, person) = self.alone.iter().find(|(held, _)| *held == role).unwrap();
        self.team.people[0] = person.clone();
        self.team.acting = Some(0);
        person.clone()
    }

    fn item(&self, title: &str) -> Value {
        let tables = self.team.tables();
        let found = tables["item"].iter().find(|(_, item)| item["title"] == format!("'{title}'"));
        json!(found.unwrap().0)
    }

    /// The sprint in this state.
    fn sprint(&mut self, state: &str) -> Value {
        let all = self.team.call("sprint.list", json!({"product": self.team.product}));
        let found = all["sprints"].as_array().unwrap().iter().find(|one| one["state"] == state).cloned();
        found.unwrap()["id"].clone()
    }

    /// Closes the sprint that runs, everything open back on top.
    fn close(&mut self) {
        let request = self.closing();
        self.team.call("sprint.close", request);
    }

    fn closing(&mut self) -> Value {
        let sprint = self.sprint("active");
        let tables = self.team.tables();
        let open = tables["item"].iter().filter(|(_, item)| {
            item["sprint"] == format!("'{}'", sprint.as_str().unwrap()) && item["resolution"] == "NULL"
        });
        let decisions: Vec<Value> = open.map(|(id, _)| json!({"item": id, "outcome": "top"})).collect();
        json!({"sprint": sprint, "decisions": decisions})
    }

    fn task(&mut self) -> Value {
        let request = json!({"item": self.item("Ramp"), "title": "Measure"});
        self.team.call("task.add", request)["id"].clone()
    }

    fn round(&mut self) -> Value {
        let people: Vec<Value> = self.alone.iter().map(|(_, person)| person.clone()).collect();
        let request = json!({"item": self.item("Mast"), "people": people});
        let round = self.team.call("poker.open", request)["rounds"][0]["id"].clone();
        let card = json!({"card": "points", "points": 5.0});
        for person in &people {
            self.team.call("poker.vote", json!({"round": round, "person": person, "card": card}));
        }
        self.team.call("poker.reveal", json!({"round": round}));
        round
    }

    /// An open retrospective that goes through these phases.
    fn retro(&mut self, phases: &[&str]) -> Value {
        let retro = self.team.call("retro.start", json!({"product": self.team.product}));
        for phase in phases {
            self.team.go(&retro, phase);
        }
        retro["id"].clone()
    }
}

/// One act: what it is accountable to, its name, what it is done to, and its request, made as somebody who may.
type Act = (Operation, &'static str, &'static str, fn(&mut Crew) -> Value);

/// Every command that asks, at least once; Pier is Done and Fare was carried into the running sprint, where Deck is Done,
/// Ramp in progress and Rope to do; Mast is in the planned one, Buoy and Horn in the Product Backlog.
const ACTS: &[Act] = &[
    (Operation::Order, "item.move", "item", |c| json!({"items": [c.item("Horn")], "place": {"to": "top"}})),
    (
        Operation::SetProductGoal,
        "product.edit",
        "goal",
        |c| json!({"product": c.team.product, "goal": "Fewer calls"}),
    ),
    (Operation::SetProductGoal, "goal.setMeasure", "goal", |c| {
        c.team.call("product.edit", json!({"product": c.team.product, "goal": "Fewer calls"}));
        json!({"product": c.team.product, "measure": {"name": "Calls", "unit": "", "baseline": 9, "target": 2}})
    }),
    (Operation::SetProductGoal, "goal.end", "goal", |c| {
        c.team.call("product.edit", json!({"product": c.team.product, "goal": "Fewer calls"}));
        json!({"product": c.team.product, "outcome": "fulfilled", "words": "It helped"})
    }),
    (
        Operation::CancelSprint,
        "sprint.cancel",
        "sprint",
        |c| json!({"sprint": c.sprint("active"), "reason": "The goal is obsolete"}),
    ),
    (
        Operation::Size,
        "item.create",
        "item",
        |c| json!({"product": c.team.product, "title": "Bell", "estimate": 3.0}),
    ),
    (Operation::Size, "item.edit", "item", |c| json!({"item": c.item("Horn"), "estimate": 5.0})),
    (Operation::Size, "item.bulkEdit", "item", |c| json!({"items": [c.item("Horn")], "estimate": 5.0})),
    (Operation::Size, "item.split", "item", |c| {
        let parts = json!([{"title": "Low", "estimate": 1.0}, {"title": "High", "estimate": 2.0}]);
        json!({"item": c.item("Horn"), "original": "close", "parts": parts})
    }),
    (Operation::Size, "poker.accept", "item", |c| json!({"round": c.round()})),
    (
        Operation::ChangeSprintBacklog,
        "sprint.take",
        "item",
        |c| json!({"sprint": c.sprint("active"), "items": [c.item("Horn")]}),
    ),
    (Operation::ChangeSprintBacklog, "sprint.giveBack", "item", |c| json!({"items": [c.item("Rope")]})),
    (
        Operation::ChangeSprintBacklog,
        "sprint.edit",
        "sprint",
        |c| json!({"sprint": c.sprint("active"), "goal": "Another goal"}),
    ),
    (Operation::ChangeSprintBacklog, "sprint.start", "sprint", |c| {
        c.close();
        c.team.later(60 * 24 * 14);
        json!({"sprint": c.sprint("planned")})
    }),
    (Operation::ChangeSprintBacklog, "sprint.close", "sprint", Crew::closing),
    (
        Operation::ChangeSprintBacklog,
        "board.move",
        "item",
        |c| json!({"item": c.item("Rope"), "column": c.team.column(1)}),
    ),
    (
        Operation::ChangeSprintBacklog,
        "task.add",
        "item",
        |c| json!({"item": c.item("Rope"), "title": "Measure"}),
    ),
    (Operation::ChangeSprintBacklog, "task.edit", "item", |c| json!({"task": c.task(), "hours": 3})),
    (Operation::ChangeSprintBacklog, "task.delete", "item", |c| json!({"task": c.task()})),
    (Operation::ChangeSprintBacklog, "taskTemplate.apply", "item", |c| {
        let tasks = json!([{"title": "Measure", "hours": 2.0}]);
        let request = json!({"product": c.team.product, "name": "Usual", "tasks": tasks});
        let template = c.team.call("taskTemplate.create", request)["id"].clone();
        json!({"template": template, "item": c.item("Rope")})
    }),
    (
        Operation::ChangeSprintBacklog,
        "item.cancel",
        "item",
        |c| json!({"items": [c.item("Rope")], "reason": "Not wanted"}),
    ),
    (Operation::ChangeSprintBacklog, "item.delete", "item", |c| json!({"items": [c.item("Rope")]})),
    (
        Operation::ChangeSprintBacklog,
        "item.merge",
        "item",
        |c| json!({"into": c.item("Ramp"), "items": [c.item("Rope")]}),
    ),
    (Operation::CloseImpediment, "impediment.resolve", "impediment", |c| {
        let tables = c.team.tables();
        json!({"impediment": tables["impediment"].keys().next().unwrap()})
    }),
    (Operation::FacilitateRetro, "retro.start", "retro", |c| json!({"product": c.team.product})),
    (Operation::FacilitateRetro, "retro.go", "retro", |c| json!({"retro": c.retro(&[]), "phase": "gather"})),
    (Operation::FacilitateRetro, "retro.reveal", "retro", |c| {
        let retro = c.retro(&["gather"]);
        let board = c.team.call("retro.get", json!({"retro": retro}));
        let card = json!({"retro": retro, "column": board["columns"][0]["id"], "text": "Reviews wait"});
        c.team.call("retro.addCard", card);
        json!({"retro": retro})
    }),
    (
        Operation::FacilitateRetro,
        "retro.close",
        "retro",
        |c| json!({"retro": c.retro(&["gather", "vote", "decide", "close"]), "none": true}),
    ),
];

/// Somebody whose accountability it is not.
fn other_than(role: Role) -> Role {
    if role == Role::ProductOwner { Role::Developer } else { Role::ProductOwner }
}

#[test]
fn each_accountability_is_asked_for() {
    for operation in Operation::ALL {
        assert!(
            ACTS.iter().any(|act| act.0 == *operation),
            "{operation} is asked by no command of the table"
        );
    }
    for (operation, name, kind, request) in ACTS {
        let accountable = operation.accountable();
        // Guide: whoever does it is told, and it is kept with what it was done to.
        let mut crew = Crew::new();
        let asked = request(&mut crew);
        let person = crew.act_as(other_than(accountable));
        let answer = crew.team.answer(name, asked);
        let told: Vec<&str> = answer.guidance.iter().map(|note| note.rule.as_str()).collect();
        assert_eq!(told.iter().filter(|rule| **rule == operation.as_str()).count(), 1, "{name}: {told:?}");
        let list = json!({"product": crew.team.product, "rule": operation, "person": person, "limit": 10});
        let kept = crew.team.call("guidance.list", list)["notes"][0].clone();
        assert_eq!(kept["label"], answer.action.unwrap().label, "{name}");
        assert_eq!((&kept["person"], &kept["accountable"]), (&person, &json!(accountable)), "{name}");
        assert_eq!(kept["subject"]["kind"], *kind, "{name}: {kept}");
        // An undo takes it out of the record.
        let list = json!({"product": crew.team.product, "person": person, "limit": 10});
        crew.team.call("history.undo", json!({}));
        assert_eq!(crew.team.call("guidance.list", list)["notes"], json!([]), "{name}");
        // Strict: it is refused them, and the accountable may.
        let mut crew = Crew::new();
        let asked = request(&mut crew);
        crew.strict();
        crew.act_as(other_than(accountable));
        assert_eq!(crew.team.refusal(name, asked.clone()), "not_accountable", "{name}");
        crew.act_as(accountable);
        assert_eq!(crew.team.answer(name, asked).guidance, [], "{name}");
    }
}

#[test]
fn anyone_may_add_items_raise_impediments_write_cards_and_plan() {
    let mut crew = Crew::new();
    let retro = crew.retro(&["gather"]);
    let columns = crew.team.call("retro.get", json!({"retro": retro}));
    let column = columns["columns"][0]["id"].clone();
    let (item, product) = (crew.item("Horn"), crew.team.product.clone());
    let planned = crew.sprint("planned");
    crew.strict();
    for role in Role::ALL {
        crew.act_as(*role);
        for (name, request) in [
            ("item.create", json!({"product": product, "title": "Bell"})),
            ("impediment.raise", json!({"product": product, "title": "The feed is down"})),
            ("retro.addCard", json!({"retro": retro, "column": column, "text": "Reviews wait"})),
            ("comment.add", json!({"item": item, "text": "Seen on the quay"})),
            ("poker.open", json!({"item": crew.item("Buoy")})),
            // What a sprint shall hold is planned by the whole Scrum Team; its start is for the Developers.
            ("sprint.take", json!({"sprint": planned, "items": [item]})),
            ("sprint.order", json!({"sprint": planned, "items": [item], "to": 0})),
            ("sprint.giveBack", json!({"items": [item]})),
        ] {
            assert_eq!(crew.team.answer(name, request).guidance, [], "{name} as {role}");
            if name == "poker.open" {
                crew.team.call("history.undo", json!({}));
            }
        }
    }
}

#[test]
fn the_record_is_read_in_pages_and_by_person_rule_and_sprint() {
    let mut crew = Crew::new();
    let (horn, rope) = (crew.item("Horn"), crew.item("Rope"));
    let owner = crew.act_as(Role::ProductOwner);
    for estimate in [1.0, 3.0, 5.0] {
        crew.team.later(1);
        crew.team.call("item.edit", json!({"item": horn, "estimate": estimate}));
    }
    let developer = crew.act_as(Role::Developer);
    crew.team.later(1);
    crew.team.call("item.move", json!({"items": [horn], "place": {"to": "top"}}));
    crew.team.later(1);
    // Past a limit of the board.
    crew.team.acting = Some(1);
    let progress = crew.team.column(1);
    crew.team.call("column.edit", json!({"column": progress, "wipLimit": 1}));
    crew.team.call("board.move", json!({"item": rope, "column": progress}));
    let product = crew.team.product.clone();
    let list = |crew: &mut Crew, more: Value| {
        let mut request = json!({"product": product, "limit": 200});
        request.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        crew.team.call("guidance.list", request)
    };
    let labels = |page: &Value| -> Vec<String> {
        let notes = page["notes"].as_array().unwrap().iter();
        notes.map(|note| note["label"].as_str().unwrap().to_owned()).collect()
    };
    let all = list(&mut crew, json!({}));
    let expected = [
        "Move HBR-5 to In Progress",
        "Move HBR-8 to the top",
        "Estimate HBR-8: 3 to 5",
        "Estimate HBR-8: 1 to 3",
        "Estimate HBR-8: 2 to 1",
    ];
    assert_eq!(labels(&all), expected);
    assert_eq!(
        (&all["notes"][0]["rule"], &all["notes"][0]["accountable"]),
        (&json!("wip_limit"), &Value::Null)
    );
    assert_eq!(all["notes"][1]["subject"], json!({"kind": "item", "id": horn, "name": "HBR-8"}));
    assert_eq!(all["rules"][0], json!({"rule": "size", "title": "Sizing items", "count": 3}));
    // Page by page.
    let mut seen = Vec::new();
    let mut before = Value::Null;
    loop {
        let page = list(&mut crew, json!({"limit": 2, "before": before}));
        seen.extend(labels(&page));
        before = page["notes"].as_array().unwrap().last().unwrap()["id"].clone();
        if page["more"] == false {
            break;
        }
    }
    assert_eq!(seen, expected);
    assert_eq!(labels(&list(&mut crew, json!({"person": developer}))), expected[1..2]);
    assert_eq!(labels(&list(&mut crew, json!({"rule": "size"}))), expected[2..]);
    assert_eq!(list(&mut crew, json!({"person": owner}))["rules"].as_array().unwrap().len(), 1);
    // In the sprint that ran, and in none that did not.
    let active = crew.sprint("active");
    let planned = crew.sprint("planned");
    assert_eq!(labels(&list(&mut crew, json!({"sprint": active}))), expected);
    for other in [planned, crew.sprint("closed")] {
        assert_eq!(labels(&list(&mut crew, json!({"sprint": other}))), [""; 0]);
    }
    // What is gone keeps its name.
    crew.team.call("item.delete", json!({"items": [horn]}));
    let gone = list(&mut crew, json!({"rule": "order"}))["notes"][0]["subject"].clone();
    assert_eq!(gone, json!({"kind": "item", "id": null, "name": "HBR-8"}));
}
