//! A Trello board as its JSON export has it: cards become items in the order of the board, lists become statuses.
//!
//! Nothing of the document is taken for granted: any field may be missing, null or of another kind, and costs no more
//! than itself. Cards and lists that were archived are read too: an archived card is Done when its list or its own mark
//! says so, and cancelled otherwise.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use lineout_domain::board::Category;
use lineout_domain::item::{self, ItemType, Resolution};
use lineout_domain::text::{excerpt, flatten};
use lineout_domain::{checklist, comment};
use serde_json::{Map, Value};

use super::cells;
use super::dates;
use super::fields::{self, Field};
use super::gather::{Draft, Gathered};
use super::json::{self, Columns};
use super::plan::{PlannedComment, PlannedCriterion, PlannedItem, Says};
use super::words::{self, Kind};
use super::{Format, ReadError};
use crate::watch::Following;

/// What every card has and no person wrote.
const FURNITURE: &[&str] = &[
    "id",
    "idBoard",
    "idShort",
    "shortLink",
    "shortUrl",
    "url",
    "badges",
    "checkItemStates",
    "dateLastActivity",
    "descData",
    "email",
    "idChecklists",
    "idLabels",
    "idMembers",
    "nodeId",
    "pinned",
    "subscribed",
    "limits",
    "manualCoverAttachment",
    "dueReminder",
    "pos",
    "idList",
    "closed",
    "isTemplate",
    "creationMethod",
    "creationMethodError",
    "creationMethodLoadingStartedAt",
    "dateClosed",
    "mirrorSourceId",
    "cardRole",
    "staticMapUrl",
    "idMembersVoted",
    "agent",
];
/// Fields of a card that are read, and as what.
const READ: &[(&str, &str)] = &[
    ("name", "title"),
    ("desc", "description"),
    ("labels", "labels"),
    ("dueComplete", "status"),
    ("customFieldItems", "estimate"),
];

/// Reads a board.
pub(super) fn read(text: &str, now_day: NaiveDate, following: &mut Following) -> Result<Gathered, ReadError> {
    let document: Value = json::parse(text)?;
    let Some(cards) = document["cards"].as_array() else {
        return Err(ReadError::OtherJson("it has no list of cards"));
    };
    let mut found = Gathered::new(Format::Trello);
    found.says =
        Says { description: true, labels: true, acceptance: true, estimate: true, ..Says::default() };
    if let Some(name) = document["name"].as_str() {
        found.product_names.add(&flatten(name));
    }
    let board = Board::new(&document);
    let lines = json::lines(text, "cards");
    let (mut line_of, mut places, mut columns) = (lines.into_iter(), Vec::new(), Columns::default());
    for (row, card) in cards.iter().enumerate() {
        following.at(row).map_err(|_| ReadError::CalledOff)?;
        let line = if card.is_object() || card.is_array() { line_of.next() } else { None }.unwrap_or(1);
        found.rows += 1;
        let Some(card) = card.as_object() else {
            found.skipped += 1;
            found.problem(line, None, format!("Card {} is no card. It was left out.", row + 1));
            continue;
        };
        count(&mut columns, card, &board, row);
        let place = (board.place(card), number(card.get("pos")), row);
        match take(&mut found, &board, card, line, now_day) {
            Ok(draft) => places.push((place, draft)),
            Err((column, reason)) => {
                found.skipped += 1;
                found.problem(line, Some(column), format!("{reason} The card was left out."));
            }
        }
    }
    places.sort_by(|(a, _), (b, _)| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1)).then(a.2.cmp(&b.2)));
    found.drafts = places.into_iter().map(|(_, draft)| draft).collect();
    (found.columns_read, found.columns_ignored) = columns.finish();
    notes(&mut found, &board, cards);
    Ok(found)
}

/// What cards refer to.
struct Board<'a> {
    /// Each list with its name, its place, and whether it was archived.
    lists: HashMap<&'a str, (String, f64, bool)>,
    members: HashMap<&'a str, String>,
    labels: HashMap<&'a str, String>,
    /// The lines of the checklists of each card: where, what, whether ticked.
    criteria: HashMap<&'a str, Vec<(f64, f64, String, bool)>>,
    comments: HashMap<&'a str, Vec<PlannedComment>>,
    created: HashMap<&'a str, DateTime<Utc>>,
    /// Custom fields that hold points.
    points: Vec<&'a str>,
}

fn text<'a>(of: &'a Value, field: &str) -> &'a str {
    of[field].as_str().unwrap_or_default()
}

