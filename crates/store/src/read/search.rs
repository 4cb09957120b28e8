//! Finding items by the words of their titles, descriptions, keys and comments.

use lineout_domain::ids::{ItemId, ProductId};
use lineout_domain::search::Term;
use rusqlite::params;

use crate::Result;
use crate::action::Db;
use crate::cell::Cell;
use crate::record::column;

/// Up to so many items that hold the words are weighed against each other. What more hold is no distinction: then the
/// newest come first, those with the words in their title before the others.
const WEIGHED_MAX: u32 = 2000;

/// Weights of key, title, description and comments.
const WEIGHTS: &str = "8.0, 10.0, 2.0, 1.0";

/// What a search found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Found {
    /// The best of them first.
    pub items: Vec<ItemId>,
    /// How many there are, counted no further than is worth counting.
    pub total: u32,
    /// There are more than were counted.
    pub more: bool,
}

/// Terms in the language of the index. Words hold letters and digits alone, and are quoted besides.
pub(super) fn expression(terms: &[Term]) -> Option<String> {
    let one = |term: &Term| {
        let words = term.words.join(" ").replace('"', "");
        format!("\"{words}\"{}", if term.prefix { " *" } else { "" })
    };
    (!terms.is_empty()).then(|| terms.iter().map(one).collect::<Vec<_>>().join(" AND "))
}

impl Db<'_> {
    /// The items of a product, or of all, that hold every term, the best first.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn search(&self, product: Option<ProductId>, terms: &[Term], limit: u32) -> Result<Found> {
        let Some(asked) = expression(terms) else { return Ok(Found::default()) };
        let product = product.store();
        let mut count = self.conn.prepare_cached(
            "SELECT count(*) FROM (SELECT 1 FROM item_text JOIN search_doc AS d ON d.doc = item_text.rowid
                                   WHERE item_text MATCH ?1 AND (?2 IS NULL OR d.product = ?2) LIMIT ?3)",
        )?;
        let counted: u32 = count.query_row(params![asked, product, WEIGHED_MAX + 1], |row| row.get(0))?;
        let more = counted > WEIGHED_MAX;
        let items = if more {
            let mut items = self.matching(&format!("{{key title}} : ({asked})"), &product, NEWEST, limit)?;
            if items.len() < limit as usize {
                let rest = self.matching(&asked, &product, NEWEST, limit)?;
                let rest: Vec<_> = rest.into_iter().filter(|item| !items.contains(item)).collect();
                items.extend(rest);
                items.truncate(limit as usize);
            }
            items
        } else {
            self.matching(&asked, &product, &format!("bm25(item_text, {WEIGHTS}), d.doc DESC"), limit)?
        };
        Ok(Found { items, total: counted.min(WEIGHED_MAX), more })
    }

    fn matching(
        &self,
        asked: &str,
        product: &rusqlite::types::Value,
        order: &str,
        limit: u32,
    ) -> Result<Vec<ItemId>> {
        let sql = format!(
            "SELECT d.item FROM item_text CROSS JOIN search_doc AS d ON d.doc = item_text.rowid
             WHERE item_text MATCH ?1 AND (?2 IS NULL OR d.product = ?2) ORDER BY {order} LIMIT ?3"
        );
        let mut statement = self.conn.prepare_cached(&sql)?;
        let rows = statement.query_map(params![asked, product, limit], |row| column(row, 0))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}

const NEWEST: &str = "item_text.rowid DESC";
