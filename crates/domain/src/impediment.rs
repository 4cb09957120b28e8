//! Placeholder until the branch lands.
use crate::word::words;
words! { "severity"; pub enum Severity { Low => "low", Medium => "medium", High => "high", Critical => "critical" } }
words! { "impediment state"; pub enum State { Raised => "raised", Acknowledged => "acknowledged", Resolved => "resolved" } }
