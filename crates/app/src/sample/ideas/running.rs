//! What the running sprint is made of.

use super::idea;
use crate::sample::story::Idea;

pub(super) const IDEAS: &[Idea] = &[
    idea(
        "three",
        "feature",
        "Rebooking",
        21,
        &["vehicles"],
        "Show the next three sailings with free car-deck space",
        "A family with a car wants to know one thing: when can we go instead? Show three sailings that \
         really have room.",
        &[
            "Only sailings with deck space for this vehicle",
            "Ordered by departure, earliest first",
            "When there is none within two days, say so and offer a refund",
        ],
    ),
    idea(
        "diff",
        "feature",
        "Fares",
        13,
        &["payments"],
        "Show the fare difference before a rebooking is confirmed",
        "Nobody pays more for a sailing we cancelled, but many choose a dearer one. Show what is added \
         or given back, line by line.",
        &[
            "Difference per passenger and vehicle",
            "Zero is shown as “no extra cost”",
            "Confirming needs one tap, not two",
        ],
    ),
    idea(
        "seats",
        "enhancement",
        "Rebooking",
        8,
        &[],
        "Keep seat and meal choices when a booking moves",
        "Choices are lost today when the vessel differs. Map them where both vessels have them; say \
         which could not be kept.",
        &[
            "Seat codes mapped between the three vessels",
            "Meal orders carried over",
            "What was lost is listed before confirming",
        ],
    ),
    idea(
        "tide",
        "spike",
        "Timetable",
        5,
        &[],
        "Can tide restrictions be read from the port feed?",
        "At Kellan Pier low water closes the linkspan. If the feed knows, we never offer a sailing that \
         cannot load cars.",
        &[],
    ),
    idea(
        "qrdark",
        "fix",
        "Check-in",
        5,
        &["quick win"],
        "Boarding QR code unreadable in dark mode",
        "The code is drawn light on dark and the gate scanners refuse it. Always dark on white, with a \
         quiet border.",
        &[],
    ),
    idea(
        "charged",
        "fix",
        "Fares",
        21,
        &["payments"],
        "Card charged twice when the form is sent again",
        "Three passengers in one weekend. A slow network, a second tap, two charges.",
        &[
            "Reproduced on a slow network",
            "The button rests while a charge is under way",
            "The provider gets the same key for the same charge",
        ],
    ),
];
