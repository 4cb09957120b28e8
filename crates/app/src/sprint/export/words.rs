//! Words that both forms of the page share. Numbers and days are written alike on every machine.

use chrono::{DateTime, Utc};
use lineout_domain::figures::burndown::ScopeKind as Kind;
use lineout_domain::text;

use super::{Change, Page};
use crate::sprint::record::{RecordedItem, SprintRecord};

/// "5", "2.5"
pub(super) fn number(value: f64) -> String {
    format!("{}", (value * 100.0).round() / 100.0 + 0.0)
}

/// "1 point", "5 points"
pub(super) fn points(value: f64) -> String {
    format!("{} {}", number(value), if value == 1.0 { "point" } else { "points" })
}

/// "1 item", "5 items"
pub(super) fn items(count: usize) -> String {
    format!("{count} {}", if count == 1 { "item" } else { "items" })
}

/// "5 points", and how many items count 0 in them: "5 points, 2 unestimated"
pub(super) fn points_of(value: f64, unestimated: usize) -> String {
    match unestimated {
        0 => points(value),
        n => format!("{}, {n} unestimated", points(value)),
    }
}

/// "–" for what was not there at the start, so that the column adds up to the commitment.
pub(super) fn at_start(item: &RecordedItem) -> String {
    estimate(item.estimate_at_start.filter(|_| item.committed))
}

/// "–" for what nobody estimated.
pub(super) fn estimate(value: Option<f64>) -> String {
    value.map_or_else(|| "–".to_owned(), number)
}

/// Whole per cent.
pub(super) fn percent(share: f64) -> String {
    format!("{}%", (share * 100.0).round())
}

impl Page {
    /// "9 March 2026, 14:05", in the team's zone as it was.
    pub(super) fn instant(&self, at: DateTime<Utc>) -> String {
        at.with_timezone(&self.tz).format("%-d %B %Y, %H:%M").to_string()
    }

    /// "Mon 9 Mar 14:05"
    pub(super) fn moment(&self, at: DateTime<Utc>) -> String {
        at.with_timezone(&self.tz).format("%a %-d %b %H:%M").to_string()
    }

    /// "9 March 2026 – 20 March 2026", and the day of the end where that was another.
    pub(super) fn span(&self) -> String {
        let SprintRecord { start_day, end_day, ended, .. } = &self.record;
        let planned = format!("{} – {}", text::day(start_day), text::day(end_day));
        let Some(end) = ended.as_ref().filter(|end| end.day != *end_day) else { return planned };
        let off = match end.early_days {
            _ if end.day > *end_day => ", after the planned end".to_owned(),
            0 => String::new(),
            1 => ", 1 working day early".to_owned(),
            n => format!(", {n} working days early"),
        };
        format!("{planned}, ended {}{off}", text::day(&end.day))
    }

    /// Committed, completed, say/do and what changed in between, each with its name.
    pub(super) fn figures(&self) -> Vec<(&'static str, String)> {
        let record = &self.record;
        let changes = &record.changes;
        let changed = [
            (changes.added, "added"),
            (changes.removed, "removed"),
            (changes.cancelled, "cancelled"),
            (changes.reestimated, "estimated anew"),
        ];
        let changed: Vec<String> =
            changed.iter().filter(|(n, _)| *n > 0).map(|(n, what)| format!("{n} {what}")).collect();
        let mut changed =
            if changed.is_empty() { "No change of scope".to_owned() } else { changed.join(", ") };
        if changes.late > 0 {
            changed = format!("{changed}; {} late", changes.late);
        }
        let say_do = record.say_do.map_or_else(
            || "–".to_owned(),
            |share| {
                let (kept, of) = (number(record.kept_points), number(record.committed_points));
                format!("{} ({kept} of {of})", percent(share))
            },
        );
        vec![
            ("Committed", points_of(record.committed_points, record.committed_unestimated as usize)),
            ("Completed", points_of(record.completed_points, record.completed_unestimated as usize)),
            ("Say/do", say_do),
            ("After the start", changed),
        ]
    }

    /// "✓ Met", and why: what the Sprint Review said of the goal.
    pub(super) fn verdict(&self) -> Option<(&'static str, &str)> {
        let (met, reason) = self.verdict.as_ref()?;
        Some((if *met { "✓ Met" } else { "✗ Not met" }, reason))
    }

    /// What is to be known of an item beside its estimates.
    pub(super) fn notes(&self, item: &RecordedItem) -> Vec<String> {
        let mut notes = Vec::new();
        notes.extend(item.added_at.map(|at| format!("added {}", self.moment(at))));
        notes.extend(item.removed_at.map(|at| format!("removed {}", self.moment(at))));
        if item.reestimated {
            notes.push("estimated anew".to_owned());
        }
        notes.extend(item.done_at.map(|at| format!("Done {}", self.moment(at))));
        notes.extend(item.remainder.as_ref().map(|key| format!("the rest went on as {key}")));
        notes.extend(item.dod_version.map(|version| format!("Definition of Done {version}")));
        if !item.reason.is_empty() {
            notes.push(format!("cancelled: {}", item.reason));
        }
        notes.extend(
            item.waivers
                .iter()
                .map(|waiver| format!("waived: {}. {}: {}", waiver.criterion, waiver.person, waiver.reason)),
        );
        notes
    }

    /// How the record came to be.
    pub(super) fn origin(&self) -> String {
        match &self.imported_from {
            Some(tool) => format!("Brought in from {tool}: it is what that file knew."),
            None => "Written when the sprint ended. Nothing later alters it.".to_owned(),
        }
    }
}

impl Change {
    /// "added 3 points", "removed 5 points", "estimated anew, −2 points"
    pub(super) fn what(&self) -> String {
        let signed = format!("{}{}", if self.delta < 0.0 { "−" } else { "+" }, points(self.delta.abs()));
        match Kind::from(self.kind) {
            Kind::Added => format!("added, {signed}"),
            Kind::Removed => format!("removed, {signed}"),
            Kind::Cancelled => format!("cancelled, {signed}"),
            Kind::Reestimated => format!("estimated anew, {signed}"),
        }
    }

    /// When and by whom.
    pub(super) fn when(&self, page: &Page) -> String {
        let at = page.moment(self.at);
        if self.person.is_empty() { at } else { format!("{at}, {}", self.person) }
    }
}
