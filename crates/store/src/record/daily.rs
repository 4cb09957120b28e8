//! The Daily Scrum and what was said in it.

use chrono::{DateTime, NaiveDate, Utc};
use lineout_domain::daily::Order;
use lineout_domain::ids::{
    DailyId, DailyPlanId, ImpedimentId, ItemId, PersonId, ProductId, SprintId, TaskId,
};
use uuid::Uuid;

use super::record;

record! {
    /// A Daily Scrum.
    Daily, "daily", "Daily Scrum" {
        id: DailyId,
        product: ProductId,
        sprint: SprintId,
        day: NaiveDate,
        round: Order,
        started_at: DateTime<Utc>,
        ended_at: Option<DateTime<Utc>>,
    }
}
record! {
    /// Somebody who takes part.
    DailyPerson, "daily_person", "person of this Daily Scrum" {
        id: Uuid,
        daily: DailyId,
        person: PersonId,
        position: u32,
    }
}
record! {
    /// A turn: of a person, or of an item. Milliseconds of the meeting's timer.
    DailyTurn, "daily_turn", "turn" {
        id: Uuid,
        daily: DailyId,
        person: Option<PersonId>,
        item: Option<ItemId>,
        position: u32,
        from_ms: i64,
        to_ms: Option<i64>,
    }
}
record! {
    /// A line of somebody's plan.
    DailyPlan, "daily_plan", "line of a plan" {
        id: DailyPlanId,
        daily: DailyId,
        person: PersonId,
        position: u32,
        text: String,
        item: Option<ItemId>,
        task: Option<TaskId>,
        impediment: Option<ImpedimentId>,
    }
}
record! {
    /// How sure somebody is of the Sprint Goal.
    DailyVote, "daily_vote", "vote" { id: Uuid, daily: DailyId, person: PersonId, confidence: u8 }
}
record! {
    /// An impediment that was raised in it.
    DailyImpediment, "daily_impediment", "impediment of this Daily Scrum" {
        id: Uuid,
        daily: DailyId,
        person: PersonId,
        impediment: ImpedimentId,
    }
}
