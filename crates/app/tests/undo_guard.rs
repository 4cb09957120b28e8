//! Undoing one action out of the middle: refused, with nothing written, where what was done later rests on it.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod team;

use serde_json::{Value, json};
use team::Team;
use team::must_hold::broken;

impl Team {
    /// Does something and gives the action to undo it by.
    fn act(&mut self, name: &str, request: Value) -> String {
        self.later(1);
        self.answer(name, request).action.unwrap_or_else(|| panic!("{name} did nothing")).id
    }

    /// Tries to take an action back. What must hold still does, and the refusal says that something stands in the way.
    fn cannot_undo(&mut self, action: &str) {
        self.later(1);
        let before = self.tables();
        assert_eq!(broken(&before), Vec::<String>::new(), "before the undo");
        match self.attempt("history.undo", json!({"action": action})) {
            Ok(answer) => {
                panic!("{} was undone, and then: {:?}", answer.value["label"], broken(&self.tables()))
            }
            Err(error) => {
                assert_eq!(error.code, "undo_conflict", "{error}");
                assert_eq!(self.tables(), before, "the undo was refused and wrote");
            }
        }
    }

    fn finish_with(&mut self, item: &Value, done: Value) -> String {
        let column = self.column(3);
        self.act("board.move", json!({"item": item, "column": column, "done": done}))
    }
}

#[test]
fn a_tick_that_made_an_item_done() {
    let mut team = Team::new();
    let item = team.item("Pier", 2.0);
    team.running(std::slice::from_ref(&item));
    let mut all = team.all_met();
    let first = all["met"].as_array_mut().unwrap().remove(0);
    let tick = team.act("board.tick", json!({"item": item, "criterion": first, "met": true}));
    team.finish_with(&item, all);
    team.cannot_undo(&tick);
}

#[test]
fn taking_in_what_a_start_put_on_the_board() {
    let mut team = Team::new();
    let (one, two) = (team.item("Pier", 2.0), team.item("Fare", 1.0));
    let sprint = team.sprint();
    let take = team.act("sprint.take", json!({"sprint": sprint, "items": [one]}));
    team.act("sprint.take", json!({"sprint": sprint, "items": [two]}));
    team.act("sprint.start", json!({"sprint": sprint}));
    team.cannot_undo(&take);
}

#[test]
fn giving_back_before_a_start() {
    let mut team = Team::new();
    let (one, two) = (team.item("Pier", 2.0), team.item("Fare", 1.0));
    let sprint = team.sprint();
    team.act("sprint.take", json!({"sprint": sprint, "items": [one, two]}));
    let back = team.act("sprint.giveBack", json!({"items": [one]}));
    team.act("sprint.start", json!({"sprint": sprint}));
    team.cannot_undo(&back);
}

#[test]
fn deleting_from_a_sprint_that_started_since() {
    let mut team = Team::new();
    let (one, two) = (team.item("Pier", 2.0), team.item("Fare", 1.0));
    let sprint = team.sprint();
    team.act("sprint.take", json!({"sprint": sprint, "items": [one, two]}));
    let delete = team.act("item.delete", json!({"items": [one]}));
    team.act("sprint.start", json!({"sprint": sprint}));
    team.cannot_undo(&delete);
}

#[test]
fn a_start_after_which_something_joined() {
    let mut team = Team::new();
    let (one, two) = (team.item("Pier", 2.0), team.item("Fare", 1.0));
    let sprint = team.sprint();
    team.act("sprint.take", json!({"sprint": sprint, "items": [one]}));
    let start = team.act("sprint.start", json!({"sprint": sprint}));
    team.act("sprint.take", json!({"sprint": sprint, "items": [two]}));
    team.cannot_undo(&start);
}

#[test]
fn becoming_done_of_what_an_increment_holds() {
    let mut team = Team::new();
    let item = team.item("Pier", 2.0);
    team.running(std::slice::from_ref(&item));
    let all = team.all_met();
    let done = team.finish_with(&item, all);
    team.act("increment.create", json!({"product": team.product, "items": [item]}));
    team.cannot_undo(&done);
}

