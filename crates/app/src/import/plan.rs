//! What a file asks for, before anything is written: the plan of an import.
//!
//! A plan holds what the file says and nothing about the workspace it goes to. Which of it is new, and which people and
//! sprints are there already, is for the use case that carries it out.

use chrono::{DateTime, Utc};
use lineout_domain::board::Category;
use lineout_domain::item::{ItemType, Resolution};

use super::Format;

/// Everything read from one file.
#[derive(Debug, Clone, PartialEq)]
pub struct Plan {
    /// The tool it was read as coming from.
    pub format: Format,
    /// A key that the product rules accept: the file's, else one suggested by the file's name.
    pub product_key: String,
    /// The product's name: the file's, else made from the file's name.
    pub product_name: String,
    /// Whether the file itself named the key, in a column or as the prefix of its item keys.
    pub key_from_file: bool,
    /// The items, in the order they should stand in the Product Backlog.
    pub items: Vec<PlannedItem>,
    /// Epics that have a row of their own or are named by an item, in file order.
    pub epics: Vec<PlannedEpic>,
    /// The sprints that items name, oldest first as far as dates and names tell.
    pub sprints: Vec<PlannedSprint>,
    /// The people that items are assigned to or reported by, in file order.
    pub people: Vec<PlannedPerson>,
    /// Columns that went into the plan.
    pub columns_read: Vec<ColumnUse>,
    /// Columns that did not, those without a single value included.
    pub columns_ignored: Vec<IgnoredColumn>,
    /// Which values the file has at all; what it has not, an update leaves as it is.
    pub says: Says,
    /// Remarks about the file as a whole, in sentences.
    pub notes: Vec<String>,
    /// What could not be read, by line.
    pub problems: Vec<Problem>,
    /// Rows below the header, blank ones not counted.
    pub rows: usize,
    /// Rows that became neither an item nor an epic. Each has a problem.
    pub rows_skipped: usize,
    /// The character encoding the file was read in, e.g. "UTF-8" or "Windows-1252".
    pub encoding: String,
    /// The character between two cells; none where the file is no table.
    pub delimiter: Option<char>,
}

/// Which values a file has, whatever the single rows say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Says {
    /// Kinds of work.
    pub item_type: bool,
    /// Descriptions.
    pub description: bool,
    /// Estimates.
    pub estimate: bool,
    /// Values.
    pub value: bool,
    /// Epics, or links that lead to them.
    pub epic: bool,
    /// Labels, or sprints that become labels.
    pub labels: bool,
    /// Acceptance criteria.
    pub acceptance: bool,
}

/// An item to be.
#[derive(Debug, Clone, PartialEq)]
pub struct PlannedItem {
    /// The line of the file where its row starts, from 1.
    pub line: u64,
    /// Its key in the file, e.g. "HBR-12".
    pub source_key: Option<String>,
    /// The number of its key, when the key's prefix is the product's key.
    pub number: Option<u32>,
    /// A title that the item rules accept.
    pub title: String,
    /// A description that the item rules accept.
    pub description: String,
    /// What kind of work it is.
    pub item_type: ItemType,
    /// Points, as the item rules accept them; perhaps not on the product's scale.
    pub estimate: Option<f64>,
    /// A value that the item rules accept.
    pub value: Option<i64>,
    /// What must hold for it to be accepted, in order.
    pub acceptance: Vec<PlannedCriterion>,
    /// Indexes into [`Plan::people`].
    pub assignees: Vec<usize>,
    /// Index into [`Plan::people`].
    pub reporter: Option<usize>,
    /// The sprint it is in or was in last: index into [`Plan::sprints`].
    pub sprint: Option<usize>,
    /// Every sprint it has been in, in the order the file names them.
    pub all_sprints: Vec<usize>,
    /// The status as the file words it; empty when it has none.
    pub status: String,
    /// What the status means.
    pub category: Category,
    /// How it ended; `None` while open. Never [`Resolution::Split`].
    pub resolution: Option<Resolution>,
    /// Why it was cancelled; empty where the file has nothing better than the status.
    pub reason: String,
    /// Labels that the item rules accept.
    pub labels: Vec<String>,
    /// The name of its epic.
    pub epic: Option<String>,
    /// When it was created. A time without a zone is taken as UTC.
    pub created: Option<DateTime<Utc>>,
    /// When it was resolved. May be before `created`: real exports have that.
    pub resolved: Option<DateTime<Utc>>,
    /// What was said about it, in the order of the columns.
    pub comments: Vec<PlannedComment>,
    /// What it is to other items of the file.
    pub links: Vec<PlannedLink>,
}

/// An acceptance criterion to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlannedCriterion {
    /// A text that the rules accept.
    pub text: String,
    /// Whether it is met, when the file says.
    pub met: Option<bool>,
}

/// A link to be, from the item it hangs on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlannedLink {
    /// What the item is to the other.
    pub kind: lineout_domain::link::Kind,
    /// The other's key in the file.
    pub other: String,
}

/// An epic to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlannedEpic {
    /// The line of its row, or of the first item that names it.
    pub line: u64,
    /// Its key in the file, when it has a row.
    pub source_key: Option<String>,
    /// Its name, unique in the plan.
    pub name: String,
    /// Its colour, 0 to 359, when the file has one.
    pub hue: Option<u16>,
}

/// What a file knows of a sprint's state.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SprintState {
    /// Not started.
    Planned,
    /// Running.
    Active,
    /// Over.
    Closed,
}

/// A sprint to be. Most exports give its name and nothing else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlannedSprint {
    /// What tells it from others in the file; its name where the file has nothing better.
    pub key: String,
    /// Its name, unique in the plan.
    pub name: String,
    /// Its goal; empty when the file has none.
    pub goal: String,
    /// Its state, when the file says.
    pub state: Option<SprintState>,
    /// Planned start.
    pub starts: Option<DateTime<Utc>>,
    /// Planned end.
    pub ends: Option<DateTime<Utc>>,
    /// When it was closed.
    pub closed: Option<DateTime<Utc>>,
}

/// A person to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlannedPerson {
    /// A name that the person rules accept.
    pub name: String,
    /// The account that the file knows them by.
    pub account: Option<String>,
}

/// Something said about an item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlannedComment {
    /// When, if the file says so legibly and it can have happened.
    pub at: Option<DateTime<Utc>>,
    /// When it was last changed, if the file says.
    pub edited: Option<DateTime<Utc>>,
    /// Who: the person's name where the plan knows the account, else what the file has; empty when nothing.
    pub author: String,
    /// What.
    pub text: String,
}

/// A column that was read. Columns of one name that repeat are one entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ColumnUse {
    /// The column's name in the file.
    pub column: String,
    /// What it was read as, e.g. "estimate".
    pub read_as: &'static str,
    /// The choice that says the same, where a person may choose it.
    pub field: Option<super::mapping::ImportField>,
    /// Rows that hold a value in it.
    pub rows: usize,
    /// The beginning of its first value; empty when it has none.
    pub sample: String,
}

/// A column that was left out. Columns of one name that repeat are one entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IgnoredColumn {
    /// The column's name in the file; "(column 5)" when it has none.
    pub column: String,
    /// Rows that hold a value in it.
    pub rows: usize,
    /// The beginning of its first value; empty when it has none.
    pub sample: String,
}

/// Something in the file that could not be read as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The line of the file where the row starts, from 1. Lines inside quoted cells count.
    pub line: u64,
    /// The column it is about; `None` for the whole row.
    pub column: Option<String>,
    /// What is wrong and what was done about it, in a sentence.
    pub reason: String,
}
