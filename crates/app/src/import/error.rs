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
    /// Bytes that are no text.
    #[error("The file is not a CSV text file: {0}.")]
    NotText(&'static str),
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
            Self::NotText(_) => "import_not_text",
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
                "Put a header row first and name the column that holds the titles \"{}\".",
                looked_for.first().copied().unwrap_or("Title")
            ),
            Self::NotText(_) => "Save or export it as CSV, in UTF-8, and import that file.".into(),
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
