//! What a column can be read as, and the names that tools give their columns.

use super::Format;
use super::table::Row;

/// What a column can be read as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Field {
    Title,
    /// A title on one level of a tree: "Title 1", "Title 2".
    TitleLevel,
    Key,
    IssueId,
    Type,
    Description,
    Estimate,
    Status,
    StatusCategory,
    Resolution,
    Assignee,
    AssigneeAccount,
    Reporter,
    ReporterAccount,
    Sprint,
    Labels,
    Epic,
    EpicName,
    EpicLink,
    Parent,
    ParentSummary,
    Rank,
    Created,
    Resolved,
    Comment,
    ProductKey,
    ProductName,
    /// Where the work belongs in the product's own tree; its root is the product.
    Area,
    Value,
    Acceptance,
    SprintNumber,
    SprintStarts,
    SprintEnds,
    /// When it was cancelled.
    Cancelled,
    /// Whether and how it ended, in our own words.
    Ended,
    /// Our own id of an item.
    OwnId,
}

/// How a field is called in a report, and its column names, best first, in the form of [`fold`].
pub(super) type Names = (Field, &'static str, &'static [&'static str]);

/// Names that mean something in the files of one tool only; asked before the others.
pub(super) const NAMES_OF: &[(Format, &[Names])] = &[
    (
        Format::Linear,
        &[
            (Field::ProductName, "product", &["team"]),
            (Field::Epic, "epic", &["project"]),
            (Field::Parent, "epic", &["parentissue"]),
            (Field::Cancelled, "cancelled", &["canceled", "cancelled"]),
            (Field::SprintNumber, "sprint", &["cyclenumber"]),
        ],
    ),
    (
        Format::Azure,
        &[
            (
                Field::TitleLevel,
                "title",
                &["title1", "title2", "title3", "title4", "title5", "title6", "title7", "title8", "title9"],
            ),
            (Field::Estimate, "estimate", &["storypoints", "effort", "size"]),
            (Field::Sprint, "sprint", &["iterationpath"]),
            (Field::Rank, "order", &["stackrank", "backlogpriority"]),
            (Field::Resolved, "resolved", &["closeddate", "resolveddate"]),
            (Field::ProductName, "product", &["teamproject"]),
            (Field::Area, "product", &["areapath"]),
        ],
    ),
    (
        Format::Lineout,
        &[
            (Field::OwnId, "key of the source", &["lineoutid"]),
            (Field::Ended, "resolution", &["ended"]),
            (Field::Assignee, "assignee", &["assignees"]),
        ],
    ),
];

/// Names that mean the same wherever they come from.
pub(super) const NAMES: &[Names] = &[
    (Field::Title, "title", &["title", "summary", "subject", "name", "story", "userstory", "backlogitem"]),
    (
        Field::Key,
        "key",
        &["issuekey", "key", "itemkey", "storykey", "id", "itemid", "storyid", "ticket", "ticketid"],
    ),
    (Field::IssueId, "key of the source", &["issueid"]),
    (Field::Type, "type", &["type", "issuetype", "itemtype", "storytype", "workitemtype", "kind"]),
    (Field::Description, "description", &["description", "body", "details", "text"]),
    (
        Field::Estimate,
        "estimate",
        &[
            "customfieldstorypoints",
            "storypoints",
            "storypoint",
            "customfieldstorypointestimate",
            "storypointestimate",
            "estimate",
            "estimation",
            "points",
            "customfieldestimate",
            "customfieldpoints",
            "storypts",
            "sp",
        ],
    ),
    (Field::Status, "status", &["status", "state", "workflowstate", "column", "currentstate"]),
    (Field::StatusCategory, "status category", &["statuscategory"]),
    (Field::Resolution, "resolution", &["resolution"]),
    (Field::Assignee, "assignee", &["assignee", "assignedto", "owner", "owners", "ownedby"]),
    (Field::AssigneeAccount, "assignee", &["assigneeid"]),
    (Field::Reporter, "reporter", &["reporter", "reportedby", "requestedby", "creator", "createdby"]),
    (Field::ReporterAccount, "reporter", &["reporterid"]),
    (
        Field::Sprint,
        "sprint",
        &["sprint", "customfieldsprint", "sprintname", "iteration", "cyclename", "cycle"],
    ),
    (Field::Labels, "labels", &["labels", "label", "tags", "tag"]),
    (Field::Epic, "epic", &["epic", "epictitle"]),
    (Field::EpicName, "epic", &["customfieldepicname", "epicname"]),
    (Field::EpicLink, "epic", &["customfieldepiclink", "epiclink", "epickey"]),
    (Field::Parent, "epic", &["parent", "parentkey", "parentid"]),
    (Field::ParentSummary, "epic", &["parentsummary"]),
    (Field::Rank, "order", &["customfieldrank", "rank"]),
    (Field::Created, "created", &["created", "createdat", "createddate", "datecreated", "creationdate"]),
    (
        Field::Resolved,
        "resolved",
        &[
            "resolved",
            "resolutiondate",
            "resolveddate",
            "completed",
            "completedat",
            "finisheddate",
            "closedat",
        ],
    ),
    (Field::Comment, "comments", &["comment", "comments"]),
    (Field::Value, "value", &["value", "businessvalue", "customfieldbusinessvalue"]),
    (
        Field::Acceptance,
        "acceptance criteria",
        &["acceptancecriteria", "customfieldacceptancecriteria", "acceptancecriterion", "acceptance"],
    ),
    (
        Field::SprintStarts,
        "sprint dates",
        &["sprintstart", "sprintstartdate", "iterationstart", "iterationstartdate", "cyclestart"],
    ),
    (
        Field::SprintEnds,
        "sprint dates",
        &[
            "sprintend",
            "sprintenddate",
            "iterationend",
            "iterationenddate",
            "iterationfinishdate",
            "cycleend",
        ],
    ),
    (Field::ProductKey, "product", &["projectkey", "productkey"]),
    (Field::ProductName, "product", &["projectname", "productname"]),
];

/// The names of a title column that a message offers, the usual one first.
pub(super) fn title_names(format: Option<Format>) -> Vec<&'static str> {
    match format {
        Some(Format::Jira) => vec!["Summary", "Title"],
        _ => vec!["Title", "Summary", "Subject", "Name"],
    }
}

impl Field {
    /// Whether several columns of this field add up or stand in for each other. Of the others the best is read and the
    /// rest are ignored, and said to be.
    pub(super) fn takes_many(self) -> bool {
        matches!(
            self,
            Self::Sprint
                | Self::Labels
                | Self::Comment
                | Self::Estimate
                | Self::EpicLink
                | Self::Parent
                | Self::TitleLevel
                | Self::Acceptance
                | Self::Resolved
        )
    }
}

/// The names that mean something in the files of this tool only.
pub(super) fn names_of(format: Format) -> &'static [Names] {
    NAMES_OF.iter().find(|(of, _)| *of == format).map_or(&[], |(_, names)| *names)
}

