//! Release notes written by a template: the same increment and template always make the same text.
//!
//! A template is Markdown. `{version}`, `{date}` and their like stand for what they say. Lines between `{groups}` and
//! `{end}` are repeated for each type that has items; a line with `{key}`, `{title}` or `{points}` is repeated for each
//! item, of the type within a group and of all outside. `{{` is a brace.

use chrono::NaiveDate;

use crate::item::ItemType;
use crate::rule::Rule;
use crate::text::{self, TextFault, unmarked};

/// Most characters of a template.
pub const TEMPLATE_MAX: usize = 5_000;

/// What a product writes its notes by until it says otherwise.
pub const USUAL: &str = "\
## {version}, {date}

{groups}
### {type}

- {title} ({key})

{end}
";

const GROUPS: &str = "{groups}";
const END: &str = "{end}";
/// What stands for something of the increment.
const OF_INCREMENT: &[&str] = &["version", "date", "product", "increment", "sprint", "goal", "count"];
/// What stands for something of an item.
const OF_ITEM: &[&str] = &["key", "title", "points"];
/// What stands for a type.
const OF_GROUP: &str = "type";

/// A refusal of a template.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotesRule {
    /// It is too long or holds control characters.
    #[error("The template was not accepted: {0}.")]
    Text(TextFault),
    /// A placeholder that stands for nothing.
    #[error("Nothing is known by the name {{{0}}}.")]
    Unknown(String),
    /// `{type}` outside of groups.
    #[error("{{type}} has a meaning between {{groups}} and {{end}} only.")]
    TypeOutside,
    /// `{groups}` and `{end}` do not belong together.
    #[error("{{groups}} and {{end}} stand on lines of their own, one pair after another.")]
    Unpaired,
}

impl Rule for NotesRule {
    fn code(&self) -> &'static str {
        match self {
            Self::Text(_) => "notes_template",
            Self::Unknown(_) => "notes_placeholder",
            Self::TypeOutside => "notes_type_outside",
            Self::Unpaired => "notes_unpaired",
        }
    }

    fn hint(&self) -> String {
        match self {
            Self::Text(fault) => fault.hint(),
            Self::Unknown(_) => {
                let known = OF_INCREMENT.iter().chain(OF_ITEM).chain(&[OF_GROUP]);
                let known: Vec<String> = known.map(|name| format!("{{{name}}}")).collect();
                format!("Use {}; a brace itself is written {{{{.", known.join(", "))
            }
            Self::TypeOutside => "Put the line between {groups} and {end}.".into(),
            Self::Unpaired => {
                "Write {groups} before what is repeated for each type, and {end} after it.".into()
            }
        }
    }
}

/// What notes are written of.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Release {
    /// The version; none while it has none.
    pub version: Option<String>,
    /// The day; none while it has none.
    pub day: Option<NaiveDate>,
    /// The product's name.
    pub product: String,
    /// The increment's name.
    pub increment: String,
    /// The sprint's name; empty when it came from none in particular.
    pub sprint: String,
    /// The Product Goal; may be empty.
    pub goal: String,
    /// What it holds, in its order.
    pub items: Vec<Entry>,
}

/// One item of a release.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// Its key.
    pub key: String,
    /// Its title.
    pub title: String,
    /// What kind of work it was.
    pub kind: ItemType,
    /// Points.
    pub points: Option<f64>,
    /// The key of what its rest went on as, where only a part of it is Done.
    pub rest: Option<String>,
}

/// ", in part, the rest is HBR-73": what is said after the title of an item that a close split; nothing of one that is
/// whole.
pub fn in_part(rest: Option<&str>) -> String {
    rest.map_or_else(String::new, |key| format!(", in part, the rest is {key}"))
}

/// What items of a type are called in notes.
pub const fn heading(kind: ItemType) -> &'static str {
    match kind {
        ItemType::Feature => "Features",
        ItemType::Enhancement => "Enhancements",
        ItemType::Fix => "Fixes",
        ItemType::Spike => "Findings",
        ItemType::Chore => "Maintenance",
        ItemType::Improvement => "Improvements in how we work",
    }
}

/// A template as it is to be kept; empty for the usual one.
pub fn template(words: &str) -> Result<String, NotesRule> {
    let words = text::prose(words, TEMPLATE_MAX).map_err(NotesRule::Text)?;
    parse(&words)?;
    Ok(words)
}

