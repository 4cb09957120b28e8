//! Two windows of one workspace: two hosts on one file, as two windows or a window and the command line are. What one does
//! the other is told of; what one asks for by what it no longer knows rightly is refused, told and put right.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod team;

use lineout_app::{Context, Host};
use serde_json::{Value, json};
use team::Team;

/// A team with its first window, and a second one that has just been opened.
fn two(team: &Team) -> Host {
    let mut second = Host::new("second");
    second.open(&team.path()).unwrap();
    assert_eq!(second.changes().unwrap(), Vec::<String>::new(), "it begins with what is there");
    second
}

fn asks(host: &mut Host, team: &Team, name: &str, request: Value) -> Result<Value, lineout_app::AppError> {
    let author = team.people[1].as_str().map(str::to_owned);
    host.call(name, request, &Context::at(team.now, author)).map(|answer| answer.value)
}

/// The titles in each column, as a window sees them.
fn board(host: &mut Host, team: &Team) -> Vec<Vec<String>> {
    let told = asks(host, team, "board.get", json!({"product": team.product})).unwrap();
    let titles = |column: &Value| {
        let cards = column["items"].as_array().unwrap().iter();
        cards.map(|card| card["title"].as_str().unwrap().to_owned()).collect()
    };
    told["columns"].as_array().unwrap().iter().map(titles).collect()
}

#[test]
fn what_one_does_the_other_is_told_of() {
    let mut team = Team::new();
    let items = [team.item("Pier", 2.0), team.item("Fare", 3.0)];
    team.running(&items);
    let task = team.call("task.add", json!({"item": items[0], "title": "Map the seats"}))["id"].clone();
    let mut second = two(&team);
    team.host.changes().unwrap();

    let doing = team.column(1);
    team.call("board.move", json!({"item": items[0], "column": doing}));
    let topics = second.changes().unwrap();
    assert_eq!(topics, ["item"], "the tables that changed, each once");
    assert_eq!(board(&mut second, &team)[..2], [vec!["Fare".to_owned()], vec!["Pier".into()]]);
    assert_eq!(second.changes().unwrap(), Vec::<String>::new(), "and nothing twice");
    assert_eq!(team.host.changes().unwrap(), ["item"], "whoever did it is told as well");

    asks(&mut second, &team, "board.moveTask", json!({"task": task, "column": doing})).unwrap();
    assert_eq!(team.host.changes().unwrap(), ["task"]);
    let assigned = json!({"item": items[1], "assignees": [team.people[1]]});
    asks(&mut second, &team, "item.edit", assigned).unwrap();
    assert_eq!(team.host.changes().unwrap(), ["item_assignee"]);

    // What one does is undone in the other: there is one history.
    second.changes().unwrap();
    team.call("history.undo", json!({}));
    assert_eq!(second.changes().unwrap(), ["item_assignee"]);
    let card = asks(&mut second, &team, "item.get", json!({"item": items[1]})).unwrap();
    assert_eq!(card["assignees"], json!([]));
    // A refusal changed nothing, and so tells nothing.
    team.refusal("board.move", json!({"item": items[0], "column": items[0]}));
    assert_eq!(second.changes().unwrap(), Vec::<String>::new());
}

