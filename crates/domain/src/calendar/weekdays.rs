//! A set of days of the week.

use chrono::{Datelike, NaiveDate, Weekday};

/// A set of days of the week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Weekdays(u8);

/// The words of the days, Monday first.
const WORDS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const DAYS: [Weekday; 7] =
    [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri, Weekday::Sat, Weekday::Sun];

impl Weekdays {
    /// No day.
    pub const NONE: Self = Self(0);
    /// Monday to Friday.
    pub const MONDAY_TO_FRIDAY: Self = Self(0b001_1111);
    /// All seven.
    pub const ALL: Self = Self(0b111_1111);

    /// The set whose bits are set, bit 0 Monday; `None` when a bit stands for no day.
    pub const fn from_bits(bits: u8) -> Option<Self> {
        if bits <= 0b111_1111 { Some(Self(bits)) } else { None }
    }

    /// The set as bits, bit 0 Monday.
    pub const fn bits(self) -> u8 {
        self.0
    }

    /// The set with these days.
    pub fn of(days: &[Weekday]) -> Self {
        Self(days.iter().fold(0, |bits, day| bits | 1 << day.num_days_from_monday()))
    }

    /// The set with the days of these words (`mon` … `sun`); `None` when a word is none of them.
    pub fn parse<T: AsRef<str>>(words: &[T]) -> Option<Self> {
        words.iter().try_fold(Self::NONE, |Self(bits), word| {
            let day = WORDS.iter().position(|known| *known == word.as_ref())?;
            Some(Self(bits | 1 << day))
        })
    }

    /// The words of the days in it, Monday first.
    pub fn words(self) -> Vec<&'static str> {
        self.days().map(|day| WORDS[day.num_days_from_monday() as usize]).collect()
    }

    /// The days in it, Monday first.
    pub fn days(self) -> impl Iterator<Item = Weekday> {
        DAYS.into_iter().filter(move |day| self.contains(*day))
    }

    /// Whether the day of the week is in it.
    pub fn contains(self, day: Weekday) -> bool {
        self.0 & 1 << day.num_days_from_monday() != 0
    }

    /// Whether the date falls on one of its days.
    pub fn covers(self, date: NaiveDate) -> bool {
        self.contains(date.weekday())
    }

    /// Whether no day is in it.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_read_back_from_words_and_bits() {
        for bits in 0..=0b111_1111 {
            let days = Weekdays::from_bits(bits).unwrap();
            assert_eq!(days.bits(), bits);
            assert_eq!(Weekdays::parse(&days.words()), Some(days));
            assert_eq!(Weekdays::of(&days.days().collect::<Vec<_>>()), days);
        }
        assert_eq!(Weekdays::from_bits(0b1000_0000), None);
        assert_eq!(Weekdays::parse(&["mon", "Tue"]), None);
        assert_eq!(Weekdays::MONDAY_TO_FRIDAY.words(), ["mon", "tue", "wed", "thu", "fri"]);
        assert!(Weekdays::NONE.is_empty());
    }

    #[test]
    fn a_date_is_covered_by_its_weekday() {
        let saturday = NaiveDate::from_ymd_opt(2026, 2, 28).unwrap();
        assert!(!Weekdays::MONDAY_TO_FRIDAY.covers(saturday));
        assert!(Weekdays::of(&[Weekday::Sat]).covers(saturday));
    }
}
