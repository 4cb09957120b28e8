//! The history of an item as its sprint lived it. A close may be taken back: from the close until then the sprint had
//! ended, and what happened meanwhile is no part of its course. It counts from when the sprint went on, so that what the
//! close carried away and the undo brought back never left.

use chrono::{DateTime, Utc};
use lineout_domain::figures::burndown::Interval;
use lineout_domain::ids::{ItemId, SprintId};
use lineout_store::{Cell, Db, Moment};

use crate::error::Result;

/// The times in which a sprint had ended and which are over, because its end was taken back.
pub(crate) fn pauses(db: &Db<'_>, sprint: SprintId) -> Result<Vec<Interval>> {
    let mut pauses: Vec<Interval> = Vec::new();
    for moment in db.timeline::<Option<DateTime<Utc>>>("sprint", sprint, "ended_at")? {
        let ended = moment.value.flatten().is_some();
        match pauses.last_mut().filter(|pause| pause.to.is_none()) {
            Some(pause) if !ended => pause.to = Some(moment.at),
            None if ended => pauses.push(Interval { from: moment.at, to: None }),
            _ => {}
        }
    }
    pauses.retain(|pause| pause.to.is_some());
    Ok(pauses)
}

/// What a field of an item held and since when, by the sprint's own time.
pub(crate) fn timeline<T: Cell>(
    db: &Db<'_>,
    pauses: &[Interval],
    item: ItemId,
    field: &str,
) -> Result<Vec<Moment<T>>> {
    let mut lived: Vec<Moment<T>> = Vec::new();
    for mut moment in db.timeline::<T>("item", item, field)? {
        let pause =
            pauses.iter().find(|pause| pause.from <= moment.at && pause.to.is_some_and(|to| moment.at < to));
        moment.at = pause.and_then(|pause| pause.to).unwrap_or(moment.at);
        // Of two at one instant the later holds.
        if lived.last().is_some_and(|last| last.at == moment.at) {
            lived.pop();
        }
        lived.push(moment);
    }
    Ok(lived)
}
