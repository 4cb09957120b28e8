//! `sprint.closePreview`: what the Product Backlog and the next sprint would look like if the sprint were closed with
//! these decisions. Nothing is written; what is not decided yet goes nowhere.

use lineout_domain::item as item_rules;
use lineout_domain::rank::Rank;
use lineout_domain::sprint as rules;
use lineout_store::Db;
use lineout_store::record::{self as rows, Record};
use uuid::Uuid;

use super::close::{Decision, Unfinished};
use super::closing::{self, NextSprint};
use super::find;
use crate::context::View;
use crate::error::Result;
use crate::wire::{ItemType, requests, responses};

/// So many rows from the top are shown, whatever stands there.
const HEAD: u32 = 5;

requests! {
    /// Asks what a close would lead to.
    pub struct PreviewClose {
        /// Of which sprint.
        pub sprint: Uuid,
        /// What is decided so far.
        pub decisions: Vec<Decision>,
    }
}

responses! {
    /// What a close would lead to.
    pub struct ClosePreview {
        /// The first rows of the Product Backlog, and further down those that come back with their neighbours. Where
        /// positions are left out, rows are.
        pub backlog: Vec<PreviewRow>,
        /// Rows the Product Backlog would have.
        pub backlog_items: u32,
        /// The sprint that comes next; none while nothing goes there and none is planned.
        pub next: Option<NextSprint>,
        /// Its items in order.
        pub next_rows: Vec<PreviewRow>,
        /// Their points.
        pub next_points: f64,
    }

    /// A row of the Product Backlog or of the next sprint.
    pub struct PreviewRow {
        /// From 1.
        pub position: u32,
        /// The item's key; of a remainder, the key of what it is split from.
        pub key: String,
        /// Its title.
        pub title: String,
        /// What kind of work it is.
        #[serde(rename = "type")]
        pub item_type: ItemType,
        /// Points.
        pub estimate: Option<f64>,
        /// The decision by which it comes here; none when it stands here anyway. `split` is what remains of a split.
        pub comes: Option<Unfinished>,
    }
}

/// A row that comes back.
struct Coming {
    item: rows::Item,
    title: String,
    estimate: Option<f64>,
    by: Unfinished,
}

impl Coming {
    /// Rows are put in the order of the backlog by this: the top first, as they come, a remainder right after what it is
    /// from.
    fn order(&self) -> Option<(Rank, lineout_domain::ids::ItemId)> {
        (self.by != Unfinished::Top).then(|| (self.item.rank.clone(), self.item.id))
    }
}

pub(crate) fn run(view: &View<'_>, request: PreviewClose) -> Result<ClosePreview> {
    let db = &view.db;
    let sprint = find(db, request.sprint)?;
    rules::can_close(sprint.state)?;
    let product = rows::Product::get(db, sprint.product)?;
    let (mut back, mut onward) = (Vec::new(), Vec::new());
    for item in db.sprint_items(sprint.id)?.into_iter().filter(|item| item.resolution.is_none()) {
        let Some(decision) = request.decisions.iter().find(|one| one.item == item.id.as_uuid()) else {
            continue;
        };
        match decision.outcome {
            Unfinished::Next => onward.push(item),
            Unfinished::Split => back.extend(remainder(item, decision)),
            by => back.push(Coming { title: item.title.clone(), estimate: item.estimate, item, by }),
        }
    }
    // The top takes them as they stand in the sprint; every other row has its place by its rank.
    back.sort_by_key(Coming::order);
    let backlog = backlog(db, &product, &back)?;
    let planned = db.next_planned(product.id)?;
    let mut next_items = planned.as_ref().map_or_else(|| Ok(Vec::new()), |next| db.sprint_items(next.id))?;
    let stands = next_items.len();
    next_items.extend(onward.iter().cloned());
    let next_rows = (1..).zip(&next_items).map(|(position, item)| PreviewRow {
        comes: (position as usize > stands).then_some(Unfinished::Next),
        ..row(&product, item, position)
    });
    Ok(ClosePreview {
        backlog,
        backlog_items: db.backlog_totals(product.id)?.items + u32::try_from(back.len()).unwrap_or(0),
        next_points: item_rules::sum(next_items.iter().map(|item| item.estimate)),
        next_rows: next_rows.collect(),
        next: if planned.is_some() || !onward.is_empty() {
            Some(closing::next(view, &sprint, &product)?)
        } else {
            None
        },
    })
}

/// What a split would leave; nothing where more of it would be done than there is. A title that is not written yet is the
/// item's own.
fn remainder(item: rows::Item, decision: &Decision) -> Option<Coming> {
    let title = decision.remainder_title.as_deref().map(str::trim).filter(|title| !title.is_empty());
    let title = title.unwrap_or(&item.title).to_owned();
    let estimate = rules::close::remaining(item.estimate, decision.done_estimate)?;
    Some(Coming { title, estimate, item, by: Unfinished::Split })
}

/// The rows to be shown: the first ones, and every one that comes back between its neighbours.
fn backlog(db: &Db<'_>, product: &rows::Product, back: &[Coming]) -> Result<Vec<PreviewRow>> {
    let mut places = Vec::with_capacity(back.len());
    for (before, coming) in (0..).zip(back) {
        let standing = match coming.by {
            Unfinished::Top => 0,
            _ => db.backlog_up_to(&coming.item)?,
        };
        places.push(standing + before + 1);
    }
    let total = db.backlog_totals(product.id)?.items + u32::try_from(back.len()).unwrap_or(0);
    let mut wanted: Vec<u32> = (1..=HEAD).collect();
    wanted.extend(places.iter().flat_map(|at| [at.saturating_sub(1), *at, at + 1]));
    wanted.retain(|at| (1..=total).contains(at));
    wanted.sort_unstable();
    wanted.dedup();
    let mut shown = Vec::with_capacity(wanted.len());
    for position in wanted {
        let earlier = places.partition_point(|at| *at < position);
        if places.get(earlier) == Some(&position) {
            let coming = &back[earlier];
            shown.push(PreviewRow {
                title: coming.title.clone(),
                estimate: coming.estimate,
                comes: Some(coming.by),
                ..row(product, &coming.item, position)
            });
            continue;
        }
        let offset = position - 1 - u32::try_from(earlier).unwrap_or(0);
        shown.extend(db.backlog(product.id, offset, 1)?.iter().map(|item| row(product, item, position)));
    }
    Ok(shown)
}

fn row(product: &rows::Product, item: &rows::Item, position: u32) -> PreviewRow {
    PreviewRow {
        position,
        key: format!("{}-{}", product.key, item.number),
        title: item.title.clone(),
        item_type: item.item_type.into(),
        estimate: item.estimate,
        comes: None,
    }
}
