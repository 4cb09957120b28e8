//! Reading what other tools export: bytes become a [`Plan`], which a use case then carries out.
//!
//! ```text
//! bytes ─ unpack, decode ─▶ text ─ sniff ─▶ table ─ header, rows ─▶ drafts ─ finish ─▶ Plan
//! ```
//!
//! Pure: no clock, no store. A file is refused as a whole ([`ReadError`]) only when nothing can be made of it; what is
//! wrong with single rows is listed in [`Plan::problems`] with the line of the file. Nothing is shortened or dropped
//! without being listed there or counted among the columns ignored. Memory is linear in the size of the file.
//!
//! Not here: a library for CSV. `table` says why.

mod bytes;
mod cells;
mod dates;
mod error;
mod finish;
mod header;
mod people;
mod plan;
mod rows;
pub(crate) mod run;
mod sniff;
mod table;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod tests_real;
mod values;
mod words;
mod write;

use chrono::NaiveDate;

pub use error::ReadError;
pub use plan::{
    ColumnUse, IgnoredColumn, Plan, PlannedComment, PlannedEpic, PlannedItem, PlannedPerson, PlannedSprint,
    Problem, SprintState,
};

use header::{Field, Header};
use rows::Rows;
use table::{MAX_CELLS, Row, Table};

/// Most bytes of a file, unpacked.
pub const MAX_FILE: usize = 512 << 20;
/// Most bytes of one row.
pub const MAX_ROW: usize = 16 << 20;

/// The tool a file comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// A CSV export of Jira, Cloud or Server.
    Jira,
    /// Any CSV with a column for the title.
    Csv,
}

/// Reads a file, packed with gzip or not. Without a format it is told from the header. `file_name` names the product
/// where the file does not; `now_day` is the day of reading, after which nothing can have happened.
pub fn read(
    format: impl Into<Option<Format>>,
    file_name: &str,
    bytes: &[u8],
    now_day: NaiveDate,
) -> Result<Plan, ReadError> {
    let format = format.into();
    let unpacked = bytes::unpack(bytes, MAX_FILE)?;
    let decoded = bytes::decode(&unpacked)?;
    // Some old editors end a file with this mark.
    let text = decoded.text.trim_end_matches('\u{1a}');
    if text.trim().is_empty() {
        return Err(ReadError::Empty("there is nothing in it"));
    }
    let shape = sniff::shape(text);
    let mut table = Table::new(&text[shape.start..], shape.delimiter, shape.line);
    let mut row = Row::default();
    if !table.next(&mut row) {
        return Err(ReadError::Empty("there is nothing in it"));
    }
    let header = header(format, &row)?;
    let format = format.unwrap_or_else(|| header.format());
    let mut rows = Rows::new(header, format, now_day, decoded.lossy);
    while table.next(&mut row) {
        // A cell that was never closed runs to the end of the file: that is reported as what it is.
        if row.bytes() > MAX_ROW && !row.unclosed {
            return Err(row_too_large(&row));
        }
        rows.read(&row);
    }
    if rows.rows == 0 {
        return Err(ReadError::Empty("there is a header and no row below it"));
    }
    Ok(finish::finish(rows, file_name, decoded.encoding, char::from(shape.delimiter)))
}

fn header(format: Option<Format>, row: &Row) -> Result<Header, ReadError> {
    if row.bytes() > MAX_ROW {
        return Err(row_too_large(row));
    }
    if row.len() > MAX_CELLS {
        return Err(ReadError::TooLarge {
            what: format!("the header with its {} columns", row.len()),
            limit: format!("{MAX_CELLS} columns"),
        });
    }
    let header = Header::new(row);
    if header.has(Field::Title) {
        return Ok(header);
    }
    let found = row.cells().map(str::to_owned).collect();
    Err(ReadError::NoHeader { looked_for: header::title_names(format), found })
}

fn row_too_large(row: &Row) -> ReadError {
    ReadError::TooLarge {
        what: format!("the row that starts on line {}", row.line),
        limit: format!("{} MiB", MAX_ROW >> 20),
    }
}
