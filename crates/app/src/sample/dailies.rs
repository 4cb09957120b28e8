//! The Daily Scrums of the running sprint: what was planned, and how sure everybody was. Today's has not begun.

use serde_json::json;

use super::team::Who::{self, *};
use super::teller::Teller;
use crate::error::Result;

/// A Daily Scrum of the story.
pub(super) struct Meeting {
    /// What each plans.
    plans: &'static [(Who, Plan)],
    /// How sure each is of the Sprint Goal.
    votes: &'static [(Who, u8)],
}

/// A line of a plan.
enum Plan {
    /// An item, in words.
    Item(&'static str, &'static str),
    /// A task of an item.
    Task(&'static str, &'static str),
    /// Words alone.
    Words(&'static str),
}

/// On the second day.
pub(super) const SECOND: Meeting = Meeting {
    plans: &[
        (Priya, Plan::Task("link", "Sign the link so that it opens one booking only")),
        (Mateo, Plan::Task("tide", "Read a week of the feed against the tide tables")),
        (Hana, Plan::Item("qrdark", "Get the dark QR code to Done")),
        (Tomasz, Plan::Item("diff", "Begin the fare difference")),
        (Jonas, Plan::Words("Ask the harbour office about the feed key")),
    ],
    votes: &[(Tomasz, 4), (Priya, 5), (Mateo, 4), (Hana, 4), (Jonas, 5)],
};

/// On the third.
pub(super) const THIRD: Meeting = Meeting {
    plans: &[
        (Priya, Plan::Task("link", "Choose and confirm on one page")),
        (Mateo, Plan::Task("three", "Ask the port for free deck space by sailing")),
        (Hana, Plan::Task("seats", "Map the seats of the three vessels")),
        (Tomasz, Plan::Item("diff", "Work out the fare difference")),
        (Jonas, Plan::Item("merge", "Run the rebooking test on every merge")),
    ],
    votes: &[(Tomasz, 4), (Priya, 5), (Mateo, 4), (Hana, 3), (Jonas, 5)],
};

impl Teller {
    /// Holds a Daily Scrum: everybody speaks in turn, plans and votes.
    pub(super) fn daily(&mut self, who: Who, meeting: &Meeting) -> Result<()> {
        let daily = self.call(who, "daily.start", json!({ "product": self.product }))?["id"].clone();
        for turn in 0..meeting.votes.len() {
            self.wait(85 + 21 * i64::try_from(turn % 4).unwrap_or(0));
            self.call(who, "daily.next", json!({ "daily": daily }))?;
        }
        for (person, plan) in meeting.plans {
            let mut line = match plan {
                Plan::Item(item, words) => json!({ "item": self.items.id(item), "text": words }),
                Plan::Task(item, title) => json!({ "task": self.tasks[&(*item, *title)] }),
                Plan::Words(words) => json!({ "text": words }),
            };
            line["daily"] = daily.clone();
            line["person"] = self.people[person].clone();
            self.call(*person, "daily.plan", line)?;
        }
        for (person, confidence) in meeting.votes {
            let vote = json!({ "daily": daily, "person": self.people[person], "confidence": confidence });
            self.call(*person, "daily.vote", vote)?;
        }
        self.call(who, "daily.end", json!({ "daily": daily }))?;
        Ok(())
    }
}
