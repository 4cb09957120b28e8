//! What each column is: its name matched against the names that tools give, and how often it holds a value.

use std::collections::HashMap;

use super::Format;
use super::plan::{ColumnUse, IgnoredColumn};
use super::table::Row;

/// What a column can be read as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Field {
    Title,
    Key,
    IssueId,
    Type,
    Description,
    Estimate,
    Status,
    StatusCategory,
    Resolution,
    Assignee,
    AssigneeAccount,
    Reporter,
    ReporterAccount,
    Sprint,
    Labels,
    Epic,
    EpicName,
    EpicLink,
    Parent,
    ParentSummary,
    Rank,
    Created,
    Resolved,
    Comment,
    ProductKey,
    ProductName,
}

/// How a field is called in a report, and its column names, best first, in the form of [`fold`].
type Names = (Field, &'static str, &'static [&'static str]);

const NAMES: &[Names] = &[
    (Field::Title, "title", &["title", "summary", "subject", "name", "story", "userstory", "backlogitem"]),
    (
        Field::Key,
        "key",
        &["issuekey", "key", "itemkey", "storykey", "id", "itemid", "storyid", "ticket", "ticketid"],
    ),
    (Field::IssueId, "key of the source", &["issueid"]),
    (Field::Type, "type", &["type", "issuetype", "itemtype", "storytype", "workitemtype", "kind"]),
    (Field::Description, "description", &["description", "body", "details", "text"]),
    (
        Field::Estimate,
        "estimate",
        &[
            "customfieldstorypoints",
            "storypoints",
            "storypoint",
            "customfieldstorypointestimate",
            "storypointestimate",
            "estimate",
            "estimation",
            "points",
            "customfieldestimate",
            "customfieldpoints",
            "storypts",
            "sp",
        ],
    ),
    (Field::Status, "status", &["status", "state", "workflowstate", "column", "currentstate"]),
    (Field::StatusCategory, "status category", &["statuscategory"]),
    (Field::Resolution, "resolution", &["resolution"]),
    (Field::Assignee, "assignee", &["assignee", "assignedto", "owner", "owners", "ownedby"]),
    (Field::AssigneeAccount, "assignee", &["assigneeid"]),
    (Field::Reporter, "reporter", &["reporter", "reportedby", "requestedby", "creator", "createdby"]),
    (Field::ReporterAccount, "reporter", &["reporterid"]),
    (
        Field::Sprint,
        "sprint",
        &["sprint", "customfieldsprint", "sprintname", "iteration", "cyclename", "cycle"],
    ),
    (Field::Labels, "labels", &["labels", "label", "tags", "tag"]),
    (Field::Epic, "epic", &["epic", "epictitle"]),
    (Field::EpicName, "epic", &["customfieldepicname", "epicname"]),
    (Field::EpicLink, "epic", &["customfieldepiclink", "epiclink", "epickey"]),
    (Field::Parent, "epic", &["parent", "parentkey", "parentid"]),
    (Field::ParentSummary, "epic", &["parentsummary"]),
    (Field::Rank, "order", &["customfieldrank", "rank"]),
    (Field::Created, "created", &["created", "createdat", "createddate", "datecreated", "creationdate"]),
    (
        Field::Resolved,
        "resolved",
        &[
            "resolved",
            "resolutiondate",
            "resolveddate",
            "completed",
            "completedat",
            "finisheddate",
            "closedat",
        ],
    ),
    (Field::Comment, "comments", &["comment", "comments"]),
    (Field::ProductKey, "product", &["projectkey", "productkey"]),
    (Field::ProductName, "product", &["projectname", "productname"]),
];

/// The names of a title column that a message offers, the usual one first.
pub(super) fn title_names(format: Option<Format>) -> Vec<&'static str> {
    match format {
        Some(Format::Jira) => vec!["Summary", "Title"],
        _ => vec!["Title", "Summary", "Subject", "Name"],
    }
}

impl Field {
    /// Whether several columns of this field add up or stand in for each other. Of the others the best is read and the
    /// rest are ignored, and said to be.
    fn takes_many(self) -> bool {
        matches!(
            self,
            Self::Sprint | Self::Labels | Self::Comment | Self::Estimate | Self::EpicLink | Self::Parent
        )
    }
}

/// The columns of a file.
pub(super) struct Header {
    /// For each field its columns, best first.
    columns: HashMap<Field, Vec<usize>>,
    /// Each column's name as the file has it.
    names: Vec<String>,
    /// Each column's place in `uses`.
    groups: Vec<usize>,
    uses: Vec<Use>,
}

struct Use {
    name: String,
    read_as: Option<&'static str>,
    rows: usize,
    /// The row that was counted last, so that repeated columns count a row once.
    counted: usize,
}

impl Header {
    /// Reads the header row.
    pub fn new(row: &Row) -> Self {
        let names: Vec<String> = row.cells().enumerate().map(|(index, cell)| shown(index, cell)).collect();
        let mut best: HashMap<Field, Vec<(usize, usize)>> = HashMap::new();
        for (index, cell) in row.cells().enumerate() {
            if let Some((field, preference)) = recognise(cell) {
                best.entry(field).or_default().push((preference, index));
            }
        }
        let mut columns = HashMap::new();
        for (field, mut found) in best {
            found.sort_unstable();
            if !field.takes_many() {
                found.truncate(1);
            }
            columns.insert(field, found.into_iter().map(|(_, index)| index).collect::<Vec<_>>());
        }
        let (groups, uses) = group(&names, &columns);
        Self { columns, names, groups, uses }
    }

    /// Whether any column is of this field.
    pub fn has(&self, field: Field) -> bool {
        self.columns.contains_key(&field)
    }

    /// The tool whose header this is: Jira calls every title "Summary" and names the key or the id of the issue.
    pub fn format(&self) -> Format {
        let any = |known: &[&str]| self.names.iter().any(|name| known.contains(&fold(name).as_str()));
        if any(&["summary"]) && any(&["issuekey", "issueid"]) { Format::Jira } else { Format::Csv }
    }

    /// How many columns there are.
    pub fn len(&self) -> usize {
        self.names.len()
    }

    /// A column's name.
    pub fn name(&self, column: usize) -> &str {
        &self.names[column]
    }

    /// The columns of a field that hold a value in this row, with the value.
    pub fn values<'r>(&self, field: Field, row: &'r Row) -> impl Iterator<Item = (usize, &'r str)> {
        let columns = self.columns.get(&field).map_or(&[][..], Vec::as_slice);
        columns.iter().map(|column| (*column, row.cell(*column))).filter(|(_, cell)| !is_blank(cell))
    }

    /// The first of [`values`](Self::values).
    pub fn value<'r>(&self, field: Field, row: &'r Row) -> Option<(usize, &'r str)> {
        self.values(field, row).next()
    }

    /// Counts the values of row number `index`.
    pub fn count(&mut self, row: &Row, index: usize) {
        for (cell, group) in row.cells().zip(&self.groups) {
            let used = &mut self.uses[*group];
            if used.counted != index && !is_blank(cell) {
                used.counted = index;
                used.rows += 1;
            }
        }
    }

    /// The columns that were read and those that were not, in the order of the file.
    pub fn into_uses(self) -> (Vec<ColumnUse>, Vec<IgnoredColumn>) {
        let (mut read, mut ignored) = (Vec::new(), Vec::new());
        for Use { name: column, read_as, rows, .. } in self.uses {
            match read_as {
                Some(read_as) => read.push(ColumnUse { column, read_as, rows }),
                None => ignored.push(IgnoredColumn { column, rows }),
            }
        }
        (read, ignored)
    }
}

