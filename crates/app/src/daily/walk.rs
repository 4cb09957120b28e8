//! Walking the board: its items from the rightmost column to the left, each column from the top.

use chrono::{DateTime, Utc};
use lineout_domain::board::Category;
use lineout_store::Db;
use lineout_store::record;

use super::Meeting;
use super::moved::at;
use crate::error::Result;

/// The items to be spoken of. Of those that are Done, only what became so since the last Daily Scrum.
pub(crate) fn order(db: &Db<'_>, meeting: &Meeting, now: DateTime<Utc>) -> Result<Vec<record::Item>> {
    let previous = meeting.previous(db)?;
    let (from, _) = meeting.window(previous.as_ref(), now);
    let items = db.sprint_items(meeting.sprint.id)?;
    let mut order = Vec::new();
    for column in db.columns(meeting.product.id)?.iter().rev() {
        for item in items.iter().filter(|item| item.board_column == Some(column.id)) {
            let old = column.category == Category::Done && {
                let ends =
                    db.timeline::<Option<lineout_domain::item::Resolution>>("item", item.id, "resolution")?;
                at(&ends, from).flatten() == item.resolution
            };
            if !old {
                order.push(item.clone());
            }
        }
    }
    Ok(order)
}
