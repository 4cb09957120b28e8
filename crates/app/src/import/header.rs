//! What each column is: its name matched against the names that tools give, and how often it holds a value.

use std::collections::HashMap;

use super::fields::{Field, NAMES, names_of, recognise_in};
use super::mapping::{ImportField, Mapped};
use super::plan::{ColumnUse, IgnoredColumn};
use super::table::Row;
use super::{Format, ReadError};

/// The columns of a file.
pub(super) struct Header {
    /// For each field its columns, best first.
    columns: HashMap<Field, Vec<usize>>,
    /// Each column's name as the file has it.
    names: Vec<String>,
    /// Each column's place in `uses`.
    groups: Vec<usize>,
    uses: Vec<Use>,
    /// Cells are as they were written, so that a text such as "NULL" is that text.
    exact: bool,
}

struct Use {
    name: String,
    field: Option<(Field, &'static str)>,
    rows: usize,
    sample: String,
    /// The row that was counted last, so that repeated columns count a row once.
    counted: usize,
}

impl Header {
    /// Reads the header row of a file of this format. What `mapping` says of a column counts more than its name.
    pub fn new(row: &Row, format: Format, mapping: &[Mapped]) -> Result<Self, ReadError> {
        let names: Vec<String> = row.cells().enumerate().map(|(index, cell)| shown(index, cell)).collect();
        let said = said(&names, mapping)?;
        let mut best: HashMap<Field, Vec<(usize, usize)>> = HashMap::new();
        for (index, name) in names.iter().enumerate() {
            let found = match said.get(name.as_str()) {
                Some(field) => field.field().map(|field| (field, 0)),
                None => recognise_in(format, name).map(|(field, preference)| (field, preference + 1)),
            };
            if let Some((field, preference)) = found {
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
        let (groups, uses) = group(&names, &columns, format);
        Ok(Self { columns, names, groups, uses, exact: format == Format::Lineout })
    }

    /// Whether any column is of this field.
    pub fn has(&self, field: Field) -> bool {
        self.columns.contains_key(&field)
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
        let cells = columns.iter().map(|column| (*column, row.cell(*column)));
        cells.filter(|(_, cell)| !self.is_blank(cell))
    }

    /// The first of [`values`](Self::values).
    pub fn value<'r>(&self, field: Field, row: &'r Row) -> Option<(usize, &'r str)> {
        self.values(field, row).next()
    }

    /// A column's place among those of its field, from 0; for titles, how deep it stands in the tree.
    pub fn place(&self, field: Field, column: usize) -> usize {
        self.columns
            .get(&field)
            .and_then(|columns| columns.iter().position(|one| *one == column))
            .unwrap_or(0)
    }

    fn is_blank(&self, cell: &str) -> bool {
        if self.exact { cell.is_empty() } else { is_blank(cell) }
    }

    /// Counts the values of row number `index`.
    pub fn count(&mut self, row: &Row, index: usize) {
        let exact = self.exact;
        for (cell, group) in row.cells().zip(&self.groups) {
            let used = &mut self.uses[*group];
            let blank = if exact { cell.is_empty() } else { is_blank(cell) };
            if used.counted != index && !blank {
                used.counted = index;
                used.rows += 1;
                if used.rows == 1 {
                    used.sample = lineout_domain::text::excerpt(cell.trim());
                }
            }
        }
    }

    /// The columns that were read and those that were not, in the order of the file.
    pub fn into_uses(self) -> (Vec<ColumnUse>, Vec<IgnoredColumn>) {
        let (mut read, mut ignored) = (Vec::new(), Vec::new());
        for Use { name: column, field, rows, sample, .. } in self.uses {
            match field {
                Some((field, read_as)) => {
                    let choice = ImportField::of(field);
                    read.push(ColumnUse { column, read_as, field: choice, rows, sample });
                }
                None => ignored.push(IgnoredColumn { column, rows, sample }),
            }
        }
        (read, ignored)
    }
}

/// What was said of each column, by its name.
fn said<'m>(names: &[String], mapping: &'m [Mapped]) -> Result<HashMap<&'m str, ImportField>, ReadError> {
    let mut said: HashMap<&str, ImportField> = HashMap::new();
    for Mapped { column, field } in mapping {
        if !names.contains(column) {
            return Err(ReadError::NoColumn { column: column.clone(), found: names.to_vec() });
        }
        if said.insert(column, *field).is_some() {
            return Err(ReadError::MappedTwice(column.clone()));
        }
        let same = mapping.iter().filter(|other| other.field == *field).count();
        if same > 1 && field.field().is_some_and(|field| !field.takes_many()) {
            return Err(ReadError::FieldTwice(field.word()));
        }
    }
    Ok(said)
}

