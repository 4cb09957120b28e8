//! `backlog.valueEffort` and `backlog.ofValueAndEffort`: what the items of the Product Backlog are worth against what
//! they cost.

use std::collections::HashMap;

use lineout_domain::figures;
use lineout_domain::ids::{ItemId, ProductId};
use lineout_store::read::ValueGroup;
use lineout_store::record::{self, Record};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::link::LinkedItem;
use crate::context::View;
use crate::error::Result;
use crate::wire::{self, requests, responses};

/// Most points drawn. More would be a cloud, and the rest is said.
const POINTS_MAX: usize = 300;
/// Most items told of one point.
const ITEMS_MAX: u32 = 100;

requests! {
    /// Asks for the Product Backlog by value and effort.
    pub struct GetValueEffort {
        /// Of which product.
        pub product: Uuid,
    }

    /// Asks for the items of one place.
    pub struct OfValueAndEffort {
        /// Of which product.
        pub product: Uuid,
        /// Which.
        pub of: ValuePlace,
    }
}

/// Where items are in the plane of value and effort, or why they are not in it.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize, Serialize, JsonSchema, TS)]
#[serde(tag = "at", rename_all = "camelCase", deny_unknown_fields)]
pub enum ValuePlace {
    // With braces, for serde refuses unknown fields only of variants that may have some.
    /// Those with this value and this estimate.
    Point {
        /// Their value.
        value: u32,
        /// Their estimate, in points.
        estimate: f64,
    },
    /// Those with an estimate and no value.
    WithoutValue {},
    /// Those with a value and no estimate.
    WithoutEstimate {},
    /// Those with neither.
    WithoutBoth {},
}

impl From<ValuePlace> for lineout_store::read::ValuePlace {
    fn from(place: ValuePlace) -> Self {
        match place {
            ValuePlace::Point { value, estimate } => Self::Point { value: value.into(), estimate },
            ValuePlace::WithoutValue {} => Self::WithoutValue,
            ValuePlace::WithoutEstimate {} => Self::WithoutEstimate,
            ValuePlace::WithoutBoth {} => Self::WithoutBoth,
        }
    }
}

responses! {
    /// The items of the Product Backlog that have a value and an estimate, as points of a plane.
    pub struct ValueEffort {
        /// One for each pair of value and estimate; the one whose first item stands highest first. At most 300.
        pub points: Vec<ValuePoint>,
        /// Items in all that have both.
        pub items: u32,
        /// Pairs that are not among the points.
        pub left_out_points: u32,
        /// Items of these.
        pub left_out_items: u32,
        /// The middle value of all that have both: what parts more from less.
        pub middle_value: Option<f64>,
        /// The middle estimate.
        pub middle_estimate: Option<f64>,
        /// Items without a value that have an estimate.
        pub without_value: u32,
        /// Items without an estimate that have a value.
        pub without_estimate: u32,
        /// Items with neither.
        pub without_both: u32,
    }

    /// Items with one value and one estimate.
    pub struct ValuePoint {
        /// Their value.
        pub value: u32,
        /// Their estimate, in points.
        pub estimate: f64,
        /// How many.
        pub items: u32,
        /// The first of them in the order of the backlog.
        pub first: LinkedItem,
    }

    /// The items of one place.
    pub struct ItemsOfValue {
        /// In the order of the backlog; at most 100.
        pub items: Vec<LinkedItem>,
    }
}

pub(crate) fn run(view: &View<'_>, request: GetValueEffort) -> Result<ValueEffort> {
    let product = record::Product::get(&view.db, ProductId::new(request.product))?;
    let groups = view.db.value_groups(product.id)?;
    let count = |wanted: &dyn Fn(&ValueGroup) -> bool| {
        groups.iter().filter(|group| wanted(group)).map(|group| group.items).sum()
    };
    let placed: Vec<(u32, f64, &ValueGroup)> = groups
        .iter()
        .filter_map(|group| Some((u32::try_from(group.value?).ok()?, group.estimate?, group)))
        .collect();
    let drawn = &placed[..placed.len().min(POINTS_MAX)];
    let left = &placed[drawn.len()..];
    let ids: Vec<ItemId> = drawn.iter().map(|(_, _, group)| group.first).collect();
    let mut first: HashMap<ItemId, record::Item> =
        view.db.items_among(&ids)?.into_iter().map(|item| (item.id, item)).collect();
    let mut points = Vec::with_capacity(drawn.len());
    for (value, estimate, group) in drawn {
        if let Some(item) = first.remove(&group.first) {
            let first = LinkedItem::of(&product.key, item);
            points.push(ValuePoint { value: *value, estimate: *estimate, items: group.items, first });
        }
    }
    let total = |part: &[(u32, f64, &ValueGroup)]| part.iter().map(|(_, _, group)| group.items).sum();
    Ok(ValueEffort {
        points,
        items: total(&placed),
        left_out_points: wire::count(left.len()),
        left_out_items: total(left),
        middle_value: middle(placed.iter().map(|(value, _, group)| (f64::from(*value), group.items))),
        middle_estimate: middle(placed.iter().map(|(_, estimate, group)| (*estimate, group.items))),
        without_value: count(&|group| group.value.is_none() && group.estimate.is_some()),
        without_estimate: count(&|group| group.value.is_some() && group.estimate.is_none()),
        without_both: count(&|group| group.value.is_none() && group.estimate.is_none()),
    })
}

/// The middle of numbers, each of which is there several times.
fn middle(numbers: impl Iterator<Item = (f64, u32)>) -> Option<f64> {
    figures::weighted_median(&numbers.collect::<Vec<_>>())
}

pub(crate) mod items {
    use super::*;

    pub(crate) fn run(view: &View<'_>, request: OfValueAndEffort) -> Result<ItemsOfValue> {
        let product = record::Product::get(&view.db, ProductId::new(request.product))?;
        let rows = view.db.at_value(product.id, request.of.into(), ITEMS_MAX)?;
        Ok(ItemsOfValue { items: rows.into_iter().map(|item| LinkedItem::of(&product.key, item)).collect() })
    }
}
