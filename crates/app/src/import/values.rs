//! The values of a row that an item can do without: one that cannot be read is listed and the item goes on.

use chrono::{DateTime, Utc};
use lineout_domain::item;
use lineout_domain::text::{excerpt, flatten};

use super::Format;
use super::cells;
use super::dates::{self, DateFault};
use super::header::Field;
use super::plan::{PlannedComment, PlannedItem};
use super::rows::Rows;
use super::table::Row;
use super::words;

impl Rows {
    /// An item with the values that it can do without; the title and its like are blank, for the caller to fill.
    pub(super) fn values(&mut self, row: &Row) -> PlannedItem {
        let status = flatten(self.word(Field::Status, row));
        let (category, resolution) = words::progress(
            self.word(Field::StatusCategory, row),
            &status,
            self.word(Field::Resolution, row),
        );
        let all_sprints = self.sprints(row);
        PlannedItem {
            line: row.line,
            source_key: None,
            number: None,
            title: String::new(),
            description: String::new(),
            item_type: item::ItemType::Feature,
            estimate: self.estimate(row),
            assignee: self.person(row, Field::Assignee, Field::AssigneeAccount),
            reporter: self.person(row, Field::Reporter, Field::ReporterAccount),
            sprint: all_sprints.last().copied(),
            all_sprints,
            status,
            category,
            resolution,
            labels: self.labels(row),
            epic: self.epic_name(row),
            created: self.instant(row, Field::Created),
            resolved: self.instant(row, Field::Resolved),
            comments: self.comments(row),
        }
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
        match self.people.named(name, account.map(|(_, account)| account)) {
            Ok(person) => person,
            Err(refusal) => {
                self.problem(row, Some(column), refusal.to_string());
                None
            }
        }
    }

    fn sprints(&mut self, row: &Row) -> Vec<usize> {
        let named: Vec<_> = self
            .header
            .values(Field::Sprint, row)
            .map(|(column, cell)| (column, cells::sprint(cell)))
            .collect();
        let mut sprints = Vec::new();
        for (column, sprint) in named {
            match self.sprints.named(sprint) {
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
        let spaces_divide = self.format == Format::Jira;
        let named: Vec<(usize, String)> = self
            .header
            .values(Field::Labels, row)
            .flat_map(|(column, cell)| cells::labels(cell, spaces_divide).map(move |label| (column, label)))
            .collect();
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
        match item::epic_name(&flatten(cell)) {
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
        let comment = |(column, cell): (usize, &str)| {
            let cell = self.legible(row, column, cell);
            let (at, author, text) = cells::comment(&cell);
            PlannedComment {
                at,
                author: flatten(author),
                text: text.replace("\r\n", "\n").replace('\r', "\n"),
            }
        };
        named.into_iter().map(comment).collect()
    }

    pub(super) fn rank(&self, row: &Row) -> Option<String> {
        self.header.value(Field::Rank, row).map(|(_, cell)| cell.trim().to_owned())
    }

    /// What names the item's epic without being its name.
    pub(super) fn links(&self, row: &Row) -> Vec<(usize, String)> {
        let links =
            [Field::EpicLink, Field::Parent].into_iter().flat_map(|field| self.header.values(field, row));
        links.map(|(column, cell)| (column, flatten(cell))).collect()
    }

    pub(super) fn parent_title(&self, row: &Row) -> Option<String> {
        self.header.value(Field::ParentSummary, row).map(|(_, cell)| flatten(cell))
    }
}
