//! What only the whole file can tell: the product, the numbers, the epics that items refer to, the order.

use std::cmp::Ordering;
use std::collections::HashMap;

use lineout_domain::item;
use lineout_domain::product;
use lineout_domain::text::{excerpt, flatten, fold};

use super::Format;
use super::cells;
use super::gather::{Draft, Gathered};
use super::plan::{Plan, PlannedEpic, PlannedItem, Problem};

/// The product's name where neither the file nor its name has one.
const NAMELESS: &str = "Imported backlog";
/// Steps from part to part on the way to an epic. Files whose items contain each other end here.
const DEPTH: usize = 8;

/// Makes the plan of what was gathered.
pub(super) fn finish(mut rows: Gathered, file_name: &str, encoding: String, delimiter: Option<char>) -> Plan {
    let product_name = product_name(&rows, file_name);
    let source_key = rows.product_keys.most().or(rows.key_prefixes.most()).map(str::to_owned);
    let file_key = source_key.as_deref().and_then(product_key);
    if file_key.is_some() {
        number(&mut rows.drafts, source_key.as_deref().unwrap_or_default());
    }
    let epics = resolve_epics(&mut rows);
    for draft in &mut rows.drafts {
        for comment in &mut draft.item.comments {
            if let Some(name) = rows.people.name_of(&comment.author) {
                comment.author = name.to_owned();
            }
        }
    }
    let (sprints, places) = rows.sprints.into_order();
    let items = in_order(rows.drafts).map(|item| placed(item, &places)).collect();
    rows.problems.sort_by_key(|problem| problem.line);
    Plan {
        format: rows.format,
        key_from_file: file_key.is_some(),
        product_key: file_key.unwrap_or_else(|| product::suggest_key(&product_name)),
        product_name,
        items,
        epics,
        sprints,
        people: rows.people.into_list(),
        columns_read: rows.columns_read,
        columns_ignored: rows.columns_ignored,
        says: rows.says,
        notes: rows.notes,
        problems: rows.problems,
        rows: rows.rows,
        rows_skipped: rows.skipped,
        encoding,
        delimiter,
    }
}

fn placed(mut item: PlannedItem, places: &[usize]) -> PlannedItem {
    item.sprint = item.sprint.map(|sprint| places[sprint]);
    item.all_sprints.iter_mut().for_each(|sprint| *sprint = places[*sprint]);
    item
}

/// A key that the product rules accept, made of the file's; `None` when too little of it is left.
fn product_key(source: &str) -> Option<String> {
    let key: String = source
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .skip_while(char::is_ascii_digit)
        .map(|c| c.to_ascii_uppercase())
        .take(*product::KEY_LENGTH.end())
        .collect();
    product::key(&key).ok()
}

fn product_name(rows: &Gathered, file_name: &str) -> String {
    let name = match rows.product_names.most() {
        Some(name) => name.to_owned(),
        None => name_of_file(file_name),
    };
    let name: String = name.chars().take(product::NAME_MAX).collect();
    product::name(&name).unwrap_or_else(|_| NAMELESS.into())
}

