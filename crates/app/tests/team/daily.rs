//! Daily Scrums, drawn so that they collide: turns, plans, votes, who comes and goes.

use lineout_store::Tables;
use proptest::prelude::*;
use serde_json::{Value, json};

use super::Team;
use super::steps::{Pick, likely, nth, one_of};

#[derive(Debug, Clone)]
pub enum Daily {
    Start(Pick),
    Turn(Pick, Pick),
    People(Pick, Pick, Pick),
    Plan(Pick, Pick, Pick),
    Vote(Pick, Pick),
    Raise(Pick, Pick),
    End(Pick, bool),
}

pub fn dailies() -> impl Strategy<Value = Daily> {
    let pick = any::<Pick>;
    prop_oneof![
        5 => pick().prop_map(Daily::Start),
        4 => (pick(), pick()).prop_map(|(a, b)| Daily::Turn(a, b)),
        4 => (pick(), pick(), pick()).prop_map(|(a, b, c)| Daily::People(a, b, c)),
        5 => (pick(), pick(), pick()).prop_map(|(a, b, c)| Daily::Plan(a, b, c)),
        4 => (pick(), pick()).prop_map(|(a, b)| Daily::Vote(a, b)),
        1 => (pick(), pick()).prop_map(|(a, b)| Daily::Raise(a, b)),
        2 => (pick(), any::<bool>()).prop_map(|(a, b)| Daily::End(a, b)),
    ]
}

impl Daily {
    /// What the step calls.
    pub fn request(&self, team: &Team, tables: &Tables) -> (&'static str, Value) {
        let row = |table: &str, n: Pick| nth(tables, table, n);
        let daily = |n: Pick| likely(tables, "daily", "ended_at", "NULL", n);
        match self {
            Self::Start(n) => {
                let round = one_of(["people", "people", "board"], *n);
                let people = (n % 4 == 0).then(|| [row("person", n / 4), row("person", n / 8)]);
                ("daily.start", json!({"product": team.product, "round": round, "people": people}))
            }
            Self::Turn(n, to) => {
                let mut request = json!({"daily": daily(*n)});
                match to % 4 {
                    0 => request["person"] = row("person", to / 4),
                    1 => request["item"] = row("item", to / 4),
                    _ => {}
                }
                ("daily.next", request)
            }
            Self::People(n, person, what) => match what % 3 {
                0 => ("daily.shuffle", json!({"daily": daily(*n)})),
                1 => ("daily.join", json!({"daily": daily(*n), "person": row("person", *person)})),
                _ => ("daily.leave", json!({"daily": daily(*n), "person": row("person", *person)})),
            },
            Self::Plan(n, person, what) => {
                let mut request = json!({"daily": daily(*n), "person": row("person", *person)});
                match what % 6 {
                    0 => request["item"] = row("item", what / 6),
                    1 => request["task"] = row("task", what / 6),
                    2 => request["text"] = json!("Get HBR-2 to Done"),
                    3 => request["impediment"] = row("impediment", what / 6),
                    4 => return ("daily.unplan", json!({"plan": row("daily_plan", *n)})),
                    _ => {
                        return (
                            "daily.replan",
                            json!({"plan": row("daily_plan", *n), "text": "Ask the port"}),
                        );
                    }
                }
                ("daily.plan", request)
            }
            Self::Vote(n, what) => {
                let confidence = one_of([None, Some(1), Some(3), Some(5), Some(6)], *what);
                let person = row("person", what / 5);
                ("daily.vote", json!({"daily": daily(*n), "person": person, "confidence": confidence}))
            }
            Self::Raise(n, person) => {
                let request = json!({
                    "daily": daily(*n), "person": row("person", *person), "title": "The feed is down",
                    "items": [row("item", *person)],
                });
                ("daily.raise", request)
            }
            Self::End(n, end) => (
                if *end { "daily.end" } else { "daily.reopen" },
                json!({"daily": if *end { daily(*n) } else { row("daily", *n) }}),
            ),
        }
    }
}
