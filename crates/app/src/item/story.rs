//! `item.history`: what happened to an item, in words: who, what, when.

use chrono::{DateTime, Utc};
use lineout_domain::ids::ItemId;
use lineout_domain::text::{excerpt, listed};
use lineout_store::read::StoryChange;
use lineout_store::record::{self, Record};
use lineout_store::{Db, Origin};
use uuid::Uuid;

use crate::context::View;
use crate::error::Result;
use crate::wire::{requests, responses};

/// Most changes read for one answer.
const ENTRIES_MAX: u32 = 200;

requests! {
    /// Asks for an item's history, newest first.
    pub struct ItemHistory {
        /// Of which item.
        pub item: Uuid,
        /// Only what came before this entry.
        pub before: Option<u32>,
        /// How much, 200 at most.
        pub limit: u32,
    }
}

responses! {
    /// What happened to an item.
    pub struct ItemStory {
        /// Newest first.
        pub entries: Vec<StoryEntry>,
        /// Ask for what came before this one; none at the beginning.
        pub before: Option<u32>,
    }

    /// One thing that happened.
    pub struct StoryEntry {
        /// Its place in the history.
        pub id: u32,
        /// The action it was part of, to undo by.
        pub action: Uuid,
        /// When.
        pub at: DateTime<Utc>,
        /// Who was acting; none when nobody was.
        pub person: Option<Uuid>,
        /// What, to follow a name: "raised the estimate from 3 to 5".
        pub text: String,
        /// An undo that still stands has taken it back.
        pub undone: bool,
    }
}

pub(crate) fn run(view: &View<'_>, request: ItemHistory) -> Result<ItemStory> {
    let db = &view.db;
    let item = record::Item::get(db, ItemId::new(request.item))?.id;
    let limit = request.limit.clamp(1, ENTRIES_MAX);
    let changes = db.story(item, request.before, limit)?;
    let before = changes.last().map(|last| last.id).filter(|_| changes.len() == limit as usize);
    let mut entries: Vec<StoryEntry> = Vec::new();
    for action in changes.chunk_by(|a, b| a.action == b.action) {
        entries.extend(tell(db, item, action)?);
    }
    Ok(ItemStory { entries, before })
}

/// One action on the item. A turn back or forth is told as such, a birth without what it was born with.
fn tell(db: &Db<'_>, item: ItemId, changes: &[StoryChange]) -> Result<Vec<StoryEntry>> {
    let first = &changes[0];
    match first.origin {
        Origin::Undo => return Ok(vec![entry(first, format!("undid “{}”", first.label))]),
        Origin::Redo => return Ok(vec![entry(first, format!("redid “{}”", first.label))]),
        Origin::User | Origin::Import => {}
    }
    let own = item.to_string();
    let is_birth = |change: &&StoryChange| change.table == "item" && change.op == "insert";
    if let Some(birth) = changes.iter().filter(is_birth).find(|birth| birth.row == own) {
        let original = db.field_of("item", &own, "split_from")?;
        let from = changes.iter().find(|change| change.table == "review_feedback");
        let how = match original {
            _ if from.is_some() => {
                let review = from.map(|change| db.name_of(&change.table, &change.row)).transpose()?.flatten();
                format!("made it of feedback in the Sprint Review of {}", review.unwrap_or_default())
            }
            Some(original) => format!("split it off {}", db.value_in_words("item", original)?),
            None if birth.origin == Origin::Import => "imported it".to_owned(),
            None => "created it".to_owned(),
        };
        return Ok(vec![entry(birth, how)]);
    }
    let mut entries: Vec<StoryEntry> = Vec::new();
    entries.extend(parted(db, changes)?);
    for change in changes.iter().filter(|change| !is_birth(change)) {
        let text = match change.table.as_str() {
            "item" => field(db, change, changes)?,
            _ => part(db, item, change, changes)?,
        };
        // The same words twice in one action tell nothing more: a checklist put in order moves many rows.
        if let Some(text) = text
            && !entries.iter().any(|told| told.text == text)
        {
            entries.push(entry(change, text));
        }
    }
    Ok(entries)
}

