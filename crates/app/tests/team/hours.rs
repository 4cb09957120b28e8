//! Planning in hours, drawn so that it collides: the order of a planned sprint, tasks, days off and focus hours.

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
}

pub fn hours() -> impl Strategy<Value = Hours> {
    let pick = any::<Pick>;
    prop_oneof![
        2 => (pick(), prop::collection::vec(pick(), 1..4), pick()).prop_map(|(a, b, c)| Hours::Order(a, b, c)),
        6 => (pick(), pick(), pick()).prop_map(|(a, b, c)| Hours::Task(a, b, c)),
        3 => (pick(), pick(), pick()).prop_map(|(a, b, c)| Hours::Capacity(a, b, c)),
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
