//! The part of the integrity check that looks at what is derived: the runs of the Product Backlog and the text index
//! must say what the tables say.

use rusqlite::Connection;

use crate::Result;
use crate::action::Db;
use crate::check::Finding;

/// The text index made anew beside the one in use, and both as lists of words.
const INDEX_AGAIN: &str = "
    DROP TABLE IF EXISTS temp.words_kept;
    DROP TABLE IF EXISTS temp.words_again;
    DROP TABLE IF EXISTS temp.text_again;
    CREATE VIRTUAL TABLE temp.text_again USING fts5 (key, title, description, comments,
      content = '', tokenize = 'unicode61 remove_diacritics 2');
    INSERT INTO temp.text_again (rowid, key, title, description, comments)
      SELECT doc, key, title, description, comments FROM main.item_words ORDER BY doc;
    CREATE VIRTUAL TABLE temp.words_kept USING fts5vocab (main, item_text, instance);
    CREATE VIRTUAL TABLE temp.words_again USING fts5vocab (temp, text_again, instance);";
const FORGET_AGAIN: &str = "
    DROP TABLE temp.words_kept; DROP TABLE temp.words_again; DROP TABLE temp.text_again;";

impl Db<'_> {
    /// Counts every run of the Product Backlog again.
    pub(crate) fn check_backlog(&self, findings: &mut Vec<Finding>) -> Result<()> {
        let mut found = |detail: String| findings.push(Finding { check: "backlog", detail });
        let mut statement = self.conn.prepare(
            "WITH run AS (SELECT *, coalesce(lead(lower) OVER (PARTITION BY product ORDER BY lower), '~') AS upper
                          FROM backlog_block)
             SELECT coalesce(p.key, 'a product that is gone'), run.lower
             FROM run LEFT JOIN product AS p ON p.id = run.product
             WHERE (run.items, run.hundredths, run.unestimated) <>
               (SELECT count(*), coalesce(sum(CAST(round(coalesce(estimate, 0.0) * 100) AS INTEGER)), 0),
                       coalesce(sum(estimate IS NULL), 0)
                FROM item WHERE product = run.product AND sprint IS NULL AND resolution IS NULL
                  AND rank >= run.lower AND rank < run.upper) LIMIT 50",
        )?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let (key, lower): (String, String) = (row.get(0)?, row.get(1)?);
            found(format!("the sums of {key} from rank {lower:?} on are not those of its items"));
        }
        let mut statement = self.conn.prepare(
            "SELECT p.key FROM product AS p WHERE NOT EXISTS
               (SELECT 1 FROM backlog_block WHERE product = p.id AND lower = '')
             AND EXISTS (SELECT 1 FROM item WHERE product = p.id AND sprint IS NULL AND resolution IS NULL)",
        )?;
        for key in statement.query_map([], |row| row.get::<_, String>(0))? {
            found(format!("the backlog of {} has no sums", key?));
        }
        Ok(())
    }

    /// Compares the text index, word by word, with one made anew from the tables.
    pub(crate) fn check_search(&self, findings: &mut Vec<Finding>) -> Result<()> {
        let mut found = |detail: String| findings.push(Finding { check: "search", detail });
        let mut statement = self.conn.prepare(
            "SELECT item, 'is in the text index and nowhere else' FROM search_doc
               WHERE item NOT IN (SELECT id FROM item)
             UNION ALL SELECT id, 'is not in the text index' FROM item
               WHERE (id, product) NOT IN (SELECT item, product FROM search_doc) LIMIT 50",
        )?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let (item, what): (String, String) = (row.get(0)?, row.get(1)?);
            found(format!("item {item} {what}"));
        }
        self.conn.execute_batch(INDEX_AGAIN)?;
        let difference = first_difference(self.conn);
        self.conn.execute_batch(FORGET_AGAIN)?;
        if let Some(word) = difference? {
            found(format!("the text index does not hold the words of the items, first at {word:?}"));
        }
        Ok(())
    }
}

/// The first word that only one of the two indexes has at a place. Both list their words in one order.
fn first_difference(conn: &Connection) -> Result<Option<String>> {
    type Word = (String, i64, String, i64);
    let read = |row: &rusqlite::Row<'_>| -> rusqlite::Result<Word> {
        Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
    };
    let mut kept = conn.prepare("SELECT term, doc, col, \"offset\" FROM temp.words_kept")?;
    let mut again = conn.prepare("SELECT term, doc, col, \"offset\" FROM temp.words_again")?;
    let (mut kept, mut again) = (kept.query_map([], read)?, again.query_map([], read)?);
    loop {
        match (kept.next().transpose()?, again.next().transpose()?) {
            (None, None) => return Ok(None),
            (kept, again) if kept == again => {}
            (kept, again) => return Ok(again.or(kept).map(|word| word.0)),
        }
    }
}