#[test]
fn a_move_by_what_is_no_longer_so_is_refused_and_put_right() {
    let mut team = Team::new();
    let items = [team.item("Pier", 2.0), team.item("Fare", 3.0), team.item("Deck", 1.0)];
    team.running(&items);
    let mut second = two(&team);
    let (todo, doing) = (team.column(0), team.column(1));

    // The second window still shows Fare in the first column and drops Deck right before it.
    team.call("board.move", json!({"item": items[1], "column": doing}));
    let stale = json!({"item": items[2], "column": todo, "before": items[1]});
    let before = team.tables();
    let refused = asks(&mut second, &team, "board.move", stale).unwrap_err();
    assert_eq!(refused.code, "not_found");
    assert!(!refused.message.is_empty() && !refused.hint.is_empty());
    assert_eq!(team.tables(), before, "a refusal writes nothing");
    assert_eq!(second.changes().unwrap(), ["item"], "it learns what it did not know");
    assert_eq!(board(&mut second, &team)[..2], [vec!["Pier".to_owned(), "Deck".into()], vec!["Fare".into()]]);
    let again = json!({"item": items[2], "column": doing, "before": items[1]});
    asks(&mut second, &team, "board.move", again).unwrap();
    assert_eq!(board(&mut team.host.take_board(), &team)[1], ["Deck", "Fare"]);

    // A card that was given back, a sprint that was closed, a task that was deleted meanwhile.
    let task = team.call("task.add", json!({"item": items[0], "title": "Map"}))["id"].clone();
    team.call("task.delete", json!({"task": task}));
    team.call("sprint.giveBack", json!({"items": [items[1]]}));
    for (name, request, code) in [
        ("board.moveTask", json!({"task": task, "column": doing}), "not_found"),
        ("board.move", json!({"item": items[1], "column": todo}), "item_not_in_sprint"),
    ] {
        assert_eq!(asks(&mut second, &team, name, request).unwrap_err().code, code, "{name}");
    }
    // An undo of what the other has changed since names what stands in the way.
    let done = json!({"item": items[0], "title": "Quay"});
    let author = team.people[1].as_str().map(str::to_owned);
    let renamed = second.call("item.edit", done, &Context::at(team.now, author)).unwrap();
    team.call("item.edit", json!({"item": items[0], "title": "Wharf"}));
    let undo = json!({"action": renamed.action.unwrap().id});
    assert_eq!(asks(&mut second, &team, "history.undo", undo).unwrap_err().code, "undo_conflict");
}

#[test]
fn a_limit_holds_for_both_together() {
    let mut team = Team::new();
    let items = [team.item("Pier", 2.0), team.item("Fare", 3.0)];
    team.running(&items);
    let doing = team.column(1);
    team.call("column.edit", json!({"column": doing, "wipLimit": 1}));
    team.call("product.edit", json!({"product": team.product, "accountability": "strict"}));
    let mut second = two(&team);
    team.call("board.move", json!({"item": items[0], "column": doing}));
    let over = json!({"item": items[1], "column": doing});
    assert_eq!(asks(&mut second, &team, "board.move", over).unwrap_err().code, "wip_exceeded");
}

#[test]
fn both_may_write_at_once() {
    let mut team = Team::new();
    let items: Vec<Value> = (0..8).map(|n| team.item(&format!("Item {n}"), 1.0)).collect();
    team.running(&items);
    let columns = [team.column(0), team.column(1), team.column(2)];
    let (path, now) = (team.path(), team.now);
    let author = team.people[1].as_str().map(str::to_owned);
    std::thread::scope(|scope| {
        for window in 0..2 {
            let (path, items, columns, author) = (&path, &items, &columns, author.clone());
            scope.spawn(move || {
                let mut host = Host::new(&format!("window {window}"));
                host.open(path).unwrap();
                for n in 0..30 {
                    let item = &items[(n * 3 + window) % items.len()];
                    let request = json!({"item": item, "column": columns[(n + window) % 3]});
                    host.call("board.move", request, &Context::at(now, author.clone())).unwrap();
                    host.changes().unwrap();
                }
            });
        }
    });
    let mut all: Vec<String> = board(&mut team.host.take_board(), &team).concat();
    all.sort();
    assert_eq!(all.len(), 8, "each card once: {all:?}");
}

/// The first window, to be asked like the second.
trait TakeBoard {
    fn take_board(&mut self) -> Host;
}

impl TakeBoard for Host {
    fn take_board(&mut self) -> Host {
        let mut same = Host::new("first again");
        same.open(self.path().unwrap()).unwrap();
        same
    }
}
