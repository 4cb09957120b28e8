//! `increment.shipped` and `increment.compare`: what went out between two points, and what one increment holds that
//! another does not.

use std::fmt::Write as _;

use chrono::NaiveDate;
use lineout_domain::ids::{IncrementId, ProductId, SprintId};
use lineout_domain::increment::State;
use lineout_domain::increment::notes::{heading, in_part};
use lineout_domain::increment::shipped::{self as rules, Release};
use lineout_domain::item::ItemType as Kind;
use lineout_domain::text::{day as day_in_words, unmarked};
use lineout_store::Db;
use lineout_store::record::{self as rows, Record};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::{Increment, IncrementPart};
use crate::context::View;
use crate::error::{AppError, Result};
use crate::wire::{ItemType, count, requests, responses};

/// From where on something shipped.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(tag = "since", rename_all = "camelCase", deny_unknown_fields)]
pub enum Since {
    /// From the first release on.
    Beginning {},
    /// From a day on, the day included.
    Day {
        /// The day.
        day: NaiveDate,
    },
    /// After the release of an increment, which is not part of it.
    Release {
        /// The increment.
        increment: Uuid,
    },
    /// From the first day of a sprint on.
    Sprint {
        /// The sprint.
        sprint: Uuid,
    },
}

requests! {
    /// Asks what was released since a point.
    pub struct ShippedSince {
        /// Of which product.
        pub product: Uuid,
        /// From where on.
        pub from: Since,
        /// Up to the release of this increment, which is part of it; up to now when left out.
        pub until: Option<Uuid>,
    }

    /// Compares two increments of a product.
    pub struct CompareIncrements {
        /// One.
        pub first: Uuid,
        /// The other.
        pub second: Uuid,
    }
}

responses! {
    /// What was released.
    pub struct Shipped {
        /// The releases, in the order they went out.
        pub releases: Vec<ReleaseName>,
        /// What they hold, by type.
        pub groups: Vec<ShippedGroup>,
        /// Items in all.
        pub items: u32,
        /// The sum of their estimates.
        pub points: f64,
        /// All of it as a text, Markdown.
        pub markdown: String,
    }

    /// A release by name.
    pub struct ReleaseName {
        /// The increment.
        pub increment: Uuid,
        /// Its number.
        pub number: u32,
        /// Its name.
        pub name: String,
        /// The version.
        pub version: String,
        /// The day.
        pub day: NaiveDate,
    }

    /// What was released of one type.
    pub struct ShippedGroup {
        /// The type.
        #[serde(rename = "type")]
        pub item_type: ItemType,
        /// What it is called in notes.
        pub heading: String,
        /// The items, those that went out first at the top.
        pub items: Vec<ShippedItem>,
    }

    /// An item that was released.
    pub struct ShippedItem {
        /// The version it came with.
        pub version: String,
        /// What the increment keeps of it.
        #[serde(flatten)]
        pub part: IncrementPart,
    }

    /// Two increments side by side. An item is in one increment at most, so what each holds the other does not.
    pub struct Compared {
        /// The one.
        pub first: Increment,
        /// The other.
        pub second: Increment,
        /// What went out after the earlier of the two and up to the later; none while one of them is not released.
        pub between: Option<Shipped>,
    }
}

/// The releases of a product.
fn releases(db: &Db<'_>, product: ProductId) -> Result<Vec<(Release, rows::Increment)>> {
    let released = db.increments(product)?.into_iter().filter(|row| row.state == State::Released);
    Ok(released
        .filter_map(|row| {
            let (increment, number, at) = (row.id, row.number, row.released_at);
            row.released_on.map(|day| (Release { increment, day, at, number }, row))
        })
        .collect())
}

pub(crate) mod since {
    use super::*;

