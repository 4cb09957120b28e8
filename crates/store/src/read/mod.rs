//! Questions to the database, by noun, as methods of [`crate::Db`].

mod impediment;
mod increment;
mod item;
mod name;
mod product;
mod retro;
mod sprint;

pub use item::BacklogTotals;
pub use sprint::SprintTotals;
