//! The order of the Product Backlog: its rows from anywhere, and where a row stands, without walking there.
//!
//! The schema keeps the backlog in runs of a few hundred neighbours, each with its sums. A place is the sum of the runs
//! before it and a count inside one, so that it costs nearly the same in the middle of a hundred thousand rows as in
//! the middle of a thousand.

use std::collections::{BTreeMap, HashSet};

use lineout_domain::ids::{ItemId, ProductId};
use lineout_domain::rank::Rank;
use rusqlite::params;

use crate::Result;
use crate::action::Db;
use crate::cell::Cell;
use crate::record::{Item, Record, column};

/// The Product Backlog in three figures.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct BacklogTotals {
    /// How many items.
    pub items: u32,
    /// The sum of their estimates, in points.
    pub points: f64,
    /// How many of them have no estimate.
    pub unestimated: u32,
}

/// What makes an item stand in the Product Backlog: open, and in no sprint. Matches the partial index.
pub(super) const IN_BACKLOG: &str = "sprint IS NULL AND resolution IS NULL";

/// A run of neighbours in the Product Backlog.
struct Run {
    /// The rank it begins at; the first begins before every rank.
    lower: String,
    /// How many rows stand before it.
    before: u32,
    items: u32,
    /// Points before it, in hundredths.
    hundredths_before: i64,
    hundredths: i64,
}

