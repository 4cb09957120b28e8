//! `item.edit`: what is written on an item.

use lineout_domain::accountability::Operation;
use lineout_domain::ids::{EpicId, ItemId, PersonId, ProductId};
use lineout_domain::item as rules;
use lineout_domain::sprint::State;
use lineout_store::Db;
use lineout_store::record::{self, ItemAssignee, ItemLabel, Record};
use uuid::Uuid;

use super::{ItemRow, key};
use crate::context::Act;
use crate::error::{AppError, Result};
use crate::product::scale;
use crate::wire::{ItemType, patch, requests};

requests! {
    /// Changes an item; what is left out stays, `null` clears.
    pub struct EditItem {
        /// Which.
        pub item: Uuid,
        /// One line.
        pub title: Option<String>,
        /// Markdown.
        pub description: Option<String>,
        /// What kind of work it is.
        #[serde(rename = "type")]
        pub item_type: Option<ItemType>,
        /// Points, a value of the product's scale.
        #[serde(default, deserialize_with = "patch")]
        #[ts(optional, type = "number | null")]
        pub estimate: Option<Option<f64>>,
        /// Value, 0 to 1000.
        #[serde(default, deserialize_with = "patch")]
        #[ts(optional, type = "number | null")]
        pub value: Option<Option<i32>>,
        /// Everybody on it.
        pub assignees: Option<Vec<Uuid>>,
        /// All its labels.
        pub labels: Option<Vec<String>>,
        /// The epic it belongs to.
        #[serde(default, deserialize_with = "patch")]
        #[ts(optional, type = "string | null")]
        pub epic: Option<Option<Uuid>>,
    }
}

pub(crate) fn run(act: &mut Act<'_, '_>, request: EditItem) -> Result<ItemRow> {
    let before = record::Item::get(act.db, ItemId::new(request.item))?;
    let product = record::Product::get(act.db, before.product)?;
    let mut item = before.clone();
    if let Some(title) = &request.title {
        item.title = rules::title(title)?;
    }
    if let Some(description) = &request.description {
        item.description = rules::description(description)?;
    }
    if let Some(kind) = request.item_type {
        item.item_type = kind.into();
    }
    if let Some(estimate) = request.estimate {
        let scale = scale(&product)?;
        item.estimate = estimate.map(|estimate| rules::estimate(estimate, &scale)).transpose()?;
    }
    if let Some(value) = request.value {
        item.value = value.map(|value| rules::value(value.into())).transpose()?;
    }
    if let Some(epic) = request.epic {
        item.epic = epic_of(act.db, product.id, epic)?;
    }
    item.save(act.db)?;
    if item.estimate != before.estimate {
        check_record(act, &item)?;
        act.answer_for(product.id, Operation::Size)?;
    }
    if let Some(labels) = &request.labels {
        set_labels(act, item.id, &rules::labels(labels)?)?;
    }
    if let Some(people) = &request.assignees {
        set_assignees(act, item.id, people)?;
    }
    let label = label(act, &before, &item, request.labels.is_some(), request.assignees.is_some())?;
    act.db.label(label);
    ItemRow::read(act.db, &item)
}

/// An epic of the product, or none.
pub(crate) fn epic_of(db: &Db<'_>, product: ProductId, epic: Option<Uuid>) -> Result<Option<EpicId>> {
    let Some(epic) = epic.map(EpicId::new) else { return Ok(None) };
    match db.epic(Some(epic))? {
        Some(row) if row.product == product => Ok(Some(epic)),
        _ => Err(AppError::not_found("epic in this product")),
    }
}

/// Refuses another estimate for what a sprint record has counted.
pub(crate) fn check_record(act: &Act<'_, '_>, item: &record::Item) -> Result<()> {
    let (Some(_), Some(sprint)) = (item.resolution, item.sprint) else { return Ok(()) };
    let state = record::Sprint::get(act.db, sprint)?.state;
    if !matches!(state, State::Closed | State::Cancelled) {
        return Ok(());
    }
    Err(AppError::new(
        "item_of_ended_sprint",
        "The estimate of a Done item of an ended sprint is part of its record.",
        "Estimate the work that is left as an item of its own.",
    ))
}

