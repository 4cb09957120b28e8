//! `daily.get`: a Daily Scrum, under way or kept.

use chrono::{DateTime, NaiveDate, Utc};
use lineout_domain::daily::{self as rules, Fate, Order};
use lineout_domain::ids::PersonId;
use lineout_domain::impediment::State as ImpedimentState;
use lineout_domain::task::State as TaskState;
use lineout_store::Db;
use lineout_store::record::{self, Record};
use uuid::Uuid;

use super::choices::choices;
use super::list::{TrendPoint, trend};
use super::moved::{self, Found, Moved, at};
use super::{DailyRound, Meeting, NameDaily, PlanFate, day_off, walk};
use crate::context::View;
use crate::error::Result;
use crate::impediment;
use crate::item::key;
use crate::wire::{Category, count, responses};

responses! {
    /// A Daily Scrum.
    pub struct Daily {
        /// Its id.
        pub id: Uuid,
        /// Of which product.
        pub product: Uuid,
        /// Of which sprint.
        pub sprint: Uuid,
        /// What that is called.
        pub sprint_name: String,
        /// What it is for.
        pub goal: String,
        /// The team's day.
        pub day: NaiveDate,
        /// Why the team would not work on it; none on a working day.
        pub day_off: Option<String>,
        /// How it goes round.
        pub round: DailyRound,
        /// When it began.
        pub started_at: DateTime<Utc>,
        /// When it ended; none while it goes on, or when nobody ended it.
        pub ended_at: Option<DateTime<Utc>>,
        /// It goes on: its day is not over, and nobody ended it.
        pub under_way: bool,
        /// Plans may be changed: its day is not over, and its sprint runs.
        pub open: bool,
        /// From when on it looks for what moved.
        pub since: DateTime<Utc>,
        /// The day of the one before; none for the first of the sprint, which looks back to the start of it.
        pub previous_day: Option<NaiveDate>,
        /// Working days since that one on which there was none.
        pub skipped_days: u32,
        /// Until when it looks.
        pub until: DateTime<Utc>,
        /// What the meeting's timer shows as taken, in milliseconds.
        #[ts(type = "number")]
        pub clock_ms: i64,
        /// Who takes part, in the order of speaking.
        pub people: Vec<DailyPerson>,
        /// When it walks the board: the items, from the rightmost column to the left.
        pub items: Vec<DailyItem>,
        /// Turns in the order they were taken.
        pub turns: Vec<DailyTurn>,
        /// What moved and is of nobody who takes part.
        pub others: Vec<Moved>,
        /// How sure the team is of the Sprint Goal.
        pub vote: DailyVote,
        /// What a line of a plan can name.
        pub choices: Vec<PlanChoice>,
    }

    /// Somebody who takes part.
    pub struct DailyPerson {
        /// Who.
        pub person: Uuid,
        /// Their name.
        pub name: String,
        /// Milliseconds they have spoken.
        #[ts(type = "number")]
        pub spoken_ms: i64,
        /// It is their turn.
        pub speaking: bool,
        /// They had a turn, or have it.
        pub spoke: bool,
        /// What moved of theirs.
        pub moved: Vec<Moved>,
        /// What they had planned the last time, and what became of it.
        pub yesterday: Vec<PlanLine>,
        /// What they plan now.
        pub today: Vec<PlanLine>,
        /// What is in their way: raised by them, or blocking an item that is theirs.
        pub impediments: Vec<DailyImpediment>,
        /// They have voted.
        pub voted: bool,
        /// Their vote; none while votes are hidden.
        pub confidence: Option<u8>,
    }

    /// An item to speak of.
    pub struct DailyItem {
        /// The item.
        pub item: Uuid,
        /// Its key.
        pub key: String,
        /// Its title.
        pub title: String,
        /// The column it stands in.
        pub column: Option<String>,
        /// What that means.
        pub category: Option<Category>,
        /// Who works on it.
        pub assignees: Vec<Uuid>,
        /// An impediment blocks it.
        pub blocked: bool,
        /// What moved of it.
        pub moved: Vec<Moved>,
        /// Milliseconds it was spoken of.
        #[ts(type = "number")]
        pub spoken_ms: i64,
        /// It is spoken of now.
        pub speaking: bool,
        /// It had a turn, or has it.
        pub spoke: bool,
    }

    /// One turn, in milliseconds of the meeting's timer.
    pub struct DailyTurn {
        /// Whose; none when it is an item's.
        pub person: Option<Uuid>,
        /// Of which item.
        pub item: Option<Uuid>,
        /// From.
        #[ts(type = "number")]
        pub from_ms: i64,
        /// To; none while it lasts.
        #[ts(type = "number | null")]
        pub to_ms: Option<i64>,
    }

    /// A line of a plan.
    pub struct PlanLine {
        /// Its id.
        pub id: Uuid,
        /// In words.
        pub text: String,
        /// The item it is about, or that of its task.
        pub item: Option<Uuid>,
        /// The task it is about.
        pub task: Option<Uuid>,
        /// The impediment it is about.
        pub impediment: Option<Uuid>,
        /// The key of what it is about.
        pub key: Option<String>,
        /// What became of it.
        pub fate: PlanFate,
    }

    /// An impediment as a Daily Scrum shows it.
    pub struct DailyImpediment {
        /// Its id.
        pub id: Uuid,
        /// Its key.
        pub key: String,
        /// One line.
        pub title: String,
        /// The keys of what it blocks.
        pub blocks: Vec<String>,
        /// Who takes care of it.
        pub owner: Option<Uuid>,
        /// When it was raised.
        pub raised_at: DateTime<Utc>,
        /// It was raised in this Daily Scrum.
        pub raised_here: bool,
    }

    /// How sure the team is of the Sprint Goal.
    pub struct DailyVote {
        /// How many have voted.
        pub votes: u32,
        /// How many take part.
        pub of: u32,
        /// Votes are shown.
        pub revealed: bool,
        /// Their mean, in tenths; none while they are hidden.
        pub average: Option<f64>,
        /// The last one before it that had a vote.
        pub previous: Option<TrendPoint>,
        /// The days of the sprint so far.
        pub trend: Vec<TrendPoint>,
    }

    /// Something a line of a plan can name: one of item, task and impediment.
    pub struct PlanChoice {
        /// An item, or that of the task.
        pub item: Option<Uuid>,
        /// A task.
        pub task: Option<Uuid>,
        /// An impediment.
        pub impediment: Option<Uuid>,
        /// The key, that of its item for a task.
        pub key: String,
        /// Its title.
        pub title: String,
        /// Whose it is.
        pub people: Vec<Uuid>,
    }
}

