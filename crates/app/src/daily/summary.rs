//! `daily.summary`: a Daily Scrum as Markdown, for a message to whoever was not there.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;

use super::get::{Daily, DailyPerson, PlanLine};
use super::moved::{Moved, MovedKind};
use super::{Meeting, NameDaily, PlanFate};
use crate::context::View;
use crate::error::Result;
use crate::wire::responses;

responses! {
    /// A Daily Scrum in words.
    pub struct DailySummary {
        /// Markdown.
        pub markdown: String,
    }
}

pub(crate) fn run(view: &View<'_>, request: NameDaily) -> Result<DailySummary> {
    let meeting = Meeting::find(&view.db, request.daily)?;
    let zone = meeting.calendar.tz;
    let daily = Daily::read(&view.db, meeting, view.now)?;
    Ok(DailySummary { markdown: markdown(&daily, zone) })
}

fn markdown(daily: &Daily, zone: Tz) -> String {
    let mut text = format!("# Daily Scrum, {}\n\n", daily.day.format("%A, %-d %B %Y"));
    text += &format!("{}: {}\n\n", daily.sprint_name, line(&daily.goal));
    text += &format!("{}\n", since(daily, zone));
    for person in &daily.people {
        text += &of(person);
    }
    if !daily.items.is_empty() {
        text += "\n## Items\n\n";
        for item in daily.items.iter().filter(|item| item.spoke) {
            let column = item.column.as_deref().unwrap_or("Not on the board");
            text += &format!("- {} {} ({column})\n", item.key, line(&item.title));
        }
    }
    if !daily.others.is_empty() {
        text += "\n## Also moved\n\n";
        text.extend(daily.others.iter().map(|moved| format!("- {}\n", told(moved))));
    }
    if let Some(average) = daily.vote.average {
        let before = daily.vote.previous.as_ref().and_then(|point| Some((point.average?, point.day)));
        let before = before
            .map(|(average, day)| format!("; {average} on {}", day.format("%-d %B")))
            .unwrap_or_default();
        text += &format!(
            "\n## Confidence in the Sprint Goal\n\n{average} of 5 ({} of {} voted{before})\n",
            daily.vote.votes, daily.vote.of
        );
    }
    text
}

/// "Since Wednesday, 11 March 09:45", and what was left out in between.
fn since(daily: &Daily, zone: Tz) -> String {
    let shown = |at: DateTime<Utc>| at.with_timezone(&zone).format("%A, %-d %B %H:%M").to_string();
    let from = match daily.previous_day {
        Some(_) => format!("Since {}", shown(daily.since)),
        None => format!("Since the start of the sprint, {}", shown(daily.since)),
    };
    match daily.skipped_days {
        0 => from,
        1 => from + ", with one working day without a Daily Scrum in between",
        days => from + &format!(", with {days} working days without a Daily Scrum in between"),
    }
}

fn of(person: &DailyPerson) -> String {
    let mut text = format!("\n## {}\n", line(&person.name));
    let mut list = |title: &str, lines: Vec<String>| {
        if !lines.is_empty() {
            text += &format!("\n{title}\n\n");
            text.extend(lines.iter().map(|line| format!("- {line}\n")));
        }
    };
    list("Moved:", person.moved.iter().map(told).collect());
    list(
        "Had planned:",
        person.yesterday.iter().map(|plan| format!("{}{}", planned(plan), fate(plan))).collect(),
    );
    list("Plans:", person.today.iter().map(planned).collect());
    let impediments = person.impediments.iter().map(|one| {
        let blocks = if one.blocks.is_empty() {
            String::new()
        } else {
            format!(" (blocks {})", one.blocks.join(", "))
        };
        format!("{} {}{blocks}", one.key, line(&one.title))
    });
    list("Impediments:", impediments.collect());
    text
}

fn told(moved: &Moved) -> String {
    let (key, title) = (&moved.key, line(&moved.title));
    let way = match (moved.kind, &moved.from, &moved.to) {
        (MovedKind::Blocked, ..) => "blocked".to_owned(),
        (MovedKind::Unblocked, ..) => "not blocked any more".to_owned(),
        (MovedKind::Added, _, Some(column)) => format!("came into the sprint → {column}"),
        (MovedKind::Added, ..) => "came into the sprint".to_owned(),
        (MovedKind::Removed, _, Some(how)) => how.to_lowercase(),
        (MovedKind::Removed, ..) => "left the sprint".to_owned(),
        (MovedKind::Estimated, from, to) => {
            let points = |points: &Option<String>| points.clone().unwrap_or_else(|| "none".to_owned());
            format!("estimate {} → {}", points(from), points(to))
        }
        (_, Some(from), Some(to)) => format!("{from} → {to}"),
        (_, None, Some(to)) => format!("→ {to}"),
        (_, Some(from), None) => format!("left {from}"),
        (MovedKind::Done, None, None) => "Done".to_owned(),
        (_, None, None) => "moved".to_owned(),
    };
    format!("{key} {title}: {way}")
}

fn planned(plan: &PlanLine) -> String {
    match &plan.key {
        Some(key) => format!("{} ({key})", line(&plan.text)),
        None => line(&plan.text),
    }
}

fn fate(plan: &PlanLine) -> &'static str {
    match plan.fate {
        PlanFate::Done => ": done",
        PlanFate::Moved => ": moved",
        PlanFate::NotTouched => ": not touched",
        PlanFate::Words => "",
    }
}

/// One line in which nothing is taken for a mark of Markdown.
fn line(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in lineout_domain::text::flatten(text).chars() {
        if matches!(c, '\\' | '*' | '_' | '`' | '[' | ']' | '<' | '>' | '#' | '|') {
            safe.push('\\');
        }
        safe.push(c);
    }
    safe
}
