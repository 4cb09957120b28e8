//! The improvement register: what the team decided to try, and what came of it.

pub(crate) mod baseline;
pub mod carry_on;
pub(crate) mod course;
pub mod edit;
pub mod get;
pub mod kept;
pub mod list;
pub mod measure;
pub mod propose;
pub mod set_state;
pub mod standings;
pub mod to_item;

use chrono::{DateTime, Utc};
use lineout_domain::ids::{ProductId, SprintId};
use lineout_domain::improvement as rules;
use lineout_domain::item::Resolution;
use lineout_store::Db;
use lineout_store::record::{self, Record};
use uuid::Uuid;

use crate::error::{AppError, Result};
use crate::item;
use crate::retro;
use crate::wire::{requests, responses, wire_words};

wire_words! {
    /// Where an improvement is in its life.
    ImprovementState = lineout_domain::improvement::State { Proposed, Agreed, InProgress, InReview, Kept, Adapted, Dropped }
    /// Which way a figure should go.
    Direction = lineout_domain::improvement::Direction { Up, Down }
    /// A figure of the product that the app samples once a closed sprint.
    ProductFigure = lineout_domain::improvement::Figure {
        Velocity, SayDo, CycleTimeMedian, CycleTime85, BlockedTime, Mttr, CarryOver, Throughput, GoalConfidence,
    }
}

/// Whether an improvement waits for its review.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize, schemars::JsonSchema, ts_rs::TS,
)]
#[serde(rename_all = "camelCase")]
pub enum ReviewDue {
    /// In the retrospective of the sprint that runs or ended last, or in the one that is open.
    Now,
    /// Its review sprint is past.
    Over,
}

/// Where the backlog item of an improvement is.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize, schemars::JsonSchema, ts_rs::TS,
)]
#[serde(rename_all = "camelCase")]
pub enum ItemStanding {
    /// In the Product Backlog.
    Backlog,
    /// In a sprint that is planned.
    Planned,
    /// In the running sprint.
    Running,
    /// It is Done.
    Done,
    /// It was cancelled.
    Cancelled,
    /// It was closed as split into others.
    Split,
}

requests! {
    /// What tells whether an improvement works.
    #[derive(PartialEq, serde::Serialize)]
    pub struct Kpi {
        /// The figure of the product that it is sampled from, which gives it its name and its unit; none when it is
        /// measured by hand.
        pub figure: Option<ProductFigure>,
        /// What is measured.
        pub name: String,
        /// In which unit.
        pub unit: String,
        /// Where it stood.
        pub baseline: Option<f64>,
        /// Where it should go.
        pub target: Option<f64>,
        /// Which way is better.
        pub direction: Direction,
    }
}

responses! {
    /// An entry of the register.
    pub struct Improvement {
        /// Its id.
        pub id: Uuid,
        /// Its number in the product.
        pub number: u32,
        /// Its key, such as CSI-4.
        pub key: String,
        /// What could be better.
        pub opportunity: String,
        /// Why it is worth it.
        pub justification: String,
        /// What it is about.
        pub category: String,
        /// How large it is.
        pub size: String,
        /// By when.
        pub timescale: String,
        /// How urgent.
        pub priority: String,
        /// Who sees to it.
        pub owner: Option<Uuid>,
        /// What tells whether it works.
        #[ts(type = "Kpi | null")]
        pub kpi: Option<Kpi>,
        /// The sprint that the baseline was taken from, by its name then; none when somebody wrote it.
        pub baseline_from: Option<String>,
        /// Where it is in its life.
        pub state: ImprovementState,
        /// The states it may go to from here.
        pub next: Vec<NextState>,
        /// What came of it, in words.
        pub outcome: String,
        /// When it was raised.
        pub raised_at: DateTime<Utc>,
        /// By whom.
        pub raised_by: Option<Uuid>,
        /// The retrospective it came from.
        pub retro: Option<Uuid>,
        /// The card it came from.
        pub card: Option<Uuid>,
        /// What that card says; none once the card is deleted.
        pub card_text: Option<String>,
        /// The group that card is in.
        pub card_group: Option<String>,
        /// The sprint whose retrospective that was.
        pub sprint: Option<Uuid>,
        /// The sprint in whose retrospective it is reviewed.
        pub review_sprint: Option<Uuid>,
        /// It waits for its review; none when it does not.
        pub due: Option<ReviewDue>,
        /// The backlog item it became.
        pub item: Option<ImprovementItem>,
        /// It may become a backlog item now.
        pub can_become_item: bool,
        /// The step that the state of its backlog item speaks for, until somebody takes it.
        pub suggested: Option<ImprovementState>,
    }

    /// A state that an improvement may go to.
    pub struct NextState {
        /// The state.
        pub state: ImprovementState,
        /// It settles the improvement, so it needs the outcome in words.
        pub settles: bool,
    }

    /// The backlog item an improvement became.
    pub struct ImprovementItem {
        /// The item.
        pub id: Uuid,
        /// Its key.
        pub key: String,
        /// Its title.
        pub title: String,
        /// It is Done.
        pub done: bool,
        /// Where it is.
        pub standing: ItemStanding,
        /// Its row in the Product Backlog, from 1; none when it is not in it.
        pub position: Option<u32>,
        /// The sprint it is in, or became Done in, by name.
        pub sprint: Option<String>,
        /// The column of the board it stands in, by name.
        pub column: Option<String>,
    }
}

