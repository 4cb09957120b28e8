//! Sprint Reviews, drawn so that they collide: few guests, few words, points that come and go.

use lineout_store::Tables;
use proptest::prelude::*;
use serde_json::{Value, json};

use super::Team;
use super::steps::{Pick, held, likely, nth, one_of};

#[derive(Debug, Clone)]
pub enum Review {
    Hold(Pick),
    People(Pick, Pick),
    Point(Pick, Pick, Pick),
    Feedback(Pick, Pick, Pick),
    Words(Pick, Pick),
    Template(Pick),
}

pub fn reviews() -> impl Strategy<Value = Review> {
    let pick = any::<Pick>;
    prop_oneof![
        5 => pick().prop_map(Review::Hold),
        3 => (pick(), pick()).prop_map(|(a, b)| Review::People(a, b)),
        5 => (pick(), pick(), pick()).prop_map(|(a, b, c)| Review::Point(a, b, c)),
        6 => (pick(), pick(), pick()).prop_map(|(a, b, c)| Review::Feedback(a, b, c)),
        3 => (pick(), pick()).prop_map(|(a, b)| Review::Words(a, b)),
        1 => pick().prop_map(Review::Template),
    ]
}

impl Review {
    /// The call it is.
    pub fn request(&self, team: &Team, tables: &Tables) -> (&'static str, Value) {
        let row = |table: &str, n: Pick| nth(tables, table, n);
        // Mostly one that is not over.
        let review = |n: Pick| likely(tables, "review", "ended_at", "NULL", n | 1);
        match self {
            Review::Hold(n) => match n % 4 {
                0 | 1 => {
                    let state = one_of(["'active'", "'closed'"], n / 4);
                    ("review.prepare", json!({"sprint": likely(tables, "sprint", "state", state, *n)}))
                }
                2 => ("review.start", json!({"review": review(*n)})),
                _ => ("review.end", json!({"review": review(*n)})),
            },
            Review::People(n, who) => match n % 4 {
                0 => ("review.invite", json!({"review": review(*n), "person": row("person", *who)})),
                1 => {
                    let guest = one_of(["Mia", "mia ", "Leif"], *who);
                    ("review.invite", json!({"review": review(*n), "guest": guest}))
                }
                2 => ("review.uninvite", json!({"attendee": row("review_attendee", *who)})),
                _ => {
                    let attendee = row("review_attendee", *who);
                    let of = tables["review_attendee"].get(attendee.as_str().unwrap_or_default());
                    let of = of.map(|fields| fields["review"].trim_matches('\'').to_owned());
                    let request = json!({"review": of, "attendees": [attendee], "present": n % 8 == 3});
                    ("review.markPresent", request)
                }
            },
            Review::Point(n, point, to) => {
                let point = row("review_point", *point);
                match n % 5 {
                    0 => {
                        let done = held(tables, "item", "resolution", "'done'");
                        let items = done.get(usize::from(*to) % done.len().max(1)).map(|item| vec![item]);
                        ("review.addPoints", json!({"review": review(*n), "items": items}))
                    }
                    1 => (
                        "review.addPoints",
                        json!({"review": review(*n), "title": "The budget", "timebox": to}),
                    ),
                    2 => ("review.editPoint", json!({"point": point, "presenter": row("person", *to)})),
                    3 => ("review.movePoint", json!({"point": point, "to": to % 4})),
                    _ => ("review.removePoint", json!({"point": point})),
                }
            }
            Review::Feedback(n, about, place) => {
                let feedback = row("review_feedback", *about);
                match n % 5 {
                    0 | 1 => {
                        let point = (about % 3 == 0).then(|| row("review_point", *about));
                        let text = one_of(["Show the price", "Slower\nplease"], *place);
                        let by = one_of([None, Some("Mia")], *n).map(|guest| json!({"guest": guest}));
                        (
                            "feedback.add",
                            json!({"review": review(*n), "point": point, "text": text, "by": by}),
                        )
                    }
                    2 => ("feedback.delete", json!({"feedback": feedback})),
                    3 => {
                        let place = json!({"to": one_of(["top", "bottom"], *place)});
                        ("feedback.toItem", json!({"feedback": feedback, "place": place}))
                    }
                    _ => {
                        let by = json!({"person": row("person", *place)});
                        ("feedback.edit", json!({"feedback": feedback, "by": by}))
                    }
                }
            }
            Review::Words(n, what) => match n % 4 {
                0 => ("review.write", json!({"review": row("review", *what), "notes": "Bring cake"})),
                1 => ("review.write", json!({"review": row("review", *what), "minutes": "We met."})),
                2 => ("review.write", json!({"review": row("review", *what), "minutes": null})),
                _ => {
                    let met = one_of([None, Some(true), Some(false)], *what);
                    let reason = one_of(["", "The port was shut"], what / 3);
                    ("review.judgeGoal", json!({"review": review(*n), "met": met, "reason": reason}))
                }
            },
            Review::Template(n) => {
                let template = one_of([None, Some("{version}: {title}"), Some("{groups}")], *n);
                ("product.setNotesTemplate", json!({"product": team.product, "template": template}))
            }
        }
    }
}
