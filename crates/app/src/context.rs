//! What a use case is given: the time, who acts, and the database to read or write.

use std::path::Path;

use chrono::{DateTime, Utc};
use lineout_domain::accountability::{self, Actor, Operation, Verdict};
use lineout_domain::ids::{PersonId, ProductId};
use lineout_store::record::{self, Record};
use lineout_store::{Db, Writer};
use rand::RngCore;
use serde::Serialize;
use uuid::Uuid;

use crate::error::Result;
use crate::host::Guidance;
use crate::item::lists::Lists;
use crate::watch::Watch;

/// Where a call comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Origin {
    /// A person.
    User,
    /// An import.
    Import,
}

/// What every call is told from outside.
#[derive(Debug, Clone)]
pub struct Context {
    /// The wall clock.
    pub now: DateTime<Utc>,
    /// The id or the name of the person acting.
    pub author: Option<String>,
    /// Where the call comes from.
    pub origin: Origin,
}

impl Context {
    /// A person's call at an instant.
    pub fn at(now: DateTime<Utc>, author: Option<String>) -> Self {
        Self { now, author, origin: Origin::User }
    }
}

/// A query's view: the database to read and the time.
pub struct View<'a> {
    /// To read from.
    pub db: Db<'a>,
    /// Where the file is.
    pub path: &'a Path,
    /// The wall clock.
    pub now: DateTime<Utc>,
    /// Lists chosen before, while nothing has changed.
    pub(crate) lists: &'a Lists,
}

/// A command under way.
pub struct Act<'a, 'w> {
    /// To read from and write to; everything written is one action.
    pub db: &'a mut Writer<'w>,
    /// The wall clock.
    pub now: DateTime<Utc>,
    /// The person acting.
    pub author: Option<PersonId>,
    /// Fresh randomness for ids.
    pub(crate) random: &'a mut dyn RngCore,
    /// What was done against an accountability.
    pub(crate) guidance: &'a mut Vec<Guidance>,
    /// Who is told how far a long call is, and may call it off.
    pub(crate) watch: &'a Watch,
}

impl Act<'_, '_> {
    /// A new id: a UUIDv7 of this action's instant.
    pub fn id<T: From<Uuid>>(&mut self) -> T {
        new_uuid(self.now, self.random).into()
    }

    /// A new id that says nothing of when it was made.
    pub fn random_id<T: From<Uuid>>(&mut self) -> T {
        let mut bytes = [0; 16];
        self.random.fill_bytes(&mut bytes);
        uuid::Builder::from_random_bytes(bytes).into_uuid().into()
    }

    /// Asks whether the acting person answers for an operation. In guide mode acting against it is allowed, said in
    /// the answer and kept in the workspace.
    ///
    /// # Errors
    /// In strict mode the domain's refusal.
    pub fn answer_for(&mut self, product: ProductId, operation: Operation) -> Result<()> {
        match verdict(self.db, product, self.author, operation)? {
            None => Ok(()),
            // An action that asks twice is against it once.
            Some(_) if self.guidance.iter().any(|told| told.rule == operation.as_str()) => Ok(()),
            Some(message) => self.note(product, operation.as_str(), message),
        }
    }

    /// Keeps and says that something was done against guidance.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn note(&mut self, product: ProductId, rule: &str, message: String) -> Result<()> {
        let row = record::Guidance {
            id: self.id(),
            product,
            person: self.author.filter(|_| self.db.is_signed()),
            rule: rule.to_owned(),
            message: message.clone(),
            at: self.now,
        };
        row.insert(self.db)?;
        self.guidance.push(Guidance { rule: rule.to_owned(), message });
        Ok(())
    }
}

/// What is to be said where somebody carries out an operation that others answer for; none where nothing is.
///
/// # Errors
/// In strict mode the domain's refusal.
pub(crate) fn verdict(
    db: &Db<'_>,
    product: ProductId,
    author: Option<PersonId>,
    operation: Operation,
) -> Result<Option<String>> {
    let mode = record::Product::get(db, product)?.accountability;
    let roles = match author {
        None => None,
        Some(person) => {
            let rows = db.roles(product, person)?;
            Some(rows.into_iter().map(|row| row.role).collect::<Vec<_>>())
        }
    };
    let accountable = operation.accountable();
    let role_is_held = db.members(product)?.iter().any(|member| member.role == accountable);
    match accountability::check(mode, Actor { roles: roles.as_deref(), role_is_held }, operation)? {
        Verdict::Fine => Ok(None),
        Verdict::Against(message) => Ok(Some(message)),
    }
}

/// A UUIDv7 of an instant and fresh randomness.
pub(crate) fn new_uuid(now: DateTime<Utc>, random: &mut dyn RngCore) -> Uuid {
    let mut bytes = [0; 10];
    random.fill_bytes(&mut bytes);
    let millis = u64::try_from(now.timestamp_millis()).unwrap_or(0);
    uuid::Builder::from_unix_timestamp_millis(millis, &bytes).into_uuid()
}
