//! What a sprint is planned with: tasks, days off and focus hours.

use lineout_domain::ids::{ColumnId, ItemId, PersonId, ProductId, SprintId};

use crate::Result;
use crate::action::Db;
use crate::cell::Cell;
use crate::record::{DayOff, FocusHours, Record, Task};

impl Db<'_> {
    /// The tasks of an item, in order.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn tasks(&self, item: ItemId) -> Result<Vec<Task>> {
        Task::all(self, "item = ?1 ORDER BY rank, id", &[&item.store()])
    }

    /// The tasks that were put into a column of the board.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn tasks_in(&self, column: ColumnId) -> Result<Vec<Task>> {
        Task::all(self, "board_column = ?1 ORDER BY id", &[&column.store()])
    }

    /// The tasks of the open items in a sprint, item by item in the sprint's order.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn open_tasks_of_sprint(&self, sprint: SprintId) -> Result<Vec<Task>> {
        Task::all(
            self,
            "item IN (SELECT id FROM item WHERE sprint = ?1 AND resolution IS NULL)
             ORDER BY (SELECT board_rank FROM item WHERE id = t.item), item, rank, id",
            &[&sprint.store()],
        )
    }

    /// The days off of a person, the earliest first.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn days_off(&self, person: PersonId) -> Result<Vec<DayOff>> {
        DayOff::all(self, "person = ?1 ORDER BY first_day, id", &[&person.store()])
    }

    /// The focus hours that were set in a product.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn focus_hours(&self, product: ProductId) -> Result<Vec<FocusHours>> {
        FocusHours::all(self, "product = ?1 ORDER BY id", &[&product.store()])
    }
}
