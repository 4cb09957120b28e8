//! Placeholder until the branch lands.
use crate::word::words;
words! { "direction"; pub enum Direction { Up => "up", Down => "down" } }
words! { "improvement state"; pub enum State { Proposed => "proposed", Agreed => "agreed", InProgress => "inProgress", InReview => "inReview", Kept => "kept", Adapted => "adapted", Dropped => "dropped" } }
