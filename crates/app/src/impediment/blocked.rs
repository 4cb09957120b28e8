//! How long impediments held items up, read from the history: an item is blocked while an open impediment names it and
//! the item itself is neither done nor cancelled.

use chrono::{DateTime, Utc};
use lineout_domain::calendar::Calendar;
use lineout_domain::figures::blocked::{blocked, intersection, union, while_so};
use lineout_domain::figures::resolution::{Period, Trouble};
use lineout_domain::ids::{ImpedimentId, ItemId, SprintId};
use lineout_domain::impediment::State;
use lineout_domain::item::Resolution;
use lineout_store::Db;

use crate::error::{AppError, Result};
use crate::wire::responses;

responses! {
    /// How long an item was blocked.
    pub struct BlockedTime {
        /// By the clock, in hours.
        pub hours: f64,
        /// On working days only, in hours.
        pub working_hours: f64,
        /// Since when it is blocked without a break; none when it is not.
        pub since: Option<DateTime<Utc>>,
    }
}

impl BlockedTime {
    /// Of an item so far; none when nothing ever blocked it.
    pub(crate) fn read(
        db: &Db<'_>,
        item: ItemId,
        calendar: &Calendar,
        now: DateTime<Utc>,
    ) -> Result<Option<Self>> {
        let spans = spans(db, item)?;
        let found = blocked(&spans, calendar, Period::until(now));
        Ok((!spans.is_empty()).then_some(Self {
            hours: found.hours,
            working_hours: found.working_hours,
            since: found.since,
        }))
    }
}

/// When an item was blocked.
pub(crate) fn spans(db: &Db<'_>, item: ItemId) -> Result<Vec<Trouble>> {
    let mut obstacles = Vec::new();
    for tie in db.blocking_ties(item)? {
        let named = db.timeline::<ItemId>("impediment_item", tie, "item")?;
        let named = while_so(named.iter().map(|moment| (moment.at, moment.value == Some(item))));
        let impediment = db.field_of("impediment_item", &tie.to_string(), "impediment")?;
        let impediment: Option<ImpedimentId> = impediment.and_then(|id| id.parse().ok());
        let impediment = impediment.ok_or_else(|| AppError::not_found("impediment"))?;
        let states = db.timeline::<State>("impediment", impediment, "state")?;
        let open = while_so(
            states
                .iter()
                .map(|moment| (moment.at, moment.value.is_some_and(|state| state != State::Resolved))),
        );
        obstacles.extend(intersection(&named, &open));
    }
    if obstacles.is_empty() {
        return Ok(obstacles);
    }
    let ends = db.timeline::<Option<Resolution>>("item", item, "resolution")?;
    let open = while_so(ends.iter().map(|moment| (moment.at, moment.value == Some(None))));
    Ok(intersection(&union(obstacles), &open))
}

/// When an item was in each sprint that it ever was in.
pub(super) fn sprints(db: &Db<'_>, item: ItemId) -> Result<Vec<(SprintId, Vec<Trouble>)>> {
    let moments = db.timeline::<Option<SprintId>>("item", item, "sprint")?;
    let mut sprints: Vec<SprintId> = moments.iter().filter_map(|moment| moment.value.flatten()).collect();
    sprints.sort_unstable();
    sprints.dedup();
    let spans = |sprint: SprintId| {
        while_so(moments.iter().map(|moment| (moment.at, moment.value == Some(Some(sprint)))))
    };
    Ok(sprints.into_iter().map(|sprint| (sprint, spans(sprint))).collect())
}