/// The field that a column of this name is in a plain file, and how good a name it is: 0 for the best.
pub(super) fn recognise(name: &str) -> Option<(Field, usize)> {
    recognise_in(Format::Csv, name)
}

/// The same in a file of this tool.
pub(super) fn recognise_in(format: Format, name: &str) -> Option<(Field, usize)> {
    let name = fold(name);
    names_of(format).iter().chain(NAMES).find_map(|(field, _, names)| {
        names.iter().position(|known| *known == name).map(|preference| (*field, preference))
    })
}

/// The tool whose header this is, by the columns that only its exports have together.
pub(super) fn format_of(row: &Row) -> Format {
    let names: Vec<String> = row.cells().map(fold).collect();
    let has = |name: &str| names.iter().any(|known| known == name);
    if has("lineoutid") && has("title") {
        Format::Lineout
    } else if has("summary") && (has("issuekey") || has("issueid")) {
        Format::Jira
    } else if has("workitemtype") && (has("id") || has("title") || has("title1")) {
        Format::Azure
    } else if has("id") && has("team") && has("title") && (has("cyclenumber") || has("cyclename")) {
        Format::Linear
    } else {
        Format::Csv
    }
}

/// Letters and digits alone, in lower case: "Custom field (Story Points)" → "customfieldstorypoints".
pub(super) fn fold(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
