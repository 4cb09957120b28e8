//! `goal.get`: the Product Goal as it stands, how it came to say what it says, and the goals before it.

use chrono::{DateTime, Utc};
use lineout_domain::ids::ProductId;
use lineout_store::Db;
use lineout_store::record::{self as rows, Record};
use uuid::Uuid;

use super::{GoalMeasure, GoalMeasurement, GoalOutcome};
use crate::context::View;
use crate::error::Result;
use crate::wire::{requests, responses};

requests! {
    /// Asks for the Product Goal of a product.
    pub struct GetGoal {
        /// Of which product.
        pub product: Uuid,
    }
}

responses! {
    /// The Product Goal.
    pub struct ProductGoal {
        /// What it says; empty when none is set.
        pub statement: String,
        /// How it is measured; none when it is not.
        pub measure: Option<GoalMeasure>,
        /// What was measured, the earliest day first.
        pub measurements: Vec<GoalMeasurement>,
        /// How much of the way is gone by the newest measurement, in percent; none when there is none.
        pub progress: Option<f64>,
        /// What it has said since it was set, the newest first.
        pub statements: Vec<GoalStatement>,
        /// The goals before it, the newest first.
        pub past: Vec<PastGoal>,
    }

    /// What a goal said from an instant on.
    pub struct GoalStatement {
        /// The words; empty where there was no goal.
        pub text: String,
        /// Since when.
        pub at: DateTime<Utc>,
        /// Who set it.
        pub person: Option<Uuid>,
    }

    /// A goal that was fulfilled or abandoned.
    pub struct PastGoal {
        /// Its id.
        pub id: Uuid,
        /// What it said at last.
        pub statement: String,
        /// How it ended.
        pub outcome: GoalOutcome,
        /// What came of it.
        pub words: String,
        /// How it was measured; none when it was not.
        pub measure: Option<GoalMeasure>,
        /// What was measured, the earliest day first.
        pub measurements: Vec<GoalMeasurement>,
        /// How much of the way was gone at last, in percent.
        pub progress: Option<f64>,
        /// When it ended.
        pub ended_at: DateTime<Utc>,
        /// Who ended it.
        pub ended_by: Option<Uuid>,
    }
}

pub(crate) fn run(view: &View<'_>, request: GetGoal) -> Result<ProductGoal> {
    read(&view.db, ProductId::new(request.product))
}

pub(crate) fn read(db: &Db<'_>, product: ProductId) -> Result<ProductGoal> {
    let row = rows::Product::get(db, product)?;
    let past = db.past_goals(product)?;
    let measure = db.goal_measure(product)?.map(GoalMeasure::from);
    let measurements = measured(db.goal_measurements(product, None)?, measure.as_ref());
    let began = past.first().map(|goal| goal.ended_at);
    Ok(ProductGoal {
        statement: row.goal,
        progress: measurements.last().map(|last| last.progress),
        measurements,
        measure,
        statements: statements(db, product, began)?,
        past: past.into_iter().map(|goal| PastGoal::read(db, goal)).collect::<Result<_>>()?,
    })
}

fn measured(rows: Vec<rows::GoalMeasurement>, measure: Option<&GoalMeasure>) -> Vec<GoalMeasurement> {
    let Some(measure) = measure else { return Vec::new() };
    rows.into_iter().map(|row| GoalMeasurement::read(row, measure)).collect()
}

/// What the goal has said since the one before it ended, from the history.
fn statements(db: &Db<'_>, product: ProductId, began: Option<DateTime<Utc>>) -> Result<Vec<GoalStatement>> {
    let mut said: Vec<GoalStatement> = Vec::new();
    for moment in db.timeline::<String>("product", product, "goal")? {
        let Some(text) = moment.value else { continue };
        // The end of the goal before is told there; what was set with it is told here.
        if began.is_some_and(|began| moment.at < began) {
            continue;
        }
        // A change of other fields leaves the words as they were.
        if said.last().map_or(text.is_empty(), |last| last.text == text) {
            continue;
        }
        said.push(GoalStatement {
            text,
            at: moment.at,
            person: moment.author.map(|person| person.as_uuid()),
        });
    }
    said.reverse();
    Ok(said)
}

impl PastGoal {
    fn read(db: &Db<'_>, row: rows::PastGoal) -> Result<Self> {
        let measure = match (row.measure, row.baseline, row.target) {
            (Some(name), Some(baseline), Some(target)) => {
                Some(GoalMeasure { name, unit: row.unit.unwrap_or_default(), baseline, target })
            }
            _ => None,
        };
        let measurements = measured(db.goal_measurements(row.product, Some(row.id))?, measure.as_ref());
        Ok(Self {
            id: row.id.as_uuid(),
            statement: row.statement,
            outcome: row.outcome.into(),
            words: row.words,
            progress: measurements.last().map(|last| last.progress),
            measurements,
            measure,
            ended_at: row.ended_at,
            ended_by: row.ended_by.map(|person| person.as_uuid()),
        })
    }
}
