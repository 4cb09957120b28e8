//! `retro.timeline`: the sprint that a retrospective looks back on, read from the history, to remember by.

use chrono::{DateTime, NaiveDate, Utc};
use lineout_domain::calendar::Calendar;
use lineout_domain::figures::burndown::EventKind as Moved;
use lineout_domain::ids::ItemId;
use lineout_store::Db;
use lineout_store::record::{self, Record};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::find;
use super::get::NameRetro;
use crate::context::View;
use crate::error::Result;
use crate::impediment::{self, blocked};
use crate::product::calendar;
use crate::sprint::burndown::{self, Burndown, GetBurndown};
use crate::sprint::samples;
use crate::wire::{count, responses};

/// What a mark on the timeline is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub enum MarkKind {
    /// The sprint began.
    Started,
    /// An item came into it.
    Added,
    /// An item left it.
    Removed,
    /// An item in it was cancelled.
    Cancelled,
    /// An item was estimated anew.
    Reestimated,
    /// An item was Done.
    Done,
    /// An item was Done no longer.
    Reopened,
    /// Something was in the way.
    Impediment,
    /// Something was down.
    Incident,
    /// An item was blocked.
    Blocked,
    /// An increment was released.
    Released,
    /// A Daily Scrum was held; with how sure the team was of the Sprint Goal, where it said so.
    Daily,
    /// The sprint ended.
    Ended,
}

responses! {
    /// What happened in a sprint.
    pub struct RetroTimeline {
        /// The sprint; none when the retrospective looks back on none in particular.
        pub sprint: Option<Uuid>,
        /// Its first instant.
        pub from: Option<DateTime<Utc>>,
        /// Its end; the planned one while it runs.
        pub to: Option<DateTime<Utc>>,
        /// Its days.
        pub days: Vec<TimelineDay>,
        /// What happened, in the order of its beginning.
        pub marks: Vec<TimelineMark>,
        /// What it came to; none while it runs or when it was cancelled.
        pub figures: Option<RetroFigures>,
    }

    /// A day of the timeline.
    pub struct TimelineDay {
        /// The day.
        pub day: NaiveDate,
        /// Whether it was to be worked.
        pub working: bool,
        /// Its first instant.
        pub start: DateTime<Utc>,
    }

    /// Something that happened.
    pub struct TimelineMark {
        /// What it was.
        pub kind: MarkKind,
        /// When, or since when.
        pub at: DateTime<Utc>,
        /// Until when, of what lasted; what has not ended lasts until now.
        pub until: Option<DateTime<Utc>>,
        /// It still goes on.
        pub open: bool,
        /// HBR-12, IMP-3, or a version.
        pub key: String,
        /// A title.
        pub title: String,
        /// Points by which the scope or what remained changed.
        pub points: Option<f64>,
        /// Of a Daily Scrum, the mean of how sure the team was of the Sprint Goal, from 1 to 5.
        pub confidence: Option<f64>,
        /// The item, where it is about one.
        pub item: Option<Uuid>,
    }

    /// What a sprint came to.
    pub struct RetroFigures {
        /// Points frozen at start.
        pub committed: f64,
        /// Of these, those that were completed.
        pub kept: f64,
        /// Points Done at close, of what was added later as well.
        pub completed: f64,
        /// Committed points completed ÷ points committed.
        pub say_do: Option<f64>,
        /// Items carried on whole.
        pub carried: u32,
        /// Items that were split: what was done of them counts, the rest went on.
        pub split: u32,
        /// Median days from beginning an item to its being Done, the first and the last counted.
        pub cycle_days: Option<f64>,
        /// How many items that rests on.
        pub cycle_items: u32,
    }
}

