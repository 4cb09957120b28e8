//! The values of a row that an item can do without: one that cannot be read is listed and the item goes on.

use chrono::{DateTime, Utc};
use lineout_domain::board::Category;
use lineout_domain::checklist;
use lineout_domain::comment;
use lineout_domain::item::{self, Resolution};
use lineout_domain::text::{excerpt, flatten};

use super::Format;
use super::cells;
use super::dates::{self, DateFault};
use super::fields::Field;
use super::gather::Lead;
use super::own;
use super::plan::{PlannedComment, PlannedCriterion, PlannedItem, PlannedSprint};
use super::rows::Rows;
use super::table::Row;
use super::words;

impl Rows {
    /// An item with the values that it can do without; the title and its like are blank, for the caller to fill.
    pub(super) fn values(&mut self, row: &Row) -> PlannedItem {
        let status = flatten(self.word(Field::Status, row));
        let (category, resolution) = self.progress(row, &status);
        let all_sprints = self.sprints(row);
        let cancelled = self.instant(row, Field::Cancelled);
        PlannedItem {
            line: row.line,
            source_key: None,
            number: None,
            title: String::new(),
            description: String::new(),
            item_type: item::ItemType::Feature,
            estimate: self.estimate(row),
            value: self.value(row),
            acceptance: self.acceptance(row),
            assignees: self.assignees(row),
            reporter: self.person(row, Field::Reporter, Field::ReporterAccount),
            sprint: all_sprints.last().copied(),
            all_sprints,
            status,
            category,
            resolution,
            reason: String::new(),
            labels: self.labels(row),
            epic: self.epic_name(row),
            created: self.instant(row, Field::Created),
            resolved: self.instant(row, Field::Resolved).or(cancelled),
            comments: self.comments(row),
            links: Vec::new(),
        }
    }

    fn progress(&self, row: &Row, status: &str) -> (Category, Option<Resolution>) {
        if self.exact() {
            return match Resolution::parse(self.word(Field::Ended, row)) {
                Some(Resolution::Done) => (Category::Done, Some(Resolution::Done)),
                Some(_) => (Category::Done, Some(Resolution::Cancelled)),
                None => (Category::Todo, None),
            };
        }
        // Linear's teams name their states as they like; the dates tell what they mean.
        if self.header.value(Field::Cancelled, row).is_some() {
            return (Category::Done, Some(Resolution::Cancelled));
        }
        if self.format() == Format::Linear && self.header.value(Field::Resolved, row).is_some() {
            return (Category::Done, Some(Resolution::Done));
        }
        words::progress(self.word(Field::StatusCategory, row), status, self.word(Field::Resolution, row))
    }

    fn value(&mut self, row: &Row) -> Option<i64> {
        let (column, cell) = self.header.value(Field::Value, row)?;
        let number = cell.trim().strip_suffix(".0").unwrap_or(cell.trim()).parse::<i64>();
        let reason = match number.map(item::value) {
            Ok(Ok(value)) => return Some(value),
            Ok(Err(refusal)) => refusal.to_string(),
            Err(_) => format!("\"{}\" is not a whole number.", excerpt(cell)),
        };
        self.problem(row, Some(column), format!("{reason} The item was read without a value."));
        None
    }

    fn acceptance(&mut self, row: &Row) -> Vec<PlannedCriterion> {
        let cells: Vec<(usize, &str)> = self.header.values(Field::Acceptance, row).collect();
        let mut criteria = Vec::new();
        for (column, cell) in cells {
            let cell = self.legible(row, column, cell);
            let text = self.prose(&cell);
            let lines: Vec<(String, Option<bool>)> =
                if self.exact() { own::criteria(&text) } else { cells::criteria(&text).collect() };
            for (text, met) in lines {
                match checklist::acceptance(&text) {
                    Ok(_) if criteria.len() == checklist::ACCEPTANCE_MAX => {
                        let most = checklist::ACCEPTANCE_MAX;
                        let reason = format!(
                            "An item has at most {most} acceptance criteria; the others were left out."
                        );
                        self.problem(row, Some(column), reason);
                        return criteria;
                    }
                    Ok(text) => criteria.push(PlannedCriterion { text, met }),
                    Err(refusal) => self.problem(row, Some(column), refusal.to_string()),
                }
            }
        }
        criteria
    }

    fn assignees(&mut self, row: &Row) -> Vec<usize> {
        if !self.exact() {
            return self.person(row, Field::Assignee, Field::AssigneeAccount).into_iter().collect();
        }
        let Some((column, cell)) = self.header.value(Field::Assignee, row) else { return Vec::new() };
        let mut people = Vec::new();
        for name in own::unguarded(cell).split('\n') {
            match self.found.people.named(name, None) {
                Ok(person) => people.extend(person),
                Err(refusal) => self.problem(row, Some(column), refusal.to_string()),
            }
        }
        people
    }

    fn estimate(&mut self, row: &Row) -> Option<f64> {
        let (column, cell) = self.header.value(Field::Estimate, row)?;
        match cells::points(cell) {
            Ok(points) => Some(points),
            Err(reason) => {
                self.problem(row, Some(column), format!("{reason} The item was read without an estimate."));
                None
            }
        }
    }

    fn person(&mut self, row: &Row, name: Field, account: Field) -> Option<usize> {
        let account = self.header.value(account, row);
        let (column, name) = self.header.value(name, row).or(account)?;
        let named = match self.format() {
            Format::Linear | Format::Azure => self.found.people.addressed(name),
            _ => self.found.people.named(name, account.map(|(_, account)| account)),
        };
        match named {
            Ok(person) => person,
            Err(refusal) => {
                self.problem(row, Some(column), refusal.to_string());
                None
            }
        }
    }

