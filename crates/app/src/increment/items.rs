//! `increment.addItems` and `increment.removeItems`.

use lineout_domain::ids::IncrementId;
use lineout_domain::increment as rules;
use lineout_store::record::{self, Record};
use uuid::Uuid;

use super::{Increment, part_of, put_in};
use crate::context::Act;
use crate::error::Result;
use crate::item::{named, read_all};
use crate::wire::requests;

requests! {
    /// Items into, or out of, an increment that is not released.
    pub struct IncrementItems {
        /// Which increment.
        pub increment: Uuid,
        /// Which items.
        pub items: Vec<Uuid>,
    }
}

pub(crate) mod add {
    use super::*;

    pub(crate) fn run(act: &mut Act<'_, '_>, request: IncrementItems) -> Result<Increment> {
        let row = record::Increment::get(act.db, IncrementId::new(request.increment))?;
        let items = read_all(act.db, &request.items)?;
        put_in(act, row.id, &items)?;
        act.db.label(format!("Put {} into {}", named(act.db, &items)?, row.name));
        Increment::read(act.db, row)
    }
}

pub(crate) mod remove {
    use super::*;

    pub(crate) fn run(act: &mut Act<'_, '_>, request: IncrementItems) -> Result<Increment> {
        let row = record::Increment::get(act.db, IncrementId::new(request.increment))?;
        rules::can_change_items(row.state)?;
        let mut keys = Vec::with_capacity(request.items.len());
        for item in &request.items {
            let part = part_of(act, row.id, *item)?;
            part.delete(act.db)?;
            keys.push(part.key);
        }
        let what = if let [key] = keys.as_slice() { key.clone() } else { format!("{} items", keys.len()) };
        act.db.label(format!("Take {what} out of {}", row.name));
        Increment::read(act.db, row)
    }
}
