//! Anything a team may do, drawn so that it collides: few names, few items, numbers that pick among what is there. A
//! step that the product refuses is as good as one it carries out; it must then have changed nothing.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use lineout_app::{Answer, AppError};
use lineout_store::Tables;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use serde_json::{Value, json};

use super::Team;
use super::daily::Daily;
use super::hours::Hours;
use super::retrospect::Retrospect;
use super::reviews::Review;
use super::shapes::Shape;

/// A number that picks among what is there.
pub type Pick = u8;

#[derive(Debug, Clone)]
pub enum Step {
    Item(Pick, Pick, Pick),
    EditItem(Pick, Pick, Pick),
    MoveItems(Vec<Pick>, Pick, Pick),
    DeleteItems(Vec<Pick>),
    CancelItems(Vec<Pick>),
    Reopen(Pick),
    Shape(Shape),
    Epic(Pick),
    PlanSprint(Pick),
    EditSprint(Pick, Pick),
    DeleteSprint(Pick),
    Take(Pick, Vec<Pick>),
    GiveBack(Vec<Pick>),
    Hours(Hours),
    Daily(Daily),
    Start(Pick),
    Card(Pick, Pick, Pick),
    Tick(Pick, Pick, bool),
    Close(Vec<Pick>),
    CancelSprint(Pick),
    Increment(Vec<Pick>),
    IncrementItems(Pick, Vec<Pick>, bool),
    Release(Pick),
    Review(Review),
    Raise(Vec<Pick>),
    Impediment(Pick, Pick),
    Retro(Pick),
    Retrospect(Retrospect),
    Propose(Pick, Pick),
    Improvement(Pick, Pick, Pick),
    People(Pick, Pick),
    Board(Pick, Pick, Pick),
    Product(Pick),
    Import(Pick),
    /// So many hours pass.
    Wait(Pick),
    /// Somebody else acts, or nobody.
    ActAs(Pick),
}

/// So many cases, each with a file of its own; a failure is told whole and kept nowhere. They are the same in every run,
/// so that what failed was changed; whoever asks for a number of them by `PROPTEST_CASES` gets new ones.
pub fn cases(count: u32) -> ProptestConfig {
    let asked = ProptestConfig::default();
    let (cases, rng_seed) = match std::env::var_os("PROPTEST_CASES") {
        Some(_) => (asked.cases, asked.rng_seed),
        None => (count, RngSeed::Fixed(5)),
    };
    ProptestConfig { cases, rng_seed, max_shrink_iters: 500, failure_persistence: None, ..asked }
}

/// Steps in a mixture that gets somewhere: sprints run, cards move, some of it ends.
pub fn steps(most: usize) -> impl Strategy<Value = Vec<Step>> {
    let few = || prop::collection::vec(any::<Pick>(), 1..4);
    let pick = any::<Pick>;
    let one = prop_oneof![
        8 => (pick(), pick(), pick()).prop_map(|(a, b, c)| Step::Item(a, b, c)),
        5 => (pick(), pick(), pick()).prop_map(|(a, b, c)| Step::EditItem(a, b, c)),
        5 => (few(), pick(), pick()).prop_map(|(a, b, c)| Step::MoveItems(a, b, c)),
        2 => few().prop_map(Step::DeleteItems),
        2 => few().prop_map(Step::CancelItems),
        3 => pick().prop_map(Step::Reopen),
        24 => super::shapes::shapes().prop_map(Step::Shape),
        2 => pick().prop_map(Step::Epic),
        3 => pick().prop_map(Step::PlanSprint),
        2 => (pick(), pick()).prop_map(|(a, b)| Step::EditSprint(a, b)),
        1 => pick().prop_map(Step::DeleteSprint),
        6 => (pick(), few()).prop_map(|(a, b)| Step::Take(a, b)),
        2 => few().prop_map(Step::GiveBack),
        20 => super::hours::hours().prop_map(Step::Hours),
        10 => super::daily::dailies().prop_map(Step::Daily),
        5 => pick().prop_map(Step::Start),
        10 => (pick(), pick(), pick()).prop_map(|(a, b, c)| Step::Card(a, b, c)),
        3 => (pick(), pick(), any::<bool>()).prop_map(|(a, b, c)| Step::Tick(a, b, c)),
        3 => prop::collection::vec(pick(), 4).prop_map(Step::Close),
        1 => pick().prop_map(Step::CancelSprint),
        2 => few().prop_map(Step::Increment),
        2 => (pick(), few(), any::<bool>()).prop_map(|(a, b, c)| Step::IncrementItems(a, b, c)),
        1 => pick().prop_map(Step::Release),
        16 => super::reviews::reviews().prop_map(Step::Review),
        2 => few().prop_map(Step::Raise),
        4 => (pick(), pick()).prop_map(|(a, b)| Step::Impediment(a, b)),
        2 => pick().prop_map(Step::Retro),
        9 => super::retrospect::retrospects().prop_map(Step::Retrospect),
        2 => (pick(), pick()).prop_map(|(a, b)| Step::Propose(a, b)),
        4 => (pick(), pick(), pick()).prop_map(|(a, b, c)| Step::Improvement(a, b, c)),
        2 => (pick(), pick()).prop_map(|(a, b)| Step::People(a, b)),
        2 => (pick(), pick(), pick()).prop_map(|(a, b, c)| Step::Board(a, b, c)),
        2 => pick().prop_map(Step::Product),
        2 => pick().prop_map(Step::Import),
        3 => pick().prop_map(Step::Wait),
        2 => pick().prop_map(Step::ActAs),
    ];
    prop::collection::vec(one, 1..most)
}

