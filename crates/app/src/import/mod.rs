//! Reading what other tools export: bytes become a [`Plan`], which a use case then carries out.
//!
//! ```text
//! bytes ─ unpack, decode ─▶ text ─ sniff ─┬▶ table ─ header, rows ─┬▶ drafts ─ finish ─▶ Plan
//!                                        └▶ JSON ─ trello, own ────┘
//! ```
//!
//! Pure: no clock, no store. A file is refused as a whole ([`ReadError`]) only when nothing can be made of it; what is
//! wrong with single rows is listed in [`Plan::problems`] with the line of the file. Nothing is shortened or dropped
//! without being listed there or counted among the columns ignored. Memory is linear in the size of the file,
//! and that is bounded.
//!
//! Not here: a library for CSV. `table` says why.

mod bytes;
mod cells;
mod compare;
mod dates;
mod error;
mod fields;
mod finish;
mod gather;
mod header;
mod html;
mod json;
mod mapping;
pub(crate) mod own;
mod past;
mod people;
mod plan;
pub(crate) mod report;
mod rows;
pub(crate) mod run;
mod sniff;
mod table;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod tests_formats;
#[cfg(test)]
mod tests_real;
mod trello;
mod values;
mod words;
mod write;

use chrono::NaiveDate;

pub use error::ReadError;
pub use mapping::{ImportField, Mapped};
pub use plan::{
    ColumnUse, IgnoredColumn, Plan, PlannedComment, PlannedCriterion, PlannedEpic, PlannedItem, PlannedLink,
    PlannedPerson, PlannedSprint, Problem, Says, SprintState,
};

use crate::watch::{Following, Step};
use fields::Field;
use header::Header;
use rows::Rows;
use table::{MAX_CELLS, Row, Table};

/// Most bytes of a file, packed and unpacked.
pub const MAX_FILE: usize = 256 << 20;
/// Most bytes of a board, which is held as a whole while it is read.
pub const MAX_BOARD: usize = 64 << 20;
/// Most bytes of one row.
pub const MAX_ROW: usize = 16 << 20;

/// What kind of file it is.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, serde::Deserialize, serde::Serialize, schemars::JsonSchema, ts_rs::TS,
)]
#[serde(rename_all = "camelCase")]
pub enum ImportFormat {
    /// A CSV export of Jira, Cloud or Server.
    Jira,
    /// A CSV export of Linear.
    Linear,
    /// A JSON export of a Trello board.
    Trello,
    /// A CSV export of Azure DevOps.
    Azure,
    /// Any CSV with a column for the title.
    Csv,
    /// A backlog that Lineout exported, as JSON or as CSV.
    Lineout,
}

type Format = ImportFormat;

impl ImportFormat {
    /// Every format with its word on the wire, on the command line and in the file.
    pub const ALL: [(Self, &'static str); 6] = [
        (Self::Jira, "jira"),
        (Self::Linear, "linear"),
        (Self::Trello, "trello"),
        (Self::Azure, "azure"),
        (Self::Csv, "csv"),
        (Self::Lineout, "lineout"),
    ];

    /// Its word.
    pub fn word(self) -> &'static str {
        Self::ALL.iter().find(|(format, _)| *format == self).map_or("csv", |(_, word)| word)
    }

    /// What people call it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Jira => "a Jira CSV export",
            Self::Linear => "a Linear CSV export",
            Self::Trello => "a Trello board",
            Self::Azure => "an Azure DevOps CSV export",
            Self::Csv => "a plain CSV file",
            Self::Lineout => "a Lineout export",
        }
    }
}

/// What is to be read, and how.
pub(crate) struct Source<'a> {
    /// Its format; told from the file when left out.
    pub format: Option<Format>,
    /// Names the product where the file does not.
    pub file_name: &'a str,
    /// What a person said of its columns.
    pub mapping: &'a [Mapped],
    /// The day of reading, after which nothing can have happened.
    pub now_day: NaiveDate,
}

