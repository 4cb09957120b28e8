//! Questions to the database, by noun, as methods of [`crate::Db`].

mod backlog;
mod impediment;
mod increment;
mod item;
mod product;
mod retro;
mod sprint;

pub use backlog::BacklogTotals;
pub use sprint::SprintTotals;
