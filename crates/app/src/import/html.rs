//! The text of a cell that holds HTML, as Markdown: lines, lists and links stay, everything else of it goes. What stands
//! in scripts and styles is no text.

use std::borrow::Cow;

/// Tags that begin and end a line.
const BLOCKS: &[&str] = &[
    "p",
    "div",
    "ul",
    "ol",
    "table",
    "tr",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "blockquote",
    "pre",
    "section",
    "article",
    "header",
    "footer",
];
/// Tags whose content is not for reading.
const UNREAD: &[&str] = &["script", "style", "head", "title", "template"];

/// The text of a cell. One without a tag or an entity is as it is.
pub(super) fn text(cell: &str) -> Cow<'_, str> {
    let tagged = cell.contains("</") || cell.contains("/>") || cell.to_ascii_lowercase().contains("<br");
    if !tagged && !cell.contains("&nbsp;") && !cell.contains("&lt;") && !cell.contains("&amp;") {
        return Cow::Borrowed(cell);
    }
    let mut made = Made { tagged, ..Made::default() };
    let mut rest = cell;
    while !rest.is_empty() {
        let Some(at) = rest.find('<') else {
            made.words(rest);
            break;
        };
        made.words(&rest[..at]);
        rest = made.markup(&rest[at..]);
    }
    Cow::Owned(made.finish())
}

#[derive(Default)]
struct Made {
    text: String,
    tagged: bool,
    /// Where the links that are open lead.
    links: Vec<Option<String>>,
}

impl Made {
    /// Takes what begins at a `<` and gives what comes after it.
    fn markup<'a>(&mut self, text: &'a str) -> &'a str {
        if let Some(comment) = text.strip_prefix("<!--") {
            return comment.find("-->").map_or("", |end| &comment[end + 3..]);
        }
        let tag = text[1..].starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?'));
        let Some(end) = text.find('>').filter(|_| tag) else {
            self.words("<");
            return &text[1..];
        };
        let (inside, rest) = (&text[1..end], &text[end + 1..]);
        let closing = inside.starts_with('/');
        let name: String = inside
            .trim_start_matches('/')
            .chars()
            .take_while(char::is_ascii_alphanumeric)
            .map(|c| c.to_ascii_lowercase())
            .collect();
        if UNREAD.contains(&name.as_str()) && !closing {
            let close = format!("</{name}");
            let Some(at) = rest.to_ascii_lowercase().find(&close) else { return "" };
            return rest[at..].find('>').map_or("", |end| &rest[at + end + 1..]);
        }
        match (name.as_str(), closing) {
            ("br", _) => self.text.push('\n'),
            ("li", false) => {
                self.line();
                self.text.push_str("- ");
            }
            ("li", true) => self.line(),
            ("td" | "th", true) => self.text.push(' '),
            ("a", false) => {
                let leads = attribute(inside, "href");
                if leads.is_some() {
                    self.text.push('[');
                }
                self.links.push(leads);
            }
            ("a", true) => {
                if let Some(Some(leads)) = self.links.pop() {
                    self.text.push_str("](");
                    self.text.push_str(&leads);
                    self.text.push(')');
                }
            }
            (name, _) if BLOCKS.contains(&name) => self.line(),
            _ => {}
        }
        rest
    }

    fn words(&mut self, words: &str) {
        let words = entities(words);
        if !self.tagged {
            self.text.push_str(&words);
            return;
        }
        for c in words.chars() {
            let space = matches!(c, ' ' | '\n' | '\r' | '\t');
            if !space {
                self.text.push(c);
            } else if !self.text.ends_with([' ', '\n']) && !self.text.is_empty() {
                self.text.push(' ');
            }
        }
    }

    /// What comes next stands on a line of its own.
    fn line(&mut self) {
        self.text.truncate(self.text.trim_end_matches(' ').len());
        if !self.text.is_empty() && !self.text.ends_with('\n') {
            self.text.push('\n');
        }
    }

    fn finish(mut self) -> String {
        while let Some(leads) = self.links.pop() {
            if let Some(leads) = leads {
                self.text.push_str(&format!("]({leads})"));
            }
        }
        self.text.replace('\u{a0}', " ").trim().to_owned()
    }
}

