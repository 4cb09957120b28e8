//! `item.search`: items of every state by their words, wherever these stand.

use lineout_domain::ids::{ItemId, ProductId};
use lineout_domain::search::{self as rules, Piece, Term};
use lineout_store::Db;
use lineout_store::record;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::ItemRow;
use crate::context::View;
use crate::error::Result;
use crate::wire::{requests, responses};

/// Most results of one search.
const RESULTS_MAX: u32 = 50;

requests! {
    /// Looks for items.
    pub struct SearchItems {
        /// In which product; in all of them when left out.
        pub product: Option<Uuid>,
        /// What is looked for: words, each at least by its beginning, words between quotes, or a key.
        pub text: String,
        /// How many, 50 at most.
        pub limit: u32,
    }
}

responses! {
    /// What was found.
    pub struct FoundItems {
        /// The best first.
        pub results: Vec<FoundItem>,
        /// How many there are, counted no further than is worth counting.
        pub total: u32,
        /// There are more than were counted.
        pub more: bool,
    }

    /// An item that was found.
    pub struct FoundItem {
        /// The item.
        pub item: ItemRow,
        /// Its product.
        pub product: Uuid,
        /// Where the words stand.
        pub found: FoundIn,
        /// Its title in pieces.
        pub title: Vec<FoundPiece>,
        /// The part of the description or comment in which the words stand.
        pub snippet: Vec<FoundPiece>,
    }

    /// A piece of a text.
    pub struct FoundPiece {
        /// As it is written.
        pub text: String,
        /// It is what was looked for.
        pub hit: bool,
    }
}

/// Where something was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub enum FoundIn {
    /// It is the item's key.
    Key,
    /// In its title.
    Title,
    /// In its description.
    Description,
    /// In a comment.
    Comment,
}

impl From<Piece> for FoundPiece {
    fn from(piece: Piece) -> Self {
        Self { text: piece.text, hit: piece.hit }
    }
}

pub(crate) fn run(view: &View<'_>, request: SearchItems) -> Result<FoundItems> {
    let db = &view.db;
    let product = request.product.map(ProductId::new);
    let limit = request.limit.min(RESULTS_MAX);
    let terms = rules::terms(&request.text);
    let keyed = keyed(db, product, &request.text)?;
    let mut found = db.search(product, &terms, limit)?;
    let more_by_key = keyed.iter().filter(|item| !found.items.contains(item)).count();
    found.items.retain(|item| !keyed.contains(item));
    let ids: Vec<ItemId> = keyed.iter().chain(&found.items).take(limit as usize).copied().collect();
    let mut results = Vec::with_capacity(ids.len());
    for item in db.items(&ids)? {
        results.push(result(db, &item, &terms, keyed.contains(&item.id))?);
    }
    // A key that the words did not find, and a search so narrow that only keys were read, are counted here.
    let by_key = u32::try_from(more_by_key).unwrap_or(0);
    Ok(FoundItems { results, total: found.total + by_key, more: found.more })
}

/// The items whose key was asked for: in the product it names, or with that number in every product asked about.
fn keyed(db: &Db<'_>, product: Option<ProductId>, text: &str) -> Result<Vec<ItemId>> {
    let Some((prefix, number)) = rules::key(text) else { return Ok(Vec::new()) };
    let mut items = Vec::new();
    for row in db.products()? {
        let asked = product.is_none_or(|product| product == row.id);
        if asked && prefix.as_ref().is_none_or(|prefix| *prefix == row.key) {
            items.extend(db.item_numbered(row.id, number)?.map(|item| item.id));
        }
    }
    Ok(items)
}

fn result(db: &Db<'_>, item: &record::Item, terms: &[Term], keyed: bool) -> Result<FoundItem> {
    let row = ItemRow::read(db, item)?;
    let in_title = rules::count(&item.title, terms);
    let pieces = |pieces: Vec<Piece>| pieces.into_iter().map(FoundPiece::from).collect::<Vec<_>>();
    let title = pieces(rules::mark(&item.title, terms));
    let (found, snippet) = if keyed || rules::count(&row.key, terms) == terms.len() {
        (FoundIn::Key, Vec::new())
    } else if in_title == terms.len() {
        (FoundIn::Title, Vec::new())
    } else {
        let (found, text) = elsewhere(db, item, terms)?;
        (found, pieces(rules::snippet(&text, terms)))
    };
    Ok(FoundItem { product: item.product.as_uuid(), item: row, found, title, snippet })
}

/// The text beside the title that holds most of the terms.
fn elsewhere(db: &Db<'_>, item: &record::Item, terms: &[Term]) -> Result<(FoundIn, String)> {
    let mut best = (rules::count(&item.description, terms), FoundIn::Description, item.description.clone());
    for comment in db.comments(item.id)? {
        let held = rules::count(&comment.text, terms);
        if held > best.0 {
            best = (held, FoundIn::Comment, comment.text);
        }
    }
    Ok(if best.0 == 0 { (FoundIn::Title, String::new()) } else { (best.1, best.2) })
}
