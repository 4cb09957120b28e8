//! `task.edit`: another title, hours left, person or state of a task.

use lineout_domain::ids::PersonId;
use lineout_domain::task as rules;
use lineout_domain::text::excerpt;
use lineout_store::record::{Person, Record, Task as Row};
use uuid::Uuid;

use super::{Task, TaskState, find};
use crate::context::Act;
use crate::error::Result;
use crate::item::edit::check_assignable;
use crate::wire::{patch, requests};

requests! {
    /// Changes a task.
    pub struct EditTask {
        /// Which.
        pub task: Uuid,
        /// Another title.
        pub title: Option<String>,
        /// Hours left, 0 to 999; null when nobody knows.
        #[serde(default, deserialize_with = "patch")]
        #[ts(optional, type = "number | null")]
        pub hours: Option<Option<f64>>,
        /// Who does it; null for nobody yet.
        #[serde(default, deserialize_with = "patch")]
        #[ts(optional, type = "string | null")]
        pub person: Option<Option<Uuid>>,
        /// Where it is.
        pub state: Option<TaskState>,
    }
}

pub(crate) fn run(act: &mut Act<'_, '_>, request: EditTask) -> Result<Task> {
    let (before, key) = find(act, request.task)?;
    let mut row = before.clone();
    if let Some(title) = request.title {
        row.title = rules::title(&title)?;
    }
    if let Some(hours) = request.hours {
        row.hours = hours.map(rules::hours).transpose()?;
    }
    if let Some(person) = request.person {
        row.person = person.map(PersonId::new);
    }
    if let Some(state) = request.state {
        row.state = state.into();
    }
    if row.state != before.state {
        // Ticked rather than moved: it stands in the first column that means its state.
        row.board_column = None;
    }
    if let (true, Some(person)) = (row.person != before.person, row.person) {
        check_assignable(act.db, person)?;
    }
    row.save(act.db)?;
    let label = label(act, &before, &row, &key)?;
    act.db.label(label);
    Ok(row.into())
}

/// Says the one thing that changed, or that several did.
fn label(act: &Act<'_, '_>, before: &Row, after: &Row, key: &str) -> Result<String> {
    let title = excerpt(&after.title);
    let changed = [
        before.state != after.state,
        before.hours != after.hours,
        before.person != after.person,
        before.title != after.title,
    ];
    if changed.iter().filter(|changed| **changed).count() != 1 {
        return Ok(format!("Change the task “{title}” of {key}"));
    }
    Ok(match changed.iter().position(|changed| *changed) {
        Some(0) => match (before.state, after.state) {
            (_, rules::State::Done) => format!("Finish “{title}” of {key}"),
            (_, rules::State::InProgress) => format!("Begin “{title}” of {key}"),
            (rules::State::Done, rules::State::Todo) => format!("Take up “{title}” of {key} again"),
            (_, rules::State::Todo) => format!("Put “{title}” of {key} back"),
        },
        Some(1) => match after.hours {
            Some(hours) => format!("Leave {hours} h of “{title}” of {key}"),
            None => format!("Leave “{title}” of {key} without hours"),
        },
        Some(2) => match after.person {
            Some(person) => format!("Give “{title}” of {key} to {}", Person::get(act.db, person)?.name),
            None => format!("Leave “{title}” of {key} to nobody yet"),
        },
        _ => format!("Rename a task of {key} to “{title}”"),
    })
}
