//! `poker.get`: the rounds over an item, without the cards that are not turned.

use lineout_domain::ids::ItemId;

use super::PokerTable;
use crate::context::View;
use crate::error::Result;
use crate::item::get::NameItem;

pub(crate) fn run(view: &View<'_>, request: NameItem) -> Result<PokerTable> {
    PokerTable::read(&view.db, ItemId::new(request.item))
}
