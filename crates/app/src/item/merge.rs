//! `item.merge`: duplicates become the one item that stays. What was said and asked for on any of them goes on there.
//!
//! Comments, acceptance criteria, impediments and attachments *move*: a comment keeps its author, its instant and who
//! may edit it. Links are made anew at the one that stays. Labels are copied, for they say what the duplicate was about.

use std::collections::{BTreeSet, HashSet};

use lineout_domain::ids::ItemId;
use lineout_domain::item as items;
use lineout_domain::item::Resolution;
use lineout_domain::link::{self, Kind, Link, LinkRule};
use lineout_domain::merge::{self as rules, Candidate, MergeRule};
use lineout_domain::rank;
use lineout_domain::{attachment, checklist};
use lineout_store::Db;
use lineout_store::record::{self, ItemLink, Record};
use uuid::Uuid;

use super::{ItemRow, edit, key, named, read_all};
use crate::context::Act;
use crate::error::{AppError, Result};
use crate::sprint::scope;
use crate::task;
use crate::wire::{count, requests, responses};

requests! {
    /// Merges duplicates into one item.
    pub struct MergeItems {
        /// The item that stays.
        pub into: Uuid,
        /// Those that become part of it; they are cancelled.
        pub items: Vec<Uuid>,
        /// Their descriptions are put below the one that stays.
        pub append_descriptions: Option<bool>,
    }
}

responses! {
    /// What items were merged into.
    pub struct ItemsMerged {
        /// The one that stays.
        pub item: ItemRow,
        /// How many became part of it.
        pub merged: u32,
    }
}

pub(crate) fn run(act: &mut Act<'_, '_>, request: MergeItems) -> Result<ItemsMerged> {
    let mut stays = record::Item::get(act.db, ItemId::new(request.into))?;
    let mut gone = read_all(act.db, &request.items)?;
    let own = key(act.db, &stays)?;
    let mut keys = Vec::with_capacity(gone.len());
    for item in &gone {
        keys.push(key(act.db, item)?);
    }
    let candidates: Vec<Candidate<'_>> =
        gone.iter().zip(&keys).map(|(item, key)| (item.id, key.as_str(), item.resolution)).collect();
    rules::check((stays.id, &own, stays.resolution), &candidates)?;
    if gone.iter().any(|item| item.product != stays.product) {
        return Err(AppError::new(
            "items_of_two_products",
            "The items belong to different products.",
            "Merge items of one product; link those of two.",
        ));
    }
    let what = named(act.db, &gone)?;
    scope::changing(act, &gone)?;
    if request.append_descriptions.unwrap_or(false) {
        stays.description = described(&stays, &gone, &keys)?;
        stays.save(act.db)?;
    }
    hand_on_labels(act, &stays, &gone)?;
    hand_on_criteria(act, &stays, &gone)?;
    hand_on_links(act, &stays, &gone)?;
    hand_on_files(act, &stays, &gone)?;
    for item in &mut gone {
        for mut row in act.db.comments(item.id)? {
            row.item = stays.id;
            row.save(act.db)?;
        }
        task::hand_over(act, act.db.tasks(item.id)?, stays.id)?;
        hand_on_impediments(act, item.id, stays.id)?;
        for mut row in act.db.feedback_behind(item.id)? {
            row.item = Some(stays.id);
            row.save(act.db)?;
        }
        let duplicate = link::link(Kind::Duplicates, item.id, stays.id);
        insert(act, duplicate)?;
        item.resolution = Some(Resolution::Cancelled);
        item.resolved_at = Some(act.now);
        item.reason = format!("Merged into {own}");
        item.board_column = None;
        item.save(act.db)?;
    }
    act.db.label(format!("Merge {what} into {own}"));
    let merged = count(gone.len());
    Ok(ItemsMerged { item: ItemRow::read(act.db, &stays)?, merged })
}

/// The description of the one that stays, and below it what the others say that it does not say already.
fn described(stays: &record::Item, gone: &[record::Item], keys: &[String]) -> Result<String> {
    let mut text = stays.description.clone();
    for (item, key) in gone.iter().zip(keys) {
        let more = item.description.trim();
        if more.is_empty() || text.contains(more) {
            continue;
        }
        if !text.is_empty() {
            text.push_str("\n\n");
        }
        text.push_str(&format!("**From {key}: {}**\n\n{more}", escaped(&item.title)));
    }
    items::description(&text).map_err(|_| MergeRule::Description.into())
}

/// A title as Markdown that reads as it is written.
fn escaped(title: &str) -> String {
    let mut text = String::with_capacity(title.len());
    for c in title.chars() {
        if c.is_ascii_punctuation() {
            text.push('\\');
        }
        text.push(c);
    }
    text
}

