//! A Product Owner orders thousands of items in the real window: by keyboard alone, then by mouse; finds, filters,
//! changes many at once, and takes all of it back.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use lineout_tests::{Edge, Machine, Target, Window};
use serde_json::{Value, json};

/// The stories of a real product where they lie beside the repository, or as many of our own.
fn stories(machine: &Machine) -> PathBuf {
    let real = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/data/stories-springxd.csv.gz");
    if real.exists() {
        return real;
    }
    eprintln!("the real stories are not here, made-up ones take their place");
    let mut text = String::from("Title,Description,Estimate\n");
    for n in 1..=3526 {
        let what = ["document", "stream", "module", "admin"][n % 4];
        let estimate = ["1", "3", "5", "8", ""][n % 5];
        let _ = writeln!(
            text,
            "Story {n}: {what} what passengers ask,\"Of {what} {n}.\nMore of it.\",{estimate}"
        );
    }
    let path = machine.path("stories.csv");
    std::fs::write(&path, text).expect("the stories are written");
    path
}

struct Backlog<'w> {
    window: &'w Window,
    product: Value,
}

impl<'w> Backlog<'w> {
    fn window(&self, request: Value) -> Value {
        let mut asked = json!({"product": self.product, "offset": 0, "limit": 30});
        asked.as_object_mut().expect("an object").extend(request.as_object().cloned().unwrap_or_default());
        self.window.rpc("backlog.window", asked)
    }

    /// Keys of the first rows, in the order of the backlog.
    fn order(&self) -> Vec<String> {
        let rows = self.window(json!({}))["rows"].clone();
        rows.as_array()
            .into_iter()
            .flatten()
            .filter_map(|row| row["key"].as_str())
            .map(str::to_owned)
            .collect()
    }

    fn eventually_starts(&self, keys: &[&String]) {
        self.window.eventually(&format!("{keys:?} first"), || {
            self.order().iter().take(keys.len()).eq(keys.iter().copied())
        });
    }

    fn row(&self, key: &str) -> Target<'w> {
        self.window.role("grid", "Product Backlog").role_with("row", &format!("{key} "))
    }

    /// How many rows the page holds, whatever the backlog does.
    fn drawn(&self) -> u64 {
        self.window
            .evaluate("return document.querySelectorAll('[role=row][data-index]').length")
            .as_u64()
            .unwrap_or(0)
    }
}

fn ordered_by_keyboard(backlog: &Backlog<'_>) {
    let (window, before) = (backlog.window, backlog.order());
    backlog.row(&before[0]).focus();
    window.press_all(&["Space", "ArrowDown", "ArrowDown", "Space"]);
    backlog.eventually_starts(&[&before[1], &before[2], &before[0]]);
    backlog.row(&before[0]).expect_focused();

    // To a position, then to the top, then to the very end and back.
    window.press("p");
    window.role("dialog", &format!("Move {} to position", before[0])).expect();
    window.type_text("12");
    window.press("Enter");
    window.eventually("the twelfth row", || backlog.order()[11] == before[0]);
    // Whoever sorts a list goes on with the next row: the focus stays where it is.
    backlog.row(&before[3]).expect_focused();
    backlog.row(&before[0]).focus();
    window.press("Control+Shift+ArrowUp");
    backlog.eventually_starts(&[&before[0], &before[1]]);
    backlog.row(&before[0]).focus();
    window.press_all(&["Space", "End", "Space"]);
    window.eventually("the last row", || backlog.order()[0] == before[1]);
    assert!(backlog.drawn() < 80, "{} rows are drawn", backlog.drawn());

    // Several at once keep their order among themselves.
    window.press("Home");
    backlog.row(&before[1]).expect_focused();
    window.press_all(&["x", "ArrowDown", "ArrowDown", "x", "Space", "ArrowDown", "ArrowDown", "Space"]);
    backlog.eventually_starts(&[&before[2]]);
    window.eventually("both moved", || {
        let now = backlog.order();
        let at = |key: &String| now.iter().position(|one| one == key);
        matches!((at(&before[1]), at(&before[3])), (Some(one), Some(two)) if one > 0 && two == one + 1)
    });
    window.press("Escape");

    // What is selected goes above the row with the focus.
    let now = backlog.order();
    window.press("Home");
    backlog.row(&now[0]).expect_focused();
    window.press_all(&["x", "ArrowDown", "ArrowDown", "ArrowDown", "a"]);
    window.eventually("the third row", || backlog.order()[2] == now[0]);
    backlog.row(&now[3]).expect_focused();
    window.press("Escape");

    for _ in 0..6 {
        window.press("Control+z");
    }
    window.eventually("the order of the beginning", || backlog.order() == before);
}