/// Reads a file, packed with gzip or not.
pub(crate) fn read_file(
    source: &Source<'_>,
    bytes: &[u8],
    following: &mut Following,
) -> Result<Plan, ReadError> {
    let unpacked = bytes::unpack(bytes, MAX_FILE)?;
    let decoded = bytes::decode(&unpacked)?;
    let text = content(&decoded.text)?;
    following.begin(Step::Reading, text.len()).map_err(|_| ReadError::CalledOff)?;
    if let Some(kind) = sniff::json(text) {
        let format = as_asked(source.format, kind?)?;
        if !source.mapping.is_empty() {
            return Err(ReadError::NoColumns);
        }
        let found = if format == Format::Trello {
            if text.len() > MAX_BOARD {
                let limit = format!("{} MiB", MAX_BOARD >> 20);
                return Err(ReadError::TooLarge { what: "the board".into(), limit });
            }
            trello::read(text, source.now_day, following)?
        } else {
            own::read(text, following)?
        };
        if found.rows == 0 {
            return Err(ReadError::Empty("there are no items in it"));
        }
        return Ok(finish::finish(found, source.file_name, decoded.encoding, None));
    }
    if source.format == Some(Format::Trello) {
        return Err(ReadError::OtherKind { asked: Format::Trello.name(), found: "no JSON" });
    }
    let (shape, mut table, first) = table(text)?;
    let format = source.format.unwrap_or_else(|| fields::format_of(&first));
    let header = Header::new(&first, format, source.mapping)?;
    if !header.has(Field::Title) && !header.has(Field::TitleLevel) {
        let found = first.cells().map(str::to_owned).collect();
        return Err(ReadError::NoHeader { looked_for: fields::title_names(source.format), found });
    }
    let mut rows = Rows::new(header, format, source.now_day, decoded.lossy);
    let mut row = Row::default();
    while table.next(&mut row) {
        following.at(table.at()).map_err(|_| ReadError::CalledOff)?;
        // A cell that was never closed runs to the end of the file: that is reported as what it is.
        if row.bytes() > MAX_ROW && !row.unclosed {
            return Err(row_too_large(&row));
        }
        rows.read(&row);
    }
    let found = rows.finish();
    if found.rows == 0 {
        return Err(ReadError::Empty("there is a header and no row below it"));
    }
    Ok(finish::finish(found, source.file_name, decoded.encoding, Some(char::from(shape.delimiter))))
}

/// What can be said of a table of which it is not known which column holds the titles.
pub(crate) struct Survey {
    /// Its columns, so that a person can say what they are.
    pub columns: Vec<IgnoredColumn>,
    /// Rows below the header.
    pub rows: usize,
    /// The character encoding it was read in.
    pub encoding: String,
    /// The character between two cells.
    pub delimiter: char,
}

/// Looks at a table without making items of it.
pub(crate) fn survey(bytes: &[u8]) -> Result<Survey, ReadError> {
    let unpacked = bytes::unpack(bytes, MAX_FILE)?;
    let decoded = bytes::decode(&unpacked)?;
    let (shape, mut table, first) = table(content(&decoded.text)?)?;
    let mut header = Header::new(&first, Format::Csv, &[])?;
    let (mut row, mut rows) = (Row::default(), 0);
    while table.next(&mut row) && row.bytes() <= MAX_ROW {
        rows += 1;
        header.count(&row, rows);
    }
    let (read, ignored) = header.into_uses();
    let read =
        read.into_iter().map(|ColumnUse { column, rows, sample, .. }| IgnoredColumn { column, rows, sample });
    let columns = read.chain(ignored).collect();
    Ok(Survey { columns, rows, encoding: decoded.encoding, delimiter: char::from(shape.delimiter) })
}

/// The text without the mark with which some old editors end a file. Refuses one that says nothing.
fn content(text: &str) -> Result<&str, ReadError> {
    let text = text.trim_end_matches('\u{1a}');
    if text.trim().is_empty() { Err(ReadError::Empty("there is nothing in it")) } else { Ok(text) }
}

/// The table in a text, with its first row read.
fn table(text: &str) -> Result<(sniff::Shape, Table<'_>, Row), ReadError> {
    let shape = sniff::shape(text);
    let mut table = Table::new(&text[shape.start..], shape.delimiter, shape.line);
    let mut row = Row::default();
    if !table.next(&mut row) {
        return Err(ReadError::Empty("there is nothing in it"));
    }
    if row.bytes() > MAX_ROW {
        return Err(row_too_large(&row));
    }
    if row.len() > MAX_CELLS {
        return Err(ReadError::TooLarge {
            what: format!("the header with its {} columns", row.len()),
            limit: format!("{MAX_CELLS} columns"),
        });
    }
    Ok((shape, table, row))
}

/// The format a file was asked to be read as, when it can be of that.
fn as_asked(asked: Option<Format>, found: Format) -> Result<Format, ReadError> {
    match asked {
        Some(asked) if asked != found => {
            Err(ReadError::OtherKind { asked: asked.name(), found: found.name() })
        }
        _ => Ok(found),
    }
}

fn row_too_large(row: &Row) -> ReadError {
    ReadError::TooLarge {
        what: format!("the row that starts on line {}", row.line),
        limit: format!("{} MiB", MAX_ROW >> 20),
    }
}

/// [`read_file`] without a mapping and without anybody watching.
#[cfg(test)]
fn read(
    format: impl Into<Option<Format>>,
    file_name: &str,
    bytes: &[u8],
    now_day: NaiveDate,
) -> Result<Plan, ReadError> {
    let source = Source { format: format.into(), file_name, mapping: &[], now_day };
    read_file(&source, bytes, &mut crate::watch::Watch::default().follow(None))
}