pub(crate) fn run(view: &View<'_>, request: NameRetro) -> Result<RetroTimeline> {
    let retro = find(&view.db, request.retro)?;
    let sprint = retro.sprint.map(|id| record::Sprint::get(&view.db, id)).transpose()?;
    let Some((sprint, start)) = sprint.and_then(|sprint| sprint.started_at.map(|start| (sprint, start)))
    else {
        return Ok(RetroTimeline {
            sprint: None,
            from: None,
            to: None,
            days: Vec::new(),
            marks: Vec::new(),
            figures: None,
        });
    };
    let end = sprint.ended_at.unwrap_or(view.now).max(start);
    let chart = burndown::run(view, GetBurndown { sprint: sprint.id.as_uuid(), as_of: None })?;
    let calendar = calendar(&view.db, &record::Product::get(&view.db, sprint.product)?)?;
    let items = view.db.items_ever_in(sprint.id)?;
    let span = (start, end);
    let mut marks = ends(&sprint, start);
    marks.extend(moves(&chart));
    marks.extend(troubles(&view.db, &sprint, span)?);
    marks.extend(blocks(&view.db, &items, span)?);
    marks.extend(releases(&view.db, &sprint, &calendar)?);
    marks.extend(dailies(&view.db, &sprint)?);
    marks.sort_by_key(|mark| (mark.at, mark.kind));
    let figures = figures(&view.db, &sprint, &calendar)?;
    // After the end of a sprint that was closed early nothing happened in it.
    let to = sprint.ended_at.map_or_else(|| end.max(chart.planned_end), |ended| ended.max(start));
    Ok(RetroTimeline {
        sprint: Some(sprint.id.as_uuid()),
        from: Some(start.min(chart.days.first().map_or(start, |day| day.start))),
        to: Some(to),
        days: days(&chart, &calendar, to),
        marks,
        figures,
    })
}

/// The days until an instant: as they were at the start, and those after them as they are to be worked now.
fn days(chart: &Burndown, calendar: &Calendar, to: DateTime<Utc>) -> Vec<TimelineDay> {
    let planned = chart.days.iter().map(|day| (day.day, day.working, day.start));
    let mut days: Vec<_> = planned.filter(|(_, _, start)| *start < to).collect();
    if chart.planned_end < to {
        let later = calendar.days(calendar.day_of(chart.planned_end), calendar.day_of(to));
        days.extend(later.into_iter().map(|day| (day.day, day.working, day.start)));
    }
    days.into_iter().map(|(day, working, start)| TimelineDay { day, working, start }).collect()
}

fn mark(kind: MarkKind, at: DateTime<Utc>, key: impl Into<String>, title: impl Into<String>) -> TimelineMark {
    let (key, title) = (key.into(), title.into());
    TimelineMark {
        kind,
        at,
        until: None,
        open: false,
        key,
        title,
        points: None,
        confidence: None,
        item: None,
    }
}

fn ends(sprint: &record::Sprint, start: DateTime<Utc>) -> Vec<TimelineMark> {
    let mut marks = vec![mark(MarkKind::Started, start, &sprint.name, &sprint.goal)];
    marks.extend(sprint.ended_at.map(|end| mark(MarkKind::Ended, end, &sprint.name, &sprint.goal)));
    marks
}

/// What came, left, was estimated anew, was Done and was not.
fn moves(chart: &Burndown) -> Vec<TimelineMark> {
    let kind = |kind| match kind {
        Moved::Added => MarkKind::Added,
        Moved::Removed => MarkKind::Removed,
        Moved::Cancelled => MarkKind::Cancelled,
        Moved::Reestimated => MarkKind::Reestimated,
        Moved::Done | Moved::Split => MarkKind::Done,
        Moved::Reopened => MarkKind::Reopened,
    };
    let events = chart.events.iter().map(|event| TimelineMark {
        points: Some(event.points),
        item: Some(event.item.item),
        ..mark(kind(event.kind.into()), event.at, &event.item.key, &event.item.title)
    });
    events.collect()
}

/// Impediments and incidents that lasted into the sprint.
fn troubles(
    db: &Db<'_>,
    sprint: &record::Sprint,
    span: (DateTime<Utc>, DateTime<Utc>),
) -> Result<Vec<TimelineMark>> {
    let mut marks = Vec::new();
    for row in db.impediments(sprint.product)? {
        let (key, title) = (impediment::key(&row), &row.title);
        marks.extend(lasted(MarkKind::Impediment, row.raised_at, row.resolved_at, span, &key, title));
        if let Some(began) = row.began_at {
            let end = row.restored_at.or(row.resolved_at);
            marks.extend(lasted(MarkKind::Incident, began, end, span, &key, title));
        }
    }
    Ok(marks)
}

