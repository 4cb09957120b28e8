//! `item.bulkEdit`: the same change of many items, as one action with one undo.

use lineout_domain::accountability::Operation;
use lineout_domain::ids::{EpicId, PersonId, ProductId};
use lineout_domain::item as rules;
use lineout_store::Db;
use lineout_store::record::{self, ItemAssignee, ItemLabel, Record};
use uuid::Uuid;

use super::edit::{check_assignable, check_record, epic_of};
use super::{key, read_all};
use crate::context::Act;
use crate::error::{AppError, Result};
use crate::product::scale;
use crate::wire::{ItemType, count, patch, requests, responses};

/// Most items changed at once.
const ITEMS_MAX: usize = 100_000;

requests! {
    /// Changes many items alike; what is left out stays, `null` clears.
    pub struct EditItems {
        /// Which.
        pub items: Vec<Uuid>,
        /// What kind of work they are.
        #[serde(rename = "type")]
        pub item_type: Option<ItemType>,
        /// The epic they belong to.
        #[serde(default, deserialize_with = "patch")]
        #[ts(optional, type = "string | null")]
        pub epic: Option<Option<Uuid>>,
        /// Points, a value of the product's scale.
        #[serde(default, deserialize_with = "patch")]
        #[ts(optional, type = "number | null")]
        pub estimate: Option<Option<f64>>,
        /// Value, 0 to 1000.
        #[serde(default, deserialize_with = "patch")]
        #[ts(optional, type = "number | null")]
        pub value: Option<Option<i32>>,
        /// Labels they get.
        pub add_labels: Option<Vec<String>>,
        /// Labels they lose.
        pub remove_labels: Option<Vec<String>>,
        /// People who come to them.
        pub add_assignees: Option<Vec<Uuid>>,
        /// People who leave them.
        pub remove_assignees: Option<Vec<Uuid>>,
    }
}

responses! {
    /// What was changed.
    pub struct ItemsEdited {
        /// How many items are different now.
        pub edited: u32,
    }
}

/// What every item gets, checked.
struct Change {
    item_type: Option<rules::ItemType>,
    epic: Option<Option<EpicId>>,
    estimate: Option<Option<f64>>,
    value: Option<Option<i64>>,
    add_labels: Vec<String>,
    remove_labels: Vec<String>,
    add_people: Vec<PersonId>,
    remove_people: Vec<PersonId>,
}

pub(crate) fn run(act: &mut Act<'_, '_>, request: EditItems) -> Result<ItemsEdited> {
    if request.items.len() > ITEMS_MAX {
        return Err(AppError::new(
            "items_many",
            format!("At most {ITEMS_MAX} items are changed at once; there were {}.", request.items.len()),
            "Change them in parts.",
        ));
    }
    let items = read_all(act.db, &request.items)?;
    let product = items[0].product;
    let change = Change::read(act.db, product, &request)?;
    let mut edited: Vec<record::Item> = Vec::new();
    let mut sized = false;
    for before in items {
        let item = change.of(&before);
        if item.estimate != before.estimate {
            check_record(act, &item)?;
            sized = true;
        }
        let saved = item != before;
        if saved {
            item.save(act.db)?;
        }
        let labelled = change.label(act, &item)?;
        let peopled = change.assign(act, &item)?;
        if saved || labelled || peopled {
            edited.push(item);
        }
    }
    if sized {
        act.answer_for(product, Operation::Size)?;
    }
    let what = match &edited[..] {
        [one] => key(act.db, one)?,
        many => format!("{} items", many.len()),
    };
    let label = change.say(act.db, &what)?;
    act.db.label(label);
    Ok(ItemsEdited { edited: count(edited.len()) })
}

impl Change {
    fn read(db: &Db<'_>, product: ProductId, request: &EditItems) -> Result<Self> {
        let row = record::Product::get(db, product)?;
        let scale = scale(&row)?;
        let estimate = |value: f64| rules::estimate(value, &scale);
        let people = |ids: &Option<Vec<Uuid>>| -> Result<Vec<PersonId>> {
            ids.iter().flatten().map(|id| Ok(record::Person::get(db, PersonId::new(*id))?.id)).collect()
        };
        let labels = |texts: &Option<Vec<String>>| rules::labels(texts.as_deref().unwrap_or_default());
        let change = Self {
            item_type: request.item_type.map(Into::into),
            epic: request.epic.map(|epic| epic_of(db, product, epic)).transpose()?,
            estimate: request.estimate.map(|points| points.map(estimate).transpose()).transpose()?,
            value: request
                .value
                .map(|value| value.map(|value| rules::value(value.into())).transpose())
                .transpose()?,
            add_labels: labels(&request.add_labels)?,
            remove_labels: labels(&request.remove_labels)?,
            add_people: people(&request.add_assignees)?,
            remove_people: people(&request.remove_assignees)?,
        };
        for person in &change.add_people {
            check_assignable(db, *person)?;
        }
        Ok(change)
    }

