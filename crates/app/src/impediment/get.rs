//! `impediment.get`: one impediment, its history in words included.

use super::turn::NameImpediment;
use super::{Impediment, find};
use crate::context::View;
use crate::error::Result;
use crate::history::HistoryEntry;
use crate::wire::responses;

/// Most entries of history that an impediment comes with.
const HISTORY_MAX: u32 = 100;

responses! {
    /// Everything about an impediment.
    pub struct ImpedimentDetail {
        /// As lists show it.
        #[serde(flatten)]
        pub impediment: Impediment,
        /// Newest first.
        pub history: Vec<HistoryEntry>,
    }
}

pub(crate) fn run(view: &View<'_>, request: NameImpediment) -> Result<ImpedimentDetail> {
    let row = find(&view.db, request.impediment)?;
    let history = view.db.actions_on("impediment", row.id, HISTORY_MAX)?;
    Ok(ImpedimentDetail {
        history: history.iter().map(|row| HistoryEntry::read(&view.db, row)).collect::<Result<_>>()?,
        impediment: Impediment::read(&view.db, row, view.now)?,
    })
}
