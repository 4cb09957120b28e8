//! The burndown: the remaining estimate of the items in a sprint that are not Done, as a step line over instants.
//!
//! It is a function of dated facts alone, so that what it says about yesterday cannot change because of today: facts
//! after the instant asked about are not looked at, and the guideline depends on the commitment only.
//!
//! ```text
//! 13 ┐╲
//!    └─┐╲______          solid: remaining; sloped: guideline, flat on days that are not worked
//!  8   └────┐  ╲
//!           └─┐ ╲
//!  0 ─────────┴──╲
//!    start     planned end
//! ```
//!
//! At one instant, what was so before is compared with what is so after: an item that is estimated and taken in by one
//! action joins with that estimate, and one that leaves and comes back at once never left. What the close itself does is
//! no change of scope: it carries away what is unfinished, and makes the done part of what it splits Done. What remains of
//! a split was not done in the sprint, so it stays on the line like everything else that is carried away.

mod guideline;

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};

use crate::calendar::CalendarDay;
use crate::ids::{ItemId, PersonId};
use crate::item;
use crate::word::words;

/// A time from one instant until another, the end not included; without an end it still lasts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Interval {
    /// First instant.
    pub from: DateTime<Utc>,
    /// First instant past it.
    pub to: Option<DateTime<Utc>>,
}

/// A time in which something was so of an item: it belonged to the sprint, or it was Done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spell {
    /// From when until when.
    pub interval: Interval,
    /// Who began it: took the item in, said that it is Done.
    pub begun_by: Option<PersonId>,
    /// Who ended it: took the item out, reopened it.
    pub ended_by: Option<PersonId>,
}

/// An estimate from an instant on.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct EstimateChange {
    /// Since when.
    pub at: DateTime<Utc>,
    /// Points; `None` when it was cleared.
    pub estimate: Option<f64>,
    /// Who estimated.
    pub by: Option<PersonId>,
}

/// All that a burndown needs to know of one item. Items that were never in the sprint do no harm.
#[derive(Debug, Clone, PartialEq)]
pub struct ItemSpan {
    /// The item.
    pub item: ItemId,
    /// When it was in the sprint.
    pub membership: Vec<Spell>,
    /// When it was cancelled: then it does not belong to the sprint, wherever it is.
    pub cancelled: Vec<Spell>,
    /// Its estimates, the creation's included; of two at one instant the later in the list holds.
    pub estimates: Vec<EstimateChange>,
    /// When it was Done.
    pub done: Vec<Spell>,
    /// The close splits it: then its estimate at the close is that of its done part, and the rest remains.
    pub split: bool,
}

/// The time of a sprint that was started.
#[derive(Debug, Clone, PartialEq)]
pub struct SprintSpan {
    /// When it was started.
    pub start: DateTime<Utc>,
    /// The planned end as it was at start: 24:00 team time of the last day.
    pub planned_end: DateTime<Utc>,
    /// When it was closed or cancelled.
    pub end: Option<DateTime<Utc>>,
    /// The days from the day of the start on, worked or not as they were at start. Before the first one given the
    /// guideline is flat.
    pub days: Vec<CalendarDay>,
}

words! {
    "scope change";
    /// What a scope change was.
    pub enum ScopeKind {
        /// An item came in after start.
        Added => "added",
        /// An item left before the end.
        Removed => "removed",
        /// An item in the sprint was cancelled.
        Cancelled => "cancelled",
        /// An item in the sprint was estimated anew.
        Reestimated => "reestimated",
    }
}

/// An item that came, left or was estimated anew after start.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ScopeChange {
    /// When.
    pub at: DateTime<Utc>,
    /// The item.
    pub item: ItemId,
    /// What happened.
    pub kind: ScopeKind,
    /// Points the scope grew by, negative when it shrank.
    pub delta: f64,
    /// Who did it.
    pub person: Option<PersonId>,
}

words! {
    "burndown event";
    /// What happened to an item of a sprint that runs.
    pub enum EventKind {
        /// It came in.
        Added => "added",
        /// It left.
        Removed => "removed",
        /// It was cancelled.
        Cancelled => "cancelled",
        /// It was estimated anew.
        Reestimated => "reestimated",
        /// It became Done.
        Done => "done",
        /// The close split it: its done part is Done, and the rest of it remains.
        Split => "split",
        /// It was Done no longer.
        Reopened => "reopened",
    }
}

impl From<ScopeKind> for EventKind {
    fn from(kind: ScopeKind) -> Self {
        match kind {
            ScopeKind::Added => Self::Added,
            ScopeKind::Removed => Self::Removed,
            ScopeKind::Cancelled => Self::Cancelled,
            ScopeKind::Reestimated => Self::Reestimated,
        }
    }
}