/// The notes of a release by a template.
///
/// # Errors
/// When the template is none.
pub fn write(words: &str, release: &Release) -> Result<String, NotesRule> {
    let mut notes = String::new();
    let all: Vec<&Entry> = release.items.iter().collect();
    for part in parse(words)? {
        match part {
            Part::Line(line) => write_line(&mut notes, &line, release, None, &all),
            Part::Groups(lines) => {
                for kind in ItemType::ALL {
                    let of: Vec<&Entry> = all.iter().copied().filter(|item| item.kind == *kind).collect();
                    if !of.is_empty() {
                        for line in &lines {
                            write_line(&mut notes, line, release, Some(*kind), &of);
                        }
                    }
                }
            }
        }
    }
    Ok(tidy(&notes))
}

enum Part {
    Line(Line),
    Groups(Vec<Line>),
}

type Line = Vec<Piece>;

enum Piece {
    Text(String),
    Name(String),
}

fn parse(words: &str) -> Result<Vec<Part>, NotesRule> {
    let mut parts = Vec::new();
    let mut inside: Option<Vec<Line>> = None;
    for line in words.lines() {
        match (line.trim(), &mut inside) {
            (GROUPS, None) => inside = Some(Vec::new()),
            (END, Some(_)) => parts.extend(inside.take().map(Part::Groups)),
            (GROUPS, Some(_)) | (END, None) => return Err(NotesRule::Unpaired),
            (_, Some(lines)) => lines.push(pieces(line, true)?),
            (_, None) => parts.push(Part::Line(pieces(line, false)?)),
        }
    }
    if inside.is_some() { Err(NotesRule::Unpaired) } else { Ok(parts) }
}

fn pieces(line: &str, grouped: bool) -> Result<Line, NotesRule> {
    let mut pieces = Vec::new();
    let mut plain = String::new();
    let mut rest = line;
    while let Some(at) = rest.find('{') {
        plain.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        if let Some(after) = rest.strip_prefix('{') {
            plain.push('{');
            rest = after;
            continue;
        }
        let Some(end) = rest.find('}') else { return Err(NotesRule::Unknown(text::excerpt(rest))) };
        let name = &rest[..end];
        match name {
            OF_GROUP if !grouped => return Err(NotesRule::TypeOutside),
            OF_GROUP => {}
            "groups" | "end" => return Err(NotesRule::Unpaired),
            name if OF_INCREMENT.contains(&name) || OF_ITEM.contains(&name) => {}
            name => return Err(NotesRule::Unknown(text::excerpt(name))),
        }
        pieces.push(Piece::Text(std::mem::take(&mut plain)));
        pieces.push(Piece::Name(name.to_owned()));
        rest = &rest[end + 1..];
    }
    plain.push_str(rest);
    pieces.push(Piece::Text(plain));
    Ok(pieces)
}

fn write_line(notes: &mut String, line: &Line, release: &Release, kind: Option<ItemType>, of: &[&Entry]) {
    let of_item = |piece: &Piece| matches!(piece, Piece::Name(name) if OF_ITEM.contains(&name.as_str()));
    let times: Vec<Option<&Entry>> =
        if line.iter().any(of_item) { of.iter().map(|item| Some(*item)).collect() } else { vec![None] };
    for item in times {
        for piece in line {
            match piece {
                Piece::Text(words) => notes.push_str(words),
                Piece::Name(name) => notes.push_str(&value(name, release, kind, item, of.len())),
            }
        }
        notes.push('\n');
    }
}

fn value(
    name: &str,
    release: &Release,
    kind: Option<ItemType>,
    item: Option<&Entry>,
    count: usize,
) -> String {
    match name {
        "version" => release.version.as_deref().map_or_else(|| "Next version".into(), unmarked),
        "date" => match release.day {
            Some(day) => text::day(&day),
            None => "not released yet".into(),
        },
        "product" => unmarked(&release.product),
        "increment" => unmarked(&release.increment),
        "sprint" => unmarked(&release.sprint),
        "goal" => unmarked(&text::flatten(&release.goal)),
        "count" => count.to_string(),
        OF_GROUP => kind.map(heading).unwrap_or_default().to_owned(),
        "key" => item.map(|item| item.key.clone()).unwrap_or_default(),
        "title" => item
            .map(|item| format!("{}{}", unmarked(&item.title), in_part(item.rest.as_deref())))
            .unwrap_or_default(),
        "points" => item.and_then(|item| item.points).map_or_else(|| "–".into(), |points| points.to_string()),
        _ => String::new(),
    }
}

