//! A card: an item with what stands on it while its sprint runs.

use chrono::{DateTime, Utc};
use lineout_domain::calendar::Calendar;
use lineout_domain::ids::ColumnId;
use lineout_domain::impediment::State;
use lineout_store::Db;
use lineout_store::record;

use super::stay;
use crate::error::Result;
use crate::impediment::blocked::BlockedTime;
use crate::item::ItemRow;
use crate::item::get::{BlockedBy, DoneCriterion, criteria};
use crate::sprint::lived;
use crate::task::{Task, TaskFigures};
use crate::wire::responses;

responses! {
    /// An item on the board.
    pub struct Card {
        /// As lists show it.
        #[serde(flatten)]
        pub row: ItemRow,
        /// The open impediments that block it, newest first.
        pub blocked_by: Vec<BlockedBy>,
        /// How long it was blocked so far, and since when it is; none when nothing blocks it now.
        pub blocked_time: Option<BlockedTime>,
        /// The Definition of Done, and how it stands to it: what is ticked, what was waived by whom and why.
        pub done_criteria: Vec<DoneCriterion>,
        /// Its tasks in figures.
        pub tasks: TaskFigures,
        /// Its tasks, in order.
        pub steps: Vec<Task>,
        /// Working days begun since the day it came into its column. What was taken back on the same day does not count
        /// as having left.
        pub column_days: u32,
    }
}

impl Card {
    pub(crate) fn read(
        db: &Db<'_>,
        item: &record::Item,
        calendar: &Calendar,
        now: DateTime<Utc>,
    ) -> Result<Self> {
        let row = ItemRow::read(db, item)?;
        let open = db.impediments_of(item.id)?.into_iter().filter(|row| row.state != State::Resolved);
        let blocked_by: Vec<_> = open.map(BlockedBy::from).collect();
        let blocked_time = match blocked_by.is_empty() {
            true => None,
            false => BlockedTime::read(db, item.id, calendar, now)?,
        };
        let columns = db.timeline::<Option<ColumnId>>("item", item.id, "board_column")?;
        let since = stay::current(&lived::settled(columns, calendar));
        let days = since.map_or(0, |since| stay::days(calendar, since, now));
        let tasks = db.tasks(item.id)?;
        Ok(Self {
            row,
            blocked_by,
            blocked_time,
            done_criteria: criteria(db, item)?,
            tasks: TaskFigures::of(&tasks),
            steps: tasks.into_iter().map(Task::from).collect(),
            column_days: days,
        })
    }
}
