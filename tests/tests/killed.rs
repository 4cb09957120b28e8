//! The program is killed in the middle of writing: what it had answered is there, what it had not is there whole or not
//! at all, and the file is sound.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::BTreeSet;
use std::io::{BufRead, BufReader, Write};
use std::process::{Child, Stdio};
use std::time::Duration;

use lineout_tests::{Cli, Machine};
use serde_json::{Value, json};

/// `lineout batch`, fed and listened to.
struct Batch {
    child: Child,
    answers: BufReader<std::process::ChildStdout>,
}

impl Batch {
    /// Starts it and hands it every request at once, so that it never waits for us.
    fn start(cli: &Cli, requests: Vec<String>) -> Batch {
        let mut command = cli.command();
        command.arg("batch").stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut child = command.spawn().expect("the lineout binary starts");
        let mut stdin = child.stdin.take().expect("standard input is piped");
        std::thread::spawn(move || {
            for request in requests {
                // It is killed before it has read all of them: that is the test.
                if stdin.write_all(request.as_bytes()).and_then(|()| stdin.write_all(b"\n")).is_err() {
                    return;
                }
            }
        });
        let answers = BufReader::new(child.stdout.take().expect("standard output is piped"));
        Batch { child, answers }
    }

    /// The next answer; none when the program has ended.
    fn answer(&mut self) -> Option<Value> {
        let mut line = String::new();
        self.answers.read_line(&mut line).ok().filter(|read| *read > 0)?;
        serde_json::from_str(&line).ok()
    }

    /// Kills it as `kill -9` does, and gives the answers it had already written.
    fn kill(mut self) -> Vec<Value> {
        self.child.kill().expect("the program is killed");
        self.child.wait().expect("the program has ended");
        std::iter::from_fn(|| self.answer()).collect()
    }
}

fn product(cli: &Cli) -> Value {
    cli.call("workspace.create", json!({"name": "Harbour"}));
    cli.call("product.create", json!({"key": "HBR", "name": "Harbour"}))["id"].clone()
}

fn titles(cli: &Cli, product: &Value) -> BTreeSet<String> {
    let mut titles = BTreeSet::new();
    for offset in (0..).step_by(500) {
        let request = json!({"product": product, "offset": offset, "limit": 500});
        let rows = cli.call("backlog.window", request)["rows"].take();
        let rows = rows.as_array().expect("rows").clone();
        titles.extend(rows.iter().map(|row| row["title"].as_str().expect("a title").to_owned()));
        if rows.len() < 500 {
            return titles;
        }
    }
    unreachable!("the last window is not full")
}

#[test]
fn what_was_answered_survives_kill_minus_nine() {
    let machine = Machine::new();
    let cli = machine.cli();
    let product = product(&cli);
    let mut known = BTreeSet::new();
    for round in 0..30_u64 {
        let title = |n: u64| format!("Round {round}, item {n}");
        let requests = (0..200)
            .map(|n| {
                let request = json!({"product": product, "title": title(n), "place": {"to": "top"}});
                json!({"name": "item.create", "request": request}).to_string()
            })
            .collect();
        let mut batch = Batch::start(&cli, requests);
        let mut answered = BTreeSet::new();
        for _ in 0..round % 7 * 3 {
            answered.extend(batch.answer().map(|answer| text(&answer["value"]["title"])));
        }
        // Anywhere in the writing of the next one, the opening of the file included.
        std::thread::sleep(Duration::from_micros(round * 397 % 4_500));
        answered.extend(batch.kill().iter().map(|answer| text(&answer["value"]["title"])));

        let found = titles(&cli, &product);
        let lost: Vec<_> = known.union(&answered).filter(|title| !found.contains(*title)).collect();
        assert!(lost.is_empty(), "round {round}: answered and not there: {lost:?}");
        let new: BTreeSet<String> = found.difference(&known).cloned().collect();
        let sent: BTreeSet<String> = (0..new.len() as u64).map(title).collect();
        assert_eq!(
            new, sent,
            "round {round}: what is there is what was sent, from the first on, without a gap"
        );
        assert!(new.len() <= answered.len() + 1, "round {round}: at most one was written and not answered");
        known = found;
        cli.check_integrity();
    }
    assert!(known.len() > 30, "{} items are too few to have met the middle of a write", known.len());
}

#[test]
fn an_import_that_is_killed_is_there_whole_or_not_at_all() {
    const ROWS: usize = 1500;
    let machine = Machine::new();
    let cli = machine.cli();
    let product = product(&cli);
    let file = machine.path("items.csv");
    let rows: String = (0..ROWS).map(|n| format!("HBR-{},Item {n},3\n", n + 1)).collect();
    std::fs::write(&file, format!("Key,Title,Points\n{rows}")).unwrap();
    let mut partly = false;
    for delay in [5, 20, 40, 80, 160, 320, 640] {
        let mut command = cli.command();
        command.args(["import", "csv", file.to_str().unwrap(), "--product", "HBR"]);
        let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        std::thread::sleep(Duration::from_millis(delay));
        child.kill().unwrap();
        child.wait().unwrap();

        let found = titles(&cli, &product).len();
        assert!(found == 0 || found == ROWS, "killed after {delay} ms: {found} of {ROWS} rows are there");
        cli.check_integrity();
        partly |= found == 0;
        if found == ROWS {
            break;
        }
    }
    assert!(partly, "an import is not done in five milliseconds");
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_else(|| panic!("{value} is no text")).to_owned()
}
