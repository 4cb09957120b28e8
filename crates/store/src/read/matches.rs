//! Items chosen by a filter and put in an order: what a list of the backlog shows when it does not show all of it.

use lineout_domain::ids::{EpicId, ItemId, PersonId, ProductId, SprintId};
use lineout_domain::item::ItemType;
use lineout_domain::search::Term;
use rusqlite::types::Value;

use super::backlog::BacklogTotals;
use super::search::expression;
use crate::Result;
use crate::action::Db;
use crate::cell::Cell;
use crate::record::{Item, Record, column, columns};

/// Which items; the default is the whole Product Backlog. Several values of one kind mean any of them, several kinds
/// mean all of them.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Filter {
    /// Words that must be there.
    pub terms: Vec<Term>,
    /// Kinds of work.
    pub types: Vec<ItemType>,
    /// Epics; none among them means items without one.
    pub epics: Vec<Option<EpicId>>,
    /// Labels.
    pub labels: Vec<String>,
    /// People on it; none among them means nobody is.
    pub assignees: Vec<Option<PersonId>>,
    /// With or without an estimate.
    pub estimated: Option<bool>,
    /// An open impediment blocks it, or does not.
    pub blocked: Option<bool>,
    /// An open item blocks it, or none does.
    pub waiting: Option<bool>,
    /// It meets the whole Definition of Ready, or does not.
    pub ready: Option<bool>,
    /// Where to look.
    pub scope: Scope,
}

/// Where to look for items.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Scope {
    /// The Product Backlog.
    #[default]
    Backlog,
    /// One sprint, whatever became of its items.
    Sprint(SprintId),
    /// Everything open, in a sprint or not.
    Open,
    /// Everything Done.
    Done,
}

/// What orders the items.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum SortBy {
    /// The order of the Product Backlog.
    #[default]
    Rank,
    /// Value.
    Value,
    /// Estimate.
    Estimate,
    /// When it was created.
    Created,
    /// Title, without case.
    Title,
    /// Value for each point; where the estimate is 0, its value for half a point.
    ValueForEffort,
}

/// An order. Items without what they are ordered by come last, whichever way; ties follow the rank.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Sort {
    /// By what.
    pub by: SortBy,
    /// The highest, newest or last first.
    pub descending: bool,
}

/// What a filter chose, in its order.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Matches {
    /// The items, with their estimates in points.
    pub items: Vec<(ItemId, Option<f64>)>,
    /// What they come to.
    pub totals: BacklogTotals,
}

impl Filter {
    /// Nothing is left out of its scope.
    pub fn is_open(&self) -> bool {
        *self == Self { scope: self.scope, ..Self::default() }
    }
}

impl Db<'_> {
    /// Every item of a product that a filter chooses, in order.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn matches(&self, product: ProductId, filter: &Filter, sort: Sort) -> Result<Matches> {
        let mut question = Question::new(product);
        question.choose(filter);
        let sql = format!(
            "SELECT i.id, i.estimate FROM item AS i WHERE {} ORDER BY {}",
            question.all(),
            order(sort)
        );
        let mut statement = self.conn.prepare_cached(&sql)?;
        let mut rows = statement.query(rusqlite::params_from_iter(&question.values))?;
        let mut found = Matches::default();
        let mut hundredths = 0;
        while let Some(row) = rows.next()? {
            let estimate: Option<f64> = row.get(1)?;
            found.items.push((column(row, 0)?, estimate));
            match estimate {
                Some(points) => hundredths += (points * 100.0).round() as i64,
                None => found.totals.unestimated += 1,
            }
        }
        found.totals.items = u32::try_from(found.items.len()).unwrap_or(u32::MAX);
        found.totals.points = hundredths as f64 / 100.0;
        Ok(found)
    }

    /// Items by id, in the order asked for; those that are gone are left out.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn items(&self, ids: &[ItemId]) -> Result<Vec<Item>> {
        let sql = format!(
            "SELECT {} FROM json_each(?1) AS j JOIN item AS t ON t.id = j.value ORDER BY j.key",
            columns::<Item>("t.")
        );
        let mut statement = self.conn.prepare_cached(&sql)?;
        let rows = statement.query_map([json(ids)], Item::from_row)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}

/// A condition being put together, with its values.
struct Question {
    conditions: Vec<String>,
    values: Vec<Value>,
}

impl Question {
    fn new(product: ProductId) -> Self {
        Self { conditions: vec!["i.product = ?1".to_owned()], values: vec![product.store()] }
    }

    fn all(&self) -> String {
        self.conditions.join(" AND ")
    }

    /// The mark of a value.
    fn value(&mut self, value: Value) -> String {
        self.values.push(value);
        format!("?{}", self.values.len())
    }

    fn and(&mut self, condition: String) {
        self.conditions.push(condition);
    }

