//! Files that are kept with an item: how large, under which name, and what a file is.
//!
//! What a file is follows from its first bytes and never from its name, so that nothing is shown as a picture that is
//! none. Only the pictures of [`is_picture`] are ever shown; every other file is handed out as a copy and no more.

use crate::rule::Rule;

/// Most bytes of one file.
pub const SIZE_MAX: usize = 25 << 20;
/// Most bytes of a picture that is shown; a larger one can still be saved.
pub const PICTURE_MAX: usize = 10 << 20;
/// Most pixels of a picture that is shown: a small file may unfold to a picture that no window can hold.
pub const PIXELS_MAX: u64 = 50_000_000;
/// Most files of one item.
pub const COUNT_MAX: usize = 200;
/// Most characters of a file's name.
pub const NAME_MAX: usize = 120;

/// A refusal about an attachment.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AttachmentRule {
    /// More bytes than [`SIZE_MAX`].
    #[error("“{name}” is {} MB large, and 25 MB are allowed.", size.div_ceil(1 << 20))]
    TooLarge {
        /// The file's name.
        name: String,
        /// Bytes.
        size: u64,
    },
    /// Nothing is left of the name once it is cleaned.
    #[error("The file has no name that could be kept.")]
    Name,
    /// The item has [`COUNT_MAX`] files.
    #[error("An item keeps at most {COUNT_MAX} files.")]
    TooMany,
    /// It is none of the pictures that are shown, or one that is too large for it.
    #[error("“{0}” cannot be shown here.")]
    NoPicture(String),
}

impl Rule for AttachmentRule {
    fn code(&self) -> &'static str {
        match self {
            Self::TooLarge { .. } => "attachment_too_large",
            Self::Name => "attachment_name",
            Self::TooMany => "attachments_too_many",
            Self::NoPicture(_) => "attachment_no_picture",
        }
    }

    fn hint(&self) -> String {
        match self {
            Self::TooLarge { .. } => "Keep it elsewhere and put a link to it into the description.".into(),
            Self::Name => "Rename the file and attach it again.".into(),
            Self::TooMany => {
                "Remove some that are no longer needed, or pack several into one archive.".into()
            }
            Self::NoPicture(_) => "Save a copy and open it in a program for such files.".into(),
        }
    }
}

/// Refuses what is too large. `size` is in bytes.
pub fn check_size(name: &str, size: u64) -> Result<(), AttachmentRule> {
    if size <= SIZE_MAX as u64 {
        return Ok(());
    }
    Err(AttachmentRule::TooLarge { name: name.to_owned(), size })
}

/// Refuses one more file where there are `present` already.
pub fn check_count(present: usize) -> Result<(), AttachmentRule> {
    if present < COUNT_MAX { Ok(()) } else { Err(AttachmentRule::TooMany) }
}

/// The name a file is kept under: its last part, without what no file system takes or the eye does not see. A long
/// one is shortened before its extension.
pub fn name(given: &str) -> Result<String, AttachmentRule> {
    let last = given.rsplit(['/', '\\']).next().unwrap_or_default();
    let seen: String = last.chars().filter(|c| !is_hidden(*c)).collect();
    // Windows takes neither of these in a name, nor one that ends with a dot or a space.
    let plain = seen.replace(['<', '>', ':', '"', '|', '?', '*'], "_");
    let plain = plain.trim().trim_end_matches(['.', ' ']);
    if plain.trim_matches(['.', '_', ' ']).is_empty() {
        return Err(AttachmentRule::Name);
    }
    Ok(shorten(plain))
}

/// Control characters, and those that turn the direction of writing: with one of them, a
/// program whose name ends in "fdp.exe" is shown as if it ended in ".pdf".
fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

fn shorten(name: &str) -> String {
    let length = name.chars().count();
    if length <= NAME_MAX {
        return name.to_owned();
    }
    let (stem, end) = match name.rsplit_once('.') {
        Some((stem, end)) if !stem.is_empty() && end.chars().count() <= 16 => (stem, format!(".{end}")),
        _ => (name, String::new()),
    };
    let kept = NAME_MAX - end.chars().count() - 1;
    format!("{}…{end}", stem.chars().take(kept).collect::<String>())
}

/// First bytes of the kinds of files that are told apart.
const SIGNS: &[(&[u8], &str)] = &[
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"%PDF-", "application/pdf"),
    (b"PK\x03\x04", "application/zip"),
    (b"\x1f\x8b", "application/gzip"),
];

