//! Capacity: days off and focus hours of people, and what they make of a sprint.

pub mod days_off;
pub mod focus;
pub mod sprint;
pub mod team;

use chrono::NaiveDate;
use lineout_domain::accountability::Role;
use lineout_domain::capacity::FOCUS_HOURS;
use lineout_domain::ids::{PersonId, ProductId};
use lineout_store::Db;
use lineout_store::record;
use uuid::Uuid;

use crate::error::Result;
use crate::wire::responses;

responses! {
    /// Days on which a person does not work.
    pub struct DaysOff {
        /// Their id.
        pub id: Uuid,
        /// The first.
        pub first_day: NaiveDate,
        /// The last, included.
        pub last_day: NaiveDate,
        /// What they are for; may be empty.
        pub note: String,
    }

    /// Hours a working day that a person has for a product's sprints.
    pub struct Focus {
        /// So many.
        pub hours: f64,
        /// Nobody said otherwise: 6 for a Developer, none for anybody else.
        pub usual: bool,
    }
}

impl From<record::DayOff> for DaysOff {
    fn from(row: record::DayOff) -> Self {
        Self { id: row.id.as_uuid(), first_day: row.first_day, last_day: row.last_day, note: row.note }
    }
}

/// The focus hours of everybody in a product.
pub(crate) struct FocusOf {
    developers: Vec<PersonId>,
    set: Vec<record::FocusHours>,
}

impl FocusOf {
    pub(crate) fn read(db: &Db<'_>, product: ProductId) -> Result<Self> {
        let members = db.members(product)?;
        let members: Vec<PersonId> = members.iter().map(|member| member.person).collect();
        let is_developer = |row: &record::Member| row.role == Role::Developer;
        let developers =
            db.members(product)?.into_iter().filter(is_developer).map(|row| row.person).collect();
        let mut set = db.focus_hours(product)?;
        // What was set for somebody who is in the product no longer waits until they come back.
        set.retain(|row| members.contains(&row.person));
        Ok(Self { developers, set })
    }

    /// Of one person.
    pub(crate) fn of(&self, person: PersonId) -> Focus {
        match self.set.iter().find(|row| row.person == person) {
            Some(row) => Focus { hours: row.hours, usual: false },
            None if self.developers.contains(&person) => Focus { hours: FOCUS_HOURS, usual: true },
            None => Focus { hours: 0.0, usual: true },
        }
    }

    /// Whether a person has a part in the capacity of the product's sprints, be it 0 hours for now.
    pub(crate) fn counts(&self, person: PersonId) -> bool {
        self.developers.contains(&person) || self.set.iter().any(|row| row.person == person)
    }
}
