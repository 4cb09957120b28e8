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
        self.people
            .iter()
            .find(|(other, _)| other == name)
            .map(|(_, id)| id.clone())
            .expect("one of the team")
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
    away(window, "Cleo Marsh", "2026-03-10", "2026-03-12");
    away(window, "Dov Hale", "2026-03-12", "2026-03-13");
    capacity.text("of 150 h").expect();
    capacity.role_with("button", "Cleo Marsh").expect_text("0 of 42 h");
    capacity.role_with("button", "Dov Hale").expect_text("0 of 48 h");
    capacity.role_with("button", "Eli Stone").expect_text("0 of 60 h");
    window.screenshot("rooms-capacity");
}

/// Three people estimate on one screen: they are apart, say why, and agree in the second round.
fn estimate(window: &Window) {
    row(window, "Sprint 1", "HBR-3").press("p");
    let table = window.role_with("region", "Planning Poker");
    table.button("Deal the cards").click();
    for (round, cards) in [(1, ["3", "8", "5"]), (2, ["5", "5", "5"])] {
        for (name, card) in ["Cleo Marsh", "Dov Hale", "Eli Stone"].iter().zip(cards) {
            table
                .role_with("button", &format!("I am {}", name.split(' ').next().unwrap_or_default()))
                .expect();
            table.text(name).first().expect();
            window.press("Enter");
            table.role_with("radiogroup", &format!("{name}, choose a card")).expect_focused();
            window.press_all(&[card, "Enter"]);
        }
        table.button("Turn the cards").expect_focused();
        let hidden = window.rpc("poker.get", json!({"item": item(window, "HBR-3")}));
        let seats = hidden["rounds"][0]["seats"].as_array().expect("seats").clone();
        assert!(
            seats.len() == 3 && seats.iter().all(|seat| seat["chosen"] == true && seat["card"].is_null()),
            "all have chosen, and no card is told: {hidden}"
        );
        window.press("Enter");
        if round == 1 {
            table.text("Round 1, shown").expect();
            let said = plain(&table.read());
            assert!(said.contains("Cleo") && said.contains("Dov"), "who is apart is named: {said}");
            window.screenshot("rooms-poker-apart");
            window.expect_accessible();
            window.press("r");
        }
    }
    table.text("Round 2, shown").expect();
    table.button("Set 5 points").expect();
    window.press("Enter");
    table.expect_gone();
    window.text("18").first().expect();
}

fn item(window: &Window, key: &str) -> Value {
    window.rpc("item.search", json!({"text": key, "limit": 1}))["results"][0]["item"]["id"].clone()
}

/// A task typed under the item that is chosen: its title, its hours, its person.
fn task(window: &Window, item: &str, title: &str, hours: &str, person: &str) {
    window.field(&format!("New task of {item}")).fill(title);
    window.field("Hours of the new task").fill(hours);
    window.role_with("button", "Who does the new task").press("Enter");
    window.field("Who does the new task").expect_focused();
    window.type_text(person);
    window.press("Enter");
    window.role_with("button", &format!("Who does the new task: {person}")).expect();
    window.field("Hours of the new task").press("Enter");
    window.role("list", &format!("Tasks of {item}")).role("checkbox", &format!("Done: {title}")).expect();
}

fn choose_item(window: &Window, key: &str) {
    window.role("tablist", "Items of Sprint 1").role_with("tab", key).click();
    window.role("region", &format!("Tasks of {key}")).expect();
}

/// More work than there is time for is seen before the sprint begins.
fn overcommit(window: &Window) {
    window.press("Alt+ArrowRight");
    choose_item(window, "HBR-1");
    task(window, "HBR-1", "Order the terminals", "40", "Cleo Marsh");
    task(window, "HBR-1", "Print receipts", "20", "Dov Hale");
    choose_item(window, "HBR-2");
    task(window, "HBR-2", "Find the next sailing", "60", "Eli Stone");
    task(window, "HBR-2", "Move the booking", "25", "Dov Hale");
    choose_item(window, "HBR-3");
    task(window, "HBR-3", "Count the decks", "8", "Cleo Marsh");
    // 40 + 20 + 60 + 25 + 8 = 153 of 150; Cleo has 48 of 42, Dov 45 of 48, Eli 60 of 60.
    let capacity = window.role("region", "Capacity");
    capacity.text("of 150 h").expect_text("153");
    capacity.role_with("button", "Cleo Marsh").expect_text("48 of 42 h");
    capacity.role_with("button", "Dov Hale").expect_text("45 of 48 h");
    capacity.role_with("button", "Eli Stone").expect_text("60 of 60 h");
    let warned = capacity.every("status");
    warned.expect_text("The tasks take 3 h more than the team has.");
    warned.expect_text("Cleo Marsh is 6 h over.");
    warned.expect_text("Dov Hale is nearly full.");
    warned.expect_text("Eli Stone is nearly full.");
    window.screenshot("rooms-overcommitted");
    window.expect_accessible();
}

