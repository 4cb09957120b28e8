//! `workspace.current`: what is open, with its people and products; the first thing every client asks.

use chrono::{DateTime, Utc};
use lineout_store::record::Record as _;
use uuid::Uuid;

use super::Nothing;
use crate::context::{Context, View};
use crate::contract::json;
use crate::error::Result;
use crate::host::{Answer, Host};
use crate::person::Person;
use crate::product::Product;
use crate::wire::responses;

responses! {
    /// What is open.
    pub struct Current {
        /// The workspace; none when no file is open.
        pub open: Option<Workspace>,
        /// What the clock shows that every call is told: a window goes by it.
        pub now: DateTime<Utc>,
    }

    /// A workspace with what every screen needs of it.
    pub struct Workspace {
        /// Its id.
        pub id: Uuid,
        /// What the team calls it.
        pub name: String,
        /// Where the file is.
        pub path: String,
        /// The version of its schema.
        pub schema: u32,
        /// Everybody, by name, those removed last.
        pub people: Vec<Person>,
        /// Every product, by key.
        pub products: Vec<Product>,
    }
}

impl Workspace {
    pub(crate) fn read(view: &View<'_>) -> Result<Self> {
        let info = view.db.workspace()?;
        let people = view.db.people()?.into_iter().map(Person::from).collect();
        let products = view.db.products()?.into_iter().map(|row| Product::read(&view.db, row));
        Ok(Self {
            id: info.id(),
            name: info.name,
            path: view.path.display().to_string(),
            schema: u32::try_from(lineout_store::Workspace::SCHEMA).unwrap_or(0),
            people,
            products: products.collect::<Result<_>>()?,
        })
    }
}

pub(crate) fn run(host: &mut Host, _: Nothing, context: &Context) -> Result<Answer> {
    let open = host.view(context).map(|view| Workspace::read(&view)).transpose()?;
    Ok(Answer::of(json(Current { open, now: context.now })?))
}
