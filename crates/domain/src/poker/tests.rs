//! The rules of the table, by tables and by what must hold for any cards.

use proptest::prelude::*;

use super::*;

const SCALE: &[f64] = &[0.5, 1.0, 2.0, 3.0, 5.0, 8.0, 13.0, 20.0];

/// "2 3 3 ? break": a card for each person, who are numbered from 0.
fn votes(text: &str) -> Vec<(usize, Card)> {
    text.split_whitespace().map(|card| Card::parse(card).unwrap()).enumerate().collect()
}

fn check(cards: &str, proposed: Option<f64>, majority: bool, lowest: &[usize], highest: &[usize]) {
    let found = outcome(&votes(cards), SCALE);
    assert_eq!(
        (found.proposed, found.majority, found.lowest.as_slice(), found.highest.as_slice()),
        (proposed, majority, lowest, highest),
        "{cards}"
    );
}

#[test]
fn the_majority_or_the_next_higher_is_proposed_and_outliers_are_named() {
    check("3 3 3 3", Some(3.0), true, &[], &[]);
    check("2 3 3 3 8", Some(3.0), true, &[0], &[4]);
    // Neighbours are no outliers; a split goes to the higher one.
    check("3 5", Some(5.0), false, &[], &[]);
    check("3 3 5 5", Some(5.0), false, &[], &[]);
    check("3 3 5 5 5", Some(5.0), true, &[], &[]);
    check("3 3 3 5 5", Some(3.0), true, &[], &[]);
    // No majority: the lowest card that more than half would not go above.
    check("2 3 8", Some(3.0), false, &[0], &[2]);
    check("1 2 3 5 8 13", Some(5.0), false, &[0], &[5]);
    check("8 8 2 2", Some(8.0), false, &[2, 3], &[0, 1]);
    // Where the table is, nobody stands apart.
    check("3 8 3 3", Some(3.0), true, &[], &[1]);
    check("0.5 20 20", Some(20.0), true, &[0], &[]);
    // Who gave no estimate weighs nothing.
    check("? 3 break", Some(3.0), true, &[], &[]);
    check("? break", None, false, &[], &[]);
    check("", None, false, &[], &[]);
}

#[test]
fn the_other_cards_are_told_apart() {
    let found = outcome(&votes("? 3 break 3 ?"), SCALE);
    assert_eq!((found.unsure, found.wants_break), (vec![0, 4], vec![2]));
    assert_eq!((found.low, found.high, found.agreed), (Some(3.0), Some(3.0), false));
    assert!(outcome(&votes("3 3"), SCALE).agreed);
    assert!(!outcome(&votes("3 5"), SCALE).agreed);
    assert!(!outcome(&votes("?"), SCALE).agreed);
}

#[test]
fn what_the_scale_has_no_longer_gives_way_to_the_next_higher() {
    let found = outcome(&votes("4 4 4"), SCALE);
    assert_eq!((found.proposed, found.majority), (Some(5.0), true));
    assert_eq!(outcome(&votes("40"), SCALE).proposed, Some(20.0));
    // Nothing of the scale lies between 3 and 4, and between 2 and 4 lies 3.
    assert_eq!(outcome(&votes("3 4"), SCALE).highest, Vec::<usize>::new());
    assert_eq!(outcome(&votes("2 4"), SCALE).highest, vec![1]);
}

#[test]
fn cards_are_the_scale_and_two_more() {
    assert_eq!(cards(&[1.0, 2.0]), [Card::Points(1.0), Card::Points(2.0), Card::Unsure, Card::Break]);
    for card in cards(SCALE) {
        assert_eq!(Card::parse(&card.as_text()), Some(card));
    }
    for text in ["", "x", "NaN", "inf", "Break", "??"] {
        assert_eq!(Card::parse(text), None, "{text:?}");
    }
}

#[test]
fn a_table_has_two_to_thirty_people() {
    for (people, expect) in [
        (0, Err("poker_seats_few")),
        (1, Err("poker_seats_few")),
        (2, Ok(())),
        (30, Ok(())),
        (31, Err("poker_seats_many")),
    ] {
        assert_eq!(check_seats(people).map_err(|rule| rule.code()), expect, "{people}");
    }
}

#[test]
fn rounds_follow_each_other() {
    for (rounds, latest, expect) in [
        (0, None, Ok(())),
        (1, Some(Stage::Open), Err("poker_round_open")),
        (1, Some(Stage::Revealed), Ok(())),
        (49, Some(Stage::Accepted), Ok(())),
        (50, Some(Stage::Accepted), Err("poker_rounds_many")),
    ] {
        assert_eq!(can_open(rounds, latest).map_err(|rule| rule.code()), expect, "{rounds} {latest:?}");
    }
}

#[test]
fn who_may_choose_what_and_when() {
    for (stage, seated, card, expect) in [
        (Stage::Open, true, Card::Points(5.0), Ok(Card::Points(5.0))),
        (Stage::Open, true, Card::Unsure, Ok(Card::Unsure)),
        (Stage::Open, true, Card::Break, Ok(Card::Break)),
        (Stage::Open, true, Card::Points(4.0), Err("poker_card")),
        (Stage::Open, true, Card::Points(f64::NAN), Err("poker_card")),
        (Stage::Open, true, Card::Points(-1.0), Err("poker_card")),
        (Stage::Open, false, Card::Points(5.0), Err("poker_not_at_table")),
        (Stage::Revealed, true, Card::Points(5.0), Err("poker_turned")),
        (Stage::Accepted, true, Card::Points(5.0), Err("poker_turned")),
    ] {
        let found = choose(stage, seated, "Hana", card, SCALE).map_err(|rule| rule.code());
        assert_eq!(found, expect, "{stage:?} {seated} {card:?}");
    }
}

