//! `backlog.export`: the Product Backlog, or a view of it, as a text to keep, to print or to bring in elsewhere.
//!
//! JSON holds everything that is written on an item. The table holds what fits a cell, in a form that a spreadsheet
//! shows and never runs; both are read back without loss. Markdown is for people.

use std::collections::HashMap;
use std::fmt::Write as _;

use chrono::SecondsFormat;
use lineout_domain::ids::{ItemId, PersonId, ProductId, SprintId};
use lineout_domain::text::unmarked;
use lineout_store::Db;
use lineout_store::record::{self, Record};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::backlog;
use super::filter::{BacklogFilter, BacklogSort};
use crate::context::View;
use crate::error::{AppError, Result};
use crate::import::own::{self, Document, DocumentItem};
use crate::wire::{count, requests, responses};

/// Items read together.
const TOGETHER: usize = 500;

/// What a backlog is written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub enum ExportFormat {
    /// A table for spreadsheets and other tools.
    Csv,
    /// Everything written on the items.
    Json,
    /// A text for people.
    Markdown,
}

impl ExportFormat {
    fn ending(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Json => "json",
            Self::Markdown => "md",
        }
    }
}

requests! {
    /// Asks for the Product Backlog as a text.
    pub struct ExportBacklog {
        /// Of which product.
        pub product: Uuid,
        /// Which items; all of the Product Backlog when left out.
        pub filter: Option<BacklogFilter>,
        /// In which order; that of the Product Backlog when left out.
        pub sort: Option<BacklogSort>,
        /// As what.
        pub format: ExportFormat,
    }
}

responses! {
    /// A backlog as a text.
    pub struct ExportedBacklog {
        /// The text.
        pub text: String,
        /// What a file of it may be called.
        pub file_name: String,
        /// How many items are in it.
        pub items: u32,
    }
}

pub(crate) fn run(view: &View<'_>, request: ExportBacklog) -> Result<ExportedBacklog> {
    let db = &view.db;
    let product = record::Product::get(db, ProductId::new(request.product))?;
    let ids = backlog::chosen(view, product.id, request.filter.as_ref(), request.sort)?;
    let mut document = Reading::new(db, &product).document(&ids)?;
    document.exported = Some(view.now);
    let text = match request.format {
        ExportFormat::Json => serde_json::to_string_pretty(&document).map_err(|error| {
            AppError::new("bad_response", format!("BUG: {error}."), "Please report this.")
        })?,
        ExportFormat::Csv => table(&document),
        ExportFormat::Markdown => markdown(&document),
    };
    let day = view.now.date_naive();
    Ok(ExportedBacklog {
        text,
        file_name: format!("{}-backlog-{day}.{}", product.key.to_lowercase(), request.format.ending()),
        items: count(ids.len()),
    })
}

/// Gathers what is written on items.
struct Reading<'a> {
    db: &'a Db<'a>,
    product: &'a record::Product,
    people: HashMap<PersonId, String>,
    sprints: HashMap<SprintId, record::Sprint>,
    /// Keys of items that links lead to.
    keys: HashMap<ItemId, String>,
}

impl<'a> Reading<'a> {
    fn new(db: &'a Db<'a>, product: &'a record::Product) -> Self {
        Self { db, product, people: HashMap::new(), sprints: HashMap::new(), keys: HashMap::new() }
    }

