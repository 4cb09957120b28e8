//! An element of the page as a person would name it, looked for anew at every step.

use std::path::Path;
use std::thread::sleep;
use std::time::{Duration, Instant};

use fantoccini::elements::Element;
use serde_json::{Value, json};

use super::{Window, keys};

/// How long a step waits for the page to come to it.
pub(super) const PATIENCE: Duration = Duration::from_secs(10);
const PAUSE: Duration = Duration::from_millis(50);

/// Names one element of the page. Steps on it wait until it is there, alone and able to take them, and panic with what
/// they saw instead when it does not come.
#[derive(Clone)]
pub struct Target<'w> {
    window: &'w Window,
    steps: Vec<Value>,
}

impl<'w> Target<'w> {
    pub(super) fn new(window: &'w Window) -> Target<'w> {
        Target { window, steps: Vec::new() }
    }

    fn then(&self, step: Value) -> Target<'w> {
        let mut steps = self.steps.clone();
        steps.push(step);
        Target { window: self.window, steps }
    }

    /// Inside this one: the element of an ARIA role whose accessible name is this.
    pub fn role(&self, role: &str, name: &str) -> Target<'w> {
        self.then(json!({"by": "role", "role": role, "name": name, "exact": true}))
    }

    /// Inside this one: the element of an ARIA role whose accessible name holds these words.
    pub fn role_with(&self, role: &str, part: &str) -> Target<'w> {
        self.then(json!({"by": "role", "role": role, "name": part, "exact": false}))
    }

    /// Inside this one: the elements of an ARIA role, whatever their names.
    pub fn every(&self, role: &str) -> Target<'w> {
        self.then(json!({"by": "role", "role": role, "name": null, "exact": true}))
    }

    /// Inside this one: the button with this name.
    pub fn button(&self, name: &str) -> Target<'w> {
        self.role("button", name)
    }

    /// Inside this one: the form field with this label.
    pub fn field(&self, label: &str) -> Target<'w> {
        self.then(json!({"by": "field", "name": label}))
    }

    /// Inside this one: the innermost element that holds these words, among others perhaps.
    pub fn text(&self, words: &str) -> Target<'w> {
        self.then(json!({"by": "text", "name": words, "exact": false}))
    }

    /// Inside this one: the element with this `data-testid`.
    pub fn test_id(&self, id: &str) -> Target<'w> {
        self.then(json!({"by": "testId", "id": id}))
    }

    /// Inside this one: what a CSS selector gives. For what a person sees but cannot name.
    pub fn css(&self, selector: &str) -> Target<'w> {
        self.then(json!({"by": "css", "selector": selector}))
    }

    /// Of several that match, the one at this place, counted from 0.
    pub fn nth(&self, index: usize) -> Target<'w> {
        self.then(json!({"by": "nth", "index": index}))
    }

    /// Of several that match, the first.
    pub fn first(&self) -> Target<'w> {
        self.nth(0)
    }

    /// Waits until exactly one element matches.
    pub fn expect(&self) -> &Self {
        self.attempt("find", |_| Ok(()));
        self
    }

    /// Waits until no element matches.
    pub fn expect_gone(&self) {
        self.expect_count(0);
    }

    /// Waits until this many elements match.
    pub fn expect_count(&self, count: usize) {
        self.window.eventually(&format!("{count} of {self:?}"), || self.count() == count);
    }

    /// Waits until the element's text holds these words.
    pub fn expect_text(&self, words: &str) {
        self.attempt(&format!("see \"{words}\" in"), |element| {
            let text = self.window.wait(element.text())?;
            if text.contains(words) { Ok(()) } else { Err(format!("it says \"{text}\"")) }
        });
    }

    /// Waits until the form field holds this value.
    pub fn expect_value(&self, value: &str) {
        self.attempt(&format!("see the value \"{value}\" in"), |element| {
            let held = self.window.wait(element.prop("value"))?.unwrap_or_default();
            if held == value { Ok(()) } else { Err(format!("it holds \"{held}\"")) }
        });
    }

    /// Waits until the element, or one inside it, has the keyboard's focus.
    pub fn expect_focused(&self) {
        self.attempt("see the focus on", |element| {
            let script = "return arguments[0].contains(document.activeElement) && document.activeElement !== document.body";
            let focused = self.window.evaluate_on(script, element)?;
            if focused == json!(true) { Ok(()) } else { Err("the focus is elsewhere".into()) }
        });
    }

    /// How many elements match now.
    pub fn count(&self) -> usize {
        self.window.query(&self.steps).map_or(0, |found| found.len())
    }

    /// Whether an element matches now.
    pub fn exists(&self) -> bool {
        self.count() > 0
    }

    /// The element's visible text.
    pub fn read(&self) -> String {
        self.attempt("read", |element| self.window.wait(element.text()))
    }

    /// The visible text of each element that matches now, in document order.
    pub fn read_all(&self) -> Vec<String> {
        let found = self.window.query(&self.steps).unwrap_or_default();
        found.iter().filter_map(|element| self.window.wait(element.text()).ok()).collect()
    }

    /// The value of an attribute, if the element has it.
    pub fn attribute(&self, name: &str) -> Option<String> {
        self.attempt("read", |element| self.window.wait(element.attr(name)))
    }

    /// Whether the element takes clicks and keys: neither disabled nor marked so.
    pub fn is_enabled(&self) -> bool {
        self.attempt("look at", |element| {
            let script = "return !arguments[0].matches(':disabled, [aria-disabled=true]')";
            Ok(self.window.evaluate_on(script, element)? == json!(true))
        })
    }

    /// The element's box on the page: left, top, width, height in CSS pixels.
    pub fn rectangle(&self) -> (f64, f64, f64, f64) {
        self.attempt("measure", |element| {
            let script =
                "const r = arguments[0].getBoundingClientRect(); return [r.left, r.top, r.width, r.height]";
            let sides = self.window.evaluate_on(script, element)?;
            let side = |at: usize| sides[at].as_f64().unwrap_or_default();
            Ok((side(0), side(1), side(2), side(3)))
        })
    }

    /// Clicks it with the mouse.
    pub fn click(&self) {
        self.attempt("click", |element| self.window.wait(element.click()));
    }

    /// Clicks it twice in a row.
    pub fn double_click(&self) {
        let centre = self.centre();
        self.window.click_at(centre, 2);
    }

    /// Moves the mouse over it.
    pub fn hover(&self) {
        let centre = self.centre();
        self.window.move_to(centre);
    }

    /// Gives it the keyboard's focus without a click.
    pub fn focus(&self) {
        self.attempt("focus", |element| {
            self.window
                .evaluate_on("arguments[0].focus({focusVisible: true}); return true", element)
                .map(|_| ())
        });
        self.expect_focused();
    }

    /// Replaces what a form field holds, as a person does who selects all and types.
    pub fn fill(&self, text: &str) {
        self.click();
        keys::chord(self.window, "Control+a");
        if text.is_empty() {
            keys::chord(self.window, "Delete");
        } else {
            self.window.type_text(text);
        }
    }

    /// Types a day such as 2026-03-09 into a date field, in the order of the driven window's locale: month, day, year.
    pub fn enter_date(&self, day: &str) {
        let mut parts = day.splitn(3, '-');
        let (Some(year), Some(month), Some(date)) = (parts.next(), parts.next(), parts.next()) else {
            panic!("{day} is no day")
        };
        let typed = format!("{month}/{date}/{year}");
        self.focus();
        self.window.type_text(&typed);
        self.expect_value(day);
    }

    /// Chooses an option of a native select by its label.
    pub fn choose(&self, label: &str) {
        self.attempt("choose from", |element| self.window.wait(element.select_by_label(label)));
    }

    /// Gives a file field a file, as the system's dialog does.
    pub fn choose_file(&self, path: &Path) {
        let path = path.to_str().expect("a path in Unicode").to_owned();
        self.attempt("choose a file in", |element| self.window.wait(element.send_keys(&path)));
    }

    /// Focuses it and presses keys, as in [`Window::press`].
    pub fn press(&self, chord: &str) {
        self.focus();
        keys::chord(self.window, chord);
    }

    /// The middle of its box, scrolled into view.
    pub(super) fn centre(&self) -> (f64, f64) {
        self.attempt("scroll to", |element| {
            self.window
                .evaluate_on(
                    "arguments[0].scrollIntoView({block: 'nearest', inline: 'nearest'}); return true",
                    element,
                )
                .map(|_| ())
        });
        let (left, top, width, height) = self.rectangle();
        (left + width / 2.0, top + height / 2.0)
    }

    /// Finds the one element and does something with it, again and again until it works or patience ends.
    fn attempt<T>(&self, verb: &str, act: impl Fn(&Element) -> Result<T, String>) -> T {
        let deadline = Instant::now() + PATIENCE;
        loop {
            let seen = match self.window.query(&self.steps) {
                Ok(found) if found.len() == 1 => match act(&found[0]) {
                    Ok(value) => return value,
                    Err(reason) => reason,
                },
                Ok(found) if found.is_empty() => "nothing on the page matches".to_owned(),
                Ok(found) => format!("{} elements match: {:?}", found.len(), self.read_all()),
                Err(reason) => reason,
            };
            assert!(Instant::now() < deadline, "could not {verb} {self:?}: {seen}");
            sleep(PAUSE);
        }
    }
}

impl std::fmt::Debug for Target<'_> {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let told = self.steps.iter().map(|step| match step["by"].as_str().unwrap_or_default() {
            "role" if step["name"].is_null() => {
                format!("every {}", step["role"].as_str().unwrap_or_default())
            }
            "role" => format!("{} {}", step["role"].as_str().unwrap_or_default(), step["name"]),
            "field" => format!("field {}", step["name"]),
            "text" => format!("text {}", step["name"]),
            "testId" => format!("test id {}", step["id"]),
            "nth" => format!("number {}", step["index"]),
            _ => format!("css {}", step["selector"]),
        });
        write!(out, "{}", told.collect::<Vec<_>>().join(" › "))
    }
}
