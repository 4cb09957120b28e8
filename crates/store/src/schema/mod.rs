//! The schema: migrations in order, and the history triggers generated from the tables they leave.
//!
//! Triggers are dropped and made anew whenever a migration ran, so a new column cannot go unlogged.

use std::io::Read;
use std::path::Path;

use rusqlite::Connection;

use crate::Result;

/// Marks a SQLite file as ours ("LINE" in ASCII).
pub(crate) const APPLICATION_ID: i64 = 0x4C49_4E45;

/// Every migration, oldest first. The schema version of a file is how many of them it has.
const MIGRATIONS: &[&str] = &[
    include_str!("v1.sql"),
    include_str!("v2.sql"),
    include_str!("v3.sql"),
    include_str!("v4.sql"),
    include_str!("v5.sql"),
    include_str!("v6.sql"),
];

/// The newest schema version.
pub(crate) const VERSION: i64 = MIGRATIONS.len() as i64;

/// Tables outside the history: the history itself, numbers given out and timers, which an undo must not take back, what
/// is derived from other tables by triggers of the schema, and what a retrospective keeps private.
const UNTRACKED: &[&str] = &[
    "action",
    "history",
    "number_given",
    "backlog_block",
    "search_doc",
    "attachment_content",
    "timer",
    "aside",
    "retro_private",
    "retro_part",
];

/// The text index and the tables that SQLite keeps for it.
const TEXT_INDEX: &str = "item_text";

/// Tables whose rows nothing may alter, and only the undo of the action that wrote them may remove.
const FROZEN: &[&str] = &["sprint_commitment", "sprint_record", "sprint_record_item"];

/// Where SQLite's header holds what we ask of it.
const MAGIC: &[u8; 16] = b"SQLite format 3\0";
const USER_VERSION_AT: usize = 60;
const APPLICATION_ID_AT: usize = 68;

/// Application id and schema version of a database as its header has them, nothing opened; both 0 where there is no
/// database. None when a log lies beside the file, which may know better.
pub(crate) fn header(path: &Path) -> Result<Option<(i64, i64)>> {
    let mut log = path.as_os_str().to_owned();
    log.push("-wal");
    if std::fs::metadata(log).is_ok_and(|log| log.len() > 0) {
        return Ok(None);
    }
    let mut bytes = Vec::with_capacity(100);
    std::fs::File::open(path)?.take(100).read_to_end(&mut bytes)?;
    let word = |at: usize| match bytes.get(at..at + 4) {
        Some([a, b, c, d]) if bytes.starts_with(MAGIC) => i64::from(u32::from_be_bytes([*a, *b, *c, *d])),
        _ => 0,
    };
    Ok(Some((word(APPLICATION_ID_AT), word(USER_VERSION_AT))))
}

/// Brings a file from `version` to [`VERSION`], inside the caller's transaction.
pub(crate) fn migrate(conn: &Connection, version: i64) -> Result<()> {
    migrate_to(conn, version, VERSION)
}

/// Brings a file from one version to another.
pub(crate) fn migrate_to(conn: &Connection, from: i64, to: i64) -> Result<()> {
    let place = |version: i64| usize::try_from(version).unwrap_or(0);
    for migration in &MIGRATIONS[place(from)..place(to)] {
        conn.execute_batch(migration)?;
    }
    make_triggers(conn)?;
    conn.pragma_update(None, "application_id", APPLICATION_ID)?;
    conn.pragma_update(None, "user_version", to)?;
    Ok(())
}

/// The tables whose history is kept, by name.
pub(crate) fn tracked(conn: &Connection) -> Result<Vec<String>> {
    let mut statement = conn.prepare_cached(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
    )?;
    let names =
        statement.query_map([], |row| row.get::<_, String>(0))?.collect::<rusqlite::Result<Vec<_>>>()?;
    let tracked = |name: &String| !UNTRACKED.contains(&name.as_str()) && !name.starts_with(TEXT_INDEX);
    Ok(names.into_iter().filter(tracked).collect())
}

/// The columns of a table other than its id.
pub(crate) fn fields(conn: &Connection, table: &str) -> Result<Vec<String>> {
    let mut statement =
        conn.prepare_cached("SELECT name FROM pragma_table_info(?1) WHERE name <> 'id' ORDER BY cid")?;
    Ok(statement.query_map([table], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?)
}

fn make_triggers(conn: &Connection) -> Result<()> {
    for table in tracked(conn)? {
        let fields = fields(conn, &table)?;
        conn.execute_batch(&history_triggers(&table, &fields))?;
        if FROZEN.contains(&table.as_str()) {
            conn.execute_batch(&frozen_triggers(&table))?;
        }
    }
    Ok(())
}

fn history_triggers(table: &str, fields: &[String]) -> String {
    let entry = "INSERT INTO history (action, op, tbl, row, field, before, after) VALUES (lineout_action()";
    let mut sql = format!(
        "DROP TRIGGER IF EXISTS log_{table}_insert;
         CREATE TRIGGER log_{table}_insert AFTER INSERT ON {table} BEGIN
           {entry}, 'insert', '{table}', new.id, NULL, NULL, NULL);
         END;
         DROP TRIGGER IF EXISTS log_{table}_id;
         CREATE TRIGGER log_{table}_id BEFORE UPDATE OF id ON {table} WHEN old.id IS NOT new.id BEGIN
           SELECT RAISE(ABORT, 'an id never changes');
         END;\n"
    );
    for field in fields {
        sql += &format!(
            "DROP TRIGGER IF EXISTS log_{table}_{field};
             CREATE TRIGGER log_{table}_{field} AFTER UPDATE OF {field} ON {table}
             WHEN old.{field} IS NOT new.{field} BEGIN
               {entry}, 'update', '{table}', new.id, '{field}', old.{field}, new.{field});
             END;\n"
        );
    }
    let values = fields
        .iter()
        .map(|field| format!("{entry}, 'delete', '{table}', old.id, '{field}', old.{field}, NULL);"))
        .collect::<Vec<_>>()
        .join("\n  ");
    sql += &format!(
        "DROP TRIGGER IF EXISTS log_{table}_delete;
         CREATE TRIGGER log_{table}_delete AFTER DELETE ON {table} BEGIN\n  {values}\nEND;\n"
    );
    sql
}

fn frozen_triggers(table: &str) -> String {
    format!(
        "DROP TRIGGER IF EXISTS frozen_{table}_update;
         CREATE TRIGGER frozen_{table}_update BEFORE UPDATE ON {table} BEGIN
           SELECT RAISE(ABORT, 'a sprint record is final');
         END;
         DROP TRIGGER IF EXISTS frozen_{table}_delete;
         CREATE TRIGGER frozen_{table}_delete BEFORE DELETE ON {table}
         WHEN lineout_origin() IS NULL OR lineout_origin() NOT IN ('undo', 'redo') BEGIN
           SELECT RAISE(ABORT, 'a sprint record is final');
         END;\n"
    )
}
