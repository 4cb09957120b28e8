//! `backlog.window`, `backlog.locate` and `backlog.ids`: the Product Backlog, as much of it as a screen shows.
//!
//! A list that leaves nothing out and follows the rank is read straight from the order; every other one is chosen
//! first, and its rows keep the places they have in the whole backlog.

use lineout_domain::ids::{ItemId, ProductId};
use lineout_store::read::BacklogTotals;
use lineout_store::record::{self, Record};
use uuid::Uuid;

use super::ItemRow;
use super::filter::{BacklogFilter, BacklogSort};
use super::lists::Lists;
use crate::context::View;
use crate::error::{AppError, Result};
use crate::wire::{count, requests, responses};

/// Most rows a window may ask for.
const WINDOW_MAX: u32 = 500;
/// Most items named by id at once.
const IDS_MAX: u32 = 10_000;

requests! {
    /// Asks for rows of the Product Backlog.
    pub struct BacklogWindow {
        /// Of which product.
        pub product: Uuid,
        /// Rows to skip.
        pub offset: u32,
        /// Rows to give, 500 at most; 0 for the sums alone.
        pub limit: u32,
        /// Which items; all of the Product Backlog when left out.
        pub filter: Option<BacklogFilter>,
        /// In which order; that of the Product Backlog when left out.
        pub sort: Option<BacklogSort>,
    }

    /// Asks where an item stands.
    pub struct LocateItem {
        /// Which.
        pub item: Uuid,
        /// In the list of these items.
        pub filter: Option<BacklogFilter>,
        /// In this order.
        pub sort: Option<BacklogSort>,
    }

    /// Asks which items stand where, to select many of them without reading their rows.
    pub struct BacklogIds {
        /// Of which product.
        pub product: Uuid,
        /// Rows to skip; none when left out.
        pub offset: Option<u32>,
        /// Rows to name, 10,000 at most; as many as that when left out.
        pub limit: Option<u32>,
        /// Which items; all of the Product Backlog when left out.
        pub filter: Option<BacklogFilter>,
        /// In which order; that of the Product Backlog when left out.
        pub sort: Option<BacklogSort>,
    }
}

responses! {
    /// A part of the Product Backlog, or of what a filter chose.
    pub struct Backlog {
        /// Rows in all that the filter chose.
        pub total: u32,
        /// The sum of their estimates, in points.
        pub points: f64,
        /// Those without an estimate.
        pub unestimated: u32,
        /// The whole Product Backlog, whatever the filter left out.
        pub whole: BacklogSums,
        /// The rows asked for.
        pub rows: Vec<ItemRow>,
    }

    /// Items in three figures.
    pub struct BacklogSums {
        /// How many.
        pub items: u32,
        /// The sum of their estimates, in points.
        pub points: f64,
        /// Those without an estimate.
        pub unestimated: u32,
    }

    /// Items of the Product Backlog by id alone.
    pub struct BacklogNames {
        /// In their order.
        pub items: Vec<BacklogName>,
        /// Rows in all that the filter chose.
        pub total: u32,
    }

    /// One of them.
    pub struct BacklogName {
        /// The item.
        pub id: Uuid,
        /// Points.
        pub estimate: Option<f64>,
    }

    /// Where an item stands.
    pub struct Located {
        /// Its row in the Product Backlog, from 1; none when it is not in it.
        pub position: Option<u32>,
        /// Its row in the list asked about, from 0; none when that does not show it.
        pub row: Option<u32>,
    }
}

impl From<BacklogTotals> for BacklogSums {
    fn from(totals: BacklogTotals) -> Self {
        Self { items: totals.items, points: totals.points, unestimated: totals.unestimated }
    }
}

/// A list that was asked for: the order itself, or what was chosen from it.
enum List {
    Whole,
    Chosen(std::sync::Arc<lineout_store::read::Matches>),
}

