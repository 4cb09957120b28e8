//! The sprints that a file names: those of the past are brought in closed, with a record of what the file knows; those
//! that still hold open items are planned; of the others the name stays as a label.
//!
//! What a file knows is how things stood when it was written. It does not say what was committed to: items that were
//! made after the start of a sprint count as added, all others as committed. It does not say how estimates changed:
//! the one it has counts at the start and at the close. The sprint keeps where it came from, so that whoever reads the
//! record can be told.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use chrono_tz::Tz;
use lineout_domain::calendar::Calendar;
use lineout_domain::figures::burndown::{EstimateChange, Interval, ItemSpan, Spell, SprintSpan};
use lineout_domain::ids::ItemId;
use lineout_domain::item::{self, Resolution};
use lineout_domain::sprint::{self as rules, Occupied, Outcome, State};
use lineout_store::Db;
use lineout_store::record::{self, Record, SprintCommitment};

use super::plan::{Plan, PlannedItem, PlannedSprint, SprintState};
use super::write::Target;
use crate::context::Act;
use crate::error::Result;
use crate::product::calendar;
use crate::sprint::record::{Part, insert_record};
use crate::sprint::{burndown, create as sprint_create, occupied};

/// Names told of sprints that become labels.
const NAMED: usize = 8;

/// What becomes of a sprint of the file.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum SprintFate {
    /// It is there already.
    Present(Box<record::Sprint>),
    /// It is over, and is brought in closed.
    Closed(NaiveDate, NaiveDate),
    /// It is planned.
    Planned,
    /// Its name becomes a label.
    Label,
}

/// A sprint that items may join.
pub(super) struct Joined {
    /// The sprint.
    pub(super) sprint: record::Sprint,
    /// It is over and was brought in by this import.
    pub(super) past: bool,
    /// The end of the day on which it ended.
    until: DateTime<Utc>,
}

impl Joined {
    /// Whether an item ended in this sprint, its last one.
    pub(super) fn ended_in(&self, item: &PlannedItem) -> bool {
        item.resolution.is_some() && item.resolved.is_none_or(|at| at <= self.until)
    }
}

/// Decides about every sprint of the plan, and says why one is not brought in.
pub(super) fn settle(
    db: &Db<'_>,
    target: &Target,
    plan: &Plan,
    now: DateTime<Utc>,
) -> Result<(Vec<SprintFate>, Vec<String>)> {
    let zone = target.zone();
    let today = now.with_timezone(&zone).date_naive();
    let (present, mut taken) = match &target.present {
        Some(product) => (db.sprints(product.id)?, occupied(db, product, None)?),
        None => (Vec::new(), Vec::new()),
    };
    let days = days(&plan.sprints, zone);
    let (mut fates, mut notes, mut undated) = (Vec::new(), Vec::new(), Vec::new());
    for (index, sprint) in plan.sprints.iter().enumerate() {
        let known = present.iter().find(|other| {
            let imported = other.source.as_deref() == Some(plan.format.word())
                && other.source_key.as_deref() == Some(sprint.key.as_str());
            imported || other.name == sprint.name
        });
        if let Some(known) = known {
            fates.push(SprintFate::Present(Box::new(known.clone())));
            continue;
        }
        let open = plan.items.iter().any(|item| item.sprint == Some(index) && item.resolution.is_none());
        let over = match sprint.state {
            Some(state) => state == SprintState::Closed,
            None => days[index].is_some_and(|(_, last)| last < today),
        };
        fates.push(match (over, days[index]) {
            (true, Some((first, last))) => match rules::check_dates(first, last, &taken) {
                Ok(()) => {
                    taken.push(Occupied { name: sprint.name.clone(), start: first, end: last });
                    SprintFate::Closed(first, last)
                }
                Err(refusal) => {
                    notes.push(format!(
                        "{} was not brought in as a sprint: {refusal} Its items carry its name as a label.",
                        sprint.name
                    ));
                    SprintFate::Label
                }
            },
            (false, _) if open => SprintFate::Planned,
            _ => {
                undated.push(sprint.name.as_str());
                SprintFate::Label
            }
        });
    }
    notes.extend(told_undated(&undated));
    notes.extend(told_planned(plan, &fates));
    notes.extend(told_dateless(plan));
    Ok((fates, notes))
}

