//! `improvement.edit`: what is written on an entry.

use lineout_domain::ids::{ImprovementId, PersonId};
use lineout_domain::improvement as rules;
use lineout_store::record::{self, Record};
use uuid::Uuid;

use super::{Improvement, Kpi, baseline, key, review_sprint, set_kpi};
use crate::context::Act;
use crate::error::Result;
use crate::wire::{patch, requests};

requests! {
    /// Changes an entry; what is left out stays.
    pub struct EditImprovement {
        /// Which.
        pub improvement: Uuid,
        /// What could be better.
        pub opportunity: Option<String>,
        /// Why it is worth it.
        pub justification: Option<String>,
        /// What it is about.
        pub category: Option<String>,
        /// How large it is.
        pub size: Option<String>,
        /// By when.
        pub timescale: Option<String>,
        /// How urgent.
        pub priority: Option<String>,
        /// Who sees to it; null for nobody.
        #[serde(default, deserialize_with = "patch")]
        #[ts(optional, type = "string | null")]
        pub owner: Option<Option<Uuid>>,
        /// What tells whether it works; null for nothing.
        #[serde(default, deserialize_with = "patch")]
        #[ts(optional, type = "Kpi | null")]
        pub kpi: Option<Option<Kpi>>,
        /// The sprint in whose retrospective it is reviewed; null for none.
        #[serde(default, deserialize_with = "patch")]
        #[ts(optional, type = "string | null")]
        pub review_sprint: Option<Option<Uuid>>,
        /// What came of it, in other words; only of a settled one.
        pub outcome: Option<String>,
    }
}

pub(crate) fn run(act: &mut Act<'_, '_>, request: EditImprovement) -> Result<Improvement> {
    let mut row = record::Improvement::get(act.db, ImprovementId::new(request.improvement))?;
    if let Some(text) = &request.opportunity {
        row.opportunity = rules::opportunity(text)?;
    }
    if let Some(text) = &request.justification {
        row.justification = rules::justification(text)?;
    }
    let facets = [
        ("category", &request.category, &mut row.category),
        ("size", &request.size, &mut row.size),
        ("timescale", &request.timescale, &mut row.timescale),
        ("priority", &request.priority, &mut row.priority),
    ];
    for (name, wish, field) in facets {
        if let Some(text) = wish {
            *field = rules::facet(name, text)?;
        }
    }
    if let Some(owner) = request.owner {
        let person = owner.map(|id| record::Person::get(act.db, PersonId::new(id))).transpose()?;
        row.owner = person.map(|person| person.id);
    }
    if let Some(kpi) = &request.kpi {
        let before = row.kpi_figure;
        set_kpi(&mut row, kpi.as_ref())?;
        // The team wanted it already when it came to be measured by this figure.
        if row.kpi_figure != before && row.state.is_wanted() {
            baseline::on_agreeing(act, &mut row)?;
        }
    }
    if let Some(sprint) = request.review_sprint {
        row.review_sprint = review_sprint(act.db, row.product, sprint)?;
    }
    if let Some(text) = &request.outcome {
        row.outcome = rules::outcome(row.state, text)?;
    }
    row.save(act.db)?;
    act.db.label(format!("Edit {}", key(&row)));
    Improvement::read(act.db, row)
}
