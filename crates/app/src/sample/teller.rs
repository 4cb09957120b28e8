//! Carries the story out: each moment becomes calls of the contract, at its instant, by its person.

use std::collections::HashMap;
use std::path::Path;

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::{Value, json};

use super::days::Days;
use super::sprints::SPRINTS;
use super::story::Moment;
use super::team::{self, Who};
use crate::context::Context;
use crate::error::Result;
use crate::host::Host;

/// What ids follow from.
const SEED: u64 = 0x4841_5242_4F55_5200;

/// Tells the whole story into a new file.
pub(super) fn tell(path: &Path, now: DateTime<Utc>) -> Result<()> {
    let mut moments: Vec<(DateTime<Utc>, u32, &Moment)> = Vec::new();
    let days = Days::until(now);
    for (sprint, story) in SPRINTS {
        for moment in *story {
            let at = days.instant(days.day(*sprint, moment.day), moment.time);
            moments.push((at, *sprint, moment));
        }
    }
    // A sprint is planned before the one ahead of it ends: told by time, not by chapter.
    moments.sort_by_key(|(at, ..)| *at);
    let begun = days.instant(days.day(1, -3), "09:05");
    let mut teller = Teller::begin(path, days, begun)?;
    for (at, sprint, moment) in moments {
        teller.at(at);
        teller.sprint = sprint;
        teller.moment(moment.who, &moment.verb)?;
    }
    teller.host.close();
    Ok(())
}

/// Ids by the handles of the story.
#[derive(Default)]
pub(super) struct Names(HashMap<&'static str, Value>);

impl Names {
    /// The id behind a handle.
    pub(super) fn id(&self, handle: &str) -> &Value {
        self.0.get(handle).unwrap_or_else(|| panic!("BUG: the story speaks of {handle} before it is there"))
    }

    /// Gives an id its handle.
    pub(super) fn add(&mut self, handle: &'static str, id: &Value) {
        self.0.insert(handle, id.clone());
    }
}

/// What the story knows by name while it is told.
pub(super) struct Teller {
    host: Host,
    pub(super) days: Days,
    clock: DateTime<Utc>,
    /// Moments told so far.
    told: i64,
    /// The number of the sprint that is told of.
    pub(super) sprint: u32,
    pub(super) product: Value,
    pub(super) people: HashMap<Who, Value>,
    pub(super) epics: Names,
    pub(super) columns: HashMap<String, Value>,
    /// The criteria of the newest Definition of Done, by text, in order.
    pub(super) criteria: Vec<(String, Value)>,
    /// The Definition of Ready, in order.
    pub(super) ready: Vec<Value>,
    /// Acceptance criteria by item, in order.
    pub(super) accept: HashMap<&'static str, Vec<Value>>,
    pub(super) sprints: HashMap<u32, Value>,
    pub(super) items: Names,
    pub(super) assignees: HashMap<&'static str, Vec<Value>>,
    /// Tasks by their item and title.
    pub(super) tasks: HashMap<(&'static str, &'static str), Value>,
    pub(super) troubles: Names,
    pub(super) tries: Names,
    /// The open retrospective: itself, its columns and its cards by text.
    pub(super) retro: Value,
    /// The phase it is in.
    pub(super) phase: &'static str,
    pub(super) retro_columns: HashMap<String, Value>,
    pub(super) cards: Vec<(&'static str, Value)>,
    /// The newest Sprint Review.
    pub(super) review: Value,
    /// What was said in Reviews, by its words.
    pub(super) said: Vec<(&'static str, Value)>,
}

impl Teller {
    /// Makes the workspace, the team and the product.
    fn begin(path: &Path, days: Days, at: DateTime<Utc>) -> Result<Self> {
        let mut host = Host::seeded("sample", SEED);
        host.create_draft(path, "Harbour", &Context::at(at, None))?;
        let mut teller = Self {
            host,
            days,
            clock: at,
            told: 0,
            sprint: 0,
            product: Value::Null,
            people: HashMap::new(),
            epics: Names::default(),
            columns: HashMap::new(),
            criteria: Vec::new(),
            ready: Vec::new(),
            accept: HashMap::new(),
            sprints: HashMap::new(),
            items: Names::default(),
            assignees: HashMap::new(),
            tasks: HashMap::new(),
            troubles: Names::default(),
            tries: Names::default(),
            retro: Value::Null,
            phase: "",
            retro_columns: HashMap::new(),
            cards: Vec::new(),
            review: Value::Null,
            said: Vec::new(),
        };
        let product =
            teller.call_as(None, "product.create", team::product(&teller.days.goal_month().clone()))?;
        teller.product = product["id"].clone();
        for column in product["columns"].as_array().into_iter().flatten() {
            teller.columns.insert(text(&column["name"]), column["id"].clone());
        }
        teller.read_criteria(&product);
        for who in team::TEAM {
            let roles = json!({ "product": teller.product, "roles": who.roles() });
            let person = teller.call_as(None, "person.add", json!({ "name": who.name(), "roles": roles }))?;
            teller.people.insert(who, person["id"].clone());
        }
        for (name, hue) in team::EPICS {
            let request = json!({ "product": teller.product, "name": name, "hue": hue });
            let epic = teller.call(Who::Amara, "epic.create", request)?;
            teller.epics.add(name, &epic["id"]);
        }
        Ok(teller)
    }

    /// Moves the clock on to an instant, never back.
    fn at(&mut self, at: DateTime<Utc>) {
        // People do not act on the full minute; what comes shortly before now keeps its order instead.
        self.told += 1;
        let seconds = if at < self.days.latest() { self.told * 37 % 53 } else { 0 };
        self.clock = self.clock.max(at + TimeDelta::seconds(seconds));
    }

    /// One call by one person. Each takes a few seconds, as a person's would.
    pub(super) fn call(&mut self, who: Who, name: &str, request: Value) -> Result<Value> {
        let person = self.people[&who].as_str().map(str::to_owned);
        self.call_as(person, name, request)
    }

    /// So many seconds pass.
    pub(super) fn wait(&mut self, seconds: i64) {
        self.clock += TimeDelta::seconds(seconds);
    }

    fn call_as(&mut self, person: Option<String>, name: &str, request: Value) -> Result<Value> {
        self.clock += TimeDelta::milliseconds(1_370);
        Ok(self.host.call(name, request, &Context::at(self.clock, person))?.value)
    }

    /// The criteria of a product's newest Definition of Done.
    pub(super) fn read_criteria(&mut self, product: &Value) {
        let criteria = product["definitionOfDone"]["criteria"].as_array();
        let criteria = criteria.into_iter().flatten();
        self.criteria =
            criteria.map(|criterion| (text(&criterion["text"]), criterion["id"].clone())).collect();
    }
}

/// A JSON string as text.
pub(super) fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}
