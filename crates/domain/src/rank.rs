//! Order as strings between strings: moving one row writes one row.
//!
//! A rank is a fraction between 0 and 1, written in base 62 without the leading "0." and without trailing zeros, so
//! that comparing the strings byte by byte compares the fractions. Between any two ranks there is another, but the
//! more often the same gap is halved, the longer its ranks grow; past [`LENGTH_MAX`] the neighbourhood is re-spread.
//!
//! ```text
//! 0        …        V        W        …        1      one digit
//!                   V  VF VV Vk  W                    two digits: finer steps inside V…W
//! ```
//!
//! At the open ends ranks do not halve what is left, they walk in steps of 62⁻⁴: a backlog that only ever grows at
//! its end stays at four characters for seven million rows.
//!
//! Not here: ties. Two rows of one list must not hold the same rank; where machines meet, the id decides.

use std::fmt;
use std::ops::Range;
use std::str::FromStr;

use crate::rule::Rule;

/// Characters past which a rank asks for its neighbourhood to be re-spread.
pub const LENGTH_MAX: usize = 64;
/// Characters within which a re-spread neighbourhood fits, so that it is not asked for again soon.
const LENGTH_RESPREAD: usize = 12;
/// Most characters of a rank that is read at all.
const LENGTH_READ: usize = 255;

/// In ascending byte order.
const DIGITS: &[u8; 62] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const BASE: u128 = 62;
/// Digits of a step at an open end.
const STEP_WIDTH: usize = 4;
const STEPS: u128 = BASE.pow(STEP_WIDTH as u32);
/// Digits whose count of values still leaves room in 128 bits to multiply by the length of any list.
const WIDTH_MAX: usize = 12;

/// A place in an order. Ranks compare as their strings do, byte by byte.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Rank(String);

/// A text that is no rank.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("\"{0}\" is not a rank: a rank is letters and digits and does not end in 0.")]
pub struct InvalidRank(String);

impl Rule for InvalidRank {
    fn code(&self) -> &'static str {
        "rank_invalid"
    }

    fn hint(&self) -> String {
        "Run the integrity check on this workspace.".into()
    }
}

impl Rank {
    /// The rank as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Rank {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl FromStr for Rank {
    type Err = InvalidRank;

    fn from_str(text: &str) -> Result<Self, InvalidRank> {
        let ranked = (1..=LENGTH_READ).contains(&text.len())
            && text.bytes().all(|byte| byte.is_ascii_alphanumeric())
            && !text.ends_with('0');
        if ranked { Ok(Self(text.to_owned())) } else { Err(InvalidRank(crate::text::excerpt(text))) }
    }
}

/// A rank strictly between two neighbours; `None` stands for the open end of the list.
///
/// # Panics
/// When `lo` does not come before `hi`: two rows of one list may not hold the same rank.
pub fn between(lo: Option<&Rank>, hi: Option<&Rank>) -> Rank {
    spread(1, lo, hi).pop().expect("BUG: spreading one rank gives one")
}

/// `n` ascending ranks strictly between two neighbours, evenly apart and as short as that allows; `None` stands for an
/// open end, where they walk on in equal steps.
///
/// # Panics
/// When `lo` does not come before `hi`: two rows of one list may not hold the same rank.
pub fn spread(n: usize, lo: Option<&Rank>, hi: Option<&Rank>) -> Vec<Rank> {
    if let (Some(lo), Some(hi)) = (lo, hi) {
        assert!(lo < hi, "BUG: no rank lies between {lo} and {hi}");
    }
    if n == 0 {
        return Vec::new();
    }
    let lo = digits(lo);
    let hi = hi.map(|rank| digits(Some(rank)));
    walk(n, &lo, hi.as_deref()).unwrap_or_else(|| divide(n, lo, hi))
}

/// Whether the rank has grown so long that its neighbourhood should be re-spread in the same action.
pub fn needs_respread(rank: &Rank) -> bool {
    rank.0.len() > LENGTH_MAX
}

/// Ranks for the rows `block` of a short list in its new order: between their neighbours, or fresh ones for every row where
/// they would grow too long. Which rows to write, and their ranks. A neighbour without a rank counts as an open end.
///
/// # Panics
/// When the ranks around `block` do not ascend.
pub fn placed(ranks: &[Option<&Rank>], block: Range<usize>) -> (Range<usize>, Vec<Rank>) {
    let lo = block.start.checked_sub(1).and_then(|above| ranks[above]);
    let fresh = spread(block.len(), lo, ranks.get(block.end).copied().flatten());
    if fresh.iter().any(needs_respread) {
        return (0..ranks.len(), spread(ranks.len(), None, None));
    }
    (block, fresh)
}

