//! Instants as exports write them. Day and month in figures with slashes between ("04/05/25") are left unread: which is
//! which depends on where the file comes from.

use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime, Utc};

const WITH_OFFSET: &[&str] = &[
    "%Y-%m-%dT%H:%M:%S%.f%z",
    "%Y-%m-%d %H:%M:%S%.f %z",
    "%a %b %d %Y %H:%M:%S GMT%z",
    "%a, %d %b %Y %H:%M:%S %z",
];
const ISO: &[&str] = &[
    "%Y-%m-%dT%H:%M:%S%.f",
    "%Y-%m-%d %H:%M:%S%.f",
    "%Y-%m-%dT%H:%M",
    "%Y-%m-%d %H:%M",
    "%Y/%m/%d %H:%M",
    "%Y/%m/%d %H:%M:%S",
];
const ISO_DAYS: &[&str] = &["%Y-%m-%d", "%Y/%m/%d"];
const OTHER: &[&str] = &[
    "%d/%b/%y %I:%M %p",
    "%d/%b/%y %H:%M",
    "%d/%b/%Y %I:%M %p",
    "%d/%b/%Y %H:%M",
    "%d/%b/%y %H:%M:%S",
    "%d.%m.%y %H:%M",
    "%d.%m.%Y %H:%M",
    "%d.%m.%Y %H:%M:%S",
    "%b %d, %Y %I:%M %p",
    "%b %d, %Y, %I:%M %p",
    "%b %d, %Y %H:%M",
    "%d %b %Y %H:%M",
];
const OTHER_DAYS: &[&str] =
    &["%d/%b/%y", "%d/%b/%Y", "%d-%b-%y", "%d-%b-%Y", "%d.%m.%y", "%d.%m.%Y", "%b %d, %Y", "%d %b %Y"];

/// Why a date was not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum DateFault {
    /// In no form that can be read for certain.
    Illegible,
    /// Before 1970, or after tomorrow.
    OutOfRange,
}

/// The instant written in a cell. A time without a zone is taken as UTC, a day alone as its first instant.
///
/// Only what can have happened by `now_day` passes; a day is granted for files from further east.
pub(super) fn past(cell: &str, now_day: NaiveDate) -> Result<DateTime<Utc>, DateFault> {
    let at = instant(cell).ok_or(DateFault::Illegible)?;
    if has_happened(at, now_day) { Ok(at) } else { Err(DateFault::OutOfRange) }
}

/// Whether an instant can have been by `now_day`; a day is granted for files from further east.
pub(super) fn has_happened(at: DateTime<Utc>, now_day: NaiveDate) -> bool {
    let latest = now_day.checked_add_days(Days::new(1)).unwrap_or(now_day);
    at.year() >= 1970 && at.date_naive() <= latest
}

/// The instant written in a cell, whenever it is.
pub(super) fn instant(cell: &str) -> Option<DateTime<Utc>> {
    // The longest form has about 60 characters; the time of day may follow a narrow space that does not break.
    if cell.len() > 100 {
        return None;
    }
    let cell = cell.trim().replace(['\u{202f}', '\u{a0}'], " ");
    // "Mon Feb 06 2023 05:00:00 GMT+0000 (GMT)"
    let text = cell.split_once(" (").map_or(cell.as_str(), |(text, _)| text);
    if let Ok(at) = DateTime::parse_from_rfc3339(text) {
        return Some(at.to_utc());
    }
    if text.as_bytes().first().is_some_and(u8::is_ascii_alphabetic)
        || text.contains('+')
        || text.contains('T')
    {
        let with_offset = |form: &&str| DateTime::parse_from_str(text, form).ok();
        if let Some(at) = WITH_OFFSET.iter().find_map(with_offset) {
            return Some(at.to_utc());
        }
    }
    let iso = text.as_bytes().get(4).is_some_and(|byte| matches!(byte, b'-' | b'/'));
    let (times, days) = if iso { (ISO, ISO_DAYS) } else { (OTHER, OTHER_DAYS) };
    let time = |form: &&str| NaiveDateTime::parse_from_str(text, form).ok();
    let day =
        |form: &&str| NaiveDate::parse_from_str(text, form).ok().map(|day| day.and_time(NaiveTime::MIN));
    times.iter().find_map(time).or_else(|| days.iter().find_map(day)).map(|at| at.and_utc())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms() {
        for (cell, expect) in [
            ("22/Sep/25 9:26 AM", Some("2025-09-22T09:26:00Z")),
            ("28/Aug/25 1:49 PM", Some("2025-08-28T13:49:00Z")),
            ("18/Sep/25 12:00 AM", Some("2025-09-18T00:00:00Z")),
            ("22/Sep/25 9:26\u{202f}AM", Some("2025-09-22T09:26:00Z")),
            ("25/Jun/20 12:44", Some("2020-06-25T12:44:00Z")),
            ("12/Jun/20 03:49", Some("2020-06-12T03:49:00Z")),
            ("12/Jun/2020 03:49", Some("2020-06-12T03:49:00Z")),
            ("2025-09-22T09:26:00Z", Some("2025-09-22T09:26:00Z")),
            ("2025-09-22T09:26:00.123+02:00", Some("2025-09-22T07:26:00.123Z")),
            ("2025-09-22T09:26:00.000+0200", Some("2025-09-22T07:26:00Z")),
            ("2025-09-22 09:26:31", Some("2025-09-22T09:26:31Z")),
            ("2025-09-22 09:26", Some("2025-09-22T09:26:00Z")),
            (" 2025-09-22 ", Some("2025-09-22T00:00:00Z")),
            ("2025/09/22", Some("2025-09-22T00:00:00Z")),
            ("22.09.2025 09:26", Some("2025-09-22T09:26:00Z")),
            ("22.09.25", Some("2025-09-22T00:00:00Z")),
            ("Sep 22, 2025", Some("2025-09-22T00:00:00Z")),
            ("Mon Feb 06 2023 05:00:00 GMT+0000 (GMT)", Some("2023-02-06T05:00:00Z")),
            (
                "Mon Feb 06 2023 05:00:00 GMT+0100 (Central European Standard Time)",
                Some("2023-02-06T04:00:00Z"),
            ),
            ("04/05/25", None),
            ("31/Feb/25", None),
            ("yesterday", None),
            ("", None),
            ("😀😀", None),
        ] {
            let expect = expect.map(|at| DateTime::parse_from_rfc3339(at).unwrap().to_utc());
            assert_eq!(instant(cell), expect, "{cell:?}");
        }
        assert_eq!(instant(&"9".repeat(1_000_000)), None);
    }

    #[test]
    fn only_the_past_has_happened() {
        let today = NaiveDate::from_ymd_opt(2025, 9, 22).unwrap();
        assert!(past("2025-09-23T23:59:59Z", today).is_ok());
        for cell in ["2025-09-24", "9999-12-31", "1969-12-31"] {
            assert_eq!(past(cell, today), Err(DateFault::OutOfRange), "{cell}");
        }
        assert_eq!(past("soon", today), Err(DateFault::Illegible));
        assert!(past("2025-09-22", NaiveDate::MAX).is_ok());
    }
}
