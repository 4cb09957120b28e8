//! A product: its key, goal, estimate scale, rhythm, and what a new one starts with.

use chrono_tz::Tz;

use crate::board::Category;
use crate::calendar::Weekdays;
use crate::item;
use crate::rule::Rule;
use crate::text::{self, TextFault};

/// Most characters of a product's or a workspace's name.
pub const NAME_MAX: usize = 100;
/// Most characters of a Product Goal.
pub const GOAL_MAX: usize = 2000;
/// Fewest and most characters of a key.
pub const KEY_LENGTH: std::ops::RangeInclusive<usize> = 2..=10;
/// Most steps of an estimate scale.
pub const SCALE_MAX: usize = 30;
/// Shortest and longest usual sprint, in calendar days.
pub const SPRINT_DAYS: std::ops::RangeInclusive<u32> = 1..=31;
/// The usual sprint of a new product, in calendar days.
pub const DEFAULT_SPRINT_DAYS: u32 = 14;
/// The estimate scale of a new product, in points.
pub const DEFAULT_SCALE: &[f64] = &[0.0, 0.5, 1.0, 2.0, 3.0, 5.0, 8.0, 13.0, 20.0, 40.0, 100.0];
/// The workflow columns of a new product.
pub const DEFAULT_COLUMNS: &[(&str, Category)] = &[
    ("To Do", Category::Todo),
    ("In Progress", Category::InProgress),
    ("Review", Category::InProgress),
    ("Done", Category::Done),
];
/// The Definition of Done of a new product, to be made the team's own.
pub const DEFAULT_DEFINITION_OF_DONE: &[&str] = &[
    "Acceptance criteria are met",
    "Reviewed by another Developer",
    "Automated tests pass",
    "Documentation is up to date",
];

/// A refusal of what describes a product.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum ProductRule {
    /// Not 2 to 10 capital letters and digits, beginning with a letter.
    #[error(
        "\"{0}\" cannot be a product key: a key is 2 to 10 capital letters and digits, the first a letter."
    )]
    Key(String),
    /// The name is empty, too long, or not one line.
    #[error("The product's name was not accepted: {0}.")]
    Name(TextFault),
    /// The workspace's name is empty, too long, or not one line.
    #[error("The workspace's name was not accepted: {0}.")]
    WorkspaceName(TextFault),
    /// The Product Goal is too long or holds control characters.
    #[error("The Product Goal was not accepted: {0}.")]
    Goal(TextFault),
    /// No step, or more than [`SCALE_MAX`].
    #[error("An estimate scale has 1 to 30 values; this one has {0}.")]
    ScaleLength(usize),
    /// A step is no estimate.
    #[error("The estimate scale was not accepted: {0}")]
    ScaleValue(item::ItemRule),
    /// A step is not above the one before it.
    #[error("An estimate scale ascends; {next} does not come after {before}.")]
    ScaleOrder {
        /// The step before.
        before: f64,
        /// The step that is not higher.
        next: f64,
    },
    /// Not 1 to 31 days.
    #[error("A sprint lasts 1 day to one month; {0} days are not possible.")]
    SprintLength(i64),
    /// No working day in the week.
    #[error("A week without a working day leaves no day to work on.")]
    NoWorkingDays,
    /// Not an IANA time zone name.
    #[error("\"{0}\" is not a known time zone.")]
    TimeZone(String),
    /// The holiday's name is empty, too long, or not one line.
    #[error("The holiday's name was not accepted: {0}.")]
    HolidayName(TextFault),
}

