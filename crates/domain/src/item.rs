//! Backlog items: their types, how they end, and the limits of what is written on them.
//!
//! Not here: the order of items ([`crate::rank`]), what entering a Done column asks ([`crate::done`]) and what becomes
//! of unfinished items when a sprint closes ([`crate::sprint`]).

use crate::rule::Rule;
use crate::text::{self, TextFault};
use crate::word::words;

/// Most characters of a title.
pub const TITLE_MAX: usize = 500;
/// Most characters of a description.
pub const DESCRIPTION_MAX: usize = 200_000;
/// Highest estimate, in points.
pub const ESTIMATE_MAX: f64 = 1000.0;
/// Highest value.
pub const VALUE_MAX: i64 = 1000;
/// Most characters of a label.
pub const LABEL_MAX: usize = 50;
/// Most labels on one item.
pub const LABELS_MAX: usize = 50;
/// Most people assigned to one item.
pub const ASSIGNEES_MAX: usize = 50;
/// Most characters of an epic's name.
pub const EPIC_NAME_MAX: usize = 200;
/// Most characters of a saved view's name.
pub const VIEW_NAME_MAX: usize = 100;
/// Most characters of the reason for cancelling an item.
pub const REASON_MAX: usize = 500;

words! {
    "item type";
    /// What kind of work an item is.
    pub enum ItemType {
        /// Something new for users; a user story.
        Feature => "feature",
        /// Something there made better.
        Enhancement => "enhancement",
        /// Something broken mended; a bug.
        Fix => "fix",
        /// Work whose result is knowledge.
        Spike => "spike",
        /// Upkeep that users do not see.
        Chore => "chore",
        /// Work that came from a retrospective.
        Improvement => "improvement",
    }
}

words! {
    "resolution";
    /// How an item ended. An item without one is open.
    pub enum Resolution {
        /// It met the Definition of Done.
        Done => "done",
        /// It will not be done.
        Cancelled => "cancelled",
        /// It was replaced by the items it was split into.
        Split => "split",
    }
}

/// A refusal of what is written on an item.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum ItemRule {
    /// The title is empty, too long, or not one line.
    #[error("The title was not accepted: {0}.")]
    Title(TextFault),
    /// The description is too long or holds control characters.
    #[error("The description was not accepted: {0}.")]
    Description(TextFault),
    /// Not a number between 0 and [`ESTIMATE_MAX`].
    #[error("An estimate is a number from 0 to 1000; {0} is not.")]
    EstimateOutOfRange(f64),
    /// More than two decimals.
    #[error("An estimate has at most two decimals; {0} has more.")]
    EstimateTooFine(f64),
    /// Not a value of the product's estimate scale.
    #[error("{estimate} is not on the product's estimate scale ({}).", scale_words(.scale))]
    EstimateOffScale {
        /// The estimate refused.
        estimate: f64,
        /// The product's scale.
        scale: Vec<f64>,
    },
    /// Not a whole number between 0 and [`VALUE_MAX`].
    #[error("A value is a whole number from 0 to 1000; {0} is not.")]
    ValueOutOfRange(i64),
    /// The label is empty, too long, or not one line.
    #[error("The label was not accepted: {0}.")]
    Label(TextFault),
    /// More labels than [`LABELS_MAX`].
    #[error("An item has at most 50 labels; there were {0}.")]
    TooManyLabels(usize),
    /// More assignees than [`ASSIGNEES_MAX`].
    #[error("An item has at most 50 assignees; there were {0}.")]
    TooManyAssignees(usize),
    /// The epic's name is empty, too long, or not one line.
    #[error("The epic's name was not accepted: {0}.")]
    EpicName(TextFault),
    /// The view's name is empty, too long, or not one line.
    #[error("The view's name was not accepted: {0}.")]
    ViewName(TextFault),
    /// Cancelling needs a reason.
    #[error("The reason for cancelling was not accepted: {0}.")]
    Reason(TextFault),
    /// The item is open, or went on as its parts.
    #[error("{}", match .0 { Some(_) => "The item was split, and its parts go on for it.", None => "The item is open." })]
    NotReopened(Option<Resolution>),
    /// The item is done, cancelled or split already.
    #[error("The item is {0} already.")]
    Finished(Resolution),
}

