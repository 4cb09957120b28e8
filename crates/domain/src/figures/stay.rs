//! How long cards stay in a column of the board, and from when on one of them stands there unusually long.

use super::{median, percentile};

/// Fewer stays than this say nothing about what is usual.
pub const STAYS_MIN: usize = 10;
/// The share of the stays, in per cent, that are called usual.
pub const USUAL_PERCENT: u32 = 85;

/// What is usual in a column.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stay {
    /// [`USUAL_PERCENT`] of the stays lasted so many days or fewer. Only what is above it is unusual.
    pub usual: u32,
    /// The middle one.
    pub median: f64,
    /// How many stays.
    pub n: usize,
}

/// What past stays, in days, say. `None` of fewer than [`STAYS_MIN`].
pub fn stay(days: &[u32]) -> Option<Stay> {
    if days.len() < STAYS_MIN {
        return None;
    }
    let values: Vec<f64> = days.iter().map(|days| f64::from(*days)).collect();
    let usual = percentile(&values, USUAL_PERCENT)?;
    // A percentile by nearest rank is one of the values: a whole number of days.
    let usual = days.iter().copied().find(|days| f64::from(*days) == usual)?;
    Some(Stay { usual, median: median(&values)?, n: days.len() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_usual_covers_85_in_100() {
        assert_eq!(stay(&[1; 9]), None);
        assert_eq!(stay(&[1; 10]), Some(Stay { usual: 1, median: 1.0, n: 10 }));
        let twenty: Vec<u32> = (1..=20).collect();
        assert_eq!(stay(&twenty), Some(Stay { usual: 17, median: 10.5, n: 20 }));
        // One card that was forgotten does not make forgetting usual.
        assert_eq!(stay(&[0, 0, 1, 1, 1, 2, 2, 2, 3, 90]).map(|stay| stay.usual), Some(3));
    }
}