impl Rule for ProductRule {
    fn code(&self) -> &'static str {
        match self {
            Self::Key(_) => "product_key",
            Self::Name(_) => "product_name",
            Self::WorkspaceName(_) => "workspace_name",
            Self::Goal(_) => "product_goal",
            Self::ScaleLength(_) => "product_scale_length",
            Self::ScaleValue(_) => "product_scale_value",
            Self::ScaleOrder { .. } => "product_scale_order",
            Self::SprintLength(_) => "product_sprint_length",
            Self::NoWorkingDays => "product_no_working_days",
            Self::TimeZone(_) => "product_time_zone",
            Self::HolidayName(_) => "product_holiday_name",
        }
    }

    fn hint(&self) -> String {
        match self {
            Self::Key(_) => "Choose a short key such as HBR; item numbers follow it.".into(),
            Self::Name(fault) | Self::WorkspaceName(fault) | Self::Goal(fault) | Self::HolidayName(fault) => {
                fault.hint()
            }
            Self::ScaleLength(_) => "List between 1 and 30 values, smallest first.".into(),
            Self::ScaleValue(rule) => rule.hint(),
            Self::ScaleOrder { .. } => "List each value once, smallest first.".into(),
            Self::SprintLength(_) => "Choose 1 to 31 days; two weeks are 14.".into(),
            Self::NoWorkingDays => "Choose at least one working day.".into(),
            Self::TimeZone(_) => "Use an IANA name such as Europe/Berlin or UTC.".into(),
        }
    }
}

/// A product key: 2 to 10 capital ASCII letters and digits, the first a letter.
pub fn key(text: &str) -> Result<String, ProductRule> {
    let key = text.trim();
    let shaped = key.starts_with(|c: char| c.is_ascii_uppercase())
        && key.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit())
        && KEY_LENGTH.contains(&key.len());
    if shaped { Ok(key.to_owned()) } else { Err(ProductRule::Key(text::excerpt(text))) }
}

/// A key suggested by a name: the initials of its words, or its first letters. Always one that [`key()`] accepts.
pub fn suggest_key(name: &str) -> String {
    let words: Vec<String> = name
        .split(|c: char| !c.is_ascii_alphanumeric())
        .map(str::to_ascii_uppercase)
        .map(|word| word.trim_start_matches(|c: char| c.is_ascii_digit()).to_owned())
        .filter(|word| !word.is_empty())
        .collect();
    let suggested: String = match words.as_slice() {
        [] => String::new(),
        [word] => word.chars().take(3).collect(),
        words => words.iter().filter_map(|word| word.chars().next()).take(4).collect(),
    };
    match suggested.len() {
        0 => "PRD".into(),
        1 => format!("{suggested}{suggested}"),
        _ => suggested,
    }
}

/// A product's name: trimmed, one visible line of 1 to [`NAME_MAX`] characters.
pub fn name(text: &str) -> Result<String, ProductRule> {
    text::line(text, NAME_MAX).map_err(ProductRule::Name)
}

/// What a team calls its workspace: like a product's name.
pub fn workspace_name(text: &str) -> Result<String, ProductRule> {
    text::line(text, NAME_MAX).map_err(ProductRule::WorkspaceName)
}

/// A Product Goal of up to [`GOAL_MAX`] characters; empty means not set yet.
pub fn goal(text: &str) -> Result<String, ProductRule> {
    text::prose(text, GOAL_MAX).map(|goal| goal.trim_start().to_owned()).map_err(ProductRule::Goal)
}

/// An estimate scale in points: 1 to [`SCALE_MAX`] estimates, strictly ascending.
pub fn scale(values: &[f64]) -> Result<Vec<f64>, ProductRule> {
    if values.is_empty() || values.len() > SCALE_MAX {
        return Err(ProductRule::ScaleLength(values.len()));
    }
    let mut scale: Vec<f64> = Vec::with_capacity(values.len());
    for value in values {
        let value = item::points(*value).map_err(ProductRule::ScaleValue)?;
        if let Some(before) = scale.last().copied().filter(|before| value <= *before) {
            return Err(ProductRule::ScaleOrder { before, next: value });
        }
        scale.push(value);
    }
    Ok(scale)
}

/// The scale with `found` estimates added in their places, and which of them were new. For imports, whose estimates
/// may lie off the scale. Refused when the result would be no scale.
pub fn widen_scale(present: &[f64], found: &[f64]) -> Result<(Vec<f64>, Vec<f64>), ProductRule> {
    let mut wider = present.to_vec();
    let mut added = Vec::new();
    for value in found {
        let value = item::points(*value).map_err(ProductRule::ScaleValue)?;
        if !wider.iter().any(|step| (step - value).abs() < 1e-9) {
            wider.push(value);
            added.push(value);
        }
    }
    wider.sort_by(f64::total_cmp);
    added.sort_by(f64::total_cmp);
    Ok((scale(&wider)?, added))
}