fn told_undated(names: &[&str]) -> Option<String> {
    let mut listed = names.iter().take(NAMED).copied().collect::<Vec<_>>().join(", ");
    if names.len() > NAMED {
        listed += &format!(" and {} more", names.len() - NAMED);
    }
    match names.len() {
        0 => None,
        1 => Some(format!(
            "{listed} is over or holds nothing open, and the file has no dates for it: its name became a label of its items."
        )),
        n => Some(format!(
            "{n} sprints are over or hold nothing open, and the file has no dates for them ({listed}): their names became labels of their items."
        )),
    }
}

/// Says what becomes of the finished items of sprints that are planned for their open ones.
fn told_planned(plan: &Plan, fates: &[SprintFate]) -> Option<String> {
    let planned = |index: &usize| fates[*index] == SprintFate::Planned;
    let ended = plan.items.iter().filter(|item| item.resolution.is_some());
    match ended.filter(|item| item.sprint.as_ref().is_some_and(planned)).count() {
        0 => None,
        1 => Some(
            "1 finished item of a sprint that is planned here carries the sprint's name as a label.".into(),
        ),
        n => Some(format!(
            "{n} finished items of sprints that are planned here carry the sprint's name as a label."
        )),
    }
}

/// Says of how many finished items nobody knows when they were.
fn told_dateless(plan: &Plan) -> Option<String> {
    let done = plan.items.iter().filter(|item| item.resolution == Some(Resolution::Done));
    match done.filter(|item| item.resolved.is_none() && item.sprint.is_none()).count() {
        0 => None,
        1 => {
            Some("The file does not say when 1 finished item was finished; forecasts do not count it.".into())
        }
        n => Some(format!(
            "The file does not say when {n} finished items were finished; forecasts do not count them."
        )),
    }
}

/// The days of each sprint, where the file has dates. A sprint that reaches into the first day of the next one ends
/// the day before: tools begin the next sprint in the hour in which they end the last.
fn days(sprints: &[PlannedSprint], zone: Tz) -> Vec<Option<(NaiveDate, NaiveDate)>> {
    let mut days: Vec<_> = sprints.iter().map(|sprint| days_of(sprint, zone)).collect();
    let firsts: HashSet<NaiveDate> = days.iter().flatten().map(|(first, _)| *first).collect();
    for (first, last) in days.iter_mut().flatten() {
        if last > first && firsts.contains(last) {
            *last = last.pred_opt().unwrap_or(*last);
        }
    }
    days
}

fn days_of(sprint: &PlannedSprint, zone: Tz) -> Option<(NaiveDate, NaiveDate)> {
    let (starts, ends) = (sprint.starts?, sprint.ends.or(sprint.closed)?);
    // Midnight is how a day without a time is read.
    let bare = starts.time() == NaiveTime::MIN;
    let day = |at: DateTime<Utc>| if bare { at.date_naive() } else { at.with_timezone(&zone).date_naive() };
    let (first, last) = (day(starts), day(ends));
    // One that ends at the hour at which it began, give or take the clock's change, ends with the day before.
    let over = (ends - starts).num_minutes().rem_euclid(24 * 60);
    let whole = over <= 60 || over >= 23 * 60;
    let last = if whole && last > first { last.pred_opt()? } else { last };
    (last >= first).then_some((first, last))
}

/// Labels that sprints of the plan may have become.
pub(super) fn label_names(plan: &Plan) -> HashSet<String> {
    plan.sprints.iter().filter_map(label_of).collect()
}

fn label_of(sprint: &PlannedSprint) -> Option<String> {
    let short: String = sprint.name.chars().take(item::LABEL_MAX).collect();
    item::label(&short).ok()
}