impl Rule for ItemRule {
    fn code(&self) -> &'static str {
        match self {
            Self::Title(_) => "item_title",
            Self::Description(_) => "item_description",
            Self::EstimateOutOfRange(_) => "item_estimate_range",
            Self::EstimateTooFine(_) => "item_estimate_decimals",
            Self::EstimateOffScale { .. } => "item_estimate_scale",
            Self::ValueOutOfRange(_) => "item_value_range",
            Self::Label(_) => "item_label",
            Self::TooManyLabels(_) => "item_labels_many",
            Self::TooManyAssignees(_) => "item_assignees_many",
            Self::EpicName(_) => "epic_name",
            Self::ViewName(_) => "view_name",
            Self::Reason(_) => "item_reason",
            Self::Finished(_) => "item_finished",
            Self::NotReopened(_) => "item_not_reopened",
        }
    }

    fn hint(&self) -> String {
        match self {
            Self::Title(fault)
            | Self::Description(fault)
            | Self::Label(fault)
            | Self::EpicName(fault)
            | Self::ViewName(fault)
            | Self::Reason(fault) => fault.hint(),
            Self::EstimateOutOfRange(_) => "Give a number from 0 to 1000, or leave it unestimated.".into(),
            Self::EstimateTooFine(_) => "Round it to two decimals.".into(),
            Self::EstimateOffScale { .. } => {
                "Choose a value of the scale, or add this one to the product's scale first.".into()
            }
            Self::ValueOutOfRange(_) => "Give a whole number from 0 to 1000, or leave it empty.".into(),
            Self::TooManyLabels(_) => "Keep the labels you filter by.".into(),
            Self::TooManyAssignees(_) => "Keep the people who work on it now.".into(),
            Self::Finished(_) => "Reopen it first, or leave it as it is.".into(),
            Self::NotReopened(Some(_)) => "Work on its parts.".into(),
            Self::NotReopened(None) => "Go on with it as it is.".into(),
        }
    }
}

/// Whether an item may be work again: it is Done or was cancelled. What was split went on as its parts.
pub fn can_reopen(resolution: Option<Resolution>) -> Result<(), ItemRule> {
    match resolution {
        Some(Resolution::Done | Resolution::Cancelled) => Ok(()),
        other => Err(ItemRule::NotReopened(other)),
    }
}

/// An item's title: trimmed, one visible line of 1 to [`TITLE_MAX`] characters.
pub fn title(text: &str) -> Result<String, ItemRule> {
    text::line(text, TITLE_MAX).map_err(ItemRule::Title)
}

/// An item's description: up to [`DESCRIPTION_MAX`] characters of Markdown.
pub fn description(text: &str) -> Result<String, ItemRule> {
    text::prose(text, DESCRIPTION_MAX).map_err(ItemRule::Description)
}

/// A number that could be an estimate on some scale: 0 to [`ESTIMATE_MAX`] points, at most two decimals.
pub fn points(value: f64) -> Result<f64, ItemRule> {
    if !value.is_finite() || !(0.0..=ESTIMATE_MAX).contains(&value) {
        return Err(ItemRule::EstimateOutOfRange(value));
    }
    let rounded = round(value);
    if (rounded - value).abs() > 1e-9 {
        return Err(ItemRule::EstimateTooFine(value));
    }
    // Adding zero turns the -0.0 that a client may send into 0.0.
    Ok(rounded + 0.0)
}

/// An item's estimate in points: [`points`], and one of the product's `scale`.
pub fn estimate(value: f64, scale: &[f64]) -> Result<f64, ItemRule> {
    let value = points(value)?;
    if scale.iter().any(|step| (step - value).abs() < 1e-9) {
        Ok(value)
    } else {
        Err(ItemRule::EstimateOffScale { estimate: value, scale: scale.to_vec() })
    }
}

/// An item's value: a whole number from 0 to [`VALUE_MAX`].
pub fn value(value: i64) -> Result<i64, ItemRule> {
    if (0..=VALUE_MAX).contains(&value) { Ok(value) } else { Err(ItemRule::ValueOutOfRange(value)) }
}

/// A label: trimmed, one visible line of 1 to [`LABEL_MAX`] characters.
pub fn label(text: &str) -> Result<String, ItemRule> {
    text::line(text, LABEL_MAX).map_err(ItemRule::Label)
}

/// The labels of one item: each accepted by [`label`], the same one only once, in the order given.
pub fn labels<T: AsRef<str>>(texts: &[T]) -> Result<Vec<String>, ItemRule> {
    if texts.len() > LABELS_MAX {
        return Err(ItemRule::TooManyLabels(texts.len()));
    }
    let mut kept: Vec<String> = Vec::with_capacity(texts.len());
    for text in texts {
        let label = label(text.as_ref())?;
        if !kept.contains(&label) {
            kept.push(label);
        }
    }
    Ok(kept)
}

/// Refuses more assignees than [`ASSIGNEES_MAX`].
pub fn check_assignees(count: usize) -> Result<(), ItemRule> {
    if count > ASSIGNEES_MAX { Err(ItemRule::TooManyAssignees(count)) } else { Ok(()) }
}

