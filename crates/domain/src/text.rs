//! What every written text must satisfy: names and titles are one visible line, prose may have many.
//!
//! Lengths are counted in characters (Unicode scalar values), after trimming.

use chrono::NaiveDate;

/// Why a text was refused, before a noun gives the refusal its own name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TextFault {
    /// Nothing to see in it.
    #[error("it is empty")]
    Empty,
    /// More characters than allowed.
    #[error("it has {length} characters, and {max} are allowed")]
    TooLong {
        /// Characters it has.
        length: usize,
        /// Characters allowed.
        max: usize,
    },
    /// Fewer characters than needed.
    #[error("it has {length} characters, and at least {min} are needed")]
    TooShort {
        /// Characters it has.
        length: usize,
        /// Characters needed.
        min: usize,
    },
    /// A line break or another control character.
    #[error("it holds a line break or another control character")]
    Control,
}

impl TextFault {
    /// What to do about it.
    pub fn hint(&self) -> String {
        match self {
            Self::Empty => "Write something.".into(),
            Self::TooLong { max, .. } => format!("Shorten it to {max} characters or fewer."),
            Self::TooShort { min, .. } => format!("Write at least {min} characters."),
            Self::Control => "Remove line breaks, tabs and control characters.".into(),
        }
    }
}

/// One visible line of 1 to `max` characters: trimmed, no control characters, no line breaks.
pub fn line(text: &str, max: usize) -> Result<String, TextFault> {
    let text = optional_line(text, max)?;
    if text.is_empty() { Err(TextFault::Empty) } else { Ok(text) }
}

/// Like [`line()`], but may be empty.
pub fn optional_line(text: &str, max: usize) -> Result<String, TextFault> {
    let text = text.trim();
    check_length(text, max)?;
    if text.chars().any(breaks_a_line) {
        return Err(TextFault::Control);
    }
    Ok(if text.chars().all(is_invisible) { String::new() } else { text.to_owned() })
}

/// Text of 0 to `max` characters over any number of lines. Line ends become `\n`, trailing white space goes; tabs stay,
/// other control characters are refused.
pub fn prose(text: &str, max: usize) -> Result<String, TextFault> {
    let text = text.trim_end();
    // Refused before it is copied: a text of ten megabytes is not worth rewriting first.
    if text.len() > max * 8 {
        check_length(text, max)?;
    }
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    check_length(&text, max)?;
    if text.chars().any(|c| c.is_control() && c != '\n' && c != '\t') {
        return Err(TextFault::Control);
    }
    Ok(if text.chars().all(is_invisible) { String::new() } else { text })
}

/// [`prose`] that has at least `min` characters, surrounding white space not counted.
pub fn reason(text: &str, min: usize, max: usize) -> Result<String, TextFault> {
    let text = prose(text, max)?.trim_start().to_owned();
    match text.chars().filter(|c| !is_invisible(*c)).count() {
        0 => Err(TextFault::Empty),
        length if length < min => Err(TextFault::TooShort { length, min }),
        _ => Ok(text),
    }
}

/// Makes any text one line: control characters and runs of white space become one space each. For texts that come
/// from files, where refusing a row for a stray tab would be unkind.
pub fn flatten(text: &str) -> String {
    let spaced = text.chars().map(|c| if breaks_a_line(c) { ' ' } else { c }).collect::<String>();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The beginning of a text, short enough to be quoted in a message.
pub fn excerpt(text: &str) -> String {
    const SHOWN: usize = 60;
    let mut shown: String =
        text.chars().take(SHOWN).map(|c| if breaks_a_line(c) { ' ' } else { c }).collect();
    if text.chars().nth(SHOWN).is_some() {
        shown.push('…');
    }
    shown
}

/// A line in which nothing is taken for Markdown.
pub fn unmarked(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|') {
            safe.push('\\');
        }
        safe.push(c);
    }
    safe
}

/// The form in which two names are the same name: lower case, white space collapsed.
pub fn fold(text: &str) -> String {
    flatten(text).to_lowercase()
}

/// "9 March 2026": a day within a sentence.
pub fn day(day: &NaiveDate) -> String {
    day.format("%-d %B %Y").to_string()
}

/// "HBR-1", "HBR-1 and HBR-2", "HBR-1, HBR-2 and HBR-3".
pub fn listed<T: AsRef<str>>(names: &[T]) -> String {
    let names: Vec<&str> = names.iter().map(AsRef::as_ref).collect();
    match names.as_slice() {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

fn check_length(text: &str, max: usize) -> Result<(), TextFault> {
    let length = text.chars().count();
    if length > max { Err(TextFault::TooLong { length, max }) } else { Ok(()) }
}

fn breaks_a_line(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}' | '\u{2029}')
}

/// White space and the characters that draw nothing: a title made of these alone would be a blank row.
fn is_invisible(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_visible_short_and_single() {
        for (text, expect) in [
            ("  Pay by card ", Ok("Pay by card")),
            ("Überfahrt 🚢", Ok("Überfahrt 🚢")),
            ("", Err(TextFault::Empty)),
            (" \t ", Err(TextFault::Empty)),
            ("\u{200b}\u{feff}", Err(TextFault::Empty)),
            ("two\nlines", Err(TextFault::Control)),
            ("nul\0", Err(TextFault::Control)),
            ("line\u{2028}sep", Err(TextFault::Control)),
            ("abcdefghijklm", Err(TextFault::TooLong { length: 13, max: 12 })),
        ] {
            assert_eq!(line(text, 12), expect.map(str::to_owned), "{text:?}");
        }
    }

    #[test]
    fn length_is_counted_in_characters_not_bytes() {
        assert_eq!(line("ééé", 3).as_deref(), Ok("ééé"));
        assert_eq!(line("éééé", 3), Err(TextFault::TooLong { length: 4, max: 3 }));
    }

    #[test]
    fn prose_keeps_lines_and_tabs_and_nothing_stranger() {
        assert_eq!(prose("a\r\nb\rc\td \n\n", 20).as_deref(), Ok("a\nb\nc\td"));
        assert_eq!(prose("  indented", 20).as_deref(), Ok("  indented"));
        assert_eq!(prose("bell\u{7}", 20), Err(TextFault::Control));
        assert_eq!(prose(" \u{200b}\n", 20).as_deref(), Ok(""));
        assert_eq!(prose(&"x".repeat(21), 20), Err(TextFault::TooLong { length: 21, max: 20 }));
        // A line end counts once, however it was written.
        assert_eq!(prose("a\r\nb", 3).as_deref(), Ok("a\nb"));
    }

    #[test]
    fn a_reason_says_something() {
        assert_eq!(reason("  ok ", 3, 20), Err(TextFault::TooShort { length: 2, min: 3 }));
        assert_eq!(reason(" \n ", 3, 20), Err(TextFault::Empty));
        assert_eq!(reason(" agreed ", 3, 20).as_deref(), Ok("agreed"));
    }

    #[test]
    fn flattening_leaves_one_line() {
        assert_eq!(flatten(" a\tb\r\n\nc \0 d "), "a b c d");
        assert!(line(&flatten("x\u{2028}y\n"), 10).is_ok());
        assert_eq!(fold("  In\tPROGRESS "), "in progress");
    }
}
