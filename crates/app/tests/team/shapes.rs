//! What gives the backlog its shape, drawn so that it collides: splits and merges, criteria and links, epics, templates,
//! and the goal it is ordered towards.

use lineout_store::Tables;
use proptest::prelude::*;
use serde_json::{Value, json};

use super::Team;
use super::steps::{Pick, held, likely, nth, one_of};

#[derive(Debug, Clone)]
pub enum Shape {
    Split(Pick, Pick, Vec<Pick>),
    Merge(Pick, Vec<Pick>),
    Criterion(Pick, Pick),
    Comment(Pick),
    Link(Pick, Pick, Pick),
    ChangeEpic(Pick, Pick),
    Template(Pick, Pick),
    Goal(Pick, Pick),
}

pub fn shapes() -> impl Strategy<Value = Shape> {
    let few = || prop::collection::vec(any::<Pick>(), 1..4);
    let pick = any::<Pick>;
    prop_oneof![
        4 => (pick(), pick(), few()).prop_map(|(a, b, c)| Shape::Split(a, b, c)),
        4 => (pick(), few()).prop_map(|(a, b)| Shape::Merge(a, b)),
        3 => (pick(), pick()).prop_map(|(a, b)| Shape::Criterion(a, b)),
        1 => pick().prop_map(Shape::Comment),
        4 => (pick(), pick(), pick()).prop_map(|(a, b, c)| Shape::Link(a, b, c)),
        2 => (pick(), pick()).prop_map(|(a, b)| Shape::ChangeEpic(a, b)),
        3 => (pick(), pick()).prop_map(|(a, b)| Shape::Template(a, b)),
        5 => (pick(), pick()).prop_map(|(a, b)| Shape::Goal(a, b)),
    ]
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

impl Shape {
    /// The call it is.
    pub fn request(&self, team: &Team, tables: &Tables) -> (&'static str, Value) {
        let row = |table: &str, n: Pick| nth(tables, table, n);
        let product = team.product.clone();
        match self {
            Shape::Split(item, n, criteria) => {
                let item = likely(tables, "item", "resolution", "NULL", *item);
                let own = held(tables, "acceptance_criterion", "item", &format!("'{}'", text(&item)));
                let shared: Vec<&String> = own
                    .iter()
                    .zip(criteria.iter().cycle())
                    .filter(|(_, n)| *n % 2 == 0)
                    .map(|(id, _)| id)
                    .collect();
                let points = one_of([None, Some(1.0), Some(2.0)], *n);
                let mut parts = vec![
                    json!({"title": "Pier", "estimate": points}),
                    json!({"title": "Fare", "acceptance": shared}),
                ];
                if n % 5 == 0 {
                    parts.push(json!({"title": "Deck", "estimate": 0.5}));
                }
                let original = one_of(["close", "keep"], n / 2);
                (
                    "item.split",
                    json!({"item": item, "original": original, "parts": parts, "copyDescription": n % 3 == 0}),
                )
            }
            Shape::Merge(into, items) => {
                let open = |n: &Pick| likely(tables, "item", "resolution", "NULL", *n);
                let items: Vec<Value> = items.iter().map(open).collect();
                let described = into % 2 == 0;
                ("item.merge", json!({"into": open(into), "items": items, "appendDescriptions": described}))
            }
            Shape::Criterion(item, n) => {
                let text = one_of(["Pays at once", "pays  at ONCE", "Sends a receipt"], *n);
                let item = likely(tables, "item", "resolution", "NULL", *item);
                ("acceptance.add", json!({"item": item, "texts": [text]}))
            }
            Shape::Comment(item) => {
                ("comment.add", json!({"item": row("item", *item), "text": "Seen on the quay"}))
            }
            Shape::Link(item, kind, other) => {
                let kind = one_of(["blocks", "waitsFor", "relatesTo", "duplicates"], *kind);
                ("link.add", json!({"item": row("item", *item), "kind": kind, "other": row("item", *other)}))
            }
            Shape::ChangeEpic(epic, n) => {
                let epic = row("epic", *epic);
                match n % 3 {
                    0 => ("epic.delete", json!({"epic": epic})),
                    1 => ("epic.edit", json!({"epic": epic, "hue": n})),
                    _ => ("epic.edit", json!({"epic": epic, "name": one_of(["Rebooking", "Fares"], n / 3)})),
                }
            }
            Shape::Template(template, n) => {
                let name = one_of(["Story", "Bug"], n / 5);
                let template = row("item_template", *template);
                match n % 5 {
                    0 | 1 => {
                        let (title, acceptance) = ("As a passenger ", ["Pays at once", "Sends a receipt"]);
                        let request = json!({"product": product, "name": name, "title": title, "acceptance": acceptance, "labels": ["x"]});
                        ("template.create", request)
                    }
                    2 => ("template.edit", json!({"template": template, "name": name, "type": "fix"})),
                    3 => ("template.delete", json!({"template": template})),
                    _ => ("item.create", json!({"product": product, "title": "Pier", "template": template})),
                }
            }
            Shape::Goal(n, value) => match n % 6 {
                0 => {
                    let target = f64::from(value % 4);
                    let measure =
                        json!({"name": "Changed online", "unit": "%", "baseline": 2, "target": target});
                    ("goal.setMeasure", json!({"product": product, "measure": measure}))
                }
                1 => ("goal.setMeasure", json!({"product": product})),
                2 | 3 => {
                    let day = team.now.date_naive() - chrono::Days::new(u64::from(value % 3));
                    ("goal.record", json!({"product": product, "value": value, "day": day}))
                }
                4 => ("goal.deleteMeasurement", json!({"measurement": row("goal_measurement", *value)})),
                _ => {
                    let outcome = one_of(["fulfilled", "abandoned"], *value);
                    let next = one_of([None, Some("Fewer calls"), Some("No calls")], value / 2);
                    (
                        "goal.end",
                        json!({"product": product, "outcome": outcome, "words": "It helped", "next": next}),
                    )
                }
            },
        }
    }
}
