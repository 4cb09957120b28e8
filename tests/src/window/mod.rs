//! The real window under a virtual display, driven as a person drives it.

mod axe;
mod driver;
mod keys;
mod pointer;
mod target;

use std::future::Future;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use fantoccini::actions::Actions;
use fantoccini::elements::Element;
use fantoccini::error::CmdError;
use fantoccini::{Client, ClientBuilder};
use serde_json::{Value, json};
use tokio::runtime::Runtime;

use crate::{Machine, binaries};
use driver::{Display, Driver};

pub use axe::Violation;
pub use pointer::Edge;
pub use target::Target;

const QUERY: &str = include_str!("query.js");
/// How long any one answer of the driver may take; beyond that the window hangs.
const ANSWER: Duration = Duration::from_secs(60);
/// The longest that something coming or going takes, in milliseconds.
const MOVEMENT_MS: u32 = 1000;

/// An open window. It closes, and the program with it, when the value goes away.
pub struct Window {
    // Dropped in this order: the session first, then the programs that carry it.
    client: Option<Client>,
    runtime: Runtime,
    _driver: Driver,
    _display: Display,
    log: PathBuf,
}

impl Window {
    pub(crate) fn open(machine: &Machine, arguments: &[&str]) -> Window {
        let display = Display::start();
        let log = machine.path("window.log");
        let driver = Driver::start(machine, &display, &log);
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .expect("a runtime for the driver's client");
        let capabilities = json!({
            "webkitgtk:browserOptions": { "binary": binaries::desktop(), "args": arguments },
        });
        let Value::Object(capabilities) = capabilities else { unreachable!("BUG: the literal is an object") };
        let connector = hyper_util::client::legacy::connect::HttpConnector::new();
        let opened = runtime.block_on(async {
            let mut builder = ClientBuilder::new(connector);
            tokio::time::timeout(ANSWER, builder.capabilities(capabilities).connect(&driver.url)).await
        });
        let client = match opened {
            Ok(Ok(client)) => client,
            Ok(Err(error)) => panic!("the window did not open: {error}: {}", read(&log)),
            Err(_) => panic!("the window did not open within {ANSWER:?}: {}", read(&log)),
        };
        let window = Window { client: Some(client), runtime, _driver: driver, _display: display, log };
        window.eventually("a page with something on it", || {
            window.evaluate(
                "return document.readyState === 'complete' && document.body.innerText.trim() !== ''",
            ) == json!(true)
        });
        window
    }

