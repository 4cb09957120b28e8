//! Placeholder until the branch lands.
use crate::word::words;
words! { "retrospective state"; pub enum State { Open => "open", Closed => "closed" } }
words! { "format"; pub enum Format { WentWell => "wentWell", StartStop => "startStop", FourLs => "fourLs", MadSadGlad => "madSadGlad", Sailboat => "sailboat", Own => "own" } }