/// The labels that a new item gets for sprints it was in and is not now.
pub(super) fn sprint_labels(item: &PlannedItem, plan: &Plan, joined: &HashMap<usize, Joined>) -> Vec<String> {
    let mut labels: Vec<String> = Vec::new();
    for index in &item.all_sprints {
        // In a sprint of the past it stands in the record; in one that runs or is to come it stands itself.
        let told = match joined.get(index) {
            Some(joined) if joined.past => true,
            Some(_) => item.sprint == Some(*index) && item.resolution.is_none(),
            None => false,
        };
        let label = label_of(&plan.sprints[*index]).filter(|_| !told);
        let room = item.labels.len() + labels.len() < item::LABELS_MAX;
        labels.extend(label.filter(|label| room && !item.labels.contains(label) && !labels.contains(label)));
    }
    labels
}

/// Makes the sprints that are to be made, those of the past first, and gives all that items may join.
pub(super) fn write_sprints(
    act: &mut Act<'_, '_>,
    product: &record::Product,
    plan: &Plan,
    fates: &[SprintFate],
) -> Result<HashMap<usize, Joined>> {
    let calendar = calendar(act.db, product)?;
    let mut joined = HashMap::new();
    for (index, fate) in fates.iter().enumerate() {
        if let SprintFate::Closed(first, last) = fate {
            let sprint = close(act, product, plan, index, (*first, *last), &calendar)?;
            let ended = sprint.ended_at.unwrap_or(act.now);
            let until = calendar.end_of(calendar.day_of(ended).max(*last));
            joined.insert(index, Joined { sprint, past: true, until });
        }
    }
    for (index, fate) in fates.iter().enumerate() {
        let sprint = match fate {
            SprintFate::Present(sprint) if rules::can_take(sprint.state).is_ok() => (**sprint).clone(),
            SprintFate::Planned => planned(act, product, &plan.sprints[index])?,
            _ => continue,
        };
        joined.insert(index, Joined { sprint, past: false, until: act.now });
    }
    Ok(joined)
}

/// Plans a sprint, in the dates of the file where no other sprint takes them.
fn planned(
    act: &mut Act<'_, '_>,
    product: &record::Product,
    planned: &PlannedSprint,
) -> Result<record::Sprint> {
    let zone: Tz = product.time_zone.parse().unwrap_or(Tz::UTC);
    let others = occupied(act.db, product, None)?;
    let days = days_of(planned, zone).filter(|(from, to)| rules::check_dates(*from, *to, &others).is_ok());
    let goal = rules::goal(&planned.goal).unwrap_or_default();
    let (from, to) = days.unzip();
    let mut sprint = sprint_create::plan(act, product, Some(&goal), from, to)?;
    sprint.name = rules::name(&planned.name).unwrap_or(sprint.name);
    sprint.save(act.db)?;
    Ok(sprint)
}

fn close(
    act: &mut Act<'_, '_>,
    product: &record::Product,
    plan: &Plan,
    index: usize,
    (start_day, end_day): (NaiveDate, NaiveDate),
    calendar: &Calendar,
) -> Result<record::Sprint> {
    let planned = &plan.sprints[index];
    let days = calendar.days(start_day, end_day);
    let start = planned.starts.filter(|at| calendar.day_of(*at) == start_day);
    let start = start.unwrap_or_else(|| calendar.start_of(start_day));
    let end = planned.closed.filter(|at| *at > start).unwrap_or_else(|| calendar.end_of(end_day));
    let number = act.db.next_number(product.id, "sprint")?;
    let row = record::Sprint {
        id: act.id(),
        product: product.id,
        number,
        name: rules::name(&planned.name).unwrap_or_else(|_| rules::default_name(number.into())),
        goal: rules::goal(&planned.goal).unwrap_or_default(),
        start_day,
        end_day,
        state: State::Closed,
        calendar: Some(days.iter().map(|day| if day.working { '1' } else { '0' }).collect()),
        started_at: Some(start),
        ended_at: Some(end.min(act.now)),
        cancel_reason: None,
        source: Some(plan.format.word().to_owned()),
        source_key: Some(planned.key.clone()),
    };
    row.insert(act.db)?;
    Ok(row)
}

