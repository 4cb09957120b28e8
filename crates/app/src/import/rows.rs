//! From rows to drafts of items and epics, with everything that could not be read on the way.
//!
//! A row is left out only when no honest item can be made of it: the wrong number of cells, no title, a text over its
//! limit, a key that was there before. Anything less costs the one value, and either way it is listed.

use std::borrow::Cow;
use std::collections::HashMap;

use chrono::NaiveDate;
use lineout_domain::item;
use lineout_domain::text::{self, excerpt, flatten};

use super::Format;
use super::cells;
use super::header::{Field, Header};
use super::people::{People, Sprints};
use super::plan::{PlannedEpic, PlannedItem, Problem};
use super::table::Row;
use super::words::{self, Kind};

/// Most characters of a key.
const KEY_MAX: usize = 100;

/// An item with what is still to be resolved once the whole file has been read.
pub(super) struct Draft {
    pub item: PlannedItem,
    /// Where it stands, in the words of the tool it comes from.
    pub rank: Option<String>,
    /// The tool's own number for it, which others may refer to.
    pub id: Option<String>,
    /// What names its epic without being its name: keys or numbers, with the column they stand in.
    pub links: Vec<(usize, String)>,
    /// The title of what `links` names.
    pub parent_title: Option<String>,
    /// Whether it is a part of another item, so that what it links to is no epic.
    pub part: bool,
}

/// Everything gathered from the rows so far.
pub(super) struct Rows {
    pub header: Header,
    pub drafts: Vec<Draft>,
    /// The epics that have a row, with the tool's own number.
    pub epics: Vec<(PlannedEpic, Option<String>)>,
    pub people: People,
    pub sprints: Sprints,
    pub problems: Vec<Problem>,
    pub product_keys: Tally,
    pub product_names: Tally,
    pub key_prefixes: Tally,
    pub rows: usize,
    pub skipped: usize,
    pub(super) format: Format,
    pub(super) now_day: NaiveDate,
    /// Whether bytes were lost in decoding, so that U+FFFD in a cell means damage.
    lossy: bool,
    /// The line of every key seen, in lower case.
    keys: HashMap<String, u64>,
}

impl Rows {
    /// Nothing read yet below this header.
    pub fn new(header: Header, format: Format, now_day: NaiveDate, lossy: bool) -> Self {
        Self {
            header,
            drafts: Vec::new(),
            epics: Vec::new(),
            people: People::default(),
            sprints: Sprints::default(),
            problems: Vec::new(),
            product_keys: Tally::default(),
            product_names: Tally::default(),
            key_prefixes: Tally::default(),
            rows: 0,
            skipped: 0,
            format,
            now_day,
            lossy,
            keys: HashMap::new(),
        }
    }

    /// Reads one row. One whose cells are all empty is no row: spreadsheets leave them at the end.
    pub fn read(&mut self, row: &Row) {
        if !row.unclosed && row.len() <= self.header.len() && row.cells().all(|cell| cell.trim().is_empty()) {
            return;
        }
        self.rows += 1;
        let taken = self.check_shape(row).and_then(|()| self.take(row));
        if let Err((column, reason)) = taken {
            self.skipped += 1;
            self.problem(row, column, format!("{reason} The row was left out."));
        }
    }

    /// Refuses a row that is cut off or of another width than the header. Empty cells too many are forgiven.
    fn check_shape(&self, row: &Row) -> Result<(), Refusal> {
        if row.unclosed {
            let rest = match row.last_line - row.line {
                0 => String::new(),
                _ => format!(" Everything down to line {} belongs to that cell.", row.last_line),
            };
            return Err((
                None,
                format!("The file ends inside a quoted cell; it may have been cut off.{rest}"),
            ));
        }
        let (width, header) = (row.len(), self.header.len());
        let spare = width > header && width <= row.cells().count();
        if width == header || (spare && row.cells().skip(header).all(|cell| cell.trim().is_empty())) {
            return Ok(());
        }
        let cells = if width == 1 { "cell" } else { "cells" };
        let mut reason = format!("The row has {width} {cells} and the header {header}.");
        if row.last_line > row.line {
            reason += &format!(" It runs to line {}; a quotation mark may be missing.", row.last_line);
        }
        Err((None, reason))
    }