    /// The whole page, to find elements in.
    pub fn page(&self) -> Target<'_> {
        Target::new(self)
    }

    /// The element of an ARIA role whose accessible name is this.
    pub fn role(&self, role: &str, name: &str) -> Target<'_> {
        self.page().role(role, name)
    }

    /// The element of an ARIA role whose accessible name holds these words.
    pub fn role_with(&self, role: &str, part: &str) -> Target<'_> {
        self.page().role_with(role, part)
    }

    /// The button with this name.
    pub fn button(&self, name: &str) -> Target<'_> {
        self.page().button(name)
    }

    /// The form field with this label.
    pub fn field(&self, label: &str) -> Target<'_> {
        self.page().field(label)
    }

    /// The innermost element that holds these words, among others perhaps.
    pub fn text(&self, words: &str) -> Target<'_> {
        self.page().text(words)
    }

    /// The element with this `data-testid`.
    pub fn test_id(&self, id: &str) -> Target<'_> {
        self.page().test_id(id)
    }

    /// Presses a chord where the focus is: `Control+Shift+z`, `ArrowDown`, `Space`, `x`.
    pub fn press(&self, chord: &str) {
        keys::chord(self, chord);
    }

    /// Presses several chords one after another.
    pub fn press_all(&self, chords: &[&str]) {
        chords.iter().for_each(|chord| self.press(chord));
    }

    /// Types text where the focus is.
    pub fn type_text(&self, text: &str) {
        keys::text(self, text);
    }

    /// Switches who acts, from the palette; everything from here on is done as this person.
    pub fn act_as(&self, name: &str) {
        self.press("Control+k");
        self.field("Search or run").expect_focused();
        self.type_text(&format!("> {name}"));
        let results = self.role("listbox", "Results");
        results.every("option").expect_count(1);
        self.press("Enter");
        results.expect_gone();
        self.role("navigation", "Main").text(name).expect();
    }

    /// Drags one element onto another with the mouse.
    pub fn drag(&self, from: &Target<'_>, to: &Target<'_>, edge: Edge) {
        pointer::drag(self, from, to, edge);
    }

    /// Waits until something holds; `what` completes "waited in vain for …".
    pub fn eventually(&self, what: &str, holds: impl Fn() -> bool) {
        let deadline = Instant::now() + target::PATIENCE;
        while !holds() {
            assert!(Instant::now() < deadline, "waited in vain for {what}; the page says: {}", self.words());
            std::thread::sleep(Duration::from_millis(50));
        }
    }

    /// All the words on the page.
    pub fn words(&self) -> String {
        self.evaluate("return document.body.innerText").as_str().unwrap_or_default().to_owned()
    }

    /// Makes the window this large, in CSS pixels of the page.
    pub fn resize(&self, width: u32, height: u32) {
        self.must("resize the window", self.client().set_window_size(width, height));
        let script = format!("return innerWidth === {width} && innerHeight === {height}");
        self.eventually(&format!("a window of {width} × {height}"), || {
            self.evaluate(&script) == json!(true)
        });
    }

    /// Runs JavaScript in the page and gives what it returns.
    pub fn evaluate(&self, script: &str) -> Value {
        self.must("run a script", self.client().execute(script, vec![]))
    }

    /// Runs JavaScript in the page that answers by calling its last argument.
    pub fn evaluate_async(&self, script: &str) -> Value {
        self.must("run a script", self.client().execute_async(script, vec![]))
    }

    /// Calls the contract from inside the page, past every component: for setting a scene and for looking behind it.
    /// Panics when it is refused.
    pub fn rpc(&self, name: &str, request: Value) -> Value {
        let message = json!({"name": name, "request": request, "actingAs": null});
        let script = format!(
            "const done = arguments[arguments.length - 1];
             window.__TAURI_INTERNALS__.invoke('rpc', {message})
               .then((answer) => done({{answer}}), (error) => done({{error}}));"
        );
        let told = self.evaluate_async(&script);
        assert!(told["error"].is_null(), "{name} was refused: {}", told["error"]);
        told["answer"]["value"].clone()
    }

    /// What axe-core finds wrong with the page as it is on screen, when what came or went has done so.
    pub fn accessibility(&self) -> Vec<Violation> {
        self.settle();
        axe::run(self)
    }

    /// Asserts that axe-core finds nothing wrong with the page.
    pub fn expect_accessible(&self) {
        let found = self.accessibility();
        assert!(found.is_empty(), "axe-core finds {} faults: {found:#?}", found.len());
    }

    /// Writes the page as a PNG into the folder of pictures, `LINEOUT_SHOTS` or `target/shots`, and gives its path.
    pub fn screenshot(&self, name: &str) -> PathBuf {
        let folder = std::env::var_os("LINEOUT_SHOTS")
            .map_or_else(|| binaries::desktop().with_file_name("../shots"), PathBuf::from);
        std::fs::create_dir_all(&folder).expect("the folder of pictures");
        let path =
            folder.canonicalize().expect("the folder of pictures is there").join(format!("{name}.png"));
        self.settle();
        let picture = self.must("take a picture", self.client().screenshot());
        std::fs::write(&path, picture).expect("the picture is written");
        path
    }

    /// Waits until what was just changed is painted and every short movement has come to its end: halfway through it,
    /// colours are faint and places are wrong. Clocks that run for seconds, and what never ends, are not waited for.
    fn settle(&self) {
        self.evaluate_async(&format!(
            "const done = arguments[arguments.length - 1];
             requestAnimationFrame(() => requestAnimationFrame(() => {{
               const short = document.getAnimations().filter((one) =>
                 one.playState === 'running' && one.effect.getComputedTiming().endTime <= {MOVEMENT_MS});
               Promise.allSettled(short.map((one) => one.finished)).then(() => done(true));
             }}));"
        ));
    }

    /// What the window's program has printed so far.
    pub fn log(&self) -> String {
        read(&self.log)
    }

    fn query(&self, steps: &[Value]) -> Result<Vec<Element>, String> {
        let found = self.wait(self.client().execute(QUERY, vec![json!(steps)]))?;
        let Value::Array(found) = found else { return Err(format!("the page answered {found}")) };
        found
            .into_iter()
            .map(|reference| {
                let id = reference.as_object().and_then(|map| map.values().next()).and_then(Value::as_str);
                let id = id.ok_or("the page answered something other than an element")?;
                Ok(Element::from_element_id(self.client().clone(), id.to_owned().into()))
            })
            .collect()
    }

    fn evaluate_on(&self, script: &str, element: &Element) -> Result<Value, String> {
        let argument = serde_json::to_value(element).map_err(|error| error.to_string())?;
        self.wait(self.client().execute(script, vec![argument]))
    }

    fn perform(&self, actions: impl Into<Actions>) {
        self.must("move mouse or keys", self.client().perform_actions(actions));
    }

    fn click_at(&self, at: (f64, f64), times: usize) {
        pointer::click(self, at, times);
    }

    fn move_to(&self, at: (f64, f64)) {
        pointer::hover(self, at);
    }

    fn client(&self) -> &Client {
        self.client.as_ref().expect("BUG: the session is only taken when the window goes away")
    }

    fn must<T>(&self, what: &str, answer: impl Future<Output = Result<T, CmdError>>) -> T {
        self.wait(answer)
            .unwrap_or_else(|reason| panic!("could not {what}: {reason}; the log says: {}", self.log()))
    }

    fn wait<T>(&self, answer: impl Future<Output = Result<T, CmdError>>) -> Result<T, String> {
        match self.runtime.block_on(async { tokio::time::timeout(ANSWER, answer).await }) {
            Ok(told) => told.map_err(|error| error.to_string()),
            Err(_) => Err(format!("the window gave no answer within {ANSWER:?}")),
        }
    }

    /// Leaves a picture of a failed test, and says what was on the page.
    fn tell_failure(&self) {
        let test = std::thread::current().name().unwrap_or("test").replace("::", "-");
        if let Ok(words) = self.wait(self.client().execute("return document.body.innerText", vec![])) {
            let path = self.screenshot(&format!("failed-{test}"));
            eprintln!(
                "the window at the failure: {}\n{}",
                path.display(),
                words.as_str().unwrap_or_default()
            );
        }
        eprintln!("the window's log:\n{}", self.log());
    }
}

impl Drop for Window {
    fn drop(&mut self) {
        if std::thread::panicking() {
            self.tell_failure();
        }
        if let Some(client) = self.client.take() {
            // Ending the session ends the program; a program that is gone has ended already.
            let _ = self.runtime.block_on(async { tokio::time::timeout(ANSWER, client.close()).await });
        }
    }
}

fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_default()
}