/// What a file is by its bytes: a few kinds that are known, plain text, or `application/octet-stream`.
pub fn media_type(bytes: &[u8]) -> &'static str {
    if let Some((_, kind)) = SIGNS.iter().find(|(sign, _)| bytes.starts_with(sign)) {
        return kind;
    }
    if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
        return "image/webp";
    }
    match std::str::from_utf8(bytes) {
        Ok(text) if !text.is_empty() && !text.contains('\0') => "text/plain",
        _ => "application/octet-stream",
    }
}

/// Whether a media type is a picture that may be shown. SVG is none: it is a program that draws.
pub fn is_picture(media_type: &str) -> bool {
    matches!(media_type, "image/png" | "image/jpeg" | "image/gif" | "image/webp")
}

/// Refuses to show what is no picture, or one that a window could not hold.
pub fn check_picture(name: &str, media_type: &str, bytes: &[u8]) -> Result<(), AttachmentRule> {
    let shown = is_picture(media_type)
        && bytes.len() <= PICTURE_MAX
        && pixels(bytes).is_some_and(|pixels| pixels <= PIXELS_MAX);
    if shown { Ok(()) } else { Err(AttachmentRule::NoPicture(name.to_owned())) }
}

/// How many pixels a picture says it has; none when it does not say so where it should.
fn pixels(bytes: &[u8]) -> Option<u64> {
    let (width, height) = match media_type(bytes) {
        "image/png" => (number(bytes.get(16..20)?), number(bytes.get(20..24)?)),
        "image/gif" => (little(bytes.get(6..8)?), little(bytes.get(8..10)?)),
        "image/jpeg" => jpeg(bytes)?,
        "image/webp" => webp(bytes)?,
        _ => return None,
    };
    Some(width * height)
}

fn number(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0, |sum, byte| sum << 8 | u64::from(*byte))
}

fn little(bytes: &[u8]) -> u64 {
    bytes.iter().rev().fold(0, |sum, byte| sum << 8 | u64::from(*byte))
}

/// Width and height of the frame, past the segments before it.
fn jpeg(bytes: &[u8]) -> Option<(u64, u64)> {
    let mut at = 2;
    loop {
        let (mark, kind) = (*bytes.get(at)?, *bytes.get(at + 1)?);
        if mark != 0xff {
            return None;
        }
        match kind {
            // Filling between segments, and marks without a length.
            0xff => at += 1,
            0x01 | 0xd0..=0xd8 => at += 2,
            // A start of frame: length, precision, height, width. The three left out are tables.
            0xc0..=0xcf if !matches!(kind, 0xc4 | 0xc8 | 0xcc) => {
                return Some((number(bytes.get(at + 7..at + 9)?), number(bytes.get(at + 5..at + 7)?)));
            }
            // The picture itself, or its end, before any frame.
            0xd9 | 0xda => return None,
            _ => at += 2 + usize::try_from(number(bytes.get(at + 2..at + 4)?)).ok()?.max(2),
        }
    }
}

