//! `board.tick`: a criterion of the Definition of Done, before the item is Done.

use lineout_domain::done::DoneRule;
use lineout_domain::ids::{CriterionId, ItemId};
use lineout_domain::item as item_rules;
use lineout_store::record::{self, Record};
use uuid::Uuid;

use super::enter_done;
use crate::context::Act;
use crate::error::Result;
use crate::item::key;
use crate::wire::requests;
use crate::workspace::Done;

requests! {
    /// Says whether an item meets a criterion.
    pub struct TickCriterion {
        /// Which item.
        pub item: Uuid,
        /// Which criterion of the newest Definition of Done.
        pub criterion: Uuid,
        /// Whether it is met.
        pub met: bool,
    }
}

pub(crate) fn run(act: &mut Act<'_, '_>, request: TickCriterion) -> Result<Done> {
    let item = record::Item::get(act.db, ItemId::new(request.item))?;
    item_rules::check_open(item.resolution)?;
    let criterion = CriterionId::new(request.criterion);
    let definition = act.db.definition(item.product)?;
    let known = act.db.criteria(definition.id)?.into_iter().find(|row| row.id == criterion);
    let text = known.ok_or(DoneRule::UnknownCriterion(criterion))?.text;
    if request.met {
        enter_done::set(act, &item, criterion, None)?;
    } else if let Some(row) =
        act.db.item_criteria(item.id)?.into_iter().find(|row| row.criterion == criterion)
    {
        row.delete(act.db)?;
    }
    let mark = if request.met { "Tick" } else { "Untick" };
    act.db.label(format!("{mark} “{text}” of {}", key(act.db, &item)?));
    Ok(Done {})
}
