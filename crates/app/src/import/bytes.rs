//! From the bytes of a file to its text: unpacking, and finding the character encoding.
//!
//! A byte-order mark decides. Without one, text that is UTF-8 throughout is UTF-8; anything else is guessed from the
//! bytes, which for western files ends at Windows-1252 (of which Latin-1 is a part).

use std::borrow::Cow;
use std::io::Read;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

use super::ReadError;

/// How much of a file is looked at to guess its encoding, in bytes.
const GUESS: usize = 1 << 20;
/// How much of a file is looked at to tell text from anything else, in bytes.
const GLANCE: usize = 64 << 10;

/// First bytes of files that people pick by mistake, and what to call them.
const NOT_TEXT: &[(&[u8], &str)] = &[
    (b"PK\x03\x04", "it is a ZIP archive or an Excel workbook"),
    (b"\xd0\xcf\x11\xe0", "it is an old Excel workbook"),
    (b"%PDF", "it is a PDF document"),
    (b"SQLite format 3\0", "it is a database"),
    (b"\x89PNG", "it is a picture"),
    (b"\xff\xd8\xff", "it is a picture"),
    (b"BZh", "it is packed with bzip2"),
    (b"\xfd7zXZ\0", "it is packed with xz"),
    (b"7z\xbc\xaf", "it is a 7-Zip archive"),
    (b"\x28\xb5\x2f\xfd", "it is packed with Zstandard"),
    (b"\xff\xfe\0\0", "it is encoded in UTF-32"),
    (b"\0\0\xfe\xff", "it is encoded in UTF-32"),
];

/// A file's text.
#[derive(Debug)]
pub(super) struct Text<'a> {
    /// The text, without a byte-order mark.
    pub text: Cow<'a, str>,
    /// What it was encoded in.
    pub encoding: String,
    /// Whether bytes that mean nothing in that encoding were replaced by U+FFFD.
    pub lossy: bool,
}

/// The file itself, or what is in it when it is packed with gzip. Neither may have more than `limit` bytes.
pub(super) fn unpack(bytes: &[u8], limit: usize) -> Result<Cow<'_, [u8]>, ReadError> {
    if bytes.len() > limit {
        return Err(too_large("the file", limit));
    }
    if !bytes.starts_with(b"\x1f\x8b") {
        return Ok(Cow::Borrowed(bytes));
    }
    let mut unpacked = Vec::new();
    // One byte more than allowed tells "exactly at the limit" from "over it" without unpacking the rest.
    flate2::read::MultiGzDecoder::new(bytes)
        .take(limit as u64 + 1)
        .read_to_end(&mut unpacked)
        .map_err(|error| ReadError::Damaged(error.to_string()))?;
    if unpacked.len() > limit {
        return Err(too_large("what is packed in the file", limit));
    }
    Ok(Cow::Owned(unpacked))
}

fn too_large(what: &str, limit: usize) -> ReadError {
    ReadError::TooLarge { what: what.into(), limit: format!("{} MiB", limit >> 20) }
}

/// The text of unpacked bytes.
pub(super) fn decode(bytes: &[u8]) -> Result<Text<'_>, ReadError> {
    if let Some((_, kind)) = NOT_TEXT.iter().find(|(magic, _)| bytes.starts_with(magic)) {
        return Err(ReadError::NotText(kind));
    }
    let text = match Encoding::for_bom(bytes) {
        Some((encoding, mark)) => {
            let name = if encoding == UTF_8 { "UTF-8 with BOM".into() } else { name_of(encoding) };
            decode_as(encoding, name, &bytes[mark..])
        }
        None => decode_unmarked(bytes),
    };
    check_text(&text.text)?;
    Ok(text)
}

fn decode_unmarked(bytes: &[u8]) -> Text<'_> {
    if let Some(encoding) = unmarked_utf16(bytes) {
        return decode_as(encoding, name_of(encoding), bytes);
    }
    // A file system that lost power can leave a file padded with zeros: they are not the file's.
    let end = bytes.iter().rposition(|byte| *byte != 0).map_or(0, |last| last + 1);
    let bytes = if end == 0 { bytes } else { &bytes[..end] };
    if mostly_utf8(bytes) {
        return decode_as(UTF_8, name_of(UTF_8), bytes);
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(&bytes[..bytes.len().min(GUESS)], bytes.len() <= GUESS);
    let encoding = detector.guess(None, Utf8Detection::Deny);
    decode_as(encoding, name_of(encoding), bytes)
}

fn decode_as<'a>(encoding: &'static Encoding, name: String, bytes: &'a [u8]) -> Text<'a> {
    let (text, lossy) = encoding.decode_without_bom_handling(bytes);
    Text { text, encoding: name, lossy }
}

fn name_of(encoding: &'static Encoding) -> String {
    match encoding.name() {
        "UTF-16LE" => "UTF-16 LE".into(),
        "UTF-16BE" => "UTF-16 BE".into(),
        "windows-1252" => "Windows-1252".into(),
        name => name.into(),
    }
}