impl Db<'_> {
    /// A window of the Product Backlog in its order.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn backlog(&self, product: ProductId, offset: u32, limit: u32) -> Result<Vec<Item>> {
        let (lower, skip) = self.run_at(product, offset)?;
        let rest =
            format!("product = ?1 AND {IN_BACKLOG} AND rank >= ?2 ORDER BY rank, id LIMIT ?3 OFFSET ?4");
        Item::all(self, &rest, &[&product.store(), &lower.store(), &limit.store(), &skip.store()])
    }

    /// The items of a part of the Product Backlog in its order, with their estimates.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn backlog_ids(
        &self,
        product: ProductId,
        offset: u32,
        limit: u32,
    ) -> Result<Vec<(ItemId, Option<f64>)>> {
        let (lower, skip) = self.run_at(product, offset)?;
        let sql = format!(
            "SELECT id, estimate FROM item WHERE product = ?1 AND {IN_BACKLOG} AND rank >= ?2
             ORDER BY rank, id LIMIT ?3 OFFSET ?4"
        );
        let mut statement = self.conn.prepare_cached(&sql)?;
        let values = params![product.store(), lower, limit, skip];
        let rows = statement.query_map(values, |row| Ok((column(row, 0)?, row.get(1)?)))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// How much the Product Backlog holds.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn backlog_totals(&self, product: ProductId) -> Result<BacklogTotals> {
        let mut statement = self.conn.prepare_cached(
            "SELECT coalesce(sum(items), 0), coalesce(sum(hundredths), 0), coalesce(sum(unestimated), 0)
             FROM backlog_block WHERE product = ?1",
        )?;
        Ok(statement.query_row([product.store()], |row| {
            Ok(BacklogTotals {
                items: row.get(0)?,
                points: row.get::<_, i64>(1)? as f64 / 100.0,
                unestimated: row.get(2)?,
            })
        })?)
    }

    /// Where an item stands in the Product Backlog, from 1; none when it is not in it.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn backlog_position(&self, item: &Item) -> Result<Option<u32>> {
        if item.sprint.is_some() || item.resolution.is_some() {
            return Ok(None);
        }
        self.backlog_up_to(item).map(Some)
    }

    /// How many rows of the Product Backlog stand up to the place that an item keeps by its rank, itself included where
    /// it is one of them.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn backlog_up_to(&self, item: &Item) -> Result<u32> {
        let mut lower = self
            .conn
            .prepare_cached("SELECT max(lower) FROM backlog_block WHERE product = ?1 AND lower <= ?2")?;
        let lower: Option<String> =
            lower.query_row(params![item.product.store(), item.rank.store()], |row| row.get(0))?;
        let lower = lower.unwrap_or_default();
        let mut before = self.conn.prepare_cached(
            "SELECT coalesce(sum(items), 0) FROM backlog_block WHERE product = ?1 AND lower < ?2",
        )?;
        let before: u32 = before.query_row(params![item.product.store(), lower], |row| row.get(0))?;
        Ok(before + self.place_in_run(item.product, &lower, &item.rank, item.id)?)
    }

    /// Where each of several items of a product stands, in their order.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn backlog_positions(&self, product: ProductId, items: &[Item]) -> Result<Vec<Option<u32>>> {
        let mut places = vec![None; items.len()];
        let runs = self.runs(product)?;
        let mut by_run: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (n, item) in items.iter().enumerate() {
            if item.sprint.is_none() && item.resolution.is_none() {
                let run = runs.partition_point(|run| run.lower.as_str() <= item.rank.as_str());
                by_run.entry(run.saturating_sub(1)).or_default().push(n);
            }
        }
        for (run, wanted) in by_run {
            let Some(run) = runs.get(run) else { continue };
            if let [n] = wanted[..] {
                let item = &items[n];
                places[n] = Some(run.before + self.place_in_run(product, &run.lower, &item.rank, item.id)?);
                continue;
            }
            let rows = self.run_rows(product, run)?;
            for n in wanted {
                let item = &items[n];
                let at = rows.partition_point(|row| (&row.0, row.1) <= (&item.rank, item.id));
                places[n] = Some(run.before + u32::try_from(at).unwrap_or(u32::MAX));
            }
        }
        Ok(places)
    }

    /// The n-th row of the Product Backlog, from 0, as if the `moving` items were not in it.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn backlog_nth(&self, product: ProductId, n: u32, moving: &HashSet<ItemId>) -> Result<Option<Item>> {
        let mut present = Vec::with_capacity(moving.len());
        for id in moving {
            present.extend(Item::find(self, *id)?.filter(|item| item.product == product));
        }
        let mut places: Vec<u32> = self.backlog_positions(product, &present)?.into_iter().flatten().collect();
        places.sort_unstable();
        let mut at = n;
        for place in places {
            at += u32::from(place - 1 <= at);
        }
        Ok(self.backlog(product, at, 1)?.pop())
    }

    /// How far down the Product Backlog each amount of points reaches: rows from the top whose estimates add up to no
    /// more than that, those without an estimate counting nothing. `hundredths` are ascending hundredths of points.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn backlog_reach(&self, product: ProductId, hundredths: &[i64]) -> Result<Vec<u32>> {
        let runs = self.runs(product)?;
        let mut reached = Vec::with_capacity(hundredths.len());
        for amount in hundredths {
            // The first run that this amount does not cover whole.
            let run = runs.iter().find(|run| run.hundredths_before + run.hundredths > *amount);
            let Some(run) = run else {
                reached.push(runs.last().map_or(0, |run| run.before + run.items));
                continue;
            };
            let sql = format!(
                "SELECT CAST(round(coalesce(estimate, 0.0) * 100) AS INTEGER) FROM item
                 WHERE product = ?1 AND {IN_BACKLOG} AND rank >= ?2 ORDER BY rank, id LIMIT ?3"
            );
            let mut statement = self.conn.prepare_cached(&sql)?;
            let mut rows = statement.query(params![product.store(), run.lower, run.items])?;
            let (mut left, mut place) = (amount - run.hundredths_before, run.before);
            while let Some(row) = rows.next()? {
                left -= row.get::<_, i64>(0)?;
                if left < 0 {
                    break;
                }
                place += 1;
            }
            reached.push(place);
        }
        Ok(reached)
    }

    /// Points of the rows before a position of the Product Backlog, from 1, in hundredths.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn backlog_hundredths_before(&self, product: ProductId, position: u32) -> Result<i64> {
        let runs = self.runs(product)?;
        let above = position.saturating_sub(1);
        let at = runs.partition_point(|run| run.before + run.items <= above);
        let Some(run) = runs.get(at) else {
            return Ok(runs.last().map_or(0, |run| run.hundredths_before + run.hundredths));
        };
        let sql = format!(
            "SELECT coalesce(sum(hundredths), 0) FROM
               (SELECT CAST(round(coalesce(estimate, 0.0) * 100) AS INTEGER) AS hundredths FROM item
                WHERE product = ?1 AND {IN_BACKLOG} AND rank >= ?2 ORDER BY rank, id LIMIT ?3)"
        );
        let mut statement = self.conn.prepare_cached(&sql)?;
        let inside: i64 =
            statement.query_row(params![product.store(), run.lower, above - run.before], |row| row.get(0))?;
        Ok(run.hundredths_before + inside)
    }

    /// The rank just before (`above`) or after another in the product's whole order, skipping `moving`; `None` is the
    /// end of the order.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn neighbour(
        &self,
        product: ProductId,
        of: Option<&Rank>,
        above: bool,
        moving: &HashSet<ItemId>,
    ) -> Result<Option<Rank>> {
        let (compare, order) = if above { ("<", "DESC") } else { (">", "ASC") };
        // Two statements rather than an OR, which would walk to the rank instead of seeking it.
        let bound = if of.is_some() { format!("AND rank {compare} ?2") } else { "AND ?2 IS NULL".to_owned() };
        let sql =
            format!("SELECT rank, id FROM item WHERE product = ?1 {bound} ORDER BY rank {order}, id {order}");
        let mut statement = self.conn.prepare_cached(&sql)?;
        let mut rows = statement.query(params![product.store(), of.map(Cell::store)])?;
        while let Some(row) = rows.next()? {
            if !moving.contains(&column(row, 1)?) {
                return Ok(Some(column(row, 0)?));
            }
        }
        Ok(None)
    }

    /// Every run of a product's backlog, in order.
    fn runs(&self, product: ProductId) -> Result<Vec<Run>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT lower, items, hundredths FROM backlog_block WHERE product = ?1 ORDER BY lower",
        )?;
        let mut rows = statement.query([product.store()])?;
        let (mut runs, mut before, mut hundredths_before) = (Vec::new(), 0, 0);
        while let Some(row) = rows.next()? {
            let (items, hundredths): (u32, i64) = (row.get(1)?, row.get(2)?);
            runs.push(Run { lower: row.get(0)?, before, items, hundredths_before, hundredths });
            before += items;
            hundredths_before += hundredths;
        }
        Ok(runs)
    }

    /// Where the run begins in which the row at `offset` stands, and how many rows of it come before that.
    fn run_at(&self, product: ProductId, offset: u32) -> Result<(String, u32)> {
        let mut statement = self
            .conn
            .prepare_cached("SELECT lower, items FROM backlog_block WHERE product = ?1 ORDER BY lower")?;
        let mut rows = statement.query([product.store()])?;
        let (mut lower, mut skip) = (String::new(), offset);
        let mut last = 0;
        while let Some(row) = rows.next()? {
            skip -= last;
            lower = row.get(0)?;
            last = row.get(1)?;
            if skip < last {
                break;
            }
        }
        Ok((lower, skip))
    }

    /// The place of a row in the run that begins at `lower`, from 1.
    fn place_in_run(&self, product: ProductId, lower: &str, rank: &Rank, id: ItemId) -> Result<u32> {
        let sql = format!(
            "SELECT count(*) FROM item WHERE product = ?1 AND {IN_BACKLOG} AND rank >= ?2
               AND (rank, id) <= (?3, ?4)"
        );
        let mut statement = self.conn.prepare_cached(&sql)?;
        let values = params![product.store(), lower, rank.store(), id.store()];
        Ok(statement.query_row(values, |row| row.get(0))?)
    }

    /// The rows of a run, in order.
    fn run_rows(&self, product: ProductId, run: &Run) -> Result<Vec<(Rank, ItemId)>> {
        let sql = format!(
            "SELECT rank, id FROM item WHERE product = ?1 AND {IN_BACKLOG} AND rank >= ?2
             ORDER BY rank, id LIMIT ?3"
        );
        let mut statement = self.conn.prepare_cached(&sql)?;
        let rows = statement.query_map(params![product.store(), run.lower, run.items], |row| {
            Ok((column(row, 0)?, column(row, 1)?))
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The whole order of a product: every item with its rank.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn ranks(&self, product: ProductId) -> Result<Vec<(ItemId, Rank)>> {
        let mut statement =
            self.conn.prepare_cached("SELECT id, rank FROM item WHERE product = ?1 ORDER BY rank, id")?;
        let rows = statement.query_map([product.store()], |row| Ok((column(row, 0)?, column(row, 1)?)))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}
