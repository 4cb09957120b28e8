//! `daysOff.add`, `daysOff.remove`: when a person does not work.

use chrono::NaiveDate;
use lineout_domain::capacity as rules;
use lineout_domain::ids::{DayOffId, PersonId};
use lineout_domain::text;
use lineout_store::record::{DayOff, Person, Record};
use uuid::Uuid;

use super::DaysOff;
use crate::context::Act;
use crate::error::{AppError, Result};
use crate::sprint::check_day;
use crate::wire::requests;

requests! {
    /// Says when a person does not work.
    pub struct AddDaysOff {
        /// Who.
        pub person: Uuid,
        /// The first day.
        pub first_day: NaiveDate,
        /// The last day, included; the first when left out.
        pub last_day: Option<NaiveDate>,
        /// What they are for.
        pub note: Option<String>,
    }

    /// Names days off.
    pub struct NameDaysOff {
        /// Which.
        pub days_off: Uuid,
    }
}

/// "9 March 2026", "9 March 2026 to 13 March 2026"
fn span(row: &DayOff) -> String {
    match row.first_day == row.last_day {
        true => text::day(&row.first_day),
        false => format!("{} to {}", text::day(&row.first_day), text::day(&row.last_day)),
    }
}

pub(crate) mod add {
    use super::*;

    pub(crate) fn run(act: &mut Act<'_, '_>, request: AddDaysOff) -> Result<DaysOff> {
        let person = Person::get(act.db, PersonId::new(request.person))?;
        if person.removed {
            return Err(AppError::new(
                "person_removed",
                format!("{} was removed from this workspace.", person.name),
                "Undo the removal first, or choose somebody else.",
            ));
        }
        let first_day = check_day(request.first_day)?;
        let last_day = check_day(request.last_day.unwrap_or(first_day))?;
        let note = rules::note(&request.note.unwrap_or_default())?;
        let others = act.db.days_off(person.id)?;
        let others: Vec<_> = others.iter().map(|row| (row.first_day, row.last_day)).collect();
        rules::check_days_off((first_day, last_day), &others)?;
        let row = DayOff { id: act.id(), person: person.id, first_day, last_day, note };
        row.insert(act.db)?;
        act.db.label(format!("Days off of {}: {}", person.name, span(&row)));
        Ok(row.into())
    }
}

pub(crate) mod remove {
    use super::*;

    pub(crate) fn run(act: &mut Act<'_, '_>, request: NameDaysOff) -> Result<DaysOff> {
        let row = DayOff::get(act.db, DayOffId::new(request.days_off))?;
        let person = Person::get(act.db, row.person)?;
        row.delete(act.db)?;
        act.db.label(format!("{} works after all: {}", person.name, span(&row)));
        Ok(row.into())
    }
}