/// What the item was split into by this action.
fn parted(db: &Db<'_>, changes: &[StoryChange]) -> Result<Option<StoryEntry>> {
    let births: Vec<&StoryChange> =
        changes.iter().rev().filter(|change| change.table == "item" && change.op == "insert").collect();
    let Some(first) = births.first() else { return Ok(None) };
    let mut keys = Vec::new();
    for birth in &births {
        keys.push(db.value_in_words("item", birth.row.clone())?);
    }
    let keys = listed(&keys);
    let text = if closed_by_split(changes) {
        format!("split it into {keys}")
    } else {
        format!("split {keys} off it")
    };
    Ok(Some(entry(first, text)))
}

fn closed_by_split(changes: &[StoryChange]) -> bool {
    let closes = |change: &StoryChange| {
        change.field.as_deref() == Some("resolution") && change.after.as_deref() == Some("split")
    };
    changes.iter().any(closes)
}

fn entry(change: &StoryChange, text: String) -> StoryEntry {
    StoryEntry {
        id: change.id,
        action: change.action.as_uuid(),
        at: change.at,
        person: change.author.map(|person| person.as_uuid()),
        text,
        undone: change.undone,
    }
}

/// A field of the item itself.
fn field(db: &Db<'_>, change: &StoryChange, action: &[StoryChange]) -> Result<Option<String>> {
    let Some(field) = change.field.as_deref() else { return Ok(None) };
    let name = |value: &Option<String>| -> Result<Option<String>> {
        value.clone().map(|value| Ok(db.value_in_words(field, value)?)).transpose()
    };
    let (before, after) = (name(&change.before)?, name(&change.after)?);
    let sprint_changed = action.iter().any(|other| other.field.as_deref() == Some("sprint"));
    Ok(match field {
        "title" => Some(format!("renamed it from “{}”", before.unwrap_or_default())),
        "description" => Some(match (before.as_deref(), after.as_deref()) {
            (Some(""), _) => "described it".to_owned(),
            (_, Some("")) => "removed the description".to_owned(),
            _ => "changed the description".to_owned(),
        }),
        "item_type" => Some(format!(
            "changed the type from {} to {}",
            before.unwrap_or_default(),
            after.unwrap_or_default()
        )),
        "estimate" => Some(number("estimate", before.as_deref(), after.as_deref())),
        "value" => Some(number("value", before.as_deref(), after.as_deref())),
        "rank" => Some("moved it in the Product Backlog".to_owned()),
        "epic" => Some(match (before, after) {
            (None, Some(epic)) => format!("put it into the epic {epic}"),
            (Some(epic), None) => format!("took it out of the epic {epic}"),
            (before, after) => format!(
                "moved it from the epic {} to {}",
                before.unwrap_or_default(),
                after.unwrap_or_default()
            ),
        }),
        "sprint" => Some(match (before, after) {
            (None, Some(sprint)) => format!("took it into {sprint}"),
            (Some(sprint), None) => format!("gave it back from {sprint} to the Product Backlog"),
            (before, after) => {
                format!("carried it from {} to {}", before.unwrap_or_default(), after.unwrap_or_default())
            }
        }),
        // Taking an item into a sprint or out of it places it on the board as well.
        "board_column" if sprint_changed => None,
        "board_column" => after.map(|column| format!("moved it to {column}")),
        // What it was split into is told by the births of the parts.
        "resolution" if after.as_deref() == Some("split") => None,
        "resolution" => Some(match after.as_deref() {
            Some("done") => "finished it".to_owned(),
            Some("cancelled") => "cancelled it".to_owned(),
            _ => "reopened it".to_owned(),
        }),
        _ => None,
    })
}

