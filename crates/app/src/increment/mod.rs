//! Increments: usable steps towards the Product Goal, made of Done items.

pub mod create;
pub mod edit;
pub mod get;
pub mod items;
pub mod list;
pub mod notes;
pub mod release;
pub mod shipped;

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use lineout_domain::ids::{CriterionId, IncrementId, ItemId};
use lineout_domain::increment::{self as rules, Joining, State};
use lineout_domain::item::Resolution;
use lineout_store::Db;
use lineout_store::record::{self, IncrementItem, Record};
use uuid::Uuid;

use crate::context::Act;
use crate::error::{AppError, Result};
use crate::item::key;
use crate::wire::{ItemType, responses};

responses! {
    /// An increment.
    pub struct Increment {
        /// Its id.
        pub id: Uuid,
        /// Its number in the product.
        pub number: u32,
        /// Its name.
        pub name: String,
        /// The sprint it came from.
        pub sprint: Option<Uuid>,
        /// That sprint's name.
        pub sprint_name: Option<String>,
        /// `usable` or `released`.
        pub state: String,
        /// The version it was released as.
        pub version: Option<String>,
        /// The day it was released.
        pub released_on: Option<NaiveDate>,
        /// Release notes, Markdown.
        pub notes: String,
        /// When it was made.
        pub created: DateTime<Utc>,
        /// The sum of its items' estimates, in points.
        pub points: f64,
        /// What it holds.
        pub items: Vec<IncrementPart>,
    }

    /// A Done item in an increment.
    pub struct IncrementPart {
        /// The item.
        pub item: Uuid,
        /// Its key.
        pub key: String,
        /// Its title when it was put in.
        pub title: String,
        /// What kind of work it was.
        #[serde(rename = "type")]
        pub item_type: ItemType,
        /// Points.
        pub estimate: Option<f64>,
        /// The version of the Definition of Done it met.
        pub dod_version: Option<u32>,
        /// Criteria that were waived.
        pub waivers: Vec<Waiver>,
        /// The key of what its rest went on as, where the close of a sprint split it: it is Done in part.
        pub remainder: Option<String>,
    }

    /// A criterion that was waived, in the words of that day.
    pub struct Waiver {
        /// What was waived.
        pub criterion: String,
        /// By whom.
        pub person: String,
        /// Why.
        pub reason: String,
    }
}

impl Increment {
    pub(crate) fn read(db: &Db<'_>, row: record::Increment) -> Result<Self> {
        let mut items = Vec::new();
        let mut rests = rests(db, &row)?;
        for part in db.increment_items(row.id)? {
            items.push(IncrementPart {
                item: part.item.as_uuid(),
                key: part.key,
                title: part.title,
                item_type: part.item_type.into(),
                estimate: part.estimate,
                dod_version: part.done_version,
                waivers: read_waivers(&part.waivers)?,
                remainder: rests.remove(&part.item),
            });
        }
        Ok(Self {
            id: row.id.as_uuid(),
            number: row.number,
            name: row.name,
            sprint: row.sprint.map(|sprint| sprint.as_uuid()),
            sprint_name: db.sprint_name(row.sprint)?,
            state: row.state.as_str().to_owned(),
            version: row.version,
            released_on: row.released_on,
            notes: row.notes,
            created: row.created_at,
            points: lineout_domain::item::sum(items.iter().map(|item| item.estimate)),
            items,
        })
    }
}

/// What in an increment is Done in part, with the key of what the rest of each went on as.
fn rests(db: &Db<'_>, increment: &record::Increment) -> Result<HashMap<ItemId, String>> {
    let mut rests = HashMap::new();
    for (split, closed_at) in db.splits_in(increment.id)? {
        // What was split once may have been reopened and finished whole since.
        let item = record::Item::find(db, split.item)?;
        if item.and_then(|item| item.resolved_at).is_some_and(|at| at > closed_at) {
            continue;
        }
        if let Some(key) = crate::sprint::rest_of(db, &split)? {
            rests.insert(split.item, key);
        }
    }
    Ok(rests)
}

