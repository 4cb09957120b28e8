//! A two-week sprint in Berlin, told fact by fact.

use chrono::{NaiveDate, TimeDelta};
use chrono_tz::Tz;
use proptest::prelude::*;
use uuid::Uuid;

use super::*;
use crate::calendar::{Calendar, Weekdays};

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

/// Noon in Berlin on a day of March 2026, before summer time.
fn noon(day: u32) -> DateTime<Utc> {
    at(&format!("2026-03-{day:02}T11:00:00Z"))
}

fn id(n: u128) -> ItemId {
    ItemId::new(Uuid::from_u128(n))
}

fn person(n: u128) -> Option<PersonId> {
    Some(PersonId::new(Uuid::from_u128(n)))
}

/// Monday 2 March, 00:00 team time, to the end of Friday 13 March.
fn sprint() -> SprintSpan {
    let calendar = Calendar::new(Tz::Europe__Berlin, Weekdays::MONDAY_TO_FRIDAY);
    let day = |day| NaiveDate::from_ymd_opt(2026, 3, day).unwrap();
    SprintSpan {
        start: at("2026-03-01T23:00:00Z"),
        planned_end: calendar.end_of(day(13)),
        end: None,
        days: calendar.days(day(2), day(13)),
    }
}

/// An item estimated and taken in before the sprint.
fn item(n: u128, estimate: Option<f64>) -> ItemSpan {
    let before = at("2026-02-20T09:00:00Z");
    ItemSpan {
        item: id(n),
        membership: vec![Spell {
            interval: Interval { from: before, to: None },
            begun_by: person(1),
            ended_by: None,
        }],
        cancelled: vec![],
        estimates: vec![EstimateChange { at: before, estimate, by: person(1) }],
        done: vec![],
        split: false,
    }
}

impl ItemSpan {
    /// As the close splits it: so much of it is done.
    fn split(self, at: DateTime<Utc>, done: Option<f64>) -> Self {
        Self { split: true, ..self.estimated(at, done, 1).done(at, None) }
    }

    fn added(mut self, at: DateTime<Utc>, by: u128) -> Self {
        self.membership[0].interval.from = at;
        self.membership[0].begun_by = person(by);
        self
    }

    fn removed(mut self, at: DateTime<Utc>, by: u128) -> Self {
        self.membership[0].interval.to = Some(at);
        self.membership[0].ended_by = person(by);
        self
    }

    fn estimated(mut self, at: DateTime<Utc>, estimate: Option<f64>, by: u128) -> Self {
        self.estimates.push(EstimateChange { at, estimate, by: person(by) });
        self
    }

    fn cancelled(mut self, from: DateTime<Utc>, to: Option<DateTime<Utc>>) -> Self {
        self.cancelled.push(Spell {
            interval: Interval { from, to },
            begun_by: person(6),
            ended_by: person(7),
        });
        self
    }

    fn done(mut self, from: DateTime<Utc>, to: Option<DateTime<Utc>>) -> Self {
        self.done.push(Spell { interval: Interval { from, to }, begun_by: person(8), ended_by: person(9) });
        self
    }
}

fn line(burndown: &Burndown) -> Vec<(DateTime<Utc>, f64, usize)> {
    burndown.steps.iter().map(|step| (step.at, step.remaining, step.items)).collect()
}

type Told = (DateTime<Utc>, ItemId, ScopeKind, f64, Option<PersonId>);

fn scope(burndown: &Burndown) -> Vec<Told> {
    let told = |change: &ScopeChange| (change.at, change.item, change.kind, change.delta, change.person);
    burndown.scope_changes.iter().map(told).collect()
}

type Happened = (DateTime<Utc>, ItemId, EventKind, f64, i64, Option<PersonId>);

fn events(burndown: &Burndown) -> Vec<Happened> {
    let told = |one: &Event| (one.at, one.item, one.kind, one.points, one.items, one.person);
    burndown.events.iter().map(told).collect()
}

