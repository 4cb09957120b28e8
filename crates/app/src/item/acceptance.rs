//! `acceptance.add`, `.edit`, `.tick`, `.move` and `.delete`: the acceptance criteria of an item, a checklist in order.

use lineout_domain::checklist as rules;
use lineout_domain::ids::{AcceptanceId, ItemId};
use lineout_domain::rank;
use lineout_domain::text::excerpt;
use lineout_store::Db;
use lineout_store::record::{self, AcceptanceCriterion as Row, Record};
use uuid::Uuid;

use super::key;
use crate::context::Act;
use crate::error::{AppError, Result};
use crate::wire::{requests, responses};

requests! {
    /// Adds acceptance criteria to an item.
    pub struct AddAcceptance {
        /// To which item.
        pub item: Uuid,
        /// One or several, in order.
        pub texts: Vec<String>,
        /// Right after this one; last when left out.
        pub after: Option<Uuid>,
    }

    /// Changes what an acceptance criterion says.
    pub struct EditAcceptance {
        /// Which.
        pub criterion: Uuid,
        /// What must hold.
        pub text: String,
    }

    /// Says whether an acceptance criterion is met.
    pub struct TickAcceptance {
        /// Which.
        pub criterion: Uuid,
        /// Whether it is met.
        pub met: bool,
    }

    /// Moves an acceptance criterion in its checklist.
    pub struct MoveAcceptance {
        /// Which.
        pub criterion: Uuid,
        /// To this row, from 0; past the end means last.
        pub to: u32,
    }

    /// Names an acceptance criterion.
    pub struct NameAcceptance {
        /// Which.
        pub criterion: Uuid,
    }
}

responses! {
    /// The acceptance criteria of an item.
    pub struct Acceptance {
        /// In order.
        pub criteria: Vec<AcceptanceCriterion>,
    }

    /// One of them.
    pub struct AcceptanceCriterion {
        /// Its id.
        pub id: Uuid,
        /// What must hold.
        pub text: String,
        /// It is met.
        pub met: bool,
    }
}

impl Acceptance {
    pub(crate) fn read(db: &Db<'_>, item: ItemId) -> Result<Self> {
        let rows = db.acceptance(item)?.into_iter();
        let criteria =
            rows.map(|row| AcceptanceCriterion { id: row.id.as_uuid(), text: row.text, met: row.met });
        Ok(Self { criteria: criteria.collect() })
    }
}

/// A criterion with its item and that one's key.
fn find(db: &Db<'_>, criterion: Uuid) -> Result<(Row, String)> {
    let row = Row::get(db, AcceptanceId::new(criterion))?;
    let key = key(db, &record::Item::get(db, row.item)?)?;
    Ok((row, key))
}

pub(crate) mod add {
    use super::*;

    pub(crate) fn run(act: &mut Act<'_, '_>, request: AddAcceptance) -> Result<Acceptance> {
        let item = record::Item::get(act.db, ItemId::new(request.item))?;
        let texts =
            request.texts.iter().map(|text| rules::acceptance(text)).collect::<Result<Vec<_>, _>>()?;
        let present = act.db.acceptance(item.id)?;
        rules::check_acceptance_count(present.len() + texts.len())?;
        let at = match request.after.map(AcceptanceId::new) {
            None => present.len(),
            Some(after) => {
                let place = present.iter().position(|row| row.id == after);
                1 + place.ok_or_else(|| AppError::not_found("acceptance criterion of this item"))?
            }
        };
        let lo = at.checked_sub(1).map(|before| &present[before].rank);
        let ranks = rank::spread(texts.len(), lo, present.get(at).map(|row| &row.rank));
        for (text, rank) in texts.iter().zip(ranks) {
            Row { id: act.id(), item: item.id, rank, text: text.clone(), met: false }.insert(act.db)?;
        }
        let key = key(act.db, &item)?;
        act.db.label(match &texts[..] {
            [one] => format!("Add “{}” to the acceptance criteria of {key}", excerpt(one)),
            many => format!("Add {} acceptance criteria to {key}", many.len()),
        });
        Acceptance::read(act.db, item.id)
    }
}

pub(crate) mod edit {
    use super::*;

    pub(crate) fn run(act: &mut Act<'_, '_>, request: EditAcceptance) -> Result<Acceptance> {
        let (mut row, key) = find(act.db, request.criterion)?;
        row.text = rules::acceptance(&request.text)?;
        row.save(act.db)?;
        act.db.label(format!("Reword an acceptance criterion of {key}"));
        Acceptance::read(act.db, row.item)
    }
}

pub(crate) mod tick {
    use super::*;

    pub(crate) fn run(act: &mut Act<'_, '_>, request: TickAcceptance) -> Result<Acceptance> {
        let (mut row, key) = find(act.db, request.criterion)?;
        row.met = request.met;
        row.save(act.db)?;
        let mark = if row.met { "Tick" } else { "Untick" };
        act.db.label(format!("{mark} “{}” of {key}", excerpt(&row.text)));
        Acceptance::read(act.db, row.item)
    }
}

pub(crate) mod move_ {
    use super::*;

    pub(crate) fn run(act: &mut Act<'_, '_>, request: MoveAcceptance) -> Result<Acceptance> {
        let (row, key) = find(act.db, request.criterion)?;
        let present = act.db.acceptance(row.item)?;
        let from = present.iter().position(|other| other.id == row.id);
        let to = (request.to as usize).min(present.len().saturating_sub(1));
        if from != Some(to) || rank::needs_respread(&row.rank) {
            let mut order: Vec<Row> = present.into_iter().filter(|other| other.id != row.id).collect();
            order.insert(to, row.clone());
            let ranks: Vec<_> = order.iter().map(|row| Some(&row.rank)).collect();
            let (range, fresh) = rank::placed(&ranks, to..to + 1);
            for (row, rank) in order[range].iter_mut().zip(fresh) {
                row.rank = rank;
                row.save(act.db)?;
            }
        }
        act.db.label(format!("Move “{}” in the acceptance criteria of {key}", excerpt(&row.text)));
        Acceptance::read(act.db, row.item)
    }
}

pub(crate) mod delete {
    use super::*;

    pub(crate) fn run(act: &mut Act<'_, '_>, request: NameAcceptance) -> Result<Acceptance> {
        let (row, key) = find(act.db, request.criterion)?;
        row.delete(act.db)?;
        act.db.label(format!("Remove “{}” from the acceptance criteria of {key}", excerpt(&row.text)));
        Acceptance::read(act.db, row.item)
    }
}
