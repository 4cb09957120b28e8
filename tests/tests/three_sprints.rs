//! Three sprints of a team, in the real window: what is said in a Review becomes work, what a Retrospective agrees on is
//! measured in the next sprint and kept after the third, and the page of the first stays as it was whatever happens later.

use lineout_tests::{Machine, Target, Window};
use serde_json::{Value, json};

/// The team's product, and its items by key.
struct Team {
    product: Value,
}

fn found(machine: &Machine) -> Team {
    let cli = machine.cli();
    cli.call("workspace.create", json!({"name": "Harbour team"}));
    let product = cli.call(
        "product.create",
        json!({
            "key": "HBR", "name": "Harbour", "goal": "Fewer calls at the counter", "timeZone": "Europe/Berlin",
            "sprintLengthDays": 12, "definitionOfDone": ["Reviewed", "Tested on staging"],
        }),
    )["id"]
        .clone();
    for (name, role) in [
        ("Ada Quist", "productOwner"),
        ("Bo Lind", "scrumMaster"),
        ("Cleo Marsh", "developer"),
        ("Dov Hale", "developer"),
        ("Mara Voss", "stakeholder"),
    ] {
        cli.call("person.add", json!({"name": name, "roles": {"product": product, "roles": [role]}}));
    }
    for (title, estimate) in [
        ("Pay at the gate", 5.0),
        ("Rebook a missed sailing", 8.0),
        ("Show free car decks", 3.0),
        ("Say when the ferry leaves", 2.0),
        ("Print a boarding pass", 3.0),
        ("Refund a cancelled sailing", 2.0),
        ("Warn of rough sea", 1.0),
    ] {
        cli.call("item.create", json!({"product": product, "title": title, "estimate": estimate}));
    }
    Team { product }
}

impl Team {
    fn item(&self, machine: &Machine, key: &str) -> Value {
        let found = machine.cli().call("item.search", json!({"text": key, "limit": 1}));
        found["results"][0]["item"]["id"].clone()
    }

    /// Plans a sprint with these items beside those that came from the last one, and starts it.
    fn run(&self, machine: &Machine, goal: &str, keys: &[&str]) {
        let cli = machine.cli();
        let newest = cli.call("sprint.list", json!({"product": self.product}))["sprints"][0].clone();
        let sprint = if newest["state"] == "planned" {
            newest["id"].clone()
        } else {
            cli.call("sprint.create", json!({"product": self.product}))["id"].clone()
        };
        cli.call("sprint.edit", json!({"sprint": sprint, "goal": goal}));
        let items: Vec<Value> = keys.iter().map(|key| self.item(machine, key)).collect();
        cli.call("sprint.take", json!({"sprint": sprint, "items": items}));
        cli.call("sprint.start", json!({"sprint": sprint}));
    }

    /// Items become Done with every criterion met.
    fn finish(&self, machine: &Machine, keys: &[&str]) {
        let cli = machine.cli();
        let board = cli.call("board.get", json!({"product": self.product}));
        let met: Vec<Value> = board["definitionOfDone"]["criteria"]
            .as_array()
            .into_iter()
            .flatten()
            .map(|one| one["id"].clone())
            .collect();
        for key in keys {
            let item = self.item(machine, key);
            for column in [1, 3] {
                let done = (column == 3).then(|| json!({"met": met, "waivers": []}));
                let column = board["columns"][column]["column"]["id"].clone();
                cli.call("board.move", json!({"item": item, "column": column, "done": done}));
            }
        }
    }
}

fn row<'w>(window: &'w Window, list: &str, key: &str) -> Target<'w> {
    window.role("grid", list).role_with("row", &format!("{key} "))
}

