//! Questions to the database, by noun, as methods of [`crate::Db`].

mod backlog;
mod daily;
mod detail;
mod epic;
mod goal;
mod guidance;
mod impediment;
mod import;
mod increment;
mod item;
mod matches;
mod name;
mod person;
mod planning;
mod poker;
mod product;
mod retro;
mod review;
mod row;
mod search;
mod sprint;
mod story;
mod throughput;
mod timer;
mod value;

pub use backlog::BacklogTotals;
pub use epic::{Amount, EpicAmounts};
pub use guidance::{GuidanceFilter, GuidanceRow};
pub use matches::{Filter, Matches, Scope, Sort, SortBy};
pub use review::BacklogChange;
pub use search::Found;
pub use sprint::SprintTotals;
pub use story::StoryChange;
pub use throughput::Load;
pub use value::{ValueGroup, ValuePlace};