#[test]
fn putting_into_an_increment_that_was_released() {
    let mut team = Team::new();
    let (one, two) = (team.item("Pier", 2.0), team.item("Fare", 1.0));
    team.running(&[one.clone(), two.clone()]);
    team.finish(&one);
    team.finish(&two);
    let increment = team.call("increment.create", json!({"product": team.product, "items": [one]}));
    let add = team.act("increment.addItems", json!({"increment": increment["id"], "items": [two]}));
    team.act("increment.release", json!({"increment": increment["id"], "version": "1.0"}));
    team.cannot_undo(&add);
}

#[test]
fn taking_out_of_an_increment_that_was_released() {
    let mut team = Team::new();
    let (one, two) = (team.item("Pier", 2.0), team.item("Fare", 1.0));
    team.running(&[one.clone(), two.clone()]);
    team.finish(&one);
    team.finish(&two);
    let increment = team.call("increment.create", json!({"product": team.product, "items": [one, two]}));
    let out = team.act("increment.removeItems", json!({"increment": increment["id"], "items": [two]}));
    team.act("increment.release", json!({"increment": increment["id"], "version": "1.0"}));
    team.cannot_undo(&out);
}

#[test]
fn cancelling_in_a_sprint_that_is_over() {
    let mut team = Team::new();
    let (one, two) = (team.item("Pier", 2.0), team.item("Fare", 1.0));
    let sprint = team.running(&[one.clone(), two.clone()]);
    let cancel = team.act("item.cancel", json!({"items": [one], "reason": "Not wanted"}));
    team.finish(&two);
    team.act("sprint.close", json!({"sprint": sprint, "decisions": []}));
    team.cannot_undo(&cancel);
}

#[test]
fn deleting_from_a_sprint_that_is_over() {
    let mut team = Team::new();
    let (one, two) = (team.item("Pier", 2.0), team.item("Fare", 1.0));
    let sprint = team.running(&[one.clone(), two.clone()]);
    let delete = team.act("item.delete", json!({"items": [one]}));
    team.finish(&two);
    team.act("sprint.close", json!({"sprint": sprint, "decisions": []}));
    team.cannot_undo(&delete);
}

#[test]
fn a_close_after_which_the_next_sprint_started() {
    let mut team = Team::new();
    let (one, two) = (team.item("Pier", 2.0), team.item("Fare", 1.0));
    let sprint = team.running(std::slice::from_ref(&one));
    team.finish(&one);
    let close = team.act("sprint.close", json!({"sprint": sprint, "decisions": []}));
    team.later(60 * 24 * 14);
    team.running(std::slice::from_ref(&two));
    team.cannot_undo(&close);
}

#[test]
fn the_one_improvement_of_a_retrospective_that_ended() {
    let mut team = Team::new();
    let retro = team.call("retro.start", json!({"product": team.product}));
    team.go(&retro, "close");
    let entry = json!({"product": team.product, "opportunity": "Review within a day", "retro": retro["id"]});
    let propose = team.act("improvement.propose", entry);
    team.act("retro.close", json!({"retro": retro["id"]}));
    team.cannot_undo(&propose);
}

#[test]
fn closing_a_retrospective_when_another_is_open() {
    let mut team = Team::new();
    let retro = team.call("retro.start", json!({"product": team.product}));
    team.go(&retro, "close");
    let close = team.act("retro.close", json!({"retro": retro["id"], "none": true}));
    team.act("retro.start", json!({"product": team.product}));
    team.cannot_undo(&close);
}

#[test]
fn deleting_a_column_whose_name_is_taken_since() {
    let mut team = Team::new();
    let review = team.column(2);
    let delete = team.act("column.delete", json!({"column": review}));
    team.act("column.add", json!({"product": team.product, "name": "Review", "category": "inProgress"}));
    team.cannot_undo(&delete);
}

