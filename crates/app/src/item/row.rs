//! An item as lists and boards show it.

use chrono::{DateTime, Utc};
use lineout_domain::item::Resolution as DomainResolution;
use lineout_store::Db;
use lineout_store::record::{self, BoardColumn, Record};
use uuid::Uuid;

use crate::error::Result;
use crate::wire::{Category, ItemType, Resolution, responses};

responses! {
    /// An item as a row of a list or a card of a board.
    pub struct ItemRow {
        /// Its id.
        pub id: Uuid,
        /// Its key, such as HBR-12.
        pub key: String,
        /// The number in its key.
        pub number: u32,
        /// What kind of work it is.
        #[serde(rename = "type")]
        pub item_type: ItemType,
        /// One line.
        pub title: String,
        /// Points.
        pub estimate: Option<f64>,
        /// Value, unitless.
        pub value: Option<u32>,
        /// Its row in the Product Backlog, from 1; none when it is not in it.
        pub position: Option<u32>,
        /// The epic it belongs to.
        pub epic: Option<Epic>,
        /// Its labels, by name.
        pub labels: Vec<String>,
        /// Who works on it.
        pub assignees: Vec<Uuid>,
        /// The sprint it is or was last in.
        pub sprint: Option<Uuid>,
        /// The column it stands in.
        pub column: Option<Uuid>,
        /// What that column means.
        pub category: Option<Category>,
        /// An open impediment blocks it.
        pub blocked: bool,
        /// It met the Definition of Done.
        pub done: bool,
        /// How it ended; none while it is open.
        pub resolution: Option<Resolution>,
        /// The item it was split from.
        pub lineage: Option<Lineage>,
        /// The improvement it came from.
        pub from_improvement: Option<Uuid>,
        /// It joined its sprint after the start.
        pub added_after_start: bool,
        /// Since when it stands in its column.
        pub column_since: Option<DateTime<Utc>>,
    }

    /// A group of items.
    pub struct Epic {
        /// Its id.
        pub id: Uuid,
        /// Its name.
        pub name: String,
        /// Its colour, 0 to 359.
        pub hue: u16,
    }

    /// Where an item came from.
    pub struct Lineage {
        /// The original.
        pub item: Uuid,
        /// Its key.
        pub key: String,
    }
}

impl From<record::Epic> for Epic {
    fn from(row: record::Epic) -> Self {
        Self { id: row.id.as_uuid(), name: row.name, hue: row.hue }
    }
}

impl ItemRow {
    /// A single item with its place in the Product Backlog.
    pub(crate) fn read(db: &Db<'_>, item: &record::Item) -> Result<Self> {
        let position = db.backlog_position(item)?;
        Self::placed(db, item, position)
    }

    /// An item whose place is known to the caller.
    pub(crate) fn placed(db: &Db<'_>, item: &record::Item, position: Option<u32>) -> Result<Self> {
        let product = record::Product::get(db, item.product)?;
        let column = item.board_column.map(|id| BoardColumn::get(db, id)).transpose()?;
        let lineage = match item.split_from {
            Some(original) => db
                .name_of("item", &original.to_string())?
                .map(|key| Lineage { item: original.as_uuid(), key }),
            None => None,
        };
        let added_after_start = match item.sprint {
            Some(sprint) => db.is_added(sprint, item.id)?,
            None => false,
        };
        Ok(Self {
            id: item.id.as_uuid(),
            key: format!("{}-{}", product.key, item.number),
            number: item.number,
            item_type: item.item_type.into(),
            title: item.title.clone(),
            estimate: item.estimate,
            value: item.value.and_then(|value| u32::try_from(value).ok()),
            position,
            epic: db.epic(item.epic)?.map(Epic::from),
            labels: db.labels(item.id)?.into_iter().map(|row| row.label).collect(),
            assignees: db.assignees(item.id)?.into_iter().map(|row| row.person.as_uuid()).collect(),
            sprint: item.sprint.map(|sprint| sprint.as_uuid()),
            column: item.board_column.map(|column| column.as_uuid()),
            category: column.map(|column| column.category.into()),
            blocked: db.is_blocked(item.id)?,
            done: item.resolution == Some(DomainResolution::Done),
            resolution: item.resolution.map(Resolution::from),
            lineage,
            from_improvement: db.improvement_of(item.id)?.map(|id| id.as_uuid()),
            added_after_start,
            column_since: match item.board_column {
                Some(_) => db.column_since(item.id)?,
                None => None,
            },
        })
    }
}
