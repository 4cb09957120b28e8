//! The history of an item as its sprint lived it. A close may be taken back: from the close until then the sprint had
//! ended, and what happened meanwhile is no part of its course. It counts from when the sprint went on, so that what the
//! close carried away and the undo brought back never left.

use std::collections::HashMap;

use chrono::{DateTime, TimeDelta, Utc};
use lineout_domain::calendar::Calendar;
use lineout_domain::figures::burndown::Interval;
use lineout_domain::ids::{ActionId, ItemId, SprintId};
use lineout_store::{Cell, Db, Moment, record as rows};

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

/// What a sprint counts of the history, and until when.
pub(crate) struct Course {
    /// When the sprint had ended, and went on because its end was taken back.
    pub(crate) pauses: Vec<Interval>,
    /// Whose days decide what was taken back at once.
    pub(crate) calendar: Calendar,
    /// What happened later is unknown.
    pub(crate) as_of: DateTime<Utc>,
    began: Option<Began>,
}

/// The start of a sprint: when it was, by which action, and where that is in the history.
#[derive(Clone, Copy)]
struct Began {
    at: DateTime<Utc>,
    action: ActionId,
    mark: i64,
}

impl Began {
    fn read(db: &Db<'_>, sprint: &rows::Sprint) -> Result<Option<Self>> {
        let starts = db.timeline::<Option<DateTime<Utc>>>("sprint", sprint.id, "started_at")?;
        let start = starts.into_iter().rfind(|moment| moment.value.flatten().is_some());
        Ok(start.zip(sprint.started_at).map(|(start, at)| Self {
            at,
            action: start.action,
            mark: start.mark,
        }))
    }

    /// The first instant after it.
    fn past(self) -> DateTime<Utc> {
        self.at + TimeDelta::milliseconds(1)
    }
}

impl Course {
    pub(crate) fn read(
        db: &Db<'_>,
        sprint: &rows::Sprint,
        calendar: Calendar,
        as_of: DateTime<Utc>,
    ) -> Result<Self> {
        Ok(Self { pauses: pauses(db, sprint.id)?, calendar, as_of, began: Began::read(db, sprint)? })
    }

    /// When something counts as having happened. What came after the start is after it, even where a clock that was set
    /// back says otherwise: nothing joins a commitment that is frozen.
    fn count<T>(&self, moment: &Moment<T>) -> DateTime<Utc> {
        match self.began {
            Some(began)
                if moment.mark > began.mark && moment.action != began.action && moment.at <= began.at =>
            {
                began.past()
            }
            _ => moment.at,
        }
    }
}

/// The present of a sprint: the clock, or what was last done in it where the clock stands behind that.
pub(crate) fn present(db: &Db<'_>, sprint: &rows::Sprint, now: DateTime<Utc>) -> Result<DateTime<Utc>> {
    let Some(began) = Began::read(db, sprint)? else { return Ok(now) };
    let floor = match db.newest_change(&db.items_ever_in(sprint.id)?, began.action)? {
        Some((mark, at)) if mark > began.mark => at.max(began.past()),
        _ => began.at,
    };
    Ok(now.max(floor))
}

/// A history without what was taken back on the day it was done: a slip of the hand, corrected. What is taken back
/// later stays, as a change and a change back, because yesterday's value never changes by what is done today.
pub(crate) fn settled<T>(moments: Vec<Moment<T>>, calendar: &Calendar) -> Vec<Moment<T>> {
    // Beside each, the action that it stands for: a redo is the action that it brings back.
    let mut kept: Vec<(ActionId, Moment<T>)> = Vec::with_capacity(moments.len());
    let mut dropped: HashMap<ActionId, ActionId> = HashMap::new();
    for moment in moments {
        let same_day = |other: &Moment<T>| calendar.day_of(other.at) == calendar.day_of(moment.at);
        let turned = moment.undoes.map(|undone| (undone, dropped.get(&undone).copied()));
        match (turned, kept.last()) {
            (Some((undone, _)), Some((last, before))) if *last == undone && same_day(before) => {
                dropped.insert(moment.action, undone);
                kept.pop();
            }
            (Some((_, Some(original))), _) => kept.push((original, moment)),
            _ => kept.push((moment.action, moment)),
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
    let pauses = &course.pauses;
    let mut moments = db.timeline::<T>("item", item, field)?;
    moments.retain(|moment| course.count(moment) <= course.as_of);
    let mut lived: Vec<Moment<T>> = Vec::new();
    for mut moment in settled(moments, &course.calendar) {
        moment.at = course.count(&moment);
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
