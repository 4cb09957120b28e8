//! `sprint.burndown`: the chart as of now or any earlier instant. All of it follows from the history.

use chrono::{DateTime, NaiveDate, Utc};
use lineout_domain::figures::burndown::{
    self as figure, EstimateChange, Interval, ItemSpan, Spell, SprintSpan,
};
use lineout_domain::ids::{ItemId, PersonId, SprintId};
use lineout_domain::item::Resolution;
use lineout_store::record::{self as rows, Record};
use lineout_store::{Db, Moment};
use uuid::Uuid;

use super::find;
use super::lived::{self, Course};
use super::record::has_ended;
use crate::context::View;
use crate::error::{AppError, Result};
use crate::product::calendar;
use crate::wire::{count, requests, responses, wire_words};

wire_words! {
    /// What a scope change was.
    ScopeKind = lineout_domain::figures::burndown::ScopeKind { Added, Removed, Cancelled, Reestimated }
    /// What moved the line.
    EventKind = lineout_domain::figures::burndown::EventKind { Added, Removed, Cancelled, Reestimated, Done, Split, Reopened }
}

requests! {
    /// Asks for a sprint's burndown.
    pub struct GetBurndown {
        /// Of which sprint.
        pub sprint: Uuid,
        /// As of when; now, or the close, when left out.
        pub as_of: Option<DateTime<Utc>>,
    }
}

responses! {
    /// The remaining estimate of what is in the sprint and not Done, in points. A record keeps it as it was at the
    /// close, so a field that came later may be missing there.
    pub struct Burndown {
        /// The instant it is as of.
        pub as_of: DateTime<Utc>,
        /// When the sprint was started.
        pub start: DateTime<Utc>,
        /// 24:00 team time of the last day as it was planned at start.
        pub planned_end: DateTime<Utc>,
        /// When the sprint ended, if it had by then.
        pub end: Option<DateTime<Utc>>,
        /// Items that count 0 because nobody estimated them.
        pub unestimated: u32,
        /// Which these are.
        #[serde(default)]
        pub unestimated_items: Vec<ChartItem>,
        /// Points at start.
        pub committed: f64,
        /// Items at start.
        #[serde(default)]
        pub committed_items: u32,
        /// Points that remain.
        pub remaining: f64,
        /// Where the guideline is.
        pub guideline_now: f64,
        /// The same in items.
        #[serde(default)]
        pub guideline_items_now: f64,
        /// The line; a value holds until the next step.
        pub steps: Vec<Step>,
        /// Corners of the guideline.
        pub guideline: Vec<GuidelinePoint>,
        /// What came, left, was cancelled or was estimated anew after start; not what the close itself did.
        pub scope_changes: Vec<ScopeChange>,
        /// All that moved the line; with what stood at start they add up to what remains.
        #[serde(default)]
        pub events: Vec<LineEvent>,
        /// The sprint's days as they were at start.
        pub days: Vec<ChartDay>,
    }

    /// What remains from an instant on.
    pub struct Step {
        /// Since when.
        pub at: DateTime<Utc>,
        /// Points.
        pub remaining: f64,
        /// Items, unestimated ones included.
        pub items: u32,
    }

    /// A corner of the guideline.
    pub struct GuidelinePoint {
        /// When.
        pub at: DateTime<Utc>,
        /// Points that would remain.
        pub remaining: f64,
        /// Items that would, of those committed to.
        #[serde(default)]
        pub items: f64,
    }

    /// A scope change.
    pub struct ScopeChange {
        /// When.
        pub at: DateTime<Utc>,
        /// The item.
        pub item: Uuid,
        /// Its key.
        pub key: String,
        /// Its title.
        pub title: String,
        /// What happened.
        pub kind: ScopeKind,
        /// Points the scope grew by, negative when it shrank.
        pub delta: f64,
        /// Who did it.
        pub person: Option<Uuid>,
    }

    /// What happened to one item, and how far the line moved by it.
    pub struct LineEvent {
        /// When.
        pub at: DateTime<Utc>,
        /// The item.
        #[serde(flatten)]
        pub item: ChartItem,
        /// What happened.
        pub kind: EventKind,
        /// Points by which what remains grew, negative when it shrank.
        pub points: f64,
        /// Items by which it did.
        pub items: i32,
        /// Who did it.
        pub person: Option<Uuid>,
    }

    /// An item that a chart names.
    pub struct ChartItem {
        /// The item; it may have been deleted since.
        pub item: Uuid,
        /// Its key.
        pub key: String,
        /// Its title.
        pub title: String,
    }

    /// A day of the chart.
    pub struct ChartDay {
        /// The day.
        pub day: NaiveDate,
        /// Whether it was to be worked.
        pub working: bool,
        /// Its first instant.
        pub start: DateTime<Utc>,
    }
}

pub(crate) fn run(view: &View<'_>, request: GetBurndown) -> Result<Burndown> {
    let sprint = find(&view.db, request.sprint)?;
    // Of a sprint that was brought in from elsewhere the history knows no day.
    let whole = sprint.source.is_some()
        || request.as_of.is_none_or(|as_of| sprint.ended_at.is_some_and(|end| as_of >= end));
    if has_ended(&sprint) && whole {
        return Ok(super::record::SprintRecord::read(&view.db, sprint)?.burndown);
    }
    let as_of = match request.as_of {
        Some(as_of) => as_of,
        None => lived::present(&view.db, &sprint, view.now)?,
    };
    compute(&view.db, &sprint, as_of, &|_| false)
}

