//! Each verb of the story as calls of the contract.

use serde_json::{Value, json};

use super::ideas;
use super::story::{Rest, Spot, Trouble, Try, Verb};
use super::team::Who;
use super::teller::{Teller, text};
use crate::error::Result;

impl Teller {
    /// Does what a person did.
    pub(super) fn moment(&mut self, who: Who, verb: &Verb) -> Result<()> {
        match verb {
            Verb::Idea(handle) => self.idea(who, handle),
            Verb::Estimate(item, points) => {
                self.simply(who, "item.edit", json!({ "item": self.items.id(item), "estimate": points }))
            }
            Verb::Order(items, spot) => {
                let request = json!({ "items": self.all(items), "place": self.place(*spot) });
                self.simply(who, "item.move", request)
            }
            Verb::Cancel(item, reason) => {
                self.simply(who, "item.cancel", json!({ "items": [self.items.id(item)], "reason": reason }))
            }
            Verb::Plan(goal) => self.plan(who, goal),
            Verb::Take(items) => {
                let request = json!({ "sprint": self.sprints[&self.sprint], "items": self.all(items) });
                self.simply(who, "sprint.take", request)
            }
            Verb::GiveBack(item) => {
                self.simply(who, "sprint.giveBack", json!({ "items": [self.items.id(item)] }))
            }
            Verb::Start => self.simply(who, "sprint.start", json!({ "sprint": self.sprints[&self.sprint] })),
            Verb::Begin(item) => {
                self.assign(who, item, true)?;
                self.carry(who, item, "In Progress", Value::Null)
            }
            Verb::Join(item) => self.assign(who, item, false),
            Verb::Review(item) => self.carry(who, item, "Review", Value::Null),
            Verb::Rework(item) => self.carry(who, item, "In Progress", Value::Null),
            Verb::Tick(item, count) => self.tick(who, item, *count),
            Verb::Done(item) => {
                let answer = self.answer(&[]);
                self.carry(who, item, "Done", answer)
            }
            Verb::Waive(item, criterion, reason) => {
                let answer = self.answer(&[(criterion, reason)]);
                self.carry(who, item, "Done", answer)
            }
            Verb::Raise(trouble) => self.raise(who, trouble),
            Verb::Acknowledge(trouble) => {
                self.simply(who, "impediment.acknowledge", json!({ "impediment": self.troubles.id(trouble) }))
            }
            Verb::Resolve(trouble, how) => {
                let request = json!({ "impediment": self.troubles.id(trouble), "resolution": how });
                self.simply(who, "impediment.resolve", request)
            }
            Verb::Increment(name, items) => self.increment(who, name, items),
            Verb::Release(version, notes) => self.release(who, version, notes),
            Verb::Close(rest) => self.close(who, rest),
            Verb::Retro(format) => self.retro(who, format),
            Verb::Card(column, words) => self.card(who, column, words),
            Verb::Propose(entry) => self.propose(who, entry, None),
            Verb::Agree(entry, words) => self.propose(who, entry, Some(words)),
            Verb::Set(entry, state, outcome) => {
                let outcome = (!outcome.is_empty()).then_some(outcome);
                let request =
                    json!({ "improvement": self.tries.id(entry), "state": state, "outcome": outcome });
                self.simply(who, "improvement.setState", request)
            }
            Verb::CarryOn(entry) => {
                self.simply(who, "improvement.carryOn", json!({ "improvement": self.tries.id(entry) }))
            }
            Verb::ToItem(entry, epic, spot) => self.make_item(who, entry, epic, *spot),
            Verb::EndRetro => self.simply(who, "retro.close", json!({ "retro": self.retro })),
            Verb::Define(criteria) => {
                let request = json!({ "product": self.product, "criteria": criteria });
                let product = self.call(who, "product.reviseDefinitionOfDone", request)?;
                self.read_criteria(&product);
                Ok(())
            }
            Verb::Limit(column, limit) => {
                self.simply(who, "column.edit", json!({ "column": self.columns[*column], "wipLimit": limit }))
            }
        }
    }

    fn simply(&mut self, who: Who, name: &str, request: Value) -> Result<()> {
        self.call(who, name, request).map(drop)
    }

    fn all(&self, handles: &[&str]) -> Vec<Value> {
        handles.iter().map(|handle| self.items.id(handle).clone()).collect()
    }

    fn place(&self, spot: Spot) -> Value {
        match spot {
            Spot::Top => json!({ "to": "top" }),
            Spot::Bottom => json!({ "to": "bottom" }),
            Spot::After(other) => json!({ "to": "after", "item": self.items.id(other) }),
        }
    }

    fn idea(&mut self, who: Who, handle: &'static str) -> Result<()> {
        let idea = ideas::named(handle);
        let request = json!({
            "product": self.product, "title": idea.title, "type": idea.kind, "description": idea.text,
        });
        let item = self.call(who, "item.create", request)?;
        self.items.add(handle, &item["id"]);
        let epic = self.epics.id(idea.epic);
        let request = json!({ "item": item["id"], "value": idea.value, "epic": epic, "labels": idea.labels });
        self.simply(Who::Amara, "item.edit", request)
    }

    fn plan(&mut self, who: Who, goal: &str) -> Result<()> {
        let sprint = self.call(
            who,
            "sprint.create",
            json!({
                "product": self.product,
                "goal": goal,
                "startDay": self.days.day(self.sprint, 1),
                "endDay": self.days.day(self.sprint, 10),
            }),
        )?;
        self.sprints.insert(self.sprint, sprint["id"].clone());
        Ok(())
    }

