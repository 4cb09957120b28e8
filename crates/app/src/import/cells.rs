//! What stands in single cells: points, labels, comments, sprints, keys.

use std::borrow::Cow;

use chrono::{DateTime, Utc};
use lineout_domain::item;
use lineout_domain::text;

use super::dates::instant;
use super::plan::{PlannedSprint, SprintState};

/// The points in a cell, or why they are none, in a sentence. A decimal comma is understood; "1,000" could be one or a
/// thousand and is not taken.
pub(super) fn points(cell: &str) -> Result<f64, String> {
    let cell = cell.trim();
    let not_a_number = || format!("\"{}\" is not a number of points.", text::excerpt(cell));
    let plain = cell.len() <= 40 && cell.bytes().all(|b| b.is_ascii_digit() || b"+-.,".contains(&b));
    if !plain {
        return Err(not_a_number());
    }
    let number = match cell.split_once(',') {
        Some((_, decimals)) if decimals.len() == 3 => return Err(not_a_number()),
        Some(_) => Cow::Owned(cell.replacen(',', ".", 1)),
        None => Cow::Borrowed(cell),
    };
    let value: f64 = number.parse().map_err(|_| not_a_number())?;
    item::points(value).map_err(|refusal| refusal.to_string())
}

/// The labels in a cell. Jira's have no spaces in them; elsewhere a label may.
pub(super) fn labels(cell: &str, spaces_divide: bool) -> impl Iterator<Item = String> {
    cell.split(move |c: char| matches!(c, ',' | ';' | '|' | '\n') || (spaces_divide && c.is_whitespace()))
        .map(text::flatten)
        .filter(|label| !label.is_empty())
}

/// A comment cell's instant, author and text. Jira writes "date;author;text"; anything else is text.
pub(super) fn comment(cell: &str) -> (Option<DateTime<Utc>>, &str, &str) {
    let mut parts = cell.splitn(3, ';');
    if let (Some(date), Some(author), Some(text)) = (parts.next(), parts.next(), parts.next())
        && let Some(at) = instant(date)
    {
        return (Some(at), author.trim(), text.trim());
    }
    (None, "", cell.trim())
}

/// The sprint in a cell: its name, or the longer form of older servers, `…Sprint@1f[id=7,state=CLOSED,name=S 1,…]`.
pub(super) fn sprint(cell: &str) -> PlannedSprint {
    let mut bare = bare_sprint(&text::flatten(cell));
    if let Some((from, to)) = days_in_name(&bare.name) {
        (bare.starts, bare.ends) = (Some(from), Some(to));
    }
    let inside = cell.split_once(".Sprint@").and_then(|(_, rest)| rest.split_once('['));
    let Some(inside) = inside.map(|(_, rest)| rest.trim_end().trim_end_matches(']')) else { return bare };
    let fields = sprint_fields(inside);
    let field = |name: &str| fields.iter().find(|(known, _)| *known == name).map(|(_, value)| *value);
    let filled = |name: &str| field(name).filter(|value| !matches!(*value, "" | "<null>"));
    let name = filled("name").map_or_else(|| bare.name.clone(), text::flatten);
    PlannedSprint {
        key: filled("id").map_or_else(|| name.clone(), str::to_owned),
        name,
        goal: filled("goal").map(text::flatten).unwrap_or_default(),
        state: match filled("state") {
            Some("FUTURE") => Some(SprintState::Planned),
            Some("ACTIVE") => Some(SprintState::Active),
            Some("CLOSED") => Some(SprintState::Closed),
            _ => None,
        },
        starts: filled("startDate").and_then(instant),
        ends: filled("endDate").and_then(instant),
        closed: filled("completeDate").and_then(instant),
    }
}

/// A sprint of which no more than the name is known.
pub(super) fn bare_sprint(name: &str) -> PlannedSprint {
    PlannedSprint {
        key: name.to_owned(),
        name: name.to_owned(),
        goal: String::new(),
        state: None,
        starts: None,
        ends: None,
        closed: None,
    }
}

/// The first and the last day that a sprint's name says, as in "Sprint 7 (2025-09-01 – 2025-09-14)": two dates that can
/// be read for certain, in order.
fn days_in_name(name: &str) -> Option<(DateTime<Utc>, DateTime<Utc>)> {
    let mut found = name
        .split(|c: char| !(c.is_ascii_digit() || matches!(c, '-' | '.')))
        .map(|part| part.trim_matches(['-', '.']))
        .filter(|part| (8..=10).contains(&part.len()) && part.matches(['-', '.']).count() == 2)
        .filter_map(instant);
    let (from, to) = (found.next()?, found.next()?);
    // The last day as a whole belongs to it.
    (from <= to && found.next().is_none()).then(|| (from, to + chrono::TimeDelta::hours(12)))
}

