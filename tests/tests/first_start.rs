//! Somebody starts Lineout for the first time: a workspace step by step, refusals beside their fields, the people, and
//! what Settings and Team change afterwards.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use lineout_tests::{Machine, Window};
use serde_json::{Value, json};

fn open(window: &Window) -> Value {
    window.rpc("workspace.current", json!({}))["open"].clone()
}

fn forward(window: &Window, heading: &str) {
    window.press("Control+Enter");
    window.role("heading", heading).expect();
}

fn create(machine: &Machine, window: &Window) {
    window.role_with("button", "Create a workspace").expect_focused();
    window.expect_accessible();
    window.screenshot("first-start");
    window.press("c");
    window.field("Workspace name").expect_focused();
    window.press("Enter");
    window.page().every("alert").expect_text("it is empty");
    window.type_text("Harbour team");
    window.button("Choose another place").click();
    window.field("Kept in").fill(machine.path("teams/harbour").to_str().unwrap());
    window.press("Enter");

    window.field("Product name").expect_focused();
    window.type_text("Harbour Ferries");
    window.field("Key").expect_value("HF");
    window.field("Key").fill("H");
    window.page().every("alert").expect_text("cannot be a product key");
    window.field("Key").fill("HBR");
    window.expect_accessible();
    forward(window, "Set the rhythm");

    window.button("1 week").click();
    window.button("Fri").click();
    window.field("Time zone").click();
    window.type_text("oslo");
    window.role_with("option", "Oslo").expect();
    window.expect_accessible();
    window.press("Enter");
    window.field("Time zone").expect_value("Oslo · Europe · UTC+1");
    forward(window, "Agree what Done means");

    window.field("Criterion 4").press("Enter");
    window.type_text("Tried on board");
    window.button("Move criterion 5").press("Space");
    window.press_all(&["Home", "Space"]);
    window.field("Criterion 1").expect_value("Tried on board");
    window.expect_accessible();
    forward(window, "Add the people");

    window.field("Your name").expect_focused();
    window.type_text("Amara Okafor");
    window.press("Enter");
    window.type_text("Amara Okafor");
    window.press("Control+Enter");
    window.page().every("alert").expect_text("There is a person named Amara Okafor already");
    window.field("Name of person 2").fill("Hana Sato");
    window.role("group", "Roles of Hana Sato").button("Scrum Master").click();
    window.expect_accessible();
    window.press("Control+Enter");
    window.role("heading", "Product Backlog").expect();
}

fn as_it_was_said(machine: &Machine, window: &Window) {
    let open = open(window);
    assert_eq!(open["path"], json!(machine.path("teams/harbour.lineout")));
    let product = &open["products"][0];
    assert_eq!(
        json!([product["key"], product["timeZone"], product["sprintLengthDays"], product["workingDays"]]),
        json!(["HBR", "Europe/Oslo", 7, ["mon", "tue", "wed", "thu"]])
    );
    assert_eq!(product["definitionOfDone"]["version"], 1);
    assert_eq!(product["definitionOfDone"]["criteria"][0]["text"], "Tried on board");
    let people: Vec<_> = open["people"].as_array().unwrap().iter().map(|person| &person["name"]).collect();
    assert_eq!(people, ["Amara Okafor", "Hana Sato"]);
    let hana = &open["people"][1]["id"];
    let members = product["members"].as_array().unwrap();
    let mut roles = members.iter().find(|member| member["person"] == *hana).unwrap()["roles"].clone();
    roles.as_array_mut().unwrap().sort_by_key(Value::to_string);
    assert_eq!(roles, json!(["developer", "scrumMaster"]));
    window.text("as Product Owner").expect();
}

fn team(window: &Window) {
    window.press_all(&["g", "t"]);
    window.role("table", "People and roles").expect();
    window.press("n");
    window.type_text("Jonas Lindqvist");
    window.press("Enter");
    window.role("button", "Jonas Lindqvist. Rename").expect();
    window.press("Escape");
    window.role("checkbox", "Stakeholder, Jonas Lindqvist").press("Space");
    window.eventually("Jonas with two roles", || {
        let members = open(window)["products"][0]["members"].clone();
        members.as_array().unwrap().iter().any(|member| {
            let roles = member["roles"].as_array().unwrap();
            roles.len() == 2 && roles.contains(&json!("developer")) && roles.contains(&json!("stakeholder"))
        })
    });
    window.screenshot("team");
    window.expect_accessible();
    window.button("Hana Sato. Rename").press("Delete");
    window.button("Hana Sato. Rename").expect_gone();
    window.press("Control+z");
    window.button("Hana Sato. Rename").expect();
}

fn settings(window: &Window) {
    window.press_all(&["g", "e"]);
    window.role("heading", "Settings").expect();
    window.role("link", "Board columns").click();
    window.field("Name of the new column").fill("Trial run");
    window.press("Enter");
    window.role("listitem", "Trial run").expect();
    window.role_with("button", "Move Trial run").press("Space");
    window.press_all(&["ArrowUp", "Space"]);
    window
        .eventually("the column moved", || open(window)["products"][0]["columns"][2]["name"] == "Trial run");
    window.button("Delete To Do").click();
    window.page().every("alert").expect_text("none would be left");
    window.screenshot("settings-board");
    window.expect_accessible();

    window.role("link", "Definition of Done").click();
    window.button("Add criterion").click();
    window.type_text("Release notes are written");
    window.press("Control+Enter");
    window.text("Version 2").expect();

    window.role("link", "Workspace").click();
    window.button("Check integrity").click();
    window.text("No problem found").first().expect();
    window.screenshot("settings-workspace");
    window.expect_accessible();
    window.button("Close this workspace").click();
    window.text("Choose how to begin").expect();
    window.press("o");
    window.role_with("button", "harbour.lineout").click();
    window.role("heading", "Today").expect();
}

#[test]
fn a_first_workspace_is_set_up_and_changed() {
    let machine = Machine::new();
    let window = machine.open_window();
    window.resize(1440, 900);
    create(&machine, &window);
    as_it_was_said(&machine, &window);
    team(&window);
    settings(&window);
}

#[test]
fn a_file_that_cannot_be_opened_says_why_and_the_sample_opens_instead() {
    let machine = Machine::new();
    let letter = machine.path("letter.lineout");
    std::fs::write(&letter, "Dear team,").unwrap();
    let window = machine.open_window_with(&[letter.to_str().unwrap()]);
    window.page().every("alert").expect_text("is not a Lineout workspace");
    window.expect_accessible();
    window.press("s");
    window.role("heading", "Today").expect();
    assert_eq!(open(&window)["products"][0]["name"], "Harbour");
}
