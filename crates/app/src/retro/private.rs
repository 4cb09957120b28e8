//! What people say before the others see it: check-ins, cards, votes and ratings. These commands leave no action and no
//! history, so that neither time nor order leads from what was said to who said it; what they answer is for the one
//! who spoke, and no query repeats it.

use lineout_domain::ids::{PersonId, RetroId};
use lineout_domain::retrospective::{self as rules, RetroRule, Step, ballot, phase};
use lineout_store::record::{self, Record};
use lineout_store::{Private, PrivateKind as Kind};
use uuid::Uuid;

use super::{Standing, board, cards, find};
use crate::context::Act;
use crate::error::{AppError, Result};
use crate::wire::{count, requests, responses};
use crate::workspace::Done;

requests! {
    /// Says how the acting person comes.
    pub struct CheckIn {
        /// To which retrospective.
        pub retro: Uuid,
        /// From 1, the worst, to 5.
        pub mood: Option<u8>,
        /// A word.
        pub word: Option<String>,
    }

    /// Writes a card.
    pub struct AddCard {
        /// To which retrospective.
        pub retro: Uuid,
        /// In which column.
        pub column: Uuid,
        /// What it says.
        pub text: String,
    }

    /// Changes a card that nobody else has seen.
    pub struct RewriteCard {
        /// Which.
        pub card: Uuid,
        /// What it says.
        pub text: Option<String>,
        /// Another column.
        pub column: Option<Uuid>,
    }

    /// Casts the votes of the acting person, all of them at once.
    pub struct CastVotes {
        /// In which retrospective.
        pub retro: Uuid,
        /// Groups and cards that stand alone, each named once a vote.
        pub votes: Vec<Uuid>,
    }

    /// Rates a retrospective.
    pub struct RateRetro {
        /// Which.
        pub retro: Uuid,
        /// From 1, the worst, to 5.
        pub rating: u8,
    }

    /// Takes back what the acting person said, before anybody has seen it.
    pub struct TakeBack {
        /// What was answered when it was kept.
        pub ids: Vec<Uuid>,
    }
}

responses! {
    /// Something is kept.
    pub struct KeptPrivate {
        /// To take it back by. Nothing else tells them.
        pub ids: Vec<Uuid>,
    }

    /// A card that only its author sees.
    pub struct PrivateCard {
        /// To change it or take it back by. Nothing else tells it.
        pub id: Uuid,
        /// The column it stands in.
        pub column: Uuid,
        /// What it says.
        pub text: String,
    }
}

/// Most things taken back at once: one ballot.
const BACK_MAX: usize = *ballot::VOTES.end() as usize;

pub(crate) mod check_in {
    use super::*;

    pub(crate) fn run(act: &mut Act<'_, '_>, request: CheckIn) -> Result<KeptPrivate> {
        let retro = at_step(act, request.retro, Step::CheckIn)?;
        let (mood, word) = rules::check_in(request.mood, &request.word.unwrap_or_default())?;
        take_part(act, &retro, Kind::CheckIn, 1, "checked in")?;
        let row = private(act, &retro, Kind::CheckIn);
        let row = Private { number: mood, text: word, ..row };
        act.db.keep_private(&row)?;
        Ok(KeptPrivate { ids: vec![row.id] })
    }
}

pub(crate) mod add_card {
    use super::*;

    pub(crate) fn run(act: &mut Act<'_, '_>, request: AddCard) -> Result<PrivateCard> {
        let retro = at_step(act, request.retro, Step::Write)?;
        Standing::read(act.db, &retro)?.check_unvoted()?;
        let column = cards::column_of(act, retro.id, request.column)?;
        let row = Private {
            subject: Some(column.id.as_uuid()),
            text: rules::card(&request.text)?,
            ..private(act, &retro, Kind::Card)
        };
        act.db.keep_private(&row)?;
        Ok(PrivateCard { id: row.id, column: column.id.as_uuid(), text: row.text })
    }
}

pub(crate) mod rewrite_card {
    use super::*;

    pub(crate) fn run(act: &mut Act<'_, '_>, request: RewriteCard) -> Result<PrivateCard> {
        let found = act.db.private_by_id(request.card)?.filter(|row| row.kind == Kind::Card);
        let mut row = found.ok_or(RetroRule::NotTakenBack)?;
        let retro = at_step(act, row.retro.as_uuid(), Step::Write)?;
        if let Some(text) = &request.text {
            row.text = rules::card(text)?;
        }
        if let Some(to) = request.column {
            row.subject = Some(cards::column_of(act, retro.id, to)?.id.as_uuid());
        }
        act.db.keep_private(&row)?;
        Ok(PrivateCard { id: row.id, column: row.subject.unwrap_or_default(), text: row.text })
    }
}

