//! Templates: what new items of a kind begin with, and lists of tasks that an item can be given at once.

use crate::checklist;
use crate::item::{self, TITLE_MAX};
use crate::rule::Rule;
use crate::task::{self, TaskRule};
use crate::text::{self, TextFault};

/// Most characters of a template's name.
pub const NAME_MAX: usize = 100;
/// Most templates of a product: more than anybody looks through.
pub const TEMPLATES_MAX: usize = 50;

/// Most tasks in one list: more than anybody plans an item by.
pub const TASKS_MAX: usize = 30;

/// A refusal about a template.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
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
    /// A list of tasks without one.
    #[error("A list of tasks has at least one.")]
    NoTasks,
    /// More than [`TASKS_MAX`].
    #[error("A list has at most 30 tasks; this one has {0}.")]
    ManyTasks(usize),
    /// A task of the list would not be one of an item.
    #[error("Task {place} was not accepted: {rule}")]
    Task {
        /// Which, from 1.
        place: usize,
        /// Why.
        rule: TaskRule,
    },
}

impl Rule for TemplateRule {
    fn code(&self) -> &'static str {
        match self {
            Self::Name(_) => "template_name",
            Self::NameTaken(_) => "template_name_taken",
            Self::Title(_) => "template_title",
            Self::Many => "templates_many",
            Self::NoTasks => "template_no_tasks",
            Self::ManyTasks(_) => "template_tasks_many",
            Self::Task { .. } => "template_task",
        }
    }

    fn hint(&self) -> String {
        match self {
            Self::Name(fault) | Self::Title(fault) => fault.hint(),
            Self::NameTaken(_) => "Choose another name, or change the template that is there.".into(),
            Self::Many => "Delete one that nobody uses.".into(),
            Self::NoTasks => "Name a task.".into(),
            Self::ManyTasks(_) => "Make two lists of it: an item can be given both.".into(),
            Self::Task { rule, .. } => rule.hint(),
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

/// The tasks of a list in order, each a title and hours or none, as they are to be kept.
///
/// # Errors
/// When there is none, when there are more than [`TASKS_MAX`], or what a task of an item may not be either.
pub fn tasks(tasks: &[(String, Option<f64>)]) -> Result<Vec<(String, Option<f64>)>, TemplateRule> {
    match tasks.len() {
        0 => return Err(TemplateRule::NoTasks),
        many if many > TASKS_MAX => return Err(TemplateRule::ManyTasks(many)),
        _ => {}
    }
    let one = |(n, (title, hours)): (usize, &(String, Option<f64>))| {
        let told = |rule| TemplateRule::Task { place: n + 1, rule };
        Ok((task::title(title).map_err(told)?, hours.map(task::hours).transpose().map_err(told)?))
    };
    tasks.iter().enumerate().map(one).collect()
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

    #[test]
    fn a_list_is_one_to_thirty_tasks_of_an_item() {
        let list = |tasks: &[(&str, Option<f64>)]| -> Vec<(String, Option<f64>)> {
            tasks.iter().map(|(title, hours)| ((*title).to_owned(), *hours)).collect()
        };
        assert_eq!(
            tasks(&list(&[(" Write the test ", Some(1.504)), ("Review", None)])),
            Ok(list(&[("Write the test", Some(1.5)), ("Review", None)]))
        );
        for (given, code) in [
            (list(&[]), "template_no_tasks"),
            (list(&[("x", None); 31]), "template_tasks_many"),
            (list(&[("x", None), (" ", None)]), "template_task"),
            (list(&[("x", Some(-1.0))]), "template_task"),
            (list(&[("x", Some(f64::NAN))]), "template_task"),
        ] {
            assert_eq!(tasks(&given).unwrap_err().code(), code, "{given:?}");
        }
        let refusal = tasks(&list(&[("x", None), ("y", Some(1000.0))])).unwrap_err();
        assert!(refusal.to_string().starts_with("Task 2 was not accepted: Remaining hours"), "{refusal}");
    }
}
