//! `sprint.exportRecord`: the record of a sprint as a page to keep, to print or to send: HTML that stands alone, or
//! Markdown.
//!
//! It is made of the record, and of names and the time zone as they were when the record was written, which the history
//! knows for good. Beside it stands what the Sprint Review said of the goal, as on the page; that stays as it is once the
//! Review has ended, which may be later than the sprint. So the text is the same, byte for byte, whenever it is asked for: after items are reopened,
//! renamed and deleted, after people left, after the next twenty sprints.

mod chart;
mod html;
mod markdown;
mod words;

use chrono_tz::Tz;
use lineout_domain::calendar::{Calendar, Weekdays};
use lineout_domain::ids::PersonId;
use lineout_domain::sprint::State;
use lineout_store::Db;
use lineout_store::record as rows;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::find;
use super::record::{ItemOutcome, RecordedItem, SprintRecord};
use crate::context::View;
use crate::error::Result;
use crate::wire::{requests, responses};

/// What a record is written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub enum RecordFormat {
    /// One file with its style and its chart, and nothing that runs or comes from elsewhere.
    Html,
    /// A text for people.
    Markdown,
}

requests! {
    /// Asks for the record of a sprint as a text.
    pub struct ExportRecord {
        /// Of which sprint; it has ended.
        pub sprint: Uuid,
        /// As what.
        pub format: RecordFormat,
    }
}

responses! {
    /// A record as a text.
    pub struct ExportedRecord {
        /// The text.
        pub text: String,
        /// What a file of it may be called.
        pub file_name: String,
    }
}

pub(crate) fn run(view: &View<'_>, request: ExportRecord) -> Result<ExportedRecord> {
    let page = Page::read(&view.db, find(&view.db, request.sprint)?)?;
    let (text, ending) = match request.format {
        RecordFormat::Html => (html::write(&page), "html"),
        RecordFormat::Markdown => (markdown::write(&page), "md"),
    };
    let name: String =
        page.record.name.to_lowercase().chars().map(|c| if c.is_alphanumeric() { c } else { '-' }).collect();
    Ok(ExportedRecord {
        text,
        file_name: format!("{}-{}-record.{ending}", page.product_key.to_lowercase(), name.trim_matches('-')),
    })
}

/// A sprint that was left open for years is told day by day no longer than this.
const MOST_DAYS: usize = 400;

/// Everything the page says.
struct Page {
    product: String,
    product_key: String,
    tz: Tz,
    cancelled: bool,
    /// Why it was cancelled.
    cancel_reason: String,
    /// Whether the Sprint Goal was met, as its Review said, and why.
    verdict: Option<(bool, String)>,
    imported_from: Option<String>,
    record: SprintRecord,
    changes: Vec<Change>,
}

/// A scope change, with the name of who made it.
struct Change {
    at: chrono::DateTime<chrono::Utc>,
    key: String,
    title: String,
    kind: super::burndown::ScopeKind,
    delta: f64,
    person: String,
}

/// Items with one outcome.
struct Group<'a> {
    title: &'static str,
    items: Vec<&'a RecordedItem>,
    /// Their points at the end.
    points: f64,
    unestimated: usize,
}

/// A day of the chart.
struct ShownDay {
    day: chrono::NaiveDate,
    /// Whether it was to be worked; unknown of days after the planned end.
    working: Option<bool>,
    from: chrono::DateTime<chrono::Utc>,
    to: chrono::DateTime<chrono::Utc>,
}

impl Page {
    fn read(db: &Db<'_>, sprint: rows::Sprint) -> Result<Self> {
        let row = db.sprint_record(sprint.id)?;
        let mark = db.made_at("sprint_record", row.id)?.unwrap_or(0);
        let product = |field: &str| -> Result<String> {
            Ok(db.field_at("product", sprint.product, field, mark)?.unwrap_or_default())
        };
        let reason: Option<Option<String>> = db.field_at("sprint", sprint.id, "cancel_reason", mark)?;
        let (product, product_key, time_zone) = (product("name")?, product("key")?, product("time_zone")?);
        let imported_from = sprint.source.clone();
        let review = db.review_of(sprint.id)?;
        let verdict = review.and_then(|row| row.goal_met.map(|met| (met, row.goal_reason)));
        let record = SprintRecord::read(db, sprint)?;
        let mut changes = Vec::with_capacity(record.burndown.scope_changes.len());
        for change in &record.burndown.scope_changes {
            let person = match change.person {
                Some(id) => db.field_at("person", PersonId::new(id), "name", mark)?.unwrap_or_default(),
                None => String::new(),
            };
            changes.push(Change {
                at: change.at,
                key: change.key.clone(),
                title: change.title.clone(),
                kind: change.kind,
                delta: change.delta,
                person,
            });
        }
        Ok(Self {
            product,
            product_key,
            tz: time_zone.parse().unwrap_or(Tz::UTC),
            cancelled: row.state == State::Cancelled,
            cancel_reason: reason.flatten().unwrap_or_default(),
            verdict,
            imported_from,
            record,
            changes,
        })
    }

    /// The items by what became of them, in the order in which a record tells it; late work apart from what was in time.
    fn groups(&self) -> Vec<Group<'_>> {
        let told = [
            (ItemOutcome::Done, false, "Done"),
            (ItemOutcome::Done, true, "Done late, after the planned end"),
            (ItemOutcome::Split, false, "Split: the done part counts here, the rest went on"),
            (ItemOutcome::Next, false, "Carried to the next sprint"),
            (ItemOutcome::Top, false, "Carried to the top of the Product Backlog"),
            (ItemOutcome::Place, false, "Back at the old place in the Product Backlog"),
            (ItemOutcome::Cancelled, false, "Cancelled"),
            (ItemOutcome::Removed, false, "Removed during the sprint"),
        ];
        let group = |(outcome, late, title): (ItemOutcome, bool, &'static str)| {
            let of = |item: &&RecordedItem| item.outcome == outcome && item.late == late;
            let items: Vec<&RecordedItem> = self.record.items.iter().filter(of).collect();
            let points = lineout_domain::item::sum(items.iter().map(|item| item.estimate_at_close));
            let unestimated = items.iter().filter(|item| item.estimate_at_close.is_none()).count();
            (!items.is_empty()).then_some(Group { title, items, points, unestimated })
        };
        told.into_iter().filter_map(group).collect()
    }

    /// The days of the chart as they were at start, and those on which a sprint went on after its planned end.
    fn days(&self) -> Vec<ShownDay> {
        let chart = &self.record.burndown;
        let ended = chart.end.unwrap_or(chart.as_of);
        let mut days: Vec<ShownDay> = Vec::with_capacity(chart.days.len());
        for (n, day) in chart.days.iter().enumerate() {
            let to = chart.days.get(n + 1).map_or(chart.planned_end, |next| next.start);
            days.push(ShownDay { day: day.day, working: Some(day.working), from: day.start, to });
        }
        let calendar = Calendar::new(self.tz, Weekdays::MONDAY_TO_FRIDAY);
        let mut from = chart.planned_end;
        while from < ended && days.len() < MOST_DAYS {
            let day = calendar.day_of(from);
            let to = calendar.end_of(day);
            days.push(ShownDay { day, working: None, from, to });
            from = to;
        }
        days
    }
}
