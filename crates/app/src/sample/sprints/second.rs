//! Sprint 2: changing a date on foot. An item turns out larger than thought, and the first increment goes out.

use crate::sample::ideas::patterns::{BUG, SPIKE, STORY, UPKEEP};
use crate::sample::reviews;
use crate::sample::story::Verb::*;
use crate::sample::story::{Kpi, Moment, Rest, Trouble, Try, at};
use crate::sample::team::Who::*;

#[rustfmt::skip] // One line a moment.
pub(super) const MOMENTS: &[Moment] = &[
    at(-1, "16:30", Priya, Plan("A passenger on foot can change the date of a booking online")),
    at(1, "09:50", Mateo, Estimate("summer", 2.0)),
    at(1, "10:10", Mateo, Take(&["mobile", "date", "fee", "mail", "summer"])),
    at(1, "10:42", Jonas, Start),
    at(1, "10:45", Mateo, Set("split", "inProgress", "")),
    at(1, "10:46", Hana, Set("standing", "inProgress", "")),
    at(1, "11:00", Mateo, Begin("open")),
    at(1, "11:20", Priya, Begin("date")),
    at(1, "11:34", Hana, Begin("mobile")),
    at(2, "09:55", Amara, Release("0.9", "Find a booking without an account. Reference and last name are enough; lower case, too.")),
    at(2, "10:20", Amara, Template(&STORY)),
    at(2, "10:26", Tomasz, Template(&BUG)),
    at(2, "10:31", Mateo, Template(&SPIKE)),
    at(2, "10:34", Tomasz, Template(&UPKEEP)),
    at(2, "15:00", Hana, Review("mobile")),
    at(2, "16:24", Mateo, Review("open")),
    at(3, "10:01", Hana, Done("mobile")),
    at(3, "10:33", Priya, Done("open")),
    at(3, "11:03", Tomasz, Begin("fee")),
    at(3, "13:10", Hana, Begin("mail")),
    at(4, "09:50", Tomasz, Estimate("fee", 5.0)),
    at(4, "14:00", Amara, Idea("text")),
    at(4, "14:04", Amara, Idea("email")),
    at(4, "14:09", Amara, Idea("reason")),
    at(4, "14:15", Amara, Idea("langs")),
    at(4, "14:22", Amara, Idea("departures")),
    at(4, "14:31", Tomasz, Idea("throttle")),
    at(4, "14:40", Amara, Idea("fax")),
    at(5, "11:05", Amara, Increment("Bookings without an account", &["mobile", "open"])),
    at(5, "13:30", Tomasz, Raise(&FARES_LOCKED)),
    at(5, "15:00", Amara, Acknowledge("fares-locked")),
    at(6, "13:30", Jonas, Estimate("car", 8.0)),
    at(6, "13:38", Mateo, Estimate("deck", 5.0)),
    at(6, "13:45", Hana, Estimate("reader", 3.0)),
    at(6, "13:50", Tomasz, Estimate("audit", 3.0)),
    at(6, "14:05", Jonas, Resolve("fares-locked", "The fares team gave us a copy to test with.")),
    at(6, "15:32", Priya, Review("date")),
    at(7, "10:50", Hana, Idea("pet")),
    at(7, "10:55", Amara, Idea("cabins")),
    at(7, "11:04", Mateo, Rework("date")),
    at(7, "16:00", Tomasz, Review("fee")),
    at(8, "10:00", Priya, Review("date")),
    at(8, "11:06", Mateo, Begin("summer")),
    at(8, "16:08", Priya, Done("date")),
    at(9, "10:15", Tomasz, Done("fee")),
    at(9, "11:20", Amara, Release("1.0", "Open a booking from the confirmation email, and leave a mobile number.")),
    at(9, "15:40", Hana, Review("mail")),
    at(10, "12:40", Jonas, HoldReview(&reviews::SECOND)),
    at(10, "13:20", Jonas, EndReview),
    at(10, "13:40", Jonas, Close(&[
        ("mail", Rest::Split(1.0, "attach", "Attach the new ticket to the changed-booking email")),
        ("summer", Rest::Top),
    ])),
    at(10, "14:30", Jonas, Retro("startStop")),
    at(10, "14:36", Priya, Card("Start", "Writing the release note together with the code")),
    at(10, "14:37", Mateo, Card("Start", "Asking for a review by name")),
    at(10, "14:39", Hana, Card("Stop", "Starting a fourth thing on day 8")),
    at(10, "14:40", Tomasz, Card("Stop", "Standing at the board for twenty minutes")),
    at(10, "14:42", Amara, Card("Continue", "Splitting by what the passenger sees")),
    at(10, "14:43", Hana, Card("Continue", "Amara tries every item on staging the same day")),
    at(10, "14:55", Mateo, CarryOn("split")),
    at(10, "14:58", Hana, Set("standing", "dropped", "We looked at the board and not at each other. Back to a round, with the board open.")),
    at(10, "15:08", Priya, Agree(&NOTES, "release note")),
    at(10, "15:15", Jonas, EndRetro),
    at(10, "15:42", Amara, Record(27.0, "Version 0.9 is out: a booking is found without an account")),
];

const FARES_LOCKED: Trouble = Trouble {
    handle: "fares-locked",
    title: "Fare tables are locked during the change of season",
    text: "Nobody may read the new season until it is published, and we must charge by it.",
    severity: "medium",
    blocks: &["fee"],
    goal: false,
};

const NOTES: Try = Try {
    handle: "notes",
    opportunity: "Write the release note before the item is Done",
    why: "Version 0.9 waited six days for three sentences.",
    owner: Priya,
    facets: ["Definition of Done", "Small", "One sprint", "High"],
    kpi: Some(Kpi::ByHand("Days from Done to released", "days", 6.0, 2.0, "down")),
};