/// An epic's name: trimmed, one visible line of 1 to [`EPIC_NAME_MAX`] characters.
pub fn epic_name(text: &str) -> Result<String, ItemRule> {
    text::line(text, EPIC_NAME_MAX).map_err(ItemRule::EpicName)
}

/// A saved view's name: trimmed, one visible line of 1 to [`VIEW_NAME_MAX`] characters.
pub fn view_name(text: &str) -> Result<String, ItemRule> {
    text::line(text, VIEW_NAME_MAX).map_err(ItemRule::ViewName)
}

/// The reason for cancelling an item: 1 to [`REASON_MAX`] characters.
pub fn reason(text: &str) -> Result<String, ItemRule> {
    text::reason(text, 1, REASON_MAX).map_err(ItemRule::Reason)
}

/// Refuses what only an open item can undergo: cancelling, splitting, being taken into a sprint.
pub fn check_open(resolution: Option<Resolution>) -> Result<(), ItemRule> {
    match resolution {
        Some(resolution) => Err(ItemRule::Finished(resolution)),
        None => Ok(()),
    }
}

/// A sum of points without the dust of binary fractions: rounded to hundredths.
pub fn round(points: f64) -> f64 {
    (points * 100.0).round() / 100.0
}

/// A sum of estimates, unestimated ones counting 0, without the dust of binary fractions.
pub fn sum(estimates: impl IntoIterator<Item = Option<f64>>) -> f64 {
    round(estimates.into_iter().flatten().sum())
}

fn scale_words(scale: &[f64]) -> String {
    scale.iter().map(f64::to_string).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const SCALE: &[f64] = &[0.0, 0.5, 1.0, 2.0, 3.0, 5.0, 8.0, 13.0];

    #[test]
    fn titles() {
        assert_eq!(title("  Book a cabin ").as_deref(), Ok("Book a cabin"));
        assert_eq!(title(&"x".repeat(500)).map(|t| t.len()), Ok(500));
        assert_eq!(title(&"x".repeat(501)).unwrap_err().code(), "item_title");
        assert_eq!(title(&"x".repeat(10_000_000)).unwrap_err().code(), "item_title");
        assert_eq!(title("\n"), Err(ItemRule::Title(TextFault::Empty)));
    }

    #[test]
    fn estimates() {
        for (value, expect) in [
            (0.0, Ok(0.0)),
            (-0.0, Ok(0.0)),
            (0.5, Ok(0.5)),
            (13.0, Ok(13.0)),
            (4.0, Err("item_estimate_scale")),
            (0.125, Err("item_estimate_decimals")),
            (-1.0, Err("item_estimate_range")),
            (1e9, Err("item_estimate_range")),
            (f64::NAN, Err("item_estimate_range")),
            (f64::INFINITY, Err("item_estimate_range")),
        ] {
            assert_eq!(estimate(value, SCALE).map_err(|e| e.code()), expect, "{value}");
        }
        assert!(estimate(-0.0, SCALE).is_ok_and(f64::is_sign_positive));
    }

    #[test]
    fn an_estimate_off_the_scale_is_told_the_scale() {
        let refusal = estimate(4.0, &[0.5, 1.0]).unwrap_err();
        assert_eq!(refusal.to_string(), "4 is not on the product's estimate scale (0.5, 1).");
    }

    #[test]
    fn values_labels_and_people() {
        assert_eq!(value(1000), Ok(1000));
        assert_eq!(value(1001).unwrap_err().code(), "item_value_range");
        assert_eq!(value(-1).unwrap_err().code(), "item_value_range");
        assert_eq!(labels(&["quay", " quay ", "mobile"]), Ok(vec!["quay".into(), "mobile".into()]));
        assert_eq!(labels(&["x".repeat(51)]).unwrap_err().code(), "item_label");
        assert_eq!(labels(&vec!["x"; 51]).unwrap_err().code(), "item_labels_many");
        assert_eq!(check_assignees(51).unwrap_err().code(), "item_assignees_many");
        assert_eq!(check_open(Some(Resolution::Done)).unwrap_err().code(), "item_finished");
        assert_eq!(check_open(None), Ok(()));
    }

    #[test]
    fn sums_have_no_dust() {
        assert_eq!(sum([Some(0.1), Some(0.2), None]), 0.3);
    }

    proptest! {
        #[test]
        fn hundredths_up_to_the_limit_are_points_and_nothing_finer_is(hundredths in 0u32..=100_000, dust in 0.001f64..0.009) {
            let value = f64::from(hundredths) / 100.0;
            prop_assert_eq!(points(value), Ok(value));
            if value + dust <= ESTIMATE_MAX {
                prop_assert_eq!(points(value + dust).unwrap_err().code(), "item_estimate_decimals");
            }
        }
    }
}