/// Files that bring new items, and items that are there already; one holds sprints, an ended one among them.
const IMPORTS: [(&str, &str, Option<&str>); 3] = [
    (
        "csv",
        "Key,Title,Points,Status\nHBR-2,Brought in,3,Open\nHBR-90,Brought in late,2,Done\n,Without a key,,Open\n",
        Some("HBR"),
    ),
    ("csv", "Key,Title,Points\nHBR-2,Brought in again,5\n", Some("HBR")),
    (
        "jira",
        "Issue key,Issue id,Summary,Issue Type,Status,Sprint\nHBR-1,1,From there,Bug,To Do,Early\nHBR-3,3,Ended there,Story,Done,Early\n",
        Some("HBR"),
    ),
];

/// The n-th of a few values, counted around.
pub(super) fn one_of<T: Copy, const N: usize>(values: [T; N], n: Pick) -> T {
    values[usize::from(n) % N]
}

/// The id of the n-th row of a table, counted around; one that is nowhere when there is none.
pub fn nth(tables: &Tables, table: &str, n: Pick) -> Value {
    let rows = &tables[table];
    match rows.keys().nth(usize::from(n) % rows.len().max(1)) {
        Some(id) => json!(id),
        None => json!("00000000-0000-7000-8000-000000000000"),
    }
}

/// The ids of the rows whose field holds what is wanted.
pub(super) fn held(tables: &Tables, table: &str, field: &str, wanted: &str) -> Vec<String> {
    let rows = tables[table].iter().filter(|(_, fields)| fields[field] == wanted);
    rows.map(|(id, _)| id.clone()).collect()
}

/// Mostly one of the rows whose field holds what is wanted, now and then any.
pub(super) fn likely(tables: &Tables, table: &str, field: &str, wanted: &str, n: Pick) -> Value {
    let fitting = held(tables, table, field, wanted);
    match fitting.get(usize::from(n / 8) % fitting.len().max(1)) {
        Some(id) if !n.is_multiple_of(8) => json!(id),
        _ => nth(tables, table, n / 8),
    }
}

