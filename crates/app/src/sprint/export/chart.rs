//! The burndown of a record as a drawing inside the page: what remained as a solid line, the guideline dashed, days that
//! were not worked shaded, and a mark where the scope changed.

use std::fmt::Write as _;

use chrono::{DateTime, Utc};

use super::Page;
use super::words::{number, points};

const WIDTH: f64 = 720.0;
const HEIGHT: f64 = 260.0;
const LEFT: f64 = 34.0;
const RIGHT: f64 = 8.0;
const TOP: f64 = 12.0;
const FLOOR: f64 = 226.0;

/// An SVG, or nothing where the record has no line.
pub(super) fn write(page: &Page) -> String {
    let chart = &page.record.burndown;
    if chart.steps.is_empty() {
        return String::new();
    }
    let last = chart.end.unwrap_or(chart.as_of).max(chart.planned_end);
    let length = (last - chart.start).num_milliseconds().max(1) as f64;
    let x = |at: DateTime<Utc>| {
        let at = (at - chart.start).num_milliseconds() as f64 / length;
        LEFT + at.clamp(0.0, 1.0) * (WIDTH - LEFT - RIGHT)
    };
    let values = chart.steps.iter().map(|step| step.remaining);
    let most = values.chain(chart.guideline.iter().map(|corner| corner.remaining)).fold(1.0, f64::max);
    let step = round_step(most);
    let top = (most / step).ceil() * step;
    let y = |value: f64| FLOOR - value / top * (FLOOR - TOP);

    let mut svg = format!(
        "<svg viewBox=\"0 0 {WIDTH} {HEIGHT}\" role=\"img\" aria-label=\"Burndown: {} at the start, {} at the end\">",
        points(chart.committed),
        points(chart.remaining)
    );
    for (n, day) in page.days().iter().enumerate() {
        let (from, to) = (x(day.from.max(chart.start)), x(day.to));
        if day.working == Some(false) && to > from {
            let _ = write!(
                svg,
                "<rect class=\"rest\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"/>",
                tenth(from),
                tenth(TOP),
                tenth(to - from),
                tenth(FLOOR - TOP)
            );
        }
        // Every day has its name where there is room for it.
        let named = day.working != Some(false);
        if named && (to - from >= 34.0 || n % 2 == 0 && to - from >= 18.0) {
            let _ = write!(
                svg,
                "<text x=\"{}\" y=\"{}\" text-anchor=\"middle\">{}</text>",
                tenth((from + to) / 2.0),
                tenth(FLOOR + 18.0),
                day.day.format("%a %-d")
            );
        }
    }
    let mut tick = 0.0;
    while tick <= top + step / 2.0 {
        let _ = write!(
            svg,
            "<path class=\"grid\" d=\"M{} {}H{}\"/><text x=\"{}\" y=\"{}\" text-anchor=\"end\">{}</text>",
            tenth(LEFT),
            tenth(y(tick)),
            tenth(WIDTH - RIGHT),
            tenth(LEFT - 6.0),
            tenth(y(tick) + 4.0),
            number(tick)
        );
        tick += step;
    }
    let guide: Vec<String> = chart
        .guideline
        .iter()
        .map(|corner| format!("{} {}", tenth(x(corner.at)), tenth(y(corner.remaining))))
        .collect();
    if !guide.is_empty() {
        let _ = write!(svg, "<path class=\"guide\" d=\"M{}\"/>", guide.join("L"));
    }
    if last > chart.planned_end {
        let at = tenth(x(chart.planned_end));
        let _ = write!(svg, "<path class=\"end\" d=\"M{at} {}V{}\"/>", tenth(TOP), tenth(FLOOR));
    }
    let mut line = String::new();
    for (n, step) in chart.steps.iter().enumerate() {
        let (at, value) = (tenth(x(step.at)), tenth(y(step.remaining)));
        let _ = if n == 0 { write!(line, "M{at} {value}") } else { write!(line, "H{at}V{value}") };
    }
    let _ = write!(line, "H{}", tenth(x(chart.end.unwrap_or(chart.as_of))));
    let _ = write!(svg, "<path class=\"line\" d=\"{line}\"/>");
    for change in &page.changes {
        let now = chart.steps.iter().rfind(|step| step.at <= change.at).map_or(0.0, |step| step.remaining);
        let _ = write!(
            svg,
            "<circle class=\"scope\" cx=\"{}\" cy=\"{}\" r=\"3\"/>",
            tenth(x(change.at)),
            tenth(y(now))
        );
    }
    svg.push_str("</svg>");
    svg
}

/// A round distance between lines, so that about four reach the top.
fn round_step(most: f64) -> f64 {
    const STEPS: [f64; 10] = [1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0, 200.0, 500.0, 1000.0];
    STEPS.into_iter().find(|step| most / step <= 4.0).unwrap_or_else(|| (most / 4.0).ceil())
}

fn tenth(value: f64) -> String {
    format!("{}", (value * 10.0).round() / 10.0 + 0.0)
}