pub(crate) fn run(view: &View<'_>, request: NameDaily) -> Result<Daily> {
    Daily::read(&view.db, Meeting::find(&view.db, request.daily)?, view.now)
}

impl Daily {
    pub(crate) fn read(db: &Db<'_>, meeting: Meeting, now: DateTime<Utc>) -> Result<Self> {
        let row = &meeting.row;
        let previous = meeting.previous(db)?;
        let (since, until) = meeting.window(previous.as_ref(), now);
        let found = moved::read(db, &meeting, since, until)?;
        let open = meeting.check_today(now).is_ok();
        let under_way = open && row.ended_at.is_none();
        let turns = db.daily_turns(row.id)?;
        let clock = meeting.clock(db, &turns, now)?;
        let people = People {
            db,
            meeting: &meeting,
            previous: previous.as_ref(),
            until,
            clock,
            turns: &turns,
            found: &found,
        };
        let members = db.daily_people(row.id)?;
        let votes = db.daily_votes(row.id)?;
        let revealed = rules::revealed(votes.len(), members.len(), !under_way);
        let trend = trend(db, &meeting, now)?;
        let owned = |found: &&Found| !members.iter().any(|member| found.whose.contains(&member.person));
        Ok(Self {
            id: row.id.as_uuid(),
            product: row.product.as_uuid(),
            sprint: row.sprint.as_uuid(),
            sprint_name: meeting.sprint.name.clone(),
            goal: meeting.sprint.goal.clone(),
            day: row.day,
            day_off: day_off(db, &meeting.product, row.day)?,
            round: row.round.into(),
            started_at: row.started_at,
            ended_at: row.ended_at,
            under_way,
            open,
            since,
            previous_day: previous.as_ref().map(|daily| daily.day),
            skipped_days: previous
                .as_ref()
                .map_or(0, |daily| count(rules::skipped(&meeting.calendar, daily.day, row.day))),
            until,
            clock_ms: clock,
            people: people.read(&members, &votes, revealed)?,
            items: people.items(under_way, now)?,
            turns: turns.iter().map(DailyTurn::of).collect(),
            others: found.iter().filter(owned).map(|found| found.moved.clone()).collect(),
            vote: DailyVote {
                votes: count(votes.len()),
                of: count(members.len()),
                revealed,
                average: if revealed { average(&votes) } else { None },
                previous: trend.iter().rfind(|point| point.day < row.day && point.average.is_some()).cloned(),
                trend,
            },
            choices: if open { choices(db, &meeting)? } else { Vec::new() },
        })
    }
}