/// The sprint at the end of a path such as "Harbour\2025\Sprint 7"; none where the path is the root alone.
pub(super) fn iteration(cell: &str) -> Option<PlannedSprint> {
    let path = text::flatten(cell);
    let (_, name) = path.rsplit_once('\\')?;
    (!name.trim().is_empty()).then(|| PlannedSprint { key: path.clone(), ..bare_sprint(name.trim()) })
}

/// Acceptance criteria written one a line, with or without bullets, numbers or boxes.
pub(super) fn criteria(cell: &str) -> impl Iterator<Item = (String, Option<bool>)> {
    cell.lines().map(str::trim).filter(|line| !line.is_empty()).map(|line| {
        let digits = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let numbered = digits > 0 && (line[digits..].starts_with(". ") || line[digits..].starts_with(") "));
        let line = if numbered { &line[digits + 2..] } else { line };
        let bullet =
            |line: &'_ str| ["- ", "* ", "• ", "+ "].into_iter().find(|bullet| line.starts_with(bullet));
        let line = bullet(line).map_or(line, |bullet| &line[bullet.len()..]).trim();
        match line.get(..3) {
            Some("[x]" | "[X]") => (line[3..].trim().to_owned(), Some(true)),
            Some("[ ]") => (line[3..].trim().to_owned(), Some(false)),
            _ => (line.to_owned(), None),
        }
    })
}

/// Splits `a=1,name=One, two,b=3` at its known fields: names and goals may hold commas and equal signs.
fn sprint_fields(inside: &str) -> Vec<(&str, &str)> {
    const FIELDS: &[&str] = &[
        "id",
        "rapidViewId",
        "state",
        "name",
        "startDate",
        "endDate",
        "completeDate",
        "activatedDate",
        "sequence",
        "goal",
        "synced",
        "autoStartStop",
        "incompleteIssuesDestinationId",
    ];
    let mut starts: Vec<(usize, &str)> = Vec::new();
    for field in FIELDS {
        let first = inside.strip_prefix(field).is_some_and(|rest| rest.starts_with('='));
        let at = if first { Some(0) } else { inside.find(&format!(",{field}=")).map(|at| at + 1) };
        starts.extend(at.map(|at| (at, *field)));
    }
    starts.sort_unstable();
    let ends: Vec<usize> = starts.iter().skip(1).map(|(at, _)| at - 1).chain([inside.len()]).collect();
    starts.iter().zip(ends).map(|((at, field), end)| (*field, &inside[at + field.len() + 1..end])).collect()
}

/// The prefix and number of a key such as "HBR-12". A number of more than nine digits or with a leading zero is none:
/// it could not be written back as it was.
pub(super) fn split_key(key: &str) -> Option<(&str, Option<u32>)> {
    let (prefix, number) = key.rsplit_once('-')?;
    let shaped = prefix.len() <= 40
        && prefix.starts_with(|c: char| c.is_ascii_alphabetic())
        && prefix.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_')
        && !number.is_empty()
        && number.bytes().all(|b| b.is_ascii_digit());
    let numbered = !number.starts_with('0') && number.len() <= 9;
    shaped.then(|| (prefix, if numbered { number.parse().ok() } else { None }))
}