    fn of(&self, before: &record::Item) -> record::Item {
        let mut item = before.clone();
        item.item_type = self.item_type.unwrap_or(item.item_type);
        item.epic = self.epic.unwrap_or(item.epic);
        item.estimate = self.estimate.unwrap_or(item.estimate);
        item.value = self.value.unwrap_or(item.value);
        item
    }

    /// Whether the item's labels are different now.
    fn label(&self, act: &mut Act<'_, '_>, item: &record::Item) -> Result<bool> {
        if self.add_labels.is_empty() && self.remove_labels.is_empty() {
            return Ok(false);
        }
        let present = act.db.labels(item.id)?;
        let going: Vec<_> = present.iter().filter(|row| self.remove_labels.contains(&row.label)).collect();
        let coming: Vec<_> = self
            .add_labels
            .iter()
            .filter(|label| !self.remove_labels.contains(label))
            .filter(|label| !present.iter().any(|row| row.label == **label))
            .collect();
        let held = present.len() - going.len() + coming.len();
        if held > rules::LABELS_MAX && !coming.is_empty() {
            return Err(rules::ItemRule::TooManyLabels(held).into());
        }
        for row in &going {
            row.delete(act.db)?;
        }
        for label in &coming {
            ItemLabel { id: act.id(), item: item.id, label: (*label).clone() }.insert(act.db)?;
        }
        Ok(!going.is_empty() || !coming.is_empty())
    }

    /// Whether other people are on the item now.
    fn assign(&self, act: &mut Act<'_, '_>, item: &record::Item) -> Result<bool> {
        if self.add_people.is_empty() && self.remove_people.is_empty() {
            return Ok(false);
        }
        let present = act.db.assignees(item.id)?;
        let going: Vec<_> = present.iter().filter(|row| self.remove_people.contains(&row.person)).collect();
        let coming: Vec<_> = self
            .add_people
            .iter()
            .filter(|person| !self.remove_people.contains(person))
            .filter(|person| !present.iter().any(|row| row.person == **person))
            .collect();
        rules::check_assignees(present.len() - going.len() + coming.len())?;
        for row in &going {
            row.delete(act.db)?;
        }
        for person in &coming {
            ItemAssignee { id: act.id(), item: item.id, person: **person }.insert(act.db)?;
        }
        Ok(!going.is_empty() || !coming.is_empty())
    }

    /// The one thing that changed in words, or that several did.
    fn say(&self, db: &Db<'_>, what: &str) -> Result<String> {
        let mut said = Vec::new();
        if let Some(kind) = self.item_type {
            said.push(format!("Set the type of {what} to {kind}"));
        }
        if let Some(epic) = self.epic {
            said.push(match db.epic(epic)? {
                Some(epic) => format!("Set the epic of {what} to {}", epic.name),
                None => format!("Clear the epic of {what}"),
            });
        }
        if let Some(estimate) = self.estimate {
            said.push(match estimate {
                Some(points) => format!("Estimate {what} at {points}"),
                None => format!("Clear the estimate of {what}"),
            });
        }
        if let Some(value) = self.value {
            said.push(match value {
                Some(value) => format!("Set the value of {what} to {value}"),
                None => format!("Clear the value of {what}"),
            });
        }
        for (labels, verb) in [(&self.add_labels, "Add"), (&self.remove_labels, "Remove")] {
            let way = if verb == "Add" { "to" } else { "from" };
            match &labels[..] {
                [] => {}
                [one] => said.push(format!("{verb} the label {one} {way} {what}")),
                many => said.push(format!("{verb} {} labels {way} {what}", many.len())),
            }
        }
        for (people, verb, way) in [(&self.add_people, "Assign", "to"), (&self.remove_people, "Take", "off")]
        {
            match &people[..] {
                [] => {}
                [one] => said.push(format!("{verb} {} {way} {what}", record::Person::get(db, *one)?.name)),
                many => said.push(format!("{verb} {} people {way} {what}", many.len())),
            }
        }
        Ok(match &said[..] {
            [one] => one.clone(),
            _ => format!("Edit {what}"),
        })
    }
}
