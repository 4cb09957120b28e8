//! Every room of the window with the sample in it: nothing overflows, nothing is out of reach of a screen reader, in
//! light and in dark, in a wide window and in a narrow one.

use lineout_tests::{Machine, Window};
use serde_json::json;

const ROOMS: &[&str] = &[
    "today",
    "today",
    "backlog",
    "epics",
    "planning",
    "board",
    "daily",
    "review",
    "retrospective",
    "impediments",
    "improvements",
    "increments",
    "sprints",
    "team",
    "history",
    "settings",
];

fn visit(window: &Window, room: &str) {
    window.evaluate(&format!("location.hash = '#/{room}'"));
    window.eventually(&format!("the room {room}"), || {
        window.evaluate("return !!document.querySelector('main h1') && !document.body.innerText.includes('Reading the workspace')")
            == json!(true)
    });
}

/// Nothing in the window is cut off at its right edge.
fn expect_no_overflow(window: &Window, room: &str) {
    let wide = window.evaluate(
        "const wide = document.documentElement.scrollWidth;
         return wide > innerWidth ? wide : 0;",
    );
    assert_eq!(wide, json!(0), "{room} is wider than the window");
}

fn look_at_all(theme: &str) {
    let machine = Machine::new();
    machine.set_now("2026-03-19T10:30:00Z");
    let window = machine.open_window_with(&["--sample"]);
    window.role("heading", "Today").expect();
    window.evaluate(&format!("localStorage.setItem('lineout.theme', '{theme}'); location.reload()"));
    window.role("heading", "Today").expect();
    for (width, height) in [(1440, 900), (1024, 700)] {
        window.resize(width, height);
        for room in ROOMS {
            visit(&window, room);
            window.screenshot(&format!("{room}-{theme}-{width}"));
            expect_no_overflow(&window, room);
            let found = window.accessibility();
            assert!(found.is_empty(), "{room}, {theme}, {width}: {found:#?}");
        }
    }
}

#[test]
fn rooms_hold_in_light() {
    look_at_all("light");
}

#[test]
fn rooms_hold_in_dark() {
    look_at_all("dark");
}