/// The text without control characters other than line ends and tabs, and what was left out, in a sentence.
pub(super) fn without_controls(cell: &str) -> (Cow<'_, str>, Option<String>) {
    let odd = |c: &char| c.is_control() && !matches!(c, '\n' | '\r' | '\t');
    let Some(first) = cell.chars().find(odd) else { return (Cow::Borrowed(cell), None) };
    let count = cell.chars().filter(odd).count();
    let lost = match count {
        1 => "1 control character".to_owned(),
        _ => format!("{count} control characters"),
    };
    let were = if count == 1 { "was" } else { "were" };
    let told = format!("{lost} (U+{:04X}) {were} left out; the rest was read.", u32::from(first));
    (Cow::Owned(cell.chars().filter(|c| !odd(c)).collect()), Some(told))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_and_what_is_none() {
        for (cell, expect) in [
            ("3", Some(3.0)),
            (" 3.0 ", Some(3.0)),
            ("0.5", Some(0.5)),
            ("0,5", Some(0.5)),
            ("1000", Some(1000.0)),
            ("1,000", None),
            ("1,5,0", None),
            ("-1", None),
            ("1000.01", None),
            ("1000000000", None),
            ("0.125", None),
            ("five", None),
            ("5 points", None),
            ("NaN", None),
            ("inf", None),
            ("1e3", None),
            ("", None),
            (".", None),
        ] {
            assert_eq!(points(cell).ok(), expect, "{cell:?}");
        }
        assert_eq!(points("five").unwrap_err(), "\"five\" is not a number of points.");
        assert_eq!(points("-1").unwrap_err(), "An estimate is a number from 0 to 1000; -1 is not.");
    }

    #[test]
    fn comments() {
        let (at, author, text) = comment("05/Sep/25 7:24 AM;account-b;Waiting; will call");
        assert_eq!(at.unwrap().to_rfc3339(), "2025-09-05T07:24:00+00:00");
        assert_eq!((author, text), ("account-b", "Waiting; will call"));
        assert_eq!(comment("first; second; third"), (None, "", "first; second; third"));
    }

    #[test]
    fn sprints() {
        assert_eq!(sprint(" Quay  Sprint 1 ").name, "Quay Sprint 1");
        let long = sprint(
            "com.atlassian.greenhopper.service.sprint.Sprint@1f39[id=7,rapidViewId=2,state=CLOSED,name=Quay, part 1,\
             startDate=2025-09-01T08:00:00.000Z,endDate=2025-09-14T16:00:00.000Z,completeDate=<null>,sequence=7,goal=]",
        );
        assert_eq!(
            (long.name.as_str(), long.goal.as_str(), long.state),
            ("Quay, part 1", "", Some(SprintState::Closed))
        );
        assert_eq!(long.starts.unwrap().to_rfc3339(), "2025-09-01T08:00:00+00:00");
        assert_eq!((long.ends.is_some(), long.closed), (true, None));
        let named = sprint("Sprint 7 (2025-09-01 – 2025-09-14)");
        assert_eq!(named.starts.unwrap().to_rfc3339(), "2025-09-01T00:00:00+00:00");
        assert_eq!(named.ends.unwrap().date_naive().to_string(), "2025-09-14");
        assert_eq!(sprint("1.9.2025-14.09.2025").starts, None);
        assert_eq!(sprint("Release 1.2.3 of 2025-09-01").starts, None);
        // Cut off, or without a name: whatever it is, it is a name.
        assert_eq!(sprint("x.Sprint@1[id=7").name, "x.Sprint@1[id=7");
        assert_eq!(sprint("x.Sprint@1").name, "x.Sprint@1");
    }

    #[test]
    fn keys() {
        for (key, expect) in [
            ("HBR-12", Some(("HBR", Some(12)))),
            ("MY_APP-1", Some(("MY_APP", Some(1)))),
            ("HBR-012", Some(("HBR", None))),
            ("HBR-1234567890", Some(("HBR", None))),
            ("P1-T13", None),
            ("17", None),
            ("-1", None),
            ("HBR-", None),
            ("a-b-3", None),
        ] {
            assert_eq!(split_key(key), expect, "{key}");
        }
    }

    #[test]
    fn iterations_are_paths() {
        let found = iteration("Harbour\\2025\\Sprint 7").unwrap();
        assert_eq!((found.name.as_str(), found.key.as_str()), ("Sprint 7", "Harbour\\2025\\Sprint 7"));
        assert!(iteration("Harbour").is_none() && iteration("Harbour\\ ").is_none());
    }

    #[test]
    fn criteria_are_lines() {
        let found: Vec<_> = criteria("- one\n\n2. two\r\n[x] three\n* [ ] four\n2 of 3 pay").collect();
        let told: Vec<_> = found.iter().map(|(text, met)| (text.as_str(), *met)).collect();
        assert_eq!(
            told,
            [
                ("one", None),
                ("two", None),
                ("three", Some(true)),
                ("four", Some(false)),
                ("2 of 3 pay", None)
            ]
        );
    }

    #[test]
    fn labels_are_divided() {
        assert_eq!(labels("quay, night  boat;; x", false).collect::<Vec<_>>(), ["quay", "night boat", "x"]);
        assert_eq!(labels("quay night-boat", true).collect::<Vec<_>>(), ["quay", "night-boat"]);
    }
}
