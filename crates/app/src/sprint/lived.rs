//! The history of an item as its sprint lived it. A close may be taken back: from the close until then the sprint had
//! ended, and what happened meanwhile is no part of its course. It counts from when the sprint went on, so that what the
//! close carried away and the undo brought back never left.

use std::collections::HashMap;

use chrono::{DateTime, TimeDelta, Utc};
use lineout_domain::calendar::Calendar;
use lineout_domain::ids::{ActionId, ItemId, SprintId};
use lineout_store::{Cell, Db, Moment, record as rows};

use crate::error::Result;

/// A part of the history in which a sprint had ended, over because its end was taken back.
pub(crate) struct Pause {
    /// What ended it, and where that is in the history.
    close: (i64, ActionId),
    /// Where the history has that it goes on.
    until: i64,
    /// When it went on.
    at: DateTime<Utc>,
}

impl Pause {
    fn covers<T>(&self, moment: &Moment<T>) -> bool {
        moment.action == self.close.1 || (self.close.0 <= moment.mark && moment.mark < self.until)
    }
}

fn pauses(db: &Db<'_>, sprint: SprintId) -> Result<Vec<Pause>> {
    let mut pauses = Vec::new();
    let mut close = None;
    for moment in db.timeline::<Option<DateTime<Utc>>>("sprint", sprint, "ended_at")? {
        let ended = moment.value.flatten().is_some();
        match close {
            Some(begun) if !ended => {
                pauses.push(Pause { close: begun, until: moment.mark, at: moment.at });
                close = None;
            }
            None if ended => close = Some((moment.mark, moment.action)),
            _ => {}
        }
    }
    Ok(pauses)
}

/// What a sprint counts of the history, and until when.
pub(crate) struct Course {
    pauses: Vec<Pause>,
    /// Whose days decide what was taken back at once.
    calendar: Calendar,
    /// What happened later is unknown.
    pub(crate) as_of: DateTime<Utc>,
    began: Option<Began>,
}

/// The start of a sprint: when it was, and where it is in the history. A start that was taken back and brought back is the
/// same start, and is there twice.
#[derive(Clone, Copy)]
struct Began {
    at: DateTime<Utc>,
    first: (i64, ActionId),
    last: (i64, ActionId),
}

impl Began {
    fn read(db: &Db<'_>, sprint: &rows::Sprint) -> Result<Option<Self>> {
        let Some(at) = sprint.started_at else { return Ok(None) };
        let starts = db.timeline::<Option<DateTime<Utc>>>("sprint", sprint.id, "started_at")?;
        let mut starts = starts
            .iter()
            .filter(|moment| moment.value.flatten() == Some(at))
            .map(|moment| (moment.mark, moment.action));
        let Some(first) = starts.next() else { return Ok(None) };
        Ok(Some(Self { at, first, last: starts.next_back().unwrap_or(first) }))
    }
}

/// The first instant after one.
fn past(at: DateTime<Utc>) -> DateTime<Utc> {
    at + TimeDelta::milliseconds(1)
}

impl Course {
    pub(crate) fn read(
        db: &Db<'_>,
        sprint: &rows::Sprint,
        calendar: Calendar,
        as_of: DateTime<Utc>,
    ) -> Result<Self> {
        let began = Began::read(db, sprint)?;
        let mut pauses = pauses(db, sprint.id)?;
        // Of a course that was taken back altogether, before this one began, nothing counts.
        pauses.retain(|pause| began.is_none_or(|began| began.first.0 < pause.close.0));
        Ok(Self { pauses, calendar, as_of, began })
    }

    /// When something counts as having happened. What came before the start is before it and what came after it after,
    /// even where a clock that was set back says otherwise: nothing joins a commitment that is frozen, or leaves it.
    fn count<T>(&self, moment: &Moment<T>) -> DateTime<Utc> {
        let Some(Began { at, first, last }) = self.began else { return moment.at };
        if moment.mark < first.0 || moment.action == first.1 {
            moment.at.min(at)
        } else if moment.mark > last.0 && moment.action != last.1 {
            moment.at.max(past(at))
        } else {
            // Between the two the start was taken back: only the clock can say.
            moment.at
        }
    }
}

/// The present of a sprint: the clock, or what was last done in it where the clock stands behind that.
pub(crate) fn present(db: &Db<'_>, sprint: &rows::Sprint, now: DateTime<Utc>) -> Result<DateTime<Utc>> {
    let Some(began) = Began::read(db, sprint)? else { return Ok(now) };
    let floor = match db.newest_change(&db.items_ever_in(sprint.id)?, began.last.1)? {
        Some((mark, at)) if mark > began.last.0 => at.max(past(began.at)),
        _ => began.at,
    };
    Ok(now.max(floor))
}

/// A history without what was taken back on the day it was done: a slip of the hand, corrected. What is taken back
/// later stays, as a change and a change back, because yesterday's value never changes by what is done today.
pub(crate) fn settled<T>(moments: Vec<Moment<T>>, calendar: &Calendar) -> Vec<Moment<T>> {
    // Beside each, the action that it stands for: a redo is the action that it brings back.
    let mut kept: Vec<(ActionId, Moment<T>)> = Vec::with_capacity(moments.len());
    let mut dropped: HashMap<ActionId, (ActionId, Moment<T>)> = HashMap::new();
    let same_day = |one: &Moment<T>, other: &Moment<T>| calendar.day_of(one.at) == calendar.day_of(other.at);
    for moment in moments {
        let Some(undone) = moment.undoes else {
            kept.push((moment.action, moment));
            continue;
        };
        if kept.last().is_some_and(|(last, before)| *last == undone && same_day(before, &moment)) {
            dropped.extend(kept.pop().map(|original| (moment.action, original)));
            continue;
        }
        match dropped.remove(&undone) {
            // Brought back the same day, it never went; with something else in between, it comes anew.
            Some((action, original))
                if same_day(&original, &moment)
                    && kept.last().is_none_or(|(_, last)| last.at <= original.at) =>
            {
                kept.push((action, original));
            }
            Some((action, _)) => kept.push((action, moment)),
            None => kept.push((moment.action, moment)),
        }
    }
    kept.into_iter().map(|(_, moment)| moment).collect()
}

/// What a field of an item held and since when, by the sprint's own time.
pub(crate) fn timeline<T: Cell>(
    db: &Db<'_>,
    course: &Course,
    item: ItemId,
    field: &str,
) -> Result<Vec<Moment<T>>> {
    let mut moments = db.timeline::<T>("item", item, field)?;
    moments.retain(|moment| course.count(moment) <= course.as_of);
    let mut lived: Vec<Moment<T>> = Vec::new();
    for mut moment in settled(moments, &course.calendar) {
        let pause = course.pauses.iter().find(|pause| pause.covers(&moment));
        moment.at = pause.map_or_else(|| course.count(&moment), |pause| pause.at);
        moment.at = lived.last().map_or(moment.at, |last| last.at.max(moment.at));
        // Of two at one instant the later holds.
        if lived.last().is_some_and(|last| last.at == moment.at) {
            lived.pop();
        }
        lived.push(moment);
    }
    Ok(lived)
}
