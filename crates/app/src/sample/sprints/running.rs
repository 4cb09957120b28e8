//! Sprint 6, on its fourth day: rebooking. Two cards wait for the port, a bug was let in, the rest moves.

use crate::sample::story::Verb::*;
use crate::sample::story::{Moment, Spot, Trouble, at};
use crate::sample::team::Who::*;

#[rustfmt::skip] // One line a moment.
pub(super) const MOMENTS: &[Moment] = &[
    at(-1, "16:30", Priya, Plan("A passenger whose sailing is cancelled can rebook it themselves in under two minutes")),
    at(1, "10:04", Priya, Take(&["link", "three", "diff", "seats", "merge", "tide", "qrdark"])),
    at(1, "10:31", Jonas, Start),
    at(1, "10:34", Hana, Set("answer", "inProgress", "")),
    at(1, "10:36", Jonas, Set("merge", "inProgress", "")),
    at(1, "10:52", Priya, Begin("link")),
    at(1, "11:03", Mateo, Begin("tide")),
    at(1, "11:14", Hana, Begin("qrdark")),
    at(2, "10:02", Hana, Review("qrdark")),
    at(2, "14:21", Hana, Done("qrdark")),
    at(2, "14:40", Hana, Begin("seats")),
    at(2, "15:32", Hana, Raise(&STALE)),
    at(2, "16:02", Jonas, Acknowledge("stale")),
    at(2, "16:11", Mateo, Review("tide")),
    at(2, "16:24", Mateo, Begin("three")),
    // Amara puts the Product Backlog in order for the next sprint.
    at(2, "16:30", Amara, Order(&["drift"], Spot::After("group"))),
    at(2, "16:31", Amara, Order(&["choose"], Spot::After("drift"))),
    at(2, "16:32", Amara, Order(&["length"], Spot::After("choose"))),
    at(2, "16:33", Amara, Order(&["boards"], Spot::After("length"))),
    at(2, "16:35", Amara, Order(&["provider"], Spot::After("boards"))),
    at(2, "16:36", Amara, Order(&["cent"], Spot::After("provider"))),
    at(2, "16:38", Amara, Order(&["route"], Spot::After("cent"))),
    at(2, "16:40", Amara, Order(&["capacity"], Spot::After("route"))),
    at(2, "16:41", Amara, Order(&["cabins"], Spot::After("capacity"))),
    at(2, "16:42", Amara, Order(&["bicycle"], Spot::After("cabins"))),
    at(2, "16:43", Amara, Order(&["arrival"], Spot::After("bicycle"))),
    at(2, "16:45", Amara, Order(&["twice"], Spot::After("arrival"))),
    at(2, "16:46", Amara, Order(&["waitlist", "perpax"], Spot::After("twice"))),
    at(2, "16:48", Amara, Order(&["pet", "offline"], Spot::After("perpax"))),
    at(2, "16:51", Amara, Order(&["season", "hold", "gift", "print"], Spot::After("offline"))),
    at(3, "09:50", Mateo, Estimate("season", 13.0)),
    at(3, "09:54", Hana, Estimate("print", 2.0)),
    at(3, "09:57", Hana, Estimate("lift", 3.0)),
    at(3, "10:08", Tomasz, Idea("charged")),
    at(3, "10:14", Tomasz, Estimate("charged", 3.0)),
    at(3, "10:26", Jonas, Take(&["charged"])),
    at(3, "10:40", Tomasz, Begin("charged")),
    at(3, "11:30", Priya, Join("charged")),
    at(3, "13:31", Tomasz, Join("drift")),
    at(3, "13:32", Priya, Join("choose")),
    at(3, "13:34", Mateo, Join("provider")),
    at(3, "13:36", Jonas, Join("capacity")),
    at(3, "13:40", Tomasz, Estimate("sixteen", 2.0)),
    at(3, "13:44", Priya, Estimate("login", 3.0)),
    at(3, "13:49", Mateo, Estimate("archive", 5.0)),
    at(3, "13:58", Mateo, Estimate("freight", 13.0)),
    at(3, "16:42", Tomasz, Review("charged")),
    // Today.
    at(4, "09:12", Mateo, Tick("charged", 3)),
    at(4, "09:20", Tomasz, Tick("charged", 4)),
    at(4, "09:31", Mateo, Done("tide")),
    at(4, "09:44", Jonas, Begin("merge")),
    at(4, "10:05", Mateo, Raise(&FEED_KEY)),
];

const STALE: Trouble = Trouble {
    handle: "stale",
    title: "Sandbox returns stale deck capacity",
    text: "Answers are a week old since the port moved its servers. Seats of vessels that no longer sail come back.",
    severity: "high",
    blocks: &["seats"],
    goal: false,
};

const FEED_KEY: Trouble = Trouble {
    handle: "feed-key",
    title: "Port feed key expires tonight, nobody can renew it",
    text: "The account belongs to somebody who left the harbour office.",
    severity: "critical",
    blocks: &["three"],
    goal: true,
};