/// The Review of the first sprint: what is Done is shown, a guest says something, and it becomes an item.
fn review(machine: &Machine, window: &Window) {
    machine.set_now("2026-03-13T12:00:00Z");
    window.press_all(&["g", "v"]);
    window.button("Prepare the Review").expect();
    window.button("Prepare the Review").press("Enter");
    let order = window.role_with("region", "Running order");
    order.role_with("button", "Pay at the gate").expect();
    window.press("Control+Enter");
    window.button("End Review").expect();

    // Shown one at a time, large; what is said is written down there.
    order.role_with("button", "Pay at the gate").focus();
    window.press("d");
    let demo = window.role_with("dialog", "Pay at the gate");
    demo.expect();
    window.screenshot("three-demo");
    window.expect_accessible();
    window.press("c");
    window.field("Feedback on HBR-1").expect_focused();
    window.type_text("Tourists ask for a receipt\n");
    demo.text("Tourists ask for a receipt").expect();
    window.press("Escape");
    window.press("b");
    demo.role_with("button", "HBR-8").expect();
    window.press("ArrowRight");
    window.role_with("dialog", "Show free car decks").expect();
    window.press("f");
    window.role_with("dialog", "Show free car decks").expect_gone();

    window.press("1");
    window.role("group", "Was the Sprint Goal met?").button("Not met").press("Enter");
    window.field("Why").fill("Rebooking waits for the timetable feed");
    window.press("Control+Enter");
    window.role("group", "Was the Sprint Goal met?").button("Not met").expect_focused();
    window.press("3");
    let outcome = window.role("region", "Changed in this Review");
    outcome.text("Tourists ask for a receipt").first().expect();
    window.screenshot("three-review");
    window.expect_accessible();
    // The last look before it ends; the verdict is said already and stands among what is kept.
    window.press("Control+Enter");
    let last = window.role("dialog", "End the Sprint Review");
    last.text("Rebooking waits for the timetable feed").first().expect();
    window.screenshot("three-review-end");
    window.expect_accessible();
    window.press("Control+Enter");
    last.expect_gone();
    window.button("End Review").expect_gone();
    window.press("4");
    let minutes = window.role("region", "Minutes");
    for words in ["Tourists ask for a receipt", "HBR-8", "Rebooking waits for the timetable feed"] {
        minutes.text(words).first().expect();
    }
    window.screenshot("three-minutes");
}

/// What was said stands in the Product Backlog, and leads back to where it was said.
fn feedback_is_in_the_backlog(window: &Window) {
    window.press_all(&["g", "b"]);
    row(window, "Product Backlog", "HBR-8").press("Enter");
    let origin = window.role("region", "Origin");
    origin.text("Tourists ask for a receipt").expect();
    window.screenshot("three-origin");
    origin.role("link", "From feedback in the Review of Sprint 1").press("Enter");
    window.role("heading", "Sprint Review").expect();
    window.text("Tourists ask for a receipt").first().expect();
}

/// Closes the running sprint: one key for each item that is not finished.
fn close(window: &Window, name: &str, unfinished: usize) {
    window.press_all(&["g", "o"]);
    window.role("region", "Sprint Board").expect();
    window.press("Shift+c");
    let dialog = window.role("dialog", &format!("Close {name}"));
    if unfinished > 0 {
        dialog.role("list", "Unfinished items").every("listitem").expect_count(unfinished);
        if name == "Sprint 2" {
            // Wherever the focus went in the dialog, its keys decide.
            dialog.button("Close").focus();
        }
        window.press("Shift+n");
        dialog.text("All decided").expect();
    }
    window.screenshot(&format!("three-close-{}", name.replace(' ', "-")));
    window.press("Control+Enter");
    dialog.expect_gone();
    window.role("table", "Items of the sprint").expect();
}

/// The first room of the day: where the sprint stands, and what comes next with the button that leads there.
fn today(window: &Window, next: &str, stands: Option<[&str; 2]>) {
    window.press_all(&["g", "y"]);
    let event = window.role("region", "Next event");
    event.role("heading", next).expect();
    if let Some([left, done]) = stands {
        let sprint = window.role_with("region", "Where ");
        sprint.text(left).first().expect();
        sprint.text(done).expect();
    }
    window.screenshot(&format!("three-today-{}", next.replace(' ', "-")));
    window.expect_accessible();
}

/// The increment of a sprint that was closed is released, with notes written from its items.
fn release(window: &Window, name: &str, version: &str, holds: &str) {
    window.press_all(&["g", "n"]);
    window.role("list", "Increments").role_with("button", name).press("Enter");
    window.role("heading", "Increments").expect();
    window.press("l");
    let dialog = window.role("dialog", &format!("Release {name}"));
    dialog.field("Version").fill(version);
    window.press("Control+Enter");
    dialog.expect_gone();
    window.text(holds).first().expect();
    window.screenshot(&format!("three-release-{version}"));
    window.expect_accessible();
}

/// What reached those it is for since the first sprint began, and how two increments differ.
fn shipped(window: &Window, team: &Team) {
    window.press_all(&["g", "n"]);
    window.button("What shipped").press("Enter");
    // The month at hand begins on this day, by the clock that the sprints went by.
    window.role("group", "Since").button("A day").press("Enter");
    window.field("From this day on").expect_value("2026-04-01");
    window.role("group", "Since").button("The beginning").press("Enter");
    for words in
        ["6 items", "16 points in 2 releases", "Tourists ask for a receipt", "Refund a cancelled sailing"]
    {
        window.text(words).first().expect();
    }
    window.screenshot("three-shipped");
    window.expect_accessible();
    let all = window.rpc("increment.list", json!({"product": team.product}))["increments"].clone();
    let notes = all.as_array().into_iter().flatten().find(|one| one["version"] == "1.0");
    let notes = notes.map(|one| one["notes"].as_str().unwrap_or_default().to_owned()).unwrap_or_default();
    assert!(
        notes.contains("1.0")
            && notes.contains("27 March 2026")
            && notes.contains("Refund a cancelled sailing"),
        "{notes}"
    );
}

