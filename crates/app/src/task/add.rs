//! `task.add`: one more step of an item.

use lineout_domain::ids::{ItemId, PersonId, TaskId};
use lineout_domain::rank;
use lineout_domain::task as rules;
use lineout_domain::text::excerpt;
use lineout_store::record::{Record, Task as Row};
use uuid::Uuid;

use super::{Task, open_item};
use crate::context::Act;
use crate::error::{AppError, Result};
use crate::item::edit::check_assignable;
use crate::wire::requests;

requests! {
    /// Adds a task to an item.
    pub struct AddTask {
        /// To which item.
        pub item: Uuid,
        /// One line.
        pub title: String,
        /// Hours of work, 0 to 999.
        pub hours: Option<f64>,
        /// Who does it.
        pub person: Option<Uuid>,
        /// Right after this one; last when left out.
        pub after: Option<Uuid>,
    }
}

pub(crate) fn run(act: &mut Act<'_, '_>, request: AddTask) -> Result<Task> {
    let (item, key) = open_item(act, ItemId::new(request.item))?;
    let title = rules::title(&request.title)?;
    let hours = request.hours.map(rules::hours).transpose()?;
    let person = request.person.map(PersonId::new);
    if let Some(person) = person {
        check_assignable(act.db, person)?;
    }
    let present = act.db.tasks(item.id)?;
    rules::check_count(present.len() + 1)?;
    let at = match request.after.map(TaskId::new) {
        None => present.len(),
        Some(after) => {
            let place = present.iter().position(|row| row.id == after);
            1 + place.ok_or_else(|| AppError::not_found("task of this item"))?
        }
    };
    let above = at.checked_sub(1).map(|n| &present[n].rank);
    let rank = rank::between(above, present.get(at).map(|row| &row.rank));
    let row = Row {
        id: act.id(),
        item: item.id,
        rank,
        title,
        hours,
        person,
        state: rules::State::Todo,
        board_column: None,
    };
    row.insert(act.db)?;
    act.db.label(format!("Add the task “{}” to {key}", excerpt(&row.title)));
    Ok(row.into())
}
