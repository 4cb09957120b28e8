//! The board: workflow columns, each in a category, and their limits on work in progress.

use crate::accountability::Mode;
use crate::rule::Rule;
use crate::text::{self, TextFault};
use crate::word::words;

/// Most characters of a column's name.
pub const COLUMN_NAME_MAX: usize = 50;
/// Most columns of a product.
pub const COLUMNS_MAX: usize = 20;
/// Highest limit on work in progress.
pub const WIP_LIMIT_MAX: i64 = 1000;

words! {
    "column category";
    /// What being in a column means, whatever the column is called.
    pub enum Category {
        /// Not begun.
        Todo => "todo",
        /// Begun.
        InProgress => "inProgress",
        /// The Definition of Done is met.
        Done => "done",
    }
}

impl Category {
    /// The name in a sentence.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Todo => "To Do",
            Self::InProgress => "In Progress",
            Self::Done => "Done",
        }
    }
}

/// A column as the rules see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// What it is called.
    pub name: String,
    /// What being in it means.
    pub category: Category,
    /// Most cards that should be in it; `None` for no limit.
    pub wip_limit: Option<u32>,
}

/// A refusal about columns.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BoardRule {
    /// The name is empty, too long, or not one line.
    #[error("The column's name was not accepted: {0}.")]
    Name(TextFault),
    /// Two columns would have the same name.
    #[error("There is a column named {0} already.")]
    NameTaken(String),
    /// Not 1 to [`WIP_LIMIT_MAX`].
    #[error("A limit on work in progress is a whole number from 1 to 1000; {0} is not.")]
    WipLimit(i64),
    /// More than [`COLUMNS_MAX`] columns.
    #[error("A board has at most 20 columns.")]
    TooManyColumns,
    /// No column would be left in a category.
    #[error("A board needs a column for {}; none would be left.", .0.title())]
    CategoryMissing(Category),
    /// The column to delete holds items.
    #[error("The column {name} holds {cards} items and cannot be deleted.")]
    NotEmpty {
        /// The column's name.
        name: String,
        /// How many items it holds.
        cards: usize,
    },
    /// A strict board refuses one more card.
    #[error("{name} is at its limit of {limit}; {would_hold} would be over it.")]
    WipExceeded {
        /// The column's name.
        name: String,
        /// Its limit.
        limit: u32,
        /// Cards it would hold.
        would_hold: usize,
    },
}

impl Rule for BoardRule {
    fn code(&self) -> &'static str {
        match self {
            Self::Name(_) => "column_name",
            Self::NameTaken(_) => "column_name_taken",
            Self::WipLimit(_) => "column_wip_limit",
            Self::TooManyColumns => "columns_many",
            Self::CategoryMissing(_) => "column_last_of_category",
            Self::NotEmpty { .. } => "column_not_empty",
            Self::WipExceeded { .. } => "wip_exceeded",
        }
    }

    fn hint(&self) -> String {
        match self {
            Self::Name(fault) => fault.hint(),
            Self::NameTaken(_) => "Choose a name that tells the two columns apart.".into(),
            Self::WipLimit(_) => "Give a whole number from 1 to 1000, or no limit.".into(),
            Self::TooManyColumns => "Delete a column that is not used first.".into(),
            Self::CategoryMissing(category) => format!("Add another column for {} first.", category.title()),
            Self::NotEmpty { .. } => "Move its items to another column first.".into(),
            Self::WipExceeded { name, .. } => format!("Finish or move something in {name} first."),
        }
    }
}

/// A column's name: trimmed, one visible line of 1 to [`COLUMN_NAME_MAX`] characters, different from the names of
/// `others` in more than case and spacing.
pub fn column_name<T: AsRef<str>>(text: &str, others: &[T]) -> Result<String, BoardRule> {
    let name = text::line(text, COLUMN_NAME_MAX).map_err(BoardRule::Name)?;
    let folded = text::fold(&name);
    match others.iter().find(|other| text::fold(other.as_ref()) == folded) {
        Some(other) => Err(BoardRule::NameTaken(other.as_ref().to_owned())),
        None => Ok(name),
    }
}

/// A limit on work in progress, 1 to [`WIP_LIMIT_MAX`] cards.
pub fn wip_limit(limit: i64) -> Result<u32, BoardRule> {
    u32::try_from(limit)
        .ok()
        .filter(|_| (1..=WIP_LIMIT_MAX).contains(&limit))
        .ok_or(BoardRule::WipLimit(limit))
}

/// The columns of a board from what was asked for: `(name, category, limit)`. Every category needs one; their order is
/// the team's own.
pub fn columns<T: AsRef<str>>(asked: &[(T, Category, Option<i64>)]) -> Result<Vec<Column>, BoardRule> {
    if asked.len() > COLUMNS_MAX {
        return Err(BoardRule::TooManyColumns);
    }
    let mut columns: Vec<Column> = Vec::with_capacity(asked.len());
    for (name, category, limit) in asked {
        let taken: Vec<&str> = columns.iter().map(|column| column.name.as_str()).collect();
        let name = column_name(name.as_ref(), &taken)?;
        columns.push(Column { name, category: *category, wip_limit: limit.map(wip_limit).transpose()? });
    }
    check_categories(columns.iter().map(|column| column.category))?;
    Ok(columns)
}