fn start(window: &Window) {
    window.press_all(&["Escape", "Control+Enter"]);
    let dialog = window.role("dialog", "Start Sprint 1");
    dialog.text("3 items, 18 points").expect();
    dialog.text("153 of 150 h").expect();
    window.screenshot("rooms-start");
    window.press("Control+Enter");
    window.role("region", "Sprint Board").expect();
}

fn card<'w>(window: &'w Window, column: &str, key: &str) -> Target<'w> {
    window.role("region", "Sprint Board").role("region", column).role_with("article", &format!("{key} "))
}

/// Lifts a card and carries it to the right.
fn carry(window: &Window, from: &str, key: &str, to: &str, columns: usize) {
    card(window, from, key).press("Space");
    for _ in 0..columns {
        window.press("ArrowRight");
    }
    window.press("Space");
    if to != "Done" {
        card(window, to, key).expect();
    }
}

fn raise(window: &Window, title: &str, incident_since: Option<&str>) {
    let dialog = window.role("dialog", "Raise an impediment");
    dialog.field("What is in the way").fill(title);
    if let Some(since) = incident_since {
        dialog.role_with("checkbox", "It is an incident").press("Space");
        let began = dialog.field("Down since");
        began.expect();
        began.focus();
        window.type_text(since);
    }
    window.press("Control+Enter");
    dialog.expect_gone();
}

/// One Daily Scrum: a plan for Cleo, everybody votes, and it ends.
fn daily(window: &Window, day: usize, planned: &str, votes: [&str; 3]) {
    window.press_all(&["g", "d"]);
    window.text("Today’s Daily Scrum has not begun").expect();
    window.press("n");
    let cleo = window.role_with("region", "Cleo Marsh");
    cleo.expect();
    cleo.role_with("button", "Add to today").click();
    let field = window.field("Add to the plan of Cleo Marsh");
    field.expect_focused();
    window.type_text(planned);
    window.press("Enter");
    cleo.field("Plan of Cleo Marsh").first().expect_value(planned);
    field.press("Escape");
    for (name, vote) in ["Cleo Marsh", "Dov Hale", "Eli Stone"].iter().zip(votes) {
        window.role_with("group", &format!("Vote of {name}")).every("button").first().press(vote);
        window.role("group", &format!("Vote of {name}, given")).expect();
    }
    window.screenshot(&format!("rooms-daily-{day}"));
    window.expect_accessible();
    window.press("Control+Enter");
    window.button("Take it up again").expect();
}

/// Two impediments, one of them an hour and a day long, and an incident of two hours.
fn what_is_in_the_way(machine: &Machine, window: &Window, team: &Team) {
    machine.set_now("2026-03-03T07:30:00Z");
    daily(window, 1, "Call the customs office", ["5", "4", "4"]);
    machine.set_now("2026-03-03T08:00:00Z");
    window.press_all(&["g", "o"]);
    carry(window, "To Do", "HBR-1", "In Progress", 1);
    card(window, "In Progress", "HBR-1").press("b");
    raise(window, "The terminals are at customs", None);
    card(window, "In Progress", "HBR-1").text("The terminals are at customs").expect();

    machine.set_now("2026-03-04T07:30:00Z");
    daily(window, 2, "Wait for the terminals", ["4", "3", "2"]);
    let cleo = window.role_with("region", "Cleo Marsh");
    for words in ["HBR-1", "In Progress", "Call the customs office"] {
        cleo.text(words).first().expect();
    }

    machine.set_now("2026-03-04T08:00:00Z");
    window.press_all(&["g", "o"]);
    card(window, "To Do", "HBR-2").press("b");
    raise(window, "Nobody knows the timetable feed", None);
    card(window, "To Do", "HBR-2").text("Nobody knows the timetable feed").expect();
    window.screenshot("rooms-blocked");

    machine.set_now("2026-03-04T12:00:00Z");
    window.press_all(&["g", "i"]);
    let list = window.page().every("grid");
    list.role_with("row", "The terminals are at customs").press("d");
    window.role_with("dialog", "Resolve").expect();
    window.press("Control+Enter");
    window.role_with("dialog", "Resolve").expect_gone();

    machine.set_now("2026-03-05T10:00:00Z");
    window.press("Shift+i");
    raise(window, "Staging is down", Some("03/05/2026/09/30/AM"));
    list.role_with("row", "Staging is down").expect();
    machine.set_now("2026-03-05T10:30:00Z");
    list.role_with("row", "Staging is down").press("b");
    window.screenshot("rooms-impediments");

    // Tuesday 8:00 to Wednesday 12:00 is 28 hours; 9:30 to 11:30 in Berlin is 2.
    let figures = window.role("region", "Figures");
    figures.text("MTTR of incidents").expect();
    for words in [
        "MTTR of incidents 2 h median 2 h · 1 restored · 0 open",
        "Mean time to resolve 1 d 4 h median 1 d 4 h · 1 resolved · 2 open",
        // HBR-1 for 28 hours, HBR-2 for 26 and a half so far.
        "Items blocked 2 d 7 h 2 items · 1 now",
    ] {
        window.eventually(words, || plain(&figures.read()).contains(words));
    }
    window.expect_accessible();
    let told = window.rpc("impediment.figures", json!({"product": team.product, "period": {"of": "all"}}));
    assert_eq!(told["timeToRestore"]["meanHours"], json!(2), "{told}");
}