    fn sprints(&mut self, row: &Row) -> Vec<usize> {
        let cells = self.header.values(Field::Sprint, row);
        let mut named: Vec<(usize, PlannedSprint)> = match self.format() {
            Format::Azure => {
                cells.filter_map(|(column, cell)| Some((column, cells::iteration(cell)?))).collect()
            }
            Format::Lineout => {
                cells.map(|(column, cell)| (column, cells::bare_sprint(own::unguarded(cell)))).collect()
            }
            _ => cells.map(|(column, cell)| (column, cells::sprint(cell))).collect(),
        };
        if let Some((column, number)) = self.header.value(Field::SprintNumber, row) {
            let name =
                named.pop().map_or_else(|| format!("Cycle {}", number.trim()), |(_, sprint)| sprint.name);
            let team = self.word(Field::ProductName, row).trim();
            let key = flatten(&format!("{team} cycle {number}"));
            named = vec![(column, PlannedSprint { key, ..cells::bare_sprint(&name) })];
        }
        if let Some((_, sprint)) = named.last_mut() {
            let date = |field| {
                let (_, cell) = self.header.value(field, row)?;
                Some((dates::instant(cell)?, cell.contains(':')))
            };
            sprint.starts = sprint.starts.or(date(Field::SprintStarts).map(|(at, _)| at));
            // A day without a time belongs to it as a whole.
            let noon = chrono::TimeDelta::hours(12);
            let ends = date(Field::SprintEnds).map(|(at, timed)| if timed { at } else { at + noon });
            sprint.ends = sprint.ends.or(ends);
        }
        let mut sprints = Vec::new();
        for (column, sprint) in named {
            match self.found.sprints.named(sprint) {
                Ok(index) => {
                    // An item that comes back to a sprint is in it last.
                    sprints.retain(|known| *known != index);
                    sprints.push(index);
                }
                Err(refusal) => self.problem(row, Some(column), refusal.to_string()),
            }
        }
        sprints
    }

    fn labels(&mut self, row: &Row) -> Vec<String> {
        let spaces_divide = self.format() == Format::Jira;
        let cells = self.header.values(Field::Labels, row);
        let named: Vec<(usize, String)> = if self.exact() {
            let lines = |cell| own::unguarded(cell).split('\n').map(str::to_owned);
            cells.flat_map(|(column, cell)| lines(cell).map(move |label| (column, label))).collect()
        } else {
            let divided = |cell| cells::labels(cell, spaces_divide);
            cells.flat_map(|(column, cell)| divided(cell).map(move |label| (column, label))).collect()
        };
        let mut labels: Vec<String> = Vec::new();
        for (column, label) in named {
            match item::label(&label) {
                Ok(label) if labels.contains(&label) => {}
                Ok(_) if labels.len() == item::LABELS_MAX => {
                    let reason =
                        format!("An item has at most {} labels; the others were left out.", item::LABELS_MAX);
                    self.problem(row, Some(column), reason);
                    break;
                }
                Ok(label) => labels.push(label),
                Err(refusal) => self.problem(row, Some(column), refusal.to_string()),
            }
        }
        labels
    }

    fn epic_name(&mut self, row: &Row) -> Option<String> {
        let (column, cell) = self.header.value(Field::Epic, row)?;
        let name = if self.exact() { own::unguarded(cell).to_owned() } else { flatten(cell) };
        match item::epic_name(&name) {
            Ok(name) => Some(name),
            Err(refusal) => {
                self.problem(row, Some(column), refusal.to_string());
                None
            }
        }
    }

    fn instant(&mut self, row: &Row, field: Field) -> Option<DateTime<Utc>> {
        let (column, cell) = self.header.value(field, row)?;
        let reason = match dates::past(cell, self.now_day) {
            Ok(at) => return Some(at),
            Err(DateFault::Illegible) => "is not a date in a form that can be read for certain",
            Err(DateFault::OutOfRange) => "is before 1970 or in the future",
        };
        self.problem(row, Some(column), format!("\"{}\" {reason}; it was left out.", excerpt(cell)));
        None
    }

    fn comments(&mut self, row: &Row) -> Vec<PlannedComment> {
        let named: Vec<_> = self.header.values(Field::Comment, row).collect();
        let mut comments = Vec::new();
        for (column, cell) in named {
            let cell = self.legible(row, column, cell);
            let (at, author, text) = cells::comment(&cell);
            let author = flatten(author);
            match comment::text(text) {
                Ok(text) => comments.push(PlannedComment {
                    at: at.filter(|at| dates::has_happened(*at, self.now_day)),
                    edited: None,
                    author,
                    text,
                }),
                Err(refusal) => self.problem(row, Some(column), refusal.to_string()),
            }
        }
        comments
    }

    pub(super) fn rank(&self, row: &Row) -> Option<String> {
        self.header.value(Field::Rank, row).map(|(_, cell)| cell.trim().to_owned())
    }

    /// What names the item's epic without being its name.
    pub(super) fn links(&self, row: &Row) -> Vec<Lead> {
        let links =
            [Field::EpicLink, Field::Parent].into_iter().flat_map(|field| self.header.values(field, row));
        let lead = |(column, cell): (usize, &str)| Lead {
            column: Some(self.header.name(column).to_owned()),
            to: flatten(cell),
        };
        links.map(lead).collect()
    }

    pub(super) fn parent_title(&self, row: &Row) -> Option<String> {
        self.header.value(Field::ParentSummary, row).map(|(_, cell)| flatten(cell))
    }
}
