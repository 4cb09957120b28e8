//! Ranks against the plainest model of an order: a list.

use proptest::prelude::*;

use super::*;

fn r(text: &str) -> Rank {
    text.parse().unwrap()
}

#[test]
fn between_two_neighbours() {
    for (lo, hi, expect) in [
        (None, None, "V"),
        (Some("V"), None, "V001"),
        (Some("V001"), None, "V002"),
        (Some("V001zzzz"), None, "V002"),
        (None, Some("V"), "Uzzz"),
        (None, Some("V5"), "V4zz"),
        (Some("A"), Some("C"), "B"),
        (Some("A"), Some("B"), "AV"),
        (Some("V"), Some("V1"), "V0V"),
        (Some("V"), Some("V01"), "V00V"),
        (Some("Az"), Some("B"), "AzV"),
        // The room below the upper neighbour is nearer than that above the lower one.
        (Some("Azz"), Some("B2"), "B1"),
        (Some("zzzz"), None, "zzzzV"),
        (None, Some("0001"), "0000V"),
    ] {
        let (lo, hi) = (lo.map(r), hi.map(r));
        assert_eq!(between(lo.as_ref(), hi.as_ref()).as_str(), expect, "{lo:?} {hi:?}");
    }
}

#[test]
#[should_panic(expected = "no rank lies between")]
fn nothing_lies_between_equals() {
    between(Some(&r("V")), Some(&r("V")));
}

#[test]
fn texts_that_are_no_rank() {
    for text in ["", "0", "V0", "a-b", "é", " V", &"V".repeat(256)] {
        assert_eq!(text.parse::<Rank>().unwrap_err().code(), "rank_invalid", "{text:?}");
    }
    assert_eq!(r("V001").to_string(), "V001");
}

#[test]
fn a_hundred_thousand_rows_have_short_ranks_wherever_they_go() {
    for (lo, hi, longest) in [
        (None, None, 4),
        (Some("V"), None, 4),
        (None, Some("V"), 4),
        (Some("A"), Some("B"), 4),
        (Some("zzzy"), None, 7),
    ] {
        let (lo, hi) = (lo.map(r), hi.map(r));
        let ranks = spread(100_000, lo.as_ref(), hi.as_ref());
        assert_eq!(ranks.len(), 100_000);
        assert!(ranks.windows(2).all(|pair| pair[0] < pair[1]));
        assert!(lo.is_none_or(|lo| lo < ranks[0]));
        assert!(hi.is_none_or(|hi| ranks[99_999] < hi));
        let length = ranks.iter().map(|rank| rank.as_str().len()).max().unwrap();
        assert!(length <= longest, "{length} > {longest}");
    }
}

#[test]
fn a_list_that_grows_at_its_ends_keeps_short_ranks() {
    let (mut first, mut last) = (r("V"), r("V"));
    for _ in 0..50_000 {
        last = between(Some(&last), None);
        first = between(None, Some(&first));
    }
    assert!(last.as_str().len() <= 4 && first.as_str().len() <= 4, "{first} {last}");
}

#[test]
fn inserting_in_the_same_place_is_noticed_in_time() {
    // Always right after the same row, and always right before it: the two ways a gap is halved.
    for after in [true, false] {
        let (mut lo, mut hi) = (r("V"), r("V001"));
        let mut inserts = 0;
        while !needs_respread(&lo) && !needs_respread(&hi) {
            let new = between(Some(&lo), Some(&hi));
            assert!(lo < new && new < hi);
            if after {
                hi = new
            } else {
                lo = new
            }
            inserts += 1;
            assert!(inserts < 10_000, "ranks never asked to be re-spread");
        }
        assert!(inserts > 300, "{inserts} inserts are too few for 64 characters");
    }
}

/// A list of rows, each with its rank, beside the same list kept plainly.
#[derive(Default)]
struct Board {
    rows: Vec<(Rank, u32)>,
    model: Vec<u32>,
    next: u32,
    respreads: usize,
}

impl Board {
    fn insert(&mut self, at: usize, ids: Vec<u32>) {
        let lo = at.checked_sub(1).map(|before| &self.rows[before].0);
        let ranks = spread(ids.len(), lo, self.rows.get(at).map(|row| &row.0));
        let long = ranks.iter().any(needs_respread);
        self.model.splice(at..at, ids.iter().copied());
        // The store inserts wherever the rank sorts; here too, so that a wrong rank shows.
        self.rows.extend(ranks.into_iter().zip(ids));
        self.rows.sort();
        if long {
            let all: Vec<Rank> = self.rows.iter().map(|row| row.0.clone()).collect();
            let (range, fresh) = respread(&all, at);
            for (row, rank) in self.rows[range].iter_mut().zip(fresh) {
                row.0 = rank;
            }
            self.respreads += 1;
        }
    }

