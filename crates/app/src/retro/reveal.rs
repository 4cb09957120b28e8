//! `retro.reveal`: what was private in this phase becomes what everybody sees, all of it at once and in no order that
//! tells anything. Of votes it is the count.

use std::collections::BTreeMap;

use lineout_domain::accountability::Operation;
use lineout_domain::ids::{RetroCardId, RetroColumnId, RetroGroupId};
use lineout_domain::retrospective::{Phase, RetroRule, Talk, ballot, check_open};
use lineout_store::PrivateKind as Kind;
use lineout_store::record::{self, Record};

use super::get::NameRetro;
use super::{Retro, Standing, board, find};
use crate::context::Act;
use crate::error::Result;

pub(crate) fn run(act: &mut Act<'_, '_>, request: NameRetro) -> Result<Retro> {
    let retro = find(act.db, request.retro)?;
    check_open(retro.state)?;
    // Whoever shows them did not write them all; in an anonymous one the action must not look as if.
    if retro.anonymous {
        act.db.unsign();
    }
    let label = match retro.phase {
        Phase::CheckIn => check_ins(act, &retro)?,
        Phase::Gather | Phase::Group => cards(act, &retro)?,
        Phase::Vote => votes(act, &retro)?,
        Phase::Close => ratings(act, &retro)?,
        other => return Err(RetroRule::NothingPrivate(other).into()),
    };
    act.answer_for(retro.product, Operation::FacilitateRetro)?;
    act.db.label(label);
    Retro::read(act.db, retro)
}

fn check_ins(act: &mut Act<'_, '_>, retro: &record::Retrospective) -> Result<String> {
    let said = act.db.private(retro.id, Kind::CheckIn)?;
    for row in &said {
        let (id, mood, word) = (row.id, row.number, row.text.clone());
        record::RetroCheckIn { id, retro: retro.id, mood, word, person: row.person }.insert(act.db)?;
    }
    shown(said.len(), retro.phase, "check-in")
}

fn cards(act: &mut Act<'_, '_>, retro: &record::Retrospective) -> Result<String> {
    let written = act.db.private(retro.id, Kind::Card)?;
    for row in &written {
        let card = record::RetroCard {
            id: RetroCardId::new(row.id),
            retro_column: RetroColumnId::new(row.subject.unwrap_or_default()),
            text: row.text.clone(),
            author: row.person,
            // When they were written is not known, so that it tells nothing.
            written_at: act.now,
            retro_group: None,
        };
        card.insert(act.db)?;
    }
    shown(written.len(), retro.phase, "card")
}

fn votes(act: &mut Act<'_, '_>, retro: &record::Retrospective) -> Result<String> {
    if Standing::read(act.db, retro)?.counted {
        return Err(RetroRule::Counted.into());
    }
    let subjects = board::subjects(act.db, retro.id)?;
    let cast = act.db.private(retro.id, Kind::Vote)?;
    let votes: Vec<_> = cast.iter().filter_map(|row| row.subject).collect();
    let groups: BTreeMap<_, _> =
        act.db.retro_groups(retro.id)?.into_iter().map(|group| (group.id.as_uuid(), group.id)).collect();
    for (position, (subject, votes)) in (0..).zip(ballot::ranked(&subjects, &votes)) {
        let group: Option<RetroGroupId> = groups.get(&subject).copied();
        let topic = record::RetroTopic {
            id: act.random_id(),
            retro: retro.id,
            retro_card: group.is_none().then(|| RetroCardId::new(subject)),
            retro_group: group,
            position,
            votes,
            notes: String::new(),
            state: Talk::Waiting,
        };
        topic.insert(act.db)?;
    }
    Ok("End the voting".to_owned())
}

fn ratings(act: &mut Act<'_, '_>, retro: &record::Retrospective) -> Result<String> {
    let given = act.db.private(retro.id, Kind::Rating)?;
    for row in &given {
        let rating = row.number.unwrap_or_default();
        record::RetroRating { id: row.id, retro: retro.id, rating, person: row.person }.insert(act.db)?;
    }
    shown(given.len(), retro.phase, "rating")
}

fn shown(count: usize, phase: Phase, noun: &str) -> Result<String> {
    match count {
        0 => Err(RetroRule::NothingPrivate(phase).into()),
        1 => Ok(format!("Show 1 {noun}")),
        many => Ok(format!("Show {many} {noun}s")),
    }
}
