//! One workspace: one SQLite file, opened, upgraded and written to by actions.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use rusqlite::functions::FunctionFlags;
use rusqlite::{Connection, OpenFlags, Transaction, TransactionBehavior};

use crate::action::{ActionMeta, Db, Done, Underway, Writer, label_action, record_action, unsign_action};
use crate::schema;
use crate::{Result, StoreError};

/// How long a write waits for another process before it is refused.
const BUSY_TIMEOUT: Duration = Duration::from_secs(5);

/// An open workspace file.
pub struct Workspace {
    conn: Connection,
    path: PathBuf,
    underway: Arc<Underway>,
}

impl Workspace {
    /// The newest schema version this release knows, which is that of every open file.
    pub const SCHEMA: i64 = schema::VERSION;

    /// Makes a new file with an empty schema. Nothing is in it yet, not even the workspace's name: that is the
    /// first action's.
    ///
    /// # Errors
    /// When the file exists or its folder cannot be written. A half-made file is removed.
    pub fn create(path: &Path) -> Result<Self> {
        if path.exists() {
            return Err(StoreError::Exists(path.to_owned()));
        }
        if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
            std::fs::create_dir_all(folder)?;
        }
        let made = Connection::open(path).map_err(StoreError::from).and_then(|conn| {
            let mut workspace = Self::prepare(conn, path)?;
            let tx = workspace.conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
            schema::migrate(&tx, 0)?;
            tx.commit()?;
            Ok(workspace)
        });
        if made.is_err() {
            for end in ["", "-wal", "-shm"] {
                let mut name = path.as_os_str().to_owned();
                name.push(end);
                std::fs::remove_file(name).ok();
            }
        }
        made
    }

    /// An empty workspace that is in no file and ends with the program: for questions before there is one.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn in_memory() -> Result<Self> {
        let mut workspace = Self::prepare(Connection::open_in_memory()?, Path::new(""))?;
        let tx = workspace.conn.transaction()?;
        schema::migrate(&tx, 0)?;
        tx.commit()?;
        Ok(workspace)
    }

    /// Opens an existing file. One of an older schema is copied beside itself and upgraded in one transaction.
    ///
    /// # Errors
    /// When the file is missing, is not a workspace, comes from a newer release, or cannot be written. It is then
    /// exactly as it was.
    pub fn open(path: &Path) -> Result<Self> {
        if !path.is_file() {
            return Err(StoreError::Missing(path.to_owned()));
        }
        // Looked at without writing first: opening for writing turns a foreign database's journal to WAL, and opening
        // for reading leaves files beside it.
        let version = Self::probe(path)?;
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let conn = Connection::open_with_flags(path, flags)?;
        if conn.is_readonly("main")? || std::fs::metadata(path)?.permissions().readonly() {
            return Err(StoreError::ReadOnly);
        }
        let mut workspace = Self::prepare(conn, path)?;
        if version < schema::VERSION {
            workspace.upgrade(version)?;
        }
        Ok(workspace)
    }

    /// The schema version of a file that is ours, or the refusal.
    fn probe(path: &Path) -> Result<i64> {
        let (id, version) = match schema::header(path)? {
            Some(header) => header,
            None => Self::probe_live(path)?,
        };
        if id != schema::APPLICATION_ID {
            return Err(StoreError::NotAWorkspace(path.to_owned()));
        }
        match version {
            found if found > schema::VERSION => {
                Err(StoreError::NewerSchema { path: path.to_owned(), found, known: schema::VERSION })
            }
            found if found < 1 => Err(StoreError::NotAWorkspace(path.to_owned())),
            found => Ok(found),
        }
    }

    /// Application id and schema version of a database that somebody has open, or did not close: what it is may stand
    /// beside the file yet.
    fn probe_live(path: &Path) -> Result<(i64, i64)> {
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let conn = Connection::open_with_flags(path, flags)?;
        conn.busy_timeout(BUSY_TIMEOUT)?;
        let pragma = |name: &str| conn.pragma_query_value(None, name, |row| row.get::<_, i64>(0));
        let id = pragma("application_id").map_err(|error| StoreError::opening(path, error))?;
        Ok((id, pragma("user_version")?))
    }

    fn prepare(conn: Connection, path: &Path) -> Result<Self> {
        conn.busy_timeout(BUSY_TIMEOUT)?;
        conn.set_prepared_statement_cache_capacity(256);
        conn.pragma_update_and_check(None, "journal_mode", "WAL", |_| Ok(()))?;
        conn.pragma_update(None, "synchronous", "FULL")?;
        conn.pragma_update(None, "foreign_keys", true)?;
        // What is deleted is gone from the file: who took part in a retrospective is forgotten at its close.
        conn.pragma_update_and_check(None, "secure_delete", true, |_| Ok(()))?;
        conn.pragma_update(None, "cache_size", -32_000)?;
        let underway = Arc::new(Underway::default());
        let (action, origin) = (Arc::clone(&underway), Arc::clone(&underway));
        conn.create_scalar_function("lineout_action", 0, FunctionFlags::SQLITE_UTF8, move |_| {
            Ok(action.action())
        })?;
        conn.create_scalar_function("lineout_origin", 0, FunctionFlags::SQLITE_UTF8, move |_| {
            Ok(origin.origin())
        })?;
        Ok(Self { conn, path: path.to_owned(), underway })
    }

    fn upgrade(&mut self, version: i64) -> Result<()> {
        let mut name = self.path.as_os_str().to_owned();
        name.push(format!(".v{version}.backup"));
        self.conn.backup("main", Path::new(&name), None)?;
        let tx = self.conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
        schema::migrate(&tx, version)?;
        tx.commit()?;
        Ok(())
    }

    /// Writes from now on without waiting for the disk: for a draft that is thrown away if the machine fails, and that
    /// its maker brings to the disk as a whole once it is finished.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn hurry(&self) -> Result<()> {
        Ok(self.conn.pragma_update(None, "synchronous", "OFF")?)
    }

    /// Where the file is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// A view to read from.
    pub fn db(&self) -> Db<'_> {
        Db { conn: &self.conn }
    }

    /// Runs one action: everything `work` writes is committed together with its history, or nothing is. An action
    /// that changed nothing leaves no trace and answers `None`.
    ///
    /// # Errors
    /// What `work` refuses, or what the database does; nothing is written then.
    pub fn act<T, E: From<StoreError>>(
        &mut self,
        meta: &ActionMeta,
        work: impl FnOnce(&mut Writer<'_>) -> Result<T, E>,
    ) -> Result<(T, Option<Done>), E> {
        let tx = self
            .conn
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(|error| E::from(error.into()))?;
        self.underway.set(Some((meta.id.to_string(), meta.origin.as_str())));
        let mut writer = Writer::new(&tx);
        let worked = record_action(&tx, meta).map_err(E::from).and_then(|()| work(&mut writer));
        let (label, signed) = (writer.take_label(), writer.is_signed());
        let finished = worked.and_then(|value| Ok((value, finish(tx, meta, label, signed)?)));
        self.underway.set(None);
        finished
    }

    /// Writes outside the history: no action, nothing to undo, and nothing that says when it came, after what, and from
    /// whom. A write to a tracked table is refused by its triggers. Afterwards the log beside the file is emptied, which
    /// holds what was written in its order.
    ///
    /// # Errors
    /// What `work` refuses, or what the database does; nothing is written then.
    pub fn aside<T, E: From<StoreError>>(
        &mut self,
        work: impl FnOnce(&mut Writer<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let tx = self
            .conn
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(|error| E::from(error.into()))?;
        let value = work(&mut Writer::new(&tx))?;
        tx.commit().map_err(|error| E::from(error.into()))?;
        self.settle().map_err(E::from)?;
        Ok(value)
    }

    /// Brings the log into the file and empties it. Another process that reads may keep it from that; then it happens
    /// after the next write.
    fn settle(&self) -> Result<()> {
        Ok(self.conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?)
    }
}

/// Names an action and commits it, or leaves no trace of one that changed nothing.
fn finish(
    tx: Transaction<'_>,
    meta: &ActionMeta,
    label: Option<String>,
    signed: bool,
) -> Result<Option<Done>> {
    let wrote: bool = tx
        .prepare_cached("SELECT EXISTS (SELECT 1 FROM history WHERE action = ?1)")?
        .query_row([meta.id.to_string()], |row| row.get(0))?;
    if !wrote {
        tx.rollback()?;
        return Ok(None);
    }
    let label = label.unwrap_or_else(|| meta.command.clone());
    label_action(&tx, meta, &label)?;
    if !signed {
        unsign_action(&tx, meta)?;
    }
    tx.commit()?;
    Ok(Some(Done { id: meta.id, label }))
}

#[cfg(test)]
#[path = "workspace_tests.rs"]
mod tests;
