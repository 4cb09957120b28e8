//! Six people hold a retrospective at one machine, in the real window and by keyboard: the screen goes from hand to hand,
//! what is private stays so until all is shown, and afterwards nothing says who wrote or voted what.

use lineout_tests::{Edge, Machine, Target, Window};
use serde_json::{Value, json};

const PEOPLE: [(&str, &str); 6] = [
    ("Ada Quist", "productOwner"),
    ("Bo Lind", "scrumMaster"),
    ("Cleo Marsh", "developer"),
    ("Dov Hale", "developer"),
    ("Eli Stone", "developer"),
    ("Fay Quirk", "developer"),
];

/// In which order the screen goes round: it begins with who holds the retrospective.
const ROUND: [usize; 6] = [1, 2, 3, 4, 5, 0];

/// What each writes, by place: one card for each of two columns.
const CARDS: [[&str; 2]; 6] = [
    ["The harbour master came to the Review", "Two goals at once"],
    ["Nobody stayed late", "Dailies take half an hour"],
    ["The fare tables are tested", "Two days without the sandbox"],
    ["Pairing on refunds", "The sandbox was down again"],
    ["Small pull requests", "Reviews wait over a day"],
    ["Payments went live", "My review waited three days"],
];

/// A team of six whose sprint runs.
fn found(machine: &Machine) -> Value {
    let cli = machine.cli();
    cli.call("workspace.create", json!({"name": "Harbour team"}));
    let product = cli.call(
        "product.create",
        json!({"key": "HBR", "name": "Harbour", "timeZone": "Europe/Berlin", "sprintLengthDays": 12}),
    )["id"]
        .clone();
    for (name, role) in PEOPLE {
        cli.call("person.add", json!({"name": name, "roles": {"product": product, "roles": [role]}}));
    }
    let item =
        cli.call("item.create", json!({"product": product, "title": "Pay at the gate", "estimate": 5}));
    let sprint =
        cli.call("sprint.create", json!({"product": product, "goal": "Passengers pay without queueing"}));
    cli.call("sprint.take", json!({"sprint": sprint["id"], "items": [item["id"]]}));
    cli.call("sprint.start", json!({"sprint": sprint["id"]}));
    product
}

fn first_name(who: usize) -> &'static str {
    PEOPLE[who].0.split(' ').next().unwrap_or_default()
}

/// The retrospective as everybody may see it.
fn told(window: &Window, product: &Value) -> Value {
    let id = window.rpc("retro.list", json!({"product": product}))["retros"][0]["id"].clone();
    window.rpc("retro.get", json!({"retro": id}))
}

fn reach(window: &Window, product: &Value, phase: &str) {
    window.press("Alt+ArrowRight");
    window.eventually(phase, || told(window, product)["phase"] == phase);
}

/// Shows what is private in this phase.
fn show(window: &Window, what: &str) {
    window.button(&format!("Show {what}")).expect();
    window.press("Alt+ArrowRight");
    window.button(&format!("Show {what}")).expect_gone();
}

/// Once all have been, whoever sits at the screen stays the one who acts, until the screen goes back to who held it.
fn back_to_the_host(window: &Window) {
    let main = window.role("navigation", "Main");
    main.text(PEOPLE[ROUND[5]].0).expect();
    window.button("Back to Bo").expect();
    window.press("Shift+H");
    window.button("Back to Bo").expect_gone();
    main.text("Bo Lind").expect();
}

/// Everybody does something in turn. Between two of them the screen shows none of `secrets`.
fn go_round(window: &Window, secrets: &[&str], each: impl Fn(usize)) {
    for (turn, who) in ROUND.into_iter().enumerate() {
        if turn > 0 {
            window.press("h");
            let asked = window.role("region", "Handing over");
            asked.text(&format!("Hand the screen to {}", PEOPLE[who].0)).expect();
            let words = window.words();
            assert!(secrets.iter().all(|secret| !words.contains(secret)), "the next one sees {words}");
            asked.role_with("button", &format!("{} is here", first_name(who))).expect_focused();
            window.press("Enter");
            asked.expect_gone();
        }
        window.role("navigation", "Main").text(PEOPLE[who].0).expect();
        each(who);
    }
}

fn card<'w>(window: &'w Window, words: &str) -> Target<'w> {
    window.role_with("article", words)
}

fn begin(window: &Window, product: &Value) {
    window.act_as("Bo Lind");
    window.press_all(&["g", "r"]);
    window.button("Start retrospective").expect();
    window.press("n");
    let dialog = window.role("dialog", "Start a retrospective");
    dialog.button("Anonymous").press("Enter");
    dialog.field("Votes each").fill("3");
    window.press("Control+Enter");
    dialog.expect_gone();
    window.eventually("check-in", || told(window, product)["phase"] == "checkIn");
    window.text("Anonymous").first().expect();
}

