//! The Sprint Review: preparing it, holding it, and what comes of it. Anyone of the team may do all of it.

pub mod attendees;
mod delivered;
pub mod feedback;
pub mod get;
pub mod goal;
pub mod hold;
pub mod list;
mod minutes;
pub mod origin;
mod outcome;
pub mod points;
pub mod prepare;
pub mod to_item;
pub mod words;

use chrono::{DateTime, Utc};
use lineout_domain::ids::ReviewId;
use lineout_domain::review::{self as rules, State};
use lineout_store::Db;
use lineout_store::record::{self as rows, Record};
use uuid::Uuid;

use crate::context::Act;
use crate::error::Result;
use crate::item::link::LinkedItem;
use crate::wire::{ItemType, requests, responses, wire_words};

wire_words! {
    /// How far a Sprint Review has come.
    ReviewState = lineout_domain::review::State { Prepared, Running, Ended }
}

requests! {
    /// Names a Sprint Review.
    pub struct NameReview {
        /// Which.
        pub review: Uuid,
    }
}

responses! {
    /// Somebody invited to a Sprint Review.
    pub struct Attendee {
        /// The invitation's id.
        pub id: Uuid,
        /// The person; none of a guest.
        pub person: Option<Uuid>,
        /// The name.
        pub name: String,
        /// Whether they are there.
        pub present: bool,
    }

    /// A point of the running order.
    pub struct ReviewPoint {
        /// Its id.
        pub id: Uuid,
        /// The item that is shown; none of a free point.
        pub item: Option<Uuid>,
        /// The item's key; empty of a free point.
        pub key: String,
        /// What it is called.
        pub title: String,
        /// What kind of work the item was.
        #[serde(rename = "type")]
        pub item_type: Option<ItemType>,
        /// The item's points.
        pub estimate: Option<f64>,
        /// The increment that the item is in.
        pub increment: Option<String>,
        /// Who presents it.
        pub presenter: Option<Uuid>,
        /// Minutes.
        pub timebox: Option<u32>,
    }

    /// Something said.
    pub struct Feedback {
        /// Its id.
        pub id: Uuid,
        /// The point it is about; none for the whole.
        pub point: Option<Uuid>,
        /// What was said.
        pub text: String,
        /// The person who said it; none of a guest, or when nobody is named.
        pub person: Option<Uuid>,
        /// The name of who said it; empty when nobody is named.
        pub name: String,
        /// When.
        pub said_at: DateTime<Utc>,
        /// The backlog item it became, as it stands.
        pub item: Option<LinkedItem>,
        /// The sprint that item is in.
        pub item_sprint: Option<String>,
        /// An open impediment holds that item up.
        pub item_blocked: bool,
        /// What that item was split into.
        pub item_parts: Vec<LinkedItem>,
    }
}

impl Attendee {
    pub(crate) fn read(db: &Db<'_>, row: rows::ReviewAttendee) -> Result<Self> {
        Ok(Self {
            id: row.id.as_uuid(),
            person: row.person.map(|person| person.as_uuid()),
            name: name_of(db, row.person, row.name)?,
            present: row.present,
        })
    }
}

impl Feedback {
    pub(crate) fn read(db: &Db<'_>, row: rows::ReviewFeedback) -> Result<Self> {
        let item = row.item.map(|item| rows::Item::find(db, item)).transpose()?.flatten();
        let parts = item.as_ref().map(|item| db.parts_of(item.id)).transpose()?.unwrap_or_default();
        let parts = parts.into_iter().map(|part| LinkedItem::read(db, part));
        let open = item.as_ref().filter(|item| item.resolution.is_none());
        Ok(Self {
            id: row.id.as_uuid(),
            point: row.point.map(|point| point.as_uuid()),
            text: row.text,
            person: row.person.map(|person| person.as_uuid()),
            name: name_of(db, row.person, row.name)?,
            said_at: row.said_at,
            item_sprint: db.sprint_name(item.as_ref().and_then(|item| item.sprint))?,
            item_blocked: open.map(|item| db.is_blocked(item.id)).transpose()?.unwrap_or(false),
            item_parts: parts.collect::<Result<_>>()?,
            item: item.map(|item| LinkedItem::read(db, item)).transpose()?,
        })
    }
}

/// A person's name as it is now, or the name that was written down.
fn name_of(db: &Db<'_>, person: Option<lineout_domain::ids::PersonId>, written: String) -> Result<String> {
    let person = person.map(|person| rows::Person::find(db, person)).transpose()?.flatten();
    Ok(person.map_or(written, |person| person.name))
}

/// How far a Review has come.
pub(crate) fn state(row: &rows::Review) -> State {
    State::of(row.started_at.is_some(), row.ended_at.is_some())
}

/// Whether it was started and has not ended.
pub(crate) fn is_running(row: &rows::Review) -> bool {
    state(row) == State::Running
}

/// A Review that is to be changed, and the name of its sprint.
fn open(act: &Act<'_, '_>, review: Uuid) -> Result<(rows::Review, String)> {
    let row = rows::Review::get(act.db, ReviewId::new(review))?;
    rules::can_change(state(&row))?;
    let sprint = rows::Sprint::get(act.db, row.sprint)?.name;
    Ok((row, sprint))
}
