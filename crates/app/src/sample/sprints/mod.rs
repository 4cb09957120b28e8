//! The sprints of the story, a file each.

mod fifth;
mod first;
mod fourth;
mod running;
mod second;
mod third;

use super::story::Moment;

/// The criteria the story waives, and the columns it moves through, by their names.
const REVIEWED: &str = "Reviewed by someone else";
const STAGING: &str = "Running on staging";
const NOTE: &str = "Release note written";

/// Every sprint's moments with the sprint's number; the last one runs.
pub(super) const SPRINTS: &[(u32, &[Moment])] = &[
    (1, first::MOMENTS),
    (2, second::MOMENTS),
    (3, third::MOMENTS),
    (4, fourth::MOMENTS),
    (5, fifth::MOMENTS),
    (6, running::MOMENTS),
];