fn hand_on_labels(act: &mut Act<'_, '_>, stays: &record::Item, gone: &[record::Item]) -> Result<()> {
    let mut labels: Vec<String> = act.db.labels(stays.id)?.into_iter().map(|row| row.label).collect();
    for item in gone {
        labels.extend(act.db.labels(item.id)?.into_iter().map(|row| row.label));
    }
    labels.sort();
    labels.dedup();
    let labels = items::labels(&labels)?;
    edit::set_labels(act, stays.id, &labels)
}

/// Criteria that say something new go below those that are there, in their order.
fn hand_on_criteria(act: &mut Act<'_, '_>, stays: &record::Item, gone: &[record::Item]) -> Result<()> {
    let present = act.db.acceptance(stays.id)?;
    let mut others = Vec::new();
    for item in gone {
        others.extend(act.db.acceptance(item.id)?);
    }
    let texts = |rows: &[record::AcceptanceCriterion]| -> Vec<String> {
        rows.iter().map(|row| row.text.clone()).collect()
    };
    let (held, asked) = (texts(&present), texts(&others));
    let held: Vec<&str> = held.iter().map(String::as_str).collect();
    let asked: Vec<&str> = asked.iter().map(String::as_str).collect();
    let mut wanted = rules::new_texts(&held, &asked).into_iter().peekable();
    // What is new keeps its order, so each comes from the first row that says it.
    let mut coming = Vec::new();
    for row in others {
        if wanted.next_if(|text| *text == row.text).is_some() {
            coming.push(row);
        }
    }
    checklist::check_acceptance_count(present.len() + coming.len())?;
    let ranks = rank::spread(coming.len(), present.last().map(|row| &row.rank), None);
    for (mut row, rank) in coming.into_iter().zip(ranks) {
        row.item = stays.id;
        row.rank = rank;
        row.save(act.db)?;
    }
    Ok(())
}

/// Files go on with their names and with who added them, as far as one item keeps that many.
fn hand_on_files(act: &mut Act<'_, '_>, stays: &record::Item, gone: &[record::Item]) -> Result<()> {
    let mut held = act.db.attachments(stays.id)?.len();
    for item in gone {
        for mut row in act.db.attachments(item.id)? {
            attachment::check_count(held)?;
            held += 1;
            row.item = stays.id;
            row.save(act.db)?;
        }
    }
    Ok(())
}

/// Links to others go on from the one that stays; those it has already, and those to itself, end.
fn hand_on_links(act: &mut Act<'_, '_>, stays: &record::Item, gone: &[record::Item]) -> Result<()> {
    let ids: BTreeSet<ItemId> = gone.iter().map(|item| item.id).collect();
    let mut seen = HashSet::new();
    let mut moved = Vec::new();
    for item in gone {
        for row in act.db.links(item.id)? {
            if seen.insert(row.id) {
                row.delete(act.db)?;
                let link = Link { kind: row.kind, source: row.from_item, target: row.to_item };
                moved.extend(rules::handed_on(link, &ids, stays.id));
            }
        }
    }
    for link in moved {
        if link.kind == Kind::Blocks
            && let Some(way) = link::circle(link.source, link.target, |item| {
                act.db.blocked_by(item).map_err(AppError::from)
            })?
        {
            let name = |id: &ItemId| key(act.db, &record::Item::get(act.db, *id)?);
            let keys = std::iter::once(&link.source).chain(&way).map(name).collect::<Result<_>>()?;
            return Err(LinkRule::Circle(keys).into());
        }
        insert(act, link)?;
    }
    Ok(())
}

/// Writes a link unless it is there.
fn insert(act: &mut Act<'_, '_>, link: Link) -> Result<()> {
    if act.db.link(link)?.is_none() {
        ItemLink { id: act.id(), kind: link.kind, from_item: link.source, to_item: link.target }
            .insert(act.db)?;
    }
    Ok(())
}

/// What is in the way of a duplicate is in the way of the one that stays.
fn hand_on_impediments(act: &mut Act<'_, '_>, from: ItemId, to: ItemId) -> Result<()> {
    let present: Vec<_> = impediments(act.db, to)?;
    for mut row in act.db.impediment_links(from)? {
        if !present.contains(&row.impediment) {
            row.item = to;
            row.save(act.db)?;
        }
    }
    Ok(())
}

fn impediments(db: &Db<'_>, item: ItemId) -> Result<Vec<lineout_domain::ids::ImpedimentId>> {
    Ok(db.impediment_links(item)?.into_iter().map(|row| row.impediment).collect())
}