    fn document(mut self, ids: &[ItemId]) -> Result<Document> {
        let (mut items, mut epics) = (Vec::with_capacity(ids.len()), HashMap::new());
        for chunk in ids.chunks(TOGETHER) {
            let rows = self.db.items(chunk)?;
            let named: Vec<_> = rows.iter().filter_map(|row| row.epic).collect();
            epics.extend(self.db.epics_among(&named)?);
            let (mut labels, mut people) = (self.db.labels_of(chunk)?, self.db.assignees_of(chunk)?);
            for row in rows {
                let labels = labels.remove(&row.id).unwrap_or_default();
                let people = people.remove(&row.id).unwrap_or_default();
                let epic = row.epic.and_then(|epic| epics.get(&epic)).map(|epic| epic.name.clone());
                items.push(self.item(row, epic, labels, &people)?);
            }
        }
        let mut epics: Vec<_> = epics
            .into_values()
            .map(|epic| own::DocumentEpic { name: epic.name, hue: Some(epic.hue) })
            .collect();
        epics.sort_by(|a, b| a.name.cmp(&b.name));
        let mut sprints: Vec<record::Sprint> = self.sprints.into_values().collect();
        sprints.sort_by_key(|sprint| sprint.number);
        Ok(Document {
            lineout: own::VERSION,
            exported: None,
            product: own::DocumentProduct { key: self.product.key.clone(), name: self.product.name.clone() },
            epics,
            sprints: sprints.into_iter().map(sprint).collect(),
            items,
        })
    }

    fn item(
        &mut self,
        row: record::Item,
        epic: Option<String>,
        labels: Vec<String>,
        people: &[PersonId],
    ) -> Result<DocumentItem> {
        let mut comments = Vec::new();
        for comment in self.db.comments(row.id)? {
            comments.push(own::DocumentComment {
                author: comment.author.map(|author| self.person(author)).transpose()?,
                written: Some(comment.written_at),
                edited: comment.edited_at,
                text: comment.text,
            });
        }
        let mut links = Vec::new();
        for link in self.db.links(row.id)?.into_iter().filter(|link| link.from_item == row.id) {
            links.push(own::DocumentLink {
                kind: link.kind.as_str().to_owned(),
                to: link.to_item.to_string(),
                key: Some(self.key(link.to_item)?),
            });
        }
        let acceptance = self.db.acceptance(row.id)?.into_iter();
        let attachments = self.db.attachments(row.id)?.into_iter();
        Ok(DocumentItem {
            key: Some(format!("{}-{}", self.product.key, row.number)),
            item_type: Some(row.item_type.as_str().to_owned()),
            acceptance_criteria: acceptance
                .map(|criterion| own::DocumentCriterion { text: criterion.text, met: criterion.met })
                .collect(),
            assignees: people.iter().map(|person| self.person(*person)).collect::<Result<_>>()?,
            sprint: row.sprint.map(|sprint| self.sprint(sprint)).transpose()?,
            created_by: row.created_by.map(|person| self.person(person)).transpose()?,
            id: row.id.to_string(),
            title: row.title,
            description: row.description,
            estimate: row.estimate,
            value: row.value,
            epic,
            labels,
            comments,
            links,
            resolution: row.resolution.map(|resolution| resolution.as_str().to_owned()),
            resolved: row.resolved_at,
            reason: row.reason,
            created: Some(row.created_at),
            attachments: attachments
                .map(|one| own::DocumentAttachment {
                    name: one.name,
                    media_type: one.media_type,
                    size: one.size,
                })
                .collect(),
            more: serde_json::Map::new(),
        })
    }

    fn person(&mut self, id: PersonId) -> Result<String> {
        if let Some(name) = self.people.get(&id) {
            return Ok(name.clone());
        }
        let name = match record::Person::find(self.db, id)? {
            Some(person) => person.name,
            None => self.db.name_of("person", &id.to_string())?.unwrap_or_default(),
        };
        self.people.insert(id, name.clone());
        Ok(name)
    }

    fn sprint(&mut self, id: SprintId) -> Result<String> {
        if !self.sprints.contains_key(&id) {
            self.sprints.insert(id, record::Sprint::get(self.db, id)?);
        }
        Ok(self.sprints[&id].name.clone())
    }

    fn key(&mut self, id: ItemId) -> Result<String> {
        if let Some(key) = self.keys.get(&id) {
            return Ok(key.clone());
        }
        let key = super::key(self.db, &record::Item::get(self.db, id)?)?;
        self.keys.insert(id, key.clone());
        Ok(key)
    }
}

fn sprint(row: record::Sprint) -> own::DocumentSprint {
    own::DocumentSprint {
        name: row.name,
        goal: row.goal,
        state: Some(row.state.as_str().to_owned()),
        start_day: Some(row.start_day),
        end_day: Some(row.end_day),
        ended: row.ended_at,
    }
}

