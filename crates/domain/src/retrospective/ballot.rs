//! Dot votes: how many a person has, and the order of topics that they make. Who voted for what is nobody's knowledge:
//! a ballot comes without its voter, and what is counted is only that a person has cast one.

use std::collections::BTreeMap;

use super::RetroRule;

/// How many votes a person may have.
pub const VOTES: std::ops::RangeInclusive<u32> = 1..=10;
/// How many a person has when nobody says.
pub const VOTES_USUAL: u32 = 4;

/// The rules of one vote.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Voting {
    /// Votes of each person.
    pub each: u32,
    /// Whether a person may give several of them to one topic.
    pub several: bool,
}

/// The number of votes of each person.
pub fn votes_each(votes: u32) -> Result<u32, RetroRule> {
    if VOTES.contains(&votes) { Ok(votes) } else { Err(RetroRule::VotesEach(votes)) }
}

/// Checks a person's ballot: topics, one mention a vote. The topics must be among those voted on, which is not asked
/// here.
pub fn check<T: Ord>(voting: Voting, ballot: &[T]) -> Result<(), RetroRule> {
    let given = u32::try_from(ballot.len()).unwrap_or(u32::MAX);
    if given == 0 {
        return Err(RetroRule::EmptyBallot);
    }
    if given > voting.each {
        return Err(RetroRule::TooManyVotes { limit: voting.each, given });
    }
    let mut of_one = BTreeMap::new();
    for topic in ballot {
        *of_one.entry(topic).or_insert(0_u32) += 1;
    }
    if !voting.several && of_one.values().any(|votes| *votes > 1) { Err(RetroRule::OneEach) } else { Ok(()) }
}

/// Topics with their votes in the order in which they are talked about: most votes first, and where they are equal as
/// they stood on the board.
pub fn ranked<T: Ord + Copy>(topics: &[T], votes: &[T]) -> Vec<(T, u32)> {
    let mut count: BTreeMap<T, u32> = BTreeMap::new();
    for topic in votes {
        *count.entry(*topic).or_default() += 1;
    }
    let mut ranked: Vec<(T, u32)> =
        topics.iter().map(|topic| (*topic, count.get(topic).copied().unwrap_or_default())).collect();
    ranked.sort_by_key(|(_, votes)| std::cmp::Reverse(*votes));
    ranked
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::rule::Rule as _;

    #[test]
    fn a_ballot_keeps_to_the_limit() {
        let three = Voting { each: 3, several: true };
        let one_each = Voting { several: false, ..three };
        for (voting, ballot, expect) in [
            (three, &[1, 2, 3][..], Ok(())),
            (three, &[1, 1, 1], Ok(())),
            (three, &[1], Ok(())),
            (three, &[], Err("retro_empty_ballot")),
            (three, &[1, 1, 2, 3], Err("retro_too_many_votes")),
            (one_each, &[1, 2, 3], Ok(())),
            (one_each, &[1, 2, 1], Err("retro_one_each")),
        ] {
            assert_eq!(check(voting, ballot).map_err(|e| e.code()), expect, "{voting:?} {ballot:?}");
        }
        for (votes, fine) in [(0, false), (1, true), (5, true), (10, true), (11, false)] {
            assert_eq!(votes_each(votes).is_ok(), fine, "{votes}");
        }
    }

    proptest! {
        #[test]
        fn an_accepted_ballot_never_passes_the_limit(each in 1_u32..6, several: bool, ballot in prop::collection::vec(0_u8..5, 0..8)) {
            let voting = Voting { each, several };
            if check(voting, &ballot).is_ok() {
                prop_assert!(ballot.len() <= each as usize && !ballot.is_empty());
                let most = (0..5).map(|topic| ballot.iter().filter(|one| **one == topic).count()).max().unwrap_or(0);
                prop_assert!(several || most <= 1);
            } else {
                let twice = (0..5).any(|topic| ballot.iter().filter(|one| **one == topic).count() > 1);
                prop_assert!(ballot.is_empty() || ballot.len() > each as usize || (!several && twice));
            }
        }

        #[test]
        fn every_topic_is_ranked_and_every_vote_on_one_is_counted(topics in prop::collection::btree_set(0_u8..12, 0..10), votes in prop::collection::vec(0_u8..12, 0..30)) {
            let topics: Vec<u8> = topics.into_iter().rev().collect();
            let ranked = ranked(&topics, &votes);
            prop_assert_eq!(ranked.len(), topics.len());
            let counted: u32 = ranked.iter().map(|(_, votes)| votes).sum();
            prop_assert_eq!(counted as usize, votes.iter().filter(|vote| topics.contains(vote)).count());
            for pair in ranked.windows(2) {
                let place = |topic: u8| topics.iter().position(|one| *one == topic);
                prop_assert!(pair[0].1 > pair[1].1 || (pair[0].1 == pair[1].1 && place(pair[0].0) < place(pair[1].0)));
            }
        }
    }
}
