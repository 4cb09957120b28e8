//! What is gathered from a file, whatever its form, before the whole of it is made sense of.

use std::collections::HashMap;

use super::Format;
use super::people::{People, Sprints};
use super::plan::{ColumnUse, IgnoredColumn, PlannedEpic, PlannedItem, Problem, Says};

/// An item with what is still to be resolved once the whole file has been read.
pub(super) struct Draft {
    pub item: PlannedItem,
    /// Where it stands, in the words of the tool it comes from.
    pub rank: Option<String>,
    /// The tool's own number for it, which others may refer to.
    pub id: Option<String>,
    /// What names its epic without being its name.
    pub links: Vec<Lead>,
    /// The title of what `links` names.
    pub parent_title: Option<String>,
    /// Whether it is a part of another item, so that what it links to is no epic.
    pub part: bool,
}

/// A key or number of something else in the file, and the column it stands in.
pub(super) struct Lead {
    pub column: Option<String>,
    pub to: String,
}

/// Everything gathered so far.
pub(super) struct Gathered {
    pub format: Format,
    pub drafts: Vec<Draft>,
    /// The epics that have a row, with the tool's own number.
    pub epics: Vec<(PlannedEpic, Option<String>)>,
    pub people: People,
    pub sprints: Sprints,
    pub problems: Vec<Problem>,
    pub notes: Vec<String>,
    pub product_keys: Tally,
    pub product_names: Tally,
    pub key_prefixes: Tally,
    pub rows: usize,
    pub skipped: usize,
    pub says: Says,
    /// The line of every key seen, as the tool tells keys apart.
    pub keys: HashMap<String, u64>,
    pub columns_read: Vec<ColumnUse>,
    pub columns_ignored: Vec<IgnoredColumn>,
}

impl Gathered {
    /// Nothing yet.
    pub fn new(format: Format) -> Self {
        Self {
            format,
            drafts: Vec::new(),
            epics: Vec::new(),
            people: People::new(format == Format::Lineout),
            sprints: Sprints::default(),
            problems: Vec::new(),
            notes: Vec::new(),
            product_keys: Tally::default(),
            product_names: Tally::default(),
            key_prefixes: Tally::default(),
            rows: 0,
            skipped: 0,
            says: Says::default(),
            keys: HashMap::new(),
            columns_read: Vec::new(),
            columns_ignored: Vec::new(),
        }
    }

    /// Lists what is wrong on a line.
    pub fn problem(&mut self, line: u64, column: Option<&str>, reason: impl Into<String>) {
        self.problems.push(Problem { line, column: column.map(str::to_owned), reason: reason.into() });
    }
}

/// Which of several texts comes up most often, the first of equals.
#[derive(Default)]
pub(super) struct Tally(HashMap<String, (usize, usize)>);

impl Tally {
    /// Counts a text once more.
    pub fn add(&mut self, text: &str) {
        if let Some((count, _)) = self.0.get_mut(text) {
            *count += 1;
        } else {
            let place = self.0.len();
            self.0.insert(text.to_owned(), (1, usize::MAX - place));
        }
    }

    /// The winner; `None` when nothing was added.
    pub fn most(&self) -> Option<&str> {
        self.0.iter().max_by_key(|(_, standing)| **standing).map(|(text, _)| text.as_str())
    }
}
