//! Retrospectives and the improvement register.

use chrono::{DateTime, NaiveDate, Utc};
use lineout_domain::ids::{
    ImprovementId, ItemId, MeasurementId, PersonId, ProductId, RetroCardId, RetroColumnId, RetroGroupId,
    RetroId, RetroTopicId, SprintId,
};
use lineout_domain::improvement::{Direction, Figure, State as ImprovementState};
use lineout_domain::retrospective::{Answer, Format, Phase, State, Talk};

use uuid::Uuid;

use super::record;

record! {
    /// A retrospective.
    Retrospective, "retrospective", "retrospective" {
        id: RetroId,
        product: ProductId,
        sprint: Option<SprintId>,
        format: Format,
        state: State,
        started_at: DateTime<Utc>,
        closed_at: Option<DateTime<Utc>>,
        none_reason: Option<String>,
        phase: Phase,
        anonymous: bool,
        votes_each: u32,
        votes_several: bool,
    }
}
record! {
    /// A column of a retrospective.
    RetroColumn, "retro_column", "column" { id: RetroColumnId, retro: RetroId, name: String, position: u32 }
}
record! {
    /// A card of a retrospective.
    RetroCard, "retro_card", "card" {
        id: RetroCardId,
        retro_column: RetroColumnId,
        text: String,
        author: Option<PersonId>,
        written_at: DateTime<Utc>,
        retro_group: Option<RetroGroupId>,
    }
}
record! {
    /// Cards that belong together.
    RetroGroup, "retro_group", "group" { id: RetroGroupId, retro: RetroId, name: String }
}
record! {
    /// A topic: a group, or a card that stands alone.
    RetroTopic, "retro_topic", "topic" {
        id: RetroTopicId,
        retro: RetroId,
        retro_card: Option<RetroCardId>,
        retro_group: Option<RetroGroupId>,
        position: u32,
        votes: u32,
        notes: String,
        state: Talk,
    }
}
record! {
    /// How somebody came.
    RetroCheckIn, "retro_check_in", "check-in" {
        id: Uuid,
        retro: RetroId,
        mood: Option<u8>,
        word: String,
        person: Option<PersonId>,
    }
}
record! {
    /// How somebody rated a retrospective.
    RetroRating, "retro_rating", "rating" { id: Uuid, retro: RetroId, rating: u8, person: Option<PersonId> }
}
record! {
    /// What a retrospective answered about an improvement.
    RetroReview, "retro_review", "review" {
        id: Uuid,
        retro: RetroId,
        improvement: ImprovementId,
        answer: Answer,
        outcome: String,
        answered_at: DateTime<Utc>,
        answered_by: Option<PersonId>,
    }
}
record! {
    /// An entry of the improvement register.
    Improvement, "improvement", "improvement" {
        id: ImprovementId,
        product: ProductId,
        number: u32,
        opportunity: String,
        justification: String,
        category: String,
        size: String,
        timescale: String,
        priority: String,
        owner: Option<PersonId>,
        kpi_name: Option<String>,
        kpi_unit: Option<String>,
        kpi_baseline: Option<f64>,
        kpi_target: Option<f64>,
        kpi_direction: Option<Direction>,
        /// The figure of the product it is sampled from; none when it is measured by hand.
        kpi_figure: Option<Figure>,
        /// The sprint that the baseline was taken from, by its name then; none when somebody wrote it.
        kpi_baseline_from: Option<String>,
        state: ImprovementState,
        outcome: String,
        raised_at: DateTime<Utc>,
        raised_by: Option<PersonId>,
        retro: Option<RetroId>,
        retro_card: Option<RetroCardId>,
        review_sprint: Option<SprintId>,
        item: Option<ItemId>,
    }
}
record! {
    /// A value of an improvement that is measured by hand.
    ImprovementMeasurement, "improvement_measurement", "measurement" {
        id: MeasurementId,
        improvement: ImprovementId,
        day: NaiveDate,
        value: f64,
        note: String,
        person: Option<PersonId>,
        at: DateTime<Utc>,
    }
}
