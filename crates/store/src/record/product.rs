//! Workspace, people, products and what a product sets for itself.

use chrono::{DateTime, NaiveDate, Utc};
use lineout_domain::accountability::{Mode, Role};
use lineout_domain::board::Category;
use lineout_domain::ids::{ColumnId, CriterionId, DayOffId, DefinitionId, PersonId, ProductId};
use uuid::Uuid;

use super::record;

record! {
    /// The workspace itself: exactly one row.
    WorkspaceInfo, "workspace", "workspace" { id: Uuid, name: String }
}
record! {
    /// Somebody who works on, or cares about, a product.
    Person, "person", "person" { id: PersonId, name: String, removed: bool }
}
record! {
    /// A product with its Product Goal and its settings.
    Product, "product", "product" {
        id: ProductId,
        key: String,
        name: String,
        goal: String,
        time_zone: String,
        /// Bit 0 is Monday.
        working_days: u8,
        sprint_length_days: u8,
        /// A JSON array of numbers, ascending.
        estimate_scale: String,
        accountability: Mode,
    }
}
record! {
    /// One role that a person holds in a product.
    Member, "member", "member" { id: Uuid, product: ProductId, person: PersonId, role: Role }
}
record! {
    /// A day on which nobody works.
    Holiday, "holiday", "holiday" { id: Uuid, product: ProductId, day: NaiveDate, name: String }
}
record! {
    /// Days on which a person does not work.
    DayOff, "day_off", "entry of days off" {
        id: DayOffId,
        person: PersonId,
        first_day: NaiveDate,
        /// Included.
        last_day: NaiveDate,
        note: String,
    }
}
record! {
    /// The hours a working day that a person has for a product, where they are not the usual ones.
    FocusHours, "focus_hours", "entry of focus hours" { id: Uuid, product: ProductId, person: PersonId, hours: f64 }
}
record! {
    /// A workflow column.
    BoardColumn, "board_column", "column" {
        id: ColumnId,
        product: ProductId,
        name: String,
        category: Category,
        position: u32,
        wip_limit: Option<u32>,
    }
}
record! {
    /// One version of a product's Definition of Done.
    DefinitionOfDone, "definition_of_done", "Definition of Done" { id: DefinitionId, product: ProductId, version: u32 }
}
record! {
    /// One criterion of a Definition of Done.
    DoneCriterion, "done_criterion", "criterion" {
        id: CriterionId,
        definition: DefinitionId,
        position: u32,
        text: String,
    }
}
record! {
    /// Something done against an accountability in guide mode.
    Guidance, "guidance", "note of guidance" {
        id: Uuid,
        product: ProductId,
        person: Option<PersonId>,
        rule: String,
        message: String,
        at: DateTime<Utc>,
    }
}