/// Words as they are read, however they are spread over lines.
fn plain(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The third Daily Scrum comes after a day without one, which does no harm; its vote stands beside those before.
fn third_daily(machine: &Machine, window: &Window, team: &Team) {
    machine.set_now("2026-03-06T08:00:00Z");
    daily(window, 3, "Ship the terminals", ["5", "4", "3"]);
    // 13 ÷ 3, 9 ÷ 3 and 12 ÷ 3.
    window.eventually("the vote beside the one before", || {
        plain(&window.words()).contains("4 today, 3 Wed 4 Mar")
    });
    let trend = window.role_with("img", "Confidence by day").attribute("aria-label").unwrap_or_default();
    assert!(trend.contains("4.3") && trend.contains("Fri 6 Mar"), "{trend}");
    // Past ones are kept.
    window.press("l");
    window.role_with("list", "Daily Scrums of").every("listitem").expect_count(3);
    window.screenshot("rooms-dailies");
    let sprint = window.rpc("sprint.list", json!({"product": team.product}))["sprints"][0]["id"].clone();
    let held = window.rpc("daily.list", json!({"sprint": sprint}));
    assert_eq!(held["dailies"].as_array().map(Vec::len), Some(3), "{held}");
}

/// Done is refused while a criterion is open, waived with a name and a reason, and reached with all of them met.
fn done(machine: &Machine, window: &Window) {
    machine.set_now("2026-03-06T14:00:00Z");
    window.press_all(&["g", "o"]);
    carry(window, "In Progress", "HBR-1", "Done", 2);
    let gate = window.role("dialog", "Is HBR-1 done?");
    gate.expect();
    assert!(!gate.button("Move to Done").is_enabled(), "nothing is met yet");
    window.press("Control+Enter");
    gate.expect();
    window.press("Escape");
    gate.expect_gone();
    card(window, "In Progress", "HBR-1").expect();

    carry(window, "In Progress", "HBR-1", "Done", 2);
    gate.every("checkbox").nth(1).press("Space");
    gate.every("checkbox").first().press("w");
    window.type_text("The harbour master saw it\n");
    gate.text("Waived by Cleo Marsh: The harbour master saw it").expect();
    window.screenshot("rooms-waived");
    gate.button("Move to Done").click();
    card(window, "Done", "HBR-1").text("The harbour master saw it").expect();

    carry(window, "To Do", "HBR-3", "Done", 3);
    let gate = window.role("dialog", "Is HBR-3 done?");
    gate.every("checkbox").first().press("Space");
    gate.every("checkbox").nth(1).press("Space");
    gate.button("Move to Done").click();
    card(window, "Done", "HBR-3").expect();
    // 18 were committed to; 5 and 5 are Done.
    window.text("8 points left").expect();
    window.screenshot("rooms-board");
    window.expect_accessible();
}

#[test]
fn a_team_runs_its_sprint_from_room_to_room() {
    let machine = Machine::new();
    let team = found(&machine);
    let window = machine.open_window();
    window.resize(1440, 900);
    plan(&window);
    estimate(&window);
    overcommit(&window);
    start(&window);
    window.act_as("Cleo Marsh");
    what_is_in_the_way(&machine, &window, &team);
    third_daily(&machine, &window, &team);
    done(&machine, &window);
    let _ = (&team.product, team.person("Bo Lind"), Edge::Top);
}
