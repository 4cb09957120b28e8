//! `item.get`: everything that stands on one item. What happened to it is `item.history`'s to say, a page at a time.

use chrono::{DateTime, Utc};
use lineout_domain::ids::ItemId;
use lineout_store::Db;
use lineout_store::record::{self, Record};
use uuid::Uuid;

use super::ItemRow;
use super::acceptance::{Acceptance, AcceptanceCriterion};
use super::comment::Comment;
use super::link::{Link, LinkedItem};
use super::ready::Readiness;
use crate::attachment::Attachment;
use crate::context::View;
use crate::error::Result;
use crate::impediment::blocked::BlockedTime;
use crate::impediment::{self, ImpedimentState};
use crate::markdown;
use crate::product;
use crate::review::origin::{self, FeedbackOrigin};
use crate::wire::{requests, responses};

requests! {
    /// Names an item.
    pub struct NameItem {
        /// Which.
        pub item: Uuid,
    }
}

responses! {
    /// Everything about an item.
    pub struct ItemDetail {
        /// As lists show it.
        #[serde(flatten)]
        pub row: ItemRow,
        /// Markdown, to edit.
        pub description: String,
        /// HTML of it that is safe to show.
        pub description_html: String,
        /// What must hold for it to be accepted, in order.
        pub acceptance: Vec<AcceptanceCriterion>,
        /// How it stands to the Definition of Ready.
        pub readiness: Readiness,
        /// What it is to other items.
        pub links: Vec<Link>,
        /// What it was split into.
        pub parts: Vec<LinkedItem>,
        /// What was said about it, oldest first.
        pub comments: Vec<Comment>,
        /// The files kept with it, oldest first.
        pub attachments: Vec<Attachment>,
        /// When it was created, here or where it was imported from.
        pub created: DateTime<Utc>,
        /// By whom.
        pub created_by: Option<Uuid>,
        /// Its key where it was imported from.
        pub source_key: Option<String>,
        /// The feedback it came from, by itself or by what it was split from.
        pub from_feedback: Vec<FeedbackOrigin>,
        /// Why it was cancelled.
        pub reason: String,
        /// When it ended.
        pub resolved_at: Option<DateTime<Utc>>,
        /// The Definition of Done, and how this item stands to it.
        pub done_criteria: Vec<DoneCriterion>,
        /// Impediments that block it, or did.
        pub impediments: Vec<BlockedBy>,
        /// How long they did so far; none when none ever did.
        pub blocked_time: Option<BlockedTime>,
    }

    /// A criterion of the Definition of Done as an item stands to it.
    pub struct DoneCriterion {
        /// The criterion.
        pub criterion: Uuid,
        /// What must hold.
        pub text: String,
        /// It is met.
        pub met: bool,
        /// It was let go.
        pub waiver: Option<GivenWaiver>,
    }

    /// A waiver with its name and reason.
    pub struct GivenWaiver {
        /// By whom.
        pub person: Option<Uuid>,
        /// Why.
        pub reason: String,
        /// When.
        pub at: DateTime<Utc>,
    }

    /// An impediment that blocks an item.
    pub struct BlockedBy {
        /// Its id.
        pub id: Uuid,
        /// Its key.
        pub key: String,
        /// Its title.
        pub title: String,
        /// Where it is in its life.
        pub state: ImpedimentState,
    }
}

impl From<record::Impediment> for BlockedBy {
    fn from(row: record::Impediment) -> Self {
        Self { id: row.id.as_uuid(), key: impediment::key(&row), state: row.state.into(), title: row.title }
    }
}

pub(crate) fn run(view: &View<'_>, request: NameItem) -> Result<ItemDetail> {
    let db = &view.db;
    let item = record::Item::get(db, ItemId::new(request.item))?;
    let calendar = product::calendar(db, &record::Product::get(db, item.product)?)?;
    let impediments = db.impediments_of(item.id)?.into_iter();
    Ok(ItemDetail {
        row: ItemRow::read(db, &item)?,
        description_html: markdown::html(&item.description),
        acceptance: Acceptance::read(db, item.id)?.criteria,
        readiness: Readiness::read(db, &item)?,
        links: Link::all(db, item.id)?,
        parts: db
            .parts_of(item.id)?
            .into_iter()
            .map(|part| LinkedItem::read(db, part))
            .collect::<Result<_>>()?,
        comments: db.comments(item.id)?.into_iter().map(Comment::from).collect(),
        attachments: db.attachments(item.id)?.into_iter().map(Attachment::from).collect(),
        created: item.created_at,
        created_by: item.created_by.map(|person| person.as_uuid()),
        from_feedback: origin::of(db, &item)?,
        source_key: item.source_key.clone(),
        reason: item.reason.clone(),
        resolved_at: item.resolved_at,
        done_criteria: criteria(db, &item)?,
        blocked_time: BlockedTime::read(db, item.id, &calendar, view.now)?,
        impediments: impediments.map(BlockedBy::from).collect(),
        description: item.description,
    })
}

/// Against the version the item met when it is Done, the newest otherwise.
pub(crate) fn criteria(db: &Db<'_>, item: &record::Item) -> Result<Vec<DoneCriterion>> {
    let definition = match item.definition {
        Some(met) => met,
        None => db.definition(item.product)?.id,
    };
    let rows = db.item_criteria(item.id)?;
    let criteria = db.criteria(definition)?.into_iter().map(|criterion| {
        let row = rows.iter().find(|row| row.criterion == criterion.id);
        DoneCriterion {
            criterion: criterion.id.as_uuid(),
            text: criterion.text,
            met: row.is_some_and(|row| !row.waived),
            waiver: row.filter(|row| row.waived).map(|row| GivenWaiver {
                person: row.person.map(|person| person.as_uuid()),
                reason: row.reason.clone(),
                at: row.at,
            }),
        }
    });
    Ok(criteria.collect())
}
