//! What a list of items leaves out, and its order: as lists ask for it and as saved views keep it.

use lineout_domain::ids::{EpicId, PersonId, SprintId};
use lineout_domain::search;
use lineout_store::read::{Filter, Scope, Sort, SortBy};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use crate::error::{AppError, Result};
use crate::wire::ItemType;

/// Most values of one kind that a filter names.
const VALUES_MAX: usize = 200;

/// Which items. Several values of one kind mean any of them, several kinds mean all of them.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize, Serialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
#[ts(optional_fields)]
pub struct BacklogFilter {
    /// Words of the title, description, key or comments, each at least by its beginning.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// Kinds of work.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub types: Option<Vec<ItemType>>,
    /// Epics; `null` among them means items without one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub epics: Option<Vec<Option<Uuid>>>,
    /// Labels.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub labels: Option<Vec<String>>,
    /// People on it; `null` among them means nobody is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub assignees: Option<Vec<Option<Uuid>>>,
    /// With an estimate, or without.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub estimated: Option<bool>,
    /// An open impediment blocks it, or none does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub blocked: Option<bool>,
    /// An open item blocks it, or none does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub waiting: Option<bool>,
    /// It meets the whole Definition of Ready, or does not; where there is none, neither.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ready: Option<bool>,
    /// Where to look; the Product Backlog when left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scope: Option<BacklogScope>,
}

/// Where to look for items.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize, JsonSchema, TS)]
#[serde(tag = "in", rename_all = "camelCase", deny_unknown_fields)]
pub enum BacklogScope {
    // With braces, for serde refuses unknown fields only of variants that may have some.
    /// The Product Backlog.
    Backlog {},
    /// One sprint, whatever became of its items.
    Sprint {
        /// That sprint.
        sprint: Uuid,
    },
    /// Everything open, in a sprint or not.
    Open {},
    /// Everything Done.
    Done {},
}

/// What a list is ordered by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, Serialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub enum BacklogSortBy {
    /// The order of the Product Backlog.
    #[default]
    Rank,
    /// Value.
    Value,
    /// Estimate.
    Estimate,
    /// When it was created.
    Created,
    /// Title.
    Title,
    /// Value for each point.
    ValueForEffort,
}

/// An order. Items without what they are ordered by come last, whichever way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, Serialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct BacklogSort {
    /// By what.
    pub by: BacklogSortBy,
    /// The highest or newest first. Left out: as is usual, value, value for effort and creation from the highest or
    /// newest on, the others from the first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub descending: Option<bool>,
}

impl BacklogFilter {
    /// As the store asks for it.
    pub(crate) fn read(&self) -> Result<Filter> {
        let many = [
            self.types.as_ref().map_or(0, Vec::len),
            self.epics.as_ref().map_or(0, Vec::len),
            self.labels.as_ref().map_or(0, Vec::len),
            self.assignees.as_ref().map_or(0, Vec::len),
        ];
        if many.into_iter().any(|n| n > VALUES_MAX) {
            return Err(AppError::new(
                "filter_too_large",
                format!("A filter names at most {VALUES_MAX} values of one kind."),
                "Name fewer, or leave that kind out.",
            ));
        }
        Ok(Filter {
            terms: self.text.as_deref().map(search::terms).unwrap_or_default(),
            types: self.types.iter().flatten().map(|kind| (*kind).into()).collect(),
            epics: self.epics.iter().flatten().map(|epic| epic.map(EpicId::new)).collect(),
            labels: self.labels.clone().unwrap_or_default(),
            assignees: self.assignees.iter().flatten().map(|person| person.map(PersonId::new)).collect(),
            estimated: self.estimated,
            blocked: self.blocked,
            waiting: self.waiting,
            ready: self.ready,
            scope: match self.scope {
                None | Some(BacklogScope::Backlog {}) => Scope::Backlog,
                Some(BacklogScope::Sprint { sprint }) => Scope::Sprint(SprintId::new(sprint)),
                Some(BacklogScope::Open {}) => Scope::Open,
                Some(BacklogScope::Done {}) => Scope::Done,
            },
        })
    }
}

impl BacklogSort {
    /// As the store asks for it.
    pub(crate) fn read(self) -> Sort {
        let (by, usual) = match self.by {
            BacklogSortBy::Rank => (SortBy::Rank, false),
            BacklogSortBy::Value => (SortBy::Value, true),
            BacklogSortBy::Estimate => (SortBy::Estimate, false),
            BacklogSortBy::Created => (SortBy::Created, true),
            BacklogSortBy::Title => (SortBy::Title, false),
            BacklogSortBy::ValueForEffort => (SortBy::ValueForEffort, true),
        };
        Sort { by, descending: self.descending.unwrap_or(usual) }
    }
}
