//! What moved between two instants, read from the history: cards between columns, tasks, blocks, estimates, what came
//! into the sprint and what left it.
//!
//! Of each thing the end is compared with the beginning, so what went there and back, or was undone, did not move.

use chrono::{DateTime, Utc};
use lineout_domain::ids::{ColumnId, ItemId, PersonId, SprintId};
use lineout_domain::item::Resolution;
use lineout_domain::task::State as TaskState;
use lineout_store::record::{self, Record};
use lineout_store::{Db, Moment};
use uuid::Uuid;

use super::Meeting;
use crate::error::Result;
use crate::impediment::blocked;
use crate::item::key;
use crate::wire::responses;

/// What happened to something.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize, schemars::JsonSchema, ts_rs::TS,
)]
#[serde(rename_all = "camelCase")]
pub enum MovedKind {
    /// Became Done.
    Done,
    /// Went to another column, or a task to another state.
    Moved,
    /// Was Done and is not any more.
    Reopened,
    /// Something blocks it now.
    Blocked,
    /// Nothing blocks it any more.
    Unblocked,
    /// Its estimate changed.
    Estimated,
    /// Came into the sprint.
    Added,
    /// Is in the sprint no more, or was cancelled or split.
    Removed,
}

responses! {
    /// One thing that moved.
    pub struct Moved {
        /// Of which item.
        pub item: Uuid,
        /// Its key.
        pub key: String,
        /// The task that moved; none when it was the item.
        pub task: Option<Uuid>,
        /// The title of the task, or of the item.
        pub title: String,
        /// What happened.
        pub kind: MovedKind,
        /// Where it was: a column, a state, an estimate.
        pub from: Option<String>,
        /// Where it is; of what came into the sprint, the column.
        pub to: Option<String>,
        /// Who did it last; none when nobody was acting.
        pub by: Option<Uuid>,
    }
}

/// A thing that moved, and whose it is: who does the task, who is assigned to the item, or else who moved it.
pub(crate) struct Found {
    pub(crate) whose: Vec<PersonId>,
    pub(crate) moved: Moved,
}

/// What a field held at an instant; none while the row did not exist.
pub(crate) fn at<T: Clone>(moments: &[Moment<T>], instant: DateTime<Utc>) -> Option<T> {
    moments.iter().rfind(|moment| moment.at <= instant).and_then(|moment| moment.value.clone())
}

/// Who gave a field the value it had at an instant.
fn author<T>(moments: &[Moment<T>], until: DateTime<Utc>) -> Option<PersonId> {
    moments.iter().rfind(|moment| moment.at <= until).and_then(|moment| moment.author)
}

fn changed<T: Clone + PartialEq>(
    moments: &[Moment<T>],
    from: DateTime<Utc>,
    until: DateTime<Utc>,
) -> Option<(Option<T>, Option<T>)> {
    let (before, after) = (at(moments, from), at(moments, until));
    (before != after).then_some((before, after))
}

/// Everything of a sprint that moved in a window, in the order of its board, an item before its tasks.
pub(crate) fn read(
    db: &Db<'_>,
    meeting: &Meeting,
    from: DateTime<Utc>,
    until: DateTime<Utc>,
) -> Result<Vec<Found>> {
    let mut items = db.sprint_items(meeting.sprint.id)?;
    for id in db.items_ever_in(meeting.sprint.id)? {
        if !items.iter().any(|item| item.id == id) {
            items.extend(record::Item::find(db, id)?);
        }
    }
    let mut moved = Vec::new();
    for item in &items {
        let mut of = Of { db, item, key: key(db, item)?, from, until, moved: &mut moved };
        if of.item(meeting.sprint.id)? {
            of.tasks()?;
        }
    }
    Ok(moved)
}

/// One item under the glass.
struct Of<'a, 'd> {
    db: &'a Db<'d>,
    item: &'a record::Item,
    key: String,
    from: DateTime<Utc>,
    until: DateTime<Utc>,
    moved: &'a mut Vec<Found>,
}