/// Waivers as a frozen row keeps them.
pub(crate) fn read_waivers(text: &str) -> Result<Vec<Waiver>> {
    serde_json::from_str(text).map_err(|_| {
        AppError::new("unreadable", "A list of waivers cannot be read.", "Run `lineout doctor`.")
    })
}

/// What an item met when it became Done: the version of the Definition, and what was waived in words.
pub(crate) fn met(db: &Db<'_>, item: &record::Item) -> Result<(Option<u32>, Vec<Waiver>)> {
    let Some(definition) = item.definition else { return Ok((None, Vec::new())) };
    let version = record::DefinitionOfDone::get(db, definition)?.version;
    let mut waivers = Vec::new();
    for row in db.item_criteria(item.id)?.into_iter().filter(|row| row.waived) {
        waivers.push(Waiver {
            criterion: criterion_text(db, row.criterion)?,
            person: match row.person {
                Some(person) => record::Person::get(db, person)?.name,
                None => String::new(),
            },
            reason: row.reason,
        });
    }
    Ok((Some(version), waivers))
}

pub(crate) fn criterion_text(db: &Db<'_>, criterion: CriterionId) -> Result<String> {
    Ok(record::DoneCriterion::get(db, criterion)?.text)
}

/// Puts Done items into an increment, by value.
pub(crate) fn put_in(act: &mut Act<'_, '_>, increment: IncrementId, items: &[record::Item]) -> Result<()> {
    let state = record::Increment::get(act.db, increment)?.state;
    let mut joining = Vec::with_capacity(items.len());
    for item in items {
        let held = act.db.increment_item(item.id)?;
        let held = held.map(|part| record::Increment::get(act.db, part.increment)).transpose()?;
        joining.push(Joining {
            key: key(act.db, item)?,
            done: item.resolution == Some(Resolution::Done),
            held_by: held.map(|other| other.name),
        });
    }
    rules::check_join(state, &joining)?;
    for item in items {
        let (done_version, waivers) = met(act.db, item)?;
        let part = IncrementItem {
            id: act.id(),
            increment,
            item: item.id,
            key: key(act.db, item)?,
            title: item.title.clone(),
            item_type: item.item_type,
            estimate: item.estimate,
            done_version,
            waivers: serde_json::json!(waivers).to_string(),
        };
        part.insert(act.db)?;
    }
    Ok(())
}

/// A new increment with its number. Its name follows from the sprint when none is given.
pub(crate) fn make(
    act: &mut Act<'_, '_>,
    product: lineout_domain::ids::ProductId,
    sprint: Option<&record::Sprint>,
    name: Option<&str>,
) -> Result<record::Increment> {
    let number = act.db.next_number(product, "increment")?;
    let name = match (name, sprint) {
        (Some(name), _) => rules::name(name)?,
        (None, Some(sprint)) => name_after(sprint),
        (None, None) => rules::default_name(number.into()),
    };
    let row = record::Increment {
        id: act.id(),
        product,
        number,
        name,
        sprint: sprint.map(|sprint| sprint.id),
        state: State::Usable,
        version: None,
        released_on: None,
        notes: String::new(),
        created_at: act.now,
        released_at: None,
    };
    row.insert(act.db)?;
    Ok(row)
}

/// What a sprint's increment is called when nobody says otherwise.
pub(crate) fn name_after(sprint: &record::Sprint) -> String {
    format!("{} increment", sprint.name)
}

fn part_of(act: &Act<'_, '_>, increment: IncrementId, item: Uuid) -> Result<IncrementItem> {
    let part = act.db.increment_item(ItemId::new(item))?.filter(|part| part.increment == increment);
    part.ok_or_else(|| AppError::not_found("item in this increment"))
}
