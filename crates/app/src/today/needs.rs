//! What needs a person, by the roles they hold. Who holds none is told what a stakeholder is.

use chrono::{DateTime, NaiveDate, Utc};
use lineout_domain::accountability::Role as Held;
use lineout_domain::board::Category;
use lineout_domain::ids::PersonId;
use lineout_domain::impediment::State as Trouble;
use lineout_domain::improvement::Due;
use lineout_domain::sprint::State;
use lineout_domain::task;
use lineout_domain::today as rules;
use lineout_store::record::{self, Record};
use uuid::Uuid;

use super::get::Day;
use crate::error::Result;
use crate::item::{ItemRow, key};
use crate::wire::{self, Role, responses};

/// What there is to see to.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize, schemars::JsonSchema, ts_rs::TS,
)]
#[serde(rename_all = "camelCase")]
pub enum NeedKind {
    /// Items of the person's that are blocked.
    MyBlocked,
    /// Items of the person's that are in progress.
    MyItems,
    /// Tasks of the person's that are begun or to do.
    MyTasks,
    /// Items in To Do that nobody has taken on.
    Waiting,
    /// Impediments that nobody took note of.
    Unacknowledged,
    /// Impediments that take long.
    Ageing,
    /// Improvements whose review is due.
    ImprovementsDue,
    /// Working days of the sprint without a Daily Scrum.
    DailiesSkipped,
    /// Items at the top of the Product Backlog without an estimate.
    Unestimated,
    /// Items at the top of the Product Backlog that are not ready.
    NotReady,
    /// The product has no goal.
    NoGoal,
    /// The Product Goal has no measure.
    GoalUnmeasured,
    /// The Product Goal was not measured, or long ago.
    GoalMeasuredLongAgo,
    /// The sprint ends soon and the next has no goal or no items.
    NextSprintUnplanned,
    /// Items in the last column before Done.
    WaitingForAcceptance,
    /// The Review to come.
    NextReview,
    /// What was delivered last.
    LastIncrement,
}

responses! {
    /// Something that needs a person.
    pub struct Need {
        /// What.
        pub kind: NeedKind,
        /// The role it is asked of.
        pub role: Role,
        /// How many.
        pub count: u32,
        /// The first of them.
        pub rows: Vec<NeedRow>,
        /// A day that belongs to it: of the Review, of the last measurement.
        pub day: Option<NaiveDate>,
    }

    /// One thing that needs somebody.
    pub struct NeedRow {
        /// Its id: of an item, an impediment, an improvement, a task's item, an increment or a sprint, by the kind.
        pub id: Uuid,
        /// Its key; empty of what has none.
        pub key: String,
        /// Its title; the day, of a day without a Daily Scrum.
        pub title: String,
        /// Since when it waits, where that is known.
        pub since: Option<DateTime<Utc>>,
        /// Points, of an item.
        pub estimate: Option<f64>,
        /// What else there is to say: the column of a card, the version of a release, what a sprint lacks.
        pub note: Option<String>,
    }
}

/// So many rows of a need are named.
const NAMED: usize = 5;

pub(super) fn of(day: &Day<'_>, person: Option<PersonId>, roles: &[Held]) -> Result<Vec<Need>> {
    let mut needs = Needs { day, found: Vec::new() };
    if let Some(person) = person.filter(|_| roles.contains(&Held::Developer)) {
        needs.developer(person)?;
    }
    if roles.contains(&Held::ScrumMaster) {
        needs.scrum_master()?;
    }
    if roles.contains(&Held::ProductOwner) {
        needs.product_owner()?;
    }
    if roles.is_empty() || roles.contains(&Held::Stakeholder) {
        needs.stakeholder()?;
    }
    Ok(needs.found)
}

struct Needs<'a> {
    day: &'a Day<'a>,
    found: Vec<Need>,
}