/// Puts columns of one name and one use together.
fn group(names: &[String], columns: &HashMap<Field, Vec<usize>>, format: Format) -> (Vec<usize>, Vec<Use>) {
    let mut fields: Vec<Option<(Field, &'static str)>> = vec![None; names.len()];
    for (field, label, _) in names_of(format).iter().chain(NAMES) {
        for column in columns.get(field).into_iter().flatten() {
            fields[*column].get_or_insert((*field, *label));
        }
    }
    let (mut groups, mut uses, mut places) = (Vec::new(), Vec::<Use>::new(), HashMap::new());
    for (name, field) in names.iter().zip(fields) {
        let place = *places.entry((name.as_str(), field)).or_insert_with(|| {
            uses.push(Use { name: name.clone(), field, rows: 0, sample: String::new(), counted: usize::MAX });
            uses.len() - 1
        });
        groups.push(place);
    }
    (groups, uses)
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
    use crate::import::fields::{NAMES_OF, fold, format_of, recognise};
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
        let special =
            NAMES_OF.iter().flat_map(|(_, names)| names.iter()).flat_map(|(_, _, names)| names.iter());
        assert!(all.iter().chain(special).all(|name| fold(name) == *name));
    }

    #[test]
    fn the_best_title_is_read_and_repeated_columns_are_one() {
        let row_of_names = row("Name,Title,Sprint,Watchers,Sprint,Watchers,");
        let mut header = Header::new(&row_of_names, Format::Csv, &[]).unwrap();
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

    #[test]
    fn what_a_person_says_of_a_column_counts_more_than_its_name() {
        let of = |mapping: &[(&str, ImportField)]| {
            let mapping: Vec<_> = mapping
                .iter()
                .map(|(column, field)| Mapped { column: (*column).into(), field: *field })
                .collect();
            Header::new(&row("Title,Was,Urgency,Labels"), Format::Csv, &mapping)
        };
        let cells = row("t,w,high,a");
        let header = of(&[("Was", ImportField::Title), ("Urgency", ImportField::Labels)]).unwrap();
        assert_eq!(header.value(Field::Title, &cells), Some((1, "w")));
        assert_eq!(header.values(Field::Labels, &cells).collect::<Vec<_>>(), [(2, "high"), (3, "a")]);
        let header = of(&[("Labels", ImportField::LeaveOut)]).unwrap();
        assert!(!header.has(Field::Labels) && header.has(Field::Title));
        use lineout_domain::rule::Rule as _;
        for (mapping, code) in [
            (&[("Wo", ImportField::Title)][..], "import_no_column"),
            (&[("Was", ImportField::Title), ("Urgency", ImportField::Title)], "import_field_twice"),
            (&[("Was", ImportField::Title), ("Was", ImportField::Key)], "import_column_twice"),
        ] {
            assert_eq!(of(mapping).err().map(|error| error.code()), Some(code));
        }
    }

    #[test]
    fn headers_tell_where_a_file_comes_from() {
        for (header, format) in [
            ("Summary,Issue key,Status", Format::Jira),
            ("ID,Team,Title,Cycle Number", Format::Linear),
            ("ID,Work Item Type,Title 1,Title 2", Format::Azure),
            ("Key,Title,Lineout id", Format::Lineout),
            ("id,title,points", Format::Csv),
        ] {
            assert_eq!(format_of(&row(header)), format, "{header}");
        }
    }
}
