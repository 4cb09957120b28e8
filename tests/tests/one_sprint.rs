//! A team runs one whole sprint on a backlog that came out of another tool, in the real window: order, plan, start,
//! work, close into an increment, agree on an improvement, and find all of it after a restart.

use std::path::PathBuf;

use lineout_tests::{Edge, Machine, Window};
use serde_json::{Value, json};

/// An export shaped like those of Jira Cloud: repeated columns, cells of several lines, ranks, sprints.
fn export() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../crates/app/src/import/fixtures/jira-harbour.csv")
}

/// The open product as the contract tells it.
fn product(window: &Window) -> Value {
    window.rpc("workspace.current", json!({}))["open"]["products"][0].clone()
}

/// The keys of the Product Backlog in its order.
fn order(window: &Window) -> Vec<String> {
    let request = json!({"product": product(window)["id"], "offset": 0, "limit": 50});
    let rows = window.rpc("backlog.window", request)["rows"].clone();
    rows.as_array().into_iter().flatten().filter_map(|row| row["key"].as_str()).map(str::to_owned).collect()
}

/// The row of an item in a list.
fn row<'w>(window: &'w Window, list: &str, key: &str) -> lineout_tests::Target<'w> {
    window.role("grid", list).role_with("row", &format!("{key} "))
}

fn import(window: &Window) {
    window.text("Choose how to begin").expect();
    window.press("i");
    let dialog = window.role("dialog", "Import a file");
    dialog.field("File to import").choose_file(&export());
    dialog.text("jira-harbour.csv").expect();
    dialog.field("Workspace name").fill("Harbour team");
    dialog.role_with("button", "Import 10 items").expect();
    window.screenshot("story-import");
    window.expect_accessible();
    dialog.field("Workspace name").press("Control+Enter");
    dialog.role_with("button", "Show the Product Backlog").expect();
    window.eventually("the room behind the dialog", || {
        window.evaluate("return !!document.querySelector('main h1')") == json!(true)
    });
    window.expect_accessible();
    window.press("Control+Enter");
    window.role("grid", "Product Backlog").expect();
    assert_eq!(product(window)["key"], "HBR");
}

fn put_in_order(window: &Window) {
    let before = order(window);
    assert!(before.len() >= 3, "{before:?}");
    let (first, second, third) = (&before[0], &before[1], &before[2]);

    // By keyboard: the second row is lifted over the first.
    row(window, "Product Backlog", second).press("Space");
    window.press_all(&["ArrowUp", "Space"]);
    window.eventually("the second item first", || order(window)[..2] == [second.clone(), first.clone()]);
    row(window, "Product Backlog", second).expect_focused();

    // Escape puts a lifted row back.
    window.press_all(&["Space", "End", "Escape"]);
    assert_eq!(order(window)[0], *second);

    // By mouse: the third row is dragged onto the upper edge of the first.
    window.drag(&row(window, "Product Backlog", third), &row(window, "Product Backlog", second), Edge::Top);
    window.eventually("the third item first", || order(window)[0] == *third);

    // Undone and done again by keyboard.
    window.press("Control+z");
    window.eventually("the drag undone", || order(window)[0] == *second);
    window.press("Control+Shift+z");
    window.eventually("the drag redone", || order(window)[0] == *third);
}

fn add_an_item(window: &Window) {
    row(window, "Product Backlog", &order(window)[0]).focus();
    window.press("n");
    window.field("Title of the new item").fill("Say when the next ferry leaves");
    window.press_all(&["Enter", "Escape"]);
    window.text("Say when the next ferry leaves").expect();
    window.screenshot("story-backlog");
    window.expect_accessible();
}

fn plan(window: &Window) {
    window.press_all(&["g", "p"]);
    let sprint = window.role("region", "HBR Sprint 3");
    sprint.expect();
    window.role_with("button", "Sprint Goal: ").click();
    window.field("Sprint Goal").fill("A passenger can pay for a cabin");
    window.press("Control+Enter");
    window.role_with("button", "Sprint Goal: A passenger can pay for a cabin").expect();

    // Enter takes the row in; the mouse drags another.
    row(window, "Product Backlog", "HBR-11").press("Enter");
    row(window, "HBR Sprint 3", "HBR-11").expect();
    window.drag(&row(window, "Product Backlog", "HBR-6"), &sprint, Edge::Middle);
    row(window, "HBR Sprint 3", "HBR-6").expect();
    // One is given back with a lift to the left.
    row(window, "HBR Sprint 3", "HBR-12").press("Space");
    window.press_all(&["ArrowLeft", "Space"]);
    row(window, "Product Backlog", "HBR-12").expect();
    row(window, "HBR Sprint 3", "HBR-12").expect_gone();

    // An estimate, where there was none.
    row(window, "HBR Sprint 3", "HBR-6").press("e");
    window.role("dialog", "Estimate of HBR-6").expect_focused();
    window.press_all(&["3", "Enter"]);
    window.text("17").first().expect();
    window.screenshot("story-planning");
    window.expect_accessible();
}

