//! Planning in hours and sizes, drawn so that it collides: the order of a planned sprint, tasks and lists of them, days
//! off, focus hours and Planning Poker.

use lineout_store::Tables;
use proptest::prelude::*;
use serde_json::{Value, json};

use super::Team;
use super::steps::{Pick, likely, nth, one_of};

#[derive(Debug, Clone)]
pub enum Hours {
    Order(Pick, Vec<Pick>, Pick),
    Task(Pick, Pick, Pick),
    Capacity(Pick, Pick, Pick),
    TaskList(Pick, Pick),
    Poker(Pick, Pick, Pick),
}

pub fn hours() -> impl Strategy<Value = Hours> {
    let pick = any::<Pick>;
    prop_oneof![
        2 => (pick(), prop::collection::vec(pick(), 1..4), pick()).prop_map(|(a, b, c)| Hours::Order(a, b, c)),
        6 => (pick(), pick(), pick()).prop_map(|(a, b, c)| Hours::Task(a, b, c)),
        3 => (pick(), pick(), pick()).prop_map(|(a, b, c)| Hours::Capacity(a, b, c)),
        3 => (pick(), pick()).prop_map(|(a, b)| Hours::TaskList(a, b)),
        8 => (pick(), pick(), pick()).prop_map(|(a, b, c)| Hours::Poker(a, b, c)),
    ]
}

impl Hours {
    /// What the step calls.
    pub fn request(&self, team: &Team, tables: &Tables) -> (&'static str, Value) {
        let row = |table: &str, n: Pick| nth(tables, table, n);
        match self {
            Self::Order(sprint, items, to) => {
                let sprint = likely(tables, "sprint", "state", "'planned'", *sprint);
                let inside = format!("'{}'", sprint.as_str().unwrap_or_default());
                let items: Vec<Value> =
                    items.iter().map(|n| likely(tables, "item", "sprint", &inside, *n)).collect();
                ("sprint.order", json!({"sprint": sprint, "items": items, "to": to % 4}))
            }
            Self::Task(task, what, n) => {
                let id = row("task", *task);
                match what % 10 {
                    8 | 9 => (
                        "board.moveTask",
                        json!({"task": id, "column": row("board_column", *n), "before": (n % 3 == 0).then(|| row("task", n / 3))}),
                    ),
                    0..=2 => {
                        let item = likely(tables, "item", "resolution", "NULL", *task);
                        let hours =
                            [Value::Null, json!(3), json!(0.5), json!(-1)][usize::from(n % 4)].clone();
                        let title = one_of(["Map the seats", "Measure"], *n);
                        let after = (n % 5 == 0).then(|| row("task", *n));
                        ("task.add", json!({"item": item, "title": title, "hours": hours, "after": after}))
                    }
                    3 => ("task.edit", json!({"task": id, "hours": one_of([0, 2, 999, 1000], *n)})),
                    4 => ("task.edit", json!({"task": id, "person": row("person", *n)})),
                    5 => (
                        "task.edit",
                        json!({"task": id, "state": one_of(["todo", "inProgress", "done"], *n)}),
                    ),
                    6 => ("task.move", json!({"task": id, "to": n % 4})),
                    _ => ("task.delete", json!({"task": id})),
                }
            }
            Self::TaskList(list, n) => {
                let template = row("task_template", *list);
                let tasks =
                    json!([{"title": "Measure", "hours": 2}, {"title": "Map the seats", "hours": null}]);
                match n % 5 {
                    0 => {
                        let name = one_of(["Usual", "Short"], *list);
                        (
                            "taskTemplate.create",
                            json!({"product": team.product, "name": name, "tasks": tasks}),
                        )
                    }
                    1 => (
                        "taskTemplate.edit",
                        json!({"template": template, "tasks": [tasks[usize::from(n % 2)]]}),
                    ),
                    2 => ("taskTemplate.delete", json!({"template": template})),
                    _ => {
                        let item = likely(tables, "item", "resolution", "NULL", *list);
                        ("taskTemplate.apply", json!({"template": template, "item": item}))
                    }
                }
            }
            Self::Poker(item, what, n) => {
                // Mostly a round that is open, for it is there that things happen.
                let round = likely(tables, "poker_round", "revealed_at", "NULL", *item);
                match what % 10 {
                    0 | 1 => {
                        let item = likely(tables, "item", "resolution", "NULL", *item);
                        (
                            "poker.open",
                            json!({"item": item, "people": [row("person", *n), row("person", n / 2)]}),
                        )
                    }
                    2..=5 => {
                        let card = [
                            json!({"card": "points", "points": 3}),
                            json!({"card": "points", "points": 8}),
                            json!({"card": "unsure"}),
                            json!({"card": "points", "points": 4}),
                        ][usize::from(n % 4)]
                        .clone();
                        let person = row("person", n / 4);
                        ("poker.vote", json!({"round": round, "person": person, "card": card}))
                    }
                    6 => ("poker.reveal", json!({"round": round, "early": n % 3 > 0})),
                    7 => {
                        let estimate = [Value::Null, json!(5), json!(4)][usize::from(n % 3)].clone();
                        ("poker.accept", json!({"round": row("poker_round", *item), "estimate": estimate}))
                    }
                    8 => {
                        let people = [row("person", *n), row("person", n / 2), row("person", n / 3)];
                        ("poker.seat", json!({"round": round, "people": people}))
                    }
                    _ => ("poker.clear", json!({"round": round})),
                }
            }
            Self::Capacity(person, what, n) => {
                let person = row("person", *person);
                let day = |n: Pick| team.now.date_naive() + chrono::Days::new(u64::from(n % 8));
                match what % 4 {
                    0 | 1 => (
                        "daysOff.add",
                        json!({"person": person, "firstDay": day(*n), "lastDay": day(n / 8), "note": "Fair"}),
                    ),
                    2 => ("daysOff.remove", json!({"daysOff": row("day_off", *n)})),
                    _ => {
                        let hours =
                            [Value::Null, json!(2.4), json!(0), json!(25)][usize::from(n % 4)].clone();
                        ("focusHours.set", json!({"product": team.product, "person": person, "hours": hours}))
                    }
                }
            }
        }
    }
}
