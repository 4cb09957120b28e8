//! The bytes of attachments: kept once under their SHA-256, however many attachments have them, and never taken away,
//! because an undo may bring any attachment back. They have no history; that of the attachment names them.

use std::fmt::Write as _;

use rusqlite::{OptionalExtension, params};
use sha2::{Digest, Sha256};

use crate::action::{Db, Writer};
use crate::check::Finding;
use crate::{Result, StoreError};

/// The name of some bytes: their SHA-256 in hexadecimal.
fn name_of(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::with_capacity(64), |mut name, byte| {
        // Writing to a string cannot fail.
        let _ = write!(name, "{byte:02x}");
        name
    })
}

impl Writer<'_> {
    /// Keeps bytes, unless the very same are kept already. Answers the SHA-256 to find them by.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn keep_bytes(&mut self, bytes: &[u8]) -> Result<String> {
        let name = name_of(bytes);
        let sql = "INSERT INTO attachment_content (sha256, bytes) VALUES (?1, ?2) ON CONFLICT DO NOTHING";
        self.conn.execute(sql, params![name, bytes])?;
        Ok(name)
    }
}

impl Db<'_> {
    /// The bytes with this SHA-256.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when they are not there.
    pub fn kept_bytes(&self, sha256: &str) -> Result<Vec<u8>> {
        let mut statement =
            self.conn.prepare_cached("SELECT bytes FROM attachment_content WHERE sha256 = ?1")?;
        let found = statement.query_row([sha256], |row| row.get(0)).optional()?;
        found.ok_or(StoreError::NotFound { what: "content of an attachment" })
    }

    /// Every attachment has its bytes, as many as it says, and all bytes are what they are called.
    pub(crate) fn check_attachments(&self, findings: &mut Vec<Finding>) -> Result<()> {
        let mut found = |detail: String| findings.push(Finding { check: "attachments", detail });
        let mut statement = self.conn.prepare(
            "SELECT a.name, a.size, length(c.bytes) FROM attachment AS a
             LEFT JOIN attachment_content AS c ON c.sha256 = a.sha256
             WHERE length(c.bytes) IS NOT a.size ORDER BY a.id LIMIT 50",
        )?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let (name, size, kept): (String, i64, Option<i64>) = (row.get(0)?, row.get(1)?, row.get(2)?);
            found(match kept {
                Some(kept) => format!("“{name}” has {size} bytes, and {kept} are kept of it"),
                None => format!("the content of “{name}” is not there"),
            });
        }
        let mut statement = self.conn.prepare("SELECT sha256, bytes FROM attachment_content")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let name: String = row.get(0)?;
            let bytes = row.get_ref(1)?.as_blob().unwrap_or_default();
            if name_of(bytes) != name {
                found(format!("the content {name} is not what was attached"));
            }
        }
        Ok(())
    }
}
