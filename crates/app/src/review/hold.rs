//! `review.start` and `review.end`: when the Review takes place. What was shown and said is kept at its end. Its timer
//! starts and stops with it; like every timer it is outside the history.

use lineout_domain::ids::ReviewId;
use lineout_domain::item::Resolution;
use lineout_domain::rank;
use lineout_domain::review as rules;
use lineout_domain::timer::Kind;
use lineout_store::record::{self as rows, Record};

use super::get::SprintReview;
use super::{NameReview, points, state};
use crate::context::Act;
use crate::error::Result;
use crate::timer;

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
        begin_timer(act, &review, &sprint.name)?;
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
        end_timers(act, &review)?;
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

/// Times the Review by its points, or as long as one usually takes. Whoever took a start back and starts again finds the timer running still.
fn begin_timer(act: &mut Act<'_, '_>, review: &rows::Review, sprint: &str) -> Result<()> {
    let subject = review.id.to_string();
    let live = act.db.timer_of(Kind::Review, &subject)?.is_some_and(|row| row.stopped_at.is_none());
    if live {
        return Ok(());
    }
    let boxes = points::running_order(act.db, review)?;
    let minutes = rules::length(boxes.iter().map(|point| point.timebox));
    let label = format!("Sprint Review of {sprint}");
    timer::start(act, review.product, Kind::Review, &subject, &label, minutes * 60)?;
    Ok(())
}

/// Stops what is timed of it: itself, and each of its points.
fn end_timers(act: &mut Act<'_, '_>, review: &rows::Review) -> Result<()> {
    let mut subjects = vec![review.id.to_string()];
    subjects.extend(act.db.review_points(review.id)?.iter().map(|point| point.id.to_string()));
    for subject in subjects {
        let Some(mut row) = act.db.timer_of(Kind::Review, &subject)? else { continue };
        if row.stopped_at.is_none() {
            let mut course = row.course();
            course.stop(act.now);
            row.follow(course);
            row.save(act.db)?;
        }
    }
    Ok(())
}
