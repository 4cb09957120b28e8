//! Tasks: the steps of an item on its way to Done. They hang on the item and go where it goes.

pub mod add;
pub mod delete;
pub mod edit;
pub mod list;
pub mod move_;

use lineout_domain::ids::{ItemId, TaskId};
use lineout_domain::item as items;
use lineout_domain::rank;
use lineout_domain::task as rules;
use lineout_store::Db;
use lineout_store::record::{self, Record, Task as Row};
use uuid::Uuid;

use crate::context::Act;
use crate::error::Result;
use crate::item::key;
use crate::sprint::scope;
use crate::wire::{count, requests, responses, wire_words};

wire_words! {
    /// Where a task is.
    TaskState = lineout_domain::task::State { Todo, InProgress, Done }
}

requests! {
    /// Names a task.
    pub struct NameTask {
        /// Which.
        pub task: Uuid,
    }
}

responses! {
    /// A task.
    pub struct Task {
        /// Its id.
        pub id: Uuid,
        /// Of which item.
        pub item: Uuid,
        /// One line.
        pub title: String,
        /// Hours left when it was last said; none when nobody said. A finished task counts 0.
        pub hours: Option<f64>,
        /// Who does it.
        pub person: Option<Uuid>,
        /// Where it is.
        pub state: TaskState,
        /// Which column of that meaning it stands in on the board; the first one when none is said.
        pub column: Option<Uuid>,
    }

    /// Tasks of an item.
    pub struct Tasks {
        /// In order.
        pub tasks: Vec<Task>,
        /// Hours left of those that are not finished.
        pub remaining: f64,
    }

    /// Tasks of an item in figures.
    pub struct TaskFigures {
        /// All of them.
        pub count: u32,
        /// Finished ones.
        pub done: u32,
        /// Hours left of the others.
        pub remaining: f64,
    }
}

impl From<Row> for Task {
    fn from(row: Row) -> Self {
        Self {
            id: row.id.as_uuid(),
            item: row.item.as_uuid(),
            title: row.title,
            hours: row.hours,
            person: row.person.map(|person| person.as_uuid()),
            state: row.state.into(),
            column: row.board_column.map(|column| column.as_uuid()),
        }
    }
}

impl Tasks {
    pub(crate) fn read(db: &Db<'_>, item: ItemId) -> Result<Self> {
        let rows = db.tasks(item)?;
        Ok(Self { remaining: remaining(&rows), tasks: rows.into_iter().map(Task::from).collect() })
    }
}

impl TaskFigures {
    pub(crate) fn of(rows: &[Row]) -> Self {
        Self {
            count: count(rows.len()),
            done: count(rows.iter().filter(|row| row.state == rules::State::Done).count()),
            remaining: remaining(rows),
        }
    }
}

/// Hours left of several tasks.
pub(crate) fn remaining(rows: &[Row]) -> f64 {
    rules::remaining(rows.iter().map(|row| (row.state, row.hours)))
}

/// The item whose tasks are to be changed, and its key. A finished item's tasks stay as they are.
pub(crate) fn open_item(act: &mut Act<'_, '_>, item: ItemId) -> Result<(record::Item, String)> {
    let item = record::Item::get(act.db, item)?;
    items::check_open(item.resolution)?;
    scope::changing(act, std::slice::from_ref(&item))?;
    let key = key(act.db, &item)?;
    Ok((item, key))
}

/// A task that is to be changed, and the key of its item.
pub(crate) fn find(act: &mut Act<'_, '_>, task: Uuid) -> Result<(Row, String)> {
    let row = Row::get(act.db, TaskId::new(task))?;
    let (_, key) = open_item(act, row.item)?;
    Ok((row, key))
}

/// Gives tasks to another item, below those it has.
pub(crate) fn hand_over(act: &mut Act<'_, '_>, tasks: Vec<Row>, to: ItemId) -> Result<()> {
    let present = act.db.tasks(to)?;
    rules::check_count(present.len() + tasks.len())?;
    let ranks = rank::spread(tasks.len(), present.last().map(|row| &row.rank), None);
    for (mut task, rank) in tasks.into_iter().zip(ranks) {
        task.item = to;
        task.rank = rank;
        task.save(act.db)?;
    }
    Ok(())
}
