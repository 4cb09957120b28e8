//! The use cases and the contract.

pub mod import;
