//! From rows to drafts of items and epics, with everything that could not be read on the way.
//!
//! A row is left out only when no honest item can be made of it: the wrong number of cells, no title, a text over its
//! limit, a key that was there before. Anything less costs the one value, and either way it is listed.

use std::borrow::Cow;

use chrono::NaiveDate;
use lineout_domain::item;
use lineout_domain::text::{self, excerpt, flatten};

use super::Format;
use super::cells;
use super::fields::Field;
use super::gather::{Draft, Gathered};
use super::header::Header;
use super::html;
use super::own;
use super::plan::{PlannedEpic, PlannedItem};
use super::table::Row;
use super::words::{self, Kind};

/// Most characters of a key.
const KEY_MAX: usize = 100;
/// Levels of a tree of titles that are kept.
const LEVELS: usize = 16;

/// Reads the rows of a table one by one.
pub(super) struct Rows {
    pub header: Header,
    pub found: Gathered,
    pub(super) now_day: NaiveDate,
    /// Whether bytes were lost in decoding, so that U+FFFD in a cell means damage.
    lossy: bool,
    /// Where titles stand in a tree: the key of the row that is open on each level.
    open: [Option<String>; LEVELS],
}

impl Rows {
    /// Nothing read yet below this header.
    pub fn new(header: Header, format: Format, now_day: NaiveDate, lossy: bool) -> Self {
        let mut found = Gathered::new(format);
        let says = &mut found.says;
        says.item_type = header.has(Field::Type);
        says.description = header.has(Field::Description);
        says.estimate = header.has(Field::Estimate);
        says.value = header.has(Field::Value);
        let epic = [Field::Epic, Field::EpicName, Field::EpicLink, Field::Parent, Field::ParentSummary];
        says.epic = epic.into_iter().any(|field| header.has(field)) || header.has(Field::TitleLevel);
        says.labels = header.has(Field::Labels);
        says.acceptance = header.has(Field::Acceptance);
        Self { header, found, now_day, lossy, open: Default::default() }
    }

    /// The file's format.
    pub fn format(&self) -> Format {
        self.found.format
    }

    /// Whether the file was written by us, so that its cells are taken as they are.
    pub(super) fn exact(&self) -> bool {
        self.found.format == Format::Lineout
    }

    /// Everything, once the last row was read.
    pub fn finish(mut self) -> Gathered {
        (self.found.columns_read, self.found.columns_ignored) = self.header.into_uses();
        self.found
    }

