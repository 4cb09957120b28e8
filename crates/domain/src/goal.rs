//! The Product Goal: how it is measured, how far it is, how it ends.
//!
//! What it says, [`crate::product::goal`] accepts: it is the product's own, and one stands at a time. Not here: how far
//! a sprint's goal is, which is a matter of confidence and not of a measure.

use chrono::NaiveDate;

use crate::rule::Rule;
use crate::text::{self, TextFault};
use crate::word::words;

/// Most characters of a measure's name.
pub const NAME_MAX: usize = 100;
/// Most characters of its unit.
pub const UNIT_MAX: usize = 30;
/// Largest amount of a value, either side of zero.
pub const VALUE_MAX: f64 = 1e12;
/// Most characters of what is said of a measurement, or of how a goal ended.
pub const WORDS_MAX: usize = 2_000;

words! {
    "outcome of a goal";
    /// How a Product Goal ended.
    pub enum Outcome {
        /// The product is what it was to become.
        Fulfilled => "fulfilled",
        /// It is not wanted any longer.
        Abandoned => "abandoned",
    }
}

/// How a goal is measured. Whether more or less is better follows from where the target lies.
#[derive(Debug, Clone, PartialEq)]
pub struct Measure {
    /// What is measured.
    pub name: String,
    /// In what; may be empty.
    pub unit: String,
    /// The value at the beginning.
    pub baseline: f64,
    /// The value wanted.
    pub target: f64,
}

/// A refusal about a Product Goal.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum GoalRule {
    /// There is no goal to measure or to end.
    #[error("The product has no Product Goal.")]
    None,
    /// There is nothing to record values of.
    #[error("The Product Goal has no measure.")]
    Unmeasured,
    /// The measure's name is empty, too long, or not one line.
    #[error("The measure's name was not accepted: {0}.")]
    Name(TextFault),
    /// Its unit is too long or not one line.
    #[error("The measure's unit was not accepted: {0}.")]
    Unit(TextFault),
    /// Not a number, or too large.
    #[error("{0} is not a value a measure can have.")]
    Value(f64),
    /// Nothing lies between them.
    #[error("Baseline and target are both {0}.")]
    NoWay(f64),
    /// A measurement of a day to come.
    #[error("{} has not come yet.", text::day(.0))]
    Future(NaiveDate),
    /// The note is too long or holds control characters.
    #[error("The note was not accepted: {0}.")]
    Note(TextFault),
    /// How it ended has to be said.
    #[error("A goal ends with a sentence about what came of it: {0}.")]
    Words(TextFault),
}

impl Rule for GoalRule {
    fn code(&self) -> &'static str {
        match self {
            Self::None => "goal_none",
            Self::Unmeasured => "goal_unmeasured",
            Self::Name(_) => "goal_measure_name",
            Self::Unit(_) => "goal_measure_unit",
            Self::Value(_) => "goal_value",
            Self::NoWay(_) => "goal_no_way",
            Self::Future(_) => "goal_day_to_come",
            Self::Note(_) => "goal_note",
            Self::Words(_) => "goal_words",
        }
    }

    fn hint(&self) -> String {
        match self {
            Self::None => "Say what the product is to achieve next, first.".into(),
            Self::Unmeasured => "Say how it is measured, first.".into(),
            Self::Name(fault) | Self::Unit(fault) | Self::Note(fault) => fault.hint(),
            Self::Value(_) => "Give a number between minus and plus a million millions.".into(),
            Self::NoWay(_) => "Give a target that is more or less than the baseline.".into(),
            Self::Future(_) => "Record what was measured today or before.".into(),
            Self::Words(_) => "Say what was reached, or why it is let go.".into(),
        }
    }
}