fn reach(window: &Window, team: &Team, phase: &str) {
    window.press("Alt+ArrowRight");
    window.eventually(phase, || {
        window.rpc("retro.list", json!({"product": team.product}))["retros"][0]["phase"] == phase
    });
}

fn start_retro(window: &Window, team: &Team) {
    window.press_all(&["g", "r"]);
    window.role_with("button", "Start retrospective").expect();
    window.press("n");
    let dialog = window.role("dialog", "Start a retrospective");
    dialog.expect();
    window.press("Control+Enter");
    dialog.expect_gone();
    window.role("radiogroup", "Mood").expect();
    reach(window, team, "last");
}

/// The first Retrospective agrees to carry over less: at most a quarter of what was committed to.
fn agree(window: &Window, team: &Team) {
    start_retro(window, team);
    window.text("Nothing is due").expect();
    reach(window, team, "gather");
    window.field("Write a card under To improve").press("x");
    window.press("Backspace");
    window.type_text("We start more than we finish\n");
    window.role("article", "We start more than we finish").expect();
    window.button("Show 1 card").expect();
    window.press("Alt+ArrowRight");
    window.role_with("button", "Next: Group").expect();
    for phase in ["group", "vote"] {
        reach(window, team, phase);
    }
    window.press("Alt+ArrowRight");
    window.role_with("button", "Next: Discuss").expect();
    reach(window, team, "discuss");
    reach(window, team, "decide");
    window.role("article", "We start more than we finish").press("i");
    window.role_with("button", "Becomes CSI-1").expect();
    let panel = window.role("complementary", "Improvements");
    panel.role_with("button", "Measured by:").press("Enter");
    window.role("option", "Carry-over").expect();
    window.type_text("Carry");
    window.press("Enter");
    panel.field("KPI target").expect();
    panel.field("KPI target").press("Enter");
    panel.field("KPI target").fill("25");
    window.press("Enter");
    panel.role_with("button", "Agree").press("Enter");
    // Two of the four items of Sprint 1 went on.
    panel.field("KPI baseline").expect_value("50");
    panel.text("from Sprint 1").expect();
    window.screenshot("three-agreed");
    window.expect_accessible();
    end_retro(window, team, "It ends with 1 improvement");
}

fn end_retro(window: &Window, team: &Team, with: &str) {
    window.role("heading", "Retrospective").focus();
    reach(window, team, "close");
    window.press("Control+Enter");
    let dialog = window.role("dialog", "Close the retrospective");
    if with.is_empty() {
        dialog.role_with("checkbox", "None this time").press("Space");
    } else {
        dialog.text(with).expect();
    }
    window.press("Control+Enter");
    dialog.expect_gone();
    window.text("Ended with").expect();
}

/// To the last phase but the ones that need cards.
fn past_the_cards(window: &Window, team: &Team) {
    for phase in ["gather", "group", "vote", "discuss", "decide"] {
        reach(window, team, phase);
    }
}

/// The register shows what the sprint was worth to the improvement.
fn sampled(window: &Window, now: &str, way: &str, shot: &str) {
    window.press_all(&["g", "m"]);
    let entry = window.role_with("row", "CSI-1");
    entry.text(&format!("now {now}")).expect();
    entry.press("Enter");
    let panel = window.role("complementary", "Details of CSI-1");
    panel.role("region", "Measure").text(now).first().expect();
    panel.text(way).expect();
    window.screenshot(shot);
    window.expect_accessible();
    window.press("Escape");
    panel.expect_gone();
}

/// The page of the first sprint as bytes: what the window shows and the two files it exports.
fn page_of_the_first(machine: &Machine, window: &Window, team: &Team) -> [String; 3] {
    window.press_all(&["g", "s"]);
    window.role("table", "Sprints").role_with("link", "Sprint 1").press("Enter");
    window.role("table", "Items of the sprint").expect();
    window.role("region", "Burndown").expect();
    window.text("Rebooking waits for the timetable feed").expect();
    // Ids that the page gives out anew each time say nothing.
    let shown = window.evaluate(
        "return document.querySelector('.record').outerHTML.replace(/ (id|for|aria-(controls|labelledby|describedby))=\"[^\"]*\"/g, '')",
    );
    let sprints = window.rpc("sprint.list", json!({"product": team.product}))["sprints"].clone();
    let first = sprints.as_array().and_then(|all| all.last()).map(|sprint| sprint["id"].clone());
    let export = |format: &str| {
        let request = json!({"sprint": first, "format": format});
        machine.cli().call("sprint.exportRecord", request)["text"].as_str().unwrap_or_default().to_owned()
    };
    [shown.as_str().unwrap_or_default().to_owned(), export("html"), export("markdown")]
}

