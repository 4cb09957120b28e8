//! What a plan can name: the open work of the sprint and what is in its way.

use lineout_domain::ids::PersonId;
use lineout_domain::sprint::State;
use lineout_domain::task::State as TaskState;
use lineout_store::Db;

use super::Meeting;
use super::get::PlanChoice;
use crate::error::Result;
use crate::impediment;
use crate::item::key;

/// The open items of the sprint, their unfinished tasks, and what is in the way.
pub(super) fn choices(db: &Db<'_>, meeting: &Meeting) -> Result<Vec<PlanChoice>> {
    let mut choices = Vec::new();
    if meeting.sprint.state != State::Active {
        return Ok(choices);
    }
    let open = db.sprint_items(meeting.sprint.id)?.into_iter().filter(|item| item.resolution.is_none());
    for item in open {
        let key = key(db, &item)?;
        choices.push(PlanChoice {
            item: Some(item.id.as_uuid()),
            task: None,
            impediment: None,
            key: key.clone(),
            title: item.title,
            people: db.assignees(item.id)?.iter().map(|row| row.person.as_uuid()).collect(),
        });
        for task in db.tasks(item.id)?.into_iter().filter(|task| task.state != TaskState::Done) {
            choices.push(PlanChoice {
                item: Some(item.id.as_uuid()),
                task: Some(task.id.as_uuid()),
                impediment: None,
                key: key.clone(),
                title: task.title,
                people: task.person.iter().map(PersonId::as_uuid).collect(),
            });
        }
    }
    for row in db.open_impediments(meeting.product.id)? {
        choices.push(PlanChoice {
            item: None,
            task: None,
            impediment: Some(row.id.as_uuid()),
            key: impediment::key(&row),
            title: row.title,
            people: row.owner.iter().map(PersonId::as_uuid).collect(),
        });
    }
    Ok(choices)
}