fn check_in(window: &Window, product: &Value) {
    let moods = ["4", "3", "5", "2", "4", "3"];
    let words: Vec<String> = PEOPLE.iter().map(|(name, _)| format!("word of {name}")).collect();
    let secrets: Vec<&str> = words.iter().map(String::as_str).collect();
    go_round(window, &secrets, |who| {
        window.role("radiogroup", "Mood").every("radio").first().press(moods[who]);
        window.field("A word optional").fill(&words[who]);
        window.press("Enter");
        window.text(&format!("{} has checked in", PEOPLE[who].0)).expect();
    });
    window.text("6 people have checked in").expect();
    assert_eq!(told(window, product)["checkIns"], json!([]), "nothing is told yet");
    show(window, "6 check-ins");
    back_to_the_host(window);
    // 4 + 3 + 5 + 2 + 4 + 3 = 21 of six.
    window.role("region", "How we come").text("3.5").expect();
    window.screenshot("six-check-in");
    window.expect_accessible();
}

fn gather(window: &Window, product: &Value) {
    reach(window, product, "last");
    window.text("Nothing is due").expect();
    reach(window, product, "gather");
    window.role("toolbar", "Events of the sprint, left and right").expect();
    let all: Vec<&str> = CARDS.iter().flatten().copied().collect();
    go_round(window, &all, |who| {
        let others: Vec<&str> = all.iter().copied().filter(|text| !CARDS[who].contains(text)).collect();
        let field = window.field("Write a card under Went well");
        field.expect_focused();
        window.type_text(&format!("{}\n", CARDS[who][0]));
        card(window, CARDS[who][0]).expect();
        window.field("Write a card under To improve").press("a");
        window.press("Backspace");
        window.type_text(&format!("{}\n", CARDS[who][1]));
        card(window, CARDS[who][1]).expect();
        let seen = window.words();
        assert!(others.iter().all(|text| !seen.contains(text)), "{} sees {seen}", PEOPLE[who].0);
        if who == 4 {
            window.screenshot("six-gather");
            window.expect_accessible();
            // Whoever takes the screen without being asked to it sees nothing of hers, begun or kept.
            window.type_text("Half a thought");
            window.act_as(PEOPLE[5].0);
            let seen = window.words();
            assert!(all.iter().all(|text| !seen.contains(text)), "Fay sees {seen}");
            window.field("Write a card under To improve").expect_value("");
            window.act_as(PEOPLE[4].0);
            card(window, CARDS[4][1]).expect();
            window.field("Write a card under To improve").expect_value("Half a thought");
            window.field("Write a card under To improve").fill("");
        }
        // Out of the field and on to the next.
        window.press("Escape");
    });
    let hidden = told(window, product);
    assert_eq!(hidden["columns"][0]["cards"], json!([]), "nothing is told yet");
    assert_eq!(hidden["private"]["cards"], 12);
    show(window, "12 cards");
    back_to_the_host(window);
    for text in all {
        card(window, text).expect();
    }
    window.screenshot("six-shown");
}

/// One group by keyboard, one by mouse.
fn group(window: &Window, product: &Value) {
    reach(window, product, "group");
    let (one, other) = (CARDS[2][1], CARDS[3][1]);
    card(window, one).press("Space");
    window.press("Home");
    let aimed = || card(window, other).attribute("class").unwrap_or_default().contains("target");
    for _ in 0..6 {
        if !aimed() {
            window.press("ArrowDown");
        }
    }
    assert!(aimed(), "the arrows reach {other}");
    window.screenshot("six-lifted");
    window.press("Space");
    let sandbox = window.role_with("article", "group of 2 cards");
    sandbox.expect_focused();
    window.press("r");
    sandbox.field("Name of the group").expect_focused();
    window.press("Control+a");
    window.type_text("Sandbox\n");
    window.role("article", "Sandbox, group of 2 cards").expect();

    window.drag(&card(window, CARDS[5][1]), &card(window, CARDS[4][1]), Edge::Middle);
    window.eventually("two groups", || told(window, product)["groups"].as_array().map(Vec::len) == Some(2));
    window.screenshot("six-grouped");
    window.expect_accessible();
}

