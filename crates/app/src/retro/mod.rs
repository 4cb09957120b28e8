//! Retrospectives: a board of columns whose outcome is an improvement in the register.

mod board;
pub mod cards;
pub mod close;
pub mod get;
pub mod go;
pub mod group;
pub mod list;
pub mod private;
pub mod reveal;
pub mod review;
pub mod start;
pub mod timeline;
pub mod topic;

use chrono::{DateTime, Utc};
use lineout_domain::ids::{PersonId, RetroId, SprintId};
use lineout_domain::improvement as rules;
use lineout_domain::retrospective::phase::{self, Waiting};
use lineout_domain::retrospective::{State, Step};
use lineout_domain::rule::Rule as _;
use lineout_store::record::{self, Record};
use lineout_store::{Db, PrivateKind as Kind};
use uuid::Uuid;

use crate::error::Result;
use crate::improvement::{self, Improvement};
use crate::wire::{count, responses, wire_words};

wire_words! {
    /// How a retrospective gathers.
    RetroFormat = lineout_domain::retrospective::Format { WentWell, StartStop, FourLs, MadSadGlad, Sailboat, Own }
    /// Whether a retrospective is still going on.
    RetroState = lineout_domain::retrospective::State { Open, Closed }
    /// A stretch of a retrospective.
    RetroPhase = lineout_domain::retrospective::Phase { CheckIn, Last, Gather, Group, Vote, Discuss, Decide, Close }
    /// What a phase is for.
    RetroStep = lineout_domain::retrospective::Step {
        CheckIn, Write, Arrange, Group, Vote, Discuss, Decide, Rate, Close,
    }
    /// Whether a topic has been talked about.
    TopicTalk = lineout_domain::retrospective::Talk { Waiting, Now, Done }
}

responses! {
    /// A retrospective.
    pub struct Retro {
        /// Its id.
        pub id: Uuid,
        /// Its product.
        pub product: Uuid,
        /// The sprint it looks back on.
        pub sprint: Option<Uuid>,
        /// That sprint's name.
        pub sprint_name: Option<String>,
        /// How it gathers.
        pub format: RetroFormat,
        /// Whether it is still going on.
        pub state: RetroState,
        /// The phase it is in.
        pub phase: RetroPhase,
        /// What this phase is for; nothing once it is closed.
        pub allows: Vec<RetroStep>,
        /// Why it does not go on to the next phase yet.
        pub waits: Option<RetroWaits>,
        /// Whether nothing keeps who said what.
        pub anonymous: bool,
        /// Votes of each person.
        pub votes_each: u32,
        /// Whether a person may give several votes to one topic.
        pub votes_several: bool,
        /// Whether the votes are counted.
        pub counted: bool,
        /// When it began.
        pub started_at: DateTime<Utc>,
        /// When it ended.
        pub closed_at: Option<DateTime<Utc>>,
        /// Why it ended without an improvement, if it did.
        pub none_reason: Option<String>,
        /// Its columns, left to right.
        pub columns: Vec<board::RetroColumn>,
        /// Its groups.
        pub groups: Vec<board::RetroGroup>,
        /// What is talked about, most votes first; none before the votes are counted.
        pub topics: Vec<board::RetroTopic>,
        /// How people came, once that is shown.
        pub check_ins: Vec<RetroCheckIn>,
        /// How people rated it, once that is shown.
        pub ratings: Vec<RetroRating>,
        /// What is not shown yet.
        pub private: RetroPrivate,
        /// What it agreed on.
        pub improvements: Vec<Improvement>,
        /// Earlier improvements that wait for their review here. Nobody asks once it is closed.
        pub due: Vec<Improvement>,
        /// Earlier improvements that were reviewed here, with the answers.
        pub reviewed: Vec<review::Reviewed>,
    }

    /// How somebody came.
    pub struct RetroCheckIn {
        /// From 1, the worst, to 5.
        pub mood: Option<u8>,
        /// A word.
        pub word: String,
        /// Who; nobody where the retrospective is anonymous.
        pub person: Option<Uuid>,
    }

    /// How somebody rated it.
    pub struct RetroRating {
        /// From 1, the worst, to 5.
        pub rating: u8,
        /// Who; nobody where the retrospective is anonymous.
        pub person: Option<Uuid>,
    }

    /// What nobody but those who said it has seen: how much of it there is, and who has taken part.
    pub struct RetroPrivate {
        /// Check-ins.
        pub check_ins: u32,
        /// Cards.
        pub cards: u32,
        /// Votes, until they are counted.
        pub votes: u32,
        /// Ratings.
        pub ratings: u32,
        /// Who checked in. Forgotten when it closes, as the other two are.
        pub checked_in: Vec<Uuid>,
        /// Who voted.
        pub voted: Vec<Uuid>,
        /// Who rated it.
        pub rated: Vec<Uuid>,
    }

    /// Why it does not go on yet.
    pub struct RetroWaits {
        /// For telling reasons apart.
        pub code: String,
        /// What it waits for.
        pub message: String,
        /// What to do.
        pub hint: String,
    }
}