pub(super) fn average(votes: &[record::DailyVote]) -> Option<f64> {
    rules::average(&votes.iter().map(|row| row.confidence).collect::<Vec<_>>())
}

impl DailyTurn {
    fn of(row: &record::DailyTurn) -> Self {
        Self {
            person: row.person.map(|person| person.as_uuid()),
            item: row.item.map(|item| item.as_uuid()),
            from_ms: row.from_ms,
            to_ms: row.to_ms,
        }
    }
}

impl PlanLine {
    /// A line as it was just written: nothing has become of it.
    pub(crate) fn read(db: &Db<'_>, row: record::DailyPlan) -> Result<Self> {
        let names = match (row.item, row.impediment) {
            (Some(item), _) => Some(("item", item.to_string())),
            (None, Some(impediment)) => Some(("impediment", impediment.to_string())),
            (None, None) => None,
        };
        let key = names.map(|(table, id)| db.name_of(table, &id)).transpose()?.flatten();
        Ok(Self {
            id: row.id.as_uuid(),
            fate: if key.is_some() { Fate::NotTouched } else { Fate::Words }.into(),
            key,
            text: row.text,
            item: row.item.map(|item| item.as_uuid()),
            task: row.task.map(|task| task.as_uuid()),
            impediment: row.impediment.map(|impediment| impediment.as_uuid()),
        })
    }
}

/// What is known of those who take part.
struct People<'a, 'd> {
    db: &'a Db<'d>,
    meeting: &'a Meeting,
    previous: Option<&'a record::Daily>,
    until: DateTime<Utc>,
    clock: i64,
    turns: &'a [record::DailyTurn],
    found: &'a [Found],
}

impl People<'_, '_> {
    fn read(
        &self,
        members: &[record::DailyPerson],
        votes: &[record::DailyVote],
        revealed: bool,
    ) -> Result<Vec<DailyPerson>> {
        let before = self.previous.map_or(Ok(Vec::new()), |daily| self.db.daily_plans(daily.id))?;
        let now = self.db.daily_plans(self.meeting.row.id)?;
        let obstacles = self.obstacles()?;
        let mut people = Vec::new();
        for member in members {
            let person = member.person;
            let turns = self.turns.iter().filter(|turn| turn.person == Some(person));
            let vote = votes.iter().find(|row| row.person == person);
            let of = |rows: &[record::DailyPlan]| -> Vec<record::DailyPlan> {
                rows.iter().filter(|row| row.person == person).cloned().collect()
            };
            people.push(DailyPerson {
                person: person.as_uuid(),
                name: record::Person::get(self.db, person)?.name,
                spoken_ms: turns.clone().map(|turn| self.length(turn)).sum(),
                speaking: turns.clone().any(|turn| turn.to_ms.is_none()),
                spoke: turns.clone().next().is_some(),
                moved: self.moved(|found| found.whose.contains(&person)),
                yesterday: of(&before).into_iter().map(|row| self.fate(row)).collect::<Result<_>>()?,
                today: of(&now).into_iter().map(|row| PlanLine::read(self.db, row)).collect::<Result<_>>()?,
                impediments: obstacles
                    .iter()
                    .filter(|(whose, _)| whose.contains(&person))
                    .map(|(_, obstacle)| obstacle.clone())
                    .collect(),
                voted: vote.is_some(),
                confidence: vote.filter(|_| revealed).map(|row| row.confidence),
            });
        }
        Ok(people)
    }