#[test]
fn adding_the_column_that_is_now_the_last_of_its_kind() {
    let mut team = Team::new();
    let done = team.column(3);
    let add = team.act("column.add", json!({"product": team.product, "name": "Live", "category": "done"}));
    team.act("column.delete", json!({"column": done}));
    team.cannot_undo(&add);
}

#[test]
fn removing_a_person_whose_name_is_taken_since() {
    let mut team = Team::new();
    let remove = team.act("person.remove", json!({"person": team.people[0]}));
    team.act("person.add", json!({"name": "Ada Quist"}));
    team.cannot_undo(&remove);
}

#[test]
fn deleting_a_sprint_whose_days_are_taken_since() {
    let mut team = Team::new();
    let sprint = team.sprint();
    let delete = team.act("sprint.delete", json!({"sprint": sprint}));
    team.act("sprint.create", json!({"product": team.product}));
    team.cannot_undo(&delete);
}

#[test]
fn shortening_a_sprint_whose_days_are_taken_since() {
    let mut team = Team::new();
    let sprint = team.sprint();
    let edit = team.act("sprint.edit", json!({"sprint": sprint, "endDay": "2026-03-13"}));
    team.act(
        "sprint.create",
        json!({"product": team.product, "startDay": "2026-03-16", "endDay": "2026-03-18"}),
    );
    team.cannot_undo(&edit);
}

#[test]
fn somebody_who_removed_themselves_can_take_it_back() {
    let mut team = Team::new();
    team.act("person.remove", json!({"person": team.people[1]}));
    assert_eq!(
        team.refusal("item.create", json!({"product": team.product, "title": "Pier"})),
        "person_removed"
    );
    team.call("history.undo", json!({}));
    team.item("Pier", 1.0);
}

#[test]
fn somebody_whose_coming_was_undone_can_bring_it_back() {
    let mut team = Team::new();
    team.people[0] = team.call("person.add", json!({"name": "Cy"}))["id"].clone();
    team.acting = Some(0);
    team.call("history.undo", json!({}));
    team.call("history.redo", json!({}));
    team.item("Pier", 1.0);
}

#[test]
fn the_goal_of_a_sprint_that_runs() {
    let mut team = Team::new();
    let item = team.item("Pier", 2.0);
    let sprint = team.call("sprint.create", json!({"product": team.product}))["id"].clone();
    team.call("sprint.take", json!({"sprint": sprint, "items": [item]}));
    let goal = team.act("sprint.edit", json!({"sprint": sprint, "goal": "Rebook in two minutes"}));
    team.act("sprint.start", json!({"sprint": sprint}));
    team.cannot_undo(&goal);
}

#[test]
fn the_first_day_of_a_sprint_that_runs() {
    let mut team = Team::new();
    let item = team.item("Pier", 2.0);
    let sprint = team.sprint();
    team.call("sprint.take", json!({"sprint": sprint, "items": [item]}));
    let day = team.act("sprint.edit", json!({"sprint": sprint, "startDay": "2026-03-10"}));
    team.act("sprint.start", json!({"sprint": sprint}));
    team.cannot_undo(&day);
}

#[test]
fn the_name_and_the_last_day_of_a_sprint_that_is_over() {
    let mut team = Team::new();
    let item = team.item("Pier", 2.0);
    let sprint = team.running(std::slice::from_ref(&item));
    let name = team.act("sprint.edit", json!({"sprint": sprint, "name": "Early"}));
    let day = team.act("sprint.edit", json!({"sprint": sprint, "endDay": "2026-03-18"}));
    team.finish(&item);
    team.act("sprint.close", json!({"sprint": sprint, "decisions": []}));
    team.cannot_undo(&name);
    team.cannot_undo(&day);
}

#[test]
fn the_estimate_of_a_done_item_of_a_sprint_that_is_over() {
    let mut team = Team::new();
    let item = team.item("Pier", 2.0);
    let sprint = team.running(std::slice::from_ref(&item));
    let estimate = team.act("item.edit", json!({"item": item, "estimate": 3}));
    team.finish(&item);
    team.act("sprint.close", json!({"sprint": sprint, "decisions": []}));
    team.cannot_undo(&estimate);
}

