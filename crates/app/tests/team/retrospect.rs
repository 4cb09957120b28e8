//! Anything a team may do in a retrospective, in whatever phase it is.

use lineout_store::Tables;
use proptest::prelude::*;
use serde_json::{Value, json};

use super::steps::{Pick, held, nth, one_of};

#[derive(Debug, Clone)]
pub enum Retrospect {
    /// Mostly on, now and then back.
    Go(Pick),
    Reveal,
    CheckIn(Pick),
    Add(Pick),
    Vote(Pick, Pick),
    Rate(Pick),
    Card(Pick, Pick),
    Group(Pick, Pick),
    Ungroup(Pick),
    Topic(Pick, Pick),
    Close(bool),
}

/// Steps in a mixture that gets somewhere.
pub fn retrospects() -> impl Strategy<Value = Retrospect> {
    let pick = any::<Pick>;
    prop_oneof![
        5 => pick().prop_map(Retrospect::Go),
        4 => Just(Retrospect::Reveal),
        1 => pick().prop_map(Retrospect::CheckIn),
        4 => pick().prop_map(Retrospect::Add),
        2 => (pick(), pick()).prop_map(|(a, b)| Retrospect::Vote(a, b)),
        1 => pick().prop_map(Retrospect::Rate),
        2 => (pick(), pick()).prop_map(|(a, b)| Retrospect::Card(a, b)),
        3 => (pick(), pick()).prop_map(|(a, b)| Retrospect::Group(a, b)),
        1 => pick().prop_map(Retrospect::Ungroup),
        1 => (pick(), pick()).prop_map(|(a, b)| Retrospect::Topic(a, b)),
        2 => any::<bool>().prop_map(Retrospect::Close),
    ]
}

const PHASES: [&str; 8] = ["checkIn", "last", "gather", "group", "vote", "discuss", "decide", "close"];

impl Retrospect {
    /// The call that it is.
    pub fn request(&self, tables: &Tables) -> (&'static str, Value) {
        let open = held(tables, "retrospective", "state", "'open'").pop();
        let row = |table: &str, n: Pick| nth(tables, table, n);
        // A card, or its group.
        let subject =
            |n: Pick| if n.is_multiple_of(3) { row("retro_group", n / 3) } else { row("retro_card", n / 3) };
        let column = |n: Pick| {
            let fitting = match &open {
                Some(retro) => held(tables, "retro_column", "retro", &format!("'{retro}'")),
                None => Vec::new(),
            };
            fitting
                .get(usize::from(n) % fitting.len().max(1))
                .map_or_else(|| row("retro_column", n), |id| json!(id))
        };
        match self {
            Self::Go(n) => {
                let phase = open.as_ref().and_then(|id| tables["retrospective"].get(id));
                let phase = phase.map(|fields| fields["phase"].trim_matches('\'').to_owned());
                let at = PHASES.iter().position(|one| Some(*one) == phase.as_deref()).unwrap_or(0);
                let to = if n.is_multiple_of(5) {
                    usize::from(n / 5) % PHASES.len()
                } else {
                    (at + 1).min(PHASES.len() - 1)
                };
                ("retro.go", json!({"retro": open, "phase": PHASES[to]}))
            }
            Self::Reveal => ("retro.reveal", json!({"retro": open})),
            Self::CheckIn(n) => ("retro.checkIn", json!({"retro": open, "mood": n % 6, "word": "Hopeful"})),
            Self::Add(n) => {
                let text = one_of(["Reviews wait", "Pairing helped"], *n);
                ("retro.addCard", json!({"retro": open, "column": column(*n), "text": text}))
            }
            Self::Vote(a, b) => ("retro.vote", json!({"retro": open, "votes": [subject(*a), subject(*b)]})),
            Self::Rate(n) => ("retro.rate", json!({"retro": open, "rating": n % 6})),
            Self::Card(card, n) => {
                let card = row("retro_card", *card);
                match n % 4 {
                    0 => ("retro.deleteCard", json!({"card": card})),
                    1 => ("retro.editCard", json!({"card": card, "text": "Reviews wait long"})),
                    _ => ("retro.editCard", json!({"card": card, "column": column(*n)})),
                }
            }
            Self::Group(a, b) => {
                ("retro.group", json!({"retro": open, "subject": subject(*a), "onto": subject(*b)}))
            }
            Self::Ungroup(n) => match n % 4 {
                0 => ("retro.editGroup", json!({"group": row("retro_group", *n), "name": "Reviews"})),
                1 => ("retro.editGroup", json!({"group": row("retro_group", *n), "column": column(*n)})),
                _ => ("retro.ungroup", json!({"retro": open, "subject": subject(*n)})),
            },
            Self::Topic(topic, n) => {
                let state = one_of(["now", "done", "waiting"], *n);
                (
                    "retro.editTopic",
                    json!({"topic": row("retro_topic", *topic), "state": state, "notes": "Said"}),
                )
            }
            Self::Close(none) => ("retro.close", json!({"retro": open, "none": none})),
        }
    }
}
