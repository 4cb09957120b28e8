//! Products: their goal, rhythm, board columns, Definition of Done and members.

pub mod columns;
pub mod create;
pub mod defaults;
pub mod edit;
pub mod holidays;
pub mod revise_definition;
pub mod set_member;
pub mod set_ready;
pub mod suggest_key;
pub mod velocity;

use chrono::NaiveDate;
use chrono_tz::Tz;
use lineout_domain::calendar::{Calendar, Weekdays};
use lineout_store::{Db, record};
use uuid::Uuid;

use crate::error::{AppError, Result};
use crate::wire::{Category, Mode, Role, responses};

responses! {
    /// A product.
    pub struct Product {
        /// Its id.
        pub id: Uuid,
        /// The prefix of its items' keys.
        pub key: String,
        /// Its name.
        pub name: String,
        /// The Product Goal; empty when not set yet.
        pub goal: String,
        /// IANA name of the team's time zone.
        pub time_zone: String,
        /// `mon` to `sun`.
        pub working_days: Vec<String>,
        /// The usual sprint, in calendar days.
        pub sprint_length_days: u8,
        /// The values an estimate may take, in points, ascending.
        pub estimate_scale: Vec<f64>,
        /// Whether accountabilities guide or refuse.
        pub accountability: Mode,
        /// Who is what.
        pub members: Vec<Member>,
        /// The board, left to right.
        pub columns: Vec<Column>,
        /// The newest Definition of Done.
        pub definition_of_done: DefinitionOfDone,
        /// What a refinement looks at.
        pub definition_of_ready: DefinitionOfReady,
        /// How release notes are written: Markdown with placeholders.
        pub notes_template: String,
        /// Days on which nobody works.
        pub holidays: Vec<Holiday>,
    }

    /// A person's roles in a product.
    pub struct Member {
        /// Who.
        pub person: Uuid,
        /// At least one.
        pub roles: Vec<Role>,
    }

    /// A workflow column.
    pub struct Column {
        /// Its id.
        pub id: Uuid,
        /// Its name.
        pub name: String,
        /// What it means.
        pub category: Category,
        /// Most items in it; none for no limit.
        pub wip_limit: Option<u32>,
    }

    /// One version of the Definition of Done.
    pub struct DefinitionOfDone {
        /// Its id.
        pub id: Uuid,
        /// Its version, from 1.
        pub version: u32,
        /// What an item must meet.
        pub criteria: Vec<Criterion>,
    }

    /// The Definition of Ready.
    pub struct DefinitionOfReady {
        /// What an item should meet; none where the product has no such definition.
        pub criteria: Vec<Criterion>,
        /// Only ready items are taken into a sprint.
        pub blocks: bool,
    }

    /// One criterion.
    pub struct Criterion {
        /// Its id.
        pub id: Uuid,
        /// What must hold.
        pub text: String,
    }

    /// A day on which nobody works.
    pub struct Holiday {
        /// The day.
        pub day: NaiveDate,
        /// What it is.
        pub name: String,
    }
}

impl From<record::BoardColumn> for Column {
    fn from(row: record::BoardColumn) -> Self {
        Self { id: row.id.as_uuid(), name: row.name, category: row.category.into(), wip_limit: row.wip_limit }
    }
}

impl DefinitionOfDone {
    /// The newest version of a product's.
    pub(crate) fn read(db: &Db<'_>, product: lineout_domain::ids::ProductId) -> Result<Self> {
        let definition = db.definition(product)?;
        let criteria = db.criteria(definition.id)?.into_iter();
        let criteria = criteria.map(|row| Criterion { id: row.id.as_uuid(), text: row.text }).collect();
        Ok(Self { id: definition.id.as_uuid(), version: definition.version, criteria })
    }
}

impl DefinitionOfReady {
    /// A product's.
    pub(crate) fn read(db: &Db<'_>, product: lineout_domain::ids::ProductId) -> Result<Self> {
        let criteria = db.ready_criteria(product)?.into_iter();
        let criteria = criteria.map(|row| Criterion { id: row.id.as_uuid(), text: row.text }).collect();
        Ok(Self { criteria, blocks: db.ready_policy(product)?.is_some_and(|policy| policy.blocks) })
    }
}

impl Product {
    /// A product with everything a screen needs of it.
    pub(crate) fn read(db: &Db<'_>, row: record::Product) -> Result<Self> {
        let mut members: Vec<Member> = Vec::new();
        for one in db.members(row.id)? {
            let (person, role) = (one.person.as_uuid(), one.role.into());
            match members.iter_mut().find(|member| member.person == person) {
                Some(member) => member.roles.push(role),
                None => members.push(Member { person, roles: vec![role] }),
            }
        }
        let holidays = db.holidays(row.id)?.into_iter();
        Ok(Self {
            columns: db.columns(row.id)?.into_iter().map(Column::from).collect(),
            definition_of_done: DefinitionOfDone::read(db, row.id)?,
            definition_of_ready: DefinitionOfReady::read(db, row.id)?,
            notes_template: crate::increment::notes::template_of(db, row.id)?,
            holidays: holidays.map(|h| Holiday { day: h.day, name: h.name }).collect(),
            members,
            working_days: weekdays(&row)?.words().into_iter().map(str::to_owned).collect(),
            estimate_scale: scale(&row)?,
            id: row.id.as_uuid(),
            key: row.key,
            name: row.name,
            goal: row.goal,
            time_zone: row.time_zone,
            sprint_length_days: row.sprint_length_days,
            accountability: row.accountability.into(),
        })
    }
}

fn unreadable(what: &str) -> AppError {
    AppError::new("unreadable", format!("The product's {what} cannot be read."), "Run `lineout doctor`.")
}

fn weekdays(row: &record::Product) -> Result<Weekdays> {
    Weekdays::from_bits(row.working_days).ok_or_else(|| unreadable("working days"))
}

/// The values an estimate of this product may take.
pub(crate) fn scale(row: &record::Product) -> Result<Vec<f64>> {
    serde_json::from_str(&row.estimate_scale).map_err(|_| unreadable("estimate scale"))
}

/// A scale as its column keeps it.
pub(crate) fn scale_text(scale: &[f64]) -> String {
    serde_json::json!(scale).to_string()
}

/// The team's days: time zone, working days and holidays.
pub(crate) fn calendar(db: &Db<'_>, row: &record::Product) -> Result<Calendar> {
    let tz: Tz = row.time_zone.parse().map_err(|_| unreadable("time zone"))?;
    let holidays = db.holidays(row.id)?.into_iter().map(|holiday| holiday.day).collect();
    Ok(Calendar { tz, working: weekdays(row)?, holidays })
}