    /// Reads one row. One whose cells are all empty is no row: spreadsheets leave them at the end.
    pub fn read(&mut self, row: &Row) {
        if !row.unclosed && row.len() <= self.header.len() && row.cells().all(|cell| cell.trim().is_empty()) {
            return;
        }
        self.found.rows += 1;
        let taken = self.check_shape(row).and_then(|()| self.take(row));
        if let Err((column, reason)) = taken {
            self.found.skipped += 1;
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
        self.header.count(row, self.found.rows);
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
            self.found.product_keys.add(cell.trim());
        }
        if let Some((_, cell)) = self.header.value(Field::ProductName, row) {
            self.found.product_names.add(&flatten(cell));
        } else if let Some((_, cell)) = self.header.value(Field::Area, row) {
            self.found.product_names.add(&flatten(cell.split('\\').next().unwrap_or_default()));
        }
        let id = self.header.value(Field::IssueId, row).map(|(_, cell)| cell.trim().to_owned());
        let above = self.above(row, key.as_deref());
        match self.kind(row, &title) {
            Kind::Epic => self.epic(row, title, key.clone(), id)?,
            Kind::Item { item_type, part } => {
                let item = PlannedItem {
                    source_key: key.clone(),
                    title,
                    description,
                    item_type,
                    ..self.values(row)
                };
                let number = self.own_number(row);
                let item = PlannedItem { number, ..item };
                let mut links = self.links(row);
                links.extend(above);
                let parent_title = self.parent_title(row);
                // What Linear calls a parent is an item.
                let part = part || self.format() == Format::Linear;
                let rank = self.rank(row);
                self.found.drafts.push(Draft { item, rank, id, links, parent_title, part });
            }
        }
        if let Some(key) = key {
            if let Some((prefix, _)) = cells::split_key(&key) {
                self.found.key_prefixes.add(prefix);
            }
            self.found.keys.insert(key.to_lowercase(), row.line);
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
        let title = flatten(&title);
        let named = self.header.value(Field::EpicName, row).map(|(column, cell)| (column, flatten(cell)));
        let (column, name) = named.map_or((None, title), |(column, name)| (Some(column), name));
        let name = item::epic_name(&name).map_err(|refusal| (column, refusal.to_string()))?;
        self.found.epics.push((PlannedEpic { line: row.line, source_key: key, name, hue: None }, id));
        Ok(())
    }

    /// The number of the key that an item of ours had. The key itself names the product.
    fn own_number(&mut self, row: &Row) -> Option<u32> {
        let key = self.word(Field::Key, row);
        let (prefix, number) = if self.exact() { cells::split_key(key)? } else { return None };
        let prefix = prefix.to_owned();
        self.found.product_keys.add(&prefix);
        number
    }

    fn kind(&self, row: &Row, title: &str) -> Kind {
        let word = self.word(Field::Type, row);
        match self.format() {
            Format::Lineout => {
                let item_type = item::ItemType::parse(word).unwrap_or(item::ItemType::Feature);
                Kind::Item { item_type, part: false }
            }
            // There a feature is what groups stories.
            Format::Azure if text::fold(word) == "feature" => Kind::Epic,
            _ => words::kind(word, title),
        }
    }

    /// What a row of a tree of titles stands under, after taking note of where it stands itself.
    fn above(&mut self, row: &Row, key: Option<&str>) -> Option<super::gather::Lead> {
        let (column, _) = self.header.value(Field::TitleLevel, row)?;
        let level = self.header.place(Field::TitleLevel, column).min(LEVELS - 1);
        self.open[level] = key.map(str::to_owned);
        self.open[level + 1..].fill(None);
        let to = self.open[..level].iter().rev().find_map(Clone::clone)?;
        Some(super::gather::Lead { column: Some(self.header.name(column).to_owned()), to })
    }

    fn title(&mut self, row: &Row) -> Result<String, Refusal> {
        let title =
            self.header.value(Field::Title, row).or_else(|| self.header.value(Field::TitleLevel, row));
        let Some((column, cell)) = title else {
            return Err((None, "The row has no title.".into()));
        };
        let cell = self.legible(row, column, cell);
        let title = if self.exact() { own::unguarded(&cell).to_owned() } else { flatten(&cell) };
        item::title(&title).map_err(|refusal| (Some(column), refusal.to_string()))
    }

    fn description(&mut self, row: &Row) -> Result<String, Refusal> {
        let Some((column, cell)) = self.header.value(Field::Description, row) else {
            return Ok(String::new());
        };
        let cell = self.legible(row, column, cell);
        let text = self.prose(&cell);
        item::description(&text).map_err(|refusal| (Some(column), refusal.to_string()))
    }

    /// A cell of any number of lines as text: HTML, which Azure writes, is read.
    pub(super) fn prose<'c>(&self, cell: &'c str) -> Cow<'c, str> {
        match self.format() {
            Format::Lineout => Cow::Borrowed(own::unguarded(cell)),
            Format::Azure => html::text(cell),
            _ => Cow::Borrowed(cell),
        }
    }

    fn key(&mut self, row: &Row) -> Result<Option<String>, Refusal> {
        let own = self.header.value(Field::OwnId, row);
        let Some((column, cell)) = own.or_else(|| self.header.value(Field::Key, row)) else {
            return Ok(None);
        };
        let key = match text::line(&flatten(cell), KEY_MAX) {
            Ok(key) => key,
            Err(fault) => {
                self.problem(row, Some(column), format!("The key was not taken: {fault}."));
                return Ok(None);
            }
        };
        match self.found.keys.get(&key.to_lowercase()) {
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
        let column =
            column.filter(|column| *column < self.header.len()).map(|column| self.header.name(column));
        self.found.problem(row.line, column, reason);
    }
}

/// Why a row was left out: the column it is about, and a sentence.
type Refusal = (Option<usize>, String);
