//! `product.suggestKey`: a key for a name, one that is not taken.

use lineout_domain::product as rules;
use lineout_store::Db;

use crate::context::View;
use crate::error::Result;
use crate::wire::{requests, responses};

requests! {
    /// Asks for a key.
    pub struct SuggestKey {
        /// The product's name.
        pub name: String,
    }
}

responses! {
    /// A key that a new product may have.
    pub struct SuggestedKey {
        /// The key.
        pub key: String,
    }
}

pub(crate) fn run(view: &View<'_>, request: SuggestKey) -> Result<SuggestedKey> {
    Ok(SuggestedKey { key: free(&view.db, rules::suggest_key(&request.name))? })
}

/// The key itself, or with the first number behind it that makes it one not taken.
pub(crate) fn free(db: &Db<'_>, key: String) -> Result<String> {
    let mut candidate = key.clone();
    for number in 2.. {
        if db.product_by_key(&candidate)?.is_none() {
            break;
        }
        let ending = number.to_string();
        let stem = key.len().min(rules::KEY_LENGTH.end() - ending.len());
        candidate = format!("{}{ending}", &key[..stem]);
    }
    Ok(candidate)
}