#[test]
fn an_improvement_is_agreed_measured_and_kept_over_three_sprints() {
    let machine = Machine::new();
    let team = found(&machine);
    team.run(&machine, "A passenger pays and rebooks alone", &["HBR-1", "HBR-2", "HBR-3", "HBR-4"]);
    machine.set_now("2026-03-11T10:00:00Z");
    team.finish(&machine, &["HBR-1", "HBR-3"]);
    let window = machine.open_window();
    window.resize(1440, 900);
    window.act_as("Bo Lind");

    // Sprint 1: 8 of 18 points, and two of four items go on.
    today(&window, "Daily Scrum", Some(["10 points left", "2 of 4"]));
    review(&machine, &window);
    feedback_is_in_the_backlog(&window);
    machine.set_now("2026-03-13T14:00:00Z");
    close(&window, "Sprint 1", 2);
    // 5 + 3 of 18 points.
    window.text("44%").first().expect();
    window.screenshot("three-record");
    window.expect_accessible();
    today(&window, "Retrospective", None);
    machine.set_now("2026-03-13T15:00:00Z");
    agree(&window, &team);
    let page = page_of_the_first(&machine, &window, &team);

    // Sprint 2: HBR-2 and HBR-4 with two more; one of the four goes on.
    machine.set_now("2026-03-16T08:00:00Z");
    team.run(&machine, "Nobody queues for a pass", &["HBR-5", "HBR-6"]);
    machine.set_now("2026-03-25T10:00:00Z");
    team.finish(&machine, &["HBR-2", "HBR-5", "HBR-6"]);
    machine.set_now("2026-03-27T14:00:00Z");
    close(&window, "Sprint 2", 1);
    release(&window, "Sprint 2 increment", "1.0", "Refund a cancelled sailing");
    sampled(&window, "25%", "Target reached", "three-sampled");
    start_retro(&window, &team);
    let due = window.role("group", "Answer for CSI-1");
    window.screenshot("three-due");
    window.expect_accessible();
    due.button("Carry on").press("Enter");
    due.expect_gone();
    past_the_cards(&window, &team);
    end_retro(&window, &team, "");

    // Sprint 3: HBR-4 and two more, all Done.
    machine.set_now("2026-03-30T08:00:00Z");
    team.run(&machine, "Passengers know before they leave", &["HBR-7", "HBR-8"]);
    machine.set_now("2026-04-08T10:00:00Z");
    team.finish(&machine, &["HBR-4", "HBR-7", "HBR-8"]);
    machine.set_now("2026-04-10T14:00:00Z");
    close(&window, "Sprint 3", 0);
    release(&window, "Sprint 3 increment", "1.1", "Tourists ask for a receipt");
    // 8 + 3 + 2 points of Sprint 2; 2 + 1 of Sprint 3 and one that nobody estimated.
    shipped(&window, &team);
    sampled(&window, "0%", "Target reached", "three-sampled-again");
    start_retro(&window, &team);
    due.button("Kept").press("Enter");
    window.field("Outcome of CSI-1").expect_focused();
    window.type_text("Two in progress at most, and nothing went on\n");
    due.expect_gone();
    past_the_cards(&window, &team);
    end_retro(&window, &team, "");

    // What was kept, with what it changed: from 50% to none.
    window.press_all(&["g", "m"]);
    window.button("What we kept").press("Enter");
    let kept = window.role("region", "What was settled");
    for words in ["CSI-1", "Two in progress at most, and nothing went on", "−50 pp"] {
        kept.text(words).first().expect();
    }
    window.screenshot("three-kept");
    window.expect_accessible();

    // The items of Sprint 1 are worked on again, renamed and deleted; its page stays as it was.
    let cli = machine.cli();
    let [first, third, fourth] = ["HBR-1", "HBR-3", "HBR-4"].map(|key| team.item(&machine, key));
    cli.call("item.reopen", json!({"item": first}));
    cli.call("item.edit", json!({"item": first, "title": "Pay anywhere", "estimate": 13}));
    cli.call("item.edit", json!({"item": fourth, "title": "Say when it really leaves"}));
    let increments = cli.call("increment.list", json!({"product": team.product}))["increments"].clone();
    let holds =
        |one: &&Value| one["items"].as_array().into_iter().flatten().any(|item| item["key"] == "HBR-3");
    let of_third = increments.as_array().into_iter().flatten().find(holds).map(|one| one["id"].clone());
    cli.call("increment.removeItems", json!({"increment": of_third, "items": [third]}));
    cli.call("item.delete", json!({"items": [third]}));
    machine.set_now("2027-04-12T09:00:00Z");
    for (after, before) in page_of_the_first(&machine, &window, &team).iter().zip(&page) {
        assert_eq!(after, before, "the page of a sprint that ended has changed");
    }
    window.screenshot("three-record-later");
}
