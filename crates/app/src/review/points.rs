//! The running order: `review.addPoints`, `review.editPoint`, `review.movePoint`, `review.removePoint`. Items in it are
//! Done; whatever else is to be talked about is a free point.

use lineout_domain::ids::{PersonId, ReviewPointId};
use lineout_domain::item::Resolution;
use lineout_domain::rank::{self, Rank};
use lineout_domain::review as rules;
use lineout_domain::text::excerpt;
use lineout_store::Db;
use lineout_store::record::{self as rows, Record};
use uuid::Uuid;

use super::{ReviewPoint, open, state};
use crate::context::Act;
use crate::error::{AppError, Result};
use crate::item::edit::check_assignable;
use crate::item::{key, named, read_all};
use crate::wire::{patch, requests, responses};

requests! {
    /// Adds to the end of the running order: Done items, or a free point.
    pub struct AddPoints {
        /// Of which Sprint Review.
        pub review: Uuid,
        /// Done items of its sprint; all that are not in it yet when neither these nor a title is given.
        pub items: Option<Vec<Uuid>>,
        /// What a free point is about.
        pub title: Option<String>,
        /// Who presents it.
        pub presenter: Option<Uuid>,
        /// Minutes, 1 to 480.
        pub timebox: Option<u32>,
    }

    /// Changes a point; what is left out stays.
    pub struct EditPoint {
        /// Which.
        pub point: Uuid,
        /// What a free point is about.
        pub title: Option<String>,
        /// Who presents it; null for nobody yet.
        #[serde(default, deserialize_with = "patch")]
        #[ts(optional, type = "string | null")]
        pub presenter: Option<Option<Uuid>>,
        /// Minutes, 1 to 480; null for none.
        #[serde(default, deserialize_with = "patch")]
        #[ts(optional, type = "number | null")]
        pub timebox: Option<Option<u32>>,
    }

    /// Moves a point in the running order.
    pub struct MovePoint {
        /// Which.
        pub point: Uuid,
        /// To this place, from 0; past the end means last.
        pub to: u32,
    }

    /// Names a point.
    pub struct NamePoint {
        /// Which.
        pub point: Uuid,
    }
}

responses! {
    /// The running order of a Sprint Review.
    pub struct RunningOrder {
        /// In order.
        pub points: Vec<ReviewPoint>,
    }
}

/// Rows of the running order that are shown: free points, and items that are Done; after the end those that were then.
pub(crate) fn shown(
    db: &Db<'_>,
    review: &rows::Review,
) -> Result<Vec<(rows::ReviewPoint, Option<rows::Item>)>> {
    let over = state(review) == rules::State::Ended;
    let mut shown = Vec::new();
    for row in db.review_points(review.id)? {
        let item = row.item.map(|item| rows::Item::find(db, item)).transpose()?.flatten();
        let done = item.as_ref().is_some_and(|item| is_done_in(item, review));
        if row.item.is_none() || if over { row.shown } else { done } {
            shown.push((row, item));
        }
    }
    Ok(shown)
}

fn is_done_in(item: &rows::Item, review: &rows::Review) -> bool {
    item.resolution == Some(Resolution::Done) && item.sprint == Some(review.sprint)
}

/// What is Done in the sprint and not in the running order.
pub(crate) fn waiting(db: &Db<'_>, review: &rows::Review) -> Result<Vec<rows::Item>> {
    let points = db.review_points(review.id)?;
    let there = |item: &rows::Item| points.iter().any(|point| point.item == Some(item.id));
    let items = db.sprint_items(review.sprint)?.into_iter();
    Ok(items.filter(|item| is_done_in(item, review) && !there(item)).collect())
}

/// Writes a point for an item.
pub(crate) fn put(act: &mut Act<'_, '_>, review: &rows::Review, item: &rows::Item, rank: Rank) -> Result<()> {
    let row = rows::ReviewPoint {
        id: act.id(),
        review: review.id,
        rank,
        item: Some(item.id),
        item_key: key(act.db, item)?,
        title: item.title.clone(),
        shown: false,
        presenter: presenter(act.db, item)?,
        timebox: None,
    };
    Ok(row.insert(act.db)?)
}