fn list(
    view: &View<'_>,
    lists: &Lists,
    product: ProductId,
    filter: Option<&BacklogFilter>,
    sort: Option<BacklogSort>,
) -> Result<List> {
    let filter = filter.map(BacklogFilter::read).transpose()?.unwrap_or_default();
    let sort = sort.unwrap_or_default().read();
    if filter == lineout_store::read::Filter::default() && sort == lineout_store::read::Sort::default() {
        return Ok(List::Whole);
    }
    Ok(List::Chosen(lists.get(&view.db, product, &filter, sort)?))
}

/// Every item of a list, in its order.
pub(crate) fn chosen(
    view: &View<'_>,
    product: ProductId,
    filter: Option<&BacklogFilter>,
    sort: Option<BacklogSort>,
) -> Result<Vec<ItemId>> {
    Ok(match list(view, view.lists, product, filter, sort)? {
        List::Whole => view.db.backlog_ids(product, 0, u32::MAX)?.into_iter().map(|(id, _)| id).collect(),
        List::Chosen(list) => list.items.iter().map(|(id, _)| *id).collect(),
    })
}

pub(crate) mod window {
    use super::*;

    pub(crate) fn run(view: &View<'_>, request: BacklogWindow) -> Result<Backlog> {
        if request.limit > WINDOW_MAX {
            return Err(AppError::new(
                "window_too_large",
                format!("A window holds at most {WINDOW_MAX} rows."),
                "Ask for fewer rows at a time.",
            ));
        }
        let db = &view.db;
        let product = record::Product::get(db, ProductId::new(request.product))?.id;
        let whole = db.backlog_totals(product)?;
        let list = list(view, view.lists, product, request.filter.as_ref(), request.sort)?;
        let (totals, items, positions) = match list {
            List::Whole => {
                let items = db.backlog(product, request.offset, request.limit)?;
                let positions = (request.offset + 1..).map(Some).take(items.len()).collect();
                (whole, items, positions)
            }
            List::Chosen(list) => {
                let shown = list.items.iter().skip(request.offset as usize).take(request.limit as usize);
                let items = db.items(&shown.map(|(id, _)| *id).collect::<Vec<_>>())?;
                let positions = db.backlog_positions(product, &items)?;
                (list.totals, items, positions)
            }
        };
        Ok(Backlog {
            total: totals.items,
            points: totals.points,
            unestimated: totals.unestimated,
            whole: whole.into(),
            rows: ItemRow::placed(db, &items, &positions)?,
        })
    }
}

pub(crate) mod locate {
    use super::*;

    pub(crate) fn run(view: &View<'_>, request: LocateItem) -> Result<Located> {
        let item = record::Item::get(&view.db, ItemId::new(request.item))?;
        let position = view.db.backlog_position(&item)?;
        let row = match list(view, view.lists, item.product, request.filter.as_ref(), request.sort)? {
            List::Whole => position.map(|position| position - 1),
            List::Chosen(list) => list.items.iter().position(|(id, _)| *id == item.id).map(count),
        };
        Ok(Located { position, row })
    }
}

pub(crate) mod ids {
    use super::*;

    pub(crate) fn run(view: &View<'_>, request: BacklogIds) -> Result<BacklogNames> {
        let product = record::Product::get(&view.db, ProductId::new(request.product))?.id;
        let (offset, limit) = (request.offset.unwrap_or(0), request.limit.unwrap_or(IDS_MAX).min(IDS_MAX));
        let list = list(view, view.lists, product, request.filter.as_ref(), request.sort)?;
        let (total, rows) = match list {
            List::Whole => {
                (view.db.backlog_totals(product)?.items, view.db.backlog_ids(product, offset, limit)?)
            }
            List::Chosen(list) => {
                let named = list.items.iter().skip(offset as usize).take(limit as usize);
                (list.totals.items, named.copied().collect())
            }
        };
        let items = rows.into_iter().map(|(id, estimate)| BacklogName { id: id.as_uuid(), estimate });
        Ok(BacklogNames { items: items.collect(), total })
    }
}