/// New ranks for the neighbourhood of the row `at` in a whole ordered list: which rows to write, and their ranks. The
/// neighbourhood is no wider than it must be for the new ranks to be short; the order does not change.
///
/// # Panics
/// When `at` is outside the list, or the list is not strictly ascending.
pub fn respread(ranks: &[Rank], at: usize) -> (Range<usize>, Vec<Rank>) {
    assert!(at < ranks.len(), "BUG: row {at} is outside a list of {}", ranks.len());
    let mut reach = 8;
    loop {
        let rows = at.saturating_sub(reach)..(at + reach + 1).min(ranks.len());
        let lo = rows.start.checked_sub(1).map(|before| &ranks[before]);
        let fresh = spread(rows.len(), lo, ranks.get(rows.end));
        if rows.len() == ranks.len() || fresh.iter().all(|rank| rank.0.len() <= LENGTH_RESPREAD) {
            return (rows, fresh);
        }
        reach *= 2;
    }
}

/// Steps at an open end, or from the middle of an empty list; `None` between two neighbours and when the end is too
/// near for `n` steps.
fn walk(n: usize, lo: &[u8], hi: Option<&[u8]>) -> Option<Vec<Rank>> {
    let n = n as u128;
    let first = match (lo.is_empty(), hi) {
        (true, None) => (STEPS / 2).checked_sub(n / 2)?,
        (false, None) => leading(lo, STEP_WIDTH) + 1,
        (true, Some(hi)) => leading(hi, STEP_WIDTH).checked_sub(n)?,
        (false, Some(_)) => return None,
    };
    (first > 0 && first + n < STEPS)
        .then(|| (first..first + n).map(|step| rank(Vec::new(), step, STEP_WIDTH)).collect())
}

/// Even steps between two neighbours.
fn divide(n: usize, lo: Vec<u8>, hi: Option<Vec<u8>>) -> Vec<Rank> {
    let gap = Gap::find(lo, hi);
    let n = n as u128;
    for width in 1..=WIDTH_MAX {
        let low = leading(&gap.lo, width);
        let high = gap.hi.as_deref().map_or(BASE.pow(width as u32), |hi| leading(hi, width));
        if high - low > n {
            let at = |step: u128| low + step * (high - low) / (n + 1);
            return (1..=n).map(|step| rank(gap.prefix.clone(), at(step), width)).collect();
        }
    }
    unreachable!("BUG: twelve digits hold more ranks than a list can have rows")
}

/// A prefix, and what follows it on either side: after the prefix the two differ by more than one in the first digit.
struct Gap {
    prefix: Vec<u8>,
    lo: Vec<u8>,
    hi: Option<Vec<u8>>,
}

impl Gap {
    /// Walks down from two neighbours to the first digit that leaves room. `V` and `V1`, for example, differ by one
    /// behind `V`; the room is behind `V0`.
    fn find(lo: Vec<u8>, hi: Option<Vec<u8>>) -> Self {
        let mut gap = Self { prefix: Vec::new(), lo, hi };
        loop {
            let low = gap.lo.first().copied().unwrap_or(0);
            let high = gap.hi.as_ref().map_or(BASE as u8, |hi| hi.first().copied().unwrap_or(0));
            match high - low {
                0 => gap.descend(low, true, true),
                1 => {
                    // Room lies above the lower neighbour or below the upper one: take the side that is nearer, so
                    // that ranks grow no longer than they must.
                    let above = gap.lo.iter().skip(1).take_while(|digit| **digit == BASE as u8 - 1).count();
                    let below = gap
                        .hi
                        .as_ref()
                        .filter(|hi| hi.len() > 1)
                        .map(|hi| hi.iter().skip(1).take_while(|digit| **digit == 0).count());
                    if below.is_some_and(|below| below < above) {
                        gap.descend(high, false, true);
                    } else {
                        gap.descend(low, true, false);
                    }
                }
                _ => return gap,
            }
        }
    }

    /// Puts `digit` behind the prefix. A neighbour that does not begin with it no longer bounds what follows.
    fn descend(&mut self, digit: u8, keep_lo: bool, keep_hi: bool) {
        self.prefix.push(digit);
        self.lo = if keep_lo { self.lo.iter().skip(1).copied().collect() } else { Vec::new() };
        self.hi = self.hi.take().filter(|_| keep_hi).map(|hi| hi.into_iter().skip(1).collect());
    }
}

/// The values of a rank's digits; none for the open end.
fn digits(rank: Option<&Rank>) -> Vec<u8> {
    rank.map_or_else(Vec::new, |rank| {
        rank.0
            .bytes()
            .map(|byte| match byte {
                b'0'..=b'9' => byte - b'0',
                b'A'..=b'Z' => byte - b'A' + 10,
                _ => byte - b'a' + 36,
            })
            .collect()
    })
}

/// The first `width` digits as a number, zeros standing for the missing ones.
fn leading(digits: &[u8], width: usize) -> u128 {
    (0..width).fold(0, |value, place| value * BASE + u128::from(digits.get(place).copied().unwrap_or(0)))
}

/// The rank of a prefix followed by `value` in `width` digits, trailing zeros cut.
fn rank(mut prefix: Vec<u8>, value: u128, width: usize) -> Rank {
    for place in (0..width as u32).rev() {
        prefix.push((value / BASE.pow(place) % BASE) as u8);
    }
    while prefix.last() == Some(&0) {
        prefix.pop();
    }
    Rank(prefix.into_iter().map(|digit| char::from(DIGITS[usize::from(digit)])).collect())
}

#[cfg(test)]
#[path = "rank_tests.rs"]
mod tests;