/// Whoever alone worked on an item shows it, unless somebody says otherwise.
fn presenter(db: &Db<'_>, item: &rows::Item) -> Result<Option<PersonId>> {
    let people = db.assignees(item.id)?;
    let [only] = people.as_slice() else { return Ok(None) };
    let removed = rows::Person::get(db, only.person)?.removed;
    Ok((!removed).then_some(only.person))
}

impl ReviewPoint {
    pub(crate) fn read(
        db: &Db<'_>,
        review: &rows::Review,
        row: rows::ReviewPoint,
        item: Option<&rows::Item>,
    ) -> Result<Self> {
        let part = row.item.map(|item| db.increment_item(item)).transpose()?.flatten();
        let increment = part.map(|part| rows::Increment::get(db, part.increment)).transpose()?;
        // While it is prepared and held it is called what the item is called.
        let over = state(review) == rules::State::Ended;
        let title = item.filter(|_| !over).map_or(row.title, |item| item.title.clone());
        Ok(Self {
            id: row.id.as_uuid(),
            item: row.item.map(|item| item.as_uuid()),
            key: row.item_key,
            title,
            item_type: item.map(|item| item.item_type.into()),
            estimate: item.and_then(|item| item.estimate),
            increment: increment.map(|increment| increment.name),
            presenter: row.presenter.map(|person| person.as_uuid()),
            timebox: row.timebox,
        })
    }
}

pub(crate) fn running_order(db: &Db<'_>, review: &rows::Review) -> Result<Vec<ReviewPoint>> {
    let shown = shown(db, review)?.into_iter();
    shown.map(|(row, item)| ReviewPoint::read(db, review, row, item.as_ref())).collect()
}

fn all(act: &Act<'_, '_>, review: &rows::Review) -> Result<RunningOrder> {
    Ok(RunningOrder { points: running_order(act.db, review)? })
}

fn find(act: &Act<'_, '_>, point: Uuid) -> Result<(rows::ReviewPoint, rows::Review, String)> {
    let row = rows::ReviewPoint::get(act.db, ReviewPointId::new(point))?;
    let (review, sprint) = open(act, row.review.as_uuid())?;
    Ok((row, review, sprint))
}

/// A point by name: "HBR-12", or “The budget”.
fn called(row: &rows::ReviewPoint) -> String {
    if row.item.is_some() { row.item_key.clone() } else { format!("“{}”", excerpt(&row.title)) }
}

fn person(act: &Act<'_, '_>, person: Option<Uuid>) -> Result<Option<PersonId>> {
    let person = person.map(PersonId::new);
    if let Some(person) = person {
        check_assignable(act.db, person)?;
    }
    Ok(person)
}

pub(crate) mod add {
    use super::*;

    pub(crate) fn run(act: &mut Act<'_, '_>, request: AddPoints) -> Result<RunningOrder> {
        let (review, sprint) = open(act, request.review)?;
        let present = act.db.review_points(review.id)?;
        let last = present.last().map(|row| row.rank.clone());
        if let Some(title) = &request.title {
            if request.items.is_some() {
                return Err(AppError::new(
                    "review_add_what",
                    "Either items or a free point are added.",
                    "Name one of the two.",
                ));
            }
            rules::check_count(present.len() + 1, "points")?;
            let row = rows::ReviewPoint {
                id: act.id(),
                review: review.id,
                rank: rank::between(last.as_ref(), None),
                item: None,
                item_key: String::new(),
                title: rules::point(title)?,
                shown: true,
                presenter: person(act, request.presenter)?,
                timebox: request.timebox.map(rules::timebox).transpose()?,
            };
            row.insert(act.db)?;
            act.db.label(format!("Put {} on the Sprint Review of {sprint}", called(&row)));
            return all(act, &review);
        }
        let items = match &request.items {
            Some(items) => chosen(act, &review, &present, items)?,
            None => waiting(act.db, &review)?,
        };
        rules::check_count(present.len() + items.len(), "points")?;
        let ranks = rank::spread(items.len(), last.as_ref(), None);
        for (item, rank) in items.iter().zip(ranks) {
            put(act, &review, item, rank)?;
        }
        act.db.label(format!("Put {} on the Sprint Review of {sprint}", named(act.db, &items)?));
        all(act, &review)
    }

