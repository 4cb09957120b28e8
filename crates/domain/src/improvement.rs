//! The improvement register: opportunities, from proposed to kept, adapted or dropped, each measured if it can be.

mod measure;

use chrono::NaiveDate;

use crate::rule::Rule;
use crate::text::{self, TextFault};
use crate::word::words;

pub use measure::{
    Due, Figure, best_way, day, due, note, progress, reached, suggested, takes_baseline, value,
};

/// Most characters of an opportunity.
pub const OPPORTUNITY_MAX: usize = 500;
/// Most characters of a justification or an outcome.
pub const TEXT_MAX: usize = 20_000;
/// Most characters of a category, size, timescale or priority: the team's own words.
pub const FACET_MAX: usize = 50;
/// Most characters of a KPI's name.
pub const KPI_NAME_MAX: usize = 100;
/// Most characters of a KPI's unit.
pub const KPI_UNIT_MAX: usize = 30;
/// Largest amount of a KPI's value, either side of zero.
pub const KPI_VALUE_MAX: f64 = 1e12;

words! {
    "improvement state";
    /// Where an improvement is in its life.
    pub enum State {
        /// Somebody named the opportunity.
        Proposed => "proposed",
        /// The team wants it.
        Agreed => "agreed",
        /// It is being tried.
        InProgress => "inProgress",
        /// Its effect is being judged.
        InReview => "inReview",
        /// It helped and stays.
        Kept => "kept",
        /// It stays in another form.
        Adapted => "adapted",
        /// It did not help, or is not wanted.
        Dropped => "dropped",
    }
}

impl State {
    /// Whether the improvement is settled: kept, adapted or dropped.
    pub const fn is_settled(self) -> bool {
        matches!(self, Self::Kept | Self::Adapted | Self::Dropped)
    }

    /// Whether the team wants it and has not settled it.
    pub const fn is_wanted(self) -> bool {
        matches!(self, Self::Agreed | Self::InProgress | Self::InReview)
    }

    /// The states that may follow. A settled one may be taken up again.
    pub const fn next(self) -> &'static [Self] {
        match self {
            Self::Proposed => &[Self::Agreed, Self::Dropped],
            Self::Agreed => {
                &[Self::Proposed, Self::InProgress, Self::InReview, Self::Kept, Self::Adapted, Self::Dropped]
            }
            Self::InProgress => &[Self::Agreed, Self::InReview, Self::Kept, Self::Adapted, Self::Dropped],
            Self::InReview => &[Self::InProgress, Self::Kept, Self::Adapted, Self::Dropped],
            Self::Kept | Self::Adapted | Self::Dropped => &[Self::Agreed],
        }
    }
}

words! {
    "KPI direction";
    /// Which way a KPI improves.
    pub enum Direction {
        /// More is better.
        Up => "up",
        /// Less is better.
        Down => "down",
    }
}

impl Direction {
    /// What is better, to begin a sentence with.
    const fn better(self) -> &'static str {
        match self {
            Self::Up => "More",
            Self::Down => "Less",
        }
    }

    /// Where a target makes no sense, seen from the baseline.
    const fn wrong_side(self) -> &'static str {
        match self {
            Self::Up => "below",
            Self::Down => "above",
        }
    }
}

/// What an improvement is measured by.
#[derive(Debug, Clone, PartialEq)]
pub struct Kpi {
    /// What is measured.
    pub name: String,
    /// In what; may be empty.
    pub unit: String,
    /// The value before; `None` when not measured yet.
    pub baseline: Option<f64>,
    /// The value wanted; `None` when any improvement will do.
    pub target: Option<f64>,
    /// Which way is better.
    pub direction: Direction,
}

