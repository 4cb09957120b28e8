//! `person.openWork`: what somebody has in hand that others would miss, and handing it over.

use lineout_domain::ids::{ItemId, PersonId, ProductId};
use lineout_store::Db;
use lineout_store::record::{Impediment, Improvement, Item, ItemAssignee, Person, Product, Record, Task};
use uuid::Uuid;

use crate::context::{Act, View};
use crate::error::Result;
use crate::item::key;
use crate::wire::{requests, responses, wire_words};

/// Where the domain has no word of its own.
mod words {
    /// What kind of work is in somebody's hands.
    #[derive(Clone, Copy)]
    pub enum OpenKind {
        Item,
        Task,
        Impediment,
        Improvement,
    }
}

wire_words! {
    /// What kind of work it is.
    OpenKind = words::OpenKind { Item, Task, Impediment, Improvement }
}

requests! {
    /// Names a person.
    pub struct NamePerson {
        /// Who.
        pub person: Uuid,
    }
}

responses! {
    /// What a person has in hand.
    pub struct OpenWork {
        /// Items, then tasks, impediments and improvements.
        pub work: Vec<OpenPiece>,
    }

    /// One piece of it.
    pub struct OpenPiece {
        /// What it is.
        pub kind: OpenKind,
        /// Its own id.
        pub id: Uuid,
        /// Its key; of a task that of its item.
        pub key: String,
        /// Its title.
        pub title: String,
    }
}

pub(crate) fn run(view: &View<'_>, request: NamePerson) -> Result<OpenWork> {
    let person = Person::get(&view.db, PersonId::new(request.person))?;
    Hands::read(&view.db, person.id)?.told(&view.db)
}

/// What is in somebody's hands, over all products.
pub(crate) struct Hands {
    items: Vec<Item>,
    tasks: Vec<Task>,
    impediments: Vec<Impediment>,
    improvements: Vec<Improvement>,
}

impl Hands {
    pub(crate) fn read(db: &Db<'_>, person: PersonId) -> Result<Self> {
        Ok(Self {
            items: db.open_items_of(person)?,
            tasks: db.open_tasks_of(person)?,
            impediments: db.open_impediments_of(person)?,
            improvements: db.open_improvements_of(person)?,
        })
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.counts().iter().all(|(count, ..)| *count == 0)
    }

    /// "3 items, 1 task and 2 impediments".
    pub(crate) fn in_words(&self) -> String {
        let parts = self.counts().into_iter().filter(|(count, ..)| *count > 0);
        let mut parts: Vec<String> = parts
            .map(|(count, one, many)| format!("{count} {}", if count == 1 { one } else { many }))
            .collect();
        let last = parts.pop().unwrap_or_default();
        if parts.is_empty() { last } else { format!("{} and {last}", parts.join(", ")) }
    }

    fn counts(&self) -> [(usize, &'static str, &'static str); 4] {
        [
            (self.items.len(), "open item", "open items"),
            (self.tasks.len(), "unfinished task", "unfinished tasks"),
            (self.impediments.len(), "impediment", "impediments"),
            (self.improvements.len(), "improvement", "improvements"),
        ]
    }

    /// Gives all of it to somebody else, or leaves it to nobody, where it is seen to be without an owner.
    pub(crate) fn hand_over(self, act: &mut Act<'_, '_>, from: PersonId, to: Option<PersonId>) -> Result<()> {
        for item in &self.items {
            let people = act.db.assignees(item.id)?;
            for row in people.iter().filter(|row| row.person == from) {
                row.delete(act.db)?;
            }
            if let Some(to) = to.filter(|to| !people.iter().any(|row| row.person == *to)) {
                ItemAssignee { id: act.id(), item: item.id, person: to }.insert(act.db)?;
            }
        }
        for mut task in self.tasks {
            task.person = to;
            task.save(act.db)?;
        }
        for mut impediment in self.impediments {
            impediment.owner = to;
            impediment.save(act.db)?;
        }
        for mut improvement in self.improvements {
            improvement.owner = to;
            improvement.save(act.db)?;
        }
        Ok(())
    }

    fn told(&self, db: &Db<'_>) -> Result<OpenWork> {
        let mut work = Vec::new();
        let item_key = |item: ItemId| key(db, &Item::get(db, item)?);
        for item in &self.items {
            work.push(piece(words::OpenKind::Item, item.id.as_uuid(), key(db, item)?, &item.title));
        }
        for task in &self.tasks {
            work.push(piece(words::OpenKind::Task, task.id.as_uuid(), item_key(task.item)?, &task.title));
        }
        for row in &self.impediments {
            let key = format!("IMP-{}", row.number);
            work.push(piece(words::OpenKind::Impediment, row.id.as_uuid(), key, &row.title));
        }
        for row in &self.improvements {
            let key = format!("{} improvement {}", product_key(db, row.product)?, row.number);
            work.push(piece(words::OpenKind::Improvement, row.id.as_uuid(), key, &row.opportunity));
        }
        Ok(OpenWork { work })
    }
}

fn product_key(db: &Db<'_>, product: ProductId) -> Result<String> {
    Ok(Product::get(db, product)?.key)
}

fn piece(kind: words::OpenKind, id: Uuid, key: String, title: &str) -> OpenPiece {
    OpenPiece { kind: kind.into(), id, key, title: title.to_owned() }
}
