//! `review.start` and `review.end`: when the Review takes place. What was shown and said is kept at its end.

use lineout_domain::ids::ReviewId;
use lineout_domain::item::Resolution;
use lineout_domain::rank;
use lineout_domain::review as rules;
use lineout_store::record::{self as rows, Record};

use super::get::SprintReview;
use super::{NameReview, points, state};
use crate::context::Act;
use crate::error::Result;

pub(crate) mod start {
    use super::*;

    /// What became Done since it was prepared goes to the end of the running order.
    pub(crate) fn run(act: &mut Act<'_, '_>, request: NameReview) -> Result<SprintReview> {
        let mut review = rows::Review::get(act.db, ReviewId::new(request.review))?;
        rules::can_start(state(&review))?;
        let done = points::waiting(act.db, &review)?;
        let last = act.db.review_points(review.id)?.pop().map(|point| point.rank);
        let ranks = rank::spread(done.len(), last.as_ref(), None);
        for (item, rank) in done.iter().zip(ranks) {
            points::put(act, &review, item, rank)?;
        }
        review.started_at = Some(act.now);
        review.save(act.db)?;
        let sprint = rows::Sprint::get(act.db, review.sprint)?;
        act.db.label(format!("Start the Sprint Review of {}", sprint.name));
        SprintReview::read(act.db, sprint)
    }
}

pub(crate) mod end {
    use super::*;

    /// The running order is kept as it was shown, and the minutes as they follow from everything, unless somebody has
    /// written them.
    pub(crate) fn run(act: &mut Act<'_, '_>, request: NameReview) -> Result<SprintReview> {
        let mut review = rows::Review::get(act.db, ReviewId::new(request.review))?;
        rules::can_end(state(&review))?;
        let sprint = rows::Sprint::get(act.db, review.sprint)?;
        for mut point in act.db.review_points(review.id)? {
            let Some(item) = point.item else { continue };
            let item = rows::Item::find(act.db, item)?;
            point.shown = item.as_ref().is_some_and(|item| item.resolution == Some(Resolution::Done));
            if let Some(item) = item {
                point.title = item.title;
            }
            point.save(act.db)?;
        }
        if review.minutes.is_none() {
            let told = SprintReview::read(act.db, sprint.clone())?;
            review.minutes = told.review.map(|review| review.minutes);
        }
        review.ended_at = Some(act.now);
        review.save(act.db)?;
        act.db.label(format!("End the Sprint Review of {}", sprint.name));
        SprintReview::read(act.db, sprint)
    }
}