    /// The items it walks through; of one that is over, those that were spoken of.
    fn items(&self, under_way: bool, now: DateTime<Utc>) -> Result<Vec<DailyItem>> {
        if self.meeting.row.round != Order::Board {
            return Ok(Vec::new());
        }
        let mut rows = if under_way { walk::order(self.db, self.meeting, now)? } else { Vec::new() };
        for id in self.turns.iter().filter_map(|turn| turn.item) {
            if !rows.iter().any(|item| item.id == id) {
                rows.extend(record::Item::find(self.db, id)?);
            }
        }
        let columns = self.db.columns(self.meeting.product.id)?;
        let mut items = Vec::new();
        for item in rows {
            let turns = self.turns.iter().filter(|turn| turn.item == Some(item.id));
            let column = columns.iter().find(|column| item.board_column == Some(column.id));
            items.push(DailyItem {
                item: item.id.as_uuid(),
                key: key(self.db, &item)?,
                column: column.map(|column| column.name.clone()),
                category: column.map(|column| column.category.into()),
                assignees: self.db.assignees(item.id)?.iter().map(|row| row.person.as_uuid()).collect(),
                blocked: self.db.is_blocked(item.id)?,
                moved: self.moved(|found| found.moved.item == item.id.as_uuid()),
                spoken_ms: turns.clone().map(|turn| self.length(turn)).sum(),
                speaking: turns.clone().any(|turn| turn.to_ms.is_none()),
                spoke: turns.clone().next().is_some(),
                title: item.title,
            });
        }
        Ok(items)
    }

    fn length(&self, turn: &record::DailyTurn) -> i64 {
        (turn.to_ms.unwrap_or(self.clock) - turn.from_ms).max(0)
    }

    fn moved(&self, which: impl Fn(&Found) -> bool) -> Vec<Moved> {
        self.found.iter().filter(|found| which(found)).map(|found| found.moved.clone()).collect()
    }

    /// What became of a line of the last plan.
    fn fate(&self, row: record::DailyPlan) -> Result<PlanLine> {
        let (db, until) = (self.db, self.until);
        let moved = |which: &dyn Fn(&Moved) -> bool| self.found.iter().any(|found| which(&found.moved));
        let fate = match (row.item, row.task, row.impediment) {
            (_, Some(task), _) => {
                let states = db.timeline::<TaskState>("task", task, "state")?;
                let done = at(&states, until) == Some(TaskState::Done);
                rules::fate(done, moved(&|moved| moved.task == Some(task.as_uuid())))
            }
            (Some(item), None, _) => {
                let done = moved::was_done(db, item, until)?;
                rules::fate(done, moved(&|moved| moved.item == item.as_uuid()))
            }
            (None, None, Some(impediment)) => {
                let states = db.timeline::<ImpedimentState>("impediment", impediment, "state")?;
                let since = self.previous.map_or(until, |daily| daily.started_at);
                let (was, is) = (at(&states, since), at(&states, until));
                rules::fate(is == Some(ImpedimentState::Resolved), was != is && was.is_some())
            }
            (None, None, None) => Fate::Words,
        };
        Ok(PlanLine { fate: fate.into(), ..PlanLine::read(db, row)? })
    }

    /// Impediments that were open at the end of the window, each with whose way it is in.
    fn obstacles(&self) -> Result<Vec<(Vec<PersonId>, DailyImpediment)>> {
        let db = self.db;
        let here = db.daily_impediments(self.meeting.row.id)?;
        let mut found = Vec::new();
        for row in db.impediments(self.meeting.product.id)?.into_iter().rev() {
            let raised = here.iter().find(|raised| raised.impediment == row.id);
            let over = row.resolved_at.is_some_and(|at| at <= self.until);
            if row.raised_at > self.until && raised.is_none() || over {
                continue;
            }
            // Who named it here speaks for it, whoever held the keyboard.
            let mut whose: Vec<PersonId> =
                raised.map(|raised| raised.person).or(row.raised_by).into_iter().collect();
            let mut blocks = Vec::new();
            for item in db.blocked_items(row.id)? {
                blocks.push(key(db, &item)?);
                if item.sprint == Some(self.meeting.sprint.id) {
                    whose.extend(db.assignees(item.id)?.into_iter().map(|assigned| assigned.person));
                }
            }
            let shown = DailyImpediment {
                id: row.id.as_uuid(),
                key: impediment::key(&row),
                title: row.title,
                blocks,
                owner: row.owner.map(|person| person.as_uuid()),
                raised_at: row.raised_at,
                raised_here: raised.is_some(),
            };
            found.push((whose, shown));
        }
        Ok(found)
    }
}
