//! How the retrospectives of the story are held: everybody checks in, cards are put together and voted on, what was said
//! is noted, and everybody says what the hour was worth.

use serde_json::{Value, json};

use super::team::{TEAM, Who};
use super::teller::Teller;
use crate::error::Result;

/// What a retrospective holds beside its cards and what comes of them.
struct Hour {
    /// Of everybody in the order they joined.
    moods: [u8; 6],
    /// A name, and words of the cards that belong together.
    groups: &'static [(&'static str, &'static [&'static str])],
    /// Words of the card or a name of a group, for each vote of each person.
    votes: [&'static [&'static str]; 6],
    /// Words of a topic, and what was said.
    notes: &'static [(&'static str, &'static str)],
    ratings: [u8; 6],
}

/// Of the sprints, from the first.
const HOURS: [Hour; 5] = [
    Hour {
        moods: [4, 3, 4, 2, 3, 4],
        groups: &[],
        votes: [
            &["Opening a booking", "Split anything"],
            &["Nobody knew that staging", "in front of the board"],
            &["Reviews wait overnight", "Split anything"],
            &["Opening a booking", "Split anything"],
            &["in front of the board", "Reviews wait overnight"],
            &["Opening a booking", "Split anything"],
        ],
        notes: &[(
            "Split anything",
            "Three days is about a third of what we can still change our minds about.",
        )],
        ratings: [4, 3, 4, 3, 4, 3],
    },
    Hour {
        moods: [4, 4, 3, 3, 4, 4],
        groups: &[],
        votes: [
            &["release note", "Amara tries"],
            &["fourth thing", "release note"],
            &["release note", "release note"],
            &["Asking for a review", "release note"],
            &["fourth thing", "Asking for a review"],
            &["twenty minutes", "fourth thing"],
        ],
        notes: &[],
        ratings: [4, 4, 3, 4, 4, 3],
    },
    Hour {
        moods: [5, 4, 4, 4, 3, 3],
        groups: &[],
        votes: [
            &["no owner", "Passengers change"],
            &["no owner", "Too much at once"],
            &["no owner", "Too much at once"],
            &["Too much at once", "three phones"],
            &["three phones", "Too much at once"],
            &["Too much at once", "Too much at once"],
        ],
        notes: &[(
            "Too much at once",
            "Nobody was idle, and nothing was finished on day 4. Everybody had a reason.",
        )],
        ratings: [4, 4, 5, 4, 4, 4],
    },
    Hour {
        moods: [2, 3, 3, 2, 3, 2],
        groups: &[],
        votes: [
            &["half met", "Irish and French"],
            &["sender name", "Three in progress"],
            &["sender name", "half met"],
            &["sender name", "sender name"],
            &["Irish and French", "sender name"],
            &["three allowed ones", "sender name"],
        ],
        notes: &[("sender name", "We waited for one person at the operator whom only Jonas knows.")],
        ratings: [3, 3, 4, 3, 3, 2],
    },
    Hour {
        moods: [5, 4, 4, 3, 4, 5],
        groups: &[
            ("Reviews wait too long", &["waited a day", "the same reviewer"]),
            ("Tests that age", &["last week's deck", "Test cards expire"]),
        ],
        votes: [
            &["small enough", "Reviews wait too long", "Thirteen points"],
            &["port's number", "Reviews wait too long", "test that runs by itself"],
            &["Reviews wait too long", "Reviews wait too long", "Thirteen points"],
            &["Tests that age", "Reviews wait too long", "Tests that age"],
            &["Reviews wait too long", "test that runs by itself", "Tests that age"],
            &["Ten thousand messages", "Reviews wait too long", "test that runs by itself"],
        ],
        notes: &[
            (
                "Reviews wait too long",
                "Two review slots a day, at 11 and at 3, so that nobody has to ask. Whoever is asked by name may say no within the hour.",
            ),
            ("Tests that age", "The test data of the car deck is a week old on the day we need it."),
        ],
        ratings: [5, 4, 5, 4, 4, 5],
    },
];

