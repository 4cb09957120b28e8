//! The order of the Product Backlog: any sequence of moves equals the same moves of a plain list.

mod team;

use proptest::prelude::*;
use serde_json::{Value, json};
use team::Team;
use team::steps::{Pick, cases};

/// One row of the plain list.
#[derive(Debug, Clone, PartialEq)]
struct Row {
    id: String,
    /// Open and in no sprint: seen in the Product Backlog.
    seen: bool,
}

#[derive(Debug, Clone)]
enum Change {
    Create(Pick, Pick),
    Move(Vec<Pick>, Pick, Pick),
    Take(Pick),
    GiveBack(Pick),
    Cancel(Pick),
    Delete(Pick),
    Undo,
}

fn changes() -> impl Strategy<Value = Vec<Change>> {
    let pick = any::<Pick>;
    let one = prop_oneof![
        2 => (pick(), pick()).prop_map(|(to, n)| Change::Create(to, n)),
        12 => (prop::collection::vec(pick(), 1..5), pick(), pick()).prop_map(|(a, b, c)| Change::Move(a, b, c)),
        2 => pick().prop_map(Change::Take),
        2 => pick().prop_map(Change::GiveBack),
        1 => pick().prop_map(Change::Cancel),
        1 => pick().prop_map(Change::Delete),
        2 => Just(Change::Undo),
    ];
    prop::collection::vec(one, 1..60)
}

/// Where the moved rows go in a list that they have been taken out of; none when the place is refused.
fn place(rest: &[Row], to: Pick, n: Pick, all: &[Row]) -> (Value, Option<usize>) {
    let anchor = all[usize::from(n) % all.len()].id.clone();
    let at = rest.iter().position(|row| row.id == anchor);
    match to % 5 {
        0 => (json!({"to": "top"}), Some(0)),
        1 => (json!({"to": "bottom"}), Some(rest.len())),
        2 => {
            let position = usize::from(n) % (all.len() + 2) + 1;
            let seen = rest.iter().enumerate().filter(|(_, row)| row.seen);
            let nth = seen.map(|(index, _)| index).nth(position - 1);
            (json!({"to": "position", "position": position}), Some(nth.unwrap_or(rest.len())))
        }
        3 => (json!({"to": "before", "item": anchor}), at),
        _ => (json!({"to": "after", "item": anchor}), at.map(|at| at + 1)),
    }
}

fn position(list: &[Row], id: &str) -> Option<usize> {
    list.iter().filter(|row| row.seen).position(|row| row.id == id).map(|index| index + 1)
}

fn standing(team: &Team) -> Vec<Row> {
    let items = team.tables()["item"].clone();
    let mut rows: Vec<_> = items.iter().map(|(id, item)| (item["rank"].clone(), id.clone(), item)).collect();
    rows.sort_by(|a, b| (&a.0, &a.1).cmp(&(&b.0, &b.1)));
    assert!(rows.windows(2).all(|pair| pair[0].0 < pair[1].0), "one order, no ties: {rows:?}");
    assert!(rows.iter().all(|(rank, ..)| rank.len() <= 64 + 2), "no rank is longer than 64");
    let seen = |item: &std::collections::BTreeMap<String, String>| {
        item["sprint"] == "NULL" && item["resolution"] == "NULL"
    };
    rows.into_iter().map(|(_, id, item)| Row { id, seen: seen(item) }).collect()
}