/// The burndown as of an instant, read off the history. Which items a close splits is known by the close alone.
pub(crate) fn compute(
    db: &Db<'_>,
    sprint: &rows::Sprint,
    as_of: DateTime<Utc>,
    splits: &dyn Fn(ItemId) -> bool,
) -> Result<Burndown> {
    let not_started = || {
        AppError::new(
            "sprint_not_started",
            format!("{} had not been started by then, so there is nothing to burn down.", sprint.name),
            "Start the sprint, or ask for a later instant.",
        )
    };
    let (Some(start), Some(frozen)) = (sprint.started_at, &sprint.calendar) else {
        return Err(not_started());
    };
    let product = rows::Product::get(db, sprint.product)?;
    let calendar = calendar(db, &product)?;
    let last = super::planned_last(sprint);
    let mut days = calendar.days(sprint.start_day, last);
    for (day, mark) in days.iter_mut().zip(frozen.bytes()) {
        day.working = mark == b'1';
    }
    let begun = calendar.day_of(start);
    days.retain(|day| day.day >= begun);
    let span = SprintSpan { start, planned_end: calendar.end_of(last), end: sprint.ended_at, days };
    let mut spans = Vec::new();
    let course = Course::read(db, sprint, calendar, as_of)?;
    for item in db.items_ever_in(sprint.id)? {
        let span = facts(db, sprint.id, &course, item)?;
        spans.push(ItemSpan { split: splits(item), ..span });
    }
    let chart = figure::burndown(&span, &spans, as_of).ok_or_else(not_started)?;
    wire(db, chart)
}

/// The burndown of facts that come from elsewhere.
pub(crate) fn chart(
    db: &Db<'_>,
    span: &SprintSpan,
    items: &[ItemSpan],
    as_of: DateTime<Utc>,
) -> Result<Burndown> {
    let chart =
        figure::burndown(span, items, as_of).ok_or_else(|| AppError::not_found("start of the sprint"))?;
    wire(db, chart)
}

/// What the burndown needs to know of one item.
fn facts(db: &Db<'_>, sprint: SprintId, course: &Course, item: ItemId) -> Result<ItemSpan> {
    let sprints = lived::timeline::<Option<SprintId>>(db, course, item, "sprint")?;
    let endings = lived::timeline::<Option<Resolution>>(db, course, item, "resolution")?;
    let estimates = lived::timeline::<Option<f64>>(db, course, item, "estimate")?;
    Ok(ItemSpan {
        item,
        membership: intervals(&sprints, |value| *value == Some(sprint)),
        cancelled: intervals(&endings, |value| *value == Some(Resolution::Cancelled)),
        estimates: estimates
            .iter()
            .filter_map(|moment| {
                Some(EstimateChange { at: moment.at, estimate: moment.value?, by: moment.author })
            })
            .collect(),
        done: intervals(&endings, |value| *value == Some(Resolution::Done)),
        split: false,
    })
}

/// The times in which a field held what `wanted` accepts, with who began and who ended each.
fn intervals<T>(moments: &[Moment<T>], wanted: impl Fn(&T) -> bool) -> Vec<Spell> {
    let mut found: Vec<Spell> = Vec::new();
    for moment in moments {
        let holds = moment.value.as_ref().is_some_and(&wanted);
        match found.last_mut().filter(|last| last.interval.to.is_none()) {
            Some(last) if !holds => {
                last.interval.to = Some(moment.at);
                last.ended_by = moment.author;
            }
            None if holds => found.push(Spell {
                interval: Interval { from: moment.at, to: None },
                begun_by: moment.author,
                ended_by: None,
            }),
            _ => {}
        }
    }
    found
}

fn wire(db: &Db<'_>, chart: figure::Burndown) -> Result<Burndown> {
    let by = |person: Option<PersonId>| person.map(|person| person.as_uuid());
    let mut scope_changes = Vec::with_capacity(chart.scope_changes.len());
    for change in &chart.scope_changes {
        let ChartItem { item, key, title } = named(db, change.item)?;
        let (kind, person) = (change.kind.into(), by(change.person));
        scope_changes.push(ScopeChange {
            at: change.at,
            item,
            key,
            title,
            kind,
            delta: change.delta,
            person,
        });
    }
    let mut events = Vec::with_capacity(chart.events.len());
    for event in &chart.events {
        events.push(LineEvent {
            at: event.at,
            item: named(db, event.item)?,
            kind: event.kind.into(),
            points: event.points,
            items: i32::try_from(event.items).unwrap_or_default(),
            person: by(event.person),
        });
    }
    Ok(Burndown {
        as_of: chart.as_of,
        start: chart.start,
        planned_end: chart.planned_end,
        end: chart.end,
        unestimated: count(chart.unestimated.len()),
        unestimated_items: chart.unestimated.iter().map(|item| named(db, *item)).collect::<Result<_>>()?,
        committed: chart.committed,
        committed_items: count(chart.committed_items),
        remaining: chart.remaining,
        guideline_now: chart.guideline_now,
        guideline_items_now: chart.guideline_items_now,
        steps: chart
            .steps
            .iter()
            .map(|step| Step { at: step.at, remaining: step.remaining, items: count(step.items) })
            .collect(),
        guideline: chart
            .guideline
            .iter()
            .map(|p| GuidelinePoint { at: p.at, remaining: p.remaining, items: p.items })
            .collect(),
        scope_changes,
        events,
        days: chart
            .days
            .iter()
            .map(|d| ChartDay { day: d.day, working: d.working, start: d.start })
            .collect(),
    })
}

/// An item by the name it last had: it may be gone.
pub(crate) fn named(db: &Db<'_>, item: ItemId) -> Result<ChartItem> {
    let titles = db.timeline::<String>("item", item, "title")?;
    Ok(ChartItem {
        item: item.as_uuid(),
        key: db.name_of("item", &item.to_string())?.unwrap_or_default(),
        title: titles.into_iter().rev().find_map(|moment| moment.value).unwrap_or_default(),
    })
}