impl Of<'_, '_> {
    /// What moved of the item itself. False when the sprint had nothing to do with it in the window.
    fn item(&mut self, sprint: SprintId) -> Result<bool> {
        let (db, id) = (self.db, self.item.id);
        let sprints = db.timeline::<Option<SprintId>>("item", id, "sprint")?;
        let inside = |instant| at(&sprints, instant).flatten() == Some(sprint);
        let (was_in, is_in) = (inside(self.from), inside(self.until));
        let ends = db.timeline::<Option<Resolution>>("item", id, "resolution")?;
        let (was, is) = (at(&ends, self.from).flatten(), at(&ends, self.until).flatten());
        match (was_in, is_in) {
            (false, false) => return Ok(false),
            (false, true) => {
                let columns = self.db.timeline::<Option<ColumnId>>("item", id, "board_column")?;
                let column = self.column(at(&columns, self.until).flatten())?;
                self.push(MovedKind::Added, None, column, author(&sprints, self.until));
            }
            (true, false) => {
                self.push(MovedKind::Removed, None, None, author(&sprints, self.until));
                return Ok(true);
            }
            (true, true) if was != is && matches!(is, Some(Resolution::Cancelled | Resolution::Split)) => {
                let how = is.map(|is| if is == Resolution::Split { "Split" } else { "Cancelled" }.to_owned());
                self.push(MovedKind::Removed, None, how, author(&ends, self.until));
                return Ok(true);
            }
            (true, true) => {}
        }
        let columns = db.timeline::<Option<ColumnId>>("item", id, "board_column")?;
        if let Some((before, after)) = changed(&columns, self.from, self.until) {
            let kind = match (was == Some(Resolution::Done), is == Some(Resolution::Done)) {
                (false, true) => MovedKind::Done,
                (true, false) => MovedKind::Reopened,
                _ => MovedKind::Moved,
            };
            let (before, after) = (self.column(before.flatten())?, self.column(after.flatten())?);
            if was_in && after.is_some() {
                self.push(kind, before, after, author(&columns, self.until));
            }
        }
        let spans = blocked::spans(db, id)?;
        let blocked =
            |instant| spans.iter().any(|span| span.from <= instant && span.to.is_none_or(|to| instant < to));
        match (blocked(self.from), blocked(self.until)) {
            (false, true) => self.push(MovedKind::Blocked, None, None, None),
            // Being Done ends every block, and says enough.
            (true, false) if is.is_none() => self.push(MovedKind::Unblocked, None, None, None),
            _ => {}
        }
        let estimates = db.timeline::<Option<f64>>("item", id, "estimate")?;
        if was_in && let Some((before, after)) = changed(&estimates, self.from, self.until) {
            let points = |value: Option<Option<f64>>| value.flatten().map(|points| points.to_string());
            self.push(MovedKind::Estimated, points(before), points(after), author(&estimates, self.until));
        }
        Ok(true)
    }

    fn tasks(&mut self) -> Result<()> {
        for task in self.db.tasks(self.item.id)? {
            let states = self.db.timeline::<TaskState>("task", task.id, "state")?;
            let Some((before, after)) = changed(&states, self.from, self.until) else { continue };
            let kind = match (before, after) {
                (_, None) | (None, Some(TaskState::Todo)) => continue,
                (_, Some(TaskState::Done)) => MovedKind::Done,
                (Some(TaskState::Done), _) => MovedKind::Reopened,
                _ => MovedKind::Moved,
            };
            let by = author(&states, self.until);
            let moved = Moved {
                item: self.item.id.as_uuid(),
                key: self.key.clone(),
                task: Some(task.id.as_uuid()),
                title: task.title,
                kind,
                from: before.map(state),
                to: after.map(state),
                by: by.map(|person| person.as_uuid()),
            };
            self.moved.push(Found { whose: task.person.or(by).into_iter().collect(), moved });
        }
        Ok(())
    }

    fn push(&mut self, kind: MovedKind, from: Option<String>, to: Option<String>, by: Option<PersonId>) {
        let assigned = self.db.assignees(self.item.id).unwrap_or_default();
        let mut whose: Vec<PersonId> = assigned.into_iter().map(|row| row.person).collect();
        if whose.is_empty() {
            whose.extend(by);
        }
        let moved = Moved {
            item: self.item.id.as_uuid(),
            key: self.key.clone(),
            task: None,
            title: self.item.title.clone(),
            kind,
            from,
            to,
            by: by.map(|person| person.as_uuid()),
        };
        self.moved.push(Found { whose, moved });
    }

    fn column(&self, id: Option<ColumnId>) -> Result<Option<String>> {
        Ok(match id {
            Some(id) => self.db.name_of("board_column", &id.to_string())?,
            None => None,
        })
    }
}

fn state(state: TaskState) -> String {
    match state {
        TaskState::Todo => "To Do",
        TaskState::InProgress => "In Progress",
        TaskState::Done => "Done",
    }
    .to_owned()
}

/// Whether an item was Done at an instant.
pub(super) fn was_done(db: &Db<'_>, item: ItemId, instant: DateTime<Utc>) -> Result<bool> {
    let ends = db.timeline::<Option<Resolution>>("item", item, "resolution")?;
    Ok(at(&ends, instant).flatten() == Some(Resolution::Done))
}
