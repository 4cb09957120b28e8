//! Increments and the Done items in them.

use chrono::{DateTime, NaiveDate, Utc};
use lineout_domain::ids::{IncrementId, ItemId, ProductId, SprintId};
use lineout_domain::increment::State;
use lineout_domain::item::ItemType;
use uuid::Uuid;

use super::record;

record! {
    /// A usable step towards the Product Goal.
    Increment, "increment", "increment" {
        id: IncrementId,
        product: ProductId,
        number: u32,
        name: String,
        sprint: Option<SprintId>,
        state: State,
        version: Option<String>,
        released_on: Option<NaiveDate>,
        notes: String,
        created_at: DateTime<Utc>,
        /// None of one that is not released, or was before instants were kept.
        released_at: Option<DateTime<Utc>>,
    }
}
record! {
    /// A Done item in an increment, by value.
    IncrementItem, "increment_item", "item of the increment" {
        id: Uuid,
        increment: IncrementId,
        item: ItemId,
        key: String,
        title: String,
        item_type: ItemType,
        estimate: Option<f64>,
        done_version: Option<u32>,
        /// JSON: `[{criterion, person, reason}]`, names as they were.
        waivers: String,
    }
}
record! {
    /// How a product writes its release notes.
    NotesTemplate, "notes_template", "template" { id: Uuid, product: ProductId, text: String }
}
