//! `today.phase`: where the team stands in its sprint, for every screen. It follows from the next event, so that the two
//! never say different things.

use lineout_domain::ids::ProductId;
use lineout_domain::today as rules;
use lineout_store::record::{self, Record};
use uuid::Uuid;

use super::next;
use crate::context::View;
use crate::error::Result;
use crate::product::calendar;
use crate::wire::{requests, responses, wire_words};

wire_words! {
    /// A phase of a sprint.
    SprintPhase = lineout_domain::today::Phase { Planning, Work, Daily, Review, Retrospective }
}

requests! {
    /// Asks where the team stands.
    pub struct GetPhase {
        /// In which product.
        pub product: Uuid,
    }
}

responses! {
    /// Where the team stands.
    pub struct CurrentPhase {
        /// The phase that is now.
        pub now: SprintPhase,
        /// The name of the sprint whose phase that is; none while the next is not planned.
        pub sprint_name: Option<String>,
        /// Those that the sprint in view has behind it: the running one, else the next.
        pub behind: Vec<SprintPhase>,
    }
}

pub(crate) fn run(view: &View<'_>, request: GetPhase) -> Result<CurrentPhase> {
    let db = &view.db;
    let product = record::Product::get(db, ProductId::new(request.product))?;
    let calendar = calendar(db, &product)?;
    let sprint = db.active_sprint(product.id)?;
    let found = next::find(db, &product, &calendar, sprint.as_ref(), calendar.day_of(view.now))?;
    let (now, behind) = rules::phases(found.next, sprint.is_some(), found.around);
    Ok(CurrentPhase {
        now: now.into(),
        sprint_name: found.sprint(sprint.as_ref()).map(|sprint| sprint.name.clone()),
        behind: behind.into_iter().map(SprintPhase::from).collect(),
    })
}
