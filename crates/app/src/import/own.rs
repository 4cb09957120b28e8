//! The forms in which Lineout itself writes a backlog, read back so that nothing of it is lost: a JSON document, and a
//! table whose cells are safe to open in a spreadsheet.
//!
//! A spreadsheet runs a cell that begins like a formula. Such a cell gets an apostrophe in front, and so does one that
//! begins with an apostrophe already, which makes the way back exact. Several values of one cell stand on lines of
//! their own: neither labels nor names can hold a line end. Acceptance criteria can; their further lines are indented.

use chrono::{DateTime, NaiveDate, Utc};
use lineout_domain::board::Category;
use lineout_domain::item::{ItemType, Resolution};
use lineout_domain::link::Kind;
use lineout_domain::text::excerpt;
use lineout_domain::{checklist, comment, item, person, sprint};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::cells;
use super::gather::{Draft, Gathered};
use super::json;
use super::plan::{
    PlannedComment, PlannedCriterion, PlannedEpic, PlannedItem, PlannedLink, PlannedSprint, Says, SprintState,
};
use super::{Format, ReadError};
use crate::watch::Following;

/// The version of the document that is written, and the newest that is read.
pub(crate) const VERSION: u32 = 1;

/// The columns of the table, in order.
pub(crate) const COLUMNS: [&str; 14] = [
    "Key",
    "Type",
    "Title",
    "Description",
    "Acceptance criteria",
    "Estimate",
    "Value",
    "Epic",
    "Labels",
    "Assignees",
    "Sprint",
    "Ended",
    "Created",
    "Lineout id",
];

/// What a spreadsheet may take for a formula, and what is put before it.
const BEGINNINGS: [char; 8] = ['=', '+', '-', '@', '\t', '\r', '\n', '\''];

/// A cell that no spreadsheet runs.
pub(crate) fn guarded(cell: &str) -> String {
    if cell.starts_with(BEGINNINGS) { format!("'{cell}") } else { cell.to_owned() }
}

/// The cell as it was.
pub(crate) fn unguarded(cell: &str) -> &str {
    cell.strip_prefix('\'').unwrap_or(cell)
}

/// Acceptance criteria as one cell: "[x] met", "[ ] not yet", further lines of one indented.
pub(crate) fn criteria_cell<'a>(criteria: impl Iterator<Item = (&'a str, bool)>) -> String {
    let one = |(text, met): (&str, bool)| {
        format!("{} {}", if met { "[x]" } else { "[ ]" }, text.replace('\n', "\n    "))
    };
    criteria.map(one).collect::<Vec<_>>().join("\n")
}

/// Acceptance criteria from their cell. A line that begins none goes on with the one before it.
pub(super) fn criteria(cell: &str) -> Vec<(String, Option<bool>)> {
    let mut found: Vec<(String, Option<bool>)> = Vec::new();
    for line in cell.split('\n') {
        let begins = [("[x] ", true), ("[ ] ", false)]
            .into_iter()
            .find_map(|(box_, met)| line.strip_prefix(box_).map(|text| (text, met)));
        match (begins, found.last_mut()) {
            (Some((text, met)), _) => found.push((text.to_owned(), Some(met))),
            (None, Some((text, _))) => {
                text.push('\n');
                text.push_str(line.strip_prefix("    ").unwrap_or(line));
            }
            (None, None) => found.extend(cells::criteria(line).next()),
        }
    }
    found
}

