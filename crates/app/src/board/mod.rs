//! The board of the active sprint.

pub mod card;
pub mod enter_done;
pub mod get;
pub mod move_;
pub mod move_task;
pub mod stay;
pub mod tick;
