//! Shapes on the wire that several use cases share. They mirror the domain's words and the store's rows without
//! being them, so that either may change without breaking a script.

use schemars::JsonSchema;
use serde::{Deserialize, Deserializer, Serialize};
use ts_rs::TS;

/// A number of things as the wire has it; what does not fit is as many as fit.
pub(crate) fn count(n: impl TryInto<u32>) -> u32 {
    n.try_into().unwrap_or(u32::MAX)
}

/// Declares requests: camelCase, unknown fields refused, optional fields optional.
macro_rules! requests {
    ($($(#[$meta:meta])* pub struct $Name:ident { $($fields:tt)* })+) => {$(
        $(#[$meta])*
        #[derive(Debug, Clone, serde::Deserialize, schemars::JsonSchema, ts_rs::TS)]
        #[serde(rename_all = "camelCase", deny_unknown_fields)]
        #[ts(optional_fields)]
        pub struct $Name { $($fields)* }
    )+};
}
pub(crate) use requests;

/// Declares responses: camelCase.
macro_rules! responses {
    ($($(#[$meta:meta])* pub struct $Name:ident { $($fields:tt)* })+) => {$(
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, schemars::JsonSchema, ts_rs::TS)]
        #[serde(rename_all = "camelCase")]
        pub struct $Name { $($fields)* }
    )+};
}
pub(crate) use responses;

/// Declares a word of the wire beside the domain's enum of the same values.
macro_rules! wire_words {
    ($($(#[$meta:meta])* $Name:ident = $Domain:path { $($Value:ident),+ $(,)? })+) => {$(
        $(#[$meta])*
        #[derive(
            Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize, schemars::JsonSchema, ts_rs::TS,
        )]
        #[serde(rename_all = "camelCase")]
        #[allow(missing_docs, reason = "the domain's enum of the same name explains each value")]
        pub enum $Name { $($Value),+ }

        impl From<$Domain> for $Name {
            fn from(value: $Domain) -> Self {
                match value { $(<$Domain>::$Value => Self::$Value),+ }
            }
        }

        impl From<$Name> for $Domain {
            fn from(value: $Name) -> Self {
                match value { $($Name::$Value => <$Domain>::$Value),+ }
            }
        }
    )+};
}

pub(crate) use wire_words;

wire_words! {
    /// What kind of work an item is.
    ItemType = lineout_domain::item::ItemType { Feature, Enhancement, Fix, Spike, Chore, Improvement }
    /// How an item ended.
    Resolution = lineout_domain::item::Resolution { Done, Cancelled, Split }
    /// What a person is to a product.
    Role = lineout_domain::accountability::Role { ProductOwner, ScrumMaster, Developer, Stakeholder }
    /// Whether accountabilities guide or refuse.
    Mode = lineout_domain::accountability::Mode { Guide, Strict }
    /// What a workflow column means.
    Category = lineout_domain::board::Category { Todo, InProgress, Done }
}

/// A field of an edit that may be left alone (absent), cleared (`null`) or set.
pub(crate) fn patch<'de, D, T>(deserializer: D) -> Result<Option<Option<T>>, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de>,
{
    Option::<T>::deserialize(deserializer).map(Some)
}

/// Where items are put in the Product Backlog.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize, JsonSchema, TS)]
#[serde(tag = "to", rename_all = "camelCase", deny_unknown_fields)]
pub enum Place {
    // With braces, for serde refuses unknown fields only of variants that may have some.
    /// First.
    Top {},
    /// Last.
    Bottom {},
    /// The n-th row of the whole Product Backlog, from 1.
    Position {
        /// From 1; past the end means last.
        position: u32,
    },
    /// Right before another item.
    Before {
        /// That item.
        item: uuid::Uuid,
    },
    /// Right after another item.
    After {
        /// That item.
        item: uuid::Uuid,
    },
}
