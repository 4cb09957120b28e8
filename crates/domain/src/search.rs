//! What a search text asks for, and where in a text it is found.
//!
//! Words are runs of letters and digits, compared without case and accents. Each must be there, the last of each term
//! at least by its beginning, so that results come while somebody types. Whatever is typed is a question: there is no
//! syntax to get wrong.
//!
//! Not here: the index (the store's) and the order of results.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Most terms of one question; what is typed beyond them narrows nothing more.
pub const TERMS_MAX: usize = 12;
/// Most characters of one word.
const WORD_MAX: usize = 64;
/// Characters shown of a long text around what was found.
const SHOWN: usize = 160;
/// Of these, how many before it.
const SHOWN_BEFORE: usize = 40;

/// Words that must follow each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// At least one, folded.
    pub words: Vec<String>,
    /// The last of them may go on; it has at least two letters then.
    pub prefix: bool,
}

/// A piece of a text: found, or between what was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// As it is written.
    pub text: String,
    /// It is what was asked for.
    pub hit: bool,
}

/// The terms of a search text: what stands between quotes belongs together and is taken whole; everything else is parted
/// at white space, each part going on as may be. A text without letters and digits asks for nothing.
pub fn terms(text: &str) -> Vec<Term> {
    let mut terms = Vec::new();
    for (n, part) in text.split('"').enumerate() {
        let quoted = n % 2 == 1;
        let parts: Vec<&str> = if quoted { vec![part] } else { part.split_whitespace().collect() };
        for part in parts {
            let words: Vec<String> =
                words(part).map(|word| fold(word).chars().take(WORD_MAX).collect()).collect();
            if !words.is_empty() {
                // One letter begins half of all words: taken as a word itself, it asks for something.
                let goes_on = words.last().is_some_and(|word| word.len() > 1);
                terms.push(Term { words, prefix: !quoted && goes_on });
            }
            if terms.len() == TERMS_MAX {
                return terms;
            }
        }
    }
    terms
}

/// A key, or the number in one, when that is all the text is: `HBR-12`, `hbr 12`, `#12`, `12`.
pub fn key(text: &str) -> Option<(Option<String>, u32)> {
    let text = text.trim().trim_start_matches('#');
    let digits = text.chars().rev().take_while(char::is_ascii_digit).count();
    let (before, number) = text.split_at(text.len() - digits);
    let number = number.parse().ok()?;
    let before = before.trim_end_matches(['-', ' ', '#']);
    let plain = before.chars().all(|c| c.is_ascii_alphanumeric()) && before.len() <= 10;
    plain.then(|| ((!before.is_empty()).then(|| before.to_ascii_uppercase()), number))
}

/// How many of the terms a text holds.
pub fn count(text: &str, terms: &[Term]) -> usize {
    let words = located(text);
    terms.iter().filter(|term| (0..words.len()).any(|at| holds(&words[at..], term))).count()
}

/// A whole short text in pieces.
pub fn mark(text: &str, terms: &[Term]) -> Vec<Piece> {
    pieces(text, 0..text.len(), &hits(text, terms))
}

/// The part of a text around the first thing found, on one line; from its beginning when nothing is.
pub fn snippet(text: &str, terms: &[Term]) -> Vec<Piece> {
    let text = crate::text::flatten(text);
    let hits = hits(&text, terms);
    let first = hits.first().map_or(0, |hit| hit.start);
    let before = text[..first].char_indices().rev().take(SHOWN_BEFORE).last().map_or(first, |(at, _)| at);
    // From the beginning of a word, when one begins there.
    let from = match text[before..first].find(' ') {
        Some(space) if before > 0 => before + space + 1,
        _ => before,
    };
    let to = text[from..].char_indices().nth(SHOWN).map_or(text.len(), |(at, _)| from + at);
    let mut shown = pieces(&text, from..to, &hits);
    if from > 0 {
        shown.insert(0, Piece { text: "… ".into(), hit: false });
    }
    if to < text.len() {
        shown.push(Piece { text: "…".into(), hit: false });
    }
    shown
}

/// The form in which two words are the same word: no case, no accents.
pub fn fold(word: &str) -> String {
    word.nfd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase).collect()
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric() && !is_combining_mark(c)).filter(|word| !word.is_empty())
}

/// The words of a text with their places in it, folded.
fn located(text: &str) -> Vec<(std::ops::Range<usize>, String)> {
    let at = |word: &str| word.as_ptr() as usize - text.as_ptr() as usize;
    words(text).map(|word| (at(word)..at(word) + word.len(), fold(word))).collect()
}

fn holds(words: &[(std::ops::Range<usize>, String)], term: &Term) -> bool {
    let last = term.words.len() - 1;
    words.len() >= term.words.len()
        && term.words.iter().zip(words).enumerate().all(|(n, (wanted, (_, word)))| {
            if term.prefix && n == last { word.starts_with(wanted.as_str()) } else { word == wanted }
        })
}

