//! The way of an item to Done, read from its history by its sprint's own time.

use chrono::{DateTime, Utc};
use lineout_domain::board::Category;
use lineout_domain::figures::cycle::{self as figure, Cycle, Entry};
use lineout_domain::ids::{ColumnId, ItemId};
use lineout_domain::item::Resolution;
use lineout_store::{Cell, Db, Moment};

use crate::error::Result;
use crate::sprint::lived::{self, Course};

/// How an item became Done by the end of a course. What was done to it after it was Done last, before that, is the
/// business of a later end. `None` when it was not Done.
pub(crate) fn cycle(db: &Db<'_>, item: ItemId, course: &Course) -> Result<Option<Cycle>> {
    let until = course.as_of;
    let columns = known(lived::timeline::<Option<ColumnId>>(db, course, item, "board_column")?, until);
    let endings = known(lived::timeline::<Option<Resolution>>(db, course, item, "resolution")?, until);
    let mut instants: Vec<DateTime<Utc>> =
        columns.iter().map(|moment| moment.at).chain(endings.iter().map(|moment| moment.at)).collect();
    instants.sort_unstable();
    instants.dedup();
    let mut entries = Vec::with_capacity(instants.len());
    for at in instants {
        let category = match held(&endings, at) {
            Some(Some(Resolution::Done)) => Some(Category::Done),
            Some(Some(_)) => None,
            _ => match held(&columns, at).flatten() {
                Some(column) => category(db, column)?,
                None => None,
            },
        };
        entries.push(Entry { at, category });
    }
    let done = entries.iter().rposition(|entry| entry.category == Some(Category::Done));
    Ok(done.and_then(|last| figure::cycle(&entries[..=last])))
}

fn known<T: Cell>(moments: Vec<Moment<T>>, until: DateTime<Utc>) -> Vec<Moment<T>> {
    moments.into_iter().filter(|moment| moment.at <= until).collect()
}

/// What a field held at an instant; of several values at one instant the last.
fn held<T: Clone>(moments: &[Moment<T>], at: DateTime<Utc>) -> Option<T> {
    moments.iter().rfind(|moment| moment.at <= at).and_then(|moment| moment.value.clone())
}

/// What a column means or meant: that never changes, but the column may be gone.
fn category(db: &Db<'_>, column: ColumnId) -> Result<Option<Category>> {
    let word = db.field_of("board_column", &column.to_string(), "category")?;
    Ok(word.and_then(|word| word.parse().ok()))
}