fn start(window: &Window) {
    row(window, "HBR Sprint 3", "HBR-6").press("Control+Enter");
    let dialog = window.role("dialog", "Start HBR Sprint 3");
    dialog.text("freezes the items and their estimates").expect();
    window.screenshot("story-start");
    window.press("Control+Enter");
    window.role("region", "Sprint Board").expect();
}

/// A card on the board, within a column or anywhere.
fn card<'w>(window: &'w Window, column: Option<&str>, key: &str) -> lineout_tests::Target<'w> {
    let inside = match column {
        Some(column) => window.role("region", "Sprint Board").role("region", column),
        None => window.role("region", "Sprint Board"),
    };
    inside.role_with("article", &format!("{key} "))
}

fn work(machine: &Machine, window: &Window) {
    // By keyboard into In Progress, by mouse into Review.
    machine.set_now("2026-03-03T09:00:00Z");
    card(window, Some("To Do"), "HBR-11").press("Space");
    window.press_all(&["ArrowRight", "Space"]);
    card(window, Some("In Progress"), "HBR-11").expect();
    window.drag(
        &card(window, Some("To Do"), "HBR-6"),
        &window.role("region", "Sprint Board").role("region", "Review"),
        Edge::Middle,
    );
    card(window, Some("Review"), "HBR-6").expect();

    // Done asks: without an answer the card stays, with every criterion met it goes.
    machine.set_now("2026-03-05T15:00:00Z");
    card(window, None, "HBR-6").press("Space");
    window.press_all(&["ArrowRight", "Space"]);
    let gate = window.role("dialog", "Is HBR-6 done?");
    gate.expect();
    assert!(!gate.button("Move to Done").is_enabled(), "nothing is met yet");
    window.screenshot("story-done-check");
    window.press("Escape");
    card(window, Some("Review"), "HBR-6").expect();

    window.drag(
        &card(window, None, "HBR-6"),
        &window.role("region", "Sprint Board").role("region", "Done"),
        Edge::Middle,
    );
    let criteria = gate.every("checkbox");
    gate.expect();
    let count = criteria.count();
    for at in 1..count {
        criteria.nth(at).press("Space");
    }
    // The first is waived, with a reason that stays visible.
    criteria.first().press("w");
    window.type_text("The port checks it\n");
    gate.text("Waived by").expect();
    gate.button("Move to Done").click();
    card(window, Some("Done"), "HBR-6").text("The port checks it").expect();

    // More work than was committed to: a scope change.
    card(window, None, "HBR-6").press("n");
    let add = window.role_with("dialog", "Add items");
    add.expect();
    window.screenshot("story-scope");
    window.press("Escape");
    add.expect_gone();
}

fn an_impediment(machine: &Machine, window: &Window) {
    card(window, None, "HBR-11").press("b");
    let dialog = window.role_with("dialog", "Raise an impediment");
    dialog.field("What is in the way").fill("The payment sandbox is down");
    window.press("Control+Enter");
    dialog.expect_gone();
    card(window, None, "HBR-11").text("The payment sandbox is down").expect();
    window.screenshot("story-board");
    window.expect_accessible();

    machine.set_now("2026-03-06T11:00:00Z");
    window.press_all(&["g", "i"]);
    window.text("The payment sandbox is down").first().expect();
    window.screenshot("story-impediments");
}

fn close(window: &Window) {
    window.press_all(&["g", "o"]);
    card(window, None, "HBR-11").press("Shift+c");
    let dialog = window.role("dialog", "Close HBR Sprint 3");
    dialog.expect();
    dialog.role("list", "Unfinished items").every("listitem").expect_count(3);
    window.press_all(&["t", "p", "t"]);
    dialog.text("Undo takes it back").expect();
    window.screenshot("story-close");
    window.press("Control+Enter");
    window.role("table", "Items of the sprint").expect();
    window.screenshot("story-record");
    window.expect_accessible();
}