#[test]
fn a_sprint_told_in_steps() {
    let items = [
        item(1, Some(5.0)).done(noon(4), None),
        item(2, Some(8.0)).estimated(noon(5), Some(13.0), 2),
        item(3, None),
        item(4, Some(3.0)).added(noon(6), 3),
        item(5, Some(2.0)).removed(noon(9), 4),
        // Done, reopened, done again.
        item(6, Some(1.0)).done(noon(3), Some(noon(5))).done(noon(10), None),
        // Never in this sprint while it ran.
        item(7, Some(40.0)).removed(at("2026-02-25T09:00:00Z"), 1),
    ];
    let found = burndown(&sprint(), &items, noon(11)).unwrap();
    assert_eq!((found.committed, found.committed_items), (16.0, 5));
    assert_eq!(
        line(&found),
        [
            (sprint().start, 16.0, 5),
            (noon(3), 15.0, 4),
            (noon(4), 10.0, 3),
            (noon(5), 16.0, 4),
            (noon(6), 19.0, 5),
            (noon(9), 17.0, 4),
            (noon(10), 16.0, 3),
        ]
    );
    assert_eq!(
        scope(&found),
        [
            (noon(5), id(2), ScopeKind::Reestimated, 5.0, person(2)),
            (noon(6), id(4), ScopeKind::Added, 3.0, person(3)),
            (noon(9), id(5), ScopeKind::Removed, -2.0, person(4)),
        ]
    );
    assert_eq!(
        events(&found),
        [
            (noon(3), id(6), EventKind::Done, -1.0, -1, person(8)),
            (noon(4), id(1), EventKind::Done, -5.0, -1, person(8)),
            (noon(5), id(2), EventKind::Reestimated, 5.0, 0, person(2)),
            (noon(5), id(6), EventKind::Reopened, 1.0, 1, person(9)),
            (noon(6), id(4), EventKind::Added, 3.0, 1, person(3)),
            (noon(9), id(5), EventKind::Removed, -2.0, -1, person(4)),
            (noon(10), id(6), EventKind::Done, -1.0, -1, person(8)),
        ]
    );
    assert_eq!((found.remaining, found.unestimated), (16.0, vec![id(3)]));
}

#[test]
fn what_is_in_at_the_very_start_is_the_commitment() {
    let start = sprint().start;
    let items = [
        item(1, Some(5.0)).added(start, 1),
        item(2, Some(3.0)).estimated(start, Some(8.0), 1),
        item(3, Some(2.0)).added(start + TimeDelta::milliseconds(1), 1),
    ];
    let found = burndown(&sprint(), &items, noon(3)).unwrap();
    assert_eq!(found.committed, 13.0);
    assert_eq!(found.scope_changes.len(), 1);
    assert_eq!(found.scope_changes[0].item, id(3));
}

#[test]
fn one_instant_is_one_change() {
    let items = [
        // Estimated by the action that takes it in.
        item(1, None).added(noon(4), 2).estimated(noon(4), Some(5.0), 2),
        // Estimated twice in one action: the last holds.
        item(2, Some(1.0)).estimated(noon(4), Some(2.0), 2).estimated(noon(4), Some(3.0), 2),
        // Done at the instant another of the same size comes in: the sum stands still.
        item(3, Some(7.0)).done(noon(5), None),
        item(4, Some(7.0)).added(noon(5), 2),
    ];
    let found = burndown(&sprint(), &items, noon(6)).unwrap();
    assert_eq!(line(&found), [(sprint().start, 8.0, 2), (noon(4), 15.0, 3)]);
    let deltas: Vec<f64> = found.scope_changes.iter().map(|change| change.delta).collect();
    assert_eq!(deltas, [5.0, 2.0, 7.0]);
}

#[test]
fn a_done_item_changes_the_scope_but_not_what_remains() {
    let done = |n| item(n, Some(5.0)).done(noon(3), None);
    let items = [done(1).estimated(noon(4), Some(8.0), 2), done(2).removed(noon(5), 2), item(3, Some(1.0))];
    let found = burndown(&sprint(), &items, noon(6)).unwrap();
    assert_eq!(line(&found), [(sprint().start, 11.0, 3), (noon(3), 1.0, 1)]);
    let deltas: Vec<f64> = found.scope_changes.iter().map(|change| change.delta).collect();
    assert_eq!(deltas, [3.0, -5.0]);
}