/// What happened to one item at one instant, and how far the line moved by it. The commitment and all events up to an
/// instant add up to what remains then.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Event {
    /// When.
    pub at: DateTime<Utc>,
    /// The item.
    pub item: ItemId,
    /// What happened.
    pub kind: EventKind,
    /// Points by which what remains grew, negative when it shrank.
    pub points: f64,
    /// Items by which it did.
    pub items: i64,
    /// Who did it.
    pub person: Option<PersonId>,
}

/// What remains from an instant until the next step.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Step {
    /// Since when.
    pub at: DateTime<Utc>,
    /// Points of the items in the sprint that are not Done.
    pub remaining: f64,
    /// How many these are, unestimated ones included.
    pub items: usize,
}

/// A corner of the guideline.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct GuidelinePoint {
    /// When.
    pub at: DateTime<Utc>,
    /// Points that would remain.
    pub remaining: f64,
    /// Items that would, of those committed to.
    pub items: f64,
}

/// A burndown as of an instant.
#[derive(Debug, Clone, PartialEq)]
pub struct Burndown {
    /// The instant it is as of.
    pub as_of: DateTime<Utc>,
    /// When the sprint was started.
    pub start: DateTime<Utc>,
    /// The planned end as it was at start.
    pub planned_end: DateTime<Utc>,
    /// When the sprint ended, if it had by then.
    pub end: Option<DateTime<Utc>>,
    /// Points in the sprint at start.
    pub committed: f64,
    /// Items in the sprint at start.
    pub committed_items: usize,
    /// Points that remain as of the instant, or remained at the end.
    pub remaining: f64,
    /// Items that count 0 in what remains because nobody estimated them.
    pub unestimated: Vec<ItemId>,
    /// Where the guideline is as of the instant.
    pub guideline_now: f64,
    /// The same in items.
    pub guideline_items_now: f64,
    /// The line, from the start on, by instant.
    pub steps: Vec<Step>,
    /// The guideline's corners, by instant.
    pub guideline: Vec<GuidelinePoint>,
    /// Scope changes, by instant.
    pub scope_changes: Vec<ScopeChange>,
    /// All that moved the line, by instant: scope changes, items Done, items reopened.
    pub events: Vec<Event>,
    /// The days given.
    pub days: Vec<CalendarDay>,
}

/// The burndown of a sprint as of an instant; `None` when it had not been started by then.
pub fn burndown(sprint: &SprintSpan, items: &[ItemSpan], as_of: DateTime<Utc>) -> Option<Burndown> {
    if as_of < sprint.start {
        return None;
    }
    let ended = sprint.end.filter(|end| *end <= as_of);
    let counts = |at: DateTime<Utc>| at > sprint.start && at <= as_of && ended.is_none_or(|end| at <= end);

    let mut changes: BTreeMap<DateTime<Utc>, (i64, i64)> = BTreeMap::from([(sprint.start, (0, 0))]);
    let (mut scope_changes, mut events) = (Vec::new(), Vec::new());
    let mut unestimated = Vec::new();
    let (mut committed, mut committed_items) = (0, 0);
    for item in items {
        let begin = item.at(sprint.start);
        committed += begin.scope();
        committed_items += usize::from(begin.member);
        let first = changes.entry(sprint.start).or_default();
        *first = (first.0 + begin.remaining(), first.1 + begin.open());

        let mut now = begin;
        for at in item.instants().filter(|at| counts(*at)) {
            let mut after = item.at(at);
            // The close carries what is unfinished away, which is no change of the sprint's scope; the done part of
            // what it splits is Done in the sprint.
            if ended == Some(at) {
                after.member = now.member;
            }
            // What is Done of an item that the close splits is known by the close alone: no new estimate.
            let splits = item.split && ended == Some(at) && now.open() > 0;
            if splits {
                after = now.less(after.estimate);
            } else {
                scope_changes.extend(item.scope_change(at, now, after));
            }
            let change = changes.entry(at).or_default();
            *change = (change.0 + after.remaining() - now.remaining(), change.1 + after.open() - now.open());
            events.extend(item.event(at, now, after, splits));
            now = after;
        }
        if now.open() > 0 && now.estimate.is_none() {
            unestimated.push(item.item);
        }
    }
    scope_changes.sort_by_key(|change| (change.at, change.item));
    events.sort_by_key(|event| (event.at, event.item));
    let steps = steps(&changes);
    let committed = points(committed);
    Some(Burndown {
        as_of,
        start: sprint.start,
        planned_end: sprint.planned_end,
        end: ended,
        committed,
        committed_items,
        remaining: steps.last().map_or(0.0, |step| step.remaining),
        unestimated,
        guideline_now: guideline::at(sprint, committed, as_of),
        guideline_items_now: guideline::at(sprint, committed_items as f64, as_of),
        steps,
        guideline: guideline::corners(sprint, committed, committed_items),
        scope_changes,
        events,
        days: sprint.days.clone(),
    })
}

