//! What a Review changed in the Product Backlog, read from the history of the time it took place.

use chrono::{DateTime, Utc};
use lineout_store::Db;
use lineout_store::read::BacklogChange;
use lineout_store::record as rows;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use crate::error::Result;
use crate::wire::responses;

/// Most changes that are read; a Review that changed more is told by its first ones.
const CHANGES_MAX: u32 = 2_000;
/// Items named of one action; an order spread anew touches many.
const ITEMS_TOLD: usize = 5;

/// How an item was changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub enum BacklogChangeKind {
    /// Something new.
    Added,
    /// It will not be done.
    Cancelled,
    /// It is gone.
    Deleted,
    /// It became several.
    Split,
    /// What is written on it changed.
    Reworded,
    /// It is sooner or later than before.
    Moved,
}

responses! {
    /// One change of the Product Backlog.
    pub struct BacklogOutcome {
        /// The action, to undo it by.
        pub action: Uuid,
        /// When.
        pub at: DateTime<Utc>,
        /// Who was acting.
        pub person: Option<Uuid>,
        /// What, in words: "Move HBR-12 to the top".
        pub label: String,
        /// What it comes to.
        pub kind: BacklogChangeKind,
        /// The first of the items it was about.
        pub items: Vec<OutcomeItem>,
    }

    /// An item that was changed.
    pub struct OutcomeItem {
        /// Its id.
        pub id: Uuid,
        /// Its key.
        pub key: String,
        /// Its title; of one that is gone, the last it had.
        pub title: String,
    }
}

pub(crate) fn read(db: &Db<'_>, review: &rows::Review) -> Result<Vec<BacklogOutcome>> {
    if review.started_at.is_none() {
        return Ok(Vec::new());
    }
    let changes = db.changes_during(review, CHANGES_MAX)?;
    let mut outcome = Vec::new();
    for action in changes.chunk_by(|a, b| a.action == b.action) {
        let first = &action[0];
        // The strongest thing that happened says what it came to.
        let kind = action.iter().map(kind_of).min().unwrap_or(BacklogChangeKind::Moved);
        let mut items: Vec<OutcomeItem> = Vec::new();
        for change in action.iter().filter(|change| kind_of(change) == kind) {
            let id = change.item.to_string();
            if items.len() == ITEMS_TOLD || items.iter().any(|told| told.id == change.item.as_uuid()) {
                continue;
            }
            items.push(OutcomeItem {
                id: change.item.as_uuid(),
                key: db.name_of("item", &id)?.unwrap_or_default(),
                title: db.field_of("item", &id, "title")?.unwrap_or_default(),
            });
        }
        outcome.push(BacklogOutcome {
            action: first.action.as_uuid(),
            at: first.at,
            person: first.author.map(|person| person.as_uuid()),
            label: first.label.clone(),
            kind,
            items,
        });
    }
    Ok(outcome)
}

fn kind_of(change: &BacklogChange) -> BacklogChangeKind {
    match (change.op.as_str(), change.field.as_deref(), change.after.as_deref()) {
        ("insert", ..) => BacklogChangeKind::Added,
        ("delete", ..) => BacklogChangeKind::Deleted,
        (_, Some("resolution"), Some("cancelled")) => BacklogChangeKind::Cancelled,
        (_, Some("resolution"), _) => BacklogChangeKind::Split,
        (_, Some("rank"), _) => BacklogChangeKind::Moved,
        _ => BacklogChangeKind::Reworded,
    }
}