/// Where a text holds any of the terms: in order, none reaching into the next.
fn hits(text: &str, terms: &[Term]) -> Vec<std::ops::Range<usize>> {
    let words = located(text);
    let mut hits: Vec<std::ops::Range<usize>> = Vec::new();
    for at in 0..words.len() {
        for term in terms.iter().filter(|term| holds(&words[at..], term)) {
            let found = words[at].0.start..words[at + term.words.len() - 1].0.end;
            match hits.last_mut() {
                Some(last) if last.end >= found.start => last.end = last.end.max(found.end),
                _ => hits.push(found),
            }
        }
    }
    hits
}

fn pieces(text: &str, shown: std::ops::Range<usize>, hits: &[std::ops::Range<usize>]) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut push = |range: std::ops::Range<usize>, hit| {
        if !range.is_empty() {
            pieces.push(Piece { text: text[range].to_owned(), hit });
        }
    };
    let mut at = shown.start;
    for hit in hits.iter().filter(|hit| hit.start >= shown.start && hit.start < shown.end) {
        push(at..hit.start, false);
        at = hit.end.min(shown.end);
        push(hit.start..at, true);
    }
    push(at..shown.end, false);
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn asked(text: &str) -> Vec<(String, bool)> {
        terms(text).into_iter().map(|term| (term.words.join(" "), term.prefix)).collect()
    }

    fn told(pieces: &[Piece]) -> String {
        pieces.iter().map(|p| if p.hit { format!("[{}]", p.text) } else { p.text.clone() }).collect()
    }

    #[test]
    fn texts_are_parted_into_terms() {
        for (text, expect) in [
            ("refund voucher", &[("refund", true), ("voucher", true)][..]),
            ("  Fähre  ", &[("fahre", true)]),
            ("\"lost money\" card", &[("lost money", false), ("card", true)]),
            ("pre-filled", &[("pre filled", true)]),
            ("\"open", &[("open", false)]),
            ("title: AND (NOT* ^x)", &[("title", true), ("and", true), ("not", true), ("x", false)]),
            ("' \" ; -- *", &[]),
            ("", &[]),
        ] {
            let expect: Vec<_> =
                expect.iter().map(|(words, prefix)| ((*words).to_owned(), *prefix)).collect();
            assert_eq!(asked(text), expect, "{text:?}");
        }
        assert_eq!(terms(&"a ".repeat(100)).len(), TERMS_MAX);
    }

    #[test]
    fn keys_are_known_by_their_number() {
        for (text, expect) in [
            ("HBR-12", Some((Some("HBR"), 12))),
            (" hbr-12 ", Some((Some("HBR"), 12))),
            ("hbr 12", Some((Some("HBR"), 12))),
            ("#12", Some((None, 12))),
            ("12", Some((None, 12))),
            ("HBR", None),
            ("12 refunds", None),
            ("99999999999", None),
            ("", None),
        ] {
            assert_eq!(key(text), expect.map(|(before, n)| (before.map(str::to_owned), n)), "{text:?}");
        }
    }

    #[test]
    fn what_is_found_is_marked_as_it_is_written() {
        for (text, asked, expect) in [
            ("Refund a Fähre ticket", "fahr REF", "[Refund] a [Fähre] ticket"),
            ("pre-filled form", "pre-fi", "[pre-filled] form"),
            ("lost money, money lost", "\"money lost\"", "lost money, [money lost]"),
            ("nothing here", "refund", "nothing here"),
            ("e\u{301}tude", "etude", "[e\u{301}tude]"),
        ] {
            assert_eq!(told(&mark(text, &terms(asked))), expect);
        }
    }

    #[test]
    fn a_snippet_is_the_part_around_the_first_hit() {
        let long = format!("{} the voucher\nis worth more {}", "before ".repeat(40), "after ".repeat(60));
        let shown = told(&snippet(&long, &terms("vouch")));
        assert!(shown.starts_with("… before") && shown.contains("the [voucher] is worth"), "{shown}");
        assert!(shown.ends_with('…') && shown.chars().count() < SHOWN + 10, "{shown}");
        assert_eq!(told(&snippet("short voucher", &terms("voucher"))), "short [voucher]");
    }

    proptest! {
        #[test]
        fn any_text_can_be_asked_for_and_looked_through(text in "\\PC{0,80}", asked in "\\PC{0,40}") {
            let terms = terms(&asked);
            let marked: String = mark(&text, &terms).into_iter().map(|piece| piece.text).collect();
            prop_assert_eq!(&marked, &text);
            snippet(&text, &terms);
            key(&asked);
            prop_assert!(count(&text, &terms) <= terms.len());
            let hit = mark(&text, &terms).iter().any(|piece| piece.hit);
            prop_assert_eq!(hit, count(&text, &terms) > 0);
        }

        #[test]
        fn a_text_holds_its_own_words(text in "[a-zÀ-ž0-9 ,.-]{1,60}") {
            let own = terms(&text);
            prop_assert_eq!(count(&text, &own), own.len());
        }
    }
}
