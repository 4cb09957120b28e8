//! The page as Markdown. The chart is told as its steps: what remained at the end of each day.

use std::fmt::Write as _;

use lineout_domain::text::unmarked;

use super::Page;
use super::words::{at_start, estimate, items, number, points_of};

pub(super) fn write(page: &Page) -> String {
    let record = &page.record;
    let mut out = format!("# {}: {}\n\n", unmarked(&page.product), unmarked(&record.name));
    let state = if page.cancelled { "Cancelled sprint" } else { "Sprint record" };
    let _ = writeln!(out, "{state}, {}\n", page.span());
    if !record.goal.is_empty() {
        let _ = writeln!(out, "**Sprint Goal:** {}\n", line(&record.goal));
    }
    if let Some((verdict, reason)) = page.verdict() {
        let reason = if reason.is_empty() { String::new() } else { format!(": {}", line(reason)) };
        let _ = writeln!(out, "**{verdict}, Sprint Review**{reason}\n");
    }
    if page.cancelled && !page.cancel_reason.is_empty() {
        let _ = writeln!(out, "**Cancelled:** {}\n", line(&page.cancel_reason));
    }
    for (name, value) in page.figures() {
        let _ = writeln!(out, "- {name}: {}", line(&value));
    }
    write_burndown(&mut out, page);
    out.push_str("\n## Items\n");
    if record.items.is_empty() {
        out.push_str("\nNone.\n");
    }
    for group in page.groups() {
        let _ = writeln!(
            out,
            "\n### {}\n\n{}, {}\n",
            group.title,
            items(group.items.len()),
            points_of(group.points, group.unestimated)
        );
        out.push_str("| Item | Title | At start | At end | Notes |\n| --- | --- | ---: | ---: | --- |\n");
        for item in group.items {
            let _ = writeln!(
                out,
                "| {} | {} | {} | {} | {} |",
                item.key,
                line(&item.title),
                at_start(item),
                estimate(item.estimate_at_close),
                line(&page.notes(item).join("; "))
            );
        }
    }
    if !page.changes.is_empty() {
        out.push_str("\n## Changes of scope\n\n");
        for change in &page.changes {
            let _ = writeln!(
                out,
                "- {} {}: {} ({})",
                change.key,
                line(&change.title),
                change.what(),
                line(&change.when(page))
            );
        }
    }
    if !record.increments.is_empty() {
        out.push_str("\n## Increments\n\n");
        for increment in &record.increments {
            let _ = writeln!(out, "- {}", line(&increment.name));
        }
    }
    let _ = writeln!(
        out,
        "\n---\n\nStarted {}. Ended {}. Times are those of {}. {}",
        page.instant(record.started_at),
        page.instant(record.closed_at),
        unmarked(page.tz.name()),
        line(&page.origin())
    );
    out
}

/// What remained when each day was over, or the sprint was.
fn write_burndown(out: &mut String, page: &Page) {
    let chart = &page.record.burndown;
    if chart.steps.is_empty() {
        return;
    }
    let ended = chart.end.unwrap_or(chart.as_of);
    out.push_str("\n## Burndown\n\n| Day | Points that remained |\n| --- | ---: |\n");
    for day in page.days().iter().take_while(|day| day.from < ended) {
        let over = day.to.min(ended);
        let held = chart.steps.iter().rfind(|step| step.at < over).or(chart.steps.first());
        let note = match day.working {
            Some(true) => "",
            Some(false) => ", not worked",
            None => ", after the planned end",
        };
        let remaining = held.map_or(0.0, |step| step.remaining);
        let _ = writeln!(out, "| {}{note} | {} |", day.day.format("%a %-d %b"), number(remaining));
    }
    let _ = writeln!(out, "| At the end | {} |", number(chart.remaining));
    if chart.unestimated > 0 {
        let _ = writeln!(out, "\n{} unestimated, counted 0.", chart.unestimated);
    }
}

/// A text on one line in which nothing is taken for Markdown.
fn line(text: &str) -> String {
    unmarked(&lineout_domain::text::flatten(text))
}