#[test]
fn the_close_is_no_event_of_the_line() {
    let mut closed = sprint();
    closed.end = Some(noon(13));
    let items = [
        item(1, Some(5.0)).done(noon(4), None),
        item(2, Some(8.0)).removed(noon(13), 1),
        item(3, None).removed(noon(13), 1),
    ];
    let found = burndown(&closed, &items, noon(20)).unwrap();
    assert_eq!(line(&found), [(closed.start, 13.0, 3), (noon(4), 8.0, 2)]);
    assert_eq!((found.remaining, found.unestimated.clone()), (8.0, vec![id(3)]));
    assert_eq!(found.scope_changes, []);
    assert_eq!((found.end, found.guideline_now), (Some(noon(13)), 0.0));
    // Before the close nobody knew of it.
    assert_eq!(burndown(&closed, &items, noon(12)).unwrap().end, None);
}

#[test]
fn what_the_close_makes_done_is_on_the_line() {
    let mut closed = sprint();
    closed.end = Some(noon(13));
    let split = item(1, Some(13.0)).split(noon(13), Some(8.0));
    let unknown = item(3, None).split(noon(13), Some(1.0));
    let items = [split, item(2, Some(2.0)).removed(noon(13), 1), unknown];
    let found = burndown(&closed, &items, noon(20)).unwrap();
    // The 5 that remain of the first were not done here, nor was what remains of the third.
    assert_eq!(line(&found), [(closed.start, 15.0, 3), (noon(13), 7.0, 3)]);
    assert_eq!((found.remaining, found.unestimated.clone()), (7.0, vec![id(3)]));
    assert_eq!(
        events(&found),
        [
            (noon(13), id(1), EventKind::Split, -8.0, 0, person(8)),
            (noon(13), id(3), EventKind::Split, 0.0, 0, person(8)),
        ]
    );
    // The split is the close's doing; that it was estimated anew before is not.
    assert_eq!(found.scope_changes, []);
    let split = item(1, Some(5.0)).estimated(noon(12), Some(13.0), 2);
    let found = burndown(&closed, &[split.split(noon(13), Some(8.0))], noon(20)).unwrap();
    assert_eq!(scope(&found), [(noon(12), id(1), ScopeKind::Reestimated, 8.0, person(2))]);
}

#[test]
fn what_is_cancelled_is_told_apart_from_what_left() {
    let items = [
        item(1, Some(5.0)).cancelled(noon(4), None),
        item(2, Some(3.0)).removed(noon(4), 2),
        // Cancelled, and taken up again.
        item(3, Some(2.0)).cancelled(noon(5), Some(noon(6))),
        // Cancelled after it had left: the sprint is none the wiser.
        item(4, Some(1.0)).removed(noon(5), 2).cancelled(noon(6), None),
    ];
    let found = burndown(&sprint(), &items, noon(11)).unwrap();
    assert_eq!(
        scope(&found),
        [
            (noon(4), id(1), ScopeKind::Cancelled, -5.0, person(6)),
            (noon(4), id(2), ScopeKind::Removed, -3.0, person(2)),
            (noon(5), id(3), ScopeKind::Cancelled, -2.0, person(6)),
            (noon(5), id(4), ScopeKind::Removed, -1.0, person(2)),
            (noon(6), id(3), ScopeKind::Added, 2.0, person(7)),
        ]
    );
    assert_eq!(found.events[0].kind, EventKind::Cancelled);
    assert_eq!(found.remaining, 2.0);
}

#[test]
fn before_the_start_there_is_none() {
    assert_eq!(burndown(&sprint(), &[], sprint().start - TimeDelta::milliseconds(1)), None);
    let empty = burndown(&sprint(), &[], sprint().start).unwrap();
    assert_eq!(line(&empty), [(sprint().start, 0.0, 0)]);
}

