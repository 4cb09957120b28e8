//! Forecasts by Monte Carlo simulation: what the team finished on each working day is drawn, with replacement, for the
//! days to come, many times over; how often something came out is how likely it is.
//!
//! The same throughput and seed always give the same forecast. Amounts are whole numbers: items, or hundredths of
//! points. Days are working days; which dates they are is the calendar's matter.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{RngCore, SeedableRng};

/// How often the days to come are played through.
pub const TRIALS: usize = 10_000;
/// Fewest working days of history a forecast is made from.
pub const DAYS_MIN: usize = 10;
/// Fewest finished items a forecast is made from.
pub const FINISHED_MIN: usize = 5;
/// Most working days looked ahead: about four years.
pub const AHEAD_MAX: usize = 1000;
/// Percentage that a forecast is held to when it looks back on itself.
pub const HELD_AT: u32 = 85;

/// Why there is no forecast.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Thin {
    /// Too few working days of history.
    Days {
        /// How many there are.
        have: usize,
    },
    /// Too few finished items.
    Finished {
        /// How many there are.
        have: usize,
    },
}

/// What was finished on one working day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Day {
    /// Items.
    pub items: u32,
    /// The amount that is forecast: items again, or hundredths of points.
    pub amount: u64,
}

/// A history that is long enough to forecast from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Throughput {
    amounts: Vec<u64>,
    seed: u64,
}

/// How much may be finished by the end of a day: `amounts[p]` or more in that share of the trials.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HowMuch {
    /// In every trial, ascending.
    trials: Vec<u64>,
}

/// When something may be finished.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct When {
    /// The working day of every trial, from 1, ascending; [`AHEAD_MAX`] + 1 for those that did not get there.
    trials: Vec<usize>,
}

/// How forecasts of the past turned out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct BackTest {
    /// Spans in which at least as much was finished as 85 % had been forecast.
    pub held: usize,
    /// Spans that could be forecast from the days before them.
    pub of: usize,
}

impl Throughput {
    /// What was finished on each working day, oldest first, days without anything included.
    ///
    /// # Errors
    /// When the history is too thin to forecast from.
    pub fn new(days: &[Day], seed: u64) -> Result<Self, Thin> {
        let finished: usize = days.iter().map(|day| day.items as usize).sum();
        if days.len() < DAYS_MIN {
            return Err(Thin::Days { have: days.len() });
        }
        if finished < FINISHED_MIN {
            return Err(Thin::Finished { have: finished });
        }
        Ok(Self { amounts: days.iter().map(|day| day.amount).collect(), seed })
    }

    /// How much may be finished within each of these numbers of working days. All are read off the same trials, so
    /// that more days never mean less.
    pub fn how_much(&self, within: &[usize]) -> Vec<HowMuch> {
        let mut reached = vec![Vec::with_capacity(TRIALS); within.len()];
        let last = within.iter().copied().max().unwrap_or(0).min(AHEAD_MAX);
        let mut draw = self.draws();
        let mut sums = Vec::with_capacity(last + 1);
        for _ in 0..TRIALS {
            sums.clear();
            sums.push(0_u64);
            for day in 0..last {
                sums.push(sums[day].saturating_add(draw.next()));
            }
            for (at, days) in within.iter().enumerate() {
                reached[at].push(sums[(*days).min(last)]);
            }
        }
        let sorted = |mut trials: Vec<u64>| {
            trials.sort_unstable();
            HowMuch { trials }
        };
        reached.into_iter().map(sorted).collect()
    }

    /// When this amount may be finished.
    pub fn when(&self, amount: u64) -> When {
        let mut draw = self.draws();
        let mut trials: Vec<usize> = (0..TRIALS)
            .map(|_| {
                let (mut sum, mut day) = (0_u64, 0);
                while sum < amount && day <= AHEAD_MAX {
                    sum = sum.saturating_add(draw.next());
                    day += 1;
                }
                day
            })
            .collect();
        trials.sort_unstable();
        When { trials }
    }

