//! What JSON files share: errors with a line, the lines that the elements of a list stand on, and counting what is in
//! them as if it were columns.

use serde::de::DeserializeOwned;
use serde_json::Value;

use super::ReadError;
use super::plan::{ColumnUse, IgnoredColumn};

/// A document of its form.
pub(super) fn parse<T: DeserializeOwned>(text: &str) -> Result<T, ReadError> {
    serde_json::from_str(text).map_err(|error| {
        let told = error.to_string();
        // The place is told in words of our own.
        let reason = told.rsplit_once(" at line ").map_or(told.as_str(), |(reason, _)| reason);
        ReadError::Json { line: error.line(), column: error.column(), reason: reason.to_owned() }
    })
}

/// The keys of the outermost object, without making anything of the rest.
pub(super) fn keys(text: &str) -> Vec<String> {
    let mut keys = Vec::new();
    walk(text, |at| {
        if let At::Key(key) = at {
            keys.push(key.to_owned());
        }
    });
    keys
}

/// The line on which each element of a list of the outermost object begins, from 1.
pub(super) fn lines(text: &str, list: &str) -> Vec<u64> {
    let (mut lines, mut inside) = (Vec::new(), false);
    walk(text, |at| match at {
        At::Key(key) => inside = key == list,
        At::Element(line) if inside => lines.push(line),
        At::Element(_) => {}
    });
    lines
}

enum At<'a> {
    Key(&'a str),
    /// An object or list within a value of the outermost object, and its line.
    Element(u64),
}

/// Walks over JSON by its brackets and strings alone.
fn walk(text: &str, mut tell: impl FnMut(At<'_>)) {
    let bytes = text.as_bytes();
    let (mut at, mut depth, mut line) = (0, 0usize, 1u64);
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'\n' => line += 1,
            b'{' | b'[' => {
                if depth == 2 {
                    tell(At::Element(line));
                }
                depth += 1;
            }
            b'}' | b']' => depth = depth.saturating_sub(1),
            b'"' => {
                let start = at + 1;
                at += 1;
                while let Some(byte) = bytes.get(at).filter(|byte| **byte != b'"') {
                    line += u64::from(*byte == b'\n');
                    at += if *byte == b'\\' { 2 } else { 1 };
                }
                let after = bytes.get(at + 1..).unwrap_or_default();
                let key = after.iter().find(|byte| !byte.is_ascii_whitespace()) == Some(&b':');
                if depth == 1 && key {
                    tell(At::Key(text.get(start..at).unwrap_or_default()));
                }
            }
            _ => {}
        }
        at += 1;
    }
}

/// Fields of the elements of a list, counted as the columns of a table are.
#[derive(Default)]
pub(super) struct Columns {
    read: Vec<(ColumnUse, usize)>,
    ignored: Vec<(IgnoredColumn, usize)>,
}

impl Columns {
    /// A field that is read, with the beginning of its value in this row, if it has one.
    pub(super) fn read(&mut self, name: &str, read_as: &'static str, sample: Option<String>, row: usize) {
        let place = self.read.iter().position(|(column, _)| column.column == name).unwrap_or_else(|| {
            let column =
                ColumnUse { column: name.to_owned(), read_as, field: None, rows: 0, sample: String::new() };
            self.read.push((column, usize::MAX));
            self.read.len() - 1
        });
        let (column, counted) = &mut self.read[place];
        if let Some(sample) = sample.filter(|_| *counted != row) {
            *counted = row;
            column.rows += 1;
            if column.rows == 1 {
                column.sample = sample;
            }
        }
    }

    /// A field that is not.
    pub(super) fn ignored(&mut self, name: &str, value: &Value, row: usize) {
        let place = self.ignored.iter().position(|(column, _)| column.column == name).unwrap_or_else(|| {
            let column = IgnoredColumn { column: name.to_owned(), rows: 0, sample: String::new() };
            self.ignored.push((column, usize::MAX));
            self.ignored.len() - 1
        });
        let (column, counted) = &mut self.ignored[place];
        if let Some(sample) = sample(value).filter(|_| *counted != row) {
            *counted = row;
            column.rows += 1;
            if column.rows == 1 {
                column.sample = sample;
            }
        }
    }

    /// What was read, and what was not.
    pub(super) fn finish(self) -> (Vec<ColumnUse>, Vec<IgnoredColumn>) {
        let read = self.read.into_iter().map(|(column, _)| column).filter(|column| column.rows > 0);
        (read.collect(), self.ignored.into_iter().map(|(column, _)| column).collect())
    }
}

/// The beginning of a value; none where it says nothing.
pub(super) fn sample(value: &Value) -> Option<String> {
    let text = match value {
        Value::Null | Value::Bool(false) => return None,
        Value::String(text) if text.trim().is_empty() => return None,
        Value::Array(list) if list.is_empty() => return None,
        Value::Object(fields) if fields.values().all(|value| sample(value).is_none()) => return None,
        Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    Some(lineout_domain::text::excerpt(text.trim()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use lineout_domain::rule::Rule as _;

    #[test]
    fn elements_know_their_lines() {
        let text =
            "{\"a\": [1, {}],\n \"cards\": [\n{\"x\": \"}\\\"\n\"},\n\n[2]\n], \"b\": {\"cards\": [\n{}]}}";
        assert_eq!(lines(text, "cards"), [3, 6]);
        assert_eq!(keys(text), ["a", "cards", "b"]);
        for text in ["", "\"", "{\"", "[[[", "}}}", "{\"a\\"] {
            assert_eq!(lines(text, "a"), [0; 0], "{text}");
        }
    }

    #[test]
    fn what_does_not_parse_says_where_and_why() {
        for (text, line) in [("{\n\"a\": }", 2), ("{\"a\": \"\u{0}\"}", 1), ("[1,\n2", 2), ("", 1)] {
            let error = parse::<Value>(text).unwrap_err();
            assert_eq!(error.code(), "import_json");
            let told = error.to_string();
            let expected = if text.is_empty() { "line 1".to_owned() } else { format!("line {line}") };
            assert!(told.contains(&expected) || text.is_empty(), "{told}");
        }
        let deep = "[".repeat(1_000_000);
        let told = parse::<Value>(&deep).unwrap_err().to_string();
        assert!(told.contains("recursion limit exceeded"), "{told}");
    }
}
