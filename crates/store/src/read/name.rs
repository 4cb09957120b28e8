//! What people call a row, now or when it was last there.

use rusqlite::{OptionalExtension, params};

use crate::action::Db;
use crate::{Result, schema};

/// Rows that only tie two things: the field of the one they belong to, and the field of what they tie to it.
const TIES: &[(&str, &str, &str)] = &[
    ("acceptance_criterion", "item", "text"),
    ("attachment", "item", "name"),
    ("impediment_item", "impediment", "item"),
    ("improvement_measurement", "improvement", "day"),
    ("increment_item", "increment", "key"),
    ("item_assignee", "item", "person"),
    ("item_comment", "item", "text"),
    ("item_criterion", "item", "criterion"),
    ("item_label", "item", "label"),
    ("item_link", "from_item", "to_item"),
    ("item_ready", "item", "ready_criterion"),
    ("daily_impediment", "daily", "impediment"),
    ("daily_person", "daily", "person"),
    ("daily_plan", "person", "text"),
    ("daily_turn", "daily", "person"),
    ("daily_vote", "person", "daily"),
    ("member", "person", "role"),
    ("poker_round", "item", "number"),
    ("poker_seat", "round", "person"),
    // What a card says is no business of a name.
    ("poker_vote", "round", "person"),
    ("review_attendee", "review", "name"),
    ("review_feedback", "review", "text"),
    ("review_point", "review", "title"),
    ("sprint_commitment", "sprint", "item"),
    ("day_off", "person", "first_day"),
    ("focus_hours", "person", "hours"),
    ("task", "item", "title"),
];

/// The table that a field of ids points to, whichever table it stands in.
fn target(field: &str) -> Option<&'static str> {
    Some(match field {
        "daily" => "daily",
        "task" => "task",
        "sprint" | "review_sprint" => "sprint",
        "board_column" => "board_column",
        "criterion" => "done_criterion",
        "definition" => "definition_of_done",
        "epic" => "epic",
        "person" | "owner" | "author" | "added_by" | "raised_by" | "acknowledged_by" | "resolved_by"
        | "created_by" | "ended_by" | "opened_by" | "revealed_by" | "accepted_by" | "presenter" => "person",
        // Of a product and of a sprint it is a text, which names no row and stays what it is.
        "goal" => "past_goal",
        "impediment" => "impediment",
        "improvement" => "improvement",
        "item" | "split_from" | "from_item" | "to_item" => "item",
        "product" => "product",
        "ready_criterion" => "ready_criterion",
        "increment" => "increment",
        "retro" => "retrospective",
        "round" => "poker_round",
        "review" => "review",
        "retro_card" => "retro_card",
        "retro_group" => "retro_group",
        "retro_column" => "retro_column",
        _ => return None,
    })
}

impl Db<'_> {
    /// What people call a row, now or when it was last there: "HBR-12" for an item, its name for what has one, and
    /// for a row that ties two things the one it belongs to.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn name_of(&self, table: &str, row: &str) -> Result<Option<String>> {
        if let Some((_, owner, _)) = TIES.iter().find(|tie| tie.0 == table) {
            return self.named_by(table, row, owner);
        }
        let prefix = match table {
            "item" => match self.last_value(table, row, "product")? {
                Some(product) => self.product_key(&product)?,
                None => None,
            },
            "impediment" => Some("IMP".to_owned()),
            "improvement" => Some("CSI".to_owned()),
            "definition_of_done" => {
                let version = self.last_value(table, row, "version")?;
                return Ok(version.map(|version| format!("Definition of Done {version}")));
            }
            "done_criterion" | "ready_criterion" => return self.last_value(table, row, "text"),
            // A card whose showing was taken back is private again.
            "retro_card" => return self.standing_value(table, row, "text"),
            "retro_topic" => {
                return match self.named_by(table, row, "retro_group")? {
                    Some(name) => Ok(Some(name)),
                    None => self.named_by(table, row, "retro_card"),
                };
            }
            "retrospective" | "review" => return self.named_by(table, row, "sprint"),
            "retro_check_in" | "retro_rating" => return self.named_by(table, row, "retro"),
            "daily" => {
                let day = self.last_value(table, row, "day")?;
                return Ok(day.map(|day| format!("the Daily Scrum of {day}")));
            }
            "goal_measurement" => return self.last_value(table, row, "day"),
            "past_goal" => return self.last_value(table, row, "statement"),
            _ => None,
        };
        match prefix {
            Some(prefix) => {
                Ok(self.last_value(table, row, "number")?.map(|number| format!("{prefix}-{number}")))
            }
            None => self.last_value(table, row, "name"),
        }
    }

    /// What a row of ties ties to the thing it belongs to: a person, a label, the key of an item.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn tied_to(&self, table: &str, row: &str) -> Result<Option<String>> {
        match TIES.iter().find(|tie| tie.0 == table) {
            Some((_, _, other)) => self.named_by(table, row, other),
            None => Ok(None),
        }
    }

    /// The value of a field as people read it: the name of what it points to, or the value itself.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn value_in_words(&self, field: &str, value: String) -> Result<String> {
        match target(field) {
            Some(table) => Ok(self.name_of(table, &value)?.unwrap_or(value)),
            None => Ok(value),
        }
    }

    fn named_by(&self, table: &str, row: &str, field: &str) -> Result<Option<String>> {
        self.last_value(table, row, field)?.map(|value| self.value_in_words(field, value)).transpose()
    }

    /// A field of a row, or its last value when the row is gone. None for a field that the table does not have.
    pub(super) fn last_value(&self, table: &str, row: &str, field: &str) -> Result<Option<String>> {
        if !schema::fields(self.conn, table)?.iter().any(|name| name == field) {
            return Ok(None);
        }
        let sql = format!(
            "SELECT coalesce((SELECT CAST({field} AS TEXT) FROM {table} WHERE id = ?1),
               (SELECT CAST(before AS TEXT) FROM history WHERE tbl = ?2 AND row = ?1 AND field = ?3
                AND op = 'delete' ORDER BY id DESC LIMIT 1))"
        );
        Ok(self.conn.prepare_cached(&sql)?.query_row(params![row, table, field], |row| row.get(0))?)
    }

    /// A field of a row that stands; none when the row is gone.
    fn standing_value(&self, table: &str, row: &str, field: &str) -> Result<Option<String>> {
        let sql = format!("SELECT CAST({field} AS TEXT) FROM {table} WHERE id = ?1");
        Ok(self.conn.prepare_cached(&sql)?.query_row([row], |row| row.get(0)).optional()?)
    }

    fn product_key(&self, product: &str) -> Result<Option<String>> {
        let mut key = self.conn.prepare_cached("SELECT key FROM product WHERE id = ?1")?;
        Ok(key.query_row([product], |row| row.get(0)).optional()?)
    }
}
