//! Errors as they leave the application: a code for programs, a message and a hint for people.

use lineout_domain::rule::Rule;
use lineout_store::StoreError;
use serde::Serialize;

/// What use cases answer with.
pub type Result<T, E = AppError> = std::result::Result<T, E>;

/// A refusal or failure. Nothing was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, thiserror::Error)]
#[error("{message}")]
pub struct AppError {
    /// Stable, in snake case. Programs match on this and on nothing else.
    pub code: String,
    /// What happened and why.
    pub message: String,
    /// What to do now.
    pub hint: String,
}

impl AppError {
    /// An error of the application's own.
    pub fn new(code: &str, message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self { code: code.to_owned(), message: message.into(), hint: hint.into() }
    }

    /// Something the request named is not there.
    pub fn not_found(what: &'static str) -> Self {
        StoreError::NotFound { what }.into()
    }
}

impl<R: Rule> From<R> for AppError {
    fn from(rule: R) -> Self {
        Self::new(rule.code(), rule.to_string(), rule.hint())
    }
}