impl Needs<'_> {
    fn add(&mut self, kind: NeedKind, role: Held, rows: Vec<NeedRow>) {
        if !rows.is_empty() {
            self.push(kind, role, rows.len(), rows, None);
        }
    }

    fn push(
        &mut self,
        kind: NeedKind,
        role: Held,
        count: usize,
        mut rows: Vec<NeedRow>,
        day: Option<NaiveDate>,
    ) {
        rows.truncate(NAMED);
        let count = wire::count(count);
        self.found.push(Need { kind, role: role.into(), count, rows, day });
    }

    /// Open items of the running sprint as rows, with the columns they stand in.
    fn cards(&self) -> Result<Vec<(ItemRow, Option<record::BoardColumn>)>> {
        let db = &self.day.view.db;
        let open: Vec<record::Item> =
            self.day.items.iter().filter(|item| item.resolution.is_none()).cloned().collect();
        let columns = db.columns(self.day.product.id)?;
        let column =
            |item: &record::Item| columns.iter().find(|one| Some(one.id) == item.board_column).cloned();
        Ok(ItemRow::all(db, &open)?.into_iter().zip(&open).map(|(row, item)| (row, column(item))).collect())
    }

    fn developer(&mut self, person: PersonId) -> Result<()> {
        let db = &self.day.view.db;
        let cards = self.cards()?;
        let mine = |row: &ItemRow| row.assignees.contains(&person.as_uuid());
        let of = |wanted: &dyn Fn(&ItemRow, Option<Category>) -> bool| -> Vec<NeedRow> {
            let fitting =
                cards.iter().filter(|(row, column)| wanted(row, column.as_ref().map(|one| one.category)));
            fitting.map(|(row, column)| card(row, column.as_ref())).collect()
        };
        let begun = Some(Category::InProgress);
        let blocked = of(&|row, _| mine(row) && row.blocked);
        let mut items = of(&|row, category| mine(row) && !row.blocked && category == begun);
        // What lies longest comes first.
        items.sort_by_key(|row| row.since);
        let waiting =
            of(&|row, category| row.assignees.is_empty() && !row.blocked && category == Some(Category::Todo));
        let mut tasks = Vec::new();
        if let Some(sprint) = &self.day.sprint {
            for row in db.open_tasks_of_sprint(sprint.id)? {
                if row.person == Some(person) && row.state != task::State::Done {
                    let item = record::Item::get(db, row.item)?;
                    let begun = row.state == task::State::InProgress;
                    tasks.push((
                        !begun,
                        NeedRow {
                            id: item.id.as_uuid(),
                            key: key(db, &item)?,
                            title: row.title,
                            since: None,
                            estimate: None,
                            note: begun.then(|| "begun".to_owned()),
                        },
                    ));
                }
            }
        }
        tasks.sort_by_key(|(waits, _)| *waits);
        self.add(NeedKind::MyBlocked, Held::Developer, blocked);
        self.add(NeedKind::MyItems, Held::Developer, items);
        self.add(NeedKind::MyTasks, Held::Developer, tasks.into_iter().map(|(_, row)| row).collect());
        self.add(NeedKind::Waiting, Held::Developer, waiting);
        Ok(())
    }

    fn scrum_master(&mut self) -> Result<()> {
        let (db, day) = (&self.day.view.db, self.day);
        let (mut raised, mut old) = (Vec::new(), Vec::new());
        for row in db.open_impediments(day.product.id)? {
            let told = NeedRow {
                id: row.id.as_uuid(),
                key: format!("IMP-{}", row.number),
                title: row.title,
                since: Some(row.raised_at),
                estimate: None,
                note: None,
            };
            match row.state {
                Trouble::Raised => raised.push(told),
                _ if rules::ages(row.raised_at, day.today, &day.calendar) => old.push(told),
                _ => {}
            }
        }
        for rows in [&mut raised, &mut old] {
            rows.sort_by_key(|row| row.since);
        }
        self.add(NeedKind::Unacknowledged, Held::ScrumMaster, raised);
        self.add(NeedKind::Ageing, Held::ScrumMaster, old);
        let mut due = Vec::new();
        for row in db.improvements(day.product.id)? {
            let standing = crate::improvement::due(db, &row)?;
            if standing != Due::Not {
                due.push(NeedRow {
                    id: row.id.as_uuid(),
                    key: crate::improvement::key(&row),
                    title: row.opportunity,
                    since: None,
                    estimate: None,
                    note: (standing == Due::Over).then(|| "overdue".to_owned()),
                });
            }
        }
        self.add(NeedKind::ImprovementsDue, Held::ScrumMaster, due);
        if let Some(sprint) = &day.sprint {
            let begun = sprint.started_at.map_or(sprint.start_day, |at| day.calendar.day_of(at));
            let until = day.today.pred_opt().unwrap_or(day.today).min(sprint.end_day);
            let held = db.dailies(sprint.id)?;
            let without =
                |one: &NaiveDate| day.calendar.is_working(*one) && !held.iter().any(|row| row.day == *one);
            let skipped: Vec<NaiveDate> =
                begun.iter_days().take_while(|one| *one <= until).filter(without).collect();
            // Who keeps none at all has another way of holding them.
            if !skipped.is_empty() && !held.is_empty() {
                let named = skipped.iter().rev().map(|one| NeedRow {
                    id: sprint.id.as_uuid(),
                    key: String::new(),
                    title: one.to_string(),
                    since: None,
                    estimate: None,
                    note: None,
                });
                self.add(NeedKind::DailiesSkipped, Held::ScrumMaster, named.collect());
            }
        }
        Ok(())
    }

    fn product_owner(&mut self) -> Result<()> {
        let (db, day) = (&self.day.view.db, self.day);
        let top = ItemRow::all(db, &db.backlog(day.product.id, 0, rules::TOP_ROWS)?)?;
        let of = |wanted: &dyn Fn(&ItemRow) -> bool| -> Vec<NeedRow> {
            top.iter().filter(|row| wanted(row)).map(|row| card(row, None)).collect()
        };
        let acceptance = self.waiting_for_acceptance()?;
        self.add(NeedKind::WaitingForAcceptance, Held::ProductOwner, acceptance);
        self.add(NeedKind::Unestimated, Held::ProductOwner, of(&|row| row.estimate.is_none()));
        self.add(NeedKind::NotReady, Held::ProductOwner, of(&|row| row.ready == Some(false)));
        self.next_sprint()?;
        if day.product.goal.trim().is_empty() {
            self.push(NeedKind::NoGoal, Held::ProductOwner, 1, Vec::new(), None);
        } else if db.goal_measure(day.product.id)?.is_none() {
            self.push(NeedKind::GoalUnmeasured, Held::ProductOwner, 1, Vec::new(), None);
        } else {
            let last = db.goal_measurements(day.product.id, None)?.pop().map(|row| row.day);
            if last.is_none_or(|last| rules::measured_long_ago(last, day.today)) {
                self.push(NeedKind::GoalMeasuredLongAgo, Held::ProductOwner, 1, Vec::new(), last);
            }
        }
        Ok(())
    }

    /// What stands in the last of several columns In Progress: it was built, and somebody has to say that it is right.
    fn waiting_for_acceptance(&self) -> Result<Vec<NeedRow>> {
        let columns = self.day.view.db.columns(self.day.product.id)?;
        let begun: Vec<_> = columns.iter().filter(|one| one.category == Category::InProgress).collect();
        let [.., _, last] = begun[..] else { return Ok(Vec::new()) };
        let cards = self.cards()?.into_iter();
        let cards = cards.filter(|(_, column)| column.as_ref().is_some_and(|one| one.id == last.id));
        let mut rows: Vec<NeedRow> = cards.map(|(row, column)| card(&row, column.as_ref())).collect();
        rows.sort_by_key(|row| row.since);
        Ok(rows)
    }

    /// The sprint ends soon, or none runs, and the next one has no goal or nothing in it.
    fn next_sprint(&mut self) -> Result<()> {
        let (db, day) = (&self.day.view.db, self.day);
        let soon = day.sprint.as_ref().is_none_or(|sprint| {
            day.calendar.working_days_between(day.today, sprint.end_day) <= rules::LOOK_AHEAD_DAYS
        });
        let next = db.next_planned(day.product.id)?;
        let missing = match &next {
            Some(next) => (next.goal.trim().is_empty(), db.sprint_items(next.id)?.is_empty()),
            None => (true, true),
        };
        let note = match missing {
            (true, true) => "no goal and no items",
            (true, false) => "no goal",
            (false, true) => "no items",
            (false, false) => return Ok(()),
        };
        if soon {
            let rows = next.iter().map(|next| NeedRow {
                id: next.id.as_uuid(),
                key: String::new(),
                title: next.name.clone(),
                since: None,
                estimate: None,
                note: Some(note.to_owned()),
            });
            let rows = rows.collect();
            self.push(
                NeedKind::NextSprintUnplanned,
                Held::ProductOwner,
                1,
                rows,
                next.map(|next| next.start_day),
            );
        }
        Ok(())
    }

    fn stakeholder(&mut self) -> Result<()> {
        let (db, day) = (&self.day.view.db, self.day);
        if let Some(sprint) = day.sprint.as_ref().filter(|sprint| sprint.state == State::Active) {
            let ended = db.review_of(sprint.id)?.is_some_and(|row| row.ended_at.is_some());
            if !ended {
                let row = NeedRow {
                    id: sprint.id.as_uuid(),
                    key: String::new(),
                    title: sprint.goal.clone(),
                    since: None,
                    estimate: None,
                    note: Some(sprint.name.clone()),
                };
                self.push(NeedKind::NextReview, Held::Stakeholder, 1, vec![row], Some(sprint.end_day));
            }
        }
        let newest =
            db.increments(day.product.id)?.into_iter().max_by_key(|row| (row.created_at, row.number));
        if let Some(row) = newest {
            let told = NeedRow {
                id: row.id.as_uuid(),
                key: String::new(),
                title: row.name,
                since: Some(row.released_at.unwrap_or(row.created_at)),
                estimate: None,
                note: row.version,
            };
            let items = db.increment_items(row.id)?.len();
            self.push(NeedKind::LastIncrement, Held::Stakeholder, items, vec![told], row.released_on);
        }
        Ok(())
    }
}

fn card(row: &ItemRow, column: Option<&record::BoardColumn>) -> NeedRow {
    NeedRow {
        id: row.id,
        key: row.key.clone(),
        title: row.title.clone(),
        since: row.column_since,
        estimate: row.estimate,
        note: column.map(|column| column.name.clone()),
    }
}