/// Writes what is known of each sprint of the past. `ids` are the plan's items as they are in the workspace now.
pub(super) fn write_records(
    act: &mut Act<'_, '_>,
    product: &record::Product,
    plan: &Plan,
    joined: &HashMap<usize, Joined>,
    ids: &[Option<ItemId>],
) -> Result<()> {
    let calendar = calendar(act.db, product)?;
    let mut past: Vec<_> = joined.iter().filter(|(_, joined)| joined.past).collect();
    past.sort_unstable_by_key(|(index, _)| **index);
    for (index, joined) in past {
        let members: Vec<(&PlannedItem, ItemId)> = plan
            .items
            .iter()
            .zip(ids)
            .filter(|(item, _)| item.all_sprints.contains(index))
            .filter_map(|(item, id)| Some((item, (*id)?)))
            .collect();
        write_record(act, &calendar, *index, joined, &members)?;
    }
    Ok(())
}

fn write_record(
    act: &mut Act<'_, '_>,
    calendar: &Calendar,
    index: usize,
    joined: &Joined,
    members: &[(&PlannedItem, ItemId)],
) -> Result<()> {
    let sprint = &joined.sprint;
    let (start, end) = (sprint.started_at.unwrap_or(act.now), sprint.ended_at.unwrap_or(act.now));
    let added_at = |item: &PlannedItem| item.created.filter(|at| *at > start && *at < end);
    // A sprint to which nothing was committed never began.
    let none = members.iter().all(|(item, _)| added_at(item).is_some());
    let (mut parts, mut spans) = (Vec::new(), Vec::new());
    for (item, id) in members {
        let added = added_at(item).filter(|_| !none);
        if added.is_none() {
            SprintCommitment { id: act.id(), sprint: sprint.id, item: *id, estimate: item.estimate }
                .insert(act.db)?;
        }
        let ended = item.sprint == Some(index) && joined.ended_in(item);
        let outcome = match item.resolution.filter(|_| ended) {
            Some(Resolution::Done) => Outcome::Done,
            Some(_) => Outcome::Cancelled,
            None if item.sprint != Some(index) => Outcome::Next,
            None => Outcome::Place,
        };
        let done_at = item.resolved.unwrap_or(end).clamp(start, end);
        spans.push(span(*id, item, added.unwrap_or(start), outcome, done_at));
        let row = record::Item::get(act.db, *id)?;
        parts.push((
            Part {
                item: *id,
                key: crate::item::key(act.db, &row)?,
                title: item.title.clone(),
                kind: item.item_type,
                at_start: item.estimate,
                at_close: item.estimate,
                committed: added.is_none(),
                added_at: added,
                removed_at: None,
                row: None,
            },
            outcome,
        ));
    }
    let days = calendar.days(sprint.start_day, sprint.end_day);
    let begun = calendar.day_of(start);
    let span = SprintSpan {
        start,
        planned_end: calendar.end_of(sprint.end_day),
        end: Some(end),
        days: days.into_iter().filter(|day| day.day >= begun).collect(),
    };
    let chart = burndown::chart(act.db, &span, &spans, end)?;
    insert_record(act, sprint, end, &chart, parts)
}

/// One item's part in the chart: in the sprint from its beginning on, Done when the file says.
fn span(
    id: ItemId,
    item: &PlannedItem,
    from: DateTime<Utc>,
    outcome: Outcome,
    ended_at: DateTime<Utc>,
) -> ItemSpan {
    let spell = |from, to| Spell { interval: Interval { from, to }, begun_by: None, ended_by: None };
    let gone = (outcome == Outcome::Cancelled).then(|| spell(ended_at, None));
    ItemSpan {
        item: id,
        membership: vec![spell(from, None)],
        cancelled: gone.into_iter().collect(),
        estimates: vec![EstimateChange { at: from, estimate: item.estimate, by: None }],
        done: if outcome == Outcome::Done { vec![spell(ended_at, None)] } else { Vec::new() },
        split: false,
    }
}