impl Team {
    /// Carries a step out, or is refused. Steps that call nothing answer nothing.
    pub fn step(&mut self, step: &Step, tables: &Tables) -> Option<Result<Answer, AppError>> {
        self.later(1);
        let all = |table: &str, picks: &[Pick]| -> Vec<Value> {
            picks.iter().map(|n| nth(tables, table, *n)).collect()
        };
        let row = |table: &str, n: Pick| nth(tables, table, n);
        let product = self.product.clone();
        let (name, request) = match step {
            Step::Item(title, points, place) => (
                "item.create",
                json!({
                    "product": product, "title": one_of(["Pier", "Fare", "Deck"], *title),
                    "estimate": one_of([None, Some(1.0), Some(2.0), Some(0.5), Some(4.0)], *points),
                    "place": placed(tables, *place, *points),
                }),
            ),
            Step::EditItem(item, what, n) => {
                let mut request = json!({"item": row("item", *item)});
                let (field, value) = match what % 8 {
                    0 => ("title", json!(one_of(["Pier", "Fare"], *n))),
                    1 => ("estimate", [Value::Null, json!(1), json!(3)][usize::from(n % 3)].clone()),
                    2 => ("value", [Value::Null, json!(5)][usize::from(n % 2)].clone()),
                    3 => ("labels", json!([["x", "y"], ["y", "y"], ["x", "z"]][usize::from(n % 3)])),
                    4 => ("epic", row("epic", *n)),
                    5 => ("assignees", json!([row("person", *n)])),
                    6 => ("type", json!(one_of(["fix", "chore"], *n))),
                    _ => ("epic", Value::Null),
                };
                request[field] = value;
                ("item.edit", request)
            }
            Step::MoveItems(items, to, n) => {
                let items: Vec<Value> =
                    items.iter().map(|n| likely(tables, "item", "resolution", "NULL", *n)).collect();
                ("item.move", json!({"items": items, "place": placed(tables, *to, *n)}))
            }
            Step::DeleteItems(items) => ("item.delete", json!({"items": all("item", items)})),
            Step::Reopen(n) => {
                ("item.reopen", json!({"item": likely(tables, "item", "resolution", "'done'", *n)}))
            }
            Step::CancelItems(items) => {
                ("item.cancel", json!({"items": all("item", items), "reason": "Not wanted"}))
            }
            Step::Shape(shape) => shape.request(self, tables),
            Step::Epic(n) => {
                ("epic.create", json!({"product": product, "name": one_of(["Rebooking", "Fares"], *n)}))
            }
            Step::PlanSprint(n) => {
                let goal = (n % 4 != 0).then_some("Rebook in two minutes");
                let start = (n % 5 == 1).then(|| self.now.date_naive());
                ("sprint.create", json!({"product": product, "goal": goal, "startDay": start}))
            }
            Step::EditSprint(sprint, n) => {
                let mut request = json!({"sprint": row("sprint", *sprint)});
                match n % 4 {
                    0 => request["goal"] = json!("Another goal"),
                    1 => request["goal"] = json!(""),
                    2 => request["name"] = json!(one_of(["Early", "Late"], n / 4)),
                    _ => {
                        request["endDay"] =
                            json!(self.now.date_naive() + chrono::Days::new(u64::from(n % 16)))
                    }
                }
                ("sprint.edit", request)
            }
            Step::DeleteSprint(sprint) => ("sprint.delete", json!({"sprint": row("sprint", *sprint)})),
            Step::Take(sprint, items) => {
                let items: Vec<Value> =
                    items.iter().map(|n| likely(tables, "item", "resolution", "NULL", *n)).collect();
                let sprint = match sprint % 2 {
                    0 => likely(tables, "sprint", "state", "'active'", *sprint),
                    _ => likely(tables, "sprint", "state", "'planned'", *sprint),
                };
                ("sprint.take", json!({"sprint": sprint, "items": items}))
            }
            Step::GiveBack(items) => ("sprint.giveBack", json!({"items": all("item", items)})),
            Step::Hours(hours) => hours.request(self, tables),
            Step::Daily(daily) => daily.request(self, tables),
            Step::Start(sprint) => {
                let sprint = likely(tables, "sprint", "state", "'planned'", *sprint);
                ("sprint.start", json!({"sprint": sprint}))
            }
            Step::Card(item, column, answer) => {
                let running = held(tables, "sprint", "state", "'active'").pop().unwrap_or_default();
                let item = likely(tables, "item", "sprint", &format!("'{running}'"), *item);
                let mut request = json!({"item": item, "column": row("board_column", *column)});
                if answer % 3 == 0 {
                    request["before"] = row("item", *answer);
                }
                if answer % 5 == 0 {
                    request["assignees"] = json!([row("person", *answer)]);
                }
                request["done"] = self.answer_to_done(tables, *answer);
                ("board.move", request)
            }
            Step::Tick(item, criterion, met) => (
                "board.tick",
                json!({"item": row("item", *item), "criterion": row("done_criterion", *criterion), "met": met}),
            ),
            Step::Close(outcomes) => {
                let sprint = held(tables, "sprint", "state", "'active'").pop()?;
                let open = tables["item"].iter().filter(|(_, item)| {
                    item["sprint"] == format!("'{sprint}'") && item["resolution"] == "NULL"
                });
                let decisions: Vec<Value> = open
                    .zip(outcomes.iter().cycle())
                    .map(|((id, _), n)| match n % 5 {
                        0 => json!({"item": id, "outcome": "top"}),
                        1 => json!({"item": id, "outcome": "place"}),
                        2 | 3 => json!({"item": id, "outcome": "next"}),
                        _ => json!({
                            "item": id, "outcome": "split", "doneEstimate": 0.5, "done": self.answer_to_done(tables, 1),
                        }),
                    })
                    .collect();
                ("sprint.close", json!({"sprint": sprint, "decisions": decisions}))
            }
            Step::CancelSprint(sprint) => {
                let sprint = likely(tables, "sprint", "state", "'active'", *sprint);
                ("sprint.cancel", json!({"sprint": sprint, "reason": "The goal is obsolete"}))
            }
            Step::Increment(items) => {
                let done = held(tables, "item", "resolution", "'done'");
                let items: Vec<Value> = match done.len() {
                    0 => all("item", items),
                    len => items.iter().map(|n| json!(done[usize::from(*n) % len])).collect(),
                };
                ("increment.create", json!({"product": product, "items": items}))
            }
            Step::IncrementItems(increment, items, add) => {
                let name = if *add { "increment.addItems" } else { "increment.removeItems" };
                (name, json!({"increment": row("increment", *increment), "items": all("item", items)}))
            }
            Step::Release(n) => {
                let version = one_of(["1.0", "1.1", "2.0"], n / 4);
                ("increment.release", json!({"increment": row("increment", *n), "version": version}))
            }
            Step::Review(review) => review.request(self, tables),
            Step::Raise(items) => (
                "impediment.raise",
                json!({"product": product, "title": "The feed is down", "items": all("item", items)}),
            ),
            Step::Impediment(impediment, n) => {
                let verb = [
                    "impediment.acknowledge",
                    "impediment.resolve",
                    "impediment.reopen",
                    "impediment.begin",
                    "impediment.restore",
                    "impediment.edit",
                ];
                let mut request = json!({"impediment": row("impediment", *impediment)});
                let ago = self.now - chrono::TimeDelta::hours(i64::from(n / 6) - 4);
                match n % 6 {
                    3 | 4 if n % 4 == 0 => request["at"] = json!(ago),
                    5 => {
                        request["incident"] = [
                            Value::Null,
                            json!({"restored": ago}),
                            json!({"began": ago}),
                            json!({"restored": null}),
                        ][usize::from(n / 6 % 4)]
                        .clone();
                    }
                    _ => {}
                }
                (verb[usize::from(n % 6)], request)
            }
            Step::Retro(sprint) => {
                let sprint = likely(tables, "sprint", "state", "'closed'", *sprint);
                let anonymous = self.now.timestamp() % 2 == 0;
                ("retro.start", json!({"product": product, "sprint": sprint, "anonymous": anonymous}))
            }
            Step::Retrospect(step) => step.request(tables),
            Step::Propose(n, sprint) => {
                let open = held(tables, "retrospective", "state", "'open'").pop();
                let mut request = json!({
                    "product": product, "opportunity": "Review within a day",
                    "state": one_of(["proposed", "agreed"], *n), "retro": open,
                });
                if n % 3 == 0 {
                    request["reviewSprint"] = row("sprint", *sprint);
                }
                ("improvement.propose", request)
            }
            Step::Improvement(entry, n, to) => {
                let entry = row("improvement", *entry);
                match n % 8 {
                    0 => ("improvement.carryOn", json!({"improvement": entry})),
                    1 => ("improvement.toItem", json!({"improvement": entry})),
                    2 => (
                        "improvement.edit",
                        json!({"improvement": entry, "reviewSprint": row("sprint", *to)}),
                    ),
                    3..=5 => {
                        super::register::measure(&entry, *to, &row("improvement_measurement", *to), tables)
                    }
                    _ => {
                        let states =
                            ["proposed", "agreed", "inProgress", "inReview", "kept", "adapted", "dropped"];
                        let state = states[usize::from(*to) % states.len()];
                        let request = json!({"improvement": entry, "state": state, "outcome": "It helped"});
                        ("improvement.setState", request)
                    }
                }
            }
            Step::People(n, person) => match n % 4 {
                0 => ("person.add", json!({"name": one_of(["Cy", "Di"], *person)})),
                1 => {
                    let name = one_of(["Cy", "Di", "Bo Lind"], *person);
                    ("person.edit", json!({"person": row("person", *person), "name": name}))
                }
                2 => {
                    let heir = match n / 4 % 3 {
                        0 => Value::Null,
                        1 => json!({"to": "nobody"}),
                        _ => json!({"to": "somebody", "person": row("person", n / 12)}),
                    };
                    ("person.remove", json!({"person": row("person", *person), "handOver": heir}))
                }
                _ => {
                    let roles: &[&str] =
                        [&["developer"][..], &["productOwner", "developer"], &[]][usize::from(person % 3)];
                    (
                        "member.set",
                        json!({"product": product, "person": row("person", *person), "roles": roles}),
                    )
                }
            },
            Step::Board(n, column, to) => {
                let column = row("board_column", *column);
                match n % 4 {
                    0 => {
                        let category = one_of(["todo", "inProgress", "done"], *to);
                        let name = one_of(["Ready", "Testing"], to / 3);
                        ("column.add", json!({"product": product, "name": name, "category": category}))
                    }
                    1 => ("column.edit", json!({"column": column, "wipLimit": 1 + to % 3})),
                    2 => ("column.move", json!({"column": column, "to": to % 6})),
                    _ => ("column.delete", json!({"column": column})),
                }
            }
            Step::Product(n) => match n % 6 {
                0 => {
                    let criteria =
                        [&["Reviewed", "Tested", "Released"][..], &["Reviewed"]][usize::from(n / 6 % 2)];
                    ("product.reviseDefinitionOfDone", json!({"product": product, "criteria": criteria}))
                }
                1 => ("product.edit", json!({"product": product, "goal": "Fewer calls"})),
                2 => ("product.edit", json!({"product": product, "accountability": "strict"})),
                3 => ("product.edit", json!({"product": product, "accountability": "guide"})),
                4 => {
                    let day = self.now.date_naive() + chrono::Days::new(u64::from(n / 6 % 4));
                    ("holiday.add", json!({"product": product, "day": day, "name": "Spring fair"}))
                }
                _ => {
                    let days = tables["holiday"].values().next();
                    let day =
                        days.map_or("2026-03-10".to_owned(), |row| row["day"].trim_matches('\'').to_owned());
                    ("holiday.remove", json!({"product": product, "day": day}))
                }
            },
            Step::Import(n) => {
                let (format, content, key) = IMPORTS[usize::from(*n) % IMPORTS.len()];
                let request = json!({
                    "format": format, "fileName": "items.csv", "content": BASE64.encode(content), "product": key,
                });
                ("import.run", request)
            }
            Step::Wait(hours) => {
                self.later(60 * i64::from(*hours));
                return None;
            }
            Step::ActAs(n) => {
                self.acting = [None, Some(0), Some(1), Some(1)][usize::from(n % 4)];
                return None;
            }
        };
        Some(self.attempt(name, request))
    }

    /// The newest Definition of Done answered: not at all, whole, or with its first criterion waived.
    fn answer_to_done(&self, tables: &Tables, n: Pick) -> Value {
        let version = |row: &std::collections::BTreeMap<String, String>| row["version"].parse::<u32>().ok();
        let newest = tables["definition_of_done"].iter().max_by_key(|(_, row)| version(row));
        let newest = newest.map(|(id, _)| format!("'{id}'")).unwrap_or_default();
        let mut criteria = held(tables, "done_criterion", "definition", &newest);
        match n % 4 {
            0 => Value::Null,
            1 | 2 => json!({"met": criteria, "waivers": []}),
            _ => {
                let waived = criteria.pop().unwrap_or_default();
                json!({"met": criteria, "waivers": [{"criterion": waived, "reason": "Checked by hand"}]})
            }
        }
    }
}

fn placed(tables: &Tables, to: Pick, n: Pick) -> Value {
    match to % 5 {
        0 => json!({"to": "top"}),
        1 => json!({"to": "bottom"}),
        2 => json!({"to": "position", "position": 1 + n % 6}),
        3 => json!({"to": "before", "item": nth(tables, "item", n)}),
        _ => json!({"to": "after", "item": nth(tables, "item", n)}),
    }
}
