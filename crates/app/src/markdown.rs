//! Markdown as people write it, made into HTML that a window may show: nothing in it runs, nothing is fetched, and every
//! link says where it goes.

use std::borrow::Cow;
use std::collections::HashSet;

use pulldown_cmark::{CowStr, Event, LinkType, Options, Parser, Tag, TagEnd, html};

use crate::error::{AppError, Result};
use crate::wire::{requests, responses};

/// Where a link may lead.
const SCHEMES: [&str; 3] = ["http", "https", "mailto"];
/// What the HTML is made of.
const TAGS: [&str; 27] = [
    "a",
    "blockquote",
    "br",
    "code",
    "del",
    "em",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "li",
    "ol",
    "p",
    "pre",
    "strong",
    "sub",
    "sup",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "tr",
    "ul",
];

/// Most characters of a text that is rendered: as many as the longest description has.
const TEXT_MAX: usize = lineout_domain::item::DESCRIPTION_MAX;

requests! {
    /// Asks how a text that is being written will look.
    pub struct RenderMarkdown {
        /// Markdown.
        pub text: String,
    }
}

responses! {
    /// A rendered text.
    pub struct RenderedMarkdown {
        /// HTML that is safe to show.
        pub html: String,
    }
}

/// `markdown.render`: the preview of a text, made by what renders it once it is saved.
pub(crate) fn run(_: &crate::context::View<'_>, request: RenderMarkdown) -> Result<RenderedMarkdown> {
    if request.text.len() > TEXT_MAX * 4 || request.text.chars().count() > TEXT_MAX {
        return Err(AppError::new(
            "markdown_too_long",
            format!("A text of more than {TEXT_MAX} characters is not rendered."),
            "Shorten it, or attach it as a file.",
        ));
    }
    Ok(RenderedMarkdown { html: html(&request.text) })
}

/// The HTML of a Markdown text. HTML in the text is shown as it is written; an image becomes a link to it, because
/// showing it would tell a stranger that it was read.
pub(crate) fn html(text: &str) -> String {
    let options = Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TABLES | Options::ENABLE_TASKLISTS;
    let mut made = String::with_capacity(text.len() * 3 / 2);
    html::push_html(&mut made, inert(Parser::new_ext(text, options)));
    ammonia::Builder::empty()
        .tags(HashSet::from(TAGS))
        .tag_attributes([("a", HashSet::from(["href", "title"])), ("ol", HashSet::from(["start"]))].into())
        .url_schemes(HashSet::from(SCHEMES))
        .url_relative(ammonia::UrlRelative::Deny)
        .link_rel(Some("noopener noreferrer nofollow"))
        .clean(&made)
        .to_string()
}

/// Events without anything that could act by itself.
fn inert<'a>(events: impl Iterator<Item = Event<'a>>) -> impl Iterator<Item = Event<'a>> {
    // What an open image or link was made into, so that its end is made into the same.
    let mut open: Vec<bool> = Vec::new();
    events.filter_map(move |event| match event {
        Event::Html(text) | Event::InlineHtml(text) => Some(Event::Text(text)),
        // The text of an image is its description, which stands in the link to it.
        Event::Start(Tag::Image { dest_url, title, id, .. } | Tag::Link { dest_url, title, id, .. }) => {
            // An image in a link is shown by its description, as the text of that link.
            let leads = is_allowed(&dest_url) && !open.contains(&true);
            open.push(leads);
            leads.then_some(Event::Start(Tag::Link { link_type: LinkType::Inline, dest_url, title, id }))
        }
        Event::End(TagEnd::Image | TagEnd::Link) => {
            open.pop().unwrap_or(false).then_some(Event::End(TagEnd::Link))
        }
        Event::TaskListMarker(done) => Some(Event::Text(CowStr::from(if done { "☑ " } else { "☐ " }))),
        // Code blocks name their language in a class, which is not kept.
        other => Some(other),
    })
}

