//! Templates: what new items of a kind begin with.

use crate::checklist;
use crate::item::{self, TITLE_MAX};
use crate::rule::Rule;
use crate::text::{self, TextFault};

/// Most characters of a template's name.
pub const NAME_MAX: usize = 100;
/// Most templates of a product: more than anybody looks through.
pub const TEMPLATES_MAX: usize = 50;

/// A refusal about a template.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TemplateRule {
    /// The name is empty, too long, or not one line.
    #[error("The template's name was not accepted: {0}.")]
    Name(TextFault),
    /// Another template of the product has the name.
    #[error("There is a template called {0} already.")]
    NameTaken(String),
    /// What titles begin with is too long or not one line.
    #[error("The beginning of the title was not accepted: {0}.")]
    Title(TextFault),
    /// More than [`TEMPLATES_MAX`].
    #[error("A product has at most 50 templates.")]
    Many,
}

impl Rule for TemplateRule {
    fn code(&self) -> &'static str {
        match self {
            Self::Name(_) => "template_name",
            Self::NameTaken(_) => "template_name_taken",
            Self::Title(_) => "template_title",
            Self::Many => "templates_many",
        }
    }

    fn hint(&self) -> String {
        match self {
            Self::Name(fault) | Self::Title(fault) => fault.hint(),
            Self::NameTaken(_) => "Choose another name, or change the template that is there.".into(),
            Self::Many => "Delete one that nobody uses.".into(),
        }
    }
}

/// A template's name: trimmed, one visible line of 1 to [`NAME_MAX`] characters, unlike the `others` but for case and
/// spacing.
pub fn name<T: AsRef<str>>(text: &str, others: &[T]) -> Result<String, TemplateRule> {
    let name = text::line(text, NAME_MAX).map_err(TemplateRule::Name)?;
    match others.iter().find(|other| text::fold(other.as_ref()) == text::fold(&name)) {
        Some(other) => Err(TemplateRule::NameTaken(other.as_ref().to_owned())),
        None => Ok(name),
    }
}

/// What a title begins with: at most one line. A space at its end stays, for whoever goes on writing.
pub fn title(text: &str) -> Result<String, TemplateRule> {
    let begin = text::optional_line(text, TITLE_MAX - 1).map_err(TemplateRule::Title)?;
    Ok(if !begin.is_empty() && text.ends_with(' ') { begin + " " } else { begin })
}

/// Refuses one more than [`TEMPLATES_MAX`].
pub fn check_count(present: usize) -> Result<(), TemplateRule> {
    if present >= TEMPLATES_MAX { Err(TemplateRule::Many) } else { Ok(()) }
}

/// The acceptance criteria a new item gets.
///
/// # Errors
/// What an item may not have either.
pub fn acceptance<T: AsRef<str>>(texts: &[T]) -> Result<Vec<String>, checklist::ChecklistRule> {
    checklist::check_acceptance_count(texts.len())?;
    texts.iter().map(|text| checklist::acceptance(text.as_ref())).collect()
}

/// The labels a new item gets.
///
/// # Errors
/// What an item may not have either.
pub fn labels<T: AsRef<str>>(texts: &[T]) -> Result<Vec<String>, item::ItemRule> {
    item::labels(texts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_beginnings() {
        assert_eq!(name(" Bug  report ", &["Story"]), Ok("Bug  report".into()));
        assert_eq!(name("bug REPORT", &["Bug report"]).unwrap_err().code(), "template_name_taken");
        assert_eq!(name("", &[""; 0]).unwrap_err().code(), "template_name");
        assert_eq!(title("As a passenger "), Ok("As a passenger ".into()));
        assert_eq!(title("  "), Ok(String::new()));
        assert_eq!(title("a\nb").unwrap_err().code(), "template_title");
        assert_eq!(check_count(49), Ok(()));
        assert_eq!(check_count(50).unwrap_err().code(), "templates_many");
        assert_eq!(acceptance(&["x"; 101]).unwrap_err().code(), "acceptance_criteria_many");
    }
}