/// A backlog as one JSON document.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Document {
    /// The version of the document.
    pub lineout: u32,
    /// When it was written.
    #[serde(default)]
    pub exported: Option<DateTime<Utc>>,
    pub product: DocumentProduct,
    #[serde(default)]
    pub epics: Vec<DocumentEpic>,
    #[serde(default)]
    pub sprints: Vec<DocumentSprint>,
    pub items: Vec<DocumentItem>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct DocumentProduct {
    pub key: String,
    pub name: String,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct DocumentEpic {
    pub name: String,
    #[serde(default)]
    pub hue: Option<u16>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct DocumentSprint {
    pub name: String,
    #[serde(default)]
    pub goal: String,
    #[serde(default)]
    pub state: Option<String>,
    #[serde(default)]
    pub start_day: Option<NaiveDate>,
    #[serde(default)]
    pub end_day: Option<NaiveDate>,
    #[serde(default)]
    pub ended: Option<DateTime<Utc>>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct DocumentItem {
    pub id: String,
    #[serde(default)]
    pub key: Option<String>,
    #[serde(rename = "type", default)]
    pub item_type: Option<String>,
    pub title: String,
    #[serde(default)]
    pub description: String,
    #[serde(default)]
    pub estimate: Option<f64>,
    #[serde(default)]
    pub value: Option<i64>,
    #[serde(default)]
    pub epic: Option<String>,
    #[serde(default)]
    pub labels: Vec<String>,
    #[serde(default)]
    pub assignees: Vec<String>,
    #[serde(default)]
    pub acceptance_criteria: Vec<DocumentCriterion>,
    #[serde(default)]
    pub comments: Vec<DocumentComment>,
    #[serde(default)]
    pub links: Vec<DocumentLink>,
    #[serde(default)]
    pub sprint: Option<String>,
    #[serde(default)]
    pub resolution: Option<String>,
    #[serde(default)]
    pub resolved: Option<DateTime<Utc>>,
    #[serde(default)]
    pub reason: String,
    #[serde(default)]
    pub created: Option<DateTime<Utc>>,
    #[serde(default)]
    pub created_by: Option<String>,
    /// What is attached, by name. The bytes stay in the workspace.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attachments: Vec<DocumentAttachment>,
    /// Whatever else stands there, to be named as not read.
    #[serde(flatten)]
    pub more: Map<String, Value>,
}

#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct DocumentCriterion {
    pub text: String,
    #[serde(default)]
    pub met: bool,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct DocumentAttachment {
    pub name: String,
    #[serde(default)]
    pub media_type: String,
    /// In bytes.
    #[serde(default)]
    pub size: u32,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct DocumentComment {
    #[serde(default)]
    pub author: Option<String>,
    #[serde(default)]
    pub written: Option<DateTime<Utc>>,
    #[serde(default)]
    pub edited: Option<DateTime<Utc>>,
    pub text: String,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct DocumentLink {
    /// What the item is to the other: blocks, relates, duplicates.
    pub kind: String,
    /// The other's id.
    pub to: String,
    /// The other's key, for people.
    #[serde(default)]
    pub key: Option<String>,
}

/// Reads a document that Lineout wrote.
pub(super) fn read(text: &str, following: &mut Following) -> Result<Gathered, ReadError> {
    let document: Document = json::parse(text)?;
    if document.lineout > VERSION {
        return Err(ReadError::OtherJson("a newer Lineout wrote it"));
    }
    let lines = json::lines(text, "items");
    let mut found = Gathered::new(Format::Lineout);
    found.says = Says {
        item_type: true,
        description: true,
        estimate: true,
        value: true,
        epic: true,
        labels: true,
        acceptance: true,
    };
    found.product_keys.add(&document.product.key);
    found.product_names.add(&document.product.name);
    for epic in &document.epics {
        if let Ok(name) = item::epic_name(&epic.name) {
            found.epics.push((PlannedEpic { line: 1, source_key: None, name, hue: epic.hue }, None));
        }
    }
    for sprint in &document.sprints {
        if let Err(refusal) = found.sprints.named(planned_sprint(sprint)) {
            found.problem(1, Some("sprints"), refusal.to_string());
        }
    }
    let mut columns = json::Columns::default();
    for (index, item) in document.items.into_iter().enumerate() {
        following.at(index).map_err(|_| ReadError::CalledOff)?;
        let line = lines.get(index).copied().unwrap_or(1);
        found.rows += 1;
        count(&mut columns, &item, index);
        if let Err((column, reason)) = take(&mut found, item, line) {
            found.skipped += 1;
            found.problem(line, Some(column), format!("{reason} The item was left out."));
        }
    }
    (found.columns_read, found.columns_ignored) = columns.finish();
    Ok(found)
}

fn count(columns: &mut json::Columns, item: &DocumentItem, row: usize) {
    let list = |list: usize| (list > 0).then(|| list.to_string());
    let text = |text: &str| (!text.is_empty()).then(|| excerpt(text));
    for (name, read_as, sample) in [
        ("key", "key", item.key.clone()),
        ("type", "type", item.item_type.clone()),
        ("title", "title", text(&item.title)),
        ("description", "description", text(&item.description)),
        ("estimate", "estimate", item.estimate.map(|n| n.to_string())),
        ("value", "value", item.value.map(|n| n.to_string())),
        ("epic", "epic", item.epic.clone()),
        ("labels", "labels", text(&item.labels.join(", "))),
        ("assignees", "assignee", text(&item.assignees.join(", "))),
        ("acceptanceCriteria", "acceptance criteria", list(item.acceptance_criteria.len())),
        ("comments", "comments", list(item.comments.len())),
        ("links", "links", list(item.links.len())),
        ("sprint", "sprint", item.sprint.clone()),
        ("resolution", "resolution", item.resolution.clone()),
        ("created", "created", item.created.map(|at| at.to_rfc3339())),
        ("createdBy", "reporter", item.created_by.clone()),
    ] {
        columns.read(name, read_as, sample, row);
    }
    if !item.attachments.is_empty() {
        let names = item.attachments.iter().map(|one| Value::from(one.name.as_str())).collect();
        columns.ignored("attachments", &Value::Array(names), row);
    }
    for (name, value) in &item.more {
        columns.ignored(name, value, row);
    }
}

fn planned_sprint(sprint: &DocumentSprint) -> PlannedSprint {
    let at = |day: NaiveDate, hour| day.and_hms_opt(hour, 0, 0).map(|at| at.and_utc());
    PlannedSprint {
        goal: sprint::goal(&sprint.goal).unwrap_or_default(),
        state: match sprint.state.as_deref() {
            Some("planned") => Some(SprintState::Planned),
            Some("active") => Some(SprintState::Active),
            Some("closed" | "cancelled") => Some(SprintState::Closed),
            _ => None,
        },
        starts: sprint.start_day.and_then(|day| at(day, 0)),
        ends: sprint.end_day.and_then(|day| at(day, 12)),
        closed: sprint.ended,
        ..cells::bare_sprint(&sprint.name)
    }
}

/// What refuses an item: the field, and why.
type Refusal = (&'static str, String);

fn take(found: &mut Gathered, of: DocumentItem, line: u64) -> Result<(), Refusal> {
    let title = item::title(&of.title).map_err(|refusal| ("title", refusal.to_string()))?;
    let description =
        item::description(&of.description).map_err(|refusal| ("description", refusal.to_string()))?;
    if of.id.trim().is_empty() || of.id.len() > 100 {
        return Err(("id", "The item has no id.".into()));
    }
    if let Some(before) = found.keys.insert(of.id.clone(), line) {
        return Err(("id", format!("{} was on line {before} already.", excerpt(&of.id))));
    }
    let mut told: Vec<Refusal> = Vec::new();
    let mut kept = |field: &'static str, refusal: String| told.push((field, refusal));
    let item_type = of.item_type.as_deref().map_or(Some(ItemType::Feature), ItemType::parse);
    let estimate =
        of.estimate.and_then(|n| item::points(n).map_err(|r| kept("estimate", r.to_string())).ok());
    let value = of.value.and_then(|n| item::value(n).map_err(|r| kept("value", r.to_string())).ok());
    let epic = of.epic.and_then(|name| item::epic_name(&name).map_err(|r| kept("epic", r.to_string())).ok());
    let labels = item::labels(&of.labels).unwrap_or_else(|refusal| {
        kept("labels", refusal.to_string());
        Vec::new()
    });
    let mut acceptance = Vec::new();
    for criterion in of.acceptance_criteria.iter().take(checklist::ACCEPTANCE_MAX) {
        match checklist::acceptance(&criterion.text) {
            Ok(text) => acceptance.push(PlannedCriterion { text, met: Some(criterion.met) }),
            Err(refusal) => kept("acceptanceCriteria", refusal.to_string()),
        }
    }
    let mut comments = Vec::new();
    for one in of.comments {
        match comment::text(&one.text) {
            Ok(text) => comments.push(PlannedComment {
                at: one.written,
                edited: one.edited,
                author: one.author.unwrap_or_default(),
                text,
            }),
            Err(refusal) => kept("comments", refusal.to_string()),
        }
    }
    let mut people = |names: &[String]| {
        let mut indexes = Vec::new();
        for name in names {
            match person::name(name).and_then(|name| found.people.named(&name, None)) {
                Ok(person) => indexes.extend(person),
                Err(refusal) => kept("assignees", refusal.to_string()),
            }
        }
        indexes
    };
    let assignees = people(&of.assignees);
    let reporter = people(&of.created_by.into_iter().collect::<Vec<_>>()).pop();
    // Whoever wrote a comment had a name in a workspace, and keeps it.
    let authors: Vec<String> =
        comments.iter().map(|one| one.author.clone()).filter(|name| !name.is_empty()).collect();
    people(&authors);
    let links = of.links.into_iter().filter_map(|link| {
        let Some(kind) = Kind::parse(&link.kind) else {
            kept("links", format!("\"{}\" is no kind of link.", excerpt(&link.kind)));
            return None;
        };
        Some(PlannedLink { kind, other: link.to })
    });
    let links = links.collect();
    let sprint = of.sprint.map(|name| found.sprints.named(cells::bare_sprint(&name)));
    let sprint = sprint.and_then(|named| named.map_err(|r| kept("sprint", r.to_string())).ok());
    let resolution = of.resolution.as_deref().map(|word| match Resolution::parse(word) {
        Some(Resolution::Done) => Resolution::Done,
        _ => Resolution::Cancelled,
    });
    if item_type.is_none() {
        kept("type", "The kind of work is not known; the item was read as a feature.".into());
    }
    for (field, reason) in told {
        found.problem(line, Some(field), reason);
    }
    let number = of.key.as_deref().and_then(cells::split_key).and_then(|(_, number)| number);
    found.drafts.push(Draft {
        item: PlannedItem {
            line,
            source_key: Some(of.id),
            number,
            title,
            description,
            item_type: item_type.unwrap_or(ItemType::Feature),
            estimate,
            value,
            acceptance,
            assignees,
            reporter,
            sprint,
            all_sprints: sprint.into_iter().collect(),
            status: of.resolution.unwrap_or_default(),
            category: if resolution.is_some() { Category::Done } else { Category::Todo },
            resolution,
            reason: of.reason,
            labels,
            epic,
            created: of.created,
            resolved: of.resolved,
            comments,
            links,
        },
        rank: None,
        id: None,
        links: Vec::new(),
        parent_title: None,
        part: false,
    });
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_a_spreadsheet_would_run_is_guarded() {
        for cell in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "'quoted", "''"] {
            assert!(guarded(cell).starts_with('\''), "{cell}");
        }
        assert_eq!(guarded("1 = 1"), "1 = 1");
    }

    proptest! {
        #[test]
        fn guards_come_off_again(cell in "['=+@\\-a\t\n ]{0,6}") {
            let safe = guarded(&cell);
            prop_assert_eq!(unguarded(&safe), cell.as_str());
        }

        #[test]
        fn criteria_read_back(
            criteria in proptest::collection::vec(("[\\[a=x\\]][\\[\\] xa=\n-]{0,12}[x\\]]", any::<bool>()), 1..5)
        ) {
            let cell = criteria_cell(criteria.iter().map(|(text, met)| (text.as_str(), *met)));
            let read = super::criteria(unguarded(&guarded(&cell)));
            let told: Vec<_> = read.into_iter().map(|(text, met)| (text, met == Some(true))).collect();
            prop_assert_eq!(told, criteria);
        }
    }
}
