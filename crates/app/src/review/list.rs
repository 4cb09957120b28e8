//! `review.list`: a product's Sprint Reviews.

use chrono::{DateTime, Utc};
use lineout_domain::ids::ProductId;
use lineout_store::record::{self as rows, Record};
use uuid::Uuid;

use super::{ReviewState, points, state};
use crate::context::View;
use crate::error::Result;
use crate::wire::{count, requests, responses};

requests! {
    /// Asks for a product's Sprint Reviews.
    pub struct ListReviews {
        /// Of which product.
        pub product: Uuid,
    }
}

responses! {
    /// A product's Sprint Reviews.
    pub struct Reviews {
        /// Those of the newest sprints first.
        pub reviews: Vec<ReviewRow>,
    }

    /// A Sprint Review in a list.
    pub struct ReviewRow {
        /// Its id.
        pub id: Uuid,
        /// Its sprint.
        pub sprint: Uuid,
        /// That sprint's name.
        pub sprint_name: String,
        /// How far it has come.
        pub state: ReviewState,
        /// When it began.
        pub started_at: Option<DateTime<Utc>>,
        /// When it ended.
        pub ended_at: Option<DateTime<Utc>>,
        /// Whether the Sprint Goal was met; none while nobody said.
        pub goal_met: Option<bool>,
        /// Why, in words.
        pub goal_reason: String,
        /// Points that were or will be shown.
        pub points: u32,
        /// People who were there.
        pub present: u32,
        /// Notes of feedback.
        pub feedback: u32,
        /// Those that are in the Product Backlog.
        pub feedback_items: u32,
    }
}

pub(crate) fn run(view: &View<'_>, request: ListReviews) -> Result<Reviews> {
    let db = &view.db;
    let product = rows::Product::get(db, ProductId::new(request.product))?.id;
    let mut reviews = Vec::new();
    for row in db.reviews(product)? {
        let feedback = db.review_feedback(row.id)?;
        let present = db.review_attendees(row.id)?.iter().filter(|one| one.present).count();
        reviews.push(ReviewRow {
            id: row.id.as_uuid(),
            sprint: row.sprint.as_uuid(),
            sprint_name: db.sprint_name(Some(row.sprint))?.unwrap_or_default(),
            state: state(&row).into(),
            started_at: row.started_at,
            ended_at: row.ended_at,
            goal_met: row.goal_met,
            points: count(points::shown(db, &row)?.len()),
            present: count(present),
            feedback_items: count(feedback.iter().filter(|one| one.item.is_some()).count()),
            feedback: count(feedback.len()),
            goal_reason: row.goal_reason,
        });
    }
    Ok(Reviews { reviews })
}