/// The retrospective, phase by phase and by keyboard.
fn look_back(machine: &Machine, window: &Window) {
    let retro = || window.rpc("retro.list", json!({"product": product(window)["id"]}))["retros"][0].clone();
    let reach = |phase: &str| window.eventually(phase, || retro()["phase"] == phase);
    machine.set_now("2026-03-13T15:00:00Z");
    window.press_all(&["g", "r"]);
    window.role_with("button", "Start retrospective").click();
    window.role("dialog", "Start a retrospective").expect();
    window.press("Control+Enter");
    reach("checkIn");
    // Nobody has to say how they come, and nothing is due.
    window.role("radiogroup", "Mood").expect();
    window.role("dialog", "Start a retrospective").expect_gone();
    window.field("A word optional").press("Alt+ArrowRight");
    reach("last");
    window.press("Alt+ArrowRight");
    reach("gather");
    window.field("Write a card under Went well").expect_focused();
    window.type_text("Paired on payments\n");
    window.role("article", "Paired on payments").expect();
    window.field("Write a card under To improve").focus();
    window.type_text("Waited two days for the sandbox\n");
    window.role("article", "Waited two days for the sandbox").expect();
    window.screenshot("story-retro-gather");
    window.expect_accessible();
    // What is private is shown, then it goes on.
    window.field("Write a card under To improve").press("Alt+ArrowRight");
    window.eventually("the cards shown", || retro()["cards"] == 2);
    window.press("Alt+ArrowRight");
    reach("group");
    window.press("Alt+ArrowRight");
    reach("vote");
    window.role("article", "Waited two days for the sandbox").press("v");
    window.press("Shift+Enter");
    window.role_with("button", "Take the votes back").expect();
    window.role_with("button", "End the voting").click();
    window.role_with("button", "Next: Discuss").expect();
    window.press("Alt+ArrowRight");
    reach("discuss");
    window.press("Alt+ArrowRight");
    reach("decide");
    let card = window.role("article", "Waited two days for the sandbox");
    card.press("i");
    window.role_with("button", "Becomes CSI-").expect();
    window.screenshot("story-retro");
    window.expect_accessible();
    card.press("Alt+ArrowRight");
    reach("close");
    window.role_with("button", "Close retrospective").click();
    let dialog = window.role("dialog", "Close the retrospective");
    dialog.text("It ends with 1 improvement").expect();
    window.press("Control+Enter");
    window.text("Ended with").expect();
    window.screenshot("story-retro-closed");
}

/// What must be there, before the restart and after it.
fn expect_all(window: &Window) {
    window.press_all(&["g", "n"]);
    window.role_with("button", "HBR Sprint 3 increment").click();
    window.text("HBR-6").first().expect();
    window.screenshot("story-increments");
    window.press_all(&["g", "m"]);
    window.text("Waited two days for the sandbox").first().expect();
    window.screenshot("story-improvements");
    window.press_all(&["g", "s"]);
    window.role("table", "Sprints").text("HBR Sprint 3").first().expect();
    window.press_all(&["g", "b"]);
    row(window, "Product Backlog", "HBR-11").expect();

    let product = product(window)["id"].clone();
    let increments = window.rpc("increment.list", json!({"product": product}));
    let held = increments["increments"][0]["items"].as_array().expect("the increment holds items");
    assert!(
        held.iter()
            .any(|item| item["key"] == "HBR-6" && item["waivers"][0]["reason"] == "The port checks it")
    );
    let velocity = window.rpc("product.velocity", json!({"product": product}));
    assert_eq!(velocity["sprints"].as_array().map(Vec::len), Some(1), "{velocity}");
}

#[test]
fn a_team_runs_one_whole_sprint() {
    let machine = Machine::new();
    let window = machine.open_window();
    window.resize(1440, 900);
    import(&window);
    put_in_order(&window);
    add_an_item(&window);
    plan(&window);
    start(&window);
    work(&machine, &window);
    an_impediment(&machine, &window);
    close(&window);
    look_back(&machine, &window);
    expect_all(&window);
    drop(window);

    let window = machine.open_window();
    window.role("heading", "Today").expect();
    expect_all(&window);
    // What was done before the restart can still be taken back.
    window.press("Control+z");
    let retro = || window.rpc("retro.list", json!({"product": product(&window)["id"]}))["retros"][0].clone();
    window.eventually("the retrospective open again", || retro()["state"] == "open");
    window.press("Control+Shift+z");
    window.eventually("the retrospective closed again", || retro()["state"] == "closed");
}