    pub(crate) fn run(view: &View<'_>, request: ShippedSince) -> Result<Shipped> {
        let db = &view.db;
        let product = rows::Product::get(db, ProductId::new(request.product))?;
        let all = releases(db, product.id)?;
        let named = |id: Uuid| {
            let found = all.iter().find(|(release, _)| release.increment.as_uuid() == id);
            found.map(|(_, row)| row).ok_or_else(|| AppError::not_found("release in this product"))
        };
        let (from, title) = match request.from {
            Since::Beginning {} => (rules::Since::Beginning, "everything so far".to_owned()),
            Since::Day { day } => {
                (rules::Since::Day(crate::sprint::check_day(day)?), format!("since {}", day_in_words(&day)))
            }
            Since::Release { increment } => {
                let row = named(increment)?;
                (rules::Since::Release(row.id), format!("since {}", row.version.clone().unwrap_or_default()))
            }
            Since::Sprint { sprint } => {
                let sprint = rows::Sprint::get(db, SprintId::new(sprint))?;
                if sprint.product != product.id {
                    return Err(AppError::not_found("sprint in this product"));
                }
                (rules::Since::Day(sprint.start_day), format!("since the start of {}", sprint.name))
            }
        };
        let until = request.until.map(&named).transpose()?;
        let title = match until.and_then(|row| row.version.as_ref()) {
            Some(version) => format!("{title}, up to {version}"),
            None => title,
        };
        let title = format!("{}: shipped {title}", product.name);
        Shipped::read(db, &all, from, until.map(|row| row.id), &title)
    }
}

pub(crate) mod compare {
    use super::*;

    pub(crate) fn run(view: &View<'_>, request: CompareIncrements) -> Result<Compared> {
        let db = &view.db;
        let first = rows::Increment::get(db, IncrementId::new(request.first))?;
        let second = rows::Increment::get(db, IncrementId::new(request.second))?;
        if first.product != second.product {
            return Err(AppError::new(
                "increments_of_two_products",
                "The increments belong to different products.",
                "Compare increments of one product.",
            ));
        }
        let all = releases(db, first.product)?;
        let release =
            |row: &rows::Increment| all.iter().find(|(_, other)| other.id == row.id).map(|(r, _)| r);
        let between = match (release(&first), release(&second)) {
            (Some(a), Some(b)) => {
                let (earlier, later) =
                    if rules::order(a, b).is_gt() { (&second, &first) } else { (&first, &second) };
                let version = |row: &rows::Increment| row.version.clone().unwrap_or_default();
                let title = format!("Shipped after {}, up to {}", version(earlier), version(later));
                Some(Shipped::read(db, &all, rules::Since::Release(earlier.id), Some(later.id), &title)?)
            }
            _ => None,
        };
        Ok(Compared { first: Increment::read(db, first)?, second: Increment::read(db, second)?, between })
    }
}

impl Shipped {
    fn read(
        db: &Db<'_>,
        all: &[(Release, rows::Increment)],
        since: rules::Since,
        until: Option<IncrementId>,
        title: &str,
    ) -> Result<Self> {
        let places: Vec<Release> = all.iter().map(|(release, _)| *release).collect();
        let (mut names, mut items) = (Vec::new(), Vec::new());
        for release in rules::between(&places, since, until) {
            let row = all.iter().find(|(other, _)| other.increment == release.increment);
            let Some((_, row)) = row else { continue };
            let increment = Increment::read(db, row.clone())?;
            let version = increment.version.unwrap_or_default();
            items.extend(
                increment.items.into_iter().map(|part| ShippedItem { version: version.clone(), part }),
            );
            names.push(ReleaseName {
                increment: increment.id,
                number: increment.number,
                name: increment.name,
                version,
                day: release.day,
            });
        }
        let count = count(items.len());
        let points = lineout_domain::item::sum(items.iter().map(|item| item.part.estimate));
        let mut groups = Vec::new();
        for kind in Kind::ALL {
            let wanted = ItemType::from(*kind);
            let (of, rest) = items.into_iter().partition(|item| item.part.item_type == wanted);
            items = rest;
            let of: Vec<ShippedItem> = of;
            if !of.is_empty() {
                groups.push(ShippedGroup { item_type: wanted, heading: heading(*kind).into(), items: of });
            }
        }
        let markdown = text(title, &names, &groups);
        Ok(Self { releases: names, groups, items: count, points, markdown })
    }
}

fn text(title: &str, releases: &[ReleaseName], groups: &[ShippedGroup]) -> String {
    let mut text = format!("# {}\n", unmarked(title));
    if releases.is_empty() {
        text.push_str("\nNothing was released.\n");
    } else {
        text.push('\n');
    }
    for release in releases {
        let (version, name) = (unmarked(&release.version), unmarked(&release.name));
        let _ = writeln!(text, "- **{version}** {name}, {}", day_in_words(&release.day));
    }
    for group in groups {
        let _ = write!(text, "\n## {}\n\n", group.heading);
        for item in &group.items {
            let _ = writeln!(
                text,
                "- {} {}{} ({})",
                item.part.key,
                unmarked(&item.part.title),
                in_part(item.part.remainder.as_deref()),
                unmarked(&item.version)
            );
        }
    }
    text
}
