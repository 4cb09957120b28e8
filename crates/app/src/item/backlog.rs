//! `backlog.window`, `backlog.locate` and `backlog.ids`: the Product Backlog, as much of it as a screen shows.

use lineout_domain::ids::{ItemId, ProductId};
use lineout_store::record::{self, Record};
use uuid::Uuid;

use super::ItemRow;
use crate::context::View;
use crate::error::{AppError, Result};
use crate::wire::{requests, responses};

/// Most rows a window may ask for.
const WINDOW_MAX: u32 = 500;

requests! {
    /// Asks for rows of the Product Backlog.
    pub struct BacklogWindow {
        /// Of which product.
        pub product: Uuid,
        /// Rows to skip.
        pub offset: u32,
        /// Rows to give, 500 at most.
        pub limit: u32,
    }

    /// Asks where an item stands.
    pub struct LocateItem {
        /// Which.
        pub item: Uuid,
    }

    /// Asks which items stand where, to select many of them without reading their rows.
    pub struct BacklogIds {
        /// Of which product.
        pub product: Uuid,
        /// Rows to skip; none when left out.
        pub offset: Option<u32>,
        /// Rows to name; all that follow when left out.
        pub limit: Option<u32>,
    }
}

responses! {
    /// A part of the Product Backlog.
    pub struct Backlog {
        /// Rows in all.
        pub total: u32,
        /// The sum of all estimates, in points.
        pub points: f64,
        /// Rows without an estimate.
        pub unestimated: u32,
        /// The rows asked for.
        pub rows: Vec<ItemRow>,
    }

    /// Items of the Product Backlog by id alone.
    pub struct BacklogNames {
        /// In their order.
        pub items: Vec<BacklogName>,
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
        /// From 1; none when it is not in the Product Backlog.
        pub position: Option<u32>,
    }
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
        let product = record::Product::get(&view.db, ProductId::new(request.product))?.id;
        let totals = view.db.backlog_totals(product)?;
        let items = view.db.backlog(product, request.offset, request.limit)?;
        let rows = (request.offset + 1..).zip(&items);
        let rows = rows.map(|(position, item)| ItemRow::placed(&view.db, item, Some(position)));
        Ok(Backlog {
            total: totals.items,
            points: totals.points,
            unestimated: totals.unestimated,
            rows: rows.collect::<Result<_>>()?,
        })
    }
}

pub(crate) mod locate {
    use super::*;

    pub(crate) fn run(view: &View<'_>, request: LocateItem) -> Result<Located> {
        let item = record::Item::get(&view.db, ItemId::new(request.item))?;
        Ok(Located { position: view.db.backlog_position(&item)? })
    }
}

pub(crate) mod ids {
    use super::*;

    pub(crate) fn run(view: &View<'_>, request: BacklogIds) -> Result<BacklogNames> {
        let product = record::Product::get(&view.db, ProductId::new(request.product))?.id;
        let rows = view.db.backlog_ids(product, request.offset.unwrap_or(0), request.limit.unwrap_or(10_000))?;
        let items = rows.into_iter().map(|(id, estimate)| BacklogName { id: id.as_uuid(), estimate });
        Ok(BacklogNames { items: items.collect() })
    }
}
