//! `daily.plan`, `daily.replan`, `daily.unplan`: what somebody wants to get done until the next Daily Scrum.

use lineout_domain::daily as rules;
use lineout_domain::ids::{DailyPlanId, ImpedimentId, ItemId, TaskId};
use lineout_domain::text::excerpt;
use lineout_store::record::{self, Record};
use uuid::Uuid;

use super::get::PlanLine;
use super::{Meeting, taking_part};
use crate::context::Act;
use crate::error::{AppError, Result};
use crate::wire::requests;
use crate::workspace::Done;

requests! {
    /// Adds a line to somebody's plan for the day. It may name an item, a task or an impediment.
    pub struct AddPlan {
        /// In which Daily Scrum.
        pub daily: Uuid,
        /// Whose plan.
        pub person: Uuid,
        /// In words; the title of what it names when left out. Words alone that hold the key of an item of the sprint,
        /// or of an open impediment, name that.
        pub text: Option<String>,
        /// An item.
        pub item: Option<Uuid>,
        /// A task.
        pub task: Option<Uuid>,
        /// An impediment.
        pub impediment: Option<Uuid>,
    }

    /// Rewords a line.
    pub struct EditPlan {
        /// Which.
        pub plan: Uuid,
        /// In words.
        pub text: String,
    }

    /// Names a line.
    pub struct NamePlan {
        /// Which.
        pub plan: Uuid,
    }
}

pub(crate) mod add {
    use super::*;

    pub(crate) fn run(act: &mut Act<'_, '_>, request: AddPlan) -> Result<PlanLine> {
        let meeting = Meeting::find(act.db, request.daily)?;
        meeting.check_today(act.now)?;
        let (daily, person) = (meeting.row.id, taking_part(act, meeting.row.id, request.person)?);
        let plans = act.db.daily_plans(daily)?;
        rules::check_plans(plans.iter().filter(|row| row.person == person.id).count())?;
        let (item, task, impediment, title) = match (request.item, request.task, request.impediment) {
            (None, None, None) => {
                let (item, impediment) = named(act, &meeting, request.text.as_deref().unwrap_or_default())?;
                (item, None, impediment, None)
            }
            (Some(item), None, None) => {
                let item = record::Item::get(act.db, ItemId::new(item))?;
                own(item.product == meeting.product.id, "backlog item of this product")?;
                (Some(item.id), None, None, Some(item.title))
            }
            (None, Some(task), None) => {
                let task = record::Task::get(act.db, TaskId::new(task))?;
                let product = record::Item::get(act.db, task.item)?.product;
                own(product == meeting.product.id, "task of this product")?;
                (Some(task.item), Some(task.id), None, Some(task.title))
            }
            (None, None, Some(impediment)) => {
                let row = record::Impediment::get(act.db, ImpedimentId::new(impediment))?;
                own(row.product == meeting.product.id, "impediment of this product")?;
                (None, None, Some(row.id), Some(row.title))
            }
            _ => return Err(rules::DailyRule::PlanTwofold.into()),
        };
        let row = record::DailyPlan {
            id: act.id(),
            daily,
            person: person.id,
            position: plans.last().map_or(0, |row| row.position + 1),
            text: rules::plan(request.text.as_deref().or(title.as_deref()).unwrap_or_default())?,
            item,
            task,
            impediment,
        };
        row.insert(act.db)?;
        act.db.label(format!("Plan “{}” for {}", excerpt(&row.text), person.name));
        PlanLine::read(act.db, row)
    }

    /// What words name by a key: an item of the sprint, or an open impediment.
    fn named(
        act: &Act<'_, '_>,
        meeting: &Meeting,
        words: &str,
    ) -> Result<(Option<ItemId>, Option<ImpedimentId>)> {
        let product = &meeting.product;
        if let Some(number) = rules::mentioned(words, &product.key) {
            let item = act.db.item_numbered(product.id, number)?;
            return Ok((
                item.filter(|item| item.sprint == Some(meeting.sprint.id)).map(|item| item.id),
                None,
            ));
        }
        let Some(number) = rules::mentioned(words, "IMP") else { return Ok((None, None)) };
        let row = act.db.open_impediments(product.id)?.into_iter().find(|row| row.number == number);
        Ok((None, row.map(|row| row.id)))
    }

    fn own(so: bool, what: &'static str) -> Result<()> {
        if so { Ok(()) } else { Err(AppError::not_found(what)) }
    }
}

/// A line of a plan that may still be changed.
fn find(act: &Act<'_, '_>, plan: Uuid) -> Result<record::DailyPlan> {
    let row = record::DailyPlan::get(act.db, DailyPlanId::new(plan))?;
    Meeting::find(act.db, row.daily.as_uuid())?.check_today(act.now)?;
    Ok(row)
}

pub(crate) mod edit {
    use super::*;

    pub(crate) fn run(act: &mut Act<'_, '_>, request: EditPlan) -> Result<PlanLine> {
        let mut row = find(act, request.plan)?;
        row.text = rules::plan(&request.text)?;
        row.save(act.db)?;
        act.db.label(format!("Reword the plan “{}”", excerpt(&row.text)));
        PlanLine::read(act.db, row)
    }
}

pub(crate) mod remove {
    use super::*;

    pub(crate) fn run(act: &mut Act<'_, '_>, request: NamePlan) -> Result<Done> {
        let row = find(act, request.plan)?;
        row.delete(act.db)?;
        act.db.label(format!("Take “{}” off the plan", excerpt(&row.text)));
        Ok(Done {})
    }
}
