//! Sprint Reviews: who is invited, what is shown, what is said.

use chrono::{DateTime, Utc};
use lineout_domain::ids::{
    AttendeeId, FeedbackId, ItemId, PersonId, ProductId, ReviewId, ReviewPointId, SprintId,
};
use lineout_domain::rank::Rank;

use super::record;

record! {
    /// The Sprint Review of a sprint.
    Review, "review", "Sprint Review" {
        id: ReviewId,
        product: ProductId,
        sprint: SprintId,
        /// None while nobody said.
        goal_met: Option<bool>,
        goal_reason: String,
        /// Markdown.
        notes: String,
        /// Markdown; none while they follow from everything else.
        minutes: Option<String>,
        started_at: Option<DateTime<Utc>>,
        ended_at: Option<DateTime<Utc>>,
        created_at: DateTime<Utc>,
    }
}
record! {
    /// Somebody invited: a person, or a guest by name.
    ReviewAttendee, "review_attendee", "attendee" {
        id: AttendeeId,
        review: ReviewId,
        /// None of a guest.
        person: Option<PersonId>,
        name: String,
        present: bool,
    }
}
record! {
    /// A point of the running order: an item, or something else that is talked about.
    ReviewPoint, "review_point", "point of the running order" {
        id: ReviewPointId,
        review: ReviewId,
        /// Its place in the running order.
        rank: Rank,
        item: Option<ItemId>,
        /// Of an item, as it was last seen here; empty of a free point.
        item_key: String,
        title: String,
        /// Of an item, that it was Done when the Review ended; a free point is always shown.
        shown: bool,
        presenter: Option<PersonId>,
        /// Minutes.
        timebox: Option<u32>,
    }
}
record! {
    /// Something said.
    ReviewFeedback, "review_feedback", "feedback" {
        id: FeedbackId,
        review: ReviewId,
        /// What it is about; none for the whole.
        point: Option<ReviewPointId>,
        text: String,
        /// Who said it; none of a guest, or when nobody is named.
        person: Option<PersonId>,
        /// Empty when nobody is named.
        name: String,
        said_at: DateTime<Utc>,
        /// The backlog item it became.
        item: Option<ItemId>,
    }
}