    fn choose(&mut self, filter: &Filter) {
        match filter.scope {
            Scope::Backlog => self.and("i.sprint IS NULL AND i.resolution IS NULL".to_owned()),
            Scope::Sprint(sprint) => {
                let sprint = self.value(sprint.store());
                self.and(format!("i.sprint = {sprint}"));
            }
            Scope::Open => self.and("i.resolution IS NULL".to_owned()),
            Scope::Done => self.and("i.resolution = 'done'".to_owned()),
        }
        if let Some(asked) = expression(&filter.terms) {
            let asked = self.value(Value::Text(asked));
            self.and(format!(
                "i.id IN (SELECT d.item FROM item_text CROSS JOIN search_doc AS d ON d.doc = item_text.rowid
                          WHERE item_text MATCH {asked})"
            ));
        }
        if !filter.types.is_empty() {
            let types = self.value(json(&filter.types));
            self.and(format!("i.item_type IN (SELECT value FROM json_each({types}))"));
        }
        self.any_or_none(&filter.epics, "i.epic IN (SELECT value FROM json_each($))", "i.epic IS NULL");
        if !filter.labels.is_empty() {
            let labels = self.value(json(&filter.labels));
            self.and(format!(
                "i.id IN (SELECT item FROM item_label WHERE label IN (SELECT value FROM json_each({labels})))"
            ));
        }
        self.any_or_none(
            &filter.assignees,
            "i.id IN (SELECT item FROM item_assignee WHERE person IN (SELECT value FROM json_each($)))",
            "NOT EXISTS (SELECT 1 FROM item_assignee AS a WHERE a.item = i.id)",
        );
        if let Some(estimated) = filter.estimated {
            self.and(format!("i.estimate IS {}NULL", if estimated { "NOT " } else { "" }));
        }
        if let Some(blocked) = filter.blocked {
            self.and(format!(
                "i.id {}IN (SELECT b.item FROM impediment_item AS b JOIN impediment AS m ON m.id = b.impediment
                            WHERE m.state <> 'resolved')",
                if blocked { "" } else { "NOT " }
            ));
        }
        if let Some(waiting) = filter.waiting {
            self.and(format!(
                "i.id {}IN (SELECT l.to_item FROM item_link AS l JOIN item AS b ON b.id = l.from_item
                            WHERE l.kind = 'blocks' AND b.resolution IS NULL)",
                if waiting { "" } else { "NOT " }
            ));
        }
        if let Some(ready) = filter.ready {
            // Where there is nothing to meet, nothing is ready, and nothing is unready either.
            self.and("EXISTS (SELECT 1 FROM ready_criterion WHERE product = ?1 AND NOT retired)".to_owned());
            self.and(format!(
                "i.id {}IN (SELECT r.item FROM ready_criterion AS c JOIN item_ready AS r ON r.ready_criterion = c.id
                            WHERE c.product = ?1 AND NOT c.retired GROUP BY r.item HAVING count(*) =
                              (SELECT count(*) FROM ready_criterion WHERE product = ?1 AND NOT retired))",
                if ready { "" } else { "NOT " }
            ));
        }
    }

    /// One of the wanted values, or none when none is among them. `$` in `any` stands for them.
    fn any_or_none<T: Cell + Copy>(&mut self, wanted: &[Option<T>], any: &str, none: &str) {
        if wanted.is_empty() {
            return;
        }
        let named: Vec<T> = wanted.iter().copied().flatten().collect();
        let mut ways = Vec::new();
        if !named.is_empty() {
            let named = self.value(json(&named));
            ways.push(any.replace('$', &named));
        }
        if named.len() < wanted.len() {
            ways.push(none.to_owned());
        }
        self.and(format!("({})", ways.join(" OR ")));
    }
}

/// Values as one JSON array, to be taken apart by SQLite.
pub(super) fn json<T: Cell>(values: &[T]) -> Value {
    let one = |value: &T| match value.store() {
        Value::Text(text) => serde_json::Value::String(text),
        Value::Integer(n) => n.into(),
        _ => serde_json::Value::Null,
    };
    Value::Text(serde_json::Value::Array(values.iter().map(one).collect()).to_string())
}

fn order(sort: Sort) -> String {
    let way = if sort.descending { "DESC" } else { "ASC" };
    let by = match sort.by {
        SortBy::Rank => return format!("i.rank {way}, i.id {way}"),
        SortBy::Value => "i.value",
        SortBy::Estimate => "i.estimate",
        SortBy::Created => "i.created_at",
        SortBy::Title => "i.title COLLATE NOCASE",
        SortBy::ValueForEffort => "i.value / max(i.estimate, 0.5)",
    };
    format!("{by} {way} NULLS LAST, i.rank, i.id")
}