impl Improvement {
    pub(crate) fn read(db: &Db<'_>, row: record::Improvement) -> Result<Self> {
        let item = row.item.map(|id| record::Item::find(db, id)).transpose()?.flatten();
        let item = item.map(|item| ImprovementItem::read(db, &item)).transpose()?;
        let begun = item.as_ref().is_some_and(ImprovementItem::has_begun);
        let done = item.as_ref().is_some_and(|item| item.done);
        let due = due(db, &row)?;
        let card = row.retro_card.map(|id| record::RetroCard::find(db, id)).transpose()?.flatten();
        let group = card.as_ref().and_then(|card| card.retro_group);
        let card_group = group.map(|id| record::RetroGroup::get(db, id)).transpose()?.map(|group| group.name);
        let next = row.state.next().iter();
        let next = next.map(|to| NextState { state: (*to).into(), settles: to.is_settled() }).collect();
        let item_key = item.as_ref().map(|item| item.key.as_str());
        let retro = row.retro.map(|id| record::Retrospective::get(db, id)).transpose()?;
        Ok(Self {
            id: row.id.as_uuid(),
            number: row.number,
            key: key(&row),
            kpi: kpi(&row),
            baseline_from: row.kpi_baseline_from.clone(),
            opportunity: row.opportunity,
            justification: row.justification,
            category: row.category,
            size: row.size,
            timescale: row.timescale,
            priority: row.priority,
            owner: row.owner.map(|person| person.as_uuid()),
            state: row.state.into(),
            next,
            outcome: row.outcome,
            raised_at: row.raised_at,
            raised_by: row.raised_by.map(|person| person.as_uuid()),
            sprint: retro.and_then(|retro| retro.sprint).map(|sprint| sprint.as_uuid()),
            retro: row.retro.map(|retro| retro.as_uuid()),
            card: row.retro_card.map(|card| card.as_uuid()),
            card_group,
            card_text: card.map(|card| card.text),
            review_sprint: row.review_sprint.map(|sprint| sprint.as_uuid()),
            due: match due {
                rules::Due::Not => None,
                rules::Due::Now => Some(ReviewDue::Now),
                rules::Due::Over => Some(ReviewDue::Over),
            },
            can_become_item: rules::can_become_item(row.state, item_key).is_ok(),
            suggested: rules::suggested(row.state, begun, done).map(ImprovementState::from),
            item,
        })
    }
}

