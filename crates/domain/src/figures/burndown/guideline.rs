//! The guideline: from the commitment at start to nothing at the planned end, flat on days that are not worked.

use chrono::{DateTime, Utc};

use super::{GuidelinePoint, SprintSpan};
use crate::item;

/// The corners of the guideline, from start to planned end.
pub(super) fn corners(sprint: &SprintSpan, committed: f64, items: usize) -> Vec<GuidelinePoint> {
    let items = items as f64;
    let end = end(sprint);
    let mut instants = vec![sprint.start];
    instants.extend(slopes(sprint).into_iter().flatten().filter(|at| *at > sprint.start && *at < end));
    instants.push(end);
    instants.sort();
    instants.dedup();
    let points: Vec<GuidelinePoint> = instants
        .into_iter()
        .map(|at| GuidelinePoint {
            at,
            remaining: self::at(sprint, committed, at),
            items: self::at(sprint, items, at),
        })
        .collect();
    // A sprint of no length falls at once.
    if let [only] = points[..] {
        return vec![
            GuidelinePoint { remaining: committed, items, ..only },
            GuidelinePoint { remaining: 0.0, items: 0.0, ..only },
        ];
    }
    points
}

/// Where the guideline is at an instant, in the unit of what was committed, rounded to hundredths.
pub(super) fn at(sprint: &SprintSpan, committed: f64, at: DateTime<Utc>) -> f64 {
    if at >= end(sprint) {
        return 0.0;
    }
    let slopes = slopes(sprint);
    let seconds = |until: DateTime<Utc>| -> i64 {
        slopes.iter().map(|[from, to]| (until.min(*to) - *from).num_milliseconds().max(0)).sum()
    };
    let share = seconds(at) as f64 / seconds(end(sprint)) as f64;
    item::round(committed * (1.0 - share))
}

fn end(sprint: &SprintSpan) -> DateTime<Utc> {
    sprint.planned_end.max(sprint.start)
}

/// The times in which the guideline falls: the worked days between start and planned end, neighbours joined. Without
/// one it falls all the way, for it must reach zero.
fn slopes(sprint: &SprintSpan) -> Vec<[DateTime<Utc>; 2]> {
    let end = end(sprint);
    let mut slopes: Vec<[DateTime<Utc>; 2]> = Vec::new();
    for (index, day) in sprint.days.iter().enumerate().filter(|(_, day)| day.working) {
        let from = day.start.max(sprint.start);
        let to = sprint.days.get(index + 1).map_or(end, |next| next.start).min(end);
        match slopes.last_mut() {
            Some([_, last]) if *last == from && from < to => *last = to,
            _ if from < to => slopes.push([from, to]),
            _ => {}
        }
    }
    if slopes.is_empty() { vec![[sprint.start, end]] } else { slopes }
}
