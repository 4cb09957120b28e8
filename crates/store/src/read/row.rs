//! What lists show of many items at once, one question for all of them.

use std::collections::{HashMap, HashSet};
use std::hash::Hash;

use lineout_domain::ids::{EpicId, ImprovementId, ItemId, PersonId};

use super::matches::json;
use crate::Result;
use crate::action::Db;
use crate::cell::Cell;
use crate::record::{Epic, Record, column, columns};

impl Db<'_> {
    /// The labels of several items, by name.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn labels_of(&self, items: &[ItemId]) -> Result<HashMap<ItemId, Vec<String>>> {
        self.several("SELECT item, label FROM item_label WHERE item IN $ ORDER BY label", items)
    }

    /// Everybody on several items.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn assignees_of(&self, items: &[ItemId]) -> Result<HashMap<ItemId, Vec<PersonId>>> {
        self.several("SELECT item, person FROM item_assignee WHERE item IN $ ORDER BY id", items)
    }

    /// The improvements that items came from.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn improvements_among(&self, items: &[ItemId]) -> Result<HashMap<ItemId, Vec<ImprovementId>>> {
        self.several("SELECT item, id FROM improvement WHERE item IN $ ORDER BY id", items)
    }

    /// Those of several items that an open impediment blocks.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn blocked_among(&self, items: &[ItemId]) -> Result<HashSet<ItemId>> {
        self.some(
            "SELECT DISTINCT b.item FROM impediment_item AS b JOIN impediment AS m ON m.id = b.impediment
             WHERE m.state <> 'resolved' AND b.item IN $",
            items,
        )
    }

    /// Epics by id.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn epics_among(&self, ids: &[EpicId]) -> Result<HashMap<EpicId, Epic>> {
        let sql = format!(
            "SELECT {} FROM epic AS t WHERE t.id IN (SELECT value FROM json_each(?1))",
            columns::<Epic>("t.")
        );
        let mut statement = self.conn.prepare_cached(&sql)?;
        let rows = statement.query_map([json(ids)], Epic::from_row)?;
        let epics = rows.collect::<rusqlite::Result<Vec<_>>>()?;
        Ok(epics.into_iter().map(|epic| (epic.id, epic)).collect())
    }

    /// Pairs of a question, by the first. `$` stands for the items.
    pub(super) fn several<K: Cell + Hash + Eq, V: Cell>(
        &self,
        sql: &str,
        items: &[ItemId],
    ) -> Result<HashMap<K, Vec<V>>> {
        let mut statement = self.conn.prepare_cached(&sql.replace('$', AMONG))?;
        let mut rows = statement.query([json(items)])?;
        let mut found: HashMap<K, Vec<V>> = HashMap::new();
        while let Some(row) = rows.next()? {
            found.entry(column(row, 0)?).or_default().push(column(row, 1)?);
        }
        Ok(found)
    }

    /// The items that a question names. `$` stands for those asked about.
    pub(super) fn some(&self, sql: &str, items: &[ItemId]) -> Result<HashSet<ItemId>> {
        let mut statement = self.conn.prepare_cached(&sql.replace('$', AMONG))?;
        let rows = statement.query_map([json(items)], |row| column(row, 0))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}

const AMONG: &str = "(SELECT value FROM json_each(?1))";
