//! `improvement.carryOn`: the answer of a review that is not an end. It stays as it is and comes back in the
//! retrospective of the next sprint, or in the next one that is held where no later sprint is planned.

use lineout_domain::ids::{ImprovementId, ProductId, SprintId};
use lineout_domain::improvement as rules;
use lineout_domain::retrospective::Answer;
use lineout_domain::sprint::State as Sprint;
use lineout_store::Db;
use lineout_store::record::{self, Record};
use uuid::Uuid;

use super::{Improvement, key};
use crate::context::Act;
use crate::error::Result;
use crate::retro::review;
use crate::wire::requests;

requests! {
    /// Carries an improvement on to the next review.
    pub struct CarryOnImprovement {
        /// Which.
        pub improvement: Uuid,
    }
}

pub(crate) fn run(act: &mut Act<'_, '_>, request: CarryOnImprovement) -> Result<Improvement> {
    let mut row = record::Improvement::get(act.db, ImprovementId::new(request.improvement))?;
    rules::check_carried_on(row.state)?;
    let asking = review::asking(act.db, &row)?;
    let later = later_sprint(act.db, row.product, asking.as_ref().and_then(|retro| retro.sprint))?;
    row.review_sprint = later.as_ref().map(|sprint| sprint.id);
    row.save(act.db)?;
    if let Some(retro) = asking {
        review::keep(act, &retro, row.id, Answer::CarryOn, "")?;
    }
    let back = later.map_or_else(
        || "the next retrospective".to_owned(),
        |sprint| format!("the retrospective of {}", sprint.name),
    );
    act.db.label(format!("Carry on with {}, back in {back}", key(&row)));
    Improvement::read(act.db, row)
}

/// The first sprint after this one, or after the newest that has begun, that runs or is planned.
fn later_sprint(db: &Db<'_>, product: ProductId, after: Option<SprintId>) -> Result<Option<record::Sprint>> {
    let after = match after {
        Some(id) => record::Sprint::get(db, id)?.number,
        None => db.newest_begun(product)?.unwrap_or(0),
    };
    let to_come = |sprint: &record::Sprint| matches!(sprint.state, Sprint::Active | Sprint::Planned);
    let later = db.sprints(product)?.into_iter().filter(|sprint| sprint.number > after && to_come(sprint));
    Ok(later.min_by_key(|sprint| sprint.number))
}
