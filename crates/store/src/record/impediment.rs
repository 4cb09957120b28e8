//! Impediments and the items they block.

use chrono::{DateTime, Utc};
use lineout_domain::ids::{ImpedimentId, ItemId, PersonId, ProductId};
use lineout_domain::impediment::{Severity, State};
use uuid::Uuid;

use super::record;

record! {
    /// Something in the team's way.
    Impediment, "impediment", "impediment" {
        id: ImpedimentId,
        product: ProductId,
        number: u32,
        title: String,
        description: String,
        severity: Severity,
        state: State,
        owner: Option<PersonId>,
        endangers_goal: bool,
        raised_by: Option<PersonId>,
        raised_at: DateTime<Utc>,
        acknowledged_by: Option<PersonId>,
        acknowledged_at: Option<DateTime<Utc>>,
        resolved_by: Option<PersonId>,
        resolved_at: Option<DateTime<Utc>>,
        resolution: String,
        began_at: Option<DateTime<Utc>>,
        restored_at: Option<DateTime<Utc>>,
    }
}
record! {
    /// An item that an impediment blocks.
    ImpedimentItem, "impediment_item", "blocked item" { id: Uuid, impediment: ImpedimentId, item: ItemId }
}
