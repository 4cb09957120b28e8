//! The minutes of a Sprint Review: a text that follows from what was shown, said and decided, and from nothing else, so
//! that the same Review always has the same minutes.

use std::fmt::Write as _;

use crate::text::unmarked;

/// What the minutes tell.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Facts {
    /// The sprint's name.
    pub sprint: String,
    /// The day it was held, in words; none before it began.
    pub held: Option<String>,
    /// The Sprint Goal; may be empty.
    pub goal: String,
    /// Whether it was met, with the reason; none while nobody said.
    pub verdict: Option<(bool, String)>,
    /// "25 of 28 points committed are Done", in words.
    pub committed: String,
    /// Names of those present.
    pub present: Vec<String>,
    /// Names of those invited and not there.
    pub absent: Vec<String>,
    /// What was shown, in its order.
    pub shown: Vec<Shown>,
    /// What is not Done: key, title and what became of it.
    pub undone: Vec<(String, String, String)>,
    /// Feedback on the whole.
    pub general: Vec<Said>,
    /// How far the Product Goal is, in words; empty when there is nothing to say.
    pub product_goal: String,
    /// What was changed in the Product Backlog, in the words of each action.
    pub outcome: Vec<String>,
    /// What comes next, in words; empty when nothing is planned.
    pub next: String,
    /// Free notes, Markdown.
    pub notes: String,
}

/// One point that was shown.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Shown {
    /// The item's key; empty of a free point.
    pub key: String,
    /// Its title.
    pub title: String,
    /// Who presented it; empty when nobody is named.
    pub presenter: String,
    /// What was said of it.
    pub said: Vec<Said>,
}

/// Something said.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Said {
    /// By whom; empty when nobody is named.
    pub by: String,
    /// The words.
    pub text: String,
    /// The key of the item it became; empty when it became none.
    pub item: String,
}

/// The minutes as Markdown. Chapters with nothing to tell are left out.
pub fn markdown(facts: &Facts) -> String {
    let mut text = format!("# Sprint Review of {}\n", unmarked(&facts.sprint));
    if let Some(day) = &facts.held {
        let _ = write!(text, "\n{day}\n");
    }
    people(&mut text, facts);
    text.push_str("\n## Sprint Goal\n\n");
    let goal = if facts.goal.trim().is_empty() { "No Sprint Goal is known." } else { facts.goal.trim() };
    let _ = writeln!(text, "{}", lines(goal));
    if let Some((met, reason)) = &facts.verdict {
        let word = if *met { "**Met.**" } else { "**Not met.**" };
        let _ = writeln!(text, "\n{}", format!("{word} {}", lines(reason)).trim_end());
    }
    let _ = writeln!(text, "\n{}", facts.committed);
    shown(&mut text, facts);
    if !facts.undone.is_empty() {
        text.push_str("\n## Not Done\n\n");
        for (key, title, what) in &facts.undone {
            let _ = writeln!(text, "- {key} {} ({what})", unmarked(title));
        }
    }
    if !facts.general.is_empty() {
        text.push_str("\n## Feedback\n\n");
        feedback(&mut text, "", &facts.general);
    }
    if !facts.product_goal.is_empty() {
        let _ = write!(text, "\n## Product Goal\n\n{}\n", lines(&facts.product_goal));
    }
    if !facts.outcome.is_empty() {
        text.push_str("\n## Changes to the Product Backlog\n\n");
        for one in &facts.outcome {
            let _ = writeln!(text, "- {}", unmarked(one));
        }
    }
    if !facts.next.is_empty() {
        let _ = write!(text, "\n## Next\n\n{}\n", lines(&facts.next));
    }
    if !facts.notes.trim().is_empty() {
        let _ = write!(text, "\n## Notes\n\n{}\n", facts.notes.trim_end());
    }
    text
}

fn people(text: &mut String, facts: &Facts) {
    for (word, names) in [("Present", &facts.present), ("Invited, not present", &facts.absent)] {
        if !names.is_empty() {
            // "Mia Berg, port of Oslo" is one guest.
            let between = if names.iter().any(|name| name.contains(',')) { "; " } else { ", " };
            let names: Vec<String> = names.iter().map(|name| unmarked(name)).collect();
            let _ = write!(text, "\n**{word}:** {}\n", names.join(between));
        }
    }
}

