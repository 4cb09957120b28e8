//! How the story fills the Product Backlog: ideas, what they begin with, their acceptance criteria, and when they are
//! ready.

use serde_json::json;

use super::ideas;
use super::story::Pattern;
use super::team::Who;
use super::teller::Teller;
use crate::error::Result;

impl Teller {
    pub(super) fn idea(&mut self, who: Who, handle: &'static str) -> Result<()> {
        let idea = ideas::named(handle);
        let request = json!({
            "product": self.product, "title": idea.title, "type": idea.kind, "description": idea.text,
        });
        let item = self.call(who, "item.create", request)?;
        self.items.add(handle, &item["id"]);
        let epic = self.epics.id(idea.epic);
        let request = json!({ "item": item["id"], "value": idea.value, "epic": epic, "labels": idea.labels });
        self.simply(Who::Amara, "item.edit", request)?;
        if idea.accept.is_empty() {
            return Ok(());
        }
        let list = self.call(who, "acceptance.add", json!({ "item": item["id"], "texts": idea.accept }))?;
        let criteria = list["criteria"].as_array().into_iter().flatten();
        self.accept.insert(handle, criteria.map(|criterion| criterion["id"].clone()).collect());
        Ok(())
    }

    pub(super) fn template(&mut self, who: Who, pattern: &Pattern) -> Result<()> {
        let request = json!({
            "product": self.product, "name": pattern.name, "type": pattern.kind, "title": pattern.title,
            "description": pattern.text, "acceptance": pattern.accept, "labels": pattern.labels,
        });
        self.simply(who, "template.create", request)
    }

    /// Finds that the first so many acceptance criteria of an item are met.
    pub(super) fn meet(&mut self, who: Who, item: &str, count: usize) -> Result<()> {
        let criteria = self.accept.get(item).cloned().unwrap_or_default();
        for criterion in criteria.into_iter().take(count) {
            self.simply(who, "acceptance.tick", json!({ "criterion": criterion, "met": true }))?;
        }
        Ok(())
    }

    pub(super) fn define_ready(&mut self, who: Who, texts: &[&str]) -> Result<()> {
        let criteria: Vec<_> = texts.iter().map(|text| json!({ "text": text })).collect();
        let request = json!({ "product": self.product, "criteria": criteria });
        let product = self.call(who, "product.setDefinitionOfReady", request)?;
        let criteria = product["definitionOfReady"]["criteria"].as_array().into_iter().flatten();
        self.ready = criteria.map(|criterion| criterion["id"].clone()).collect();
        Ok(())
    }

    pub(super) fn ready(&mut self, who: Who, items: &[&str]) -> Result<()> {
        for item in self.all(items) {
            for criterion in self.ready.clone() {
                let request = json!({ "item": item, "criterion": criterion, "met": true });
                self.simply(who, "item.tickReady", request)?;
            }
        }
        Ok(())
    }
}
