//! The contract, called as the window calls it.

use std::path::{Path, PathBuf};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use chrono::{DateTime, Duration, Utc};
use lineout_app::{Context, Host};
use serde_json::{Value, json};

use crate::Outcome;

pub struct Ours {
    host: Host,
    path: PathBuf,
    now: DateTime<Utc>,
    product: Value,
    epic: Value,
}

impl Ours {
    pub fn import(path: &Path, csv: &str) -> Outcome<Self> {
        let now = "2026-03-09T09:00:00Z".parse()?;
        let mut host = Host::seeded("bench", 1);
        host.create(path, "Bench", &Context::at(now, None))?;
        let mut ours = Self { host, path: path.to_owned(), now, product: Value::Null, epic: Value::Null };
        ours.product = ours.call("product.create", json!({"key": "BEN", "name": "Bench"}))?["id"].clone();
        let content = BASE64.encode(csv);
        ours.call("import.run", json!({"fileName": "rows.csv", "content": content, "product": "BEN"}))?;
        ours.epic = ours.call("epic.list", json!({"product": ours.product}))?["epics"][0]["id"].clone();
        Ok(ours)
    }

    fn call(&mut self, name: &str, request: Value) -> Outcome<Value> {
        self.now += Duration::seconds(1);
        Ok(self.host.call(name, request, &Context::at(self.now, None))?.value)
    }

    fn asked(&self, offset: u32, limit: u32) -> Value {
        json!({"product": self.product, "offset": offset, "limit": limit})
    }

    fn ids_at(&mut self, offset: u32, limit: usize) -> Outcome<Vec<Value>> {
        let asked = json!({"product": self.product, "offset": offset, "limit": limit});
        let named = self.call("backlog.ids", asked)?;
        Ok(named["items"].as_array().into_iter().flatten().map(|item| item["id"].clone()).collect())
    }

    pub fn reopen(&mut self) -> Outcome<()> {
        self.host.close();
        self.host.open(&self.path)?;
        self.call("workspace.current", json!({}))?;
        Ok(())
    }

    pub fn window(&mut self, offset: u32, limit: u32) -> Outcome<()> {
        let rows = self.call("backlog.window", self.asked(offset, limit))?;
        assert_eq!(rows["rows"].as_array().map(Vec::len), Some(limit as usize));
        Ok(())
    }

    pub fn filtered(&mut self, n: u32, offset: u32) -> Outcome<()> {
        let mut asked = self.asked(offset, 50);
        // Another question each time, unless the same is asked for.
        let labels = if n == 0 { json!(["passenger"]) } else { json!(["passenger", n.to_string()]) };
        asked["filter"] = json!({"epics": [self.epic], "labels": labels});
        self.call("backlog.window", asked)?;
        Ok(())
    }

    pub fn sorted(&mut self, n: u32, offset: u32) -> Outcome<()> {
        let mut asked = self.asked(offset, 50);
        asked["sort"] = json!({"by": "value"});
        if n > 0 {
            asked["filter"] = json!({"epics": [null, self.epic], "assignees": [null], "text": format!("c")});
            asked["filter"] = json!({"labels": []});
            asked["sort"]["descending"] = json!(n.is_multiple_of(2));
            // A change in between, so that the list is chosen anew.
            self.rename(n, 1000 + n)?;
        }
        self.call("backlog.window", asked)?;
        Ok(())
    }

    pub fn ids(&mut self) -> Outcome<()> {
        self.call("backlog.ids", json!({"product": self.product})).map(drop)
    }

    pub fn move_first_to_end(&mut self) -> Outcome<()> {
        let first = self.ids_at(0, 1)?;
        self.call("item.move", json!({"items": first, "place": {"to": "bottom"}})).map(drop)
    }

    pub fn move_first_to(&mut self, position: u32) -> Outcome<()> {
        let first = self.ids_at(0, 1)?;
        self.call("item.move", json!({"items": first, "place": {"to": "position", "position": position}}))
            .map(drop)
    }

    pub fn move_many(&mut self, many: usize, position: u32) -> Outcome<()> {
        let ids = self.ids_at(0, many)?;
        self.call("item.move", json!({"items": ids, "place": {"to": "position", "position": position}}))
            .map(drop)
    }

    pub fn turn(&mut self) -> Outcome<()> {
        self.call("history.undo", json!({})).map(drop)
    }

    pub fn value_many(&mut self, many: usize, n: u32) -> Outcome<()> {
        let ids = self.ids_at(0, many)?;
        self.call("item.bulkEdit", json!({"items": ids, "value": 100 + n})).map(drop)
    }

    pub fn rename(&mut self, at: u32, n: u32) -> Outcome<()> {
        let id = self.ids_at(at, 1)?;
        self.call("item.edit", json!({"item": id[0], "title": format!("Another title {n}")})).map(drop)
    }

    pub fn create(&mut self, n: u32) -> Outcome<()> {
        self.call("item.create", json!({"product": self.product, "title": format!("New item {n}")})).map(drop)
    }

    pub fn search(&mut self, text: &str) -> Outcome<()> {
        let found = self.call("item.search", json!({"product": self.product, "text": text, "limit": 20}))?;
        assert!(found["results"].as_array().is_some_and(|results| !results.is_empty()), "{text}");
        Ok(())
    }

    pub fn item(&mut self, n: u32) -> Outcome<()> {
        let id = self.ids_at(n, 1)?;
        self.call("item.get", json!({"item": id[0]})).map(drop)
    }

    pub fn check(&mut self) -> Outcome<()> {
        let checked = self.call("workspace.check", json!({}))?;
        assert_eq!(checked["ok"], true, "{checked}");
        Ok(())
    }
}
