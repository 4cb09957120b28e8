//! Which character stands between two cells.
//!
//! Each candidate reads the first rows; the one whose header row makes most sense wins, and among equals the one whose
//! rows have as many cells as the header. Quoted cells may hold any of them.

use super::fields::{self, Field};
use super::table::{Row, Table};
use super::{Format, ReadError, json};

/// What a text of JSON holds; none when it is no JSON. A table whose first cell begins with a bracket is none.
pub(super) fn json(text: &str) -> Option<Result<Format, ReadError>> {
    let text = text.trim_start();
    let after = text.strip_prefix(['{', '['])?.trim_start();
    if !after.starts_with(['"', '{', '[', '}', ']']) {
        return None;
    }
    if text.starts_with('[') {
        return Some(Err(ReadError::OtherJson("it is a list")));
    }
    let keys = json::keys(text);
    let has = |name: &str| keys.iter().any(|key| key == name);
    Some(if has("lineout") {
        Ok(Format::Lineout)
    } else if has("cards") {
        Ok(Format::Trello)
    } else if let Err(error) = json::parse::<serde::de::IgnoredAny>(text) {
        Err(error)
    } else {
        Err(ReadError::OtherJson("it has neither cards nor items"))
    })
}

/// Candidates, the likeliest first.
const DELIMITERS: [u8; 4] = *b",;\t|";
/// Rows that a candidate reads.
const ROWS: usize = 50;
/// Bytes that a candidate reads.
const BYTES: usize = 256 << 10;

/// Where the table begins in a text, and how its cells are set apart.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Shape {
    /// The character between two cells.
    pub delimiter: u8,
    /// The byte where the header row begins.
    pub start: usize,
    /// The line of the file which that is.
    pub line: u64,
}

/// Finds the delimiter. A first line "sep=;", which spreadsheets write and obey, is taken at its word.
pub(super) fn shape(text: &str) -> Shape {
    if let Some(shape) = declared(text) {
        return shape;
    }
    let mut end = text.len().min(BYTES);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let sample = &text[..end];
    let cut = sample.len() < text.len();
    let mut best = (score(sample, DELIMITERS[0], cut), DELIMITERS[0]);
    for delimiter in &DELIMITERS[1..] {
        let score = score(sample, *delimiter, cut);
        if score > best.0 {
            best = (score, *delimiter);
        }
    }
    Shape { delimiter: best.1, start: 0, line: 1 }
}

fn declared(text: &str) -> Option<Shape> {
    let line = text.split(['\r', '\n']).next()?;
    let delimiter = match line.trim_matches('"').strip_prefix("sep=")?.as_bytes() {
        [one] if DELIMITERS.contains(one) => *one,
        _ => return None,
    };
    // The line end stays: the table steps over it and counts it.
    Some(Shape { delimiter, start: line.len(), line: 1 })
}

/// Compared from the left: a title column, columns recognised, thousandths of rows as wide as the header, its width.
type Score = (bool, usize, usize, usize);

fn score(sample: &str, delimiter: u8, cut: bool) -> Score {
    let (mut table, mut row, mut widths) = (Table::new(sample, delimiter, 1), Row::default(), Vec::new());
    let (mut title, mut recognised) = (false, 0);
    while widths.len() < ROWS && table.next(&mut row) {
        if widths.is_empty() {
            for (field, _) in row.cells().filter_map(fields::recognise) {
                title |= field == Field::Title;
                recognised += 1;
            }
        }
        widths.push(row.len());
    }
    // The last row of a sample that was cut is not whole.
    if cut && widths.len() > 1 && widths.len() < ROWS {
        widths.pop();
    }
    let Some((header, rest)) = widths.split_first() else { return (false, 0, 0, 0) };
    let even = rest.iter().filter(|width| *width == header).count() * 1000 / rest.len().max(1);
    // One cell a row is even with every delimiter that the file does not hold: no sign of anything.
    let even = if *header == 1 { 0 } else { even };
    (title, recognised, even, *header)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn delimiters() {
        for (text, delimiter) in [
            ("title,description\na,b\n", ','),
            ("title;description\na;b\n", ';'),
            ("title\tdescription\na\tb\n", '\t'),
            ("title|description\na|b\n", '|'),
            ("title\na, b; c\n", ','),
            ("\"title\";\"story points\"\n\"a, b, c, d\";\"1,5\"\n\"e, f\";\"2\"\n", ';'),
            ("title;description\n\"x\n,,,,\n\";\"a,b\"\n", ';'),
            ("title,description\n\"a;b;c;d\",\"e;f;g\"\n", ','),
            // Without a header that is known, rows of one width decide.
            ("1;fix;a,b,c\n2;mend;d\n3;make;e,f\n", ';'),
            ("", ','),
        ] {
            assert_eq!(char::from(shape(text).delimiter), delimiter, "{text:?}");
        }
    }

    #[test]
    fn a_spreadsheet_may_declare_it() {
        let text = "sep=|\r\ntitle|x,y,z\r\n";
        assert_eq!(shape(text), Shape { delimiter: b'|', start: 5, line: 1 });
        assert_eq!(shape("sep=long\n").delimiter, b',');
    }
}
