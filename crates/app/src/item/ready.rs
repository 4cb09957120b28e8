//! `item.tickReady`: how an item stands to its product's Definition of Ready.

use chrono::{DateTime, Utc};
use lineout_domain::checklist as rules;
use lineout_domain::ids::{ItemId, ReadyCriterionId};
use lineout_store::Db;
use lineout_store::record::{self, ItemReady, Record};
use uuid::Uuid;

use super::key;
use crate::context::Act;
use crate::error::{AppError, Result};
use crate::wire::{requests, responses};

requests! {
    /// Says whether an item meets a criterion of the Definition of Ready.
    pub struct TickReady {
        /// Which item.
        pub item: Uuid,
        /// Which criterion.
        pub criterion: Uuid,
        /// Whether it is met.
        pub met: bool,
    }
}

responses! {
    /// How an item stands to the Definition of Ready.
    pub struct Readiness {
        /// It meets all of it; none when the product has no such definition.
        pub ready: Option<bool>,
        /// What there is to meet.
        pub criteria: Vec<ReadyTick>,
    }

    /// A criterion of the Definition of Ready as an item stands to it.
    pub struct ReadyTick {
        /// The criterion.
        pub criterion: Uuid,
        /// What must hold.
        pub text: String,
        /// It is met.
        pub met: bool,
        /// Who said so.
        pub person: Option<Uuid>,
        /// When.
        pub at: Option<DateTime<Utc>>,
    }
}

impl Readiness {
    pub(crate) fn read(db: &Db<'_>, item: &record::Item) -> Result<Self> {
        let ticks = db.ready_ticks(item.id)?;
        let criteria = db.ready_criteria(item.product)?.into_iter().map(|criterion| {
            let tick = ticks.iter().find(|tick| tick.ready_criterion == criterion.id);
            ReadyTick {
                criterion: criterion.id.as_uuid(),
                text: criterion.text,
                met: tick.is_some(),
                person: tick.and_then(|tick| tick.person).map(|person| person.as_uuid()),
                at: tick.map(|tick| tick.at),
            }
        });
        let criteria: Vec<ReadyTick> = criteria.collect();
        let met = criteria.iter().filter(|one| one.met).count();
        Ok(Self { ready: rules::is_ready(criteria.len(), met), criteria })
    }
}

pub(crate) fn run(act: &mut Act<'_, '_>, request: TickReady) -> Result<Readiness> {
    let item = record::Item::get(act.db, ItemId::new(request.item))?;
    let wanted = ReadyCriterionId::new(request.criterion);
    let known = act.db.ready_criteria(item.product)?.into_iter().find(|row| row.id == wanted);
    let criterion = known.ok_or_else(|| {
        AppError::new(
            "ready_criterion_unknown",
            "The criterion is not part of the product's Definition of Ready.",
            "Look at it again, it may have been changed meanwhile.",
        )
    })?;
    let tick = act.db.ready_ticks(item.id)?.into_iter().find(|tick| tick.ready_criterion == criterion.id);
    match (request.met, tick) {
        (true, None) => {
            let (id, person, at) = (act.id(), act.author, act.now);
            ItemReady { id, item: item.id, ready_criterion: criterion.id, person, at }.insert(act.db)?;
        }
        (false, Some(tick)) => tick.delete(act.db)?,
        _ => {}
    }
    let mark = if request.met { "Tick" } else { "Untick" };
    act.db.label(format!("{mark} “{}” of {}", criterion.text, key(act.db, &item)?));
    Readiness::read(act.db, &item)
}
