//! Rules of the register, by tables and properties.

use super::*;
use proptest::prelude::*;

fn sample(baseline: Option<f64>, target: Option<f64>, direction: Direction) -> Kpi {
    Kpi { name: "Review wait".into(), unit: "h".into(), baseline, target, direction }
}

#[test]
fn a_step_follows_the_path_and_settling_needs_words() {
    for (from, to, outcome, expect) in [
        (State::Proposed, State::Agreed, None, Ok("")),
        (State::Agreed, State::InProgress, Some("ignored"), Ok("")),
        (State::InReview, State::Kept, Some(" Waits halved "), Ok("Waits halved")),
        (State::InReview, State::InProgress, None, Ok("")),
        (State::Dropped, State::Agreed, None, Ok("")),
        (State::InReview, State::Kept, None, Err("improvement_outcome")),
        (State::InReview, State::Adapted, Some(" "), Err("improvement_outcome")),
        (State::Proposed, State::Dropped, Some(""), Err("improvement_outcome")),
        (State::Proposed, State::Kept, Some("No"), Err("improvement_step")),
        (State::Kept, State::InReview, None, Err("improvement_step")),
        (State::Agreed, State::Agreed, None, Err("improvement_step")),
    ] {
        let found = step(from, to, outcome).map_err(|e| e.code());
        assert_eq!(found.as_deref().map_err(|code| *code), expect, "{from} to {to}");
    }
}

#[test]
fn kpis() {
    for (baseline, target, direction, expect) in [
        (Some(12.0), Some(6.0), Direction::Down, Ok(())),
        (Some(12.0), Some(12.0), Direction::Up, Ok(())),
        (None, Some(6.0), Direction::Up, Ok(())),
        (Some(12.0), None, Direction::Up, Ok(())),
        (Some(12.0), Some(6.0), Direction::Up, Err("improvement_kpi_direction")),
        (Some(6.0), Some(12.0), Direction::Down, Err("improvement_kpi_direction")),
        (Some(f64::NAN), None, Direction::Up, Err("improvement_kpi_value")),
        (None, Some(1e13), Direction::Up, Err("improvement_kpi_value")),
    ] {
        let found = kpi(&sample(baseline, target, direction)).map(|_| ()).map_err(|e| e.code());
        assert_eq!(found, expect, "{baseline:?} {target:?} {direction}");
    }
    let named = |name: &str, unit: &str| Kpi {
        name: name.into(),
        unit: unit.into(),
        ..sample(None, None, Direction::Up)
    };
    assert_eq!(kpi(&named(" ", "h")).unwrap_err().code(), "improvement_kpi_name");
    assert_eq!(kpi(&named("Wait", &"x".repeat(31))).unwrap_err().code(), "improvement_kpi_unit");
    assert_eq!(kpi(&named(" Wait ", "")).map(|kpi| kpi.name).as_deref(), Ok("Wait"));
}

#[test]
fn entries() {
    assert_eq!(opportunity("\n").unwrap_err().code(), "improvement_opportunity");
    assert_eq!(justification("").as_deref(), Ok(""));
    assert_eq!(facet("size", "a\nb").unwrap_err().to_string(), {
        "The size was not accepted: it holds a line break or another control character."
    });
    assert_eq!(beginning(State::Agreed), Ok(State::Agreed));
    assert_eq!(beginning(State::Kept).unwrap_err().code(), "improvement_beginning");
    assert_eq!(can_become_item(State::Agreed, None), Ok(()));
    assert_eq!(can_become_item(State::Agreed, Some("HBR-9")).unwrap_err().code(), "improvement_already_item");
    assert_eq!(can_become_item(State::Proposed, None).unwrap_err().code(), "improvement_not_agreed");
}

#[test]
fn a_card_is_an_opportunity_on_one_line() {
    assert_eq!(opportunity_of_card("Reviews wait\ntoo long"), "Reviews wait too long");
    let long = opportunity_of_card(&"x".repeat(1000));
    assert!(long.ends_with('…') && opportunity(&long).is_ok(), "{long}");
    let full = "x".repeat(OPPORTUNITY_MAX);
    assert_eq!(opportunity_of_card(&full), full);
}

#[test]
fn only_a_settled_one_has_an_outcome() {
    assert_eq!(outcome(State::Kept, " It helped ").as_deref(), Ok("It helped"));
    assert_eq!(outcome(State::Kept, " ").unwrap_err().code(), "improvement_outcome");
    assert_eq!(outcome(State::InReview, "So far").unwrap_err().code(), "improvement_not_settled");
}

#[test]
fn due_in_its_review_sprint_and_until_it_is_settled() {
    for (state, review, retro, expect) in [
        (State::InProgress, Some(5), Some(5), true),
        (State::Agreed, Some(4), Some(5), true),
        (State::Agreed, Some(6), Some(5), false),
        (State::Agreed, None, Some(5), true),
        (State::Agreed, Some(5), None, false),
        (State::Proposed, Some(5), Some(5), false),
        (State::Kept, Some(5), Some(5), false),
    ] {
        assert_eq!(is_due(state, review, retro), expect, "{state} {review:?} {retro:?}");
    }
}

proptest! {
    #[test]
    fn any_path_of_steps_has_words_exactly_while_settled(picks in prop::collection::vec(0usize..6, 1..30)) {
        let mut state = State::Proposed;
        for pick in picks {
            let next = state.next()[pick % state.next().len()];
            let outcome = step(state, next, Some("It helped")).unwrap();
            prop_assert_eq!(outcome.is_empty(), !next.is_settled());
            state = next;
        }
    }
}