#[test]
fn the_cards_and_answers_of_a_retrospective_that_is_closed() {
    let mut team = Team::at_work();
    let sprints = team.call("sprint.list", json!({"product": team.product}))["sprints"].clone();
    let running =
        sprints.as_array().unwrap().iter().find(|sprint| sprint["state"] == "active").unwrap().clone();
    let retro = team.call("retro.start", json!({"product": team.product, "sprint": running["id"]}));
    let due = retro["due"][0]["id"].clone();
    let request = json!({"improvement": due, "state": "kept", "outcome": "It helped"});
    let answered = team.act("improvement.setState", request);
    let (kept, gone) = (team.shown_card(&retro, "Reviews wait"), team.shown_card(&retro, "So do tests"));
    let third = team.shown_card(&retro, "And so does the port");
    let deleted = team.act("retro.deleteCard", json!({"card": gone}));
    team.go(&retro, "group");
    let named = json!({"retro": retro["id"], "subject": third, "onto": kept});
    let grouped = team.act("retro.group", named);
    team.go(&retro, "vote");
    let counted = team.act("retro.reveal", json!({"retro": retro["id"]}));
    // The votes were counted on these topics.
    team.cannot_undo(&grouped);
    team.cannot_undo(&deleted);
    let went = team.act("retro.go", json!({"retro": retro["id"], "phase": "close"}));
    team.call("retro.rate", json!({"retro": retro["id"], "rating": 4}));
    let rated = team.act("retro.reveal", json!({"retro": retro["id"]}));
    team.act("retro.close", json!({"retro": retro["id"], "none": true}));
    for done in [&counted, &went, &rated, &grouped] {
        team.cannot_undo(done);
    }
    team.cannot_undo(&deleted);
    team.cannot_undo(&answered);
}

#[test]
fn removing_a_link_that_would_now_close_a_circle() {
    let mut team = Team::new();
    let (one, two) = (team.item("Pier", 2.0), team.item("Fare", 1.0));
    let link = team.call("link.add", json!({"item": one, "kind": "blocks", "other": two}))["id"].clone();
    let remove = team.act("link.remove", json!({"link": link}));
    team.act("link.add", json!({"item": two, "kind": "blocks", "other": one}));
    team.cannot_undo(&remove);
}

#[test]
fn what_comes_back_to_a_place_that_is_taken_stands_right_behind() {
    let mut team = Team::new();
    let item = team.item("Pier", 2.0);
    let add = |text: &str| json!({"item": item, "texts": [text]});
    let first = team.call("acceptance.add", add("First"))["criteria"][0]["id"].clone();
    team.act("acceptance.add", add("Second"));
    let delete = team.act("acceptance.delete", json!({"criterion": first}));
    let third = team.call("acceptance.add", add("Third"))["criteria"][1]["id"].clone();
    team.act("acceptance.move", json!({"criterion": third, "to": 0}));
    team.later(1);
    team.call("history.undo", json!({"action": delete}));

    // Two of one place would leave no room between them.
    let moved = team.call("acceptance.move", json!({"criterion": third, "to": 1}));
    let moved: Vec<_> = moved["criteria"].as_array().unwrap().iter().map(|one| one["text"].clone()).collect();
    assert_eq!(moved, ["First", "Third", "Second"]);
    assert_eq!(broken(&team.tables()), Vec::<String>::new());
}

#[test]
fn a_card_that_comes_back_to_a_place_that_is_taken_stands_right_behind() {
    let mut team = Team::new();
    let items: Vec<Value> = ["Pier", "Fare", "Deck"].iter().map(|title| team.item(title, 1.0)).collect();
    let sprint = team.running(&items[..2]);
    let back = team.act("sprint.giveBack", json!({"items": [items[1]]}));
    team.act("sprint.take", json!({"sprint": sprint, "items": [items[2]]}));
    team.later(1);
    team.call("history.undo", json!({"action": back}));
    assert_eq!(broken(&team.tables()), Vec::<String>::new());
}