impl Teller {
    fn hour(&self) -> &'static Hour {
        let place = usize::try_from(self.sprint).unwrap_or(1).saturating_sub(1);
        &HOURS[place.min(HOURS.len() - 1)]
    }

    fn go(&mut self, phase: &str) -> Result<()> {
        self.simply(Who::Jonas, "retro.go", json!({ "retro": self.retro, "phase": phase }))
    }

    fn show(&mut self) -> Result<()> {
        self.simply(Who::Jonas, "retro.reveal", json!({ "retro": self.retro }))
    }

    /// Everybody says how they come; then it is the turn of earlier improvements.
    pub(super) fn check_in(&mut self) -> Result<()> {
        for (who, mood) in TEAM.into_iter().zip(self.hour().moods) {
            self.simply(who, "retro.checkIn", json!({ "retro": self.retro, "mood": mood }))?;
        }
        self.show()?;
        self.phase = "last";
        self.go("last")
    }

    /// The first card begins to gather.
    pub(super) fn gather(&mut self) -> Result<()> {
        if self.phase == "last" {
            self.phase = "gather";
            self.go("gather")?;
        }
        Ok(())
    }

    /// The first decision ends what is before it.
    pub(super) fn talk(&mut self) -> Result<()> {
        if self.phase != "gather" {
            return Ok(());
        }
        self.phase = "decide";
        self.show()?;
        let hour = self.hour();
        self.go("group")?;
        let mut groups = Vec::new();
        for (name, cards) in hour.groups {
            let cards: Vec<Value> = cards.iter().map(|words| self.card_with(words)).collect();
            for card in &cards[1..] {
                let request = json!({ "retro": self.retro, "subject": card, "onto": cards[0] });
                let retro = self.call(Who::Jonas, "retro.group", request)?;
                let group =
                    retro["groups"].as_array().into_iter().flatten().last().map(|group| group["id"].clone());
                groups.push((*name, group.unwrap_or_default()));
            }
        }
        for (name, group) in &groups {
            self.simply(Who::Jonas, "retro.editGroup", json!({ "group": group, "name": name }))?;
        }
        let topic = |teller: &Self, words: &str| match groups.iter().find(|(name, _)| *name == words) {
            Some((_, group)) => group.clone(),
            None => teller.card_with(words),
        };
        self.go("vote")?;
        for (who, votes) in TEAM.into_iter().zip(hour.votes) {
            let votes: Vec<Value> = votes.iter().map(|words| topic(self, words)).collect();
            self.simply(who, "retro.vote", json!({ "retro": self.retro, "votes": votes }))?;
        }
        self.show()?;
        self.go("discuss")?;
        for (words, said) in hour.notes {
            let subject = topic(self, words);
            let retro = self.call(Who::Jonas, "retro.get", json!({ "retro": self.retro }))?;
            let mut topics = retro["topics"].as_array().into_iter().flatten();
            let found = topics.find(|topic| topic["subject"] == subject).map(|topic| topic["id"].clone());
            let request = json!({ "topic": found, "state": "done", "notes": said });
            self.simply(Who::Jonas, "retro.editTopic", request)?;
        }
        self.go("decide")
    }

    /// Everybody rates it, and it ends.
    pub(super) fn end_retro(&mut self, who: Who) -> Result<()> {
        self.go("close")?;
        for (who, rating) in TEAM.into_iter().zip(self.hour().ratings) {
            self.simply(who, "retro.rate", json!({ "retro": self.retro, "rating": rating }))?;
        }
        self.show()?;
        self.simply(who, "retro.close", json!({ "retro": self.retro }))
    }

    /// The card that holds these words.
    pub(super) fn card_with(&self, words: &str) -> Value {
        let card = self.cards.iter().find(|(text, _)| text.contains(words));
        let (_, card) = card.unwrap_or_else(|| panic!("BUG: no card says {words}"));
        card.clone()
    }
}
