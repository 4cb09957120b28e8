//! What an import is asked for, and what it answers.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::mapping::{ImportField, Mapped};
use super::{ImportFormat, ReadError};
use crate::error::AppError;
use crate::wire::{ItemType, requests, responses};

/// Most columns that a mapping names.
pub(super) const MAPPING_MAX: usize = 4096;

requests! {
    /// A file to bring in.
    pub struct ImportFile {
        /// What kind of file it is; told from the file when left out.
        pub format: Option<ImportFormat>,
        /// Its name; names the product when nothing else does.
        pub file_name: String,
        /// Its bytes, base64.
        pub content: String,
        /// The key of the product to import into; the file's when left out. Created when there is none.
        pub product: Option<String>,
        /// A product to create for it, in place of `product`. Refused when its key is taken.
        pub new_product: Option<NewImportProduct>,
        /// What columns of a table are, where their names do not say it rightly.
        pub mapping: Option<Vec<ColumnMapping>>,
        /// A word that this call goes by in what it tells of its progress, and to call it off by.
        pub ticket: Option<String>,
    }

    /// A product that an import creates. What is left out is the file's.
    pub struct NewImportProduct {
        /// Its key.
        pub key: Option<String>,
        /// Its name.
        pub name: Option<String>,
        /// IANA name; UTC when left out.
        pub time_zone: Option<String>,
    }

    /// What a column is.
    pub struct ColumnMapping {
        /// Its name in the file. Columns of one name are read alike.
        pub column: String,
        /// What it is read as.
        pub field: ImportField,
    }
}

impl From<&ColumnMapping> for Mapped {
    fn from(mapping: &ColumnMapping) -> Self {
        Self { column: mapping.column.clone(), field: mapping.field }
    }
}

responses! {
    /// What an import does, or did.
    pub struct ImportReport {
        /// What kind of file it was read as.
        pub format: ImportFormat,
        /// Why nothing can be read yet, though the file is a table: a column for the titles has to be named.
        pub refusal: Option<ImportRefusal>,
        /// The product it goes to.
        pub product: ImportProduct,
        /// What a product of its own would be called, its key not taken.
        pub own_product: SuggestedProduct,
        /// Rows below the header, or cards, or items.
        pub rows: u32,
        /// Rows that could not be read at all.
        pub rows_skipped: u32,
        /// New items.
        pub items: u32,
        /// Items that are there and are brought up to date.
        pub changed: u32,
        /// Items that are there as the file has them.
        pub unchanged: u32,
        /// Rows whose items were deleted here. They stay deleted.
        pub deleted: u32,
        /// The first of these, by key.
        pub deleted_keys: Vec<String>,
        /// New sprints, planned.
        pub sprints: u32,
        /// New sprints, closed: those of the past.
        pub sprints_closed: u32,
        /// New people.
        pub people: u32,
        /// New comments, and those of items that change counted as if they were.
        pub comments: u32,
        /// Everybody the file names.
        pub people_found: Vec<ImportPerson>,
        /// Columns that were read.
        pub columns_read: Vec<ColumnRead>,
        /// Columns that were not.
        pub columns_ignored: Vec<ColumnIgnored>,
        /// Whether a person may say what the columns are.
        pub can_map: bool,
        /// Remarks about the file as a whole, in sentences.
        pub notes: Vec<String>,
        /// Rows and cells that could not be read, by line.
        pub problems: Vec<ImportProblem>,
        /// How many of these there are in all.
        pub problem_count: u32,
        /// Estimates that widen the product's scale.
        pub scale_added: Vec<f64>,
        /// The encoding the file was read in.
        pub encoding: String,
        /// The character between cells; none where the file is no table.
        pub delimiter: Option<String>,
        /// The first items.
        pub sample: Vec<SampleItem>,
    }

    /// Where an import goes.
    pub struct ImportProduct {
        /// Its id, once it is there.
        pub id: Option<Uuid>,
        /// Its key.
        pub key: String,
        /// Its name.
        pub name: String,
        /// It is made by the import.
        pub created: bool,
    }

    /// A name and a key for a product.
    pub struct SuggestedProduct {
        /// Its key.
        pub key: String,
        /// Its name.
        pub name: String,
        /// The file itself names it, in a column or as the prefix of its items' keys.
        pub named_by_file: bool,
    }

    /// Somebody the file names.
    pub struct ImportPerson {
        /// Their name.
        pub name: String,
        /// They are in the workspace already.
        pub known: bool,
    }

    /// A column that was read.
    pub struct ColumnRead {
        /// Its name in the file.
        pub column: String,
        /// What it was read as, in words.
        #[serde(rename = "as")]
        pub read_as: String,
        /// The choice of a mapping that says the same; none for what only the file's own tool has.
        pub field: Option<ImportField>,
        /// Rows with a value.
        pub rows: u32,
        /// The beginning of its first value.
        pub sample: String,
    }

    /// A column that was not read.
    pub struct ColumnIgnored {
        /// Its name in the file.
        pub column: String,
        /// Rows with a value.
        pub rows: u32,
        /// The beginning of its first value.
        pub sample: String,
    }

    /// Something that could not be read.
    pub struct ImportProblem {
        /// The line of the file, from 1.
        pub line: u32,
        /// The column, when it is about one cell.
        pub column: Option<String>,
        /// Why, and what was done.
        pub reason: String,
    }

    /// An item as it will be.
    pub struct SampleItem {
        /// Its key in the file; empty when it has none.
        pub key: String,
        /// Its title.
        pub title: String,
        /// What kind of work it is.
        #[serde(rename = "type")]
        pub item_type: ItemType,
        /// Points.
        pub estimate: Option<f64>,
        /// Value.
        pub value: Option<u32>,
        /// The name of its epic.
        pub epic: Option<String>,
        /// Its labels.
        pub labels: Vec<String>,
        /// Who works on it, by name.
        pub assignees: Vec<String>,
        /// The beginning of its description.
        pub description: String,
        /// How many acceptance criteria it has.
        pub acceptance: u32,
        /// Its status, as the file words it.
        pub status: String,
    }
}

/// Why nothing can be read yet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct ImportRefusal {
    /// As an error has it.
    pub code: String,
    /// What is missing.
    pub message: String,
    /// What to do now.
    pub hint: String,
}

impl From<ReadError> for ImportRefusal {
    fn from(error: ReadError) -> Self {
        let AppError { code, message, hint } = error.into();
        Self { code, message, hint }
    }
}