fn number(of: Option<&Value>) -> f64 {
    let number = match of {
        Some(Value::String(text)) => text.parse().ok(),
        Some(other) => other.as_f64(),
        None => None,
    };
    number.filter(|n: &f64| n.is_finite()).unwrap_or(f64::MAX)
}

fn list<'a>(of: &'a Value, field: &str) -> impl Iterator<Item = &'a Value> + use<'a> {
    of[field].as_array().into_iter().flatten()
}

impl<'a> Board<'a> {
    fn new(board: &'a Value) -> Self {
        let mut lists = HashMap::new();
        for one in list(board, "lists") {
            let closed = one["closed"].as_bool().unwrap_or(false);
            lists.insert(text(one, "id"), (flatten(text(one, "name")), number(one.get("pos")), closed));
        }
        let mut criteria: HashMap<&str, Vec<_>> = HashMap::new();
        for checklist in list(board, "checklists") {
            let lines = criteria.entry(text(checklist, "idCard")).or_default();
            for one in list(checklist, "checkItems") {
                let met = text(one, "state") == "complete";
                let place = (number(checklist.get("pos")), number(one.get("pos")));
                lines.push((place.0, place.1, text(one, "name").to_owned(), met));
            }
        }
        for lines in criteria.values_mut() {
            lines.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1)));
        }
        let (mut comments, mut created) = (HashMap::<&str, Vec<_>>::new(), HashMap::new());
        for action in list(board, "actions") {
            let card = text(&action["data"]["card"], "id");
            let at = dates::instant(text(action, "date"));
            match text(action, "type") {
                "commentCard" | "copyCommentCard" => {
                    comments.entry(card).or_default().push(PlannedComment {
                        at,
                        edited: None,
                        author: flatten(text(&action["memberCreator"], "fullName")),
                        text: text(&action["data"], "text").to_owned(),
                    });
                }
                "createCard" | "copyCard" | "emailCard" => {
                    at.map(|at| created.insert(card, at));
                }
                _ => {}
            }
        }
        for comments in comments.values_mut() {
            comments.sort_by_key(|comment| comment.at);
        }
        let named = |one: &'a Value, name: &str| (text(one, "id"), flatten(text(one, name)));
        let points = list(board, "customFields")
            .filter(|field| matches!(fields::recognise(text(field, "name")), Some((Field::Estimate, _))));
        Self {
            lists,
            members: list(board, "members").map(|one| named(one, "fullName")).collect(),
            labels: list(board, "labels").map(|one| (text(one, "id"), label_name(one))).collect(),
            criteria,
            comments,
            created,
            points: points.map(|field| text(field, "id")).collect(),
        }
    }

    fn place(&self, card: &Map<String, Value>) -> f64 {
        self.list(card).map_or(f64::MAX, |(_, place, _)| *place)
    }

    fn list(&self, card: &Map<String, Value>) -> Option<&(String, f64, bool)> {
        self.lists.get(field(card, "idList"))
    }

    fn points<'c>(&self, card: &'c Map<String, Value>) -> Option<&'c Value> {
        let mut values = card.get("customFieldItems")?.as_array()?.iter();
        let value = values.find(|value| self.points.contains(&text(value, "idCustomField")))?;
        value.get("value").filter(|value| !value.is_null())
    }
}

fn field<'a>(card: &'a Map<String, Value>, name: &str) -> &'a str {
    card.get(name).and_then(Value::as_str).unwrap_or_default()
}

/// A label's name, or its colour when it has none.
fn label_name(label: &Value) -> String {
    match flatten(text(label, "name")) {
        name if name.is_empty() => flatten(text(label, "color")).replace('_', " "),
        name => name,
    }
}