/// "exports/stories-springxd.csv.gz" → "Stories springxd".
fn name_of_file(file_name: &str) -> String {
    let mut stem = file_name.rsplit(['/', '\\']).next().unwrap_or_default();
    for ending in [".gz", ".csv", ".tsv", ".txt", ".json"] {
        let split = stem.len().saturating_sub(ending.len());
        if stem.is_char_boundary(split) && stem[split..].eq_ignore_ascii_case(ending) {
            stem = &stem[..split];
        }
    }
    let words = flatten(&stem.replace(['-', '_', '.', '+'], " "));
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Gives the items of the product their numbers.
fn number(drafts: &mut [Draft], source_key: &str) {
    for draft in drafts {
        let key = draft.item.source_key.as_deref().and_then(cells::split_key);
        if let Some((prefix, number)) = key
            && prefix.eq_ignore_ascii_case(source_key)
        {
            draft.item.number = number;
        }
    }
}

/// By rank, and what has none after that in file order.
fn in_order(mut drafts: Vec<Draft>) -> impl Iterator<Item = PlannedItem> {
    // Ranks are compared as text, which is how Jira means them, unless all are numbers.
    let number = |draft: &Draft| {
        draft.rank.as_ref().and_then(|rank| rank.parse::<f64>().ok()).filter(|n| n.is_finite())
    };
    let numeric = drafts.iter().filter(|draft| draft.rank.is_some()).all(|draft| number(draft).is_some());
    drafts.sort_by(|a, b| match (&a.rank, &b.rank) {
        (Some(_), Some(_)) if numeric => {
            number(a).partial_cmp(&number(b)).expect("BUG: only finite numbers are compared")
        }
        (Some(a), Some(b)) => a.cmp(b),
        (Some(_), None) => Ordering::Less,
        (None, Some(_)) => Ordering::Greater,
        (None, None) => Ordering::Equal,
    });
    drafts.into_iter().map(|draft| draft.item)
}

/// The epics of the file, each name once.
#[derive(Default)]
struct Epics {
    list: Vec<PlannedEpic>,
    by_name: HashMap<String, usize>,
    /// Names that differ in capitals alone are different ones.
    exact: bool,
}

impl Epics {
    fn add(&mut self, epic: PlannedEpic) -> usize {
        let name = if self.exact { epic.name.clone() } else { fold(&epic.name) };
        let index = *self.by_name.entry(name).or_insert(self.list.len());
        if index == self.list.len() {
            self.list.push(epic);
        }
        index
    }
}

/// What a key or number in the file stands for.
#[derive(Clone, Copy)]
enum Target {
    Epic(usize),
    Item(usize),
}

/// Where the links of an item lead.
enum Found<'a> {
    /// To an epic of the file.
    Epic(usize),
    /// To the name of an epic.
    Named(&'a str),
    /// Out of the file, from this item.
    Outside(&'a Draft),
    /// To no epic.
    Nothing,
}

/// Names the epic of every item that has one and lists all epics.
fn resolve_epics(rows: &mut Gathered) -> Vec<PlannedEpic> {
    let exact = rows.format == Format::Lineout;
    let mut epics = Epics { exact, ..Epics::default() };
    let mut targets: HashMap<String, Target> = HashMap::new();
    for (epic, id) in std::mem::take(&mut rows.epics) {
        let key = epic.source_key.clone();
        let target = Target::Epic(epics.add(epic));
        for name in [key, id].into_iter().flatten() {
            targets.entry(name.to_lowercase()).or_insert(target);
        }
    }
    for (index, draft) in rows.drafts.iter().enumerate() {
        for name in [&draft.item.source_key, &draft.id].into_iter().flatten() {
            targets.entry(name.to_lowercase()).or_insert(Target::Item(index));
        }
    }
    for index in 0..rows.drafts.len() {
        let line = rows.drafts[index].item.line;
        let epic = match follow(&rows.drafts, index, &targets) {
            Found::Epic(epic) => Some(epic),
            Found::Named(name) => match targets.get(&name.to_lowercase()) {
                // The column for names may hold the key of an epic's row.
                Some(Target::Epic(epic)) if !exact => Some(*epic),
                _ => {
                    Some(epics.add(PlannedEpic { line, source_key: None, name: name.to_owned(), hue: None }))
                }
            },
            Found::Outside(from) => match outside(from, &mut epics) {
                Ok(epic) => Some(epic),
                Err((column, reason)) => {
                    rows.problems.push(Problem { line, column, reason });
                    None
                }
            },
            Found::Nothing => None,
        };
        rows.drafts[index].item.epic = epic.map(|epic| epics.list[epic].name.clone());
    }
    epics.list
}

/// Follows links from item to item until they reach an epic or leave the file.
fn follow<'a>(drafts: &'a [Draft], start: usize, targets: &HashMap<String, Target>) -> Found<'a> {
    let mut at = start;
    for _ in 0..DEPTH {
        let draft = &drafts[at];
        if let Some(name) = &draft.item.epic {
            return Found::Named(name);
        }
        if draft.links.is_empty() {
            return Found::Nothing;
        }
        let mut known = draft.links.iter().filter_map(|lead| targets.get(&lead.to.to_lowercase()));
        match known.next() {
            Some(Target::Epic(epic)) => return Found::Epic(*epic),
            Some(Target::Item(next)) => at = *next,
            // A part belongs to an item, and that is elsewhere.
            None if draft.part => return Found::Nothing,
            None => return Found::Outside(draft),
        }
    }
    Found::Nothing
}

/// An epic that has no row: known by its title, or else by its key.
fn outside(draft: &Draft, epics: &mut Epics) -> Result<usize, (Option<String>, String)> {
    let lead = draft.links.first().expect("BUG: only a link leads outside");
    let (column, link) = (&lead.column, &lead.to);
    let name = match &draft.parent_title {
        Some(title) => title,
        None if link.bytes().all(|b| b.is_ascii_digit()) => {
            let reason =
                format!("No row of the file is number {}; the item was read without an epic.", excerpt(link));
            return Err((column.clone(), reason));
        }
        None => link,
    };
    let name = item::epic_name(name).map_err(|refusal| (column.clone(), refusal.to_string()))?;
    let source_key = cells::split_key(link).map(|_| link.clone());
    Ok(epics.add(PlannedEpic { line: draft.item.line, source_key, name, hue: None }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_files() {
        for (file, name) in [
            ("stories-springxd.csv.gz", "Stories springxd"),
            ("C:\\exports\\Harbour_2.CSV", "Harbour 2"),
            ("/exports/überfahrt.tsv", "Überfahrt"),
            ("ß", "SS"),
            (".csv", ""),
            ("", ""),
            ("日本", "日本"),
        ] {
            assert_eq!(name_of_file(file), name, "{file}");
        }
    }

    #[test]
    fn keys_of_products() {
        for (source, key) in [
            ("XD", Some("XD")),
            ("my_app", Some("MYAPP")),
            ("VERYLONGPROJECTKEY", Some("VERYLONGPR")),
            ("X", None),
            ("42", None),
            ("", None),
        ] {
            assert_eq!(product_key(source).as_deref(), key, "{source}");
        }
    }
}