/// Puts columns of one name and one use together.
fn group(names: &[String], columns: &HashMap<Field, Vec<usize>>) -> (Vec<usize>, Vec<Use>) {
    let mut read_as: Vec<Option<&'static str>> = vec![None; names.len()];
    for (field, label, _) in NAMES {
        for column in columns.get(field).into_iter().flatten() {
            read_as[*column] = Some(label);
        }
    }
    let (mut groups, mut uses, mut places) = (Vec::new(), Vec::<Use>::new(), HashMap::new());
    for (name, read_as) in names.iter().zip(read_as) {
        let place = *places.entry((name.as_str(), read_as)).or_insert_with(|| {
            uses.push(Use { name: name.clone(), read_as, rows: 0, counted: usize::MAX });
            uses.len() - 1
        });
        groups.push(place);
    }
    (groups, uses)
}

/// The field that a column of this name is, and how good a name it is: 0 for the best.
pub(super) fn recognise(name: &str) -> Option<(Field, usize)> {
    let name = fold(name);
    NAMES.iter().find_map(|(field, _, names)| {
        names.iter().position(|known| *known == name).map(|preference| (*field, preference))
    })
}

/// Letters and digits alone, in lower case: "Custom field (Story Points)" → "customfieldstorypoints".
fn fold(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

fn shown(index: usize, cell: &str) -> String {
    match lineout_domain::text::flatten(cell) {
        name if name.is_empty() => format!("(column {})", index + 1),
        name => name,
    }
}

/// Nothing in it, or one of the ways in which databases write nothing.
pub(super) fn is_blank(cell: &str) -> bool {
    matches!(cell.trim(), "" | "NULL" | "null" | "\\N")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::table::Table;

    fn row(text: &str) -> Row {
        let mut row = Row::default();
        Table::new(text, b',', 1).next(&mut row);
        row
    }

    #[test]
    fn names_match_whatever_their_case_and_punctuation() {
        for (name, field) in [
            ("Title", Some(Field::Title)),
            (" SUMMARY ", Some(Field::Title)),
            ("issue_key", Some(Field::Key)),
            ("Issue Key", Some(Field::Key)),
            ("id", Some(Field::Key)),
            ("Story-Points", Some(Field::Estimate)),
            ("storypoint", Some(Field::Estimate)),
            ("Custom field (Story Points)", Some(Field::Estimate)),
            ("Custom field (Story point estimate)", Some(Field::Estimate)),
            ("Original Estimate", None),
            ("Remaining Estimate", None),
            ("Σ Original Estimate", None),
            ("Project description", None),
            ("Custom field (Epic Link)", Some(Field::EpicLink)),
            ("Issue id", Some(Field::IssueId)),
            ("Fix the login", None),
            ("", None),
        ] {
            assert_eq!(recognise(name).map(|(field, _)| field), field, "{name:?}");
        }
    }

    #[test]
    fn no_two_fields_share_a_name() {
        let mut all: Vec<&str> = NAMES.iter().flat_map(|(_, _, names)| names.iter().copied()).collect();
        let count = all.len();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), count);
        assert!(all.iter().all(|name| fold(name) == *name));
    }

    #[test]
    fn the_best_title_is_read_and_repeated_columns_are_one() {
        let mut header = Header::new(&row("Name,Title,Sprint,Watchers,Sprint,Watchers,"));
        let rows = ["n,t,S1,w,S2,,x", "n,t,,,S3,w,", "n,NULL,,w,,w,"].map(row);
        for (index, row) in rows.iter().enumerate() {
            header.count(row, index);
        }
        assert_eq!(header.value(Field::Title, &rows[0]), Some((1, "t")));
        assert_eq!(header.value(Field::Title, &rows[2]), None);
        assert_eq!(header.values(Field::Sprint, &rows[0]).collect::<Vec<_>>(), [(2, "S1"), (4, "S2")]);
        let (read, ignored) = header.into_uses();
        let read: Vec<_> = read.iter().map(|u| (u.column.as_str(), u.read_as, u.rows)).collect();
        assert_eq!(read, [("Title", "title", 2), ("Sprint", "sprint", 2)]);
        let ignored: Vec<_> = ignored.iter().map(|u| (u.column.as_str(), u.rows)).collect();
        assert_eq!(ignored, [("Name", 3), ("Watchers", 3), ("(column 7)", 1)]);
    }
}
