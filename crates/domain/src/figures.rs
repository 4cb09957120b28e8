//! Figures: pure functions of what happened. No number on a screen has a second source.
//!
//! Each takes facts with their instants and gives the figure with what it rests on; a figure without data is `None`,
//! never 0.

pub mod blocked;
pub mod burndown;
pub mod cycle;
pub mod forecast;
pub mod resolution;
pub mod stay;
pub mod velocity;

/// The middle of the values; between the two middle ones when their number is even. `None` of none.
pub fn median(values: &[f64]) -> Option<f64> {
    let sorted = sorted(values);
    let middle = sorted.len() / 2;
    match sorted.len() {
        0 => None,
        odd if odd % 2 == 1 => Some(sorted[middle]),
        _ => Some((sorted[middle - 1] + sorted[middle]) / 2.0),
    }
}

/// The [`median`] of values that are there several times each, without writing them out: `(value, times)`.
pub fn weighted_median(values: &[(f64, u32)]) -> Option<f64> {
    let mut sorted: Vec<(f64, u64)> = values
        .iter()
        .filter(|(_, times)| *times > 0)
        .map(|(value, times)| (*value, u64::from(*times)))
        .collect();
    sorted.sort_by(|a, b| a.0.total_cmp(&b.0));
    let total: u64 = sorted.iter().map(|(_, times)| times).sum();
    let at = |place: u64| {
        let mut before = 0;
        sorted.iter().find_map(|(value, times)| {
            before += times;
            (place < before).then_some(*value)
        })
    };
    match total {
        0 => None,
        odd if odd % 2 == 1 => at(total / 2),
        _ => Some((at(total / 2 - 1)? + at(total / 2)?) / 2.0),
    }
}

/// The percentile by nearest rank: the smallest value that at least `percent` per cent of the values do not exceed.
/// Always one of the values. `None` of none.
pub fn percentile(values: &[f64], percent: u32) -> Option<f64> {
    let sorted = sorted(values);
    let rank = (sorted.len() * percent as usize).div_ceil(100).clamp(1, sorted.len().max(1));
    sorted.get(rank - 1).copied()
}

/// The arithmetic mean. `None` of none.
pub fn mean(values: &[f64]) -> Option<f64> {
    if values.is_empty() { None } else { Some(values.iter().sum::<f64>() / values.len() as f64) }
}

fn sorted(values: &[f64]) -> Vec<f64> {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn middles_and_percentiles() {
        assert_eq!((median(&[]), percentile(&[], 50), mean(&[])), (None, None, None));
        assert_eq!(median(&[3.0, 1.0, 2.0]), Some(2.0));
        assert_eq!(median(&[4.0, 1.0, 2.0, 3.0]), Some(2.5));
        assert_eq!(mean(&[2.0, 3.0, 4.0]), Some(3.0));
        let ten: Vec<f64> = (1..=10).rev().map(f64::from).collect();
        for (percent, expect) in
            [(0, 1.0), (10, 1.0), (11, 2.0), (50, 5.0), (85, 9.0), (90, 9.0), (100, 10.0)]
        {
            assert_eq!(percentile(&ten, percent), Some(expect), "{percent}");
        }
    }

    proptest! {
        #[test]
        fn a_weighted_median_is_that_of_all_values_written_out(values in prop::collection::vec((0u32..9, 0u32..4), 0..9)) {
            let values: Vec<(f64, u32)> = values.into_iter().map(|(value, times)| (f64::from(value), times)).collect();
            let all: Vec<f64> = values.iter().flat_map(|(value, times)| vec![*value; *times as usize]).collect();
            prop_assert_eq!(weighted_median(&values), median(&all));
        }

        #[test]
        fn a_percentile_is_the_smallest_value_that_covers_its_share(values in prop::collection::vec(0u32..20, 1..40), percent in 1u32..=100) {
            let values: Vec<f64> = values.into_iter().map(f64::from).collect();
            let found = percentile(&values, percent).unwrap();
            let share = |limit: f64| values.iter().filter(|value| **value <= limit).count() * 100;
            prop_assert!(values.contains(&found));
            prop_assert!(share(found) >= percent as usize * values.len());
            prop_assert!(share(found - 0.5) < percent as usize * values.len());
        }
    }
}