/// UTF-16 without a mark shows as a zero in nearly every second byte, as long as the text is mostly western.
fn unmarked_utf16(bytes: &[u8]) -> Option<&'static Encoding> {
    let glance = &bytes[..bytes.len().min(GLANCE)];
    let pairs = glance.len() / 2;
    if pairs < 4 {
        return None;
    }
    let (mut high, mut low) = (0, 0);
    for pair in glance.chunks_exact(2) {
        high += usize::from(pair[0] == 0 && pair[1] != 0);
        low += usize::from(pair[1] == 0 && pair[0] != 0);
    }
    match (high * 10 > pairs * 7, low * 10 > pairs * 7) {
        (true, false) => Some(UTF_16BE),
        (false, true) => Some(UTF_16LE),
        _ => None,
    }
}

/// UTF-8 throughout, or so nearly that a few stray bytes are damage and no sign of another encoding.
fn mostly_utf8(bytes: &[u8]) -> bool {
    if std::str::from_utf8(bytes).is_ok() {
        return true;
    }
    let (mut good, mut bad) = (0usize, 0usize);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    bad * 10 <= good
}

/// Refuses what decodes to characters that no text has in number.
fn check_text(text: &str) -> Result<(), ReadError> {
    let (mut seen, mut odd) = (0usize, 0usize);
    for c in text.chars().take(GLANCE) {
        seen += 1;
        let usual = matches!(c, '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{1a}');
        odd += usize::from((c < ' ' && !usual) || c == '\u{7f}');
    }
    if (odd > 8 && odd * 20 > seen) || (odd > 0 && odd == seen) {
        return Err(ReadError::NotText("it holds bytes that are no characters"));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use lineout_domain::rule::Rule as _;
    use std::io::Write;

    const GERMAN: &str = "title,description\r\nÜberfahrt buchen,Gebühr für Fahrräder\r\n";

    fn utf16(text: &str, to_bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(to_bytes).collect()
    }

    fn gz(bytes: &[u8]) -> Vec<u8> {
        let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        encoder.write_all(bytes).unwrap();
        encoder.finish().unwrap()
    }

    #[test]
    fn encodings() {
        let latin = encoding_rs::WINDOWS_1252.encode(GERMAN).0.into_owned();
        let cyrillic = "заголовок,описание\nКупить билет на паром,Оплата картой на причале\n";
        for (bytes, encoding, text) in [
            (GERMAN.as_bytes().to_vec(), "UTF-8", GERMAN),
            ([b"\xef\xbb\xbf", GERMAN.as_bytes()].concat(), "UTF-8 with BOM", GERMAN),
            ([b"\xff\xfe".to_vec(), utf16(GERMAN, u16::to_le_bytes)].concat(), "UTF-16 LE", GERMAN),
            ([b"\xfe\xff".to_vec(), utf16(GERMAN, u16::to_be_bytes)].concat(), "UTF-16 BE", GERMAN),
            (utf16(GERMAN, u16::to_le_bytes), "UTF-16 LE", GERMAN),
            (utf16(GERMAN, u16::to_be_bytes), "UTF-16 BE", GERMAN),
            (latin, "Windows-1252", GERMAN),
            (encoding_rs::WINDOWS_1251.encode(cyrillic).0.into_owned(), "windows-1251", cyrillic),
            (b"title\nplain".to_vec(), "UTF-8", "title\nplain"),
        ] {
            let read = decode(&bytes).unwrap();
            assert_eq!((read.encoding.as_str(), &*read.text, read.lossy), (encoding, text, false));
        }
    }

    #[test]
    fn a_stray_byte_in_utf8_does_not_turn_the_rest_into_gibberish() {
        let mut bytes = "title\n".to_owned().into_bytes();
        bytes.extend("Überfahrt ".repeat(20).bytes());
        bytes.push(0xff);
        let read = decode(&bytes).unwrap();
        assert_eq!(read.encoding, "UTF-8");
        assert!(read.lossy && read.text.contains("Überfahrt") && read.text.ends_with('\u{fffd}'));
    }

    #[test]
    fn what_is_no_text() {
        for bytes in [
            &b"PK\x03\x04rest"[..],
            b"%PDF-1.7",
            b"\xff\xfe\0\0t\0\0\0",
            &[0; 100],
            &(0..=255).collect::<Vec<u8>>(),
            b"\0",
        ] {
            assert_eq!(decode(bytes).unwrap_err().code(), "import_not_text", "{bytes:?}");
        }
        assert_eq!(decode(b"title\na\0b\n\0\0\0").unwrap().text, "title\na\0b\n");
    }

    #[test]
    fn packed_files_unpack_up_to_the_limit() {
        let text = GERMAN.repeat(100);
        let packed = gz(text.as_bytes());
        assert_eq!(unpack(&packed, text.len()).unwrap(), text.as_bytes());
        assert_eq!(unpack(&packed, text.len() - 1).unwrap_err().code(), "import_too_large");
        assert_eq!(unpack(&packed[..packed.len() - 9], text.len()).unwrap_err().code(), "import_damaged");
        assert_eq!(unpack(b"title", 4).unwrap_err().code(), "import_too_large");
        // A small file that unpacks to twenty megabytes stops at the limit.
        let bomb = gz(&vec![b'a'; 20 << 20]);
        assert_eq!(unpack(&bomb, 1 << 20).unwrap_err().code(), "import_too_large");
        // Two packed files joined are one.
        assert_eq!(&*unpack(&[gz(b"a"), gz(b"b")].concat(), 100).unwrap(), b"ab");
    }
}
