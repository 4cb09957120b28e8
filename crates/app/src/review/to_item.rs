//! `feedback.toItem`: what was said becomes work in the Product Backlog, in one step. Also when the Review is over.

use std::collections::HashSet;

use lineout_domain::ids::FeedbackId;
use lineout_domain::item as items;
use lineout_domain::review as rules;
use lineout_store::record::{self as rows, Record};
use uuid::Uuid;

use crate::context::Act;
use crate::error::Result;
use crate::item::create::blank;
use crate::item::{ItemRow, key, place};
use crate::wire::{ItemType, Place, requests};

requests! {
    /// Makes feedback a backlog item.
    pub struct FeedbackToItem {
        /// Which.
        pub feedback: Uuid,
        /// What kind of work; a feature when left out.
        #[serde(rename = "type")]
        pub item_type: Option<ItemType>,
        /// Where; last when left out.
        pub place: Option<Place>,
    }
}

pub(crate) fn run(act: &mut Act<'_, '_>, request: FeedbackToItem) -> Result<ItemRow> {
    let mut row = rows::ReviewFeedback::get(act.db, FeedbackId::new(request.feedback))?;
    let review = rows::Review::get(act.db, row.review)?;
    let present = row.item.map(|id| rows::Item::find(act.db, id)).transpose()?.flatten();
    let present = present.map(|item| key(act.db, &item)).transpose()?;
    rules::can_become_item(present.as_deref())?;
    let (title, description) = rules::item_of(&row.text);
    let place = request.place.unwrap_or(Place::Bottom {});
    let rank = place::ranks(act, review.product, &place, &HashSet::new(), 1)?.pop();
    let mut item = blank(act, review.product, rank)?;
    item.item_type = request.item_type.map_or(items::ItemType::Feature, Into::into);
    item.title = items::title(&title)?;
    item.description = items::description(&description)?;
    item.insert(act.db)?;
    row.item = Some(item.id);
    row.save(act.db)?;
    act.db.label(format!("Make feedback the item {}", key(act.db, &item)?));
    ItemRow::read(act.db, &item)
}