#[test]
fn the_guideline_is_flat_on_days_that_are_not_worked() {
    let found = burndown(&sprint(), &[item(1, Some(20.0))], noon(4)).unwrap();
    let corners: Vec<_> = found.guideline.iter().map(|corner| (corner.at, corner.remaining)).collect();
    assert_eq!(
        corners,
        [
            (at("2026-03-01T23:00:00Z"), 20.0),
            (at("2026-03-06T23:00:00Z"), 10.0),
            (at("2026-03-08T23:00:00Z"), 10.0),
            (at("2026-03-13T23:00:00Z"), 0.0),
        ]
    );
    // Wednesday noon: two and a half of ten working days.
    assert_eq!((found.guideline_now, found.guideline_items_now), (15.0, 0.75));
    assert_eq!(found.guideline.iter().map(|corner| corner.items).collect::<Vec<_>>(), [1.0, 0.5, 0.5, 0.0]);
    assert_eq!(burndown(&sprint(), &[item(1, Some(20.0))], noon(7)).unwrap().guideline_now, 10.0);
}

#[test]
fn guidelines_of_odd_sprints_still_reach_zero() {
    let weekend = SprintSpan { start: noon(7), planned_end: noon(8), ..sprint() };
    let late = SprintSpan { start: noon(16), ..sprint() };
    let unknown = SprintSpan { days: vec![], ..sprint() };
    // Started on Wednesday noon: the days before are not its own.
    let after = SprintSpan { start: noon(4), ..sprint() };
    for odd in [weekend, late, unknown, after] {
        let found = burndown(&odd, &[item(1, Some(10.0))], odd.start).unwrap();
        let first = found.guideline.first().unwrap();
        assert_eq!((first.at, first.remaining), (odd.start, 10.0));
        assert_eq!(found.guideline.last().unwrap().remaining, 0.0);
    }
}

/// Facts within the sprint, at instants that collide: whole days only, the start and the close among them.
fn facts() -> impl Strategy<Value = Vec<ItemSpan>> {
    let instant = || (0i64..14).prop_map(|day| sprint().start + TimeDelta::days(day));
    let span = || (instant(), prop::option::of(0i64..10));
    let one = (
        prop::collection::vec(span(), 0..3),
        prop::collection::vec((instant(), prop::option::of(0u32..5000)), 0..4),
        prop::collection::vec(span(), 0..3),
        prop::collection::vec(span(), 0..2),
    );
    prop::collection::vec(one, 0..8).prop_map(|items| {
        let interval = |(from, days): (DateTime<Utc>, Option<i64>)| Interval {
            from,
            to: days.map(|days| from + TimeDelta::days(days)),
        };
        let spell = |span| Spell { interval: interval(span), begun_by: None, ended_by: None };
        (0u128..)
            .zip(items)
            .map(|(n, (membership, estimates, done, cancelled))| ItemSpan {
                item: id(n),
                membership: membership.into_iter().map(spell).collect(),
                cancelled: cancelled.into_iter().map(spell).collect(),
                estimates: estimates
                    .into_iter()
                    .map(|(at, estimate)| EstimateChange {
                        at,
                        estimate: estimate.map(|hundredths| f64::from(hundredths) / 100.0),
                        by: None,
                    })
                    .collect(),
                done: done.into_iter().map(spell).collect(),
                split: false,
            })
            .collect()
    })
}

/// What remains at an instant, the plain way: look at every item there and then.
fn plain(items: &[ItemSpan], at: DateTime<Utc>) -> (i64, usize) {
    let within = |interval: &Interval| interval.from <= at && interval.to.is_none_or(|to| to > at);
    let open = items.iter().filter(|item| {
        item.membership.iter().any(|one| within(&one.interval))
            && !item.cancelled.iter().any(|one| within(&one.interval))
            && !item.done.iter().any(|one| within(&one.interval))
    });
    open.fold((0, 0), |(sum, count), item| {
        let mut estimates: Vec<&EstimateChange> = item.estimates.iter().filter(|one| one.at <= at).collect();
        estimates.sort_by_key(|one| one.at);
        let estimate = estimates.last().and_then(|one| one.estimate).unwrap_or(0.0);
        (sum + (estimate * 100.0).round() as i64, count + 1)
    })
}