/// A refusal about an improvement.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum ImprovementRule {
    /// The opportunity is empty, too long, or not one line.
    #[error("The opportunity was not accepted: {0}.")]
    Opportunity(TextFault),
    /// The justification is too long or holds control characters.
    #[error("The justification was not accepted: {0}.")]
    Justification(TextFault),
    /// A category, size, timescale or priority is too long or not one line.
    #[error("The {field} was not accepted: {fault}.")]
    Facet {
        /// Which of them.
        field: &'static str,
        /// Why.
        fault: TextFault,
    },
    /// The state does not follow.
    #[error("An improvement that is {from} does not become {to}.")]
    Step {
        /// Its state.
        from: State,
        /// The state refused.
        to: State,
    },
    /// Settling needs the outcome in words.
    #[error("Settling an improvement needs the outcome in words: {0}.")]
    Outcome(TextFault),
    /// A new improvement begins settled or under way.
    #[error("A new improvement is proposed or agreed, not {0}.")]
    Beginning(State),
    /// The KPI's name is empty, too long, or not one line.
    #[error("The KPI's name was not accepted: {0}.")]
    KpiName(TextFault),
    /// The KPI's unit is too long or not one line.
    #[error("The KPI's unit was not accepted: {0}.")]
    KpiUnit(TextFault),
    /// Not a number, or too large.
    #[error("{0} is not a value a KPI can have.")]
    KpiValue(f64),
    /// The target lies on the wrong side of the baseline.
    #[error("{} is better, so the target {target} must not lie {} the baseline {baseline}.", .direction.better(), .direction.wrong_side())]
    KpiDirection {
        /// The baseline.
        baseline: f64,
        /// The target.
        target: f64,
        /// The direction.
        direction: Direction,
    },
    /// It was made a backlog item already; holds the item's key.
    #[error("It is in the backlog already, as {0}.")]
    AlreadyItem(String),
    /// Only agreed ones become backlog items.
    #[error("An improvement that is {0} does not become a backlog item.")]
    NotAgreed(State),
    /// The card became an improvement already; holds that one's key.
    #[error("The card is an improvement already, {0}.")]
    AlreadyFromCard(String),
    /// An outcome for an improvement that is not settled.
    #[error("An improvement that is {0} has no outcome yet.")]
    NotSettled(State),
    /// A value of an improvement without a KPI.
    #[error("The improvement has no KPI to record values of.")]
    Unmeasured,
    /// A value written by hand of what is sampled from the product.
    #[error("{} is sampled by the app; values are not recorded by hand.", .0.title())]
    Sampled(Figure),
    /// A baseline from the product's figures of a KPI that is none of them.
    #[error("The KPI is measured by hand, so no baseline can be taken from the sprints.")]
    NotSampled,
    /// There is no closed sprint with a value of the figure.
    #[error("No sprint was closed so far that has a value of {}.", .0.title())]
    NoSample(Figure),
    /// A measurement of a day to come.
    #[error("{} has not come yet.", text::day(.0))]
    Future(NaiveDate),
    /// The note of a measurement is too long or holds control characters.
    #[error("The note was not accepted: {0}.")]
    Note(TextFault),
}

impl Rule for ImprovementRule {
    fn code(&self) -> &'static str {
        match self {
            Self::Opportunity(_) => "improvement_opportunity",
            Self::Justification(_) => "improvement_justification",
            Self::Facet { .. } => "improvement_facet",
            Self::Step { .. } => "improvement_step",
            Self::Outcome(_) => "improvement_outcome",
            Self::Beginning(_) => "improvement_beginning",
            Self::KpiName(_) => "improvement_kpi_name",
            Self::KpiUnit(_) => "improvement_kpi_unit",
            Self::KpiValue(_) => "improvement_kpi_value",
            Self::KpiDirection { .. } => "improvement_kpi_direction",
            Self::AlreadyItem(_) => "improvement_already_item",
            Self::NotAgreed(_) => "improvement_not_agreed",
            Self::AlreadyFromCard(_) => "improvement_already_from_card",
            Self::NotSettled(_) => "improvement_not_settled",
            Self::Unmeasured => "improvement_unmeasured",
            Self::Sampled(_) => "improvement_sampled",
            Self::NotSampled => "improvement_not_sampled",
            Self::NoSample(_) => "improvement_no_sample",
            Self::Future(_) => "improvement_day_to_come",
            Self::Note(_) => "improvement_note",
        }
    }

    fn hint(&self) -> String {
        match self {
            Self::Opportunity(fault)
            | Self::Justification(fault)
            | Self::Facet { fault, .. }
            | Self::Note(fault)
            | Self::KpiName(fault)
            | Self::KpiUnit(fault) => fault.hint(),
            Self::Step { from, .. } => {
                let next: Vec<&str> = from.next().iter().map(|state| state.as_str()).collect();
                format!("From here it becomes one of: {}.", next.join(", "))
            }
            Self::Outcome(_) => "Say in a sentence what came of it.".into(),
            Self::Beginning(_) => "Add it as proposed or agreed first.".into(),
            Self::KpiValue(_) => "Give a number, or leave it empty.".into(),
            Self::KpiDirection { .. } => "Check the direction, or exchange baseline and target.".into(),
            Self::AlreadyItem(key) => format!("Work on {key}."),
            Self::NotAgreed(State::Proposed) => "Agree on it first.".into(),
            Self::NotAgreed(_) => "Take it up again first.".into(),
            Self::AlreadyFromCard(key) => format!("Go on with {key}, or write another card."),
            Self::NotSettled(_) => "Say it when you settle it as kept, adapted or dropped.".into(),
            Self::Unmeasured => "Say what it is measured by, first.".into(),
            Self::Sampled(_) => "Close a sprint, or measure something else by hand.".into(),
            Self::NotSampled => "Write the baseline, or choose one of the product's figures.".into(),
            Self::NoSample(_) => "Close a sprint first, or write the baseline yourself.".into(),
            Self::Future(_) => "Record what was measured today or before.".into(),
        }
    }
}

