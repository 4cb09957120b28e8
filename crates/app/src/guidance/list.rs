//! `guidance.list`: who did what against which accountability or limit, newest first.

use chrono::{DateTime, Utc};
use lineout_domain::accountability::Operation;
use lineout_domain::ids::{PersonId, ProductId};
use lineout_store::record::{Product, Record};
use lineout_store::{Change, Db, GuidanceFilter, GuidanceRow};
use uuid::Uuid;

use crate::context::View;
use crate::error::Result;
use crate::sprint;
use crate::wire::{Role, requests, responses};

/// Most notes one call gives.
const NOTES_MAX: u32 = 200;
/// Most changes of an action looked through for what it was about.
const CHANGES_MAX: u32 = 100;

requests! {
    /// Asks what was done against guidance, newest first.
    pub struct ListGuidance {
        /// In which product.
        pub product: Uuid,
        /// Only what this person did.
        pub person: Option<Uuid>,
        /// Only against this: `order`, `setProductGoal`, `cancelSprint`, `size`, `changeSprintBacklog`,
        /// `closeImpediment`, `facilitateRetro` or `wip_limit`.
        pub rule: Option<String>,
        /// Only while this sprint ran.
        pub sprint: Option<Uuid>,
        /// Only those before this one.
        pub before: Option<Uuid>,
        /// How many, 200 at most.
        pub limit: u32,
    }
}

responses! {
    /// A page of what was done against guidance.
    pub struct GuidanceNotes {
        /// Newest first. What was taken back is not among them.
        pub notes: Vec<GuidanceNote>,
        /// There are older ones.
        pub more: bool,
        /// How many there are against each rule, the most frequent first, whatever rule was asked for.
        pub rules: Vec<GuidanceCount>,
    }

    /// Something that was done against guidance.
    pub struct GuidanceNote {
        /// Its id.
        pub id: Uuid,
        /// When.
        pub at: DateTime<Utc>,
        /// Who was acting; none when nobody was.
        pub person: Option<Uuid>,
        /// Against what.
        pub rule: String,
        /// Who answers for it; none for a limit of the board.
        pub accountable: Option<Role>,
        /// What was said then.
        pub message: String,
        /// What was done, in the words of the history.
        pub label: String,
        /// The action, to undo by.
        pub action: Uuid,
        /// What it was done to.
        pub subject: Option<GuidanceSubject>,
    }

    /// What something was done to.
    pub struct GuidanceSubject {
        /// What kind of thing it is.
        pub kind: SubjectKind,
        /// Its id; none when it is gone.
        pub id: Option<Uuid>,
        /// What people call it.
        pub name: String,
    }

    /// How often something was done against a rule.
    pub struct GuidanceCount {
        /// The rule.
        pub rule: String,
        /// The rule in words: "Sizing items".
        pub title: String,
        /// How often.
        pub count: u32,
    }
}

/// What kind of thing something was done to.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize, schemars::JsonSchema, ts_rs::TS,
)]
#[serde(rename_all = "camelCase")]
pub enum SubjectKind {
    /// A sprint.
    Sprint,
    /// An impediment.
    Impediment,
    /// A retrospective.
    Retro,
    /// A backlog item.
    Item,
    /// The Product Goal.
    Goal,
}

/// The way from a row that is only a part of a thing to it: fields, each with the table it is read in.
type Way = &'static [(&'static str, &'static str)];

/// Tables by which an action is told to be about something, the most telling first: closing a sprint moves its items
/// too, and a task stands for its item.
const SUBJECTS: &[(&str, Way, SubjectKind)] = &[
    ("sprint", &[], SubjectKind::Sprint),
    ("impediment", &[], SubjectKind::Impediment),
    ("retrospective", &[], SubjectKind::Retro),
    ("retro_card", &[("retro_card", "retro_column"), ("retro_column", "retro")], SubjectKind::Retro),
    ("retro_check_in", &[("retro_check_in", "retro")], SubjectKind::Retro),
    ("retro_rating", &[("retro_rating", "retro")], SubjectKind::Retro),
    ("retro_topic", &[("retro_topic", "retro")], SubjectKind::Retro),
    ("item", &[], SubjectKind::Item),
    ("task", &[("task", "item")], SubjectKind::Item),
    ("poker_round", &[("poker_round", "item")], SubjectKind::Item),
    ("past_goal", &[("past_goal", "product")], SubjectKind::Goal),
    ("goal_measure", &[("goal_measure", "product")], SubjectKind::Goal),
    ("product", &[], SubjectKind::Goal),
];

pub(crate) fn run(view: &View<'_>, request: ListGuidance) -> Result<GuidanceNotes> {
    let db = &view.db;
    let product = Product::get(db, ProductId::new(request.product))?.id;
    let limit = request.limit.min(NOTES_MAX);
    let mut filter = GuidanceFilter {
        person: request.person.map(PersonId::new),
        rule: request.rule,
        ..GuidanceFilter::default()
    };
    if let Some(sprint) = request.sprint {
        let sprint = sprint::find(db, sprint)?;
        if sprint.started_at.is_none() {
            // A sprint that has not begun has seen nothing yet.
            return Ok(GuidanceNotes { notes: Vec::new(), more: false, rules: Vec::new() });
        }
        (filter.from, filter.to) = (sprint.started_at, sprint.ended_at);
    }
    let mut rows = db.guidance(product, &filter, request.before, limit + 1)?;
    let more = rows.len() > limit as usize;
    rows.truncate(limit as usize);
    let rules = db.guidance_counts(product, &filter)?.into_iter();
    Ok(GuidanceNotes {
        notes: rows.into_iter().map(|row| note(db, row)).collect::<Result<_>>()?,
        more,
        rules: rules.map(|(rule, count)| GuidanceCount { title: title(&rule), rule, count }).collect(),
    })
}

fn title(rule: &str) -> String {
    match Operation::parse(rule) {
        Some(operation) => operation.title().to_owned(),
        None if rule == "wip_limit" => "Going past a limit on work in progress".to_owned(),
        None => rule.replace('_', " "),
    }
}

fn note(db: &Db<'_>, row: GuidanceRow) -> Result<GuidanceNote> {
    let (note, (action, label)) = (row.note, row.action);
    Ok(GuidanceNote {
        id: note.id,
        at: note.at,
        person: note.person.map(|person| person.as_uuid()),
        accountable: Operation::parse(&note.rule).map(|operation| operation.accountable().into()),
        rule: note.rule,
        message: note.message,
        label,
        action: action.as_uuid(),
        subject: subject(db, &db.changes(action, CHANGES_MAX)?)?,
    })
}

/// What the changes of an action were about.
fn subject(db: &Db<'_>, changes: &[Change]) -> Result<Option<GuidanceSubject>> {
    for (table, way, kind) in SUBJECTS {
        let Some(change) = changes.iter().find(|change| change.table == *table) else { continue };
        let mut row = Some(change.row.clone());
        for (table, field) in *way {
            row = match row {
                Some(part) => db.field_of(table, &part, field)?,
                None => None,
            };
        }
        let Some(row) = row else { continue };
        let table = match kind {
            SubjectKind::Sprint => "sprint",
            SubjectKind::Impediment => "impediment",
            SubjectKind::Retro => "retrospective",
            SubjectKind::Item => "item",
            SubjectKind::Goal => "product",
        };
        let name = db.name_of(table, &row)?.unwrap_or_default();
        let id = if db.stands(table, &row)? { row.parse().ok() } else { None };
        return Ok(Some(GuidanceSubject { kind: *kind, id, name }));
    }
    Ok(None)
}