/// "estimated"… a number that came, went, rose or fell.
fn number(what: &str, before: Option<&str>, after: Option<&str>) -> String {
    let value = |text: &str| text.parse::<f64>().unwrap_or_default();
    match (before, after) {
        (None, Some(after)) => format!("set the {what} to {after}"),
        (Some(before), None) => format!("removed the {what} of {before}"),
        (Some(before), Some(after)) => {
            let way = if value(after) > value(before) { "raised" } else { "lowered" };
            format!("{way} the {what} from {before} to {after}")
        }
        (None, None) => format!("changed the {what}"),
    }
}

/// Something that hangs on the item.
fn part(db: &Db<'_>, item: ItemId, change: &StoryChange, action: &[StoryChange]) -> Result<Option<String>> {
    let (table, row) = (change.table.as_str(), change.row.as_str());
    let tied = db.tied_to(table, row)?.map(|text| excerpt(&text)).unwrap_or_default();
    let came = change.op == "insert";
    let gone = change.op == "delete";
    let changed = |field: &str| change.op == "update" && change.field.as_deref() == Some(field);
    if changed("item") {
        return moved(db, item, change, &tied);
    }
    let moves = |other: &StoryChange| {
        other.op == "update" && other.row == change.row && other.field.as_deref() == Some("item")
    };
    Ok(match table {
        "item_label" if came => Some(format!("added the label {tied}")),
        "item_label" if gone => Some(format!("removed the label {tied}")),
        "item_assignee" if came => Some(format!("assigned {tied}")),
        "item_assignee" if gone => Some(format!("took {tied} off it")),
        "item_criterion" if came => {
            let waived = db.field_of(table, row, "waived")?.as_deref() == Some("1");
            Some(format!("{} “{tied}” of the Definition of Done", if waived { "waived" } else { "ticked" }))
        }
        "item_criterion" if gone => Some(format!("unticked “{tied}” of the Definition of Done")),
        "item_ready" if came => Some(format!("ticked “{tied}” of the Definition of Ready")),
        "item_ready" if gone => Some(format!("unticked “{tied}” of the Definition of Ready")),
        "acceptance_criterion" if came => Some(format!("added the acceptance criterion “{tied}”")),
        "acceptance_criterion" if gone => Some(format!("removed the acceptance criterion “{tied}”")),
        "acceptance_criterion" if changed("met") => {
            let mark = if change.after.as_deref() == Some("1") { "ticked" } else { "unticked" };
            Some(format!("{mark} the acceptance criterion “{tied}”"))
        }
        "acceptance_criterion" if changed("text") => {
            let before = excerpt(change.before.as_deref().unwrap_or_default());
            Some(format!("reworded the acceptance criterion “{before}”"))
        }
        // What came from another item, or went there, got its place by that.
        "acceptance_criterion" if changed("rank") && action.iter().any(moves) => None,
        "acceptance_criterion" if changed("rank") => {
            Some("put the acceptance criteria in another order".into())
        }
        "task" if came => Some(format!("added the task “{tied}”")),
        "task" if gone => Some(format!("deleted the task “{tied}”")),
        "task" if changed("rank") && action.iter().any(moves) => None,
        "task" if changed("rank") => Some("put the tasks in another order".into()),
        "task" if change.op == "update" => Some(task(db, change, &tied)?),
        // Seats and cards are no part of the story: it tells of a round what everybody may know.
        "poker_round" if came => Some(format!("opened round {tied} of Planning Poker")),
        "poker_round" if gone => Some(format!("cleared the table of round {tied} of Planning Poker")),
        "poker_round" if changed("revealed_at") => Some(format!("turned the cards of round {tied}")),
        "poker_round" if changed("accepted") => {
            let estimate = change.after.clone().unwrap_or_default();
            Some(format!("accepted {estimate} after round {tied} of Planning Poker"))
        }
        "item_comment" if came => Some("commented".to_owned()),
        "item_comment" if gone => Some("deleted a comment".to_owned()),
        "item_comment" if changed("text") => Some("edited a comment".to_owned()),
        "attachment" if came => Some(format!("attached “{tied}”")),
        "attachment" if gone => Some(format!("removed the attachment “{tied}”")),
        "item_link" if came || gone => link(db, item, change)?,
        "impediment_item" => {
            let impediment = db.name_of(table, row)?.unwrap_or_default();
            match (came, gone) {
                (true, _) => Some(format!("said that {impediment} blocks it")),
                (_, true) => Some(format!("said that {impediment} blocks it no longer")),
                _ => None,
            }
        }
        "increment_item" => {
            let increment = db.name_of(table, row)?.unwrap_or_default();
            match (came, gone) {
                (true, _) => Some(format!("put it into {increment}")),
                (_, true) => Some(format!("took it out of {increment}")),
                _ => None,
            }
        }
        _ => None,
    })
}