/// An opportunity: trimmed, one visible line of 1 to [`OPPORTUNITY_MAX`] characters.
pub fn opportunity(text: &str) -> Result<String, ImprovementRule> {
    text::line(text, OPPORTUNITY_MAX).map_err(ImprovementRule::Opportunity)
}

/// What a card says as an opportunity: on one line, and cut where an opportunity must end.
pub fn opportunity_of_card(text: &str) -> String {
    let line = text::flatten(text);
    if line.chars().count() <= OPPORTUNITY_MAX {
        return line;
    }
    let kept: String = line.chars().take(OPPORTUNITY_MAX - 1).collect();
    format!("{}…", kept.trim_end())
}

/// A justification: up to [`TEXT_MAX`] characters; may be empty.
pub fn justification(text: &str) -> Result<String, ImprovementRule> {
    text::prose(text, TEXT_MAX).map_err(ImprovementRule::Justification)
}

/// A category, size, timescale or priority (`field` says which): one line of up to [`FACET_MAX`] characters; may be
/// empty.
pub fn facet(field: &'static str, text: &str) -> Result<String, ImprovementRule> {
    text::optional_line(text, FACET_MAX).map_err(|fault| ImprovementRule::Facet { field, fault })
}

/// The state of a new improvement: proposed or agreed.
pub fn beginning(state: State) -> Result<State, ImprovementRule> {
    match state {
        State::Proposed | State::Agreed => Ok(state),
        other => Err(ImprovementRule::Beginning(other)),
    }
}

/// The outcome to keep after a step from one state to another: the words given, which a settled state needs, and
/// nothing for a state that is not settled.
pub fn step(from: State, to: State, outcome: Option<&str>) -> Result<String, ImprovementRule> {
    if !from.next().contains(&to) {
        return Err(ImprovementRule::Step { from, to });
    }
    if to.is_settled() {
        text::reason(outcome.unwrap_or_default(), 1, TEXT_MAX).map_err(ImprovementRule::Outcome)
    } else {
        Ok(String::new())
    }
}

/// Refuses to carry on with what nobody has agreed to, or what is settled.
pub fn check_carried_on(state: State) -> Result<(), ImprovementRule> {
    if state.is_wanted() { Ok(()) } else { Err(ImprovementRule::Step { from: state, to: State::InProgress }) }
}

/// The outcome in other words. Only a settled improvement has one.
pub fn outcome(state: State, text: &str) -> Result<String, ImprovementRule> {
    if state.is_settled() {
        text::reason(text, 1, TEXT_MAX).map_err(ImprovementRule::Outcome)
    } else {
        Err(ImprovementRule::NotSettled(state))
    }
}

/// A KPI with a name, an optional unit, finite values, and a target that lies in its direction from the baseline.
pub fn kpi(kpi: &Kpi) -> Result<Kpi, ImprovementRule> {
    let name = text::line(&kpi.name, KPI_NAME_MAX).map_err(ImprovementRule::KpiName)?;
    let unit = text::optional_line(&kpi.unit, KPI_UNIT_MAX).map_err(ImprovementRule::KpiUnit)?;
    let sound = |value: &f64| value.is_finite() && value.abs() <= KPI_VALUE_MAX;
    if let Some(value) = [kpi.baseline, kpi.target].into_iter().flatten().find(|value| !sound(value)) {
        return Err(ImprovementRule::KpiValue(value));
    }
    if let (Some(baseline), Some(target)) = (kpi.baseline, kpi.target) {
        let backwards = match kpi.direction {
            Direction::Up => target < baseline,
            Direction::Down => target > baseline,
        };
        if backwards {
            return Err(ImprovementRule::KpiDirection { baseline, target, direction: kpi.direction });
        }
    }
    Ok(Kpi { name, unit, ..kpi.clone() })
}

/// Whether an improvement may become a backlog item, given the key of the item that it became before.
pub fn can_become_item(state: State, item: Option<&str>) -> Result<(), ImprovementRule> {
    if let Some(key) = item {
        return Err(ImprovementRule::AlreadyItem(key.to_owned()));
    }
    match state {
        State::Agreed | State::InProgress | State::InReview => Ok(()),
        other => Err(ImprovementRule::NotAgreed(other)),
    }
}

/// Whether an improvement is due for review in the retrospective of a sprint: it is wanted, not settled, and its
/// review sprint is that one or an earlier one. One without a review sprint is due in every retrospective, or nobody
/// would ever ask about it again. Sprints by their numbers; `None` when there is none.
pub fn is_due(state: State, review_sprint: Option<i64>, retro_sprint: Option<i64>) -> bool {
    let come = |review: i64| retro_sprint.is_some_and(|retro| review <= retro);
    state.is_wanted() && review_sprint.is_none_or(come)
}

#[cfg(test)]
mod tests;
