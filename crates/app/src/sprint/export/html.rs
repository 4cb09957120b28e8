//! The page as HTML that stands alone: one file, its style and its chart inside, no script, nothing from elsewhere. Every
//! text from the workspace is written as text.

use std::fmt::Write as _;

use super::words::{at_start, estimate, items, points_of};
use super::{Page, chart};

const STYLE: &str = include_str!("record.css");

pub(super) fn write(page: &Page) -> String {
    let record = &page.record;
    let title = format!("{}, {}", record.name, page.product);
    let mut out = format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n<main>\n",
        text(&title)
    );
    let state = if page.cancelled { "Cancelled sprint" } else { "Sprint record" };
    let _ = write!(
        out,
        "<header>\n<p class=\"kind\">{} · {state}</p>\n<h1>{}</h1>\n<p class=\"days\">{}</p>\n",
        text(&page.product),
        text(&record.name),
        page.span()
    );
    if !record.goal.is_empty() {
        let _ = writeln!(out, "<p class=\"goal\"><span>Sprint Goal</span> {}</p>", text(&record.goal));
    }
    if let Some((verdict, reason)) = page.verdict() {
        let reason = if reason.is_empty() { String::new() } else { format!(": {}", text(reason)) };
        let _ = writeln!(
            out,
            "<p class=\"verdict\"><b>{verdict}</b>{reason} <span class=\"note\">Sprint Review</span></p>"
        );
    }
    if page.cancelled && !page.cancel_reason.is_empty() {
        let _ = writeln!(out, "<p class=\"reason\">Cancelled: {}</p>", text(&page.cancel_reason));
    }
    out.push_str("</header>\n<dl class=\"figures\">\n");
    for (name, value) in page.figures() {
        let _ = writeln!(out, "<div><dt>{name}</dt><dd>{}</dd></div>", text(&value));
    }
    out.push_str("</dl>\n");
    let drawing = chart::write(page);
    if !drawing.is_empty() {
        let _ = write!(
            out,
            "<section>\n<h2>Burndown</h2>\n<figure>{drawing}<figcaption>Solid: points that remained. Dashed: the \
             guideline. Dots: changes of scope. Shaded: days not worked.</figcaption></figure>\n"
        );
        if record.burndown.unestimated > 0 {
            let _ = writeln!(
                out,
                "<p class=\"note\">{} unestimated, counted 0.</p>",
                record.burndown.unestimated
            );
        }
        out.push_str("</section>\n");
    }
    write_items(&mut out, page);
    write_changes(&mut out, page);
    if !record.increments.is_empty() {
        out.push_str("<section>\n<h2>Increments</h2>\n<ul>\n");
        for increment in &record.increments {
            let _ = writeln!(out, "<li>{}</li>", text(&increment.name));
        }
        out.push_str("</ul>\n</section>\n");
    }
    let _ = write!(
        out,
        "<footer>\n<p>Started {}. Ended {}. Times are those of {}.</p>\n<p>{}</p>\n</footer>\n</main>\n</body>\n</html>\n",
        page.instant(record.started_at),
        page.instant(record.closed_at),
        text(page.tz.name()),
        text(&page.origin())
    );
    out
}

fn write_items(out: &mut String, page: &Page) {
    out.push_str("<section>\n<h2>Items</h2>\n");
    if page.record.items.is_empty() {
        out.push_str("<p class=\"note\">None.</p>\n</section>\n");
        return;
    }
    out.push_str("<table>\n<thead><tr><th>Item</th><th class=\"n\">At start</th><th class=\"n\">At end</th></tr></thead>\n");
    for group in page.groups() {
        let _ = write!(
            out,
            "<tbody>\n<tr class=\"group\"><th scope=\"rowgroup\" colspan=\"3\">{} <span>{}, {}</span></th></tr>\n",
            group.title,
            items(group.items.len()),
            points_of(group.points, group.unestimated)
        );
        for item in group.items {
            let _ =
                write!(out, "<tr><td><span class=\"key\">{}</span> {}", text(&item.key), text(&item.title));
            let notes = page.notes(item);
            if !notes.is_empty() {
                let _ = write!(out, "<p class=\"note\">{}</p>", text(&notes.join(" · ")));
            }
            let _ = writeln!(
                out,
                "</td><td class=\"n\">{}</td><td class=\"n\">{}</td></tr>",
                at_start(item),
                estimate(item.estimate_at_close)
            );
        }
        out.push_str("</tbody>\n");
    }
    out.push_str("</table>\n</section>\n");
}

fn write_changes(out: &mut String, page: &Page) {
    if page.changes.is_empty() {
        return;
    }
    out.push_str("<section>\n<h2>Changes of scope</h2>\n<ul class=\"changes\">\n");
    for change in &page.changes {
        let _ = writeln!(
            out,
            "<li><span class=\"key\">{}</span> {}: <span class=\"what\">{}</span> <span class=\"note\">{}</span></li>",
            text(&change.key),
            text(&change.title),
            change.what(),
            text(&change.when(page))
        );
    }
    out.push_str("</ul>\n</section>\n");
}

/// Text as text, within an element or an attribute.
fn text(raw: &str) -> String {
    let mut safe = String::with_capacity(raw.len());
    for c in raw.chars() {
        match c {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            '\n' => safe.push_str("<br>"),
            c => safe.push(c),
        }
    }
    safe
}