/// A measure with a name, an optional unit, and a target that is not the baseline.
pub fn measure(wish: &Measure) -> Result<Measure, GoalRule> {
    let name = text::line(&wish.name, NAME_MAX).map_err(GoalRule::Name)?;
    let unit = text::optional_line(&wish.unit, UNIT_MAX).map_err(GoalRule::Unit)?;
    let (baseline, target) = (value(wish.baseline)?, value(wish.target)?);
    if baseline == target {
        return Err(GoalRule::NoWay(baseline));
    }
    Ok(Measure { name, unit, baseline, target })
}

/// A value that can be measured.
pub fn value(value: f64) -> Result<f64, GoalRule> {
    // Adding zero turns the -0.0 that a client may send into 0.0.
    if value.is_finite() && value.abs() <= VALUE_MAX { Ok(value + 0.0) } else { Err(GoalRule::Value(value)) }
}

/// The day of a measurement, which is not after the team's `today`.
pub fn day(day: NaiveDate, today: NaiveDate) -> Result<NaiveDate, GoalRule> {
    if day > today { Err(GoalRule::Future(day)) } else { Ok(day) }
}

/// What is said of a measurement; may be empty.
pub fn note(text: &str) -> Result<String, GoalRule> {
    text::prose(text, WORDS_MAX).map_err(GoalRule::Note)
}

/// What came of a goal.
pub fn words(text: &str) -> Result<String, GoalRule> {
    text::reason(text, 1, WORDS_MAX).map_err(GoalRule::Words)
}

/// How much of the way from baseline to target is gone, in percent: below 0 when it went the other way, above 100 when
/// it went further. Whether the way leads up or down is all the same.
pub fn progress(baseline: f64, target: f64, value: f64) -> f64 {
    let percent = 100.0 * (value - baseline) / (target - baseline);
    (percent * 10.0).round() / 10.0 + 0.0
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn of(name: &str, baseline: f64, target: f64) -> Measure {
        Measure { name: name.into(), unit: " % ".into(), baseline, target }
    }

    #[test]
    fn a_measure_leads_somewhere() {
        let kept = measure(&of(" Changed online ", 22.0, 60.0));
        assert_eq!(
            kept,
            Ok(Measure { name: "Changed online".into(), unit: "%".into(), baseline: 22.0, target: 60.0 })
        );
        for (wish, code) in [
            (of("", 1.0, 2.0), "goal_measure_name"),
            (of("Calls", 5.0, 5.0), "goal_no_way"),
            (of("Calls", f64::NAN, 5.0), "goal_value"),
            (of("Calls", 5.0, 1e13), "goal_value"),
        ] {
            assert_eq!(measure(&wish).unwrap_err().code(), code);
        }
    }

    #[test]
    fn progress_goes_either_way() {
        for (baseline, target, value, percent) in [
            (22.0, 60.0, 41.0, 50.0),
            (100.0, 0.0, 25.0, 75.0),
            (10.0, 20.0, 5.0, -50.0),
            (10.0, 20.0, 30.0, 200.0),
            (-1.0, 2.0, 0.0, 33.3),
            (10.0, 5.0, 10.0, 0.0),
        ] {
            assert_eq!(progress(baseline, target, value), percent);
        }
    }

    #[test]
    fn days_and_words() {
        let today: NaiveDate = "2026-03-09".parse().unwrap();
        assert_eq!(day(today, today), Ok(today));
        assert_eq!(day(today.succ_opt().unwrap(), today).unwrap_err().code(), "goal_day_to_come");
        assert_eq!(words("  ").unwrap_err().code(), "goal_words");
        assert_eq!(note(""), Ok(String::new()));
    }

    proptest! {
        #[test]
        fn the_ends_of_the_way_are_0_and_100(baseline in -1e6f64..1e6, width in 0.01f64..1e6, up: bool) {
            let target = if up { baseline + width } else { baseline - width };
            prop_assert_eq!(progress(baseline, target, baseline), 0.0);
            prop_assert_eq!(progress(baseline, target, target), 100.0);
        }
    }
}