fn shown(text: &mut String, facts: &Facts) {
    if facts.shown.is_empty() {
        return;
    }
    text.push_str("\n## Shown\n\n");
    for (point, n) in facts.shown.iter().zip(1..) {
        let named = format!("{} {}", point.key, unmarked(&point.title));
        let _ = write!(text, "{n}. {}", named.trim_start());
        if !point.presenter.is_empty() {
            let _ = write!(text, ", presented by {}", unmarked(&point.presenter));
        }
        text.push('\n');
        feedback(text, "   ", &point.said);
    }
}

fn feedback(text: &mut String, indent: &str, said: &[Said]) {
    for one in said {
        // A line break within a list entry stays in it.
        let words = lines(&one.text).replace('\n', &format!("\n{indent}  "));
        let by = if one.by.is_empty() { String::new() } else { format!("{}: ", unmarked(&one.by)) };
        let item = if one.item.is_empty() { String::new() } else { format!(" → {}", one.item) };
        let _ = writeln!(text, "{indent}- {by}{words}{item}");
    }
}

/// Words of several lines in which nothing is taken for Markdown. The lines stay apart when they are rendered: two spaces
/// at the end of one are a line break in Markdown, and nothing at all to whoever reads the text as it is.
fn lines(words: &str) -> String {
    let lines: Vec<String> = words.lines().map(|line| unmarked(line.trim_end())).collect();
    let mut text = String::new();
    for (at, line) in lines.iter().enumerate() {
        text.push_str(line);
        if let Some(next) = lines.get(at + 1) {
            text.push_str(if line.is_empty() || next.is_empty() { "\n" } else { "  \n" });
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(by: &str, text: &str, item: &str) -> Said {
        Said { by: by.into(), text: text.into(), item: item.into() }
    }

    #[test]
    fn a_review_with_everything_in_it() {
        let facts = Facts {
            sprint: "Sprint 5".into(),
            held: Some("Friday, 13 March 2026".into()),
            goal: "Rebook in two minutes".into(),
            verdict: Some((false, "The link is missing.".into())),
            committed: "13 of 21 points committed are Done.".into(),
            present: vec!["Ada Quist".into(), "Mia Berg".into()],
            absent: vec!["Bo Lind".into(), "Leif, port".into()],
            shown: vec![
                Shown {
                    key: "HBR-1".into(),
                    title: "Pay *by* card".into(),
                    presenter: "Ada Quist".into(),
                    said: vec![said("Mia Berg", "Show the price\nfirst", "HBR-9"), said("", "Nice", "")],
                },
                Shown { title: "The budget".into(), ..Shown::default() },
            ],
            undone: vec![("HBR-2".into(), "Pier".into(), "in progress".into())],
            general: vec![said("Mia Berg", "Slower, please", "")],
            product_goal: "Fewer calls\n\nCalls: 41% of 60%.".into(),
            outcome: vec!["Move HBR-7 to the top".into()],
            next: "Sprint 6, 16 to 27 March.".into(),
            notes: "- bring cake\n".into(),
        };
        let expect = "\
# Sprint Review of Sprint 5

Friday, 13 March 2026

**Present:** Ada Quist, Mia Berg

**Invited, not present:** Bo Lind; Leif, port

## Sprint Goal

Rebook in two minutes

**Not met.** The link is missing.

13 of 21 points committed are Done.

## Shown

1. HBR-1 Pay \\*by\\* card, presented by Ada Quist
   - Mia Berg: Show the price  \n     first → HBR-9
   - Nice
2. The budget

## Not Done

- HBR-2 Pier (in progress)

## Feedback

- Mia Berg: Slower, please

## Product Goal

Fewer calls

Calls: 41% of 60%.

## Changes to the Product Backlog

- Move HBR-7 to the top

## Next

Sprint 6, 16 to 27 March.

## Notes

- bring cake
";
        assert_eq!(markdown(&facts), expect);
    }

    #[test]
    fn chapters_with_nothing_to_tell_are_left_out() {
        let facts = Facts {
            sprint: "Sprint 1".into(),
            committed: "Nothing was committed.".into(),
            ..Facts::default()
        };
        let expect = "# Sprint Review of Sprint 1\n\n## Sprint Goal\n\nNo Sprint Goal is known.\n\nNothing was committed.\n";
        assert_eq!(markdown(&facts), expect);
    }
}
