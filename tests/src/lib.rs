//! Acceptance and end-to-end tests.
