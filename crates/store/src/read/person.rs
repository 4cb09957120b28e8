//! What a person is to do.

use lineout_domain::ids::PersonId;

use crate::Result;
use crate::action::Db;
use crate::cell::Cell;
use crate::record::{Impediment, Improvement, Item, Record, Task};

impl Db<'_> {
    /// The open items of every product that a person is assigned to.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn open_items_of(&self, person: PersonId) -> Result<Vec<Item>> {
        let rest = "resolution IS NULL AND EXISTS (
             SELECT 1 FROM item_assignee AS a WHERE a.item = t.id AND a.person = ?1) ORDER BY product, number";
        Item::all(self, rest, &[&person.store()])
    }

    /// The unfinished tasks of open items that a person has.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn open_tasks_of(&self, person: PersonId) -> Result<Vec<Task>> {
        let rest = "person = ?1 AND state <> 'done' AND EXISTS (
             SELECT 1 FROM item AS i WHERE i.id = t.item AND i.resolution IS NULL) ORDER BY item, rank, id";
        Task::all(self, rest, &[&person.store()])
    }

    /// The impediments that a person owns and that are not resolved.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn open_impediments_of(&self, person: PersonId) -> Result<Vec<Impediment>> {
        Impediment::all(
            self,
            "owner = ?1 AND state <> 'resolved' ORDER BY product, number",
            &[&person.store()],
        )
    }

    /// The improvements that a person owns and that are not settled.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn open_improvements_of(&self, person: PersonId) -> Result<Vec<Improvement>> {
        let rest = "owner = ?1 AND state NOT IN ('kept', 'adapted', 'dropped') ORDER BY product, number";
        Improvement::all(self, rest, &[&person.store()])
    }
}
