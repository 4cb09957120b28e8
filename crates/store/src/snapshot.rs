//! The tables as values: as they stand, and as they stood after any change, by taking the later ones back.

use std::collections::BTreeMap;

use crate::action::Db;
use crate::{Result, StoreError, schema};

/// Tracked tables by name, their rows by id, their fields by name. Values are written as SQL writes them.
pub type Tables = BTreeMap<String, BTreeMap<String, BTreeMap<String, String>>>;

impl Db<'_> {
    /// Every tracked table as it stands.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn tables(&self) -> Result<Tables> {
        let mut tables = Tables::new();
        for table in schema::tracked(self.conn)? {
            let fields = schema::fields(self.conn, &table)?;
            let values = fields.iter().map(|field| format!(", quote({field})")).collect::<String>();
            let mut statement = self.conn.prepare_cached(&format!("SELECT id{values} FROM {table}"))?;
            let mut rows = statement.query([])?;
            let mut found = BTreeMap::new();
            while let Some(row) = rows.next()? {
                let mut values = BTreeMap::new();
                for (n, field) in fields.iter().enumerate() {
                    values.insert(field.clone(), row.get(n + 1)?);
                }
                found.insert(row.get(0)?, values);
            }
            tables.insert(table, found);
        }
        Ok(tables)
    }

    /// Every row of every table of the file, the history and what is outside of it too, in the order in which rows lie:
    /// for looking at all that the file knows. Nothing stands for NULL and for bytes.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn everything(&self) -> Result<BTreeMap<String, Vec<BTreeMap<String, String>>>> {
        let sql = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'item_text%' ORDER BY name";
        let mut statement = self.conn.prepare(sql)?;
        let names = statement.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<Vec<String>>>()?;
        let mut everything = BTreeMap::new();
        for table in names {
            let mut statement = self.conn.prepare(&format!("SELECT * FROM {table}"))?;
            let columns: Vec<String> = statement.column_names().into_iter().map(str::to_owned).collect();
            let mut rows = statement.query([])?;
            let mut found = Vec::new();
            while let Some(row) = rows.next()? {
                let mut values = BTreeMap::new();
                for (n, column) in columns.iter().enumerate() {
                    values.insert(column.clone(), crate::history::text(row.get_ref(n)?).unwrap_or_default());
                }
                found.push(values);
            }
            everything.insert(table, found);
        }
        Ok(everything)
    }

    /// Every tracked table as it stood at a mark of [`Db::history_mark`]: what stands, with each later change taken
    /// back, the newest first.
    ///
    /// # Errors
    /// When the database refuses, or the history does not lead to what stands.
    pub fn tables_at(&self, mark: i64) -> Result<Tables> {
        let mut tables = self.tables()?;
        let mut statement = self.conn.prepare_cached(
            "SELECT id, op, tbl, row, field, quote(before), quote(after) FROM history WHERE id > ?1
             ORDER BY id DESC",
        )?;
        let mut entries = statement.query([mark])?;
        while let Some(entry) = entries.next()? {
            let (op, table, row): (String, String, String) = (entry.get(1)?, entry.get(2)?, entry.get(3)?);
            let rows = tables.entry(table).or_default();
            let field: Option<String> = entry.get(4)?;
            let fits = match (op.as_str(), field) {
                ("insert", _) => rows.remove(&row).is_some(),
                ("update", Some(field)) => match rows.get_mut(&row).and_then(|fields| fields.get_mut(&field))
                {
                    Some(value) => std::mem::replace(value, entry.get(5)?) == entry.get::<_, String>(6)?,
                    None => false,
                },
                ("delete", Some(field)) => {
                    rows.entry(row).or_default().insert(field, entry.get(5)?).is_none()
                }
                _ => false,
            };
            if !fits {
                let id: i64 = entry.get(0)?;
                return Err(StoreError::Unreadable(format!(
                    "history entry {id} does not lead to what stands"
                )));
            }
        }
        Ok(tables)
    }
}