/// Three votes each: all give the sandbox two; the third goes to the reviews three times and to the Dailies three times.
fn vote(window: &Window, product: &Value) {
    reach(window, product, "vote");
    let reviews = window.role_with("article", "Reviews wait over a day");
    go_round(window, &[], |who| {
        window.text("3 votes left").expect();
        let sandbox = window.role_with("article", "Sandbox, group");
        // One too many by mistake: taken back, and nothing else with it.
        sandbox.press("v");
        window.press("Control+z");
        window.text("3 votes left").expect();
        sandbox.press("v");
        sandbox.press("v");
        let third = if [1, 2, 0].contains(&who) { &reviews } else { &card(window, CARDS[1][1]) };
        third.press("v");
        window.text("0 votes left").expect();
        // There is no fourth.
        third.press("v");
        assert_eq!(third.role_with("img", "1 of your votes").count(), 1, "a vote that nobody has");
        if who == 5 {
            window.screenshot("six-vote");
            window.expect_accessible();
        }
        window.press("Shift+Enter");
        window.role_with("button", "Take the votes back").expect();
    });
    let hidden = told(window, product);
    assert_eq!((&hidden["topics"], &hidden["private"]["votes"]), (&json!([]), &json!(18)), "{hidden}");
    window.button("End the voting").expect();
    window.press("Alt+ArrowRight");
    window.role_with("button", "Next: Discuss").expect();
    window.role_with("article", "Sandbox, group").role("img", "12 votes").expect();
    reviews.role("img", "3 votes").expect();
    card(window, CARDS[1][1]).role("img", "3 votes").expect();
    back_to_the_host(window);
}

fn discuss(machine: &Machine, window: &Window, product: &Value) {
    reach(window, product, "discuss");
    let topics = window.role("list", "Topics by votes");
    assert!(topics.every("listitem").first().read().contains("Sandbox"), "most votes come first");
    window.press("t");
    window.role_with("timer", "left of 5:00").expect();
    machine.set_now("2026-03-13T14:04:00Z");
    window.field("Notes").fill("Ask for one of our own, and for a hand on it when it is down.");
    window.press("Control+Enter");
    window.screenshot("six-discuss");
    window.expect_accessible();
    window.button("Next topic").focus();
    window.press("d");
    window.eventually("the second topic", || {
        let topics = told(window, product)["topics"].clone();
        topics[0]["state"] == "done" && topics[1]["state"] == "now"
    });
    let kept = told(window, product)["topics"][0].clone();
    assert_eq!(
        (&kept["votes"], &kept["notes"]),
        (&json!(12), &json!("Ask for one of our own, and for a hand on it when it is down."))
    );
}

fn decide(window: &Window, product: &Value) {
    reach(window, product, "decide");
    window.role_with("article", "Sandbox, group").press("i");
    window.role_with("button", "Becomes CSI-1").expect();
    window.screenshot("six-decide");
    window.expect_accessible();
}

fn rate_and_close(window: &Window, product: &Value) {
    window.role_with("article", "Sandbox, group").focus();
    reach(window, product, "close");
    let ratings = ["5", "4", "4", "3", "5", "3"];
    go_round(window, &[], |who| {
        window.role("radiogroup", "Rating").every("radio").first().press(ratings[who]);
        window.press("Enter");
        window.text(&format!("{} has rated it", PEOPLE[who].0)).expect();
    });
    show(window, "6 ratings");
    back_to_the_host(window);
    // 5 + 4 + 4 + 3 + 5 + 3 = 24 of six.
    window.role_with("figure", "What it was worth").text("4.0").expect();
    window.screenshot("six-ratings");
    window.expect_accessible();
    window.press("Control+Enter");
    let dialog = window.role("dialog", "Close the retrospective");
    dialog.text("It ends with 1 improvement").expect();
    window.press("Control+Enter");
    dialog.expect_gone();
    window.text("Ended with").expect();
    window.screenshot("six-closed");
    window.expect_accessible();
}

#[test]
fn six_people_at_one_machine_look_back_without_names() {
    let machine = Machine::new();
    let product = found(&machine);
    machine.set_now("2026-03-13T14:00:00Z");
    let window = machine.open_window();
    window.resize(1440, 900);
    begin(&window, &product);
    check_in(&window, &product);
    gather(&window, &product);
    group(&window, &product);
    vote(&window, &product);
    discuss(&machine, &window, &product);
    decide(&window, &product);
    rate_and_close(&window, &product);

    // Whoever held it has the screen again, and what is kept names nobody.
    window.role("navigation", "Main").text("Bo Lind").expect();
    let closed = told(&window, &product);
    let people = window.rpc("workspace.current", json!({}))["open"]["people"].clone();
    let ids: Vec<&str> =
        people.as_array().into_iter().flatten().filter_map(|one| one["id"].as_str()).collect();
    assert_eq!(ids.len(), 6, "{people}");
    for part in ["columns", "groups", "topics", "checkIns", "ratings", "private"] {
        let said = closed[part].to_string();
        assert!(ids.iter().all(|id| !said.contains(id)), "{part} names somebody: {said}");
    }
}
