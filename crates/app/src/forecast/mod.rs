//! Forecasts from the team's own throughput: where the next sprints are likely to end in the Product Backlog, and when
//! an item is likely to be Done.

pub mod backlog;
pub mod basis;
pub mod item;

use lineout_domain::figures::forecast as figure;

/// In what a forecast counts.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    Default,
    serde::Serialize,
    serde::Deserialize,
    schemars::JsonSchema,
    ts_rs::TS,
)]
#[serde(rename_all = "camelCase")]
pub enum ForecastUnit {
    /// Items, whatever their size.
    #[default]
    Items,
    /// Points; items without an estimate count nothing.
    Points,
}

/// The percentage of a likely outcome.
const LIKELY: u32 = figure::HELD_AT;
/// The percentage of an even one.
const EVEN: u32 = 50;

/// Points, of hundredths of them.
fn points(hundredths: i64) -> f64 {
    hundredths as f64 / 100.0
}
