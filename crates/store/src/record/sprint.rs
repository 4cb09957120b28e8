//! Sprints, what they committed to, and the record that closing leaves.

use chrono::{DateTime, NaiveDate, Utc};
use lineout_domain::ids::{ItemId, ProductId, SprintId};
use lineout_domain::item::ItemType;
use lineout_domain::sprint::{Outcome, State};
use uuid::Uuid;

use super::record;

record! {
    /// A sprint.
    Sprint, "sprint", "sprint" {
        id: SprintId,
        product: ProductId,
        number: u32,
        name: String,
        goal: String,
        start_day: NaiveDate,
        end_day: NaiveDate,
        state: State,
        /// Frozen at start: `1` a working day, `0` not, a character a day from the first.
        calendar: Option<String>,
        started_at: Option<DateTime<Utc>>,
        ended_at: Option<DateTime<Utc>>,
        cancel_reason: Option<String>,
        /// The tool it was brought in from.
        source: Option<String>,
        /// What tells it from others there.
        source_key: Option<String>,
    }
}
record! {
    /// An item frozen at start with its estimate then.
    SprintCommitment, "sprint_commitment", "commitment" {
        id: Uuid,
        sprint: SprintId,
        item: ItemId,
        estimate: Option<f64>,
    }
}
record! {
    /// What a sprint came to, by value: nothing later alters it.
    SprintRecord, "sprint_record", "sprint record" {
        id: Uuid,
        sprint: SprintId,
        name: String,
        goal: String,
        start_day: NaiveDate,
        end_day: NaiveDate,
        state: State,
        started_at: DateTime<Utc>,
        closed_at: DateTime<Utc>,
        committed_points: f64,
        /// Committed items Done at close, by their estimate at start.
        committed_done: f64,
        completed_points: f64,
        /// The chart as it stood at close, JSON.
        burndown: String,
    }
}
record! {
    /// One item in a sprint record.
    SprintRecordItem, "sprint_record_item", "record" {
        id: Uuid,
        record: Uuid,
        position: u32,
        item: ItemId,
        key: String,
        title: String,
        item_type: ItemType,
        estimate_at_start: Option<f64>,
        estimate_at_close: Option<f64>,
        committed: bool,
        added_at: Option<DateTime<Utc>>,
        removed_at: Option<DateTime<Utc>>,
        outcome: Outcome,
        done_version: Option<u32>,
        /// JSON: `[{criterion, person, reason}]`, names as they were.
        waivers: String,
    }
}