impl ImprovementItem {
    fn read(db: &Db<'_>, item: &record::Item) -> Result<Self> {
        let sprint = item.sprint.map(|id| record::Sprint::get(db, id)).transpose()?;
        let runs =
            sprint.as_ref().is_some_and(|sprint| sprint.state == lineout_domain::sprint::State::Active);
        let column = item.board_column.map(|id| record::BoardColumn::get(db, id)).transpose()?;
        Ok(Self {
            id: item.id.as_uuid(),
            key: item::key(db, item)?,
            title: item.title.clone(),
            done: item.resolution == Some(Resolution::Done),
            standing: match item.resolution {
                Some(Resolution::Done) => ItemStanding::Done,
                Some(Resolution::Cancelled) => ItemStanding::Cancelled,
                Some(Resolution::Split) => ItemStanding::Split,
                None if runs => ItemStanding::Running,
                None if sprint.is_some() => ItemStanding::Planned,
                None => ItemStanding::Backlog,
            },
            position: db.backlog_position(item)?,
            sprint: sprint.map(|sprint| sprint.name),
            column: column.map(|column| column.name),
        })
    }

    /// It is being worked on: it came into the running sprint.
    fn has_begun(&self) -> bool {
        self.standing == ItemStanding::Running
    }
}

/// Whether an improvement waits for its review: by its review sprint, or because the open retrospective asks about it.
pub(crate) fn due(db: &Db<'_>, row: &record::Improvement) -> Result<rules::Due> {
    let review = row.review_sprint.map(|id| record::Sprint::get(db, id)).transpose()?;
    let newest = db.newest_begun(row.product)?;
    let due = rules::due(row.state, review.map(|sprint| sprint.number.into()), newest.map(i64::from));
    let asked = due == rules::Due::Not && row.state.is_wanted() && retro::is_asked(db, row)?;
    Ok(if asked { rules::Due::Now } else { due })
}

/// An improvement's key.
pub(crate) fn key(row: &record::Improvement) -> String {
    format!("CSI-{}", row.number)
}

fn kpi(row: &record::Improvement) -> Option<Kpi> {
    Some(Kpi {
        figure: row.kpi_figure.map(ProductFigure::from),
        name: row.kpi_name.clone()?,
        unit: row.kpi_unit.clone().unwrap_or_default(),
        baseline: row.kpi_baseline,
        target: row.kpi_target,
        direction: row.kpi_direction?.into(),
    })
}

/// The sprint of a review, which must be one of the product's.
fn review_sprint(db: &Db<'_>, product: ProductId, id: Option<Uuid>) -> Result<Option<SprintId>> {
    let sprint = id.map(|id| record::Sprint::get(db, SprintId::new(id))).transpose()?;
    match sprint {
        Some(sprint) if sprint.product != product => Err(AppError::not_found("sprint in this product")),
        sprint => Ok(sprint.map(|sprint| sprint.id)),
    }
}

/// Writes a checked KPI into a row, or clears it. One of the product's figures has its own name and unit.
fn set_kpi(row: &mut record::Improvement, kpi: Option<&Kpi>) -> Result<()> {
    let figure = kpi.and_then(|kpi| kpi.figure).map(rules::Figure::from);
    let checked = match kpi {
        Some(kpi) => Some(rules::kpi(&rules::Kpi {
            name: figure.map_or_else(|| kpi.name.clone(), |figure| figure.title().to_owned()),
            unit: figure.map_or_else(|| kpi.unit.clone(), |figure| figure.unit().to_owned()),
            baseline: kpi.baseline,
            target: kpi.target,
            direction: kpi.direction.into(),
        })?),
        None => None,
    };
    let baseline = checked.as_ref().and_then(|kpi| kpi.baseline);
    // A baseline that somebody wrote, or that belongs to another figure, is from no sprint.
    if row.kpi_figure != figure || row.kpi_baseline != baseline {
        row.kpi_baseline_from = None;
    }
    row.kpi_figure = figure;
    row.kpi_name = checked.as_ref().map(|kpi| kpi.name.clone());
    row.kpi_unit = checked.as_ref().map(|kpi| kpi.unit.clone());
    row.kpi_baseline = baseline;
    row.kpi_target = checked.as_ref().and_then(|kpi| kpi.target);
    row.kpi_direction = checked.map(|kpi| kpi.direction);
    Ok(())
}
