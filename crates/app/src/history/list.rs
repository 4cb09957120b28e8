//! `history.list`: everything that was done, newest first.

use lineout_domain::ids::{ActionId, PersonId};
use lineout_store::ActionFilter;
use uuid::Uuid;

use super::HistoryEntry;
use crate::context::View;
use crate::error::Result;
use crate::wire::{requests, responses};

/// Most entries one call gives.
const ENTRIES_MAX: u32 = 200;

requests! {
    /// Asks for actions, newest first.
    pub struct ListHistory {
        /// Only those before this one.
        pub before: Option<Uuid>,
        /// Only what this person did.
        pub author: Option<Uuid>,
        /// Only actions whose label holds this text.
        pub text: Option<String>,
        /// How many, 200 at most.
        pub limit: u32,
    }
}

responses! {
    /// A page of the history.
    pub struct History {
        /// Newest first.
        pub actions: Vec<HistoryEntry>,
        /// There are older ones.
        pub more: bool,
    }
}

pub(crate) fn run(view: &View<'_>, request: ListHistory) -> Result<History> {
    let limit = request.limit.min(ENTRIES_MAX);
    let filter = ActionFilter {
        author: request.author.map(PersonId::new),
        text: request.text.map(|text| text.trim().to_owned()).unwrap_or_default(),
    };
    let mut rows = view.db.actions(request.before.map(ActionId::new), &filter, limit + 1)?;
    let more = rows.len() > limit as usize;
    rows.truncate(limit as usize);
    let actions = rows.iter().map(|row| HistoryEntry::read(&view.db, row)).collect::<Result<_>>()?;
    Ok(History { actions, more })
}