    fn add(&mut self, at: usize, count: u32) {
        let ids = (self.next..self.next + count).collect();
        self.next += count;
        self.insert(at, ids);
    }

    fn relocate(&mut self, from: usize, count: usize, to: usize) {
        let ids: Vec<u32> = self.model.drain(from..from + count).collect();
        self.rows.drain(from..from + count);
        self.insert(to.min(self.model.len()), ids);
    }

    fn check(&self) {
        assert!(self.rows.windows(2).all(|pair| pair[0].0 < pair[1].0), "ranks are not strictly ascending");
        assert_eq!(self.rows.iter().map(|row| row.1).collect::<Vec<_>>(), self.model);
        assert!(self.rows.iter().all(|row| !needs_respread(&row.0)), "a rank stayed too long");
    }
}

/// Places are drawn so that they collide: mostly the ends and one spot in the middle.
fn place() -> impl Strategy<Value = f64> {
    prop_oneof![Just(0.0), Just(0.5), Just(1.0), 0.0..=1.0]
}

fn nth(share: f64, length: usize) -> usize {
    (share * length as f64) as usize
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_inserts_and_moves_keep_the_order_of_a_plain_list(
        ops in prop::collection::vec((0u8..3, place(), place(), 1u32..6), 1..200)
    ) {
        let mut board = Board::default();
        for (kind, a, b, count) in ops {
            let length = board.model.len();
            if kind == 0 || length == 0 {
                board.add(nth(a, length), count);
            } else {
                let from = nth(a, length - 1);
                board.relocate(from, (count as usize).min(length - from), nth(b, length));
            }
            board.check();
        }
    }

    #[test]
    fn hammering_one_place_respreads_and_never_disorders(seed in 1usize..20, after in any::<bool>()) {
        let mut board = Board::default();
        board.add(0, seed as u32 + 1);
        for turn in 0..800 {
            board.add(if after { seed } else { (seed + turn).min(board.model.len()) }, 1);
            if turn % 50 == 0 {
                board.check();
            }
        }
        board.check();
        prop_assert!(!after || board.respreads > 0, "800 inserts in one gap outgrow 64 characters");
    }

}

proptest! {
    #[test]
    fn ranks_between_any_two_are_between_them(a in "[0-9A-Za-z]{0,70}[1-9A-Za-z]", b in "[0zV]{0,70}[1z]", n in 1usize..200) {
        let (a, b) = (r(&a), r(&b));
        prop_assume!(a != b);
        let (lo, hi) = if a < b { (a, b) } else { (b, a) };
        for (lo, hi) in [(Some(&lo), Some(&hi)), (Some(&lo), None), (None, Some(&hi))] {
            let ranks = spread(n, lo, hi);
            prop_assert_eq!(ranks.len(), n);
            prop_assert!(ranks.windows(2).all(|pair| pair[0] < pair[1]));
            prop_assert!(lo.is_none_or(|lo| *lo < ranks[0]) && hi.is_none_or(|hi| ranks[n - 1] < *hi));
            prop_assert!(ranks.iter().all(|rank| rank.as_str().parse::<Rank>().is_ok()));
        }
    }
}

#[test]
fn a_block_is_placed_between_its_neighbours_or_everything_anew() {
    let (a, b) = (r("A"), r("a"));
    let (rows, fresh) = placed(&[Some(&a), None, None, Some(&b)], 1..3);
    assert_eq!(rows, 1..3);
    assert!(a < fresh[0] && fresh[0] < fresh[1] && fresh[1] < b);
    let (rows, fresh) = placed(&[None, Some(&b)], 0..1);
    assert!(rows == (0..1) && fresh[0] < b);
    // Two neighbours so close that a rank between them would be too long.
    let close = "V".repeat(LENGTH_MAX);
    let (lo, hi) = (r(&format!("{close}1")), r(&format!("{close}2")));
    let (rows, fresh) = placed(&[Some(&lo), None, Some(&hi)], 1..2);
    assert_eq!((rows, fresh), (0..3, spread(3, None, None)));
}
