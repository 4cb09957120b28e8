//! An item as lists and boards show it.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use lineout_domain::checklist::is_ready;
use lineout_domain::ids::{ImprovementId, ItemId, PersonId};
use lineout_domain::item::Resolution as DomainResolution;
use lineout_store::Db;
use lineout_store::record::{self, Record};
use uuid::Uuid;

use crate::error::{AppError, Result};
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
        /// An open item blocks it.
        pub waiting: bool,
        /// It meets the whole Definition of Ready; none when the product has no such definition.
        pub ready: Option<bool>,
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
        let row = Self::placed(db, std::slice::from_ref(item), &[position])?.pop();
        row.ok_or_else(|| AppError::not_found("backlog item"))
    }

    /// Items whose places do not matter: those of a sprint or of an increment.
    pub(crate) fn all(db: &Db<'_>, items: &[record::Item]) -> Result<Vec<Self>> {
        Self::placed(db, items, &[])
    }

    /// Items of one product whose places are known to the caller.
    pub(crate) fn placed(
        db: &Db<'_>,
        items: &[record::Item],
        positions: &[Option<u32>],
    ) -> Result<Vec<Self>> {
        let Some(first) = items.first() else { return Ok(Vec::new()) };
        let key = record::Product::get(db, first.product)?.key;
        let columns: HashMap<_, _> =
            db.columns(first.product)?.into_iter().map(|row| (row.id, row)).collect();
        let ids: Vec<ItemId> = items.iter().map(|item| item.id).collect();
        let epics: Vec<_> = items.iter().filter_map(|item| item.epic).collect();
        let epics = db.epics_among(&epics)?;
        let mut labels = db.labels_of(&ids)?;
        let mut assignees = db.assignees_of(&ids)?;
        let improvements = db.improvements_among(&ids)?;
        let blocked = db.blocked_among(&ids)?;
        let waiting = db.waiting_among(&ids)?;
        let to_meet = db.ready_criteria(first.product)?.len();
        let met = if to_meet == 0 { HashMap::new() } else { db.ready_counts(&ids)? };
        let mut rows = Vec::with_capacity(items.len());
        for (n, item) in items.iter().enumerate() {
            rows.push(Self {
                id: item.id.as_uuid(),
                key: format!("{key}-{}", item.number),
                number: item.number,
                item_type: item.item_type.into(),
                title: item.title.clone(),
                estimate: item.estimate,
                value: item.value.and_then(|value| u32::try_from(value).ok()),
                position: positions.get(n).copied().flatten(),
                epic: item.epic.and_then(|epic| epics.get(&epic)).cloned().map(Epic::from),
                labels: labels.remove(&item.id).unwrap_or_default(),
                assignees: assignees
                    .remove(&item.id)
                    .unwrap_or_default()
                    .iter()
                    .map(PersonId::as_uuid)
                    .collect(),
                sprint: item.sprint.map(|sprint| sprint.as_uuid()),
                column: item.board_column.map(|column| column.as_uuid()),
                category: item
                    .board_column
                    .and_then(|column| columns.get(&column))
                    .map(|column| column.category.into()),
                blocked: blocked.contains(&item.id),
                waiting: waiting.contains(&item.id),
                ready: {
                    let met = met.get(&item.id).and_then(|counts| counts.first()).copied();
                    is_ready(to_meet, met.unwrap_or(0) as usize)
                },
                done: item.resolution == Some(DomainResolution::Done),
                resolution: item.resolution.map(Resolution::from),
                lineage: lineage(db, item)?,
                from_improvement: improvements
                    .get(&item.id)
                    .and_then(|of| of.first())
                    .map(ImprovementId::as_uuid),
                added_after_start: match item.sprint {
                    Some(sprint) => db.is_added(sprint, item.id)?,
                    None => false,
                },
                column_since: match item.board_column {
                    Some(_) => db.column_since(item.id)?,
                    None => None,
                },
            });
        }
        Ok(rows)
    }
}

/// The item that another was split from; it may be gone.
fn lineage(db: &Db<'_>, item: &record::Item) -> Result<Option<Lineage>> {
    let Some(original) = item.split_from else { return Ok(None) };
    let key = db.name_of("item", &original.to_string())?;
    Ok(key.map(|key| Lineage { item: original.as_uuid(), key }))
}
