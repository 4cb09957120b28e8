//! What new items of Harbour begin with.

use crate::sample::story::Pattern;

pub(in crate::sample) const STORY: Pattern = Pattern {
    name: "Passenger story",
    kind: "feature",
    title: "As a passenger, I ",
    text: "**Why.** What the passenger gains by it.\n\n**Not part of it.** What we leave for later.",
    accept: &["Works on a phone held in one hand", "Readable by a screen reader"],
    labels: &["passenger"],
};

pub(in crate::sample) const BUG: Pattern = Pattern {
    name: "Bug report",
    kind: "fix",
    title: "",
    text: "**Seen.** What happened, and to whom.\n\n**Expected.** What should have.\n\n**To see it again.**\n\n1. \n2. ",
    accept: &["A test fails without the fix", "Passengers it happened to are told"],
    labels: &[],
};

pub(in crate::sample) const SPIKE: Pattern = Pattern {
    name: "Spike",
    kind: "spike",
    title: "Find out ",
    text: "**Question.** One sentence.\n\n**Time.** Two days at most; then we decide with what we know.",
    accept: &["The answer is written down where the next one looks for it"],
    labels: &[],
};

pub(in crate::sample) const UPKEEP: Pattern = Pattern {
    name: "Upkeep",
    kind: "chore",
    title: "Renew ",
    text: "**What runs out, and when.**\n\n**What breaks if we do not.**",
    accept: &["It says in the calendar when it is due again"],
    labels: &["upkeep"],
};
