//! What a person says a column is, in place of what its name says.

use super::fields::Field;

/// What a column may be read as.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    Hash,
    serde::Deserialize,
    serde::Serialize,
    schemars::JsonSchema,
    ts_rs::TS,
)]
#[serde(rename_all = "camelCase")]
pub enum ImportField {
    /// The title.
    Title,
    /// The description.
    Description,
    /// What kind of work it is.
    Type,
    /// Points.
    Estimate,
    /// Value, a whole number.
    Value,
    /// Labels.
    Labels,
    /// The name of its epic.
    Epic,
    /// Who works on it.
    Assignee,
    /// How far it is.
    Status,
    /// The sprint it is or was in.
    Sprint,
    /// What tells it from others when the file is imported again.
    Key,
    /// When it was created.
    Created,
    /// When it ended.
    Resolved,
    /// Who asked for it.
    Reporter,
    /// Acceptance criteria, one a line.
    AcceptanceCriteria,
    /// Comments.
    Comments,
    /// It is not read.
    LeaveOut,
}

impl ImportField {
    /// Every field, as a list of choices shows them.
    pub const ALL: [Self; 17] = [
        Self::Title,
        Self::Description,
        Self::AcceptanceCriteria,
        Self::Type,
        Self::Status,
        Self::Estimate,
        Self::Value,
        Self::Epic,
        Self::Labels,
        Self::Assignee,
        Self::Reporter,
        Self::Sprint,
        Self::Key,
        Self::Created,
        Self::Resolved,
        Self::Comments,
        Self::LeaveOut,
    ];

    /// Its word on the wire and on the command line.
    pub fn word(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Description => "description",
            Self::Type => "type",
            Self::Estimate => "estimate",
            Self::Value => "value",
            Self::Labels => "labels",
            Self::Epic => "epic",
            Self::Assignee => "assignee",
            Self::Status => "status",
            Self::Sprint => "sprint",
            Self::Key => "key",
            Self::Created => "created",
            Self::Resolved => "resolved",
            Self::Reporter => "reporter",
            Self::AcceptanceCriteria => "acceptanceCriteria",
            Self::Comments => "comments",
            Self::LeaveOut => "leaveOut",
        }
    }

    /// The field of a word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|field| field.word() == word)
    }

    /// What the reader of tables calls it; none for what is left out.
    pub(super) fn field(self) -> Option<Field> {
        Some(match self {
            Self::Title => Field::Title,
            Self::Description => Field::Description,
            Self::Type => Field::Type,
            Self::Estimate => Field::Estimate,
            Self::Value => Field::Value,
            Self::Labels => Field::Labels,
            Self::Epic => Field::Epic,
            Self::Assignee => Field::Assignee,
            Self::Status => Field::Status,
            Self::Sprint => Field::Sprint,
            Self::Key => Field::Key,
            Self::Created => Field::Created,
            Self::Resolved => Field::Resolved,
            Self::Reporter => Field::Reporter,
            Self::AcceptanceCriteria => Field::Acceptance,
            Self::Comments => Field::Comment,
            Self::LeaveOut => return None,
        })
    }

    /// The choice that shows a column read as this.
    pub(super) fn of(field: Field) -> Option<Self> {
        Self::ALL.into_iter().find(|choice| choice.field() == Some(field))
    }
}

/// One column, by its name in the file, and what it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mapped {
    /// The column's name; columns of one name are read alike.
    pub column: String,
    /// What it is.
    pub field: ImportField,
}
