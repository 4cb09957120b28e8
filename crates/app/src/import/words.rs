//! What the words of other tools mean here: types, statuses, resolutions.

use lineout_domain::board::Category;
use lineout_domain::item::{ItemType, Resolution};
use lineout_domain::text::fold;

/// What a row is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A backlog item. `part` when it is a part of another item rather than of an epic.
    Item { item_type: ItemType, part: bool },
    /// An epic.
    Epic,
}

/// What a row of this type and title is. Without a type it is a feature; of an unknown type, a chore.
pub(super) fn kind(type_word: &str, title: &str) -> Kind {
    let word = fold(type_word);
    let (item_type, part) = match word.as_str() {
        "epic" => return Kind::Epic,
        "" | "story" | "user story" | "feature" | "new feature" | "product backlog item" | "requirement" => {
            (ItemType::Feature, false)
        }
        // "improvement" is Jira's word for something made better; ours means the outcome of a retrospective.
        "improvement" | "enhancement" | "change request" | "change" => (ItemType::Enhancement, false),
        "bug" | "fix" | "bugfix" | "defect" | "fault" | "hotfix" | "problem" => (ItemType::Fix, false),
        "spike" | "research" | "investigation" => (ItemType::Spike, false),
        "sub-task" | "subtask" | "technical sub-task" | "sub task" => (ItemType::Chore, true),
        _ => (ItemType::Chore, false),
    };
    let spike = item_type != ItemType::Fix && says_spike(title);
    Kind::Item { item_type: if spike { ItemType::Spike } else { item_type }, part }
}

/// "SPIKE: which broker", "Spike - load test"; not "Spiked prices".
fn says_spike(title: &str) -> bool {
    let title = title.trim_start_matches(|c: char| !c.is_alphanumeric());
    let word: String = title.chars().take_while(|c| c.is_alphanumeric()).take(6).collect();
    word.eq_ignore_ascii_case("spike")
}

/// How far an item is, and how it ended.
pub(super) fn progress(category: &str, status: &str, resolution: &str) -> (Category, Option<Resolution>) {
    let (status, resolution) = (fold(status), fold(resolution));
    let resolved = !matches!(resolution.as_str(), "" | "unresolved" | "none");
    let category = match fold(category).as_str() {
        "to do" | "todo" | "new" => Category::Todo,
        "in progress" | "indeterminate" => Category::InProgress,
        "done" | "complete" => Category::Done,
        _ if status.is_empty() && resolved => Category::Done,
        _ => category_of(&status),
    };
    // A reopened item may keep its resolution; what the status says counts.
    let ended = (category == Category::Done).then(|| {
        let cancelled = is_cancelled(&status) || (resolved && is_cancelled(&resolution));
        if cancelled { Resolution::Cancelled } else { Resolution::Done }
    });
    (category, ended)
}

/// The category of a status in lower case. What is unknown has not begun.
fn category_of(status: &str) -> Category {
    const DONE: &[&str] = &[
        "done",
        "closed",
        "resolved",
        "complete",
        "completed",
        "finished",
        "released",
        "shipped",
        "accepted",
        "deployed",
        "delivered",
        "live",
        "in production",
        "archived",
        "fixed",
        "merged",
    ];
    const BEGUN: &[&str] = &[
        "progress",
        "review",
        "reviewing",
        "testing",
        "test",
        "qa",
        "uat",
        "doing",
        "started",
        "development",
        "developing",
        "wip",
        "active",
        "verification",
        "validation",
        "blocked",
        "implementing",
        "implementation",
        "staging",
        "working",
    ];
    // These hold a word of BEGUN and have not begun.
    const NOT_BEGUN: &[&str] =
        &["selected for development", "ready for development", "not started", "to be started", "inactive"];
    if DONE.contains(&status) || is_cancelled(status) {
        Category::Done
    } else if NOT_BEGUN.contains(&status) {
        Category::Todo
    } else if status.split(|c: char| !c.is_alphanumeric()).any(|word| BEGUN.contains(&word))
        || status == "inprogress"
    {
        Category::InProgress
    } else {
        Category::Todo
    }
}

fn is_cancelled(word: &str) -> bool {
    const WORDS: &[&str] = &[
        "won't do",
        "won’t do",
        "wont do",
        "won't fix",
        "won’t fix",
        "wont fix",
        "wontfix",
        "will not do",
        "will not fix",
        "duplicate",
        "duplicated",
        "cannot reproduce",
        "can't reproduce",
        "not reproducible",
        "declined",
        "rejected",
        "invalid",
        "cancelled",
        "canceled",
        "abandoned",
        "obsolete",
        "withdrawn",
        "not a bug",
        "works as designed",
        "works for me",
        "incomplete",
        "removed",
        "known error",
        "known issue",
        "not planned",
        "out of scope",
    ];
    WORDS.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types() {
        for (word, title, expect) in [
            ("Story", "Book", ItemType::Feature),
            ("New Feature", "Book", ItemType::Feature),
            ("", "Book", ItemType::Feature),
            ("Improvement", "Book", ItemType::Enhancement),
            ("Enhancement", "Book", ItemType::Enhancement),
            ("BUG", "Book", ItemType::Fix),
            ("Spike", "Book", ItemType::Spike),
            ("Task", "SPIKE: which broker", ItemType::Spike),
            ("Story", "[Spike] which broker", ItemType::Spike),
            ("Bug", "Spike in the load", ItemType::Fix),
            ("Task", "Spiked prices", ItemType::Chore),
            ("Task", "Book", ItemType::Chore),
            ("Access", "Book", ItemType::Chore),
            ("chore", "Book", ItemType::Chore),
        ] {
            assert_eq!(kind(word, title), Kind::Item { item_type: expect, part: false }, "{word} {title}");
        }
        assert_eq!(kind("Sub-task", "x"), Kind::Item { item_type: ItemType::Chore, part: true });
        assert_eq!(kind(" EPIC ", "SPIKE"), Kind::Epic);
    }

    #[test]
    fn statuses() {
        use {Category::*, Resolution as R};
        for (category, status, resolution, expect) in [
            ("Done", "Shipped to sea", "Done", (Done, Some(R::Done))),
            ("To Do", "In Review", "", (Todo, None)),
            ("In Progress", "QA", "Done", (InProgress, None)),
            ("", "Open", "", (Todo, None)),
            ("", "Open", "Unresolved", (Todo, None)),
            ("", "Done", "", (Done, Some(R::Done))),
            ("", "Closed", "Won't Do", (Done, Some(R::Cancelled))),
            ("", "Resolved", "Duplicate", (Done, Some(R::Cancelled))),
            ("", "Resolved", "Cannot Reproduce", (Done, Some(R::Cancelled))),
            ("", "Resolved", "Fixed", (Done, Some(R::Done))),
            ("", "Canceled", "", (Done, Some(R::Cancelled))),
            ("", "In Progress", "", (InProgress, None)),
            ("", "IN_REVIEW", "", (InProgress, None)),
            ("", "Code review", "", (InProgress, None)),
            ("", "Testing", "", (InProgress, None)),
            ("", "Selected for Development", "", (Todo, None)),
            ("", "", "Fixed", (Done, Some(R::Done))),
            ("", "Reopened", "Fixed", (Todo, None)),
            ("", "", "", (Todo, None)),
        ] {
            assert_eq!(
                progress(category, status, resolution),
                expect,
                "{category:?} {status:?} {resolution:?}"
            );
        }
    }
}