#[test]
fn when_cards_are_turned() {
    for (stage, chosen, missing, early, expect) in [
        (Stage::Open, 3, "", false, Ok(())),
        (Stage::Open, 2, "Hana", false, Err("poker_not_all_chose")),
        (Stage::Open, 2, "Hana", true, Ok(())),
        (Stage::Open, 0, "Hana", true, Err("poker_nobody_chose")),
        (Stage::Open, 0, "", false, Err("poker_nobody_chose")),
        (Stage::Revealed, 3, "", false, Err("poker_turned")),
    ] {
        let missing: Vec<String> = missing.split_whitespace().map(str::to_owned).collect();
        let found = can_reveal(stage, chosen, &missing, early).map_err(|rule| rule.code());
        assert_eq!(found, expect, "{stage:?} {chosen} {missing:?} {early}");
    }
    let said = |names: &[&str]| {
        PokerRule::NotAllChose(names.iter().map(|name| (*name).into()).collect()).to_string()
    };
    assert_eq!(said(&["Hana"]), "Hana has not chosen yet.");
    assert_eq!(said(&["Hana", "Jonas"]), "Hana and Jonas have not chosen yet.");
}

#[test]
fn what_is_accepted() {
    let three = Some(3.0);
    for (stage, accepted, is_latest, wish, proposed, expect) in [
        (Stage::Revealed, None, true, None, three, Ok(3.0)),
        (Stage::Revealed, None, true, Some(5.0), three, Ok(5.0)),
        (Stage::Revealed, None, true, Some(4.0), three, Err("poker_card")),
        (Stage::Revealed, None, true, None, None, Err("poker_nothing_proposed")),
        (Stage::Revealed, None, false, None, three, Err("poker_later_round")),
        (Stage::Open, None, true, Some(5.0), None, Err("poker_not_turned")),
        (Stage::Accepted, three, true, None, three, Err("poker_ended")),
    ] {
        let found = accept(stage, accepted, is_latest, wish, proposed, SCALE).map_err(|rule| rule.code());
        assert_eq!(found, expect, "{stage:?} {wish:?} {proposed:?}");
    }
}

fn any_votes() -> impl Strategy<Value = Vec<(usize, Card)>> {
    let card = prop_oneof![
        8 => prop::sample::select(SCALE).prop_map(Card::Points),
        1 => Just(Card::Unsure),
        1 => Just(Card::Break),
    ];
    prop::collection::vec(card, 0..12).prop_map(|cards| cards.into_iter().enumerate().collect())
}

proptest! {
    #[test]
    fn what_more_than_half_chose_is_proposed(votes in any_votes()) {
        let found = outcome(&votes, SCALE);
        let points: Vec<f64> = votes.iter().filter_map(|(_, card)| card.points()).collect();
        let count = |value: f64| points.iter().filter(|points| **points == value).count();
        let majority = SCALE.iter().copied().find(|value| count(*value) * 2 > points.len());
        prop_assert_eq!(found.majority, majority.is_some());
        if majority.is_some() {
            prop_assert_eq!(found.proposed, majority);
        }
        // Without one it is a card that was chosen, with more than half at or below it, and not so at any lower one.
        if let Some(proposed) = found.proposed {
            prop_assert!(count(proposed) > 0);
            let at_or_below = |value: f64| points.iter().filter(|points| **points <= value).count() * 2 > points.len();
            prop_assert!(at_or_below(proposed));
            prop_assert!(!points.iter().any(|value| *value < proposed && at_or_below(*value)));
        } else {
            prop_assert!(points.is_empty());
        }
    }

    #[test]
    fn outliers_are_at_the_ends_and_never_neighbours(votes in any_votes()) {
        let found = outcome(&votes, SCALE);
        let card = |person: &usize| votes[*person].1.points();
        prop_assert!(found.lowest.iter().all(|person| card(person) == found.low));
        prop_assert!(found.highest.iter().all(|person| card(person) == found.high));
        let place = |value: Option<f64>| SCALE.iter().position(|step| Some(*step) == value);
        if let (Some(low), Some(high)) = (place(found.low), place(found.high)) {
            prop_assert_eq!(high - low >= 2, !found.lowest.is_empty() || !found.highest.is_empty());
        }
        if found.agreed {
            prop_assert!(found.lowest.is_empty() && found.highest.is_empty() && found.majority);
        }
    }

    #[test]
    fn who_sits_where_changes_nothing(votes in any_votes(), turn in 0usize..12) {
        let mut turned = votes.clone();
        turned.rotate_left(turn % votes.len().max(1));
        let (a, b) = (outcome(&votes, SCALE), outcome(&turned, SCALE));
        prop_assert_eq!((a.proposed, a.majority, a.agreed, a.low, a.high), (b.proposed, b.majority, b.agreed, b.low, b.high));
        let sorted = |mut people: Vec<usize>| { people.sort_unstable(); people };
        prop_assert_eq!(sorted(a.lowest), sorted(b.lowest));
        prop_assert_eq!(sorted(a.highest), sorted(b.highest));
    }
}