fn blocks(db: &Db<'_>, items: &[ItemId], span: (DateTime<Utc>, DateTime<Utc>)) -> Result<Vec<TimelineMark>> {
    let mut marks = Vec::new();
    for item in items {
        let spans = blocked::spans(db, *item)?;
        if spans.is_empty() {
            continue;
        }
        let named = burndown::named(db, *item)?;
        for one in spans {
            let found = lasted(MarkKind::Blocked, one.from, one.to, span, &named.key, &named.title);
            marks.extend(found.map(|mark| TimelineMark { item: Some(item.as_uuid()), ..mark }));
        }
    }
    Ok(marks)
}

/// What lasted, as far as it did in the sprint; none that was over before it or began after it.
fn lasted(
    kind: MarkKind,
    from: DateTime<Utc>,
    to: Option<DateTime<Utc>>,
    (start, end): (DateTime<Utc>, DateTime<Utc>),
    key: &str,
    title: &str,
) -> Option<TimelineMark> {
    let open = to.is_none_or(|to| to > end);
    let until = to.unwrap_or(end).min(end);
    (from <= end && until >= start).then(|| TimelineMark {
        until: Some(until),
        open,
        ..mark(kind, from.max(start), key, title)
    })
}

fn releases(db: &Db<'_>, sprint: &record::Sprint, calendar: &Calendar) -> Result<Vec<TimelineMark>> {
    let increments = db.increments_of(sprint.id)?.into_iter();
    Ok(increments
        .filter_map(|row| {
            // The day is all that is known of it; its middle stands for it.
            let at = calendar.start_of(row.released_on?) + chrono::TimeDelta::hours(12);
            Some(mark(MarkKind::Released, at, row.version.unwrap_or_default(), row.name))
        })
        .collect())
}

/// Dailies that are over. Votes of one that lasts are nobody's business yet.
fn dailies(db: &Db<'_>, sprint: &record::Sprint) -> Result<Vec<TimelineMark>> {
    let mut marks = Vec::new();
    for daily in db.dailies(sprint.id)?.into_iter().filter(|daily| daily.ended_at.is_some()) {
        let votes: Vec<f64> =
            db.daily_votes(daily.id)?.iter().map(|vote| f64::from(vote.confidence)).collect();
        let mean = votes.iter().sum::<f64>() / votes.len() as f64;
        let confidence = (!votes.is_empty()).then_some(mean);
        marks.push(TimelineMark { confidence, ..mark(MarkKind::Daily, daily.started_at, "", "") });
    }
    Ok(marks)
}

fn figures(db: &Db<'_>, sprint: &record::Sprint, calendar: &Calendar) -> Result<Option<RetroFigures>> {
    use lineout_domain::sprint::{Outcome, State};
    if sprint.state != State::Closed {
        return Ok(None);
    }
    let row = db.sprint_record(sprint.id)?;
    let kept = db.record_items(row.id)?;
    let of = |outcomes: &[Outcome]| kept.iter().filter(|item| outcomes.contains(&item.outcome)).count();
    let mut days = samples::cycle_days(db, calendar, sprint, &row, &kept)?;
    days.sort_by(f64::total_cmp);
    let middle = days.len() / 2;
    let median = match (days.len(), days.get(middle)) {
        (even, Some(upper)) if even % 2 == 0 => days.get(middle - 1).map(|lower| (lower + upper) / 2.0),
        (_, found) => found.copied(),
    };
    Ok(Some(RetroFigures {
        committed: row.committed_points,
        kept: lineout_domain::item::round(row.committed_done),
        completed: row.completed_points,
        say_do: (row.committed_points > 0.0).then(|| row.committed_done / row.committed_points),
        carried: count(of(&[Outcome::Top, Outcome::Place, Outcome::Next])),
        split: count(of(&[Outcome::Split])),
        cycle_days: median,
        cycle_items: count(days.len()),
    }))
}
