//! `forecast.item`: when an item of the Product Backlog is likely to be Done, if the order stays as it is.

use chrono::NaiveDate;
use lineout_domain::ids::ItemId;
use lineout_store::record::{self as rows, Record};
use uuid::Uuid;

use super::basis::{ForecastBasis, Known};
use super::{EVEN, ForecastUnit, LIKELY};
use crate::context::View;
use crate::error::Result;
use crate::wire::{requests, responses};

/// The percentage of an outcome that is as good as certain.
const SURE: u32 = 95;
/// Sprints looked ahead for their chances.
const SPRINTS: usize = 12;

requests! {
    /// Asks when an item is likely to be Done.
    pub struct ForecastItem {
        /// Which.
        pub item: Uuid,
        /// In what to count; items when left out.
        pub unit: Option<ForecastUnit>,
        /// Working days of history to draw from, 60 when left out.
        pub window: Option<u32>,
    }
}

responses! {
    /// When an item is likely to be Done.
    pub struct ItemForecast {
        /// What it rests on.
        pub basis: ForecastBasis,
        /// Its place in the Product Backlog; none when it is not there, and nothing is forecast.
        pub position: Option<u32>,
        /// The day by which it is Done in half of the trials; none when that is years away.
        pub even: Option<NaiveDate>,
        /// In 85 % of them.
        pub likely: Option<NaiveDate>,
        /// In 95 % of them.
        pub sure: Option<NaiveDate>,
        /// The first sprint by whose end 85 % of the trials have it, and the chance; none when that is far away.
        pub sprint: Option<SprintChance>,
    }

    /// How likely it is by the end of a sprint.
    pub struct SprintChance {
        /// Its name, or the one it would have.
        pub name: String,
        /// Its last day.
        pub end_day: NaiveDate,
        /// The share of the trials, 0 to 1.
        pub chance: f64,
    }
}

pub(crate) fn run(view: &View<'_>, request: ForecastItem) -> Result<ItemForecast> {
    let item = rows::Item::get(&view.db, ItemId::new(request.item))?;
    let known = Known::read(view, item.product.as_uuid(), request.unit, request.window)?;
    let position = view.db.backlog_position(&item)?;
    let (Some(throughput), Some(place)) = (&known.throughput, position) else {
        return Ok(ItemForecast {
            basis: known.basis,
            position,
            even: None,
            likely: None,
            sure: None,
            sprint: None,
        });
    };
    let amount = known.before()
        + match known.basis.unit {
            ForecastUnit::Items => place.into(),
            ForecastUnit::Points => {
                let above = view.db.backlog_hundredths_before(item.product, place.saturating_add(1))?;
                u64::try_from(above).unwrap_or(0)
            }
        };
    let when = throughput.when(amount);
    let day = |percent: u32| {
        let days = when.at(percent)?;
        known.calendar.add_working_days(known.today, u32::try_from(days).ok()?)
    };
    let (even, likely, sure) = (day(EVEN), day(LIKELY), day(SURE));
    let ahead = known.sprints(view, SPRINTS)?;
    let within: Vec<usize> = ahead.iter().map(|sprint| sprint.within).collect();
    let much = throughput.how_much(&within);
    let sprint = ahead.into_iter().zip(&much).map(|(sprint, much)| SprintChance {
        name: sprint.name,
        end_day: sprint.end_day,
        chance: much.chance(amount),
    });
    let sprint = sprint.into_iter().find(|sprint| sprint.chance * 100.0 >= f64::from(LIKELY));
    Ok(ItemForecast { basis: known.basis, position, even, likely, sure, sprint })
}
