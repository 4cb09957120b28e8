//! Each verb of the story as calls of the contract.

use serde_json::{Value, json};

use super::story::{Spot, Trouble, Verb};
use super::team::Who;
use super::teller::Teller;
use crate::error::Result;

impl Teller {
    /// Does what a person did.
    pub(super) fn moment(&mut self, who: Who, verb: &Verb) -> Result<()> {
        match verb {
            Verb::Idea(handle) => self.idea(who, handle),
            Verb::Say(item, words) => {
                self.simply(who, "comment.add", json!({ "item": self.items.id(item), "text": words }))
            }
            Verb::Meet(item, count) => self.meet(who, item, *count),
            Verb::Link(item, kind, other) => {
                let (item, other) = (self.items.id(item), self.items.id(other));
                self.simply(who, "link.add", json!({ "item": item, "kind": kind, "other": other }))
            }
            Verb::Ready(items) => self.ready(who, items),
            Verb::Estimate(item, points) => {
                self.simply(who, "item.edit", json!({ "item": self.items.id(item), "estimate": points }))
            }
            Verb::Poker(item, rounds, set) => self.poker(who, item, rounds, *set),
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
            Verb::Done(item) => self.done(who, item, &[]),
            Verb::Waive(item, criterion, reason) => self.done(who, item, &[(criterion, reason)]),
            Verb::Raise(trouble) => self.raise(who, trouble),
            Verb::Acknowledge(trouble) => {
                self.simply(who, "impediment.acknowledge", json!({ "impediment": self.troubles.id(trouble) }))
            }
            Verb::Down(trouble) => {
                self.simply(who, "impediment.begin", json!({ "impediment": self.troubles.id(trouble) }))
            }
            Verb::Restore(trouble) => {
                self.simply(who, "impediment.restore", json!({ "impediment": self.troubles.id(trouble) }))
            }
            Verb::Resolve(trouble, how) => {
                let request = json!({ "impediment": self.troubles.id(trouble), "resolution": how });
                self.simply(who, "impediment.resolve", request)
            }
            Verb::Increment(name, items) => self.increment(who, name, items),
            Verb::Release(version, notes) => self.release(who, version, notes),
            Verb::PrepareReview(guests) => self.prepare_review(who, guests),
            Verb::HoldReview(held) => self.hold_review(who, held),
            Verb::EndReview => self.end_review(who),
            Verb::TakeUp(words, spot) => self.take_up(who, words, *spot),
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
            Verb::Gauge(entry, value, note) => {
                let request = json!({ "improvement": self.tries.id(entry), "value": value, "note": note });
                self.simply(who, "improvement.record", request)
            }
            Verb::CarryOn(entry) => {
                self.simply(who, "improvement.carryOn", json!({ "improvement": self.tries.id(entry) }))
            }
            Verb::ToItem(entry, epic, spot) => self.make_item(who, entry, epic, *spot),
            Verb::EndRetro => self.end_retro(who),
            Verb::Define(criteria) => {
                let request = json!({ "product": self.product, "criteria": criteria });
                let product = self.call(who, "product.reviseDefinitionOfDone", request)?;
                self.read_criteria(&product);
                Ok(())
            }
            Verb::DefineReady(criteria) => self.define_ready(who, criteria),
            Verb::View(name, label) => {
                let request =
                    json!({ "product": self.product, "name": name, "filter": { "labels": [label] } });
                self.simply(who, "view.create", request)
            }
            Verb::Measure(name, unit, baseline, target) => {
                let measure = json!({ "name": name, "unit": unit, "baseline": baseline, "target": target });
                self.simply(who, "goal.setMeasure", json!({ "product": self.product, "measure": measure }))
            }
            Verb::Record(value, note) => self.simply(
                who,
                "goal.record",
                json!({ "product": self.product, "value": value, "note": note }),
            ),
            Verb::Focus(hours) => {
                let request = json!({ "product": self.product, "person": self.people[&who], "hours": hours });
                self.simply(who, "focusHours.set", request)
            }
            Verb::Off(first, last, note) => {
                let (first, last) = (self.days.day(self.sprint, *first), self.days.day(self.sprint, *last));
                let request = json!({
                    "person": self.people[&who], "firstDay": first, "lastDay": last, "note": note,
                });
                self.simply(who, "daysOff.add", request)
            }
            Verb::Task(item, title, hours, person) => {
                let request = json!({
                    "item": self.items.id(item), "title": title, "hours": hours, "person": self.people[person],
                });
                let task = self.call(who, "task.add", request)?;
                self.tasks.insert((item, title), task["id"].clone());
                Ok(())
            }
            Verb::Daily(meeting) => self.daily(who, meeting),
            Verb::Left(item, title, hours) => {
                let request = json!({ "task": self.tasks[&(*item, *title)], "hours": hours });
                self.simply(who, "task.edit", request)
            }
            Verb::BeginTask(item, title) => {
                let request = json!({ "task": self.tasks[&(*item, *title)], "state": "inProgress" });
                self.simply(who, "task.edit", request)
            }
            Verb::EndTask(item, title) => {
                let request = json!({ "task": self.tasks[&(*item, *title)], "state": "done" });
                self.simply(who, "task.edit", request)
            }
            Verb::TaskList(name, tasks) => self.task_list(who, name, tasks),
            Verb::Template(pattern) => self.template(who, pattern),
            Verb::Limit(column, limit) => {
                self.simply(who, "column.edit", json!({ "column": self.columns[*column], "wipLimit": limit }))
            }
        }
    }

    pub(super) fn simply(&mut self, who: Who, name: &str, request: Value) -> Result<()> {
        self.call(who, name, request).map(drop)
    }

    pub(super) fn all(&self, handles: &[&str]) -> Vec<Value> {
        handles.iter().map(|handle| self.items.id(handle).clone()).collect()
    }

    pub(super) fn place(&self, spot: Spot) -> Value {
        match spot {
            Spot::Top => json!({ "to": "top" }),
            Spot::Bottom => json!({ "to": "bottom" }),
            Spot::After(other) => json!({ "to": "after", "item": self.items.id(other) }),
        }
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

    /// Finishes an item: what it was to do is done, and the Definition of Done is met but for what is waived.
    fn done(&mut self, who: Who, item: &'static str, waived: &[(&str, &str)]) -> Result<()> {
        self.meet(who, item, usize::MAX)?;
        let answer = self.answer(waived);
        self.carry(who, item, "Done", answer)
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
    pub(super) fn answer(&self, waived: &[(&str, &str)]) -> Value {
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
}
