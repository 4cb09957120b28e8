//! Epics: the items in them, counted.

use lineout_domain::ids::{EpicId, ProductId};
use rusqlite::params;

use crate::Result;
use crate::action::{Db, Writer};
use crate::cell::Cell;
use crate::record::column;

/// Some items of an epic.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Amount {
    /// How many.
    pub items: u32,
    /// The sum of their estimates.
    pub points: f64,
    /// How many of them have no estimate.
    pub unestimated: u32,
}

/// The items of an epic by how far they are. Cancelled items, and those split into others, are in none.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct EpicAmounts {
    /// Open ones, those in progress among them.
    pub open: Amount,
    /// Those that stand in a column of the category In Progress.
    pub in_progress: Amount,
    /// Done ones.
    pub done: Amount,
}

/// What an [`Amount`] is made of, of items `i`.
const AMOUNT: &str = "count(*), coalesce(sum(i.estimate), 0.0), coalesce(sum(i.estimate IS NULL), 0)";

impl Db<'_> {
    /// The items of each epic of a product that has any, by epic.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn epic_amounts(&self, product: ProductId) -> Result<Vec<(EpicId, EpicAmounts)>> {
        let mut found: Vec<(EpicId, EpicAmounts)> = Vec::new();
        let mut put =
            |epic: EpicId, set: &dyn Fn(&mut EpicAmounts)| match found.iter_mut().find(|(id, _)| *id == epic)
            {
                Some((_, amounts)) => set(amounts),
                None => {
                    found.push((epic, EpicAmounts::default()));
                    if let Some((_, amounts)) = found.last_mut() {
                        set(amounts);
                    }
                }
            };
        // The index on epics holds all that this asks for.
        let mut statement = self.conn.prepare_cached(&format!(
            "SELECT e.id, i.resolution IS NOT NULL, {AMOUNT} FROM epic AS e JOIN item AS i ON i.epic = e.id
             WHERE e.product = ?1 AND (i.resolution IS NULL OR i.resolution = 'done') GROUP BY e.id, i.resolution"
        ))?;
        let mut rows = statement.query(params![product.store()])?;
        while let Some(row) = rows.next()? {
            let (done, amount): (bool, Amount) = (row.get(1)?, amount(row)?);
            put(column(row, 0)?, &|all| *(if done { &mut all.done } else { &mut all.open }) = amount);
        }
        let mut statement = self.conn.prepare_cached(&format!(
            "SELECT i.epic, 0, {AMOUNT} FROM board_column AS c JOIN item AS i ON i.board_column = c.id
             WHERE c.product = ?1 AND c.category = 'inProgress' AND i.resolution IS NULL AND i.epic IS NOT NULL
             GROUP BY i.epic"
        ))?;
        let mut rows = statement.query(params![product.store()])?;
        while let Some(row) = rows.next()? {
            let amount = amount(row)?;
            put(column(row, 0)?, &|all| all.in_progress = amount);
        }
        Ok(found)
    }
}

fn amount(row: &rusqlite::Row<'_>) -> rusqlite::Result<Amount> {
    Ok(Amount { items: row.get(2)?, points: row.get(3)?, unestimated: row.get(4)? })
}

impl Writer<'_> {
    /// Takes every item out of an epic.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn empty_epic(&self, epic: EpicId) -> Result<usize> {
        let mut statement = self.conn.prepare_cached("UPDATE item SET epic = NULL WHERE epic = ?1")?;
        Ok(statement.execute([epic.store()])?)
    }
}