    fn draws(&self) -> Draws<'_> {
        Draws { amounts: &self.amounts, random: ChaCha8Rng::seed_from_u64(self.seed) }
    }
}

struct Draws<'a> {
    amounts: &'a [u64],
    random: ChaCha8Rng,
}

impl Draws<'_> {
    /// The amount of a day drawn at random.
    fn next(&mut self) -> u64 {
        // The upper half of a product: each day is drawn alike, but for less than one in 2³² ÷ days.
        let at = (u64::from(self.random.next_u32()) * self.amounts.len() as u64) >> 32;
        self.amounts.get(usize::try_from(at).unwrap_or(0)).copied().unwrap_or(0)
    }
}

impl HowMuch {
    /// The largest amount that at least `percent` per cent of the trials reached: "85 %: this or more".
    pub fn at(&self, percent: u32) -> u64 {
        let fewer = self.trials.len() * (100 - percent.min(100)) as usize / 100;
        self.trials.get(fewer.min(self.trials.len().saturating_sub(1))).copied().unwrap_or(0)
    }

    /// The share of the trials that reached an amount, 0 to 1.
    pub fn chance(&self, amount: u64) -> f64 {
        let short = self.trials.partition_point(|reached| *reached < amount);
        (self.trials.len() - short) as f64 / self.trials.len().max(1) as f64
    }
}

impl When {
    /// The working day, from 1, by which it was finished in at least `percent` per cent of the trials; 0 when there
    /// was nothing to do, `None` when that is past [`AHEAD_MAX`].
    pub fn at(&self, percent: u32) -> Option<usize> {
        let rank = (self.trials.len() * percent.min(100) as usize).div_ceil(100).max(1);
        self.trials.get(rank - 1).copied().filter(|day| *day <= AHEAD_MAX)
    }
}

