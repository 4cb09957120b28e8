//! `product.suggestKey`: a key for a name, one that is not taken, and what is wrong with one that somebody typed.

use lineout_domain::product as rules;
use lineout_store::{Db, Workspace};

use super::create::key_taken;
use crate::context::Context;
use crate::contract::json;
use crate::error::Result;
use crate::host::{Answer, Host};
use crate::sprint::get::Refusal;
use crate::wire::{requests, responses};

requests! {
    /// Asks for a key.
    pub struct SuggestKey {
        /// The product's name.
        pub name: String,
        /// A key to look at, in place of one made from the name.
        pub key: Option<String>,
    }
}

responses! {
    /// A key that a new product may have.
    pub struct SuggestedKey {
        /// A key for the name, not taken.
        pub key: String,
        /// Why the key that was asked about cannot be.
        pub refusal: Option<Refusal>,
    }
}

/// Answers before there is a workspace as well: then no key is taken.
pub(crate) fn run(host: &mut Host, request: SuggestKey, context: &Context) -> Result<Answer> {
    let suggested = match host.view(context) {
        Some(view) => suggest(&view.db, &request)?,
        None => suggest(&Workspace::in_memory()?.db(), &request)?,
    };
    Ok(Answer::of(json(suggested)?))
}

fn suggest(db: &Db<'_>, request: &SuggestKey) -> Result<SuggestedKey> {
    let refused = request.key.as_deref().map(|key| check(db, key)).and_then(Result::err);
    Ok(SuggestedKey {
        key: free(db, rules::suggest_key(&request.name))?,
        refusal: refused.map(|error| Refusal { code: error.code, message: error.message, hint: error.hint }),
    })
}

/// Refuses what is no key, and one that is taken.
pub(crate) fn check(db: &Db<'_>, key: &str) -> Result<String> {
    let key = rules::key(key)?;
    match db.product_by_key(&key)? {
        Some(other) => Err(key_taken(&key, &other.name)),
        None => Ok(key),
    }
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
