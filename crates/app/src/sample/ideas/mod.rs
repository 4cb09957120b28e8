//! What the team wrote down: what it has built, what it builds now, and the Product Backlog.

mod backlog;
mod built;
pub(super) mod patterns;
mod running;

use super::story::Idea;

/// The idea with a handle.
pub(super) fn named(handle: &str) -> &'static Idea {
    let all = [built::IDEAS, running::IDEAS, backlog::IDEAS].into_iter().flatten();
    all.into_iter()
        .find(|idea| idea.handle == handle)
        .unwrap_or_else(|| panic!("BUG: the story has no idea {handle}"))
}

#[expect(clippy::too_many_arguments, reason = "a row of a table")]
const fn idea(
    handle: &'static str,
    kind: &'static str,
    epic: &'static str,
    value: i32,
    labels: &'static [&'static str],
    title: &'static str,
    text: &'static str,
    accept: &'static [&'static str],
) -> Idea {
    Idea { handle, kind, epic, title, value, labels, text, accept }
}