    /// Done items of the sprint that are not in the running order.
    fn chosen(
        act: &Act<'_, '_>,
        review: &rows::Review,
        present: &[rows::ReviewPoint],
        items: &[Uuid],
    ) -> Result<Vec<rows::Item>> {
        let items = read_all(act.db, items)?;
        let mut done = Vec::with_capacity(items.len());
        for item in &items {
            let key = key(act.db, item)?;
            if present.iter().any(|point| point.item == Some(item.id)) {
                return Err(rules::ReviewRule::ShownTwice(key).into());
            }
            done.push((key, is_done_in(item, review)));
        }
        rules::check_done(&done)?;
        Ok(items)
    }
}

pub(crate) mod edit {
    use super::*;

    pub(crate) fn run(act: &mut Act<'_, '_>, request: EditPoint) -> Result<RunningOrder> {
        let (mut row, review, sprint) = find(act, request.point)?;
        let before = row.clone();
        if let Some(title) = &request.title {
            if row.item.is_some() {
                return Err(rules::ReviewRule::TitleOfItem(row.item_key).into());
            }
            row.title = rules::point(title)?;
        }
        if let Some(presenter) = request.presenter {
            row.presenter = person(act, presenter)?;
        }
        if let Some(timebox) = request.timebox {
            row.timebox = timebox.map(rules::timebox).transpose()?;
        }
        row.save(act.db)?;
        let what = called(&row);
        let label = match (row.presenter, row.timebox) {
            (presenter, _) if presenter != before.presenter => match presenter {
                Some(person) => {
                    format!("Let {} present {what}", rows::Person::get(act.db, person)?.name)
                }
                None => format!("Leave open who presents {what}"),
            },
            (_, timebox) if timebox != before.timebox => match timebox {
                Some(minutes) => format!("Give {what} {minutes} min"),
                None => format!("Give {what} no timebox"),
            },
            _ => format!("Reword a point of the Sprint Review of {sprint}"),
        };
        act.db.label(label);
        all(act, &review)
    }
}

pub(crate) mod move_ {
    use super::*;

    /// Places are those that are seen: a point whose item is not Done any more has none.
    pub(crate) fn run(act: &mut Act<'_, '_>, request: MovePoint) -> Result<RunningOrder> {
        let (row, review, sprint) = find(act, request.point)?;
        let present: Vec<rows::ReviewPoint> =
            shown(act.db, &review)?.into_iter().map(|(row, _)| row).collect();
        let from = present.iter().position(|other| other.id == row.id);
        let from = from.ok_or_else(|| AppError::not_found("point in the running order"))?;
        let to = (request.to as usize).min(present.len() - 1);
        if from != to || rank::needs_respread(&row.rank) {
            let target = present[to].id;
            let mut order = act.db.review_points(review.id)?;
            order.retain(|other| other.id != row.id);
            let at = order.iter().position(|other| other.id == target);
            let at = at.map_or(order.len(), |at| if from < to { at + 1 } else { at });
            order.insert(at, row.clone());
            let ranks: Vec<_> = order.iter().map(|row| Some(&row.rank)).collect();
            let (range, fresh) = rank::placed(&ranks, at..at + 1);
            for (row, rank) in order[range].iter_mut().zip(fresh) {
                row.rank = rank;
                row.save(act.db)?;
            }
        }
        act.db.label(format!("Move {} in the Sprint Review of {sprint}", called(&row)));
        all(act, &review)
    }
}

pub(crate) mod remove {
    use super::*;

    /// What was said about it stays, as said about the whole.
    pub(crate) fn run(act: &mut Act<'_, '_>, request: NamePoint) -> Result<RunningOrder> {
        let (row, review, sprint) = find(act, request.point)?;
        for mut feedback in act.db.feedback_on(row.id)? {
            feedback.point = None;
            feedback.save(act.db)?;
        }
        row.delete(act.db)?;
        act.db.label(format!("Take {} off the Sprint Review of {sprint}", called(&row)));
        all(act, &review)
    }
}
