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

#[test]
fn a_figure_says_what_it_is() {
    for figure in Figure::ALL {
        let kpi = Kpi {
            name: figure.title().into(),
            unit: figure.unit().into(),
            baseline: None,
            target: None,
            direction: best_way(*figure),
        };
        assert_eq!(super::kpi(&kpi), Ok(kpi), "{figure}");
    }
}

#[test]
fn a_baseline_is_taken_when_the_team_comes_to_want_it() {
    for (from, to, takes) in [
        (None, State::Agreed, true),
        (None, State::Proposed, false),
        (Some(State::Proposed), State::Agreed, true),
        (Some(State::Dropped), State::Agreed, true),
        (Some(State::Kept), State::Agreed, true),
        (Some(State::InProgress), State::Agreed, false),
        (Some(State::Agreed), State::InProgress, false),
        (Some(State::Proposed), State::Dropped, false),
    ] {
        assert_eq!(takes_baseline(from, to), takes, "{from:?} to {to}");
    }
}

#[test]
fn a_way_may_lead_down_and_may_be_none() {
    assert_eq!(progress(Some(9.5), Some(4.0), Some(6.75)), Some(50.0));
    assert_eq!(progress(Some(4.0), Some(4.0), Some(6.0)), None);
    assert_eq!(progress(None, Some(4.0), Some(6.0)), None);
    assert_eq!(progress(Some(9.5), Some(4.0), None), None);
    for (target, direction, value, at) in [
        (4.0, Direction::Down, 4.0, true),
        (4.0, Direction::Down, 4.1, false),
        (80.0, Direction::Up, 90.0, true),
        (80.0, Direction::Up, 79.0, false),
    ] {
        assert_eq!(reached(target, direction, value), at, "{value}");
    }
}

#[test]
fn a_review_is_due_and_then_overdue() {
    for (state, review, newest, expect) in [
        (State::Agreed, Some(5), None, Due::Not),
        (State::Agreed, Some(5), Some(4), Due::Not),
        (State::InReview, Some(5), Some(5), Due::Now),
        (State::InProgress, Some(5), Some(6), Due::Over),
        (State::InProgress, None, Some(6), Due::Not),
        (State::Kept, Some(5), Some(6), Due::Not),
        (State::Proposed, Some(5), Some(6), Due::Not),
    ] {
        assert_eq!(due(state, review, newest), expect, "{state} {review:?} {newest:?}");
    }
}

#[test]
fn an_item_speaks_for_the_next_step() {
    for (state, begun, done, expect) in [
        (State::Agreed, false, false, None),
        (State::Agreed, true, false, Some(State::InProgress)),
        (State::Agreed, true, true, Some(State::InReview)),
        (State::InProgress, true, false, None),
        (State::InProgress, true, true, Some(State::InReview)),
        (State::InReview, true, true, None),
        (State::Kept, true, true, None),
        (State::Proposed, true, true, None),
    ] {
        assert_eq!(suggested(state, begun, done), expect, "{state}");
        assert!(expect.is_none_or(|to| state.next().contains(&to)));
    }
}

#[test]
fn what_is_measured_by_hand() {
    let today: NaiveDate = "2026-03-09".parse().unwrap();
    assert_eq!(day(today, today), Ok(today));
    assert_eq!(day(today.succ_opt().unwrap(), today).unwrap_err().code(), "improvement_day_to_come");
    assert_eq!(value(f64::INFINITY).unwrap_err().code(), "improvement_kpi_value");
    assert_eq!(value(-0.0).map(f64::is_sign_positive), Ok(true));
    assert_eq!(note("\u{7}").unwrap_err().code(), "improvement_note");
}
