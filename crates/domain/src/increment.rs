//! Placeholder until the branch lands.
use crate::word::words;
words! { "increment state"; pub enum State { Usable => "usable", Released => "released" } }