/// The table. It begins with the mark by which spreadsheets know UTF-8.
fn table(document: &Document) -> String {
    let mut text = String::from("\u{feff}");
    line(&mut text, own::COLUMNS.map(str::to_owned));
    for item in &document.items {
        let criteria = item.acceptance_criteria.iter().map(|one| (one.text.as_str(), one.met));
        let or_none = |text: &Option<String>| text.as_deref().map(own::guarded).unwrap_or_default();
        line(
            &mut text,
            [
                or_none(&item.key),
                or_none(&item.item_type),
                own::guarded(&item.title),
                own::guarded(&item.description),
                own::guarded(&own::criteria_cell(criteria)),
                item.estimate.map_or_else(String::new, |points| points.to_string()),
                item.value.map_or_else(String::new, |value| value.to_string()),
                or_none(&item.epic),
                own::guarded(&item.labels.join("\n")),
                own::guarded(&item.assignees.join("\n")),
                or_none(&item.sprint),
                or_none(&item.resolution),
                item.created.map_or_else(String::new, |at| at.to_rfc3339_opts(SecondsFormat::Millis, true)),
                item.id.clone(),
            ],
        );
    }
    text
}

fn line<const N: usize>(text: &mut String, cells: [String; N]) {
    for (n, cell) in cells.iter().enumerate() {
        if n > 0 {
            text.push(',');
        }
        let plain = !cell.contains([',', ';', '"', '\n', '\r', '\t', '|']) && cell.trim() == cell;
        if plain {
            text.push_str(cell);
        } else {
            text.push('"');
            text.push_str(&cell.replace('"', "\"\""));
            text.push('"');
        }
    }
    text.push_str("\r\n");
}

/// A text for people: an item a section.
fn markdown(document: &Document) -> String {
    let mut text = format!("# {}: Product Backlog\n\n", unmarked(&document.product.name));
    let points: f64 = document.items.iter().filter_map(|item| item.estimate).sum();
    let items = document.items.len();
    let _ = writeln!(text, "{items} {}, {}", if items == 1 { "item" } else { "items" }, in_points(points));
    for item in &document.items {
        let key = item.key.as_deref().unwrap_or_default();
        let _ = write!(text, "\n## {key} {}", unmarked(&item.title));
        if let Some(estimate) = item.estimate {
            let _ = write!(text, " ({})", in_points(estimate));
        }
        text.push_str("\n\n");
        let mut facts: Vec<String> = item.item_type.iter().cloned().collect();
        facts.extend(item.epic.iter().map(|epic| format!("epic {}", unmarked(epic))));
        facts.extend(item.value.map(|value| format!("value {value}")));
        facts.extend(item.sprint.iter().map(|sprint| unmarked(sprint)));
        facts.extend(item.resolution.clone());
        facts.extend(item.labels.iter().map(|label| format!("#{}", unmarked(label))));
        facts.extend((!item.assignees.is_empty()).then(|| unmarked(&item.assignees.join(", "))));
        let _ = writeln!(text, "*{}*", facts.join(" · "));
        if !item.description.is_empty() {
            let _ = writeln!(text, "\n{}", item.description);
        }
        if !item.acceptance_criteria.is_empty() {
            text.push_str("\n### Acceptance criteria\n\n");
            for one in &item.acceptance_criteria {
                let tick = if one.met { "x" } else { " " };
                let _ = writeln!(text, "- [{tick}] {}", one.text.replace('\n', "\n  "));
            }
        }
        for link in &item.links {
            let other = link.key.as_deref().unwrap_or_default();
            let _ = writeln!(text, "\n{}", linked(&link.kind, other));
        }
    }
    text
}

fn linked(kind: &str, other: &str) -> String {
    match kind {
        "blocks" => format!("Blocks {other}."),
        "duplicates" => format!("Duplicates {other}."),
        _ => format!("Relates to {other}."),
    }
}

fn in_points(points: f64) -> String {
    if points == 1.0 { "1 point".into() } else { format!("{points} points") }
}