/// Refuses work for somebody who was removed.
pub(crate) fn check_assignable(db: &Db<'_>, person: PersonId) -> Result<()> {
    if !record::Person::get(db, person)?.removed {
        return Ok(());
    }
    Err(AppError::new(
        "person_removed",
        "Somebody who was removed from the workspace cannot be given work.",
        "Choose somebody else, or undo the removal.",
    ))
}

/// Says the one thing that changed, or that several did.
fn label(
    act: &Act<'_, '_>,
    before: &record::Item,
    after: &record::Item,
    labels: bool,
    people: bool,
) -> Result<String> {
    let key = key(act.db, after)?;
    let changed = [
        before.title != after.title,
        before.description != after.description,
        before.item_type != after.item_type,
        before.estimate != after.estimate,
        before.value != after.value,
        before.epic != after.epic,
        labels,
        people,
    ];
    let edit = format!("Edit {key}");
    if changed.iter().filter(|changed| **changed).count() != 1 {
        return Ok(edit);
    }
    Ok(match changed.iter().position(|changed| *changed) {
        Some(0) => format!("Rename {key}"),
        Some(1) => format!("Describe {key}"),
        Some(2) => {
            let word = after.item_type.to_string();
            let article = if word.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" };
            format!("Make {key} {article} {word}")
        }
        Some(3) => {
            let points = |estimate: Option<f64>| estimate.map_or("no estimate".to_owned(), |n| n.to_string());
            format!("Estimate {key}: {} to {}", points(before.estimate), points(after.estimate))
        }
        Some(4) => {
            let value = |value: Option<i64>| value.map_or("no value".to_owned(), |n| n.to_string());
            format!("Value {key}: {} to {}", value(before.value), value(after.value))
        }
        Some(5) => match act.db.epic(after.epic)? {
            Some(epic) => format!("Put {key} into {}", epic.name),
            None => format!("Take {key} out of its epic"),
        },
        Some(6) => match act.db.labels(after.id)?.as_slice() {
            [] => format!("Leave {key} without labels"),
            rows => {
                let names: Vec<&str> = rows.iter().map(|row| row.label.as_str()).collect();
                format!("Label {key}: {}", lineout_domain::text::excerpt(&names.join(", ")))
            }
        },
        Some(7) => match act.db.assignees(after.id)?.as_slice() {
            [] => format!("Leave {key} without assignees"),
            [row] => format!("Assign {key} to {}", record::Person::get(act.db, row.person)?.name),
            rows => format!("Assign {key} to {} people", rows.len()),
        },
        _ => edit,
    })
}

/// Writes the difference between the labels an item has and shall have.
pub(crate) fn set_labels(act: &mut Act<'_, '_>, item: ItemId, labels: &[String]) -> Result<()> {
    let present = act.db.labels(item)?;
    for row in present.iter().filter(|row| !labels.contains(&row.label)) {
        row.delete(act.db)?;
    }
    for label in labels.iter().filter(|label| !present.iter().any(|row| row.label == **label)) {
        ItemLabel { id: act.id(), item, label: label.clone() }.insert(act.db)?;
    }
    Ok(())
}

/// Writes the difference between the people on an item and those that shall be.
pub(crate) fn set_assignees(act: &mut Act<'_, '_>, item: ItemId, people: &[Uuid]) -> Result<()> {
    rules::check_assignees(people.len())?;
    let mut wanted: Vec<PersonId> = Vec::new();
    for id in people {
        let person = record::Person::get(act.db, PersonId::new(*id))?;
        if !wanted.contains(&person.id) {
            wanted.push(person.id);
        }
    }
    let present = act.db.assignees(item)?;
    for row in present.iter().filter(|row| !wanted.contains(&row.person)) {
        row.delete(act.db)?;
    }
    for person in wanted.into_iter().filter(|person| !present.iter().any(|row| row.person == *person)) {
        check_assignable(act.db, person)?;
        ItemAssignee { id: act.id(), item, person }.insert(act.db)?;
    }
    Ok(())
}
