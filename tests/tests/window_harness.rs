//! The harness itself: what it does to a page is what a hand would do.

use lineout_tests::{Edge, Machine, Window};
use serde_json::json;

/// Puts a page of our own in the window, so that these tests stand on no screen of the product.
fn page(window: &Window, body: &str, script: &str) {
    window.evaluate(&format!(
        "document.documentElement.lang = 'en'; document.body.innerHTML = {}",
        json!(body)
    ));
    window.evaluate(script);
}

#[test]
fn elements_are_found_by_what_a_person_calls_them() {
    let machine = Machine::new();
    let window = machine.open_window();
    page(
        &window,
        "<main><section aria-label='Backlog'><h2>Order</h2><button>Add</button></section>
         <section aria-label='Sprint'><button>Add</button><button hidden>Gone</button>
         <button aria-label='Close panel'>×</button></section>
         <label>Goal <input value='Ship'></label><div data-testid='total'>21 <b>points</b></div></main>",
        "",
    );
    assert_eq!(window.page().every("button").count(), 3);
    window.role("region", "Sprint").button("Add").expect();
    window.button("Close panel").expect();
    window.role_with("button", "Close").expect();
    window.button("Gone").expect_gone();
    window.field("Goal").expect_value("Ship");
    window.test_id("total").expect_text("21 points");
    assert_eq!(window.text("points").read(), "points");
    assert_eq!(window.page().role("button", "Add").first().read(), "Add");
}

#[test]
fn keys_and_clicks_arrive_as_a_hand_sends_them() {
    let machine = Machine::new();
    let window = machine.open_window();
    page(
        &window,
        "<button>Count</button><input aria-label='Title'>",
        "window.seen = [];
         document.querySelector('button').addEventListener('click', (e) => seen.push('click ' + e.detail));
         document.addEventListener('keydown', (e) => seen.push((e.ctrlKey ? 'ctrl ' : '') + (e.shiftKey ? 'shift ' : '') + e.key));",
    );
    window.button("Count").click();
    window.button("Count").double_click();
    assert_eq!(window.evaluate("return seen.splice(0)"), json!(["click 1", "click 1", "click 2"]));

    window.button("Count").focus();
    window.press_all(&["ArrowDown", "Control+Shift+z", "Escape"]);
    let seen = window.evaluate("return seen.splice(0).filter((key) => !/Control$|Shift$/.test(key))");
    assert_eq!(seen, json!(["ArrowDown", "ctrl shift Z", "Escape"]));

    window.field("Title").fill("Harbour – Überfahrt");
    window.field("Title").expect_value("Harbour – Überfahrt");
    window.field("Title").fill("Ferry");
    window.field("Title").expect_value("Ferry");
    window.field("Title").expect_focused();
}

#[test]
fn a_drag_is_a_path_of_the_pointer() {
    let machine = Machine::new();
    let window = machine.open_window();
    page(
        &window,
        "<div data-testid='card' style='width:80px;height:40px'>Card</div>
         <div data-testid='column' style='margin:300px;width:200px;height:200px'>Column</div>",
        "window.moves = 0; window.dropped = null; let held = false;
         document.querySelector('[data-testid=card]').addEventListener('pointerdown', () => { held = true; });
         document.addEventListener('pointermove', () => { if (held) moves += 1; });
         document.addEventListener('pointerup', (e) => {
           const box = document.querySelector('[data-testid=column]').getBoundingClientRect();
           dropped = [(e.clientX - box.left) / box.width, (e.clientY - box.top) / box.height];
         });",
    );
    window.drag(&window.test_id("card"), &window.test_id("column"), Edge::Bottom);
    let seen = window.evaluate("return [moves, dropped[0], dropped[1]]");
    assert!(seen[0].as_u64().unwrap() >= 10, "{seen}");
    assert!((seen[1].as_f64().unwrap() - 0.5).abs() < 0.02, "{seen}");
    assert!((seen[2].as_f64().unwrap() - 0.8).abs() < 0.02, "{seen}");
}

#[test]
fn faults_of_accessibility_are_found() {
    let machine = Machine::new();
    let window = machine.open_window();
    page(&window, "<main><h1>Order</h1><img src='data:,'></main>", "");
    let found = window.accessibility();
    assert!(found.iter().any(|fault| fault.rule == "image-alt"), "{found:#?}");

    page(&window, "<main><h1>Order</h1><img src='data:,' alt='A ferry'></main>", "");
    window.expect_accessible();
}

#[test]
fn what_is_fading_in_is_judged_when_it_is_there() {
    let machine = Machine::new();
    let window = machine.open_window();
    page(
        &window,
        "<style>@keyframes rise { from { opacity: 0 } } @keyframes pulse { from { opacity: 0.9 } }
         .rise { animation: rise 900ms } .clock { animation: pulse 3600s } .turn { animation: pulse 1s infinite }</style>
         <main><h1>Order</h1><p class='rise'>Saved</p><i class='clock'></i><i class='turn'></i></main>",
        "",
    );
    window.expect_accessible();
    let opacity = window.evaluate("return getComputedStyle(document.querySelector('.rise')).opacity");
    assert_eq!(opacity, json!("1"));
}

#[test]
fn the_window_tells_the_machines_time_and_finds_its_file_again() {
    let machine = Machine::new();
    let window = machine.open_window();
    let made = window.rpc("workspace.create", json!({"name": "Harbour"}));
    assert_eq!(made["path"], json!(machine.workspace()));
    drop(window);

    let window = machine.open_window();
    assert_eq!(window.rpc("workspace.current", json!({}))["open"]["path"], json!(machine.workspace()));
    assert_eq!(
        machine.cli().call("workspace.current", json!({}))["open"]["path"],
        json!(machine.workspace())
    );
}