proptest! {
    #![proptest_config(cases(24))]

    #[test]
    fn any_moves_equal_those_of_a_plain_list(changes in changes()) {
        let mut team = Team::new();
        let sprint = team.sprint();
        let mut list: Vec<Row> = Vec::new();
        let mut earlier: Vec<Vec<Row>> = Vec::new();
        for title in ["Pier", "Fare", "Deck", "Ramp", "Rope"] {
            let id = team.item(title, 1.0);
            list.push(Row { id: id.as_str().unwrap().to_owned(), seen: true });
        }
        for change in changes {
            team.later(1);
            let before = list.clone();
            let nth = |n: Pick| before[usize::from(n) % before.len()].clone();
            let (name, request) = match change {
                Change::Create(to, n) => {
                    let (place, at) = place(&before, to, n, &before);
                    let request = json!({"product": team.product, "title": "New", "place": place});
                    let made = team.call("item.create", request);
                    let id = made["id"].as_str().unwrap().to_owned();
                    list.insert(at.unwrap(), Row { id: id.clone(), seen: true });
                    prop_assert_eq!(made["position"].as_u64().map(|n| n as usize), position(&list, &id));
                    earlier.push(before);
                    prop_assert_eq!(&standing(&team), &list);
                    continue;
                }
                Change::Move(items, to, n) => {
                    let ids: Vec<String> = items.iter().map(|n| nth(*n).id).collect();
                    let (moving, rest): (Vec<Row>, Vec<Row>) =
                        before.iter().cloned().partition(|row| ids.contains(&row.id));
                    let (place, at) = place(&rest, to, n, &before);
                    if let Some(at) = at {
                        let stays = moving.len() == 1
                            && position(&before, &moving[0].id).is_some_and(|now| place["position"] == now);
                        if !stays {
                            list = rest;
                            list.splice(at..at, moving);
                        }
                    }
                    ("item.move", json!({"items": ids, "place": place}))
                }
                Change::Take(n) => {
                    let id = nth(n).id;
                    list.iter_mut().filter(|row| row.id == id).for_each(|row| row.seen = false);
                    ("sprint.take", json!({"sprint": sprint, "items": [id]}))
                }
                Change::GiveBack(n) => {
                    let id = nth(n).id;
                    // An item in no sprint stays where it is, a cancelled one cancelled.
                    let taken = team.tables()["item"][&id]["sprint"] != "NULL";
                    list.iter_mut().filter(|row| taken && row.id == id).for_each(|row| row.seen = true);
                    ("sprint.giveBack", json!({"items": [id]}))
                }
                Change::Cancel(n) => {
                    let id = nth(n).id;
                    list.iter_mut().filter(|row| row.id == id).for_each(|row| row.seen = false);
                    ("item.cancel", json!({"items": [id], "reason": "Not wanted"}))
                }
                Change::Delete(n) if before.len() > 3 => {
                    let id = nth(n).id;
                    list.retain(|row| row.id != id);
                    ("item.delete", json!({"items": [id]}))
                }
                Change::Delete(_) => continue,
                Change::Undo => {
                    if let Some(then) = earlier.pop() {
                        team.call("history.undo", json!({}));
                        list = then;
                        prop_assert_eq!(&standing(&team), &list);
                    }
                    continue;
                }
            };
            match team.attempt(name, request.clone()) {
                Ok(answer) => {
                    prop_assert_eq!(&standing(&team), &list, "after {} {}", name, request);
                    for told in answer.value["positions"].as_array().into_iter().flatten() {
                        let is = position(&list, told["item"].as_str().unwrap());
                        prop_assert_eq!(told["position"].as_u64().map(|n| n as usize), is);
                    }
                    if answer.action.is_some() {
                        earlier.push(before);
                    }
                }
                Err(error) => {
                    let known = ["bad_neighbour", "item_finished"];
                    prop_assert!(known.contains(&error.code.as_str()), "{} {}: {:?}", name, request, error);
                    list = before;
                    prop_assert_eq!(&standing(&team), &list);
                }
            }
        }
    }
}

#[test]
fn a_gap_that_is_halved_again_and_again_makes_room_and_no_order_changes() {
    let mut team = Team::new();
    let ids: Vec<Value> =
        ["Pier", "Fare", "Deck", "Ramp"].iter().map(|title| team.item(title, 1.0)).collect();
    let mut list: Vec<String> = ids.iter().map(|id| id.as_str().unwrap().to_owned()).collect();
    let mut made_room = 0;
    for turn in 0..500 {
        team.later(1);
        // The last row to the second place: always between the first and the one moved there before.
        let moved = list.pop().unwrap();
        list.insert(1, moved.clone());
        let before = team.tables();
        let answer =
            team.answer("item.move", json!({"items": [moved], "place": {"to": "position", "position": 2}}));
        let rows: Vec<String> = standing(&team).into_iter().map(|row| row.id).collect();
        assert_eq!(rows, list, "turn {turn}");
        let after = team.tables();
        let written = after["item"].iter().filter(|(id, row)| before["item"][*id] != **row).count();
        if written > 1 {
            made_room += 1;
            // One action, one undo, whatever it wrote.
            team.call("history.undo", json!({}));
            assert_eq!(team.tables(), before);
            team.call("history.redo", json!({}));
            assert_eq!(team.tables(), after);
        } else {
            assert!(answer.action.is_some() && written == 1, "moving one row writes one row");
        }
    }
    assert!(made_room > 0, "five hundred halvings do not fit in 64 characters");
}