/// What changed of a task.
fn task(db: &Db<'_>, change: &StoryChange, tied: &str) -> Result<String> {
    Ok(match (change.field.as_deref(), change.after.as_deref()) {
        (Some("state"), Some("done")) => format!("finished the task “{tied}”"),
        (Some("state"), Some("inProgress")) => format!("began the task “{tied}”"),
        (Some("state"), _) => format!("put the task “{tied}” back"),
        (Some("hours"), after) => number(&format!("hours left of “{tied}”"), change.before.as_deref(), after),
        (Some("person"), Some(person)) => {
            format!("gave the task “{tied}” to {}", db.value_in_words("person", person.to_owned())?)
        }
        (Some("person"), None) => format!("left the task “{tied}” to nobody yet"),
        _ => format!("renamed the task “{}”", excerpt(change.before.as_deref().unwrap_or_default())),
    })
}

/// Something that went from one item to another, from the side of one of them.
fn moved(db: &Db<'_>, item: ItemId, change: &StoryChange, tied: &str) -> Result<Option<String>> {
    let came = change.after.as_deref() == Some(item.to_string().as_str());
    let other = if came { &change.before } else { &change.after };
    let other = db.value_in_words("item", other.clone().unwrap_or_default())?;
    let what = match change.table.as_str() {
        "item_comment" => "a comment".to_owned(),
        "acceptance_criterion" => format!("the acceptance criterion “{tied}”"),
        "attachment" => format!("the file “{tied}”"),
        "task" => format!("the task “{tied}”"),
        "review_feedback" => format!("the feedback “{tied}”"),
        "impediment_item" if came => {
            let impediment = db.name_of("impediment_item", &change.row)?.unwrap_or_default();
            return Ok(Some(format!("said that {impediment} blocks it")));
        }
        _ => return Ok(None),
    };
    Ok(Some(if came {
        format!("moved {what} here from {other}")
    } else {
        format!("moved {what} to {other}")
    }))
}

/// A link, from the side of the item whose story it is.
fn link(db: &Db<'_>, item: ItemId, change: &StoryChange) -> Result<Option<String>> {
    let end = |field: &str| db.field_of("item_link", &change.row, field);
    let (Some(from), Some(to), Some(kind)) = (end("from_item")?, end("to_item")?, end("kind")?) else {
        return Ok(None);
    };
    let own = item.to_string();
    // A going is logged for both ends; this side tells it once.
    if change.op == "delete" && change.before.as_deref() != Some(own.as_str()) {
        return Ok(None);
    }
    let other = db.value_in_words("item", if from == own { to } else { from.clone() })?;
    let what = match (kind.as_str(), from == own) {
        ("blocks", true) => format!("blocks {other}"),
        ("blocks", false) => format!("waits for {other}"),
        ("duplicates", true) => format!("duplicates {other}"),
        ("duplicates", false) => format!("is duplicated by {other}"),
        _ => format!("relates to {other}"),
    };
    let no_longer = if change.op == "delete" { " no longer" } else { "" };
    Ok(Some(format!("said that it {what}{no_longer}")))
}
