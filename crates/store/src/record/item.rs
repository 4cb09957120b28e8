//! Backlog items and what hangs on them.

use chrono::{DateTime, Utc};
use lineout_domain::ids::{
    AcceptanceId, AttachmentId, ColumnId, CommentId, CriterionId, DefinitionId, EpicId, ItemId, LinkId,
    PersonId, ProductId, ReadyCriterionId, SavedViewId, SprintId, TaskId, TaskTemplateId, TemplateId,
};
use lineout_domain::item::{ItemType, Resolution};
use lineout_domain::link::Kind;
use lineout_domain::rank::Rank;
use lineout_domain::task;
use uuid::Uuid;

use super::record;

record! {
    /// A backlog item.
    Item, "item", "backlog item" {
        id: ItemId,
        product: ProductId,
        number: u32,
        item_type: ItemType,
        title: String,
        description: String,
        estimate: Option<f64>,
        value: Option<i64>,
        /// Its place in the Product Backlog, kept while it is in a sprint.
        rank: Rank,
        epic: Option<EpicId>,
        sprint: Option<SprintId>,
        board_column: Option<ColumnId>,
        /// Its place among the items of its sprint.
        board_rank: Option<Rank>,
        resolution: Option<Resolution>,
        resolved_at: Option<DateTime<Utc>>,
        /// Why it was cancelled, or what it was split into; empty otherwise.
        reason: String,
        /// The version of the Definition of Done it met.
        definition: Option<DefinitionId>,
        split_from: Option<ItemId>,
        source: Option<String>,
        source_key: Option<String>,
        created_at: DateTime<Utc>,
        created_by: Option<PersonId>,
    }
}
record! {
    /// A group of items with a theme.
    Epic, "epic", "epic" { id: EpicId, product: ProductId, name: String, hue: u16 }
}
record! {
    /// A person on an item.
    ItemAssignee, "item_assignee", "assignee" { id: Uuid, item: ItemId, person: PersonId }
}
record! {
    /// A label on an item.
    ItemLabel, "item_label", "label" { id: Uuid, item: ItemId, label: String }
}
record! {
    /// A criterion of the Definition of Done met by an item, or waived for it.
    ItemCriterion, "item_criterion", "criterion" {
        id: Uuid,
        item: ItemId,
        criterion: CriterionId,
        waived: bool,
        person: Option<PersonId>,
        reason: String,
        at: DateTime<Utc>,
    }
}
record! {
    /// Something said about an item.
    ItemComment, "item_comment", "comment" {
        id: CommentId,
        item: ItemId,
        author: Option<PersonId>,
        written_at: DateTime<Utc>,
        edited_at: Option<DateTime<Utc>>,
        /// Markdown.
        text: String,
    }
}
record! {
    /// A file that is kept with an item. Its bytes stand once in `attachment_content`.
    Attachment, "attachment", "attachment" {
        id: AttachmentId,
        item: ItemId,
        name: String,
        /// What its bytes are, not what its name says.
        media_type: String,
        /// Bytes.
        size: u32,
        /// Of the bytes, in hexadecimal.
        sha256: String,
        added_by: Option<PersonId>,
        added_at: DateTime<Utc>,
    }
}
record! {
    /// Something an item must do to be accepted.
    AcceptanceCriterion, "acceptance_criterion", "acceptance criterion" {
        id: AcceptanceId,
        item: ItemId,
        /// Its place in the item's checklist.
        rank: Rank,
        text: String,
        met: bool,
    }
}
record! {
    /// A step of an item on its way to Done.
    Task, "task", "task" {
        id: TaskId,
        item: ItemId,
        /// Its place among the item's tasks.
        rank: Rank,
        title: String,
        /// Left of it when it was last said; none when nobody said.
        hours: Option<f64>,
        person: Option<PersonId>,
        state: task::State,
        /// Which column of its category it stands in on the board; the first one when none is said.
        board_column: Option<ColumnId>,
    }
}
record! {
    /// One criterion of a product's Definition of Ready.
    ReadyCriterion, "ready_criterion", "criterion" {
        id: ReadyCriterionId,
        product: ProductId,
        position: u32,
        text: String,
        /// Asked no longer.
        retired: bool,
    }
}
record! {
    /// Whether a product takes only ready items into a sprint.
    ReadyPolicy, "ready_policy", "policy" { id: Uuid, product: ProductId, blocks: bool }
}
record! {
    /// A criterion of the Definition of Ready that an item meets.
    ItemReady, "item_ready", "tick" {
        id: Uuid,
        item: ItemId,
        ready_criterion: ReadyCriterionId,
        person: Option<PersonId>,
        at: DateTime<Utc>,
    }
}
record! {
    /// What one item is to another.
    ItemLink, "item_link", "link" { id: LinkId, kind: Kind, from_item: ItemId, to_item: ItemId }
}
record! {
    /// A filter and an order with a name.
    SavedView, "saved_view", "view" {
        id: SavedViewId,
        product: ProductId,
        name: String,
        /// JSON.
        filter: String,
        /// JSON.
        sort: String,
    }
}
record! {
    /// What new items of a kind begin with.
    ItemTemplate, "item_template", "template" {
        id: TemplateId,
        product: ProductId,
        name: String,
        item_type: ItemType,
        /// What a title begins with; may be empty.
        title: String,
        description: String,
        /// A JSON array of texts.
        acceptance: String,
        /// A JSON array of labels.
        labels: String,
    }
}
record! {
    /// A named list of tasks.
    TaskTemplate, "task_template", "template" {
        id: TaskTemplateId,
        product: ProductId,
        name: String,
        /// A JSON array of titles with hours.
        tasks: String,
    }
}
