//! `product.create`: a product with its board and Definition of Done.

use lineout_domain::board;
use lineout_domain::calendar::Weekdays;
use lineout_domain::product as rules;
use lineout_domain::{accountability, done};
use lineout_store::record::{self, Record};

use super::{Product, scale_text};
use crate::context::Act;
use crate::error::{AppError, Result};
use crate::wire::{Category, Mode, requests};

requests! {
    /// Creates a product. What is left out starts as is usual.
    #[derive(Default)]
    pub struct CreateProduct {
        /// 2 to 10 capital letters and digits; the prefix of its items' keys.
        pub key: String,
        /// Its name.
        pub name: String,
        /// The Product Goal.
        pub goal: Option<String>,
        /// What an item must meet to be Done.
        pub definition_of_done: Option<Vec<String>>,
        /// The usual sprint, 1 to 31 calendar days.
        pub sprint_length_days: Option<i32>,
        /// IANA name; UTC when left out.
        pub time_zone: Option<String>,
        /// `mon` to `sun`.
        pub working_days: Option<Vec<String>>,
        /// Estimates in points, ascending.
        pub estimate_scale: Option<Vec<f64>>,
        /// Whether accountabilities guide or refuse.
        pub accountability: Option<Mode>,
        /// The board, left to right.
        pub columns: Option<Vec<NewColumn>>,
    }

    /// A column of a new board.
    pub struct NewColumn {
        /// Its name.
        pub name: String,
        /// What it means.
        pub category: Category,
        /// Most items in it.
        pub wip_limit: Option<i32>,
    }
}

pub(crate) fn run(act: &mut Act<'_, '_>, request: CreateProduct) -> Result<Product> {
    let row = create(act, request)?;
    act.db.label(format!("Create {}", row.name));
    Product::read(act.db, row)
}

/// Writes the product, its board and its first Definition of Done.
pub(crate) fn create(act: &mut Act<'_, '_>, request: CreateProduct) -> Result<record::Product> {
    let key = rules::key(&request.key)?;
    if let Some(other) = act.db.product_by_key(&key)? {
        return Err(key_taken(&key, &other.name));
    }
    let goal = rules::goal(&request.goal.unwrap_or_default())?;
    let scale = match &request.estimate_scale {
        Some(values) => rules::scale(values)?,
        None => rules::DEFAULT_SCALE.to_vec(),
    };
    let days = request
        .sprint_length_days
        .map_or(Ok(rules::DEFAULT_SPRINT_DAYS), |n| rules::sprint_days(n.into()))?;
    let row = record::Product {
        id: act.id(),
        name: rules::name(&request.name)?,
        goal,
        time_zone: rules::time_zone(request.time_zone.as_deref().unwrap_or("UTC"))?.name().to_owned(),
        working_days: working_days(request.working_days.as_deref())?.bits(),
        sprint_length_days: u8::try_from(days).unwrap_or(u8::MAX),
        estimate_scale: scale_text(&scale),
        accountability: request.accountability.map_or(accountability::Mode::Guide, Into::into),
        key,
    };
    row.insert(act.db)?;
    let columns: Vec<(String, board::Category, Option<i64>)> = match request.columns {
        Some(columns) => {
            columns.into_iter().map(|c| (c.name, c.category.into(), c.wip_limit.map(i64::from))).collect()
        }
        None => rules::DEFAULT_COLUMNS
            .iter()
            .map(|(name, category)| ((*name).to_owned(), *category, None))
            .collect(),
    };
    for (position, column) in (0..).zip(board::columns(&columns)?) {
        let row = record::BoardColumn {
            id: act.id(),
            product: row.id,
            name: column.name,
            category: column.category,
            position,
            wip_limit: column.wip_limit,
        };
        row.insert(act.db)?;
    }
    let criteria = match request.definition_of_done {
        Some(texts) => done::criteria(&texts)?,
        None => rules::DEFAULT_DEFINITION_OF_DONE.iter().map(|text| (*text).to_owned()).collect(),
    };
    super::revise_definition::write_version(act, row.id, 1, &criteria)?;
    Ok(row)
}

/// Working days from their words; Monday to Friday when nothing was said.
pub(crate) fn working_days(words: Option<&[String]>) -> Result<Weekdays> {
    let Some(words) = words else { return Ok(Weekdays::MONDAY_TO_FRIDAY) };
    let days = Weekdays::parse(words).ok_or_else(|| {
        AppError::new(
            "weekday_unknown",
            "A working day was not understood.",
            "Use mon, tue, wed, thu, fri, sat, sun.",
        )
    })?;
    Ok(rules::working_days(days)?)
}

/// The refusal of a key that another product has.
pub(crate) fn key_taken(key: &str, name: &str) -> AppError {
    AppError::new(
        "product_key_taken",
        format!("The key {key} belongs to {name} already."),
        "Choose another key: item numbers follow it, so two products cannot share one.",
    )
}
