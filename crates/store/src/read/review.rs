//! Sprint Reviews, what was shown and said in them, and what they changed in the Product Backlog.

use chrono::{DateTime, Utc};
use lineout_domain::ids::{ActionId, ItemId, PersonId, ProductId, ReviewId, ReviewPointId, SprintId};
use rusqlite::params;

use crate::Result;
use crate::action::Db;
use crate::cell::Cell;
use crate::history::UNDONE;
use crate::record::{NotesTemplate, Record, Review, ReviewAttendee, ReviewFeedback, ReviewPoint, column};

/// One change of an item in the Product Backlog.
#[derive(Debug, Clone, PartialEq)]
pub struct BacklogChange {
    /// The action it was part of.
    pub action: ActionId,
    /// When.
    pub at: DateTime<Utc>,
    /// Who was acting.
    pub author: Option<PersonId>,
    /// The action's label.
    pub label: String,
    /// The item.
    pub item: ItemId,
    /// `insert`, `update` or `delete`.
    pub op: String,
    /// The field; none for an insert.
    pub field: Option<String>,
    /// What it holds since; none when that is nothing.
    pub after: Option<String>,
}

impl Db<'_> {
    /// The Review of a sprint, if it has one.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn review_of(&self, sprint: SprintId) -> Result<Option<Review>> {
        Review::first(self, "sprint = ?1", &[&sprint.store()])
    }

    /// The product's Reviews, those of the newest sprints first.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn reviews(&self, product: ProductId) -> Result<Vec<Review>> {
        let rest = "product = ?1 ORDER BY (SELECT number FROM sprint WHERE id = t.sprint) DESC";
        Review::all(self, rest, &[&product.store()])
    }

    /// Who is invited: people by name, then guests by name.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn review_attendees(&self, review: ReviewId) -> Result<Vec<ReviewAttendee>> {
        ReviewAttendee::all(self, "review = ?1 ORDER BY person IS NULL, lower(name), id", &[&review.store()])
    }

    /// The running order, items that are not Done any more included.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn review_points(&self, review: ReviewId) -> Result<Vec<ReviewPoint>> {
        ReviewPoint::all(self, "review = ?1 ORDER BY rank, id", &[&review.store()])
    }

    /// What was said, in the order it was.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn review_feedback(&self, review: ReviewId) -> Result<Vec<ReviewFeedback>> {
        ReviewFeedback::all(self, "review = ?1 ORDER BY said_at, id", &[&review.store()])
    }

    /// What was said about one point.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn feedback_on(&self, point: ReviewPointId) -> Result<Vec<ReviewFeedback>> {
        ReviewFeedback::all(self, "point = ?1 ORDER BY said_at, id", &[&point.store()])
    }

    /// The feedback that became an item.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn feedback_behind(&self, item: ItemId) -> Result<Vec<ReviewFeedback>> {
        ReviewFeedback::all(self, "item = ?1 ORDER BY said_at, id", &[&item.store()])
    }

    /// How a product writes its release notes, where it is not the usual way.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn notes_template(&self, product: ProductId) -> Result<Option<NotesTemplate>> {
        NotesTemplate::first(self, "product = ?1", &[&product.store()])
    }

    /// What people changed in the Product Backlog from the start of a Review to its end, or until now; what was taken
    /// back since is left out. Oldest first.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn changes_during(&self, review: &Review, limit: u32) -> Result<Vec<BacklogChange>> {
        // The actions that began and ended it bound the time, by the clock that never goes back.
        let bound = |field: &str| {
            format!(
                "(SELECT b.hlc FROM history AS x JOIN action AS b ON b.id = x.action WHERE x.tbl = 'review'
                  AND x.row = ?2 AND x.field = '{field}' AND x.after IS NOT NULL ORDER BY x.id DESC LIMIT 1)"
            )
        };
        let sql = format!(
            "SELECT a.id, a.at, a.author, a.label, h.row, h.op, h.field, CAST(h.after AS TEXT)
             FROM action AS a JOIN history AS h ON h.action = a.id
             WHERE a.hlc > {} AND (?3 OR a.hlc < {}) AND a.origin = 'user' AND NOT {UNDONE} AND h.tbl = 'item'
               AND (h.op = 'insert' OR h.op = 'delete' AND h.field = 'product' OR h.op = 'update'
                 AND (h.field IN ('rank', 'estimate', 'value', 'title', 'description')
                   OR h.field = 'resolution' AND h.after IN ('cancelled', 'split')))
               AND ?1 = coalesce((SELECT product FROM item WHERE id = h.row),
                 (SELECT g.before FROM history AS g WHERE g.tbl = 'item' AND g.row = h.row AND g.field = 'product'
                  AND g.op = 'delete' ORDER BY g.id DESC LIMIT 1))
             ORDER BY h.id LIMIT ?4",
            bound("started_at"),
            bound("ended_at"),
        );
        let mut statement = self.conn.prepare_cached(&sql)?;
        let values = params![review.product.store(), review.id.store(), review.ended_at.is_none(), limit];
        let rows = statement.query_map(values, |row| {
            Ok(BacklogChange {
                action: column(row, 0)?,
                at: column(row, 1)?,
                author: column(row, 2)?,
                label: row.get(3)?,
                item: column(row, 4)?,
                op: row.get(5)?,
                field: row.get(6)?,
                after: row.get(7)?,
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}