fn webp(bytes: &[u8]) -> Option<(u64, u64)> {
    match bytes.get(12..16)? {
        b"VP8X" => Some((little(bytes.get(24..27)?) + 1, little(bytes.get(27..30)?) + 1)),
        b"VP8L" => {
            let packed = little(bytes.get(21..25)?);
            Some(((packed & 0x3fff) + 1, (packed >> 14 & 0x3fff) + 1))
        }
        b"VP8 " => Some((little(bytes.get(26..28)?) & 0x3fff, little(bytes.get(28..30)?) & 0x3fff)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn names_lose_paths_and_what_is_not_seen() {
        for (given, expect) in [
            ("plan.pdf", Ok("plan.pdf")),
            ("  Überfahrt 2.png ", Ok("Überfahrt 2.png")),
            ("../../etc/passwd", Ok("passwd")),
            ("C:\\Users\\me\\plan.pdf", Ok("plan.pdf")),
            ("/tmp/a\u{0}b\n.txt", Ok("ab.txt")),
            ("report\u{202e}fdp.exe", Ok("reportfdp.exe")),
            ("a<b>:c?.txt", Ok("a_b__c_.txt")),
            ("trailing. . ", Ok("trailing")),
            (".gitignore", Ok(".gitignore")),
            ("..", Err(AttachmentRule::Name)),
            ("folder/", Err(AttachmentRule::Name)),
            ("\u{200b}", Err(AttachmentRule::Name)),
            ("???", Err(AttachmentRule::Name)),
            ("", Err(AttachmentRule::Name)),
        ] {
            assert_eq!(name(given), expect.map(str::to_owned), "{given:?}");
        }
    }

    #[test]
    fn a_long_name_keeps_its_extension() {
        let long = name(&format!("{}.tar.gz", "é".repeat(500))).unwrap();
        assert_eq!(long.chars().count(), NAME_MAX);
        assert!(long.ends_with("….gz"), "{long}");
        assert_eq!(name(&"x".repeat(500)).unwrap().chars().count(), NAME_MAX);
        assert_eq!(name(&format!("x.{}", "y".repeat(500))).unwrap().chars().count(), NAME_MAX);
    }

    proptest! {
        #[test]
        fn a_cleaned_name_is_clean_and_stays_so(given in any::<String>()) {
            if let Ok(clean) = name(&given) {
                prop_assert!(!clean.contains(['/', '\\', '\0', '\n', ':']));
                prop_assert!(clean.chars().count() <= NAME_MAX && !clean.is_empty());
                prop_assert_eq!(name(&clean), Ok(clean.clone()));
            }
        }

        #[test]
        fn no_bytes_break_the_look_at_a_picture(kind in 0..4usize, rest in prop::collection::vec(any::<u8>(), 0..80)) {
            let sign: &[u8] = [&b"\x89PNG\r\n\x1a\n"[..], b"\xff\xd8\xff", b"GIF89a", b"RIFF\0\0\0\0WEBPVP8X"][kind];
            let bytes = [sign, &rest].concat();
            let _ = check_picture("x", media_type(&bytes), &bytes);
        }
    }

    #[test]
    fn size_and_number_are_limited() {
        assert!(check_size("a", SIZE_MAX as u64).is_ok());
        let refusal = check_size("film.mov", SIZE_MAX as u64 + 1).unwrap_err();
        assert_eq!(refusal.code(), "attachment_too_large");
        assert_eq!(refusal.to_string(), "“film.mov” is 26 MB large, and 25 MB are allowed.");
        assert!(check_count(COUNT_MAX - 1).is_ok());
        assert_eq!(check_count(COUNT_MAX).unwrap_err().code(), "attachments_too_many");
    }

    #[test]
    fn a_file_is_what_its_bytes_say() {
        for (bytes, kind) in [
            (&b"\x89PNG\r\n\x1a\nIHDR"[..], "image/png"),
            (b"\xff\xd8\xff\xe0JFIF", "image/jpeg"),
            (b"GIF89a", "image/gif"),
            (b"RIFF\x10\0\0\0WEBPVP8 ", "image/webp"),
            (b"RIFF\x10\0\0\0WAVE", "application/octet-stream"),
            (b"%PDF-1.7", "application/pdf"),
            (b"PK\x03\x04", "application/zip"),
            (b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", "text/plain"),
            ("Grüße".as_bytes(), "text/plain"),
            (b"MZ\x90\0", "application/octet-stream"),
            (b"", "application/octet-stream"),
        ] {
            assert_eq!(media_type(bytes), kind, "{bytes:?}");
        }
        for (kind, shown) in
            [("image/png", true), ("image/webp", true), ("image/svg+xml", false), ("text/html", false)]
        {
            assert_eq!(is_picture(kind), shown, "{kind}");
        }
    }

    fn png(width: u32, height: u32) -> Vec<u8> {
        let head = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR";
        [&head[..], &width.to_be_bytes(), &height.to_be_bytes(), &[8, 6, 0, 0, 0]].concat()
    }

    #[test]
    fn a_picture_is_shown_when_a_window_can_hold_it() {
        let jpeg = |height: u16, width: u16| {
            let app = b"\xff\xd8\xff\xe0\0\x04ab\xff\xff\xc0\0\x11\x08";
            [&app[..], &height.to_be_bytes(), &width.to_be_bytes()].concat()
        };
        let webp = |width: u32, height: u32| {
            let [wide, high] = [width - 1, height - 1].map(u32::to_le_bytes);
            [b"RIFF\0\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0", &wide[..3], &high[..3]].concat()
        };
        for (bytes, shown) in [
            (png(4_000, 3_000), true),
            (png(60_000, 60_000), false),
            (png(4_000, 3_000)[..20].to_vec(), false),
            (jpeg(600, 800), true),
            (jpeg(65_000, 65_000), false),
            (b"\xff\xd8\xff\xda\0\x04".to_vec(), false),
            (b"GIF89a\x10\0\x10\0".to_vec(), true),
            (webp(800, 600), true),
            (webp(16_000_000, 16_000_000), false),
            (b"plain words".to_vec(), false),
        ] {
            let said = check_picture("x", media_type(&bytes), &bytes);
            assert_eq!(said.is_ok(), shown, "{:?}", &bytes[..bytes.len().min(24)]);
        }
        let heavy = [png(10, 10), vec![0; PICTURE_MAX]].concat();
        assert_eq!(check_picture("x", "image/png", &heavy).unwrap_err().code(), "attachment_no_picture");
    }
}