/// The first instant, and every later one at which something changed in sum.
fn steps(changes: &BTreeMap<DateTime<Utc>, (i64, i64)>) -> Vec<Step> {
    let (mut remaining, mut items) = (0, 0);
    let mut steps: Vec<Step> = Vec::with_capacity(changes.len());
    for (at, change) in changes {
        if steps.is_empty() || *change != (0, 0) {
            (remaining, items) = (remaining + change.0, items + change.1);
            let items = usize::try_from(items).expect("BUG: fewer than no items remain");
            steps.push(Step { at: *at, remaining: points(remaining), items });
        }
    }
    steps
}

/// What is so of an item from an instant on.
#[derive(Clone, Copy)]
struct Facts {
    member: bool,
    done: bool,
    /// In hundredths of a point: sums of whole numbers leave no dust.
    estimate: Option<i64>,
}

impl Facts {
    fn scope(self) -> i64 {
        if self.member { self.estimate.unwrap_or(0) } else { 0 }
    }

    fn remaining(self) -> i64 {
        if self.done { 0 } else { self.scope() }
    }

    fn open(self) -> i64 {
        i64::from(self.member && !self.done)
    }

    /// What remains when so much of it is done; of what nobody estimated nobody knows what remains.
    fn less(self, done: Option<i64>) -> Self {
        Self { estimate: self.estimate.map(|whole| (whole - done.unwrap_or(0)).max(0)), ..self }
    }
}

impl ItemSpan {
    fn at(&self, at: DateTime<Utc>) -> Facts {
        let within = |interval: &Interval| interval.from <= at && interval.to.is_none_or(|to| at < to);
        let estimate = self.estimates.iter().filter(|change| change.at <= at).max_by_key(|change| change.at);
        Facts {
            member: self.membership.iter().any(|one| within(&one.interval))
                && !self.cancelled.iter().any(|one| within(&one.interval)),
            done: self.done.iter().any(|one| within(&one.interval)),
            estimate: estimate.and_then(|change| change.estimate).map(hundredths),
        }
    }

    /// Every instant at which something changed, ascending.
    fn instants(&self) -> impl Iterator<Item = DateTime<Utc>> {
        let spells = self.membership.iter().chain(&self.cancelled).chain(&self.done);
        let intervals = spells.map(|spell| &spell.interval);
        let mut instants: Vec<DateTime<Utc>> = intervals
            .flat_map(|interval| [Some(interval.from), interval.to])
            .flatten()
            .chain(self.estimates.iter().map(|change| change.at))
            .collect();
        instants.sort();
        instants.dedup();
        instants.into_iter()
    }

    fn scope_change(&self, at: DateTime<Utc>, before: Facts, after: Facts) -> Option<ScopeChange> {
        let (kind, person) = match (before.member, after.member) {
            (false, true) => {
                let joined = self.membership.iter().find(|one| one.interval.from == at);
                let revived = || self.cancelled.iter().find(|one| one.interval.to == Some(at));
                let by = joined.and_then(|one| one.begun_by).or_else(|| revived()?.ended_by);
                (ScopeKind::Added, by)
            }
            (true, false) => match self.cancelled.iter().find(|one| one.interval.from == at) {
                Some(cancelled) => (ScopeKind::Cancelled, cancelled.begun_by),
                None => {
                    let left = self.membership.iter().find(|one| one.interval.to == Some(at));
                    (ScopeKind::Removed, left.and_then(|one| one.ended_by))
                }
            },
            (true, true) if before.estimate != after.estimate => {
                let estimated = self.estimates.iter().rev().find(|change| change.at == at);
                (ScopeKind::Reestimated, estimated.and_then(|change| change.by))
            }
            _ => return None,
        };
        let delta = points(after.scope() - before.scope());
        Some(ScopeChange { at, item: self.item, kind, delta, person })
    }

    /// Coming in and leaving say more than Done, and Done more than a new estimate.
    fn event(&self, at: DateTime<Utc>, before: Facts, after: Facts, splits: bool) -> Option<Event> {
        let stayed = before.member && after.member;
        let finished = || self.done.iter().find(|one| one.interval.from == at).and_then(|one| one.begun_by);
        let (kind, person) = match (before.done, after.done) {
            _ if splits => (EventKind::Split, finished()),
            (false, true) if stayed => (EventKind::Done, finished()),
            (true, false) if stayed => {
                let over = self.done.iter().find(|one| one.interval.to == Some(at));
                (EventKind::Reopened, over.and_then(|one| one.ended_by))
            }
            _ => {
                let change = self.scope_change(at, before, after)?;
                (change.kind.into(), change.person)
            }
        };
        let points = points(after.remaining() - before.remaining());
        Some(Event { at, item: self.item, kind, points, items: after.open() - before.open(), person })
    }
}

fn hundredths(points: f64) -> i64 {
    (points * 100.0).round() as i64
}

fn points(hundredths: i64) -> f64 {
    item::round(hundredths as f64 / 100.0)
}

#[cfg(test)]
#[path = "burndown/tests.rs"]
mod tests;
