//! `board.stays`: how long cards usually stay in a column, so that one that stands there far longer is seen.

use std::collections::{BTreeSet, HashMap};

use chrono::{DateTime, Utc};
use lineout_domain::calendar::Calendar;
use lineout_domain::figures::stay::{self, Stay};
use lineout_domain::ids::{ColumnId, ItemId, ProductId};
use lineout_domain::sprint::State;
use lineout_store::record::{Product, Record};
use lineout_store::{Db, Moment};
use uuid::Uuid;

use super::get::GetBoard;
use crate::context::View;
use crate::error::Result;
use crate::product::calendar;
use crate::sprint::lived;
use crate::wire::{count, responses};

/// How many sprints the usual is taken from: the newest that are over.
const SPRINTS: usize = 6;

responses! {
    /// What is usual in the columns of a board.
    pub struct Stays {
        /// Columns about which enough is known.
        pub columns: Vec<ColumnStay>,
        /// How many of the newest ended sprints this rests on.
        pub sprints: u32,
    }

    /// How long cards stay in a column, in working days begun.
    pub struct ColumnStay {
        /// Which column.
        pub column: Uuid,
        /// 85% of the stays were this long or shorter.
        pub usual: u32,
        /// The middle one.
        pub median: f64,
        /// How many stays that is taken from.
        pub n: u32,
    }
}

pub(crate) fn run(view: &View<'_>, request: GetBoard) -> Result<Stays> {
    let db = &view.db;
    let product = Product::get(db, ProductId::new(request.product))?;
    let calendar = calendar(db, &product)?;
    let ended = db
        .sprints(product.id)?
        .into_iter()
        .filter(|sprint| matches!(sprint.state, State::Closed | State::Cancelled) && sprint.source.is_none());
    let sprints: Vec<_> = ended.take(SPRINTS).collect();
    let mut items: BTreeSet<ItemId> = BTreeSet::new();
    for sprint in &sprints {
        items.extend(db.items_ever_in(sprint.id)?);
    }
    let mut stays: HashMap<ColumnId, Vec<u32>> = HashMap::new();
    for item in items {
        for (column, stay) in past(db, item, &calendar)? {
            stays.entry(column).or_default().push(stay);
        }
    }
    let mut columns = Vec::new();
    for column in db.columns(product.id)? {
        if let Some(Stay { usual, median, n }) = stay::stay(stays.get(&column.id).map_or(&[], Vec::as_slice))
        {
            let n = count(n);
            columns.push(ColumnStay { column: column.id.as_uuid(), usual, median, n });
        }
    }
    Ok(Stays { columns, sprints: count(sprints.len()) })
}

/// The stays of an item that are over, each in working days begun.
fn past(db: &Db<'_>, item: ItemId, calendar: &Calendar) -> Result<Vec<(ColumnId, u32)>> {
    let moments = lived::settled(db.timeline::<Option<ColumnId>>("item", item, "board_column")?, calendar);
    let pairs = moments.windows(2).filter(|pair| pair[0].value != pair[1].value);
    Ok(pairs
        .filter_map(|pair| Some((pair[0].value.flatten()?, days(calendar, pair[0].at, pair[1].at))))
        .collect())
}

/// Since when the newest value holds.
pub(crate) fn current(moments: &[Moment<Option<ColumnId>>]) -> Option<DateTime<Utc>> {
    let last = moments.last()?;
    last.value.flatten()?;
    let same = moments.iter().rev().take_while(|moment| moment.value == last.value);
    same.last().map(|moment| moment.at)
}

/// Working days begun after the day of an instant, up to another: 0 on the day itself.
pub(crate) fn days(calendar: &Calendar, from: DateTime<Utc>, to: DateTime<Utc>) -> u32 {
    let first = calendar.day_of(from).succ_opt();
    let days = first.map_or(0, |first| calendar.working_days_between(first, calendar.day_of(to)));
    count(days)
}
