//! The Product Backlog in the real window at several sizes: from a key to the painted row, and the longest frame while
//! scrolling. Beside it stands a window with an empty backlog in the same run. Times are those the page itself sees;
//! the shell and the command line are the debug builds that the tests use.

#![allow(clippy::print_stdout, reason = "a benchmark answers on standard output")]

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use lineout_tests::{Machine, Window};
use serde_json::{Value, json};

/// Times each key is pressed; the median and the longest count.
const TIMES: usize = 15;

/// The first room is another one.
const INTO_THE_BACKLOG: &str = "location.hash = '#/backlog'";

/// Waits, frame by frame, until something holds, then for the frame that shows it; `__took` has the milliseconds since
/// the key went down.
const WATCH: &str = "
    window.__took = null;
    const done = () => { CONDITION };
    addEventListener('keydown', (event) => {
      if (event.key !== 'KEY') return;
      const begun = performance.now();
      const look = () => done() ? requestAnimationFrame(() => { window.__took = performance.now() - begun; }) : requestAnimationFrame(look);
      look();
    }, { capture: true, once: true });";

/// Scrolls by more than three rows a frame, 120 frames long, and gives the length of each, in milliseconds.
const SCROLL: &str = "
    const done = arguments[arguments.length - 1];
    const list = document.querySelector('[role=rowgroup].scroll');
    const frames = [];
    let last = performance.now();
    const step = (now) => {
      frames.push(now - last);
      last = now;
      if (list) list.scrollTop += 120;
      if (frames.length < 120) requestAnimationFrame(step); else done(frames.slice(1));
    };
    requestAnimationFrame(step);";

/// Goes to the middle at once and gives the milliseconds until every row in view is there.
const JUMP: &str = "
    const done = arguments[arguments.length - 1];
    const list = document.querySelector('[role=rowgroup].scroll');
    const begun = performance.now();
    list.scrollTop = list.scrollHeight / 2;
    const look = () => requestAnimationFrame(() => {
      const rows = [...list.querySelectorAll('[data-index]')].filter((row) => {
        const { top, bottom } = row.getBoundingClientRect(), box = list.getBoundingClientRect();
        return bottom > box.top && top < box.bottom;
      });
      const there = rows.length > 0 && rows.every((row) => !row.hasAttribute('aria-busy') && Number(row.dataset.index) > 50);
      if (there) done(performance.now() - begun); else look();
    });
    look();";

fn main() {
    let sizes: Vec<u32> = std::env::args().skip(1).filter_map(|arg| arg.parse().ok()).collect();
    println!("| rows | what | empty window | Lineout |");
    println!("|---:|---|---:|---:|");
    let (idle, opened) = empty();
    for rows in sizes {
        measure(rows, &idle, opened);
    }
}

/// The frames of a window with nothing in it, and how long it took to open.
fn empty() -> (Vec<f64>, Duration) {
    let machine = Machine::new();
    machine.cli().call("workspace.create", json!({"name": "Harbour"}));
    machine.cli().call("product.create", json!({"key": "HBR", "name": "Harbour"}));
    let begun = Instant::now();
    let window = machine.open_window();
    window.evaluate(INTO_THE_BACKLOG);
    window.button("Add an item").expect();
    let opened = begun.elapsed();
    window.resize(1440, 900);
    (frames(&window), opened)
}

