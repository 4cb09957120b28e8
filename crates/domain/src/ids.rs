//! Identities. Each noun has its own type over a UUID, so that an item's id cannot be passed where a sprint's is
//! meant. The domain never makes one: ids are version 7 and need a clock and randomness, which are passed in.

use uuid::Uuid;

macro_rules! ids {
    ($($(#[$doc:meta])* $Name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(
            Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
        )]
        #[serde(transparent)]
        pub struct $Name(Uuid);

        impl $Name {
            /// The id with this UUID.
            pub const fn new(uuid: Uuid) -> Self {
                Self(uuid)
            }

            /// The UUID itself.
            pub const fn as_uuid(&self) -> Uuid {
                self.0
            }
        }

        impl From<Uuid> for $Name {
            fn from(uuid: Uuid) -> Self {
                Self(uuid)
            }
        }

        impl std::fmt::Display for $Name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                std::fmt::Display::fmt(&self.0, f)
            }
        }

        impl std::str::FromStr for $Name {
            type Err = uuid::Error;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Uuid::parse_str(text).map(Self)
            }
        }
    )+};
}

ids! {
    /// A person of the workspace.
    PersonId,
    /// A product and its Product Backlog.
    ProductId,
    /// A backlog item.
    ItemId,
    /// A sprint.
    SprintId,
    /// A workflow column.
    ColumnId,
    /// A criterion of a Definition of Done.
    CriterionId,
    /// One version of a Definition of Done.
    DefinitionId,
    /// An epic.
    EpicId,
    /// An increment.
    IncrementId,
    /// An impediment.
    ImpedimentId,
    /// A retrospective.
    RetroId,
    /// A column of a retrospective.
    RetroColumnId,
    /// A card of a retrospective.
    RetroCardId,
    /// A group of cards.
    RetroGroupId,
    /// A topic of a retrospective: a group, or a card that stands alone.
    RetroTopicId,
    /// An entry of the improvement register.
    ImprovementId,
    /// A comment on a backlog item.
    CommentId,
    /// An acceptance criterion of a backlog item.
    AcceptanceId,
    /// A criterion of a Definition of Ready.
    ReadyCriterionId,
    /// A link between two backlog items.
    LinkId,
    /// A file that is kept with a backlog item.
    AttachmentId,
    /// A saved view of the Product Backlog.
    SavedViewId,
    /// A template for backlog items.
    TemplateId,
    /// A Product Goal of the past.
    PastGoalId,
    /// A measurement on the way to a Product Goal.
    MeasurementId,
    /// A task of a backlog item.
    TaskId,
    /// A named list of tasks.
    TaskTemplateId,
    /// A round of Planning Poker over an item.
    PokerRoundId,
    /// Days on which a person does not work.
    DayOffId,
    /// A Daily Scrum.
    DailyId,
    /// A line of a plan for a day.
    DailyPlanId,
    /// A timer.
    TimerId,
    /// A Sprint Review.
    ReviewId,
    /// Somebody invited to a Sprint Review.
    AttendeeId,
    /// A point of a Sprint Review's running order.
    ReviewPointId,
    /// Something said in a Sprint Review.
    FeedbackId,
    /// One user gesture that wrote.
    ActionId,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_its_uuid_in_text_and_json() {
        let text = "0193c0de-7000-7abc-8def-0123456789ab";
        let id: ItemId = text.parse().unwrap();
        assert_eq!(id.to_string(), text);
        assert_eq!(serde_json::to_string(&id).unwrap(), format!("\"{text}\""));
        assert_eq!(serde_json::from_str::<ItemId>(&format!("\"{text}\"")).unwrap(), id);
        assert_eq!(ItemId::new(id.as_uuid()), id);
        assert!("not an id".parse::<ItemId>().is_err());
    }
}
