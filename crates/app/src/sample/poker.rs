//! How the story plays Planning Poker, and what tasks it keeps in lists.

use serde_json::json;

use super::team::Who;
use super::teller::Teller;
use crate::error::Result;

/// The cards of one round, seat by seat.
pub(super) type Cards = &'static [(Who, f64)];

impl Teller {
    /// Plays rounds over an item; an estimate ends the last of them, else its cards stay turned.
    pub(super) fn poker(&mut self, who: Who, item: &str, rounds: &[Cards], set: Option<f64>) -> Result<()> {
        let item = self.items.id(item).clone();
        let mut round = json!(null);
        for cards in rounds {
            let people: Vec<_> = cards.iter().map(|(person, _)| self.people[person].clone()).collect();
            let table = self.call(who, "poker.open", json!({ "item": item, "people": people }))?;
            round = table["rounds"][0]["id"].clone();
            for (person, points) in *cards {
                let card = json!({ "card": "points", "points": points });
                let request = json!({ "round": round, "person": self.people[person], "card": card });
                self.simply(*person, "poker.vote", request)?;
            }
            self.simply(who, "poker.reveal", json!({ "round": round }))?;
        }
        match set {
            Some(points) => self.simply(who, "poker.accept", json!({ "round": round, "estimate": points })),
            None => Ok(()),
        }
    }

    /// Keeps a list of tasks that items can be given at once.
    pub(super) fn task_list(&mut self, who: Who, name: &str, tasks: &[(&str, f64)]) -> Result<()> {
        let tasks: Vec<_> =
            tasks.iter().map(|(title, hours)| json!({ "title": title, "hours": hours })).collect();
        let request = json!({ "product": self.product, "name": name, "tasks": tasks });
        self.simply(who, "taskTemplate.create", request)
    }
}