type Refusal = (&'static str, String);

fn take(
    found: &mut Gathered,
    board: &Board<'_>,
    card: &Map<String, Value>,
    line: u64,
    now_day: NaiveDate,
) -> Result<Draft, Refusal> {
    let id = field(card, "id");
    let (name, in_title) = points_in_title(field(card, "name"));
    let title = item::title(&flatten(name)).map_err(|refusal| ("name", refusal.to_string()))?;
    let (text, lost) = cells::without_controls(field(card, "desc"));
    let description = item::description(&text).map_err(|refusal| ("desc", refusal.to_string()))?;
    let mut told: Vec<Refusal> = lost.map(|lost| ("desc", lost)).into_iter().collect();
    let key = [field(card, "shortLink"), id].into_iter().find(|key| !key.is_empty()).map(str::to_owned);
    if let Some(key) = &key
        && let Some(before) = found.keys.insert(key.clone(), line)
    {
        return Err(("id", format!("{} was on line {before} already.", excerpt(key))));
    }
    let estimate = match board.points(card) {
        None => in_title,
        Some(value) => {
            let cell = value.get("number").or(value.get("text")).and_then(Value::as_str).unwrap_or_default();
            cells::points(cell).map_err(|reason| told.push(("customFieldItems", reason))).ok()
        }
    };
    let status = board.list(card).map_or_else(String::new, |(name, ..)| name.clone());
    let (category, resolution) = ending(board, card, &status);
    let created = board.created.get(id).copied().or_else(|| created_by_id(id));
    let created = created.filter(|at| dates::has_happened(*at, now_day));
    let last = dates::instant(field(card, "dateLastActivity"));
    let Kind::Item { item_type, .. } = words::kind("", &title) else {
        return Err(("name", "BUG: a card is an item.".into()));
    };
    let draft = Draft {
        item: PlannedItem {
            line,
            source_key: key,
            number: None,
            title,
            description,
            item_type: if item_type == ItemType::Spike { item_type } else { ItemType::Feature },
            estimate,
            value: None,
            acceptance: acceptance(board, id, &mut told),
            assignees: assignees(found, board, card, &mut told),
            reporter: None,
            sprint: None,
            all_sprints: Vec::new(),
            reason: match resolution {
                Some(Resolution::Cancelled) if status.is_empty() => "Archived in Trello".into(),
                Some(Resolution::Cancelled) => format!("Archived in Trello, in {status}"),
                _ => String::new(),
            },
            status,
            category,
            resolution,
            labels: labels(board, card, &mut told),
            epic: None,
            created,
            resolved: resolution.and(last).filter(|at| dates::has_happened(*at, now_day)),
            comments: comments(board, id, now_day, &mut told),
            links: Vec::new(),
        },
        rank: None,
        id: None,
        links: Vec::new(),
        parent_title: None,
        part: false,
    };
    for (column, reason) in told {
        found.problem(line, Some(column), reason);
    }
    Ok(draft)
}

/// "(3) Pay by card" → "Pay by card", 3.
fn points_in_title(name: &str) -> (&str, Option<f64>) {
    let found = name.trim_start().strip_prefix('(').and_then(|rest| rest.split_once(')'));
    match found.map(|(points, title)| (cells::points(points), title)) {
        Some((Ok(points), title)) if !title.trim().is_empty() => (title, Some(points)),
        _ => (name, None),
    }
}

/// How far a card is: its list says so by its name, its mark on the due date, and being archived.
fn ending(board: &Board<'_>, card: &Map<String, Value>, status: &str) -> (Category, Option<Resolution>) {
    let (category, resolution) = words::progress("", status, "");
    let archived = card.get("closed").and_then(Value::as_bool).unwrap_or(false)
        || board.list(card).is_some_and(|(_, _, closed)| *closed);
    let marked = card.get("dueComplete").and_then(Value::as_bool).unwrap_or(false);
    match (archived, marked, resolution) {
        (_, _, Some(ended)) => (category, Some(ended)),
        (_, true, None) => (Category::Done, Some(Resolution::Done)),
        (true, false, None) => (Category::Done, Some(Resolution::Cancelled)),
        (false, false, None) => (category, None),
    }
}

/// The first eight digits of an id are the second in which it was made.
fn created_by_id(id: &str) -> Option<DateTime<Utc>> {
    let seconds = i64::from_str_radix(id.get(..8).filter(|_| id.len() == 24)?, 16).ok()?;
    DateTime::from_timestamp(seconds, 0)
}

fn acceptance(board: &Board<'_>, card: &str, told: &mut Vec<Refusal>) -> Vec<PlannedCriterion> {
    let mut criteria = Vec::new();
    for (_, _, text, met) in board.criteria.get(card).into_iter().flatten() {
        match checklist::acceptance(&cells::without_controls(text).0) {
            Ok(_) if criteria.len() == checklist::ACCEPTANCE_MAX => {
                let most = checklist::ACCEPTANCE_MAX;
                let reason =
                    format!("An item has at most {most} acceptance criteria; the others were left out.");
                told.push(("checklists", reason));
                break;
            }
            Ok(text) => criteria.push(PlannedCriterion { text, met: Some(*met) }),
            Err(refusal) => told.push(("checklists", refusal.to_string())),
        }
    }
    criteria
}

fn assignees(
    found: &mut Gathered,
    board: &Board<'_>,
    card: &Map<String, Value>,
    told: &mut Vec<Refusal>,
) -> Vec<usize> {
    let mut people = Vec::new();
    let ids = card.get("idMembers").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str);
    for id in ids.take(item::ASSIGNEES_MAX) {
        let Some(name) = board.members.get(id) else {
            told.push(("idMembers", "The board does not say who one of its members is.".into()));
            continue;
        };
        match found.people.named(name, Some(id)) {
            Ok(person) => people.extend(person.filter(|person| !people.contains(person))),
            Err(refusal) => told.push(("idMembers", refusal.to_string())),
        }
    }
    people
}