    fn assign(&mut self, who: Who, item: &'static str, alone: bool) -> Result<()> {
        let person = self.people[&who].clone();
        let people = self.assignees.entry(item).or_default();
        if alone {
            people.clear();
        }
        people.push(person);
        let request = json!({ "item": self.items.id(item), "assignees": people.clone() });
        self.simply(who, "item.edit", request)
    }

    fn carry(&mut self, who: Who, item: &str, column: &str, done: Value) -> Result<()> {
        let request = json!({ "item": self.items.id(item), "column": self.columns[column], "done": done });
        self.simply(who, "board.move", request)
    }

    fn tick(&mut self, who: Who, item: &str, count: usize) -> Result<()> {
        let criteria: Vec<Value> = self.criteria.iter().take(count).map(|(_, id)| id.clone()).collect();
        for criterion in criteria {
            let request = json!({ "item": self.items.id(item), "criterion": criterion, "met": true });
            self.simply(who, "board.tick", request)?;
        }
        Ok(())
    }

    /// The answer to the Definition of Done: all of it met, but for what is waived.
    fn answer(&self, waived: &[(&str, &str)]) -> Value {
        let waives = |text: &str| waived.iter().find(|(criterion, _)| *criterion == text);
        let met = self.criteria.iter().filter(|(text, _)| waives(text).is_none()).map(|(_, id)| id);
        let waivers = self.criteria.iter().filter_map(|(text, id)| {
            let (_, reason) = waives(text)?;
            Some(json!({ "criterion": id, "reason": reason }))
        });
        json!({ "met": met.collect::<Vec<_>>(), "waivers": waivers.collect::<Vec<_>>() })
    }

    fn raise(&mut self, who: Who, trouble: &'static Trouble) -> Result<()> {
        let request = json!({
            "product": self.product,
            "title": trouble.title,
            "description": trouble.text,
            "severity": trouble.severity,
            "owner": self.people[&Who::Jonas],
            "items": self.all(trouble.blocks),
            "endangersGoal": trouble.goal,
        });
        let raised = self.call(who, "impediment.raise", request)?;
        self.troubles.add(trouble.handle, &raised["id"]);
        Ok(())
    }

    fn increment(&mut self, who: Who, name: &str, items: &[&str]) -> Result<()> {
        let (sprint, items) = (&self.sprints[&self.sprint], self.all(items));
        let request = json!({ "product": self.product, "sprint": sprint, "name": name, "items": items });
        self.simply(who, "increment.create", request)
    }

    fn release(&mut self, who: Who, version: &str, notes: &str) -> Result<()> {
        let all = self.call(who, "increment.list", json!({ "product": self.product }))?;
        let usable = all["increments"].as_array().into_iter().flatten();
        let newest = usable.filter(|increment| increment["state"] == "usable").map(|found| &found["id"]);
        let request = json!({ "increment": newest.into_iter().next(), "version": version, "notes": notes });
        self.simply(who, "increment.release", request)
    }

    fn close(&mut self, who: Who, rest: &[(&'static str, Rest)]) -> Result<()> {
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

    fn retro(&mut self, who: Who, format: &str) -> Result<()> {
        let sprint = &self.sprints[&self.sprint];
        let request = json!({ "product": self.product, "sprint": sprint, "format": format });
        let retro = self.call(who, "retro.start", request)?;
        self.retro = retro["id"].clone();
        let columns = retro["columns"].as_array().into_iter().flatten();
        self.retro_columns = columns.map(|column| (text(&column["name"]), column["id"].clone())).collect();
        self.cards.clear();
        Ok(())
    }

    fn card(&mut self, who: Who, column: &str, words: &'static str) -> Result<()> {
        let request = json!({ "retro": self.retro, "column": self.retro_columns[column], "text": words });
        let card = self.call(who, "retro.addCard", request)?;
        self.cards.push((words, card["id"].clone()));
        Ok(())
    }

    /// Adds an entry to the register; one agreed on in the retrospective comes from a card, and is reviewed in the
    /// next sprint's.
    fn propose(&mut self, who: Who, entry: &'static Try, words: Option<&str>) -> Result<()> {
        let kpi = entry.kpi.map(|(name, unit, baseline, target, direction)| {
            json!({ "name": name, "unit": unit, "baseline": baseline, "target": target, "direction": direction })
        });
        let mut request = json!({
            "product": self.product,
            "opportunity": entry.opportunity,
            "justification": entry.why,
            "owner": self.people[&entry.owner],
            "kpi": kpi,
        });
        if let Some(words) = words {
            let card = self.cards.iter().find(|(text, _)| text.contains(words));
            let (_, card) = card.unwrap_or_else(|| panic!("BUG: no card says {words}"));
            request["retro"] = self.retro.clone();
            request["card"] = card.clone();
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

    fn make_item(&mut self, who: Who, entry: &'static str, epic: &str, spot: Spot) -> Result<()> {
        let request = json!({ "improvement": self.tries.id(entry), "place": self.place(spot) });
        let item = self.call(who, "improvement.toItem", request)?;
        self.items.add(entry, &item["id"]);
        let label = format!("retro {}", self.sprint);
        let request =
            json!({ "item": item["id"], "epic": self.epics.id(epic), "value": 5, "labels": [label] });
        self.simply(Who::Amara, "item.edit", request)
    }
}