/// Where a link leads, if that is the web or mail.
fn attribute(tag: &str, name: &str) -> Option<String> {
    let at = tag.to_ascii_lowercase().find(&format!("{name}="))? + name.len() + 1;
    let value = tag.get(at..)?;
    let value = match value.chars().next()? {
        quote @ ('"' | '\'') => value[1..].split(quote).next()?,
        _ => value.split_whitespace().next()?,
    };
    let value = entities(value);
    let allowed = ["http://", "https://", "mailto:"].iter().any(|scheme| value.starts_with(scheme));
    (allowed && !value.contains([' ', '(', ')', '\n'])).then(|| value.into_owned())
}

/// The characters that entities stand for; what is no entity stays.
fn entities(text: &str) -> Cow<'_, str> {
    if !text.contains('&') {
        return Cow::Borrowed(text);
    }
    let (mut made, mut rest) = (String::with_capacity(text.len()), text);
    while let Some(at) = rest.find('&') {
        made.push_str(&rest[..at]);
        let after = &rest[at + 1..];
        let end = after.char_indices().take(12).find(|(_, c)| *c == ';').map(|(end, _)| end);
        let found = end.and_then(|end| Some((character(&after[..end])?, end)));
        match found {
            Some((c, end)) => {
                made.push(c);
                rest = &after[end + 1..];
            }
            None => {
                made.push('&');
                rest = after;
            }
        }
    }
    made.push_str(rest);
    Cow::Owned(made)
}

fn character(entity: &str) -> Option<char> {
    let number = entity.strip_prefix('#').map(|number| match number.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16),
        None => number.parse(),
    });
    if let Some(number) = number {
        return number.ok().and_then(char::from_u32).filter(|c| !c.is_control() || *c == '\n');
    }
    Some(match entity {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => '\u{a0}',
        "ndash" => '–',
        "mdash" => '—',
        "hellip" => '…',
        "lsquo" => '‘',
        "rsquo" => '’',
        "ldquo" => '“',
        "rdquo" => '”',
        "bull" => '•',
        "auml" => 'ä',
        "ouml" => 'ö',
        "uuml" => 'ü',
        "Auml" => 'Ä',
        "Ouml" => 'Ö',
        "Uuml" => 'Ü',
        "szlig" => 'ß',
        "eacute" => 'é',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_is_read_of_html() {
        for (html, expect) in [
            ("plain, 3 < 4 & 5 > 2\nnext", "plain, 3 < 4 & 5 > 2\nnext"),
            ("<div>One</div><div>Two<br>Three</div>", "One\nTwo\nThree"),
            ("<p>As a <b>guest</b>,\n I pay</p>", "As a guest, I pay"),
            (
                "<ul><li>by card</li><li>in cash &amp; coin</li></ul>after",
                "- by card\n- in cash & coin\nafter",
            ),
            (
                "<a href=\"https://example.org/a?b=1&amp;c=2\">plan</a>",
                "[plan](https://example.org/a?b=1&c=2)",
            ),
            ("<a href='javascript:alert(1)'>click</a>", "click"),
            ("a<script>alert('x')</script>b<style>p{}</style>", "ab"),
            ("a<!-- <b>no</b> -->b<br/>", "ab"),
            ("&lt;script&gt; &#252;&#x1F6A2; &unknown; &nbsp;x", "<script> ü🚢 &unknown;  x"),
            ("<p>open</p><i", "open\n<i"),
            ("<br/><a href=https://example.org>never closed", "[never closed](https://example.org)"),
        ] {
            assert_eq!(text(html), expect, "{html}");
        }
    }

    proptest! {
        #[test]
        fn no_html_panics(html in "[<>/&;#a-z\"'= é\n-]{0,80}") {
            text(&html);
        }
    }
}