proptest! {
    #[test]
    fn the_line_says_at_each_instant_what_remained_then(items in facts(), hours in 0i64..300) {
        let now = sprint().start + TimeDelta::hours(hours);
        let found = burndown(&sprint(), &items, sprint().start + TimeDelta::days(40)).unwrap();
        let step = found.steps.iter().rev().find(|step| step.at <= now).unwrap();
        let (remaining, count) = plain(&items, now);
        prop_assert_eq!(((step.remaining * 100.0).round() as i64, step.items), (remaining, count));
    }

    #[test]
    fn yesterday_does_not_change_because_of_today(items in facts(), earlier in 0i64..300, later in 0i64..300, close in 200i64..400) {
        let mut closing = sprint();
        closing.end = Some(closing.start + TimeDelta::hours(close));
        let early = closing.start + TimeDelta::hours(earlier);
        let late = early + TimeDelta::hours(later);
        let (then, now) = (burndown(&closing, &items, early).unwrap(), burndown(&closing, &items, late).unwrap());
        let steps: Vec<Step> = now.steps.iter().copied().filter(|step| step.at <= early).collect();
        prop_assert_eq!(&then.steps, &steps);
        let changes: Vec<ScopeChange> = now.scope_changes.iter().copied().filter(|change| change.at <= early).collect();
        prop_assert_eq!(&then.scope_changes, &changes);
        prop_assert_eq!(&then.guideline, &now.guideline);
    }

    #[test]
    fn scope_changes_account_for_the_scope(items in facts()) {
        let late = sprint().start + TimeDelta::days(40);
        let undone: Vec<ItemSpan> = items.into_iter().map(|item| ItemSpan { done: vec![], ..item }).collect();
        let found = burndown(&sprint(), &undone, late).unwrap();
        let changed: f64 = found.scope_changes.iter().map(|change| change.delta).sum();
        prop_assert!((found.committed + changed - found.remaining).abs() < 1e-6);
    }

    #[test]
    fn events_account_for_the_line(items in facts(), hours in 0i64..400) {
        let found = burndown(&sprint(), &items, sprint().start + TimeDelta::hours(hours)).unwrap();
        let moved: f64 = found.events.iter().map(|event| event.points).sum();
        prop_assert!((found.steps[0].remaining + moved - found.remaining).abs() < 1e-6);
        let (first, last) = (found.steps[0].items as i64, found.steps.last().unwrap().items as i64);
        prop_assert_eq!(first + found.events.iter().map(|event| event.items).sum::<i64>(), last);
    }

    #[test]
    fn the_guideline_never_rises(start in 0i64..330, committed in 0u32..1000) {
        let late = SprintSpan { start: sprint().start + TimeDelta::hours(start), ..sprint() };
        let found = burndown(&late, &[item(1, Some(f64::from(committed)))], late.start).unwrap();
        prop_assert!(found.guideline.windows(2).all(|pair| pair[0].remaining >= pair[1].remaining && pair[0].at <= pair[1].at));
        prop_assert_eq!(found.guideline[0].remaining, f64::from(committed));
        prop_assert_eq!(found.guideline.last().unwrap().remaining, 0.0);
        // Between two corners the guideline is the straight line between them.
        for pair in found.guideline.windows(2).filter(|pair| pair[0].at < pair[1].at) {
            let middle = pair[0].at + (pair[1].at - pair[0].at) / 2;
            let value = burndown(&late, &[item(1, Some(f64::from(committed)))], middle).unwrap().guideline_now;
            prop_assert!((value - (pair[0].remaining + pair[1].remaining) / 2.0).abs() < 0.02);
        }
    }
}