/// A usual sprint length in calendar days, 1 to 31.
pub fn sprint_days(days: i64) -> Result<u32, ProductRule> {
    u32::try_from(days).ok().filter(|days| SPRINT_DAYS.contains(days)).ok_or(ProductRule::SprintLength(days))
}

/// Working days of the week, at least one.
pub fn working_days(days: Weekdays) -> Result<Weekdays, ProductRule> {
    if days.is_empty() { Err(ProductRule::NoWorkingDays) } else { Ok(days) }
}

/// The time zone with this IANA name.
pub fn time_zone(name: &str) -> Result<Tz, ProductRule> {
    name.parse().map_err(|_| ProductRule::TimeZone(text::excerpt(name)))
}

/// A holiday's name: one line of 1 to [`NAME_MAX`] characters.
pub fn holiday_name(text: &str) -> Result<String, ProductRule> {
    text::line(text, NAME_MAX).map_err(ProductRule::HolidayName)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn keys() {
        for good in ["HB", "HBR", "A1", "ABCDEFGHIJ", " HBR "] {
            assert_eq!(key(good).as_deref(), Ok(good.trim()));
        }
        for bad in ["", "H", "hbr", "1AB", "HBR-1", "ABCDEFGHIJK", "ÄB", "H R", "HBR\0"] {
            assert_eq!(key(bad).unwrap_err().code(), "product_key", "{bad:?}");
        }
    }

    #[test]
    fn suggested_keys() {
        for (name, expect) in [
            ("Harbour Booking", "HB"),
            ("harbour", "HAR"),
            ("x", "XX"),
            ("2026", "PRD"),
            ("", "PRD"),
            ("3D print queue", "DPQ"),
        ] {
            assert_eq!(suggest_key(name), expect, "{name:?}");
        }
    }

    #[test]
    fn scales() {
        assert_eq!(scale(DEFAULT_SCALE).as_deref(), Ok(DEFAULT_SCALE));
        for (values, code) in [
            (vec![], "product_scale_length"),
            ((0..31).map(f64::from).collect(), "product_scale_length"),
            (vec![1.0, 1.0], "product_scale_order"),
            (vec![2.0, 1.0], "product_scale_order"),
            (vec![-1.0], "product_scale_value"),
            (vec![f64::NAN], "product_scale_value"),
            (vec![1.005], "product_scale_value"),
        ] {
            assert_eq!(scale(&values).unwrap_err().code(), code, "{values:?}");
        }
    }

    #[test]
    fn a_scale_widens_by_what_was_found() {
        assert_eq!(
            widen_scale(&[1.0, 3.0], &[2.0, 3.0, 2.0, 0.5]),
            Ok((vec![0.5, 1.0, 2.0, 3.0], vec![0.5, 2.0]))
        );
    }

    #[test]
    fn rhythm_and_place() {
        assert_eq!(sprint_days(1), Ok(1));
        assert_eq!(sprint_days(31), Ok(31));
        for days in [0, 32, -1, i64::MAX] {
            assert_eq!(sprint_days(days).unwrap_err().code(), "product_sprint_length");
        }
        assert_eq!(working_days(Weekdays::NONE).unwrap_err().code(), "product_no_working_days");
        assert_eq!(working_days(Weekdays::MONDAY_TO_FRIDAY), Ok(Weekdays::MONDAY_TO_FRIDAY));
        assert_eq!(time_zone("Europe/Berlin"), Ok(Tz::Europe__Berlin));
        assert_eq!(time_zone("Middle/Earth").unwrap_err().code(), "product_time_zone");
    }

    proptest! {
        #[test]
        fn any_name_suggests_a_key_that_is_accepted(name in ".*") {
            prop_assert!(key(&suggest_key(&name)).is_ok());
        }
    }
}
