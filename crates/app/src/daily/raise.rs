//! `daily.raise`: an impediment raised in a Daily Scrum, for the person who names it.

use lineout_store::record::{self, Record};
use uuid::Uuid;

use super::{Meeting, taking_part};
use crate::context::Act;
use crate::error::Result;
use crate::impediment::raise::RaiseImpediment;
use crate::impediment::{Impediment, Severity, raise};
use crate::wire::requests;

requests! {
    /// Raises an impediment in a Daily Scrum.
    pub struct RaiseInDaily {
        /// In which.
        pub daily: Uuid,
        /// Who names it.
        pub person: Uuid,
        /// One line.
        pub title: String,
        /// Medium when left out.
        pub severity: Option<Severity>,
        /// Who takes care of it.
        pub owner: Option<Uuid>,
        /// What it blocks.
        pub items: Option<Vec<Uuid>>,
        /// It endangers the Sprint Goal.
        pub endangers_goal: Option<bool>,
    }
}

pub(crate) fn run(act: &mut Act<'_, '_>, request: RaiseInDaily) -> Result<Impediment> {
    let meeting = Meeting::find(act.db, request.daily)?;
    meeting.check_today(act.now)?;
    let (daily, person) = (meeting.row.id, taking_part(act, meeting.row.id, request.person)?.id);
    let raised = RaiseImpediment {
        product: meeting.product.id.as_uuid(),
        title: request.title,
        description: None,
        severity: request.severity,
        owner: request.owner,
        items: request.items,
        endangers_goal: request.endangers_goal,
        incident: None,
    };
    let raised = raise::run(act, raised)?;
    record::DailyImpediment { id: act.id(), daily, person, impediment: raised.id.into() }.insert(act.db)?;
    Ok(raised)
}
