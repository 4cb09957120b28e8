//! `retro.group`, `retro.ungroup`, `retro.editGroup`: cards that belong together. A group has two cards at least, and
//! its cards stand in one column. Anyone may.

use lineout_domain::ids::{RetroCardId, RetroGroupId, RetroId};
use lineout_domain::retrospective::{self as rules, RetroRule, Step};
use lineout_store::record::{self, Record};
use uuid::Uuid;

use super::cards::{check_change, column_of};
use super::{Retro, find};
use crate::context::Act;
use crate::error::{AppError, Result};
use crate::wire::requests;

requests! {
    /// Puts a card or a group together with another.
    pub struct GroupCards {
        /// In which retrospective.
        pub retro: Uuid,
        /// The card or the group that is moved.
        pub subject: Uuid,
        /// The card or the group that it comes to.
        pub onto: Uuid,
    }

    /// Takes a card out of its group, or a group apart.
    pub struct Ungroup {
        /// In which retrospective.
        pub retro: Uuid,
        /// The card or the group.
        pub subject: Uuid,
    }

    /// Changes a group.
    pub struct EditGroup {
        /// Which.
        pub group: Uuid,
        /// Its name.
        pub name: Option<String>,
        /// Another column.
        pub column: Option<Uuid>,
    }
}

pub(crate) mod put {
    use super::*;

    pub(crate) fn run(act: &mut Act<'_, '_>, request: GroupCards) -> Result<Retro> {
        let retro = find(act.db, request.retro)?;
        check_change(act, &retro, Step::Group)?;
        let moved = subject(act, retro.id, request.subject)?;
        let target = subject(act, retro.id, request.onto)?;
        // What is dropped on a card of a group is dropped on the group.
        let first = target.cards.first().ok_or_else(|| AppError::not_found("card"))?.clone();
        let group = match target.group.or(first.retro_group) {
            Some(group) => record::RetroGroup::get(act.db, group)?,
            None => {
                let name = rules::first_name(&first.text);
                record::RetroGroup { id: act.random_id(), retro: retro.id, name }
            }
        };
        if moved.cards.iter().any(|card| card.id == first.id || card.retro_group == Some(group.id)) {
            return Err(RetroRule::GroupWithItself.into());
        }
        if record::RetroGroup::find(act.db, group.id)?.is_none() {
            group.insert(act.db)?;
            record::RetroCard { retro_group: Some(group.id), ..first.clone() }.save(act.db)?;
        }
        let mut left = Vec::new();
        for card in moved.cards {
            left.extend(card.retro_group);
            let column = first.retro_column;
            record::RetroCard { retro_group: Some(group.id), retro_column: column, ..card }.save(act.db)?;
        }
        for group in left {
            dissolve_if_alone(act, group)?;
        }
        act.db.label(format!("Group cards as “{}”", group.name));
        Retro::read(act.db, retro)
    }
}

pub(crate) mod take {
    use super::*;

    pub(crate) fn run(act: &mut Act<'_, '_>, request: Ungroup) -> Result<Retro> {
        let retro = find(act.db, request.retro)?;
        check_change(act, &retro, Step::Group)?;
        let taken = subject(act, retro.id, request.subject)?;
        let group = taken.cards.first().and_then(|card| card.retro_group);
        let group = group.ok_or_else(|| AppError::not_found("group of this card"))?;
        let name = record::RetroGroup::get(act.db, group)?.name;
        for card in taken.cards {
            record::RetroCard { retro_group: None, ..card }.save(act.db)?;
        }
        dissolve_if_alone(act, group)?;
        act.db.label(match taken.group {
            Some(_) => format!("Take “{name}” apart"),
            None => format!("Take a card out of “{name}”"),
        });
        Retro::read(act.db, retro)
    }
}

pub(crate) mod edit {
    use super::*;

    pub(crate) fn run(act: &mut Act<'_, '_>, request: EditGroup) -> Result<Retro> {
        let mut row = record::RetroGroup::get(act.db, RetroGroupId::new(request.group))?;
        let retro = record::Retrospective::get(act.db, row.retro)?;
        check_change(act, &retro, Step::Group)?;
        if let Some(name) = &request.name {
            row.name = rules::group_name(name)?;
            act.db.label(format!("Name a group “{}”", row.name));
            row.save(act.db)?;
        }
        if let Some(to) = request.column {
            let to = column_of(act, retro.id, to)?;
            for card in act.db.retro_cards_of(row.id)? {
                record::RetroCard { retro_column: to.id, ..card }.save(act.db)?;
            }
            act.db.label(format!("Move “{}” to {}", row.name, to.name));
        }
        Retro::read(act.db, retro)
    }
}

/// A group, or a card; with the cards that move along with it.
struct Subject {
    group: Option<RetroGroupId>,
    cards: Vec<record::RetroCard>,
}

fn subject(act: &Act<'_, '_>, retro: RetroId, id: Uuid) -> Result<Subject> {
    let elsewhere = || AppError::not_found("card or group in this retrospective");
    if let Some(group) = record::RetroGroup::find(act.db, RetroGroupId::new(id))? {
        if group.retro != retro {
            return Err(elsewhere());
        }
        return Ok(Subject { group: Some(group.id), cards: act.db.retro_cards_of(group.id)? });
    }
    let card = record::RetroCard::find(act.db, RetroCardId::new(id))?.ok_or_else(elsewhere)?;
    if record::RetroColumn::get(act.db, card.retro_column)?.retro != retro {
        return Err(elsewhere());
    }
    Ok(Subject { group: None, cards: vec![card] })
}

/// A group of one card is no group, and one of none is gone.
pub(super) fn dissolve_if_alone(act: &mut Act<'_, '_>, group: RetroGroupId) -> Result<()> {
    let Some(row) = record::RetroGroup::find(act.db, group)? else { return Ok(()) };
    let left = act.db.retro_cards_of(group)?;
    if left.len() > 1 {
        return Ok(());
    }
    for card in left {
        record::RetroCard { retro_group: None, ..card }.save(act.db)?;
    }
    Ok(row.delete(act.db)?)
}