    fn take(&mut self, row: &Row) -> Result<(), Refusal> {
        self.header.count(row, self.rows);
        if let Some(cell) = row.stray_quote {
            self.problem(
                row,
                Some(cell),
                "A quotation mark inside the quoted cell is not doubled; look at what was read.",
            );
        }
        let title = self.title(row)?;
        let description = self.description(row)?;
        let key = self.key(row)?;
        if let Some((_, cell)) = self.header.value(Field::ProductKey, row) {
            self.product_keys.add(cell.trim());
        }
        if let Some((_, cell)) = self.header.value(Field::ProductName, row) {
            self.product_names.add(&flatten(cell));
        }
        let id = self.header.value(Field::IssueId, row).map(|(_, cell)| cell.trim().to_owned());
        match words::kind(self.word(Field::Type, row), &title) {
            Kind::Epic => self.epic(row, title, key.clone(), id)?,
            Kind::Item { item_type, part } => {
                let item = PlannedItem {
                    source_key: key.clone(),
                    title,
                    description,
                    item_type,
                    ..self.values(row)
                };
                let (links, parent_title) = (self.links(row), self.parent_title(row));
                self.drafts.push(Draft { item, rank: self.rank(row), id, links, parent_title, part });
            }
        }
        if let Some(key) = key {
            if let Some((prefix, _)) = cells::split_key(&key) {
                self.key_prefixes.add(prefix);
            }
            self.keys.insert(key.to_lowercase(), row.line);
        }
        Ok(())
    }

    fn epic(
        &mut self,
        row: &Row,
        title: String,
        key: Option<String>,
        id: Option<String>,
    ) -> Result<(), Refusal> {
        let named = self.header.value(Field::EpicName, row).map(|(column, cell)| (column, flatten(cell)));
        let (column, name) = named.map_or((None, title), |(column, name)| (Some(column), name));
        let name = item::epic_name(&name).map_err(|refusal| (column, refusal.to_string()))?;
        self.epics.push((PlannedEpic { line: row.line, source_key: key, name }, id));
        Ok(())
    }

    fn title(&mut self, row: &Row) -> Result<String, Refusal> {
        let Some((column, cell)) = self.header.value(Field::Title, row) else {
            return Err((None, "The row has no title.".into()));
        };
        let cell = self.legible(row, column, cell);
        item::title(&flatten(&cell)).map_err(|refusal| (Some(column), refusal.to_string()))
    }

    fn description(&mut self, row: &Row) -> Result<String, Refusal> {
        let Some((column, cell)) = self.header.value(Field::Description, row) else {
            return Ok(String::new());
        };
        let cell = self.legible(row, column, cell);
        item::description(&cell).map_err(|refusal| (Some(column), refusal.to_string()))
    }

    fn key(&mut self, row: &Row) -> Result<Option<String>, Refusal> {
        let Some((column, cell)) = self.header.value(Field::Key, row) else { return Ok(None) };
        let key = match text::line(&flatten(cell), KEY_MAX) {
            Ok(key) => key,
            Err(fault) => {
                self.problem(row, Some(column), format!("The key was not taken: {fault}."));
                return Ok(None);
            }
        };
        match self.keys.get(&key.to_lowercase()) {
            Some(line) => Err((Some(column), format!("{} was on line {line} already.", excerpt(&key)))),
            None => Ok(Some(key)),
        }
    }

    pub(super) fn word<'r>(&self, field: Field, row: &'r Row) -> &'r str {
        self.header.value(field, row).map_or("", |(_, cell)| cell)
    }

    /// The cell without what cannot be shown; says so when something was lost.
    pub(super) fn legible<'r>(&mut self, row: &Row, column: usize, cell: &'r str) -> Cow<'r, str> {
        if self.lossy && cell.contains('\u{fffd}') {
            self.problem(
                row,
                Some(column),
                "The cell holds bytes that are no characters; they show as \u{fffd}.",
            );
        }
        let (legible, lost) = cells::without_controls(cell);
        if let Some(lost) = lost {
            self.problem(row, Some(column), lost);
        }
        legible
    }

    pub(super) fn problem(&mut self, row: &Row, column: Option<usize>, reason: impl Into<String>) {
        let column = column
            .filter(|column| *column < self.header.len())
            .map(|column| self.header.name(column).to_owned());
        self.problems.push(Problem { line: row.line, column, reason: reason.into() });
    }
}

/// Why a row was left out: the column it is about, and a sentence.
type Refusal = (Option<usize>, String);

/// Which of several texts comes up most often, the first of equals.
#[derive(Default)]
pub(super) struct Tally(HashMap<String, (usize, usize)>);

impl Tally {
    fn add(&mut self, text: &str) {
        if let Some((count, _)) = self.0.get_mut(text) {
            *count += 1;
        } else {
            let place = self.0.len();
            self.0.insert(text.to_owned(), (1, usize::MAX - place));
        }
    }

    /// The winner; `None` when nothing was added.
    pub fn most(&self) -> Option<&str> {
        self.0.iter().max_by_key(|(_, standing)| **standing).map(|(text, _)| text.as_str())
    }
}
