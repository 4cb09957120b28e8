//! The Sprint Reviews of the story: who came, what was shown by whom, what was said.

use serde_json::{Value, json};

use super::story::Spot;
use super::team::Who::{self, *};
use super::teller::Teller;
use crate::error::Result;

/// A Review as it was held.
pub(super) struct Held {
    /// Guests who came.
    guests: &'static [&'static str],
    /// Of the team who did not.
    away: &'static [Who],
    /// Who presents which item, and for how many minutes.
    shows: &'static [(&'static str, Who, u32)],
    /// Whether the goal was met, and why.
    goal: (bool, &'static str),
    /// What was said: about which item (empty for the whole), by which guest, or by the Product Owner.
    said: &'static [(&'static str, &'static str, &'static str)],
    /// Notes.
    notes: &'static str,
}

const PORT: &str = "Sinéad Walsh, port of Kellan";
const DESK: &str = "Declan Byrne, ticket office";
const CREW: &str = "Aoife Kearney, cabin crew";

pub(super) const FIRST: Held = Held {
    guests: &[DESK],
    away: &[],
    shows: &[("find", Priya, 10), ("summary", Hana, 5), ("lower", Tomasz, 5)],
    goal: (false, "A booking is found and shown, but the link in the email does not open it yet."),
    said: &[
        ("find", DESK, "Half of those who call have the reference and not the name it was booked under."),
        ("", "", "Show it on a phone next time, not on the projector."),
    ],
    notes: "",
};

pub(super) const SECOND: Held = Held {
    guests: &[DESK, CREW],
    away: &[],
    shows: &[("date", Priya, 10), ("fee", Tomasz, 5), ("mobile", Hana, 5)],
    goal: (true, "Shown on staging with a booking of last week: date changed, fee told, seven minutes."),
    said: &[
        (
            "fee",
            DESK,
            "Say the fee before they choose the date. It is the first thing they ask on the telephone.",
        ),
        ("date", CREW, "We hear of a changed booking only when the list is printed."),
    ],
    notes: "",
};

pub(super) const THIRD: Held = Held {
    guests: &[PORT, DESK],
    away: &[Jonas],
    shows: &[("car", Priya, 10), ("deck", Mateo, 5), ("sunday", Tomasz, 5)],
    goal: (true, "A car of 4.80 m was moved to Saturday, and the deck knew of it."),
    said: &[("deck", PORT, "Trailers count twice on the small vessel. Your figure is too hopeful there.")],
    notes: "",
};

pub(super) const FOURTH: Held = Held {
    guests: &[PORT, CREW],
    away: &[],
    shows: &[("text", Mateo, 10), ("email", Priya, 5), ("departures", Hana, 5)],
    goal: (
        true,
        "The storm of Tuesday was the test: 212 passengers told, three came to the quay all the same.",
    ),
    said: &[
        (
            "text",
            CREW,
            "The text says “cancelled” and not what to do next. People then ring the bell at the gate.",
        ),
        ("departures", PORT, "Crossed out reads as “wrong” from three metres away. Write the word as well."),
    ],
    notes: "",
};

pub(super) const FIFTH: Held = Held {
    guests: &[PORT, DESK, CREW],
    away: &[Mateo],
    shows: &[("qr", Hana, 10), ("refund", Tomasz, 5), ("langs", Hana, 5), ("throttle", Tomasz, 5)],
    goal: (false, "The choices are shown, but nobody can take one yet: rebooking from the link is not Done."),
    said: &[
        ("qr", CREW, CREW_WISH),
        ("refund", DESK, DESK_WISH),
        ("langs", PORT, "The Irish is good. Keep whoever wrote it."),
        ("", DESK, "We would rather see one thing finished than four begun."),
    ],
    notes: "Next time at the port, on their screens: Sinéad asks for half an hour more.",
};

/// What becomes work afterwards.
pub(super) const CREW_WISH: &str =
    "Let the crew see who is aboard by the codes that were read, not by the list";
pub(super) const DESK_WISH: &str =
    "Tell the ticket office when a refund went out\nThey call us the same day to ask, and we cannot say.";

/// Whom the Product Owner asks to the next one.
pub(super) const INVITED: &[&str] = &[PORT, CREW];

impl Teller {
    pub(super) fn prepare_review(&mut self, who: Who, guests: &[&str]) -> Result<()> {
        let request = json!({ "sprint": self.sprints[&self.sprint] });
        let told = self.call(who, "review.prepare", request)?;
        self.review = told["review"].clone();
        for guest in guests {
            let request = json!({ "review": self.review["id"], "guest": guest });
            self.simply(who, "review.invite", request)?;
        }
        Ok(())
    }

    pub(super) fn hold_review(&mut self, who: Who, held: &Held) -> Result<()> {
        self.prepare_review(who, held.guests)?;
        let review = self.review["id"].clone();
        let points = self.review["points"].clone();
        let point = |item: &Value| {
            let mut all = points.as_array().into_iter().flatten();
            all.find(|point| point["item"] == *item).map(|point| point["id"].clone())
        };
        for (to, (item, presenter, minutes)) in held.shows.iter().enumerate() {
            let shown = point(self.items.id(item));
            let presenter = self.people[presenter].clone();
            let request = json!({ "point": shown, "presenter": presenter, "timebox": minutes });
            self.simply(who, "review.editPoint", request)?;
            self.simply(who, "review.movePoint", json!({ "point": shown, "to": to }))?;
        }
        let away: Vec<Value> = held.away.iter().map(|who| self.people[who].clone()).collect();
        let told = self.call(who, "review.get", json!({ "sprint": self.sprints[&self.sprint] }))?;
        let all = told["review"]["attendees"].as_array().into_iter().flatten();
        let present: Vec<&Value> =
            all.filter(|one| !away.contains(&one["person"])).map(|one| &one["id"]).collect();
        let request = json!({ "review": review, "attendees": present, "present": true });
        self.simply(who, "review.markPresent", request)?;
        self.simply(who, "review.start", json!({ "review": review }))?;
        for (item, guest, text) in held.said {
            let about = if item.is_empty() { None } else { point(self.items.id(item)) };
            let by = match *guest {
                "" => json!({ "person": self.people[&Amara] }),
                guest => json!({ "guest": guest }),
            };
            let request = json!({ "review": review, "point": about, "text": text, "by": by });
            let kept = self.call(who, "feedback.add", request)?;
            self.said.push((text, kept["feedback"]["id"].clone()));
        }
        let (met, reason) = held.goal;
        self.simply(who, "review.judgeGoal", json!({ "review": review, "met": met, "reason": reason }))?;
        if held.notes.is_empty() {
            return Ok(());
        }
        self.simply(who, "review.write", json!({ "review": review, "notes": held.notes }))
    }

    pub(super) fn end_review(&mut self, who: Who) -> Result<()> {
        self.simply(who, "review.end", json!({ "review": self.review["id"] }))
    }

    /// What was said becomes an item.
    pub(super) fn take_up(&mut self, who: Who, words: &str, spot: Spot) -> Result<()> {
        let said = self.said.iter().find(|(text, _)| *text == words);
        let (_, feedback) = said.unwrap_or_else(|| panic!("BUG: nobody said {words}"));
        let request = json!({ "feedback": feedback, "place": self.place(spot) });
        self.simply(who, "feedback.toItem", request)
    }
}
