//! The window itself: it opens where Lineout never ran, and answers.

use lineout_tests::Machine;
use serde_json::json;

#[test]
fn it_opens_on_a_fresh_machine_with_no_workspace() {
    let machine = Machine::new();
    let window = machine.open_window();
    let current = window.rpc("workspace.current", json!({}));
    assert_eq!((&current["open"], &current["problem"]), (&json!(null), &json!(null)));
    assert!(!machine.workspace().exists(), "opening the window writes no workspace");
    window.screenshot("fresh");
}

#[test]
fn it_goes_on_after_a_file_that_is_no_workspace() {
    let machine = Machine::new();
    let letter = machine.path("letter.txt");
    std::fs::write(&letter, "Dear team,").unwrap();

    let window = machine.open_window_with(&[letter.to_str().unwrap()]);
    let current = window.rpc("workspace.current", json!({}));
    assert_eq!(current["open"], json!(null));
    assert!(current["problem"]["hint"].is_string(), "{current}");
    assert_eq!(std::fs::read_to_string(&letter).unwrap(), "Dear team,");
}

#[test]
fn it_fits_its_smallest_size() {
    let machine = Machine::new();
    let window = machine.open_window();
    window.resize(960, 640);
    window.screenshot("smallest");
    window.resize(1024, 700);
}
