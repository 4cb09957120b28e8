//! Why a file could not be read at all. What is wrong with single rows is no error: see [`Problem`](super::Problem).

use lineout_domain::rule::Rule;

/// A file that no plan can be made of.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    /// Nothing in it, or a header and no row below it.
    #[error("The file holds no items: {0}.")]
    Empty(&'static str),
    /// No column for the title: the first row is no header, or one of another kind of file.
    #[error("No column for the title was found. Looked for: {}. Found: {}.", .looked_for.join(", "), found_words(.found))]
    NoHeader {
        /// Column names that would have done.
        looked_for: Vec<&'static str>,
        /// The cells of the first row.
        found: Vec<String>,
    },
    /// A column was named that is not in the file.
    #[error("The file has no column \"{}\". It has: {}.", lineout_domain::text::excerpt(.column), found_words(.found))]
    NoColumn {
        /// What was named.
        column: String,
        /// The cells of the first row.
        found: Vec<String>,
    },
    /// A column was said to be two things.
    #[error("The column \"{0}\" was mapped twice.")]
    MappedTwice(String),
    /// Two columns were said to be the one thing an item has once.
    #[error("Two columns were mapped to {0}, and an item has only one.")]
    FieldTwice(&'static str),
    /// Only a table has columns.
    #[error("The file is not a table, so no columns of it can be mapped.")]
    NoColumns,
    /// Bytes that are no text.
    #[error("The file is not a text file: {0}.")]
    NotText(&'static str),
    /// JSON that does not parse.
    #[error("The file is not valid JSON: line {line}, column {column}: {reason}.")]
    Json {
        /// The line, from 1.
        line: usize,
        /// The column of that line, from 1.
        column: usize,
        /// What is wrong.
        reason: String,
    },
    /// JSON of another kind than the ones known.
    #[error("The file is JSON, and neither a Trello board nor a backlog that Lineout exported: {0}.")]
    OtherJson(&'static str),
    /// The file is of another kind than the one asked for.
    #[error("The file cannot be read as {asked}: it is {found}.")]
    OtherKind {
        /// What was asked for.
        asked: &'static str,
        /// What it is.
        found: &'static str,
    },
    /// It was called off while it was read.
    #[error("It was called off. Nothing was written.")]
    CalledOff,
    /// The file, or what is packed in it, is over the limit.
    #[error("The file is too large: {what} is over the limit of {limit}.")]
    TooLarge {
        /// What is too large.
        what: String,
        /// The limit, with its unit.
        limit: String,
    },
    /// A packed file that does not unpack.
    #[error("The packed file is damaged and cannot be unpacked: {0}.")]
    Damaged(String),
}

impl Rule for ReadError {
    fn code(&self) -> &'static str {
        match self {
            Self::Empty(_) => "import_empty",
            Self::NoHeader { .. } => "import_no_header",
            Self::NoColumn { .. } => "import_no_column",
            Self::MappedTwice(_) => "import_column_twice",
            Self::FieldTwice(_) => "import_field_twice",
            Self::NoColumns => "import_no_columns",
            Self::NotText(_) => "import_not_text",
            Self::Json { .. } => "import_json",
            Self::OtherJson(_) => "import_other_json",
            Self::OtherKind { .. } => "import_other_kind",
            Self::CalledOff => "called_off",
            Self::TooLarge { .. } => "import_too_large",
            Self::Damaged(_) => "import_damaged",
        }
    }

    fn hint(&self) -> String {
        match self {
            Self::Empty(_) => {
                "Export the items again, with a header row and at least one item below it.".into()
            }
            Self::NoHeader { looked_for, .. } => format!(
                "Say which column holds the titles, or put a header row first and call that column \"{}\".",
                looked_for.first().copied().unwrap_or("Title")
            ),
            Self::NoColumn { .. } => {
                "Name a column as its header has it, capitals and spaces included.".into()
            }
            Self::MappedTwice(_) => "Say once what the column is.".into(),
            Self::FieldTwice(_) => "Map one of them to something else, or leave it out.".into(),
            Self::NoColumns => "Leave the mapping away.".into(),
            Self::NotText(_) => "Save or export it as CSV, in UTF-8, and import that file.".into(),
            Self::Json { .. } => {
                "Export or download the file again; if it was edited, look at that line.".into()
            }
            Self::OtherJson(_) => {
                "Export the board in Trello under \"Print, export and share\", or the items as CSV.".into()
            }
            Self::OtherKind { .. } => "Leave the format open, so that it is told from the file.".into(),
            Self::CalledOff => "Start it again when you want it.".into(),
            Self::TooLarge { .. } => {
                "Split the file into smaller ones, each with the header row, and import them in turn.".into()
            }
            Self::Damaged(_) => "Pack or download the file again, or import it unpacked.".into(),
        }
    }
}

/// The first cells of a row, short enough for a message.
fn found_words(found: &[String]) -> String {
    const SHOWN: usize = 12;
    let mut words: Vec<String> =
        found.iter().take(SHOWN).map(|cell| format!("\"{}\"", lineout_domain::text::excerpt(cell))).collect();
    if found.len() > SHOWN {
        words.push(format!("and {} more", found.len() - SHOWN));
    }
    words.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_header_is_told_what_was_looked_for_and_found() {
        let found = (1..=20).map(|n| format!("column {n}")).chain(["x".repeat(10_000)]).collect();
        let error = ReadError::NoHeader { looked_for: vec!["Title", "Summary"], found };
        let message = error.to_string();
        assert!(message.contains("Looked for: Title, Summary. Found: \"column 1\", "), "{message}");
        assert!(message.ends_with("\"column 12\", and 9 more."), "{message}");
        assert!(error.hint().contains("\"Title\""));
    }
}
