//! Undo over the contract: whatever a team does, taken back in reverse order it was never done, brought back it was.

mod team;

use lineout_store::Tables;
use proptest::prelude::*;
use serde_json::json;
use team::Team;
use team::steps::{Step, cases, steps};

/// What was done: the tables before and after each action, oldest first.
struct Done {
    acts: Vec<(Tables, Tables)>,
}

/// Carries steps out. A refusal must have changed nothing.
fn carry_out(team: &mut Team, steps: &[Step]) -> Done {
    let mut done = Done { acts: Vec::new() };
    let mut before = team.tables();
    for step in steps {
        let Some(outcome) = team.step(step, &before) else { continue };
        let after = team.tables();
        match outcome {
            Ok(answer) if answer.action.is_some() => done.acts.push((before, after.clone())),
            Ok(_) => assert_eq!(before, after, "{step:?} says that it did nothing"),
            Err(error) => {
                assert!(
                    error.code != "constraint" && error.code != "database",
                    "{step:?} ran into {error:?}"
                );
                assert_eq!(before, after, "{step:?} was refused ({error}) and wrote");
            }
        }
        before = after;
    }
    done
}

/// Whoever is acting may have gone by what is taken back; turning back asks nobody's leave.
fn turn(team: &mut Team, name: &str) {
    let acting = team.acting.take();
    team.later(1);
    team.answer(name, json!({}));
    team.acting = acting;
}

proptest! {
    #![proptest_config(cases(16))]

    #[test]
    fn undone_in_reverse_nothing_was_done_and_redone_all_of_it(steps in steps(40)) {
        let mut team = Team::at_work();
        let done = carry_out(&mut team, &steps);
        for (before, _) in done.acts.iter().rev() {
            turn(&mut team, "history.undo");
            prop_assert_eq!(&team.tables(), before);
        }
        for (_, after) in &done.acts {
            turn(&mut team, "history.redo");
            prop_assert_eq!(&team.tables(), after);
        }
    }

    #[test]
    fn undo_and_redo_survive_a_restart(steps in steps(25)) {
        let mut team = Team::at_work();
        let done = carry_out(&mut team, &steps);
        for (n, (before, _)) in done.acts.iter().enumerate().rev() {
            if n % 3 == 0 {
                team.restart();
            }
            turn(&mut team, "history.undo");
            prop_assert_eq!(&team.tables(), before);
        }
        team.restart();
        for (_, after) in &done.acts {
            turn(&mut team, "history.redo");
            prop_assert_eq!(&team.tables(), after);
        }
    }

    #[test]
    fn turning_back_and_forth_between_acts_is_a_stack(steps in steps(25), chances in prop::collection::vec(0u8..5, 25)) {
        let mut team = Team::at_work();
        let mut stack: Vec<(Tables, Tables)> = Vec::new();
        let mut taken: Vec<(Tables, Tables)> = Vec::new();
        for (step, chance) in steps.iter().zip(chances) {
            let before = team.tables();
            match chance {
                0 => if let Some(act) = stack.pop() {
                    turn(&mut team, "history.undo");
                    prop_assert_eq!(&team.tables(), &act.0);
                    taken.push(act);
                },
                1 => match taken.pop() {
                    Some(act) => {
                        turn(&mut team, "history.redo");
                        prop_assert_eq!(&team.tables(), &act.1);
                        stack.push(act);
                    }
                    None => {
                        team.acting = None;
                        prop_assert_eq!(team.refusal("history.redo", json!({})), "nothing_to_undo");
                    }
                },
                _ => if let Some(Ok(answer)) = team.step(step, &before) && answer.action.is_some() {
                    stack.push((before, team.tables()));
                    taken.clear();
                },
            }
        }
        while let Some((before, _)) = stack.pop() {
            turn(&mut team, "history.undo");
            prop_assert_eq!(&team.tables(), &before);
        }
    }
}
