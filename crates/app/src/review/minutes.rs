//! The minutes of a Review as they follow from everything that is known of it.

use lineout_domain::ids::{PersonId, ProductId};
use lineout_domain::review::minutes::{Facts, Said, Shown, markdown};
use lineout_domain::text;
use lineout_store::Db;
use lineout_store::record::{self as rows, Record};
use uuid::Uuid;

use super::Feedback;
use super::delivered::{Delivered, UndoneItem};
use super::get::SprintReview;
use crate::error::Result;
use crate::goal;
use crate::product::calendar;
use crate::sprint::Sprint;

/// The text; empty of a sprint without a Review.
pub(crate) fn written(db: &Db<'_>, told: &SprintReview) -> Result<String> {
    let Some(review) = &told.review else { return Ok(String::new()) };
    let product = rows::Product::get(db, ProductId::new(told.sprint.product))?;
    let calendar = calendar(db, &product)?;
    let held = review.started_at.map(|at| calendar.day_of(at).format("%A, %-d %B %Y").to_string());
    let there = |present: bool| {
        review.attendees.iter().filter(|one| one.present == present).map(|one| one.name.clone()).collect()
    };
    let mut shown = Vec::with_capacity(review.points.len());
    for point in &review.points {
        shown.push(Shown {
            key: point.key.clone(),
            title: point.title.clone(),
            presenter: person(db, point.presenter)?,
            said: said(review.feedback.iter().filter(|one| one.point == Some(point.id))),
        });
    }
    // What was said of a point that is not shown is said of the whole.
    let is_shown = |one: &&Feedback| review.points.iter().any(|point| one.point == Some(point.id));
    let undone = told.undone.iter().map(|item| (item.key.clone(), item.title.clone(), what_became(item)));
    Ok(markdown(&Facts {
        sprint: told.sprint.name.clone(),
        held,
        goal: told.sprint.goal.clone(),
        verdict: review.goal_met.map(|met| (met, review.goal_reason.clone())),
        committed: committed(&told.delivered),
        present: there(true),
        absent: there(false),
        shown,
        undone: undone.collect(),
        general: said(review.feedback.iter().filter(|one| !is_shown(one))),
        product_goal: product_goal(db, product.id)?,
        outcome: review.outcome.iter().map(outcome_line).collect(),
        next: told.next.as_ref().map(next).unwrap_or_default(),
        notes: review.notes.clone(),
    }))
}

fn person(db: &Db<'_>, id: Option<Uuid>) -> Result<String> {
    let row = id.map(|id| rows::Person::find(db, PersonId::new(id))).transpose()?.flatten();
    Ok(row.map(|row| row.name).unwrap_or_default())
}

fn said<'a>(feedback: impl Iterator<Item = &'a Feedback>) -> Vec<Said> {
    let key = |one: &Feedback| one.item.as_ref().map(|item| item.key.clone()).unwrap_or_default();
    feedback.map(|one| Said { by: one.name.clone(), text: one.text.clone(), item: key(one) }).collect()
}

/// "Move HBR-12 to the top: Pay by card".
fn outcome_line(one: &super::outcome::BacklogOutcome) -> String {
    match one.items.as_slice() {
        [item] if !item.title.is_empty() => format!("{}: {}", one.label, item.title),
        _ => one.label.clone(),
    }
}

/// "In Progress, blocked"
fn what_became(item: &UndoneItem) -> String {
    let parts = [item.fate.as_str(), if item.blocked { "blocked" } else { "" }];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

fn committed(delivered: &Delivered) -> String {
    let items = |n: u32| if n == 1 { "1 item".to_owned() } else { format!("{n} items") };
    let points = |n: f64| if n == 1.0 { "1 point".to_owned() } else { format!("{n} points") };
    let Delivered { committed_items, committed_points, committed_done_items, committed_done_points, .. } =
        delivered;
    if *committed_items == 0 {
        return format!(
            "Nothing was committed; {} Done, {}.",
            items(delivered.done_items),
            points(delivered.done_points)
        );
    }
    format!(
        "Committed: {}, {}. Done of them: {committed_done_items}, {}. Done in all: {}, {}.",
        items(*committed_items),
        points(*committed_points),
        points(*committed_done_points),
        items(delivered.done_items),
        points(delivered.done_points),
    )
}

fn product_goal(db: &Db<'_>, product: ProductId) -> Result<String> {
    let goal = goal::get::read(db, product)?;
    let mut words = goal.statement;
    if let (Some(measure), Some(last), Some(progress)) =
        (&goal.measure, goal.measurements.last(), goal.progress)
    {
        // How far it is is said apart from the goal, which mostly ends without a full stop.
        if !words.is_empty() {
            words.push_str("\n\n");
        }
        let unit = |value: f64| match measure.unit.as_str() {
            "" => value.to_string(),
            "%" => format!("{value}%"),
            unit => format!("{value} {unit}"),
        };
        words.push_str(&format!(
            "{}: {} on {}, {progress:.0}% of the way from {} to {}.",
            measure.name,
            unit(last.value),
            text::day(&last.day),
            unit(measure.baseline),
            unit(measure.target),
        ));
    }
    Ok(words)
}

fn next(sprint: &Sprint) -> String {
    let days = format!("{} to {}", sprint.start_day.format("%-d %B"), text::day(&sprint.end_day));
    let goal = sprint.goal.trim();
    let goal = if goal.is_empty() { String::new() } else { format!(": {goal}") };
    format!("{}, {days}{goal}", sprint.name)
}