/// Whether a link leads somewhere a browser may be sent.
fn is_allowed(url: &str) -> bool {
    let plain: Cow<'_, str> = url.chars().filter(|c| !c.is_control() && !c.is_whitespace()).collect();
    let scheme = plain.split_once(':').map(|(scheme, _)| scheme.to_ascii_lowercase());
    scheme.is_some_and(|scheme| SCHEMES.contains(&scheme.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_people_write_is_shown() {
        for (text, expect) in [
            ("Pay by **card** or *cash*", "<p>Pay by <strong>card</strong> or <em>cash</em></p>\n"),
            ("# Goal\n\n1. one\n2. two", "<h1>Goal</h1>\n<ol>\n<li>one</li>\n<li>two</li>\n</ol>\n"),
            ("- [x] done\n- [ ] open", "<ul>\n<li>☑ done</li>\n<li>☐ open</li>\n</ul>\n"),
            ("~~no~~ `code`", "<p><del>no</del> <code>code</code></p>\n"),
            ("```rust\nfn a() {}\n```", "<pre><code>fn a() {}\n</code></pre>\n"),
            (
                "[site](https://example.com \"There\")",
                "<p><a href=\"https://example.com\" title=\"There\" rel=\"noopener noreferrer nofollow\">site</a></p>\n",
            ),
            ("a < b & c", "<p>a &lt; b &amp; c</p>\n"),
            ("", ""),
        ] {
            assert_eq!(html(text), expect, "{text:?}");
        }
    }

    #[test]
    fn nothing_acts_by_itself() {
        for (text, expect) in [
            ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
            ("a <img src=x onerror=alert(1)> b", "<p>a &lt;img src=x onerror=alert(1)&gt; b</p>\n"),
            ("<b onclick='x()'>bold</b>", "<p>&lt;b onclick='x()'&gt;bold&lt;/b&gt;</p>\n"),
            ("[x](javascript:alert(1))", "<p>x</p>\n"),
            ("[x](JaVaScRiPt:alert(1))", "<p>x</p>\n"),
            ("[x](java\tscript:alert(1))", "<p>[x](java\tscript:alert(1))</p>\n"),
            ("[x](data:text/html;base64,AAAA)", "<p>x</p>\n"),
            ("[x](file:///etc/passwd)", "<p>x</p>\n"),
            ("[x](//example.com)", "<p>x</p>\n"),
            ("[x](/relative)", "<p>x</p>\n"),
            ("<javascript:alert(1)>", "<p>javascript:alert(1)</p>\n"),
            (
                "![a picture](https://example.com/track.png)",
                "<p><a href=\"https://example.com/track.png\" rel=\"noopener noreferrer nofollow\">a picture</a></p>\n",
            ),
            ("![x](javascript:alert(1))", "<p>x</p>\n"),
            (
                "[![logo](https://a.example/l.png)](https://b.example)",
                "<p><a href=\"https://b.example\" rel=\"noopener noreferrer nofollow\">logo</a></p>\n",
            ),
        ] {
            assert_eq!(html(text).trim_end(), expect.trim_end(), "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn no_text_makes_anything_but_plain_tags(text in "[\\PC<>\"'()\\[\\]!*_#\\n:/=&;]{0,120}") {
            check(&html(&text))?;
        }

        #[test]
        fn no_scraps_of_markup_do_either(scraps in prop::collection::vec(prop::sample::select(vec![
            "<script>", "</script>", "<svg/onload=", "javascript:", "](", "![", "[", ")", "\"", "'", ">", "<a href=",
            "&#x6A;", "onerror=", "<!--", "-->", "```", "`", "\n", "\n\n", "|", "---", "<style>", "x", "http://",
        ]), 0..24)) {
            check(&html(&scraps.concat()))?;
        }
    }

    /// Only tags of the list, with only the attributes of the list, and every link to an allowed place.
    fn check(made: &str) -> Result<(), TestCaseError> {
        for tag in made.split('<').skip(1) {
            let inside = tag.split('>').next().unwrap_or_default();
            let name = inside.trim_start_matches('/').split(' ').next().unwrap_or_default();
            prop_assert!(TAGS.contains(&name), "{}", made);
            if name == "a" && !inside.starts_with('/') {
                let href = inside.split("href=\"").nth(1).and_then(|rest| rest.split('"').next());
                // What is no address at all was taken out, and the text stands there without one.
                prop_assert!(href.is_none_or(is_allowed), "{}", made);
            } else if name != "ol" {
                prop_assert!(!inside.contains('='), "{}", made);
            }
        }
        Ok(())
    }
}