/// One empty line where there were several, none at the ends.
fn tidy(notes: &str) -> String {
    let mut tidy: Vec<&str> = Vec::new();
    for line in notes.lines().map(str::trim_end) {
        if !line.is_empty() || tidy.last().is_some_and(|last| !last.is_empty()) {
            tidy.push(line);
        }
    }
    tidy.join("\n").trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn entry(key: &str, title: &str, kind: ItemType, points: Option<f64>) -> Entry {
        Entry { key: key.into(), title: title.into(), kind, points, rest: None }
    }

    fn release() -> Release {
        Release {
            version: Some("1.4".into()),
            day: NaiveDate::from_ymd_opt(2026, 3, 9),
            product: "Harbour".into(),
            increment: "Boarding passes".into(),
            sprint: "Sprint 5".into(),
            goal: "Fewer calls".into(),
            items: vec![
                entry("HBR-3", "No cent is lost", ItemType::Fix, None),
                entry("HBR-1", "A QR *code*", ItemType::Feature, Some(3.0)),
                entry("HBR-2", "Four languages", ItemType::Feature, Some(0.5)),
            ],
        }
    }

    #[test]
    fn what_is_done_in_part_says_so() {
        let mut part = entry("HBR-1", "A QR code", ItemType::Feature, Some(1.0));
        part.rest = Some("HBR-9".into());
        let notes = write("* {key}: {title}", &Release { items: vec![part], ..release() }).unwrap();
        assert_eq!(notes, "* HBR-1: A QR code, in part, the rest is HBR-9");
    }

    #[test]
    fn the_usual_template_groups_by_type() {
        let expect = "\
## 1.4, 9 March 2026

### Features

- A QR \\*code\\* (HBR-1)
- Four languages (HBR-2)

### Fixes

- No cent is lost (HBR-3)";
        assert_eq!(write(USUAL, &release()).as_deref(), Ok(expect));
        assert_eq!(template(USUAL).as_deref(), Ok(USUAL.trim_end()));
    }

    #[test]
    fn without_groups_an_item_line_is_of_all() {
        let words =
            "{{{product}} {count} of {sprint}: {goal}\n{key}: {points}\n{groups}\n{type} {count}\n{end}\nBye";
        let expect =
            "{Harbour} 3 of Sprint 5: Fewer calls\nHBR-3: –\nHBR-1: 3\nHBR-2: 0.5\nFeatures 2\nFixes 1\nBye";
        assert_eq!(write(words, &release()).as_deref(), Ok(expect));
        let unreleased = Release { version: None, day: None, items: vec![], ..release() };
        assert_eq!(write(USUAL, &unreleased).as_deref(), Ok("## Next version, not released yet"));
        assert_eq!(write("", &release()).as_deref(), Ok(""));
    }

    #[test]
    fn what_is_no_template_is_refused() {
        for (words, code) in [
            ("{colour}", "notes_placeholder"),
            ("{version", "notes_placeholder"),
            ("{type}", "notes_type_outside"),
            ("{groups}\n- {title}", "notes_unpaired"),
            ("{end}", "notes_unpaired"),
            ("{groups}\n{groups}\n{end}", "notes_unpaired"),
            ("a {groups}", "notes_unpaired"),
            ("a\0", "notes_template"),
        ] {
            assert_eq!(template(words).unwrap_err().code(), code, "{words:?}");
        }
        assert_eq!(template(&"x".repeat(TEMPLATE_MAX + 1)).unwrap_err().code(), "notes_template");
        assert!(NotesRule::Unknown("x".into()).hint().contains("{version}"));
    }

    proptest! {
        #[test]
        fn a_template_that_is_accepted_writes_the_same_twice_and_loses_no_item(
            words in "(\\{(version|title|key|type|groups|end|x)\\}|[a-z{} \n-]{0,6}){0,12}",
        ) {
            if let Ok(words) = template(&words) {
                let notes = write(&words, &release()).unwrap();
                prop_assert_eq!(&notes, &write(&words, &release()).unwrap());
                if words.contains("{key}") && !words.contains("{{") {
                    for item in release().items {
                        prop_assert!(notes.contains(&item.key), "{notes}");
                    }
                }
            }
        }
    }
}