/// What stands in the way of a retrospective's next phases.
pub(crate) struct Standing {
    check_ins: usize,
    cards: usize,
    votes: usize,
    ratings: usize,
    /// There are topics.
    counted: bool,
    /// There is nothing to vote on.
    bare: bool,
    unanswered: Vec<String>,
}

impl Standing {
    pub(crate) fn read(db: &Db<'_>, retro: &record::Retrospective) -> Result<Self> {
        let private = |kind| -> Result<usize> { Ok(db.private(retro.id, kind)?.len()) };
        Ok(Self {
            check_ins: private(Kind::CheckIn)?,
            cards: private(Kind::Card)?,
            votes: private(Kind::Vote)?,
            ratings: private(Kind::Rating)?,
            counted: !db.retro_topics(retro.id)?.is_empty(),
            bare: board::subjects(db, retro.id)?.is_empty(),
            unanswered: due(db, retro)?.iter().map(improvement::key).collect(),
        })
    }

    /// Refuses to change cards and groups that somebody has voted on.
    pub(crate) fn check_unvoted(&self) -> Result<()> {
        Ok(phase::check_unvoted(self.votes, self.counted)?)
    }

    pub(crate) fn waiting(&self) -> Waiting<'_> {
        Waiting {
            check_ins: self.check_ins,
            cards: self.cards,
            ratings: self.ratings,
            counted: self.counted || self.bare,
            unanswered: &self.unanswered,
        }
    }
}

impl Retro {
    pub(crate) fn read(db: &Db<'_>, row: record::Retrospective) -> Result<Self> {
        let improvements = db.improvements_of(row.id)?.into_iter().map(|entry| Improvement::read(db, entry));
        let open = row.state == State::Open;
        let due = if open { due(db, &row)? } else { Vec::new() };
        let reviewed = review::reviewed(db, &row, &due)?;
        let due = due.into_iter().map(|entry| Improvement::read(db, entry));
        let standing = Standing::read(db, &row)?;
        let waits = standing.waiting().may_leave(row.phase).err().filter(|_| open);
        let check_ins = db.retro_check_ins(row.id)?.into_iter();
        let ratings = db.retro_ratings(row.id)?.into_iter();
        let steps = if open { row.phase.steps() } else { &[] };
        // Who took part is forgotten at the close: nobody could be held to once, should it be open again.
        let once = |step: &Step| matches!(step, Step::CheckIn | Step::Vote | Step::Rate);
        let swept = db.retro_swept(row.id)?;
        let id_of = |person: Option<PersonId>| person.map(|person| person.as_uuid());
        Ok(Self {
            id: row.id.as_uuid(),
            product: row.product.as_uuid(),
            sprint: row.sprint.map(|sprint| sprint.as_uuid()),
            sprint_name: db.sprint_name(row.sprint)?,
            format: row.format.into(),
            state: row.state.into(),
            phase: row.phase.into(),
            allows: steps.iter().filter(|step| !(swept && once(step))).map(|step| (*step).into()).collect(),
            waits: waits.map(|rule| RetroWaits {
                code: rule.code().to_owned(),
                message: rule.to_string(),
                hint: rule.hint(),
            }),
            anonymous: row.anonymous,
            votes_each: row.votes_each,
            votes_several: row.votes_several,
            counted: standing.counted,
            started_at: row.started_at,
            closed_at: row.closed_at,
            none_reason: row.none_reason.clone(),
            columns: board::columns(db, row.id)?,
            groups: board::groups(db, row.id)?,
            topics: board::topics(db, row.id)?,
            check_ins: check_ins
                .map(|one| RetroCheckIn { mood: one.mood, word: one.word, person: id_of(one.person) })
                .collect(),
            ratings: ratings
                .map(|one| RetroRating { rating: one.rating, person: id_of(one.person) })
                .collect(),
            private: RetroPrivate::read(db, row.id, &standing)?,
            improvements: improvements.collect::<Result<_>>()?,
            due: due.collect::<Result<_>>()?,
            reviewed,
        })
    }
}

