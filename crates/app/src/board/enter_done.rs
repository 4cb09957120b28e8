//! The gate to Done: every criterion of the Definition of Done met, or waived by a named person for a reason.

use chrono::{DateTime, Utc};
use lineout_domain::done::{self, Criterion, Waiver};
use lineout_domain::ids::CriterionId;
use lineout_domain::item::Resolution;
use lineout_store::record::{self, ItemCriterion, Record};
use uuid::Uuid;

use crate::context::Act;
use crate::error::{AppError, Result};
use crate::wire::requests;

requests! {
    /// The answer to the Definition of Done.
    pub struct DoneAnswer {
        /// Criteria that are met, beside those ticked before.
        pub met: Vec<Uuid>,
        /// Criteria let go, each with its reason.
        pub waivers: Vec<WaiveCriterion>,
    }

    /// Lets a criterion go for one item.
    pub struct WaiveCriterion {
        /// Which.
        pub criterion: Uuid,
        /// Why.
        pub reason: String,
    }
}

/// Makes an item Done, or refuses. The caller saves the item.
pub(crate) fn apply(
    act: &mut Act<'_, '_>,
    item: &mut record::Item,
    answer: Option<&DoneAnswer>,
) -> Result<()> {
    let definition = act.db.definition(item.product)?;
    let criteria = act.db.criteria(definition.id)?;
    let criteria: Vec<_> = criteria.into_iter().map(|row| Criterion { id: row.id, text: row.text }).collect();
    let ticked = act.db.item_criteria(item.id)?;
    let current = |row: &&ItemCriterion| criteria.iter().any(|criterion| criterion.id == row.criterion);
    let mut met: Vec<CriterionId> =
        ticked.iter().filter(current).filter(|row| !row.waived).map(|row| row.criterion).collect();
    met.extend(answer.iter().flat_map(|answer| &answer.met).map(|id| CriterionId::new(*id)));
    let waivers: Vec<Waiver> = answer
        .iter()
        .flat_map(|answer| &answer.waivers)
        .map(|wish| Waiver {
            criterion: CriterionId::new(wish.criterion),
            person: act.author,
            reason: wish.reason.clone(),
        })
        .collect();
    let kept = done::check_entry(&criteria, &met, &waivers)?;
    for row in &ticked {
        if row.waived {
            row.delete(act.db)?;
        }
    }
    for criterion in met {
        set(act, item, criterion, None)?;
    }
    for waiver in kept {
        set(act, item, waiver.criterion, Some(waiver.reason))?;
    }
    item.resolution = Some(Resolution::Done);
    item.resolved_at = Some(act.now);
    item.definition = Some(definition.id);
    Ok(())
}

/// Takes an item out of Done. Its ticks stay; the caller saves the item.
pub(crate) fn leave(act: &mut Act<'_, '_>, item: &mut record::Item) -> Result<()> {
    if let Some(part) = act.db.increment_item(item.id)? {
        return Err(AppError::new(
            "item_in_increment",
            format!("{} is part of an increment, and an increment holds Done items only.", part.key),
            "Take it out of the increment first.",
        ));
    }
    for row in act.db.item_criteria(item.id)?.into_iter().filter(|row| row.waived) {
        row.delete(act.db)?;
    }
    item.resolution = None;
    item.resolved_at = None;
    item.definition = None;
    Ok(())
}

/// Writes that a criterion is met, or waived for a reason, unless that stands already.
pub(crate) fn set(
    act: &mut Act<'_, '_>,
    item: &record::Item,
    criterion: CriterionId,
    waiver: Option<String>,
) -> Result<()> {
    let present = act.db.item_criteria(item.id)?.into_iter().find(|row| row.criterion == criterion);
    if present.is_some() {
        return Ok(());
    }
    let at: DateTime<Utc> = act.now;
    let row = ItemCriterion {
        id: act.id(),
        item: item.id,
        criterion,
        waived: waiver.is_some(),
        person: act.author,
        reason: waiver.unwrap_or_default(),
        at,
    };
    Ok(row.insert(act.db)?)
}