/// Holds forecasts of the past against what came: every span of `span` working days, back from the newest, is forecast
/// from at most `window` days right before it.
pub fn back_test(days: &[Day], span: usize, window: usize, seed: u64) -> BackTest {
    let mut result = BackTest::default();
    let mut end = days.len();
    while span > 0 && end >= span + DAYS_MIN {
        let start = end - span;
        let before = &days[start.saturating_sub(window)..start];
        if let Ok(known) = Throughput::new(before, seed) {
            let forecast = known.how_much(&[span])[0].at(HELD_AT);
            let came: u64 = days[start..end].iter().map(|day| day.amount).sum();
            result.of += 1;
            result.held += usize::from(came >= forecast);
        }
        end = start;
    }
    result
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn days(items: &[u32]) -> Vec<Day> {
        items.iter().map(|items| Day { items: *items, amount: u64::from(*items) }).collect()
    }

    #[test]
    fn a_thin_history_is_refused_with_what_it_lacks() {
        assert_eq!(Throughput::new(&days(&[9; 9]), 1), Err(Thin::Days { have: 9 }));
        assert_eq!(
            Throughput::new(&days(&[0, 1, 1, 1, 1, 0, 0, 0, 0, 0]), 1),
            Err(Thin::Finished { have: 4 })
        );
        assert!(Throughput::new(&days(&[0, 1, 1, 1, 1, 0, 0, 0, 0, 1]), 1).is_ok());
        assert_eq!(Throughput::new(&[], 1), Err(Thin::Days { have: 0 }));
    }

    #[test]
    fn a_team_that_never_varies_is_forecast_exactly() {
        let steady = Throughput::new(&days(&[2; 10]), 7).unwrap();
        let much = steady.how_much(&[0, 5, 10]);
        assert_eq!(
            much.iter().map(|much| (much.at(85), much.at(50))).collect::<Vec<_>>(),
            [(0, 0), (10, 10), (20, 20)]
        );
        assert_eq!((much[1].chance(10), much[1].chance(11)), (1.0, 0.0));
        let when = steady.when(7);
        assert_eq!((when.at(50), when.at(85), when.at(95)), (Some(4), Some(4), Some(4)));
        assert_eq!(steady.when(0).at(85), Some(0));
        assert_eq!(steady.when(2 * AHEAD_MAX as u64).at(85), Some(AHEAD_MAX));
        assert_eq!(steady.when(2 * AHEAD_MAX as u64 + 1).at(85), None);
    }

    /// One item on half of the days: of two days, one in four brings none, one in two brings one, one in four both.
    #[test]
    fn the_tails_are_those_of_the_coin() {
        let coin = Throughput::new(&days(&[0, 1, 0, 1, 0, 1, 0, 1, 0, 1]), 3).unwrap();
        let two = &coin.how_much(&[2])[0];
        assert_eq!((two.at(85), two.at(50), two.at(20)), (0, 1, 2));
        assert!((two.chance(1) - 0.75).abs() < 0.02, "{}", two.chance(1));
        // The first head comes by day n with 1 − ½ⁿ: half by 1, 85 % by 3, 95 % by 5.
        let when = coin.when(1);
        assert_eq!((when.at(49), when.at(85), when.at(95)), (Some(1), Some(3), Some(5)));
    }

    #[test]
    fn forecasts_are_held_against_what_came() {
        assert_eq!(back_test(&days(&[2; 40]), 10, 60, 5), BackTest { held: 3, of: 3 });
        // A team that slows down keeps fewer of them: the second half brings less than what the first promised.
        let slower = [vec![4; 20], vec![1; 20]].concat();
        assert_eq!(back_test(&days(&slower), 10, 60, 5), BackTest { held: 1, of: 3 });
        // Ten days before are needed to forecast anything.
        assert_eq!(back_test(&days(&[2; 19]), 10, 60, 5), BackTest::default());
        assert_eq!(back_test(&days(&[2; 40]), 0, 60, 5), BackTest::default());
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(24))]

        #[test]
        fn the_same_history_and_seed_say_the_same(items in prop::collection::vec(0u32..6, 10..40), seed: u64) {
            prop_assume!(items.iter().sum::<u32>() >= 5);
            let one = Throughput::new(&days(&items), seed).unwrap();
            prop_assert_eq!(one.how_much(&[5, 10]), one.clone().how_much(&[5, 10]));
            prop_assert_eq!(one.when(12), one.clone().when(12));
        }

        #[test]
        fn likelier_means_less_and_later_and_more_days_mean_more(items in prop::collection::vec(0u32..6, 10..40), seed: u64, amount in 1u64..40) {
            prop_assume!(items.iter().sum::<u32>() >= 5);
            let known = Throughput::new(&days(&items), seed).unwrap();
            let much = known.how_much(&[5, 10]);
            prop_assert!(much[0].at(85) <= much[0].at(50) && much[0].at(50) <= much[0].at(15));
            prop_assert!(much[0].at(85) <= much[1].at(85) && much[0].at(50) <= much[1].at(50));
            prop_assert!(much[0].chance(much[0].at(85)) >= 0.85);
            prop_assert!(much[0].chance(much[0].at(85) + 1) <= 0.85 + 1e-9);
            let when = known.when(amount);
            let far = |day: Option<usize>| day.unwrap_or(usize::MAX);
            prop_assert!(far(when.at(50)) <= far(when.at(85)) && far(when.at(85)) <= far(when.at(95)));
        }

        #[test]
        fn both_questions_have_one_answer(items in prop::collection::vec(0u32..6, 10..30), seed: u64, amount in 1u64..20) {
            prop_assume!(items.iter().sum::<u32>() >= 10);
            let known = Throughput::new(&days(&items), seed).unwrap();
            if let Some(day) = known.when(amount).at(85) {
                // By that day 85 % of the trials have it. The draws differ, so a little less is allowed.
                prop_assert!(known.how_much(&[day])[0].chance(amount) > 0.82);
            }
        }
    }
}
