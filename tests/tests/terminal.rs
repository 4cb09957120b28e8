//! The window and the terminal on one file.

use std::time::{Duration, Instant};

use lineout_tests::Machine;
use serde_json::json;

#[test]
fn a_change_made_in_a_terminal_shows_in_the_open_window_within_a_second() {
    let machine = Machine::new();
    let window = machine.open_window();
    let cli = machine.cli();
    // The window goes on with a workspace that has a product.
    window.rpc("workspace.create", json!({"name": "Harbour"}));
    let product = cli.call("product.create", json!({"key": "HBR", "name": "Harbour"}));
    let add = |title: &str| {
        cli.call("item.create", json!({"product": product["id"], "title": title}));
        let begun = Instant::now();
        window.text(title).first().expect();
        begun.elapsed()
    };
    window.evaluate("location.reload()");
    window.role_with("button", "Product: Harbour").expect();
    window.press_all(&["g", "b"]);
    // The best of three: a busy machine may keep any one of them waiting.
    let seen = ["Say when the next ferry leaves", "Book a cabin", "Pay at the quay"].map(add);
    assert!(seen.iter().any(|one| *one < Duration::from_secs(1)), "it took {seen:?}");
}