fn measure(rows: u32, idle: &[f64], opened: Duration) {
    let machine = Machine::new();
    let file = machine.path("rows.csv");
    std::fs::write(&file, csv(rows)).expect("the file of rows");
    machine.cli().call("workspace.create", json!({"name": "Harbour"}));
    let imported = machine.cli().run(["import", "csv", &file.display().to_string(), "--product", "HBR"]);
    assert!(imported.status.success(), "{}", String::from_utf8_lossy(&imported.stderr));
    let begun = Instant::now();
    let window = machine.open_window();
    window.evaluate(INTO_THE_BACKLOG);
    window.text("Item 1 of").first().expect();
    let tell = |what: &str, beside: String, ours: String| println!("| {rows} | {what} | {beside} | {ours} |");
    tell("open, to the first rows", format!("{opened:.2?}"), format!("{:.2?}", begun.elapsed()));
    window.resize(1440, 900);

    let middle = median(&frames(&window));
    let scrolled = frames(&window);
    tell("longest frame while scrolling, ms", most(idle), most(&scrolled));
    tell("usual frame while scrolling, ms", format!("{:.1}", median(idle)), format!("{middle:.1}"));
    let jumps: Vec<f64> = (0..5)
        .map(|_| {
            window.evaluate("document.querySelector('[role=rowgroup].scroll').scrollTop = 0");
            window.text("Item 1 of").first().expect();
            window.evaluate_async(JUMP).as_f64().unwrap_or(f64::NAN)
        })
        .collect();
    tell("jump to the middle, to its rows, ms", "–".into(), both(&jumps));

    window.evaluate("document.querySelector('[role=rowgroup].scroll').scrollTop = 0");
    window.evaluate_async(
        "const done = arguments[arguments.length - 1];
         setTimeout(() => { document.querySelector('[data-index=\"0\"]').focus(); done(true); }, 300);",
    );
    let focus = |key: &str| {
        took(
            &window,
            key,
            "const now = document.activeElement?.dataset?.index; if (now === undefined) return false; window.__at ??= now; if (now === window.__at) return false; window.__at = now; return true;",
        )
    };
    window.evaluate("window.__at = document.activeElement?.dataset?.index");
    tell(
        "arrow, to the focus on the next row, ms",
        "–".into(),
        both(&(0..TIMES).map(|_| focus("ArrowDown")).collect::<Vec<_>>()),
    );
    let moves: Vec<f64> = (0..TIMES)
        .map(|_| {
            window.press("Home");
            window.press("Space");
            window.press("ArrowDown");
            let moved = took(&window, "Space", "return !document.querySelector('.is-lifted') && document.activeElement?.dataset?.index === '1';");
            settle(&window);
            moved
        })
        .collect();
    tell("drop a lifted row, to the row in its place, ms", "–".into(), both(&moves));
    let creates: Vec<f64> = (0..TIMES)
        .map(|n| {
            window.press("End");
            window.press("n");
            window.type_text(&format!("Made by hand {n}."));
            let made = took(&window, "Enter", &format!("return [...document.querySelectorAll('[role=row][data-index]')].some((row) => row.textContent.includes('Made by hand {n}.'));"));
            window.press("Escape");
            settle(&window);
            made
        })
        .collect();
    tell("Enter on a new item, to its row, ms", "–".into(), both(&creates));
    let drawn = window.evaluate("return document.querySelectorAll('[role=row][data-index]').length");
    tell("rows in the page", "0".into(), drawn.to_string());
}

/// Presses a key and gives the milliseconds until the page shows what it did.
fn took(window: &Window, key: &str, condition: &str) -> f64 {
    let name = if key == "Space" { " " } else { key };
    window.evaluate(&WATCH.replace("CONDITION", condition).replace("KEY", name));
    window.press(key);
    window.eventually("what the key does", || window.evaluate("return window.__took") != Value::Null);
    window.evaluate("return window.__took").as_f64().unwrap_or(f64::NAN)
}

/// Lets what was done come back from the host.
fn settle(window: &Window) {
    window.rpc("history.state", json!({}));
}

fn frames(window: &Window) -> Vec<f64> {
    let frames = window.evaluate_async(SCROLL);
    frames.as_array().into_iter().flatten().filter_map(Value::as_f64).collect()
}

fn median(values: &[f64]) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted.get(sorted.len() / 2).copied().unwrap_or(f64::NAN)
}

fn most(values: &[f64]) -> String {
    format!("{:.1}", values.iter().copied().fold(f64::NAN, f64::max))
}

fn both(values: &[f64]) -> String {
    format!("{:.0}, {} at most", median(values), most(values))
}

fn csv(rows: u32) -> String {
    let mut text = String::from("Title,Description,Estimate\n");
    for n in 1..=rows {
        let estimate = ["1", "2", "3", "5", ""][n as usize % 5];
        let _ = writeln!(text, "Item {n} of the harbour,What row {n} is about,{estimate}");
    }
    text
}
