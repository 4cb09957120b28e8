//! One struct a table. [`Record`] is what every one of them can do; saving writes all columns and lets the history
//! triggers log those that really changed.

mod daily;
mod goal;
mod impediment;
mod increment;
mod item;
mod poker;
mod product;
mod retro;
mod review;
mod sprint;
mod timer;

pub use daily::{Daily, DailyImpediment, DailyPerson, DailyPlan, DailyTurn, DailyVote};
pub use goal::{GoalMeasure, GoalMeasurement, PastGoal};
pub use impediment::{Impediment, ImpedimentItem};
pub use increment::{Increment, IncrementItem, NotesTemplate};
pub use item::{
    AcceptanceCriterion, Attachment, Epic, Item, ItemAssignee, ItemComment, ItemCriterion, ItemLabel,
    ItemLink, ItemReady, ItemTemplate, ReadyCriterion, ReadyPolicy, SavedView, Task, TaskTemplate,
};
pub use poker::{PokerRound, PokerSeat, PokerVote};
pub use product::{
    BoardColumn, DayOff, DefinitionOfDone, DoneCriterion, FocusHours, Guidance, Holiday, Member, Person,
    Product, WorkspaceInfo,
};
pub use retro::{
    Improvement, ImprovementMeasurement, RetroCard, RetroCheckIn, RetroColumn, RetroGroup, RetroRating,
    RetroReview, RetroTopic, Retrospective,
};
pub use review::{Review, ReviewAttendee, ReviewFeedback, ReviewPoint};
pub use sprint::{Sprint, SprintCommitment, SprintRecord, SprintRecordItem};
pub use timer::Timer;

use rusqlite::Row;
use rusqlite::types::Value;

use crate::action::{Db, Writer};
use crate::cell::Cell;
use crate::{Result, StoreError};

/// A row of a tracked table.
pub trait Record: Sized {
    /// The type of its id.
    type Id: Cell + Copy;
    /// The table.
    const TABLE: &'static str;
    /// The noun a user would say: "There is no such …".
    const NOUN: &'static str;
    /// Its columns, the id first.
    const COLUMNS: &'static [&'static str];

    /// Its id.
    fn id(&self) -> Self::Id;
    /// From a row that selects [`Record::COLUMNS`] first and in order.
    ///
    /// # Errors
    /// When a column holds something of another form.
    fn from_row(row: &Row<'_>) -> rusqlite::Result<Self>;
    /// The values of [`Record::COLUMNS`].
    fn values(&self) -> Vec<Value>;

    /// The row with this id, if there is one.
    ///
    /// # Errors
    /// When the database refuses.
    fn find(db: &Db<'_>, id: Self::Id) -> Result<Option<Self>> {
        Self::first(db, "id = ?1", &[&id.store()])
    }

    /// The row with this id.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is none.
    fn get(db: &Db<'_>, id: Self::Id) -> Result<Self> {
        Self::find(db, id)?.ok_or(StoreError::NotFound { what: Self::NOUN })
    }

    /// Writes a new row.
    ///
    /// # Errors
    /// When a constraint stands in the way.
    fn insert(&self, writer: &Writer<'_>) -> Result<()> {
        let marks = vec!["?"; Self::COLUMNS.len()].join(", ");
        let sql = format!("INSERT INTO {} ({}) VALUES ({marks})", Self::TABLE, columns::<Self>(""));
        writer.conn.prepare_cached(&sql)?.execute(rusqlite::params_from_iter(self.values()))?;
        Ok(())
    }

    /// Writes every column of an existing row; what did not change leaves no history.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when the row is gone.
    fn save(&self, writer: &Writer<'_>) -> Result<()> {
        let sets = Self::COLUMNS.iter().enumerate().skip(1);
        let sets = sets.map(|(n, column)| format!("{column} = ?{}", n + 1)).collect::<Vec<_>>().join(", ");
        let sql = format!("UPDATE {} SET {sets} WHERE id = ?1", Self::TABLE);
        match writer.conn.prepare_cached(&sql)?.execute(rusqlite::params_from_iter(self.values()))? {
            0 => Err(StoreError::NotFound { what: Self::NOUN }),
            _ => Ok(()),
        }
    }

    /// Deletes the row. Its last values stay in the history.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when it is gone already.
    fn delete(&self, writer: &Writer<'_>) -> Result<()> {
        let sql = format!("DELETE FROM {} WHERE id = ?1", Self::TABLE);
        match writer.conn.prepare_cached(&sql)?.execute([self.id().store()])? {
            0 => Err(StoreError::NotFound { what: Self::NOUN }),
            _ => Ok(()),
        }
    }

    #[doc(hidden)]
    fn all(db: &Db<'_>, rest: &str, values: &[&Value]) -> Result<Vec<Self>> {
        let sql = format!("SELECT {} FROM {} AS t WHERE {rest}", columns::<Self>("t."), Self::TABLE);
        let mut statement = db.conn.prepare_cached(&sql)?;
        let rows = statement.query_map(rusqlite::params_from_iter(values.iter().copied()), Self::from_row)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    #[doc(hidden)]
    fn first(db: &Db<'_>, rest: &str, values: &[&Value]) -> Result<Option<Self>> {
        Ok(Self::all(db, &format!("{rest} LIMIT 1"), values)?.into_iter().next())
    }
}

/// The columns of a record, for a SELECT, each behind `prefix`.
pub(crate) fn columns<R: Record>(prefix: &str) -> String {
    R::COLUMNS.iter().map(|column| format!("{prefix}{column}")).collect::<Vec<_>>().join(", ")
}

/// Declares the struct of a table and its [`Record`].
macro_rules! record {
    ($(#[$meta:meta])* $Name:ident, $table:literal, $noun:literal { $id:ident: $Id:ty, $($(#[$doc:meta])* $field:ident: $Type:ty),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq)]
        pub struct $Name {
            /// Identity.
            pub $id: $Id,
            $($(#[$doc])* #[doc = concat!("Column `", stringify!($field), "`.")] pub $field: $Type,)+
        }

        impl $crate::record::Record for $Name {
            type Id = $Id;
            const TABLE: &'static str = $table;
            const NOUN: &'static str = $noun;
            const COLUMNS: &'static [&'static str] = &[stringify!($id), $(stringify!($field)),+];

            fn id(&self) -> $Id {
                self.$id
            }

            fn from_row(row: &rusqlite::Row<'_>) -> rusqlite::Result<Self> {
                let mut n = 0..;
                let mut next = || n.next().unwrap_or_default();
                Ok(Self {
                    $id: $crate::record::column(row, next())?,
                    $($field: $crate::record::column(row, next())?),+
                })
            }

            fn values(&self) -> Vec<rusqlite::types::Value> {
                use $crate::cell::Cell;
                vec![self.$id.store(), $(self.$field.store()),+]
            }
        }
    };
}
pub(crate) use record;

/// One column of a row, by its number.
pub(crate) fn column<T: Cell>(row: &Row<'_>, n: usize) -> rusqlite::Result<T> {
    let value = row.get_ref(n)?;
    T::load(value)
        .map_err(|error| rusqlite::Error::FromSqlConversionFailure(n, value.data_type(), Box::new(error)))
}
