//! `improvement.toItem`: an improvement becomes work in the Product Backlog.

use std::collections::HashSet;

use lineout_domain::ids::ImprovementId;
use lineout_domain::improvement as rules;
use lineout_domain::item as item_rules;
use lineout_domain::item::ItemType;
use lineout_store::record::{self, Record};
use uuid::Uuid;

use super::key;
use crate::context::Act;
use crate::error::Result;
use crate::item::create::blank;
use crate::item::{ItemRow, place};
use crate::wire::{Place, requests};

requests! {
    /// Makes an improvement a backlog item.
    pub struct ImprovementToItem {
        /// Which.
        pub improvement: Uuid,
        /// Where; at the top when left out.
        pub place: Option<Place>,
    }
}

pub(crate) fn run(act: &mut Act<'_, '_>, request: ImprovementToItem) -> Result<ItemRow> {
    let mut row = record::Improvement::get(act.db, ImprovementId::new(request.improvement))?;
    let present = row.item.map(|id| record::Item::find(act.db, id)).transpose()?.flatten();
    let present = present.map(|item| crate::item::key(act.db, &item)).transpose()?;
    rules::can_become_item(row.state, present.as_deref())?;
    let place = request.place.unwrap_or(Place::Top {});
    let rank = place::ranks(act, row.product, &place, &HashSet::new(), 1)?.pop();
    let mut item = blank(act, row.product, rank)?;
    item.item_type = ItemType::Improvement;
    item.title = item_rules::title(&row.opportunity.replace('\n', " "))?;
    item.description = row.justification.clone();
    item.insert(act.db)?;
    row.item = Some(item.id);
    row.save(act.db)?;
    act.db.label(format!("Make {} the item {}", key(&row), crate::item::key(act.db, &item)?));
    ItemRow::read(act.db, &item)
}