impl RetroPrivate {
    fn read(db: &Db<'_>, retro: RetroId, standing: &Standing) -> Result<Self> {
        let people = |kind| -> Result<Vec<Uuid>> {
            Ok(db.took_part(retro, kind)?.into_iter().map(|(person, _)| person.as_uuid()).collect())
        };
        Ok(Self {
            check_ins: count(standing.check_ins),
            cards: count(standing.cards),
            votes: count(standing.votes),
            ratings: count(standing.ratings),
            checked_in: people(Kind::CheckIn)?,
            voted: people(Kind::Vote)?,
            rated: people(Kind::Rating)?,
        })
    }
}

/// Earlier improvements due for review in a retrospective, oldest first.
pub(crate) fn due(db: &Db<'_>, retro: &record::Retrospective) -> Result<Vec<record::Improvement>> {
    let mut due = Vec::new();
    for entry in db.improvements(retro.product)? {
        if asks(db, retro, &entry)? {
            due.push(entry);
        }
    }
    due.reverse();
    Ok(due)
}

/// Whether a retrospective asks about an improvement: it is wanted, not settled, and to be reviewed in its sprint, an
/// earlier one, or none in particular. Of the last it asks about none that was agreed while it was held, and about each
/// once: what was carried on waits for the next.
fn asks(db: &Db<'_>, retro: &record::Retrospective, entry: &record::Improvement) -> Result<bool> {
    let number = |sprint: Option<SprintId>| -> Result<Option<i64>> {
        Ok(sprint.map(|id| record::Sprint::get(db, id)).transpose()?.map(|sprint| sprint.number.into()))
    };
    let review = number(entry.review_sprint)?;
    if entry.retro == Some(retro.id) || !rules::is_due(entry.state, review, number(retro.sprint)?) {
        return Ok(false);
    }
    if review.is_some() {
        return Ok(true);
    }
    let carried = db.retro_reviews(retro.id)?.into_iter().any(|row| {
        row.improvement == entry.id && row.answer == lineout_domain::retrospective::Answer::CarryOn
    });
    let states = db.timeline::<rules::State>("improvement", entry.id, "state")?;
    let agreed = states.iter().find(|moment| moment.value.is_some_and(rules::State::is_wanted));
    Ok(!carried && agreed.is_none_or(|moment| moment.at <= retro.started_at))
}

/// Whether the retrospective of a product that is open asks about an improvement.
pub(crate) fn is_asked(db: &Db<'_>, entry: &record::Improvement) -> Result<bool> {
    let open = db.retrospectives(entry.product)?.into_iter().find(|retro| retro.state == State::Open);
    open.map_or(Ok(false), |retro| asks(db, &retro, entry))
}

fn find(db: &Db<'_>, id: Uuid) -> Result<record::Retrospective> {
    Ok(record::Retrospective::get(db, RetroId::new(id))?)
}

/// "the retrospective of Sprint 4".
fn named(db: &Db<'_>, row: &record::Retrospective) -> Result<String> {
    Ok(match db.sprint_name(row.sprint)? {
        Some(sprint) => format!("the retrospective of {sprint}"),
        None => "a retrospective".to_owned(),
    })
}
