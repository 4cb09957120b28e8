//! How sprints end in the story: increments, the close, the retrospective and what comes of it.

use serde_json::json;

use super::story::{Kpi, Rest, Spot, Try};
use super::team::Who;
use super::teller::{Teller, text};
use crate::error::Result;

impl Teller {
    pub(super) fn increment(&mut self, who: Who, name: &str, items: &[&str]) -> Result<()> {
        let (sprint, items) = (&self.sprints[&self.sprint], self.all(items));
        let request = json!({ "product": self.product, "sprint": sprint, "name": name, "items": items });
        self.simply(who, "increment.create", request)
    }

    pub(super) fn release(&mut self, who: Who, version: &str, notes: &str) -> Result<()> {
        let all = self.call(who, "increment.list", json!({ "product": self.product }))?;
        let usable = all["increments"].as_array().into_iter().flatten();
        let newest = usable.filter(|increment| increment["state"] == "usable").map(|found| &found["id"]);
        let request = json!({ "increment": newest.into_iter().next(), "version": version, "notes": notes });
        self.simply(who, "increment.release", request)
    }

    pub(super) fn close(&mut self, who: Who, rest: &[(&'static str, Rest)]) -> Result<()> {
        let mut decisions = Vec::new();
        for (item, rest) in rest {
            let item = self.items.id(item);
            decisions.push(match rest {
                Rest::Top => json!({ "item": item, "outcome": "top" }),
                Rest::Next => json!({ "item": item, "outcome": "next" }),
                Rest::Split(points, _, title) => json!({
                    "item": item, "outcome": "split", "doneEstimate": points, "remainderTitle": title,
                    "done": self.answer(&[]),
                }),
            });
        }
        let sprint = self.sprints[&self.sprint].clone();
        self.simply(who, "sprint.close", json!({ "sprint": sprint, "decisions": decisions }))?;
        for (item, rest) in rest {
            if let Rest::Split(_, handle, _) = rest {
                let request = json!({ "product": self.product, "offset": 0, "limit": 500 });
                let backlog = self.call(who, "backlog.window", request)?;
                let rows = backlog["rows"].as_array().into_iter().flatten();
                let mut parts = rows.filter(|row| row["lineage"]["item"] == *self.items.id(item));
                let part = parts.next().map(|row| row["id"].clone()).unwrap_or_default();
                self.items.add(handle, &part);
            }
        }
        Ok(())
    }

    pub(super) fn retro(&mut self, who: Who, format: &str) -> Result<()> {
        let sprint = &self.sprints[&self.sprint];
        let request = json!({ "product": self.product, "sprint": sprint, "format": format });
        let retro = self.call(who, "retro.start", request)?;
        self.retro = retro["id"].clone();
        let columns = retro["columns"].as_array().into_iter().flatten();
        self.retro_columns = columns.map(|column| (text(&column["name"]), column["id"].clone())).collect();
        self.cards.clear();
        self.check_in()
    }

    pub(super) fn card(&mut self, who: Who, column: &str, words: &'static str) -> Result<()> {
        self.gather()?;
        let request = json!({ "retro": self.retro, "column": self.retro_columns[column], "text": words });
        let card = self.call(who, "retro.addCard", request)?;
        self.cards.push((words, card["id"].clone()));
        Ok(())
    }

    /// Adds an entry to the register; one agreed on in the retrospective comes from a card, and is reviewed in the
    /// next sprint's.
    pub(super) fn propose(&mut self, who: Who, entry: &'static Try, words: Option<&str>) -> Result<()> {
        let kpi = entry.kpi.map(|kpi| match kpi {
            Kpi::ByHand(name, unit, baseline, target, direction) => json!({
                "name": name, "unit": unit, "baseline": baseline, "target": target, "direction": direction,
            }),
            Kpi::Sampled(figure, target, direction) => {
                json!({ "figure": figure, "name": "", "unit": "", "target": target, "direction": direction })
            }
        });
        let mut request = json!({
            "product": self.product,
            "opportunity": entry.opportunity,
            "justification": entry.why,
            "owner": self.people[&entry.owner],
            "kpi": kpi,
        });
        if let Some(words) = words {
            self.talk()?;
            request["retro"] = self.retro.clone();
            request["card"] = self.card_with(words);
            request["state"] = json!("agreed");
            request["reviewSprint"] = self.sprints[&(self.sprint + 1)].clone();
        }
        let made = self.call(who, "improvement.propose", request)?;
        self.tries.add(entry.handle, &made["id"]);
        let [category, size, timescale, priority] = entry.facets;
        let request = json!({
            "improvement": made["id"],
            "category": category, "size": size, "timescale": timescale, "priority": priority,
        });
        self.simply(who, "improvement.edit", request)
    }

    pub(super) fn make_item(&mut self, who: Who, entry: &'static str, epic: &str, spot: Spot) -> Result<()> {
        let request = json!({ "improvement": self.tries.id(entry), "place": self.place(spot) });
        let item = self.call(who, "improvement.toItem", request)?;
        self.items.add(entry, &item["id"]);
        let label = format!("retro {}", self.sprint);
        let request =
            json!({ "item": item["id"], "epic": self.epics.id(epic), "value": 5, "labels": [label] });
        self.simply(Who::Amara, "item.edit", request)
    }
}