fn ordered_by_mouse(backlog: &Backlog<'_>) {
    let (window, before) = (backlog.window, backlog.order());
    window.press("Home");
    window.drag(&backlog.row(&before[4]), &backlog.row(&before[0]), Edge::Top);
    backlog.eventually_starts(&[&before[4], &before[0]]);
    window.press("Control+z");
    window.eventually("the drag undone", || backlog.order() == before);
}

fn found_and_changed_together(backlog: &Backlog<'_>) {
    let (window, before) = (backlog.window, backlog.order());
    let words = json!({"filter": {"text": "document"}});
    let found = backlog.window(words.clone())["total"].as_u64().expect("a number");
    assert!(found > 10, "{found}");

    window.press("/");
    window.type_text("document");
    let count = |number: u64| {
        let text = number.to_string();
        if number >= 1000 { format!("{},{}", &text[..1], &text[1..]) } else { text }
    };
    window.text(&format!("{} of 3,526 items", count(found))).first().expect();
    window.screenshot("backlog-found");
    window.expect_accessible();

    // All that match, also what is not on screen, changed as one action.
    window.press("Enter");
    window.press("Control+a");
    window.text(&format!("{} selected", count(found))).first().expect();
    window.press("Shift+e");
    window.role("dialog", &format!("Edit {} items", count(found))).expect();
    window.field("Value").fill("8");
    window.screenshot("backlog-edit-many");
    window.expect_accessible();
    window.field("Value").press("Enter");
    let changed = || {
        let rows = backlog.window(words.clone())["rows"].clone();
        rows.as_array().is_some_and(|rows| rows.iter().all(|row| row["value"] == 8))
    };
    window.eventually("the value of all of them", changed);
    let sorted = backlog.window(json!({"sort": {"by": "value"}, "limit": 500}));
    let valued = sorted["rows"].as_array().into_iter().flatten().filter(|row| row["value"] == 8).count();
    assert_eq!(valued as u64, found.min(500), "what did not match was changed, too");
    window.press("Control+z");
    window.eventually("no value left", || !changed());
    assert_eq!(backlog.order(), before, "finding never orders");

    // Escape goes back to the whole list.
    window.press("Escape");
    window.press("/");
    window.press("Escape");
    window.text("3,526 items").first().expect();
}

fn written_on(backlog: &Backlog<'_>) {
    let (window, keys) = (backlog.window, backlog.order());
    // The row that was found kept the focus when everything came back around it.
    window.press("Home");
    backlog.row(&keys[0]).expect_focused();
    window.press("ArrowDown");
    backlog.row(&keys[1]).press("Enter");
    let panel = window.page().css(&format!("aside[aria-label=\"{} details\"]", keys[1]));
    panel.expect();
    window.screenshot("backlog-item");
    window.expect_accessible();
    window.press("Escape");
    backlog.row(&keys[1]).expect_focused();
    window.press("Shift+Enter");
    window.eventually("the item's page", || {
        window.evaluate("return location.hash.startsWith('#/item/')") == json!(true)
    });
    window.screenshot("item-page");
    window.expect_accessible();
    window.press("Escape");
    backlog.row(&keys[1]).expect_focused();
}

#[test]
fn a_product_owner_orders_thousands_of_items() {
    let machine = Machine::new();
    let cli = machine.cli();
    cli.call("workspace.create", json!({"name": "Streams"}));
    let imported = cli.run(["import", "csv", &stories(&machine).display().to_string(), "--product", "XD"]);
    assert!(imported.status.success(), "{}", String::from_utf8_lossy(&imported.stderr));
    let window = machine.open_window();
    window.role("heading", "Today").expect();
    window.press_all(&["g", "b"]);
    window.role("grid", "Product Backlog").expect();
    window.resize(1440, 900);
    let product = window.rpc("workspace.current", json!({}))["open"]["products"][0]["id"].clone();
    let backlog = Backlog { window: &window, product };
    assert_eq!(backlog.window(json!({}))["total"], 3526);
    ordered_by_keyboard(&backlog);
    ordered_by_mouse(&backlog);
    found_and_changed_together(&backlog);
    written_on(&backlog);
}
