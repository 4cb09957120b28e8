//! `link.add` and `link.remove`: what one item is to another.

use lineout_domain::ids::{ItemId, LinkId};
use lineout_domain::link::{self as rules, Kind, LinkRule};
use lineout_store::Db;
use lineout_store::record::{self, ItemLink, Record};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::key;
use crate::context::Act;
use crate::error::{AppError, Result};
use crate::wire::{ItemType, Resolution, requests, responses};
use crate::workspace::Done;

/// What an item is to another, seen from the item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub enum LinkKind {
    /// The other waits until this one is over.
    Blocks,
    /// It waits until the other is over.
    WaitsFor,
    /// They have to do with each other.
    RelatesTo,
    /// It is the other thing once more.
    Duplicates,
    /// The other is this thing once more.
    DuplicatedBy,
}

requests! {
    /// Links two items.
    pub struct AddLink {
        /// Which item.
        pub item: Uuid,
        /// What it is to the other.
        pub kind: LinkKind,
        /// The other.
        pub other: Uuid,
    }

    /// Removes a link.
    pub struct RemoveLink {
        /// Which.
        pub link: Uuid,
    }
}

responses! {
    /// A link, seen from one of its items.
    pub struct Link {
        /// Its id.
        pub id: Uuid,
        /// What that item is to the other.
        pub kind: LinkKind,
        /// The other.
        pub other: LinkedItem,
    }

    /// An item as others speak of it.
    pub struct LinkedItem {
        /// Its id.
        pub id: Uuid,
        /// Its key.
        pub key: String,
        /// Its title.
        pub title: String,
        /// What kind of work it is.
        #[serde(rename = "type")]
        pub item_type: ItemType,
        /// Points.
        pub estimate: Option<f64>,
        /// How it ended; none while it is open.
        pub resolution: Option<Resolution>,
        /// The sprint it is or was last in.
        pub sprint: Option<Uuid>,
    }
}

impl LinkedItem {
    pub(crate) fn read(db: &Db<'_>, item: record::Item) -> Result<Self> {
        let product = record::Product::get(db, item.product)?.key;
        Ok(Self::of(&product, item))
    }

    /// An item of the product with this key.
    pub(crate) fn of(product: &str, item: record::Item) -> Self {
        Self {
            id: item.id.as_uuid(),
            key: format!("{product}-{}", item.number),
            title: item.title,
            item_type: item.item_type.into(),
            estimate: item.estimate,
            resolution: item.resolution.map(Resolution::from),
            sprint: item.sprint.map(|sprint| sprint.as_uuid()),
        }
    }
}

impl Link {
    /// The links of an item, by kind.
    pub(crate) fn all(db: &Db<'_>, item: ItemId) -> Result<Vec<Self>> {
        let mut links = Vec::new();
        for row in db.links(item)? {
            links.push(Self::read(db, &row, item)?);
        }
        links.sort_by_key(|link| link.kind);
        Ok(links)
    }

    fn read(db: &Db<'_>, row: &ItemLink, item: ItemId) -> Result<Self> {
        let from_here = row.from_item == item;
        let other = if from_here { row.to_item } else { row.from_item };
        Ok(Self {
            id: row.id.as_uuid(),
            kind: match (row.kind, from_here) {
                (Kind::Blocks, true) => LinkKind::Blocks,
                (Kind::Blocks, false) => LinkKind::WaitsFor,
                (Kind::Relates, _) => LinkKind::RelatesTo,
                (Kind::Duplicates, true) => LinkKind::Duplicates,
                (Kind::Duplicates, false) => LinkKind::DuplicatedBy,
            },
            other: LinkedItem::read(db, record::Item::get(db, other)?)?,
        })
    }
}

/// Writes a link, unless it is there already or items would wait for each other.
pub(crate) fn write(act: &mut Act<'_, '_>, link: rules::Link) -> Result<ItemLink> {
    let name = |db: &Db<'_>, id: ItemId| -> Result<String> { key(db, &record::Item::get(db, id)?) };
    let (source, target) = (name(act.db, link.source)?, name(act.db, link.target)?);
    if link.source == link.target {
        return Err(LinkRule::Itself(source).into());
    }
    if act.db.link(link)?.is_some() {
        return Err(LinkRule::Present(source, target).into());
    }
    if link.kind == Kind::Blocks {
        let circle =
            rules::circle(link.source, link.target, |item| act.db.blocked_by(item).map_err(AppError::from))?;
        if let Some(way) = circle {
            let mut keys = vec![source];
            for item in way {
                keys.push(name(act.db, item)?);
            }
            return Err(LinkRule::Circle(keys).into());
        }
    }
    let row = ItemLink { id: act.id(), kind: link.kind, from_item: link.source, to_item: link.target };
    row.insert(act.db)?;
    Ok(row)
}

/// "HBR-1 blocks HBR-2".
fn sentence(db: &Db<'_>, link: &ItemLink) -> Result<String> {
    let key = |id| -> Result<String> { key(db, &record::Item::get(db, id)?) };
    let (source, target) = (key(link.from_item)?, key(link.to_item)?);
    Ok(match link.kind {
        Kind::Blocks => format!("{source} blocks {target}"),
        Kind::Relates => format!("{source} relates to {target}"),
        Kind::Duplicates => format!("{source} duplicates {target}"),
    })
}

pub(crate) mod add {
    use super::*;

    pub(crate) fn run(act: &mut Act<'_, '_>, request: AddLink) -> Result<Link> {
        let (item, other) = (ItemId::new(request.item), ItemId::new(request.other));
        let link = match request.kind {
            LinkKind::Blocks => rules::link(Kind::Blocks, item, other),
            LinkKind::WaitsFor => rules::link(Kind::Blocks, other, item),
            LinkKind::RelatesTo => rules::link(Kind::Relates, item, other),
            LinkKind::Duplicates => rules::link(Kind::Duplicates, item, other),
            LinkKind::DuplicatedBy => rules::link(Kind::Duplicates, other, item),
        };
        let row = write(act, link)?;
        let sentence = sentence(act.db, &row)?;
        act.db.label(format!("Link: {sentence}"));
        Link::read(act.db, &row, item)
    }
}

pub(crate) mod remove {
    use super::*;

    pub(crate) fn run(act: &mut Act<'_, '_>, request: RemoveLink) -> Result<Done> {
        let row = ItemLink::get(act.db, LinkId::new(request.link))?;
        let sentence = sentence(act.db, &row)?;
        row.delete(act.db)?;
        act.db.label(format!("Unlink: {sentence}"));
        Ok(Done {})
    }
}