fn labels(board: &Board<'_>, card: &Map<String, Value>, told: &mut Vec<Refusal>) -> Vec<String> {
    let own = card.get("labels").and_then(Value::as_array).into_iter().flatten().map(label_name);
    let ids = card.get("idLabels").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str);
    let by_id = ids.filter_map(|id| board.labels.get(id).cloned());
    let mut labels: Vec<String> = Vec::new();
    for name in own.chain(by_id).filter(|name| !name.is_empty()) {
        match item::label(&name) {
            Ok(label) if labels.contains(&label) || labels.len() == item::LABELS_MAX => {}
            Ok(label) => labels.push(label),
            Err(refusal) => told.push(("labels", refusal.to_string())),
        }
    }
    labels
}

fn comments(
    board: &Board<'_>,
    card: &str,
    now_day: NaiveDate,
    told: &mut Vec<Refusal>,
) -> Vec<PlannedComment> {
    let mut comments = Vec::new();
    for one in board.comments.get(card).into_iter().flatten() {
        match comment::text(&cells::without_controls(&one.text).0) {
            Ok(text) => comments.push(PlannedComment {
                at: one.at.filter(|at| dates::has_happened(*at, now_day)),
                text,
                ..one.clone()
            }),
            Err(refusal) => told.push(("comments", refusal.to_string())),
        }
    }
    comments
}

fn count(columns: &mut Columns, card: &Map<String, Value>, board: &Board<'_>, row: usize) {
    let id = field(card, "id");
    for (name, read_as) in READ {
        let value = card.get(*name).filter(|_| *name != "customFieldItems" || board.points(card).is_some());
        columns.read(name, read_as, value.and_then(json::sample), row);
    }
    let list = board.list(card).map(|(name, ..)| excerpt(name));
    columns.read("list", "status", list, row);
    let archived = card.get("closed").and_then(Value::as_bool).unwrap_or(false);
    columns.read("archived", "status", archived.then(|| "true".to_owned()), row);
    let members = card.get("idMembers").and_then(Value::as_array).filter(|members| !members.is_empty());
    columns.read("members", "assignee", members.map(|members| members.len().to_string()), row);
    let lines = board.criteria.get(id).filter(|lines| !lines.is_empty()).map(|lines| lines.len().to_string());
    columns.read("checklists", "acceptance criteria", lines, row);
    let comments = board.comments.get(id).map(|comments| excerpt(&comments[0].text));
    columns.read("comments", "comments", comments, row);
    for (name, value) in card {
        let read = READ.iter().any(|(known, _)| known == name) && name != "customFieldItems";
        let points = name == "customFieldItems" && board.points(card).is_some();
        if !read && !points && !FURNITURE.contains(&name.as_str()) {
            columns.ignored(name, value, row);
        }
    }
}

fn notes(found: &mut Gathered, board: &Board<'_>, cards: &[Value]) {
    let archived = found.drafts.iter().filter(|draft| draft.item.reason.starts_with("Archived")).count();
    if archived > 0 {
        let cards = if archived == 1 { "card was" } else { "cards were" };
        found.notes.push(format!(
            "{archived} archived {cards} read as cancelled, since no list says that they are Done."
        ));
    }
    let told = |card: &&Value| card["badges"]["comments"].as_u64().unwrap_or(0) > 0;
    let with = cards.iter().filter(told).count();
    if board.comments.len() < with {
        let without = with - board.comments.len();
        let told = if without == 1 {
            "1 card has comments that are"
        } else {
            &format!("{without} cards have comments that are")
        };
        found
            .notes
            .push(format!("{told} not in the file: Trello exports the newest actions of a board only."));
    }
}