/// Refuses a board on which some category has no column.
pub fn check_categories(columns: impl IntoIterator<Item = Category>) -> Result<(), BoardRule> {
    let present: Vec<Category> = columns.into_iter().collect();
    match Category::ALL.iter().find(|category| !present.contains(category)) {
        Some(missing) => Err(BoardRule::CategoryMissing(*missing)),
        None => Ok(()),
    }
}

/// Refuses one column more than [`COLUMNS_MAX`], given how many there are.
pub fn check_add(present: usize) -> Result<(), BoardRule> {
    if present >= COLUMNS_MAX { Err(BoardRule::TooManyColumns) } else { Ok(()) }
}

/// Refuses deleting a column that holds `cards` items, or that is the last of its category among the board's `others`.
pub fn check_delete(
    column: &Column,
    cards: usize,
    others: impl IntoIterator<Item = Category>,
) -> Result<(), BoardRule> {
    if cards > 0 {
        return Err(BoardRule::NotEmpty { name: column.name.clone(), cards });
    }
    if others.into_iter().any(|category| category == column.category) {
        Ok(())
    } else {
        Err(BoardRule::CategoryMissing(column.category))
    }
}

/// What a board says to a card that comes into a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WipVerdict {
    /// Within the limit, or there is none.
    Within,
    /// Over the limit, allowed. Holds the sentence to show.
    Warn(String),
}

/// Whether a column may take `entering` more cards beside the `present` ones: over its limit, a guiding product warns
/// and a strict one refuses. Done columns too may have a limit; cards leaving are never held back.
pub fn check_wip(
    mode: Mode,
    column: &Column,
    present: usize,
    entering: usize,
) -> Result<WipVerdict, BoardRule> {
    let would_hold = present + entering;
    let Some(limit) = column.wip_limit.filter(|limit| entering > 0 && would_hold > *limit as usize) else {
        return Ok(WipVerdict::Within);
    };
    match mode {
        Mode::Guide => {
            Ok(WipVerdict::Warn(format!("{} is over its limit: {would_hold} of {limit}.", column.name)))
        }
        Mode::Strict => Err(BoardRule::WipExceeded { name: column.name.clone(), limit, would_hold }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::product::DEFAULT_COLUMNS;

    fn column(wip_limit: Option<u32>) -> Column {
        Column { name: "Review".into(), category: Category::InProgress, wip_limit }
    }

    #[test]
    fn a_new_product_starts_with_a_board_that_is_accepted() {
        let asked: Vec<_> = DEFAULT_COLUMNS.iter().map(|(name, category)| (*name, *category, None)).collect();
        assert_eq!(columns(&asked).map(|columns| columns.len()), Ok(4));
    }

    #[test]
    fn boards_refused() {
        use Category::{Done, InProgress, Todo};
        for (asked, code) in [
            (vec![("A", Todo, None), ("B", Done, None)], "column_last_of_category"),
            (vec![], "column_last_of_category"),
            (vec![("A", Todo, None), ("a ", InProgress, None), ("C", Done, None)], "column_name_taken"),
            (vec![("", Todo, None)], "column_name"),
            (vec![("A", Todo, Some(0))], "column_wip_limit"),
            (vec![("A", Todo, Some(-3))], "column_wip_limit"),
            (vec![("A", Todo, Some(i64::MAX))], "column_wip_limit"),
            (vec![("A", Todo, None); 21], "columns_many"),
        ] {
            assert_eq!(columns(&asked).unwrap_err().code(), code, "{asked:?}");
        }
        // Any order of the categories is the team's own business.
        assert!(columns(&[("Z", Done, None), ("Y", InProgress, Some(3)), ("X", Todo, None)]).is_ok());
        assert_eq!(check_add(20), Err(BoardRule::TooManyColumns));
        assert_eq!(check_add(19), Ok(()));
    }

    #[test]
    fn a_column_goes_only_when_empty_and_not_the_last_of_its_kind() {
        use Category::{InProgress, Todo};
        let code = |cards, others: &[Category]| {
            check_delete(&column(None), cards, others.iter().copied()).map_err(|e| e.code())
        };
        assert_eq!(code(0, &[InProgress, Todo]), Ok(()));
        assert_eq!(code(1, &[InProgress]), Err("column_not_empty"));
        assert_eq!(code(0, &[Todo]), Err("column_last_of_category"));
    }

    #[test]
    fn limits_warn_or_refuse() {
        let limited = column(Some(3));
        for mode in [Mode::Guide, Mode::Strict] {
            assert_eq!(check_wip(mode, &limited, 2, 1), Ok(WipVerdict::Within));
            assert_eq!(check_wip(mode, &column(None), 900, 1), Ok(WipVerdict::Within));
            // A move inside a column that is over its limit already adds nothing.
            assert_eq!(check_wip(mode, &limited, 7, 0), Ok(WipVerdict::Within));
        }
        assert_eq!(
            check_wip(Mode::Guide, &limited, 3, 1),
            Ok(WipVerdict::Warn("Review is over its limit: 4 of 3.".into()))
        );
        assert_eq!(check_wip(Mode::Strict, &limited, 3, 1).unwrap_err().code(), "wip_exceeded");
    }
}