pub(crate) mod vote {
    use super::*;

    pub(crate) fn run(act: &mut Act<'_, '_>, request: CastVotes) -> Result<KeptPrivate> {
        let retro = at_step(act, request.retro, Step::Vote)?;
        if Standing::read(act.db, &retro)?.counted {
            return Err(RetroRule::Counted.into());
        }
        let voting = ballot::Voting { each: retro.votes_each, several: retro.votes_several };
        ballot::check(voting, &request.votes)?;
        let subjects = board::subjects(act.db, retro.id)?;
        if request.votes.iter().any(|vote| !subjects.contains(vote)) {
            return Err(AppError::not_found("topic in this retrospective"));
        }
        let votes = count(request.votes.len());
        take_part(act, &retro, Kind::Vote, votes, "voted")?;
        let mut ids = Vec::with_capacity(request.votes.len());
        for subject in request.votes {
            let row = private(act, &retro, Kind::Vote);
            let row = Private { subject: Some(subject), person: None, ..row };
            act.db.keep_private(&row)?;
            ids.push(row.id);
        }
        Ok(KeptPrivate { ids })
    }
}

pub(crate) mod rate {
    use super::*;

    pub(crate) fn run(act: &mut Act<'_, '_>, request: RateRetro) -> Result<KeptPrivate> {
        let retro = at_step(act, request.retro, Step::Rate)?;
        let rating = rules::rating(request.rating)?;
        take_part(act, &retro, Kind::Rating, 1, "rated it")?;
        let row = private(act, &retro, Kind::Rating);
        let row = Private { number: Some(rating), ..row };
        act.db.keep_private(&row)?;
        Ok(KeptPrivate { ids: vec![row.id] })
    }
}

pub(crate) mod take_back {
    use super::*;

    pub(crate) fn run(act: &mut Act<'_, '_>, request: TakeBack) -> Result<Done> {
        let mut ids = request.ids;
        ids.sort_unstable();
        ids.dedup();
        if ids.is_empty() || ids.len() > BACK_MAX {
            return Err(RetroRule::NotTakenBack.into());
        }
        for id in ids {
            let row = act.db.private_by_id(id)?.ok_or(RetroRule::NotTakenBack)?;
            let retro = record::Retrospective::get(act.db, row.retro)?;
            rules::check_open(retro.state)?;
            if row.kind != Kind::Card {
                let person = act.author.ok_or(RetroRule::NobodyActing)?;
                let times = times(act, retro.id, row.kind, person)?;
                // Who took no part said nothing that could be taken back.
                let left = times.checked_sub(1).ok_or(RetroRule::NotTakenBack)?;
                act.db.set_part(retro.id, row.kind, person, left)?;
            }
            act.db.forget_private(id)?;
        }
        Ok(Done {})
    }
}

/// A retrospective that is in a phase for this.
fn at_step(act: &Act<'_, '_>, id: Uuid, step: Step) -> Result<record::Retrospective> {
    let retro = find(act.db, id)?;
    phase::check(retro.state, retro.phase, step)?;
    Ok(retro)
}

/// An empty row with a random id: that of a person only where the retrospective is not anonymous.
fn private(act: &mut Act<'_, '_>, retro: &record::Retrospective, kind: Kind) -> Private {
    let person = act.author.filter(|_| !retro.anonymous);
    Private {
        id: act.random_id(),
        retro: retro.id,
        kind,
        subject: None,
        number: None,
        text: String::new(),
        person,
    }
}

/// Takes note that the acting person takes part, which each does once.
fn take_part(
    act: &mut Act<'_, '_>,
    retro: &record::Retrospective,
    kind: Kind,
    count: u32,
    did: &'static str,
) -> Result<()> {
    let person = act.author.ok_or(RetroRule::NobodyActing)?;
    if act.db.retro_swept(retro.id)? {
        return Err(RetroRule::Swept.into());
    }
    if times(act, retro.id, kind, person)? > 0 {
        let name = record::Person::get(act.db, person)?.name;
        return Err(RetroRule::Once(name, did).into());
    }
    Ok(act.db.set_part(retro.id, kind, person, count)?)
}

fn times(act: &Act<'_, '_>, retro: RetroId, kind: Kind, person: PersonId) -> Result<u32> {
    let parts = act.db.took_part(retro, kind)?;
    Ok(parts.into_iter().find(|(who, _)| *who == person).map_or(0, |(_, times)| times))
}
